#ifndef INVENTORY_CELL_H
#define INVENTORY_CELL_H

/*
 * Cells by the ledger: what a box held of a type and age group, since when, and the times between
 * during which it held none. A booking carries them along step by step (stock.c); here they are made
 * from all movements, in the order in which they were booked, by what the catalogue says today.
 * For this folder's stock and audit only.
 */

#include "inventory/ledger.h"
#include "schema/db.h"

/* Makes cell and empty_span anew. Inside a transaction. */
MUST_CHECK bool cell_recount(struct inventory *inventory, GError **error);

/* Rows of box code, key of the type, and by how many ms too little is kept, where what is kept differs:
 * since when there was anything and since when there is nothing; the past times without any. To be
 * run by the caller. */
struct db_stmt *cell_since_differences(struct inventory *inventory);
struct db_stmt *cell_span_differences(struct inventory *inventory);

#endif
