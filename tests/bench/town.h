#ifndef TESTS_BENCH_TOWN_H
#define TESTS_BENCH_TOWN_H

/* A made-up town for the benchmarks: boxes, drugs and a history of bookings that never takes what
 * is not there. The same seed gives the same town. */

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "inventory/inventory.h"

#define TOWN_DRUGS 60

struct town_op {
    struct uuid uid;
    int64_t at, box, drug;
    int32_t expiry, units;
    char lot[8];
    bool in;
};

struct town {
    struct inventory *inventory; /* the caller closes it */
    int64_t tenant;
    int boxes;
    int64_t at;     /* moment of the next booking, ms UTC */
    int64_t step;   /* ms between bookings */
    int32_t *stock; /* by box, drug and one of TOWN_LOTS batches */
    GRand *random;
};

/* 18 pairs of type and age group, as many as the starter catalogue has. */
int64_t town_type(int64_t drug);
int64_t town_age(int64_t drug);
int32_t town_day_units(int64_t drug);

/* Makes the file at path with so many boxes in communities of ten, and TOWN_DRUGS drugs. */
void town_build(struct town *town, const char *path, int boxes);
void town_free(struct town *town);

/* The next so many bookings; freed with g_free(). */
struct town_op *town_ops(struct town *town, int count);

/* The same, but no two of one batch in one box: they may be booked in any order. */
struct town_op *town_ops_apart(struct town *town, int count);

/* Posts them in one transaction: straight to the ledger, or as bookings, by all rules. */
void town_post(struct town *town, const struct town_op *ops, int count);
void town_book(struct town *town, const struct town_op *ops, int count);

/* Recalls a few batches, and a drug that is free again, and has people ask in vain during the last
 * month. After a year of bookings about one lot in a box is past its day. */
void town_wear(struct town *town);

/* Removes a database and what SQLite keeps beside it. */
void town_remove(const char *path);

#endif
