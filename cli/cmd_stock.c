/* medbox stock, expiring: what boxes hold, and what of it must be used or thrown away soon. */

#include "base/words.h"
#include "cli/face.h"
#include "cli/scope.h"
#include "cli/stock_rows.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "inventory/setting.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"

/* What one call of stock is about. */
struct question {
    struct scope scope;
    struct drug *drug; /* NULL: all */
    struct names *names;
};

static struct drug_id
drug_asked(const struct question *question)
{
    return question->drug != NULL ? question->drug->id : (struct drug_id){0};
}

static bool
is_asked(const struct question *question, struct box_id box, struct drug_id drug)
{
    const struct drug *row = names_drug(question->names, drug);

    return scope_has(&question->scope, box, (int)row->type);
}

/* By type and age group, as the overview has them, and in the order of the catalogue. */
static int
by_type(gconstpointer a, gconstpointer b, gpointer data)
{
    const struct stock_total *one = a, *other = b;
    const struct drug *first = names_drug(data, one->drug), *second = names_drug(data, other->drug);

    if (first->type != second->type)
        return first->type < second->type ? -1 : 1;
    if (first->age != second->age)
        return first->age < second->age ? -1 : 1;
    return (one->drug.n > other->drug.n) - (one->drug.n < other->drug.n);
}

static bool
show_totals(struct face *face, const struct question *question, GError **error)
{
    g_autoptr(GArray) totals = NULL, asked = g_array_new(FALSE, FALSE, sizeof(struct stock_total));

    if (!stock_totals(face->inventory, scope_box(&question->scope), drug_asked(question),
                      inventory_day(face->inventory, face->now), &totals, error))
        return false;
    for (guint i = 0; i < totals->len; i++) {
        const struct stock_total *total = &g_array_index(totals, struct stock_total, i);

        if (is_asked(question, total->box, total->drug))
            g_array_append_vals(asked, total, 1);
    }
    if (question->drug != NULL) {
        stock_rows_drug(face, question->names, question->drug, asked);
        return true;
    }
    g_array_sort_with_data(asked, by_type, question->names);
    stock_rows_box(face, question->names, asked);
    return true;
}

static bool
show_lots(struct face *face, const struct question *question, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL, asked = g_ptr_array_new();

    if (!stock_lots(face->inventory, scope_box(&question->scope), drug_asked(question), &lots,
                    error))
        return false;
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        if (is_asked(question, lot->box, lot->drug))
            g_ptr_array_add(asked, lots->pdata[i]);
    }
    stock_rows_lots(face, question->names, asked);
    return true;
}

static bool
show_overview(struct face *face, const struct question *question, GError **error)
{
    struct snapshot snapshot;
    bool ok = snapshot_read_stock(face->inventory, (struct box_id){0}, face->now, &snapshot, error);

    if (ok)
        stock_rows_overview(face, question->names, &question->scope, &snapshot,
                            face_has(face, "each"));
    snapshot_clear(&snapshot);
    return ok;
}

static bool
read_question(struct face *face, struct question *question, GError **error)
{
    *question = (struct question){.names = NULL};
    if (!scope_read(face, face->arg_count > 0 ? face->args[0] : NULL, &question->scope, error) ||
        (face_has(face, "drug") &&
         !drug_find(face->inventory, face_text(face, "drug"), &question->drug, error)))
        return false;
    question->names = names_read(face->inventory, error);
    return question->names != NULL;
}

static bool
run_stock(struct face *face, GError **error)
{
    struct question question;
    bool ok = read_question(face, &question, error);

    if (ok && face_has(face, "lots"))
        ok = show_lots(face, &question, error);
    else if (ok && (question.scope.box != NULL || question.drug != NULL))
        ok = show_totals(face, &question, error);
    else if (ok)
        ok = show_overview(face, &question, error);
    names_free(question.names);
    drug_free(question.drug);
    scope_clear(&question.scope);
    return ok;
}

/* ------------------------------------------------------------------------------------- expiring */

static bool
read_days(struct face *face, struct area_id area, int32_t *days, GError **error)
{
    if (!setting_number(face->inventory, "expiring.days", area, (struct box_id){0}, days, error))
        return false;
    *days = (int32_t)face_number(face, "within", *days);
    return true;
}

/* How many are past their day, and how to book the first of them out. */
static void
hint(struct face *face, struct names *names, const GPtrArray *lots)
{
    struct day today = inventory_day(face->inventory, face->now);
    const struct stock_lot *first = lots->len > 0 ? lots->pdata[0] : NULL;
    char expiry[DAY_TEXT_SIZE];
    guint expired = 0;

    while (expired < lots->len && ((struct stock_lot *)lots->pdata[expired])->expiry.n < today.n)
        expired++;
    answer_number(face->answer, "expired", expired);
    if (expired == 0)
        return;
    answer_say(face->answer,
               words_plural("%u lot is past its day. Take it out of the box, then: medbox discard "
                            "%s %lld --units %d --expiry %s --reason expired",
                            "%u lots are past their day. Take them out of the boxes, then, one by "
                            "one: medbox discard %s %lld --units %d --expiry %s --reason expired",
                            expired),
               expired, names_box(names, first->box)->code, (long long)first->drug.n,
               (int)first->units, day_format(first->expiry, expiry));
}

static bool
run_expiring(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    g_autofree char *empty = NULL;
    struct names *names;
    struct area_id area;
    struct day until;
    int32_t days = 0;

    if (!face_area(face, "area", (struct area_id){0}, &area, error) ||
        !read_days(face, area, &days, error))
        return false;
    until.n = inventory_day(face->inventory, face->now).n + days;
    if (!stock_expiring(face->inventory, area, until, &lots, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    empty = g_strdup_printf(
        words_plural("Nothing expires within %d day.", "Nothing expires within %d days.", days),
        (int)days);
    answer_number(face->answer, "within", days);
    stock_rows_expiring(face, names, lots, empty);
    hint(face, names, lots);
    names_free(names);
    return true;
}

static const struct verb_option stock_options[] = {
    SCOPE_OPTIONS,
    {.name = "drug", .value = N_("DRUG"), .meaning = N_("only one medicine: where it is")},
    {.name = "lots", .kind = VERB_FLAG, .meaning = N_("lot by lot")},
    {.name = "each", .kind = VERB_FLAG, .meaning = N_("a line for each box, however many")},
    {0},
};

static const struct verb_option expiring_options[] = {
    {.name = "within",
     .kind = VERB_NUMBER,
     .value = N_("DAYS"),
     .meaning = N_("in so many days (else the setting expiring.days)"),
     .low = 0,
     .high = 36500},
    {.name = "area", .value = N_("AREA"), .meaning = N_("only boxes in it and below")},
    {0},
};

const struct verb verb_stock[] = {
    {.name = "stock",
     .usage = N_("[BOX | --area AREA] [--type TYPE] [--drug DRUG] [--lots]"),
     .help = N_("Shows what boxes hold: all at a glance, one by one, or where a medicine is."),
     .options = stock_options,
     .most = 1,
     .run = run_stock},
    {.name = "expiring",
     .usage = N_("[--within DAYS] [--area AREA]"),
     .help = N_("Lists what expires soon or has expired."),
     .options = expiring_options,
     .run = run_expiring},
    {0},
};
