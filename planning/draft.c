#include "planning/draft.h"

#include "allocator/need.h"
#include "planning/learned.h"

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
group_boxes(struct inventory *inventory, struct draft *draft, GError **error)
{
    g_autoptr(GPtrArray) list = NULL;
    g_autoptr(GHashTable) areas = g_hash_table_new(g_int64_hash, g_int64_equal);

    if (!area_list(inventory, (struct area_id){0}, &list, error))
        return false;
    for (guint i = 0; i < list->len; i++)
        g_hash_table_insert(areas, &((struct area *)list->pdata[i])->id.n, list->pdata[i]);
    draft->groups = g_malloc0_n(draft->boxes->len, sizeof(*draft->groups));
    for (guint i = 0; i < draft->boxes->len; i++)
        group_box(areas, draft->boxes->pdata[i], draft->groups[i]);
    return true;
}

static void
forecast_cells(struct draft *draft)
{
    GArray *cells = draft->snapshot.cells;

    draft->forecasts = g_new(struct forecast, cells->len);
    for (guint i = 0; i < cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(cells, struct snapshot_cell, i);

        draft->forecasts[i] = demand_forecast(outlook_demand(draft->outlook),
                                              outlook_index(draft->outlook, cell->box),
                                              need_place(cell), HORIZON_DAYS);
    }
}

bool
draft_read(struct inventory *inventory, struct area_id area, int64_t now, struct draft *draft,
           GError **error)
{
    struct box_id all = {0};

    *draft = (struct draft){.rules = plan_rules_standard};
    if (!box_list(inventory, area, false, &draft->boxes, error) ||
        !group_boxes(inventory, draft, error) ||
        !stock_lots(inventory, all, (struct drug_id){0}, &draft->lots, error) ||
        !drug_list(inventory, true, &draft->drugs, error) ||
        !transfer_list(inventory, false, &draft->transfers, error) ||
        !snapshot_read(inventory, all, now, &draft->snapshot, error) ||
        !learned_read(inventory, now, &draft->outlook, error))
        return false;
    forecast_cells(draft);
    draft->input = (struct dispatch_input){
        .boxes = draft->boxes,
        .groups = (const int64_t(*)[PLAN_GROUPS])draft->groups,
        .lots = draft->lots,
        .drugs = draft->drugs,
        .transfers = draft->transfers,
        .cells = draft->snapshot.cells,
        .forecasts = draft->forecasts,
        .rules = &draft->rules,
        .today = inventory_day(inventory, now),
    };
    return true;
}

bool
draft_plan(struct draft *draft, GError **error)
{
    dispatch_clear(&draft->dispatch);
    return dispatch_plan(&draft->input, &draft->dispatch, error);
}

static struct transfer *
proposal_of(const struct dispatch_line *line)
{
    struct transfer *t = g_new0(struct transfer, 1);
    g_autofree char *reason = dispatch_reason(line), *sums = dispatch_arithmetic(line);

    t->from = line->from;
    t->to = line->to;
    t->drug = line->drug;
    t->expiry = line->expiry;
    t->lot = g_strdup(line->lot);
    t->units = line->units;
    t->reason = g_strdup_printf("%s\n%s", reason, sums);
    return t;
}

bool
draft_propose(struct inventory *inventory, const struct draft *draft, int64_t now,
              GPtrArray **transfers, GError **error)
{
    *transfers = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    for (guint i = 0; i < draft->dispatch.lines->len; i++)
        g_ptr_array_add(*transfers, proposal_of(draft->dispatch.lines->pdata[i]));
    if (transfer_propose(inventory, *transfers, now, error))
        return true;
    g_clear_pointer(transfers, g_ptr_array_unref);
    return false;
}

void
draft_clear(struct draft *draft)
{
    GPtrArray *lists[] = {draft->boxes, draft->lots, draft->drugs, draft->transfers};

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        if (lists[i] != NULL)
            g_ptr_array_unref(lists[i]);
    g_free(draft->groups);
    g_free(draft->forecasts);
    outlook_free(draft->outlook);
    snapshot_clear(&draft->snapshot);
    dispatch_clear(&draft->dispatch);
}
