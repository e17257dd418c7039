#include "inventory/snapshot.h"

#include <string.h>

#include "inventory/inside.h"
#include "inventory/level.h"
#include "inventory/setting.h"
#include "inventory/stock.h"

#define DAY_MS INT64_C(86400000)
#define PLACES (DRUG_TYPES * DRUG_AGES)

/* A snapshot in the making. Boxes have small numbers, so a table finds a cell at once. */
struct work {
    struct inventory *inventory;
    struct snapshot *snapshot;
    struct level_book *levels;
    struct box_id box; /* {0}: all */
    int64_t from;      /* the window's first moment */
    struct day today;
    int32_t *slots; /* by box and place: the index of the cell, or -1 */
    int64_t slot_boxes;
};

static int
place_of(int64_t type, int64_t age)
{
    return (int)((type - 1) * DRUG_AGES + age);
}

static struct snapshot_cell *
cell_at(const struct work *work, int64_t box, int64_t type, int64_t age)
{
    int32_t index = box <= work->slot_boxes && type >= 1 && type <= DRUG_TYPES
                        ? work->slots[box * PLACES + place_of(type, age)]
                        : -1;

    return index >= 0 ? &g_array_index(work->snapshot->cells, struct snapshot_cell, index) : NULL;
}

static bool
make_slots(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(work->inventory->db, "SELECT max(id) FROM box WHERE tenant = :tenant");
    size_t count;

    db_bind_int(q, "tenant", work->inventory->tenant);
    if (!db_one_int(q, 0, &work->slot_boxes, error))
        return false;
    count = (size_t)(work->slot_boxes + 1) * PLACES;
    work->slots = g_new(int32_t, count);
    memset(work->slots, 0xff, count * sizeof(*work->slots));
    return true;
}

/* ------------------------------------------------------------------------------- which cells there are */

static void
add_cell(struct work *work, const struct snapshot_cell *cell)
{
    work->slots[cell->box.n * PLACES + place_of((int64_t)cell->type, (int64_t)cell->age)] =
        (int32_t)work->snapshot->cells->len;
    g_array_append_vals(work->snapshot->cells, cell, 1);
}

static struct db_stmt *
cell_query(const struct work *work)
{
    struct db_stmt *q =
        work->box.n != 0
            ? db_query(work->inventory->db,
                       "SELECT box, type, age, amount, first_at, empty_since FROM cell"
                       " WHERE tenant = :tenant AND box = :box ORDER BY box, type, age")
            : db_query(work->inventory->db,
                       "SELECT box, type, age, amount, first_at, empty_since FROM cell"
                       " WHERE tenant = :tenant ORDER BY box, type, age");

    db_bind_int(q, "tenant", work->inventory->tenant);
    if (work->box.n != 0)
        db_bind_int(q, "box", work->box.n);
    return q;
}

static bool
read_cells(struct work *work, GError **error)
{
    struct db_stmt *q = cell_query(work);
    int64_t now = work->snapshot->now;

    while (db_row(q)) {
        int64_t from = MAX(db_int(q, 4), work->from);
        int64_t empty = db_is_null(q, 5) ? 0 : MAX(now - MAX(db_int(q, 5), from), 0);
        struct snapshot_cell cell = {
            .box = {db_int(q, 0)},
            .type = (enum drug_type)db_int(q, 1),
            .age = (enum drug_age)db_int(q, 2),
            .usable = db_int(q, 3),
            .window = MAX(now - from, 0),
            .stocked = MAX(now - from, 0) - empty,
        };

        add_cell(work, &cell);
    }
    return db_done(q, error);
}

/* A box that never held fever or cold medicine is short of it all the same, if a level is set. */
static void
add_missing(struct work *work, struct box_id box, const struct level *levels)
{
    for (int type = DRUG_FEVER; type <= DRUG_TYPES; type++)
        for (int age = DRUG_ADULT; age <= DRUG_CHILD; age++) {
            struct snapshot_cell cell = {
                .box = box, .type = (enum drug_type)type, .age = (enum drug_age)age};

            if (drug_type_is_critical(cell.type) && levels[place_of(type, age)].minimum > 0 &&
                work->slots[box.n * PLACES + place_of(type, age)] < 0)
                add_cell(work, &cell);
        }
}

static struct db_stmt *
box_query(const struct work *work)
{
    struct db_stmt *q =
        work->box.n != 0
            ? db_query(work->inventory->db, "SELECT id, area FROM box WHERE tenant = :tenant"
                                            " AND id = :box AND state = 'active'")
            : db_query(work->inventory->db, "SELECT id, area FROM box WHERE tenant = :tenant"
                                            " AND state = 'active' ORDER BY id");

    db_bind_int(q, "tenant", work->inventory->tenant);
    if (work->box.n != 0)
        db_bind_int(q, "box", work->box.n);
    return q;
}

static bool
read_levels(struct work *work, GError **error)
{
    struct db_stmt *q = box_query(work);

    while (db_row(q)) {
        struct box_id box = {db_int(q, 0)};
        const struct level *levels =
            level_of_box(work->levels, (struct area_id){db_int(q, 1)}, box);

        add_missing(work, box, levels);
        for (int place = 0; place < PLACES; place++) {
            struct snapshot_cell *cell =
                cell_at(work, box.n, place / DRUG_AGES + 1, place % DRUG_AGES);

            if (cell != NULL) {
                cell->minimum = levels[place].minimum * STOCK_PERSON_DAY;
                cell->fill = levels[place].fill * STOCK_PERSON_DAY;
            }
        }
    }
    return db_done(q, error);
}

/* ------------------------------------------------------------------------------ what happened to them */

/* CROSS JOIN and the plus keep the planner from reading all stock for a handful of recalls.
 *
 * Expired and recalled lots do not count; a cell that holds nothing else has been empty since the
 * last of them ceased to count. */
static struct db_stmt *
unusable_query(const struct work *work)
{
    struct db_stmt *q =
        work->box.n != 0
            ? db_query(work->inventory->db,
                       "SELECT u.box, drug.type, drug.age,"
                       " sum(u.units * ((:day + drug.day_units / 2) / drug.day_units)), max(u.since)"
                       " FROM (SELECT stock.box, stock.drug, stock.units,"
                       "   CASE WHEN stock.expiry < :today THEN stock.expiry + 1 ELSE 0 END AS since"
                       "  FROM stock WHERE stock.tenant = :tenant AND stock.box = :box"
                       "  AND (stock.expiry < :today OR EXISTS (SELECT 1 FROM recall"
                       "   WHERE recall.drug = stock.drug AND lifted_at IS NULL"
                       "   AND recall.lot IN ('', stock.lot)))) AS u"
                       " JOIN drug ON drug.id = u.drug GROUP BY u.box, drug.type, drug.age")
            : db_query(work->inventory->db,
                       "SELECT u.box, drug.type, drug.age,"
                       " sum(u.units * ((:day + drug.day_units / 2) / drug.day_units)), max(u.since)"
                       " FROM (SELECT box, drug, expiry, lot, units, expiry + 1 AS since FROM stock"
                       "   WHERE tenant = :tenant AND expiry < :today"
                       "  UNION SELECT stock.box, stock.drug, stock.expiry, stock.lot, stock.units, 0"
                       "   FROM recall CROSS JOIN stock WHERE stock.tenant = :tenant"
                       "   AND stock.drug = recall.drug AND recall.lot IN ('', stock.lot)"
                       "   AND lifted_at IS NULL AND +stock.expiry >= :today) AS u"
                       " JOIN drug ON drug.id = u.drug GROUP BY u.box, drug.type, drug.age");

    db_bind_int(q, "day", STOCK_PERSON_DAY);
    db_bind_int(q, "today", work->today.n);
    db_bind_int(q, "tenant", work->inventory->tenant);
    if (work->box.n != 0)
        db_bind_int(q, "box", work->box.n);
    return q;
}

static bool
read_unusable(struct work *work, GError **error)
{
    struct db_stmt *q = unusable_query(work);

    while (db_row(q)) {
        struct snapshot_cell *cell = cell_at(work, db_int(q, 0), db_int(q, 1), db_int(q, 2));
        int64_t since, dry;

        if (cell == NULL)
            continue;
        cell->unusable = db_int(q, 3);
        cell->usable -= cell->unusable;
        since = day_start((struct day){(int32_t)db_int(q, 4)}, work->inventory->utc_offset);
        dry = work->snapshot->now - MAX(since, work->from);
        if (cell->usable == 0 && db_int(q, 4) > 0)
            cell->stocked = MAX(cell->stocked - MAX(dry, 0), 0);
    }
    return db_done(q, error);
}

static struct db_stmt *
use_query(const struct work *work)
{
    struct db_stmt *q =
        work->box.n != 0
            ? db_query(work->inventory->db,
                       "WITH RECURSIVE days (day) AS (SELECT :from UNION ALL SELECT day + 1 FROM days"
                       " WHERE day < :today) SELECT use_day.box, type, age, amount FROM days"
                       " CROSS JOIN use_day WHERE use_day.tenant = :tenant"
                       " AND use_day.day = days.day AND use_day.box = :box")
            : db_query(work->inventory->db, "SELECT box, type, age, amount FROM use_day"
                                            " WHERE day >= :from AND day <= :today"
                                            " AND tenant = :tenant");

    db_bind_int(q, "from", work->today.n - work->snapshot->window_days + 1);
    db_bind_int(q, "today", work->today.n);
    db_bind_int(q, "tenant", work->inventory->tenant);
    if (work->box.n != 0)
        db_bind_int(q, "box", work->box.n);
    return q;
}

static bool
read_use(struct work *work, GError **error)
{
    struct db_stmt *q = use_query(work);

    while (db_row(q)) {
        struct snapshot_cell *cell = cell_at(work, db_int(q, 0), db_int(q, 1), db_int(q, 2));

        if (cell != NULL)
            cell->taken += db_int(q, 3);
    }
    return db_done(q, error);
}

static bool
read_spans(struct work *work, GError **error)
{
    struct db_stmt *q =
        work->box.n != 0
            ? db_query(work->inventory->db,
                       "SELECT box, type, age, from_at, until_at FROM empty_span"
                       " WHERE tenant = :tenant AND box = :box AND until_at > :from")
            : db_query(work->inventory->db,
                       "SELECT box, type, age, from_at, until_at FROM empty_span"
                       " WHERE tenant = :tenant AND until_at > :from");

    db_bind_int(q, "tenant", work->inventory->tenant);
    if (work->box.n != 0)
        db_bind_int(q, "box", work->box.n);
    db_bind_int(q, "from", work->from);
    while (db_row(q)) {
        struct snapshot_cell *cell = cell_at(work, db_int(q, 0), db_int(q, 1), db_int(q, 2));
        int64_t until = MIN(db_int(q, 4), work->snapshot->now);

        if (cell != NULL)
            cell->stocked = MAX(cell->stocked - MAX(until - MAX(db_int(q, 3), work->from), 0), 0);
    }
    return db_done(q, error);
}

static bool
read_unmet(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(work->inventory->db,
                                 "SELECT box, type, age FROM unmet WHERE tenant = :tenant"
                                 " AND at >= :from AND at <= :now");

    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "from", work->from);
    db_bind_int(q, "now", work->snapshot->now);
    while (db_row(q)) {
        struct snapshot_cell *cell = cell_at(work, db_int(q, 0), db_int(q, 1), db_int(q, 2));

        if (cell != NULL)
            cell->unmet++;
    }
    return db_done(q, error);
}

/* ---------------------------------------------------------------------------------------- the whole */

static bool
read_all(struct work *work, GError **error)
{
    struct inventory *inventory = work->inventory;

    if (!setting_number(inventory, "shortage.window", inventory->district, (struct box_id){0},
                        &work->snapshot->window_days, error))
        return false;
    work->today = inventory_day(inventory, work->snapshot->now);
    work->from = day_start((struct day){work->today.n - work->snapshot->window_days + 1},
                           inventory->utc_offset);
    return level_book_new(inventory, &work->levels, error) && make_slots(work, error) &&
           read_cells(work, error) && read_levels(work, error) && read_unusable(work, error) &&
           read_use(work, error) && read_spans(work, error) && read_unmet(work, error);
}

bool
snapshot_read(struct inventory *inventory, struct box_id box, int64_t now,
              struct snapshot *snapshot, GError **error)
{
    struct work work = {.inventory = inventory, .snapshot = snapshot, .box = box};
    bool ok;

    *snapshot = (struct snapshot){
        .now = now, .cells = g_array_new(FALSE, FALSE, sizeof(struct snapshot_cell))};
    if (!db_begin_read(inventory->db, error))
        return false;
    ok = read_all(&work, error);
    level_book_free(work.levels);
    g_free(work.slots);
    return db_end(inventory->db, ok, error) && ok;
}

void
snapshot_clear(struct snapshot *snapshot)
{
    g_clear_pointer(&snapshot->cells, g_array_unref);
}
