#include "inventory/transfer.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"

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
    g_free(transfer->reason);
    g_free(transfer);
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
        " proposed_at, changed_at, reason) VALUES (:tenant, :id, :from, :to, :drug, :expiry,"
        " :lot, :units, 'proposed', :now, :now, :reason)");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", t->id);
    db_bind_int(q, "from", t->from.n);
    db_bind_int(q, "to", t->to.n);
    db_bind_int(q, "drug", t->drug.n);
    db_bind_int(q, "expiry", t->expiry.n);
    db_bind_text(q, "lot", t->lot != NULL ? t->lot : "");
    db_bind_int(q, "units", t->units);
    db_bind_int(q, "now", now);
    db_bind_text(q, "reason", t->reason != NULL ? t->reason : "");
    return db_run(q, error);
}

static bool
drop_proposals(struct inventory *inventory, int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE transfer SET state = 'cancelled', changed_at = :now"
                                " WHERE tenant = :tenant AND state = 'proposed'");

    db_bind_int(q, "now", now);
    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

bool
transfer_propose(struct inventory *inventory, GPtrArray *transfers, int64_t now, GError **error)
{
    int64_t id = 0;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = next_id(inventory, &id, error) && drop_proposals(inventory, now, error);
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

#define COLUMNS                                                                                    \
    "id, from_box, to_box, drug, expiry, lot, units, state, proposed_at, changed_at, person, "     \
    "reason"

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
    t->reason = g_strdup(db_text(q, 11));
    return t;
}

bool
transfer_list(struct inventory *inventory, bool closed_too, GPtrArray **transfers, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT " COLUMNS " FROM transfer WHERE tenant = :tenant"
                                " AND (CAST(:all AS BIGINT) = 1 OR state IN ('proposed', "
                                "'accepted', 'carried')) ORDER BY id");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "all", closed_too);
    *transfers = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    while (db_row(q))
        g_ptr_array_add(*transfers, read_row(q));
    if (db_done(q, error))
        return true;
    g_clear_pointer(transfers, g_ptr_array_unref);
    return false;
}

bool
transfer_by_id(struct inventory *inventory, int64_t id, struct transfer **transfer, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT " COLUMNS " FROM transfer WHERE tenant = :tenant AND id = :id");

    *transfer = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    if (db_row(q))
        *transfer = read_row(q);
    if (!db_done(q, error)) {
        g_clear_pointer(transfer, transfer_free);
        return false;
    }
    return *transfer != NULL ||
           err_set(error, ERR_MISSING,
                   _("there is no transfer %lld; “medbox transfer list --all” lists them"),
                   (long long)id);
}
