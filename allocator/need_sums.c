#include <math.h>

#include "allocator/need.h"
#include "base/words.h"
#include "inventory/stock.h"

static double
person_days(int64_t amount)
{
    return (double)amount / (double)STOCK_PERSON_DAY;
}

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
explain_stock(GPtrArray *lines, const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;

    line(lines, g_strdup_printf(_("There: %.2f person-days that can be taken, %.2f expired or "
                                  "recalled; fill up to %d."),
                                person_days(need->usable), person_days(cell->unusable),
                                (int)(cell->fill / STOCK_PERSON_DAY)));
    if (need->beside > 0)
        line(lines, g_strdup_printf(_("%.2f of it is for all ages: it counts for adults and for "
                                      "children, and so does what is taken of it."),
                                    person_days(need->beside)));
    for (int h = 0; h < NEED_HORIZONS; h++)
        if (need->lasts[h] < need->usable)
            line(lines,
                 g_strdup_printf(_("%.2f of it spoils within %d days and is not reckoned "
                                   "with for so long."),
                                 person_days(need->usable - need->lasts[h]), (int)need->days[h]));
    if (need->shared)
        line(lines, g_strdup(_("It is judged with what is for adults, and with what is for "
                               "children: see there.")));
}

/* ------------------------------------------------------------------------------------- the demand */

static void
explain_rate(GPtrArray *lines, const struct demand_why *why)
{
    g_autofree char *c1 = hint(why->ears[0]), *c2 = hint(why->ears[1]), *c3 = hint(why->ears[2]);

    line(lines,
         g_strdup_printf(
             _("Rate: (%.2f + %.2f ÷ %.2f) ÷ (%.2f ÷ %.3f + %.2f ÷ %.2f) = %.3f a day. That is: "
               "boxes like it in its grid have %.3f a day, which is trusted like %.2f takings; "
               "here %.2f person-days were taken or asked for in what counts as %.2f usual days; "
               "both are divided by %.2f, as takings come unevenly. Of older days less counts: "
               "half after 69. There was something to take on %.1f days."),
             why->prior, why->taken, why->noise, why->prior, why->grid_rate, why->exposure,
             why->noise, why->rate, why->grid_rate, why->prior, why->taken, why->exposure,
             why->noise, why->stocked));
    line(lines, g_strdup_printf(_("Requests in vain: %.0f %% of them are recorded, as far as can "
                                  "be seen; time without stock counts for so much."),
                                why->recorded * 100));
    line(lines,
         g_strdup_printf(_("Now: ×%.2f in this community (×%.2f over its last weeks), "
                           "growing %+.1f %% a day, week days ×%.2f; early hints (EARS) C1 "
                           "%s, C2 %s, C3 %s."),
                         why->surge, why->risen, why->growth * 100, why->weekday, c1, c2, c3));
    line(lines, g_strdup_printf(_("Given: %.2f a day."), why->gifts));
}

static void
explain_visits(GPtrArray *lines, const struct demand_why *why)
{
    if (why->due >= 0)
        line(lines, g_strdup_printf(words_plural("Restocking is due in %d day.",
                                                 "Restocking is due in %d days.", why->due),
                                    (int)why->due));
    else if (why->since_visit >= 0)
        line(lines, g_strdup_printf(_("Last brought some %d days ago; by habit %.0f %% likely "
                                      "again within 7 days."),
                                    (int)why->since_visit, why->visit * 100));
}

static const char *const for_whom[DRUG_AGES] = {
    [DRUG_ALL_AGES] = N_("What is for all ages:"),
    [DRUG_ADULT] = N_("What is for adults:"),
    [DRUG_CHILD] = N_("What is for children:"),
};

static void
explain_demand(GPtrArray *lines, const struct need *need, const struct demand *demand)
{
    for (int i = 0; i < need->pool.count; i++) {
        struct demand_why why = demand_explain(demand, need->box, need->pool.place[i]);

        if (need->pool.count > 1)
            line(lines, g_strdup(_(for_whom[need->pool.place[i] % DRUG_AGES])));
        explain_rate(lines, &why);
        if (i == 0)
            explain_visits(lines, &why);
    }
}

/* ------------------------------------------------------------------------------------ the chances */

static void
explain_forecast(GPtrArray *lines, const struct need *need, const struct demand *demand, int days)
{
    for (int i = 0; i < need->pool.count; i++) {
        struct demand_why why = demand_explain(demand, need->box, need->pool.place[i]);
        struct forecast f = demand_forecast(demand, need->box, need->pool.place[i], days);

        line(lines, g_strdup_printf(_("%d days count as %.3f, with surge, growth and week days: "
                                      "%.3f × %.3f = %.2f expected; variance %.2f × %.2f + %.2f² "
                                      "× (1 ÷ %.2f + %.4f) = %.2f."),
                                    days, f.mean / why.rate, why.rate, f.mean / why.rate, f.mean,
                                    why.dispersion, f.mean, f.mean, MAX(why.shape, 0.2), why.doubt,
                                    f.variance));
    }
    if (need->pool.count > 1) {
        struct forecast f = demand_pool_forecast(demand, &need->pool, days);

        line(lines,
             g_strdup_printf(_("Together: %.2f expected, variance %.2f, in takings of %.2f."),
                             f.mean, f.variance, f.grain));
    }
}

/* One look as a clause. */
static char *
look_text(const struct demand_look *l)
{
    const struct forecast *f = &l->forecast;
    double grains = l->stock / f->grain;
    g_autofree char *empty = g_strdup_printf(
        _("%.2f there are %.2f takings of %.2f; asked for are %.2f ± %.2f takings (negative "
          "binomial), so many or more with %.1f %%, more with %.1f %%; found empty with %.1f + "
          "(%.1f - %.1f) × (1 - 1 ÷ %.2f) ^ %.2f = %.1f %%"),
        l->stock, grains, f->grain, f->mean / f->grain, sqrt(f->variance) / f->grain, l->all * 100,
        l->more * 100, l->more * 100, l->all * 100, l->more * 100, MAX(f->days, 1), grains,
        l->empty * 100);

    if (l->none >= 1)
        return g_steal_pointer(&empty);
    return g_strdup_printf(_("%s; %.2f gifts come in time: none with %.1f %%, otherwise %.2f more "
                             "there, and found empty with %.1f %%: together %.1f %%"),
                           empty, l->gifts, l->none * 100, l->given, l->raised * 100, l->out * 100);
}

static void
explain_case(GPtrArray *lines, const struct demand_case *c)
{
    g_autofree char *before = look_text(&c->before), *after = NULL;

    if (c->day == 0) {
        line(lines, g_strdup_printf(_("No visit (%.1f %%): %s."), c->chance * 100, before));
        return;
    }
    line(lines, g_strdup_printf(_("A visit on day %d (%.1f %%), before it: %s."), c->day,
                                c->chance * 100, before));
    if (c->after.out <= 0)
        return;
    after = look_text(&c->after);
    line(lines, g_strdup_printf(_("After the visit on day %d: %s."), c->day, after));
}

/* "11.2 % × 40.1 % + 88.8 % × 62.0 %" */
static char *
sum_text(const struct demand_case *cases, int count)
{
    GString *text = g_string_new(NULL);

    for (int i = 0; i < count; i++)
        g_string_append_printf(text, "%s%.1f %% × %.1f %%", i > 0 ? " + " : "",
                               cases[i].chance * 100, demand_case_out(&cases[i]) * 100);
    return g_string_free(text, FALSE);
}

static void
explain_chance(GPtrArray *lines, const struct need *need, const struct demand *demand,
               enum need_horizon h)
{
    struct demand_case cases[DEMAND_AHEAD + 1];
    int count = need_cases(need, demand, h, cases);
    g_autofree char *sum = sum_text(cases, count);

    explain_forecast(lines, need, demand, need->days[h]);
    for (int i = 0; i < count; i++)
        explain_case(lines, &cases[i]);
    if (count > 0)
        line(lines, g_strdup_printf(_("Likely to run out in %d days: %s = %.1f %%."),
                                    (int)need->days[h], sum, need->out[h] * 100));
}

/* --------------------------------------------------------------------------------------- the rest */

static void
explain_wanted(GPtrArray *lines, const struct need *need)
{
    int fill = (int)(need->cell->fill / STOCK_PERSON_DAY), days = (int)need->days[NEED_FAR];

    if (need->wanted <= 0)
        return;
    if (need->target > need->cell->fill)
        line(lines,
             g_strdup_printf(_("Wanted: what is asked for in %d days, %d × %.2f = %.1f, as that is "
                               "more than the fill level of %d; less %.1f there: %.1f."),
                             days, days, person_days(need->daily), person_days(need->target), fill,
                             person_days(need->usable), person_days(need->wanted)));
    else
        line(lines, g_strdup_printf(_("Wanted: up to the fill level of %d, less %.1f there: %.1f."),
                                    fill, person_days(need->usable), person_days(need->wanted)));
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
    explain_wanted(lines, need);
}

int
need_cases(const struct need *need, const struct demand *demand, enum need_horizon h,
           struct demand_case *cases)
{
    if (!need->known || need->shared || need->lasts[h] <= 0)
        return 0;
    return demand_cases(demand, &need->pool, person_days(need->lasts[h]), need->days[h], cases);
}

char **
need_arithmetic(const struct need *need, const struct outlook *outlook)
{
    const struct demand *demand = outlook_demand(outlook);
    GPtrArray *lines = g_ptr_array_new();

    explain_stock(lines, need);
    if (need->box >= 0 && need->daily > 0) {
        explain_demand(lines, need, demand);
        for (int h = 0; h < NEED_HORIZONS && !need->shared; h++)
            explain_chance(lines, need, demand, (enum need_horizon)h);
    } else {
        line(lines, g_strdup(_("Nothing was asked for yet: judged by its minimum alone.")));
    }
    if (!need->shared)
        explain_level(lines, need);
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}
