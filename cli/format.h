#ifndef CLI_FORMAT_H
#define CLI_FORMAT_H

/* Formats of files of labels, and of what printers are sent, by what people call them. */

#include "cli/face.h"
#include "inventory/printer.h"
#include "labels/draw.h"

/* The format of a name ("pdf", in any case), or false; and ERR_INPUT that names those there are. */
bool format_parse(const char *name, enum draw_format *format);
bool format_unknown(const char *name, GError **error);

/* Whether a label printer takes it as it is. */
bool format_is_raw(enum draw_format format);

/* ERR_INPUT for a label printer's format of what stands on a sheet of paper ("A4"), with those it can
 * have. */
bool format_for_pages(enum draw_format format, const char *sheet, GError **error);

/* Dots an inch where nothing says them. */
int format_usual_dpi(enum draw_format format);

/* What --format says, else the end of the name that --output says, else what the printer (NULL: none)
 * speaks, else PDF. ERR_INPUT for a name that is none, one that ends in what is none, and one that ends
 * in another format than --format says. */
MUST_CHECK bool format_choose(const struct face *face, const struct printer *printer,
                              enum draw_format *format, GError **error);

/* ERR_INPUT where a file's name ends in something else than the format that it will have. */
MUST_CHECK bool format_check_ending(const char *file, enum draw_format format, GError **error);

#endif
