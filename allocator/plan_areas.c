#include "allocator/plan_inside.h"

/* Areas as they are met, and what leads up to them. */
struct survey {
    const struct plan_rules *rules;
    GHashTable *known[PLAN_GROUPS]; /* numbers of junctions by the caller's, from 1 on */
    GArray *climbs;                 /* struct plan_climb, of places, then of junctions */
    int32_t count;                  /* places */
};

/* The way up to an area is half of that between two places that meet there; half a point is let go. */
static int64_t
height(const struct plan_rules *rules, int group)
{
    return plan_way_cost(rules, rules->group_metres[group]) / 2;
}

/* From a place up to the first area that is known already. */
static void
climb_from(struct survey *s, int32_t place, const int64_t group[PLAN_GROUPS])
{
    int32_t below = place;
    int64_t so_far = 0;

    for (int g = 0; g < PLAN_GROUPS; g++) {
        int32_t known = GPOINTER_TO_INT(g_hash_table_lookup(s->known[g], &group[g]));
        int32_t junction = known > 0 ? known - 1 : (int32_t)s->climbs->len - s->count;
        struct plan_climb top = {-1, 0};

        if (group[g] == 0)
            continue;
        g_array_index(s->climbs, struct plan_climb, below) =
            (struct plan_climb){junction, height(s->rules, g) - so_far};
        if (known > 0)
            return;
        g_hash_table_insert(s->known[g], (void *)(size_t)&group[g], GINT_TO_POINTER(junction + 1));
        g_array_append_val(s->climbs, top);
        so_far = height(s->rules, g);
        below = s->count + junction;
    }
}

void
plan_map_climbs(struct plan_map *map, const struct plan_place *places)
{
    struct survey s = {.rules = &map->rules, .count = map->count};

    s.climbs = g_array_new(FALSE, FALSE, sizeof(struct plan_climb));
    for (int g = 0; g < PLAN_GROUPS; g++)
        s.known[g] = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (int32_t i = 0; i < map->count; i++) {
        struct plan_climb none = {-1, 0};

        g_array_append_val(s.climbs, none);
    }
    for (int32_t i = 0; i < map->count; i++)
        climb_from(&s, i, places[i].group);
    for (int g = 0; g < PLAN_GROUPS; g++)
        g_hash_table_unref(s.known[g]);
    map->junctions = (int32_t)s.climbs->len - map->count;
    for (guint i = 0; i < s.climbs->len; i++)
        map->dearest = MAX(map->dearest, g_array_index(s.climbs, struct plan_climb, i).cost);
    map->climbs = (struct plan_climb *)(void *)g_array_free(s.climbs, FALSE);
}
