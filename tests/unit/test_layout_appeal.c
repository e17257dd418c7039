#include "labels/layout_appeal.h"

#include <string.h>

#include <glib.h>

#include "base/words.h"

#define A4_WIDTH 210.0
#define A4_HEIGHT 297.0
#define A5_WIDTH 148.0
#define A5_HEIGHT 210.0
#define KINDS 30 /* types and age groups */

/* A typeface of two widths, so that no font decides what is tested here. */
static double
two_widths(void *with, const char *text, bool bold)
{
    double em = 0;

    (void)with;
    for (const char *c = text; *c != '\0'; c = g_utf8_find_next_char(c, NULL))
        em += g_unichar_iswide(g_utf8_get_char(c)) ? 1 : bold ? 0.6 : 0.55;
    return em;
}

static const struct fit_measure measure = {two_widths, NULL};

static struct plea
plea_of(size_t n)
{
    static struct plea_line lines[KINDS];

    for (size_t i = 0; i < KINDS; i++)
        lines[i] = (struct plea_line){"Fever medicine (child)", "3 none left"};
    return (struct plea){.place = "Sunny",
                         .day = "2026-11-24",
                         .phone = "0571-88396209",
                         .days_left = 90,
                         .lines = lines,
                         .n = n};
}

static int
times(const struct layout *layout, const char *part)
{
    int n = 0;

    for (size_t i = 0; i < layout->n_runs; i++)
        n += strstr(layout->runs[i].text, part) != NULL;
    return n;
}

/* All ink lies on the page, and no row of the list on the frame below. */
static void
check_inside(const struct layout *layout)
{
    double foot = 0;

    for (size_t i = 0; i < layout->n_frames; i++) {
        const struct layout_frame *frame = &layout->frames[i];

        g_assert_cmpfloat(frame->y + frame->height, <=, layout->height);
        if (frame->stroke > 0)
            foot = frame->y;
    }
    g_assert_cmpfloat(foot, >, 0);
    for (size_t i = 0; i < layout->n_frames; i++)
        if (layout->frames[i].stroke == 0)
            g_assert_cmpfloat(layout->frames[i].y + layout->frames[i].height, <, foot);
    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];

        g_assert_cmpfloat(run->x, >=, 0);
        g_assert_cmpfloat(run->x + run->width, <=, layout->width);
        g_assert_cmpfloat(run->baseline + run->fall, <=, layout->height);
        g_assert_cmpfloat(run->size, >=, 2.4);
    }
}

static void
lay_out(const struct plea *plea, bool small, struct layout *layout)
{
    GError *error = NULL;
    bool ok = small ? layout_appeal(plea, A5_WIDTH, A5_HEIGHT, &measure, layout, &error)
                    : layout_appeal(plea, A4_WIDTH, A4_HEIGHT, &measure, layout, &error);

    g_assert_no_error(error);
    g_assert_true(ok);
    check_inside(layout);
}

/* Every number of kinds, on both pages, in both languages. */
static void
every_number(void)
{
    for (int language = 0; language < 2; language++) {
        words_use(language == 0 ? WORDS_ZH : WORDS_EN);
        for (size_t n = 0; n <= KINDS; n++)
            for (int small = 0; small < 2; small++) {
                const struct plea plea = plea_of(n);
                struct layout layout = {0};

                lay_out(&plea, small != 0, &layout);
                g_assert_cmpint(times(&layout, "0571-88396209"), ==, 1);
                layout_clear(&layout);
            }
    }
}

static void
what_it_says(void)
{
    struct plea plea = plea_of(4);
    struct layout layout = {0};

    words_use(WORDS_EN);
    lay_out(&plea, false, &layout);
    g_assert_cmpint(times(&layout, "Medicine is needed"), ==, 1);
    g_assert_cmpint(times(&layout, "Sunny"), ==, 1);
    g_assert_cmpint(times(&layout, "2026-11-24"), ==, 1);
    g_assert_cmpint(times(&layout, "3 none left"), ==, 4);
    g_assert_cmpint(times(&layout, "90 more days"), ==, 1);
    g_assert_cmpint(times(&layout, "more kind"), ==, 0);
    layout_clear(&layout);
    plea = plea_of(0);
    plea.phone = "";
    lay_out(&plea, false, &layout);
    g_assert_cmpint(times(&layout, "Nothing is short"), ==, 1);
    g_assert_cmpint(times(&layout, "Questions"), ==, 0);
    layout_clear(&layout);
}

/* What has no room is counted. */
static void
more_than_fit(void)
{
    const struct plea plea = plea_of(KINDS);
    struct layout layout = {0};
    g_autofree char *rest = NULL;
    int shown;

    words_use(WORDS_EN);
    lay_out(&plea, true, &layout);
    shown = times(&layout, "none left");
    rest = g_strdup_printf("and %d more kinds", KINDS - shown);
    g_assert_cmpint(shown, >, 3);
    g_assert_cmpint(shown, <, KINDS);
    g_assert_cmpint(times(&layout, rest), ==, 1);
    layout_clear(&layout);
}

static void
refusals(void)
{
    struct plea plea = plea_of(2);
    g_autofree char *phone = g_strnfill(120, '7');
    struct layout layout = {0};
    GError *error = NULL;

    g_assert_false(layout_appeal(&plea, 100, 150, &measure, &layout, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    layout_clear(&layout);
    plea.phone = phone;
    g_assert_false(layout_appeal(&plea, A4_WIDTH, A4_HEIGHT, &measure, &layout, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    layout_clear(&layout);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layout_appeal/every number", every_number);
    g_test_add_func("/layout_appeal/what it says", what_it_says);
    g_test_add_func("/layout_appeal/more than fit", more_than_fit);
    g_test_add_func("/layout_appeal/refusals", refusals);
    return g_test_run();
}
