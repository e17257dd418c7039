#ifndef TESTS_BENCH_LABELS_CITY_H
#define TESTS_BENCH_LABELS_CITY_H

/* The boxes of a city, the same each time: what its labels say. */

#include "labels/label.h"

#define CITY_LABELS 2183
#define CITY_HOST "box.example.cn"

/* The labels are freed with g_free(); their texts live in the chunk. */
struct label *city_labels(size_t n, GStringChunk *texts);

#endif
