/* How much of walks there is. */

#include "planning/walks.h"

static bool
is_closed(const struct transfer *t)
{
    return t->state == TRANSFER_DONE || t->state == TRANSFER_CANCELLED;
}

guint
walks_done(const struct walks_walk *walk)
{
    guint done = 0;

    for (guint i = 0; i < walk->transfers->len; i++)
        done += is_closed(walk->transfers->pdata[i]);
    return done;
}

guint
walks_cancelled(const struct walks_walk *walk)
{
    guint cancelled = 0;

    for (guint i = 0; i < walk->transfers->len; i++)
        cancelled +=
            ((const struct transfer *)walk->transfers->pdata[i])->state == TRANSFER_CANCELLED;
    return cancelled;
}

bool
walks_rest(struct inventory *inventory, int64_t *count, GError **error)
{
    g_autoptr(GPtrArray) open = NULL;

    *count = 0;
    if (!transfer_list(inventory, false, &open, error))
        return false;
    for (guint i = 0; i < open->len; i++) {
        const struct transfer *t = open->pdata[i];

        *count += t->walk == 0 && t->sent == 0;
    }
    return true;
}
