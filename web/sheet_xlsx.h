#ifndef WEB_SHEET_XLSX_H
#define WEB_SHEET_XLSX_H

/*
 * A table of an export (inventory/csv.h) as a workbook that Excel and WPS open (Office Open XML, ECMA-376):
 * numbers are numbers, days and moments are dates of the workbook, codes and phone numbers stay text; the
 * headings are in the thread's language, stand still while one scrolls and have filters.
 */

#include "inventory/csv.h"

/* The workbook's bytes; name is that of its one sheet. ERR_BROKEN where there is no room to make it. */
MUST_CHECK bool sheet_xlsx(const struct csv_table *table, const char *name, GBytes **bytes,
                           GError **error);

#endif
