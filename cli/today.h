#ifndef CLI_TODAY_H
#define CLI_TODAY_H

/* What is in a box or in the boxes of an area today: medicines that can be taken, by type, without
 * amounts and without anybody's name. */

#include "cli/face.h"
#include "labels/layout_today.h"

struct today_page {
    struct today today;
    GPtrArray *texts; /* what it borrows: char * */
    GPtrArray *lists; /* GPtrArray * of char *, a type each */
    struct today_type *types;
    struct today_box boxes[TODAY_BOXES];
};

/* Of the box that is the first argument, or of --area. Clear with today_clear(), also after a
 * failure. */
MUST_CHECK bool today_read(struct face *face, struct today_page *page, GError **error);
void today_clear(struct today_page *page);

#endif
