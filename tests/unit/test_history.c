/*
 * Random histories against a shelf. Things happen to the shelf at their moments; the ledger hears of
 * them at once, late or never, by bookings, mistakes that are undone, counts, and all of it twice.
 * When everything has come in, and what never came in was followed by a count, the ledger says what
 * the shelf holds.
 */

#include <stdlib.h>

#include "inventory/count.h"
#include "tests/unit/fixture.h"

#define LOTS 3
#define START 1000 /* units of each lot: more than is ever taken */
#define EVENTS 60
#define SPAN (20 * FIXTURE_DAY_MS)

static const char *const lots[LOTS] = {"A1", "B2", "C3"};
static const struct day expiries[LOTS] = {{21000}, {21100}, {21200}};

enum happening {
    GIVEN,
    TAKEN,
    FORGOTTEN,
    MISTAKEN,
    UNDONE,
    COUNTED,
    HAPPENINGS
};

/* Something that happened at a moment and is posted at another. */
struct event {
    enum happening what;
    int64_t at, posted;
    int lot;
    int32_t units;
    struct event *of; /* the mistake that it undoes */
    int64_t seq;      /* of its movement, once posted */
    struct uuid uid;
};

struct history {
    struct fixture *f;
    GRand *random;
    struct event events[2 * EVENTS + 2];
    int n;
    bool by_drug; /* counts tell the sum of all lots */
};

/* Units of a lot on the shelf at a moment. */
static int64_t
on_shelf(const struct history *h, int lot, int64_t moment)
{
    int64_t units = START;

    for (int i = 0; i < h->n; i++) {
        const struct event *e = &h->events[i];

        if (e->lot != lot || e->at > moment)
            continue;
        units += e->what == GIVEN ? e->units : 0;
        units -= e->what == TAKEN || e->what == FORGOTTEN ? e->units : 0;
    }
    return units;
}

static struct event *
add(struct history *h, enum happening what, int64_t at)
{
    struct event *e = &h->events[h->n++];
    bool late = g_rand_boolean(h->random);

    *e = (struct event){
        .what = what,
        .at = at,
        .posted = at + (late ? g_rand_int_range(h->random, 0, (gint32)(SPAN / 2)) : 0),
        .lot = g_rand_int_range(h->random, 0, LOTS),
        .units = g_rand_int_range(h->random, 1, 10),
        .uid = fixture_uuid(h->f),
    };
    return e;
}

static void
make_up(struct history *h)
{
    int64_t start = FIXTURE_NOW - SPAN;

    for (int i = 0; i < EVENTS; i++) {
        int64_t at = start + 1 + g_rand_int_range(h->random, 0, (gint32)(SPAN - 2));
        struct event *e = add(h, (enum happening)g_rand_int_range(h->random, 0, UNDONE), at);

        if (e->what == MISTAKEN) {
            struct event *undo = add(h, UNDONE, e->posted);

            undo->of = e;
            undo->posted += 1 + g_rand_int_range(h->random, 0, 1000000);
            undo->lot = LOTS; /* nothing happens to the shelf */
        }
        if (g_rand_int_range(h->random, 0, 6) == 0)
            add(h, COUNTED, start + 1 + g_rand_int_range(h->random, 0, (gint32)(SPAN - 2)))->lot =
                LOTS;
    }
    add(h, COUNTED, FIXTURE_NOW)->lot = LOTS; /* sees all that was forgotten */
}

static int
by_posting(const void *a, const void *b)
{
    const struct event *const *one = a, *const *other = b;

    return ((*one)->posted > (*other)->posted) - ((*one)->posted < (*other)->posted);
}

/* ------------------------------------------------------------------------------------- posting */

static void
post_booking(struct history *h, struct event *e, int64_t now, bool again)
{
    struct booking booking = {
        .uid = e->uid,
        .now = now,
        .done_at = e->at,
        .box = h->f->lobby,
        .drug = h->f->drugs[TABLETS],
        .expiry = expiries[e->lot],
        .lot = lots[e->lot],
        .units = e->units,
        .exact = true,
    };
    struct booking_result result;
    GError *error = NULL;

    g_assert_true((e->what == TAKEN ? booking_take : booking_donate)(h->f->inventory, &booking,
                                                                     &result, &error));
    g_assert_no_error(error);
    g_assert_true(result.repeated == again);
    e->seq = ((const struct booking_line *)result.lines->pdata[0])->seq;
    booking_result_clear(&result);
}

static void
post_undo(struct history *h, struct event *e, int64_t now, bool again)
{
    struct booking booking = {.uid = e->uid, .now = now};
    struct booking_result result;
    GError *error = NULL;

    g_assert_true(booking_undo(h->f->inventory, e->of->seq, &booking, &result, &error));
    g_assert_no_error(error);
    g_assert_true(result.repeated == again);
    booking_result_clear(&result);
}

static void
post_count(struct history *h, struct event *e, int64_t now, bool again)
{
    struct count_line lines[LOTS];
    struct count count = {.uid = e->uid,
                          .now = now,
                          .counted_at = e->at,
                          .box = h->f->lobby,
                          .lines = lines,
                          .line_count = h->by_drug ? 1 : LOTS,
                          .complete = e->units % 2 == 0};
    struct count_result result;
    GError *error = NULL;
    int64_t sum = 0;

    for (int lot = 0; lot < LOTS; lot++) {
        int64_t units = on_shelf(h, lot, e->at);

        sum += units;
        lines[lot] =
            (struct count_line){h->f->drugs[TABLETS], expiries[lot], lots[lot], (int32_t)units};
    }
    if (h->by_drug)
        lines[0] = (struct count_line){.drug = h->f->drugs[TABLETS], .units = (int32_t)sum};
    g_assert_true(count_post(h->f->inventory, &count, &result, &error));
    g_assert_no_error(error);
    g_assert_true(!again || result.repeated || result.differences->len == 0);
    count_result_clear(&result);
}

static void
post(struct history *h, struct event *e, int64_t now, bool again)
{
    switch (e->what) {
    case GIVEN:
    case TAKEN:
    case MISTAKEN: post_booking(h, e, now, again); break;
    case UNDONE: post_undo(h, e, now, again); break;
    case COUNTED: post_count(h, e, now, again); break;
    case FORGOTTEN:
    case HAPPENINGS: break;
    }
}

static void
post_all(struct history *h)
{
    struct event *order[G_N_ELEMENTS(h->events)];
    int64_t now = 0;

    for (int i = 0; i < h->n; i++)
        order[i] = &h->events[i];
    qsort(order, (size_t)h->n, sizeof(*order), by_posting);
    for (int i = 0; i < h->n; i++) {
        now = MAX(now, order[i]->posted);
        post(h, order[i], now, false);
        if (g_rand_int_range(h->random, 0, 4) == 0)
            post(h, order[i], now + 1, true);
    }
}

static void
stock_shelf(struct fixture *f)
{
    for (int lot = 0; lot < LOTS; lot++) {
        struct movement m = {.uid = fixture_uuid(f),
                             .at = FIXTURE_NOW - SPAN,
                             .kind = MOVEMENT_DONATE,
                             .box = f->lobby,
                             .drug = f->drugs[TABLETS],
                             .expiry = expiries[lot],
                             .lot = lots[lot],
                             .units = START};
        bool repeated;

        g_assert_true(ledger_begin(f->inventory, NULL));
        g_assert_true(ledger_post(f->inventory, &m, &repeated, NULL));
        g_assert_true(ledger_end(f->inventory, true, NULL));
    }
}

static int64_t
in_ledger(struct fixture *f, int lot)
{
    g_autoptr(GPtrArray) list = NULL;

    g_assert_true(stock_lots(f->inventory, f->lobby, f->drugs[TABLETS], &list, NULL));
    for (guint i = 0; i < list->len; i++) {
        const struct stock_lot *held = list->pdata[i];

        if (strcmp(held->lot, lots[lot]) == 0)
            return held->units;
    }
    return 0;
}

static void
run(struct fixture *f, uint32_t seed, bool by_drug)
{
    struct history h = {.f = f, .random = g_rand_new_with_seed(seed), .by_drug = by_drug};
    int64_t shelf = 0, ledger = 0;

    stock_shelf(f);
    make_up(&h);
    post_all(&h);
    for (int lot = 0; lot < LOTS; lot++) {
        int64_t there = on_shelf(&h, lot, INT64_MAX), said = in_ledger(f, lot);

        if (!by_drug)
            g_assert_cmpint(said, ==, there);
        shelf += there;
        ledger += said;
    }
    g_assert_cmpint(ledger, ==, shelf);
    fixture_audit(f);
    g_rand_free(h.random);
}

static void
lot_by_lot(void)
{
    for (uint32_t seed = 1; seed <= 40; seed++) {
        struct fixture f;

        fixture_open_at(&f, ":memory:");
        run(&f, seed, false);
        inventory_close(f.inventory);
    }
}

static void
all_lots_together(void)
{
    for (uint32_t seed = 1; seed <= 40; seed++) {
        struct fixture f;

        fixture_open_at(&f, ":memory:");
        run(&f, seed, true);
        inventory_close(f.inventory);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/history/counted lot by lot", lot_by_lot);
    g_test_add_func("/history/counted all lots together", all_lots_together);
    return g_test_run();
}
