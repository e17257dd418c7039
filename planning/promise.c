#include "planning/promise.h"

#include "base/words.h"
#include "inventory/recall.h"
#include "planning/draft.h"
#include "planning/spare.h"

/* How much the box can give instead. */
static bool
refuse(struct inventory *inventory, const struct transfer *t, int32_t can, GError **error)
{
    struct box *box = NULL;
    struct drug *drug = NULL;
    g_autofree char *wanted = NULL, *most = NULL;
    bool recalled = false;

    if (!recall_holds(inventory, t->drug, t->lot, &recalled, error) ||
        !box_by_id(inventory, t->from, &box, error) ||
        !drug_by_id(inventory, t->drug, &drug, error)) {
        box_free(box);
        return false;
    }
    wanted = drug_amount(drug, t->units);
    most = drug_amount(drug, can);
    if (can > 0)
        err_set(error, ERR_REFUSED,
                _("%s can give %s of it at most to transfer %lld, not %s: the rest is promised to "
                  "others, or it is to keep it"),
                box->name, most, (long long)t->id, wanted);
    else if (recalled)
        err_set(error, ERR_REFUSED,
                _("%s has nothing to give to transfer %lld but what was recalled: cancel it, and "
                  "discard that"),
                box->name, (long long)t->id);
    else
        err_set(error, ERR_REFUSED,
                _("%s has nothing of it left to give to transfer %lld: all is promised to others, "
                  "or it is to keep it"),
                box->name, (long long)t->id);
    if (can > 0 || !recalled)
        err_next(error, ERR_NEXT_ALL);
    box_free(box);
    drug_free(drug);
    return false;
}

bool
promise_accept(struct inventory *inventory, int64_t id, const struct transfer_step *step,
               struct transfer **transfer, GError **error)
{
    struct transfer *t = NULL;
    int32_t can = 0;
    bool ok = transfer_by_id(inventory, id, &t, error);

    *transfer = NULL;
    if (ok && t->state == TRANSFER_PROPOSED)
        ok = spare_promise(inventory, t, false, step->now, &can, error) &&
             (t->units <= can || refuse(inventory, t, can, error));
    transfer_free(t);
    return ok && transfer_accept(inventory, id, step, transfer, error);
}

bool
promise_change(struct inventory *inventory, int64_t id, int32_t units,
               const struct transfer_step *step, struct transfer **transfer, GError **error)
{
    struct transfer *t = NULL;
    g_autofree char *figures = NULL;
    int32_t can = 0;
    bool ok = transfer_by_id(inventory, id, &t, error);

    *transfer = NULL;
    if (ok)
        figures = draft_changed(t);
    if (ok && units > t->units) {
        t->units = units;
        ok = spare_promise(inventory, t, true, step->now, &can, error) &&
             (units <= can || refuse(inventory, t, can, error));
    }
    transfer_free(t);
    return ok && transfer_change(inventory, id, units, figures, step, transfer, error);
}
