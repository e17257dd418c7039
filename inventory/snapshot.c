#include "inventory/snapshot.h"

#include "inventory/inside.h"
#include "inventory/level.h"
#include "inventory/recalled.h"
#include "inventory/shelf.h"
#include "inventory/stock.h"

#define PLACES (DRUG_TYPES * DRUG_AGES)
#define CELLS_USUAL 20 /* of a box */

/* Where a drug's units go, and what one of them is there. */
struct share {
    int place;
    bool known; /* looked up, and found */
    int64_t weight;
};

/* A snapshot in the making. Boxes have small numbers, so a table finds a cell at once. */
struct work {
    struct inventory *inventory;
    struct snapshot *snapshot;
    struct box_id box;           /* {0}: all */
    struct day today, first;     /* of the window: its last day and its first */
    int32_t far;                 /* days that shortages are told for, at most; 0: none */
    int64_t first_box, boxes;    /* numbers that the tables hold */
    const struct level **levels; /* by box; NULL: no active one has that number */
    int32_t *slots;              /* by box and place: the index of the cell, or -1 */
    GArray *shares;              /* struct share, by drug */
    struct recalled *recalled;
};

static int
place_of(int64_t type, int64_t age)
{
    return (int)((type - 1) * DRUG_AGES + age);
}

static const struct level *
levels_of(const struct work *work, int64_t box)
{
    return box >= work->first_box && box - work->first_box < work->boxes
               ? work->levels[box - work->first_box]
               : NULL;
}

static int32_t *
slot_of(const struct work *work, int64_t box, int place)
{
    return &work->slots[(box - work->first_box) * PLACES + place];
}

static struct snapshot_cell *
cell_at(const struct work *work, int64_t box, int place)
{
    int32_t index = levels_of(work, box) != NULL ? *slot_of(work, box, place) : -1;

    return index >= 0 ? &g_array_index(work->snapshot->cells, struct snapshot_cell, index) : NULL;
}

/* ------------------------------------------------------------------------------------ the boxes */

static bool
make_tables(struct work *work, GError **error)
{
    size_t count;

    work->first_box = 1;
    if (work->box.n != 0) {
        work->first_box = work->box.n;
        work->boxes = 1;
    } else {
        struct db_stmt *q =
            db_query(work->inventory->db, "SELECT max(id) FROM box WHERE tenant = :tenant");

        db_bind_int(q, "tenant", work->inventory->tenant);
        if (!db_one_int(q, 0, &work->boxes, error))
            return false;
    }
    count = (size_t)work->boxes * PLACES;
    work->snapshot->cells = g_array_sized_new(FALSE, FALSE, sizeof(struct snapshot_cell),
                                              (guint)work->boxes * CELLS_USUAL);
    work->levels = g_new0(const struct level *, (size_t)work->boxes);
    work->slots = g_new(int32_t, count);
    for (size_t i = 0; i < count; i++)
        work->slots[i] = -1;
    return true;
}

static struct db_stmt *
box_query(const struct work *work)
{
    struct db_stmt *q =
        work->box.n != 0
            ? db_query(work->inventory->db, "SELECT id, area FROM box WHERE tenant = :tenant"
                                            " AND id = :box AND state = 'active'")
            : db_query(work->inventory->db, "SELECT id, area FROM box WHERE tenant = :tenant"
                                            " AND state = 'active'");

    db_bind_int(q, "tenant", work->inventory->tenant);
    if (work->box.n != 0)
        db_bind_int(q, "box", work->box.n);
    return q;
}

static bool
read_boxes(struct work *work, GError **error)
{
    struct db_stmt *q = box_query(work);

    while (db_row(q)) {
        int64_t box = db_int(q, 0);
        const struct level *level;

        work->levels[box - work->first_box] = level_of_box(
            work->snapshot->book, (struct area_id){db_int(q, 1)}, (struct box_id){box});
        level = work->levels[box - work->first_box];
        work->far = MAX(work->far, MAX(level->near, level->far));
    }
    return db_done(q, error);
}

/* ------------------------------------------------------------------------------- which cells there are */

/* Of an active box. */
static struct snapshot_cell *
add_cell(struct work *work, int64_t box, int place)
{
    const struct level *level = &levels_of(work, box)[place];
    GArray *cells = work->snapshot->cells;
    guint index = cells->len;
    struct snapshot_cell *cell;

    *slot_of(work, box, place) = (int32_t)index;
    g_array_set_size(cells, index + 1);
    cell = &g_array_index(cells, struct snapshot_cell, index);
    *cell = (struct snapshot_cell){
        .box = {box},
        .type = (enum drug_type)(place / DRUG_AGES + 1),
        .age = (enum drug_age)(place % DRUG_AGES),
        .minimum = level->minimum * STOCK_PERSON_DAY,
        .fill = MAX(level->fill, level->minimum) * STOCK_PERSON_DAY,
        .level = level,
    };
    return cell;
}

/* A box that never held fever or cold medicine is short of it all the same, if a level is set. */
static void
add_missing(struct work *work)
{
    for (int64_t box = work->first_box; box < work->first_box + work->boxes; box++)
        for (int place = 0; levels_of(work, box) != NULL && place < PLACES; place++)
            if (place % DRUG_AGES != DRUG_ALL_AGES && levels_of(work, box)[place].critical &&
                levels_of(work, box)[place].minimum > 0 && *slot_of(work, box, place) < 0)
                add_cell(work, box, place);
}

/* -------------------------------------------------------------------------------- what they hold */

static struct db_stmt *
share_query(const struct work *work, struct drug_id drug)
{
    struct db_stmt *q =
        drug.n != 0 ? db_query(work->inventory->db,
                               "SELECT id, type, age, day_units FROM drug WHERE id = :drug")
                    : db_query(work->inventory->db, "SELECT id, type, age, day_units FROM drug");

    if (drug.n != 0)
        db_bind_int(q, "drug", drug.n);
    return q;
}

/* Of a drug ({0}: all). */
static bool
read_shares(struct work *work, struct drug_id drug, GError **error)
{
    struct db_stmt *q = share_query(work, drug);

    while (db_row(q)) {
        guint id = (guint)db_int(q, 0);
        struct share share = {.place = place_of(db_int(q, 1), db_int(q, 2)),
                              .known = true,
                              .weight = stock_weight((int32_t)db_int(q, 3))};

        if (id >= work->shares->len)
            g_array_set_size(work->shares, id + 1);
        g_array_index(work->shares, struct share, id) = share;
    }
    return db_done(q, error);
}

static const struct share *
known_share(const struct work *work, struct drug_id drug)
{
    const struct share *share = drug.n < work->shares->len
                                    ? &g_array_index(work->shares, struct share, (guint)drug.n)
                                    : NULL;

    return share != NULL && share->known ? share : NULL;
}

/* NULL after a failure. */
static const struct share *
share_of(struct work *work, struct drug_id drug, GError **error)
{
    const struct share *share = known_share(work, drug);

    if (share != NULL || !read_shares(work, drug, error))
        return share;
    share = known_share(work, drug);
    if (share == NULL)
        shelf_fail(error);
    return share;
}

static void
add_lot(struct work *work, const struct shelf *shelf, guint cell, int64_t weight, bool recalled)
{
    struct snapshot_cell *c = &g_array_index(work->snapshot->cells, struct snapshot_cell, cell);
    int64_t amount = shelf->units * weight;
    struct snapshot_spoiling spoiling = {
        .cell = cell, .days_left = shelf->expiry.n - work->today.n, .amount = amount};

    if (spoiling.days_left < 0 || recalled) {
        c->unusable += amount;
        return;
    }
    c->usable += amount;
    if (spoiling.days_left < work->far)
        g_array_append_val(work->snapshot->spoiling, spoiling);
}

static bool
add_shelf(struct work *work, int64_t box, struct shelf *shelf, GError **error)
{
    while (shelf_next_drug(shelf)) {
        const struct share *share = share_of(work, shelf->drug, error);
        bool some = recalled_drug(work->recalled, shelf->drug);
        guint cell;

        if (share == NULL)
            return false;
        if (*slot_of(work, box, share->place) < 0)
            add_cell(work, box, share->place);
        cell = (guint)*slot_of(work, box, share->place);
        while (shelf_next_lot(shelf))
            add_lot(work, shelf, cell, share->weight,
                    some && recalled_lot(work->recalled, shelf->drug, shelf->lot, shelf->lot_size));
    }
    return shelf_whole(shelf, error);
}

static bool
read_shelves(struct work *work, GError **error)
{
    struct db_stmt *q;
    bool ok = true;

    if (!recalled_read(work->inventory, &work->recalled, error) ||
        (work->box.n == 0 && !read_shares(work, (struct drug_id){0}, error)))
        return false;
    q = shelf_query(work->inventory, work->box);
    while (ok && db_row(q)) {
        int64_t box = db_int(q, 0);
        size_t size;
        const void *bytes = db_blob(q, 1, &size);
        struct shelf shelf = shelf_of(bytes, size);

        ok = levels_of(work, box) == NULL || add_shelf(work, box, &shelf, error);
    }
    return db_done(q, ok ? error : NULL) && ok;
}

/* ------------------------------------------------------------------------- what was asked of them */

static struct db_stmt *
unmet_query(const struct work *work)
{
    struct db_stmt *q =
        work->box.n != 0
            ? db_query(work->inventory->db,
                       "SELECT box, type, age FROM unmet WHERE tenant = :tenant AND box = :box"
                       " AND at >= :from AND at <= :now")
            : db_query(work->inventory->db,
                       "SELECT box, type, age FROM unmet"
                       " WHERE tenant = :tenant AND at >= :from AND at <= :now");

    db_bind_int(q, "tenant", work->inventory->tenant);
    if (work->box.n != 0)
        db_bind_int(q, "box", work->box.n);
    db_bind_int(q, "from", day_start(work->first, work->inventory->utc_offset));
    db_bind_int(q, "now", work->snapshot->now);
    return q;
}

/* What was asked for makes a cell, though there never was any of it. */
static bool
read_unmet(struct work *work, GError **error)
{
    struct db_stmt *q = unmet_query(work);

    while (db_row(q)) {
        int64_t box = db_int(q, 0);
        int place = place_of(db_int(q, 1), db_int(q, 2));
        struct snapshot_cell *cell = cell_at(work, box, place);

        if (cell == NULL && levels_of(work, box) != NULL)
            cell = add_cell(work, box, place);
        if (cell != NULL)
            cell->unmet++;
    }
    return db_done(q, error);
}

/* By the numbers of the cells, which are small. */
static void
sort_spoiling(struct snapshot *snapshot)
{
    GArray *rows = snapshot->spoiling;
    struct snapshot_spoiling *found = (struct snapshot_spoiling *)(void *)rows->data;
    GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(*found), rows->len);
    g_autofree guint *next = g_new0(guint, snapshot->cells->len + 1);

    for (guint i = 0; i < rows->len; i++)
        next[found[i].cell + 1]++;
    for (guint i = 0; i < snapshot->cells->len; i++)
        next[i + 1] += next[i];
    g_array_set_size(sorted, rows->len);
    for (guint i = 0; i < rows->len; i++)
        g_array_index(sorted, struct snapshot_spoiling, next[found[i].cell]++) = found[i];
    g_array_unref(rows);
    snapshot->spoiling = sorted;
}

/* ------------------------------------------------------------------------------ what was taken of them */

/* Where there is nothing to take and no level is set, only what was taken shows that it is wanted. */
static bool
use_decides(const struct snapshot_cell *cell)
{
    return cell->usable <= 0 && cell->minimum == 0;
}

static bool
add_use(struct work *work, struct db_stmt *q, GError **error)
{
    while (db_row(q)) {
        struct snapshot_cell *cell =
            cell_at(work, db_int(q, 0), place_of(db_int(q, 1), db_int(q, 2)));

        if (cell != NULL && use_decides(cell))
            cell->taken += db_int(q, 3);
    }
    return db_done(q, error);
}

/* Day by day, which leads straight to the box. */
static bool
read_use_of_box(struct work *work, GError **error)
{
    bool ok = true;

    for (int32_t day = work->first.n; ok && day <= work->today.n; day++) {
        struct db_stmt *q =
            db_query(work->inventory->db, "SELECT box, type, age, amount FROM use_day"
                                          " WHERE tenant = :tenant AND day = :day AND box = :box");

        db_bind_int(q, "tenant", work->inventory->tenant);
        db_bind_int(q, "day", day);
        db_bind_int(q, "box", work->box.n);
        ok = add_use(work, q, error);
    }
    return ok;
}

static bool
read_use(struct work *work, GError **error)
{
    const GArray *cells = work->snapshot->cells;
    bool asked = false;
    struct db_stmt *q;

    for (guint i = 0; i < cells->len && !asked; i++)
        asked = use_decides(&g_array_index(cells, struct snapshot_cell, i));
    if (!asked)
        return true;
    if (work->box.n != 0)
        return read_use_of_box(work, error);
    q = db_query(work->inventory->db, "SELECT box, type, age, amount FROM use_day"
                                      " WHERE tenant = :tenant AND day >= :from AND day <= :today");
    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "from", work->first.n);
    db_bind_int(q, "today", work->today.n);
    return add_use(work, q, error);
}

/* ---------------------------------------------------------------------------------------- the whole */

static bool
read_window(struct work *work, GError **error)
{
    struct inventory *inventory = work->inventory;

    if (!level_book_new(inventory, &work->snapshot->book, error) ||
        !level_window(work->snapshot->book, &work->snapshot->window_days, error))
        return false;
    work->today = inventory_day(inventory, work->snapshot->now);
    work->first.n = work->today.n - work->snapshot->window_days + 1;
    return true;
}

static bool
read_all(struct work *work, bool stock_only, GError **error)
{
    if (!read_window(work, error) || !make_tables(work, error) || !read_boxes(work, error))
        return false;
    if (stock_only)
        work->far = 0;
    if (!read_shelves(work, error) || !(stock_only || read_unmet(work, error)))
        return false;
    sort_spoiling(work->snapshot);
    add_missing(work);
    return stock_only || read_use(work, error);
}

static void
work_clear(struct work *work)
{
    g_free(work->levels);
    g_free(work->slots);
    g_array_unref(work->shares);
    recalled_free(work->recalled);
}

static bool
take(struct inventory *inventory, struct box_id box, int64_t now, bool stock_only,
     struct snapshot *snapshot, GError **error)
{
    struct work work = {
        .inventory = inventory,
        .snapshot = snapshot,
        .box = box,
        .shares = g_array_new(FALSE, TRUE, sizeof(struct share)),
    };
    bool ok;

    *snapshot = (struct snapshot){
        .now = now,
        .spoiling = g_array_new(FALSE, FALSE, sizeof(struct snapshot_spoiling)),
    };
    ok = db_begin_read(inventory->db, error);
    if (ok) {
        ok = read_all(&work, stock_only, error);
        ok = db_end(inventory->db, ok, error) && ok;
    }
    work_clear(&work);
    return ok;
}

bool
snapshot_read(struct inventory *inventory, struct box_id box, int64_t now,
              struct snapshot *snapshot, GError **error)
{
    return take(inventory, box, now, false, snapshot, error);
}

bool
snapshot_read_stock(struct inventory *inventory, struct box_id box, int64_t now,
                    struct snapshot *snapshot, GError **error)
{
    return take(inventory, box, now, true, snapshot, error);
}

void
snapshot_clear(struct snapshot *snapshot)
{
    g_clear_pointer(&snapshot->cells, g_array_unref);
    g_clear_pointer(&snapshot->spoiling, g_array_unref);
    g_clear_pointer(&snapshot->book, level_book_free);
}
