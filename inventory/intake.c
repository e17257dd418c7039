#include "inventory/intake.h"

#include "base/limits.h"
#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/recall.h"
#include "inventory/resolve.h"
#include "inventory/setting.h"

/* A gift, what it is of, and what day it is. */
struct intake {
    struct inventory *inventory;
    const struct booking *gift;
    const struct box *box;
    const struct drug *drug;
    struct day today;
    enum rule *rule;
};

static bool
setting(const struct intake *in, const char *key, int32_t *value, GError **error)
{
    return setting_number(in->inventory, key, in->box->area, in->box->id, value, error);
}

static bool
check_retired(const struct intake *in, GError **error)
{
    if (in->box->retired)
        return rule_refuse(error, in->rule, RULE_BOX_RETIRED,
                           _("the box %s is out of service; bring the medicine to another box"),
                           in->box->name);
    if (in->drug->retired)
        return rule_refuse(error, in->rule, RULE_DRUG_RETIRED,
                           _("%s is no longer accepted in the boxes"), in->drug->name);
    return true;
}

static bool
check_class(const struct intake *in, GError **error)
{
    int32_t allowed = 0;

    if (in->drug->class != DRUG_PRESCRIPTION)
        return true;
    if (!setting(in, "intake.prescription", &allowed, error))
        return false;
    return allowed != 0 ||
           rule_refuse(
               error, in->rule, RULE_PRESCRIPTION,
               _("%s is a prescription medicine, which a share box may not hold; hand it to "
                 "a pharmacy that takes back medicine"),
               in->drug->name);
}

static bool
check_cold_chain(const struct intake *in, GError **error)
{
    int32_t allowed = 0;

    if (!in->drug->cold_chain)
        return true;
    if (!setting(in, "intake.cold-chain", &allowed, error))
        return false;
    return allowed != 0 ||
           rule_refuse(error, in->rule, RULE_COLD_CHAIN,
                       _("%s must be kept in a fridge, and a box has none"), in->drug->name);
}

bool
intake_check_expiry(struct inventory *inventory, const struct box *box, const struct drug *drug,
                    struct day expiry, struct day today, GError **error)
{
    char date[DAY_TEXT_SIZE];
    int32_t required = 0;

    if (expiry.n == DAY_NEVER.n)
        return drug->undated ||
               (setting_number(inventory, "intake.expiry-required", box->area, box->id, &required,
                               error) &&
                (required == 0 || err_set(error, ERR_INPUT,
                                          _("%s does expire: read the date on the pack and give "
                                            "it, for example 2027-03"),
                                          drug->name)));
    return expiry.n <= today.n + LIMIT_EXPIRY ||
           err_set(error, ERR_INPUT,
                   _("no medicine is good until %s, more than %d years ahead; read the date on "
                     "the pack again"),
                   day_format(expiry, date), LIMIT_EXPIRY / 365);
}

static bool
check_expiry(const struct intake *in, GError **error)
{
    int32_t required = 0, days_left = 0;
    char date[DAY_TEXT_SIZE];
    struct day expiry = in->gift->expiry;

    if (!intake_check_expiry(in->inventory, in->box, in->drug, expiry, in->today, error))
        return false;
    if (expiry.n == DAY_NEVER.n)
        return true;
    if (expiry.n == DAY_NONE.n)
        return setting(in, "intake.expiry-required", &required, error) &&
               (required == 0 ||
                rule_refuse(error, in->rule, RULE_NO_EXPIRY,
                            _("the expiry date is missing; read it on the pack and "
                              "give it, for example 2027-03")));
    if (expiry.n < in->today.n)
        return rule_refuse(error, in->rule, RULE_EXPIRED, _("it expired on %s"),
                           day_format(expiry, date));
    if (!setting(in, "intake.days-left", &days_left, error))
        return false;
    return expiry.n - in->today.n >= days_left ||
           rule_refuse(error, in->rule, RULE_EXPIRES_SOON,
                       words_plural("it expires on %s, in %d day; at least %d days must be left",
                                    "it expires on %s, in %d days; at least %d days must be left",
                                    expiry.n - in->today.n),
                       day_format(expiry, date), (int)(expiry.n - in->today.n), (int)days_left);
}

static bool
check_lot(const struct intake *in, GError **error)
{
    int32_t required = 0;

    if (in->gift->lot != NULL && in->gift->lot[0] != '\0')
        return true;
    if (!setting(in, "intake.lot-required", &required, error))
        return false;
    return required == 0 || rule_refuse(error, in->rule, RULE_NO_LOT,
                                        _("the batch number is missing; read it on the pack"));
}

/* Loose units of a sealed form are whole blisters, sachets, patches; of any other form they come out
 * of an opened bottle or tube. */
static bool
check_opened(const struct intake *in, GError **error)
{
    const struct drug_form *form = drug_form_find(in->drug->form);
    bool sealed = form != NULL && form->sealed_units;
    bool part = in->gift->units % in->drug->pack_units != 0;
    int32_t allowed = 0;

    if (sealed || (!in->gift->opened && !part))
        return true;
    if (!setting(in, "intake.opened-liquid", &allowed, error))
        return false;
    return allowed != 0 || rule_refuse(error, in->rule, RULE_OPENED,
                                       _("an opened pack of %s can't be accepted; only whole, "
                                         "unopened packs (%d each)"),
                                       in->drug->name, (int)in->drug->pack_units);
}

static bool
check_recall(const struct intake *in, GError **error)
{
    bool recalled = false;

    if (!recall_holds(in->inventory, in->drug->id, in->gift->lot, &recalled, error))
        return false;
    return !recalled || rule_refuse(error, in->rule, RULE_RECALLED,
                                    _("this medicine is recalled: it may not be given out; keep it "
                                      "apart and tell the secretary"));
}

static bool
check_pack(const struct intake *in, GError **error)
{
    struct resolve_pack found;
    bool missing = false, ok;

    if (in->gift->pack == NULL)
        return true;
    if (!resolve_pack(in->inventory, in->gift->pack, &found, error))
        return false;
    ok = found.box.n == 0 || resolve_pack_missing(in->inventory, &found, &missing, error);
    ok = ok && (found.box.n == 0 || missing ||
                rule_refuse(
                    error, in->rule, RULE_PACK_HERE,
                    found.box.n == in->box->id.n
                        ? _("this very pack is in the box already; it is not counted twice")
                        : _("this very pack is booked into another box; book it out there first")));
    g_free(found.lot);
    return ok;
}

bool
intake_check(struct inventory *inventory, const struct booking *gift, const struct box *box,
             const struct drug *drug, enum rule *rule, GError **error)
{
    static bool (*const checks[])(const struct intake *, GError **) = {
        check_retired, check_class,  check_cold_chain, check_expiry,
        check_lot,     check_opened, check_recall,     check_pack,
    };
    struct intake in = {
        .inventory = inventory,
        .gift = gift,
        .box = box,
        .drug = drug,
        .today = inventory_day(inventory, gift->now),
        .rule = rule,
    };

    for (size_t i = 0; i < G_N_ELEMENTS(checks); i++)
        if (!checks[i](&in, error))
            return false;
    return true;
}
