#include "scanner/retail.h"

#include <math.h>
#include <string.h>

#include "scanner/drawing.h"

#define SWAPS 9     /* digits that may be swapped at once for a sibling */
#define SPREAD 0.1f /* steps in which the width of bars is tried, in modules */
#define SEGMENTS 5  /* parts of a line in each of which light and contrast are their own */
#define EVEN 2      /* the same where a code is compared with its sibling */

struct fit {
    struct drawing drawing;
    float line[DRAWING_SAMPLES]; /* the picture's, lighter is more */
};

static int
samples_of(const struct fit *fit)
{
    return fit->drawing.form->modules * DRAWING_PER_MODULE;
}

/* Sums of a part of line and drawing, from which its mean, contrast and likeness come. */
struct sums {
    double line, drawn, line2, drawn2, both;
    int from, to;
};

static struct sums
sums_of(const struct fit *fit, const float *line, int part, int parts)
{
    int all = samples_of(fit);
    struct sums s = {.from = all * part / parts, .to = all * (part + 1) / parts};
    int count = s.to - s.from;

    for (int i = s.from; i < s.to; i++) {
        s.line += line[i];
        s.drawn += fit->drawing.light[i];
    }
    s.line /= count;
    s.drawn /= count;
    for (int i = s.from; i < s.to; i++) {
        double x = line[i] - s.line, y = fit->drawing.light[i] - s.drawn;

        s.line2 += x * x;
        s.drawn2 += y * y;
        s.both += x * y;
    }
    return s;
}

static float
likeness(const struct fit *fit, const float *line, int parts)
{
    double both = 0, line2 = 0, drawn2 = 0;

    for (int part = 0; part < parts; part++) {
        struct sums s = sums_of(fit, line, part, parts);
        double even = s.line2 > 1e-9 ? 1 / sqrt(s.line2 / (s.to - s.from)) : 0;

        both += s.both * even;
        line2 += s.line2 * even * even;
        drawn2 += s.drawn2;
    }
    return line2 > 0 && drawn2 > 0 ? (float)(both / sqrt(line2 * drawn2)) : 0;
}

static double
place_of(const struct profile *profile, int edge)
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
sample_line(struct fit *fit, const struct profile *profile, const struct profile *light, int first,
            float *line)
{
    const struct drawing_form *form = fit->drawing.form;
    double start, end, middle, module, half = form->modules / 2.0;
    int centre = first + form->centre;

    if (!g_array_index(profile->edges, struct profile_edge, first).dark)
        return false;
    start = place_of(profile, first);
    end = place_of(profile, first + form->elements);
    module = (end - start) / form->modules;
    if (module < 0.7 || !is_about(place_of(profile, first + 3) - start, 3 * module, 0.5, 1.7) ||
        !is_about(end - place_of(profile, first + form->elements - 3), 3 * module, 0.5, 1.7) ||
        !is_about(place_of(profile, centre + 5) - place_of(profile, centre), 5 * module, 0.6, 1.5))
        return false;
    middle = (place_of(profile, centre) + place_of(profile, centre + 5)) / 2;
    for (int i = 0; i < samples_of(fit); i++) {
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
struct place {
    int first;
    bool about;
    float like; /* below 0: nowhere */
};

static struct place
find_place(struct fit *fit, const struct profile *profile, const struct profile *light, int last)
{
    int count = (int)profile->edges->len, elements = fit->drawing.form->elements;
    int from = last < 0 ? 0 : MAX(last - elements - 8, 0);
    int to = last < 0 ? count - 1 : last - elements + 6;
    struct place best = {0, false, -1};
    float line[DRAWING_SAMPLES];

    for (int first = from; first <= to && first + elements < count; first++) {
        if (!sample_line(fit, profile, light, first, line))
            continue;
        for (int way = 0; way < 2; way++) {
            float like = likeness(fit, line, SEGMENTS);

            if (like > best.like) {
                best = (struct place){first, way == 1, like};
                memcpy(fit->line, line, sizeof line);
            }
            turn_about(line, samples_of(fit));
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
fit_edges(const struct fit *fit, const struct profile *profile, const struct place *place,
          double cubic[4])
{
    int modules = fit->drawing.form->modules, elements = fit->drawing.form->elements, edge = 0;
    double rows[4][5] = {{0}};

    for (int m = 0; m <= modules; m++) {
        double x = 2.0 * m / modules - 1, powers[4] = {1, x, x * x, x * x * x}, at;

        if (m > 0 && m < modules && fit->drawing.modules[m] == fit->drawing.modules[m - 1])
            continue;
        at = place_of(profile, place->first + (place->about ? elements - edge : edge));
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
follow_edges(struct fit *fit, const struct profile *profile, const struct profile *light,
             const struct place *place)
{
    double c[4];
    float line[DRAWING_SAMPLES], like;

    if (!fit_edges(fit, profile, place, c))
        return;
    for (int i = 0; i < samples_of(fit); i++) {
        double x = 2 * (i + 0.5) / samples_of(fit) - 1;

        line[i] = sample_at(light, c[0] + x * (c[1] + x * (c[2] + x * c[3])));
    }
    like = likeness(fit, line, SEGMENTS);
    if (like > place->like)
        memcpy(fit->line, line, sizeof line);
}

/* The most like lens so far. */
struct lens {
    float blur, spread, like;
};

/* Draws with a lens; whether the line, in so many parts, is more like that. */
static bool
try_lens(struct fit *fit, float blur, float spread, int parts, struct lens *best)
{
    float like;

    drawing_lens(&fit->drawing, blur, spread);
    like = likeness(fit, fit->line, parts);
    if (like <= best->like)
        return false;
    *best = (struct lens){blur, spread, like};
    return true;
}

/* Finds the blur of the line, and by how much its bars are all too wide or too narrow; draws so. */
static float
find_lens(struct fit *fit, int parts)
{
    struct lens best = {fit->drawing.blur, fit->drawing.spread, likeness(fit, fit->line, parts)};
    float first = best.spread;

    for (float blur = 0.3f; blur < 1.3f; blur += 0.3f)
        try_lens(fit, blur, first, parts, &best);
    for (int way = -1; way <= 1; way += 2)
        for (float spread = first + (float)way * SPREAD;
             fabsf(spread) <= DRAWING_SPREAD_MOST &&
             try_lens(fit, best.blur, spread, parts, &best);)
            spread += (float)way * SPREAD;
    drawing_lens(&fit->drawing, best.blur, best.spread);
    return best.like;
}

static bool
has_check_digit(const char *digits)
{
    size_t length = strlen(digits);
    int sum = 0;

    for (size_t i = 0; i < length; i++)
        sum += (digits[i] - '0') * ((length - i) % 2 == 0 ? 3 : 1);
    return sum % 10 == 0;
}

/* What blurred bars of a digit are taken for. */
static char
sibling_of(char digit)
{
    switch (digit) {
    case '1': return '7';
    case '7': return '1';
    case '2': return '8';
    case '8': return '2';
    default: return digit;
    }
}

/* The most like code that differs in such digits only and has a check digit too; false for none. */
static bool
find_sibling(struct fit *fit, char sibling[RETAIL_DIGITS])
{
    struct drawing *drawing = &fit->drawing;
    int places[SWAPS], count = 0;
    float best = -1;
    char own[RETAIL_DIGITS];

    memcpy(own, drawing->digits, sizeof own);
    for (int i = drawing->form == &drawing_ean13; own[i] != '\0' && count < SWAPS; i++)
        if (sibling_of(own[i]) != own[i])
            places[count++] = i;
    for (int mask = 1; mask < 1 << count; mask++) {
        char digits[RETAIL_DIGITS];
        float like;

        memcpy(digits, own, sizeof digits);
        for (int k = 0; k < count; k++)
            if (mask >> k & 1)
                digits[places[k]] = sibling_of(digits[places[k]]);
        if (!has_check_digit(digits))
            continue;
        drawing_digits(drawing, digits);
        like = likeness(fit, fit->line, EVEN);
        if (like <= best)
            continue;
        best = like;
        memcpy(sibling, digits, sizeof digits);
    }
    drawing_digits(drawing, own);
    return best > -1;
}

/*
 * By how much the line is more like the code than like its sibling, each by the lens that is best for
 * it. Narrow bars that are pale are thin, and pale all over are those in the dark: so light and
 * contrast may vary along the line, but not as fast as digits follow each other.
 */
static float
compare_sibling(struct fit *fit, char sibling[RETAIL_DIGITS])
{
    struct drawing kept = fit->drawing;
    float own, other;

    own = find_lens(fit, EVEN);
    if (!find_sibling(fit, sibling)) {
        fit->drawing = kept;
        return RETAIL_ALONE;
    }
    drawing_digits(&fit->drawing, sibling);
    other = find_lens(fit, EVEN);
    fit->drawing = kept;
    return own - other;
}

/* Brings the line to the drawing's light and contrast, part by part; false where one is reversed. */
static bool
even_light(struct fit *fit)
{
    for (int part = 0; part <= SEGMENTS; part++) {
        struct sums s = sums_of(fit, fit->line, part, SEGMENTS + 1);
        double contrast = s.drawn2 > 1e-9 ? s.both / s.drawn2 : 1;

        if (contrast < 1e-3)
            return false;
        for (int i = s.from; i < s.to; i++)
            fit->line[i] = (float)((fit->line[i] - (s.line - contrast * s.drawn)) / contrast);
    }
    return true;
}

/* The squared error around a digit as the modules now are; gives up beyond `most`. */
static double
error_around(const struct fit *fit, int from, int to, double most)
{
    double error = 1e-3 * (to - from);

    for (int i = from; i < to && error < most; i++) {
        double difference = fit->line[i] - drawing_at(&fit->drawing, i);

        error += difference * difference;
    }
    return error;
}

/* How many times the error of the i-th digit the best other one there has. */
static float
digit_margin(struct fit *fit, int i)
{
    int start = drawing_start(fit->drawing.form, i), around = (int)(2 * fit->drawing.blur + 1);
    int from = MAX((start - around) * DRAWING_PER_MODULE, 0);
    int to = MIN((start + 7 + around) * DRAWING_PER_MODULE, samples_of(fit));
    bool left = i < fit->drawing.form->digits / 2;
    double own = error_around(fit, from, to, HUGE_VAL), best = 1e9;
    uint8_t kept[7];

    memcpy(kept, fit->drawing.modules + start, sizeof kept);
    for (int other = 0; other < (left && fit->drawing.form == &drawing_ean13 ? 20 : 10); other++) {
        uint8_t bits[7];
        double error;

        drawing_bits(other % 10, left ? other / 10 : 2, bits);
        if (memcmp(bits, kept, sizeof bits) == 0)
            continue;
        drawing_put(&fit->drawing, start, bits);
        error = error_around(fit, from, to, best);
        best = MIN(best, error);
    }
    drawing_put(&fit->drawing, start, kept);
    return (float)(best / own);
}

static float
weakest_digit(struct fit *fit)
{
    float weakest = 99;

    if (!even_light(fit))
        return 0;
    for (int i = 0; i < fit->drawing.form->digits; i++) {
        float margin = digit_margin(fit, i);

        weakest = MIN(weakest, margin);
    }
    return weakest;
}

bool
retail_compare(const struct profile *edges, const struct profile *light, int last,
               const char *digits, struct retail_proof *proof, char better[RETAIL_DIGITS])
{
    bool upca = strlen(digits) == 12;
    struct retail_proof line = {.tried = 1};
    struct fit fit;
    struct place place;
    char drawn[RETAIL_DIGITS], sibling[RETAIL_DIGITS];

    g_snprintf(drawn, sizeof drawn, "%s%s", upca ? "0" : "", digits);
    drawing_begin(&fit.drawing, drawn);
    place = find_place(&fit, edges, light, last);
    if (place.like < 0)
        return false;
    follow_edges(&fit, edges, light, &place);
    line.like = find_lens(&fit, SEGMENTS);
    line.ahead = compare_sibling(&fit, sibling);
    line.lost = line.ahead < 0;
    line.margin = weakest_digit(&fit);
    retail_join(proof, &line);
    if (line.lost)
        g_strlcpy(better, sibling + upca, RETAIL_DIGITS);
    return line.lost;
}

void
retail_join(struct retail_proof *proof, const struct retail_proof *other)
{
    proof->tried += other->tried;
    proof->lost += other->lost;
    if (other->tried > 0 && other->like > proof->like) {
        proof->like = other->like;
        proof->ahead = other->ahead;
    }
    proof->margin = MAX(proof->margin, other->margin);
}
