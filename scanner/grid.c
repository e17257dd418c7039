#include "scanner/grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "scanner/pattern.h"
#include "scanner/retouch.h"

#define FINDER 7
#define MIDDLE 3.5       /* modules from a code's edge to a finder's middle */
#define PIXELS 4         /* of a drawn module */
#define QUIET 4          /* modules */
#define AROUND 8         /* modules on a side over which light and dark are told apart */
#define SEEK 5           /* parts of a code's side by which its fourth corner may be off */
#define SEEK_MOST 12     /* modules, the same */
#define SIZES 3          /* on either side of the likely one that are tried */
#define UNEQUAL 2.0      /* times a finder's module that another's of the same code may be */
#define LONGER 2.5       /* times one edge of a code that the other may be */
#define LIKE 0.5         /* correlation below which a grid is none, … */
#define SURE 0.8         /* … from which no other is tried, … */
#define HOPE 0.2         /* … and which it has before it is moved about, … */
#define HOPE_SECOND 0.75 /* … or so much of the best size's */
#define LAID 6           /* triples of finders that are tried */
#define COST_LOOK 6      /* effort for one */
#define FINE 2           /* pixels that a module has at least */
#define VALUES 12        /* that are moved: eight of corners, four of bows */
#define CORNERS 8
#define BOWS 2

/* A picture as how much lighter it is than its surroundings. */
struct relief {
    int width, height;
    int16_t *light;
    int64_t looks; /* at places of it */
};

static struct relief
relief_of(const struct picture *picture, double module)
{
    double side = MIN(module * AROUND, MAX(picture->width, picture->height));
    struct picture *mean = retouch_blur(picture, (int)side | 1);
    size_t size = (size_t)picture->width * picture->height;
    struct relief relief = {(int)picture->width, (int)picture->height, g_new(int16_t, size), 0};

    for (size_t i = 0; i < size; i++)
        relief.light[i] = (int16_t)(picture->luma[i] - mean->luma[i]);
    picture_free(mean);
    return relief;
}

/* Between four pixels; nothing outside. */
static float
light_at(const struct relief *relief, float x, float y)
{
    const int16_t *p;
    int left, top;
    float fx, fy;

    if (!(x >= 0 && y >= 0 && x < (float)(relief->width - 1) && y < (float)(relief->height - 1)))
        return 0;
    left = (int)x;
    top = (int)y;
    fx = x - (float)left;
    fy = y - (float)top;
    p = relief->light + (ptrdiff_t)top * relief->width + left;
    return ((float)p[0] * (1 - fx) + (float)p[1] * fx) * (1 - fy) +
           ((float)p[relief->width] * (1 - fx) + (float)p[relief->width + 1] * fx) * fy;
}

/* From the unit square to a grid's place: a projection (Heckbert 1989, 2.2.3), then the bows. */
struct warp {
    float a, b, c, d, e, f, g, h;
    float bow_x[BOWS], bow_y[BOWS];
};

static struct warp
warp_of(const double values[VALUES])
{
    const double *x = values, *y = values + 4;
    double sx = x[0] - x[1] + x[2] - x[3], sy = y[0] - y[1] + y[2] - y[3];
    double ax = x[1] - x[2], ay = y[1] - y[2], bx = x[3] - x[2], by = y[3] - y[2];
    double all = ax * by - bx * ay, g, h;
    struct warp w;

    if (fabs(all) < 1e-9)
        all = 1e-9;
    g = (sx * by - bx * sy) / all;
    h = (ax * sy - sx * ay) / all;
    w = (struct warp){.a = (float)(x[1] - x[0] + g * x[1]),
                      .b = (float)(x[3] - x[0] + h * x[3]),
                      .c = (float)x[0],
                      .d = (float)(y[1] - y[0] + g * y[1]),
                      .e = (float)(y[3] - y[0] + h * y[3]),
                      .f = (float)y[0],
                      .g = (float)g,
                      .h = (float)h};
    for (int i = 0; i < BOWS; i++) {
        w.bow_x[i] = (float)values[CORNERS + i];
        w.bow_y[i] = (float)values[CORNERS + BOWS + i];
    }
    return w;
}

static void
warp_point(const struct warp *w, float u, float v, float *x, float *y)
{
    float far = w->g * u + w->h * v + 1, along = 4 * u * (1 - u), down = 4 * v * (1 - v);
    const float by[BOWS] = {along, down};

    *x = (w->a * u + w->b * v + w->c) / far;
    *y = (w->d * u + w->e * v + w->f) / far;
    for (int i = 0; i < BOWS; i++) {
        *x += w->bow_x[i] * by[i];
        *y += w->bow_y[i] * by[i];
    }
}

/* Correlation of the picture with what a code of that size has alike, laid so. */
static double
likeness(struct relief *relief, const struct pattern *p, const double values[VALUES])
{
    struct warp warp = warp_of(values);
    float same = 0, all = 1;

    for (int i = 0; i < p->count; i++) {
        float x, y, light;

        warp_point(&warp, p->u[i], p->v[i], &x, &y);
        light = light_at(relief, x, y);
        same += light * p->is[i];
        all += light * light;
    }
    relief->looks += p->count;
    return same / sqrt((double)all * p->count);
}

/* Moves each of the first values to and fro by smaller and smaller steps while it gets better. */
static double
climb(struct relief *relief, const struct pattern *p, double values[VALUES], int moved, double step,
      double least)
{
    double best = likeness(relief, p, values);

    for (; step >= least; step /= 2)
        for (bool better = true; better;) {
            double before = best;

            for (int i = 0; i < moved; i++)
                for (int way = -1; way <= 1; way += 2) {
                    double kept = values[i], now;

                    values[i] += way * step;
                    now = likeness(relief, p, values);
                    if (now > best)
                        best = now;
                    else
                        values[i] = kept;
                }
            better = best > before + 0.002;
        }
    return best;
}

/* Three finders as a code has them: its upper left, upper right and lower left one. */
struct triple {
    struct finder at[3];
    int size;     /* likely */
    double worth; /* the more, the likelier a code's: rows on which it was seen, and its shape */
};

/* The module along a way: a finder's is measured along the picture's axes. */
static double
module_along(const struct finder *a, const struct finder *b)
{
    double dx = fabs(b->x - a->x), dy = fabs(b->y - a->y), way = hypot(dx, dy);

    return (a->module + b->module) / 2 * MAX(dx, dy) / MAX(way, 1);
}

/* Whether three finders may be one code's, with the first at the corner. */
static bool
make_triple(const struct finder *corner, const struct finder *a, const struct finder *b,
            struct triple *triple)
{
    double ax = a->x - corner->x, ay = a->y - corner->y;
    double bx = b->x - corner->x, by = b->y - corner->y;
    double one = hypot(ax, ay), two = hypot(bx, by), turn = ax * by - ay * bx;
    double least = MIN(corner->module, MIN(a->module, b->module));
    double most = MAX(corner->module, MAX(a->module, b->module)), modules;

    if (most > UNEQUAL * least || MAX(one, two) > LONGER * MIN(one, two) ||
        fabs(turn) < one * two / 2)
        return false;
    *triple = turn > 0 ? (struct triple){{*corner, *a, *b}, 0, 0}
                       : (struct triple){{*corner, *b, *a}, 0, 0};
    triple->worth = (corner->rows + a->rows + b->rows) * fabs(turn) / (one * two) * MIN(one, two) /
                    MAX(one, two) * least / most;
    modules = (one / module_along(corner, a) + two / module_along(corner, b)) / 2 + FINDER;
    triple->size = (int)lrint((modules - 17) / 4) * 4 + 17;
    return modules > PATTERN_LEAST - 6 && modules < PATTERN_MOST + 20;
}

/* Corners from three finders' middles as if nothing were aslant. */
static void
lay_flat(const struct triple *triple, int size, double values[VALUES])
{
    const struct finder *f = triple->at;
    double part = 1 / (size - 2 * MIDDLE);
    double ux = (f[1].x - f[0].x) * part, uy = (f[1].y - f[0].y) * part;
    double vx = (f[2].x - f[0].x) * part, vy = (f[2].y - f[0].y) * part;
    double x = f[0].x - MIDDLE * (ux + vx), y = f[0].y - MIDDLE * (uy + vy);

    memset(values, 0, VALUES * sizeof *values);
    for (int i = 0; i < 4; i++) {
        int right = i == 1 || i == 2, down = i >= 2;

        values[i] = x + size * (right * ux + down * vx);
        values[4 + i] = y + size * (right * uy + down * vy);
    }
}

/*
 * Looks for the fourth corner by the alignment pattern nearest to it, which the finders' middles
 * leave free; a code of the first version has none and stays flat.
 */
static double
seek_corner(struct relief *relief, const struct pattern *p, double values[VALUES])
{
    double best = -1, at[VALUES], ux, uy, vx, vy;
    struct pattern corner = *p;
    int reach = MIN(p->size / SEEK, SEEK_MOST);

    memcpy(at, values, sizeof at);
    corner.u += p->count - p->last;
    corner.v += p->count - p->last;
    corner.is += p->count - p->last;
    corner.count = p->last;
    ux = (at[1] - at[0]) / p->size / 2;
    uy = (at[5] - at[4]) / p->size / 2;
    vx = (at[3] - at[0]) / p->size / 2;
    vy = (at[7] - at[4]) / p->size / 2;
    for (int i = -2 * reach; p->last > 0 && i <= 2 * reach; i++)
        for (int j = -2 * reach; j <= 2 * reach; j++) {
            double now, tried[VALUES];

            memcpy(tried, at, sizeof tried);
            tried[2] += i * ux + j * vx;
            tried[6] += i * uy + j * vy;
            now = likeness(relief, &corner, tried);
            if (now > best) {
                best = now;
                memcpy(values, tried, sizeof tried);
            }
        }
    return likeness(relief, p, values);
}

/* The sizes about the likely one, laid flat but for the fourth corner; the best two are bent. */
static void
lay(struct relief *relief, const struct triple *triple, double module, struct grid *grid)
{
    struct laid {
        int size;
        double like, values[VALUES];
    } best[2] = {0};

    for (int i = -SIZES; i <= SIZES; i++) {
        struct laid laid = {.size = triple->size + 4 * i};
        struct pattern pattern;

        if (laid.size < PATTERN_LEAST ||
            laid.size > MIN(PATTERN_MOST, MAX(relief->width, relief->height) / FINE))
            continue;
        pattern = pattern_of(laid.size);
        lay_flat(triple, laid.size, laid.values);
        laid.like = seek_corner(relief, &pattern, laid.values);
        pattern_clear(&pattern);
        if (laid.like > best[0].like) {
            best[1] = best[0];
            best[0] = laid;
        } else if (laid.like > best[1].like) {
            best[1] = laid;
        }
    }
    for (int i = 0; i < 2; i++) {
        struct laid *laid = &best[i];
        struct pattern pattern;

        if (laid->like < MAX(HOPE, HOPE_SECOND * best[0].like))
            continue;
        pattern = pattern_of(laid->size);
        climb(relief, &pattern, laid->values, CORNERS, module, module / 4);
        laid->like = climb(relief, &pattern, laid->values, VALUES, module / 2, module / 16);
        pattern_clear(&pattern);
        if (laid->like > grid->like) {
            *grid = (struct grid){.size = laid->size, .like = laid->like};
            memcpy(grid->x, laid->values, sizeof grid->x);
            memcpy(grid->y, laid->values + 4, sizeof grid->y);
            memcpy(grid->bow_x, laid->values + CORNERS, sizeof grid->bow_x);
            memcpy(grid->bow_y, laid->values + CORNERS + BOWS, sizeof grid->bow_y);
        }
    }
}

static gint
by_worth(gconstpointer a, gconstpointer b)
{
    const struct triple *one = a, *two = b;

    return (one->worth < two->worth) - (one->worth > two->worth);
}

static GArray *
triples_of(const struct finder *finders, int count)
{
    GArray *triples = g_array_new(FALSE, FALSE, sizeof(struct triple));

    for (int corner = 0; corner < count; corner++)
        for (int a = 0; a < count; a++)
            for (int b = a + 1; b < count; b++) {
                struct triple triple;

                if (a == corner || b == corner ||
                    !make_triple(&finders[corner], &finders[a], &finders[b], &triple))
                    continue;
                g_array_append_val(triples, triple);
            }
    g_array_sort(triples, by_worth);
    return triples;
}

int
grid_fit(const struct picture *picture, const struct finder *finders, int count,
         struct effort *effort, struct grid grids[GRID_MOST])
{
    g_autoptr(GArray) triples = triples_of(finders, count);
    int laid = 0;

    for (guint i = 0; i < MIN(triples->len, LAID) && laid < GRID_MOST && effort->left > 0; i++) {
        const struct triple *triple = &g_array_index(triples, struct triple, i);
        double module = (triple->at[0].module + triple->at[1].module + triple->at[2].module) / 3;
        struct relief relief = relief_of(picture, module);
        struct grid grid = {0};

        lay(&relief, triple, module, &grid);
        effort->left -= relief.looks * COST_LOOK;
        g_free(relief.light);
        if (grid.like > LIKE)
            grids[laid++] = grid;
        if (grid.like > SURE)
            break;
    }
    return laid;
}

/* How light a module is: the mean of five places around its middle. */
static float
module_light(const struct relief *relief, const struct warp *warp, int size, int column, int row)
{
    static const float places[][2] = {{0, 0}, {-0.2f, 0}, {0.2f, 0}, {0, -0.2f}, {0, 0.2f}};
    float sum = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        float x, y;

        warp_point(warp, ((float)column + 0.5f + places[i][0]) / (float)size,
                   ((float)row + 0.5f + places[i][1]) / (float)size, &x, &y);
        sum += light_at(relief, x, y);
    }
    return sum / G_N_ELEMENTS(places);
}

/* The mean of the four modules beside one. */
static float
neighbours_light(const float *light, int size, int i)
{
    int column = i % size, row = i / size, count = 0;
    float sum = 0;

    for (int k = 0; k < 4; k++) {
        int x = column + (k == 0) - (k == 1), y = row + (k == 2) - (k == 3);

        if (x < 0 || y < 0 || x >= size || y >= size)
            continue;
        sum += light[y * size + x];
        count++;
    }
    return sum / (float)count;
}

static void
fill(struct picture *out, int column, int row, uint8_t shade)
{
    for (size_t y = 0; y < PIXELS; y++)
        memset(out->luma + ((size_t)(row + QUIET) * PIXELS + y) * out->width +
                   (size_t)(column + QUIET) * PIXELS,
               shade, PIXELS);
}

struct picture *
grid_draw(const struct picture *picture, const struct grid *grid, double sharpen)
{
    int size = grid->size, all = size * size;
    double values[VALUES], side = hypot(grid->x[1] - grid->x[0], grid->y[1] - grid->y[0]);
    struct pattern pattern = pattern_of(size);
    struct relief relief = relief_of(picture, side / size);
    g_autofree float *light = g_new(float, (size_t)all);
    uint32_t pixels = (uint32_t)(size + 2 * QUIET) * PIXELS;
    struct picture *out = picture_new(pixels, pixels);
    struct warp warp;

    memcpy(values, grid->x, sizeof grid->x);
    memcpy(values + 4, grid->y, sizeof grid->y);
    memcpy(values + CORNERS, grid->bow_x, sizeof grid->bow_x);
    memcpy(values + CORNERS + BOWS, grid->bow_y, sizeof grid->bow_y);
    warp = warp_of(values);
    memset(out->luma, 255, (size_t)pixels * pixels);
    for (int i = 0; i < all; i++)
        light[i] = module_light(&relief, &warp, size, i % size, i / size);
    for (int i = 0; i < all; i++) {
        float own = light[i] + (float)sharpen * (light[i] - neighbours_light(light, size, i));

        if (pattern.shade[i] != 0 ? pattern.shade[i] < 0 : own < 0)
            fill(out, i % size, i / size, 0);
    }
    pattern_clear(&pattern);
    g_free(relief.light);
    return out;
}
