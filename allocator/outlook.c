#include "allocator/outlook.h"

#include <stdlib.h>

#include "inventory/stock.h"

struct outlook {
    struct demand *demand;
    GArray *boxes; /* struct history_box, by id */
};

static const uint8_t kinds[] = {
    [HISTORY_TAKE] = DEMAND_TAKE,   [HISTORY_UNMET] = DEMAND_UNMET, [HISTORY_GIFT] = DEMAND_GIFT,
    [HISTORY_VISIT] = DEMAND_VISIT, [HISTORY_IN] = DEMAND_IN,       [HISTORY_OUT] = DEMAND_OUT,
};

/* The number of an area, given as they come. */
static int32_t
number_of(GHashTable *numbers, int64_t area)
{
    gpointer key = GSIZE_TO_POINTER((gsize)area), number;

    if (g_hash_table_lookup_extended(numbers, key, NULL, &number))
        return GPOINTER_TO_INT(number);
    number = GINT_TO_POINTER((int)g_hash_table_size(numbers));
    g_hash_table_insert(numbers, key, number);
    return GPOINTER_TO_INT(number);
}

/* A district is one county: nothing moves beyond it. */
static struct demand *
demand_of(const GArray *boxes)
{
    g_autofree struct demand_box *rows = g_new0(struct demand_box, boxes->len + 1);
    g_autoptr(GHashTable) communities = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) grids = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < boxes->len; i++) {
        const struct history_box *box = &g_array_index(boxes, struct history_box, i);

        rows[i] = (struct demand_box){.community = number_of(communities, box->community.n),
                                      .grid = number_of(grids, box->grid.n),
                                      .residents = box->residents};
    }
    return demand_new(rows, (int32_t)boxes->len, HISTORY_PLACES);
}

struct outlook *
outlook_new(const GArray *boxes)
{
    struct outlook *outlook = g_new(struct outlook, 1);

    outlook->demand = demand_of(boxes);
    outlook->boxes = g_array_copy((GArray *)(uintptr_t)boxes);
    return outlook;
}

void
outlook_free(struct outlook *outlook)
{
    if (outlook == NULL)
        return;
    demand_free(outlook->demand);
    g_array_unref(outlook->boxes);
    g_free(outlook);
}

static void
forget(struct outlook *outlook)
{
    demand_free(outlook->demand);
    outlook->demand = demand_of(outlook->boxes);
}

bool
outlook_load(struct outlook *outlook, const void *bytes, size_t size)
{
    if (demand_day(outlook->demand) != INT32_MIN)
        forget(outlook);
    if (demand_load(outlook->demand, bytes, size))
        return true;
    forget(outlook);
    return false;
}

GBytes *
outlook_save(const struct outlook *outlook)
{
    size_t size;
    uint8_t *bytes = demand_save(outlook->demand, &size);

    return g_bytes_new_take(bytes, size);
}

static void
see(struct outlook *outlook, const struct history_event *event)
{
    struct demand_event seen = {
        .day = event->day,
        .at = event->at,
        .kind = kinds[event->kind],
        .box = outlook_index(outlook, event->box),
        .place = event->place,
        .amount = (double)event->amount / (double)STOCK_PERSON_DAY,
    };

    if (seen.box >= 0)
        demand_see(outlook->demand, &seen);
}

void
outlook_see(struct outlook *outlook, const GArray *events, guint *at, struct day until)
{
    for (; *at < events->len; (*at)++) {
        const struct history_event *event = &g_array_index(events, struct history_event, *at);

        if (event->day > until.n)
            break;
        see(outlook, event);
    }
    demand_close(outlook->demand, until.n);
}

void
outlook_see_part(struct outlook *outlook, const GArray *events, guint at, double part)
{
    for (; at < events->len; at++)
        see(outlook, &g_array_index(events, struct history_event, at));
    demand_close_part(outlook->demand, part);
}

void
outlook_tell_due(struct outlook *outlook, struct box_id box, int32_t place, struct day day,
                 double level)
{
    int32_t index = outlook_index(outlook, box);

    if (index >= 0)
        demand_tell_due(outlook->demand, index, place, day.n, level);
}

const struct demand *
outlook_demand(const struct outlook *outlook)
{
    return outlook->demand;
}

static int
by_id(const void *a, const void *b)
{
    const struct history_box *one = a, *other = b;

    return (one->id.n > other->id.n) - (one->id.n < other->id.n);
}

/* Ids mostly run from 1 without gaps. */
const struct history_box *
outlook_box(const struct outlook *outlook, struct box_id box)
{
    struct history_box key = {.id = box};
    const struct history_box *rows = (const struct history_box *)(const void *)outlook->boxes->data;

    if (box.n >= 1 && box.n <= outlook->boxes->len && rows[box.n - 1].id.n == box.n)
        return &rows[box.n - 1];
    return outlook->boxes->len == 0 ? NULL
                                    : bsearch(&key, rows, outlook->boxes->len, sizeof(key), by_id);
}

int32_t
outlook_count(const struct outlook *outlook)
{
    return (int32_t)outlook->boxes->len;
}

int32_t
outlook_index(const struct outlook *outlook, struct box_id box)
{
    const struct history_box *found = outlook_box(outlook, box);

    return found == NULL
               ? -1
               : (int32_t)(found - (const struct history_box *)(const void *)outlook->boxes->data);
}
