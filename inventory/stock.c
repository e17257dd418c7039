#include "inventory/stock.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/shelf.h"

/* The type and age group that a movement is of, and what it amounts to. */
struct place {
    int64_t type, age, amount;
};

int64_t
stock_weight(int32_t day_units)
{
    return (STOCK_PERSON_DAY + day_units / 2) / day_units;
}

/* ------------------------------------------------------------------------------------- applying */

static bool
find_place(struct inventory *inventory, const struct movement *m, struct place *place,
           GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT type, age, day_units FROM drug WHERE id = :drug");
    bool found;

    db_bind_int(q, "drug", m->drug.n);
    found = db_row(q);
    if (found)
        *place = (struct place){.type = db_int(q, 0),
                                .age = db_int(q, 1),
                                .amount = m->units * stock_weight((int32_t)db_int(q, 2))};
    if (!db_done(q, error))
        return false;
    return found || err_set(error, ERR_MISSING, _("there is no such medicine in the catalogue"));
}

static void
bind_lot(struct db_stmt *q, const struct inventory *inventory, const struct movement *m)
{
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", m->box.n);
    db_bind_int(q, "drug", m->drug.n);
    db_bind_int(q, "expiry", m->expiry.n);
    db_bind_text(q, "lot", m->lot);
    db_bind_int(q, "units", m->units);
}

static bool
put_into_lot(struct inventory *inventory, const struct movement *m, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO stock (tenant, box, drug, expiry, lot, units)"
                                " VALUES (:tenant, :box, :drug, :expiry, :lot, :units)"
                                " ON CONFLICT (tenant, box, drug, expiry, lot)"
                                " DO UPDATE SET units = stock.units + excluded.units"
                                " WHERE stock.units + excluded.units <= :most");

    bind_lot(q, inventory, m);
    db_bind_int(q, "most", LIMIT_STOCK);
    if (!db_run(q, error))
        return false;
    return db_changed(inventory->db) == 1 ||
           err_set(error, ERR_REFUSED,
                   _("a box holds at most %d of a batch, so the amount must be a slip of the pen; "
                     "count the box"),
                   LIMIT_STOCK) ||
           err_next(error, ERR_NEXT_COUNT);
}

static bool
refuse_short(struct inventory *inventory, const struct movement *m, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT units FROM stock WHERE tenant = :tenant AND box = :box"
                                " AND drug = :drug AND expiry = :expiry AND lot = :lot");
    int64_t there = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", m->box.n);
    db_bind_int(q, "drug", m->drug.n);
    db_bind_int(q, "expiry", m->expiry.n);
    db_bind_text(q, "lot", m->lot);
    if (!db_one_int(q, 0, &there, error))
        return false;
    return err_set(error, ERR_REFUSED,
                   _("the box has %lld of this lot, not %d; if more are really there, count the "
                     "box first"),
                   (long long)there, (int)m->units) ||
           err_next(error, ERR_NEXT_COUNT);
}

/* Two statements, because an upsert can't both take away and refuse. */
static bool
take_from_lot(struct inventory *inventory, const struct movement *m, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "UPDATE stock SET units = units - :units WHERE tenant = :tenant"
                       " AND box = :box AND drug = :drug AND expiry = :expiry AND lot = :lot"
                       " AND units > :units");

    bind_lot(q, inventory, m);
    if (!db_run(q, error))
        return false;
    if (db_changed(inventory->db) == 1)
        return true;
    q = db_query(inventory->db,
                 "DELETE FROM stock WHERE tenant = :tenant AND box = :box AND drug = :drug"
                 " AND expiry = :expiry AND lot = :lot AND units = :units");
    bind_lot(q, inventory, m);
    if (!db_run(q, error))
        return false;
    return db_changed(inventory->db) == 1 || refuse_short(inventory, m, error);
}

/* Only takings are consumption; an undone one did not happen, on the day it was booked for. */
static bool
add_to_use(struct inventory *inventory, const struct movement *m, const struct movement *undone,
           const struct place *place, GError **error)
{
    bool undo = undone != NULL && undone->kind == MOVEMENT_TAKE;
    int64_t moment = undo ? undone->done_at : m->done_at;
    struct db_stmt *q;

    if (m->kind != MOVEMENT_TAKE && !undo)
        return true;
    q = undo ? db_query(inventory->db,
                        "UPDATE use_day SET amount = amount - :amount WHERE tenant = :tenant"
                        " AND day = :day AND box = :box AND type = :type AND age = :age")
             : db_query(inventory->db, "INSERT INTO use_day (amount, tenant, day, box, type, age)"
                                       " VALUES (:amount, :tenant, :day, :box, :type, :age)"
                                       " ON CONFLICT (tenant, day, box, type, age)"
                                       " DO UPDATE SET amount = use_day.amount + excluded.amount");
    db_bind_int(q, "amount", place->amount);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "day", inventory_day(inventory, moment).n);
    db_bind_int(q, "box", m->box.n);
    db_bind_int(q, "type", place->type);
    db_bind_int(q, "age", place->age);
    return db_run(q, error);
}

bool
stock_apply(struct inventory *inventory, struct movement *m, const struct movement *undone,
            GError **error)
{
    struct place place = {0};

    return find_place(inventory, m, &place, error) &&
           (movement_direction(m->kind) > 0 ? put_into_lot(inventory, m, error)
                                            : take_from_lot(inventory, m, error)) &&
           shelf_apply(inventory, m, error) && add_to_use(inventory, m, undone, &place, error);
}

/* -------------------------------------------------------------------------------- counting anew */

bool
stock_recount(struct inventory *inventory, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM use_day WHERE tenant = :tenant");

    g_assert(db_in_transaction(inventory->db));
    db_bind_int(q, "tenant", inventory->tenant);
    if (!db_run(q, error))
        return false;
    q = db_query(
        inventory->db,
        "INSERT INTO use_day (tenant, day, box, type, age, amount)"
        " SELECT m.tenant, (m.done_at + :offset) / 86400000, m.box, drug.type, drug.age,"
        " sum(m.units * ((:day + drug.day_units / 2) / drug.day_units))"
        " FROM movement m JOIN drug ON drug.id = m.drug"
        " WHERE m.tenant = :tenant AND m.kind = 2 AND NOT EXISTS (SELECT 1 FROM movement u"
        "  WHERE u.tenant = m.tenant AND u.reverses = m.seq)"
        " GROUP BY m.tenant, (m.done_at + :offset) / 86400000, m.box, drug.type, drug.age");
    db_bind_int(q, "offset", inventory->utc_offset * INT64_C(60000));
    db_bind_int(q, "day", STOCK_PERSON_DAY);
    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

/* -------------------------------------------------------------------------------------- reading */

/* With its batch number behind it, as a city has hundreds of thousands of them. */
static struct stock_lot *
lot_of_row(struct db_stmt *q)
{
    const char *text = db_text(q, 3);
    size_t size = strlen(text) + 1;
    struct stock_lot *lot = g_malloc(sizeof(*lot) + size);

    *lot = (struct stock_lot){
        .box = {db_int(q, 0)},
        .drug = {db_int(q, 1)},
        .expiry = {(int32_t)db_int(q, 2)},
        .lot = memcpy(lot + 1, text, size),
        .units = (int32_t)db_int(q, 4),
        .recalled = db_int(q, 5) != 0,
    };
    return lot;
}

static bool
read_lots(struct db_stmt *q, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func(g_free);

    *out = NULL;
    while (db_row(q))
        g_ptr_array_add(lots, lot_of_row(q));
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&lots);
    return true;
}

static bool
lots_of_box(struct inventory *inventory, struct box_id box, struct drug_id drug, GPtrArray **lots,
            GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT box, drug, expiry, lot, units, (SELECT count(*) FROM recall"
                                " WHERE recall.drug = stock.drug AND lifted_at IS NULL"
                                " AND recall.lot IN ('', stock.lot)) FROM stock"
                                " WHERE tenant = :tenant AND box = :box"
                                " AND (CAST(:drug AS BIGINT) = 0 OR drug = :drug)"
                                " ORDER BY box, drug, expiry, lot");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "drug", drug.n);
    return read_lots(q, lots, error);
}

/* Of few recalls and many lots, which so need not ask for theirs one by one. */
static bool
mark_recalled(struct inventory *inventory, GPtrArray *lots, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT drug, lot FROM recall WHERE lifted_at IS NULL");

    while (db_row(q)) {
        int64_t drug = db_int(q, 0);
        const char *batch = db_text(q, 1);

        for (guint i = 0; i < lots->len; i++) {
            struct stock_lot *lot = lots->pdata[i];

            if (lot->drug.n == drug && (batch[0] == '\0' || strcmp(lot->lot, batch) == 0))
                lot->recalled = true;
        }
    }
    return db_done(q, error);
}

static bool
lots_of_all(struct inventory *inventory, struct drug_id drug, GPtrArray **lots, GError **error)
{
    struct db_stmt *q;
    bool ok;

    *lots = NULL;
    if (!db_begin_read(inventory->db, error)) /* both reads see the same moment */
        return false;
    q = db_query(inventory->db, "SELECT box, drug, expiry, lot, units, CAST(0 AS BIGINT) FROM stock"
                                " WHERE tenant = :tenant"
                                " AND (CAST(:drug AS BIGINT) = 0 OR drug = :drug)"
                                " ORDER BY box, drug, expiry, lot");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "drug", drug.n);
    ok = read_lots(q, lots, error) && mark_recalled(inventory, *lots, error);
    ok = db_end(inventory->db, ok, error) && ok;
    if (!ok)
        g_clear_pointer(lots, g_ptr_array_unref);
    return ok;
}

bool
stock_lots(struct inventory *inventory, struct box_id box, struct drug_id drug, GPtrArray **lots,
           GError **error)
{
    return box.n != 0 ? lots_of_box(inventory, box, drug, lots, error)
                      : lots_of_all(inventory, drug, lots, error);
}

bool
stock_expiring(struct inventory *inventory, struct area_id area, struct day until, GPtrArray **lots,
               GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area OR :area = 0"
        " UNION SELECT area.id FROM area JOIN below ON area.parent = below.id)"
        " SELECT stock.box, stock.drug, stock.expiry, stock.lot, stock.units,"
        " (SELECT count(*) FROM recall WHERE recall.drug = stock.drug AND lifted_at IS NULL"
        "  AND recall.lot IN ('', stock.lot))"
        " FROM stock JOIN box ON box.tenant = stock.tenant AND box.id = stock.box"
        " WHERE stock.tenant = :tenant AND stock.expiry <= :until"
        " AND box.area IN (SELECT id FROM below)"
        " ORDER BY stock.expiry, stock.box, stock.drug, stock.lot");

    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "until", until.n);
    return read_lots(q, lots, error);
}

bool
stock_of_drug(struct inventory *inventory, struct box_id box, struct drug_id drug, struct day today,
              int64_t *units, int64_t *usable, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;

    *units = *usable = 0;
    if (!stock_lots(inventory, box, drug, &lots, error))
        return false;
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        *units += lot->units;
        if (lot->expiry.n >= today.n && !lot->recalled)
            *usable += lot->units;
    }
    return true;
}

bool
stock_lots_at(struct inventory *inventory, struct box_id box, struct drug_id drug, int64_t moment,
              int64_t seq, GPtrArray **lots, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "SELECT m.box, m.drug, m.expiry, m.lot, CAST(sum(m.units * k.direction) AS BIGINT),"
        " (SELECT count(*) FROM recall WHERE recall.drug = m.drug"
        "  AND recall.lifted_at IS NULL AND recall.lot IN ('', m.lot))"
        " FROM movement m JOIN movement_kind k ON k.kind = m.kind"
        " WHERE m.tenant = :tenant AND m.box = :box AND m.done_at <= :moment"
        " AND m.seq <= CAST(:seq AS BIGINT) AND (CAST(:drug AS BIGINT) = 0 OR m.drug = :drug) AND "
        "m.reverses IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM movement u"
        "  WHERE u.tenant = m.tenant AND u.reverses = m.seq"
        "  AND u.seq <= CAST(:seq AS BIGINT))"
        " GROUP BY m.box, m.drug, m.expiry, m.lot HAVING sum(m.units * k.direction) <> 0"
        " ORDER BY m.box, m.drug, m.expiry, m.lot");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "moment", moment);
    db_bind_int(q, "seq", seq);
    db_bind_int(q, "drug", drug.n);
    return read_lots(q, lots, error);
}
