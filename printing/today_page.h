#ifndef PRINTING_TODAY_PAGE_H
#define PRINTING_TODAY_PAGE_H

/* What is in a box or in the boxes of an area today: medicines that can be taken, by type, without
 * amounts and without anybody's name. */

#include "inventory/box.h"
#include "inventory/inventory.h"
#include "labels/layout_today.h"

struct today_page {
    struct today today;
    GPtrArray *texts; /* what it borrows: char * */
    GPtrArray *lists; /* GPtrArray * of char *, a type each */
    struct today_type *types;
    struct today_box boxes[TODAY_BOXES];
};

/* Of a box; of all boxes in an area and below, ERR_MISSING for no such area. now is ms UTC. Clear with
 * today_page_clear(), also after a failure. */
MUST_CHECK bool today_page_of_box(struct inventory *inventory, const struct box *box, int64_t now,
                                  struct today_page *page, GError **error);
MUST_CHECK bool today_page_of_area(struct inventory *inventory, struct area_id area, int64_t now,
                                   struct today_page *page, GError **error);
void today_page_clear(struct today_page *page);

#endif
