#include "inventory/ledger.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/chain.h"
#include "inventory/inside.h"
#include "inventory/stock.h"

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
    inventory->head.changed = false;
    return db_done(q, error);
}

static bool
write_head(struct inventory *inventory, GError **error)
{
    struct db_stmt *q;

    if (!inventory->head.changed)
        return true;
    q = db_query(inventory->db,
                 "UPDATE tenant SET seq = :seq, hash = :hash WHERE tenant = :tenant");
    db_bind_int(q, "seq", inventory->head.seq);
    db_bind_blob(q, "hash", inventory->head.hash, CHAIN_SIZE);
    db_bind_int(q, "tenant", inventory->tenant);
    inventory->head.changed = false;
    return db_run(q, error);
}

bool
ledger_begin(struct inventory *inventory, GError **error)
{
    if (!db_begin(inventory->db, error))
        return false;
    if (inventory->head.changed || read_head(inventory, error))
        return true;
    db_end(inventory->db, false, NULL);
    return false;
}

bool
ledger_end(struct inventory *inventory, bool ok, GError **error)
{
    if (!ok)
        inventory->head.changed = false;
    return db_end(inventory->db, ok && write_head(inventory, error), error) && ok;
}

/* ------------------------------------------------------------------------------------- posting */

/* Looks for a movement of this uid. Another one under the same uid is a client's mistake. */
static bool
find_repeated(struct inventory *inventory, struct movement *m, bool *repeated, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT seq, kind, box, drug, units, at, done_at FROM movement"
                                " WHERE tenant = :tenant AND uid = :uid");
    bool same = true;

    *repeated = false;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "uid", m->uid.bytes, sizeof(m->uid.bytes));
    if (db_row(q)) {
        same = db_int(q, 1) == (int64_t)m->kind && db_int(q, 2) == m->box.n &&
               db_int(q, 3) == m->drug.n && db_int(q, 4) == m->units;
        *repeated = same;
        if (same) {
            m->seq = db_int(q, 0);
            m->at = db_int(q, 5);
            m->done_at = db_int(q, 6);
        }
    }
    return db_done(q, error) &&
           (same || err_set(error, ERR_REFUSED,
                            _("this id belongs to another booking; make a new id for a new one")));
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
note_pack(struct inventory *inventory, const struct movement *m, GError **error)
{
    struct db_stmt *q;

    if (m->pack == NULL)
        return true;
    q = db_query(inventory->db, "INSERT INTO pack (tenant, pack, seq) VALUES (:tenant, :pack, :seq)"
                                " ON CONFLICT (tenant, pack) DO UPDATE SET seq = excluded.seq");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "pack", m->pack);
    db_bind_int(q, "seq", m->seq);
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
post(struct inventory *inventory, struct movement *m, const struct movement *undone, GError **error)
{
    g_assert(m->units > 0 && m->units <= LIMIT_UNITS && m->lot != NULL);
    if (m->done_at == 0)
        m->done_at = m->at;
    if (!stock_apply(inventory, m, undone, error)) /* first: this is where it may be refused */
        return false;
    m->seq = ++inventory->head.seq;
    chain_next(inventory->head.hash, inventory->tenant, m, inventory->head.hash);
    inventory->head.changed = true;
    return insert_movement(inventory, m, error) && note_pack(inventory, m, error) &&
           note_lot(inventory, m, error) && forget_lot(inventory, undone, error);
}

bool
ledger_post(struct inventory *inventory, struct movement *movement, bool *repeated, GError **error)
{
    g_assert(db_in_transaction(inventory->db));
    if (!find_repeated(inventory, movement, repeated, error))
        return false;
    return *repeated || post(inventory, movement, NULL, error);
}

/* ------------------------------------------------------------------------------------- undoing */

/* What of a movement an undo takes over; its texts are copies. */
struct undone {
    struct movement movement;
    char *lot, *pack;
    int64_t undone_by;
};

static void
undone_clear(struct undone *undone)
{
    g_free(undone->lot);
    g_free(undone->pack);
}

static bool
read_undone(struct inventory *inventory, int64_t seq, struct undone *undone, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT kind, box, drug, expiry, units, done_at, lot, pack, at,"
                                " (SELECT u.seq FROM movement u"
                                "  WHERE u.tenant = movement.tenant AND u.reverses = movement.seq)"
                                " FROM movement WHERE tenant = :tenant AND seq = :seq");

    *undone = (struct undone){.lot = NULL};
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "seq", seq);
    if (db_row(q)) {
        undone->lot = g_strdup(db_text(q, 6));
        undone->pack = db_is_null(q, 7) ? NULL : g_strdup(db_text(q, 7));
        undone->undone_by = db_int(q, 9);
        undone->movement = (struct movement){
            .seq = seq,
            .kind = (enum movement_kind)db_int(q, 0),
            .box = {db_int(q, 1)},
            .drug = {db_int(q, 2)},
            .expiry = {(int32_t)db_int(q, 3)},
            .units = (int32_t)db_int(q, 4),
            .at = db_int(q, 8),
            .done_at = db_int(q, 5),
            .lot = undone->lot,
            .pack = undone->pack,
        };
    }
    if (!db_done(q, error))
        return false;
    return undone->lot != NULL ||
           err_set(error, ERR_MISSING, _("there is no booking %lld; “medbox ledger” lists them"),
                   (long long)seq);
}

static bool
may_be_undone(const struct undone *undone, GError **error)
{
    long long seq = (long long)undone->movement.seq;
    enum movement_kind kind = undone->movement.kind;

    if (undone->undone_by != 0)
        return err_set(error, ERR_REFUSED, _("booking %lld is undone already, by booking %lld"),
                       seq, (long long)undone->undone_by);
    if (kind == MOVEMENT_UNDO_IN || kind == MOVEMENT_UNDO_OUT)
        return err_set(error, ERR_REFUSED,
                       _("booking %lld is itself an undo; book what happened anew instead"), seq);
    return true;
}

static void
fill_undo(struct movement *undo, const struct movement *of)
{
    undo->kind = kinds[of->kind].direction > 0 ? MOVEMENT_UNDO_IN : MOVEMENT_UNDO_OUT;
    undo->box = of->box;
    undo->drug = of->drug;
    undo->expiry = of->expiry;
    undo->lot = of->lot;
    undo->units = of->units;
    undo->pack = of->pack;
    undo->reverses = of->seq;
    undo->household = NULL;
}

bool
ledger_undo(struct inventory *inventory, int64_t seq, struct movement *undo, bool *repeated,
            GError **error)
{
    struct undone undone;
    bool ok;

    g_assert(db_in_transaction(inventory->db));
    ok = read_undone(inventory, seq, &undone, error);
    if (ok) {
        fill_undo(undo, &undone.movement);
        ok = find_repeated(inventory, undo, repeated, error) &&
             (*repeated ||
              (may_be_undone(&undone, error) && post(inventory, undo, &undone.movement, error)));
    }
    undo->lot = "";
    undo->pack = NULL;
    undone_clear(&undone);
    return ok;
}

/* ------------------------------------------------------------------------------------- reading */

/* NULL for a blob of another size, which only tampering leaves: audit.c finds it. */
static const uint8_t *
blob_of(struct db_stmt *q, int column, size_t needed)
{
    size_t size = 0;
    const uint8_t *blob = db_blob(q, column, &size);

    return size == needed ? blob : NULL;
}

static struct movement
movement_of_row(struct db_stmt *q)
{
    size_t size = 0;
    struct movement m = {
        .seq = db_int(q, 0),
        .at = db_int(q, 2),
        .done_at = db_int(q, 3),
        .kind = (enum movement_kind)db_int(q, 4),
        .box = {db_int(q, 5)},
        .drug = {db_int(q, 6)},
        .expiry = {(int32_t)db_int(q, 7)},
        .lot = db_text(q, 8),
        .units = (int32_t)db_int(q, 9),
        .reverses = db_int(q, 10),
        .pack = db_is_null(q, 11) ? NULL : db_text(q, 11),
        .household = blob_of(q, 12, MOVEMENT_HOUSEHOLD_SIZE),
        .person = db_int(q, 13),
        .transfer = db_int(q, 14),
        .reason = db_text(q, 15),
        .hash = blob_of(q, 16, CHAIN_SIZE),
    };
    const void *uid = db_blob(q, 1, &size);

    if (uid != NULL && size == sizeof(m.uid.bytes))
        memcpy(m.uid.bytes, uid, size);
    return m;
}

/* Moves after_seq up to just before the last so many movements that the filter lets through. With a
 * box the index movement_box leads, without one the key of the table. */
static bool
narrow_to_last(struct inventory *inventory, struct ledger_filter *filter, GError **error)
{
    struct db_stmt *q;
    int64_t first = 0;

    if (filter->last == 0)
        return true;
    q = filter->box.n != 0
            ? db_query(inventory->db,
                       "SELECT min(seq) FROM (SELECT seq FROM movement WHERE tenant = :tenant"
                       " AND box = :box AND seq > :after AND (:drug = 0 OR drug = :drug)"
                       " ORDER BY seq DESC LIMIT :last) AS recent")
            : db_query(inventory->db,
                       "SELECT min(seq) FROM (SELECT seq FROM movement WHERE tenant = :tenant"
                       " AND seq > :after AND (:drug = 0 OR drug = :drug)"
                       " ORDER BY seq DESC LIMIT :last) AS recent");
    db_bind_int(q, "tenant", inventory->tenant);
    if (filter->box.n != 0)
        db_bind_int(q, "box", filter->box.n);
    db_bind_int(q, "after", filter->after_seq);
    db_bind_int(q, "drug", filter->drug.n);
    db_bind_int(q, "last", filter->last);
    if (!db_one_int(q, 0, &first, error))
        return false;
    filter->after_seq = MAX(filter->after_seq, first - 1);
    return true;
}

static struct db_stmt *
list_query(struct inventory *inventory, const struct ledger_filter *filter)
{
    struct db_stmt *q =
        filter->box.n != 0
            ? db_query(
                  inventory->db,
                  "SELECT seq, uid, at, done_at, kind, box, drug, expiry, lot, units, reverses,"
                  " pack, household, person, transfer, reason, hash, (SELECT u.seq FROM movement u"
                  " WHERE u.tenant = m.tenant AND u.reverses = m.seq) FROM movement m"
                  " WHERE tenant = :tenant AND box = :box AND seq > :after"
                  " AND (:drug = 0 OR drug = :drug) ORDER BY seq")
            : db_query(
                  inventory->db,
                  "SELECT seq, uid, at, done_at, kind, box, drug, expiry, lot, units, reverses,"
                  " pack, household, person, transfer, reason, hash, (SELECT u.seq FROM movement u"
                  " WHERE u.tenant = m.tenant AND u.reverses = m.seq) FROM movement m"
                  " WHERE tenant = :tenant AND seq > :after"
                  " AND (:drug = 0 OR drug = :drug) ORDER BY seq");

    db_bind_int(q, "tenant", inventory->tenant);
    if (filter->box.n != 0)
        db_bind_int(q, "box", filter->box.n);
    db_bind_int(q, "after", filter->after_seq);
    db_bind_int(q, "drug", filter->drug.n);
    return q;
}

bool
ledger_list(struct inventory *inventory, const struct ledger_filter *filter, ledger_row *row,
            void *data, GError **error)
{
    struct ledger_filter narrowed = *filter;
    struct db_stmt *q;

    if (!narrow_to_last(inventory, &narrowed, error))
        return false;
    q = list_query(inventory, &narrowed);
    while (db_row(q)) {
        struct movement m = movement_of_row(q);

        if (!row(&m, db_int(q, 17), data))
            break;
    }
    return db_done(q, error);
}

bool
ledger_count(struct inventory *inventory, int64_t *count, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT seq FROM tenant WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 0, count, error);
}
