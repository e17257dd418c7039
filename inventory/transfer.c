#include "inventory/transfer.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/transfer_work.h"

static const struct {
    const char *key, *word;
} states[] = {
    [TRANSFER_PROPOSED] = {"proposed", N_("proposed")},
    [TRANSFER_ACCEPTED] = {"accepted", N_("accepted")},
    [TRANSFER_CARRIED] = {"carried", N_("on the way")},
    [TRANSFER_DONE] = {"done", N_("delivered")},
    [TRANSFER_CANCELLED] = {"cancelled", N_("cancelled")},
};

const char *
transfer_state_key(enum transfer_state state)
{
    return states[state].key;
}

const char *
transfer_state_word(enum transfer_state state)
{
    return _(states[state].word);
}

void
transfer_free(struct transfer *transfer)
{
    if (transfer == NULL)
        return;
    g_free(transfer->lot);
    g_free(transfer->figures);
    g_free(transfer->reason);
    g_free(transfer);
}

struct transfer *
transfer_copy(const struct transfer *t)
{
    struct transfer *copy = g_memdup2(t, sizeof(*t));

    copy->lot = g_strdup(t->lot);
    copy->figures = g_strdup(t->figures);
    copy->reason = g_strdup(t->reason);
    return copy;
}

bool
transfer_is_open(const struct transfer *t)
{
    return t->state != TRANSFER_DONE && t->state != TRANSFER_CANCELLED;
}

/* ----------------------------------------------------------------------------------- proposing */

static bool
next_id(struct inventory *inventory, int64_t *id, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT coalesce(max(id), 0) + 1 FROM transfer WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, id, error);
}

static bool
insert(struct inventory *inventory, struct transfer *t, int64_t now, GError **error)
{
    struct db_stmt *q;
    struct box *from = NULL, *to = NULL;
    struct drug *drug = NULL;
    bool known = box_by_id(inventory, t->from, &from, error) &&
                 box_by_id(inventory, t->to, &to, error) &&
                 drug_by_id(inventory, t->drug, &drug, error);

    box_free(from);
    box_free(to);
    drug_free(drug);
    if (!known)
        return false;
    q = db_query(
        inventory->db,
        "INSERT INTO transfer (tenant, id, from_box, to_box, drug, expiry, lot, units, state,"
        " proposed_at, changed_at, figures, reason) VALUES (:tenant, :id, :from, :to, :drug,"
        " :expiry, :lot, :units, 'proposed', :now, :now, :figures, :reason)");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", t->id);
    db_bind_int(q, "from", t->from.n);
    db_bind_int(q, "to", t->to.n);
    db_bind_int(q, "drug", t->drug.n);
    db_bind_int(q, "expiry", t->expiry.n);
    db_bind_text(q, "lot", t->lot != NULL ? t->lot : "");
    db_bind_int(q, "units", t->units);
    db_bind_int(q, "now", now);
    db_bind_text(q, "figures", t->figures != NULL ? t->figures : "");
    db_bind_text(q, "reason", t->reason != NULL ? t->reason : "");
    return db_run(q, error);
}

/* In words which walks would lose something, where any would. */
static bool
check_walks(struct inventory *inventory, struct area_id area, GError **error)
{
    g_autoptr(GString) walks = g_string_new(NULL);
    struct db_stmt *q = db_query(
        inventory->db, "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area"
                       "  OR CAST(:area AS BIGINT) = 0"
                       "  UNION SELECT area.id FROM area JOIN below ON area.parent = below.id)"
                       " SELECT DISTINCT walk FROM transfer"
                       " WHERE tenant = :tenant AND state = 'proposed' AND walk > 0 AND from_box IN"
                       "  (SELECT box.id FROM box WHERE box.tenant = :tenant AND box.area IN"
                       "   (SELECT id FROM below)) ORDER BY walk");

    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q))
        g_string_append_printf(walks, "%s%lld", walks->len > 0 ? _(", ") : "",
                               (long long)db_int(q, 0));
    if (!db_done(q, error))
        return false;
    return walks->len == 0 ||
           err_set(error, ERR_REFUSED,
                   _("proposals stand in walks that somebody may have gone out with already (%s): "
                     "accept them, or say that they are to be planned again"),
                   walks->str) ||
           err_next(error, ERR_NEXT_AGAIN);
}

static bool
drop_proposals(struct inventory *inventory, struct area_id area, int64_t now, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area"
        "  OR CAST(:area AS BIGINT) = 0"
        "  UNION SELECT area.id FROM area JOIN below ON area.parent = below.id)"
        " UPDATE transfer SET state = 'cancelled', changed_at = :now"
        " WHERE tenant = :tenant AND state = 'proposed' AND from_box IN (SELECT box.id FROM box"
        "  WHERE box.tenant = :tenant AND box.area IN (SELECT id FROM below))");

    db_bind_int(q, "area", area.n);
    db_bind_int(q, "now", now);
    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

bool
transfer_propose(struct inventory *inventory, struct area_id area, bool again, GPtrArray *transfers,
                 int64_t now, GError **error)
{
    int64_t id = 0;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = (again || check_walks(inventory, area, error)) && next_id(inventory, &id, error) &&
         drop_proposals(inventory, area, now, error);
    for (guint i = 0; ok && i < transfers->len; i++) {
        struct transfer *t = transfers->pdata[i];

        t->id = id++;
        ok = insert(inventory, t, now, error);
    }
    return db_end(inventory->db, ok, error);
}

/* ------------------------------------------------------------------------------------- reading */

static enum transfer_state
state_of(const char *key)
{
    enum transfer_state state = TRANSFER_PROPOSED;

    while (state < TRANSFER_CANCELLED && strcmp(states[state].key, key) != 0)
        state++;
    return state;
}

/* What its movements that were not undone add up to, behind its own columns. */
#define COLUMNS                                                                                    \
    "id, from_box, to_box, drug, expiry, lot, units, state, proposed_at, changed_at, person, "     \
    "walk, figures, reason, (SELECT CAST(coalesce(sum(CASE WHEN m.kind = :send THEN m.units"       \
    " WHEN m.box = transfer.from_box THEN -m.units ELSE 0 END), 0) AS BIGINT) FROM movement m"     \
    " WHERE m.tenant = transfer.tenant AND m.transfer = transfer.id AND NOT EXISTS (SELECT 1"      \
    "  FROM movement u WHERE u.tenant = m.tenant AND u.reverses = m.seq)), "                       \
    "(SELECT CAST(coalesce(sum(m.units), 0) AS BIGINT) FROM movement m"                            \
    " WHERE m.tenant = transfer.tenant AND m.transfer = transfer.id AND m.kind <> :send"           \
    " AND m.box = transfer.to_box AND NOT EXISTS (SELECT 1 FROM movement u"                        \
    "  WHERE u.tenant = m.tenant AND u.reverses = m.seq))"

static struct transfer *
read_row(struct db_stmt *q)
{
    struct transfer *t = g_new0(struct transfer, 1);

    t->id = db_int(q, 0);
    t->from.n = db_int(q, 1);
    t->to.n = db_int(q, 2);
    t->drug.n = db_int(q, 3);
    t->expiry.n = (int32_t)db_int(q, 4);
    t->lot = g_strdup(db_text(q, 5));
    t->units = (int32_t)db_int(q, 6);
    t->state = state_of(db_text(q, 7));
    t->proposed_at = db_int(q, 8);
    t->changed_at = db_int(q, 9);
    t->person = db_int(q, 10);
    t->walk = db_int(q, 11);
    t->figures = g_strdup(db_text(q, 12));
    t->reason = g_strdup(db_text(q, 13));
    t->sent = (int32_t)db_int(q, 14);
    t->received = (int32_t)db_int(q, 15);
    return t;
}

/* All rows of a statement that asks for the columns. */
static bool
read_rows(struct inventory *inventory, struct db_stmt *q, GPtrArray **transfers, GError **error)
{
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "send", MOVEMENT_SEND);
    *transfers = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    while (db_row(q))
        g_ptr_array_add(*transfers, read_row(q));
    if (db_done(q, error))
        return true;
    g_clear_pointer(transfers, g_ptr_array_unref);
    return false;
}

bool
transfer_find(struct inventory *inventory, const struct transfer_filter *filter,
              GPtrArray **transfers, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT " COLUMNS " FROM transfer WHERE tenant = :tenant"
                       " AND (CAST(:all AS BIGINT) = 1 OR state IN ('proposed', 'accepted', "
                       "'carried')) AND (CAST(:walk AS BIGINT) = 0 OR walk = :walk)"
                       " AND (CAST(:box AS BIGINT) = 0 OR from_box = :box OR to_box = :box)"
                       " ORDER BY id");

    db_bind_int(q, "all", filter->closed_too);
    db_bind_int(q, "walk", filter->walk);
    db_bind_int(q, "box", filter->box.n);
    return read_rows(inventory, q, transfers, error);
}

bool
transfer_list(struct inventory *inventory, bool closed_too, GPtrArray **transfers, GError **error)
{
    struct transfer_filter all = {.closed_too = closed_too};

    return transfer_find(inventory, &all, transfers, error);
}

bool
transfer_by_id(struct inventory *inventory, int64_t id, struct transfer **transfer, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT " COLUMNS " FROM transfer WHERE tenant = :tenant AND id = :id");
    g_autoptr(GPtrArray) found = NULL;

    *transfer = NULL;
    db_bind_int(q, "id", id);
    if (!read_rows(inventory, q, &found, error))
        return false;
    if (found->len > 0)
        *transfer = g_ptr_array_steal_index(found, 0);
    return *transfer != NULL ||
           err_set(error, ERR_MISSING, _("there is no transfer %lld"), (long long)id) ||
           err_next(error, ERR_NEXT_TRANSFERS);
}
