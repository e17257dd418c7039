#include "inventory/snapshot.h"

#include "inventory/level.h"
#include "inventory/recall.h"
#include "inventory/unmet.h"
#include "tests/unit/fixture.h"

#define DAY FIXTURE_DAY_MS
#define FIRST_DAY (FIXTURE_NOW - 27 * DAY - DAY / 2) /* midnight: the window's first moment */

static struct snapshot
read_at(struct fixture *f, struct box_id box, int64_t now)
{
    struct snapshot snapshot;
    GError *error = NULL;

    g_assert_true(snapshot_read(f->inventory, box, now, &snapshot, &error));
    g_assert_no_error(error);
    return snapshot;
}

/* NULL where there is none. */
static const struct snapshot_cell *
find(const struct snapshot *snapshot, struct box_id box, enum drug_type type, enum drug_age age)
{
    const struct snapshot_cell *found = NULL;

    for (guint i = 0; i < snapshot->cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(snapshot->cells, struct snapshot_cell, i);

        if (cell->box.n != box.n || cell->type != type || cell->age != age)
            continue;
        g_assert_null(found); /* no cell twice */
        found = cell;
    }
    return found;
}

/* The lobby's cell, read for the lobby alone and for all boxes: both must say the same. */
static struct snapshot_cell
cell_of(struct fixture *f, enum drug_type type, enum drug_age age, int64_t now)
{
    struct snapshot one = read_at(f, f->lobby, now), all = read_at(f, (struct box_id){0}, now);
    const struct snapshot_cell *cell = find(&one, f->lobby, type, age);
    const struct snapshot_cell *same = find(&all, f->lobby, type, age);
    struct snapshot_cell copy;

    g_assert_nonnull(cell);
    g_assert_nonnull(same);
    g_assert_cmpint(cell->usable, ==, same->usable);
    g_assert_cmpint(cell->unusable, ==, same->unusable);
    g_assert_cmpint(cell->taken, ==, same->taken);
    g_assert_cmpint(cell->unmet, ==, same->unmet);
    g_assert_cmpint(cell->minimum, ==, same->minimum);
    g_assert_cmpint(cell->fill, ==, same->fill);
    copy = *cell;
    snapshot_clear(&one);
    snapshot_clear(&all);
    return copy;
}

static void
post_at(struct fixture *f, enum movement_kind kind, int32_t units, int32_t expiry, int64_t at)
{
    struct movement m = {
        .uid = fixture_uuid(f),
        .at = at,
        .kind = kind,
        .box = f->lobby,
        .drug = f->drugs[TABLETS], /* 4 a day */
        .expiry = {expiry},
        .lot = "A1",
        .units = units,
    };
    bool repeated;
    GError *error = NULL;

    g_assert_true(ledger_begin(f->inventory, &error));
    g_assert_true(ledger_post(f->inventory, &m, &repeated, &error));
    g_assert_true(ledger_end(f->inventory, true, &error));
    g_assert_no_error(error);
}

static int32_t
today(struct fixture *f)
{
    return inventory_day(f->inventory, FIXTURE_NOW).n;
}

static void
set(struct fixture *f, const char *key, struct area_id area, struct box_id box, const char *value)
{
    GError *error = NULL;

    g_assert_true(setting_set(f->inventory, key, area, box, value, &error));
    g_assert_no_error(error);
}

static void
never_stocked(struct fixture *f, gconstpointer data)
{
    struct snapshot snapshot = read_at(f, (struct box_id){0}, FIXTURE_NOW);
    const struct snapshot_cell *cell = find(&snapshot, f->lobby, DRUG_COLD, DRUG_CHILD);

    (void)data;
    g_assert_cmpuint(snapshot.cells->len, ==, 8); /* two boxes, fever and cold, adult and child */
    g_assert_nonnull(cell);
    g_assert_cmpint(cell->usable, ==, 0);
    g_assert_cmpint(cell->minimum, ==, 6 * STOCK_PERSON_DAY);
    g_assert_null(find(&snapshot, f->lobby, DRUG_THROAT, DRUG_ADULT));
    snapshot_clear(&snapshot);
}

static void
filled_up_to_the_minimum_at_least(struct fixture *f, gconstpointer data)
{
    struct snapshot snapshot;

    (void)data;
    set(f, "fill.cold", (struct area_id){0}, f->lobby, "50");
    set(f, "fill.cold", (struct area_id){0}, (struct box_id){0}, "100");
    set(f, "minimum.cold", (struct area_id){0}, (struct box_id){0}, "100");
    snapshot = read_at(f, (struct box_id){0}, FIXTURE_NOW);
    g_assert_cmpint(find(&snapshot, f->lobby, DRUG_COLD, DRUG_CHILD)->fill, ==,
                    100 * STOCK_PERSON_DAY);
    g_assert_cmpint(find(&snapshot, f->lobby, DRUG_FEVER, DRUG_CHILD)->fill, ==,
                    15 * STOCK_PERSON_DAY);
    snapshot_clear(&snapshot);
}

static void
no_minimum_no_cell(struct fixture *f, gconstpointer data)
{
    struct snapshot snapshot;

    (void)data;
    set(f, "minimum.cold", (struct area_id){0}, (struct box_id){0}, "0");
    snapshot = read_at(f, (struct box_id){0}, FIXTURE_NOW);
    g_assert_cmpuint(snapshot.cells->len, ==, 4);
    g_assert_null(find(&snapshot, f->lobby, DRUG_COLD, DRUG_CHILD));
    snapshot_clear(&snapshot);
}

static void
no_such_box(struct fixture *f, gconstpointer data)
{
    struct snapshot snapshot = read_at(f, (struct box_id){99}, FIXTURE_NOW);

    (void)data;
    g_assert_cmpuint(snapshot.cells->len, ==, 0);
    snapshot_clear(&snapshot);
}

static void
a_retired_box(struct fixture *f, gconstpointer data)
{
    struct snapshot one, all;

    (void)data;
    post_at(f, MOVEMENT_DONATE, 8, today(f) + 100, FIXTURE_NOW - 3 * DAY);
    post_at(f, MOVEMENT_TAKE, 8, today(f) + 100, FIXTURE_NOW - DAY);
    g_assert_true(box_retire(f->inventory, f->lobby, NULL));
    one = read_at(f, f->lobby, FIXTURE_NOW);
    all = read_at(f, (struct box_id){0}, FIXTURE_NOW);
    g_assert_cmpuint(one.cells->len, ==, 0);
    g_assert_cmpuint(all.cells->len, ==, 4); /* the other box */
    snapshot_clear(&one);
    snapshot_clear(&all);
}

static void
stock_is_told(struct fixture *f, gconstpointer data)
{
    struct snapshot_cell cell;

    (void)data;
    post_at(f, MOVEMENT_DONATE, 40, today(f) + 100, FIXTURE_NOW - 10 * DAY);
    post_at(f, MOVEMENT_TAKE, 12, today(f) + 100, FIXTURE_NOW - 4 * DAY);
    post_at(f, MOVEMENT_LOST, 4, today(f) + 100, FIXTURE_NOW - 3 * DAY);
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.usable, ==, 6 * STOCK_PERSON_DAY);
    g_assert_cmpint(cell.unusable, ==, 0);
    g_assert_cmpint(cell.taken, ==, 0); /* it is there, so nobody looks */
}

/* Empties the lobby of fever medicine for adults, of which 12 units were taken within the window. */
static void
take_all(struct fixture *f)
{
    post_at(f, MOVEMENT_DONATE, 40, today(f) + 100, FIXTURE_NOW - 60 * DAY);
    post_at(f, MOVEMENT_TAKE, 8, today(f) + 100, FIRST_DAY - 1);
    post_at(f, MOVEMENT_TAKE, 4, today(f) + 100, FIRST_DAY);
    post_at(f, MOVEMENT_LOST, 20, today(f) + 100, FIXTURE_NOW - 9 * DAY);
    post_at(f, MOVEMENT_TAKE, 8, today(f) + 100, FIXTURE_NOW - 8 * DAY);
}

static void
use_tells_where_nothing_else_does(struct fixture *f, gconstpointer data)
{
    (void)data;
    take_all(f);
    g_assert_cmpint(cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW).taken, ==, 0);
    set(f, "minimum.fever", (struct area_id){0}, (struct box_id){0}, "0");
    g_assert_cmpint(cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW).taken, ==,
                    3 * STOCK_PERSON_DAY); /* what was lost is no use */
    set(f, "shortage.window", (struct area_id){0}, (struct box_id){0}, "7");
    g_assert_cmpint(cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW).taken, ==, 0);
}

static void
expired_does_not_count(struct fixture *f, gconstpointer data)
{
    struct snapshot_cell cell;

    (void)data;
    post_at(f, MOVEMENT_DONATE, 8, today(f), FIXTURE_NOW - 20 * DAY); /* its last good day */
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.usable, ==, 2 * STOCK_PERSON_DAY);
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW + 3 * DAY);
    g_assert_cmpint(cell.usable, ==, 0);
    g_assert_cmpint(cell.unusable, ==, 2 * STOCK_PERSON_DAY);
    post_at(f, MOVEMENT_DONATE, 4, today(f) + 90, FIXTURE_NOW + 2 * DAY);
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW + 3 * DAY);
    g_assert_cmpint(cell.usable, ==, STOCK_PERSON_DAY);
    g_assert_cmpint(cell.unusable, ==, 2 * STOCK_PERSON_DAY);
}

static int64_t
recall_at(struct fixture *f, const char *lot, int64_t at)
{
    int64_t id = 0;
    bool repeated;

    g_assert_true(
        recall_add(f->inventory, f->drugs[TABLETS], lot, "bad", at, &id, &repeated, NULL));
    return id;
}

static void
recalled_does_not_count(struct fixture *f, gconstpointer data)
{
    struct snapshot_cell cell;
    int64_t batch, whole;

    (void)data;
    post_at(f, MOVEMENT_DONATE, 8, today(f) + 100, FIXTURE_NOW - 20 * DAY);
    recall_at(f, "B9", FIXTURE_NOW - 6 * DAY); /* another batch */
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.usable, ==, 2 * STOCK_PERSON_DAY);
    batch = recall_at(f, "A1", FIXTURE_NOW - 5 * DAY);
    whole = recall_at(f, "", FIXTURE_NOW - 5 * DAY); /* the same again: not counted twice */
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.usable, ==, 0);
    g_assert_cmpint(cell.unusable, ==, 2 * STOCK_PERSON_DAY);
    g_assert_true(recall_lift(f->inventory, whole, FIXTURE_NOW, NULL));
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.usable, ==, 0);
    g_assert_true(recall_lift(f->inventory, batch, FIXTURE_NOW, NULL));
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.usable, ==, 2 * STOCK_PERSON_DAY);
}

static void
expired_and_recalled(struct fixture *f, gconstpointer data)
{
    struct snapshot_cell cell;

    (void)data;
    post_at(f, MOVEMENT_DONATE, 8, today(f) - 1, FIXTURE_NOW - 20 * DAY);
    recall_at(f, "", FIXTURE_NOW - DAY);
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.usable, ==, 0);
    g_assert_cmpint(cell.unusable, ==, 2 * STOCK_PERSON_DAY);
}

/* Asks for the lobby alone and for all boxes, for the medicine and for all. */
static void
expect_total(struct fixture *f, int64_t units, int64_t usable)
{
    for (int i = 0; i < 4; i++) {
        g_autoptr(GArray) totals = NULL;
        struct box_id box = {i % 2 == 0 ? f->lobby.n : 0};
        struct drug_id drug = {i / 2 == 0 ? f->drugs[TABLETS].n : 0};
        const struct stock_total *total;

        g_assert_true(stock_totals(f->inventory, box, drug, (struct day){today(f)}, &totals, NULL));
        g_assert_cmpuint(totals->len, ==, 1);
        total = &g_array_index(totals, struct stock_total, 0);
        g_assert_cmpint(total->box.n, ==, f->lobby.n);
        g_assert_cmpint(total->units, ==, units);
        g_assert_cmpint(total->usable, ==, usable);
    }
}

static void
totals_agree(struct fixture *f, gconstpointer data)
{
    (void)data;
    post_at(f, MOVEMENT_DONATE, 8, today(f) - 1, FIXTURE_NOW - 20 * DAY);
    post_at(f, MOVEMENT_DONATE, 20, today(f) + 100, FIXTURE_NOW - 20 * DAY);
    expect_total(f, 28, 20);
    recall_at(f, "B9", FIXTURE_NOW - DAY);
    expect_total(f, 28, 20);
    recall_at(f, "A1", FIXTURE_NOW - DAY);
    expect_total(f, 28, 0);
}

static void
ask(struct fixture *f, enum drug_type type, int64_t at)
{
    struct uuid uid = fixture_uuid(f);
    bool repeated;

    g_assert_true(unmet_post(f->inventory, &uid, at, f->lobby, type, DRUG_ADULT, &repeated, NULL));
}

static void
unmet_counts(struct fixture *f, gconstpointer data)
{
    struct snapshot snapshot;

    (void)data;
    ask(f, DRUG_FEVER, FIXTURE_NOW);
    ask(f, DRUG_FEVER, FIRST_DAY);
    ask(f, DRUG_FEVER, FIRST_DAY - 1); /* too long ago */
    ask(f, DRUG_THROAT, FIXTURE_NOW);  /* the box never held any */
    ask(f, DRUG_STOMACH, FIRST_DAY - 1);
    g_assert_cmpint(cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW).unmet, ==, 2);
    g_assert_cmpint(cell_of(f, DRUG_THROAT, DRUG_ADULT, FIXTURE_NOW).unmet, ==, 1);
    snapshot = read_at(f, (struct box_id){0}, FIXTURE_NOW);
    g_assert_null(find(&snapshot, f->lobby, DRUG_STOMACH, DRUG_ADULT));
    g_assert_cmpint(find(&snapshot, f->gate, DRUG_FEVER, DRUG_ADULT)->unmet, ==, 0);
    snapshot_clear(&snapshot);
}

static void
undone_use(struct fixture *f, gconstpointer data)
{
    struct movement undo = {.uid = fixture_uuid(f), .at = FIXTURE_NOW - DAY};
    struct snapshot_cell cell;
    bool repeated;

    (void)data;
    set(f, "minimum.fever", (struct area_id){0}, (struct box_id){0}, "0");
    post_at(f, MOVEMENT_DONATE, 8, today(f) + 100, FIXTURE_NOW - 20 * DAY);
    post_at(f, MOVEMENT_TAKE, 4, today(f) + 100, FIXTURE_NOW - 5 * DAY);
    g_assert_true(ledger_begin(f->inventory, NULL));
    g_assert_true(ledger_undo(f->inventory, 2, &undo, &repeated, NULL));
    g_assert_true(ledger_end(f->inventory, true, NULL));
    post_at(f, MOVEMENT_LOST, 8, today(f) + 100, FIXTURE_NOW);
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.taken, ==, 0);
    g_assert_cmpint(cell.usable, ==, 0);
}

/* As far ahead as the farther of the two horizons, a recalled batch aside. */
static void
spoiling_cell_by_cell(struct fixture *f, gconstpointer data)
{
    static const int32_t days[] = {9, 0, 6, 2, -1};
    struct snapshot snapshot;
    int64_t amount = 0;

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        post_at(f, MOVEMENT_DONATE, 4 << i, today(f) + days[i], FIXTURE_NOW - 20 * DAY);
    snapshot = read_at(f, (struct box_id){0}, FIXTURE_NOW);
    g_assert_cmpuint(snapshot.spoiling->len, ==, 3);
    for (guint i = 0; i < snapshot.spoiling->len; i++) {
        const struct snapshot_spoiling *row =
            &g_array_index(snapshot.spoiling, struct snapshot_spoiling, i);

        g_assert_true(&g_array_index(snapshot.cells, struct snapshot_cell, row->cell) ==
                      find(&snapshot, f->lobby, DRUG_FEVER, DRUG_ADULT));
        g_assert_true(row->days_left == 0 || row->days_left == 2 || row->days_left == 6);
        amount += row->amount;
    }
    g_assert_cmpint(amount, ==, (2 + 4 + 8) * STOCK_PERSON_DAY);
    snapshot_clear(&snapshot);
    set(f, "shortage.far", (struct area_id){0}, (struct box_id){0}, "10");
    set(f, "shortage.near", (struct area_id){0}, (struct box_id){0}, "10");
    snapshot = read_at(f, f->lobby, FIXTURE_NOW);
    g_assert_cmpuint(snapshot.spoiling->len, ==, 4);
    snapshot_clear(&snapshot);
    recall_at(f, "A1", FIXTURE_NOW);
    snapshot = read_at(f, (struct box_id){0}, FIXTURE_NOW);
    g_assert_cmpuint(snapshot.spoiling->len, ==, 0);
    snapshot_clear(&snapshot);
}

/* --------------------------------------------------------------------------------------- levels */

static void
expect_levels(struct fixture *f, struct box_id box, enum drug_type type, enum drug_age age,
              int32_t minimum, int32_t fill)
{
    struct level_book *book = NULL;
    struct box *row = NULL;
    const struct level *level;

    g_assert_true(box_by_id(f->inventory, box, &row, NULL));
    g_assert_true(level_book_new(f->inventory, &book, NULL));
    level = &level_of_box(book, row->area, box)[((int)type - 1) * DRUG_AGES + (int)age];
    g_assert_cmpint(level->minimum, ==, minimum);
    g_assert_cmpint(level->fill, ==, fill);
    level_book_free(book);
    box_free(row);
}

static struct area_id
community(struct fixture *f)
{
    struct area *area = NULL;
    struct area_id id;

    g_assert_true(area_find(f->inventory, "community", &area, NULL));
    id = area->id;
    area_free(area);
    return id;
}

static void
standard_levels(struct fixture *f, gconstpointer data)
{
    (void)data;
    expect_levels(f, f->lobby, DRUG_FEVER, DRUG_ADULT, 6, 15);
    expect_levels(f, f->lobby, DRUG_COLD, DRUG_CHILD, 6, 15);
    expect_levels(f, f->lobby, DRUG_THROAT, DRUG_ALL_AGES, 3, 9);
}

static void
narrowed_levels(struct fixture *f, gconstpointer data)
{
    const struct box_id none = {0};

    (void)data;
    set(f, "minimum", (struct area_id){0}, none, "4");
    expect_levels(f, f->lobby, DRUG_THROAT, DRUG_ADULT, 4, 9);
    expect_levels(f, f->lobby, DRUG_FEVER, DRUG_ADULT, 4, 15); /* set goes before a default */
    set(f, "minimum.fever", (struct area_id){0}, none, "8");
    set(f, "minimum.fever.child", (struct area_id){0}, none, "9");
    expect_levels(f, f->lobby, DRUG_FEVER, DRUG_ADULT, 8, 15);
    expect_levels(f, f->lobby, DRUG_FEVER, DRUG_CHILD, 9, 15);
    expect_levels(f, f->lobby, DRUG_COLD, DRUG_CHILD, 4, 15);
}

static void
inherited_levels(struct fixture *f, gconstpointer data)
{
    const struct box_id none = {0};

    (void)data;
    set(f, "fill.cold", (struct area_id){0}, none, "20");
    set(f, "fill.cold", community(f), none, "30");
    set(f, "fill.cold", (struct area_id){0}, f->gate, "40");
    expect_levels(f, f->lobby, DRUG_COLD, DRUG_ADULT, 6, 30);
    expect_levels(f, f->gate, DRUG_COLD, DRUG_ADULT, 6, 40);
    set(f, "fill.cold", (struct area_id){0}, f->gate, NULL);
    expect_levels(f, f->gate, DRUG_COLD, DRUG_ADULT, 6, 30);
    set(f, "fill", (struct area_id){0}, f->gate, "7"); /* nearer, but wider */
    expect_levels(f, f->gate, DRUG_COLD, DRUG_ADULT, 6, 30);
    expect_levels(f, f->gate, DRUG_THROAT, DRUG_ADULT, 3, 7);
}

/* As it is made: there is nothing to look at. */
static void
no_boxes(void)
{
    struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
    struct snapshot snapshot;
    struct inventory *inventory;

    g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
    g_assert_true(snapshot_read(inventory, (struct box_id){0}, FIXTURE_NOW, &snapshot, NULL));
    g_assert_cmpuint(snapshot.cells->len, ==, 0);
    snapshot_clear(&snapshot);
    inventory_close(inventory);
}

static void
levels_reach_the_cells(struct fixture *f, gconstpointer data)
{
    struct snapshot_cell cell;

    (void)data;
    set(f, "minimum.fever.adult", community(f), (struct box_id){0}, "11");
    set(f, "fill.fever.adult", (struct area_id){0}, f->lobby, "22");
    cell = cell_of(f, DRUG_FEVER, DRUG_ADULT, FIXTURE_NOW);
    g_assert_cmpint(cell.minimum, ==, 11 * STOCK_PERSON_DAY);
    g_assert_cmpint(cell.fill, ==, 22 * STOCK_PERSON_DAY);
    cell = cell_of(f, DRUG_FEVER, DRUG_CHILD, FIXTURE_NOW);
    g_assert_cmpint(cell.minimum, ==, 6 * STOCK_PERSON_DAY);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/snapshot/what was never stocked is there where a minimum is", never_stocked},
        {"/snapshot/filled up to the minimum at least", filled_up_to_the_minimum_at_least},
        {"/snapshot/no minimum, no cell", no_minimum_no_cell},
        {"/snapshot/no such box has no cells", no_such_box},
        {"/snapshot/a retired box has no cells, whatever was taken", a_retired_box},
        {"/snapshot/what is there", stock_is_told},
        {"/snapshot/use within the window, where nothing else tells that it is wanted",
         use_tells_where_nothing_else_does},
        {"/snapshot/expired stock does not count", expired_does_not_count},
        {"/snapshot/what spoils soon, cell by cell", spoiling_cell_by_cell},
        {"/snapshot/recalled stock does not count, once, until lifted", recalled_does_not_count},
        {"/snapshot/expired and recalled is taken off once", expired_and_recalled},
        {"/snapshot/totals agree for one box and all", totals_agree},
        {"/snapshot/requests in vain count within the window", unmet_counts},
        {"/snapshot/undone use is no use", undone_use},
        {"/level/the standard", standard_levels},
        {"/level/the narrowest key counts", narrowed_levels},
        {"/level/the nearest place counts", inherited_levels},
        {"/level/they reach the cells", levels_reach_the_cells},
    };

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/snapshot/without a box", no_boxes);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
