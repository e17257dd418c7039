/* Making walks that are kept. */

#include "base/words.h"
#include "planning/walks.h"

/* Open ones out of boxes of the area, that nobody has begun; how many more are in walks. */
static bool
read_free(struct inventory *inventory, struct area_id area, bool again, GPtrArray **transfers,
          guint *in_walks, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;
    g_autoptr(GHashTable) ids = g_hash_table_new(g_int64_hash, g_int64_equal);

    if (!box_list(inventory, area, true, &boxes, error) ||
        !transfer_list(inventory, false, transfers, error))
        return false;
    for (guint i = 0; i < boxes->len; i++)
        g_hash_table_add(ids, &((struct box *)boxes->pdata[i])->id.n);
    for (guint i = (*transfers)->len; i > 0; i--) {
        const struct transfer *t = (*transfers)->pdata[i - 1];

        bool mine = t->sent == 0 && g_hash_table_contains(ids, &t->from.n);
        bool taken = mine && t->walk > 0 && !again;

        *in_walks += taken;
        if (!mine || taken)
            g_ptr_array_remove_index(*transfers, i - 1);
    }
    return true;
}

static bool
keep(struct inventory *inventory, const GPtrArray *walks, int64_t now, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();

    for (guint i = 0; i < walks->len; i++)
        g_ptr_array_add(list, ((struct walks_walk *)walks->pdata[i])->walk);
    return walk_make(inventory, list, now, error);
}

/* As they are listed from now on: by itself, a walk's order can be a better one. */
static bool
read_again(struct inventory *inventory, const struct names *names, int64_t now, GPtrArray *walks,
           GError **error)
{
    for (guint i = 0; i < walks->len; i++) {
        struct walks_walk *walk = walks->pdata[i], *again = NULL;

        if (!walks_read(inventory, names, walk->walk->id, now, &again, error))
            return false;
        walks->pdata[i] = again;
        walks_walk_free(walk);
    }
    return true;
}

static bool
check_any(const GPtrArray *walks, GError **error)
{
    return walks->len > 0 ||
           err_set(error, ERR_REFUSED,
                   _("none of those who are to go can book in both boxes of any of it; choose "
                     "people of an area that has them"));
}

bool
walks_make(struct inventory *inventory, const struct names *names, struct area_id area,
           const struct walks_people *people, bool again, int64_t now, GPtrArray **walks,
           GError **error)
{
    g_autoptr(GPtrArray) transfers = NULL;
    guint in_walks = 0;

    *walks = NULL;
    if (!read_free(inventory, area, again, &transfers, &in_walks, error))
        return false;
    if (transfers->len == 0 && in_walks > 0)
        return err_set(error, ERR_REFUSED,
                       _("all that can be shared out is in walks already; say that it is to be "
                         "taken out of them")) ||
               err_next(error, ERR_NEXT_AGAIN);
    if (transfers->len == 0)
        return err_set(error, ERR_REFUSED, _("there is nothing to share out")) ||
               err_next(error, ERR_NEXT_PLAN);
    if (walks_share(inventory, names, transfers, people, now, walks, error) &&
        check_any(*walks, error) && keep(inventory, *walks, now, error) &&
        read_again(inventory, names, now, *walks, error))
        return true;
    g_clear_pointer(walks, g_ptr_array_unref);
    return false;
}
