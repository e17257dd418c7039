#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/stock.h"
#include "inventory/transfer.h"

/* Which states a step is for, and what to say in the others. */
enum step {
    STEP_ACCEPT,
    STEP_CARRY,
    STEP_DELIVER,
    STEP_CANCEL,
};

#define IN(state) (1U << (state))

static const struct {
    unsigned from;
    enum transfer_state to;
} steps[] = {
    [STEP_ACCEPT] = {IN(TRANSFER_PROPOSED), TRANSFER_ACCEPTED},
    [STEP_CARRY] = {IN(TRANSFER_PROPOSED) | IN(TRANSFER_ACCEPTED), TRANSFER_CARRIED},
    [STEP_DELIVER] = {IN(TRANSFER_CARRIED), TRANSFER_DONE},
    [STEP_CANCEL] = {IN(TRANSFER_PROPOSED) | IN(TRANSFER_ACCEPTED) | IN(TRANSFER_CARRIED),
                     TRANSFER_CANCELLED},
};

/* What can be done in a state, said to whoever wanted something else. */
static bool
refuse(const struct transfer *t, GError **error)
{
    long long id = t->id;

    switch (t->state) {
    case TRANSFER_PROPOSED:
        return err_set(error, ERR_REFUSED,
                       _("transfer %lld is proposed: accept it, carry it or cancel it"), id);
    case TRANSFER_ACCEPTED:
        return err_set(error, ERR_REFUSED, _("transfer %lld is accepted: carry it or cancel it"),
                       id);
    case TRANSFER_CARRIED:
        return err_set(error, ERR_REFUSED,
                       _("transfer %lld is on the way: deliver it, or cancel it to bring it back"),
                       id);
    case TRANSFER_DONE:
        return err_set(error, ERR_REFUSED, _("transfer %lld is delivered; nothing is left to do"),
                       id);
    default:
        return err_set(error, ERR_REFUSED,
                       _("transfer %lld is cancelled; a new plan makes new ones"), id);
    }
}

struct work {
    struct inventory *inventory;
    const struct transfer_step *step;
    struct transfer *transfer;
    uint32_t posted;
};

static bool
post(struct work *w, struct movement *m, GError **error)
{
    bool repeated = false;

    m->uid = uuid_nth(w->step->uid, w->posted++);
    m->at = w->step->now;
    m->drug = w->transfer->drug;
    m->person = w->step->person;
    m->transfer = w->transfer->id;
    return ledger_post(w->inventory, m, &repeated, error);
}

static bool
write_state(struct work *w, enum step step, GError **error)
{
    struct transfer *t = w->transfer;
    struct db_stmt *q =
        db_query(w->inventory->db, "UPDATE transfer SET state = :state, units = :units,"
                                   " changed_at = :now, person = :person"
                                   " WHERE tenant = :tenant AND id = :id");

    t->state = steps[step].to;
    t->changed_at = w->step->now;
    t->person = w->step->person;
    db_bind_text(q, "state", transfer_state_key(t->state));
    db_bind_int(q, "units", t->units);
    db_bind_int(q, "now", t->changed_at);
    if (t->person != 0)
        db_bind_int(q, "person", t->person);
    else
        db_bind_null(q, "person");
    db_bind_int(q, "tenant", w->inventory->tenant);
    db_bind_int(q, "id", t->id);
    return db_run(q, error);
}

/* --------------------------------------------------------------------------------- taking out */

static bool
is_planned(const struct transfer *t, const struct stock_lot *lot)
{
    return lot->expiry.n == t->expiry.n && strcmp(lot->lot, t->lot) == 0;
}

static bool
send(struct work *w, const struct stock_lot *lot, int32_t *left, GError **error)
{
    struct movement m = {.kind = MOVEMENT_SEND,
                         .box = w->transfer->from,
                         .expiry = lot->expiry,
                         .lot = lot->lot,
                         .units = MIN(lot->units, *left)};

    *left -= m.units;
    return post(w, &m, error);
}

/* The planned batch in a first round, others in a second. */
static bool
send_lots(struct work *w, const GPtrArray *lots, int32_t *left, GError **error)
{
    struct day today = inventory_day(w->inventory, w->step->now);

    for (int round = 0; round < 2; round++)
        for (guint i = 0; *left > 0 && i < lots->len; i++) {
            const struct stock_lot *lot = lots->pdata[i];

            if (lot->recalled || lot->expiry.n < today.n ||
                is_planned(w->transfer, lot) != (round == 0))
                continue;
            if (!send(w, lot, left, error))
                return false;
        }
    return true;
}

static bool
take_out(struct work *w, GError **error)
{
    struct transfer *t = w->transfer;
    g_autoptr(GPtrArray) lots = NULL;
    int32_t left = t->units;

    if (!stock_lots(w->inventory, t->from, t->drug, &lots, error) ||
        !send_lots(w, lots, &left, error))
        return false;
    if (left == t->units)
        return err_set(error, ERR_REFUSED,
                       _("nothing of it is left in the box that could go; cancel transfer %lld"),
                       (long long)t->id);
    t->units -= left;
    return true;
}

/* --------------------------------------------------------------------------------- putting in */

/* What was sent and not undone, as movements that receive it. */
static bool
read_sent(struct work *w, struct box_id box, GArray *movements, GStringChunk *texts, GError **error)
{
    struct db_stmt *q = db_query(
        w->inventory->db, "SELECT m.expiry, m.lot, m.units FROM movement m WHERE m.tenant = :tenant"
                          " AND m.transfer = :id AND m.kind = :send AND NOT EXISTS (SELECT 1 FROM"
                          " movement u WHERE u.tenant = m.tenant AND u.reverses = m.seq)"
                          " ORDER BY m.seq");

    db_bind_int(q, "tenant", w->inventory->tenant);
    db_bind_int(q, "id", w->transfer->id);
    db_bind_int(q, "send", MOVEMENT_SEND);
    while (db_row(q)) {
        struct movement m = {.kind = MOVEMENT_RECEIVE,
                             .box = box,
                             .expiry = {(int32_t)db_int(q, 0)},
                             .lot = g_string_chunk_insert_const(texts, db_text(q, 1)),
                             .units = (int32_t)db_int(q, 2)};

        g_array_append_val(movements, m);
    }
    return db_done(q, error);
}

static bool
put_in(struct work *w, struct box_id box, GError **error)
{
    g_autoptr(GArray) movements = g_array_new(FALSE, FALSE, sizeof(struct movement));
    GStringChunk *texts = g_string_chunk_new(256);
    bool ok = read_sent(w, box, movements, texts, error);

    w->transfer->units = 0;
    for (guint i = 0; ok && i < movements->len; i++) {
        struct movement *m = &g_array_index(movements, struct movement, i);

        w->transfer->units += m->units;
        ok = post(w, m, error);
    }
    g_string_chunk_free(texts);
    return ok;
}

static bool
deliver(struct work *w, GError **error)
{
    struct box *to = NULL;
    bool ok = box_by_id(w->inventory, w->transfer->to, &to, error);

    if (ok && to->retired)
        ok = err_set(error, ERR_REFUSED,
                     _("the box %s is out of service: cancel the transfer and bring it back"),
                     to->name);
    box_free(to);
    if (!ok || !put_in(w, w->transfer->to, error))
        return false;
    return w->transfer->units > 0 ||
           err_set(error, ERR_REFUSED,
                   _("what was taken out was put back by an undo: cancel transfer %lld"),
                   (long long)w->transfer->id);
}

/* What it was proposed for stays on record where nothing of it moved. */
static bool
bring_back(struct work *w, GError **error)
{
    int32_t planned = w->transfer->units;

    if (w->transfer->state != TRANSFER_CARRIED)
        return true;
    if (!put_in(w, w->transfer->from, error))
        return false;
    w->transfer->units = planned;
    return true;
}

/* --------------------------------------------------------------------------------------- steps */

static bool
move(struct work *w, enum step step, GError **error)
{
    switch (step) {
    case STEP_CARRY: return take_out(w, error);
    case STEP_DELIVER: return deliver(w, error);
    case STEP_CANCEL: return bring_back(w, error);
    default: return true;
    }
}

static bool
take_step(struct inventory *inventory, int64_t id, enum step step, const struct transfer_step *how,
          struct transfer **transfer, GError **error)
{
    struct work w = {.inventory = inventory, .step = how};
    bool ok;

    *transfer = NULL;
    if (!ledger_begin(inventory, error))
        return false;
    ok = transfer_by_id(inventory, id, &w.transfer, error);
    if (ok && (steps[step].from & IN(w.transfer->state)) == 0)
        ok = refuse(w.transfer, error);
    ok = ok && move(&w, step, error) && write_state(&w, step, error);
    ok = ledger_end(inventory, ok, error);
    if (ok)
        *transfer = w.transfer;
    else
        transfer_free(w.transfer);
    return ok;
}

bool
transfer_accept(struct inventory *inventory, int64_t id, const struct transfer_step *step,
                struct transfer **transfer, GError **error)
{
    return take_step(inventory, id, STEP_ACCEPT, step, transfer, error);
}

bool
transfer_carry(struct inventory *inventory, int64_t id, const struct transfer_step *step,
               struct transfer **transfer, GError **error)
{
    return take_step(inventory, id, STEP_CARRY, step, transfer, error);
}

bool
transfer_deliver(struct inventory *inventory, int64_t id, const struct transfer_step *step,
                 struct transfer **transfer, GError **error)
{
    return take_step(inventory, id, STEP_DELIVER, step, transfer, error);
}

bool
transfer_cancel(struct inventory *inventory, int64_t id, const struct transfer_step *step,
                struct transfer **transfer, GError **error)
{
    return take_step(inventory, id, STEP_CANCEL, step, transfer, error);
}
