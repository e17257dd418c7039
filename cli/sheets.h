#ifndef CLI_SHEETS_H
#define CLI_SHEETS_H

/* Sheets by what people call them: those that are known, and those that the district keeps. */

#include "cli/face.h"
#include "labels/sheet.h"

/*
 * By name, also with its maker's, with O for 0 and the like, which is said; else as a description in
 * mm (labels/sheet.h). A size alone that is sold on A4 is that sheet, unless it is for a roll. The
 * sheet's name is static or borrowed. ERR_MISSING offers the names that are near, or all; ERR_INPUT
 * for a description that can't be.
 */
MUST_CHECK bool sheets_find(struct face *face, const char *name, bool roll, struct sheet *sheet,
                            GError **error);

#endif
