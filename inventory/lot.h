#ifndef INVENTORY_LOT_H
#define INVENTORY_LOT_H

/*
 * Batch numbers. They are stamped, typed and scanned in many ways, and a recalled batch must be
 * found in each: one that was kept is in its normal form, and so is one that is looked for.
 */

#include "base/err.h"

/*
 * The normal form: half width, upper case, without blanks; "" for NULL. NULL with ERR_INPUT for what
 * field_text() turns down, or more than LIMIT_LOT characters. Free with g_free().
 */
char *lot_normal(const char *text, GError **error);

#endif
