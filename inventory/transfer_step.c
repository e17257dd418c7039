#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/recall.h"
#include "inventory/stock.h"
#include "inventory/transfer_work.h"

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

/* ------------------------------------------------------------------------------- how it stands */

static bool
write_row(struct inventory *inventory, struct transfer *t, const struct transfer_step *step,
          GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "UPDATE transfer SET state = :state,"
                                                " units = :units, changed_at = :now,"
                                                " person = :person, figures = :figures"
                                                " WHERE tenant = :tenant AND id = :id");

    t->changed_at = step->now;
    t->person = step->person;
    db_bind_text(q, "state", transfer_state_key(t->state));
    db_bind_int(q, "units", t->units);
    db_bind_text(q, "figures", t->figures);
    db_bind_int(q, "now", t->changed_at);
    if (t->person != 0)
        db_bind_int(q, "person", t->person);
    else
        db_bind_null(q, "person");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", t->id);
    return db_run(q, error);
}

/* By what its movements add up to. What was taken out of a proposal was agreed to. */
static enum transfer_state
state_of(const struct transfer *t)
{
    if (t->state == TRANSFER_CANCELLED)
        return t->state;
    if (t->received >= t->units)
        return TRANSFER_DONE;
    if (t->sent > 0)
        return TRANSFER_CARRIED;
    return t->state == TRANSFER_PROPOSED ? t->state : TRANSFER_ACCEPTED;
}

bool
transfer_settle(struct inventory *inventory, struct transfer **t, const struct transfer_step *step,
                GError **error)
{
    int64_t id = (*t)->id;

    g_clear_pointer(t, transfer_free);
    if (!transfer_by_id(inventory, id, t, error))
        return false;
    (*t)->state = state_of(*t);
    return write_row(inventory, *t, step, error);
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
    int32_t wanted = t->units - t->sent, stays = 0, left;

    if (w->step->most > 0 && w->step->most < wanted)
        stays = wanted - w->step->most;
    left = wanted -= stays;
    if (!stock_lots(w->inventory, t->from, t->drug, &lots, error) ||
        !send_lots(w, lots, &left, error))
        return false;
    if (left == wanted)
        return err_set(error, ERR_REFUSED,
                       _("nothing of it is left in the box that could go; cancel transfer %lld"),
                       (long long)t->id);
    t->units -= left + stays; /* less is there: that is all that goes */
    return true;
}

/* --------------------------------------------------------------------------------- putting in */

static void
parcel_clear(gpointer data)
{
    struct transfer_parcel *parcel = data;

    g_free(parcel->lot);
    g_free(parcel->pack);
}

static bool
is_of_lot(const struct transfer_parcel *a, const struct transfer_parcel *b)
{
    return a->expiry.n == b->expiry.n && strcmp(a->lot, b->lot) == 0;
}

/* Adds what was taken out, to another of its batch where neither has a name of its own. */
static void
put_on(GArray *parcels, struct transfer_parcel *sent)
{
    for (guint i = 0; sent->pack == NULL && i < parcels->len; i++) {
        struct transfer_parcel *parcel = &g_array_index(parcels, struct transfer_parcel, i);

        if (parcel->pack == NULL && is_of_lot(parcel, sent)) {
            parcel->units += sent->units;
            parcel_clear(sent);
            return;
        }
    }
    g_array_append_vals(parcels, sent, 1);
}

/* Takes what arrived off the parcels: of that very pack, then of those without a name, then of any. */
static void
take_off(GArray *parcels, struct transfer_parcel *arrived)
{
    for (int round = 0; round < 3; round++)
        for (guint i = 0; arrived->units > 0 && i < parcels->len; i++) {
            struct transfer_parcel *parcel = &g_array_index(parcels, struct transfer_parcel, i);
            bool fits = round == 0   ? g_strcmp0(parcel->pack, arrived->pack) == 0
                        : round == 1 ? parcel->pack == NULL
                                     : true;
            int32_t units = MIN(parcel->units, arrived->units);

            if (!fits || !is_of_lot(parcel, arrived))
                continue;
            parcel->units -= units;
            arrived->units -= units;
        }
    parcel_clear(arrived);
}

static void
drop_empty(GArray *parcels)
{
    for (guint i = parcels->len; i > 0; i--)
        if (g_array_index(parcels, struct transfer_parcel, i - 1).units == 0)
            g_array_remove_index(parcels, i - 1);
}

static bool
mark_spoiled(struct inventory *inventory, struct drug_id drug, struct day today, GArray *parcels,
             GError **error)
{
    bool ok = true;

    for (guint i = 0; ok && i < parcels->len; i++) {
        struct transfer_parcel *parcel = &g_array_index(parcels, struct transfer_parcel, i);

        ok = recall_holds(inventory, drug, parcel->lot, &parcel->spoiled, error);
        parcel->spoiled = parcel->spoiled || parcel->expiry.n < today.n;
    }
    return ok;
}

bool
transfer_on_way(struct inventory *inventory, const struct transfer *t, struct day today,
                GArray **parcels, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT m.expiry, m.lot, m.pack, m.units, m.kind FROM movement m"
                       " WHERE m.tenant = :tenant AND m.transfer = :id AND NOT EXISTS (SELECT 1"
                       "  FROM movement u WHERE u.tenant = m.tenant AND u.reverses = m.seq)"
                       " ORDER BY m.seq");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", t->id);
    *parcels = g_array_new(FALSE, FALSE, sizeof(struct transfer_parcel));
    g_array_set_clear_func(*parcels, parcel_clear);
    while (db_row(q)) {
        struct transfer_parcel parcel = {
            .expiry = {(int32_t)db_int(q, 0)},
            .lot = g_strdup(db_text(q, 1)),
            .pack = db_is_null(q, 2) ? NULL : g_strdup(db_text(q, 2)),
            .units = (int32_t)db_int(q, 3),
        };

        if (db_int(q, 4) == MOVEMENT_SEND)
            put_on(*parcels, &parcel);
        else
            take_off(*parcels, &parcel);
    }
    drop_empty(*parcels);
    if (db_done(q, error) && mark_spoiled(inventory, t->drug, today, *parcels, error))
        return true;
    g_clear_pointer(parcels, g_array_unref);
    return false;
}

bool
transfer_refuse_spoiled(const struct transfer *t, GError **error)
{
    return err_set(error, ERR_REFUSED,
                   _("it expired or was recalled on the way and must not go into a box: cancel "
                     "transfer %lld, which books it back into the box it came from, and discard it "
                     "there"),
                   (long long)t->id);
}

static bool
put_in(struct work *w, struct box_id box, bool spoiled_too, GError **error)
{
    g_autoptr(GArray) parcels = NULL;
    struct day today = inventory_day(w->inventory, w->step->now);
    bool ok = transfer_on_way(w->inventory, w->transfer, today, &parcels, error);

    for (guint i = 0; ok && i < parcels->len; i++) {
        const struct transfer_parcel *parcel = &g_array_index(parcels, struct transfer_parcel, i);
        struct movement m = {.kind = MOVEMENT_RECEIVE,
                             .box = box,
                             .expiry = parcel->expiry,
                             .lot = parcel->lot,
                             .pack = parcel->pack,
                             .units = parcel->units};

        if (spoiled_too || !parcel->spoiled)
            ok = post(w, &m, error);
    }
    return ok && (w->posted > 0 || transfer_refuse_spoiled(w->transfer, error));
}

bool
transfer_left(struct inventory *inventory, const struct transfer *t, int64_t now, int64_t promised,
              struct transfer_left *left, GError **error)
{
    g_autoptr(GArray) parcels = NULL;
    struct day today = inventory_day(inventory, now);
    int64_t there = 0, usable = 0, wanted = MAX(t->units - t->sent, 0);

    *left = (struct transfer_left){0};
    if (!stock_of_drug(inventory, t->from, t->drug, today, &there, &usable, error) ||
        (t->sent > t->received && !transfer_on_way(inventory, t, today, &parcels, error)))
        return false;
    left->take = (int32_t)MIN(wanted, MAX(usable - promised, 0));
    left->spoiled = (int32_t)MIN(wanted - left->take, there - usable);
    left->gone = (int32_t)wanted - left->take - left->spoiled;
    for (guint i = 0; parcels != NULL && i < parcels->len; i++) {
        const struct transfer_parcel *parcel = &g_array_index(parcels, struct transfer_parcel, i);

        *(parcel->spoiled ? &left->spoiled : &left->put) += parcel->units;
    }
    return true;
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
    if (ok && w->transfer->sent == w->transfer->received)
        ok = err_set(error, ERR_REFUSED,
                     _("nothing of transfer %lld is on the way: carry the rest of it, or cancel "
                       "it"),
                     (long long)w->transfer->id);
    return ok && put_in(w, w->transfer->to, false, error);
}

/* What has arrived stays; what it was proposed for stays on record where nothing has. */
static bool
bring_back(struct work *w, GError **error)
{
    return w->transfer->sent == w->transfer->received || put_in(w, w->transfer->from, true, error);
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

/* The rest of what is carried in part can be taken out, too. */
static bool
may_take(const struct transfer *t, enum step step)
{
    return (steps[step].from & IN(t->state)) != 0 ||
           (step == STEP_CARRY && t->state == TRANSFER_CARRIED && t->sent < t->units);
}

/* It is what its movements say, but for an end that somebody put to it. */
static bool
finish(struct work *w, enum step step, GError **error)
{
    struct transfer *t = w->transfer;
    bool some = step == STEP_CANCEL && t->received > 0;

    t->state = some ? TRANSFER_DONE : steps[step].to;
    if (some)
        t->units = t->received;
    return write_row(w->inventory, t, w->step, error) &&
           transfer_settle(w->inventory, &w->transfer, w->step, error);
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
    if (ok && !may_take(w.transfer, step))
        ok = refuse(w.transfer, error);
    ok = ok && move(&w, step, error) && finish(&w, step, error);
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

bool
transfer_change(struct inventory *inventory, int64_t id, int32_t units, const char *figures,
                const struct transfer_step *step, struct transfer **transfer, GError **error)
{
    struct transfer *t = NULL;
    bool ok =
        field_number(_("amount"), units, 1, LIMIT_UNITS, error) && db_begin(inventory->db, error);

    *transfer = NULL;
    if (!ok)
        return false;
    ok = transfer_by_id(inventory, id, &t, error);
    if (ok && (t->state > TRANSFER_ACCEPTED || t->sent > 0))
        ok = refuse(t, error);
    if (ok) {
        t->units = units;
        g_free(t->figures);
        t->figures = g_strdup(figures);
        ok = write_row(inventory, t, step, error);
    }
    ok = db_end(inventory->db, ok, error);
    if (ok)
        *transfer = g_steal_pointer(&t);
    transfer_free(t);
    return ok;
}
