/* One round: where a leg fits in, and mending the order. */

#include "allocator/round.h"

#include <math.h>
#include <string.h>

#include "allocator/plan_inside.h"
#include "allocator/round_inside.h"

#define UNKNOWN_METRES 3000.0 /* where nothing says how far it is */
#define REACH 64              /* visits between fetching and putting in, at most */
#define STRETCH 3             /* visits that are moved together */
#define MANY 200              /* legs: of more, rounds are only searched near what is to fit in */
#define CLOSE 24              /* points that are near another */
#define TURNS 200             /* mendings of one round */
#define BETTER 1e-6           /* minutes that count as shorter */

/* Somebody on foot in town; what scanning a label and a few packs takes. */
const struct round_rules round_rules_standard = {
    .bag = 40,
    .metres_a_minute = 70,
    .stop_minutes = 2,
    .leg_minutes = 1,
    .plan = &plan_rules_standard,
};

int32_t
round_point_of(const struct round_work *w, struct round_visit visit)
{
    return visit.puts ? w->legs[visit.leg].to : w->legs[visit.leg].from;
}

double
round_metres(const struct round_point *from, const struct round_point *to,
             const struct round_rules *rules)
{
    struct plan_place a = {.x = from->x, .y = from->y}, b = {.x = to->x, .y = to->y};

    memcpy(a.group, from->group, sizeof(a.group));
    memcpy(b.group, to->group, sizeof(b.group));
    return plan_metres(&a, &b, rules->plan);
}

static int
shortest_first(const void *a, const void *b)
{
    const float *one = a, *other = b;

    return (*one > *other) - (*one < *other);
}

static void
find_close(struct round_work *w)
{
    size_t points = (size_t)w->points;
    g_autofree float *row = g_new(float, points + 1);

    w->close = g_new0(float, points + 1);
    for (size_t i = 0; i < points && points > CLOSE; i++) {
        memcpy(row, w->steps + i * points, points * sizeof(*row));
        qsort(row, points, sizeof(*row), shortest_first);
        w->close[i] = row[CLOSE];
    }
}

void
round_measure(struct round_work *w, const struct round_point *points)
{
    w->steps = g_new0(float, (size_t)w->points *(size_t)w->points + 1);
    for (int32_t i = 0; i < w->points; i++)
        for (int32_t j = 0; j < w->points; j++) {
            double metres = round_metres(&points[i], &points[j], w->rules);

            if (i != j)
                w->steps[(size_t)i * (size_t)w->points + (size_t)j] =
                    (float)((isnan(metres) ? UNKNOWN_METRES : metres) / w->rules->metres_a_minute +
                            w->rules->stop_minutes);
        }
    find_close(w);
}

static struct round_visit
visit_at(const GArray *visits, guint i)
{
    return g_array_index(visits, struct round_visit, i);
}

static int32_t
point_at(const struct round_work *w, const GArray *visits, guint i)
{
    return round_point_of(w, visit_at(visits, i));
}

double
round_minutes(const struct round_work *w, const GArray *visits)
{
    double sum = visits->len > 0 ? w->rules->stop_minutes : 0;

    for (guint i = 0; i < visits->len; i++) {
        if (i > 0)
            sum += round_step(w, point_at(w, visits, i - 1), point_at(w, visits, i));
        sum += visit_at(visits, i).puts ? w->rules->leg_minutes : 0;
    }
    return sum;
}

/* ------------------------------------------------------------------------------------- the bag */

static int32_t
load_of(const struct round_work *w, int32_t leg)
{
    return MIN(w->legs[leg].load, w->rules->bag);
}

static bool
is_under_way(const struct round_work *w, int32_t leg)
{
    return w->legs[leg].from == w->legs[leg].to;
}

/* Load before each visit, and after the last. */
static int32_t *
loads(const struct round_work *w, const GArray *visits)
{
    int32_t *load = g_new0(int32_t, visits->len + 1);

    for (guint i = 0; i < visits->len; i++)
        if (is_under_way(w, visit_at(visits, i).leg))
            load[0] += load_of(w, visit_at(visits, i).leg);
    for (guint i = 0; i < visits->len; i++) {
        struct round_visit visit = visit_at(visits, i);

        load[i + 1] = load[i] + (visit.puts ? -load_of(w, visit.leg) : load_of(w, visit.leg));
    }
    return load;
}

/* Nothing more is fetched than the bag holds; what is under way may be more. */
static bool
is_too_full(const struct round_work *w, const GArray *visits, const int32_t *load, guint i,
            int32_t extra)
{
    return !visit_at(visits, i).puts && load[i + 1] + extra > w->rules->bag;
}

/* Everything is fetched before it is put in, and the bag holds it. */
static bool
is_possible(const struct round_work *w, const GArray *visits)
{
    g_autofree int32_t *load = loads(w, visits);

    for (guint i = 0; i < visits->len; i++) {
        struct round_visit visit = visit_at(visits, i);

        if (is_too_full(w, visits, load, i, 0))
            return false;
        if (!visit.puts)
            continue;
        for (guint j = i + 1; j < visits->len; j++)
            if (visit_at(visits, j).leg == visit.leg)
                return false;
    }
    return true;
}

/* ----------------------------------------------------------------------------------- insertion */

/* Minutes that a visit of a point adds before visit i. */
static double
added(const struct round_work *w, const GArray *visits, guint i, int32_t point)
{
    double sum = 0;

    if (visits->len == 0)
        return w->rules->stop_minutes;
    if (i > 0)
        sum += round_step(w, point_at(w, visits, i - 1), point);
    if (i < visits->len)
        sum += round_step(w, point, point_at(w, visits, i));
    if (i > 0 && i < visits->len)
        sum -= round_step(w, point_at(w, visits, i - 1), point_at(w, visits, i));
    return sum;
}

/* Fetched and put in one right after the other, before visit i. */
static double
added_together(const struct round_work *w, const GArray *visits, guint i, int32_t leg)
{
    int32_t from = w->legs[leg].from, to = w->legs[leg].to;
    double sum = round_step(w, from, to);

    if (visits->len == 0)
        return sum + w->rules->stop_minutes;
    if (i > 0)
        sum += round_step(w, point_at(w, visits, i - 1), from);
    if (i < visits->len)
        sum += round_step(w, to, point_at(w, visits, i));
    if (i > 0 && i < visits->len)
        sum -= round_step(w, point_at(w, visits, i - 1), point_at(w, visits, i));
    return sum;
}

static void
take_better(struct round_place *best, guint fetch, guint put, double minutes)
{
    if (minutes + BETTER < best->minutes)
        *best = (struct round_place){fetch, put, minutes};
}

static void
try_fetch_at(const struct round_work *w, const GArray *visits, int32_t leg, guint i,
             const int32_t *load, struct round_place *best)
{
    int32_t extra = load_of(w, leg);
    double first = added(w, visits, i, w->legs[leg].from);

    if (load[i] + extra > w->rules->bag)
        return;
    take_better(best, i, i, added_together(w, visits, i, leg));
    for (guint j = i; j < visits->len && j < i + REACH; j++) {
        if (is_too_full(w, visits, load, j, extra))
            return;
        take_better(best, i, j + 1, first + added(w, visits, j + 1, w->legs[leg].to));
    }
}

/* What is under way is in the bag until then. */
static void
try_puts(const struct round_work *w, const GArray *visits, int32_t leg, const int32_t *load,
         struct round_place *best)
{
    for (guint i = 0; i <= visits->len; i++) {
        if (i > 0 && is_too_full(w, visits, load, i - 1, load_of(w, leg)))
            return;
        take_better(best, i, i, added(w, visits, i, w->legs[leg].to));
    }
}

/* Whether the visit before or after a place is near a point: nearer than all that are as far as the
 * last of its near ones, which without coordinates are many. */
static bool
is_close(const struct round_work *w, const GArray *visits, guint i, int32_t point)
{
    double most = (double)w->close[point];

    return (i > 0 && round_step(w, point, point_at(w, visits, i - 1)) < most) ||
           (i < visits->len && round_step(w, point, point_at(w, visits, i)) < most);
}

struct round_place
round_best_place(const struct round_work *w, const GArray *visits, int32_t leg)
{
    struct round_place best = {0, 0, INFINITY};
    g_autofree int32_t *load = loads(w, visits);
    int32_t from = w->legs[leg].from;
    bool near_only = w->count > MANY && w->points > CLOSE;

    if (is_under_way(w, leg))
        try_puts(w, visits, leg, load, &best);
    for (guint i = 0; i <= visits->len && !is_under_way(w, leg); i++)
        if (!near_only || i == visits->len || is_close(w, visits, i, from))
            try_fetch_at(w, visits, leg, i, load, &best);
    best.minutes += w->rules->leg_minutes;
    return best;
}

void
round_insert(GArray *visits, const struct round_work *w, int32_t leg, struct round_place place)
{
    struct round_visit put = {leg, true}, fetch = {leg, false};

    g_array_insert_val(visits, place.put, put);
    if (!is_under_way(w, leg))
        g_array_insert_val(visits, place.fetch, fetch);
}

void
round_remove(GArray *visits, int32_t leg)
{
    for (guint i = visits->len; i > 0; i--)
        if (visit_at(visits, i - 1).leg == leg)
            g_array_remove_index(visits, i - 1);
}

/* ------------------------------------------------------------------------------------- mending */

static void
reverse(GArray *visits, guint from, guint to)
{
    for (; from < to; from++, to--) {
        struct round_visit swap = visit_at(visits, from);

        g_array_index(visits, struct round_visit, from) = visit_at(visits, to);
        g_array_index(visits, struct round_visit, to) = swap;
    }
}

/* Minutes between visit i - 1 and a point, or 0 at the end. */
static double
to_before(const struct round_work *w, const GArray *visits, guint i, int32_t point)
{
    return i > 0 ? round_step(w, point_at(w, visits, i - 1), point) : 0;
}

static double
to_after(const struct round_work *w, const GArray *visits, guint i, int32_t point)
{
    return i + 1 < visits->len ? round_step(w, point, point_at(w, visits, i + 1)) : 0;
}

/* Turns the first stretch round that makes it shorter. */
static bool
turn_one(const struct round_work *w, GArray *visits)
{
    for (guint a = 0; a < visits->len; a++)
        for (guint b = a + 1; b < visits->len && b < a + REACH; b++) {
            int32_t first = point_at(w, visits, a), last = point_at(w, visits, b);
            double now = to_before(w, visits, a, first) + to_after(w, visits, b, last);
            double then = to_before(w, visits, a, last) + to_after(w, visits, b, first);

            if (then + BETTER >= now)
                continue;
            reverse(visits, a, b);
            if (is_possible(w, visits))
                return true;
            reverse(visits, a, b);
        }
    return false;
}

/* Moves visits from … from + length - 1 to before visit to of the others. */
static void
shift(GArray *visits, guint from, guint length, guint to)
{
    struct round_visit moved[STRETCH];

    memcpy(moved, &g_array_index(visits, struct round_visit, from), length * sizeof(*moved));
    g_array_remove_range(visits, from, length);
    g_array_insert_vals(visits, to, moved, length);
}

/* Minutes between two points one after another; 0 where either is the end of the round. */
static double
between(const struct round_work *w, int32_t a, int32_t b)
{
    return a < 0 || b < 0 ? 0 : round_step(w, a, b);
}

/* The point of a visit, as if length visits from one on were not there; -1 beyond the ends. */
static int32_t
point_without(const struct round_work *w, const GArray *visits, guint from, guint length, int64_t i)
{
    int64_t at = i < (int64_t)from ? i : i + length;

    return at < 0 || at >= (int64_t)visits->len ? -1 : point_at(w, visits, (guint)at);
}

/* Minutes more when a stretch stands before visit to of the others. */
static double
longer_by(const struct round_work *w, const GArray *visits, guint from, guint length, guint to)
{
    int32_t first = point_at(w, visits, from), last = point_at(w, visits, from + length - 1);
    int32_t old_a = point_without(w, visits, from, length, (int64_t)from - 1);
    int32_t old_b = point_without(w, visits, from, length, from);
    int32_t a = point_without(w, visits, from, length, (int64_t)to - 1);
    int32_t b = point_without(w, visits, from, length, to);

    return between(w, a, first) + between(w, last, b) - between(w, a, b) -
           (between(w, old_a, first) + between(w, last, old_b) - between(w, old_a, old_b));
}

/* Moves the first short stretch elsewhere that makes it shorter. */
static bool
move_one(const struct round_work *w, GArray *visits)
{
    for (guint length = 1; length <= STRETCH && length < visits->len; length++)
        for (guint from = 0; from + length <= visits->len; from++)
            for (guint to = 0; to + length <= visits->len; to++) {
                if (to == from || to > from + REACH || from > to + REACH ||
                    longer_by(w, visits, from, length, to) + BETTER >= 0)
                    continue;
                shift(visits, from, length, to);
                if (is_possible(w, visits))
                    return true;
                shift(visits, to, length, from);
            }
    return false;
}

void
round_mend(const struct round_work *w, GArray *visits)
{
    for (int turns = 0; turns < TURNS && (turn_one(w, visits) || move_one(w, visits)); turns++)
        continue;
}
