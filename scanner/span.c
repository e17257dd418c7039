#include "scanner/span.h"

static int32_t
edge_at(const GArray *edges, guint i)
{
    return g_array_index(edges, struct profile_edge, i).at;
}

static int32_t
width_at(const GArray *edges, guint i)
{
    return edge_at(edges, i + 1) - edge_at(edges, i);
}

/*
 * Where a code of Code 128 lies, of which all but the last bar were there when it was told: as far
 * back as elements are no wider than four modules can be. The last seven are twelve to fifteen.
 */
static void
find_varying(const GArray *edges, guint last, guint *start, guint *end)
{
    int32_t widest = last < 7 ? 0 : (edge_at(edges, last) - edge_at(edges, last - 7)) * 6 / 13;

    for (*start = last; *start > 0 && width_at(edges, *start - 1) <= widest;)
        --*start;
    *end = last + 1 < edges->len && width_at(edges, last) <= widest ? last + 1 : last;
}

/* EAN and UPC are told when the margin behind them has ended, or before their last bar. */
static void
find_fixed(const GArray *edges, guint last, guint elements, guint *start, guint *end)
{
    bool margin = last >= 2 && width_at(edges, last - 1) > 3 * width_at(edges, last - 2);

    *end = margin ? last - 1 : MIN(last + 1, edges->len - 1);
    *start = *end > elements ? *end - elements : 0;
}

void
span_find(const GArray *edges, const struct span_form *form, guint last, guint *start, guint *end)
{
    if (form->elements == 0)
        find_varying(edges, last, start, end);
    else
        find_fixed(edges, last, form->elements, start, end);
}

/* Whether so many half modules, or more, or the end of the line, lie between an edge and the next. */
static bool
is_wide(const GArray *edges, guint i, int halves, double module)
{
    return i + 1 >= edges->len || 2 * width_at(edges, i) >= halves * module;
}

static double
module_of(const GArray *edges, const struct span_form *form, guint start, guint end)
{
    return (edge_at(edges, end) - edge_at(edges, start)) / (double)form->modules;
}

guint
span_gap(const GArray *edges, const struct span_form *form, guint start, guint end)
{
    double module = module_of(edges, form, start, end);

    while (start < end && !is_wide(edges, start, 11, module))
        start++;
    return start;
}

bool
span_is_sound(const GArray *edges, const struct span_form *form, guint start, guint end)
{
    double module;

    if (form->elements == 0)
        return true;
    if (end < start + form->elements || span_gap(edges, form, start, end) < end)
        return false;
    module = module_of(edges, form, start, end);
    return !form->margins ||
           ((start == 0 || is_wide(edges, start - 1, 9, module)) && is_wide(edges, end, 9, module));
}
