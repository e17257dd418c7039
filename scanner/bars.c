#include "scanner/bars.h"

#include <math.h>
#include <string.h>

#include <zbar.h>

#include "scanner/confirm.h"
#include "scanner/profile.h"
#include "scanner/span.h"
#include "scanner/texture.h"

#define SHORTEST 36     /* pixels of a place across its bars */
#define BEYOND 0.6      /* of its length that lines reach beyond a place on both sides */
#define BEYOND_LEAST 20 /* pixels */
#define LONG 1600       /* pixels from which two samples a pixel bring nothing */
#define SOFT 170        /* parts of a place: lines are sharpened over one where all else failed */
#define FEW_EDGES 28    /* fewer are no code, nor is a place with so few on its first lines */
#define MANY_EDGES 40   /* as many as a code may have that is told on the second try only */
#define FIRST_LINES 4
#define SWING 0.15    /* of a line's range from dark to light that counts as a bar or a gap … */
#define FEW_SWINGS 24 /* … of which a place with bars has as many on one of a few lines at least */
#define PROBES 4      /* those lines */
#define COMPARED 3    /* lines on which a retail code is compared with its bars */
#define SWEEP_STEP 4  /* pixels between lines all over */
#define SWEEP_LENGTH 240 /* pixels of a code that they are made for */
#define COST_SAMPLE 2    /* effort for a pixel of one line */
#define COST_EDGES 4     /* for a sample looked at for edges */
#define COST_EDGE 150    /* for an edge decoded */
#define COST_COMPARE 900000

/* The symbologies libzbar is asked for. DataBar stays off: its decoder there is not safe. */
static const struct kind {
    zbar_symbol_type_t type;
    enum symbology symbology, gs1;
    bool compared; /* its bars are, with the code drawn anew */
    struct span_form form;
} kinds[] = {
    {ZBAR_EAN13, SYMBOLOGY_EAN13, SYMBOLOGY_EAN13, true, {59, 95, false}},
    {ZBAR_EAN8, SYMBOLOGY_EAN8, SYMBOLOGY_EAN8, true, {43, 67, false}},
    {ZBAR_UPCA, SYMBOLOGY_UPCA, SYMBOLOGY_UPCA, true, {59, 95, false}},
    {ZBAR_UPCE, SYMBOLOGY_UPCE, SYMBOLOGY_UPCE, false, {33, 51, true}},
    {ZBAR_CODE128, SYMBOLOGY_CODE128, SYMBOLOGY_GS1_128, false, {0, 0, false}},
};

/* A code that libzbar has told while a line was decoded. */
struct hit {
    const struct kind *kind;
    bool gs1;
    guint last; /* the edge that came last when it was told */
    char *text;
};

struct reader {
    const struct picture *picture;
    double scale;
    bool all;
    struct effort *effort;
    GPtrArray *symbols;
    zbar_decoder_t *decoder, *scan_decoder; /* the second for libzbar's own edges */
    zbar_scanner_t *scanner;
    struct profile *raw, *sharp;
    struct profile_line line;
    const struct texture_bars *place;
    const struct profile *fed; /* the one whose edges are decoded */
    guint at;                  /* the edge that was decoded last */
    GArray *hits;              /* of struct hit, of the edges decoded last */
    int line_number;           /* over all places */
    bool trusted;              /* a code of this place is */
};

static int32_t
edge_at(const struct profile *profile, guint i)
{
    return g_array_index(profile->edges, struct profile_edge, i).at;
}

/* A point of the line, in pixels along it, as one of the whole picture. */
static struct decode_point
point_at(const struct reader *r, double along)
{
    return (struct decode_point){(int32_t)lrint((r->line.x + r->line.dx * along) * r->scale),
                                 (int32_t)lrint((r->line.y + r->line.dy * along) * r->scale)};
}

/* From where to where on the line a hit's code lies, in pixels; false where it can't be one. */
static bool
find_ends(const struct reader *r, const struct hit *hit, double *from, double *to)
{
    double unit = (double)PROFILE_PARTS * r->line.per_pixel;
    guint start, end;

    span_find(r->fed->edges, &hit->kind->form, MIN(hit->last, r->fed->edges->len - 1), &start,
              &end);
    *from = edge_at(r->fed, start) / unit;
    *to = edge_at(r->fed, end) / unit;
    return span_is_sound(r->fed->edges, &hit->kind->form, start, end);
}

static void
take_hit(struct reader *r, const struct hit *hit)
{
    struct sighting *sighting;
    double from, to;

    if (!find_ends(r, hit, &from, &to))
        return;
    sighting = sighting_add(
        r->symbols,
        &(struct decode_symbol){
            .symbology = hit->gs1 ? hit->kind->gs1 : hit->kind->symbology,
            .text = hit->text,
            .length = strlen(hit->text),
            .outline = {point_at(r, from), point_at(r, to), point_at(r, to), point_at(r, from)}});
    if (sighting == NULL)
        return;
    sighting->symbol.quality += sighting->line != r->line_number;
    sighting->line = r->line_number;
    if (hit->kind->compared && sighting->proof.tried < COMPARED) {
        retail_compare(r->fed, (int)hit->last, hit->text, &sighting->proof);
        r->effort->left -= COST_COMPARE;
    }
    if (hit->kind->form.elements == 0 && sighting->symbol.quality >= 2)
        confirm_letters(r->raw, r->effort, sighting, r->symbols);
    r->trusted |= sighting_is_trusted(sighting);
}

static void
hit_clear(gpointer data)
{
    struct hit *hit = data;

    g_free(hit->text);
}

static void
take_hits(struct reader *r)
{
    for (guint i = 0; i < r->hits->len; i++)
        take_hit(r, &g_array_index(r->hits, struct hit, i));
    g_array_set_size(r->hits, 0);
}

/* What has a zero in it is no code of ours, and what has nothing in it none at all. */
static void
note_hit(zbar_decoder_t *decoder)
{
    struct reader *r = zbar_decoder_get_userdata(decoder);
    zbar_symbol_type_t type = zbar_decoder_get_type(decoder);
    size_t length = zbar_decoder_get_data_length(decoder);
    struct hit hit = {.last = r->at};

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].type == type)
            hit.kind = &kinds[i];
    if (hit.kind == NULL || length == 0)
        return;
    hit.gs1 = (zbar_decoder_get_modifiers(decoder) >> ZBAR_MOD_GS1 & 1) != 0;
    hit.text = g_strndup(zbar_decoder_get_data(decoder), length);
    if (strlen(hit.text) == length)
        g_array_append_val(r->hits, hit);
    else
        hit_clear(&hit);
}

/*
 * Makes the decoder forget the code it has told: of the next pack's it would take the first half
 * that is the same, as two of one maker have it, for the whole again. It is told the last element
 * anew, for it knows dark from light by counting.
 */
static void
forget(struct reader *r, unsigned width)
{
    bool bar_next = zbar_decoder_get_color(r->decoder) == ZBAR_BAR;

    zbar_decoder_reset(r->decoder);
    if (bar_next)
        zbar_decode_width(r->decoder, width);
}

/*
 * Where to begin anew after a hit: behind it, or, where it was put together from two packs, at the
 * white between them, so that the second one gets its first half.
 */
static guint
begin_anew(struct reader *r, const struct hit *hit, unsigned width)
{
    const GArray *edges = r->fed->edges;
    guint start, end, gap;

    if (hit->kind->form.elements > 0) {
        span_find(edges, &hit->kind->form, hit->last, &start, &end);
        if (end < start + hit->kind->form.elements)
            return r->at;
        gap = span_gap(edges, &hit->kind->form, start, end);
        if (gap < end && !g_array_index(edges, struct profile_edge, gap).dark) {
            zbar_decoder_reset(r->decoder);
            return gap;
        }
    }
    forget(r, width);
    return r->at;
}

/* Decodes what lies between edges; goes back only from places it has not gone back from before. */
static void
decode_edges(struct reader *r, GArray *edges)
{
    int32_t before = 0;
    guint reached = 0;

    for (r->at = 0; r->at < edges->len; r->at++) {
        guint hits = r->hits->len;
        unsigned width = (unsigned)MAX(edge_at(r->fed, r->at) - before, 1);

        zbar_decode_width(r->decoder, width);
        if (r->hits->len > hits && r->at > reached) {
            reached = r->at;
            r->at = begin_anew(r, &g_array_index(r->hits, struct hit, hits), width);
        }
        before = edge_at(r->fed, r->at);
    }
    r->at = edges->len - 1;
    zbar_decode_width(r->decoder, 0);
}

/* Finds a profile's edges and decodes what lies between them; returns their number. */
static guint
feed_edges(struct reader *r, struct profile *profile, double window, int least)
{
    GArray *edges = profile->edges;
    struct profile_edge end = {profile->count * PROFILE_PARTS, false};
    guint count;

    profile_find_edges(profile, (int)window, least * PROFILE_SHARES);
    count = edges->len;
    g_array_append_val(edges, end);
    r->fed = profile;
    zbar_decoder_new_scan(r->decoder);
    decode_edges(r, edges);
    zbar_decoder_new_scan(r->decoder);
    take_hits(r);
    r->effort->left -= (int64_t)profile->count * COST_EDGES + (int64_t)edges->len * COST_EDGE;
    return count;
}

/* Notes the edge that libzbar found last, if it is a new one; before the first it tells a huge number. */
static void
note_edge(struct reader *r, struct profile *profile)
{
    unsigned at = zbar_scanner_get_edge(r->scanner, 0, PROFILE_BITS);
    struct profile_edge edge = {(int32_t)at, zbar_decoder_get_color(r->scan_decoder) == ZBAR_BAR};
    guint count = profile->edges->len;

    if (at <= (unsigned)profile->count * PROFILE_PARTS &&
        (count == 0 || edge_at(profile, count - 1) < edge.at))
        g_array_append_val(profile->edges, edge);
    r->at = profile->edges->len;
}

/* libzbar's own edges, where the line is steepest: better than ours where bars run into each other. */
static void
feed_scanner(struct reader *r, struct profile *profile)
{
    g_array_set_size(profile->edges, 0);
    r->fed = profile;
    r->at = 0;
    zbar_decoder_reset(r->scan_decoder);
    zbar_scanner_new_scan(r->scanner);
    for (int i = 0; i < profile->count; i++)
        if (zbar_scan_y(r->scanner, profile->samples[i] / PROFILE_SHARES) != ZBAR_NONE)
            note_edge(r, profile);
    for (int i = 0; i < 2; i++)
        if (zbar_scanner_flush(r->scanner) != ZBAR_NONE)
            note_edge(r, profile);
    zbar_scanner_new_scan(r->scanner);
    if (profile->edges->len > 0)
        take_hits(r);
    g_array_set_size(r->hits, 0);
    r->effort->left -= (int64_t)profile->count * COST_EDGES * 2;
}

/* Reads a line in several ways until a code is trusted; returns the most edges it had. */
static guint
read_line(struct reader *r, double length, bool odd)
{
    double samples = length * r->line.per_pixel;
    guint edges;

    r->line_number++;
    profile_sample(r->raw, r->picture, &r->line);
    profile_sharpen(r->raw, r->line.per_pixel, r->sharp);
    r->effort->left -= (int64_t)r->raw->count * r->line.mean * COST_SAMPLE;
    edges = feed_edges(r, r->sharp, samples / 5, 4);
    if (r->trusted)
        return edges;
    edges = MAX(edges, feed_edges(r, r->sharp, samples / 8, 4));
    edges = MAX(edges, feed_edges(r, r->sharp, samples / 16, 3));
    edges = MAX(edges, feed_edges(r, r->raw, samples / 8, 4));
    edges = MAX(edges, feed_edges(r, r->raw, samples / 5, 4));
    if (edges < FEW_EDGES || r->trusted)
        return edges;
    profile_sharpen(r->raw, MAX(r->line.per_pixel, (int)(samples / SOFT)), r->sharp);
    edges = MAX(edges, feed_edges(r, r->sharp, samples / 8, 4));
    edges = MAX(edges, feed_edges(r, r->sharp, samples / 16, 3));
    if (edges >= MANY_EDGES && !r->trusted) {
        feed_scanner(r, r->raw);
        if (odd && !r->trusted)
            feed_scanner(r, r->sharp);
    }
    return edges;
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

/* Lays the line at `aside` across a place; false where it is outside the picture. */
static bool
lay_line(struct reader *r, double aside, double beyond, int mean)
{
    const struct texture_bars *place = r->place;
    double c = cos(place->angle), s = sin(place->angle), start = place->left - beyond;
    double length = place->right - place->left + 2 * beyond;

    r->line = (struct profile_line){
        c * start - s * aside, s * start + c * aside, c, s, length, mean, length > LONG ? 1 : 2};
    return profile_clip(&r->line, r->picture);
}

/* How many bars and gaps a place has: many, or one edge, or noise. */
static int
count_bars(struct reader *r, double beyond, int mean)
{
    const struct texture_bars *place = r->place;
    int most = 0;

    for (int i = 0; i < PROBES; i++) {
        double aside = place->top + (place->bottom - place->top) * (i + 0.5) / PROBES;

        if (!lay_line(r, aside, beyond, mean))
            continue;
        profile_sample(r->raw, r->picture, &r->line);
        r->effort->left -= (int64_t)r->raw->count * (r->line.mean * COST_SAMPLE + COST_EDGES);
        most = MAX(most, profile_count_swings(r->raw, SWING));
    }
    return most;
}

static void
read_place(struct reader *r, const struct texture_bars *place, const struct bars_pass *pass)
{
    double length = place->right - place->left, apart = (place->bottom - place->top) / pass->lines;
    double beyond = BEYOND * length + BEYOND_LEAST;
    int mean = CLAMP((int)(apart / 1.2), 1, pass->mean), laid = 0;
    guint edges = 0;

    if (length < SHORTEST)
        return;
    r->place = place;
    r->trusted = false;
    if (count_bars(r, beyond, mean) < FEW_SWINGS)
        return;
    zbar_decoder_reset(r->decoder);
    for (int i = 0; i < pass->lines && r->effort->left > 0; i++) {
        if (!lay_line(r, line_aside(place, i, pass->lines), beyond, mean))
            continue;
        edges = MAX(edges, read_line(r, length, i % 2 == 1));
        if (++laid == FIRST_LINES && edges < FEW_EDGES)
            return;
        if (r->trusted && !r->all)
            return;
    }
}

/* Lines over all of the picture, across and then down. */
static void
sweep(struct reader *r)
{
    double width = r->picture->width, height = r->picture->height;
    const struct texture_bars ways[] = {{0, 0, width, 0, height, 0},
                                        {G_PI / 2, 0, height, -width, 0, 0}};

    for (size_t way = 0; way < G_N_ELEMENTS(ways); way++) {
        r->place = &ways[way];
        zbar_decoder_reset(r->decoder);
        for (double at = ways[way].top + 1; at < ways[way].bottom && r->effort->left > 0;
             at += SWEEP_STEP) {
            r->trusted = false;
            if (!lay_line(r, at, 0, 1))
                continue;
            r->line_number++;
            profile_sample(r->raw, r->picture, &r->line);
            r->effort->left -= (int64_t)r->raw->count * COST_SAMPLE;
            feed_edges(r, r->raw, SWEEP_LENGTH / 5.0 * r->line.per_pixel, 4);
        }
    }
}

static zbar_decoder_t *
open_decoder(struct reader *r)
{
    zbar_decoder_t *decoder = zbar_decoder_create();

    zbar_decoder_set_config(decoder, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        zbar_decoder_set_config(decoder, kinds[i].type, ZBAR_CFG_ENABLE, 1);
    zbar_decoder_set_userdata(decoder, r);
    zbar_decoder_set_handler(decoder, note_hit);
    return decoder;
}

static void
open_reader(struct reader *r)
{
    r->decoder = open_decoder(r);
    r->scan_decoder = open_decoder(r);
    r->scanner = zbar_scanner_create(r->scan_decoder);
    r->raw = profile_new();
    r->sharp = profile_new();
    r->hits = g_array_new(FALSE, FALSE, sizeof(struct hit));
    g_array_set_clear_func(r->hits, hit_clear);
}

static void
close_reader(struct reader *r)
{
    zbar_scanner_destroy(r->scanner);
    zbar_decoder_destroy(r->scan_decoder);
    zbar_decoder_destroy(r->decoder);
    profile_free(r->raw);
    profile_free(r->sharp);
    g_array_unref(r->hits);
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
    return MIN(count, pass->most);
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
          struct effort *effort, GPtrArray *symbols)
{
    struct reader reader = {.picture = pyramid->levels[0],
                            .scale = scale,
                            .all = all,
                            .effort = effort,
                            .symbols = symbols};
    struct texture_bars places[TEXTURE_MOST];
    int count = pass->side == 0 ? 0 : find_places(pyramid, pass, effort, places);

    open_reader(&reader);
    for (int i = 0; i < count && effort->left > 0; i++)
        if (!sighting_covers(symbols, middle_of(&places[i], scale)))
            read_place(&reader, &places[i], pass);
    if (pass->side == 0)
        sweep(&reader);
    close_reader(&reader);
}
