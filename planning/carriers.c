#include "planning/carriers.h"

#include <stdlib.h>

/* Numbers of values, counted from 1, by the box or else the area that they are set for. */
struct places {
    GHashTable *box, *area;
};

static int
number_at(GHashTable *places, const int64_t *id)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(places, id));
}

/* The value that holds for a box, or -1 for none: its own, else that of the nearest area. */
static int
nearest(const struct places *places, const struct box *box, const struct ground *ground)
{
    int number = number_at(places->box, &box->id.n);

    for (struct area_id at = box->area; number == 0 && at.n != 0; at = ground_parent(ground, at))
        number = number_at(places->area, &at.n);
    return number - 1;
}

static void
read_loads(struct carriers *carriers, const struct places *places)
{
    for (guint i = 0; i < carriers->values->len; i++) {
        struct setting_value *value = carriers->values->pdata[i];
        int64_t load = strtol(value->value, NULL, 10);
        bool of_box = value->box.n != 0;

        g_array_append_val(carriers->loads, load);
        g_hash_table_insert(of_box ? places->box : places->area,
                            of_box ? &value->box.n : &value->area.n, GINT_TO_POINTER((int)i + 1));
    }
}

bool
carriers_read(struct inventory *inventory, const GPtrArray *boxes, const struct ground *ground,
              struct carriers *carriers, GError **error)
{
    struct places places;
    bool any = false;

    *carriers = (struct carriers){.loads = g_array_new(FALSE, FALSE, sizeof(int64_t))};
    if (!setting_where(inventory, "carry", &carriers->values, error))
        return false;
    if (carriers->values->len == 0)
        return true;
    places = (struct places){g_hash_table_new(g_int64_hash, g_int64_equal),
                             g_hash_table_new(g_int64_hash, g_int64_equal)};
    read_loads(carriers, &places);
    carriers->of = g_new(int32_t, boxes->len + 1);
    for (guint i = 0; i < boxes->len; i++) {
        int number = nearest(&places, boxes->pdata[i], ground);
        bool limited = number >= 0 && g_array_index(carriers->loads, int64_t, number) > 0;

        carriers->of[i] = limited ? number : -1;
        any |= limited;
    }
    if (!any)
        g_clear_pointer(&carriers->of, g_free);
    g_hash_table_unref(places.box);
    g_hash_table_unref(places.area);
    return true;
}

void
carriers_clear(struct carriers *carriers)
{
    g_free(carriers->of);
    if (carriers->loads != NULL)
        g_array_unref(carriers->loads);
    if (carriers->values != NULL)
        g_ptr_array_unref(carriers->values);
    *carriers = (struct carriers){0};
}
