#ifndef PLANNING_ALERTS_H
#define PLANNING_ALERTS_H

/*
 * Which shortages are news: each once when it begins and once when it ends.
 *
 * A shortage begins where a cell has been orange or worse (need.h) for a while without a break, and ends
 * where it has been ok for as long. Yellow between the two changes nothing, so that what goes up and
 * down around a limit is told once; and what is put right within the while, a pack booked and undone, is
 * not told at all. How long the while has lasted is known from looking on, and begins anew with the
 * program: what was told before (hook.h) stays told.
 */

#include "inventory/hook.h"
#include "inventory/names.h"
#include "planning/flags.h"

struct alerts;

/* wait_ms: the while. Free with alerts_free(), which takes NULL. */
struct alerts *alerts_new(int64_t wait_ms);
void alerts_free(struct alerts *alerts);

/* Looks at all cells of the inventory (flags of everything, at NEED_OK) at a moment, ms that only grow. */
void alerts_look(struct alerts *alerts, const struct flags *flags, int64_t now);

struct alerts_news {
    GArray *begun; /* struct need, worst first: borrows from the flags */
    GArray *ended; /* struct hook_cell */
    GArray *gone;  /* struct hook_cell: told of, and not judged any more (a box out of service) */
};

/* What is news, after a look at these flags, to somebody who is told of the boxes in a table (int64_t ids)
 * and was told of these cells. Clear with alerts_news_clear(). */
void alerts_news(struct alerts *alerts, const struct flags *flags, GHashTable *boxes,
                 const GArray *told, int64_t now, struct alerts_news *news);
void alerts_news_clear(struct alerts_news *news);

/* Whether some cell is on its way to be news, and there is something to look for without a change. */
bool alerts_is_waiting(const struct alerts *alerts);

/* The news as a text in the thread's language of up to so many bytes: the box, the kind of medicine, how
 * bad it is and why; what has no room is counted. Free with g_free(). */
char *alerts_text(const struct alerts_news *news, const struct flags *flags,
                  const struct names *names, const char *area, size_t bytes);

#endif
