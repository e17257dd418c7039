#include <math.h>
#include <string.h>

#include "base/words.h"
#include "tests/unit/dispatch_town.h"
#include "tests/unit/random.h"

/* ------------------------------------------------------------------------------------------ lots */

static void
what_is_short_is_brought(struct town *t, gconstpointer data)
{
    (void)data;
    rich_and_poor(t, UNITS(40), 300);
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 1);
    g_assert_cmpint(line(t, 0)->from.n, ==, 1);
    g_assert_cmpint(line(t, 0)->to.n, ==, 2);
    g_assert_cmpint(line(t, 0)->units, >=, UNITS(7));
    g_assert_cmpint(line(t, 0)->units, <=, UNITS(39));
    g_assert_cmpstr(line(t, 0)->lot, ==, "L300");
    g_assert_cmpfloat_with_epsilon(line(t, 0)->metres, 260, 5); /* by road */
    g_assert_cmpfloat(line(t, 0)->to_before, ==, 0);
    g_assert_cmpfloat(line(t, 0)->to_after, >=, 7);
    g_assert_cmpfloat(line(t, 0)->chance_before, >, 0.9);
    g_assert_cmpfloat(line(t, 0)->chance_after, <, 0.5);
}

/* What it brings is what the receiver can give out more, less what the giver can't any more. */
static void
what_it_brings_is_told(struct town *t, gconstpointer data)
{
    const struct forecast *f;
    double days, brings;

    (void)data;
    rich_and_poor(t, UNITS(12), 300);
    plan(t);
    f = &g_array_index(t->forecasts, struct forecast, 0);
    days = carried(t) / 4.0;
    brings = forecast_met(f, days) - (forecast_met(f, 12) - forecast_met(f, 12 - days));
    g_assert_cmpfloat(brings, >, 1);
    g_assert_cmpfloat_with_epsilon(g_array_index(t->plan.cells, struct dispatch_cell, 0).met,
                                   brings, 1e-9);
}

static void
nothing_without_need_or_stock(struct town *t, gconstpointer data)
{
    (void)data;
    plan(t);
    g_assert_cmpuint(t->plan.cells->len, ==, 0);
    rich_and_poor(t, UNITS(40), 300);
    g_array_index(t->forecasts, struct forecast, 0).rate = 0;
    g_array_index(t->forecasts, struct forecast, 1).rate = 0;
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 0);
    g_assert_cmpuint(t->plan.cells->len, ==, 0);
}

static void
what_can_not_go_stays(struct town *t, gconstpointer data)
{
    struct stock_lot *lot;

    (void)data;
    rich_and_poor(t, UNITS(40), 300);
    lot = lot_at(t, 0);
    lot->recalled = true;
    plan(t);
    g_assert_cmpint(carried(t), ==, 0);
    lot->recalled = false;
    lot->expiry.n = TODAY + DISPATCH_LEAST_DAYS - 1;
    plan(t);
    g_assert_cmpint(carried(t), ==, 0);
    lot->expiry.n = TODAY + DISPATCH_LEAST_DAYS;
    plan(t);
    g_assert_cmpint(carried(t), >, 0);
}

static void
what_expires_sooner_goes_where_it_is_used(struct town *t, gconstpointer data)
{
    (void)data;
    rich_and_poor(t, UNITS(3), 5);
    add_lot(t, 1, 1, UNITS(40), 400);
    g_array_index(t->forecasts, struct forecast, 0).rate = 0.1;
    g_array_index(t->forecasts, struct forecast, 0).mean = 0.7;
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 2);
    g_assert_cmpstr(line(t, 0)->lot, ==, "L5");
    g_assert_cmpfloat(line(t, 0)->days_left, ==, 5);
    g_assert_cmpstr(line(t, 1)->lot, ==, "L400");
}

/* However much there is of it: it counts for the days on which it is surely good. */
static void
what_expires_soon_does_not_last(struct town *t, gconstpointer data)
{
    (void)data;
    rich_and_poor(t, UNITS(40), 5);
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 1);
    g_assert_cmpfloat(line(t, 0)->to_after, ==, 3);
    g_assert_cmpfloat(line(t, 0)->from_after, ==, 3);
    g_assert_cmpint(t->plan.short_before, ==, 1);
    g_assert_cmpint(t->plan.short_after, ==, 0);
}

static void
what_nobody_has_is_short_too(struct town *t, gconstpointer data)
{
    (void)data;
    rich_and_poor(t, UNITS(40), 300);
    lot_at(t, 0)->recalled = true;
    g_array_index(t->cells, struct snapshot_cell, 0).usable = 0;
    add_cell(t, 2, DRUG_COLD, DRUG_ADULT, 1); /* a box counts once */
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 0);
    g_assert_cmpint(t->plan.short_before, ==, 2);
    g_assert_cmpint(t->plan.short_after, ==, 2);
}

/* Half a strip may go, half a bottle not; and with packs only, nothing is broken. */
static void
packs_are_broken_where_that_can_be(struct town *t, gconstpointer data)
{
    (void)data;
    rich_and_poor(t, 12 * 3 + 5, 300);
    plan(t);
    g_assert_cmpint(carried(t) % 12, !=, 0);
    t->input.packs = true;
    plan(t);
    g_assert_cmpint(carried(t), >, 0);
    g_assert_cmpint(carried(t) % 12, ==, 0);
    t->input.packs = false;
    g_free(((struct drug *)t->drugs->pdata[0])->form);
    ((struct drug *)t->drugs->pdata[0])->form = g_strdup("suspension");
    plan(t);
    g_assert_cmpint(carried(t), >, 0);
    g_assert_cmpint(carried(t) % 12, ==, 0);
}

/* ---------------------------------------------------------------------------------------- limits */

static void
what_is_set_to_stay_stays(struct town *t, gconstpointer data)
{
    struct level *rich = &t->levels[0];

    (void)data;
    rich_and_poor(t, UNITS(12), 300);
    plan(t);
    g_assert_cmpint(carried(t), ==, UNITS(6)); /* both alike */
    rich->keep = 8;
    plan(t);
    g_assert_cmpint(carried(t), ==, UNITS(4));
    rich->keep = 0;
    rich->keep_days = 10;
    plan(t);
    g_assert_cmpint(carried(t), ==, UNITS(2));
    rich->keep_days = 365;
    plan(t);
    g_assert_cmpint(carried(t), ==, 0);
    rich->keep = 100000;
    plan(t);
    g_assert_cmpint(carried(t), ==, 0);
}

static void
no_more_than_there_is_room_for(struct town *t, gconstpointer data)
{
    (void)data;
    rich_and_poor(t, UNITS(60), 300);
    ((struct box *)t->boxes->pdata[1])->capacity = 1;
    plan(t);
    g_assert_cmpint(carried(t), ==, 12);
}

/* Of what is brought, whatever else the catalogue has. */
static void
room_is_in_packs_of_what_there_is(struct town *t, gconstpointer data)
{
    struct drug *small;
    int32_t packs = 0;

    (void)data;
    rich_and_poor(t, UNITS(60), 300);
    ((struct box *)t->boxes->pdata[1])->capacity = 3;
    small = add_drug(t, DRUG_FEVER, DRUG_ADULT, "tablet");
    small->pack_units = 4;
    plan(t);
    g_assert_cmpint(carried(t), ==, 3 * 12);
    add_lot(t, 1, 2, UNITS(60), 200);
    t->cells->len = t->forecasts->len = 0;
    add_cell(t, 1, DRUG_FEVER, DRUG_ADULT, 1);
    add_cell(t, 2, DRUG_FEVER, DRUG_ADULT, 1);
    plan(t);
    for (guint i = 0; i < t->plan.lines->len; i++)
        packs += (line(t, i)->units + 3) / (line(t, i)->drug.n == 2 ? 4 : 12);
    g_assert_cmpint(carried(t), >, 0);
    g_assert_cmpint(packs, <=, 3);
}

/* Accepted and under way counts as if it were done: a plan on top of a plan finds nothing. */
static void
what_is_agreed_counts(struct town *t, gconstpointer data)
{
    struct transfer *transfer;

    (void)data;
    rich_and_poor(t, UNITS(12), 300);
    plan(t);
    transfer = g_new0(struct transfer, 1);
    transfer->from.n = 1;
    transfer->to.n = 2;
    transfer->drug.n = 1;
    transfer->units = carried(t);
    transfer->state = TRANSFER_ACCEPTED;
    g_ptr_array_add(t->transfers, transfer);
    plan(t);
    g_assert_cmpint(carried(t), ==, 0);
    transfer->state = TRANSFER_CARRIED;
    transfer->sent = transfer->units;
    lot_at(t, 0)->units -= transfer->units;
    g_array_index(t->cells, struct snapshot_cell, 0).usable -= (int64_t)transfer->units * WEIGHT;
    plan(t);
    g_assert_cmpint(carried(t), ==, 0);
    transfer->state = TRANSFER_CANCELLED;
    plan(t);
    g_assert_cmpint(carried(t), >, 0);
}

/* Half of an accepted transfer is out already: only the other half is still spoken for. */
static void
what_is_half_carried_counts_once(struct town *t, gconstpointer data)
{
    struct transfer *transfer = g_new0(struct transfer, 1);

    (void)data;
    rich_and_poor(t, UNITS(9), 300);
    *transfer = (struct transfer){.from = {1},
                                  .to = {2},
                                  .drug = {1},
                                  .units = UNITS(6),
                                  .sent = UNITS(3),
                                  .state = TRANSFER_CARRIED};
    g_ptr_array_add(t->transfers, transfer);
    plan(t);
    g_assert_cmpint(carried(t), ==, 0);
    transfer->received = UNITS(3); /* of which the box has none any more: it was taken */
    plan(t);
    g_assert_cmpint(carried(t), >, 0);
}

static void
types_are_planned_apart(struct town *t, gconstpointer data)
{
    (void)data;
    rich_and_poor(t, UNITS(40), 300);
    add_drug(t, DRUG_COUGH, DRUG_CHILD, "sachet");
    add_lot(t, 1, 2, UNITS(40), 200);
    add_cell(t, 1, DRUG_COUGH, DRUG_CHILD, 0);
    add_cell(t, 2, DRUG_COUGH, DRUG_CHILD, 1);
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 2);
    g_assert_cmpint((int)line(t, 0)->type, ==, DRUG_FEVER); /* the critical ones first */
    g_assert_cmpint((int)line(t, 1)->type, ==, DRUG_COUGH);
    t->input.type = DRUG_COUGH;
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 1);
    g_assert_cmpint((int)line(t, 0)->age, ==, DRUG_CHILD);
}

/* ----------------------------------------------------------------------------------------- packs */

static int64_t
weighs(const struct town *t, struct drug_id drug, int32_t units)
{
    return units * stock_weight(((struct drug *)t->drugs->pdata[drug.n - 1])->day_units);
}

/* What a box holds in millionths once all lines are carried, from its lots: of those that are good for so
 * many days at least, and for fewer than so many. */
static int64_t
holds_good(const struct town *t, int64_t box, int32_t least, int32_t below)
{
    int64_t sum = 0;

    for (guint i = 0; i < t->lots->len; i++) {
        const struct stock_lot *lot = lot_at(t, i);
        int32_t days = lot->expiry.n - TODAY;

        if (lot->box.n == box && !lot->recalled && days >= least && days < below)
            sum += weighs(t, lot->drug, lot->units);
    }
    for (guint i = 0; i < t->plan.lines->len; i++) {
        const struct dispatch_line *l = line(t, i);
        int64_t gives = weighs(t, l->drug, l->units);

        if (l->expiry.n - TODAY >= least && l->expiry.n - TODAY < below)
            sum += l->to.n == box ? gives : l->from.n == box ? -gives : 0;
    }
    return sum;
}

static int64_t
holds_after(const struct town *t, int64_t box)
{
    return holds_good(t, box, DISPATCH_LEAST_DAYS, INT32_MAX);
}

/* How long that lasts: what expires soon counts as far as it is surely given out in time. */
static double
lasts_after(const struct town *t, int64_t box, double rate)
{
    double soon = (double)holds_good(t, box, 3, 7) / STOCK_PERSON_DAY;
    double later = (double)holds_good(t, box, 7, 21) / STOCK_PERSON_DAY;
    double good = fmin(fmin(soon, 3 * rate) + later, 7 * rate);

    return fmin((good + (double)holds_good(t, box, 21, INT32_MAX) / STOCK_PERSON_DAY) / rate, 9999);
}

/* What is told is what is there afterwards, for the lines and for all. */
static void
assert_told(const struct town *t, guint cells)
{
    int32_t low = 0;

    g_assert_cmpuint(t->plan.cells->len, ==, cells);
    for (guint b = 0; b < t->boxes->len; b++) {
        const struct forecast *f = &g_array_index(t->forecasts, struct forecast, b);
        int64_t after = holds_after(t, b + 1);

        g_assert_cmpint(g_array_index(t->plan.cells, struct dispatch_cell, 0).after[b], ==, after);
        if (f->rate <= 0)
            continue;
        low += lasts_after(t, b + 1, f->rate) < t->rules.floor_days - 1e-9;
        for (guint i = 0; i < t->plan.lines->len; i++)
            if (line(t, i)->to.n == (int64_t)b + 1)
                g_assert_cmpfloat_with_epsilon(line(t, i)->to_after, lasts_after(t, b + 1, f->rate),
                                               1e-5);
    }
    g_assert_cmpint(t->plan.short_after, ==, low);
}

/* Bottles of ten person-days each in one box; three others have none. */
static void
bottles_go_round(struct town *t, gconstpointer data)
{
    struct drug *syrup;
    double gives = 0;

    (void)data;
    for (int b = 0; b < 4; b++)
        add_box(t, 0);
    syrup = add_drug(t, DRUG_FEVER, DRUG_CHILD, "suspension");
    syrup->pack_units = 40;
    add_lot(t, 1, 1, 3 * 40, 300);
    for (int b = 0; b < 4; b++)
        add_cell(t, b + 1, DRUG_FEVER, DRUG_CHILD, b == 0 ? 0 : 1);
    plan(t);
    g_assert_cmpuint(t->plan.lines->len, ==, 3);
    for (guint i = 0; i < 3; i++) {
        g_assert_cmpint(line(t, i)->units, ==, 40);
        g_assert_cmpint(line(t, i)->to.n, ==, 2 + i);
        g_assert_cmpfloat(line(t, i)->to_after, ==, 10);
        gives += line(t, i)->gives;
    }
    g_assert_cmpfloat(gives, ==, 30);
    assert_told(t, 1);
}

/* The most that the poorest of all boxes can have at last, by every sharing of whole packs. */
static double
best_poorest(const struct town *t, int32_t packs, guint box, double poorest, double pack)
{
    double best = -1, rate;

    if (box == t->boxes->len)
        return packs == 0 ? poorest : -1;
    rate = g_array_index(t->forecasts, struct forecast, box).rate;
    for (int32_t n = 0; n <= packs; n++)
        best =
            fmax(best, best_poorest(t, packs - n, box + 1, fmin(poorest, n * pack / rate), pack));
    return best;
}

static void
whole_packs_are_shared_best(struct town *unused, gconstpointer data)
{
    uint64_t state = 11;

    (void)unused, (void)data;
    for (int trial = 0; trial < 60; trial++) {
        int32_t packs = 0, boxes = 2 + random_below(&state, 3);
        double poorest = INFINITY;
        struct town t;

        open_town(&t, NULL);
        t.rules.floor_days = 300;
        t.rules.class_days[1] = 400;
        add_drug(&t, DRUG_FEVER, DRUG_ADULT, "tablet");
        t.input.packs = true;
        for (int32_t b = 0; b < boxes; b++) {
            int32_t here = b == 0 ? 1 : 0;

            here += random_below(&state, 3);
            add_box(&t, 0);
            if (here > 0)
                add_lot(&t, b + 1, 1, here * 12, 1000);
            add_cell(&t, b + 1, DRUG_FEVER, DRUG_ADULT, (1 + random_below(&state, 30)) / 10.0);
            t.levels[b].keep_days = 0;
            packs += here;
        }
        plan(&t);
        for (int32_t b = 0; b < boxes; b++)
            poorest = fmin(poorest, (double)holds_after(&t, b + 1) / STOCK_PERSON_DAY /
                                        g_array_index(t.forecasts, struct forecast, b).rate);
        /* levels are a twentieth of a day of the cover below a pack */
        g_assert_cmpfloat(poorest, >=, best_poorest(&t, packs, 0, INFINITY, 3) - 0.05);
        assert_told(&t, 1);
        g_assert_cmpint(g_array_index(t.plan.cells, struct dispatch_cell, 0).flows, ==,
                        g_array_index(t.plan.cells, struct dispatch_cell, 0).carried);
        close_town(&t, NULL);
    }
}

/* Of ten tablets at four a day five are planned with as one, of seven all, of three twice as many. */
static void
portions_make_up_packs(struct town *t, gconstpointer data)
{
    static const struct {
        int32_t pack, portion;
    } sizes[] = {{12, 4}, {10, 5}, {7, 7}, {3, 6}, {4, 4}, {1, 4}};

    (void)data;
    rich_and_poor(t, UNITS(40), 300);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct drug *drug = t->drugs->pdata[0];

        drug->pack_units = sizes[i].pack;
        plan(t);
        g_assert_cmpint(g_array_index(t->plan.cells, struct dispatch_cell, 0).portion, ==,
                        sizes[i].portion * WEIGHT);
    }
}

/* What a box on its way lies there already counts, but can't go on from there. */
static void
what_comes_does_not_go_on(struct town *t, gconstpointer data)
{
    struct transfer *transfer = g_new0(struct transfer, 1);

    (void)data;
    rich_and_poor(t, UNITS(3), 300);
    *transfer = (struct transfer){.from = {9},
                                  .to = {1},
                                  .drug = {1},
                                  .units = UNITS(60),
                                  .sent = UNITS(60),
                                  .state = TRANSFER_CARRIED};
    g_ptr_array_add(t->transfers, transfer);
    plan(t);
    g_assert_cmpint(carried(t), ==, UNITS(3)); /* for what comes keeps the box itself */
    g_assert_cmpfloat(line(t, 0)->from_after, ==, 60);
}

/* ---------------------------------------------------------------------------------------- chance */

static int32_t
held(const struct town *t, const struct stock_lot *like)
{
    int32_t units = 0;

    for (guint i = 0; i < t->lots->len; i++) {
        const struct stock_lot *lot = lot_at(t, i);

        if (lot->box.n == like->box.n && lot->drug.n == like->drug.n &&
            lot->expiry.n == like->expiry.n)
            units += lot->units;
    }
    return units;
}

/* Nothing made or lost, nothing below what is retained; what is told is so. */
static void
assert_random_town(const struct town *t)
{
    const struct dispatch_cell *cell = &g_array_index(t->plan.cells, struct dispatch_cell, 0);
    int64_t before = 0, after = 0;

    assert_told(t, 1);
    for (guint b = 0; b < t->boxes->len; b++) {
        const struct level *level = &t->levels[b];
        double rate = g_array_index(t->forecasts, struct forecast, b).rate;
        int64_t kept = (int64_t)(fmax(level->keep, rate * level->keep_days) * STOCK_PERSON_DAY);

        before += cell->before[b];
        after += cell->after[b];
        g_assert_cmpint(cell->after[b], >=, MIN(kept, cell->before[b]) - 1000);
    }
    g_assert_cmpint(before, ==, after);
}

/* No lot gives more than it has, nor anything that is about to spoil. */
static void
random_towns_add_up(struct town *unused, gconstpointer data)
{
    uint64_t state = 7;

    (void)unused, (void)data;
    for (int trial = 0; trial < 60; trial++) {
        struct town t;
        int32_t boxes = 2 + random_below(&state, 12);

        open_town(&t, NULL);
        for (int n = 0; n < 2; n++)
            add_drug(&t, DRUG_FEVER, DRUG_ADULT, n == 0 ? "tablet" : "suspension")->pack_units =
                n == 0 ? 12 : 20;
        t.input.packs = trial % 2 == 0;
        for (int32_t b = 0; b < boxes; b++) {
            add_box(&t, random_below(&state, 2) * (5 + random_below(&state, 20)));
            for (int32_t n = random_below(&state, 4); n > 0; n--)
                add_lot(&t, b + 1, 1 + n % 2, 1 + random_below(&state, 100),
                        random_below(&state, 100));
            add_cell(&t, b + 1, DRUG_FEVER, DRUG_ADULT, random_below(&state, 30) / 10.0);
            t.levels[b].keep = random_below(&state, 5);
        }
        plan(&t);
        if (t.plan.cells->len > 0)
            assert_random_town(&t);
        for (guint i = 0; i < t.lots->len; i++) {
            const struct stock_lot *lot = lot_at(&t, i);
            int32_t given = 0;

            for (guint j = 0; j < t.plan.lines->len; j++) {
                const struct dispatch_line *l = line(&t, j);

                g_assert_cmpint(l->units, >, 0);
                g_assert_cmpint(l->from.n, !=, l->to.n);
                if (l->from.n == lot->box.n && l->drug.n == lot->drug.n &&
                    l->expiry.n == lot->expiry.n)
                    given += l->units;
            }
            g_assert_cmpint(given, <=, held(&t, lot));
            if (lot->expiry.n < TODAY + DISPATCH_LEAST_DAYS)
                g_assert_cmpint(given, ==, 0);
        }
        close_town(&t, NULL);
    }
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct town *, gconstpointer);
    } tests[] = {
        {"/dispatch/what is short is brought", what_is_short_is_brought},
        {"/dispatch/what it brings is told", what_it_brings_is_told},
        {"/dispatch/nothing without need or stock", nothing_without_need_or_stock},
        {"/dispatch/what can't go stays", what_can_not_go_stays},
        {"/dispatch/what expires sooner goes", what_expires_sooner_goes_where_it_is_used},
        {"/dispatch/what expires soon doesn't last", what_expires_soon_does_not_last},
        {"/dispatch/what nobody has is short, too", what_nobody_has_is_short_too},
        {"/dispatch/packs are broken where that can be", packs_are_broken_where_that_can_be},
        {"/dispatch/what is set to stay stays", what_is_set_to_stay_stays},
        {"/dispatch/no more than there is room for", no_more_than_there_is_room_for},
        {"/dispatch/room is in packs of what there is", room_is_in_packs_of_what_there_is},
        {"/dispatch/what is agreed counts", what_is_agreed_counts},
        {"/dispatch/what is half carried counts once", what_is_half_carried_counts_once},
        {"/dispatch/types are planned apart", types_are_planned_apart},
        {"/dispatch/bottles go round", bottles_go_round},
        {"/dispatch/whole packs are shared best", whole_packs_are_shared_best},
        {"/dispatch/portions make up packs", portions_make_up_packs},
        {"/dispatch/what comes does not go on", what_comes_does_not_go_on},
        {"/dispatch/random towns add up", random_towns_add_up},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct town, NULL, open_town, tests[i].run, close_town);
    return g_test_run();
}
