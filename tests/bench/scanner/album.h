#ifndef TESTS_BENCH_SCANNER_ALBUM_H
#define TESTS_BENCH_SCANNER_ALBUM_H

/*
 * Pictures in a folder, beside each a file of the same name that ends in .txt and has a line for
 * each code that should be read: "\x1d" for a separator, "\n", "\r" and "\\" as in C. A picture
 * without such a file, or with an empty one, has none.
 */

#include <glib.h>

#include "tests/bench/scanner/corpus.h"

/* The paths of a folder's pictures in the order of their names; empty where there is no such folder. */
GPtrArray *album_list(const char *folder);

/* Loads a picture and what it says; corpus_clear() frees it. False, with words on stderr, if damaged. */
bool album_open(const char *path, struct corpus_shot *shot);

/* Writes both files; `path` has no ending. */
void album_save(const char *path, const struct corpus_shot *shot);

#endif
