#include "planning/flags.h"

#include "planning/learned.h"

/* Boxes that the question is about; NULL where the snapshot has no others. */
static bool
read_ids(struct inventory *inventory, const struct flags_question *question, GHashTable **ids,
         GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;

    *ids = NULL;
    if (question->box.n != 0 || question->area.n == 0)
        return true;
    if (!box_list(inventory, question->area, false, &boxes, error))
        return false;
    *ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < boxes->len; i++)
        g_hash_table_add(*ids, g_memdup2(&((struct box *)boxes->pdata[i])->id.n, sizeof(int64_t)));
    return true;
}

static GArray *
narrow(const struct flags *flags, const struct flags_question *question, GHashTable *ids)
{
    GArray *all = need_list(&flags->snapshot, flags->outlook, question->least);
    guint kept = 0;

    for (guint i = 0; i < all->len; i++) {
        struct need *need = &g_array_index(all, struct need, i);

        if ((question->type == 0 || (int)need->cell->type == question->type) &&
            (ids == NULL || g_hash_table_contains(ids, &need->cell->box.n)))
            g_array_index(all, struct need, kept++) = *need;
    }
    return g_array_set_size(all, kept);
}

bool
flags_read(struct inventory *inventory, const struct flags_question *question, int64_t now,
           struct flags *flags, GError **error)
{
    g_autoptr(GHashTable) ids = NULL;

    *flags = (struct flags){.needs = NULL};
    if (!read_ids(inventory, question, &ids, error) ||
        !snapshot_read(inventory, question->box, now, &flags->snapshot, error) ||
        !learned_read(inventory, now, &flags->outlook, error))
        return false;
    need_tell_restocks(&flags->snapshot, inventory_day(inventory, now), flags->outlook);
    flags->needs = narrow(flags, question, ids);
    return true;
}

void
flags_clear(struct flags *flags)
{
    g_clear_pointer(&flags->needs, g_array_unref);
    g_clear_pointer(&flags->outlook, outlook_free);
    snapshot_clear(&flags->snapshot);
}

const struct need *
flags_find(const struct flags *flags, struct box_id box, enum drug_type type, enum drug_age age)
{
    for (guint i = 0; i < flags->needs->len; i++) {
        const struct need *need = &g_array_index(flags->needs, struct need, i);

        if (need->cell->box.n == box.n && need->cell->type == type && need->cell->age == age)
            return need;
    }
    return NULL;
}
