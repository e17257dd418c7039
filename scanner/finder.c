#include "scanner/finder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "scanner/retouch.h"

#define RUNS 5
#define MODULES 7      /* of all five runs */
#define WRONG 0.7      /* of a module that a run may be off for each module that it has */
#define UNEQUAL 2.5    /* times as high as wide, or wide as high, at most */
#define LESS 3         /* darker than the mean by so much is dark */
#define SMOOTH 3       /* pixels that are averaged first */
#define CANDIDATES 256 /* kept apart before the best are taken */

/* Parts of the picture over which light and dark are told apart: the smaller ones for the blurred. */
static const int windows[] = {10, 20};

static const int ratio[RUNS] = {1, 1, 3, 1, 1};

/* Whether five runs, dark first, are those of a finder; its length in all. */
static bool
is_finder(const int runs[RUNS], int *length)
{
    int sum = 0;
    double module;

    for (int i = 0; i < RUNS; i++)
        sum += runs[i];
    module = (double)sum / MODULES;
    *length = sum;
    for (int i = 0; i < RUNS; i++)
        if (fabs(runs[i] - ratio[i] * module) > WRONG * module * (ratio[i] > 1 ? 2 : 1))
            return false;
    return sum >= MODULES;
}

/* How many pixels from `at` on, by steps of `step`, are of one shade; *at is the first that isn't. */
static int
run_from(const uint8_t *luma, ptrdiff_t *at, ptrdiff_t step, int *left, uint8_t shade)
{
    int count = 0;

    for (; *left > 0 && luma[*at] == shade; (*left)--, *at += step)
        count++;
    return count;
}

/*
 * The five runs around a dark pixel along a line, of which `before` and `after` pixels lie on its
 * sides; their middle counted from that pixel.
 */
static bool
cross(const uint8_t *luma, ptrdiff_t at, ptrdiff_t step, int before, int after, int *length,
      double *middle)
{
    int runs[RUNS], back, ahead, left = before;
    ptrdiff_t i = at - step;

    if (luma[at] != 0)
        return false;
    back = run_from(luma, &i, -step, &left, 0);
    runs[1] = run_from(luma, &i, -step, &left, 255);
    runs[0] = run_from(luma, &i, -step, &left, 0);
    left = after;
    i = at + step;
    ahead = run_from(luma, &i, step, &left, 0);
    runs[3] = run_from(luma, &i, step, &left, 255);
    runs[4] = run_from(luma, &i, step, &left, 0);
    runs[2] = back + 1 + ahead;
    *middle = (ahead - back) / 2.0;
    return is_finder(runs, length);
}

/* Adds a sighting to those within two modules, or as a new one. */
static void
add(GArray *found, double x, double y, double module)
{
    for (guint i = 0; i < found->len; i++) {
        struct finder *f = &g_array_index(found, struct finder, i);

        if (fabs(f->x - x) > 2 * f->module || fabs(f->y - y) > 2 * f->module)
            continue;
        f->x += (x - f->x) / (f->rows + 1);
        f->y += (y - f->y) / (f->rows + 1);
        f->module += (module - f->module) / (f->rows + 1);
        f->rows++;
        return;
    }
    if (found->len < CANDIDATES) {
        struct finder f = {x, y, module, 1};

        g_array_append_val(found, f);
    }
}

/* Looks up and down through what a row shows, then along the row through the middle found so. */
static void
check(const struct picture *picture, int x, int y, int wide, GArray *found)
{
    int width = (int)picture->width, height = (int)picture->height, high, across;
    ptrdiff_t at = (ptrdiff_t)y * width + x;
    double up, along;

    if (!cross(picture->luma, at, width, y, height - 1 - y, &high, &up) || high > UNEQUAL * wide ||
        wide > UNEQUAL * high)
        return;
    y += (int)lrint(up);
    at = (ptrdiff_t)y * width + x;
    if (cross(picture->luma, at, 1, x, width - 1 - x, &across, &along))
        add(found, x + along, y, (high + across) / 2.0 / MODULES);
}

static void
search_row(const struct picture *picture, int y, GArray *found)
{
    const uint8_t *row = picture->luma + (ptrdiff_t)y * picture->width;
    int width = (int)picture->width, runs[RUNS] = {0}, length;

    for (int x = 0, start = 0; x < width; x++) {
        if (x + 1 < width && row[x + 1] == row[x])
            continue;
        memmove(runs, runs + 1, (RUNS - 1) * sizeof *runs);
        runs[RUNS - 1] = x + 1 - start;
        start = x + 1;
        if (row[x] == 0 && runs[0] > 0 && is_finder(runs, &length))
            check(picture, x - runs[4] - runs[3] - runs[2] / 2, y, length, found);
    }
}

static gint
by_rows(gconstpointer a, gconstpointer b)
{
    return ((const struct finder *)b)->rows - ((const struct finder *)a)->rows;
}

int
finder_search(const struct picture *picture, struct finder found[FINDER_MOST])
{
    struct picture *smooth = retouch_blur(picture, SMOOTH);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct finder));
    int count;

    for (size_t i = 0; i < G_N_ELEMENTS(windows); i++) {
        struct picture *shades = retouch_threshold(
            smooth, (int)MAX(picture->width, picture->height) / windows[i] | 1, LESS);

        for (int y = 0; y < (int)shades->height; y++)
            search_row(shades, y, all);
        picture_free(shades);
    }
    picture_free(smooth);
    g_array_sort(all, by_rows);
    count = (int)MIN(all->len, FINDER_MOST);
    if (count > 0)
        memcpy(found, all->data, (size_t)count * sizeof *found);
    return count;
}
