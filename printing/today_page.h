#ifndef PRINTING_TODAY_PAGE_H
#define PRINTING_TODAY_PAGE_H

/* What is in a box or in the boxes of an area today: medicines that can be taken, without amounts and
 * without anybody's name. Of a box by type; of an area by box and type, on as many pages as they need, each with
 * the QR codes of its boxes. */

#include "inventory/box.h"
#include "inventory/inventory.h"
#include "labels/layout_today.h"
#include "labels/sheet.h"

struct today_page {
    const char *place, *day, *host;
    const char *address; /* that the QR code of the one box opens; NULL for an area */
    bool boxes;          /* of an area */
    GPtrArray *texts;    /* what it borrows */
    GPtrArray *sections;
    size_t n_boxes; /* of an area: that have something in them */
    GArray *pages;  /* once it is split */
    double width, height;
};

/* Of a box; of all boxes in an area and below, ERR_MISSING for no such area. now is ms UTC. Clear with
 * today_page_clear(), also after a failure. */
MUST_CHECK bool today_page_of_box(struct inventory *inventory, const struct box *box, int64_t now,
                                  struct today_page *page, GError **error);
MUST_CHECK bool today_page_of_area(struct inventory *inventory, struct area_id area, int64_t now,
                                   struct today_page *page, GError **error);
void today_page_clear(struct today_page *page);

/* Makes pages of it that are so high (mm): at least one, and each of them then. */
void today_page_split(struct today_page *page, double height);
const struct today *today_page_at(const struct today_page *page, size_t i);

/* A source of all of them for pages of this sheet, which borrows them. */
struct layout_source today_page_source(struct today_page *page, const struct sheet *sheet);

#endif
