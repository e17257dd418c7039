#include "allocator/need.h"

#include "base/words.h"
#include "inventory/stock.h"

#define BOXES 12
#define PERSON_DAYS(n) ((int64_t)((n)*STOCK_PERSON_DAY))
#define FEVER_ADULT ((DRUG_FEVER - 1) * DRUG_AGES + DRUG_ADULT)

static const struct level standard = {.minimum = 6,
                                      .fill = 15,
                                      .keep = 3,
                                      .critical = 1,
                                      .near = 3,
                                      .far = 7,
                                      .red = 50,
                                      .orange = 25,
                                      .orange_far = 60,
                                      .yellow = 30};
static const struct level usual = {.minimum = 6,
                                   .fill = 15,
                                   .near = 3,
                                   .far = 7,
                                   .red = 50,
                                   .orange = 25,
                                   .orange_far = 60,
                                   .yellow = 30};

/* Two communities of six boxes; in the second, more need care. */
static GArray *
town(void)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct history_box));

    for (int i = 0; i < BOXES; i++) {
        struct history_box box = {.id = {i + 1},
                                  .area = {20 + i / 6},
                                  .community = {20 + i / 6},
                                  .grid = {20 + i / 6},
                                  .residents = 100,
                                  .vulnerable = i % 6 == 0 ? 50 : 0};

        g_array_append_val(boxes, box);
    }
    return boxes;
}

/* So many days on which one person-day of adult fever medicine is taken from each box, twice a day. */
static struct outlook *
used_outlook(int32_t days)
{
    g_autoptr(GArray) boxes = town(),
                      events = g_array_new(FALSE, FALSE, sizeof(struct history_event));
    struct outlook *outlook = outlook_new(boxes);
    guint at = 0;

    for (int32_t day = 0; day < days; day++)
        for (int half = 0; half < 2; half++)
            for (int i = 0; i < BOXES; i++) {
                struct history_event event = {.box = {i + 1},
                                              .day = 20000 + day,
                                              .at = (float)(0.3 + 0.4 * half),
                                              .kind = HISTORY_TAKE,
                                              .place = FEVER_ADULT,
                                              .amount = PERSON_DAYS(1)};

                if (day == 0 && half == 0) {
                    struct history_event found = event;

                    found.kind = HISTORY_IN;
                    found.at = 0;
                    found.amount = PERSON_DAYS(100000);
                    g_array_append_val(events, found);
                }
                g_array_append_val(events, event);
            }
    outlook_see(outlook, events, &at, (struct day){20000 + days - 1});
    g_assert_cmpuint(at, ==, events->len);
    return outlook;
}

static struct snapshot_cell
cell_of(int64_t box, double person_days)
{
    return (struct snapshot_cell){
        .box = {box},
        .type = DRUG_FEVER,
        .age = DRUG_ADULT,
        .usable = PERSON_DAYS(person_days),
        .minimum = 6 * STOCK_PERSON_DAY,
        .fill = 15 * STOCK_PERSON_DAY,
        .level = &standard,
    };
}

static enum need_level
level_of(const struct snapshot_cell *cell, const struct outlook *outlook)
{
    return need_of_cell(cell, NULL, 0, outlook).level;
}

/* Two a day are asked for. */
static void
levels_follow_the_chances(void)
{
    struct outlook *outlook = used_outlook(60);
    enum need_level before = NEED_EMPTY;
    int seen[NEED_LEVELS] = {0};

    for (int stock = 0; stock <= 40; stock++) {
        struct snapshot_cell cell = cell_of(3, stock);
        struct need need = need_of_cell(&cell, NULL, 0, outlook);

        g_assert_cmpint(need.level, <=, before);
        before = need.level;
        seen[need.level]++;
        if (need.level == NEED_RED)
            g_assert_true(need.out[NEED_NEAR] >= 0.5 || need.cover < 1);
        if (need.level == NEED_ORANGE)
            g_assert_true(need.out[NEED_NEAR] >= 0.25 || need.out[NEED_FAR] >= 0.6);
        if (need.level == NEED_YELLOW)
            g_assert_true(need.out[NEED_FAR] >= 0.3 || stock < 6);
    }
    for (int level = 0; level < NEED_LEVELS; level++)
        g_assert_cmpint(seen[level], >, 0);
    outlook_free(outlook);
}

static void
thresholds_are_settings(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot_cell cell = cell_of(3, 16);
    struct level level = standard;

    g_assert_cmpint(level_of(&cell, outlook), <=, NEED_YELLOW);
    level.red = 1;
    level.near = 14;
    level.far = 14;
    cell.level = &level;
    g_assert_cmpint(level_of(&cell, outlook), ==, NEED_RED);
    g_assert_cmpint(need_of_cell(&cell, NULL, 0, outlook).days[NEED_NEAR], ==, 14);
    outlook_free(outlook);
}

static void
without_history_the_minimum_decides(void)
{
    g_autoptr(GArray) boxes = town();
    struct outlook *outlook = outlook_new(boxes);
    struct snapshot_cell cell = cell_of(1, 5);

    g_assert_cmpint(level_of(&cell, outlook), ==, NEED_YELLOW);
    cell.usable = 6 * STOCK_PERSON_DAY;
    g_assert_cmpint(level_of(&cell, outlook), ==, NEED_OK);
    g_assert_cmpint(need_of_cell(&cell, NULL, 0, outlook).wanted, ==, 9 * STOCK_PERSON_DAY);
    g_assert_cmpfloat(need_of_cell(&cell, NULL, 0, outlook).cover, <, 0);
    cell.usable = 0;
    g_assert_cmpint(level_of(&cell, outlook), ==, NEED_EMPTY);
    g_assert_cmpfloat(need_of_cell(&cell, NULL, 0, outlook).out[NEED_NEAR], ==, 1);
    g_assert_cmpfloat(need_of_cell(&cell, NULL, 0, outlook).out[NEED_FAR], ==, 1);
    cell.box.n = 999; /* a box that the history does not know */
    g_assert_cmpint(level_of(&cell, outlook), ==, NEED_EMPTY);
    outlook_free(outlook);
}

/* What is just below is not rounded up to it; and days of cover say nothing of what is short by it alone. */
static void
below_the_minimum_is_not_at_it(void)
{
    g_autoptr(GArray) boxes = town();
    struct outlook *outlook = outlook_new(boxes);
    struct snapshot_cell cell = cell_of(1, 0);
    struct need need;

    for (int32_t i = 0; i < 2; i++) {
        g_autofree char *sentence = NULL;

        cell.usable = 6 * STOCK_PERSON_DAY - (i == 0 ? STOCK_PERSON_DAY / 50 : 0);
        need = need_of_cell(&cell, NULL, 0, outlook);
        sentence = need_sentence(&need, outlook);
        g_assert_cmpstr(sentence, ==, i == 0 ? "5.9 left, below the minimum of 6" : "6.0 left");
        g_assert_true(need_is_by_minimum(&need) == (i == 0));
    }
    cell.usable = 0;
    need = need_of_cell(&cell, NULL, 0, outlook);
    g_assert_false(need_is_by_minimum(&need));
    outlook_free(outlook);
}

static void
nobody_misses_what_nobody_wants(void)
{
    struct outlook *outlook = used_outlook(20);
    struct snapshot_cell cell = cell_of(1, 0);

    cell.type = DRUG_THROAT;
    cell.minimum = 0;
    g_assert_cmpint(level_of(&cell, outlook), ==, NEED_OK);
    cell.unmet = 1;
    g_assert_cmpint(level_of(&cell, outlook), ==, NEED_EMPTY);
    outlook_free(outlook);
}

static void
what_spoils_does_not_last(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot_cell cell = cell_of(3, 40);
    struct snapshot_spoiling soon[] = {{.days_left = 5, .amount = PERSON_DAYS(35)},
                                       {.days_left = 7, .amount = PERSON_DAYS(3)}};
    struct need need = need_of_cell(&cell, soon, 2, outlook);

    g_assert_cmpint(need.lasts[NEED_NEAR], ==, PERSON_DAYS(40));
    g_assert_cmpint(need.lasts[NEED_FAR], ==, PERSON_DAYS(5));
    g_assert_cmpfloat(need.out[NEED_NEAR], <, 0.01);
    g_assert_cmpfloat(need.out[NEED_FAR], >, 0.9);
    g_assert_cmpint(need.level, ==, NEED_ORANGE);
    outlook_free(outlook);
}

static void
fast_use_wants_more_than_the_level(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot_cell cell = cell_of(3, 1);
    struct need need;

    cell.fill = 4 * STOCK_PERSON_DAY;
    need = need_of_cell(&cell, NULL, 0, outlook);
    g_assert_cmpint(need.level, ==, NEED_RED);
    g_assert_cmpint(need.target, ==, need.daily * 7);
    g_assert_cmpint(need.wanted, ==, need.target - cell.usable);
    outlook_free(outlook);
}

static void
the_worst_comes_first(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot snapshot = {.cells = g_array_new(FALSE, FALSE, sizeof(struct snapshot_cell)),
                                .spoiling =
                                    g_array_new(FALSE, FALSE, sizeof(struct snapshot_spoiling))};
    static const double stocks[] = {100, 3, 7, 0, 1, 0};
    static const int64_t order[] = {4, 5, 2, 3, 1, 6}; /* the last is not critical */
    g_autoptr(GArray) all = NULL, flagged = NULL;

    for (int i = 0; i < 6; i++) {
        struct snapshot_cell cell = cell_of(i + 1, stocks[i]);

        if (i == 5)
            cell.level = &usual;
        g_array_append_val(snapshot.cells, cell);
    }
    all = need_list(&snapshot, outlook, NEED_OK);
    flagged = need_list(&snapshot, outlook, NEED_YELLOW);
    g_assert_cmpuint(all->len, ==, 6);
    g_assert_cmpuint(flagged->len, ==, 5);
    for (guint i = 0; i < all->len; i++)
        g_assert_cmpint(g_array_index(all, struct need, i).cell->box.n, ==, order[i]);
    for (enum need_level least = NEED_YELLOW; least <= NEED_EMPTY; least++) {
        g_autoptr(GArray) some = need_list(&snapshot, outlook, least);
        guint kept = 0;

        for (guint i = 0; i < all->len; i++) {
            const struct need *need = &g_array_index(all, struct need, i);

            if (need->level < least)
                continue;
            g_assert_cmpuint(kept, <, some->len);
            g_assert_cmpint(memcmp(need, &g_array_index(some, struct need, kept), sizeof(*need)),
                            ==, 0);
            kept++;
        }
        g_assert_cmpuint(kept, ==, some->len);
    }
    snapshot_clear(&snapshot);
    outlook_free(outlook);
}

/* One of six boxes is empty: of 600 residents with 50 that count three times, it has 100 and 50. */
static void
shares_are_weighted(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot snapshot = {.cells = g_array_new(FALSE, FALSE, sizeof(struct snapshot_cell)),
                                .spoiling =
                                    g_array_new(FALSE, FALSE, sizeof(struct snapshot_spoiling))};
    g_autoptr(GArray) needs = NULL, shares = NULL;
    const struct need_share *worst;

    for (int i = 0; i < BOXES; i++) {
        struct snapshot_cell cell = cell_of(i + 1, i == 6 ? 0 : 1000);

        g_array_append_val(snapshot.cells, cell);
    }
    needs = need_list(&snapshot, outlook, NEED_OK);
    shares = need_shares(needs, outlook);
    g_assert_cmpuint(shares->len, ==, 2);
    worst = &g_array_index(shares, struct need_share, 0);
    g_assert_cmpint(worst->community.n, ==, 21);
    g_assert_cmpint(worst->boxes, ==, 6);
    g_assert_cmpint(worst->empty, ==, 1);
    g_assert_cmpfloat_with_epsilon(worst->share[NEED_NEAR], 200.0 / 700, 1e-6);
    g_assert_cmpfloat(g_array_index(shares, struct need_share, 1).share[NEED_FAR], <, 1e-6);
    snapshot_clear(&snapshot);
    outlook_free(outlook);
}

static void
a_flag_explains_itself(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot_cell cell = cell_of(3, 5);
    struct need need;
    g_autofree char *sentence = NULL, *unused = NULL;
    g_auto(GStrv) lines = NULL, few = NULL;

    cell.unmet = 2;
    need = need_of_cell(&cell, NULL, 0, outlook);
    sentence = need_sentence(&need, outlook);
    g_assert_true(g_str_has_prefix(sentence, "5.0 left, about 2.0"));
    g_assert_nonnull(strstr(sentence, "asked for in vain 2 times"));
    g_assert_nonnull(strstr(sentence, "below the minimum of 6"));
    g_assert_nonnull(strstr(sentence, "likely to run out in 3 days"));
    lines = need_arithmetic(&need, outlook);
    g_assert_cmpuint(g_strv_length(lines), >=, 7);
    cell = cell_of(3, 9);
    cell.type = DRUG_COUGH;
    need = need_of_cell(&cell, NULL, 0, outlook);
    unused = need_sentence(&need, outlook);
    g_assert_cmpstr(unused, ==, "9.0 left");
    few = need_arithmetic(&need, outlook);
    g_assert_nonnull(strstr(few[1], "judged by its minimum alone"));
    outlook_free(outlook);
}

#define PLACE(age) ((DRUG_FEVER - 1) * DRUG_AGES + (age))

/* Cells of one box for adults, children and all ages, in any order, with so much in each. */
static struct snapshot
box_with(int64_t box, double adult, double child, double all)
{
    struct snapshot snapshot = {.cells = g_array_new(FALSE, FALSE, sizeof(struct snapshot_cell)),
                                .spoiling =
                                    g_array_new(FALSE, FALSE, sizeof(struct snapshot_spoiling))};
    const double stocks[DRUG_AGES] = {
        [DRUG_ALL_AGES] = all, [DRUG_ADULT] = adult, [DRUG_CHILD] = child};

    for (int age = DRUG_AGES - 1; age >= 0; age--) {
        struct snapshot_cell cell = cell_of(box, stocks[age]);

        cell.age = (enum drug_age)age;
        if (stocks[age] >= 0)
            g_array_append_val(snapshot.cells, cell);
    }
    return snapshot;
}

static struct need
need_for(const struct snapshot *snapshot, enum drug_age age, const struct outlook *outlook)
{
    g_autoptr(GArray) needs = need_list(snapshot, outlook, NEED_OK);

    for (guint i = 0; i < needs->len; i++)
        if (g_array_index(needs, struct need, i).cell->age == age)
            return g_array_index(needs, struct need, i);
    g_assert_not_reached();
}

/* Nobody is without, as long as there is some for all ages; what is taken of it is gone for both. */
static void
what_is_for_all_ages_serves_both(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot snapshot = box_with(3, 0, 0, 40), bare = box_with(3, 0, 0, 0);
    struct need adult = need_for(&snapshot, DRUG_ADULT, outlook);
    struct need child = need_for(&snapshot, DRUG_CHILD, outlook);
    struct need all = need_for(&snapshot, DRUG_ALL_AGES, outlook);
    g_autofree char *sentence = need_sentence(&adult, outlook);

    g_assert_cmpint(adult.level, ==, NEED_OK);
    g_assert_cmpint(adult.usable, ==, PERSON_DAYS(40));
    g_assert_cmpint(adult.beside, ==, PERSON_DAYS(40));
    g_assert_cmpfloat(adult.out[NEED_NEAR], <, 0.01);
    g_assert_cmpint(child.level, ==, NEED_OK);
    g_assert_true(all.shared);
    g_assert_cmpint(all.wanted, ==, 0);
    g_assert_true(g_str_has_prefix(sentence, "40.0 left, 40.0 of it for all ages, about 2.0"));
    g_assert_cmpint(need_for(&bare, DRUG_ADULT, outlook).level, ==, NEED_EMPTY);
    g_assert_cmpint(need_for(&bare, DRUG_CHILD, outlook).level, ==, NEED_EMPTY);
    g_assert_cmpint(need_for(&bare, DRUG_ALL_AGES, outlook).level, ==, NEED_OK);
    snapshot_clear(&snapshot);
    snapshot_clear(&bare);
    outlook_free(outlook);
}

/* Without cells for both, it is judged by itself. */
static void
what_is_for_all_ages_alone_is_judged(void)
{
    struct outlook *outlook = used_outlook(60);
    struct snapshot snapshot = box_with(3, 10, -1, 0);
    struct need all = need_for(&snapshot, DRUG_ALL_AGES, outlook);

    g_assert_false(all.shared);
    g_assert_cmpint(all.level, ==, NEED_EMPTY);
    snapshot_clear(&snapshot);
    outlook_free(outlook);
}

/* What is asked for of both kinds empties what is there of both; what spoils of either does not last. */
static void
takings_of_both_kinds_add_up(void)
{
    struct outlook *outlook = used_outlook(60);
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(struct history_event));
    struct snapshot snapshot = box_with(3, 6, -1, 6);
    struct snapshot_spoiling soon = {.cell = 0, .days_left = 1, .amount = PERSON_DAYS(6)};
    struct need before = need_for(&snapshot, DRUG_ADULT, outlook), after;
    guint at = 0;

    for (int32_t day = 60; day < 90; day++) {
        struct history_event event = {.box = {3},
                                      .day = 20000 + day,
                                      .at = 0.5F,
                                      .kind = day == 60 ? HISTORY_IN : HISTORY_TAKE,
                                      .place = PLACE(DRUG_ALL_AGES),
                                      .amount = PERSON_DAYS(day == 60 ? 1000 : 2)};

        g_array_append_val(events, event);
    }
    outlook_see(outlook, events, &at, (struct day){20089});
    after = need_for(&snapshot, DRUG_ADULT, outlook);
    g_assert_cmpint(after.pool.count, ==, 2);
    g_assert_cmpfloat(after.out[NEED_FAR], >, 0.3);
    g_assert_cmpint(after.daily, >, PERSON_DAYS(1.5));
    g_assert_cmpint(before.lasts[NEED_FAR], ==, PERSON_DAYS(12));
    soon.cell = 1; /* that for all ages */
    g_array_append_val(snapshot.spoiling, soon);
    after = need_for(&snapshot, DRUG_ADULT, outlook);
    g_assert_cmpint(after.lasts[NEED_NEAR], ==, PERSON_DAYS(6));
    g_assert_cmpint(after.usable, ==, PERSON_DAYS(12));
    snapshot_clear(&snapshot);
    outlook_free(outlook);
}

/* A third of a person-day has no exact weight: three of them are one. */
static void
rounded_weights_are_no_shortage(void)
{
    g_autoptr(GArray) boxes = town();
    struct outlook *outlook = outlook_new(boxes);
    struct snapshot_cell cell = cell_of(1, 0);
    g_autofree char *sentence = NULL;
    struct need need;

    cell.usable = 18 * (STOCK_PERSON_DAY / 3);
    need = need_of_cell(&cell, NULL, 0, outlook);
    sentence = need_sentence(&need, outlook);
    g_assert_cmpstr(sentence, ==, "6.0 left");
    g_assert_cmpint(need.level, ==, NEED_OK);
    outlook_free(outlook);
}

static void
kept_and_gone_on(void)
{
    struct outlook *outlook = used_outlook(30), *again;
    g_autoptr(GArray) boxes = town();
    g_autoptr(GBytes) bytes = outlook_save(outlook);
    struct snapshot_cell cell = cell_of(3, 7);

    again = outlook_new(boxes);
    g_assert_false(outlook_load(again, "no", 2));
    g_assert_cmpint(demand_day(outlook_demand(again)), ==, INT32_MIN);
    g_assert_true(outlook_load(again, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes)));
    g_assert_cmpfloat(need_of_cell(&cell, NULL, 0, again).out[NEED_FAR], ==,
                      need_of_cell(&cell, NULL, 0, outlook).out[NEED_FAR]);
    outlook_free(again);
    outlook_free(outlook);
}

static void
levels_have_keys_and_words(void)
{
    g_assert_cmpstr(need_level_key(NEED_OK), ==, "ok");
    g_assert_cmpstr(need_level_key(NEED_EMPTY), ==, "empty");
    g_assert_cmpstr(need_level_word(NEED_RED), ==, "urgent");
    g_assert_cmpstr(need_level_word(NEED_YELLOW), ==, "watch");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/need/levels follow the chances", levels_follow_the_chances);
    g_test_add_func("/need/thresholds and horizons are settings", thresholds_are_settings);
    g_test_add_func("/need/without history the minimum decides",
                    without_history_the_minimum_decides);
    g_test_add_func("/need/below the minimum is not at it", below_the_minimum_is_not_at_it);
    g_test_add_func("/need/empty without a minimum, use or request is no need",
                    nobody_misses_what_nobody_wants);
    g_test_add_func("/need/what spoils before the end does not count", what_spoils_does_not_last);
    g_test_add_func("/need/fast use wants more than the fill level",
                    fast_use_wants_more_than_the_level);
    g_test_add_func("/need/critical types come first, then the worst", the_worst_comes_first);
    g_test_add_func("/need/areas by residents, and those who need care", shares_are_weighted);
    g_test_add_func("/need/a flag explains itself", a_flag_explains_itself);
    g_test_add_func("/need/what is for all ages serves both", what_is_for_all_ages_serves_both);
    g_test_add_func("/need/what is for all ages alone is judged",
                    what_is_for_all_ages_alone_is_judged);
    g_test_add_func("/need/takings of both kinds add up", takings_of_both_kinds_add_up);
    g_test_add_func("/need/rounded weights are no shortage", rounded_weights_are_no_shortage);
    g_test_add_func("/need/what was learned is kept", kept_and_gone_on);
    g_test_add_func("/need/levels have keys and words", levels_have_keys_and_words);
    return g_test_run();
}
