#include "allocator/need.h"

#include "base/words.h"
#include "inventory/stock.h"

#define DAY_MS INT64_C(86400000)
#define EVIDENCE_MS DAY_MS /* less time with stock than this shows no rate */

static const struct {
    const char *key, *word;
} levels[] = {
    [NEED_NONE] = {"ok", N_("enough")},
    [NEED_LOW] = {"low", N_("low")},
    [NEED_SHORT] = {"short", N_("short")},
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

static enum need_level
judge(const struct snapshot_cell *cell, double cover)
{
    if (cell->usable <= 0)
        return cell->minimum > 0 || cell->taken > 0 || cell->unmet > 0 ? NEED_EMPTY : NEED_NONE;
    if (cell->usable < cell->minimum || (cover >= 0 && cover < NEED_SHORT_DAYS))
        return NEED_SHORT;
    return cell->usable < cell->fill ? NEED_LOW : NEED_NONE;
}

/* Days on which there was something to take. */
static double
stocked_days(const struct snapshot_cell *cell)
{
    return (double)MAX(cell->stocked, EVIDENCE_MS) / (double)DAY_MS;
}

struct need
need_of_cell(const struct snapshot_cell *cell)
{
    struct need need = {.cell = cell, .cover = -1, .target = cell->fill};

    need.daily = (int64_t)((double)cell->taken / stocked_days(cell));
    if (need.daily > 0)
        need.cover = (double)MAX(cell->usable, 0) / (double)need.daily;
    need.level = judge(cell, need.cover);
    if (need.level >= NEED_SHORT)
        need.target = MAX(need.target, need.daily * NEED_FILL_DAYS);
    if (need.level != NEED_NONE)
        need.wanted = MAX(need.target - MAX(cell->usable, 0), 0);
    return need;
}

/* Cells without any use last longest. */
static double
urgency(const struct need *need)
{
    return need->cover < 0 ? 1e9 : need->cover;
}

static int
worst_first(gconstpointer a, gconstpointer b)
{
    const struct need *one = a, *other = b;
    bool one_critical = drug_type_is_critical(one->cell->type);
    bool other_critical = drug_type_is_critical(other->cell->type);

    if (one_critical != other_critical)
        return one_critical ? -1 : 1;
    if (one->level != other->level)
        return one->level > other->level ? -1 : 1;
    if (urgency(one) < urgency(other) || urgency(one) > urgency(other))
        return urgency(one) < urgency(other) ? -1 : 1;
    if (one->cell->box.n != other->cell->box.n)
        return one->cell->box.n < other->cell->box.n ? -1 : 1;
    return (int)one->cell->type * DRUG_AGES + (int)one->cell->age -
           ((int)other->cell->type * DRUG_AGES + (int)other->cell->age);
}

GArray *
need_list(const struct snapshot *snapshot, enum need_level least)
{
    GArray *needs = g_array_new(FALSE, FALSE, sizeof(struct need));

    for (guint i = 0; i < snapshot->cells->len; i++) {
        struct need need = need_of_cell(&g_array_index(snapshot->cells, struct snapshot_cell, i));

        if (need.level >= least)
            g_array_append_val(needs, need);
    }
    g_array_sort(needs, worst_first);
    return needs;
}

static double
person_days(int64_t amount)
{
    return (double)amount / (double)STOCK_PERSON_DAY;
}

/* How long it lasts. */
static char *
explain_cover(const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;
    double stocked = stocked_days(cell);

    if (need->cover < 0)
        return g_strdup(_("Nothing was taken lately."));
    return g_strdup_printf(
        _("%.1f taken in %.1f days with stock (of %.1f) = %.2f a day, so it lasts %.1f days."),
        person_days(cell->taken), stocked, MAX((double)cell->window / (double)DAY_MS, stocked),
        person_days(need->daily), need->cover);
}

char *
need_explain(const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;
    double there = person_days(MAX(cell->usable, 0));
    g_autofree char *cover = explain_cover(need);
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, _("%.1f person-days there, at least %d wanted, fill up to %d."),
                           there, (int)(cell->minimum / STOCK_PERSON_DAY),
                           (int)(cell->fill / STOCK_PERSON_DAY));
    g_string_append_printf(text, "%s%s", words_gap(), cover);
    if (cell->unmet > 0) {
        g_string_append(text, words_gap());
        g_string_append_printf(
            text,
            words_plural("Asked for in vain %d time.", "Asked for in vain %d times.", cell->unmet),
            (int)cell->unmet);
    }
    if (need->wanted > 0) {
        g_string_append(text, words_gap());
        g_string_append_printf(text, _("Wanted: %.1f - %.1f = %.1f."), person_days(need->target),
                               there, person_days(need->wanted));
    }
    return g_string_free(text, FALSE);
}
