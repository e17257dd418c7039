#include "inventory/carry.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/lot.h"
#include "inventory/posting.h"
#include "inventory/resolve.h"
#include "inventory/stock.h"
#include "inventory/transfer_work.h"

/* A carrying under way. */
struct work {
    struct inventory *inventory;
    struct carry carry; /* its gaps are filled in as more becomes known */
    struct carry_result *result;
    struct box *box;
    struct drug *drug;
    char *lot; /* the one scanned, as it is kept */
    struct resolve_pack pack;
    GPtrArray *here; /* struct transfer *: open ones that touch the box */
    int32_t fetched; /* base units that came out of the box now */
    bool other;      /* the uid is known, but of something else */
};

static void
line_free(gpointer data)
{
    struct carry_line *line = data;

    g_free(line->lot);
    g_free(line);
}

void
carry_result_clear(struct carry_result *result)
{
    g_clear_pointer(&result->lines, g_ptr_array_unref);
}

static bool
is_of_drug(const struct work *w, const struct transfer *t)
{
    return t->drug.n == w->carry.drug.n;
}

/* Units of a transfer that are still to come out of this box, or to go into it now. */
static int32_t
to_fetch(const struct work *w, const struct transfer *t)
{
    return is_of_drug(w, t) && t->from.n == w->carry.box.n ? t->units - t->sent : 0;
}

static int32_t
to_put(const struct work *w, const struct transfer *t)
{
    return is_of_drug(w, t) && t->to.n == w->carry.box.n ? t->sent - t->received : 0;
}

static int32_t
to_do(const struct work *w, const struct transfer *t)
{
    return w->result->puts ? to_put(w, t) : to_fetch(w, t);
}

static int64_t
all_to_do(const struct work *w)
{
    int64_t sum = 0;

    for (guint i = 0; i < w->here->len; i++)
        sum += MAX(to_do(w, w->here->pdata[i]), 0);
    return sum;
}

/* ------------------------------------------------------------------------------------- refusals */

static void
append_name(GString *list, const char *name)
{
    g_string_append_printf(list, "%s%s", list->len > 0 ? _(", ") : "", name);
}

#define NAMES 5 /* in a sentence, at most */

/* Boxes at which something is still to be done, for who stands at another. */
static bool
refuse_box(const struct work *w, GError **error)
{
    struct transfer_filter filter = {.walk = w->carry.walk};
    g_autoptr(GPtrArray) open = NULL;
    g_autoptr(GHashTable) said = g_hash_table_new(NULL, NULL);
    g_autoptr(GString) names = g_string_new(NULL);

    if (!transfer_find(w->inventory, &filter, &open, error))
        return false;
    for (guint i = 0; i < 2 * open->len && g_hash_table_size(said) < NAMES; i++) {
        const struct transfer *t = open->pdata[i / 2];
        struct box_id id = i % 2 == 0 ? t->from : t->to;
        bool waits = i % 2 == 0 ? t->sent < t->units : t->received < t->sent;
        struct box *box = NULL;

        if (waits && g_hash_table_add(said, GSIZE_TO_POINTER((gsize)id.n)) &&
            box_by_id(w->inventory, id, &box, NULL))
            append_name(names, box->name);
        box_free(box);
    }
    if (names->len == 0)
        return err_set(error, ERR_REFUSED, _("nothing is left to be carried")) ||
               err_next(error, ERR_NEXT_PLAN);
    return err_set(error, ERR_REFUSED, _("nothing is to be carried from or to this box; go to: %s"),
                   names->str);
}

/* Medicines that have to do with this box, for who holds another. */
static bool
refuse_drug(const struct work *w, GError **error)
{
    g_autoptr(GHashTable) said = g_hash_table_new(NULL, NULL);
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < w->here->len && g_hash_table_size(said) < NAMES; i++) {
        const struct transfer *t = w->here->pdata[i];
        bool fetched = t->from.n == w->carry.box.n;
        bool waits = fetched ? t->sent < t->units : t->received < t->sent;
        struct drug *drug = NULL;

        if (waits && g_hash_table_add(said, GSIZE_TO_POINTER((gsize)t->drug.n)) &&
            drug_by_id(w->inventory, t->drug, &drug, NULL)) {
            g_autofree char *title = drug_title(drug);

            append_name(names, title);
        }
        drug_free(drug);
    }
    if (names->len == 0)
        return refuse_box(w, error);
    return err_set(error, ERR_REFUSED,
                   _("it is not to be carried from or to this box; here it is: %s"), names->str);
}

/* Nothing of it is to be done here: why. */
static bool
refuse(const struct work *w, GError **error)
{
    for (guint i = 0; i < w->here->len; i++) {
        const struct transfer *t = w->here->pdata[i];
        struct box *from = NULL;
        bool ok;

        if (!is_of_drug(w, t))
            continue;
        if (t->from.n == w->carry.box.n)
            return err_set(error, ERR_REFUSED,
                           _("all that is to be carried of it is out already: put this one back"));
        if (!box_by_id(w->inventory, t->from, &from, error))
            return false;
        ok = err_set(error, ERR_REFUSED, _("none of it is on the way: take it out of %s first"),
                     from->name);
        box_free(from);
        return ok;
    }
    return w->here->len == 0 ? refuse_box(w, error) : refuse_drug(w, error);
}

static bool
refuse_excess(const struct work *w, int64_t wanted, GError **error)
{
    g_autofree char *left = drug_amount(w->drug, wanted);

    return w->result->puts
               ? err_set(error, ERR_REFUSED, _("only %s of it are on the way here"), left)
               : err_set(error, ERR_REFUSED, _("only %s of it must still come out of this box"),
                         left);
}

/* What may go of it is less than the transfers want: the rest is the box's. */
static bool
refuse_kept(const struct work *w, int64_t wanted, GError **error)
{
    g_autofree char *some = drug_amount(w->drug, wanted);

    return (wanted == 0
                ? err_set(error, ERR_REFUSED,
                          _("the box has nothing of it above what it is to keep: put this "
                            "one back, or have it carried on purpose"))
                : err_set(error, ERR_REFUSED,
                          _("only %s of it may go, the rest is what the box is to keep: put "
                            "this one back, or have it carried on purpose"),
                          some)) ||
           err_next(error, ERR_NEXT_ALL);
}

static bool
refuse_stock(const struct work *w, int32_t there, GError **error)
{
    g_autofree char *amount = drug_amount(w->drug, there);

    return err_set(error, ERR_REFUSED,
                   _("by the ledger the box has only %s of it that may go: look whether it is "
                     "expired or recalled, otherwise count the box"),
                   amount);
}

/* ------------------------------------------------------------------------------------- booking */

static bool
post(struct work *w, const struct transfer *t, struct day expiry, const char *lot, const char *pack,
     int32_t units, GError **error)
{
    bool repeated = false;
    struct carry_line *line;
    struct movement m = {
        .uid = uuid_nth(w->carry.uid, w->result->lines->len),
        .at = w->carry.now,
        .kind = w->result->puts ? MOVEMENT_RECEIVE : MOVEMENT_SEND,
        .box = w->carry.box,
        .drug = w->carry.drug,
        .expiry = expiry,
        .lot = lot,
        .units = units,
        .pack = pack,
        .person = w->carry.person,
        .transfer = t->id,
    };

    if (!ledger_post(w->inventory, &m, &repeated, error))
        return false;
    line = g_new(struct carry_line, 1);
    *line = (struct carry_line){.seq = w->carry.dry_run ? 0 : m.seq,
                                .transfer = t->id,
                                .other = w->result->puts ? t->from : t->to,
                                .expiry = expiry,
                                .lot = g_strdup(lot),
                                .units = units};
    g_ptr_array_add(w->result->lines, line);
    return true;
}

/* How well a lot is the one in the hand: 0 best. The scanned one, then the planned one. */
static int
rank(const struct work *w, const struct transfer *t, struct day expiry, const char *lot)
{
    bool told = w->carry.expiry.n != DAY_NONE.n || w->carry.lot != NULL;

    if (told && (w->carry.expiry.n == DAY_NONE.n || w->carry.expiry.n == expiry.n) &&
        (w->carry.lot == NULL || strcmp(w->carry.lot, lot) == 0))
        return 0;
    return t->expiry.n == expiry.n && strcmp(t->lot, lot) == 0 ? 1 : 2;
}
#define RANKS 3

static const char *
pack_of(const struct work *w)
{
    return w->result->lines->len == 0 ? w->carry.pack : NULL;
}

/* So much of it out of this box. */
static bool
fetch(struct work *w, const struct transfer *t, int32_t units, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    struct day today = inventory_day(w->inventory, w->carry.now);
    int32_t left = units;

    if (!stock_lots(w->inventory, w->carry.box, w->carry.drug, &lots, error))
        return false;
    for (int best = 0; best < RANKS; best++)
        for (guint i = 0; left > 0 && i < lots->len; i++) {
            const struct stock_lot *lot = lots->pdata[i];
            int32_t some = MIN(lot->units, left);

            if (lot->recalled || lot->expiry.n < today.n ||
                rank(w, t, lot->expiry, lot->lot) != best)
                continue;
            if (!post(w, t, lot->expiry, lot->lot, pack_of(w), some, error))
                return false;
            left -= some;
        }
    return left == 0 || refuse_stock(w, units - left, error);
}

/* So much of what is on the way into this box. */
static bool
put(struct work *w, const struct transfer *t, int32_t units, GError **error)
{
    g_autoptr(GArray) parcels = NULL;
    struct day today = inventory_day(w->inventory, w->carry.now);
    bool told = w->carry.expiry.n != DAY_NONE.n || w->carry.lot != NULL, spoiled = false;
    int32_t left = units;

    if (!transfer_on_way(w->inventory, t, today, &parcels, error))
        return false;
    for (int best = 0; best < RANKS + 1; best++)
        for (guint i = 0; left > 0 && i < parcels->len; i++) {
            struct transfer_parcel *p = &g_array_index(parcels, struct transfer_parcel, i);
            bool same = w->carry.pack != NULL && g_strcmp0(p->pack, w->carry.pack) == 0;
            int32_t some = MIN(p->units, left);

            if (p->units == 0 || (same ? 0 : 1 + rank(w, t, p->expiry, p->lot)) != best)
                continue;
            if (p->spoiled && told && best <= 1)
                return transfer_refuse_spoiled(t, error);
            if (p->spoiled) {
                spoiled = true;
                continue;
            }
            if (!post(w, t, p->expiry, p->lot, pack_of(w), some, error))
                return false;
            p->units -= some;
            left -= some;
        }
    if (left > 0 && spoiled)
        return transfer_refuse_spoiled(t, error);
    return left == 0 || refuse_excess(w, units - left, error);
}

/* Shares what is in the hand out to the transfers that want it, in their order. */
static bool
share_out(struct work *w, GError **error)
{
    struct transfer_step step = {.now = w->carry.now, .person = w->carry.person};
    int32_t left = w->carry.units;

    for (guint i = 0; left > 0 && i < w->here->len; i++) {
        struct transfer *t = w->here->pdata[i];
        int32_t units = MIN(to_do(w, t), left);

        if (units <= 0)
            continue;
        w->fetched += w->result->puts ? 0 : units;
        if (!(w->result->puts ? put(w, t, units, error) : fetch(w, t, units, error)) ||
            !transfer_settle(w->inventory, (struct transfer **)&w->here->pdata[i], &step, error))
            return false;
        left -= units;
    }
    return true;
}

/* ------------------------------------------------------------------------------------- checking */

/* A very pack that the ledger knows says what it is and where it lies. */
static bool
locate_pack(struct work *w, GError **error)
{
    if (w->carry.pack == NULL)
        return true;
    if (!resolve_pack(w->inventory, w->carry.pack, &w->pack, error))
        return false;
    if (w->pack.lot == NULL)
        return true;
    if (!w->result->puts && w->pack.box.n != w->carry.box.n)
        return err_set(error, ERR_REFUSED, "%s",
                       w->pack.box.n == 0
                           ? _("this very pack is booked out already")
                           : _("this very pack is booked into another box; scan that box's label "
                               "first"));
    if (w->result->puts && w->pack.box.n == w->carry.box.n)
        return err_set(error, ERR_REFUSED, _("this very pack is in the box already"));
    w->carry.expiry = w->pack.expiry;
    w->carry.lot = w->pack.lot;
    return true;
}

/* Of what is to come out, so much the box is to keep. */
static int64_t
kept_of(const struct work *w, int64_t wanted)
{
    bool keeps = !w->result->puts && w->carry.most != NULL;

    return keeps ? MAX(wanted - (*w->carry.most - w->fetched), 0) : 0;
}

static bool
check(struct work *w, GError **error)
{
    int64_t wanted, kept;

    for (guint i = 0; i < w->here->len && !w->result->puts; i++)
        w->result->puts = to_put(w, w->here->pdata[i]) > 0;
    wanted = all_to_do(w);
    if (wanted == 0)
        return refuse(w, error);
    if (w->result->puts && w->box->retired)
        return err_set(error, ERR_REFUSED,
                       _("the box %s is out of service: cancel the transfer and bring it back"),
                       w->box->name);
    kept = MIN(kept_of(w, wanted), wanted);
    wanted -= kept;
    if (wanted == 0 || w->carry.units - wanted >= MAX(w->carry.pack_units, 1))
        return kept > 0 ? refuse_kept(w, wanted, error) : refuse_excess(w, wanted, error);
    w->carry.units = (int32_t)MIN(w->carry.units, wanted);
    return locate_pack(w, error);
}

/* ------------------------------------------------------------------------- booked before by this id */

static bool
note_repeated_line(const struct movement *m, int64_t undone_by, void *data)
{
    struct work *w = data;
    struct carry_line *line = g_new(struct carry_line, 1);

    (void)undone_by;
    w->other = w->other || m->box.n != w->carry.box.n || m->drug.n != w->carry.drug.n ||
               (m->kind != MOVEMENT_SEND && m->kind != MOVEMENT_RECEIVE);
    w->result->puts = m->kind == MOVEMENT_RECEIVE;
    *line = (struct carry_line){.seq = m->seq,
                                .transfer = m->transfer,
                                .expiry = m->expiry,
                                .lot = g_strdup(m->lot),
                                .units = m->units};
    g_ptr_array_add(w->result->lines, line);
    return false;
}

static bool
find_repeated(struct work *w, GError **error)
{
    for (uint32_t n = 0;; n++) {
        struct uuid uid = uuid_nth(w->carry.uid, n);
        struct ledger_filter filter = {.after_seq = 0};
        int64_t seq = 0;

        if (!ledger_find(w->inventory, &uid, &seq, error))
            return false;
        if (seq == 0)
            return !w->other || posting_refuse_other(error);
        w->result->repeated = true;
        filter.after_seq = seq - 1;
        if (!ledger_list(w->inventory, &filter, note_repeated_line, w, error))
            return false;
    }
}

static bool
run(struct work *w, GError **error)
{
    struct transfer_filter filter = {.walk = w->carry.walk, .box = w->carry.box};

    if (!find_repeated(w, error) || !box_by_id(w->inventory, w->carry.box, &w->box, error) ||
        !drug_by_id(w->inventory, w->carry.drug, &w->drug, error) ||
        !transfer_find(w->inventory, &filter, &w->here, error))
        return false;
    if (!w->result->repeated && (!check(w, error) || !share_out(w, error)))
        return false;
    w->result->left = all_to_do(w);
    if (!w->result->repeated)
        w->result->stays = MIN(kept_of(w, w->result->left), w->result->left);
    w->result->left -= w->result->stays;
    return stock_units(w->inventory, w->carry.box, w->carry.drug, &w->result->total, error);
}

bool
carry_post(struct inventory *inventory, const struct carry *carry, struct carry_result *result,
           GError **error)
{
    struct work w = {.inventory = inventory, .carry = *carry, .result = result};
    bool ok;

    *result = (struct carry_result){.lines = g_ptr_array_new_with_free_func(line_free)};
    if (carry->lot != NULL && (w.lot = lot_normal(carry->lot, error)) == NULL)
        return false;
    w.carry.lot = w.lot;
    ok = ledger_begin(inventory, error);
    if (ok) {
        ok = run(&w, error);
        if (carry->dry_run)
            ledger_end(inventory, false, NULL);
        else
            ok = ledger_end(inventory, ok, error) && ok;
    }
    box_free(w.box);
    drug_free(w.drug);
    g_free(w.lot);
    g_free(w.pack.lot);
    if (w.here != NULL)
        g_ptr_array_unref(w.here);
    return ok;
}
