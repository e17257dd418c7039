#include "cli/scan_carry.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "cli/line.h"
#include "cli/scan_tell.h"
#include "inventory/carry.h"
#include "inventory/transfer.h"
#include "inventory/walk.h"
#include "planning/spare.h"
#include "scanner/command.h"

bool
scan_carry_read(struct scan *scan, GError **error)
{
    const char *text = face_text(scan->face, "carry");

    if (text == NULL || strcmp(text, "all") == 0 ||
        (line_entry(text, &scan->walk) && scan->walk <= COMMAND_WALK_MOST))
        return true;
    return err_set(error, ERR_INPUT,
                   _("--carry is the number of a walk or “all”, not “%s”; “medbox walk list” "
                     "lists them"),
                   text);
}

/* ---------------------------------------------------------------------------- what is to be done */

/* Base units of a transfer that are to come out of a box, or go into it now. */
static int32_t
to_do(const struct transfer *t, struct box_id box, bool puts)
{
    if (puts)
        return t->to.n == box.n ? t->sent - t->received : 0;
    return t->from.n == box.n ? t->units - t->sent : 0;
}

/* The same of the i-th one's medicine, over all of them; 0 where one before was of it. */
static int32_t
all_to_do(const GPtrArray *transfers, guint i, struct box_id box, bool puts)
{
    struct drug_id drug = ((const struct transfer *)transfers->pdata[i])->drug;
    int32_t units = 0;

    if (to_do(transfers->pdata[i], box, puts) <= 0)
        return 0;
    for (guint j = 0; j < transfers->len; j++) {
        const struct transfer *t = transfers->pdata[j];

        if (t->drug.n != drug.n || to_do(t, box, puts) <= 0)
            continue;
        if (j < i)
            return 0;
        units += to_do(t, box, puts);
    }
    return units;
}

static void
append_amount(GString *list, const struct drug *drug, int32_t units)
{
    g_autofree char *title = drug_title(drug), *amount = drug_amount(drug, units);

    g_string_append_printf(list, "%s%s %s", list->len > 0 ? _("; ") : "", title, amount);
}

/* How much of a medicine that is to come out is what the box is to keep. */
static bool
find_kept(const struct scan *scan, const struct drug *drug, int32_t units, int32_t *kept,
          GError **error)
{
    struct transfer_filter filter = {.walk = scan->walk, .box = scan->box->id};
    int32_t can = units;

    if (!face_has(scan->face, "all") &&
        !spare_at(scan->face->inventory, &filter, drug->id, scan->face->now, &can, error))
        return false;
    *kept = MAX(units - can, 0);
    return true;
}

/* "To put in: paracetamol, 2 packs; ibuprofen, 1 pack", or nothing. */
static bool
tell_tasks(struct scan *scan, const GPtrArray *transfers, bool puts, bool *any, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL), stays = g_string_new(NULL);

    for (guint i = 0; i < transfers->len; i++) {
        int32_t units = all_to_do(transfers, i, scan->box->id, puts), kept = 0;
        struct drug *drug = NULL;
        bool ok;

        if (units <= 0)
            continue;
        ok = drug_by_id(scan->face->inventory, ((const struct transfer *)transfers->pdata[i])->drug,
                        &drug, error) &&
             (puts || find_kept(scan, drug, units, &kept, error));
        if (ok && units > kept)
            append_amount(list, drug, units - kept);
        if (ok && kept > 0)
            append_amount(stays, drug, kept);
        drug_free(drug);
        if (!ok)
            return false;
    }
    *any = *any || list->len > 0 || stays->len > 0;
    if (list->len > 0)
        answer_say(scan->face->answer, puts ? _("To put in: %s.") : _("To take out: %s."),
                   list->str);
    if (stays->len > 0)
        scan_tell_stays(scan, stays->str);
    return true;
}

bool
scan_carry_tell_box(struct scan *scan, GError **error)
{
    struct transfer_filter filter = {.walk = scan->walk, .box = scan->box->id};
    g_autoptr(GPtrArray) transfers = NULL;
    bool any = false;

    if (!transfer_find(scan->face->inventory, &filter, &transfers, error) ||
        !tell_tasks(scan, transfers, true, &any, error) ||
        !tell_tasks(scan, transfers, false, &any, error))
        return false;
    if (!any)
        answer_notice(scan->face->answer, "%s",
                      _("Nothing is to be carried from or to this box now."));
    return true;
}

bool
scan_carry_tell_left(struct scan *scan, GError **error)
{
    struct transfer_filter filter = {.walk = scan->walk};
    g_autoptr(GPtrArray) transfers = NULL;
    guint waiting = 0, under_way = 0;

    if (!transfer_find(scan->face->inventory, &filter, &transfers, error))
        return false;
    for (guint i = 0; i < transfers->len; i++) {
        const struct transfer *t = transfers->pdata[i];

        under_way += t->sent > t->received;
        waiting += t->sent < t->units;
    }
    if (transfers->len == 0)
        answer_say(scan->face->answer, "%s", _("All of it is carried."));
    else
        answer_say(scan->face->answer, _("Still to be carried: %u; on the way: %u."), waiting,
                   under_way);
    return true;
}

bool
scan_carry_begin(struct scan *scan, int64_t number, bool *none, GError **error)
{
    struct walk *walk = NULL;
    GError *why = NULL;

    *none = false;
    if (number > 0 && !walk_by_id(scan->face->inventory, number, &walk, &why)) {
        *none = scan_excuse(scan, &why);
        if (*none)
            return true;
        g_propagate_error(error, why);
        return false;
    }
    scan->walk = number;
    if (walk == NULL)
        answer_say(scan->face->answer, "%s", _("Now: carrying."));
    else if (walk->carrier[0] != '\0')
        answer_say(scan->face->answer, _("Now: carrying walk %lld (%s)."), (long long)number,
                   walk->carrier);
    else
        answer_say(scan->face->answer, _("Now: carrying walk %lld."), (long long)number);
    walk_free(walk);
    return scan->box == NULL || scan_carry_tell_box(scan, error);
}

/* ----------------------------------------------------------------------------------------- packs */

static void
note_carried(struct scan *scan, const struct scan_item *item, const struct carry_result *result)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));

    for (guint i = 0; i < result->lines->len; i++)
        g_array_append_val(numbers, ((const struct carry_line *)result->lines->pdata[i])->seq);
    scan_keep(scan, item->uid, numbers, result->puts ? SCAN_IN : SCAN_OUT, item->packs);
}

bool
scan_carry_item(struct scan *scan, const struct scan_item *item, const struct drug *drug,
                GError **error)
{
    const struct resolved *is = &item->resolved;
    bool told = is->lot[0] != '\0' || is->expiry.n != DAY_NONE.n;
    struct carry carry = {
        .uid = item->uid,
        .now = scan->face->now,
        .person = scan->face->person,
        .walk = scan->walk,
        .box = scan->box->id,
        .drug = is->drug,
        .units = is->units * item->packs,
        .pack_units = is->units,
        .expiry = told ? is->expiry : item->expiry,
        .lot = is->lot[0] != '\0' ? is->lot : item->lot,
        .pack = item->code->pack[0] != '\0' && item->packs == 1 ? item->code->pack : NULL,
        .dry_run = face_has(scan->face, "dry-run"),
    };
    struct carry_result result = {.lines = NULL};
    bool ok;

    if (item->packs > LIMIT_UNITS / MAX(is->units, 1))
        return err_set(error, ERR_INPUT, _("%d packs are too many for one booking"), item->packs);
    ok = (face_has(scan->face, "all") ? carry_post : spare_post)(scan->face->inventory, &carry,
                                                                 &result, error);
    if (ok) {
        scan_tell_carried(scan, item, drug, &result);
        if (!carry.dry_run && !result.repeated)
            note_carried(scan, item, &result);
        scan->codes++;
    } else {
        g_autofree char *title = drug_title(drug);

        g_prefix_error(error, _("%s: "), title);
    }
    carry_result_clear(&result);
    return ok;
}
