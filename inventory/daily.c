#include "inventory/daily.h"

#include "inventory/inside.h"
#include "inventory/stock.h"

/* The last movement that was booked before a moment, by halves: no index leads from moments to
 * numbers, but both grow together. Nothing is booked before it is done. */
static bool
last_before(struct inventory *inventory, int64_t moment, int64_t *seq, GError **error)
{
    int64_t low = 0, high = 0;
    struct db_stmt *q = db_query(inventory->db, "SELECT seq FROM tenant WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    if (!db_one_int(q, 0, &high, error))
        return false;
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2, at = 0;

        q = db_query(inventory->db,
                     "SELECT at FROM movement WHERE tenant = :tenant AND seq = :seq");
        db_bind_int(q, "tenant", inventory->tenant);
        db_bind_int(q, "seq", middle);
        if (!db_one_int(q, 0, &at, error))
            return false;
        if (at < moment)
            low = middle;
        else
            high = middle - 1;
    }
    *seq = low;
    return true;
}

/* Boxes of :area and below, as "near". */
#define NEAR                                                                                       \
    "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area"                           \
    "  OR CAST(:area AS BIGINT) = 0"                                                               \
    "  UNION SELECT area.id FROM area JOIN below ON area.parent = below.id),"                      \
    " near (id) AS (SELECT id FROM box WHERE tenant = :tenant"                                     \
    "  AND area IN (SELECT id FROM below))"

static struct db_stmt *
query(struct inventory *inventory)
{
    return db_query(
        inventory->db,
        NEAR " SELECT day, type, age, CAST(sum(given) AS BIGINT), CAST(sum(taken) AS BIGINT) FROM ("
             "  SELECT day, type, age, CAST(0 AS BIGINT) AS given, amount AS taken FROM use_day"
             "  WHERE tenant = :tenant AND day BETWEEN :from AND :until"
             "  AND box IN (SELECT id FROM near)"
             "  UNION ALL SELECT (m.done_at + :offset) / 86400000, drug.type, drug.age,"
             "  m.units * ((:unit + drug.day_units / 2) / drug.day_units), 0"
             "  FROM movement m JOIN drug ON drug.id = m.drug"
             "  WHERE m.tenant = :tenant AND m.seq > :before AND m.kind = 1 AND m.done_at >= :begin"
             "  AND m.done_at < :end AND m.box IN (SELECT id FROM near)"
             "  AND NOT EXISTS (SELECT 1 FROM movement u WHERE u.tenant = m.tenant"
             "   AND u.reverses = m.seq)) AS each_one"
             " GROUP BY day, type, age ORDER BY day, type, age");
}

bool
daily_sums(struct inventory *inventory, struct area_id area, struct day from, struct day until,
           GArray **out, GError **error)
{
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(struct daily_sum));
    int64_t begin = day_start(from, inventory->utc_offset), before;
    struct db_stmt *q;

    *out = NULL;
    if (!last_before(inventory, begin, &before, error))
        return false;
    q = query(inventory);
    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "from", from.n);
    db_bind_int(q, "until", until.n);
    db_bind_int(q, "offset", inventory->utc_offset * INT64_C(60000));
    db_bind_int(q, "unit", STOCK_PERSON_DAY);
    db_bind_int(q, "before", before);
    db_bind_int(q, "begin", begin);
    db_bind_int(q, "end", day_start((struct day){until.n + 1}, inventory->utc_offset));
    while (db_row(q)) {
        struct daily_sum sum = {{(int32_t)db_int(q, 0)},
                                (enum drug_type)db_int(q, 1),
                                (enum drug_age)db_int(q, 2),
                                db_int(q, 3),
                                db_int(q, 4)};

        g_array_append_val(sums, sum);
    }
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&sums);
    return true;
}

bool
daily_begin(struct inventory *inventory, struct area_id area, struct day *first, GError **error)
{
    int64_t at = 0;
    struct db_stmt *q = db_query(
        inventory->db,
        NEAR " SELECT coalesce(min(m.done_at), CAST(0 AS BIGINT)) FROM near"
             " JOIN movement m ON m.tenant = :tenant AND m.seq ="
             "  (SELECT min(f.seq) FROM movement f WHERE f.tenant = :tenant AND f.box = near.id)");

    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    if (!db_one_int(q, 0, &at, error))
        return false;
    *first = at > 0 ? inventory_day(inventory, at) : DAY_NONE;
    return true;
}
