#include "tests/bench/bare_read.h"

#include <string.h>

#include <sqlite3.h>

#include "inventory/shelf.h"
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
    RECALLS,
    DRUGS,
    SETTINGS,
    BOXES,
    SHELVES,
    UNMET,
    STATEMENTS
};

#define KEYS                                                                                       \
    "SELECT area, box, key, value FROM setting WHERE key LIKE 'minimum%' OR key LIKE 'fill%'"      \
    " OR key = 'shortage.window'"

/* For all boxes, and for one; ?1 is the tenant and ?2 the box. */
static const char *const texts[STATEMENTS][2] = {
    [BEGIN] = {"BEGIN", "BEGIN"},
    [COMMIT] = {"COMMIT", "COMMIT"},
    [RECALLS] = {"SELECT drug, lot FROM recall WHERE lifted_at IS NULL",
                 "SELECT drug, lot FROM recall WHERE lifted_at IS NULL"},
    [DRUGS] = {"SELECT id, type, age, day_units FROM drug",
               "SELECT id, type, age, day_units FROM drug WHERE id = ?3"},
    [SETTINGS] = {KEYS, KEYS},
    [BOXES] = {"SELECT id FROM box WHERE tenant = ?1 AND state = 'active'",
               "SELECT id FROM box WHERE tenant = ?1 AND id = ?2 AND state = 'active'"},
    [SHELVES] = {"SELECT box, holds FROM shelf WHERE tenant = ?1",
                 "SELECT box, holds FROM shelf WHERE tenant = ?1 AND box = ?2"},
    [UNMET] = {"SELECT box, type, age FROM unmet WHERE tenant = ?1 AND at >= ?3 AND at <= ?4",
               "SELECT box, type, age FROM unmet WHERE tenant = ?1 AND box = ?2 AND at >= ?3"
               " AND at <= ?4"},
};

#define DRUGS_MOST 64
#define RECALLS_MOST 32

struct drug_share {
    int place;
    int64_t weight; /* 0: not looked up yet */
};

struct recall {
    int64_t drug;
    char lot[16];
    size_t size;
};

struct bare_read {
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENTS][2];
    int64_t tenant;
    struct drug_share shares[DRUGS_MOST];
    struct recall recalls[RECALLS_MOST];
    int recall_count;
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
    return bare;
}

void
bare_read_close(struct bare_read *bare)
{
    for (int i = 0; i < STATEMENTS; i++)
        for (int one = 0; one < 2; one++)
            sqlite3_finalize(bare->statements[i][one]);
    sqlite3_close(bare->db);
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

/* -------------------------------------------------------------------------------- drugs, recalls */

static void
read_recalls(struct bare_read *bare)
{
    sqlite3_stmt *s = bare->statements[RECALLS][0];

    bare->recall_count = 0;
    while (sqlite3_step(s) == SQLITE_ROW) {
        struct recall *recall = &bare->recalls[bare->recall_count++];

        g_assert(bare->recall_count < RECALLS_MOST);
        recall->drug = sqlite3_column_int64(s, 0);
        recall->size =
            g_strlcpy(recall->lot, (const char *)sqlite3_column_text(s, 1), sizeof(recall->lot));
    }
    sqlite3_reset(s);
}

static bool
is_recalled(const struct bare_read *bare, const struct shelf *shelf)
{
    for (int i = 0; i < bare->recall_count; i++) {
        const struct recall *recall = &bare->recalls[i];

        if (recall->drug == shelf->drug.n &&
            (recall->size == 0 || (recall->size == shelf->lot_size &&
                                   memcmp(recall->lot, shelf->lot, recall->size) == 0)))
            return true;
    }
    return false;
}

/* Whether any batch of a drug is. */
static bool
has_recalls(const struct bare_read *bare, int64_t drug)
{
    bool has = false;

    for (int i = 0; i < bare->recall_count; i++)
        has |= bare->recalls[i].drug == drug;
    return has;
}

/* All of them for all boxes, one by one for one. */
static void
read_shares(struct bare_read *bare, int64_t box, int64_t drug)
{
    sqlite3_stmt *s = start(bare, DRUGS, box, drug, 0);

    while (sqlite3_step(s) == SQLITE_ROW)
        bare->shares[sqlite3_column_int64(s, 0)] = (struct drug_share){
            .place = (sqlite3_column_int(s, 1) - 1) * DRUG_AGES + sqlite3_column_int(s, 2),
            .weight = stock_weight(sqlite3_column_int(s, 3)),
        };
    sqlite3_reset(s);
}

/* --------------------------------------------------------------------------------------- totals */

GArray *
bare_read_totals(struct bare_read *bare, int64_t box, int64_t drug, int32_t today)
{
    GArray *totals = g_array_new(FALSE, FALSE, sizeof(struct stock_total));
    sqlite3_stmt *s;

    run(bare, BEGIN);
    read_recalls(bare);
    s = start(bare, SHELVES, box, 0, 0);
    while (sqlite3_step(s) == SQLITE_ROW) {
        const void *bytes = sqlite3_column_blob(s, 1);
        struct shelf shelf = shelf_of(bytes, (size_t)sqlite3_column_bytes(s, 1));

        while (shelf_next_drug(&shelf)) {
            struct stock_total total = {.box = {sqlite3_column_int64(s, 0)}, .drug = shelf.drug};
            bool some = has_recalls(bare, shelf.drug.n);

            if (drug != 0 && shelf.drug.n != drug)
                continue;
            while (shelf_next_lot(&shelf)) {
                total.units += shelf.units;
                if (shelf.expiry.n >= today && !(some && is_recalled(bare, &shelf)))
                    total.usable += shelf.units;
            }
            if (total.units > 0)
                g_array_append_val(totals, total);
        }
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
add_shelf(struct work *work, int64_t box, struct shelf *shelf, int32_t far)
{
    struct bare_read *bare = work->bare;

    while (shelf_next_drug(shelf)) {
        struct drug_share *share = &bare->shares[shelf->drug.n];
        bool some = has_recalls(bare, shelf->drug.n);
        size_t index;

        if (share->weight == 0)
            read_shares(bare, work->box, shelf->drug.n);
        index = index_of(work, box, share->place);
        if (work->slots[index] == 0)
            add_cell(work, index);
        while (shelf_next_lot(shelf)) {
            struct snapshot_cell *cell = cell_at(work, index);
            struct snapshot_spoiling row = {.cell = (guint)work->slots[index] - 1,
                                            .days_left = shelf->expiry.n - work->today,
                                            .amount = shelf->units * share->weight};

            if (row.days_left < 0 || (some && is_recalled(bare, shelf))) {
                cell->unusable += row.amount;
                continue;
            }
            cell->usable += row.amount;
            if (row.days_left < far)
                g_array_append_val(work->snapshot->spoiling, row);
        }
    }
}

static void
read_rows(struct work *work, int32_t far)
{
    sqlite3_stmt *s;

    memset(work->bare->shares, 0, sizeof(work->bare->shares));
    if (work->box == 0)
        read_shares(work->bare, 0, 0);
    read_recalls(work->bare);
    s = start(work->bare, SHELVES, work->box, 0, 0);
    while (sqlite3_step(s) == SQLITE_ROW) {
        int64_t box = sqlite3_column_int64(s, 0);
        const void *bytes = sqlite3_column_blob(s, 1);
        struct shelf shelf = shelf_of(bytes, (size_t)sqlite3_column_bytes(s, 1));

        if (work->active[box - work->first])
            add_shelf(work, box, &shelf, far);
    }
    sqlite3_reset(s);
}

/* As they come, counted, and then put in order. */
static void
sort_spoiling(struct work *work)
{
    GArray *found = work->snapshot->spoiling;
    guint cells = work->snapshot->cells->len, *next = g_new0(guint, cells + 1);

    work->snapshot->spoiling = g_array_new(FALSE, FALSE, sizeof(struct snapshot_spoiling));
    for (guint i = 0; i < found->len; i++)
        next[g_array_index(found, struct snapshot_spoiling, i).cell + 1]++;
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
    read_rows(&work, stock_only ? 0 : FAR);
    if (!stock_only)
        read_unmet(&work);
    sort_spoiling(&work);
    add_missing(&work);
    run(bare, COMMIT);
    g_free(work.active);
    g_free(work.slots);
}
