#ifndef INVENTORY_COUNT_SHEET_H
#define INVENTORY_COUNT_SHEET_H

/*
 * A box's count as a CSV file (csv.h): written with what the ledger expects, taken along to the box,
 * filled in and read back. Columns stand in any order under their English or Chinese names:
 *
 *   drug 药品编号, name 药品, expiry 有效期, lot 批号, unit 单位, expected 账面数, found 实点数
 *
 * found and one of drug and name are needed. A row without expiry speaks of all lots of the medicine
 * together. A row whose found is empty was not counted and is left out.
 */

#include "inventory/count.h"
#include "inventory/csv.h"

#define COUNT_SHEET_BLANK 10 /* rows to write into, where the ledger has nothing in the box */

/* Writes the sheet of a box, lot by lot; rows says how many lots. Errors are the sink's and the
 * database's. */
MUST_CHECK bool count_sheet_write(struct inventory *inventory, struct box_id box, csv_sink *sink,
                                  void *sink_data, int64_t *rows, GError **error);

struct count_sheet {
    GArray *lines;       /* struct count_line: for struct count, as long as the sheet */
    GStringChunk *texts; /* that the lines borrow from */
};

/* Reads a filled-in sheet; name is for complaints. ERR_INPUT names line and column. Clear with
 * count_sheet_clear(), also after a failure. */
MUST_CHECK bool count_sheet_read(struct inventory *inventory, GBytes *bytes, const char *name,
                                 struct count_sheet *sheet, GError **error);
void count_sheet_clear(struct count_sheet *sheet);

#endif
