/* medbox shortages: what is short or soon will be, box by box or area by area, and why. */

#include <math.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/scope.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "inventory/stock.h"
#include "planning/flags.h"

static const struct rows_column columns[] = {
    {"box", NULL, ROWS_RIGHT},
    {"box_code", NULL, ROWS_LEFT},
    {"box_name", N_("Box"), ROWS_LEFT},
    {"type", N_("Type"), ROWS_LEFT},
    {"age", N_("For"), ROWS_LEFT},
    {"level", N_("State"), ROWS_LEFT},
    {"usable", N_("There"), ROWS_RIGHT},
    {"minimum", NULL, ROWS_RIGHT},
    {"fill", NULL, ROWS_RIGHT},
    {"daily", NULL, ROWS_RIGHT},
    {"unmet", NULL, ROWS_RIGHT},
    {"cover", N_("Days left"), ROWS_RIGHT},
    {"near_days", NULL, ROWS_RIGHT},
    {"near_chance", N_("Near %"), ROWS_RIGHT}, /* percent */
    {"far_days", NULL, ROWS_RIGHT},
    {"far_chance", N_("Far %"), ROWS_RIGHT},
    {"wanted", N_("Wanted"), ROWS_RIGHT},
    {"why", N_("Why"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column share_columns[] = {
    {"area", NULL, ROWS_RIGHT},
    {"area_path", N_("Area"), ROWS_LEFT},
    {"type", N_("Type"), ROWS_LEFT},
    {"age", N_("For"), ROWS_LEFT},
    {"boxes", N_("Boxes"), ROWS_RIGHT},
    {"empty", N_("Empty"), ROWS_RIGHT},
    {"near_share", N_("Near %"), ROWS_RIGHT}, /* percent */
    {"far_share", N_("Far %"), ROWS_RIGHT},
    {"short", N_("Short"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

/* With --json: the numbers of the arithmetic. A rate's are of one kind of medicine, a part's of one
 * span of days: until a visit, after it, or without one (demand.h). */
static const struct rows_column rate_columns[] = {
    {"type", NULL, ROWS_LEFT},   {"age", NULL, ROWS_LEFT},        {"kind", NULL, ROWS_LEFT},
    {"days", NULL, ROWS_RIGHT},  {"prior", NULL, ROWS_RIGHT},     {"taken", NULL, ROWS_RIGHT},
    {"noise", NULL, ROWS_RIGHT}, {"grid_rate", NULL, ROWS_RIGHT}, {"exposure", NULL, ROWS_RIGHT},
    {"rate", NULL, ROWS_RIGHT},  {"worth", NULL, ROWS_RIGHT},     {"dispersion", NULL, ROWS_RIGHT},
    {"doubt", NULL, ROWS_RIGHT}, {"mean", NULL, ROWS_RIGHT},      {"variance", NULL, ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column part_columns[] = {
    {"type", NULL, ROWS_LEFT},      {"age", NULL, ROWS_LEFT},     {"days", NULL, ROWS_RIGHT},
    {"visit_day", NULL, ROWS_LEFT}, {"chance", NULL, ROWS_RIGHT}, {"part", NULL, ROWS_LEFT},
    {"span", NULL, ROWS_RIGHT},     {"stock", NULL, ROWS_RIGHT},  {"mean", NULL, ROWS_RIGHT},
    {"variance", NULL, ROWS_RIGHT}, {"grain", NULL, ROWS_RIGHT},  {"gifts", NULL, ROWS_RIGHT},
    {"given", NULL, ROWS_RIGHT},    {"out", NULL, ROWS_RIGHT},    {NULL, NULL, ROWS_LEFT},
};

/* What one call is about. */
struct question {
    struct face *face;
    struct scope scope;
    struct flags flags;
    struct names *names;
};

/* What is said below the list. */
struct sum {
    int64_t levels[NEED_LEVELS]; /* cells */
    GHashTable *boxes;           /* those that are empty or short of something */
};

static int64_t
percent_of(double share)
{
    return (int64_t)(share * 1e8);
}

static void
add_figures(struct rows *rows, const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;

    rows_decimal(rows, llround(need_usable(need) * (double)STOCK_PERSON_DAY), 1);
    rows_decimal(rows, cell->minimum, 0);
    rows_decimal(rows, cell->fill, 0);
    rows_decimal(rows, need->daily, 2);
    rows_number(rows, cell->unmet);
    if (need->cover >= 0)
        rows_decimal(rows, (int64_t)(need->cover * 1e6), 1);
    else
        rows_none(rows);
    for (int h = 0; h < NEED_HORIZONS; h++) {
        rows_number(rows, need->days[h]);
        if (need->shared || (need->usable > 0 && need->daily <= 0))
            rows_none(rows);
        else
            rows_decimal(rows, percent_of(need->out[h]), 0);
    }
    rows_decimal(rows, need->wanted, 1);
}

static void
add_need(struct rows *rows, const struct question *question, const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;
    const struct box *box = names_box(question->names, cell->box);
    g_autofree char *why = need_sentence(need, question->flags.outlook);

    rows_number(rows, cell->box.n);
    rows_text(rows, box != NULL ? box->code : NULL);
    rows_text(rows, names_box_text(question->names, cell->box));
    rows_word(rows, drug_type_key(cell->type), drug_type_word(cell->type));
    rows_word(rows, drug_age_key(cell->age), drug_age_word(cell->age));
    rows_word(rows, need_level_key(need->level), need_level_word(need->level));
    add_figures(rows, need);
    rows_text(rows, why);
}

static void
count(struct sum *sum, const struct need *need)
{
    sum->levels[need->level]++;
    if (need->level != NEED_OK)
        g_hash_table_add(sum->boxes, GSIZE_TO_POINTER((gsize)need->cell->box.n));
}

static void
say_sum(const struct question *question, const struct sum *sum)
{
    struct answer *answer = question->face->answer;
    guint boxes = question->scope.box != NULL ? 1 : question->scope.boxes->len;
    guint lacking = g_hash_table_size(sum->boxes);

    for (int level = NEED_LEVELS - 1; level > NEED_OK; level--)
        answer_number(answer, need_level_key((enum need_level)level), sum->levels[level]);
    answer_number(answer, "boxes_lacking", lacking);
    answer_number(answer, "boxes", boxes);
    if (lacking > 0)
        answer_say(answer,
                   _("Boxes that lack something: %u of %u. Empty: %lld, urgent: %lld, soon: %lld, "
                     "to watch: %lld. Amounts are person-days."),
                   lacking, boxes, (long long)sum->levels[NEED_EMPTY],
                   (long long)sum->levels[NEED_RED], (long long)sum->levels[NEED_ORANGE],
                   (long long)sum->levels[NEED_YELLOW]);
    else if (face_has(question->face, "all"))
        answer_say(answer, _("Nothing is short."));
}

static void
show_boxes(const struct question *question)
{
    struct answer *answer = question->face->answer;
    bool all = face_has(question->face, "all");
    struct rows *rows = rows_new(columns, answer_utc_offset(answer));
    g_autoptr(GHashTable) boxes = g_hash_table_new(NULL, NULL);
    struct sum sum = {.boxes = boxes};

    for (guint i = 0; i < question->flags.needs->len; i++) {
        const struct need *need = &g_array_index(question->flags.needs, struct need, i);

        count(&sum, need);
        if (all || need->level != NEED_OK)
            add_need(rows, question, need);
    }
    answer_rows(answer, "rows", rows,
                all ? _("There is nothing to judge yet.") : _("Nothing is short."));
    say_sum(question, &sum);
}

static void
show_shares(const struct question *question)
{
    g_autoptr(GArray) shares = need_shares(question->flags.needs, question->flags.outlook);
    struct answer *answer = question->face->answer;
    struct rows *rows = rows_new(share_columns, answer_utc_offset(answer));

    for (guint i = 0; i < shares->len; i++) {
        const struct need_share *share = &g_array_index(shares, struct need_share, i);

        if (!face_has(question->face, "all") && share->share[NEED_FAR] < 0.01)
            continue;
        rows_number(rows, share->community.n);
        rows_text(rows, names_area_path(question->names, share->community));
        rows_word(rows, drug_type_key(share->type), drug_type_word(share->type));
        rows_word(rows, drug_age_key(share->age), drug_age_word(share->age));
        rows_number(rows, share->boxes);
        rows_number(rows, share->empty);
        for (int h = 0; h < NEED_HORIZONS; h++)
            rows_decimal(rows, percent_of(share->share[h]), 0);
        rows_flag(rows, share->share[NEED_NEAR] >= NEED_SHARE_SHORT);
    }
    answer_rows(answer, "rows", rows, _("Nothing is short."));
    answer_say(answer, _("Of the residents of an area, those who need care first counted three "
                         "times: how many are expected to meet an empty box."));
}

static void
add_decimals(struct rows *rows, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        rows_decimal(rows, llround(values[i] * 1e6), 6);
}

static void
add_kind(struct rows *rows, const struct need *need)
{
    rows_text(rows, drug_type_key(need->cell->type));
    rows_text(rows, drug_age_key(need->cell->age));
}

static void
add_rates(struct rows *rows, const struct need *need, const struct demand *demand, int32_t days)
{
    for (int i = 0; i < need->pool.count; i++) {
        int32_t place = need->pool.place[i];
        struct demand_why why = demand_explain(demand, need->box, place);
        struct forecast f = demand_forecast(demand, need->box, place, days);
        const double values[] = {why.prior,    why.taken, why.noise,         why.grid_rate,
                                 why.exposure, why.rate,  f.mean / why.rate, why.dispersion,
                                 why.doubt,    f.mean,    f.variance};

        add_kind(rows, need);
        rows_text(rows, drug_age_key((enum drug_age)(place % DRUG_AGES)));
        rows_number(rows, days);
        add_decimals(rows, values, G_N_ELEMENTS(values));
    }
}

static void
add_part(struct rows *rows, const struct need *need, int32_t days, const struct demand_case *c,
         bool after)
{
    const struct demand_look *l = after ? &c->after : &c->before;
    const struct forecast *f = &l->forecast;
    const double values[] = {f->days,     l->stock, f->mean,
                             f->variance, f->grain, l->none < 1 ? l->gifts : 0,
                             l->given,    l->out};

    add_kind(rows, need);
    rows_number(rows, days);
    if (c->day > 0)
        rows_number(rows, c->day);
    else
        rows_none(rows);
    add_decimals(rows, &c->chance, 1);
    rows_text(rows, after ? "after" : "before");
    add_decimals(rows, values, G_N_ELEMENTS(values));
}

/* Of one need, into both lists. */
static void
add_numbers(struct rows *rates, struct rows *parts, const struct need *need,
            const struct demand *demand)
{
    struct demand_case cases[DEMAND_AHEAD + 1];

    for (int h = 0; h < NEED_HORIZONS; h++) {
        int count = need_cases(need, demand, (enum need_horizon)h, cases);

        if (count > 0)
            add_rates(rates, need, demand, need->days[h]);
        for (int i = 0; i < count; i++) {
            add_part(parts, need, need->days[h], &cases[i], false);
            if (cases[i].after.out > 0)
                add_part(parts, need, need->days[h], &cases[i], true);
        }
    }
}

static void
show_arithmetic(const struct question *question)
{
    struct answer *answer = question->face->answer;
    struct rows *rows = rows_new(columns, answer_utc_offset(answer));
    struct rows *rates = rows_new(rate_columns, answer_utc_offset(answer));
    struct rows *parts = rows_new(part_columns, answer_utc_offset(answer));

    for (guint i = 0; i < question->flags.needs->len; i++) {
        const struct need *need = &g_array_index(question->flags.needs, struct need, i);
        g_auto(GStrv) lines = need_arithmetic(need, question->flags.outlook);

        if (need->level == NEED_OK && !face_has(question->face, "all") && question->scope.type == 0)
            continue;
        add_need(rows, question, need);
        add_numbers(rates, parts, need, outlook_demand(question->flags.outlook));
        answer_say(answer, _("%s, %s: %s"), drug_type_word(need->cell->type),
                   drug_age_word(need->cell->age), need_level_word(need->level));
        for (char **line = lines; *line != NULL; line++)
            answer_say(answer, "  %s", *line);
    }
    if (answer_is_json(answer)) {
        answer_rows(answer, "rows", rows, "");
        answer_rows(answer, "rates", rates, "");
        answer_rows(answer, "parts", parts, "");
    } else {
        rows_free(rows);
        rows_free(rates);
        rows_free(parts);
    }
}

static void
show(const struct question *question)
{
    if (face_has(question->face, "why"))
        show_arithmetic(question);
    else if (face_has(question->face, "shares"))
        show_shares(question);
    else
        show_boxes(question);
}

static bool
check(struct face *face, GError **error)
{
    static const char *const views[] = {"why", "shares", NULL};

    if (face_given(face, views) > 1)
        return face_usage(face, error, _("either --why or --shares"));
    if (face_has(face, "why") && face_text(face, "box") == NULL)
        return face_usage(face, error, _("--why wants --box, and perhaps --type"));
    return true;
}

static bool
read_flags(struct question *question, GError **error)
{
    static const char *const whole[] = {"all", "shares", "why", NULL};
    const struct scope *scope = &question->scope;
    struct flags_question about = {
        .box = scope_box(scope),
        .area = scope->area,
        .type = scope->type,
        .least = face_given(question->face, whole) > 0 ? NEED_OK : NEED_YELLOW,
    };

    return flags_read(question->face->inventory, &about, question->face->now, &question->flags,
                      error);
}

static bool
run_shortages(struct face *face, GError **error)
{
    struct question question = {.face = face};
    bool ok = check(face, error) &&
              scope_read(face, face_text(face, "box"), &question.scope, error) &&
              read_flags(&question, error);

    if (ok) {
        question.names = names_read(face->inventory, error);
        ok = question.names != NULL;
    }
    if (ok)
        show(&question);
    names_free(question.names);
    flags_clear(&question.flags);
    scope_clear(&question.scope);
    return ok;
}

static const struct verb_option options[] = {
    SCOPE_OPTIONS,
    {.name = "box", .value = N_("BOX"), .meaning = N_("only one box")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("what is enough, too")},
    {.name = "shares", .kind = VERB_FLAG, .meaning = N_("area by area")},
    {.name = "why", .kind = VERB_FLAG, .meaning = N_("the whole arithmetic of a box")},
    {0},
};

const struct verb verb_shortages[] = {
    {.name = "shortages",
     .usage = N_("[--area AREA | --box BOX] [--type TYPE] [--all] [--shares | --why]"),
     .help = N_("Shows what is short or soon will be in which box, how likely, and why."),
     .options = options,
     .run = run_shortages},
    {0},
};
