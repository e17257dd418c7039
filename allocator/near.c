#include "allocator/near.h"

#include <math.h>
#include <stdbool.h>

#include <glib.h>

#define CELL_POINTS 2.0 /* wanted in a cell of the lattice */
#define CELLS_MOST 2048 /* in a row */

/* Points by the square cells that they lie in. */
struct lattice {
    const double *x, *y;
    double left, low, side;
    int32_t wide, high;
    int32_t *first, *next;
};

/* The nearest so far, nearest first. */
struct nearest {
    int32_t count, most, *point;
    double *square;
};

static int32_t
cell_of(double at, double from, double side)
{
    return (int32_t)((at - from) / side);
}

static void
measure(struct lattice *l, int32_t points)
{
    double right = -INFINITY, top = -INFINITY, extent;
    int32_t known = 0;

    l->left = l->low = INFINITY;
    for (int32_t i = 0; i < points; i++) {
        if (isnan(l->x[i]))
            continue;
        l->left = fmin(l->left, l->x[i]);
        l->low = fmin(l->low, l->y[i]);
        right = fmax(right, l->x[i]);
        top = fmax(top, l->y[i]);
        known++;
    }
    if (known == 0)
        return;
    extent = fmax(fmax(right - l->left, top - l->low), 1);
    l->side = fmax(extent * sqrt(CELL_POINTS / known), extent / CELLS_MOST);
    l->wide = cell_of(right, l->left, l->side) + 1;
    l->high = cell_of(top, l->low, l->side) + 1;
}

static void
lay(struct lattice *l, int32_t points)
{
    int32_t cells;

    measure(l, points);
    cells = l->wide * l->high;
    l->first = g_new(int32_t, cells);
    l->next = g_new(int32_t, points);
    for (int32_t i = 0; i < cells; i++)
        l->first[i] = -1;
    for (int32_t i = points - 1; i >= 0; i--) {
        int32_t *cell;

        if (isnan(l->x[i]))
            continue;
        cell = &l->first[cell_of(l->y[i], l->low, l->side) * l->wide +
                         cell_of(l->x[i], l->left, l->side)];
        l->next[i] = *cell;
        *cell = i;
    }
}

static void
keep(struct nearest *n, int32_t point, double square)
{
    int32_t at;

    if (n->count == n->most) {
        double worst = n->square[n->most - 1];

        if (square > worst || (square >= worst && point > n->point[n->most - 1]))
            return;
    }
    at = n->count < n->most ? n->count++ : n->most - 1;
    while (at > 0 && (n->square[at - 1] > square ||
                      (n->square[at - 1] >= square && n->point[at - 1] > point))) {
        n->square[at] = n->square[at - 1];
        n->point[at] = n->point[at - 1];
        at--;
    }
    n->square[at] = square;
    n->point[at] = point;
}

static void
look_at_cell(const struct lattice *l, int32_t i, int32_t cell, struct nearest *n)
{
    for (int32_t j = l->first[cell]; j >= 0; j = l->next[j]) {
        double dx = l->x[j] - l->x[i], dy = l->y[j] - l->y[i];

        if (j != i)
            keep(n, j, dx * dx + dy * dy);
    }
}

/* The cells at a distance of ring around that of point i. */
static void
look_at_ring(const struct lattice *l, int32_t i, int32_t ring, struct nearest *n)
{
    int32_t cx = cell_of(l->x[i], l->left, l->side), cy = cell_of(l->y[i], l->low, l->side);

    for (int32_t y = MAX(cy - ring, 0); y <= MIN(cy + ring, l->high - 1); y++) {
        bool edge = y == cy - ring || y == cy + ring;
        int32_t step = edge || ring == 0 ? 1 : 2 * ring;

        for (int32_t x = cx - ring; x <= cx + ring; x += step)
            if (x >= 0 && x < l->wide)
                look_at_cell(l, i, y * l->wide + x, n);
    }
}

static void
find_of_point(const struct lattice *l, int32_t i, struct nearest *n)
{
    for (int32_t ring = 0; ring <= MAX(l->wide, l->high); ring++) {
        double seen = (ring - 1) * l->side; /* nothing nearer can still come */

        if (n->count == n->most && ring > 0 && n->square[n->most - 1] < seen * seen)
            return;
        look_at_ring(l, i, ring, n);
    }
}

void
near_find(const double *x, const double *y, int32_t points, int32_t count, int32_t *near,
          double *metres)
{
    struct lattice l = {.x = x, .y = y};

    lay(&l, points);
    for (int32_t i = 0; i < points; i++) {
        size_t at = (size_t)i * (size_t)count;
        struct nearest n = {.most = count, .point = near + at, .square = metres + at};

        if (!isnan(x[i]) && count > 0)
            find_of_point(&l, i, &n);
        for (int32_t k = 0; k < count; k++) {
            near[at + (size_t)k] = k < n.count ? n.point[k] : -1;
            metres[at + (size_t)k] = k < n.count ? sqrt(n.square[k]) : 0;
        }
    }
    g_free(l.first);
    g_free(l.next);
}
