/* medbox transfer …: what is to be carried, from proposal to delivery. */

#include <math.h>
#include <string.h>

#include "allocator/round.h"
#include "base/words.h"
#include "cli/face.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "inventory/transfer.h"

/* ----------------------------------------------------------------------------------------- list */

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT},
    {"state", N_("State"), ROWS_LEFT},
    {"from", NULL, ROWS_RIGHT},
    {"from_name", N_("From"), ROWS_LEFT},
    {"to", NULL, ROWS_RIGHT},
    {"to_name", N_("To"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"proposed_at", NULL, ROWS_LEFT},
    {"changed_at", N_("Since"), ROWS_LEFT},
    {"why", NULL, ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_row(struct rows *rows, struct names *names, const struct transfer *t)
{
    g_autofree char *amount = drug_amount(names_drug(names, t->drug), t->units);

    rows_number(rows, t->id);
    rows_word(rows, transfer_state_key(t->state), transfer_state_word(t->state));
    rows_number(rows, t->from.n);
    rows_text(rows, names_box_text(names, t->from));
    rows_number(rows, t->to.n);
    rows_text(rows, names_box_text(names, t->to));
    rows_number(rows, t->drug.n);
    rows_text(rows, names_drug_text(names, t->drug));
    rows_number_as(rows, t->units, amount);
    rows_day(rows, t->expiry);
    rows_text(rows, t->lot);
    rows_moment(rows, t->proposed_at);
    rows_moment(rows, t->changed_at);
    rows_text(rows, t->reason);
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

/* ---------------------------------------------------------------------------------------- round */

static const struct rows_column round_columns[] = {
    {"stop", N_("Stop"), ROWS_RIGHT},         {"box", NULL, ROWS_RIGHT},
    {"name", N_("Box"), ROWS_LEFT},           {"place", N_("Place"), ROWS_LEFT},
    {"does", N_("What"), ROWS_LEFT},          {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT}, {"units", N_("Amount"), ROWS_RIGHT},
    {"expiry", N_("Use by"), ROWS_LEFT},      {"lot", N_("Batch"), ROWS_LEFT},
    {"transfer", N_("No."), ROWS_RIGHT},      {NULL, NULL, ROWS_LEFT},
};

/* The transfers of one community, and the boxes that they touch. */
struct tour {
    GPtrArray *transfers; /* struct transfer *, borrowed */
    GArray *boxes;        /* int64_t: points of the way */
    GArray *legs;         /* struct round_leg */
    bool *fetched, *put;  /* transfers, as stops are listed */
};

static int32_t
point_of(struct tour *tour, int64_t box)
{
    for (guint i = 0; i < tour->boxes->len; i++)
        if (g_array_index(tour->boxes, int64_t, i) == box)
            return (int32_t)i;
    g_array_append_val(tour->boxes, box);
    return (int32_t)tour->boxes->len - 1;
}

/* What is under way already is only put in: its leg begins where it ends. */
static void
add_leg(struct tour *tour, struct transfer *t)
{
    bool under_way = t->state == TRANSFER_CARRIED;
    struct round_leg leg = {0, point_of(tour, t->to.n)};

    leg.from = under_way ? leg.to : point_of(tour, t->from.n);
    g_ptr_array_add(tour->transfers, t);
    g_array_append_val(tour->legs, leg);
}

static void
add_stop_line(struct rows *rows, struct names *names, int stop, const struct transfer *t,
              bool fetches)
{
    struct box_id id = fetches ? t->from : t->to;
    const struct box *box = names_box(names, id);
    g_autofree char *amount = drug_amount(names_drug(names, t->drug), t->units);

    rows_number(rows, stop);
    rows_number(rows, id.n);
    rows_text(rows, names_box_text(names, id));
    rows_text(rows, box != NULL ? box->place : NULL);
    rows_word(rows, fetches ? "take" : "put", fetches ? _("take along") : _("put into it"));
    rows_number(rows, t->drug.n);
    rows_text(rows, names_drug_text(names, t->drug));
    rows_number_as(rows, t->units, amount);
    rows_day(rows, t->expiry);
    rows_text(rows, t->lot);
    rows_number(rows, t->id);
}

/* At a stop, first put in what was fetched for it, then fetch. */
static void
add_stop(struct rows *rows, struct names *names, struct tour *tour, int stop, int32_t point)
{
    for (guint i = 0; i < tour->transfers->len; i++) {
        const struct round_leg *leg = &g_array_index(tour->legs, struct round_leg, i);
        struct transfer *t = tour->transfers->pdata[i];

        if (leg->to != point || tour->put[i] || (!tour->fetched[i] && leg->from != leg->to))
            continue;
        tour->put[i] = true;
        add_stop_line(rows, names, stop, t, false);
    }
    for (guint i = 0; i < tour->transfers->len; i++) {
        const struct round_leg *leg = &g_array_index(tour->legs, struct round_leg, i);

        if (leg->from != point || leg->from == leg->to || tour->fetched[i])
            continue;
        tour->fetched[i] = true;
        add_stop_line(rows, names, stop, tour->transfers->pdata[i], true);
    }
}

static void
add_tour(struct rows *rows, struct names *names, struct tour *tour)
{
    guint points = tour->boxes->len, legs = tour->legs->len;
    g_autofree double *x = g_new(double, points), *y = g_new(double, points);
    g_autofree int32_t *order = g_new(int32_t, 2 * legs);
    int32_t stops;

    for (guint i = 0; i < points; i++) {
        struct box_id id = {g_array_index(tour->boxes, int64_t, i)};
        const struct box *box = names_box(names, id);
        bool known = box != NULL && box->lat != BOX_NO_COORDINATE;

        x[i] = known ? (double)box->lon * cos(box->lat / 1e6 * G_PI / 180) : NAN;
        y[i] = known ? (double)box->lat : (double)NAN;
    }
    tour->fetched = g_new0(bool, legs);
    tour->put = g_new0(bool, legs);
    stops = round_order(x, y, (int32_t)points, (const struct round_leg *)(void *)tour->legs->data,
                        (int32_t)legs, order);
    for (int32_t i = 0; i < stops; i++)
        add_stop(rows, names, tour, i + 1, order[i]);
    g_free(tour->fetched);
    g_free(tour->put);
}

/* The community that a transfer begins in: one volunteer's way. */
static int64_t
community_of(const struct names *names, const struct transfer *t)
{
    const struct box *box = names_box(names, t->from);
    const struct area *area = box != NULL ? names_area(names, box->area) : NULL;

    while (area != NULL && area->kind > AREA_COMMUNITY)
        area = names_area(names, area->parent);
    return area != NULL ? area->id.n : 0;
}

static void
show_round(struct face *face, struct names *names, const GPtrArray *transfers, int64_t community)
{
    struct tour tour = {g_ptr_array_new(), g_array_new(FALSE, FALSE, sizeof(int64_t)),
                        g_array_new(FALSE, FALSE, sizeof(struct round_leg)), NULL, NULL};
    struct rows *rows = rows_new(round_columns, answer_utc_offset(face->answer));
    g_autofree char *field = g_strdup_printf("community_%lld", (long long)community);

    for (guint i = 0; i < transfers->len; i++)
        if (community_of(names, transfers->pdata[i]) == community)
            add_leg(&tour, transfers->pdata[i]);
    add_tour(rows, names, &tour);
    answer_heading(face->answer, "%s", names_area_path(names, (struct area_id){community}));
    answer_rows(face->answer, field, rows, "");
    g_ptr_array_unref(tour.transfers);
    g_array_unref(tour.boxes);
    g_array_unref(tour.legs);
}

static bool
run_round(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) transfers = NULL;
    g_autoptr(GHashTable) shown = g_hash_table_new(NULL, NULL);
    struct names *names;

    if (!transfer_list(face->inventory, false, &transfers, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    for (guint i = 0; i < transfers->len; i++) {
        int64_t community = community_of(names, transfers->pdata[i]);

        if (g_hash_table_add(shown, GSIZE_TO_POINTER((gsize)community)))
            show_round(face, names, transfers, community);
    }
    answer_number(face->answer, "transfers", transfers->len);
    if (transfers->len == 0)
        answer_say(face->answer, _("Nothing is to be carried; “medbox plan” says what should be."));
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
    amount = drug_amount(names_drug(names, t->drug), t->units);
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
    names_free(names);
    return true;
}

static bool
take_step(struct face *face, const char *word, taker *take, GError **error)
{
    struct transfer_step step = {.uid = face_uuid(face), .now = face->now};
    struct transfer *before = NULL, *t = NULL;
    int64_t id;
    bool ok;

    if (!g_ascii_string_to_signed(word, 10, 1, INT64_MAX, &id, NULL))
        return err_set(
            error, ERR_INPUT,
            _("a transfer is named by its number, not “%s”; “medbox transfer list” lists "
              "them"),
            word);
    if (!transfer_by_id(face->inventory, id, &before, error))
        return false;
    ok = take(face->inventory, id, &step, &t, error) && say_step(face, t, error);
    if (ok && t->state == TRANSFER_CARRIED && t->units < before->units)
        answer_notice(face->answer, _("%lld: the box has less by now: %d of %d."), (long long)id,
                      t->units, before->units);
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
    return take_steps(face, transfer_carry, error);
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

const struct verb verb_transfer[] = {
    {.name = "transfer",
     .sub = "list",
     .usage = N_("[--all]"),
     .help = N_("Lists what is proposed, accepted and on the way."),
     .options = list_options,
     .run = run_list},
    {.name = "transfer",
     .sub = "round",
     .usage = "",
     .help =
         N_("Lists what to take out and put in where, in the order of a short way, community by "
            "community."),
     .run = run_round},
    {.name = "transfer",
     .sub = "accept",
     .usage = N_("NUMBER…"),
     .help = N_("Agrees to a proposal."),
     .least = 1,
     .most = VERB_ANY,
     .run = run_accept},
    {.name = "transfer",
     .sub = "carry",
     .usage = N_("NUMBER…"),
     .help = N_("Books it out of its box: it is on the way then."),
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
     .run = run_cancel},
    {0},
};
