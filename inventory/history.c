#include "inventory/history.h"

#include <string.h>

#include "inventory/area.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/stock.h"

#define DAY_MS INT64_C(86400000)

/* ---------------------------------------------------------------------------------------- boxes */

/* An area and those above it, up to its district. */
struct standing {
    int64_t parent;
    enum area_kind kind;
};

static bool
read_areas(struct inventory *inventory, GHashTable *areas, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id, parent, kind FROM area WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        struct standing *standing = g_new(struct standing, 1);

        *standing = (struct standing){db_int(q, 1), (enum area_kind)area_kind_parse(db_text(q, 2))};
        g_hash_table_insert(areas, GSIZE_TO_POINTER((gsize)db_int(q, 0)), standing);
    }
    return db_done(q, error);
}

/* A box hangs in an area; the community and grid above it, or the area itself. */
static void
find_standing(GHashTable *areas, struct history_box *box)
{
    const struct standing *at;

    for (int64_t id = box->area.n;
         (at = g_hash_table_lookup(areas, GSIZE_TO_POINTER((gsize)id))) != NULL &&
         at->kind != AREA_DISTRICT;
         id = at->parent)
        if (at->kind == AREA_COMMUNITY)
            box->community.n = id;
        else if (at->kind == AREA_GRID)
            box->grid.n = id;
    if (box->community.n == 0)
        box->community = box->area;
    if (box->grid.n == 0)
        box->grid = box->community;
}

bool
history_boxes(struct inventory *inventory, GArray **out, GError **error)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct history_box));
    g_autoptr(GHashTable) areas = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    struct db_stmt *q;

    *out = boxes;
    if (!read_areas(inventory, areas, error))
        return false;
    q = db_query(inventory->db, "SELECT id, area, residents, vulnerable FROM box"
                                " WHERE tenant = :tenant ORDER BY id");
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        struct history_box box = {
            .id = {db_int(q, 0)},
            .area = {db_int(q, 1)},
            .residents = (int32_t)db_int(q, 2),
            .vulnerable = (int32_t)db_int(q, 3),
        };

        find_standing(areas, &box);
        g_array_append_val(boxes, box);
    }
    return db_done(q, error);
}

static bool
add_drugs(struct inventory *inventory, struct digest *digest, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id, type, age, day_units FROM drug ORDER BY id");

    while (db_row(q)) {
        int64_t row[] = {db_int(q, 0), db_int(q, 1), db_int(q, 2), db_int(q, 3)};

        digest_add(digest, row, sizeof(row));
    }
    return db_done(q, error);
}

bool
history_basis(struct inventory *inventory, const GArray *boxes, uint8_t basis[HISTORY_BASIS],
              GError **error)
{
    struct digest digest;

    digest_begin(&digest);
    if (!add_drugs(inventory, &digest, error))
        return false;
    for (guint i = 0; i < boxes->len; i++) {
        const struct history_box *box = &g_array_index(boxes, struct history_box, i);
        int64_t row[] = {box->id.n, box->community.n, box->grid.n, box->residents};

        digest_add(&digest, row, sizeof(row));
    }
    digest_add(&digest, &inventory->utc_offset, sizeof(inventory->utc_offset));
    digest_end(&digest, basis);
    return true;
}

/* ---------------------------------------------------------------------------------------- events */

/* A drug's place and what one of its units is there. */
struct share {
    uint8_t place;
    int64_t weight;
};

struct work {
    struct inventory *inventory;
    const struct history_state *after; /* or NULL */
    struct day today;
    GArray *shares, *events;
    GArray *undone;  /* int64_t: movements that never happened, by number */
    GArray *spoiled; /* struct spoiled */
    bool stale;
};

static bool
read_shares(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(work->inventory->db, "SELECT id, type, age, day_units FROM drug");

    while (db_row(q)) {
        guint id = (guint)db_int(q, 0);
        struct share share = {
            .place = (uint8_t)((db_int(q, 1) - 1) * DRUG_AGES + db_int(q, 2)),
            .weight = stock_weight((int32_t)db_int(q, 3)),
        };

        if (id >= work->shares->len)
            g_array_set_size(work->shares, id + 1);
        g_array_index(work->shares, struct share, id) = share;
    }
    return db_done(q, error);
}

static void
add(struct work *work, struct history_event *event, int64_t moment)
{
    int64_t local = moment + work->inventory->utc_offset * INT64_C(60000);
    int64_t day = local >= 0 ? local / DAY_MS : -((DAY_MS - 1 - local) / DAY_MS);

    event->day = (int32_t)day;
    event->at = (float)(local - day * DAY_MS) / (float)DAY_MS;
    if (event->day <= work->today.n && (work->after == NULL || event->day > work->after->day.n))
        g_array_append_val(work->events, *event);
}

/* What lay in a cell when its day had passed: what lies there still, with what left since and without
 * what came since. */
struct spoiled {
    int64_t box, moment, amount;
    uint8_t place;
};

static void
add_spoiled(struct work *work, int64_t box, const struct share *share, int64_t moment,
            int64_t units)
{
    struct spoiled spoiled = {box, moment, units * share->weight, share->place};

    g_array_append_val(work->spoiled, spoiled);
}

static const uint8_t kinds[MOVEMENT_KINDS + 1] = {
    [MOVEMENT_DONATE] = HISTORY_GIFT, [MOVEMENT_TAKE] = HISTORY_TAKE,
    [MOVEMENT_SEND] = HISTORY_OUT,    [MOVEMENT_RECEIVE] = HISTORY_VISIT,
    [MOVEMENT_FOUND] = HISTORY_IN,    [MOVEMENT_LOST] = HISTORY_OUT,
    [MOVEMENT_DISCARD] = HISTORY_OUT, [MOVEMENT_UNDO_OUT] = HISTORY_IN,
    [MOVEMENT_UNDO_IN] = HISTORY_OUT,
};

/* Columns: seq, done_at, kind, box, drug, units, expiry. What leaves after its day left the usable stock
 * with the end of it; what comes so late never was in it. */
static void
add_movement(struct work *work, struct db_stmt *q)
{
    enum movement_kind kind = (enum movement_kind)db_int(q, 2);
    const struct share *share = &g_array_index(work->shares, struct share, (guint)db_int(q, 4));
    int64_t spoils =
        day_start((struct day){(int32_t)db_int(q, 6) + 1}, work->inventory->utc_offset);
    int64_t moment = db_int(q, 1);
    struct history_event event = {.box = {db_int(q, 3)},
                                  .kind = kinds[kind],
                                  .place = share->place,
                                  .amount = db_int(q, 5) * share->weight};

    if (moment >= spoils) {
        add_spoiled(work, event.box.n, share, spoils, -movement_direction(kind) * db_int(q, 5));
        return;
    }
    if (work->after != NULL && db_int(q, 0) > work->after->head &&
        moment < day_start((struct day){work->after->day.n + 1}, work->inventory->utc_offset))
        work->stale = true;
    add(work, &event, moment);
}

static bool
list_undone(struct work *work, int64_t later, GError **error)
{
    struct db_stmt *q =
        db_query(work->inventory->db, "SELECT reverses FROM movement WHERE tenant = :tenant"
                                      " AND reverses > :later ORDER BY reverses");

    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "later", later);
    while (db_row(q)) {
        int64_t seq = db_int(q, 0);

        g_array_append_val(work->undone, seq);
    }
    return db_done(q, error);
}

static bool
read_movements(struct work *work, GError **error)
{
    int64_t later = work->after != NULL ? work->after->later : 0;
    guint next = 0; /* of those undone, which come in the same order */
    struct db_stmt *q;

    if (!list_undone(work, later, error))
        return false;
    q = db_query(work->inventory->db,
                 "SELECT seq, done_at, kind, box, drug, units, expiry FROM movement"
                 " WHERE tenant = :tenant AND seq > :later AND reverses IS NULL ORDER BY seq");
    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "later", later);
    while (db_row(q)) {
        const int64_t *undone = (const int64_t *)(const void *)work->undone->data;
        int64_t seq = db_int(q, 0);

        while (next < work->undone->len && undone[next] < seq)
            next++;
        if (next == work->undone->len || undone[next] != seq)
            add_movement(work, q);
    }
    return db_done(q, error);
}

/* A state that has learned from what was undone since is of no use. */
static bool
read_undone(struct work *work, GError **error)
{
    struct db_stmt *q;
    int64_t undone = 0;

    if (work->after == NULL)
        return true;
    q = db_query(work->inventory->db,
                 "SELECT count(*) FROM movement u JOIN movement m ON m.tenant = u.tenant"
                 " AND m.seq = u.reverses WHERE u.tenant = :tenant AND u.seq > :head"
                 " AND m.done_at < :end AND m.seq <= :head");
    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "head", work->after->head);
    db_bind_int(q, "end",
                day_start((struct day){work->after->day.n + 1}, work->inventory->utc_offset));
    if (!db_one_int(q, 0, &undone, error))
        return false;
    work->stale = work->stale || undone > 0;
    return true;
}

static int
by_cell(gconstpointer a, gconstpointer b)
{
    const struct spoiled *one = a, *other = b;

    if (one->moment != other->moment)
        return one->moment < other->moment ? -1 : 1;
    if (one->box != other->box)
        return one->box < other->box ? -1 : 1;
    return (int)one->place - (int)other->place;
}

/* One event for each cell and day, so that nothing depends on how it was booked afterwards. */
static void
add_all_spoiled(struct work *work)
{
    const struct spoiled *all = (const struct spoiled *)(const void *)work->spoiled->data;

    g_array_sort(work->spoiled, by_cell);
    for (guint i = 0, next; i < work->spoiled->len; i = next) {
        struct history_event event = {
            .box = {all[i].box}, .kind = HISTORY_OUT, .place = all[i].place};

        for (next = i; next < work->spoiled->len && by_cell(&all[i], &all[next]) == 0; next++)
            event.amount += all[next].amount;
        if (event.amount > 0)
            add(work, &event, all[i].moment);
    }
}

/* What lies in the boxes past its day. */
static bool
read_spoiled(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(work->inventory->db, "SELECT box, drug, units, expiry FROM stock"
                                                      " WHERE tenant = :tenant AND expiry < :today"
                                                      " AND expiry >= :from");

    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "today", work->today.n);
    db_bind_int(q, "from", work->after != NULL ? work->after->day.n : INT32_MIN);
    while (db_row(q)) {
        const struct share *share = &g_array_index(work->shares, struct share, (guint)db_int(q, 1));

        add_spoiled(work, db_int(q, 0), share,
                    day_start((struct day){(int32_t)db_int(q, 3) + 1}, work->inventory->utc_offset),
                    db_int(q, 2));
    }
    if (!db_done(q, error))
        return false;
    add_all_spoiled(work);
    return true;
}

static bool
read_unmet(struct work *work, GError **error)
{
    struct db_stmt *q =
        db_query(work->inventory->db, "SELECT box, type, age, at FROM unmet"
                                      " WHERE tenant = :tenant AND at >= :from ORDER BY at, uid");

    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "from",
                work->after != NULL
                    ? day_start((struct day){work->after->day.n + 1}, work->inventory->utc_offset)
                    : INT64_MIN);
    while (db_row(q)) {
        struct history_event event = {.box = {db_int(q, 0)},
                                      .kind = HISTORY_UNMET,
                                      .place =
                                          (uint8_t)((db_int(q, 1) - 1) * DRUG_AGES + db_int(q, 2))};

        add(work, &event, db_int(q, 3));
    }
    return db_done(q, error);
}

static int
by_time(gconstpointer a, gconstpointer b)
{
    const struct history_event *one = a, *other = b;

    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    return (one->at > other->at) - (one->at < other->at);
}

void
history_reading_clear(struct history_reading *reading)
{
    g_clear_pointer(&reading->events, g_array_unref);
}

static bool
read_head(struct work *work, int64_t *head, GError **error)
{
    struct db_stmt *q =
        db_query(work->inventory->db, "SELECT seq FROM tenant WHERE tenant = :tenant");

    db_bind_int(q, "tenant", work->inventory->tenant);
    return db_one_int(q, 0, head, error);
}

bool
history_read(struct inventory *inventory, const struct history_state *after, struct day today,
             struct history_reading *reading, GError **error)
{
    struct work work = {
        .inventory = inventory,
        .after = after,
        .today = today,
        .shares = g_array_new(FALSE, TRUE, sizeof(struct share)),
        .events = g_array_new(FALSE, FALSE, sizeof(struct history_event)),
        .undone = g_array_new(FALSE, FALSE, sizeof(int64_t)),
        .spoiled = g_array_new(FALSE, FALSE, sizeof(struct spoiled)),
    };
    bool ok = db_begin_read(inventory->db, error);

    *reading = (struct history_reading){.events = work.events};
    if (ok) {
        ok = read_head(&work, &reading->head, error) && read_shares(&work, error) &&
             read_undone(&work, error) &&
             (work.stale || (read_movements(&work, error) && read_spoiled(&work, error) &&
                             read_unmet(&work, error)));
        ok = db_end(inventory->db, ok, error) && ok;
    }
    g_array_unref(work.shares);
    g_array_unref(work.undone);
    g_array_unref(work.spoiled);
    g_array_sort(work.events, by_time);
    reading->stale = work.stale;
    return ok;
}
