#include <math.h>

#include "allocator/dispatch_inside.h"
#include "allocator/quota.h"

/* The parts that are shared among, one a cell. */
struct parts {
    struct quota_part *part;
    struct plan **plan;
    int32_t **arc, **carrier;
    int32_t count;
};

int32_t
dispatch_carrier_of(const struct dispatch_input *input, int32_t place)
{
    return input->carriers != NULL ? input->carriers[place] : -1;
}

static struct dispatch_cell *
cell_at(const struct dispatch *dispatch, int32_t c)
{
    return &g_array_index(dispatch->cells, struct dispatch_cell, c);
}

/* What was agreed but is not carried yet takes its part of the loads. */
static int64_t *
loads_of(const struct dispatch_work *w)
{
    int64_t *most = g_new0(int64_t, w->input->carrier_count + 1);
    g_autofree double *agreed = g_new0(double, w->input->carrier_count + 1);

    for (guint i = 0; i < w->input->transfers->len; i++) {
        int32_t carrier;
        double load = dispatch_agreed_load(w, w->input->transfers->pdata[i], &carrier);

        if (carrier >= 0)
            agreed[carrier] += load;
    }
    for (int32_t k = 0; k < w->input->carrier_count; k++)
        most[k] =
            (int64_t)fmax(floor(((double)w->input->loads[k] - agreed[k]) * STOCK_PERSON_DAY), 0);
    return most;
}

static void
open_part(struct parts *parts, int32_t c, const struct plan_place *places, int64_t load)
{
    const struct plan *plan = parts->plan[c];
    int32_t arcs = (int32_t)plan->leaves->len;

    parts->arc[c] = g_new(int32_t, arcs + 1);
    parts->carrier[c] = g_new(int32_t, arcs + 1);
    for (int32_t i = 0; i < arcs; i++) {
        const struct plan_leave *leave = &g_array_index(plan->leaves, struct plan_leave, i);

        parts->arc[c][i] = leave->arc;
        parts->carrier[c][i] = places[leave->place].carrier;
    }
    parts->part[c] =
        (struct quota_part){&plan->problem, arcs, parts->arc[c], parts->carrier[c], load};
}

static bool
open_parts(struct dispatch_work *w, struct parts *parts, GError **error)
{
    int32_t count = (int32_t)w->dispatch->cells->len;

    *parts = (struct parts){.part = g_new0(struct quota_part, count + 1),
                            .plan = g_new0(struct plan *, count + 1),
                            .arc = g_new0(int32_t *, count + 1),
                            .carrier = g_new0(int32_t *, count + 1),
                            .count = count};
    for (int32_t c = 0; c < count; c++) {
        const struct dispatch_cell *cell = cell_at(w->dispatch, c);

        dispatch_set_places(w, cell->type, cell->age);
        parts->plan[c] =
            plan_draft(w->map, w->places, (double)cell->portion / STOCK_PERSON_DAY, NULL, error);
        if (parts->plan[c] == NULL)
            return false;
        open_part(parts, c, w->places, cell->portion);
    }
    return true;
}

static void
close_parts(struct parts *parts)
{
    for (int32_t c = 0; c < parts->count; c++) {
        plan_free(parts->plan[c]);
        g_free(parts->arc[c]);
        g_free(parts->carrier[c]);
    }
    g_free(parts->part);
    g_free(parts->plan);
    g_free(parts->arc);
    g_free(parts->carrier);
}

static void
take_over(struct dispatch_work *w, const struct parts *parts, struct quota_answer *answer,
          const int64_t *most)
{
    struct dispatch *dispatch = w->dispatch;

    for (int32_t c = 0; c < parts->count; c++) {
        struct dispatch_cell *cell = cell_at(dispatch, c);

        cell->quotas = g_new0(int32_t, (size_t)w->input->boxes->len * PLAN_CLASSES);
        cell->prices = g_steal_pointer(&answer->prices[c]);
        for (int32_t i = 0; i < parts->part[c].arcs; i++) {
            const struct plan_leave *leave =
                &g_array_index(parts->plan[c]->leaves, struct plan_leave, i);

            cell->quotas[leave->place * PLAN_CLASSES + leave->class] = answer->rooms[c][i];
        }
    }
    dispatch->carriers = g_array_new(FALSE, FALSE, sizeof(struct dispatch_carrier));
    for (int32_t k = 0; k < w->input->carrier_count; k++) {
        struct dispatch_carrier carrier = {.most = most[k], .price = answer->price[k]};

        g_array_append_val(dispatch->carriers, carrier);
    }
    for (guint i = 0; i < w->input->boxes->len; i++)
        if (w->input->carriers[i] >= 0)
            g_array_index(dispatch->carriers, struct dispatch_carrier, w->input->carriers[i])
                .limited = true;
    dispatch->bound = answer->bound;
    dispatch->idle = answer->idle;
}

bool
dispatch_share(struct dispatch_work *w, GError **error)
{
    g_autofree int64_t *most = loads_of(w);
    struct quota_answer answer = {0};
    struct parts parts;
    bool ok = open_parts(w, &parts, error) &&
              quota_share(parts.part, parts.count, most, w->input->carrier_count, &answer, error);

    if (ok)
        take_over(w, &parts, &answer, most);
    quota_answer_clear(&answer, parts.count);
    close_parts(&parts);
    return ok;
}

void
dispatch_settle(struct dispatch *dispatch, const struct dispatch_input *input)
{
    int64_t least = INT64_MAX;

    for (guint c = 0; c < dispatch->cells->len; c++) {
        const struct dispatch_cell *cell = cell_at(dispatch, (int32_t)c);
        const struct plan *plan = cell->plan;

        least = MIN(least, cell->portion);
        dispatch->cost += plan->answer.cost;
        for (guint i = 0; i < plan->leaves->len; i++) {
            const struct plan_leave *leave = &g_array_index(plan->leaves, struct plan_leave, i);
            int32_t k = dispatch_carrier_of(input, leave->place);

            g_array_index(dispatch->carriers, struct dispatch_carrier, k).used +=
                cell->portion * plan->answer.flow[leave->arc];
        }
    }
    for (guint k = 0; k < dispatch->carriers->len; k++) {
        struct dispatch_carrier *carrier =
            &g_array_index(dispatch->carriers, struct dispatch_carrier, k);

        carrier->full = carrier->limited && carrier->most - carrier->used < least;
    }
}
