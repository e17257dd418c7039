#ifndef INVENTORY_EXPORT_H
#define INVENTORY_EXPORT_H

/*
 * The inventory as CSV files (csv.h), under the columns of import.h, in the reader's language. Areas, boxes, medicines and
 * stock come in the order in which an import adds them again: importing them into a fresh inventory
 * (in this order) and exporting again gives the same bytes. The ledger is for reading: one row a
 * movement, in words.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/area.h"
#include "inventory/csv.h"

struct inventory;

enum export_kind {
    EXPORT_AREAS,  /* below the district */
    EXPORT_BOXES,  /* retired ones too */
    EXPORT_DRUGS,  /* retired ones too, with the codes that were learned */
    EXPORT_STOCK,  /* lot by lot */
    EXPORT_LEDGER, /* read and written movement by movement, however long it is */
};
#define EXPORT_KINDS 5

/* "areas", "boxes", "drugs", "stock", "ledger", and back; -1 for another word. */
const char *export_kind_key(enum export_kind kind);
int export_kind_parse(const char *key);

struct export
{
    enum export_kind kind;
    struct area_id area; /* only what is in it and below; {0}: all. Medicines are everyone's */
    bool
        keys; /* columns under their English names, whoever reads: for a program that goes on with it */
    void (*progress)(int64_t done, int64_t all, void *data); /* NULL, or told of the rows */
    void *progress_data;
};

/* Writes rows into a sink, all of one moment; rows (NULL or not) says how many. Errors are the
 * sink's and the database's. */
MUST_CHECK bool export_write(struct inventory *inventory, const struct export *export,
                             csv_sink *sink, void *sink_data, int64_t *rows, GError **error);

/* The same as bytes. */
MUST_CHECK bool export_bytes(struct inventory *inventory, const struct export *export,
                             GBytes **bytes, int64_t *rows, GError **error);

#endif
