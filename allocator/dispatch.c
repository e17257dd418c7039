#include "allocator/dispatch.h"

#include "allocator/dispatch_inside.h"

void
dispatch_line_free(struct dispatch_line *line)
{
    if (line == NULL)
        return;
    g_free(line->lot);
    g_free(line);
}

/* Units of a lot that can go: whole packs where only those may, and of what is not sealed piece by
 * piece, such as a bottle of syrup. */
static int32_t
movable(const struct dispatch_work *w, int32_t i, int32_t units)
{
    const struct drug *drug = w->views[i].drug;
    const struct drug_form *form = drug_form_find(drug->form);
    bool loose = !w->input->packs && form != NULL && form->sealed_units;
    int32_t pack = loose ? 1 : MAX(drug->pack_units, 1);

    return units - units % pack;
}

/* ---------------------------------------------------------------------------------- shipments */

static struct dispatch_line *
line_of(const struct dispatch_work *w, const struct dispatch_cell *cell,
        const struct plan_shipment *s)
{
    const struct plan *plan = cell->plan;
    const struct plan_place *from = &w->places[s->from], *to = &w->places[s->to];
    struct dispatch_line *line = g_new0(struct dispatch_line, 1);

    line->from.n = from->box;
    line->to.n = to->box;
    line->type = cell->type;
    line->age = cell->age;
    line->metres = s->metres;
    line->from_before = plan->cover_before[s->from];
    line->from_after = plan->cover_after[s->from];
    line->to_before = plan->cover_before[s->to];
    line->to_after = plan->cover_after[s->to];
    line->from_rate = from->forecast.rate;
    line->to_rate = to->forecast.rate;
    line->from_amount = plan->before[s->from];
    line->to_amount = plan->before[s->to];
    line->horizon = to->forecast.days;
    line->chance_before = forecast_tail(&to->forecast, plan->before[s->to]);
    line->chance_after = forecast_tail(&to->forecast, plan->after[s->to]);
    line->gives = s->portions[0] + s->portions[1] + s->portions[2];
    return line;
}

static void
give_lot(struct dispatch_work *w, const struct dispatch_cell *cell, const struct plan_shipment *s,
         guint i, int32_t units)
{
    const struct stock_lot *lot = dispatch_lot(w, i);
    struct dispatch_line *line = line_of(w, cell, s);
    int32_t packs = dispatch_packs(w->views[i].drug, units);

    line->drug = lot->drug;
    line->expiry = lot->expiry;
    line->lot = g_strdup(lot->lot);
    line->units = units;
    line->days_left = lot->expiry.n >= DAY_NEVER.n ? -1 : lot->expiry.n - w->input->today.n;
    w->views[i].left -= units;
    if (w->free_packs[s->to] != INT32_MAX)
        w->free_packs[s->to] = MAX(w->free_packs[s->to] - packs, 0);
    g_ptr_array_add(w->dispatch->lines, line);
}

/* Lots of a class until the shipment's portions are made up: never more. */
static void
fill_shipment(struct dispatch_work *w, const struct dispatch_cell *cell,
              const struct plan_shipment *s)
{
    int64_t left[PLAN_CLASSES];
    int32_t first = w->lot_first[s->from];

    for (int c = 0; c < PLAN_CLASSES; c++)
        left[c] = s->portions[c] * STOCK_PERSON_DAY;
    for (guint i = (guint)MAX(first, 0); first >= 0 && i < w->input->lots->len; i++) {
        const struct dispatch_view *view = &w->views[i];
        int32_t units;

        if (view->box != s->from)
            break;
        if (view->drug == NULL || view->drug->type != cell->type || view->drug->age != cell->age)
            continue;
        units = (int32_t)MIN((int64_t)view->left, left[view->class] / view->weight);
        units = movable(w, (int32_t)i, units);
        left[view->class] -= view->weight * units;
        if (units > 0)
            give_lot(w, cell, s, i, units);
    }
}

static bool
plan_cell(struct dispatch_work *w, struct dispatch_cell *cell, GError **error)
{
    dispatch_set_places(w, cell->type, cell->age);
    cell->plan = plan_make(w->map, w->places, cell->quotas, error);
    if (cell->plan == NULL)
        return false;
    for (guint i = 0; i < cell->plan->shipments->len; i++)
        fill_shipment(w, cell, &g_array_index(cell->plan->shipments, struct plan_shipment, i));
    return true;
}

/* Those that need a plan, the critical ones first. */
static void
list_cells(const struct dispatch_work *w)
{
    for (int critical = 1; critical >= 0; critical--)
        for (enum drug_type type = DRUG_FEVER; type <= DRUG_OTHER; type++)
            for (enum drug_age age = DRUG_ALL_AGES; age <= DRUG_CHILD; age++) {
                struct dispatch_cell cell = {.type = type, .age = age};

                if (drug_type_is_critical(type) == (critical == 1) &&
                    (w->input->type == 0 || (int)type == w->input->type) &&
                    dispatch_is_alive(w, type, age))
                    g_array_append_val(w->dispatch->cells, cell);
            }
}

bool
dispatch_plan(const struct dispatch_input *input, struct dispatch *dispatch, GError **error)
{
    struct dispatch_work w = {.input = input, .dispatch = dispatch};
    bool shared = input->carriers != NULL, ok;

    *dispatch = (struct dispatch){
        .lines = g_ptr_array_new_with_free_func((GDestroyNotify)dispatch_line_free),
        .cells = g_array_new(FALSE, FALSE, sizeof(struct dispatch_cell))};
    dispatch_open(&w);
    list_cells(&w);
    ok = !shared || dispatch_share(&w, error);
    for (guint c = 0; ok && c < dispatch->cells->len; c++)
        ok = plan_cell(&w, &g_array_index(dispatch->cells, struct dispatch_cell, c), error);
    if (ok && shared)
        dispatch_settle(dispatch, input);
    dispatch_close(&w);
    return ok;
}

void
dispatch_clear(struct dispatch *dispatch)
{
    if (dispatch->lines != NULL)
        g_ptr_array_unref(dispatch->lines);
    for (guint i = 0; dispatch->cells != NULL && i < dispatch->cells->len; i++) {
        struct dispatch_cell *cell = &g_array_index(dispatch->cells, struct dispatch_cell, i);

        plan_free(cell->plan);
        g_free(cell->quotas);
        g_free(cell->prices);
    }
    if (dispatch->cells != NULL)
        g_array_unref(dispatch->cells);
    if (dispatch->carriers != NULL)
        g_array_unref(dispatch->carriers);
    *dispatch = (struct dispatch){0};
}
