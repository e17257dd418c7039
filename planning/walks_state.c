/* Who may go, and how far walks are. */

#include "base/words.h"
#include "planning/walks.h"

bool
walks_check_people(const struct walks_people *people, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);

    for (char **name = people->names; name != NULL && *name != NULL; name++)
        if (!g_hash_table_add(known, *name))
            return err_set(error, ERR_INPUT,
                           _("“%s” is there twice among those who carry: once each, and two of one "
                             "name by names that differ"),
                           *name);
    return true;
}

static guint
count(const struct walks_walk *walk, enum transfer_state state)
{
    guint found = 0;

    for (guint i = 0; i < walk->transfers->len; i++)
        found += ((const struct transfer *)walk->transfers->pdata[i])->state == state;
    return found;
}

guint
walks_done(const struct walks_walk *walk)
{
    return count(walk, TRANSFER_DONE);
}

guint
walks_cancelled(const struct walks_walk *walk)
{
    return count(walk, TRANSFER_CANCELLED);
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
