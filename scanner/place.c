#include "scanner/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct place
place_of(const struct decode_symbol *symbol)
{
    struct place place = {INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};

    for (size_t i = 0; i < G_N_ELEMENTS(symbol->outline); i++) {
        place.left = MIN(place.left, symbol->outline[i].x);
        place.right = MAX(place.right, symbol->outline[i].x);
        place.top = MIN(place.top, symbol->outline[i].y);
        place.bottom = MAX(place.bottom, symbol->outline[i].y);
    }
    return place;
}

bool
place_overlap(struct place one, struct place other)
{
    return one.left <= other.right && other.left <= one.right && one.top <= other.bottom &&
           other.top <= one.bottom;
}

struct place
place_around(const struct decode_symbol *symbol)
{
    struct place place = place_of(symbol);
    int32_t width = place.right - place.left, height = place.bottom - place.top;

    if (symbology_is_square(symbol->symbology))
        return place;
    if (width > height)
        return (struct place){place.left, place.top - width / 3, place.right,
                              place.bottom + width / 3};
    return (struct place){place.left - height / 3, place.top, place.right + height / 3,
                          place.bottom};
}

bool
place_holds(struct place place, struct decode_point point)
{
    return place.left <= point.x && point.x <= place.right && place.top <= point.y &&
           point.y <= place.bottom;
}

static bool
holds_middle(struct place place, struct place other)
{
    struct decode_point middle = {other.left + (other.right - other.left) / 2,
                                  other.top + (other.bottom - other.top) / 2};

    return place_holds(place, middle);
}

bool
place_same(const struct decode_symbol *one, const struct decode_symbol *other)
{
    struct place a = place_of(one), b = place_of(other);

    return holds_middle(a, b) || holds_middle(b, a);
}

/* How far a point lies below the upper edge of an outline, across its direction. */
static double
below(const struct decode_point outline[4], struct decode_point point)
{
    double dx = outline[1].x - outline[0].x, dy = outline[1].y - outline[0].y;
    double length = hypot(dx, dy);

    if (length < 1)
        return 0;
    return (dx * (point.y - outline[0].y) - dy * (point.x - outline[0].x)) / length;
}

/* Turns an outline about, so that its upper edge runs as the other's does. */
static void
run_alike(const struct decode_point as[4], struct decode_point outline[4])
{
    int64_t along = (int64_t)(as[1].x - as[0].x) * (outline[1].x - outline[0].x) +
                    (int64_t)(as[1].y - as[0].y) * (outline[1].y - outline[0].y);

    if (along >= 0)
        return;
    for (int i = 0; i < 2; i++) {
        struct decode_point kept = outline[i];

        outline[i] = outline[i + 2];
        outline[i + 2] = kept;
    }
}

void
place_join(struct decode_symbol *symbol, const struct decode_symbol *other)
{
    struct decode_point lines[4];

    if (symbology_is_square(symbol->symbology))
        return;
    memcpy(lines, other->outline, sizeof lines);
    run_alike(symbol->outline, lines);
    if (below(symbol->outline, lines[0]) < 0)
        memcpy(symbol->outline, lines, 2 * sizeof *lines);
    if (below(symbol->outline, lines[3]) > below(symbol->outline, symbol->outline[3]))
        memcpy(symbol->outline + 2, lines + 2, 2 * sizeof *lines);
}

void
place_order_corners(struct decode_symbol *symbol)
{
    struct decode_point *o = symbol->outline;
    const struct decode_point old[4] = {o[0], o[1], o[2], o[3]};
    int first = 0;

    if (symbology_is_square(symbol->symbology))
        return;
    for (int i = 1; i < 4; i++)
        if ((int64_t)old[i].x + old[i].y < (int64_t)old[first].x + old[first].y)
            first = i;
    for (int i = 0; i < 4; i++)
        o[i] = old[(first + i) % 4];
}

static gint
by_top(gconstpointer a, gconstpointer b)
{
    struct place one = place_of(*(const struct decode_symbol *const *)a);
    struct place two = place_of(*(const struct decode_symbol *const *)b);

    return (one.top > two.top) - (one.top < two.top);
}

static gint
by_left(gconstpointer a, gconstpointer b)
{
    struct place one = place_of(*(const struct decode_symbol *const *)a);
    struct place two = place_of(*(const struct decode_symbol *const *)b);

    return (one.left > two.left) - (one.left < two.left);
}

void
place_order(GPtrArray *symbols)
{
    guint end;

    g_ptr_array_sort(symbols, by_top);
    for (guint first = 0; first < symbols->len; first = end) {
        struct place place = place_of(symbols->pdata[first]), next;

        for (end = first + 1; end < symbols->len; end++) {
            next = place_of(symbols->pdata[end]);
            if (next.top + (next.bottom - next.top) / 2 > place.bottom)
                break;
        }
        qsort(symbols->pdata + first, end - first, sizeof(gpointer), by_left);
    }
}
