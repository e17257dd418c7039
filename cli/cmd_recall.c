/* medbox recall … */

#include "base/words.h"
#include "cli/face.h"
#include "cli/line.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "inventory/recall.h"
#include "inventory/stock.h"

/* The batches of these lots, each once, in a line. */
static char *
batches(const GPtrArray *lots)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        if (lot->lot[0] != '\0' && g_hash_table_add(seen, lot->lot))
            g_string_append_printf(text, "%s%s", text->len > 0 ? _(", ") : "", lot->lot);
    }
    return g_string_free(text, FALSE);
}

/* How many boxes hold what is recalled: somebody must go there. A batch that no box holds was perhaps
 * mistyped. */
static bool
say_where(struct face *face, struct drug_id drug, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    g_autofree char *others = NULL;
    int n = 0;

    if (!stock_lots(face->inventory, (struct box_id){0}, drug, &lots, error))
        return false;
    for (guint i = 0; i < lots->len; i++)
        n += ((const struct stock_lot *)lots->pdata[i])->recalled;
    answer_number(face->answer, "lots", n);
    if (n > 0)
        answer_notice(
            face->answer,
            words_plural("%d lot of it lies in a box: “medbox drug show %lld” says where; "
                         "“medbox discard BOX --expired” takes it out.",
                         "%d lots of it lie in boxes: “medbox drug show %lld” says where; "
                         "“medbox discard BOX --expired” takes them out.",
                         n),
            n, (long long)drug.n);
    others = batches(lots);
    if (n == 0 && face_has(face, "lot") && others[0] != '\0')
        answer_notice(face->answer,
                      _("No box holds that batch. In boxes are: %s. Where it was mistyped, lift "
                        "this recall (medbox recall lift) and give it anew."),
                      others);
    return true;
}

static bool
add(struct face *face, const struct drug *drug, GError **error)
{
    g_autofree char *title = drug_title(drug);
    const char *lot = face_text(face, "lot");
    int64_t id = 0;
    bool repeated = false;

    if (!recall_add(face->inventory, drug->id, lot != NULL ? lot : "", face_text(face, "reason"),
                    face->now, &id, &repeated, error))
        return false;
    answer_number(face->answer, "id", id);
    answer_flag(face->answer, "repeated", repeated);
    if (repeated)
        answer_say(face->answer, _("Recall %lld already holds for it."), (long long)id);
    else if (lot != NULL)
        answer_say(face->answer,
                   _("Recall %lld: %s of batch %s can only be discarded from now on."),
                   (long long)id, title, lot);
    else
        answer_say(face->answer, _("Recall %lld: %s can only be discarded from now on."),
                   (long long)id, title);
    return say_where(face, drug->id, error);
}

static bool
run_add(struct face *face, GError **error)
{
    struct drug *drug = NULL;
    bool ok = drug_find(face->inventory, face->args[0], &drug, error) && add(face, drug, error);

    drug_free(drug);
    return ok;
}

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT},
    {"at", N_("Since"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"reason", N_("Reason"), ROWS_LEFT},
    {"lifted_at", N_("Lifted"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_row(struct rows *rows, struct names *names, const struct recall *recall)
{
    rows_number(rows, recall->id);
    rows_moment(rows, recall->at);
    rows_number(rows, recall->drug.n);
    rows_text(rows, names_drug_text(names, recall->drug));
    rows_word(rows, recall->lot, recall->lot[0] != '\0' ? recall->lot : _("every batch"));
    rows_text(rows, recall->reason);
    rows_moment(rows, recall->lifted_at);
}

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) recalls = NULL;
    struct names *names;
    struct rows *rows;

    if (!recall_list(face->inventory, face_has(face, "all"), &recalls, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < recalls->len; i++)
        add_row(rows, names, recalls->pdata[i]);
    answer_rows(face->answer, "rows", rows, _("Nothing is recalled."));
    names_free(names);
    return true;
}

static bool
run_lift(struct face *face, GError **error)
{
    int64_t id;

    if (!line_entry(face->args[0], &id))
        return err_set(
            error, ERR_INPUT,
            _("a recall is named by its number, not “%s”; “medbox recall list” lists them"),
            face->args[0]);
    if (!recall_lift(face->inventory, id, face->now, error))
        return false;
    answer_number(face->answer, "id", id);
    answer_say(face->answer, _("Recall %lld is lifted."), (long long)id);
    return true;
}

static const struct verb_option add_options[] = {
    {.name = "lot", .value = N_("TEXT"), .meaning = N_("only this batch")},
    {.name = "reason", .value = N_("TEXT"), .meaning = N_("why, and who says so"), .needed = true},
    {0},
};

static const struct verb_option list_options[] = {
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("those lifted too")},
    {0},
};

const struct verb verb_recall[] = {
    {.name = "recall",
     .sub = "add",
     .usage = N_("DRUG [--lot TEXT] --reason TEXT"),
     .help = N_("Takes a medicine, or a batch of it, out of what can be given."),
     .options = add_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_RECALL,
     .run = run_add},
    {.name = "recall",
     .sub = "list",
     .usage = N_("[--all]"),
     .help = N_("Lists recalls."),
     .options = list_options,
     .run = run_list},
    {.name = "recall",
     .sub = "lift",
     .usage = N_("NUMBER"),
     .help = N_("Ends a recall."),
     .least = 1,
     .most = 1,
     .act = AUDIT_RECALL_LIFT,
     .run = run_lift},
    {0},
};
