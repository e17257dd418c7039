#include "labels/layout_walk.h"

#include <string.h>

#include <glib.h>

#include "base/words.h"

#define WIDTH 210.0
#define HEIGHT 297.0
#define MANY 60

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

static const struct walk_task tasks[] = {
    {false, "对乙酰氨基酚片 0.5g", "use by 2027-03-31, batch A1", "2 packs"},
    {true, "ibuprofen", "", "1 pack + 4 tablets"},
    {true, "cold granules", "batch 7", "9 sachets"},
};

static struct walk_stop
stop_of(size_t n)
{
    return (struct walk_stop){.name = "gate",
                              .place = "community/grid, beside the lift",
                              .phone = "0571-88396209",
                              .code = "7K3-M9QX",
                              .address = "https://BOX.EXAMPLE.CN/B/7K3M9QX",
                              .tasks = tasks,
                              .n = n};
}

static struct walk_list
list_of(const struct walk_stop *stops, size_t n)
{
    return (struct walk_list){.title = "Walk 3 · Li",
                              .day = "2026-11-24",
                              .summary = "5 stops, about 40 minutes, 2.3 km",
                              .command = "MEDBOX:WALK:3",
                              .stops = stops,
                              .n = n};
}

/* How often a text stands on a page. */
static int
times(const struct layout *layout, const char *text)
{
    int n = 0;

    for (size_t i = 0; i < layout->n_runs; i++)
        n += strcmp(layout->runs[i].text, text) == 0;
    return n;
}

/* All marks are on the paper, and no text is shortened. */
static void
assert_inside(const struct layout *layout)
{
    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];

        if (run->cut)
            g_error("%s: %s", run->what, run->text);
        g_assert_cmpfloat(run->x, >=, 0);
        g_assert_cmpfloat(run->x + run->width, <=, layout->width);
        g_assert_cmpfloat(run->baseline - run->rise, >=, 0);
        g_assert_cmpfloat(run->baseline + run->fall, <=, layout->height);
    }
    for (size_t i = 0; i < layout->n_symbols; i++)
        g_assert_cmpfloat(layout->symbols[i].y + layout->symbols[i].side, <=, layout->height);
    for (size_t i = 0; i < layout->n_frames; i++)
        g_assert_cmpfloat(layout->frames[i].y + layout->frames[i].height, <=, layout->height);
}

static struct layout
page_of(const struct walk_list *list, size_t i, double width, double height)
{
    struct layout layout = {0};
    GError *error = NULL;

    g_assert_true(layout_walk(list, i, width, height, &measure, &layout, &error));
    g_assert_no_error(error);
    assert_inside(&layout);
    return layout;
}

static void
one_page_says_it_all(void)
{
    const struct walk_stop stops[] = {stop_of(3), stop_of(1)};
    const struct walk_list list = list_of(stops, 2);
    struct layout layout;

    g_assert_cmpuint(layout_walk_pages(&list, WIDTH, HEIGHT), ==, 1);
    layout = page_of(&list, 0, WIDTH, HEIGHT);
    g_assert_cmpint(times(&layout, "Walk 3 · Li"), ==, 1);
    g_assert_cmpint(times(&layout, "对乙酰氨基酚片 0.5g"), ==, 2);
    g_assert_cmpint(times(&layout, "take along"), ==, 2);
    g_assert_cmpint(times(&layout, "put into it"), ==, 2);
    g_assert_cmpint(times(&layout, "1 pack + 4 tablets"), ==, 1);
    g_assert_cmpint(times(&layout, "gate"), ==, 2);
    g_assert_cmpint(times(&layout, "0571-88396209"), ==, 2);
    g_assert_cmpint(times(&layout, "page 1 of 1"), ==, 1);
    g_assert_cmpint(times(&layout, "Signed:"), ==, 1);
    g_assert_cmpuint(layout.n_symbols, ==, 3); /* the command, and each box */
    g_assert_cmpstr(layout.symbols[0].text, ==, "MEDBOX:WALK:3");
    layout_clear(&layout);
}

/* Nothing is lost between pages, nor said twice, and only the first has the command. */
static void
long_lists_take_pages(void)
{
    static const double sizes[][2] = {{WIDTH, HEIGHT}, {148, 210}};
    struct walk_stop stops[MANY];

    for (size_t n = 1; n <= MANY; n += 7)
        for (size_t s = 0; s < G_N_ELEMENTS(sizes); s++) {
            const struct walk_list list = list_of(stops, n);
            size_t pages, wanted = 0;
            int said = 0, commands = 0;

            for (size_t i = 0; i < n; i++)
                wanted += (stops[i] = stop_of(1 + i % 3)).n;
            pages = layout_walk_pages(&list, sizes[s][0], sizes[s][1]);
            for (size_t i = 0; i < pages; i++) {
                struct layout layout = page_of(&list, i, sizes[s][0], sizes[s][1]);

                for (size_t t = 0; t < G_N_ELEMENTS(tasks); t++)
                    said += times(&layout, tasks[t].amount);
                for (size_t q = 0; q < layout.n_symbols; q++)
                    commands += strcmp(layout.symbols[q].text, list.command) == 0;
                g_assert_cmpint(times(&layout, "Signed:"), ==, i + 1 == pages);
                layout_clear(&layout);
            }
            g_assert_cmpint(said, ==, (int)wanted);
            g_assert_cmpint(commands, ==, 1);
        }
}

/* A stop with more than a page holds goes on overleaf, under its name. */
static void
a_long_stop_goes_on_overleaf(void)
{
    struct walk_task many[MANY];
    struct walk_stop stop = stop_of(MANY);
    const struct walk_list list = list_of(&stop, 1);
    struct layout layout;

    for (size_t i = 0; i < MANY; i++)
        many[i] = tasks[i % 3];
    stop.tasks = many;
    g_assert_cmpuint(layout_walk_pages(&list, WIDTH, HEIGHT), >=, 3);
    layout = page_of(&list, 1, WIDTH, HEIGHT);
    g_assert_cmpint(times(&layout, "gate (continued)"), ==, 1);
    layout_clear(&layout);
}

static void
a_page_too_small_is_refused(void)
{
    const struct walk_stop stops[] = {stop_of(1)};
    const struct walk_list list = list_of(stops, 1);
    struct layout layout = {0};
    g_autoptr(GError) error = NULL;

    g_assert_cmpuint(layout_walk_pages(&list, 90, 54), ==, 0);
    g_assert_false(layout_walk(&list, 0, 90, 54, &measure, &layout, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    layout_clear(&layout);
}

/* Behind the stops, on as many pages as they need. */
static void
what_is_left_out_is_told(void)
{
    const struct walk_stop stops[] = {stop_of(2)};
    struct walk_list list = list_of(stops, 1);
    const char *lost[100];
    size_t pages, said = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(lost); i++)
        lost[i] = "tablets 2 packs (gate): it is not there any more";
    list.left_out = lost;
    list.left_out_n = G_N_ELEMENTS(lost);
    pages = layout_walk_pages(&list, WIDTH, HEIGHT);
    g_assert_cmpuint(pages, >, 1);
    for (size_t i = 0; i < pages; i++) {
        struct layout layout = page_of(&list, i, WIDTH, HEIGHT);

        assert_inside(&layout);
        g_assert_cmpint(times(&layout, "Not to be carried any more:"), ==, 1);
        said += (size_t)times(&layout, lost[0]);
        layout_clear(&layout);
    }
    g_assert_cmpuint(said, ==, G_N_ELEMENTS(lost));
}

static void
nothing_left_is_a_page(void)
{
    const struct walk_list list = list_of(NULL, 0);
    struct layout layout;

    g_assert_cmpuint(layout_walk_pages(&list, WIDTH, HEIGHT), ==, 1);
    layout = page_of(&list, 0, WIDTH, HEIGHT);
    layout_clear(&layout);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/layout-walk/one page says it all", one_page_says_it_all);
    g_test_add_func("/layout-walk/long lists take pages", long_lists_take_pages);
    g_test_add_func("/layout-walk/a long stop goes on overleaf", a_long_stop_goes_on_overleaf);
    g_test_add_func("/layout-walk/a page too small is refused", a_page_too_small_is_refused);
    g_test_add_func("/layout-walk/left out", what_is_left_out_is_told);
    g_test_add_func("/layout-walk/nothing left is a page", nothing_left_is_a_page);
    return g_test_run();
}
