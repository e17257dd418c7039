#include <math.h>

#include "allocator/dispatch_inside.h"

#define ENDLESS (INT64_MAX / 4)

/* The shipments of a cell as they are filled, one source after the other; millionths of a person-day. */
struct filling {
    struct dispatch_work *work;
    struct dispatch_cell *cell;
    guint first;                    /* of the cell's lines */
    GArray *ways;                   /* struct plan_shipment, of each line: its own */
    int64_t *slack;                 /* room of each place beside what the flow brings */
    int64_t (*there)[PLAN_CLASSES]; /* what is in each place by then */
    int32_t from;                   /* the source, */
    int64_t lacks[PLAN_CLASSES];    /* what its shipments are short of so far, */
    int64_t spare;                  /* and what may still leave it */
};

static void
give_lot(struct filling *f, const struct plan_shipment *s, guint i, int32_t units)
{
    struct dispatch_work *w = f->work;
    const struct stock_lot *lot = dispatch_lot(w, i);
    struct dispatch_line *line = g_new0(struct dispatch_line, 1);
    int64_t amount = w->views[i].weight * units;

    line->from.n = w->places[s->from].box;
    line->to.n = w->places[s->to].box;
    line->type = f->cell->type;
    line->age = f->cell->age;
    line->metres = s->metres;
    line->drug = lot->drug;
    line->expiry = lot->expiry;
    line->lot = g_strdup(lot->lot);
    line->units = units;
    line->days_left = lot->expiry.n >= DAY_NEVER.n ? -1 : lot->expiry.n - w->input->today.n;
    w->views[i].left -= units;
    dispatch_take_room(w, s->to, w->views[i].drug, units);
    f->spare -= amount;
    f->cell->after[s->from] -= amount;
    f->cell->after[s->to] += amount;
    f->there[s->from][w->views[i].class] -= amount;
    f->there[s->to][w->views[i].class] += amount;
    f->cell->carried += amount;
    g_ptr_array_add(w->dispatch->lines, line);
    g_array_append_val(f->ways, *s);
}

/* Steps of a lot that a shipment takes of what it lacks: whole ones, or one for half of it and more.
 * More than the flow moves comes to no place without room for it. */
static int32_t
steps_of(const struct filling *f, const struct dispatch_view *view, int64_t allowed, bool round)
{
    int64_t step = view->weight * view->step, lacks = f->lacks[view->class];
    int64_t steps = MIN(view->left / view->step, MIN(lacks, allowed) / step);

    if (!round)
        return (int32_t)MAX(steps, 0);
    return view->left >= view->step && 2 * lacks >= step && step <= MIN(f->spare, allowed);
}

/* Lots of the source, soonest expiry first. Gives what it took. */
static int64_t
take(struct filling *f, const struct plan_shipment *s, int64_t allowed, bool round)
{
    const struct dispatch_work *w = f->work;
    int32_t first = w->lot_first[s->from];
    int64_t taken = 0;

    for (guint i = (guint)MAX(first, 0); first >= 0 && i < w->input->lots->len; i++) {
        const struct dispatch_view *view = &w->views[i];
        int32_t units;

        if (view->box != s->from)
            break;
        if (view->drug == NULL || view->drug->type != f->cell->type ||
            view->drug->age != f->cell->age)
            continue;
        units = MIN(steps_of(f, view, allowed - taken, round),
                    dispatch_room(w, s->to, view->drug) / view->step) *
                view->step;
        if (units == 0)
            continue;
        f->lacks[view->class] -= view->weight * units;
        taken += view->weight * units;
        give_lot(f, s, i, units);
    }
    return taken;
}

/* From a new source nothing is short yet; all may leave that isn't retained. */
static void
begin_source(struct filling *f, int32_t from)
{
    const struct plan_place *place = &f->work->places[from];
    int32_t total = place->stock[0] + place->stock[1] + place->stock[2];

    f->from = from;
    f->spare = (total - MIN(total, place->retained)) * f->cell->portion;
    for (int c = 0; c < PLAN_CLASSES; c++)
        f->lacks[c] = 0;
}

static void
fill_shipment(struct filling *f, const struct plan_shipment *s)
{
    int64_t flows = 0, allowed, taken;

    if (s->from != f->from)
        begin_source(f, s->from);
    for (int c = 0; c < PLAN_CLASSES; c++) {
        f->lacks[c] += s->portions[c] * f->cell->portion;
        flows += s->portions[c] * f->cell->portion;
    }
    allowed = flows + f->slack[s->to];
    taken = take(f, s, allowed, false);
    if (f->work->places[s->from].carrier < 0)
        taken += take(f, s, allowed - taken, true);
    f->slack[s->to] += flows - taken;
    f->cell->flows += flows;
}

/* What is there is given out as it expires: of each class no more than is asked for while all of it is
 * surely good. */
static int64_t
good_of(const struct filling *f, int32_t i)
{
    const struct plan_rules *rules = f->work->input->rules;
    double rate = f->work->places[i].forecast.rate;
    int64_t good = 0, rest = f->cell->after[i];

    for (int c = 0; c < PLAN_CLASSES - 1; c++) {
        int64_t most = (int64_t)ceil(rate * rules->class_days[c] * STOCK_PERSON_DAY);

        rest -= f->there[i][c];
        good = MIN(good + f->there[i][c], MAX(good, most));
    }
    return good + rest;
}

static int64_t *
all_good(const struct filling *f)
{
    int64_t *good = g_new(int64_t, f->cell->plan->places + 1);

    for (int32_t i = 0; i < f->cell->plan->places; i++)
        good[i] = good_of(f, i);
    return good;
}

static void
open_filling(struct filling *f)
{
    const struct plan *plan = f->cell->plan;
    size_t cell = (size_t)dispatch_cell_number(f->cell->type, f->cell->age);

    f->ways = g_array_new(FALSE, FALSE, sizeof(struct plan_shipment));
    f->slack = g_new(int64_t, plan->places + 1);
    f->cell->before = g_new(int64_t, plan->places + 1);
    f->cell->after = g_new(int64_t, plan->places + 1);
    for (int32_t i = 0; i < plan->places; i++) {
        const struct plan_place *place = &f->work->places[i];

        f->slack[i] = place->room == PLAN_ENDLESS
                          ? ENDLESS
                          : MAX(place->room - plan->after[i], 0) * f->cell->portion;
        f->cell->before[i] = f->cell->after[i] =
            plan->before[i] * f->cell->portion + (int64_t)(place->rest * STOCK_PERSON_DAY + 0.5);
    }
    f->there = g_memdup2(&f->work->held[cell * (size_t)plan->places],
                         (size_t)plan->places * sizeof(*f->there));
    f->cell->good_before = all_good(f);
}

/* ------------------------------------------------------------------------------- what is told of it */

static double
person_days(int64_t amount)
{
    return (double)amount / STOCK_PERSON_DAY;
}

static void
tell_line(const struct filling *f, struct dispatch_line *line, const struct plan_shipment *s)
{
    const struct dispatch_cell *cell = f->cell;
    const struct forecast *from = &f->work->places[s->from].forecast;
    const struct forecast *to = &f->work->places[s->to].forecast;

    line->from_rate = from->rate;
    line->to_rate = to->rate;
    line->from_amount = person_days(cell->good_before[s->from]);
    line->to_amount = person_days(cell->good_before[s->to]);
    line->from_before = plan_cover(from, line->from_amount);
    line->from_after = plan_cover(from, person_days(cell->good_after[s->from]));
    line->to_before = plan_cover(to, line->to_amount);
    line->to_after = plan_cover(to, person_days(cell->good_after[s->to]));
    line->horizon = to->days;
    line->chance_before = forecast_tail(to, line->to_amount);
    line->chance_after = forecast_tail(to, person_days(cell->good_after[s->to]));
}

/* The i-th line of the cell. */
static struct dispatch_line *
line_at(const struct filling *f, guint i)
{
    return f->work->dispatch->lines->pdata[f->first + i];
}

/* Lines of one way follow each other. */
static void
tell_lines(const struct filling *f)
{
    for (guint i = 0, end; i < f->ways->len; i = end) {
        const struct plan_shipment *s = &g_array_index(f->ways, struct plan_shipment, i);
        double gives = 0;

        for (end = i; end < f->ways->len && line_at(f, end)->from.n == line_at(f, i)->from.n &&
                      line_at(f, end)->to.n == line_at(f, i)->to.n;
             end++) {
            const struct dispatch_line *line = line_at(f, end);
            const struct drug *drug = dispatch_drug(f->work, line->drug);

            gives += person_days(stock_weight(drug->day_units) * line->units);
        }
        for (guint j = i; j < end; j++) {
            tell_line(f, line_at(f, j), s);
            line_at(f, j)->gives = gives;
        }
    }
}

static void
find_short(const struct filling *f)
{
    double floor = f->work->input->rules->floor_days;

    for (int32_t i = 0; i < f->cell->plan->places; i++) {
        const struct forecast *forecast = &f->work->places[i].forecast;

        if (plan_cover(forecast, person_days(f->cell->good_before[i])) < floor)
            f->work->short_before[i] = true;
        if (plan_cover(forecast, person_days(f->cell->good_after[i])) < floor)
            f->work->short_after[i] = true;
    }
}

static void
add_met(const struct filling *f)
{
    for (int32_t i = 0; i < f->cell->plan->places; i++) {
        const struct forecast *forecast = &f->work->places[i].forecast;
        int64_t before = f->cell->good_before[i], after = f->cell->good_after[i];

        if (before != after)
            f->cell->met += forecast_met(forecast, person_days(after)) -
                            forecast_met(forecast, person_days(before));
    }
}

void
dispatch_fill(struct dispatch_work *work, struct dispatch_cell *cell)
{
    struct filling f = {
        .work = work, .cell = cell, .first = work->dispatch->lines->len, .from = -1};

    open_filling(&f);
    for (guint i = 0; i < cell->plan->shipments->len; i++)
        fill_shipment(&f, &g_array_index(cell->plan->shipments, struct plan_shipment, i));
    f.cell->good_after = all_good(&f);
    tell_lines(&f);
    find_short(&f);
    add_met(&f);
    g_free(f.slack);
    g_free(f.there);
    g_array_unref(f.ways);
}
