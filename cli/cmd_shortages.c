/* medbox shortages: what is short, box by box, with the arithmetic. */

#include "allocator/need.h"
#include "base/words.h"
#include "cli/face.h"
#include "cli/names.h"
#include "cli/scope.h"
#include "cli/verb.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"

static const struct rows_column columns[] = {
    {"box", NULL, ROWS_RIGHT},
    {"code", NULL, ROWS_LEFT},
    {"name", N_("Box"), ROWS_LEFT},
    {"type", N_("Type"), ROWS_LEFT},
    {"age", N_("For"), ROWS_LEFT},
    {"level", N_("State"), ROWS_LEFT},
    {"usable", N_("There"), ROWS_RIGHT},
    {"minimum", NULL, ROWS_RIGHT},
    {"fill", NULL, ROWS_RIGHT},
    {"taken", NULL, ROWS_RIGHT},
    {"stocked", NULL, ROWS_RIGHT}, /* days of the window with stock */
    {"window", NULL, ROWS_RIGHT},  /* days */
    {"daily", NULL, ROWS_RIGHT},
    {"unmet", NULL, ROWS_RIGHT},
    {"cover", N_("Days left"), ROWS_RIGHT},
    {"wanted", N_("Wanted"), ROWS_RIGHT},
    {"why", N_("Why"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

/* What is said below the list. */
struct sum {
    int64_t empty, lacking; /* cells */
    GHashTable *boxes;      /* those that are empty or short of something */
};

/* Milliseconds in millionths of a day, as rows_decimal() wants them. */
static int64_t
days_of(int64_t ms)
{
    return ms * 10 / 864;
}

static void
add_figures(struct rows *rows, const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;

    rows_decimal(rows, MAX(cell->usable, 0), 1);
    rows_decimal(rows, cell->minimum, 0);
    rows_decimal(rows, cell->fill, 0);
    rows_decimal(rows, cell->taken, 1);
    rows_decimal(rows, days_of(cell->stocked), 1);
    rows_decimal(rows, days_of(cell->window), 1);
    rows_decimal(rows, need->daily, 2);
    rows_number(rows, cell->unmet);
    if (need->cover >= 0)
        rows_decimal(rows, (int64_t)(need->cover * 1e6), 1);
    else
        rows_none(rows);
    rows_decimal(rows, need->wanted, 1);
}

static void
add_need(struct rows *rows, struct names *names, const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;
    const struct box *box = names_box(names, cell->box);
    g_autofree char *why = need_explain(need);

    rows_number(rows, cell->box.n);
    rows_text(rows, box != NULL ? box->code : NULL);
    rows_text(rows, names_box_text(names, cell->box));
    rows_word(rows, drug_type_key(cell->type), drug_type_word(cell->type));
    rows_word(rows, drug_age_key(cell->age), drug_age_word(cell->age));
    rows_word(rows, need_level_key(need->level), need_level_word(need->level));
    add_figures(rows, need);
    rows_text(rows, why);
}

static void
count(struct sum *sum, const struct need *need)
{
    if (need->level < NEED_SHORT)
        return;
    sum->empty += need->level == NEED_EMPTY;
    sum->lacking += need->level == NEED_SHORT;
    g_hash_table_add(sum->boxes, GSIZE_TO_POINTER((gsize)need->cell->box.n));
}

static void
say_sum(struct face *face, const struct scope *scope, const struct sum *sum)
{
    guint boxes = scope->box != NULL ? 1 : scope->boxes->len;
    guint lacking = g_hash_table_size(sum->boxes);

    answer_number(face->answer, "empty", sum->empty);
    answer_number(face->answer, "short", sum->lacking);
    answer_number(face->answer, "boxes_lacking", lacking);
    answer_number(face->answer, "boxes", boxes);
    if (lacking > 0)
        answer_say(face->answer,
                   _("Boxes that lack something: %u of %u. Empty: %lld, short: %lld. Amounts are "
                     "person-days."),
                   lacking, boxes, (long long)sum->empty, (long long)sum->lacking);
    else if (face_has(face, "all"))
        answer_say(face->answer, _("Nothing is short."));
}

static void
show(struct face *face, const struct scope *scope, struct names *names,
     const struct snapshot *snapshot)
{
    g_autoptr(GArray) needs = need_list(snapshot, face_has(face, "all") ? NEED_NONE : NEED_SHORT);
    g_autoptr(GHashTable) boxes = g_hash_table_new(NULL, NULL);
    struct rows *rows = rows_new(columns, answer_utc_offset(face->answer));
    struct sum sum = {.boxes = boxes};

    for (guint i = 0; i < needs->len; i++) {
        const struct need *need = &g_array_index(needs, struct need, i);

        if (!scope_has(scope, need->cell->box, (int)need->cell->type))
            continue;
        count(&sum, need);
        add_need(rows, names, need);
    }
    answer_rows(face->answer, "rows", rows,
                face_has(face, "all") ? _("There is nothing to judge yet.")
                                      : _("Nothing is short."));
    say_sum(face, scope, &sum);
}

static bool
run_shortages(struct face *face, GError **error)
{
    struct snapshot snapshot = {.cells = NULL};
    struct names *names = NULL;
    struct scope scope;
    bool ok = scope_read(face, face_text(face, "box"), &scope, error) &&
              snapshot_read(face->inventory, scope_box(&scope), face->now, &snapshot, error);

    if (ok) {
        names = names_read(face->inventory, error);
        ok = names != NULL;
    }
    if (ok)
        show(face, &scope, names, &snapshot);
    names_free(names);
    snapshot_clear(&snapshot);
    scope_clear(&scope);
    return ok;
}

static const struct verb_option options[] = {
    SCOPE_OPTIONS,
    {.name = "box", .value = N_("BOX"), .meaning = N_("only one box")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("what is low or enough, too")},
    {0},
};

const struct verb verb_shortages[] = {
    {.name = "shortages",
     .usage = N_("[--area AREA | --box BOX] [--type TYPE] [--all]"),
     .help = N_("Shows what is short in which box, and how that was reckoned."),
     .options = options,
     .run = run_shortages},
    {0},
};
