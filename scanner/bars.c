#include "scanner/bars.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scanner/confirm.h"
#include "scanner/linear.h"
#include "scanner/profile.h"
#include "scanner/texture.h"

#define SHORTEST 36     /* pixels of a place across its bars */
#define LEAST_FAN 2e-4  /* radians a pixel: less moves no edge by a fifth of a pixel */
#define BEYOND 0.6      /* of its length that lines reach beyond a place on both sides */
#define BEYOND_LEAST 20 /* pixels */
#define LONG 1600       /* pixels from which two samples a pixel bring nothing */
#define SOFT 170        /* parts of a place: lines are sharpened over one where all else failed */
#define SOFT_WINDOW 8   /* parts of a place, then */
#define FEW_EDGES 28    /* fewer are no code, nor is a place with so few on its first lines */
#define FIRST_LINES 4
#define SWING 0.15    /* of a line's range from dark to light that counts as a bar or a gap … */
#define FEW_SWINGS 24 /* … of which a place with bars has as many on one of a few lines at least */
#define PROBES 4      /* those lines */
#define CODE_SWINGS 40 /* as a code has at least, that is, not some writing; … */
#define MOST_PROBES 3  /* … so many of them have as many between the place's ends if it is one */
#define COMPARED 3     /* lines on which a retail code is compared with its bars */
#define LEAST 4        /* levels of brightness that an edge has at least */
#define COST_SAMPLE 2  /* effort for a pixel of one line */
#define COST_EDGES 4   /* for a sample looked at for edges */
#define COST_EDGE 150  /* for an edge decoded */
#define COST_COMPARE 900000

struct reader {
    const struct picture *picture;
    double scale;
    bool all;
    struct effort *effort;
    GPtrArray *symbols;
    struct linear *linear;
    struct profile *raw, *sharp;
    struct profile_line line;
    const struct texture_bars *place;
    const struct profile *fed; /* the one whose edges are decoded */
    int line_number;           /* over all places */
    bool trusted;              /* a code of this place is */
};

/* A point of the line, in PROFILE_PARTS of a sample along it, as one of the whole picture. */
static struct decode_point
point_at(const struct reader *r, int32_t parts)
{
    double along = (double)parts / PROFILE_PARTS / r->line.per_pixel;

    return (struct decode_point){(int32_t)lrint((r->line.x + r->line.dx * along) * r->scale),
                                 (int32_t)lrint((r->line.y + r->line.dy * along) * r->scale)};
}

/* Compares a code with its bars; the sibling they are more like is added. */
static void
compare(struct reader *r, const struct linear_hit *hit, const struct decode_symbol *seen,
        struct sighting *sighting)
{
    char better[RETAIL_DIGITS], none[RETAIL_DIGITS];
    struct decode_symbol other = *seen;

    r->effort->left -= COST_COMPARE;
    if (!retail_compare(r->fed, r->raw, (int)hit->last, hit->text, &sighting->proof, better))
        return;
    other.text = better;
    other.quality = 1;
    sighting = sighting_add(r->symbols, &other);
    if (sighting == NULL || sighting->proof.tried >= COMPARED)
        return;
    r->effort->left -= COST_COMPARE;
    retail_compare(r->fed, r->raw, (int)hit->last, better, &sighting->proof, none);
    r->trusted |= sighting_is_trusted(sighting);
}

static void
take_hit(const struct linear_hit *hit, void *data)
{
    struct reader *r = data;
    struct decode_point from = point_at(r, hit->from), to = point_at(r, hit->to);
    struct decode_symbol seen = {.symbology = hit->symbology,
                                 .text = (char *)(uintptr_t)hit->text,
                                 .length = strlen(hit->text),
                                 .outline = {from, to, to, from}};
    struct sighting *sighting = sighting_add(r->symbols, &seen);

    if (sighting == NULL)
        return;
    sighting->symbol.quality += sighting->line != r->line_number;
    sighting->line = r->line_number;
    if (hit->kind->compared && sighting->proof.tried < COMPARED)
        compare(r, hit, &seen, sighting);
    if (hit->kind->lettered && sighting->symbol.quality >= 2)
        confirm_letters(r->raw, r->effort, sighting, r->symbols);
    r->trusted |= sighting_is_trusted(sighting);
}

/* Finds a profile's edges and reads what lies between them; returns their number. */
static guint
read_edges(struct reader *r, struct profile *profile, double window)
{
    guint count;

    profile_find_edges(profile, (int)window, LEAST * PROFILE_SHARES);
    count = profile->edges->len;
    r->fed = profile;
    linear_read(r->linear, profile, take_hit, r);
    r->effort->left -= (int64_t)profile->count * COST_EDGES + (int64_t)count * COST_EDGE;
    return count;
}

/* Over which part of a place's length light and dark are told apart, the most successful first. */
static const struct {
    bool sharp;
    int window;
} ways[] = {{true, 5}, {true, 8}, {false, 8}, {false, 5}, {true, 16}};

/* Reads a line in several ways until a code is trusted; returns the most edges it had. */
static guint
read_line(struct reader *r, double length)
{
    double samples = length * r->line.per_pixel;
    guint most = 0;

    r->line_number++;
    profile_sample(r->raw, r->picture, &r->line);
    profile_sharpen(r->raw, r->line.per_pixel, r->sharp);
    r->effort->left -= (int64_t)r->raw->count * r->line.mean * COST_SAMPLE;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        guint edges = read_edges(r, ways[i].sharp ? r->sharp : r->raw, samples / ways[i].window);

        most = MAX(most, edges);
        if (r->trusted)
            return most;
    }
    if (most < FEW_EDGES)
        return most;
    profile_sharpen(r->raw, MAX(r->line.per_pixel, (int)(samples / SOFT)), r->sharp);
    read_edges(r, r->sharp, samples / SOFT_WINDOW);
    return most;
}

/* The i-th of a place's lines, from the middle outwards. */
static double
line_aside(const struct texture_bars *place, int i, int lines)
{
    int at = i % 2 == 1 ? lines / 2 + (i + 1) / 2 : lines / 2 - i / 2;

    if (at < 0 || at >= lines)
        at = i;
    return place->top + (place->bottom - place->top) * (at + 0.5) / lines;
}

/* The bars' fan on a line: they run to one point. */
static double
fan_at(const struct texture_bars *place, double aside)
{
    double along = 1 - (aside - (place->top + place->bottom) / 2) * place->fan;

    return fabs(place->fan) < LEAST_FAN || along < 0.5 ? 0 : place->fan / along;
}

/* Lays the line at `aside` across a place; false where it is outside the picture. */
static bool
lay_line(struct reader *r, double aside, double beyond, int mean)
{
    const struct texture_bars *place = r->place;
    double c = cos(place->angle), s = sin(place->angle), start = place->left - beyond;
    double length = place->right - place->left + 2 * beyond;

    r->line = (struct profile_line){.x = c * start - s * aside,
                                    .y = s * start + c * aside,
                                    .dx = c,
                                    .dy = s,
                                    .length = length,
                                    .mean = mean,
                                    .per_pixel = length > LONG ? 1 : 2,
                                    .fan = fan_at(place, aside),
                                    .square = place->square - start};
    return profile_clip(&r->line, r->picture);
}

static int
more_first(const void *a, const void *b)
{
    return *(const int *)b - *(const int *)a;
}

/* How many bars and gaps a place has, on so many of its probes at least: many, or one edge, or noise. */
static int
count_bars(struct reader *r, double beyond, int mean, int probes)
{
    const struct texture_bars *place = r->place;
    int bars[PROBES] = {0};

    for (int i = 0; i < PROBES; i++) {
        double aside = place->top + (place->bottom - place->top) * (i + 0.5) / PROBES;

        if (!lay_line(r, aside, beyond, mean))
            continue;
        profile_sample(r->raw, r->picture, &r->line);
        r->effort->left -= (int64_t)r->raw->count * (r->line.mean * COST_SAMPLE + COST_EDGES);
        bars[i] = profile_count_swings(r->raw, SWING);
    }
    qsort(bars, PROBES, sizeof *bars, more_first);
    return bars[probes - 1];
}

/* How many lines of a place may be averaged into one and stay apart. */
static int
mean_of(const struct texture_bars *place, const struct bars_pass *pass)
{
    double apart = (place->bottom - place->top) / pass->lines;

    return CLAMP((int)(apart / 1.2), 1, pass->mean);
}

/* Whether a place has a code's bars, from end to end and wherever it is crossed. */
static bool
has_bars(struct reader *r, const struct texture_bars *place, const struct bars_pass *pass)
{
    r->place = place;
    return count_bars(r, 0, mean_of(place, pass), MOST_PROBES) >= CODE_SWINGS;
}

/* Whether there may be a code that couldn't be read. */
static bool
read_place(struct reader *r, const struct texture_bars *place, const struct bars_pass *pass)
{
    double length = place->right - place->left, beyond = BEYOND * length + BEYOND_LEAST;
    int mean = mean_of(place, pass), laid = 0, bars;
    guint most = 0, edges;

    r->place = place;
    r->trusted = false;
    if (length < SHORTEST)
        return false;
    bars = count_bars(r, beyond, mean, 1);
    if (bars < FEW_SWINGS)
        return false;
    linear_forget(r->linear);
    for (int i = 0; i < pass->lines && r->effort->left > 0; i++) {
        if (!lay_line(r, line_aside(place, i, pass->lines), beyond, mean))
            continue;
        edges = read_line(r, length);
        most = MAX(most, edges);
        if (++laid == FIRST_LINES && most < FEW_EDGES)
            return false;
        if (r->trusted && !r->all)
            return false;
    }
    return !r->trusted && bars >= CODE_SWINGS;
}

static int
find_places(struct pyramid *pyramid, const struct bars_pass *pass, struct effort *effort,
            struct texture_bars places[TEXTURE_MOST])
{
    const struct picture *copy = pyramid_near(pyramid, pass->side);
    double scale = (double)pyramid->levels[0]->width / copy->width;
    struct texture texture;
    int count;

    texture_measure(&texture, copy, scale);
    effort->left -= (int64_t)copy->width * copy->height * 4;
    count = texture_find_bars(&texture, pass->coherence, pass->energy, places);
    texture_clear(&texture);
    return count;
}

/* In the whole picture. */
static struct decode_point
middle_of(const struct texture_bars *place, double scale)
{
    double along = (place->left + place->right) / 2, aside = (place->top + place->bottom) / 2;
    double c = cos(place->angle), s = sin(place->angle);

    return (struct decode_point){(int32_t)((along * c - aside * s) * scale),
                                 (int32_t)((along * s + aside * c) * scale)};
}

void
bars_read(struct pyramid *pyramid, double scale, const struct bars_pass *pass, bool all,
          struct effort *effort, GPtrArray *symbols, GArray *unread)
{
    struct reader reader = {.picture = pyramid->levels[0],
                            .scale = scale,
                            .all = all,
                            .effort = effort,
                            .symbols = symbols,
                            .linear = linear_new(),
                            .raw = profile_new(),
                            .sharp = profile_new()};
    struct texture_bars places[TEXTURE_MOST];
    int count = find_places(pyramid, pass, effort, places), vain = 0;
    bool more = all && sighting_any_trusted(symbols);

    for (int i = 0; i < count && (more || (vain < pass->most && effort->left > 0)); i++) {
        struct bars_unread place = {middle_of(&places[i], scale), false};

        if (sighting_covers(symbols, place.middle) ||
            (vain >= pass->most && !has_bars(&reader, &places[i], pass)))
            continue;
        if (read_place(&reader, &places[i], pass)) {
            place.sure = has_bars(&reader, &places[i], pass);
            g_array_append_val(unread, place);
        }
        vain += !reader.trusted;
        more |= all && reader.trusted;
    }
    linear_free(reader.linear);
    profile_free(reader.raw);
    profile_free(reader.sharp);
}
