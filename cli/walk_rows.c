#include "cli/walk_rows.h"

#include "base/words.h"
#include "planning/walk_sheet.h"

static const struct rows_column stop_columns[] = {
    {"walk", NULL, ROWS_RIGHT},
    {"carrier", NULL, ROWS_LEFT},
    {"stop", N_("Stop"), ROWS_RIGHT},
    {"box", NULL, ROWS_RIGHT},
    {"box_code", NULL, ROWS_LEFT},
    {"box_name", N_("Box"), ROWS_LEFT},
    {"place", N_("Place"), ROWS_LEFT},
    {"phone", N_("Phone"), ROWS_LEFT},
    {"does", N_("What"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"transfer", N_("No."), ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column lost_columns[] = {
    {"walk", NULL, ROWS_RIGHT},     {"transfer", NULL, ROWS_RIGHT},
    {"from_box", NULL, ROWS_RIGHT}, {"from_box_name", NULL, ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},     {"drug_name", NULL, ROWS_LEFT},
    {"units", NULL, ROWS_RIGHT},    {"reason", NULL, ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column walk_columns[] = {
    {"id", N_("No."), ROWS_RIGHT},        {"carrier", N_("Carrier"), ROWS_LEFT},
    {"made_at", N_("Made"), ROWS_LEFT},   {"transfers", N_("Transfers"), ROWS_RIGHT},
    {"done", N_("Finished"), ROWS_RIGHT}, {"cancelled", N_("Cancelled"), ROWS_RIGHT},
    {"stops", N_("Stops"), ROWS_RIGHT},   {"minutes", N_("Minutes"), ROWS_RIGHT},
    {"km", N_("km"), ROWS_RIGHT},         {NULL, NULL, ROWS_LEFT},
};

static void
add_number(struct rows *rows, int64_t number)
{
    if (number > 0)
        rows_number(rows, number);
    else
        rows_none(rows);
}

/* For programs each task; for people those of the same batch as one. */
static void
add_task(struct rows *rows, struct names *names, const struct walks_walk *walk, guint stop, guint i,
         bool json)
{
    const struct walks_stop *at = &g_array_index(walk->stops, struct walks_stop, stop);
    const struct walks_task *task = &g_array_index(at->tasks, struct walks_task, i);
    struct box_id id = at->box;
    const struct box *box = names_box(names, id);
    const struct transfer *t = task->transfer;
    g_autoptr(GString) numbers = g_string_new(NULL);
    int32_t alike = walk_sheet_units(at->tasks, i, numbers);
    g_autofree char *amount = drug_amount(names_drug(names, t->drug), alike);

    if (alike == 0 && !json)
        return;
    add_number(rows, walk->walk->id);
    rows_text(rows, walk->walk->carrier);
    rows_number(rows, stop + 1);
    rows_number(rows, id.n);
    rows_text(rows, box != NULL ? box->code : NULL);
    rows_text(rows, names_box_text(names, id));
    rows_text(rows, box != NULL ? box->place : NULL);
    rows_text(rows, box != NULL ? box->phone : NULL);
    rows_word(rows, task->puts ? "put" : "take", task->puts ? _("put into it") : _("take along"));
    rows_number(rows, t->drug.n);
    rows_text(rows, names_drug_text(names, t->drug));
    rows_number_as(rows, task->units, amount);
    rows_day(rows, t->expiry);
    rows_text(rows, t->lot);
    if (t->id > 0)
        rows_number_as(rows, t->id, numbers->str);
    else
        rows_none(rows);
}

static void
add_stops(struct rows *rows, struct names *names, const struct walks_walk *walk, bool json)
{
    for (guint s = 0; s < walk->stops->len; s++) {
        const GArray *tasks = g_array_index(walk->stops, struct walks_stop, s).tasks;

        for (guint i = 0; i < tasks->len; i++)
            add_task(rows, names, walk, s, i, json);
    }
}

/* What is not told to be carried any more, and what to do about it. */
static void
say_loss(struct face *face, struct names *names, const struct walks_loss *loss)
{
    const char *drug = names_drug_text(names, loss->drug), *box = names_box_text(names, loss->from);
    g_autofree char *amount = drug_amount(names_drug(names, loss->drug), loss->units);
    long long id = loss->transfer;

    if (!loss->gone)
        answer_notice(face->answer,
                      _("Transfer %lld: what is to be carried of it expired or was recalled, and "
                        "must not go into a box. “medbox transfer cancel %lld” ends it and books "
                        "what is on the way back into its box; discard it there."),
                      id, id);
    else if (loss->all)
        answer_notice(face->answer,
                      _("Transfer %lld: %s %s is not in %s any more. “medbox transfer cancel "
                        "%lld” ends it."),
                      id, drug, amount, box, id);
    else
        answer_notice(face->answer,
                      _("Transfer %lld: %s %s is not in %s any more; what is there can go."), id,
                      drug, amount, box);
}

static void
add_lost(struct rows *rows, struct names *names, const struct walks_walk *walk)
{
    for (guint i = 0; i < walk->lost->len; i++) {
        const struct walks_loss *loss = &g_array_index(walk->lost, struct walks_loss, i);

        add_number(rows, walk->walk->id);
        add_number(rows, loss->transfer);
        rows_number(rows, loss->from.n);
        rows_text(rows, names_box_text(names, loss->from));
        rows_number(rows, loss->drug.n);
        rows_text(rows, names_drug_text(names, loss->drug));
        rows_number(rows, loss->units);
        rows_text(rows, loss->gone ? "gone" : "spoiled");
    }
}

/* Why there is no stop any more. */
static const char *
nothing_left(const struct walks_walk *walk)
{
    guint cancelled = walks_cancelled(walk);

    if (walk->lost->len > 0)
        return "";
    if (cancelled == 0)
        return _("All of it is carried.");
    return cancelled == walk->transfers->len
               ? _("All of it is cancelled: nothing is to be carried.")
               : _("Nothing is left: the rest of it is cancelled.");
}

/* For people a table each, for programs one list. */
void
walk_rows_stops(struct face *face, struct names *names, const GPtrArray *walks)
{
    struct answer *answer = face->answer;
    bool json = answer_is_json(answer);
    struct rows *rows = json ? rows_new(stop_columns, answer_utc_offset(answer)) : NULL;
    struct rows *lost = rows_new(lost_columns, answer_utc_offset(answer));

    for (guint i = 0; i < walks->len; i++) {
        const struct walks_walk *walk = walks->pdata[i];
        g_autofree char *title = walk_sheet_title(walk), *summary = walk_sheet_summary(walk);

        if (!json)
            rows = rows_new(stop_columns, answer_utc_offset(answer));
        add_stops(rows, names, walk, json);
        add_lost(lost, names, walk);
        for (guint j = 0; j < walk->lost->len; j++)
            say_loss(face, names, &g_array_index(walk->lost, struct walks_loss, j));
        if (json)
            continue;
        answer_heading(answer, _("%s: %s"), title, summary);
        answer_rows(answer, "rows", rows, nothing_left(walk));
    }
    if (!json) {
        rows_free(lost);
        return;
    }
    answer_rows(answer, "rows", rows, "");
    answer_rows(answer, "left_out", lost, "");
    walk_rows_list(face, walks, "walks", "");
}

/* For people only where there are any. */
static void
add_cancelled(struct rows *rows, guint count)
{
    g_autofree char *text = count > 0 ? g_strdup_printf("%u", count) : g_strdup("");

    rows_number_as(rows, count, text);
}

void
walk_rows_list(struct face *face, const GPtrArray *walks, const char *field, const char *empty)
{
    struct rows *rows = rows_new(walk_columns, answer_utc_offset(face->answer));

    for (guint i = 0; i < walks->len; i++) {
        const struct walks_walk *walk = walks->pdata[i];

        add_number(rows, walk->walk->id);
        rows_text(rows, walk->walk->carrier);
        if (walk->walk->id > 0)
            rows_moment(rows, walk->walk->made_at);
        else
            rows_none(rows);
        rows_number(rows, walk->transfers->len);
        rows_number(rows, walks_done(walk));
        add_cancelled(rows, walks_cancelled(walk));
        rows_number(rows, walk->stops->len);
        rows_decimal(rows, (int64_t)(walk_sheet_minutes(walk) * 1e6), 0);
        rows_decimal(rows, (int64_t)(walk->metres * 1e3), 1);
    }
    answer_rows(face->answer, field, rows, empty);
}

/* Names between commas of either width; blanks around them don't count, nor do empty ones. */
static char **
split_names(const char *text)
{
    g_auto(GStrv) parts = g_regex_split_simple("[,，、;；]", text, 0, 0);
    GPtrArray *names = g_ptr_array_new();

    for (char **part = parts; *part != NULL; part++)
        if (g_strstrip(*part)[0] != '\0')
            g_ptr_array_add(names, g_strdup(*part));
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

bool
walk_rows_people(struct face *face, struct walks_people *people, char ***texts, bool *given,
                 GError **error)
{
    static const char *const both[] = {"volunteers", "carriers", NULL};
    const char *carriers = face_text(face, "carriers");

    *people = (struct walks_people){.number = (int32_t)face_number(face, "volunteers", 0)};
    *texts = NULL;
    *given = face_given(face, both) > 0;
    if (face_given(face, both) > 1)
        return face_usage(face, error, _("either --volunteers or --carriers"));
    if (carriers == NULL)
        return true;
    *texts = people->names = split_names(carriers);
    if (people->names[0] == NULL)
        return err_set(error, ERR_INPUT, _("--carriers wants names, as in “Li,Wang”"));
    return walks_check_people(people, error);
}
