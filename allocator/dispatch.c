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

static bool
plan_cell(struct dispatch_work *w, struct dispatch_cell *cell, GError **error)
{
    dispatch_set_places(w, cell->type, cell->age);
    cell->plan =
        plan_make(w->map, w->places, (double)cell->portion / STOCK_PERSON_DAY, cell->quotas, error);
    if (cell->plan == NULL)
        return false;
    dispatch_fill(w, cell);
    return true;
}

/* Those that need a plan, the critical ones first. */
static void
list_cells(struct dispatch_work *w)
{
    for (int critical = 1; critical >= 0; critical--)
        for (enum drug_type type = DRUG_FEVER; type <= DRUG_OTHER; type++)
            for (enum drug_age age = DRUG_ALL_AGES; age <= DRUG_CHILD; age++) {
                struct dispatch_cell cell = {.type = type,
                                             .age = age,
                                             .portion =
                                                 w->portions[dispatch_cell_number(type, age)]};

                if (drug_type_is_critical(type) != (critical == 1) ||
                    (w->input->type != 0 && (int)type != w->input->type))
                    continue;
                if (dispatch_is_alive(w, type, age))
                    g_array_append_val(w->dispatch->cells, cell);
                else
                    dispatch_find_bare(w, type, age);
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
    for (guint i = 0; i < input->boxes->len; i++) {
        dispatch->short_before += w.short_before[i];
        dispatch->short_after += w.short_after[i];
    }
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
        g_free(cell->before);
        g_free(cell->after);
        g_free(cell->good_before);
        g_free(cell->good_after);
    }
    if (dispatch->cells != NULL)
        g_array_unref(dispatch->cells);
    if (dispatch->carriers != NULL)
        g_array_unref(dispatch->carriers);
    *dispatch = (struct dispatch){0};
}
