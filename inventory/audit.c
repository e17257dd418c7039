#include "inventory/audit.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/chain.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/shelf.h"
#include "inventory/stock.h"
#include "scanner/boxcode.h"

#define PROGRESS_EVERY 10000

struct work {
    struct inventory *inventory;
    struct audit *audit;
    audit_progress *progress;
    void *data;
    int64_t all;
    uint8_t hash[CHAIN_SIZE];
};

static void find_fault(struct audit *audit, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Two proofs may find the same; it is told once. */
static void
find_fault(struct audit *audit, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    if (audit->findings->len == AUDIT_FINDINGS_MAX)
        return;
    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    if (!g_ptr_array_find_with_equal_func(audit->findings, text, g_str_equal, NULL))
        g_ptr_array_add(audit->findings, g_steal_pointer(&text));
}

/* ------------------------------------------------------------------------------------- the tables */

/* What keeps the ledger from being changed are triggers; and a column of another kind holds other things. */
static bool
check_tables(struct work *work, GError **error)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);

    if (!db_check_tables(work->inventory->db, faults, error))
        return false;
    for (guint i = 0; i < faults->len; i++)
        find_fault(work->audit, "%s", (const char *)faults->pdata[i]);
    return true;
}

/* ------------------------------------------------------------------------------------ the chain */

static bool
check_link(const struct movement *m, int64_t undone_by, void *data)
{
    struct work *work = data;
    struct audit *audit = work->audit;
    uint8_t hash[CHAIN_SIZE];

    (void)undone_by;
    if (m->seq == audit->movements + 2)
        find_fault(audit, _("booking %lld is missing from the ledger"), (long long)m->seq - 1);
    else if (m->seq != audit->movements + 1)
        find_fault(audit, _("bookings %lld to %lld are missing from the ledger"),
                   (long long)audit->movements + 1, (long long)m->seq - 1);
    else {
        chain_next(work->hash, work->inventory->tenant, m, hash);
        if (m->hash == NULL || memcmp(hash, m->hash, CHAIN_SIZE) != 0)
            find_fault(audit, _("booking %lld was changed after it was booked"), (long long)m->seq);
    }
    if (m->hash != NULL)
        memcpy(work->hash, m->hash, CHAIN_SIZE);
    audit->movements = m->seq;
    if (work->progress != NULL && m->seq % PROGRESS_EVERY == 0)
        work->progress(m->seq, work->all, work->data);
    return true;
}

static bool
check_head(struct work *work, GError **error)
{
    struct db_stmt *q =
        db_query(work->inventory->db, "SELECT seq, hash FROM tenant WHERE tenant = :tenant");
    size_t size = 0;
    const void *hash;

    db_bind_int(q, "tenant", work->inventory->tenant);
    if (db_row(q)) {
        hash = db_blob(q, 1, &size);
        if (db_int(q, 0) != work->audit->movements)
            find_fault(work->audit, _("the ledger ends at booking %lld, but %lld were booked"),
                       (long long)work->audit->movements, (long long)db_int(q, 0));
        else if (size != CHAIN_SIZE || memcmp(hash, work->hash, CHAIN_SIZE) != 0)
            find_fault(work->audit, _("the head of the ledger does not fit booking %lld"),
                       (long long)work->audit->movements);
    }
    for (int i = 0; i < CHAIN_SIZE; i++)
        g_snprintf(work->audit->head + 2 * i, 3, "%02x", work->hash[i]);
    return db_done(q, error);
}

/* The chain is made of what a C type holds: whatever would be cut to fit it would look unchanged. A
 * length ends at the first NUL in a text (which some engines keep), and the text itself does not. */
static bool
check_fit(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(
        work->inventory->db,
        "SELECT seq FROM movement WHERE tenant = :tenant AND (length(uid) <> 16"
        " OR expiry NOT BETWEEN -2147483648 AND 2147483647 OR units NOT BETWEEN 1 AND :units"
        " OR length(household) <> CAST(:household AS BIGINT) OR length(hash) <> CAST(:hash AS "
        "BIGINT) OR pack = ''"
        " OR lot <> substr(lot, 1, length(lot)) OR pack <> substr(pack, 1, length(pack))"
        " OR reason <> substr(reason, 1, length(reason))) ORDER BY seq");

    db_bind_int(q, "tenant", work->inventory->tenant);
    db_bind_int(q, "units", LIMIT_UNITS);
    db_bind_int(q, "household", MOVEMENT_HOUSEHOLD_SIZE);
    db_bind_int(q, "hash", CHAIN_SIZE);
    while (db_row(q))
        find_fault(work->audit, _("booking %lld was changed after it was booked"),
                   (long long)db_int(q, 0));
    return db_done(q, error);
}

static bool
check_chain(struct work *work, GError **error)
{
    struct ledger_filter all = {.after_seq = 0};

    return ledger_count(work->inventory, &work->all, error) &&
           ledger_list(work->inventory, &all, check_link, work, error) && check_head(work, error) &&
           check_fit(work, error);
}

/* ------------------------------------------------------------------------- what follows from it */

/* What the rows of a difference are of: how their second name and the difference itself are said. */
enum measure {
    UNITS,  /* of the medicine named */
    BATCH,  /* named: 1 not known, though it lies in a box; -1 known, though nobody brought it */
    AMOUNT, /* millionths of a person-day, of the type whose key it is */
};

static char *
say_difference(enum measure measure, int64_t difference)
{
    switch (measure) {
    case UNITS: return g_strdup_printf("%+lld", (long long)difference);
    case BATCH:
        return g_strdup(difference > 0 ? _("in a box, but not known")
                                       : _("known, but never brought"));
    case AMOUNT:
        return g_strdup_printf(_("%+.6g person-days"),
                               (double)difference / (double)STOCK_PERSON_DAY);
    }
    return NULL;
}

/* Rows of name, name, difference. Each query adds up what should be and subtracts what is kept. */
static bool
collect(struct work *work, struct db_stmt *q, enum measure measure, const char *what,
        GError **error)
{
    db_bind_int(q, "tenant", work->inventory->tenant);
    while (db_row(q)) {
        g_autofree char *difference = say_difference(measure, db_int(q, 2));
        int type = measure == AMOUNT ? drug_type_parse(db_text(q, 1)) : -1;
        char printed[BOXCODE_PRINT_SIZE];
        struct boxcode code;
        bool of_box = measure != BATCH && boxcode_parse(db_text(q, 0), &code, NULL);

        find_fault(work->audit, _("%s: %s, %s (%s)"), what,
                   of_box ? boxcode_format(code, printed) : db_text(q, 0),
                   type >= 0 ? drug_type_word((enum drug_type)type) : db_text(q, 1), difference);
    }
    return db_done(q, error);
}

static bool
check_stock(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(
        work->inventory->db,
        "SELECT box.code, drug.name, d.units FROM ("
        " SELECT box, drug, expiry, lot, CAST(sum(units) AS BIGINT) AS units FROM ("
        "  SELECT m.box, m.drug, m.expiry, m.lot, m.units * k.direction AS units"
        "   FROM movement m JOIN movement_kind k ON k.kind = m.kind WHERE m.tenant = :tenant"
        "  UNION ALL SELECT box, drug, expiry, lot, -units FROM stock WHERE tenant = :tenant"
        "  ) AS both_sides GROUP BY box, drug, expiry, lot HAVING sum(units) <> 0) AS d"
        " LEFT JOIN box ON box.tenant = :tenant AND box.id = d.box"
        " LEFT JOIN drug ON drug.id = d.drug");

    return collect(work, q, UNITS, _("stock differs from the ledger"), error);
}

static bool
say_shelf(struct work *work, struct box_id id_of_box, struct drug_id id_of_drug, int64_t difference,
          GError **error)
{
    struct db_stmt *q =
        db_query(work->inventory->db,
                 "SELECT box.code, drug.name, CAST(:difference AS BIGINT)"
                 " FROM (SELECT CAST(:box AS BIGINT) AS box, CAST(:drug AS BIGINT) AS drug) AS d"
                 " LEFT JOIN box ON box.tenant = :tenant AND box.id = d.box LEFT JOIN drug ON "
                 "drug.id = d.drug");

    db_bind_int(q, "difference", difference);
    db_bind_int(q, "box", id_of_box.n);
    db_bind_int(q, "drug", id_of_drug.n);
    return collect(work, q, UNITS, _("the summary of a box differs from its stock"), error);
}

/* Units of the lots of the medicine that a shelf is at. */
static int64_t
units_of(struct shelf shelf)
{
    int64_t units = 0;

    while (shelf_next_lot(&shelf))
        units += shelf.units;
    return units;
}

/* Where two shelves of a box part, medicine by medicine. */
static bool
compare_shelves(struct work *work, struct box_id box, struct shelf right, struct shelf kept,
                GError **error)
{
    bool some = shelf_next_drug(&right), other = shelf_next_drug(&kept), ok = true;

    while (ok && (some || other)) {
        bool first = some && (!other || right.drug.n <= kept.drug.n);
        bool second = other && (!some || kept.drug.n <= right.drug.n);
        struct drug_id drug = first ? right.drug : kept.drug;
        ptrdiff_t size = right.lots_end - right.at;

        if (first != second || size != kept.lots_end - kept.at ||
            memcmp(right.at, kept.at, (size_t)size) != 0)
            ok = say_shelf(work, box, drug,
                           (first ? units_of(right) : 0) - (second ? units_of(kept) : 0), error);
        if (first)
            some = shelf_next_drug(&right);
        if (second)
            other = shelf_next_drug(&kept);
    }
    if (ok && kept.broken)
        ok = say_shelf(work, box, kept.drug, 0, error);
    return ok;
}

static bool
check_shelves(struct work *work, GError **error)
{
    struct db_stmt *lots = shelf_source(work->inventory);
    struct db_stmt *kept = shelf_query(work->inventory, (struct box_id){0});
    bool more = db_row(lots), there = db_row(kept), ok = true;

    while (ok && (more || there)) {
        struct box_id box = {more ? db_int(lots, 0) : INT64_MAX}, next = {INT64_MAX};
        g_autoptr(GByteArray) made = NULL;
        struct shelf right = shelf_of(NULL, 0), shelf = right;
        size_t size;

        if (there)
            next.n = db_int(kept, 0);
        if (box.n <= next.n) {
            made = shelf_of_source(lots, &more, &box);
            right = shelf_of(made->data, made->len);
        }
        if (next.n <= box.n) {
            const void *bytes = db_blob(kept, 1, &size);

            shelf = shelf_of(bytes, size);
        }
        ok = compare_shelves(work, (struct box_id){MIN(box.n, next.n)}, right, shelf, error);
        if (next.n <= box.n)
            there = db_row(kept);
    }
    ok = db_done(lots, ok ? error : NULL) && ok;
    return db_done(kept, ok ? error : NULL) && ok;
}

/* What is known of batches may be less than the ledger has (an undone slip of the pen is forgotten),
 * but what lies in a box is known, and what is known was brought. */
static bool
check_lots(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(
        work->inventory->db,
        "SELECT drug.name, d.lot, d.missing FROM ("
        " SELECT drug, lot, CAST(1 AS BIGINT) AS missing FROM ("
        "  SELECT drug, lot, expiry FROM stock WHERE tenant = :tenant AND lot <> ''"
        "   AND expiry <> :never"
        "  EXCEPT SELECT drug, lot, expiry FROM lot WHERE tenant = :tenant) AS unknown"
        " UNION ALL SELECT drug, lot, CAST(-1 AS BIGINT) FROM ("
        "  SELECT drug, lot, expiry, first_at FROM lot WHERE tenant = :tenant"
        "  EXCEPT SELECT m.drug, m.lot, m.expiry, m.at FROM movement m"
        "   JOIN movement_kind k ON k.kind = m.kind WHERE m.tenant = :tenant AND k.direction = 1"
        "   AND m.lot <> '') AS made_up) AS d LEFT JOIN drug ON drug.id = d.drug");

    db_bind_int(q, "never", DAY_NEVER.n);
    return collect(work, q, BATCH, _("a batch differs from the ledger"), error);
}

static bool
check_use(struct work *work, GError **error)
{
    struct db_stmt *q = db_query(
        work->inventory->db,
        "SELECT box.code, drug_type.key, d.amount FROM ("
        " SELECT day, box, type, age, CAST(sum(amount) AS BIGINT) AS amount FROM ("
        "  SELECT (m.done_at + :offset) / 86400000 AS day, m.box, drug.type, drug.age,"
        "   m.units * ((:day + drug.day_units / 2) / drug.day_units) AS amount"
        "   FROM movement m JOIN drug ON drug.id = m.drug WHERE m.tenant = :tenant AND m.kind = 2"
        "   AND NOT EXISTS (SELECT 1 FROM movement u"
        "    WHERE u.tenant = m.tenant AND u.reverses = m.seq)"
        "  UNION ALL SELECT day, box, type, age, -amount FROM use_day WHERE tenant = :tenant"
        "  ) AS both_sides GROUP BY day, box, type, age HAVING sum(amount) <> 0) AS d"
        " LEFT JOIN box ON box.tenant = :tenant AND box.id = d.box"
        " LEFT JOIN drug_type ON drug_type.id = d.type");

    db_bind_int(q, "offset", work->inventory->utc_offset * INT64_C(60000));
    db_bind_int(q, "day", STOCK_PERSON_DAY);
    return collect(work, q, AMOUNT, _("the use of a day differs from the ledger"), error);
}

bool
audit_run(struct inventory *inventory, audit_progress *progress, void *data, struct audit *audit,
          GError **error)
{
    struct work work = {.inventory = inventory, .audit = audit, .progress = progress, .data = data};
    bool ok;

    *audit = (struct audit){.findings = g_ptr_array_new_with_free_func(g_free)};
    if (!db_begin_read(inventory->db, error))
        return false;
    ok = check_tables(&work, error) && check_chain(&work, error) && check_stock(&work, error) &&
         check_shelves(&work, error) && check_lots(&work, error) && check_use(&work, error);
    return db_end(inventory->db, ok, error) && ok;
}

void
audit_clear(struct audit *audit)
{
    g_clear_pointer(&audit->findings, g_ptr_array_unref);
}
