#include "planning/reach.h"

static bool
holds(const struct names *names, struct area_id root, struct area_id at)
{
    const struct area *area;

    if (root.n == 0)
        return true;
    while (at.n != root.n && (area = names_area(names, at)) != NULL)
        at = area->parent;
    return at.n == root.n;
}

static bool
holds_box(const struct names *names, struct area_id root, struct box_id id)
{
    const struct box *box = names_box(names, id);

    return box != NULL && holds(names, root, box->area);
}

bool
reach_way(const struct names *names, struct area_id area, struct box_id from, struct box_id to)
{
    return holds_box(names, area, from) && holds_box(names, area, to);
}

static void
person_clear(gpointer data)
{
    g_array_unref(((struct reach_person *)data)->transfers);
}

/* Numbers of the transfers that an area holds. */
static GArray *
held(const struct names *names, struct area_id area, const GPtrArray *transfers)
{
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(int64_t));

    for (guint i = 0; i < transfers->len; i++) {
        const struct transfer *t = transfers->pdata[i];

        if (reach_way(names, area, t->from, t->to))
            g_array_append_val(ids, t->id);
    }
    return ids;
}

/* Many people have one area. */
static GArray *
held_by(GHashTable *known, const struct names *names, struct area_id area,
        const GPtrArray *transfers)
{
    GArray *ids = g_hash_table_lookup(known, &area.n);

    if (ids == NULL) {
        ids = held(names, area, transfers);
        g_hash_table_insert(known, g_memdup2(&area.n, sizeof(area.n)), ids);
    }
    return g_array_ref(ids);
}

static gint
most_first(gconstpointer a, gconstpointer b)
{
    const struct reach_person *one = a, *other = b;

    if (one->transfers->len != other->transfers->len)
        return one->transfers->len > other->transfers->len ? -1 : 1;
    if (one->account->role != other->account->role)
        return (int)one->account->role - (int)other->account->role;
    return (one->account->person > other->account->person) -
           (one->account->person < other->account->person);
}

bool
reach_read(struct inventory *inventory, const struct names *names, struct area_id area,
           const GPtrArray *transfers, struct reach *reach, GError **error)
{
    g_autoptr(GHashTable) known =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);

    *reach = (struct reach){.people = g_array_new(FALSE, FALSE, sizeof(struct reach_person))};
    g_array_set_clear_func(reach->people, person_clear);
    if (!account_list(inventory, (struct area_id){0}, false, &reach->accounts, error))
        return false;
    for (guint i = 0; i < reach->accounts->len; i++) {
        const struct account *account = reach->accounts->pdata[i];
        struct reach_person person = {account, NULL};

        if (account->login[0] == '\0')
            continue;
        person.transfers = held_by(known, names, account->area, transfers);
        if (person.transfers->len > 0 || holds(names, area, account->area))
            g_array_append_val(reach->people, person);
        else
            person_clear(&person);
    }
    g_array_sort(reach->people, most_first);
    return true;
}

void
reach_clear(struct reach *reach)
{
    g_clear_pointer(&reach->people, g_array_unref);
    g_clear_pointer(&reach->accounts, g_ptr_array_unref);
}
