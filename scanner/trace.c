#include "scanner/trace.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#define SPREAD 0.1f /* steps in which the width of bars is tried, in modules */

int
trace_samples(const struct trace *trace)
{
    return trace->drawing.form->modules * DRAWING_PER_MODULE;
}

/* Sums of a part of line and drawing, from which its mean, contrast and likeness come. */
struct sums {
    double line, drawn, line2, drawn2, both;
    int from, to;
};

static struct sums
sums_of(const struct trace *trace, const float *line, int part, int parts)
{
    int all = trace_samples(trace);
    struct sums s = {.from = all * part / parts, .to = all * (part + 1) / parts};
    int count = s.to - s.from;

    for (int i = s.from; i < s.to; i++) {
        s.line += line[i];
        s.drawn += trace->drawing.light[i];
    }
    s.line /= count;
    s.drawn /= count;
    for (int i = s.from; i < s.to; i++) {
        double x = line[i] - s.line, y = trace->drawing.light[i] - s.drawn;

        s.line2 += x * x;
        s.drawn2 += y * y;
        s.both += x * y;
    }
    return s;
}

static float
likeness(const struct trace *trace, const float *line, int parts)
{
    double both = 0, line2 = 0, drawn2 = 0;

    for (int part = 0; part < parts; part++) {
        struct sums s = sums_of(trace, line, part, parts);
        double even = s.line2 > 1e-9 ? 1 / sqrt(s.line2 / (s.to - s.from)) : 0;

        both += s.both * even;
        line2 += s.line2 * even * even;
        drawn2 += s.drawn2;
    }
    return line2 > 0 && drawn2 > 0 ? (float)(both / sqrt(line2 * drawn2)) : 0;
}

float
trace_likeness(const struct trace *trace, int parts)
{
    return likeness(trace, trace->line, parts);
}

static double
edge_at(const struct profile *profile, int edge)
{
    return g_array_index(profile->edges, struct profile_edge, edge).at / (double)PROFILE_PARTS;
}

static float
sample_at(const struct profile *profile, double at)
{
    int left = CLAMP((int)at, 0, profile->count - 2);
    double part = CLAMP(at - left, 0, 1);

    return (float)(profile->samples[left] * (1 - part) + profile->samples[left + 1] * part);
}

static bool
is_about(double width, double wanted, double least, double most)
{
    return width >= least * wanted && width <= most * wanted;
}

/* Samples the line between an edge where a code may begin and the one where it then ends. */
static bool
sample_line(struct trace *trace, const struct profile *profile, const struct profile *light,
            int first, float *line)
{
    const struct drawing_form *form = trace->drawing.form;
    double start, end, middle, module, half = form->modules / 2.0;
    int centre = first + form->centre;

    if (!g_array_index(profile->edges, struct profile_edge, first).dark)
        return false;
    start = edge_at(profile, first);
    end = edge_at(profile, first + form->elements);
    module = (end - start) / form->modules;
    if (module < 0.7 || !is_about(edge_at(profile, first + 3) - start, 3 * module, 0.5, 1.7) ||
        !is_about(end - edge_at(profile, first + form->elements - 3), 3 * module, 0.5, 1.7) ||
        !is_about(edge_at(profile, centre + 5) - edge_at(profile, centre), 5 * module, 0.6, 1.5))
        return false;
    middle = (edge_at(profile, centre) + edge_at(profile, centre + 5)) / 2;
    for (int i = 0; i < trace_samples(trace); i++) {
        double x = (i + 0.5) / DRAWING_PER_MODULE;
        double at = x < half ? start + (middle - start) * x / half
                             : middle + (end - middle) * (x - half) / half;

        line[i] = sample_at(light, at);
    }
    return true;
}

static void
turn_about(float *line, int count)
{
    for (int i = 0; i < count / 2; i++) {
        float kept = line[i];

        line[i] = line[count - 1 - i];
        line[count - 1 - i] = kept;
    }
}

/* Where on a line a code is seen: from which edge on, and whether the line runs against it. */
struct spot {
    int first;
    bool about;
    float like; /* below 0: nowhere */
};

static struct spot
find_spot(struct trace *trace, const struct profile *profile, const struct profile *light, int last)
{
    int count = (int)profile->edges->len, elements = trace->drawing.form->elements;
    int from = last < 0 ? 0 : MAX(last - elements - 8, 0);
    int to = last < 0 ? count - 1 : last - elements + 6;
    struct spot best = {0, false, -1};
    float line[DRAWING_SAMPLES];

    for (int first = from; first <= to && first + elements < count; first++) {
        if (!sample_line(trace, profile, light, first, line))
            continue;
        for (int way = 0; way < 2; way++) {
            float like = likeness(trace, line, TRACE_PARTS);

            if (like > best.like) {
                best = (struct spot){first, way == 1, like};
                memcpy(trace->line, line, sizeof line);
            }
            turn_about(line, trace_samples(trace));
        }
    }
    return best;
}

/* Solves four linear equations, each with its right side as the fifth number, by elimination. */
static bool
solve(double rows[4][5], double out[4])
{
    for (int i = 0; i < 4; i++) {
        if (fabs(rows[i][i]) < 1e-9)
            return false;
        for (int j = 0; j < 4; j++) {
            double times = rows[j][i] / rows[i][i];

            for (int k = i; k < 5 && j != i; k++)
                rows[j][k] -= times * rows[i][k];
        }
    }
    for (int i = 0; i < 4; i++)
        out[i] = rows[i][4] / rows[i][i];
    return true;
}

/*
 * The cubic that goes nearest to all edges of a code, from its modules, -1 at its start and 1 at
 * its end, to the line's samples: a code on a bottle is narrower towards its sides.
 */
static bool
fit_edges(const struct trace *trace, const struct profile *profile, const struct spot *spot,
          double cubic[4])
{
    int modules = trace->drawing.form->modules, elements = trace->drawing.form->elements, edge = 0;
    double rows[4][5] = {{0}};

    for (int m = 0; m <= modules; m++) {
        double x = 2.0 * m / modules - 1, powers[4] = {1, x, x * x, x * x * x}, at;

        if (m > 0 && m < modules && trace->drawing.modules[m] == trace->drawing.modules[m - 1])
            continue;
        at = edge_at(profile, spot->first + (spot->about ? elements - edge : edge));
        edge++;
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 4; k++)
                rows[i][k] += powers[i] * powers[k];
            rows[i][4] += powers[i] * at;
        }
    }
    return edge == elements + 1 && solve(rows, cubic);
}

/* Samples the line anew along that cubic; keeps what is more like the code. */
static void
follow_edges(struct trace *trace, const struct profile *profile, const struct profile *light,
             const struct spot *spot)
{
    double c[4];
    float line[DRAWING_SAMPLES], like;

    if (!fit_edges(trace, profile, spot, c))
        return;
    for (int i = 0; i < trace_samples(trace); i++) {
        double x = 2 * (i + 0.5) / trace_samples(trace) - 1;

        line[i] = sample_at(light, c[0] + x * (c[1] + x * (c[2] + x * c[3])));
    }
    like = likeness(trace, line, TRACE_PARTS);
    if (like > spot->like)
        memcpy(trace->line, line, sizeof line);
}

bool
trace_begin(struct trace *trace, const struct profile *edges, const struct profile *light, int last,
            const char *digits)
{
    struct spot spot;

    drawing_begin(&trace->drawing, digits);
    spot = find_spot(trace, edges, light, last);
    if (spot.like < 0)
        return false;
    follow_edges(trace, edges, light, &spot);
    return true;
}

/* The most like lens so far. */
struct lens {
    float blur, spread, like;
};

/* Draws with a lens; whether the line, in so many parts, is more like that. */
static bool
try_lens(struct trace *trace, float blur, float spread, int parts, struct lens *best)
{
    float like;

    drawing_lens(&trace->drawing, blur, spread);
    like = trace_likeness(trace, parts);
    if (like <= best->like)
        return false;
    *best = (struct lens){blur, spread, like};
    return true;
}

float
trace_find_lens(struct trace *trace, int parts)
{
    struct lens best = {trace->drawing.blur, trace->drawing.spread, trace_likeness(trace, parts)};
    float first = best.spread;

    for (float blur = 0.3f; blur < 1.3f; blur += 0.3f)
        try_lens(trace, blur, first, parts, &best);
    for (int way = -1; way <= 1; way += 2)
        for (float spread = first + (float)way * SPREAD;
             fabsf(spread) <= DRAWING_SPREAD_MOST &&
             try_lens(trace, best.blur, spread, parts, &best);)
            spread += (float)way * SPREAD;
    drawing_lens(&trace->drawing, best.blur, best.spread);
    return best.like;
}

bool
trace_even_light(struct trace *trace)
{
    for (int part = 0; part <= TRACE_PARTS; part++) {
        struct sums s = sums_of(trace, trace->line, part, TRACE_PARTS + 1);
        double contrast = s.drawn2 > 1e-9 ? s.both / s.drawn2 : 1;

        if (contrast < 1e-3)
            return false;
        for (int i = s.from; i < s.to; i++)
            trace->line[i] = (float)((trace->line[i] - (s.line - contrast * s.drawn)) / contrast);
    }
    return true;
}
