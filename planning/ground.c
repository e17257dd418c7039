#include "planning/ground.h"

struct ground {
    GPtrArray *list; /* struct area * */
    GHashTable *areas;
};

bool
ground_read(struct inventory *inventory, struct ground **out, GError **error)
{
    struct ground *ground = g_new0(struct ground, 1);

    *out = ground;
    if (!area_list(inventory, (struct area_id){0}, &ground->list, error))
        return false;
    ground->areas = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < ground->list->len; i++)
        g_hash_table_insert(ground->areas, &((struct area *)ground->list->pdata[i])->id.n,
                            ground->list->pdata[i]);
    return true;
}

void
ground_free(struct ground *ground)
{
    if (ground == NULL)
        return;
    g_clear_pointer(&ground->areas, g_hash_table_unref);
    g_clear_pointer(&ground->list, g_ptr_array_unref);
    g_free(ground);
}

void
ground_groups(const struct ground *ground, const struct box *box, int64_t groups[PLAN_GROUPS])
{
    static const enum area_kind kinds[PLAN_GROUPS] = {AREA_BUILDING, AREA_GRID, AREA_COMMUNITY,
                                                      AREA_DISTRICT};
    struct area_id at = box->area;

    for (int g = 0; g < PLAN_GROUPS; g++)
        groups[g] = 0;
    for (const struct area *area; (area = g_hash_table_lookup(ground->areas, &at.n)) != NULL;
         at = area->parent)
        for (int g = 0; g < PLAN_GROUPS; g++)
            if (area->kind == kinds[g])
                groups[g] = area->id.n;
}

struct area_id
ground_parent(const struct ground *ground, struct area_id id)
{
    const struct area *area = g_hash_table_lookup(ground->areas, &id.n);

    return area != NULL ? area->parent : (struct area_id){0};
}
