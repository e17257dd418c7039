#include "scanner/drawing.h"

#include <math.h>
#include <string.h>

#include <glib.h>

const struct drawing_form drawing_ean13 = {12, 59, 95, 27}, drawing_ean8 = {8, 43, 67, 19};

static const char *const digit_modules[10] = {
    "0001101", "0011001", "0010011", "0111101", "0100011",
    "0110001", "0101111", "0111011", "0110111", "0001011",
};

/* Which of the left digits are drawn turned about, by the first digit. */
static const char *const turned[10] = {
    "000000", "001011", "001101", "001110", "010011",
    "011001", "011100", "010101", "010110", "011010",
};

void
drawing_bits(int digit, int kind, uint8_t bits[7])
{
    for (int i = 0; i < 7; i++) {
        bool bar = digit_modules[digit][kind == 1 ? 6 - i : i] == '1';

        bits[i] = kind == 0 ? bar : !bar;
    }
}

int
drawing_start(const struct drawing_form *form, int i)
{
    return 3 + 7 * i + (i < form->digits / 2 ? 0 : 5);
}

static void
draw_modules(const struct drawing_form *form, const char *digits, uint8_t *modules)
{
    static const uint8_t guard[3] = {1, 0, 1}, middle[5] = {0, 1, 0, 1, 0};
    const char *drawn = form == &drawing_ean13 ? digits + 1 : digits;

    memcpy(modules, guard, sizeof guard);
    memcpy(modules + form->modules / 2 - 2, middle, sizeof middle);
    memcpy(modules + form->modules - 3, guard, sizeof guard);
    for (int i = 0; i < form->digits; i++) {
        bool left = i < form->digits / 2;
        bool about = left && form == &drawing_ean13 && turned[digits[0] - '0'][i] == '1';

        drawing_bits(drawn[i] - '0', left ? about : 2, modules + drawing_start(form, i));
    }
}

static bool
is_bar(const struct drawing *drawing, int module)
{
    return module >= 0 && module < drawing->form->modules && drawing->modules[module] == 1;
}

/* The ink of modules, in whose outer samples their neighbours' spreads, or theirs is missing. */
static void
lay_ink(struct drawing *drawing, int from, int to)
{
    float over = drawing->spread / 2 * DRAWING_PER_MODULE;

    for (int m = from; m < to; m++) {
        float *ink = drawing->ink + DRAWING_REACH + m * DRAWING_PER_MODULE;
        bool bar = is_bar(drawing, m);

        for (int i = 0; i < DRAWING_PER_MODULE; i++)
            ink[i] = bar;
        if (is_bar(drawing, m - 1) != bar && (over < 0) == bar)
            ink[0] += over;
        if (is_bar(drawing, m + 1) != bar && (over < 0) == bar)
            ink[DRAWING_PER_MODULE - 1] += over;
    }
}

float
drawing_at(const struct drawing *drawing, int at)
{
    const float *ink = drawing->ink + DRAWING_REACH + at - drawing->reach;
    float sum = 0;

    for (int i = 0; i <= 2 * drawing->reach; i++)
        sum += ink[i] * drawing->share[i];
    return 1 - sum;
}

static void
draw(struct drawing *drawing)
{
    lay_ink(drawing, -1, drawing->form->modules + 1);
    for (int i = 0; i < drawing->form->modules * DRAWING_PER_MODULE; i++)
        drawing->light[i] = drawing_at(drawing, i);
}

void
drawing_lens(struct drawing *drawing, float blur, float spread)
{
    float sum = 0, width = blur * DRAWING_PER_MODULE;

    drawing->blur = blur;
    drawing->spread = CLAMP(spread, -DRAWING_SPREAD_MOST, DRAWING_SPREAD_MOST);
    drawing->reach = MIN((int)(3 * width) + 1, DRAWING_REACH);
    for (int i = 0; i <= 2 * drawing->reach; i++) {
        float aside = (float)(i - drawing->reach);

        sum += drawing->share[i] = expf(-0.5f * aside * aside / (width * width));
    }
    for (int i = 0; i <= 2 * drawing->reach; i++)
        drawing->share[i] /= sum;
    draw(drawing);
}

void
drawing_digits(struct drawing *drawing, const char *digits)
{
    memcpy(drawing->digits, digits, strlen(digits) + 1);
    draw_modules(drawing->form, digits, drawing->modules);
    draw(drawing);
}

void
drawing_begin(struct drawing *drawing, const char *digits)
{
    memset(drawing, 0, sizeof *drawing);
    drawing->form = strlen(digits) == 8 ? &drawing_ean8 : &drawing_ean13;
    memcpy(drawing->digits, digits, strlen(digits) + 1);
    draw_modules(drawing->form, digits, drawing->modules);
    drawing_lens(drawing, DRAWING_BLUR, 0);
}

void
drawing_put(struct drawing *drawing, int start, const uint8_t bits[7])
{
    memcpy(drawing->modules + start, bits, 7);
    lay_ink(drawing, start - 1, start + 8);
}
