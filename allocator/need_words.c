#include <math.h>

#include "allocator/need.h"
#include "base/words.h"
#include "inventory/stock.h"

static const struct {
    const char *key, *word;
} levels[NEED_LEVELS] = {
    [NEED_OK] = {"ok", N_("enough")},       [NEED_YELLOW] = {"yellow", N_("watch")},
    [NEED_ORANGE] = {"orange", N_("soon")}, [NEED_RED] = {"red", N_("urgent")},
    [NEED_EMPTY] = {"empty", N_("empty")},
};

const char *
need_level_key(enum need_level level)
{
    return levels[level].key;
}

const char *
need_level_word(enum need_level level)
{
    return _(levels[level].word);
}

static double
person_days(int64_t amount)
{
    return (double)amount / (double)STOCK_PERSON_DAY;
}

static int
percent(double share)
{
    return (int)round(share * 100);
}

static void
add(GString *text, char *clause)
{
    g_autofree char *before = g_strdup(text->str);

    if (text->len > 0)
        g_string_printf(text, _("%s, %s"), before, clause);
    else
        g_string_assign(text, clause);
    g_free(clause);
}

/* What there is, what is asked for and how that is known, what is special just now, what follows. */
char *
need_sentence(const struct need *need, const struct outlook *outlook)
{
    const struct snapshot_cell *cell = need->cell;
    GString *text = g_string_new(NULL);
    struct demand_why why = {0};
    bool known = need->box >= 0 && need->daily > 0;

    if (known)
        why = demand_explain(outlook_demand(outlook), need->box, need->place);
    add(text, g_strdup_printf(_("%.1f left"), need_usable(need)));
    if (known)
        add(text, g_strdup_printf(_("about %.2f a day asked for here (%.1f taken or asked for in "
                                    "%.1f days with stock, the grid's average %.2f)"),
                                  why.rate, why.taken, why.stocked, why.grid_rate));
    if (known && fabs(why.surge - 1) >= 0.1)
        add(text, g_strdup_printf(_("now ×%.1f in this community"), why.surge));
    if (cell->unmet > 0)
        add(text, g_strdup_printf(words_plural("asked for in vain %d time",
                                               "asked for in vain %d times", cell->unmet),
                                  (int)cell->unmet));
    if (cell->usable < cell->minimum)
        add(text,
            g_strdup_printf(_("below the minimum of %d"), (int)(cell->minimum / STOCK_PERSON_DAY)));
    if (known && why.due >= 0)
        add(text, g_strdup_printf(words_plural("to be filled again in %d day",
                                               "to be filled again in %d days", why.due),
                                  (int)why.due));
    if (cell->usable > 0 && known)
        add(text, g_strdup_printf(_("%d %% likely to run out in %d days, %d %% in %d"),
                                  percent(need->out[NEED_NEAR]), (int)need->days[NEED_NEAR],
                                  percent(need->out[NEED_FAR]), (int)need->days[NEED_FAR]));
    return g_string_free(text, FALSE);
}

/* ------------------------------------------------------------------------------- the arithmetic */

static void
line(GPtrArray *lines, char *text)
{
    g_ptr_array_add(lines, text);
}

/* A hint is infinite on a first case after days without any. */
static char *
hint(double value)
{
    return isfinite(value) ? g_strdup_printf("%.1f", value) : g_strdup("∞");
}

static void
explain_rate(GPtrArray *lines, const struct demand_why *why)
{
    g_autofree char *c1 = hint(why->ears[0]), *c2 = hint(why->ears[1]), *c3 = hint(why->ears[2]);

    line(lines,
         g_strdup_printf(_("Rate: %.2f person-days were taken or asked for in %.1f days with "
                           "stock (of older days less counts: half after 69); boxes like it "
                           "in its grid have %.2f a day; together %.2f a day (shape %.1f)."),
                         why->taken, why->stocked, why->grid_rate, why->rate, why->shape));
    line(lines, g_strdup_printf(_("Requests in vain: %d %% of them are recorded, as far as can be "
                                  "seen; time without stock counts for so much."),
                                percent(why->recorded)));
    line(lines, g_strdup_printf(_("Now: ×%.2f in this community, growing %+.0f %% a day, week days "
                                  "×%.2f; early hints (EARS) C1 %s, C2 %s, C3 %s."),
                                why->surge, why->growth * 100, why->weekday, c1, c2, c3));
}

static void
explain_supply(GPtrArray *lines, const struct demand_why *why)
{
    line(lines, g_strdup_printf(_("Given: %.2f a day."), why->gifts));
    if (why->due >= 0)
        line(lines, g_strdup_printf(words_plural("Restocking is due in %d day.",
                                                 "Restocking is due in %d days.", why->due),
                                    (int)why->due));
    else if (why->since_visit >= 0)
        line(lines, g_strdup_printf(_("Last brought some %d days ago; by habit %d %% likely again "
                                      "within 7 days."),
                                    (int)why->since_visit, percent(why->visit)));
}

static void
explain_chances(GPtrArray *lines, const struct need *need, const struct outlook *outlook)
{
    for (int h = 0; h < NEED_HORIZONS; h++) {
        struct forecast f =
            demand_forecast(outlook_demand(outlook), need->box, need->place, need->days[h]);

        line(lines,
             g_strdup_printf(_("%d days: %.2f ± %.2f expected, negative binomial in takings of "
                               "%.2f; %.2f there that does not spoil before; chance to run out, "
                               "gifts and visits reckoned with: %.1f %%."),
                             (int)need->days[h], f.mean, sqrt(f.variance), f.grain,
                             person_days(need->lasts[h]), need->out[h] * 100));
    }
}

static void
explain_level(GPtrArray *lines, const struct need *need)
{
    const struct level *level = need->cell->level;

    line(lines,
         g_strdup_printf(_("%s: urgent from %d %% in %d days or less than a day's amount; "
                           "soon from %d %% in %d days or %d %% in %d; watch from %d %% in %d "
                           "days or below the minimum of %d."),
                         need_level_word(need->level), (int)level->red, (int)need->days[NEED_NEAR],
                         (int)level->orange, (int)need->days[NEED_NEAR], (int)level->orange_far,
                         (int)need->days[NEED_FAR], (int)level->yellow, (int)need->days[NEED_FAR],
                         (int)level->minimum));
    if (need->wanted > 0)
        line(lines,
             g_strdup_printf(_("Wanted: %.1f - %.1f = %.1f."), person_days(need->target),
                             person_days(MAX(need->cell->usable, 0)), person_days(need->wanted)));
}

char **
need_arithmetic(const struct need *need, const struct outlook *outlook)
{
    const struct snapshot_cell *cell = need->cell;
    GPtrArray *lines = g_ptr_array_new();

    line(lines, g_strdup_printf(_("There: %.2f person-days that can be taken, %.2f expired or "
                                  "recalled; fill up to %d."),
                                person_days(MAX(cell->usable, 0)), person_days(cell->unusable),
                                (int)(cell->fill / STOCK_PERSON_DAY)));
    if (need->box >= 0 && need->daily > 0) {
        struct demand_why why = demand_explain(outlook_demand(outlook), need->box, need->place);

        explain_rate(lines, &why);
        explain_supply(lines, &why);
        explain_chances(lines, need, outlook);
    } else {
        line(lines, g_strdup(_("Nothing was asked for yet: judged by its minimum alone.")));
    }
    explain_level(lines, need);
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}
