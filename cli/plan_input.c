#include "cli/plan_input.h"

#include "allocator/need.h"
#include "cli/learned.h"

#define HORIZON_DAYS 7

/* The areas of each kind that a box stands in, by its own area and those above. */
static void
group_box(GHashTable *areas, const struct box *box, int64_t groups[PLAN_GROUPS])
{
    static const enum area_kind kinds[PLAN_GROUPS] = {AREA_GRID, AREA_COMMUNITY, AREA_DISTRICT};
    struct area_id at = box->area;

    for (const struct area *area; (area = g_hash_table_lookup(areas, &at.n)) != NULL;
         at = area->parent)
        for (int g = 0; g < PLAN_GROUPS; g++)
            if (area->kind == kinds[g])
                groups[g] = area->id.n;
}

static bool
group_boxes(struct face *face, struct plan_input *input, GError **error)
{
    g_autoptr(GPtrArray) list = NULL;
    g_autoptr(GHashTable) areas = g_hash_table_new(g_int64_hash, g_int64_equal);

    if (!area_list(face->inventory, (struct area_id){0}, &list, error))
        return false;
    for (guint i = 0; i < list->len; i++)
        g_hash_table_insert(areas, &((struct area *)list->pdata[i])->id.n, list->pdata[i]);
    input->groups = g_malloc0_n(input->boxes->len, sizeof(*input->groups));
    for (guint i = 0; i < input->boxes->len; i++)
        group_box(areas, input->boxes->pdata[i], input->groups[i]);
    return true;
}

static void
forecast_cells(struct plan_input *input)
{
    GArray *cells = input->snapshot.cells;

    input->forecasts = g_new(struct forecast, cells->len);
    for (guint i = 0; i < cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(cells, struct snapshot_cell, i);

        input->forecasts[i] = demand_forecast(outlook_demand(input->outlook),
                                              outlook_index(input->outlook, cell->box),
                                              need_place(cell), HORIZON_DAYS);
    }
}

bool
plan_input_read(struct face *face, struct area_id area, struct plan_input *input, GError **error)
{
    struct box_id all = {0};

    *input = (struct plan_input){.rules = plan_rules_standard};
    if (!box_list(face->inventory, area, false, &input->boxes, error) ||
        !group_boxes(face, input, error) ||
        !stock_lots(face->inventory, all, (struct drug_id){0}, &input->lots, error) ||
        !drug_list(face->inventory, true, &input->drugs, error) ||
        !transfer_list(face->inventory, false, &input->transfers, error) ||
        !snapshot_read(face->inventory, all, face->now, &input->snapshot, error) ||
        !learned_read(face->inventory, face->now, &input->outlook, error))
        return false;
    forecast_cells(input);
    input->dispatch = (struct dispatch_input){
        .boxes = input->boxes,
        .groups = (const int64_t(*)[PLAN_GROUPS])input->groups,
        .lots = input->lots,
        .drugs = input->drugs,
        .transfers = input->transfers,
        .cells = input->snapshot.cells,
        .forecasts = input->forecasts,
        .rules = &input->rules,
        .today = inventory_day(face->inventory, face->now),
    };
    return true;
}

void
plan_input_clear(struct plan_input *input)
{
    GPtrArray *lists[] = {input->boxes, input->lots, input->drugs, input->transfers};

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        if (lists[i] != NULL)
            g_ptr_array_unref(lists[i]);
    g_free(input->groups);
    g_free(input->forecasts);
    outlook_free(input->outlook);
    snapshot_clear(&input->snapshot);
}
