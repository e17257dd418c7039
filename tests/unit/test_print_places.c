/* Where stickers are on the pages that are printed, for every sheet there is. */

#include "tests/unit/paper.h"

/* A layout that is the outline of its sticker and no more. */
static bool
outline(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
        GError **error)
{
    const struct sheet *sheet = with;

    (void)i;
    (void)measure;
    (void)error;
    layout->width = sheet->width;
    layout->height = sheet->height;
    layout_add_frame(layout, &(struct layout_frame){
                                 .width = sheet->width, .height = sheet->height, .stroke = 0.1});
    return true;
}

/* The next rectangle of a PDF whose streams are plain, in mm; false where there is none. */
static bool
next_rectangle(const char **at, double found[4])
{
    const char *end = strstr(*at, " re\n"), *start = end;

    if (end == NULL)
        return false;
    while (start > *at && start[-1] != '\n')
        start--;
    g_assert_cmpint(sscanf(start, "%lf %lf %lf %lf", &found[0], &found[1], &found[2], &found[3]),
                    ==, 4);
    *at = end + 4;
    return true;
}

static void
every_sheet(struct folder *folder, const void *data)
{
    size_t n;
    const struct sheet *sheets = sheet_list(&n);

    (void)data;
    for (size_t s = 0; s < n; s++) {
        const struct sheet *sheet = &sheets[s];
        const size_t stickers = sheet_stickers(sheet);
        const struct paper_run run = {.sheet = sheet, .source = {stickers + 1, outline, sheet}};
        struct paper_report report = {0};
        g_autofree char *plain = NULL, *size = NULL;
        const char *at;
        double found[4];

        print(folder->pdf, &run, &report);
        plain = output_of("qpdf", "--qdf", folder->pdf, "-", NULL);
        at = strstr(plain, "\n2.83465 0 0 -2.83465 0 ");
        g_assert_nonnull(at);
        g_assert_cmpfloat_with_epsilon(g_ascii_strtod(at + 24, NULL) * MM_PER_POINT,
                                       sheet->page_height, 0.001);
        for (size_t i = 0; i < stickers + 1; i++) {
            const struct sheet_place place = sheet_place(sheet, i);

            g_assert_true(next_rectangle(&at, found));
            g_assert_cmpfloat_with_epsilon(found[0], place.x, 0.001);
            g_assert_cmpfloat_with_epsilon(found[1], place.y, 0.001);
            g_assert_cmpfloat_with_epsilon(found[2], sheet->width, 0.001);
            g_assert_cmpfloat_with_epsilon(found[3], sheet->height, 0.001);
            g_assert_cmpfloat(found[0] + found[2], <=, sheet->page_width + 0.001);
            g_assert_cmpfloat(found[1] + found[3], <=, sheet->page_height + 0.001);
        }
        g_assert_false(next_rectangle(&at, found));
        g_assert_cmpuint(report.pages, ==, 2);
        size = output_of("pdfinfo", folder->pdf, NULL);
        g_assert_nonnull(strstr(size, "Pages:           2\n"));
        paper_report_clear(&report);
    }
}

/* A sheet of which some stickers are used already goes on behind them. */
static void
half_used_sheet(struct folder *folder, const void *data)
{
    const struct sheet *sheet = sheet_find("L7160", NULL);
    const struct paper_run run = {.sheet = sheet, .first = 19, .source = {3, outline, sheet}};
    struct paper_report report = {0};
    g_autofree char *plain = NULL;
    const char *at;
    double found[4];

    (void)data;
    print(folder->pdf, &run, &report);
    g_assert_cmpuint(report.pages, ==, 2);
    plain = output_of("qpdf", "--qdf", folder->pdf, "-", NULL);
    at = plain;
    for (size_t i = 19; i < 22; i++) {
        g_assert_true(next_rectangle(&at, found));
        g_assert_cmpfloat_with_epsilon(found[0], sheet_place(sheet, i).x, 0.001);
        g_assert_cmpfloat_with_epsilon(found[1], sheet_place(sheet, i).y, 0.001);
    }
    paper_report_clear(&report);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    ADD("/paper/every sheet's stickers lie where the sheet says", every_sheet);
    ADD("/paper/a half-used sheet is used up", half_used_sheet);
    return g_test_run();
}
