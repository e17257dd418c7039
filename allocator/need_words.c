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

/* What is told of all kinds that stand in for each other: sums, and the surge of the most risen. */
static struct demand_why
explain_all(const struct need *need, const struct demand *demand)
{
    struct demand_why sum = {.due = -1};

    for (int i = 0; i < need->pool.count; i++) {
        struct demand_why why = demand_explain(demand, need->box, need->pool.place[i]);

        sum.rate += why.rate;
        sum.grid_rate += why.grid_rate;
        sum.taken += why.taken;
        sum.stocked = MAX(sum.stocked, why.stocked);
        sum.risen = MAX(sum.risen, why.risen);
        sum.due = MAX(sum.due, why.due);
    }
    return sum;
}

static void
add_demand(GString *text, const struct demand_why *why)
{
    add(text, g_strdup_printf(_("about %.2f a day asked for here (%.1f taken or asked for in "
                                "%.1f days with stock, the grid's average %.2f)"),
                              why->rate, why->taken, why->stocked, why->grid_rate));
    if (fabs(why->risen - 1) >= 0.1)
        add(text, g_strdup_printf(_("now ×%.1f in this community"), why->risen));
}

/* What there is, what is asked for and how that is known, what is special just now, what follows. */
char *
need_sentence(const struct need *need, const struct outlook *outlook)
{
    const struct snapshot_cell *cell = need->cell;
    GString *text = g_string_new(NULL);
    struct demand_why why = {.due = -1};
    bool known = need->box >= 0 && need->daily > 0;

    if (known)
        why = explain_all(need, outlook_demand(outlook));
    add(text, g_strdup_printf(_("%.1f left"), need_usable(need)));
    if (need->beside > 0)
        add(text, g_strdup_printf(_("%.1f of it for all ages"), need_tenths(need->beside)));
    if (need->usable - need->lasts[NEED_FAR] >= STOCK_PERSON_DAY / 10)
        add(text, g_strdup_printf(_("%.1f of it spoils within %d days"),
                                  need_tenths(need->usable - need->lasts[NEED_FAR]),
                                  (int)need->days[NEED_FAR]));
    if (need->shared)
        add(text, g_strdup(_("counted with what is for adults and for children")));
    if (known)
        add_demand(text, &why);
    if (cell->unmet > 0)
        add(text, g_strdup_printf(words_plural("asked for in vain %d time",
                                               "asked for in vain %d times", cell->unmet),
                                  (int)cell->unmet));
    if (need_is_below(need))
        add(text,
            g_strdup_printf(_("below the minimum of %d"), (int)(cell->minimum / STOCK_PERSON_DAY)));
    if (why.due >= 0)
        add(text, g_strdup_printf(words_plural("to be filled again in %d day",
                                               "to be filled again in %d days", why.due),
                                  (int)why.due));
    if (need->usable > 0 && known && !need->shared)
        add(text, g_strdup_printf(_("%d %% likely to run out in %d days, %d %% in %d"),
                                  percent(need->out[NEED_NEAR]), (int)need->days[NEED_NEAR],
                                  percent(need->out[NEED_FAR]), (int)need->days[NEED_FAR]));
    return g_string_free(text, FALSE);
}
