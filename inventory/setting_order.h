#ifndef INVENTORY_SETTING_ORDER_H
#define INVENTORY_SETTING_ORDER_H

/* Settings that contradict each other, for setting.c only. */

#include "inventory/setting.h"

/* ERR_REFUSED where a key that was just written for a place, of itself or narrowed, stands on the wrong
 * side of another: a minimum above what is filled up to, a later warning before an earlier one. Only
 * that place is looked at; wherever it is so below, the level that is more counts (level.h). */
MUST_CHECK bool setting_order_check(struct inventory *inventory, const char *key,
                                    struct area_id area, struct box_id box, GError **error);

#endif
