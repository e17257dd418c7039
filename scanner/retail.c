#include "scanner/retail.h"

#include <math.h>
#include <string.h>

#define PER_MODULE 4 /* samples of a drawn code */
#define MODULES 95   /* the most that a code has */
#define SAMPLES (MODULES * PER_MODULE)
#define BELL_REACH 32   /* samples of the widest blur */
#define SWAPS 9         /* digits that may be swapped at once for a sibling */
#define FIRST_BLUR 0.6f /* sigma in modules, tried first */
#define SEGMENTS 5      /* parts of a line in each of which light and contrast are their own */

/* A code's elements and modules, and which of them lie where. */
struct form {
    int digits;                    /* drawn ones: without the first of an EAN-13 */
    int elements, modules, centre; /* the first of the five elements in the middle */
};

static const struct form ean13 = {12, 59, 95, 27}, ean8 = {8, 43, 67, 19};

static const char *const digit_modules[10] = {
    "0001101", "0011001", "0010011", "0111101", "0100011",
    "0110001", "0101111", "0111011", "0110111", "0001011",
};

/* Which of the left digits are drawn turned about, by the first digit. */
static const char *const turned[10] = {
    "000000", "001011", "001101", "001110", "010011",
    "011001", "011100", "010101", "010110", "011010",
};

/* A bell of some width in samples. */
struct bell {
    float sigma;
    int reach;
    float share[2 * BELL_REACH + 1];
};

struct fit {
    const struct form *form;
    char digits[14];
    uint8_t modules[MODULES];
    float line[SAMPLES];  /* the picture's, lighter is more */
    float drawn[SAMPLES]; /* the code's, 0 to 1 */
    struct bell bell;
};

static void
make_bell(struct bell *bell, float sigma)
{
    float sum = 0, width = sigma * PER_MODULE;

    bell->sigma = sigma;
    bell->reach = MIN((int)(3 * width) + 1, BELL_REACH);
    for (int i = -bell->reach; i <= bell->reach; i++)
        sum += bell->share[i + bell->reach] = expf(-0.5f * (float)(i * i) / (width * width));
    for (int i = 0; i <= 2 * bell->reach; i++)
        bell->share[i] /= sum;
}

/* kind: 0 left, 1 left turned about, 2 right. */
static void
digit_bits(int digit, int kind, uint8_t bits[7])
{
    for (int i = 0; i < 7; i++) {
        bool bar = digit_modules[digit][kind == 1 ? 6 - i : i] == '1';

        bits[i] = kind == 0 ? bar : !bar;
    }
}

/* Where the i-th drawn digit begins, in modules. */
static int
digit_start(const struct form *form, int i)
{
    return 3 + 7 * i + (i < form->digits / 2 ? 0 : 5);
}

static void
draw_modules(const struct form *form, const char *digits, uint8_t *modules)
{
    static const uint8_t guard[3] = {1, 0, 1}, middle[5] = {0, 1, 0, 1, 0};
    const char *drawn = form == &ean13 ? digits + 1 : digits;

    memcpy(modules, guard, sizeof guard);
    memcpy(modules + form->modules / 2 - 2, middle, sizeof middle);
    memcpy(modules + form->modules - 3, guard, sizeof guard);
    for (int i = 0; i < form->digits; i++) {
        bool left = i < form->digits / 2;
        bool about = left && form == &ean13 && turned[digits[0] - '0'][i] == '1';

        digit_bits(drawn[i] - '0', left ? about : 2, modules + digit_start(form, i));
    }
}

/* A sample of the code, blurred; outside it is white. */
static float
drawn_at(const struct fit *fit, int at)
{
    float sum = 0;

    for (int i = -fit->bell.reach; i <= fit->bell.reach; i++) {
        int place = at + i;
        bool bar = place >= 0 && place < fit->form->modules * PER_MODULE &&
                   fit->modules[place / PER_MODULE] == 1;

        sum += bar ? 0 : fit->bell.share[i + fit->bell.reach];
    }
    return sum;
}

static void
draw(struct fit *fit, const char *digits)
{
    draw_modules(fit->form, digits, fit->modules);
    for (int i = 0; i < fit->form->modules * PER_MODULE; i++)
        fit->drawn[i] = drawn_at(fit, i);
}

/* Sums of a part of line and drawing, from which its mean, contrast and likeness come. */
struct sums {
    double line, drawn, line2, drawn2, both;
    int from, to;
};

static struct sums
sums_of(const struct fit *fit, const float *line, int part, int parts)
{
    int all = fit->form->modules * PER_MODULE;
    struct sums s = {.from = all * part / parts, .to = all * (part + 1) / parts};
    int count = s.to - s.from;

    for (int i = s.from; i < s.to; i++) {
        s.line += line[i];
        s.drawn += fit->drawn[i];
    }
    s.line /= count;
    s.drawn /= count;
    for (int i = s.from; i < s.to; i++) {
        double x = line[i] - s.line, y = fit->drawn[i] - s.drawn;

        s.line2 += x * x;
        s.drawn2 += y * y;
        s.both += x * y;
    }
    return s;
}

static float
likeness(const struct fit *fit, const float *line)
{
    double both = 0, line2 = 0, drawn2 = 0;

    for (int part = 0; part < SEGMENTS; part++) {
        struct sums s = sums_of(fit, line, part, SEGMENTS);
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
sample_line(struct fit *fit, const struct profile *profile, int first, float *line)
{
    const struct form *form = fit->form;
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
    for (int i = 0; i < form->modules * PER_MODULE; i++) {
        double x = (i + 0.5) / PER_MODULE;
        double at = x < half ? start + (middle - start) * x / half
                             : middle + (end - middle) * (x - half) / half;

        line[i] = sample_at(profile, at);
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
find_place(struct fit *fit, const struct profile *profile, int last)
{
    int count = (int)profile->edges->len, elements = fit->form->elements;
    int from = last < 0 ? 0 : MAX(last - elements - 8, 0);
    int to = last < 0 ? count - 1 : last - elements + 6;
    struct place best = {0, false, -1};
    float line[SAMPLES];

    for (int first = from; first <= to && first + elements < count; first++) {
        if (!sample_line(fit, profile, first, line))
            continue;
        for (int way = 0; way < 2; way++) {
            float like = likeness(fit, line);

            if (like > best.like) {
                best = (struct place){first, way == 1, like};
                memcpy(fit->line, line, sizeof line);
            }
            turn_about(line, fit->form->modules * PER_MODULE);
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
    int modules = fit->form->modules, elements = fit->form->elements, edge = 0;
    double rows[4][5] = {{0}};

    for (int m = 0; m <= modules; m++) {
        double x = 2.0 * m / modules - 1, powers[4] = {1, x, x * x, x * x * x}, at;

        if (m > 0 && m < modules && fit->modules[m] == fit->modules[m - 1])
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
static float
follow_edges(struct fit *fit, const struct profile *profile, const struct place *place)
{
    double c[4];
    float line[SAMPLES], like;

    if (!fit_edges(fit, profile, place, c))
        return place->like;
    for (int i = 0; i < fit->form->modules * PER_MODULE; i++) {
        double x = 2 * (i + 0.5) / (fit->form->modules * PER_MODULE) - 1;

        line[i] = sample_at(profile, c[0] + x * (c[1] + x * (c[2] + x * c[3])));
    }
    like = likeness(fit, line);
    if (like <= place->like)
        return place->like;
    memcpy(fit->line, line, sizeof line);
    return like;
}

static float
find_blur(struct fit *fit, float best)
{
    float sigma = FIRST_BLUR;

    for (float tried = 0.3f; tried < 1.3f; tried += 0.3f) {
        float like;

        make_bell(&fit->bell, tried);
        draw(fit, fit->digits);
        like = likeness(fit, fit->line);
        if (like > best) {
            best = like;
            sigma = tried;
        }
    }
    make_bell(&fit->bell, sigma);
    return best;
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

/* The likeness of the most like code that differs in such digits only and has a check digit too. */
static float
best_sibling(struct fit *fit)
{
    int places[SWAPS], count = 0;
    float best = -1;

    for (int i = fit->form == &ean13; fit->digits[i] != '\0' && count < SWAPS; i++)
        if (sibling_of(fit->digits[i]) != fit->digits[i])
            places[count++] = i;
    for (int mask = 1; mask < 1 << count; mask++) {
        char digits[14];
        float like;

        memcpy(digits, fit->digits, sizeof digits);
        for (int k = 0; k < count; k++)
            if (mask >> k & 1)
                digits[places[k]] = sibling_of(digits[places[k]]);
        if (!has_check_digit(digits))
            continue;
        draw(fit, digits);
        like = likeness(fit, fit->line);
        best = MAX(best, like);
    }
    draw(fit, fit->digits);
    return best;
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
        double difference = fit->line[i] - drawn_at(fit, i);

        error += difference * difference;
    }
    return error;
}

/* How many times the error of the i-th digit the best other one there has. */
static float
digit_margin(struct fit *fit, int i)
{
    int start = digit_start(fit->form, i), around = (int)(2 * fit->bell.sigma + 1);
    int from = MAX((start - around) * PER_MODULE, 0);
    int to = MIN((start + 7 + around) * PER_MODULE, fit->form->modules * PER_MODULE);
    bool left = i < fit->form->digits / 2;
    double own = error_around(fit, from, to, HUGE_VAL), best = 1e9;
    uint8_t kept[7];

    memcpy(kept, fit->modules + start, sizeof kept);
    for (int other = 0; other < (left && fit->form == &ean13 ? 20 : 10); other++) {
        uint8_t bits[7];
        double error;

        digit_bits(other % 10, left ? other / 10 : 2, bits);
        if (memcmp(bits, kept, sizeof bits) == 0)
            continue;
        memcpy(fit->modules + start, bits, sizeof bits);
        error = error_around(fit, from, to, best);
        best = MIN(best, error);
    }
    memcpy(fit->modules + start, kept, sizeof kept);
    return (float)(best / own);
}

static float
weakest_digit(struct fit *fit)
{
    float weakest = 99;

    if (!even_light(fit))
        return 0;
    for (int i = 0; i < fit->form->digits; i++) {
        float margin = digit_margin(fit, i);

        weakest = MIN(weakest, margin);
    }
    return weakest;
}

void
retail_compare(const struct profile *profile, int last, const char *digits,
               struct retail_proof *proof)
{
    struct fit fit = {.form = strlen(digits) == 8 ? &ean8 : &ean13};
    struct retail_proof line = {.tried = 1};
    struct place place;

    g_snprintf(fit.digits, sizeof fit.digits, "%s%s", strlen(digits) == 12 ? "0" : "", digits);
    make_bell(&fit.bell, FIRST_BLUR);
    draw(&fit, fit.digits);
    place = find_place(&fit, profile, last);
    if (place.like < 0)
        return;
    line.like = find_blur(&fit, follow_edges(&fit, profile, &place));
    line.sibling = best_sibling(&fit);
    line.lost = line.sibling > line.like;
    line.margin = weakest_digit(&fit);
    retail_join(proof, &line);
}

void
retail_join(struct retail_proof *proof, const struct retail_proof *other)
{
    proof->tried += other->tried;
    proof->lost += other->lost;
    if (other->tried > 0 && other->like > proof->like) {
        proof->like = other->like;
        proof->sibling = other->sibling;
    }
    proof->margin = MAX(proof->margin, other->margin);
}
