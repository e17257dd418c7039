/* medbox plan, check-plan: who should carry what where, and the proof that nothing is better. */

#include <math.h>
#include <string.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/scope.h"
#include "cli/verb.h"
#include "cli/walk_rows.h"
#include "inventory/names.h"
#include "planning/draft.h"
#include "planning/plan_file.h"
#include "schema/db.h"

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT}, /* of the transfer, once proposed */
    {"from_box", NULL, ROWS_RIGHT},
    {"from_box_name", N_("From"), ROWS_LEFT},
    {"to_box", NULL, ROWS_RIGHT},
    {"to_box_name", N_("To"), ROWS_LEFT},
    {"type", NULL, ROWS_LEFT},
    {"age", NULL, ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"km", N_("km"), ROWS_RIGHT},
    {"to_before", NULL, ROWS_RIGHT}, /* days of cover */
    {"to_after", NULL, ROWS_RIGHT},
    {"from_before", NULL, ROWS_RIGHT},
    {"from_after", NULL, ROWS_RIGHT},
    {"why", N_("Why"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_line(struct rows *rows, struct names *names, const struct dispatch_line *line, int64_t id)
{
    const struct drug *drug = names_drug(names, line->drug);
    g_autofree char *amount = drug_amount(drug, line->units), *why = dispatch_reason(line);
    double covers[] = {line->to_before, line->to_after, line->from_before, line->from_after};

    if (id > 0)
        rows_number(rows, id);
    else
        rows_none(rows);
    rows_number(rows, line->from.n);
    rows_text(rows, names_box_text(names, line->from));
    rows_number(rows, line->to.n);
    rows_text(rows, names_box_text(names, line->to));
    rows_word(rows, drug_type_key(line->type), drug_type_word(line->type));
    rows_word(rows, drug_age_key(line->age), drug_age_word(line->age));
    rows_number(rows, line->drug.n);
    rows_text(rows, names_drug_text(names, line->drug));
    rows_number_as(rows, line->units, amount);
    rows_day(rows, line->expiry);
    rows_text(rows, line->lot);
    if (isnan(line->metres))
        rows_none(rows);
    else
        rows_decimal(rows, (int64_t)(line->metres * 1e3), 1);
    for (size_t i = 0; i < G_N_ELEMENTS(covers); i++)
        rows_decimal(rows, (int64_t)(covers[i] * 1e6), 1);
    rows_text(rows, why);
}

#define LITTLE 0.05 /* person-days that count as none */

/* What can be done with it now. */
#define ONLY_SHOWN N_("Nothing is booked. “medbox plan --propose” makes it proposals.")
#define PROPOSED                                                                                    \
    N_("All of it is proposed: “medbox transfer accept NUMBER” agrees, “medbox walk make” " \
       "shares it out to volunteers.")
#define SHARED_OUT                                                                                 \
    N_("All of it is proposed and shared out: “medbox walk print -o FILE.pdf” prints the lists.")

/* Packs of several sizes may not make up what the plan moves. In millionths of a person-day. */
static void
say_difference(struct face *face, int64_t flows, int64_t carried)
{
    if (flows / STOCK_PERSON_DAY != carried / STOCK_PERSON_DAY)
        answer_say(
            face->answer,
            _("Packs differ in size: the best plan moves %.0f person-days, in whole packs it is "
              "%.0f."),
            (double)flows / STOCK_PERSON_DAY, (double)carried / STOCK_PERSON_DAY);
}

/* What is carried and what that brings, both in person-days. */
static void
say_worth(struct face *face, double carried, double met)
{
    if (met >= LITTLE)
        answer_say(face->answer,
                   _("It carries %.1f person-days. By the forecast, boxes can then give out %.1f "
                     "person-days more in the next %d days than without it."),
                   carried, met, DRAFT_HORIZON);
    else
        answer_say(
            face->answer,
            _("It carries %.1f person-days, so that no box goes without. By the forecast, no "
              "more than without it will be given out in the next %d days."),
            carried, DRAFT_HORIZON);
}

static void
say_sum(struct face *face, const struct dispatch *dispatch, const char *next)
{
    int64_t flows = 0, carried = 0;
    double met = 0;

    for (guint i = 0; i < dispatch->cells->len; i++) {
        const struct dispatch_cell *cell = &g_array_index(dispatch->cells, struct dispatch_cell, i);

        flows += cell->flows;
        carried += cell->carried;
        met += cell->met;
    }
    answer_number(face->answer, "short_before", dispatch->short_before);
    answer_number(face->answer, "short_after", dispatch->short_after);
    answer_decimal(face->answer, "carried", carried);
    answer_decimal(face->answer, "met", llround(met * STOCK_PERSON_DAY));
    if (dispatch->lines->len == 0)
        return;
    answer_say(face->answer,
               _("Boxes that have less than %.0f days of something: %lld now, %lld after."),
               plan_rules_standard.floor_days, (long long)dispatch->short_before,
               (long long)dispatch->short_after);
    say_worth(face, (double)carried / STOCK_PERSON_DAY, met);
    say_difference(face, flows, carried);
    answer_say(face->answer, "%s", words(next));
}

/* How much of what can be carried the plan uses up, and how near it is to the best. */
static void
say_carriers(struct face *face, const struct dispatch *dispatch)
{
    int64_t limited = 0, full = 0;
    double gained = (double)(dispatch->idle - dispatch->bound);
    double lost = (double)(dispatch->cost - dispatch->bound);

    if (dispatch->carriers == NULL)
        return;
    for (guint k = 0; k < dispatch->carriers->len; k++) {
        const struct dispatch_carrier *carrier =
            &g_array_index(dispatch->carriers, struct dispatch_carrier, k);

        limited += carrier->limited;
        full += carrier->full;
    }
    answer_number(face->answer, "carriers", limited);
    answer_number(face->answer, "carriers_full", full);
    answer_number(face->answer, "cost", dispatch->cost);
    answer_number(face->answer, "bound", dispatch->bound);
    answer_say(face->answer,
               _("Carriers whose load is limited: %lld, of which %lld take all they can."),
               (long long)limited, (long long)full);
    if (full > 0 && gained > 0)
        answer_say(
            face->answer,
            _("Of what carrying can bring, at most %.3f %% is lost by how loads are shared and "
              "rounded to whole packs."),
            100 * lost / gained);
}

static bool
some_are_full(const GArray *carriers)
{
    for (guint k = 0; carriers != NULL && k < carriers->len; k++)
        if (g_array_index(carriers, struct dispatch_carrier, k).full)
            return true;
    return false;
}

/* Why a plan is empty. */
static char *
nothing_goes(const struct draft *draft)
{
    double floor = plan_rules_standard.floor_days;
    long long before = draft->dispatch.short_before;

    if (before == 0)
        return g_strdup_printf(_("Nothing has to be carried: with what is agreed, no box has less "
                                 "than %.0f days of anything."),
                               floor);
    if (some_are_full(draft->dispatch.carriers))
        return g_strdup_printf(_("Nothing can be carried: boxes that have less than %.0f days of "
                                 "something: %lld, but out of some no more whole "
                                 "packs can be carried (the setting carry), and no other within "
                                 "reach has any of it to spare."),
                               floor, before);
    return g_strdup_printf(_("Nothing can be carried: boxes that have less than %.0f days of "
                             "something: %lld, but no box within reach has any of it to spare (the "
                             "settings keep and keep-days say what stays)."),
                           floor, before);
}

static void
show(struct face *face, struct names *names, const struct draft *draft, const GPtrArray *transfers)
{
    const struct dispatch *dispatch = &draft->dispatch;
    g_autofree char *empty = nothing_goes(draft);
    struct rows *rows = rows_new(columns, answer_utc_offset(face->answer));

    for (guint i = 0; i < dispatch->lines->len; i++)
        add_line(rows, names, dispatch->lines->pdata[i],
                 transfers != NULL ? ((struct transfer *)transfers->pdata[i])->id : 0);
    answer_rows(face->answer, "rows", rows, empty);
    say_sum(face, dispatch, transfers != NULL ? PROPOSED : ONLY_SHOWN);
}

/* The lines as walks: kept where they were proposed, otherwise only shown. */
static bool
show_walks(struct face *face, struct names *names, struct area_id area, const struct draft *draft,
           const struct walks_people *people, bool proposed, GError **error)
{
    g_autoptr(GPtrArray) walks = NULL, drafted = NULL;
    bool ok;

    if (proposed && draft->dispatch.lines->len > 0) {
        ok = walks_make(face->inventory, names, area, people, false, face->now, &walks, error);
    } else {
        drafted = draft_transfers(draft);
        ok = walks_share(face->inventory, names, drafted, people, face->now, &walks, error);
    }
    if (!ok)
        return false;
    walk_rows_stops(face, names, walks);
    if (walks->len == 0) {
        g_autofree char *empty = nothing_goes(draft);

        answer_say(face->answer, "%s", empty);
    }
    say_sum(face, &draft->dispatch, proposed ? SHARED_OUT : ONLY_SHOWN);
    return true;
}

/* The proposals and the audit log's line about them, or neither. */
static bool
propose(struct face *face, struct area_id area, const struct draft *draft, GPtrArray **transfers,
        GError **error)
{
    struct db *db = inventory_db(face->inventory);
    bool ok;

    if (!db_begin(db, error))
        return false;
    ok = draft_propose(face->inventory, draft, face_has(face, "again"), face->now, transfers,
                       error) &&
         audit_log_add(face->inventory, 0, AUDIT_PLAN, area, NULL, NULL, face->now, error);
    return db_end(db, ok, error) && ok;
}

/* What was agreed and is not possible any more, and what works against what was. */
static bool
say_gaps(struct face *face, struct names *names, const struct draft *draft, GError **error)
{
    for (guint i = 0; i < draft->gaps->len; i++) {
        const struct spare_gap *gap = &g_array_index(draft->gaps, struct spare_gap, i);
        g_autofree char *wanted = NULL, *can = NULL;
        struct transfer *t = NULL;

        if (!transfer_by_id(face->inventory, gap->transfer, &t, error))
            return false;
        wanted = drug_amount(names_drug(names, t->drug), gap->wanted);
        can = drug_amount(names_drug(names, t->drug), gap->can);
        if (gap->can > 0)
            answer_notice(face->answer,
                          _("Transfer %lld was agreed, but %s can give only %s of its %s now "
                            "without going below what it is to keep; the plan counts on that."),
                          (long long)t->id, names_box_text(names, t->from), can, wanted);
        else
            answer_notice(face->answer,
                          _("Transfer %lld was agreed, but %s has nothing above what it is to keep "
                            "any more; the plan doesn't count on it. “medbox transfer cancel %lld” "
                            "ends it."),
                          (long long)t->id, names_box_text(names, t->from), (long long)t->id);
        transfer_free(t);
    }
    return true;
}

/* With --save and --propose it is kept as well, and then shown. */
static bool
finish(struct face *face, struct names *names, struct area_id area, const struct draft *draft,
       GError **error)
{
    const char *save = face_text(face, "save");
    g_autoptr(GPtrArray) transfers = NULL;
    struct walks_people people;
    g_auto(GStrv) texts = NULL;
    bool shared;

    if (!walk_rows_people(face, &people, &texts, &shared, error) ||
        (save != NULL && !plan_file_write(save, &draft->input, &draft->dispatch, error)) ||
        (face_has(face, "propose") && !propose(face, area, draft, &transfers, error)))
        return false;
    if (!shared)
        show(face, names, draft, transfers);
    else if (!show_walks(face, names, area, draft, &people, transfers != NULL, error))
        return false;
    say_carriers(face, &draft->dispatch);
    return say_gaps(face, names, draft, error);
}

static bool
make_plan(struct face *face, GError **error)
{
    struct draft draft = {.boxes = NULL};
    struct names *names = NULL;
    struct scope scope;
    bool ok = scope_read(face, NULL, &scope, error) &&
              draft_read(face->inventory, scope.area, face->now, &draft, error);

    draft.input.type = scope.type;
    draft.input.packs = face_has(face, "packs");
    ok = ok && draft_plan(&draft, error);
    if (ok) {
        names = names_read(face->inventory, error);
        ok = names != NULL && finish(face, names, scope.area, &draft, error);
    }
    names_free(names);
    draft_clear(&draft);
    scope_clear(&scope);
    return ok;
}

/* What of it can go today. */
static bool
say_now(struct face *face, const struct transfer *t, GError **error)
{
    struct drug *drug = NULL;
    g_autofree char *can = NULL;
    int32_t units = 0;

    if (!spare_units(face->inventory, t, face->now, &units, error) ||
        !drug_by_id(face->inventory, t->drug, &drug, error))
        return false;
    can = drug_amount(drug, MIN(units, t->units));
    if (units > 0)
        answer_say(face->answer, _("Now its box can give %s of it above what it is to keep."), can);
    else
        answer_say(face->answer, "%s",
                   _("Now its box has nothing above what it is to keep: cancel it."));
    drug_free(drug);
    return true;
}

/* One sentence, then the sums. */
static bool
explain(struct face *face, int64_t id, GError **error)
{
    struct transfer *t = NULL;
    g_autofree char *reason = NULL;
    g_auto(GStrv) lines = NULL;
    bool ok;

    if (!transfer_by_id(face->inventory, id, &t, error))
        return false;
    reason = draft_reason(t);
    lines = draft_arithmetic(t);
    answer_number(face->answer, "id", t->id);
    if (t->state != TRANSFER_PROPOSED && reason[0] != '\0' && !draft_is_changed(t))
        answer_say(face->answer, "%s", _("As it was when it was proposed:"));
    answer_say(face->answer, "%s", reason[0] != '\0' ? reason : _("Why is not known."));
    for (char **line = lines; *line != NULL; line++)
        answer_say(face->answer, "%s", *line);
    ok = t->state != TRANSFER_ACCEPTED || say_now(face, t, error);
    transfer_free(t);
    return ok;
}

static bool
run_plan(struct face *face, GError **error)
{
    int64_t why = face_number(face, "why", 0);

    return why > 0 ? explain(face, why, error) : make_plan(face, error);
}

static bool
run_check_plan(struct face *face, GError **error)
{
    struct plan_file_sum sum;

    if (!plan_file_check(face->args[0], &sum, error))
        return false;
    answer_number(face->answer, "plans", sum.plans);
    answer_number(face->answer, "arcs", sum.arcs);
    answer_number(face->answer, "cost", sum.cost);
    answer_say(face->answer, _("Proved: of %lld plans with %lld arcs none can be better."),
               (long long)sum.plans, (long long)sum.arcs);
    if (sum.carriers == 0)
        return true;
    answer_number(face->answer, "carriers", sum.carriers);
    answer_number(face->answer, "bound", sum.bound);
    answer_say(
        face->answer,
        _("That is with the loads as they are shared. No carrier takes more than it can. All "
          "plans together cost %lld points, and however loads are shared, no less than %lld."),
        (long long)sum.cost, (long long)sum.bound);
    return true;
}

static const struct verb_option options[] = {
    SCOPE_OPTIONS,
    WALK_ROWS_PEOPLE,
    {.name = "packs", .kind = VERB_FLAG, .meaning = N_("whole packs only")},
    {.name = "propose",
     .kind = VERB_FLAG,
     .meaning = N_("keep it as proposals, in the place of those not accepted yet")},
    {.name = "again",
     .kind = VERB_FLAG,
     .meaning = N_("with --propose: even in the place of those in walks")},
    {.name = "save",
     .value = N_("FILE"),
     .meaning = N_("write the problem, the flow and its prices for “medbox check-plan”")},
    {.name = "why",
     .kind = VERB_NUMBER,
     .value = N_("NUMBER"),
     .meaning = N_("only say why a transfer was proposed"),
     .low = 1,
     .high = INT64_MAX},
    {0},
};

const struct verb verb_plan[] = {
    {.name = "plan",
     .usage = N_("[--area AREA] [--type TYPE] [--packs] [--volunteers N] [--propose] | --why "
                 "NUMBER"),
     .help = N_("Says who should carry what where: the fairest, then the most useful, then the "
                "shortest."),
     .options = options,
     .run = run_plan},
    {.name = "check-plan",
     .usage = N_("FILE"),
     .help = N_("Proves that a plan that was saved is the best there is."),
     .least = 1,
     .most = 1,
     .without_inventory = true,
     .run = run_check_plan},
    {0},
};
