#include "cli/order.h"
#include "cli/scan_print.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "cli/verb.h"
#include "inventory/lot.h"
#include "inventory/resolve.h"

/* As it can be typed after "drug bind" so that the same is meant. */
static char *
typed_form(const struct code *code)
{
    struct code again;

    if (code->kind == CODE_TRACE || code->kind == CODE_APPROVAL)
        return code_format(code);
    if (code->kind != CODE_GS1 && code->kind != CODE_LINK)
        return g_strdup(code->product);
    if (code_parse(code->product, strlen(code->product), SYMBOLOGY_TYPED, &again, NULL) &&
        (again.kind == CODE_RETAIL || again.kind == CODE_GTIN14))
        return g_strdup(code->product);
    return g_strdup_printf("\"(01)%s\"", code->product); /* a number that is something else alone */
}

bool
order_unknown_code(struct face *face, const struct code *code, struct box_id box, GError **error)
{
    g_autofree char *text = typed_form(code);

    if (!drug_code_can_be_taught(code))
        return err_set(error, ERR_INPUT,
                       _("this code names no product; scan the other code on the pack"));
    return resolve_keep_unknown(face->inventory, code, box, face->now, error) &&
           err_set(error, ERR_MISSING,
                   _("nobody has said yet what the code %s means. Teach it once: medbox drug bind "
                     "%s DRUG --units N"),
                   text, text);
}

/* Whether the argument is a code that stands on packs. */
static bool
is_product(const char *text, struct code *code, GPtrArray *findings)
{
    return code_parse(text, strlen(text), SYMBOLOGY_TYPED, code, findings) &&
           code->product[0] != '\0' && code->kind != CODE_APPROVAL;
}

/* A number as long as a retail code is one that was mistyped, rather than a medicine's name. */
static bool
is_mistyped(const char *text)
{
    return strlen(text) >= 8 && strspn(text, "0123456789") == strlen(text);
}

static bool
read_code(struct face *face, const struct code *code, struct order *order, GError **error)
{
    struct resolved resolved;

    if (!resolve_code(face->inventory, code, &resolved, error))
        return false;
    if (resolved.kind != RESOLVE_DRUG)
        return order_unknown_code(face, code, order->box->id, error);
    order->pack_units = resolved.units;
    order->expiry = resolved.expiry;
    order->said = code->expiry;
    order->lot_said = code->lot[0] != '\0';
    order->lot = resolved.lot[0] != '\0' ? g_strdup(resolved.lot) : NULL;
    order->pack = code->pack[0] != '\0' ? g_strdup(code->pack) : NULL;
    return drug_by_id(face->inventory, resolved.drug, &order->drug, error);
}

static bool
read_drug(struct face *face, const char *text, struct order *order, GError **error)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    if (is_product(text, &code, findings))
        return read_code(face, &code, order, error);
    if (is_mistyped(text) && findings->len > 0)
        return err_set(error, ERR_INPUT, "%s", findings_at(findings, 0)->text);
    if (!drug_find(face->inventory, text, &order->drug, error))
        return false;
    order->pack_units = order->drug->pack_units;
    return true;
}

/* What is typed beside a code may tell what the code leaves open, but not contradict it. */
static bool
take_told(struct face *face, struct order *order, GError **error)
{
    struct day told = face_has(face, "expiry") ? face_day(face, "expiry") : DAY_NONE;
    g_autofree char *lot = lot_normal(face_text(face, "lot"), error);
    char one[DAY_TEXT_SIZE], other[DAY_TEXT_SIZE];

    if (lot == NULL)
        return false;
    if (told.n != DAY_NONE.n && order->said.n != DAY_NONE.n && told.n != order->said.n)
        return err_set(error, ERR_INPUT,
                       _("the code says %s and --expiry says %s; look at the pack, and leave "
                         "--expiry out, or name the medicine instead of the code"),
                       day_format(order->said, one), day_format(told, other));
    if (face_has(face, "lot") && order->lot_said && strcmp(lot, order->lot) != 0)
        return err_set(error, ERR_INPUT,
                       _("the code says batch %s and --lot says %s; look at the pack, and leave "
                         "--lot out, or name the medicine instead of the code"),
                       order->lot, lot);
    if (told.n != DAY_NONE.n)
        order->expiry = told;
    face_take_text(face, "lot", &order->lot);
    return true;
}

/* As it is typed into a shell. */
static char *
quoted(const char *word)
{
    return strpbrk(word, " '\"\\$`*?&|;<>()#~!") != NULL ? g_shell_quote(word) : g_strdup(word);
}

bool
order_swapped(struct face *face, const char *what, GError **error)
{
    g_autofree char *one = quoted(face->args[1]), *other = quoted(face->args[0]);
    const struct verb *verb = face->verb;
    bool sub = verb->sub != NULL;

    return err_set(error, ERR_INPUT, _("%s: did you mean “medbox %s%s%s %s %s”?"), what, verb->name,
                   sub ? " " : "", sub ? verb->sub : "", one, other);
}

bool
order_box(struct face *face, struct box **box, GError **error)
{
    GError *failure = NULL;
    struct box *other = NULL;

    if (scan_print_box(face, face->args[0], box, &failure))
        return true;
    if (g_error_matches(failure, ERR, ERR_MISSING) && face->arg_count > 1 &&
        box_find(face->inventory, face->args[1], &other, NULL)) {
        g_autofree char *what =
            g_strdup_printf(_("“%s” is no box, and “%s” is one"), face->args[0], face->args[1]);

        box_free(other);
        g_error_free(failure);
        return order_swapped(face, what, error);
    }
    g_propagate_error(error, failure);
    return false;
}

bool
order_read(struct face *face, struct order *order, GError **error)
{
    *order = (struct order){0};
    if (!order_box(face, &order->box, error) || !read_drug(face, face->args[1], order, error))
        return false;
    return take_told(face, order, error);
}

void
order_tell_undated(struct face *face, const struct drug *drug)
{
    if (drug->undated && face_has(face, "expiry"))
        answer_notice(face->answer, _("%s does not expire: the date was left out"), drug->name);
}

void
order_clear(struct order *order)
{
    box_free(order->box);
    drug_free(order->drug);
    g_free(order->lot);
    g_free(order->pack);
}

bool
order_units(struct face *face, const struct order *order, int32_t otherwise, int32_t *units,
            GError **error)
{
    int64_t packs = face_number(face, "packs", -1), loose = face_number(face, "units", -1), n;

    if (packs >= 0 && loose >= 0)
        return face_usage(face, error, _("say --packs or --units, not both"));
    n = packs >= 0 ? packs * order->pack_units : loose >= 0 ? loose : otherwise;
    if (n > LIMIT_UNITS)
        return err_set(error, ERR_INPUT,
                       packs >= 0 ? _("%lld packs are too many for one booking: at most %d")
                                  : _("%lld is too much for one booking: at most %d"),
                       (long long)MAX(packs, loose),
                       packs >= 0 ? LIMIT_UNITS / (int)order->pack_units : LIMIT_UNITS);
    if (order->pack != NULL && n > order->pack_units)
        return err_set(error, ERR_INPUT,
                       _("this code names one very pack, of %d %s; scan the code of each pack"),
                       (int)order->pack_units, drug_unit_word(order->drug, order->pack_units));
    *units = (int32_t)n;
    return true;
}

bool
order_uid(const struct face *face, struct uuid *uid, GError **error)
{
    const char *text = face_text(face, "uid");

    *uid = face_uuid(face);
    return text == NULL || uuid_parse(text, uid, error);
}

bool
order_booking(struct face *face, const struct order *order, struct booking *booking, GError **error)
{
    *booking = (struct booking){.now = face->now,
                                .person = face->person,
                                .done_at = face_moment(face, "at"),
                                .box = order->box->id,
                                .drug = order->drug->id,
                                .expiry = order->expiry,
                                .lot = order->lot,
                                .pack = order->pack,
                                .reason = face_text(face, "reason"),
                                .dry_run = face_has(face, "dry-run")};
    if (booking->done_at > face->now)
        return err_set(error, ERR_INPUT, _("--at lies in the future"));
    return order_uid(face, &booking->uid, error) &&
           order_units(face, order, order->pack_units, &booking->units, error);
}
