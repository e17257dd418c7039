#include "inventory/shelf.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"

#define DIGITS_MOST 10

/* -------------------------------------------------------------------------------------- making one */

/* One in the making: medicine by medicine and lot by lot. */
struct maker {
    GByteArray *bytes, *lots; /* lots of the medicine that is not put down yet */
    struct drug_id drug;      /* {0}: none yet */
};

static struct maker
maker_new(size_t room)
{
    return (struct maker){.bytes = g_byte_array_sized_new((guint)room),
                          .lots = g_byte_array_sized_new(64)};
}

static void
put_number(GByteArray *bytes, int64_t number)
{
    uint8_t digits[DIGITS_MOST];
    guint count = 0;

    for (; number >= SHELF_DIGIT && count < DIGITS_MOST - 1; number /= SHELF_DIGIT)
        digits[count++] = (uint8_t)(SHELF_DIGIT + number % SHELF_DIGIT);
    digits[count++] = (uint8_t)number;
    g_byte_array_append(bytes, digits, count);
}

static void
put_down(struct maker *maker)
{
    if (maker->drug.n == 0)
        return;
    put_number(maker->bytes, maker->drug.n);
    put_number(maker->bytes, maker->lots->len);
    g_byte_array_append(maker->bytes, maker->lots->data, maker->lots->len);
    g_byte_array_set_size(maker->lots, 0);
}

static void
add_drug(struct maker *maker, struct drug_id drug)
{
    put_down(maker);
    maker->drug = drug;
}

static void
add_lot(struct maker *maker, struct day expiry, int32_t units, const char *lot, size_t size)
{
    put_number(maker->lots, expiry.n);
    put_number(maker->lots, units);
    put_number(maker->lots, (int64_t)size);
    g_byte_array_append(maker->lots, (const guint8 *)lot, (guint)size);
}

static GByteArray *
made(struct maker *maker)
{
    put_down(maker);
    g_byte_array_unref(maker->lots);
    return maker->bytes;
}

/* -------------------------------------------------------------------------------- of stock, ledger */

/* Of each medicine that ever was in a box there is a row without a lot before those of its lots. */
struct db_stmt *
shelf_source(struct inventory *inventory)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "SELECT box, drug, expiry, lot, units FROM ("
                 " SELECT box, drug, expiry, lot, units FROM stock WHERE tenant = :tenant"
                 " UNION ALL SELECT DISTINCT box, drug, CAST(-1 AS BIGINT), '', CAST(0 AS BIGINT)"
                 "  FROM movement WHERE tenant = :tenant) AS lots ORDER BY box, drug, expiry, lot");

    db_bind_int(q, "tenant", inventory->tenant);
    return q;
}

GByteArray *
shelf_of_source(struct db_stmt *q, bool *more, struct box_id *box)
{
    struct maker maker = maker_new(1024);

    for (box->n = db_int(q, 0); *more && db_int(q, 0) == box->n; *more = db_row(q)) {
        const char *lot = db_text(q, 3);

        if (db_int(q, 1) != maker.drug.n)
            add_drug(&maker, (struct drug_id){db_int(q, 1)});
        if (db_int(q, 4) > 0)
            add_lot(&maker, (struct day){(int32_t)db_int(q, 2)}, (int32_t)db_int(q, 4), lot,
                    strlen(lot));
    }
    return made(&maker);
}

static bool
insert(struct inventory *inventory, struct box_id box, const GByteArray *bytes, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "INSERT INTO shelf (tenant, box, holds) VALUES (:tenant, :box, :holds)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_blob(q, "holds", bytes->data, bytes->len);
    return db_run(q, error);
}

static bool
is_missing(struct inventory *inventory, bool *missing, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM tenant WHERE tenant = :tenant AND seq > 0"
                                " AND NOT EXISTS (SELECT 1 FROM shelf WHERE tenant = :tenant)");
    int64_t count = 0;
    bool ok;

    db_bind_int(q, "tenant", inventory->tenant);
    ok = db_one_int(q, 0, &count, error);
    *missing = count > 0;
    return ok;
}

static bool
fill(struct inventory *inventory, GError **error)
{
    struct db_stmt *q = shelf_source(inventory);
    bool more = db_row(q), ok = true;

    while (ok && more) {
        struct box_id box;
        g_autoptr(GByteArray) bytes = shelf_of_source(q, &more, &box);

        ok = insert(inventory, box, bytes, error);
    }
    return db_done(q, ok ? error : NULL) && ok;
}

bool
shelf_fill(struct inventory *inventory, GError **error)
{
    bool missing, ok;

    if (!is_missing(inventory, &missing, error))
        return false;
    if (!missing)
        return true;
    if (!db_begin(inventory->db, error))
        return false;
    ok = is_missing(inventory, &missing, error) && (!missing || fill(inventory, error));
    return db_end(inventory->db, ok, error) && ok;
}

/* ----------------------------------------------------------------------------------- the table's */

struct db_stmt *
shelf_query(struct inventory *inventory, struct box_id box)
{
    struct db_stmt *q =
        box.n != 0 ? db_query(inventory->db, "SELECT box, holds FROM shelf WHERE tenant = :tenant"
                                             " AND box = :box")
                   : db_query(inventory->db,
                              "SELECT box, holds FROM shelf WHERE tenant = :tenant ORDER BY box");

    db_bind_int(q, "tenant", inventory->tenant);
    if (box.n != 0)
        db_bind_int(q, "box", box.n);
    return q;
}

bool
shelf_fail(GError **error)
{
    return err_set(
               error, ERR_BROKEN,
               _("the summary of a box does not fit its stock: restore the last good backup")) ||
           err_next(error, ERR_NEXT_CHECK);
}

/* Where a lot stands to that of a movement. */
static int
compare(const struct shelf *s, const struct movement *m, size_t size)
{
    int order;

    if (s->expiry.n != m->expiry.n)
        return s->expiry.n < m->expiry.n ? -1 : 1;
    order = memcmp(s->lot, m->lot, MIN(s->lot_size, size));
    return order != 0 ? order : (s->lot_size > size) - (s->lot_size < size);
}

/* The lots of the medicine with the movement's among them; false where it would leave less than none. */
static bool
change_lots(struct maker *maker, struct shelf *s, const struct movement *m)
{
    int64_t units = (int64_t)movement_direction(m->kind) * m->units;
    size_t size = strlen(m->lot);
    bool more = shelf_next_lot(s);
    int order = -1;

    for (; more && (order = compare(s, m, size)) < 0; more = shelf_next_lot(s))
        add_lot(maker, s->expiry, s->units, s->lot, s->lot_size);
    if (more && order == 0) {
        units += s->units;
        more = shelf_next_lot(s);
    }
    if (units > 0)
        add_lot(maker, m->expiry, (int32_t)units, m->lot, size);
    for (; more; more = shelf_next_lot(s))
        add_lot(maker, s->expiry, s->units, s->lot, s->lot_size);
    return units >= 0;
}

/* What is before and behind the medicine stays as it is. */
GByteArray *
shelf_change(const uint8_t *bytes, size_t size, const struct movement *m)
{
    struct shelf s = shelf_of(bytes, size);
    struct shelf none = shelf_of(NULL, 0);
    struct maker maker = maker_new(size + strlen(m->lot) + 4 * DIGITS_MOST);
    const uint8_t *start = bytes, *rest;
    bool more, there, fits;

    while ((more = shelf_next_drug(&s)) && s.drug.n < m->drug.n)
        start = s.lots_end;
    there = more && s.drug.n == m->drug.n;
    rest = there ? s.lots_end : start;
    g_byte_array_append(maker.bytes, bytes, (guint)(start - bytes));
    add_drug(&maker, m->drug);
    fits = change_lots(&maker, there ? &s : &none, m) && !s.broken;
    made(&maker);
    g_byte_array_append(maker.bytes, rest, (guint)(s.end - rest));
    if (!fits)
        g_clear_pointer(&maker.bytes, g_byte_array_unref);
    return maker.bytes;
}

bool
shelf_units(const void *bytes, size_t size, struct drug_id drug, int64_t *units, GError **error)
{
    struct shelf shelf = shelf_of(bytes, size);

    *units = 0;
    while (shelf_next_drug(&shelf) && shelf.drug.n < drug.n)
        ;
    while (shelf.drug.n == drug.n && shelf_next_lot(&shelf))
        *units += shelf.units;
    return shelf_whole(&shelf, error);
}

bool
shelf_apply(struct inventory *inventory, struct movement *m, GError **error)
{
    struct db_stmt *q = shelf_query(inventory, m->box);
    bool found = db_row(q);
    size_t size = 0;
    const void *bytes = found ? db_blob(q, 1, &size) : NULL;
    g_autoptr(GByteArray) after = shelf_change(bytes, size, m);

    if (!db_done(q, error))
        return false;
    if (after == NULL)
        return shelf_fail(error);
    if (!shelf_units(after->data, after->len, m->drug, &m->total, error))
        return false;
    if (!found)
        return insert(inventory, m->box, after, error);
    q = db_query(inventory->db,
                 "UPDATE shelf SET holds = :holds WHERE tenant = :tenant AND box = :box");
    db_bind_blob(q, "holds", after->data, after->len);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", m->box.n);
    return db_run(q, error);
}
