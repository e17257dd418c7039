#ifndef TESTS_BENCH_BARE_WRITE_H
#define TESTS_BENCH_BARE_WRITE_H

/* Bookings by bare sqlite3: the same rows, indexes and durability as the ledger's, prepared statements
 * bound by number, no look-up, no rule, no hash. What a service can at best come near to. */

#include <sqlite3.h>

#include "tests/bench/town.h"

struct bare {
    sqlite3 *db;
    sqlite3_stmt *begin, *commit, *movement, *stock_in, *stock_out, *stock_end, *shelf_read,
        *shelf_in, *shelf_on, *use, *lot, *head;
    int64_t seq;
};

/* Opens a file that town_build() made. */
void bare_open(struct bare *bare, const char *path);

/* Writes them in one transaction. */
void bare_group(struct bare *bare, const struct town *town, const struct town_op *ops, int count);

/* A statement; one step that gives no row. Ends the program where they fail. */
sqlite3_stmt *bare_prepare(sqlite3 *db, const char *sql);
void bare_step(struct bare *bare, sqlite3_stmt *statement);

#endif
