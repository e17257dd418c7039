/* medbox transfer …: what is to be carried, from proposal to delivery. */

#include "base/words.h"
#include "cli/face.h"
#include "cli/line.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "inventory/transfer.h"
#include "planning/draft.h"
#include "planning/spare.h"

/* ----------------------------------------------------------------------------------------- list */

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT},
    {"state", N_("State"), ROWS_LEFT},
    {"from_box", NULL, ROWS_RIGHT},
    {"from_box_name", N_("From"), ROWS_LEFT},
    {"to_box", NULL, ROWS_RIGHT},
    {"to_box_name", N_("To"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"sent", N_("Taken out"), ROWS_RIGHT},
    {"received", N_("Put in"), ROWS_RIGHT},
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"proposed_at", NULL, ROWS_LEFT},
    {"changed_at", N_("Since"), ROWS_LEFT},
    {"walk", N_("Walk"), ROWS_RIGHT},
    {"why", NULL, ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

/* How much of it is that far; nothing where none is. */
static void
add_part(struct rows *rows, const struct drug *drug, int32_t units)
{
    g_autofree char *amount = units > 0 ? drug_amount(drug, units) : g_strdup("");

    rows_number_as(rows, units, amount);
}

static void
add_row(struct rows *rows, struct names *names, const struct transfer *t)
{
    const struct drug *drug = names_drug(names, t->drug);
    g_autofree char *amount = drug_amount(drug, t->units);
    g_autofree char *why = draft_reason(t);

    rows_number(rows, t->id);
    rows_word(rows, transfer_state_key(t->state), transfer_state_word(t->state));
    rows_number(rows, t->from.n);
    rows_text(rows, names_box_text(names, t->from));
    rows_number(rows, t->to.n);
    rows_text(rows, names_box_text(names, t->to));
    rows_number(rows, t->drug.n);
    rows_text(rows, names_drug_text(names, t->drug));
    rows_number_as(rows, t->units, amount);
    add_part(rows, drug, t->sent);
    add_part(rows, drug, t->received);
    rows_day(rows, t->expiry);
    rows_text(rows, t->lot);
    rows_moment(rows, t->proposed_at);
    rows_moment(rows, t->changed_at);
    if (t->walk > 0)
        rows_number(rows, t->walk);
    else
        rows_none(rows);
    rows_text(rows, why);
}

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) transfers = NULL;
    struct names *names;
    struct rows *rows;

    if (!transfer_list(face->inventory, face_has(face, "all"), &transfers, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < transfers->len; i++)
        add_row(rows, names, transfers->pdata[i]);
    answer_rows(face->answer, "rows", rows,
                _("Nothing is to be carried; “medbox plan” says what should be."));
    names_free(names);
    return true;
}

/* ---------------------------------------------------------------------------------------- steps */

typedef bool taker(struct inventory *inventory, int64_t id, const struct transfer_step *step,
                   struct transfer **transfer, GError **error);

static bool
say_step(struct face *face, const struct transfer *t, GError **error)
{
    struct names *names = names_read(face->inventory, error);
    g_autofree char *amount = NULL;
    const char *what, *from, *to;

    if (names == NULL)
        return false;
    amount = drug_amount(names_drug(names, t->drug),
                         t->state == TRANSFER_CARRIED ? t->sent - t->received : t->units);
    what = names_drug_text(names, t->drug);
    from = names_box_text(names, t->from);
    to = names_box_text(names, t->to);
    answer_number(face->answer, "id", t->id);
    answer_text(face->answer, "state", transfer_state_key(t->state));
    answer_number(face->answer, "units", t->units);
    switch (t->state) {
    case TRANSFER_CARRIED:
        answer_say(face->answer, _("%lld: %s of %s are out of %s and on the way to %s."),
                   (long long)t->id, amount, what, from, to);
        break;
    case TRANSFER_DONE:
        answer_say(face->answer, _("%lld: %s of %s are in %s now."), (long long)t->id, amount, what,
                   to);
        break;
    default:
        answer_say(face->answer, _("%lld: %s of %s from %s to %s: %s."), (long long)t->id, amount,
                   what, from, to, transfer_state_word(t->state));
    }
    if (t->state == TRANSFER_CARRIED && t->sent < t->units) {
        g_autofree char *left = drug_amount(names_drug(names, t->drug), t->units - t->sent);

        answer_notice(face->answer, _("%lld: %s of it are still to come out of %s."),
                      (long long)t->id, left, from);
    }
    names_free(names);
    return true;
}

/* Less went than was agreed: how much stayed, and why. */
static bool
say_less(struct face *face, const struct transfer *before, const struct transfer *t, GError **error)
{
    struct drug *drug = NULL;
    g_autofree char *goes = NULL, *meant = NULL;

    if (!drug_by_id(face->inventory, t->drug, &drug, error))
        return false;
    goes = drug_amount(drug, t->units);
    meant = drug_amount(drug, before->units);
    answer_notice(face->answer,
                  _("%lld: %s go instead of %s: the box has less by now, and what it is to keep "
                    "stays there (--all takes that too)."),
                  (long long)t->id, goes, meant);
    drug_free(drug);
    return true;
}

static bool
take_step(struct face *face, const char *word, taker *take, GError **error)
{
    struct transfer_step step = {.uid = face_uuid(face), .now = face->now, .person = face->person};
    struct transfer *before = NULL, *t = NULL;
    int64_t id;
    bool ok;

    if (!line_entry(word, &id))
        return err_set(
            error, ERR_INPUT,
            _("a transfer is named by its number, not “%s”; “medbox transfer list” lists "
              "them"),
            word);
    if (!transfer_by_id(face->inventory, id, &before, error))
        return false;
    ok = take(face->inventory, id, &step, &t, error) && say_step(face, t, error);
    if (ok && t->state == TRANSFER_CARRIED && t->units < before->units)
        ok = say_less(face, before, t, error);
    transfer_free(before);
    transfer_free(t);
    return ok;
}

/* One after another, until one fails. */
static bool
take_steps(struct face *face, taker *take, GError **error)
{
    for (char **word = face->args; *word != NULL; word++)
        if (!take_step(face, *word, take, error))
            return false;
    return true;
}

static bool
run_accept(struct face *face, GError **error)
{
    return take_steps(face, transfer_accept, error);
}

static bool
run_carry(struct face *face, GError **error)
{
    return take_steps(face, face_has(face, "all") ? transfer_carry : spare_carry, error);
}

static bool
run_deliver(struct face *face, GError **error)
{
    return take_steps(face, transfer_deliver, error);
}

static bool
run_cancel(struct face *face, GError **error)
{
    return take_steps(face, transfer_cancel, error);
}

static const struct verb_option list_options[] = {
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("those delivered or cancelled too")},
    {0},
};

static const struct verb_option carry_options[] = {
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("all of it, even of what the box is to keep")},
    {0},
};

const struct verb verb_transfer[] = {
    {.name = "transfer",
     .sub = "list",
     .usage = N_("[--all]"),
     .help = N_("Lists what is proposed, accepted and on the way."),
     .options = list_options,
     .run = run_list},
    {.name = "transfer",
     .sub = "accept",
     .usage = N_("NUMBER…"),
     .help = N_("Agrees to a proposal."),
     .least = 1,
     .most = VERB_ANY,
     .act = AUDIT_TRANSFER,
     .run = run_accept},
    {.name = "transfer",
     .sub = "carry",
     .usage = N_("NUMBER… [--all]"),
     .help = N_("Books it out of its box: it is on the way then."),
     .options = carry_options,
     .least = 1,
     .most = VERB_ANY,
     .run = run_carry},
    {.name = "transfer",
     .sub = "deliver",
     .usage = N_("NUMBER…"),
     .help = N_("Books what is on the way into the box it is meant for."),
     .least = 1,
     .most = VERB_ANY,
     .run = run_deliver},
    {.name = "transfer",
     .sub = "cancel",
     .usage = N_("NUMBER…"),
     .help = N_("Ends it; what is on the way goes back into its box."),
     .least = 1,
     .most = VERB_ANY,
     .act = AUDIT_TRANSFER,
     .run = run_cancel},
    {0},
};
