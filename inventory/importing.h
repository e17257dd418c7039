#ifndef INVENTORY_IMPORTING_H
#define INVENTORY_IMPORTING_H

/*
 * An import under way: the row in hand, its cells as values, and what is wrong with them. For the
 * files import*.c only.
 *
 * Readers of cells complain themselves and give something harmless back, so that one row can be
 * looked at whole; whether it may be taken is in row_bad.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "inventory/area.h"
#include "inventory/box.h"
#include "inventory/csv.h"
#include "inventory/import.h"

struct importing {
    struct inventory *inventory;
    const struct import *import;
    const struct import_column *columns;
    const struct csv_table *table;
    struct import_result *result;
    int at[CSV_COLUMNS_MAX]; /* where the file has each of the columns, or -1 */
    size_t row;              /* in hand */
    bool row_bad;            /* something of it was complained about */
    GPtrArray *texts;        /* char *: cells of the row in hand */
    GPtrArray *complaints;   /* char *: the first of them */
    int64_t wrong;           /* complaints in all */
    bool differs;            /* something of the row in hand from what is there */
    GString *notes;          /* what of it, in words */
    GHashTable *seen;        /* number of a box or drug of the file -> line */
    GHashTable *drugs;       /* how stock calls a drug -> struct drug */
    GHashTable *boxes;       /* how it calls a box by one word -> its number */
    GHashTable *misses;      /* such words of boxes and drugs that are none -> the complaint */
    GPtrArray *heaps;        /* struct heap *: lots that the file of stock names, in its order */
    GHashTable *heap_of;     /* box, drug, expiry and lot in a word -> one of them */
    uint8_t digest[DIGEST_SIZE]; /* of the table, for the ids of bookings */
};

struct heap; /* import_stock.c */
void importing_heap_free(struct heap *heap);

/* A complaint about a cell of the row in hand, or about the row where the file lacks the column. */
void importing_complain(struct importing *importing, int column, const char *what, ...)
    G_GNUC_PRINTF(3, 4);

/* Makes a complaint of a failure that is about the row; false hands one of the machine on. */
MUST_CHECK bool importing_settle(struct importing *importing, int column, GError *failure,
                                 GError **error);

/* The same, and has it said again by importing_missed() wherever the word comes again: to look for what
 * was meant takes its time, and a file of another inventory has thousands of such rows. */
MUST_CHECK bool importing_miss(struct importing *importing, int column, const char *word,
                               GError *failure, GError **error);
bool importing_missed(struct importing *importing, int column, const char *word);

/* Whether the next complaint is one that is told, not only counted. */
bool importing_is_heard(const struct importing *importing);

/* Whether the file has the column, and the cell without blanks around it, never NULL; as long as the
 * row is in hand. Complains about more than limit characters and control characters, and about an
 * empty cell of a needed column. */
bool importing_has(const struct importing *importing, int column);
char *importing_text(struct importing *importing, int column, size_t limit);

/* The values of a number: where the file lacks the column, and where the cell is empty. */
struct importing_range {
    int32_t low, high, absent, empty;
};
int32_t importing_number(struct importing *importing, int column,
                         const struct importing_range *range);

/* Decimal degrees in millionths, BOX_NO_COORDINATE for an empty cell. */
int32_t importing_degrees(struct importing *importing, int column, int32_t limit, int32_t absent);

bool importing_yes_no(struct importing *importing, int column, bool absent, bool empty);
bool importing_retired(struct importing *importing, int column, bool absent);

/* Notes that the file gives a thing another value in a column; nothing where it is the same. */
void importing_note(struct importing *importing, int column, const char *was, const char *is);
void importing_note_number(struct importing *importing, int column, int64_t was, int64_t is);

/* Whether anything was noted of the row in hand, which is called so; tells import->changes, and begins anew. */
bool importing_differs(struct importing *importing, const char *title);
void importing_forget(struct importing *importing);

/* Notes that the file speaks of a box or drug; complains where it did so before, about the cell that
 * names it. */
void importing_see(struct importing *importing, int column, int64_t number);

/* The area of that name and kind below a parent; {0} where there is none, or after a complaint where
 * it is of another kind. importing_make_area() makes it where there is none. */
MUST_CHECK bool importing_find_area(struct importing *importing, int column, enum area_kind kind,
                                    struct area_id parent, const char *name, struct area_id *id,
                                    GError **error);
MUST_CHECK bool importing_make_area(struct importing *importing, int column, enum area_kind kind,
                                    struct area_id parent, const char *name, struct area_id *id,
                                    GError **error);

/* Goes down the three columns of community, grid and building, of which the first is given, from the
 * district, by either of the two or one of its own. */
typedef bool importing_step(struct importing *importing, int column, enum area_kind kind,
                            struct area_id parent, const char *name, struct area_id *id,
                            GError **error);
MUST_CHECK bool importing_find_place(struct importing *importing, int community,
                                     importing_step *step, struct area_id *area, GError **error);

/* How many boxes of that name an area has, and the first of them. */
MUST_CHECK bool importing_find_box(struct importing *importing, struct area_id area,
                                   const char *name, bool retired_too, struct box_id *id,
                                   int *count, GError **error);
MUST_CHECK bool importing_find_code(struct importing *importing, const char *code,
                                    struct box_id *id, GError **error);

/* Columns in the order of the enums; each takes the row in hand. */
enum {
    AREAS_KIND,
    AREAS_NAME,
    AREAS_PARENT,
};
enum {
    BOXES_COMMUNITY,
    BOXES_GRID,
    BOXES_BUILDING,
    BOXES_BOX,
    BOXES_PLACE,
    BOXES_PHONE,
    BOXES_LAT,
    BOXES_LON,
    BOXES_RESIDENTS,
    BOXES_VULNERABLE,
    BOXES_CAPACITY,
    BOXES_CODE,
    BOXES_COUNT_DAYS,
    BOXES_STATE,
};
enum {
    DRUGS_NAME,
    DRUGS_BRAND,
    DRUGS_TYPE,
    DRUGS_AGE,
    DRUGS_FORM,
    DRUGS_STRENGTH,
    DRUGS_UNIT,
    DRUGS_DAY_UNITS,
    DRUGS_PACK_UNITS,
    DRUGS_CLASS,
    DRUGS_COLD_CHAIN,
    DRUGS_DATED,
    DRUGS_APPROVAL,
    DRUGS_MAKER,
    DRUGS_INGREDIENTS,
    DRUGS_STATE,
    DRUGS_CODES,
};
enum {
    STOCK_CODE,
    STOCK_COMMUNITY,
    STOCK_GRID,
    STOCK_BUILDING,
    STOCK_BOX,
    STOCK_DRUG,
    STOCK_BRAND,
    STOCK_STRENGTH,
    STOCK_MAKER,
    STOCK_EXPIRY,
    STOCK_LOT,
    STOCK_UNITS,
    STOCK_PACKS,
};
extern const struct import_column importing_areas_columns[], importing_boxes_columns[],
    importing_drugs_columns[], importing_stock_columns[];
MUST_CHECK bool importing_areas_row(struct importing *importing, GError **error);
MUST_CHECK bool importing_boxes_row(struct importing *importing, GError **error);
MUST_CHECK bool importing_drugs_row(struct importing *importing, GError **error);
MUST_CHECK bool importing_stock_row(struct importing *importing, GError **error);

/* Books what the rows of stock add up to. */
MUST_CHECK bool importing_stock_end(struct importing *importing, GError **error);

#endif
