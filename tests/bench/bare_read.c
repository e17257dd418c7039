#include "tests/bench/bare_read.h"

#include <sqlite3.h>

#include "inventory/snapshot.h"
#include "inventory/stock.h"

#define DAY_MS INT64_C(86400000)
#define OFFSET_MS (8 * INT64_C(3600000))
#define WINDOW 28
#define FAR 7
#define PLACES (DRUG_TYPES * DRUG_AGES)

enum statement {
    BEGIN,
    COMMIT,
    TOTALS,
    TOTALS_OF_DRUG,
    UNUSABLE,
    SETTINGS,
    BOXES,
    CELLS,
    SOON,
    UNMET,
    STATEMENTS
};

/* For all boxes, and for one; ?1 is the tenant and ?2 the box. */
static const char *const texts[STATEMENTS][2] = {
    [BEGIN] = {"BEGIN", "BEGIN"},
    [COMMIT] = {"COMMIT", "COMMIT"},
    [TOTALS] = {"SELECT box, drug, units FROM total WHERE tenant = ?1 AND units > 0",
                "SELECT box, drug, units FROM total WHERE tenant = ?1 AND box = ?2 AND units > 0"},
    [TOTALS_OF_DRUG] =
        {"SELECT box, drug, units FROM total WHERE tenant = ?1 AND drug = ?3 AND units > 0",
         "SELECT box, drug, units FROM total WHERE tenant = ?1 AND box = ?2 AND drug = ?3"
         " AND units > 0"},
    [UNUSABLE] =
        {"SELECT box, drug, units, expiry FROM stock"
         " WHERE tenant = ?1 AND expiry < ?3"
         " UNION ALL SELECT stock.box, stock.drug, stock.units, expiry"
         " FROM recall CROSS JOIN stock WHERE lifted_at IS NULL AND recall.lot = ''"
         " AND tenant = ?1 AND stock.drug = recall.drug AND +expiry >= ?3"
         " UNION ALL SELECT stock.box, stock.drug, stock.units, expiry"
         " FROM recall CROSS JOIN stock WHERE lifted_at IS NULL AND recall.lot <> ''"
         " AND tenant = ?1 AND stock.drug = recall.drug AND stock.lot = recall.lot"
         " AND +expiry >= ?3 AND NOT EXISTS (SELECT 1 FROM recall AS whole"
         " WHERE whole.drug = recall.drug AND whole.lot = '' AND whole.lifted_at IS NULL)",
         "SELECT box, drug, units, expiry FROM stock"
         " WHERE tenant = ?1 AND box = ?2 AND expiry < ?3"
         " UNION ALL SELECT stock.box, stock.drug, stock.units, expiry"
         " FROM recall CROSS JOIN stock WHERE lifted_at IS NULL AND tenant = ?1 AND box = ?2"
         " AND stock.drug = recall.drug AND recall.lot IN ('', stock.lot) AND expiry >= ?3"
         " AND (recall.lot = '' OR NOT EXISTS (SELECT 1 FROM recall AS whole"
         " WHERE whole.drug = recall.drug AND whole.lot = '' AND whole.lifted_at IS NULL))"},
    [SETTINGS] =
        {"SELECT area, box, key, value FROM setting WHERE key LIKE 'minimum%' OR key LIKE 'fill%'"
         " OR key = 'shortage.window'",
         "SELECT area, box, key, value FROM setting WHERE key LIKE 'minimum%' OR key LIKE 'fill%'"
         " OR key = 'shortage.window'"},
    [BOXES] = {"SELECT id FROM box WHERE tenant = ?1 AND state = 'active'",
               "SELECT id FROM box WHERE tenant = ?1 AND id = ?2 AND state = 'active'"},
    [CELLS] = {"SELECT box, type, age, amount FROM cell WHERE tenant = ?1",
               "SELECT box, type, age, amount FROM cell WHERE tenant = ?1 AND box = ?2"},
    [SOON] = {"SELECT box, drug, units, expiry FROM stock WHERE tenant = ?1 AND expiry >= ?3"
              " AND expiry < ?4 AND (drug NOT IN (SELECT drug FROM recall WHERE lifted_at IS NULL)"
              " OR NOT EXISTS (SELECT 1 FROM recall WHERE recall.drug = stock.drug"
              " AND lifted_at IS NULL AND recall.lot IN ('', stock.lot)))",
              "SELECT box, drug, units, expiry FROM stock WHERE tenant = ?1 AND box = ?2"
              " AND expiry >= ?3 AND expiry < ?4 AND NOT EXISTS (SELECT 1 FROM recall"
              " WHERE recall.drug = stock.drug AND lifted_at IS NULL"
              " AND recall.lot IN ('', stock.lot))"},
    [UNMET] = {"SELECT box, type, age FROM unmet WHERE tenant = ?1 AND at >= ?3 AND at <= ?4",
               "SELECT box, type, age FROM unmet WHERE tenant = ?1 AND box = ?2 AND at >= ?3"
               " AND at <= ?4"},
};

struct drug_share {
    int place;
    int64_t weight;
};

struct bare_read {
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENTS][2];
    int64_t tenant;
    GArray *shares; /* struct drug_share by drug, read once */
};

/* The answer in the making. */
struct work {
    struct bare_read *bare;
    int64_t box, first, boxes;
    int32_t today;
    bool *active;
    int32_t *slots;
    struct snapshot *snapshot;
};

static sqlite3_stmt *
prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        g_error("%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

static void
read_shares(struct bare_read *bare)
{
    sqlite3_stmt *s = prepare(bare->db, "SELECT type, age, day_units FROM drug ORDER BY id");
    struct drug_share none = {0};

    bare->shares = g_array_new(FALSE, FALSE, sizeof(struct drug_share));
    g_array_append_val(bare->shares, none);
    while (sqlite3_step(s) == SQLITE_ROW) {
        struct drug_share share = {
            .place = (sqlite3_column_int(s, 0) - 1) * DRUG_AGES + sqlite3_column_int(s, 1),
            .weight = stock_weight(sqlite3_column_int(s, 2)),
        };

        g_array_append_val(bare->shares, share);
    }
    sqlite3_finalize(s);
}

struct bare_read *
bare_read_open(const char *path, int64_t tenant)
{
    struct bare_read *bare = g_new0(struct bare_read, 1);

    bare->tenant = tenant;
    if (sqlite3_open_v2(path, &bare->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK)
        g_error("%s: %s", path, sqlite3_errmsg(bare->db));
    sqlite3_exec(bare->db, "PRAGMA cache_size = -65536", NULL, NULL, NULL);
    for (int i = 0; i < STATEMENTS; i++)
        for (int one = 0; one < 2; one++)
            bare->statements[i][one] = prepare(bare->db, texts[i][one]);
    read_shares(bare);
    return bare;
}

void
bare_read_close(struct bare_read *bare)
{
    for (int i = 0; i < STATEMENTS; i++)
        for (int one = 0; one < 2; one++)
            sqlite3_finalize(bare->statements[i][one]);
    sqlite3_close(bare->db);
    g_array_unref(bare->shares);
    g_free(bare);
}

static sqlite3_stmt *
start(struct bare_read *bare, enum statement which, int64_t box, int64_t third, int64_t fourth)
{
    sqlite3_stmt *s = bare->statements[which][box != 0];

    sqlite3_bind_int64(s, 1, bare->tenant);
    if (box != 0)
        sqlite3_bind_int64(s, 2, box);
    if (sqlite3_bind_parameter_count(s) >= 3)
        sqlite3_bind_int64(s, 3, third);
    if (sqlite3_bind_parameter_count(s) >= 4)
        sqlite3_bind_int64(s, 4, fourth);
    return s;
}

static void
run(struct bare_read *bare, enum statement which)
{
    sqlite3_step(bare->statements[which][0]);
    sqlite3_reset(bare->statements[which][0]);
}

/* --------------------------------------------------------------------------------------- totals */

static int
by_key(const void *a, const void *b)
{
    const struct stock_total *one = a, *other = b;

    if (one->box.n != other->box.n)
        return one->box.n < other->box.n ? -1 : 1;
    return (one->drug.n > other->drug.n) - (one->drug.n < other->drug.n);
}

GArray *
bare_read_totals(struct bare_read *bare, int64_t box, int64_t drug, int32_t today)
{
    GArray *totals = g_array_new(FALSE, FALSE, sizeof(struct stock_total));
    sqlite3_stmt *s;

    run(bare, BEGIN);
    s = start(bare, drug != 0 ? TOTALS_OF_DRUG : TOTALS, box, drug, 0);
    while (sqlite3_step(s) == SQLITE_ROW) {
        int64_t units = sqlite3_column_int64(s, 2);
        struct stock_total total = {.box = {sqlite3_column_int64(s, 0)},
                                    .drug = {sqlite3_column_int64(s, 1)},
                                    .units = units,
                                    .usable = units};

        g_array_append_val(totals, total);
    }
    sqlite3_reset(s);
    s = start(bare, UNUSABLE, box, today, 0);
    while (sqlite3_step(s) == SQLITE_ROW) {
        struct stock_total key = {.box = {sqlite3_column_int64(s, 0)},
                                  .drug = {sqlite3_column_int64(s, 1)}};
        struct stock_total *total = bsearch(&key, totals->data, totals->len, sizeof(key), by_key);

        if (total != NULL)
            total->usable -= sqlite3_column_int64(s, 2);
    }
    sqlite3_reset(s);
    run(bare, COMMIT);
    return totals;
}

/* ---------------------------------------------------------------------------------------- cells */

static size_t
index_of(const struct work *work, int64_t box, int place)
{
    return (size_t)(box - work->first) * PLACES + (size_t)place;
}

/* The index of the row's box, type and age, which are its first columns. */
static size_t
index_of_row(const struct work *work, sqlite3_stmt *s)
{
    return index_of(work, sqlite3_column_int64(s, 0),
                    (sqlite3_column_int(s, 1) - 1) * DRUG_AGES + sqlite3_column_int(s, 2));
}

static struct snapshot_cell *
add_cell(struct work *work, size_t index)
{
    int place = (int)(index % PLACES);
    bool critical = place < 2 * DRUG_AGES;
    struct snapshot_cell cell = {
        .box = {(int64_t)(index / PLACES) + work->first},
        .type = (enum drug_type)(place / DRUG_AGES + 1),
        .age = (enum drug_age)(place % DRUG_AGES),
        .minimum = (critical ? 6 : 3) * STOCK_PERSON_DAY,
        .fill = (critical ? 15 : 9) * STOCK_PERSON_DAY,
    };

    work->slots[index] = (int32_t)work->snapshot->cells->len + 1;
    g_array_append_val(work->snapshot->cells, cell);
    return &g_array_index(work->snapshot->cells, struct snapshot_cell,
                          work->snapshot->cells->len - 1);
}

static struct snapshot_cell *
cell_at(const struct work *work, size_t index)
{
    int32_t slot = work->slots[index];

    return slot > 0 ? &g_array_index(work->snapshot->cells, struct snapshot_cell, slot - 1) : NULL;
}

/* That they are the standard ones has to be looked up, too. */
static void
read_settings(struct work *work)
{
    sqlite3_stmt *s = work->bare->statements[SETTINGS][0];

    while (sqlite3_step(s) == SQLITE_ROW)
        g_error("%s is set", (const char *)sqlite3_column_text(s, 2));
    sqlite3_reset(s);
}

static void
read_boxes(struct work *work)
{
    sqlite3_stmt *s = start(work->bare, BOXES, work->box, 0, 0);

    while (sqlite3_step(s) == SQLITE_ROW)
        work->active[sqlite3_column_int64(s, 0) - work->first] = true;
    sqlite3_reset(s);
}

static void
read_rows(struct work *work)
{
    sqlite3_stmt *s = start(work->bare, CELLS, work->box, 0, 0);

    while (sqlite3_step(s) == SQLITE_ROW) {
        size_t index = index_of_row(work, s);

        if (work->active[index / PLACES])
            add_cell(work, index)->usable = sqlite3_column_int64(s, 3);
    }
    sqlite3_reset(s);
}

/* The index of the row's box and of the place of its medicine, its first columns; what they amount to. */
static size_t
index_of_lot(const struct work *work, sqlite3_stmt *s, int64_t *amount)
{
    const struct drug_share *share =
        &g_array_index(work->bare->shares, struct drug_share, sqlite3_column_int(s, 1));

    *amount = sqlite3_column_int64(s, 2) * share->weight;
    return index_of(work, sqlite3_column_int64(s, 0), share->place);
}

static void
read_unusable(struct work *work)
{
    sqlite3_stmt *s = start(work->bare, UNUSABLE, work->box, work->today, 0);

    while (sqlite3_step(s) == SQLITE_ROW) {
        int64_t amount;
        struct snapshot_cell *cell = cell_at(work, index_of_lot(work, s, &amount));

        if (cell == NULL)
            continue;
        cell->usable -= amount;
        cell->unusable += amount;
    }
    sqlite3_reset(s);
}

/* As they come, counted, and then put in order. */
static void
read_spoiling(struct work *work)
{
    sqlite3_stmt *s = start(work->bare, SOON, work->box, work->today, work->today + FAR);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct snapshot_spoiling));
    guint cells = work->snapshot->cells->len, *next = g_new0(guint, cells + 1);

    while (sqlite3_step(s) == SQLITE_ROW) {
        struct snapshot_spoiling row = {.days_left = sqlite3_column_int(s, 3) - work->today};

        row.cell = (guint)work->slots[index_of_lot(work, s, &row.amount)] - 1;
        if (row.cell == UINT_MAX)
            continue;
        g_array_append_val(found, row);
        next[row.cell + 1]++;
    }
    sqlite3_reset(s);
    for (guint i = 0; i < cells; i++)
        next[i + 1] += next[i];
    g_array_set_size(work->snapshot->spoiling, found->len);
    for (guint i = 0; i < found->len; i++) {
        struct snapshot_spoiling *row = &g_array_index(found, struct snapshot_spoiling, i);

        g_array_index(work->snapshot->spoiling, struct snapshot_spoiling, next[row->cell]++) = *row;
    }
    g_array_unref(found);
    g_free(next);
}

static void
read_unmet(struct work *work)
{
    int64_t from = (work->today - WINDOW + 1) * DAY_MS - OFFSET_MS;
    sqlite3_stmt *s = start(work->bare, UNMET, work->box, from, work->snapshot->now);

    while (sqlite3_step(s) == SQLITE_ROW) {
        size_t index = index_of_row(work, s);
        struct snapshot_cell *cell = cell_at(work, index);

        if (cell == NULL && work->active[index / PLACES])
            cell = add_cell(work, index);
        if (cell != NULL)
            cell->unmet++;
    }
    sqlite3_reset(s);
}

/* Fever and cold, adult and child, have a cell in any case. */
static void
add_missing(struct work *work)
{
    static const int places[] = {1, 2, 4, 5};

    for (int64_t box = work->first; box < work->first + work->boxes; box++)
        for (size_t i = 0; work->active[box - work->first] && i < G_N_ELEMENTS(places); i++)
            if (work->slots[index_of(work, box, places[i])] == 0)
                add_cell(work, index_of(work, box, places[i]));
}

void
bare_read_cells(struct bare_read *bare, int64_t box, int64_t now, int32_t today, bool stock_only,
                struct snapshot *snapshot)
{
    struct work work = {
        .bare = bare,
        .box = box,
        .first = box != 0 ? box : 1,
        .boxes = box != 0 ? 1 : 2183,
        .today = today,
        .snapshot = snapshot,
    };

    *snapshot = (struct snapshot){
        .now = now,
        .window_days = WINDOW,
        .cells = g_array_new(FALSE, FALSE, sizeof(struct snapshot_cell)),
        .spoiling = g_array_new(FALSE, FALSE, sizeof(struct snapshot_spoiling)),
    };
    work.active = g_new0(bool, (size_t)work.boxes);
    work.slots = g_new0(int32_t, (size_t)work.boxes * PLACES);
    run(bare, BEGIN);
    read_settings(&work);
    read_boxes(&work);
    read_rows(&work);
    read_unusable(&work);
    if (!stock_only) {
        read_unmet(&work);
        read_spoiling(&work);
    }
    add_missing(&work);
    run(bare, COMMIT);
    g_free(work.active);
    g_free(work.slots);
}
