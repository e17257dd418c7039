#ifndef CLI_SHEETS_H
#define CLI_SHEETS_H

/* Sheets by what people call them: those that are known, and those that the district keeps. */

#include "cli/face.h"
#include "labels/sheet.h"

/* By name, else as a description in mm (labels/sheet.h). ERR_MISSING names those there are; ERR_INPUT
 * for a description that can't be. The sheet borrows its name. */
MUST_CHECK bool sheets_find(struct face *face, const char *name, struct sheet *sheet,
                            GError **error);

#endif
