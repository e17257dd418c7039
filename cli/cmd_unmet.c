/* medbox unmet: somebody came, and it was not there; medbox refusals: what the rules turned down. */

#include "base/words.h"
#include "cli/booked.h"
#include "cli/order.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "inventory/rule.h"
#include "inventory/unmet.h"

#define DAY_MS INT64_C(86400000)
#define REFUSAL_DAYS 30

static bool
read_type(const char *text, enum drug_type *type, GError **error)
{
    int found = drug_type_parse(text);

    if (found < 0)
        return err_set(error, ERR_INPUT,
                       _("TYPE is fever, cold, cough, pain, throat, stomach, allergy, topical, "
                         "supplies or other, not “%s”"),
                       text);
    *type = (enum drug_type)found;
    return true;
}

static bool
keep(struct face *face, const struct box *box, enum drug_type type, GError **error)
{
    enum drug_age age = face_has(face, "child") ? DRUG_CHILD : DRUG_ADULT;
    g_autofree char *title = names_title(box);
    struct uuid uid;
    bool repeated = false;

    if (!order_uid(face, &uid, error) ||
        !unmet_post(face->inventory, &uid, face->now, box->id, type, age, &repeated, error))
        return false;
    answer_number(face->answer, "box", box->id.n);
    answer_text(face->answer, "box_code", box->code);
    answer_text(face->answer, "type", drug_type_key(type));
    answer_text(face->answer, "age", drug_age_key(age));
    answer_flag(face->answer, "repeated", repeated);
    if (repeated)
        answer_say(face->answer, "%s", booked_remark(false, true));
    else
        answer_say(face->answer, _("Noted for %s: %s, %s was asked for and not there."), title,
                   drug_type_word(type), drug_age_word(age));
    return true;
}

static bool
run_unmet(struct face *face, GError **error)
{
    struct box *box = NULL;
    enum drug_type type = DRUG_FEVER;
    bool ok = order_box(face, &box, error) && read_type(face->args[1], &type, error) &&
              keep(face, box, type, error);

    box_free(box);
    return ok;
}

/* -------------------------------------------------------------------------------------- refusals */

static const struct rows_column refusal_columns[] = {
    {"at", N_("When"), ROWS_LEFT},
    {"box", NULL, ROWS_RIGHT},
    {"box_name", N_("Box"), ROWS_LEFT},
    {"kind", N_("What"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"rule", N_("Refused because"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_refusal(struct rows *rows, struct names *names, const struct rule_refusal *refusal)
{
    const struct drug *drug = names_drug(names, refusal->drug);
    g_autofree char *amount = drug_amount(drug, refusal->units);

    rows_moment(rows, refusal->at);
    rows_number(rows, refusal->box.n);
    rows_text(rows, names_box_text(names, refusal->box));
    rows_word(rows, movement_kind_key(refusal->kind), movement_kind_word(refusal->kind));
    rows_number(rows, refusal->drug.n);
    rows_text(rows, names_drug_text(names, refusal->drug));
    rows_number_as(rows, refusal->units, amount);
    rows_day(rows, refusal->expiry);
    rows_text(rows, refusal->lot);
    rows_word(rows, rule_key(refusal->rule), rule_word(refusal->rule));
}

static bool
run_refusals(struct face *face, GError **error)
{
    int64_t since = face->now - face_number(face, "within", REFUSAL_DAYS) * DAY_MS;
    g_autoptr(GPtrArray) refusals = NULL;
    struct names *names;
    struct rows *rows;

    if (!rule_refusals(face->inventory, since, &refusals, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    rows = rows_new(refusal_columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < refusals->len; i++)
        add_refusal(rows, names, refusals->pdata[i]);
    answer_rows(face->answer, "rows", rows, _("Nothing was refused."));
    names_free(names);
    return true;
}

static const struct verb_option unmet_options[] = {
    {.name = "child", .kind = VERB_FLAG, .meaning = N_("for a child")},
    {.name = "uid",
     .value = N_("UUID"),
     .meaning = N_("an id of your own: the same id is booked once only")},
    {0},
};

static const struct verb_option refusals_options[] = {
    {.name = "within",
     .kind = VERB_NUMBER,
     .value = N_("DAYS"),
     .meaning = N_("of the last so many days (30)"),
     .low = 1,
     .high = 36500},
    {0},
};

const struct verb verb_unmet[] = {
    {.name = "unmet",
     .usage = N_("BOX TYPE [--child]"),
     .help = N_("Notes that somebody came for medicine that was not there."),
     .options = unmet_options,
     .least = 2,
     .most = 2,
     .run = run_unmet},
    {.name = "refusals",
     .usage = N_("[--within DAYS]"),
     .help = N_("Lists bookings that a rule turned down."),
     .options = refusals_options,
     .run = run_refusals},
    {0},
};
