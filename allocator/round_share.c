/* Rounds for several: which leg goes to whom. */

#include <math.h>

#include "allocator/round_inside.h"

#define PASSES 30        /* over all legs, while moving them helps */
#define EFFORT 5e7       /* pairs of legs in all passes: of very many there are fewer, at least 2 */
#define BETTER 1e-6      /* minutes squared that count as better */
#define MENDED_UP_TO 120 /* visits of a round whose order is mended as well */

/* How far apart two legs are, in minutes: the nearer of their ends. */
static double
apart(const struct round_work *w, int32_t a, int32_t b)
{
    const struct round_leg *one = &w->legs[a], *other = &w->legs[b];

    return fmin(fmin(round_step(w, one->from, other->from), round_step(w, one->to, other->to)),
                fmin(round_step(w, one->from, other->to), round_step(w, one->to, other->from)));
}

/* What a round of so many hours weighs: the longest counts most. */
static double
weight(double minutes)
{
    double hours = minutes / 60;

    return hours * hours * hours * hours;
}

/* What a round with so many minutes more weighs more. */
static double
more(const struct round_work *w, int32_t carrier, double minutes)
{
    return weight(w->minutes[carrier] + minutes) - weight(w->minutes[carrier]);
}

static void
give(struct round_work *w, int32_t leg, int32_t carrier, struct round_place place)
{
    round_insert(w->rounds[carrier], w, leg, place);
    w->carrier[leg] = carrier;
    w->minutes[carrier] = round_minutes(w, w->rounds[carrier]);
}

static void
take_away(struct round_work *w, int32_t leg)
{
    int32_t carrier = w->carrier[leg];

    round_remove(w->rounds[carrier], leg);
    w->carrier[leg] = -1;
    w->minutes[carrier] = round_minutes(w, w->rounds[carrier]);
}

static bool
may_take(const struct round_work *w, int32_t carrier, int32_t leg)
{
    return w->rules->may == NULL ||
           w->rules->may[(size_t)leg * (size_t)w->carriers + (size_t)carrier];
}

/* To whom it costs least to give it. */
static void
give_best(struct round_work *w, int32_t leg)
{
    struct round_place best = {0, 0, INFINITY};
    double least = INFINITY;
    int32_t to = 0;

    for (int32_t c = 0; c < w->carriers; c++) {
        struct round_place place;
        double cost;

        if (!may_take(w, c, leg))
            continue;
        place = round_best_place(w, w->rounds[c], leg);
        cost = more(w, c, place.minutes);

        if (cost + BETTER < least) {
            least = cost;
            best = place;
            to = c;
        }
    }
    give(w, leg, to, best);
}

/* Legs far from each other begin the rounds. */
static void
begin(struct round_work *w)
{
    g_autofree double *far = g_new(double, w->count);

    for (int32_t i = 0; i < w->count; i++)
        far[i] = INFINITY;
    for (int32_t c = 0; c < w->carriers && c < w->count; c++) {
        int32_t next = -1;

        for (int32_t i = 0; i < w->count; i++)
            if (w->carrier[i] < 0 && may_take(w, c, i) && (next < 0 || far[i] > far[next]))
                next = i;
        if (next < 0)
            continue;
        give(w, next, c, round_best_place(w, w->rounds[c], next));
        for (int32_t i = 0; i < w->count; i++)
            far[i] = fmin(far[i], apart(w, next, i));
    }
}

/* The rest, those nearest to what is given first. */
static void
give_rest(struct round_work *w)
{
    g_autofree double *far = g_new(double, w->count);

    for (int32_t i = 0; i < w->count; i++) {
        far[i] = INFINITY;
        for (int32_t j = 0; j < w->count; j++)
            if (w->carrier[j] >= 0)
                far[i] = fmin(far[i], apart(w, i, j));
    }
    for (;;) {
        int32_t next = -1;

        for (int32_t i = 0; i < w->count; i++)
            if (w->carrier[i] < 0 && (next < 0 || far[i] < far[next]))
                next = i;
        if (next < 0)
            return;
        give_best(w, next);
        for (int32_t i = 0; i < w->count; i++)
            far[i] = fmin(far[i], apart(w, next, i));
    }
}

static double
weigh(const struct round_work *w)
{
    double sum = 0;

    for (int32_t c = 0; c < w->carriers; c++)
        sum += weight(w->minutes[c]);
    return sum;
}

static void
mend_all(struct round_work *w)
{
    for (int32_t c = 0; c < w->carriers; c++) {
        if (w->rounds[c]->len <= MENDED_UP_TO)
            round_mend(w, w->rounds[c]);
        w->minutes[c] = round_minutes(w, w->rounds[c]);
    }
}

/* Takes each leg out and gives it where it is best now, until nothing changes. */
static void
exchange(struct round_work *w)
{
    double passes = fmax(2, fmin(PASSES, EFFORT / fmax(w->count, 1) / fmax(w->count, 1)));

    for (int pass = 0; pass < (int)passes; pass++) {
        double before = weigh(w);

        for (int32_t leg = 0; leg < w->count; leg++) {
            take_away(w, leg);
            give_best(w, leg);
        }
        mend_all(w);
        if (weigh(w) + BETTER >= before)
            return;
    }
}

static double
metres_of(const struct round_work *w, const struct round_point *points, const GArray *visits)
{
    double sum = 0;

    for (guint i = 1; i < visits->len; i++) {
        int32_t a = round_point_of(w, g_array_index(visits, struct round_visit, i - 1));
        int32_t b = round_point_of(w, g_array_index(visits, struct round_visit, i));
        double metres = a == b ? 0 : round_metres(&points[a], &points[b], w->rules);

        sum += isnan(metres) ? 0 : metres;
    }
    return sum;
}

static void
round_clear(gpointer data)
{
    g_array_unref(((struct round *)data)->visits);
}

static void
open_work(struct round_work *w, const struct round_point *points)
{
    round_measure(w, points);
    w->rounds = g_new(GArray *, w->carriers);
    w->minutes = g_new0(double, w->carriers);
    w->carrier = g_new(int32_t, w->count + 1);
    for (int32_t c = 0; c < w->carriers; c++)
        w->rounds[c] = g_array_new(FALSE, FALSE, sizeof(struct round_visit));
    for (int32_t i = 0; i < w->count; i++)
        w->carrier[i] = -1;
}

GArray *
round_share(const struct round_point *points, int32_t point_count, const struct round_leg *legs,
            int32_t leg_count, int32_t carriers, const struct round_rules *rules)
{
    struct round_work w = {.points = point_count,
                           .legs = legs,
                           .count = leg_count,
                           .rules = rules,
                           .carriers = MAX(carriers, 1)};
    GArray *rounds = g_array_new(FALSE, FALSE, sizeof(struct round));

    g_array_set_clear_func(rounds, round_clear);
    open_work(&w, points);
    begin(&w);
    give_rest(&w);
    exchange(&w);
    for (int32_t c = 0; c < w.carriers; c++) {
        struct round round = {w.rounds[c], w.minutes[c], metres_of(&w, points, w.rounds[c])};

        g_array_append_val(rounds, round);
    }
    g_free(w.steps);
    g_free(w.close);
    g_free(w.rounds);
    g_free(w.minutes);
    g_free(w.carrier);
    return rounds;
}
