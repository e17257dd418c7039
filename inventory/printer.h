#ifndef INVENTORY_PRINTER_H
#define INVENTORY_PRINTER_H

/*
 * Printers, and sheets of stickers of the district's own, each kept under a name. A sheet is kept as
 * the words that labels/sheet.h reads; what a printer is sent, and whether that is a format there
 * is, is for the caller to say.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct inventory;

struct printer {
    char *name;
    char *queue;              /* of CUPS; "": the same as the name */
    char *language;           /* "pdf", "zpl", … */
    char *sheet;              /* what is usually in it; "": nothing in particular */
    int32_t dpi;              /* 72 to 2400 */
    int32_t x, y;             /* thousandths of a millimetre that a page is shifted: right, down */
    int32_t scale_x, scale_y; /* millionths: 1000000 leaves it as it is */
};
void printer_free(struct printer *printer); /* takes NULL */

#define PRINTER_SHIFT 30000 /* at the most, either way */
#define PRINTER_SCALE_LEAST 900000
#define PRINTER_SCALE_MOST 1100000

/* A printer with nothing to correct; printer_free(). */
struct printer *printer_new(const char *name);

/* Keeps it, in the place of one of the same name. ERR_INPUT for a bad field, by name. */
MUST_CHECK bool printer_set(struct inventory *inventory, const struct printer *printer,
                            GError **error);

/* By name, in any case of ASCII letters; ERR_MISSING names those that there are. */
MUST_CHECK bool printer_find(struct inventory *inventory, const char *name,
                             struct printer **printer, GError **error);
MUST_CHECK bool printer_remove(struct inventory *inventory, const char *name, GError **error);

/* struct printer *, by name. */
MUST_CHECK bool printer_list(struct inventory *inventory, GPtrArray **printers, GError **error);

/* A sheet under a name, in the place of one of the same name; ERR_INPUT for a bad name. */
struct printer_sheet {
    char *name, *grid;
};
void printer_sheet_free(struct printer_sheet *sheet); /* takes NULL */
MUST_CHECK bool printer_sheet_set(struct inventory *inventory, const char *name, const char *grid,
                                  GError **error);

/* The words of a sheet, g_free(); NULL in *grid where there is none of that name. */
MUST_CHECK bool printer_sheet_find(struct inventory *inventory, const char *name, char **grid,
                                   GError **error);

/* ERR_MISSING where there is none. */
MUST_CHECK bool printer_sheet_remove(struct inventory *inventory, const char *name, GError **error);

/* struct printer_sheet *, by name. */
MUST_CHECK bool printer_sheet_list(struct inventory *inventory, GPtrArray **sheets, GError **error);

#endif
