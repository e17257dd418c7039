#include <math.h>

#include "allocator/near.h"
#include "allocator/plan_inside.h"

#define ROAD 1.3 /* as many times the straight way: usual for towns */

/* Without coordinates: by the narrowest area both stand in. */
double
plan_metres(const struct plan_place *a, const struct plan_place *b, const struct plan_rules *rules)
{
    double straight = hypot(a->x - b->x, a->y - b->y);

    if (!isnan(straight))
        return straight * ROAD;
    for (int i = 0; i < PLAN_GROUPS; i++)
        if (a->group[i] != 0 && a->group[i] == b->group[i])
            return rules->group_metres[i];
    return NAN;
}

static void
add_near(const struct plan_place *places, int32_t count, const struct plan_rules *rules,
         GArray *ways)
{
    size_t room = (size_t)count * (size_t)rules->neighbours;
    g_autofree double *x = g_new(double, count), *y = g_new(double, count);
    g_autofree double *metres = g_new(double, room);
    g_autofree int32_t *near = g_new(int32_t, room);

    for (int32_t i = 0; i < count; i++) {
        x[i] = isnan(places[i].y) ? NAN : places[i].x;
        y[i] = places[i].y;
    }
    near_find(x, y, count, rules->neighbours, near, metres);
    for (size_t at = 0; at < room; at++) {
        struct plan_way way = {.from = (int32_t)(at / (size_t)rules->neighbours),
                               .to = near[at],
                               .metres = metres[at] * ROAD};

        if (near[at] >= 0)
            g_array_append_val(ways, way);
    }
}

static bool
has_no_coordinates(const struct plan_place *place)
{
    return isnan(place->x) || isnan(place->y);
}

/* Among others that have some, boxes without coordinates go to those beside them in the hierarchy's
 * order, and back. */
static void
add_beside(const struct plan_place *places, int32_t count, const struct plan_rules *rules,
           GArray *ways)
{
    int32_t reach = (rules->neighbours + 1) / 2;

    for (int32_t i = 0; i < count; i++)
        for (int32_t j = i + 1; j <= i + reach && j < count; j++) {
            struct plan_way out = {i, j, plan_metres(&places[i], &places[j], rules), 0};
            struct plan_way back = {j, i, out.metres, 0};

            if (isnan(out.metres) ||
                !(has_no_coordinates(&places[i]) || has_no_coordinates(&places[j])))
                continue;
            g_array_append_val(ways, out);
            g_array_append_val(ways, back);
        }
}

struct plan_map *
plan_map_new(const struct plan_place *places, int32_t count, const struct plan_rules *rules)
{
    struct plan_map *map = g_new0(struct plan_map, 1);
    GArray *ways = g_array_new(FALSE, FALSE, sizeof(struct plan_way));

    bool by_areas = true;

    map->count = count;
    map->rules = *rules;
    for (int32_t i = 0; i < count; i++)
        by_areas &= has_no_coordinates(&places[i]);
    if (rules->neighbours > 0 && by_areas) {
        plan_map_climbs(map, places);
    } else if (rules->neighbours > 0) {
        add_near(places, count, rules, ways);
        add_beside(places, count, rules, ways);
    }
    map->way_count = (int32_t)ways->len;
    map->ways = (struct plan_way *)(void *)g_array_free(ways, FALSE);
    for (int32_t w = 0; w < map->way_count; w++) {
        struct plan_way *way = &map->ways[w];

        way->cost = plan_way_cost(rules, way->metres);
        map->dearest = MAX(map->dearest, way->cost);
    }
    return map;
}

void
plan_map_free(struct plan_map *map)
{
    if (map == NULL)
        return;
    g_free(map->ways);
    g_free(map->climbs);
    g_free(map);
}
