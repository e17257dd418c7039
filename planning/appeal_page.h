#ifndef PLANNING_APPEAL_PAGE_H
#define PLANNING_APPEAL_PAGE_H

/* The page of a call for gifts (labels/layout_appeal.h), from the same lines as its texts. */

#include "labels/layout_appeal.h"
#include "planning/appeal.h"

struct appeal_page {
    struct plea plea; /* borrows from the appeal, and from these: */
    struct plea_line *lines;
    GPtrArray *texts;
    char day[DAY_TEXT_SIZE];
};

/* In the thread's language; the appeal has to stay as long. The page stays where it is; clear it with
 * appeal_page_clear(). */
void appeal_page_make(const struct appeal *appeal, struct appeal_page *page);
void appeal_page_clear(struct appeal_page *page);

#endif
