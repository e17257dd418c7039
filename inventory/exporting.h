#ifndef INVENTORY_EXPORTING_H
#define INVENTORY_EXPORTING_H

/* An export under way. For the files export*.c only. */

#include <stdbool.h>
#include <stdint.h>

#include "inventory/area.h"
#include "inventory/csv.h"
#include "inventory/export.h"
#include "inventory/import.h"

struct exporting {
    struct inventory *inventory;
    const struct export *export;
    struct csv_writer *writer;
    int64_t done, all; /* rows */
};

/* The area that is exported. */
struct area_id exporting_root(const struct exporting *work);

/* The names of import's columns in the reader's language, all but one of them (NULL: all). */
void exporting_put_names(struct exporting *work, enum import_kind kind, const char *without);

/* Community, grid and building as import reads them. */
void exporting_put_chain(struct exporting *work, const struct area_chain *chain);

/* A word of the vocabulary: as it is kept, or for a Chinese reader as people say it. Import reads both,
 * whoever imports. */
void exporting_put_word(struct exporting *work, const char *key, const char *chinese);

/* The name of a column, likewise unless export->keys. */
void exporting_put_name(struct exporting *work, const char *key, const char *chinese);

/* Ends a row and tells the progress. */
void exporting_end_row(struct exporting *work);

/* Writes stock or ledger, as export->kind says. */
MUST_CHECK bool exporting_named(struct exporting *work, GError **error);

#endif
