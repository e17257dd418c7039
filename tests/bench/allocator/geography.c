#include "tests/bench/allocator/geography.h"

#include <math.h>
#include <string.h>

#include "tests/unit/random.h"

#define CITY_BOXES 2183
#define CELL 2000.0 /* m: of the lattice that neighbours are looked up in */

double
geography_uniform(uint64_t *random)
{
    return (double)(random_next(random) >> 11) * (1.0 / 9007199254740992.0);
}

double
geography_normal(uint64_t *random)
{
    double sum = 0;

    for (int i = 0; i < 12; i++)
        sum += geography_uniform(random);
    return sum - 6.0;
}

double
geography_exp(double x)
{
    int k = (int)(x / 0.6931471805599453 + (x < 0 ? -0.5 : 0.5));
    double rest = x - k * 0.6931471805599453, term = 1, sum = 1, power = 1;
    double base = k < 0 ? 0.5 : 2.0;

    for (int i = 1; i < 18; i++) {
        term = term * rest / i;
        sum += term;
    }
    for (int left = abs(k); left != 0; left >>= 1) {
        if (left & 1)
            power *= base;
        base *= base;
    }
    return sum * power;
}

/* Around a point. */
static double
around(struct geography *g, double centre, double spread)
{
    return centre + geography_normal(&g->random) * spread;
}

static int
draw(struct geography *g, int least, int spread)
{
    return least + (int)(geography_uniform(&g->random) * spread);
}

static void
add_part(struct geography *g, enum part part)
{
    g->parts[part]++;
}

static void
add_grid(struct geography *g, double x, double y, double people, int64_t *at, int64_t end)
{
    double gx = around(g, x, 400), gy = around(g, y, 400);

    for (int left = draw(g, 1, 3); left > 0 && *at < end; left--) {
        struct box *box = &g->boxes[(*at)++];

        box->x = around(g, gx, 120);
        box->y = around(g, gy, 120);
        for (int part = 0; part < PARTS; part++)
            box->part[part] = (int)g->parts[part];
        box->people = people * geography_exp(0.5 * geography_normal(&g->random));
        box->weight = geography_uniform(&g->random);
        box->weight = 1.0 + 2.0 * box->weight * geography_uniform(&g->random);
    }
    add_part(g, GRID);
}

static void
add_community(struct geography *g, double x, double y, int64_t *at, int64_t end)
{
    double mx = around(g, x, 2500), my = around(g, y, 2500);
    double people = geography_exp(0.3 * geography_normal(&g->random));

    for (int left = draw(g, 1, 3); left > 0 && *at < end; left--)
        add_grid(g, mx, my, people, at, end);
    add_part(g, COMMUNITY);
}

static void
add_county(struct geography *g, double x, double y, int64_t *at, int64_t end)
{
    while (*at < end) {
        double tx = around(g, x, 12000), ty = around(g, y, 12000);

        for (int left = draw(g, 4, 10); left > 0 && *at < end; left--)
            add_community(g, tx, ty, at, end);
        add_part(g, TOWN);
    }
    add_part(g, COUNTY);
}

struct geography *
geography_new(int64_t count, uint64_t seed)
{
    struct geography *g = calloc(1, sizeof(*g));
    int64_t cities = (count + CITY_BOXES - 1) / CITY_BOXES, side = 1, at = 0;

    g->count = count;
    g->boxes = calloc((size_t)count, sizeof(*g->boxes));
    g->random = seed;
    while (side * side < cities)
        side++;
    for (int64_t city = 0; city < cities; city++) {
        int64_t end = (city + 1) * count / cities;

        for (int county = 0; county < 5; county++) {
            double x = (double)(city % side) * 120000.0 + geography_uniform(&g->random) * 100000;
            double y = (double)(city / side) * 120000.0 + geography_uniform(&g->random) * 100000;

            add_county(g, x, y, &at, county == 4 ? end : at + (end - at) / (5 - county));
        }
        add_part(g, CITY);
    }
    return g;
}

void
geography_free(struct geography *g)
{
    free(g->boxes);
    free(g->near);
    free(g->distance);
    free(g);
}

/* Boxes by the cells of a lattice. */
struct lattice {
    double x, y;
    int64_t wide, high;
    int *first, *next;
};

/* The nearest so far, nearest first. */
struct nearest {
    int count, most, *box;
    double *square;
};

static void
lattice_lay(struct lattice *l, const struct geography *g)
{
    double right = -1e18, top = -1e18;

    l->x = l->y = 1e18;
    for (int64_t i = 0; i < g->count; i++) {
        l->x = fmin(l->x, g->boxes[i].x);
        l->y = fmin(l->y, g->boxes[i].y);
        right = fmax(right, g->boxes[i].x);
        top = fmax(top, g->boxes[i].y);
    }
    l->wide = (int64_t)((right - l->x) / CELL) + 1;
    l->high = (int64_t)((top - l->y) / CELL) + 1;
    l->first = malloc(sizeof(int) * (size_t)(l->wide * l->high));
    memset(l->first, -1, sizeof(int) * (size_t)(l->wide * l->high));
    l->next = malloc(sizeof(int) * (size_t)g->count);
    for (int64_t i = g->count - 1; i >= 0; i--) {
        int64_t cell = (int64_t)((g->boxes[i].y - l->y) / CELL) * l->wide +
                       (int64_t)((g->boxes[i].x - l->x) / CELL);

        l->next[i] = l->first[cell];
        l->first[cell] = (int)i;
    }
}

static void
keep_nearest(struct nearest *n, int box, double square)
{
    int at;

    if (n->count == n->most && square >= n->square[n->count - 1])
        return;
    at = n->count < n->most ? n->count++ : n->most - 1;
    for (; at > 0 && n->square[at - 1] > square; at--) {
        n->square[at] = n->square[at - 1];
        n->box[at] = n->box[at - 1];
    }
    n->square[at] = square;
    n->box[at] = box;
}

/* Boxes of the cells at a distance of ring from box i. */
static void
look_at_ring(const struct geography *g, const struct lattice *l, int64_t i, int64_t ring,
             struct nearest *n)
{
    const struct box *box = &g->boxes[i];
    int64_t cx = (int64_t)((box->x - l->x) / CELL), cy = (int64_t)((box->y - l->y) / CELL);

    for (int64_t y = cy - ring; y <= cy + ring; y++) {
        int64_t step = y == cy - ring || y == cy + ring || ring == 0 ? 1 : 2 * ring;

        if (y < 0 || y >= l->high)
            continue;
        for (int64_t x = cx - ring; x <= cx + ring; x += step) {
            if (x < 0 || x >= l->wide)
                continue;
            for (int j = l->first[y * l->wide + x]; j >= 0; j = l->next[j]) {
                double dx = g->boxes[j].x - box->x, dy = g->boxes[j].y - box->y;

                if (j != i)
                    keep_nearest(n, j, dx * dx + dy * dy);
            }
        }
    }
}

void
geography_find_near(struct geography *g, int count)
{
    struct lattice l;
    struct nearest n = {.most = count};

    lattice_lay(&l, g);
    n.box = malloc(sizeof(int) * (size_t)count);
    n.square = malloc(sizeof(double) * (size_t)count);
    g->near = malloc(sizeof(int) * (size_t)(g->count * count));
    g->distance = malloc(sizeof(int) * (size_t)(g->count * count));
    for (int64_t i = 0; i < g->count; i++) {
        n.count = 0;
        for (int64_t ring = 0; ring <= l.wide || ring <= l.high; ring++) {
            double known = (double)(ring - 1) * CELL; /* nothing nearer is still to come */

            if (ring > 0 && n.count == count && n.square[count - 1] <= known * known)
                break;
            look_at_ring(g, &l, i, ring, &n);
        }
        for (int z = 0; z < count; z++) {
            g->near[i * count + z] = z < n.count ? n.box[z] : -1;
            g->distance[i * count + z] = z < n.count ? (int)(sqrt(n.square[z]) * 1.3) : 0;
        }
    }
    free(n.box);
    free(n.square);
    free(l.first);
    free(l.next);
}
