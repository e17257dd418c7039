#include "scanner/retail.h"

#include <math.h>
#include <string.h>

#include "scanner/trace.h"

#define SWAPS 9 /* digits that may be swapped at once for a sibling */
#define EVEN 2  /* parts of a line, as TRACE_PARTS, where a code is compared with its sibling */

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
find_sibling(struct trace *trace, char sibling[RETAIL_DIGITS])
{
    struct drawing *drawing = &trace->drawing;
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
        like = trace_likeness(trace, EVEN);
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
compare_sibling(struct trace *trace, char sibling[RETAIL_DIGITS])
{
    struct drawing kept = trace->drawing;
    float own, other;

    own = trace_find_lens(trace, EVEN);
    if (!find_sibling(trace, sibling)) {
        trace->drawing = kept;
        return RETAIL_ALONE;
    }
    drawing_digits(&trace->drawing, sibling);
    other = trace_find_lens(trace, EVEN);
    trace->drawing = kept;
    return own - other;
}

/* The squared error around a digit as the modules now are; gives up beyond `most`. */
static double
error_around(const struct trace *trace, int from, int to, double most)
{
    double error = 1e-3 * (to - from);

    for (int i = from; i < to && error < most; i++) {
        double difference = trace->line[i] - drawing_at(&trace->drawing, i);

        error += difference * difference;
    }
    return error;
}

/* How many times the error of the i-th digit the best other one there has. */
static float
digit_margin(struct trace *trace, int i)
{
    int start = drawing_start(trace->drawing.form, i), around = (int)(2 * trace->drawing.blur + 1);
    int from = MAX((start - around) * DRAWING_PER_MODULE, 0);
    int to = MIN((start + 7 + around) * DRAWING_PER_MODULE, trace_samples(trace));
    bool left = i < trace->drawing.form->digits / 2;
    double own = error_around(trace, from, to, HUGE_VAL), best = 1e9;
    uint8_t kept[7];

    memcpy(kept, trace->drawing.modules + start, sizeof kept);
    for (int other = 0; other < (left && trace->drawing.form == &drawing_ean13 ? 20 : 10);
         other++) {
        uint8_t bits[7];
        double error;

        drawing_bits(other % 10, left ? other / 10 : 2, bits);
        if (memcmp(bits, kept, sizeof bits) == 0)
            continue;
        drawing_put(&trace->drawing, start, bits);
        error = error_around(trace, from, to, best);
        best = MIN(best, error);
    }
    drawing_put(&trace->drawing, start, kept);
    return (float)(best / own);
}

static float
weakest_digit(struct trace *trace)
{
    float weakest = 99;

    if (!trace_even_light(trace))
        return 0;
    for (int i = 0; i < trace->drawing.form->digits; i++) {
        float margin = digit_margin(trace, i);

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
    struct trace trace;
    char drawn[RETAIL_DIGITS], sibling[RETAIL_DIGITS];

    g_snprintf(drawn, sizeof drawn, "%s%s", upca ? "0" : "", digits);
    if (!trace_begin(&trace, edges, light, last, drawn))
        return false;
    line.like = trace_find_lens(&trace, TRACE_PARTS);
    line.ahead = compare_sibling(&trace, sibling);
    line.lost = line.ahead < 0;
    line.margin = weakest_digit(&trace);
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
