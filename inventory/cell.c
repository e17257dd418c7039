#include "inventory/cell.h"

#include "inventory/inside.h"
#include "inventory/stock.h"

/* What each movement changes in its cell, which is one number here, by which sorting is quick: the box
 * in thousands, then type and age group. */
#define CHANGES                                                                                    \
    "change AS (SELECT m.box * 1000 + drug.type * 10 + drug.age AS key, m.seq, m.done_at,"         \
    " m.units * k.direction * ((:day + drug.day_units / 2) / drug.day_units) AS amount"            \
    " FROM movement m JOIN movement_kind k ON k.kind = m.kind JOIN drug ON drug.id = m.drug"       \
    " WHERE m.tenant = :tenant)"

/* How every cell stands after its last movement. */
#define LASTS                                                                                      \
    "step AS (SELECT key, done_at, CAST(sum(amount) OVER w AS BIGINT) AS amount,"                  \
    " min(CASE WHEN amount > 0 THEN done_at END) OVER w AS first_at, lead(seq) OVER w AS next"     \
    " FROM change WINDOW w AS (PARTITION BY key ORDER BY seq ROWS UNBOUNDED PRECEDING)),"          \
    " last AS (SELECT key / 1000 AS box, key / 10 % 100 AS type, key % 10 AS age,"                 \
    "  amount, first_at, CASE WHEN amount = 0 THEN done_at END AS empty_since"                     \
    "  FROM step WHERE next IS NULL)"

/* The ends of emptiness. Of two that ended at one moment the first counts, and one that was over before
 * it began (booked late, done earlier) is none. */
#define SPANS                                                                                      \
    "step AS (SELECT key, seq, done_at, amount, sum(amount) OVER w AS after,"                      \
    " lag(done_at) OVER w AS before_at"                                                            \
    " FROM change WINDOW w AS (PARTITION BY key ORDER BY seq ROWS UNBOUNDED PRECEDING)),"          \
    " ended AS (SELECT key / 1000 AS box, key / 10 % 100 AS type, key % 10 AS age,"                \
    "  before_at AS from_at, done_at AS until_at,"                                                 \
    "  row_number() OVER (PARTITION BY key, done_at ORDER BY seq) AS nth FROM step"                \
    "  WHERE amount > 0 AND after = amount AND before_at < done_at),"                              \
    " span AS (SELECT box, type, age, from_at, until_at FROM ended WHERE nth = 1)"

static void
bind(struct db_stmt *q, const struct inventory *inventory)
{
    db_bind_int(q, "day", STOCK_PERSON_DAY);
    db_bind_int(q, "tenant", inventory->tenant);
}

static bool
forget(struct inventory *inventory, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM cell WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    if (!db_run(q, error))
        return false;
    q = db_query(inventory->db, "DELETE FROM empty_span WHERE tenant = :tenant");
    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

bool
cell_recount(struct inventory *inventory, GError **error)
{
    struct db_stmt *q;

    if (!forget(inventory, error))
        return false;
    q = db_query(inventory->db,
                 "INSERT INTO cell (tenant, box, type, age, amount, first_at, empty_since)"
                 " WITH " CHANGES ", " LASTS " SELECT CAST(:tenant AS BIGINT), box, type, age,"
                 " amount, first_at, empty_since FROM last");
    bind(q, inventory);
    if (!db_run(q, error))
        return false;
    q = db_query(inventory->db,
                 "INSERT INTO empty_span (tenant, until_at, box, type, age, from_at)"
                 " WITH " CHANGES ", " SPANS " SELECT CAST(:tenant AS BIGINT), until_at, box,"
                 " type, age, from_at FROM span");
    bind(q, inventory);
    return db_run(q, error);
}

struct db_stmt *
cell_since_differences(struct inventory *inventory)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH " CHANGES ", " LASTS ", side AS (SELECT box, type, age, 1 AS cells, first_at,"
        "  coalesce(empty_since, 0) AS empty_since FROM last"
        " UNION ALL SELECT box, type, age, -1, -first_at, -coalesce(empty_since, 0) FROM cell"
        "  WHERE tenant = :tenant)"
        " SELECT box.code, drug_type.key, d.ms FROM (SELECT box, type, age,"
        "  CAST(CASE WHEN sum(first_at) <> 0 THEN sum(first_at) ELSE sum(empty_since) END AS "
        "BIGINT)"
        "  AS ms FROM side GROUP BY box, type, age"
        "  HAVING sum(cells) <> 0 OR sum(first_at) <> 0 OR sum(empty_since) <> 0) AS d"
        " LEFT JOIN box ON box.tenant = :tenant AND box.id = d.box"
        " LEFT JOIN drug_type ON drug_type.id = d.type");

    bind(q, inventory);
    return q;
}

struct db_stmt *
cell_span_differences(struct inventory *inventory)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH " CHANGES ", " SPANS ", side AS (SELECT until_at, box, type, age, 1 AS spans,"
        "  from_at FROM span UNION ALL SELECT until_at, box, type, age, -1, -from_at"
        "  FROM empty_span WHERE tenant = :tenant)"
        " SELECT box.code, drug_type.key, d.ms FROM (SELECT until_at, box, type, age,"
        "  CAST(sum(from_at) AS BIGINT) AS ms FROM side GROUP BY until_at, box, type, age"
        "  HAVING sum(spans) <> 0 OR sum(from_at) <> 0) AS d"
        " LEFT JOIN box ON box.tenant = :tenant AND box.id = d.box"
        " LEFT JOIN drug_type ON drug_type.id = d.type");

    bind(q, inventory);
    return q;
}
