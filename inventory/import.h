#ifndef INVENTORY_IMPORT_H
#define INVENTORY_IMPORT_H

/*
 * Boxes, medicines, areas and stock from CSV files (csv.h). What export.h writes, this reads
 * back exactly.
 *
 * A file is taken whole or not at all: every row is looked at, the first IMPORT_COMPLAINTS_MAX
 * complaints are told, each with its line and column, and if there is one nothing has changed.
 * Columns stand in any order under their English or Chinese names; a column that nobody knows is
 * refused. Of things that are there already, columns that the file leaves out stay as they are.
 *
 * Importing a file again changes nothing. Boxes are recognised by their code, else by area and name;
 * medicines by name, brand, strength and maker. Stock is a count of the lots that the file names, each
 * in one row: it is set to the number given, and what differs is booked as found or lost; lots that it
 * does not name stay as they are.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/box.h"

#define IMPORT_COMPLAINTS_MAX 20
#define IMPORT_CHANGES_MAX 50
#define IMPORT_DISTRICT "/" /* as a community: the box stands in the district itself */

enum import_kind {
    IMPORT_AREAS,
    IMPORT_BOXES,
    IMPORT_DRUGS,
    IMPORT_STOCK,
};
#define IMPORT_KINDS 4

/* "areas", "boxes", "drugs", "stock", and back; -1 for another word. */
const char *import_kind_key(enum import_kind kind);
int import_kind_parse(const char *key);

typedef void import_progress(int64_t done, int64_t all, void *data);

struct import {
    enum import_kind kind;
    const char *name;   /* of the file, for complaints */
    int64_t now;        /* ms UTC */
    int64_t person;     /* who books the stock; 0: not known */
    box_random *random; /* for the codes of new boxes; only boxes need it */
    void *random_data;
    bool dry_run;           /* say what would be taken, and take nothing */
    GPtrArray *communities; /* NULL, or gets the name of each that boxes make, a char * */
    GPtrArray
        *changes; /* NULL, or gets the first IMPORT_CHANGES_MAX rows that change something that is
                         * there, each a char * with its line, the name, and every value old → new */
    import_progress *progress; /* NULL, or told of the rows */
    void *progress_data;
};

struct import_result {
    int64_t rows;      /* in the file */
    int64_t added;     /* boxes, medicines, areas, lots that are new */
    int64_t changed;   /* that were there with something else */
    int64_t unchanged; /* that were there just so */
    int64_t areas;     /* made for boxes, of all kinds */
};

/*
 * Takes the content of a file. ERR_INPUT where the file or any row of it can't be understood or
 * taken; the message then has one complaint a line below its first. ERR_BUSY and ERR_BROKEN come
 * from the database.
 */
MUST_CHECK bool import_bytes(struct inventory *inventory, const struct import *import,
                             GBytes *bytes, struct import_result *result, GError **error);

/* The same of a file; ERR_MISSING where there is none. Where import->name is NULL, complaints call it
 * by the last part of its path. */
MUST_CHECK bool import_file(struct inventory *inventory, const struct import *import,
                            const char *path, struct import_result *result, GError **error);

/* The names of a kind's columns, English and Chinese, and whether it can't do without; in order. Ends
 * with a row whose key is NULL. */
struct import_column {
    const char *key, *chinese;
    bool needed;
    const char *also; /* another Chinese name, or NULL */
};
const struct import_column *import_columns(enum import_kind kind);

#endif
