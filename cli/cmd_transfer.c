/* medbox transfer …: what is to be carried, from proposal to delivery. */

#include "base/words.h"
#include "cli/face.h"
#include "cli/next.h"
#include "cli/numbers.h"
#include "cli/verb.h"
#include "inventory/ledger.h"
#include "inventory/names.h"
#include "inventory/transfer.h"
#include "planning/draft.h"
#include "planning/promise.h"
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

#define IN(state) (1U << (state))

/* A command of steps: what it does, and which transfers "all" are. */
struct task {
    taker *take;
    unsigned all;     /* bits of the states; 0: there is no "all" */
    const char *none; /* N_(): where there are none */
    enum err_next next;
};

static void
say_step(struct face *face, struct names *names, const struct transfer *t)
{
    const struct drug *drug = names_drug(names, t->drug);
    g_autofree char *amount =
        drug_amount(drug, t->state == TRANSFER_CARRIED ? t->sent - t->received : t->units);
    const char *what = names_drug_text(names, t->drug), *from = names_box_text(names, t->from);
    const char *to = names_box_text(names, t->to);

    switch (t->state) {
    case TRANSFER_CARRIED:
        answer_say(face->answer, _("%lld: %s of %s: out of %s, and on the way to %s."),
                   (long long)t->id, amount, what, from, to);
        break;
    case TRANSFER_DONE:
        answer_say(face->answer, _("%lld: %s of %s: put into %s."), (long long)t->id, amount, what,
                   to);
        break;
    default:
        answer_say(face->answer, _("%lld: %s of %s from %s to %s: %s."), (long long)t->id, amount,
                   what, from, to, transfer_state_word(t->state));
    }
    if (t->state == TRANSFER_CARRIED && t->sent < t->units) {
        g_autofree char *left = drug_amount(drug, t->units - t->sent);

        answer_notice(face->answer, _("%lld: %s of it must still come out of %s."),
                      (long long)t->id, left, from);
    }
}

/* Less went than was agreed: how much stayed, and why. */
static void
say_less(struct face *face, struct names *names, const struct transfer *before,
         const struct transfer *t)
{
    const struct drug *drug = names_drug(names, t->drug);
    g_autofree char *goes = drug_amount(drug, t->units), *meant = drug_amount(drug, before->units);

    answer_notice(face->answer,
                  _("%lld: only %s instead of %s: the box has less by now, and what it is to keep "
                    "stays there (--all takes that too)."),
                  (long long)t->id, goes, meant);
}

/* For programs also in fields of their own where it is about one. */
static bool
say_steps(struct face *face, const GPtrArray *before, const GPtrArray *after, GError **error)
{
    struct names *names = names_read(face->inventory, error);
    struct rows *rows;

    if (names == NULL)
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < after->len; i++) {
        const struct transfer *t = after->pdata[i], *was = before->pdata[i];

        say_step(face, names, t);
        if (t->state == TRANSFER_CARRIED && t->units < was->units)
            say_less(face, names, was, t);
        add_row(rows, names, t);
        if (after->len > 1)
            continue;
        answer_number(face->answer, "id", t->id);
        answer_text(face->answer, "state", transfer_state_key(t->state));
        answer_number(face->answer, "units", t->units);
    }
    if (answer_is_json(face->answer))
        answer_rows(face->answer, "rows", rows, "");
    else
        rows_free(rows);
    names_free(names);
    return true;
}

static bool
take_step(struct face *face, taker *take, int64_t id, GPtrArray *before, GPtrArray *after,
          GError **error)
{
    struct transfer_step step = {.uid = face_uuid(face), .now = face->now, .person = face->person};
    struct transfer *was = NULL, *t = NULL;

    if (!transfer_by_id(face->inventory, id, &was, error) ||
        !take(face->inventory, id, &step, &t, error)) {
        transfer_free(was);
        return false;
    }
    g_ptr_array_add(before, was);
    g_ptr_array_add(after, t);
    return true;
}

/* Those that can't be are all named, each with its reason. */
static bool
refuse_all(struct face *face, const GArray *ids, const GPtrArray *reasons, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (guint i = 0; i < ids->len; i++) {
        const GError *why = reasons->pdata[i];
        g_autofree char *told = why != NULL ? next_told(why) : NULL;

        if (why == NULL)
            continue;
        answer_notice(face->answer, "%s", told);
        g_string_append_printf(list, "%s%lld", list->len > 0 ? _(", ") : "",
                               (long long)g_array_index(ids, int64_t, i));
    }
    return err_set(error, ERR_REFUSED, _("nothing was done, as these can't be: %s (see above)"),
                   list->str);
}

static void
reason_free(gpointer why)
{
    if (why != NULL)
        g_error_free(why);
}

/* Whether a failure is one of this transfer alone. */
static bool
is_own(const GError *why)
{
    return g_error_matches(why, ERR, ERR_REFUSED) || g_error_matches(why, ERR, ERR_MISSING);
}

/* All of them, or as a whole none. */
static bool
take_steps(struct face *face, taker *take, const GArray *ids, GPtrArray *before, GPtrArray *after,
           GError **error)
{
    g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(reason_free);

    for (guint i = 0; i < ids->len; i++) {
        GError *why = NULL;

        if (!take_step(face, take, g_array_index(ids, int64_t, i), before, after, &why) &&
            (ids->len == 1 || !is_own(why))) {
            g_propagate_error(error, why);
            return false;
        }
        g_ptr_array_add(reasons, why);
    }
    return after->len == ids->len || refuse_all(face, ids, reasons, error);
}

/* "all": those that nobody has begun to carry, in one of the states. */
static GArray *
all_ids(struct face *face, const struct task *task, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(int64_t));
    g_autoptr(GPtrArray) open = NULL;

    if (!transfer_list(face->inventory, false, &open, error))
        return NULL;
    for (guint i = 0; i < open->len; i++) {
        const struct transfer *t = open->pdata[i];

        if ((task->all & IN(t->state)) != 0 && t->sent == 0)
            g_array_append_val(ids, t->id);
    }
    if (ids->len > 0)
        return g_steal_pointer(&ids);
    err_set(error, ERR_REFUSED, "%s", words(task->none));
    err_next(error, task->next);
    return NULL;
}

static GArray *
read_ids(struct face *face, const struct task *task, GError **error)
{
    const char *wrong = NULL;
    GArray *ids;

    if (task->all != 0 && numbers_are_all(face->args))
        return all_ids(face, task, error);
    ids = numbers_read(face->args, &wrong);
    if (ids == NULL)
        err_set(error, ERR_INPUT,
                _("a transfer is named by its number, several as 3-7 or 3,5, not “%s”; “medbox "
                  "transfer list” lists them"),
                wrong);
    return ids;
}

static bool
run_task(struct face *face, const struct task *task, GError **error)
{
    g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    g_autoptr(GArray) ids = read_ids(face, task, error);
    bool ok;

    if (ids == NULL || !ledger_begin(face->inventory, error))
        return false;
    ok = take_steps(face, task->take, ids, before, after, error);
    return ledger_end(face->inventory, ok, error) && ok && say_steps(face, before, after, error);
}

static bool
run_accept(struct face *face, GError **error)
{
    const struct task task = {face_has(face, "all") ? transfer_accept : promise_accept,
                              IN(TRANSFER_PROPOSED), N_("nothing is proposed"), ERR_NEXT_PLAN};

    return run_task(face, &task, error);
}

static bool
run_carry(struct face *face, GError **error)
{
    const struct task task = {.take = face_has(face, "all") ? transfer_carry : spare_carry};

    return run_task(face, &task, error);
}

static bool
run_deliver(struct face *face, GError **error)
{
    static const struct task task = {.take = transfer_deliver};

    return run_task(face, &task, error);
}

static bool
run_cancel(struct face *face, GError **error)
{
    static const struct task task = {transfer_cancel, IN(TRANSFER_PROPOSED) | IN(TRANSFER_ACCEPTED),
                                     N_("nothing is open that nobody has begun to carry; what is "
                                        "on the way is cancelled by its number"),
                                     ERR_NEXT_TRANSFERS};

    return run_task(face, &task, error);
}

static const struct verb_option list_options[] = {
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("those delivered or cancelled too")},
    {0},
};

static const struct verb_option accept_options[] = {
    {.name = "all",
     .kind = VERB_FLAG,
     .meaning = N_("even more than the box can give beside what it is to keep and what is agreed")},
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
     .usage = N_("NUMBER…|all [--all]"),
     .help = N_("Agrees to proposals, all of these or none: 3, 3-7 or 3,5."),
     .options = accept_options,
     .least = 1,
     .most = VERB_ANY,
     .act = AUDIT_TRANSFER_ACCEPT,
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
     .usage = N_("NUMBER…|all"),
     .help =
         N_("Ends it; what is on the way goes back into its box. “all”: what nobody has begun."),
     .least = 1,
     .most = VERB_ANY,
     .act = AUDIT_TRANSFER_CANCEL,
     .run = run_cancel},
    {0},
};
