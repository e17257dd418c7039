#include "allocator/demand.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "allocator/demand_inside.h"

#define DISPERSION_KEPT 0.98
#define SIZES 10       /* takings' worth of belief that they are of one person-day … */
#define DISPERSION 1.5 /* … up to three of them, before anything is seen */
#define DISPERSION_WEIGHT 200
#define RECORDED 0.3 /* of requests in vain, before anything is seen */
#define RECORDED_WEIGHT 10
#define RECORDED_KEPT 0.99
#define WEEK_WEIGHT 100
#define SECONDS 65536 /* parts of a day that add up exactly, in any order */
#define WEEK_KEPT 0.995

/* ------------------------------------------------------------------------------------- the state */

static void
copy_groups(struct demand *d, const struct demand_box *boxes)
{
    for (int l = 0; l < DEMAND_LEVELS; l++)
        d->level[l].of = g_new(int32_t, (size_t)MAX(d->boxes, 1));
    for (int32_t b = 0; b < d->boxes; b++) {
        const int32_t of[] = {boxes[b].county, boxes[b].community, boxes[b].grid};

        for (int l = 0; l < DEMAND_LEVELS; l++) {
            d->level[l].of[b] = of[l];
            d->level[l].count = MAX(d->level[l].count, of[l] + 1);
        }
    }
    for (int l = 0; l < DEMAND_LEVELS; l++) {
        d->level[l].parent = g_new0(int32_t, (size_t)MAX(d->level[l].count, 1));
        for (int32_t b = 0; l > 0 && b < d->boxes; b++)
            d->level[l].parent[d->level[l].of[b]] = d->level[l - 1].of[b];
    }
}

/* As many residents as the mean box has count as one. */
static void
copy_residents(struct demand *d, const struct demand_box *boxes)
{
    double sum = 0;
    int32_t known = 0;

    for (int32_t b = 0; b < d->boxes; b++) {
        sum += boxes[b].residents;
        known += boxes[b].residents > 0;
    }
    d->residents = g_new(double, (size_t)MAX(d->boxes, 1));
    for (int32_t b = 0; b < d->boxes; b++)
        d->residents[b] = boxes[b].residents > 0 ? boxes[b].residents * known / sum : 1;
}

static void
start_place(struct demand *d, struct place *place)
{
    int32_t areas = d->level[1].count + d->level[0].count + 1;

    place->series = d->nothing;
    place->areas = g_new0(struct area_sums, (size_t)areas);
    place->grid_rate = g_new0(double, (size_t)MAX(d->level[2].count, 1));
    place->dispersion = DISPERSION;
    place->grain = place->usual = 1;
    for (int32_t a = 0; a < areas; a++)
        place->areas[a].surge = place->areas[a].level = 1;
}

void
demand_use(const struct demand *d, struct place *place)
{
    if (place->used)
        return;
    place->used = true;
    place->series = g_new0(struct series, (size_t)d->boxes + 1);
    place->today = g_new0(struct today, (size_t)d->boxes + 1);
}

struct demand *
demand_new(const struct demand_box *boxes, int32_t count, int32_t places)
{
    struct demand *d = g_new0(struct demand, 1);

    d->boxes = count;
    d->places = places;
    d->day = d->first = INT32_MIN;
    copy_groups(d, boxes);
    copy_residents(d, boxes);
    d->nothing = g_new0(struct series, (size_t)count + 1);
    d->place = g_new0(struct place, (size_t)places);
    for (int32_t p = 0; p < places; p++)
        start_place(d, &d->place[p]);
    for (int i = 0; i < DEMAND_WEEK; i++)
        d->week[i] = 1;
    d->recorded = RECORDED;
    d->visit_day = g_new(int32_t, (size_t)count + 1);
    d->due = g_new(int32_t, (size_t)count + 1);
    d->visit_now = g_new0(uint8_t, (size_t)count + 1);
    for (int32_t b = 0; b < count; b++)
        d->visit_day[b] = d->due[b] = INT32_MIN;
    d->scratch = g_new(double, 3 * (size_t)(count + 1));
    return d;
}

void
demand_free(struct demand *d)
{
    if (d == NULL)
        return;
    for (int l = 0; l < DEMAND_LEVELS; l++) {
        g_free(d->level[l].of);
        g_free(d->level[l].parent);
    }
    for (int32_t p = 0; p < d->places; p++) {
        if (d->place[p].used)
            g_free(d->place[p].series);
        g_free(d->place[p].today);
        g_free(d->place[p].areas);
        g_free(d->place[p].grid_rate);
    }
    g_free(d->residents);
    g_free(d->nothing);
    g_free(d->place);
    g_free(d->visit_day);
    g_free(d->due);
    g_free(d->told);
    g_free(d->visit_now);
    g_free(d->scratch);
    g_free(d);
}

int32_t
demand_day(const struct demand *d)
{
    return d->day;
}

double
demand_stock(const struct demand *d, int32_t box, int32_t place)
{
    return demand_series(d, box, place)->stock;
}

/* ---------------------------------------------------------------------------------------- events */

static void
note_size(struct place *place, double amount)
{
    int class = (int)floor(log2(amount) * 8) + DEMAND_SIZES / 2;

    class = CLAMP(class, 0, DEMAND_SIZES - 1);
    place->size_count[class] += 1;
    place->size_sum[class] += amount;
}

/* The stock changes: time with and without something to take is told apart. */
static void
change(struct series *s, struct today *t, double to, float at)
{
    bool had = s->stock > 0, has = to > 0;

    s->stock = to;
    if (had == has)
        return;
    if (at < 0)
        t->dateless = true;
    else if (has)
        t->since = at;
    else
        t->open += MAX(at - t->since, 0);
    t->dry |= had;
}

static void
visit(struct demand *d, struct today *t, const struct demand_event *e)
{
    t->visited = true;
    d->visit_now[e->box] = true;
    d->due[e->box] = INT32_MIN;
    d->visit_at += e->at < 0 ? 1 : round((double)e->at * SECONDS) / SECONDS;
    d->visit_count += 1;
}

void
demand_see(struct demand *d, const struct demand_event *e)
{
    struct place *place = &d->place[e->place];
    struct series *s;
    struct today *t;
    double to;

    if (d->day == INT32_MIN) {
        d->first = e->day;
        d->day = e->day - 1;
    }
    demand_close(d, e->day - 1);
    if (e->kind == DEMAND_DUE) {
        d->due[e->box] = (int32_t)e->amount;
        return;
    }
    demand_use(d, place);
    s = &place->series[e->box];
    t = &place->today[e->box];
    s->used = true;
    to = s->stock;
    switch ((enum demand_kind)e->kind) {
    case DEMAND_TAKE:
        t->taken += e->amount;
        if (e->amount > 0)
            note_size(place, e->amount);
        to -= e->amount;
        break;
    case DEMAND_UNMET: t->unmet += e->amount > 0 ? e->amount : place->usual; break;
    case DEMAND_GIFT:
        t->gifts += e->amount;
        place->lumps += 1;
        place->lump_sum += e->amount;
        to += e->amount;
        break;
    case DEMAND_VISIT:
        visit(d, t, e);
        to += e->amount;
        break;
    case DEMAND_IN: to += e->amount; break;
    case DEMAND_OUT: to -= e->amount; break;
    case DEMAND_COUNT: to = e->amount; break;
    case DEMAND_DUE: break;
    }
    if (fabs(to) < 1e-9)
        to = 0;
    change(s, t, to, e->at);
}

/* ------------------------------------------------------------------------------ the end of a day */

/* E[part of the day with something to take | all of it was taken], where nobody knows when: of the
 * demand D that is at least what was taken, the first `taken` came while it lasted. */
static double
open_part(double mean, double dispersion, double taken)
{
    double excess = MAX(dispersion - 1, 0.01), r = mean / excess, q = excess / (1 + excess);
    double term = 1, sum = 0, open = 0;

    if (!(mean > 0) || taken < 1)
        return 0.5;
    for (double k = taken; k < taken + 200 && term > 1e-6 * sum; k++) {
        sum += term;
        open += term * taken / k;
        term *= q * (k + r) / (k + 1);
    }
    return open / sum;
}

/* The part of the day, of `part` that have gone, on which there was something to take. */
static double
open_time(const struct series *s, const struct today *t, const struct place *place, double mean,
          double part)
{
    double open = t->open + (s->stock > 0 && !t->dateless ? part - t->since : 0);

    if (!t->dateless)
        return CLAMP(open, 0, part);
    if (s->start > 0 && t->dry)
        return part * open_part(mean / place->grain, place->dispersion / place->grain,
                                t->taken / place->grain);
    return s->start > 0 ? part : t->taken > 0 ? part / 2 : 0;
}

/* Squared deviations of the day, where the box held so much that it can't have run out. */
static void
note_deviation(struct place *place, const struct series *s, double mean, double doubt, double seen)
{
    if (s->start < mean + 5 * sqrt(place->dispersion * mean) + 4 * place->grain)
        return;
    place->deviation +=
        (seen - mean) * (seen - mean) - mean * mean * (1 / MAX(s->shape, 1) + doubt);
    place->spread += mean;
}

/* What part of the day's demand can be seen: all while there is something to take, then what gets
 * recorded; none in a box that never had any to do with it. */
static double
visible(const struct demand *d, const struct series *s, double open, double part)
{
    return s->used ? open + d->recorded * (part - open) : 0;
}

/* What was seen and expected in each community; leaves the open time of boxes in scratch. */
static void
add_up(struct demand *d, int32_t p, double part)
{
    struct place *place = &d->place[p];
    double week = demand_week(d, d->day), *open = d->scratch;
    double *seen = g_new0(double, 2 * (size_t)d->level[1].count);
    double *expected = seen + d->level[1].count;
    int day = (d->day % DEMAND_WEEK + DEMAND_WEEK) % DEMAND_WEEK;

    for (int32_t b = 0; b < d->boxes; b++) {
        const struct series *s = &place->series[b];
        const struct today *t = &place->today[b];
        int32_t area = d->level[1].of[b];
        double surge = place->areas[area].surge, mean = s->rate * surge * week * part, asked, vis;

        open[b] = open_time(s, t, place, mean, part);
        vis = visible(d, s, open[b], part);
        asked = t->taken + t->unmet;
        seen[area] += asked;
        expected[area] += s->rate * week * vis;
        d->week_seen[day] += asked / place->grain;
        d->week_expected[day] += s->rate * surge * vis / place->grain;
        d->unmet += t->unmet / place->grain;
        if (s->used)
            d->unmet_expected += s->rate * surge * week * (part - open[b]) / place->grain;
        note_deviation(place, s, mean, place->areas[area].doubt, asked);
    }
    demand_surge_add(d, p, seen, expected, part);
    g_free(seen);
}

static void
discount(struct demand *d, int32_t p, double part)
{
    struct place *place = &d->place[p];
    double week = demand_week(d, d->day), kept = pow(DEMAND_KEPT, part);

    place->given *= kept;
    for (int32_t b = 0; b < d->boxes; b++) {
        struct series *s = &place->series[b];
        struct today *t = &place->today[b];
        double open = d->scratch[b], vis = visible(d, s, open, part);
        double surge = place->areas[d->level[1].of[b]].surge;

        s->count = kept * s->count + t->taken + t->unmet;
        s->exposure = kept * s->exposure + week * surge * vis * d->residents[b];
        s->days = kept * s->days + open;
        s->given = kept * s->given + t->gifts;
        place->given += t->gifts;
        if (t->visited)
            s->level = s->level > 0 ? (s->level + s->stock) / 2 : s->stock;
        s->stock = MAX(s->stock, 0);
        s->start = s->stock;
        *t = (struct today){0};
    }
}

/* The size that nine in ten takings reach. */
static double
common_size(const struct place *place, double all)
{
    double below = 0;

    for (int i = 0; i < DEMAND_SIZES; i++) {
        below += place->size_count[i];
        if (place->size_count[i] > 0 && below >= all / 10)
            return place->size_sum[i] / place->size_count[i];
    }
    return 1;
}

/* What is believed of the sizes of takings gives way as they are seen: their mean, the common size,
 * and the variance of demand over its mean that follows from how they differ. */
static double
fit_sizes(struct place *place)
{
    double all = 0, sum = 0, squares = 0;

    for (int i = 0; i < DEMAND_SIZES; i++) {
        if (place->size_count[i] <= 0)
            continue;
        all += place->size_count[i];
        sum += place->size_sum[i];
        squares += place->size_sum[i] * place->size_sum[i] / place->size_count[i];
    }
    place->usual = (SIZES + sum) / (SIZES + all);
    place->grain = pow(common_size(place, all), all / (SIZES + all));
    return (SIZES * DISPERSION + squares) / (SIZES + sum);
}

static void
fit_place(struct demand *d, int32_t p, double part)
{
    struct place *place = &d->place[p];
    double lumpy = fit_sizes(place), weight = DISPERSION_WEIGHT * place->grain;

    place->dispersion = (weight * lumpy + place->deviation) / (weight + place->spread);
    place->dispersion = CLAMP(place->dispersion, place->grain, 20 * place->grain);
    place->deviation *= pow(DISPERSION_KEPT, part);
    place->spread *= pow(DISPERSION_KEPT, part);
    demand_fit(d, p);
}

static void
fit_week(struct demand *d, double part)
{
    double sum = 0;

    for (int i = 0; i < DEMAND_WEEK; i++) {
        d->week[i] = (WEEK_WEIGHT + d->week_seen[i]) / (WEEK_WEIGHT + d->week_expected[i]);
        sum += d->week[i];
    }
    for (int i = 0; i < DEMAND_WEEK; i++) {
        d->week[i] *= DEMAND_WEEK / sum;
        d->week_seen[i] *= pow(WEEK_KEPT, part);
        d->week_expected[i] *= pow(WEEK_KEPT, part);
    }
    d->recorded = (RECORDED_WEIGHT * RECORDED + d->unmet) / (RECORDED_WEIGHT + d->unmet_expected);
    d->recorded = CLAMP(d->recorded, 0.02, 1);
    d->unmet *= pow(RECORDED_KEPT, part);
    d->unmet_expected *= pow(RECORDED_KEPT, part);
}

void
demand_close_part(struct demand *d, double part)
{
    if (d->day == INT32_MIN)
        return;
    d->day++;
    demand_supply_close(d, part);
    d->given_days = pow(DEMAND_KEPT, part) * d->given_days + part;
    for (int32_t p = 0; p < d->places; p++)
        if (d->place[p].used) {
            if (d->place[p].mean <= 0)
                demand_fit(d, p); /* to what is believed before anything is seen */
            add_up(d, p, part);
            demand_surge_fit(d, p, part);
            discount(d, p, part);
            fit_place(d, p, part);
        }
    fit_week(d, part);
    for (int32_t p = 0; p < d->places; p++)
        if (d->place[p].used)
            demand_surge_ahead(d, p);
}

void
demand_close(struct demand *d, int32_t day)
{
    while (d->day != INT32_MIN && d->day < day)
        demand_close_part(d, 1);
}
