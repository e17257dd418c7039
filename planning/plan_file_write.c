/* Plans as a file that anyone can check. */

#include "base/words.h"
#include "planning/plan_file.h"

static void
write_arcs(GString *text, const struct dispatch_input *input, const struct plan *plan)
{
    const struct flow_problem *p = &plan->problem;
    guint leave = 0; /* in the order of their arcs */

    for (int32_t a = 0; a < p->arcs; a++) {
        g_string_append_printf(text, "a %d %d 0 %d %lld\nf %d\n", p->tail[a] + 1, p->head[a] + 1,
                               p->room[a], (long long)p->cost[a], plan->answer.flow[a]);
        if (leave < plan->leaves->len &&
            g_array_index(plan->leaves, struct plan_leave, leave).arc == a) {
            int32_t place = g_array_index(plan->leaves, struct plan_leave, leave++).place;

            g_string_append_printf(text, "q %d\n", dispatch_carrier_of(input, place) + 1);
        }
    }
}

static void
write_cell(GString *text, const struct dispatch_input *input, const struct dispatch_cell *cell)
{
    const struct flow_problem *p = &cell->plan->problem;
    const struct flow_answer *answer = &cell->plan->answer;

    g_string_append_printf(text, "c %s %s\np min %d %d\n", drug_type_key(cell->type),
                           drug_age_key(cell->age), p->nodes, p->arcs);
    if (cell->prices != NULL)
        g_string_append_printf(text, "u %lld\n", (long long)cell->portion);
    for (int32_t v = 0; v < p->nodes; v++)
        if (p->supply[v] != 0)
            g_string_append_printf(text, "n %d %lld\n", v + 1, (long long)p->supply[v]);
    write_arcs(text, input, cell->plan);
    for (int32_t v = 0; v < p->nodes; v++)
        g_string_append_printf(text, "v %d %lld\n", v + 1, (long long)answer->price[v]);
    for (int32_t v = 0; cell->prices != NULL && v < p->nodes; v++)
        g_string_append_printf(text, "w %d %lld\n", v + 1, (long long)cell->prices[v]);
    g_string_append_printf(text, "s %lld\n", (long long)answer->cost);
}

bool
plan_file_write(const char *path, const struct dispatch_input *input,
                const struct dispatch *dispatch, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GError) why = NULL;

    g_string_append_printf(text, "m %u\n", dispatch->cells->len);
    for (guint k = 0; dispatch->carriers != NULL && k < dispatch->carriers->len; k++) {
        const struct dispatch_carrier *c =
            &g_array_index(dispatch->carriers, struct dispatch_carrier, k);

        g_string_append_printf(text, "k %u %lld %lld\n", k + 1, (long long)c->most,
                               (long long)c->price);
    }
    for (guint i = 0; i < dispatch->cells->len; i++)
        write_cell(text, input, &g_array_index(dispatch->cells, struct dispatch_cell, i));
    if (dispatch->carriers != NULL)
        g_string_append_printf(text, "b %lld\n", (long long)dispatch->bound);
    if (g_file_set_contents(path, text->str, (gssize)text->len, &why))
        return true;
    return err_set(error, err_kind_of_file(why), _("%s can't be written: %s"), path, err_file(why));
}
