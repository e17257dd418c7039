#include "inventory/box.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"
#include "scanner/boxcode.h"

int64_t
box_count_due(const struct box *box)
{
    int64_t last = box->counted_at != 0 ? box->counted_at : box->created_at;

    return last + box->count_days * INT64_C(86400000);
}

void
box_free(struct box *box)
{
    if (box == NULL)
        return;
    g_free(box->code);
    g_free(box->name);
    g_free(box->place);
    g_free(box->phone);
    g_free(box);
}

/* --------------------------------------------------------------------------------------- reading */

static int32_t
coordinate(struct db_stmt *q, int column)
{
    return db_is_null(q, column) ? BOX_NO_COORDINATE : (int32_t)db_int(q, column);
}

static struct box *
box_of_row(struct db_stmt *q)
{
    struct box *box = g_new(struct box, 1);

    *box = (struct box){
        .id = {db_int(q, 0)},
        .code = g_strdup(db_text(q, 1)),
        .area = {db_int(q, 2)},
        .name = g_strdup(db_text(q, 3)),
        .place = g_strdup(db_text(q, 4)),
        .phone = g_strdup(db_text(q, 5)),
        .lat = coordinate(q, 6),
        .lon = coordinate(q, 7),
        .capacity = (int32_t)db_int(q, 8),
        .residents = (int32_t)db_int(q, 9),
        .vulnerable = (int32_t)db_int(q, 10),
        .count_days = (int32_t)db_int(q, 11),
        .counted_at = db_int(q, 12),
        .created_at = db_int(q, 13),
        .retired = strcmp(db_text(q, 14), "retired") == 0,
    };
    return box;
}

/* The one row of a query, or NULL. */
static bool
one_box(struct db_stmt *q, struct box **box, GError **error)
{
    *box = db_row(q) ? box_of_row(q) : NULL;
    if (db_done(q, error))
        return true;
    g_clear_pointer(box, box_free);
    return false;
}

bool
box_by_id(struct inventory *inventory, struct box_id id, struct box **box, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, code, area, name, place, phone, lat, lon, capacity, residents,"
                       " vulnerable, count_days, counted_at, created_at, state FROM box"
                       " WHERE tenant = :tenant AND id = :id");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id.n);
    if (!one_box(q, box, error))
        return false;
    return *box != NULL || err_set(error, ERR_MISSING, _("there is no such box")) ||
           err_next(error, ERR_NEXT_BOXES);
}

bool
box_by_code(struct inventory *inventory, const char *code, struct box **box, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, code, area, name, place, phone, lat, lon, capacity, residents,"
                       " vulnerable, count_days, counted_at, created_at, state FROM box"
                       " WHERE code = :code AND tenant = :tenant");

    db_bind_text(q, "code", code);
    db_bind_int(q, "tenant", inventory->tenant);
    return one_box(q, box, error);
}

/* --------------------------------------------------------------------------------------- listing */

bool
box_list(struct inventory *inventory, struct area_id area, bool retired_too, GPtrArray **out,
         GError **error)
{
    g_autoptr(GPtrArray) boxes = g_ptr_array_new_with_free_func((GDestroyNotify)box_free);
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH RECURSIVE below (id, path) AS ("
        " SELECT id, CAST(1000000000 + id AS TEXT) FROM area"
        "  WHERE id = :area OR (:area = 0 AND parent IS NULL)"
        " UNION ALL SELECT area.id, below.path || CAST(1000000000 + area.id AS TEXT)"
        "  FROM area JOIN below ON area.parent = below.id)"
        " SELECT box.id, code, area, name, place, phone, lat, lon, capacity, residents, vulnerable,"
        "  count_days, counted_at, created_at, state FROM below JOIN box ON box.area = below.id"
        " WHERE box.tenant = :tenant AND (state = 'active' OR CAST(:retired_too AS BIGINT) = 1)"
        " ORDER BY path, box.id");

    *out = NULL;
    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "retired_too", retired_too);
    while (db_row(q))
        g_ptr_array_add(boxes, box_of_row(q));
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&boxes);
    return true;
}

bool
box_packs(struct inventory *inventory, struct box_id id, int64_t *packs, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "SELECT CAST(sum((held.units + drug.pack_units - 1) / drug.pack_units) AS BIGINT)"
                 " FROM (SELECT drug, CAST(sum(units) AS BIGINT) AS units FROM stock"
                 "  WHERE tenant = :tenant AND box = :box GROUP BY drug) AS held"
                 " JOIN drug ON drug.id = held.drug");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", id.n);
    return db_one_int(q, 0, packs, error);
}
