#include "inventory/nearest.h"

#include <math.h>

#define EARTH 6371009.0       /* mean radius in metres */
#define RADIAN (G_PI / 180e6) /* of a millionth of a degree */

struct place {
    struct nearest near;
    int kin; /* 0: same area, 1: same parent of it, 2: elsewhere */
};

static bool
has_place(const struct box *box)
{
    return box->lat != BOX_NO_COORDINATE;
}

static double
metres_between(const struct box *a, const struct box *b)
{
    double east = (b->lon - a->lon) * RADIAN * cos((a->lat + (b->lat - a->lat) / 2.0) * RADIAN);
    double north = (b->lat - a->lat) * RADIAN;

    return EARTH * hypot(east, north);
}

static bool
add_all(GHashTable *set, GPtrArray *areas)
{
    for (guint i = 0; i < areas->len; i++)
        g_hash_table_add(set, g_memdup2(&((struct area *)areas->pdata[i])->id.n, sizeof(int64_t)));
    return true;
}

/* Numbers of all areas below the one above an area. */
static bool
read_kin(struct inventory *inventory, struct area_id id, GHashTable *kin, GError **error)
{
    g_autoptr(GPtrArray) areas = NULL;
    struct area *area = NULL;
    bool ok = area_by_id(inventory, id, &area, error) &&
              area_list(inventory, area->kind > AREA_COMMUNITY ? area->parent : id, &areas, error);

    area_free(area);
    return ok && add_all(kin, areas);
}

static int
compare(const void *one, const void *other)
{
    const struct place *a = one, *b = other;
    bool far_a = a->near.metres < 0, far_b = b->near.metres < 0;

    if (far_a != far_b)
        return far_a ? 1 : -1;
    if (far_a || a->near.metres == b->near.metres)
        return a->kin != b->kin ? a->kin - b->kin
                                : (a->near.box->id.n > b->near.box->id.n) -
                                      (a->near.box->id.n < b->near.box->id.n);
    return a->near.metres < b->near.metres ? -1 : 1;
}

static GArray *
in_order(GPtrArray *boxes, const struct box *from, GHashTable *kin)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place));
    GArray *list = g_array_new(FALSE, FALSE, sizeof(struct nearest));

    for (guint i = 0; i < boxes->len; i++) {
        struct box *box = boxes->pdata[i];
        bool known = has_place(from) && has_place(box);
        struct place place = {{box, known ? metres_between(from, box) : -1},
                              box->area.n == from->area.n                ? 0
                              : g_hash_table_contains(kin, &box->area.n) ? 1
                                                                         : 2};

        if (box->id.n == from->id.n)
            box_free(box);
        else
            g_array_append_val(places, place);
    }
    g_array_sort(places, compare);
    for (guint i = 0; i < places->len; i++)
        g_array_append_val(list, g_array_index(places, struct place, i).near);
    g_array_unref(places);
    return list;
}

bool
nearest_boxes(struct inventory *inventory, const struct box *from, GArray **list, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;
    g_autoptr(GHashTable) kin = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    *list = NULL;
    if (!read_kin(inventory, from->area, kin, error) ||
        !box_list(inventory, (struct area_id){0}, false, &boxes, error))
        return false;
    *list = in_order(boxes, from, kin);
    g_ptr_array_set_free_func(boxes, NULL); /* the list owns them now */
    return true;
}

void
nearest_free(GArray *list)
{
    if (list == NULL)
        return;
    for (guint i = 0; i < list->len; i++)
        box_free(g_array_index(list, struct nearest, i).box);
    g_array_unref(list);
}
