#include "allocator/need.h"

#include "base/words.h"
#include "inventory/stock.h"

#define DAYS(n) ((n)*INT64_C(86400000))

/* A cell with so many person-days in it; levels 6 and 15, seen for 28 days, nothing taken. */
static struct snapshot_cell
cell_of(int64_t person_days)
{
    return (struct snapshot_cell){
        .box = {1},
        .type = DRUG_FEVER,
        .age = DRUG_ADULT,
        .usable = person_days * STOCK_PERSON_DAY,
        .stocked = DAYS(28),
        .window = DAYS(28),
        .minimum = 6 * STOCK_PERSON_DAY,
        .fill = 15 * STOCK_PERSON_DAY,
    };
}

static void
levels_are_inclusive(void)
{
    struct snapshot_cell at_fill = cell_of(15), below_fill = cell_of(14), at_minimum = cell_of(6),
                         below_minimum = cell_of(5);

    g_assert_cmpint(need_of_cell(&at_fill).level, ==, NEED_NONE);
    g_assert_cmpint(need_of_cell(&below_fill).level, ==, NEED_LOW);
    g_assert_cmpint(need_of_cell(&at_minimum).level, ==, NEED_LOW);
    g_assert_cmpint(need_of_cell(&below_minimum).level, ==, NEED_SHORT);
}

static void
wanted_is_what_fills(void)
{
    struct snapshot_cell full = cell_of(15), over = cell_of(40), low = cell_of(9);

    g_assert_cmpint(need_of_cell(&full).wanted, ==, 0);
    g_assert_cmpint(need_of_cell(&over).wanted, ==, 0);
    g_assert_cmpint(need_of_cell(&low).wanted, ==, 6 * STOCK_PERSON_DAY);
}

static void
an_empty_box_is_empty(void)
{
    struct snapshot_cell cell = cell_of(0);
    struct need need = need_of_cell(&cell);

    g_assert_cmpint(need.level, ==, NEED_EMPTY);
    g_assert_cmpint(need.wanted, ==, 15 * STOCK_PERSON_DAY);
    g_assert_cmpfloat(need.cover, <, 0);
    cell.taken = 14 * STOCK_PERSON_DAY;
    g_assert_cmpfloat(need_of_cell(&cell).cover, ==, 0);
}

static void
nobody_misses_what_nobody_wants(void)
{
    struct snapshot_cell cell = cell_of(0);

    cell.minimum = 0;
    g_assert_cmpint(need_of_cell(&cell).level, ==, NEED_NONE);
    g_assert_cmpint(need_of_cell(&cell).wanted, ==, 0);
    cell.unmet = 1;
    g_assert_cmpint(need_of_cell(&cell).level, ==, NEED_EMPTY);
    cell.unmet = 0;
    cell.taken = 1;
    g_assert_cmpint(need_of_cell(&cell).level, ==, NEED_EMPTY);
}

static void
empty_days_are_not_days_without_demand(void)
{
    struct snapshot_cell always = cell_of(20), seldom = cell_of(20);

    always.taken = seldom.taken = 28 * STOCK_PERSON_DAY;
    seldom.stocked = DAYS(4);
    g_assert_cmpint(need_of_cell(&always).daily, ==, STOCK_PERSON_DAY);
    g_assert_cmpfloat_with_epsilon(need_of_cell(&always).cover, 20, 0.01);
    g_assert_cmpint(need_of_cell(&always).level, ==, NEED_NONE);
    g_assert_cmpint(need_of_cell(&seldom).daily, ==, 7 * STOCK_PERSON_DAY);
    g_assert_cmpfloat_with_epsilon(need_of_cell(&seldom).cover, 2.857, 0.01);
    g_assert_cmpint(need_of_cell(&seldom).level, ==, NEED_SHORT);
}

static void
an_hour_shows_no_rate(void)
{
    struct snapshot_cell cell = cell_of(20);

    cell.taken = 2 * STOCK_PERSON_DAY;
    cell.stocked = cell.window = DAYS(1) / 24;
    g_assert_cmpint(need_of_cell(&cell).daily, ==, 2 * STOCK_PERSON_DAY);
    cell.stocked = cell.window = 0;
    g_assert_cmpint(need_of_cell(&cell).daily, ==, 2 * STOCK_PERSON_DAY);
}

static void
fast_use_wants_more_than_the_level(void)
{
    struct snapshot_cell cell = cell_of(20);

    cell.taken = 280 * STOCK_PERSON_DAY; /* 10 a day: it lasts two */
    g_assert_cmpint(need_of_cell(&cell).level, ==, NEED_SHORT);
    g_assert_cmpint(need_of_cell(&cell).target, ==, NEED_FILL_DAYS * 10 * STOCK_PERSON_DAY);
    g_assert_cmpint(need_of_cell(&cell).wanted, ==, 50 * STOCK_PERSON_DAY);
    cell.usable = 30 * STOCK_PERSON_DAY; /* it lasts three */
    g_assert_cmpint(need_of_cell(&cell).level, ==, NEED_NONE);
    g_assert_cmpint(need_of_cell(&cell).wanted, ==, 0);
}

static void
the_worst_comes_first(void)
{
    struct snapshot_cell cells[] = {cell_of(20), cell_of(5), cell_of(4),
                                    cell_of(0),  cell_of(0), cell_of(9)};
    struct snapshot snapshot = {.cells = g_array_new(FALSE, FALSE, sizeof(struct snapshot_cell))};
    g_autoptr(GArray) needs = NULL;
    static const int64_t order[] = {4, 3, 2, 5}; /* empty, then shortest cover, then other types */

    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        cells[i].box.n = (int64_t)i + 1;
    cells[2].taken = 28 * STOCK_PERSON_DAY;
    cells[4].type = DRUG_THROAT; /* empty, but not critical */
    g_array_append_vals(snapshot.cells, cells, G_N_ELEMENTS(cells));
    needs = need_list(&snapshot, NEED_SHORT);
    g_assert_cmpuint(needs->len, ==, 4);
    for (guint i = 0; i < needs->len; i++)
        g_assert_cmpint(g_array_index(needs, struct need, i).cell->box.n, ==, order[i]);
    snapshot_clear(&snapshot);
}

static void
nothing_short_is_an_empty_list(void)
{
    struct snapshot_cell cells[] = {cell_of(20), cell_of(9)};
    struct snapshot snapshot = {.cells = g_array_new(FALSE, FALSE, sizeof(struct snapshot_cell))};
    g_autoptr(GArray) none = need_list(&snapshot, NEED_NONE), shorts = NULL, all = NULL;

    g_assert_cmpuint(none->len, ==, 0);
    g_array_append_vals(snapshot.cells, cells, G_N_ELEMENTS(cells));
    shorts = need_list(&snapshot, NEED_SHORT);
    g_assert_cmpuint(shorts->len, ==, 0);
    all = need_list(&snapshot, NEED_NONE);
    g_assert_cmpuint(all->len, ==, 2);
    snapshot_clear(&snapshot);
}

static void
the_arithmetic_is_shown(void)
{
    struct snapshot_cell cell = cell_of(5);
    g_autofree char *used = NULL, *unused = NULL;
    struct need need;

    cell.taken = 14 * STOCK_PERSON_DAY;
    cell.stocked = DAYS(7);
    cell.unmet = 1;
    need = need_of_cell(&cell);
    used = need_explain(&need);
    g_assert_cmpstr(
        used, ==,
        "5.0 person-days there, at least 6 wanted, fill up to 15. 14.0 taken in 7.0 days "
        "with stock (of 28.0) = 2.00 a day, so it lasts 2.5 days. Asked for in vain 1 "
        "time. Wanted: 15.0 - 5.0 = 10.0.");
    cell = cell_of(16);
    need = need_of_cell(&cell);
    unused = need_explain(&need);
    g_assert_cmpstr(unused, ==,
                    "16.0 person-days there, at least 6 wanted, fill up to 15. Nothing "
                    "was taken lately.");
}

static void
levels_have_keys_and_words(void)
{
    g_assert_cmpstr(need_level_key(NEED_NONE), ==, "ok");
    g_assert_cmpstr(need_level_key(NEED_EMPTY), ==, "empty");
    g_assert_cmpstr(need_level_word(NEED_SHORT), ==, "short");
    g_assert_cmpstr(need_level_word(NEED_LOW), ==, "low");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/need/a level that is reached is enough", levels_are_inclusive);
    g_test_add_func("/need/what is wanted fills up to the level", wanted_is_what_fills);
    g_test_add_func("/need/an empty box is empty, used or not", an_empty_box_is_empty);
    g_test_add_func("/need/empty without a minimum, use or request is no need",
                    nobody_misses_what_nobody_wants);
    g_test_add_func("/need/empty days don't lower the daily use",
                    empty_days_are_not_days_without_demand);
    g_test_add_func("/need/less than a day with stock counts as one", an_hour_shows_no_rate);
    g_test_add_func("/need/fast use is short above the minimum and wants a week",
                    fast_use_wants_more_than_the_level);
    g_test_add_func("/need/critical types come first, then empty, then least cover",
                    the_worst_comes_first);
    g_test_add_func("/need/nothing short gives an empty list", nothing_short_is_an_empty_list);
    g_test_add_func("/need/the explanation holds the arithmetic", the_arithmetic_is_shown);
    g_test_add_func("/need/levels have keys and words", levels_have_keys_and_words);
    return g_test_run();
}
