/*
 * Makes transfer problems of medicine boxes, the same on every machine: splitmix64, doubles with
 * + - * / and sqrt alone, an exponential of its own; built without contraction of products.
 *
 *   generate [OPTION VALUE]... > FILE.min
 *     -n BOXES -s SEED   of cities of 2,183 boxes, five counties each
 *     -k NEIGHBOURS      arcs to the nearest boxes
 *     -m knn|tree        those, or the edges of the hierarchy box, grid, community, town, county, city
 *     -d DRUGS -e 1|3    medicines; classes by days to expiry, a chain from long to short
 *     -S FACTOR          surge of the first medicine
 *     -o tiers|lex       what keeping costs: deprivation in nine tiers, or the recommended objective,
 *                        cover below three days first, then the expected unmet demand of seven days
 *
 * sha256 of seed 1 begins with: see families.py, which checks them.
 */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/bench/allocator/geography.h"
#include "tests/unit/random.h"

#define VALUE 20000.0
#define WEIGHT_MOST 3.0
#define DEAREST ((int64_t)(VALUE * WEIGHT_MOST))
#define DEPRIVATION_DAYS 5.0
#define ENDLESS 1000000
#define FLOOR_DAYS 3.0
#define FLOOR_STEPS 20 /* of cover, a day */
#define HORIZON 7.0
#define LEVEL (INT64_C(1) << 28)

struct options {
    int64_t boxes;
    int neighbours, classes, drugs;
    uint64_t seed;
    bool tree, lex;
    double surge;
};

/* One medicine in one box. */
struct cell {
    double rate;
    int stock, retained, class[3];
};

struct writer {
    const struct options *options;
    struct geography *geography;
    struct cell *cells; /* medicine by medicine */
    uint64_t random;
    bool counting;
    long arcs;
};

static void
write_number(int64_t n)
{
    char digits[24];
    int count = 0;

    if (n < 0)
        putc_unlocked('-', stdout);
    for (uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n; count == 0 || left > 0; left /= 10)
        digits[count++] = (char)('0' + left % 10);
    while (count > 0)
        putc_unlocked(digits[--count], stdout);
}

static void
write_line(const char *kind, const int64_t *numbers, int count)
{
    fputs(kind, stdout);
    for (int i = 0; i < count; i++) {
        putc_unlocked(' ', stdout);
        write_number(numbers[i]);
    }
    putc_unlocked('\n', stdout);
}

static void
arc(struct writer *w, int64_t tail, int64_t head, int64_t room, int64_t cost)
{
    int64_t numbers[] = {tail, head, 0, room, cost};

    w->arcs += w->counting;
    if (!w->counting)
        write_line("a", numbers, 5);
}

static void
make_stock(struct writer *w, struct cell *cell, int64_t box, int drug)
{
    const struct box *boxes = w->geography->boxes;
    double base = drug == 0 ? 0.45 : drug == 1 ? 0.40 : 0.2 + 0.05 * (drug % 4);
    double surge = drug == 0 ? w->options->surge : 1.0, cover, u;

    cell->rate =
        base * boxes[box].people * geography_exp(0.3 * geography_normal(&w->random)) * surge;
    if (cell->rate < 0.03)
        cell->rate = 0.03;
    u = geography_uniform(&w->random);
    if (u < 0.25)
        cover = 2 * geography_uniform(&w->random);
    else if (u < 0.75)
        cover = 3 + 9 * geography_uniform(&w->random);
    else
        cover = 15 + 45 * geography_uniform(&w->random);
    if (box == 0 || boxes[box].part[COMMUNITY] != boxes[box - 1].part[COMMUNITY])
        cover *= 3;
    cell->stock =
        (int)(cell->rate * (drug == 0 ? 1.0 / surge : 1.0) * cover + geography_uniform(&w->random));
    cell->retained = (int)(cell->rate * 1.0 + 0.999);
    if (cell->retained > cell->stock)
        cell->retained = cell->stock;
    for (int i = cell->retained; i < cell->stock; i++) {
        double t = geography_uniform(&w->random);

        cell->class[t < 0.10 ? 0 : t < 0.35 ? 1 : 2]++;
    }
}

static int64_t
node_of(const struct writer *w, int64_t cell, int class)
{
    return 1 + cell * (w->options->tree ? 1 : w->options->classes) + class;
}

static int64_t
write_supplies(const struct writer *w, int64_t cells)
{
    int64_t sum = 0;

    for (int64_t q = 0; q < cells; q++)
        for (int e = 0; e < (w->options->tree ? 1 : w->options->classes); e++) {
            const struct cell *cell = &w->cells[q];
            int64_t units = w->options->classes == 1 || w->options->tree
                                ? cell->stock - cell->retained
                                : cell->class[e];
            int64_t numbers[] = {node_of(w, q, e), units};

            if (units != 0)
                write_line("n", numbers, 2);
            sum += units;
        }
    return sum;
}

static void
transfers(struct writer *w, int drug)
{
    const struct geography *g = w->geography;
    int k = w->options->neighbours;

    for (int64_t i = 0; i < g->count; i++)
        for (int z = 0; z < k && g->near[i * k + z] >= 0; z++) {
            int64_t to = drug * g->count + g->near[i * k + z];
            int64_t room = 10 + (int64_t)(geography_uniform(&w->random) * 30);

            for (int e = 0; e < w->options->classes; e++)
                arc(w, node_of(w, drug * g->count + i, e), node_of(w, to, e), room,
                    200 + g->distance[i * k + z] / 10);
        }
}

/* The edge above a place, once: its parts follow each other. */
static void
edge(struct writer *w, int64_t place, int64_t above, double cost, double spread, int64_t room)
{
    int64_t price = (int64_t)cost + (int64_t)(geography_uniform(&w->random) * spread);
    int64_t numbers[] = {place, above};

    if (!w->counting)
        write_line("c p", numbers, 2);
    arc(w, place, above, room, price);
    arc(w, above, place, room, price);
}

static void
hierarchy(struct writer *w)
{
    static const struct {
        double cost, spread;
        int64_t room;
    } edges[PARTS] = {
        {60, 60, 80}, {250, 150, 200}, {800, 800, 600}, {2500, 1500, 2000}, {6000, 2000, 5000}};
    const struct geography *g = w->geography;
    int64_t first[PARTS + 1] = {g->count + 1};

    for (int level = 0; level < PARTS; level++)
        first[level + 1] = first[level] + g->parts[level];
    for (int64_t i = 0; i < g->count; i++)
        edge(w, 1 + i, first[GRID] + g->boxes[i].part[GRID], 120, 60, 40);
    for (int64_t i = 0; i < g->count; i++)
        for (int level = 0; level < PARTS; level++) {
            const int *part = g->boxes[i].part;

            if (i == 0 || part[level] != g->boxes[i - 1].part[level])
                edge(w, first[level] + part[level],
                     first[level + 1] + (level == CITY ? 0 : part[level + 1]), edges[level].cost,
                     edges[level].spread, edges[level].room);
        }
}

static int64_t
value(double rate, double weight, double unit)
{
    return (int64_t)(VALUE * weight * geography_exp(-(unit - 0.5) / (rate * DEPRIVATION_DAYS)) +
                     0.5);
}

static void
deprivation_tiers(struct writer *w, int64_t q, double weight, int64_t sink)
{
    static const double days[9] = {1, 2, 3, 5, 7, 10, 14, 21, 30};
    const struct cell *cell = &w->cells[q];
    bool classes = w->options->classes == 3 && !w->options->tree;
    int unit = cell->retained;
    int64_t last = -1;

    for (int t = 0; t < (classes ? 9 : 8); t++) {
        int high = (int)(cell->rate * days[t] + 0.5);
        int64_t v;

        if (t == 0 && high < 1)
            high = 1;
        if (high <= unit)
            continue;
        v = value(cell->rate, weight, (unit + 1 + high) * 0.5);
        last = last >= 0 && v > last ? last : v;
        arc(w, node_of(w, q, classes && t > 4), sink, high - unit, DEAREST - last);
        unit = high;
    }
    if (!classes) {
        arc(w, node_of(w, q, 0), sink, ENDLESS, DEAREST);
        return;
    }
    arc(w, node_of(w, q, 2), node_of(w, q, 1), ENDLESS, 0);
    arc(w, node_of(w, q, 1), node_of(w, q, 0), ENDLESS, 0);
    arc(w, node_of(w, q, 2), sink, ENDLESS, DEAREST);
    arc(w, node_of(w, q, 1), sink, ENDLESS, DEAREST + 400);
    arc(w, node_of(w, q, 0), sink, ENDLESS, DEAREST + 1500);
}

/* Units of the same cost are one tier. */
static void
lex_tiers(struct writer *w, int64_t q, double weight, int64_t sink)
{
    const struct cell *cell = &w->cells[q];
    double mean = cell->rate * HORIZON, term = geography_exp(-mean), below = term;
    int most = (int)ceil(cell->rate * 30), unit = 1;
    int64_t base = LEVEL * (int64_t)(FLOOR_DAYS * FLOOR_STEPS), last = -1, room = 0;

    for (most = most < 2 ? 2 : most; unit <= most; unit++) {
        double cover = (unit - 1) / cell->rate, tail = unit == 1 ? 1 - term : 0;
        int64_t cost;

        if (unit > 1) {
            term = term * mean / (unit - 1);
            below = below + term;
            tail = 1 - below > 0 ? 1 - below : 0;
        }
        if (unit <= cell->retained)
            continue;
        cost = cover < FLOOR_DAYS ? LEVEL * (int64_t)(FLOOR_STEPS * cover)
                                  : base + DEAREST - (int64_t)(VALUE * weight * tail);
        if (cost != last && room > 0) {
            arc(w, node_of(w, q, 0), sink, room, last);
            room = 0;
        }
        last = cost;
        room++;
    }
    if (room > 0)
        arc(w, node_of(w, q, 0), sink, room, last);
    arc(w, node_of(w, q, 0), sink, ENDLESS, base + DEAREST);
}

static void
all_arcs(struct writer *w, int64_t sink)
{
    const struct options *o = w->options;

    if (o->tree)
        hierarchy(w);
    for (int drug = 0; !o->tree && drug < o->drugs; drug++)
        transfers(w, drug);
    for (int64_t q = 0; q < o->drugs * o->boxes; q++) {
        double weight = w->geography->boxes[q % o->boxes].weight;

        (o->lex ? lex_tiers : deprivation_tiers)(w, q, weight, sink);
    }
}

static void
write_all(struct writer *w)
{
    const struct options *o = w->options;
    int64_t cells = o->drugs * o->boxes, nodes = o->tree ? o->boxes + 2 : cells * o->classes + 1;
    uint64_t random = w->random;
    int64_t sum;

    for (int level = 0; o->tree && level < PARTS; level++)
        nodes += w->geography->parts[level];
    w->counting = true;
    all_arcs(w, nodes);
    w->counting = false;
    w->random = random;
    printf("c medicine-box transfer instance n=%lld k=%d seed=%llu mode=%s expiry=%d drugs=%d\n",
           (long long)o->boxes, o->neighbours, (unsigned long long)o->seed,
           o->tree ? "tree" : "knn", o->classes, o->drugs);
    printf("p min %lld %ld\n", (long long)nodes, w->arcs);
    sum = write_supplies(w, cells);
    write_line("n", (int64_t[]){nodes, -sum}, 2);
    all_arcs(w, nodes);
}

static bool
set_option(struct options *o, char name, const char *word)
{
    switch (name) {
    case 'n': o->boxes = atoll(word); break;
    case 'k': o->neighbours = atoi(word); break;
    case 's': o->seed = strtoull(word, NULL, 10); break;
    case 'e': o->classes = atoi(word); break;
    case 'd': o->drugs = atoi(word); break;
    case 'm': o->tree = word[0] == 't'; break;
    case 'o': o->lex = word[0] == 'l'; break;
    case 'S': o->surge = strtod(word, NULL); break;
    default: return false;
    }
    return true;
}

int
main(int argc, char **argv)
{
    struct options o = {2183, 10, 1, 1, 1, false, false, 1.0};
    struct writer w = {.options = &o};

    for (int i = 1; i < argc; i += 2)
        if (i + 1 == argc || argv[i][0] != '-' || !set_option(&o, argv[i][1], argv[i + 1])) {
            fprintf(stderr, "usage: generate [-n BOXES] [-s SEED] [-k NEIGHBOURS] [-m knn|tree] "
                            "[-d DRUGS] [-e 1|3] [-S FACTOR] [-o tiers|lex] > FILE.min\n");
            return 2;
        }
    w.geography = geography_new(o.boxes, o.seed);
    w.random = w.geography->random;
    w.cells = calloc((size_t)(o.boxes * o.drugs), sizeof(*w.cells));
    for (int drug = 0; drug < o.drugs; drug++)
        for (int64_t i = 0; i < o.boxes; i++)
            make_stock(&w, &w.cells[drug * o.boxes + i], i, drug);
    if (!o.tree)
        geography_find_near(w.geography, o.neighbours);
    write_all(&w);
    free(w.cells);
    geography_free(w.geography);
    return 0;
}
