#include "inventory/ledger.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/chain.h"
#include "inventory/counted.h"
#include "inventory/inside.h"
#include "inventory/posting.h"
#include "inventory/stock.h"

/* The id of the movement that settles one, among those that follow from its own. */
#define SETTLING UINT32_MAX

static const struct {
    const char *key, *word;
    int direction;
} kinds[] = {
    [MOVEMENT_DONATE] = {"donate", N_("in"), 1},
    [MOVEMENT_TAKE] = {"take", N_("out"), -1},
    [MOVEMENT_SEND] = {"send", N_("sent"), -1},
    [MOVEMENT_RECEIVE] = {"receive", N_("received"), 1},
    [MOVEMENT_FOUND] = {"found", N_("counted more"), 1},
    [MOVEMENT_LOST] = {"lost", N_("counted less"), -1},
    [MOVEMENT_DISCARD] = {"discard", N_("discarded"), -1},
    [MOVEMENT_UNDO_OUT] = {"undo_out", N_("undone, put back"), 1},
    [MOVEMENT_UNDO_IN] = {"undo_in", N_("undone, taken back"), -1},
};

int
movement_direction(enum movement_kind kind)
{
    return kinds[kind].direction;
}

const char *
movement_kind_key(enum movement_kind kind)
{
    return kinds[kind].key;
}

int
movement_kind_parse(const char *key)
{
    for (int kind = MOVEMENT_DONATE; kind <= MOVEMENT_KINDS; kind++)
        if (strcmp(kinds[kind].key, key) == 0)
            return kind;
    return -1;
}

const char *
movement_kind_word(enum movement_kind kind)
{
    return _(kinds[kind].word);
}

/* -------------------------------------------------------------------------------- transactions */

static bool
read_head(struct inventory *inventory, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT seq, hash FROM tenant WHERE tenant = :tenant");
    size_t size = 0;
    const void *hash;

    db_bind_int(q, "tenant", inventory->tenant);
    if (db_row(q)) {
        inventory->head.seq = db_int(q, 0);
        hash = db_blob(q, 1, &size);
        memcpy(inventory->head.hash, hash, MIN(size, CHAIN_SIZE));
    }
    return db_done(q, error);
}

static bool
write_head(struct inventory *inventory, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "UPDATE tenant SET seq = :seq, hash = :hash WHERE tenant = :tenant");

    db_bind_int(q, "seq", inventory->head.seq);
    db_bind_blob(q, "hash", inventory->head.hash, CHAIN_SIZE);
    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

/* The outermost pair reads the head and writes it; an inner one that is dropped puts it back. */
bool
ledger_begin(struct inventory *inventory, GError **error)
{
    if (!db_begin(inventory->db, error))
        return false;
    if (inventory->heads->len == 0 && !read_head(inventory, error)) {
        db_end(inventory->db, false, NULL);
        return false;
    }
    g_array_append_val(inventory->heads, inventory->head);
    return true;
}

bool
ledger_end(struct inventory *inventory, bool ok, GError **error)
{
    guint outer = inventory->heads->len - 1;
    struct inventory_head before = g_array_index(inventory->heads, struct inventory_head, outer);
    bool kept;

    if (ok && outer == 0 && inventory->head.seq != before.seq)
        ok = write_head(inventory, error);
    kept = db_end(inventory->db, ok, error);
    if (!kept)
        inventory->head = before;
    g_array_set_size(inventory->heads, outer);
    return kept;
}

/* ------------------------------------------------------------------------------------- posting */

static bool
same_text(const char *a, const char *b)
{
    return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

bool
posting_find_repeated(struct inventory *inventory, struct movement *m, bool *repeated,
                      GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "SELECT seq, kind, box, drug, units, at, done_at, expiry, lot, pack, reverses"
                 " FROM movement WHERE tenant = :tenant AND uid = :uid");
    bool same = true;

    *repeated = false;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "uid", m->uid.bytes, sizeof(m->uid.bytes));
    if (db_row(q)) {
        same = db_int(q, 1) == (int64_t)m->kind && db_int(q, 2) == m->box.n &&
               db_int(q, 3) == m->drug.n && db_int(q, 4) == m->units &&
               db_int(q, 7) == m->expiry.n && same_text(db_text(q, 8), m->lot) &&
               same_text(db_text(q, 9), m->pack) && db_int(q, 10) == m->reverses;
        *repeated = same;
        if (same) {
            m->seq = db_int(q, 0);
            m->at = db_int(q, 5);
            m->done_at = db_int(q, 6);
        }
    }
    return db_done(q, error) && (same || posting_refuse_other(error));
}

bool
posting_refuse_other(GError **error)
{
    return err_set(error, ERR_REFUSED,
                   _("this id belongs to another booking; make a new id for a new one"));
}

bool
ledger_find(struct inventory *inventory, const struct uuid *uid, int64_t *seq, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT seq FROM movement WHERE tenant = :tenant AND uid = :uid");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "uid", uid->bytes, sizeof(uid->bytes));
    return db_one_int(q, 0, seq, error);
}

bool
ledger_find_between(struct inventory *inventory, const struct uuid *low, const struct uuid *high,
                    int64_t after, int64_t *seq, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT coalesce(min(seq), 0) FROM movement WHERE tenant = :tenant"
                       " AND uid >= :low AND uid <= :high AND seq > CAST(:after AS BIGINT)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "low", low->bytes, sizeof(low->bytes));
    db_bind_blob(q, "high", high->bytes, sizeof(high->bytes));
    db_bind_int(q, "after", after);
    return db_one_int(q, 0, seq, error);
}

static void
bind_optional(struct db_stmt *q, const char *name, int64_t value)
{
    if (value != 0)
        db_bind_int(q, name, value);
    else
        db_bind_null(q, name);
}

static bool
insert_movement(struct inventory *inventory, const struct movement *m, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "INSERT INTO movement (tenant, seq, uid, at, done_at, kind, box, drug, expiry, lot, units,"
        " reverses, pack, household, person, transfer, reason, hash)"
        " VALUES (:tenant, :seq, :uid, :at, :done_at, :kind, :box, :drug, :expiry, :lot, :units,"
        " :reverses, :pack, :household, :person, :transfer, :reason, :hash)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "seq", m->seq);
    db_bind_blob(q, "uid", m->uid.bytes, sizeof(m->uid.bytes));
    db_bind_int(q, "at", m->at);
    db_bind_int(q, "done_at", m->done_at);
    db_bind_int(q, "kind", (int64_t)m->kind);
    db_bind_int(q, "box", m->box.n);
    db_bind_int(q, "drug", m->drug.n);
    db_bind_int(q, "expiry", m->expiry.n);
    db_bind_text(q, "lot", m->lot);
    db_bind_int(q, "units", m->units);
    bind_optional(q, "reverses", m->reverses);
    db_bind_text(q, "pack", m->pack);
    db_bind_blob(q, "household", m->household, m->household ? MOVEMENT_HOUSEHOLD_SIZE : 0);
    bind_optional(q, "person", m->person);
    bind_optional(q, "transfer", m->transfer);
    db_bind_text(q, "reason", m->reason != NULL ? m->reason : "");
    db_bind_blob(q, "hash", inventory->head.hash, CHAIN_SIZE);
    return db_run(q, error);
}

static bool
note_lot(struct inventory *inventory, const struct movement *m, GError **error)
{
    struct db_stmt *q;

    if (m->lot[0] == '\0' || m->expiry.n == DAY_NEVER.n || kinds[m->kind].direction < 0)
        return true;
    q = db_query(inventory->db, "INSERT INTO lot (tenant, drug, lot, expiry, first_at)"
                                " VALUES (:tenant, :drug, :lot, :expiry, :at)"
                                " ON CONFLICT (tenant, drug, lot, expiry) DO NOTHING");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "drug", m->drug.n);
    db_bind_text(q, "lot", m->lot);
    db_bind_int(q, "expiry", m->expiry.n);
    db_bind_int(q, "at", m->at);
    return db_run(q, error);
}

/* A batch that only a slip of the pen made known is forgotten with it: its expiry would else be
 * filled in for the next pack. Known otherwise is what another movement brought first, or what still
 * lies in a box. */
static bool
forget_lot(struct inventory *inventory, const struct movement *undone, GError **error)
{
    struct db_stmt *q;

    if (undone == NULL || kinds[undone->kind].direction < 0)
        return true;
    q = db_query(inventory->db, "DELETE FROM lot WHERE tenant = :tenant AND drug = :drug"
                                " AND lot = :lot AND expiry = :expiry AND first_at = :at"
                                " AND NOT EXISTS (SELECT 1 FROM stock s WHERE s.tenant = :tenant"
                                "  AND s.drug = :drug AND s.lot = :lot AND s.expiry = :expiry)");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "drug", undone->drug.n);
    db_bind_text(q, "lot", undone->lot);
    db_bind_int(q, "expiry", undone->expiry.n);
    db_bind_int(q, "at", undone->at);
    return db_run(q, error);
}

static bool
add(struct inventory *inventory, struct movement *m, const struct movement *undone, GError **error)
{
    if (!stock_apply(inventory, m, undone, error)) /* first: this is where it may be refused */
        return false;
    m->seq = ++inventory->head.seq;
    chain_next(inventory->head.hash, inventory->tenant, m, inventory->head.hash);
    return insert_movement(inventory, m, error) && note_lot(inventory, m, error) &&
           forget_lot(inventory, undone, error);
}

/* The first count that had seen what m changes before the ledger knew of it, or 0. Later counts
 * compared with what the ledger held after it. */
static bool
find_count(struct inventory *inventory, struct movement *m, const struct movement *undone,
           GError **error)
{
    m->counted_at = 0;
    if (undone != NULL)
        return counted_next(inventory, undone, undone->seq, &m->counted_at, error);
    return m->done_at == m->at || /* nobody counts in the future */
           counted_next(inventory, m, INT64_MAX, &m->counted_at, error);
}

/* What the count found stays: it saw the effect of m, and the ledger hears of its cause only now. */
static bool
settle(struct inventory *inventory, struct movement *m, GError **error)
{
    struct movement settling = *m;

    if (m->counted_at == 0)
        return true;
    settling.uid = uuid_nth(m->uid, SETTLING);
    settling.done_at = m->counted_at;
    settling.kind = kinds[m->kind].direction > 0 ? MOVEMENT_LOST : MOVEMENT_FOUND;
    settling.pack = settling.reason = NULL;
    settling.household = NULL;
    settling.reverses = settling.transfer = 0;
    if (!add(inventory, &settling, NULL, error))
        return false;
    m->total = settling.total;
    return true;
}

const char *
posting_counted_words(void)
{
    return _("the box was counted after that, so what is in it now stays as the count found it");
}

bool
posting_add(struct inventory *inventory, struct movement *m, const struct movement *undone,
            GError **error)
{
    bool in = kinds[m->kind].direction > 0;

    g_assert(m->units > 0 && m->units <= LIMIT_UNITS && m->lot != NULL);
    if (m->done_at == 0)
        m->done_at = m->at;
    return find_count(inventory, m, undone, error) && (in || settle(inventory, m, error)) &&
           add(inventory, m, undone, error) && (!in || settle(inventory, m, error));
}

bool
ledger_post(struct inventory *inventory, struct movement *movement, bool *repeated, GError **error)
{
    g_assert(db_in_transaction(inventory->db));
    if (!posting_find_repeated(inventory, movement, repeated, error))
        return false;
    return *repeated || posting_add(inventory, movement, NULL, error);
}
