#include <math.h>
#include <stdio.h>
#include <string.h>

#include "labels/draw.h"
#include "labels/label_texts.h"
#include "labels/layout_sheet.h"

#include "tests/unit/paper.h"

static char *
raster(const struct folder *folder, const char *dpi, int page)
{
    g_autofree char *root = g_build_filename(folder->path, "page", NULL);
    g_autofree char *number = g_strdup_printf("%d", page);

    g_free(output_of("pdftoppm", "-mono", "-r", dpi, "-f", number, "-l", number, "-singlefile",
                     folder->pdf, root, NULL));

    return g_strconcat(root, ".pbm", NULL);
}

static void
assert_read(const struct label *labels, int n, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    g_assert_cmpuint(g_strv_length(lines), ==, (guint)n + 1);
    for (int i = 0; i < n; i++) {
        g_autofree char *url = boxcode_url(HOST, labels[i].code, (struct boxcode_nonce){0});

        g_assert_true(g_strv_contains((const char *const *)lines, url));
    }
}

/* As a label printer and as an office printer see it: black and white dots. */
static void
reads_back(struct folder *folder, const void *data)
{
    static const char *const dpi[] = {"203", "300"};
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);

    (void)data;
    fill(labels);
    print(folder->pdf, &run, &report);
    g_assert_cmpuint(report.pages, ==, 2);
    g_assert_cmpint(report.reach_cm, ==, 40);
    for (size_t i = 0; i < G_N_ELEMENTS(dpi); i++)
        for (int page = 0; page < 2; page++) {
            g_autofree char *picture = raster(folder, dpi[i], page + 1);
            g_autofree char *text =
                output_of("zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", picture, NULL);

            assert_read(labels + 21 * page, page == 0 ? 21 : 3, text);
        }
    paper_report_clear(&report);
}

/* A picture of one bit a dot, as netpbm's P4 has it. */
struct bits {
    char *bytes;
    const guchar *rows;
    int width, height;
};

static struct bits
bits_of(const char *path)
{
    struct bits bits = {0};
    gsize n;
    int used = 0;

    g_assert_true(g_file_get_contents(path, &bits.bytes, &n, NULL));
    g_assert_cmpint(sscanf(bits.bytes, "P4 %d %d%n", &bits.width, &bits.height, &used), ==, 2);
    bits.rows = (const guchar *)bits.bytes + used + 1;
    g_assert_cmpuint(n, ==, (gsize)used + 1 + (gsize)((bits.width + 7) / 8 * bits.height));
    return bits;
}

/* The share of black in a rectangle in mm. */
static double
ink(const struct bits *bits, double dpi, double x, double y, double width, double height)
{
    int left = (int)(x * dpi / 25.4), right = (int)((x + width) * dpi / 25.4), dark = 0;
    int top = (int)(y * dpi / 25.4), bottom = (int)((y + height) * dpi / 25.4);

    g_assert_true(left >= 0 && top >= 0 && right < bits->width && bottom < bits->height);
    for (int v = top; v <= bottom; v++)
        for (int u = left; u <= right; u++)
            dark += bits->rows[v * ((bits->width + 7) / 8) + u / 8] >> (7 - u % 8) & 1;
    return (double)dark / ((right - left + 1) * (bottom - top + 1));
}

/* Each line of text is black where the layout says and white around the symbol and the edge. */
static void
check_ink(const struct bits *bits, double dpi, const struct layout *layout, struct sheet_place at)
{
    const double edge = LABEL_TEXTS_MARGIN - 0.2, white = 2.6;
    const struct layout_symbol *square = &layout->symbols[0];
    const double side = square->side;

    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];
        double share =
            ink(bits, dpi, at.x + run->x, at.y + run->baseline - run->rise, run->width, run->rise);

        g_assert_cmpfloat(share, >, 0.08);
        g_assert_cmpfloat(share, <, 0.6);
    }
    g_assert_cmpfloat(ink(bits, dpi, at.x, at.y, layout->width, edge), ==, 0);
    g_assert_cmpfloat(ink(bits, dpi, at.x, at.y + layout->height - edge, layout->width, edge - 0.2),
                      ==, 0);
    g_assert_cmpfloat(ink(bits, dpi, at.x, at.y, edge, layout->height), ==, 0);
    g_assert_cmpfloat(ink(bits, dpi, at.x + square->x, at.y + square->y, side, white), ==, 0);
    g_assert_cmpfloat(
        ink(bits, dpi, at.x + square->x + side - white, at.y + square->y, white - 0.3, side), ==,
        0);
}

static void
text_is_ink(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    struct fonts *fonts = fonts_open(NULL);
    struct fit_measure measure = fonts_measure(fonts);
    g_autofree char *picture = NULL;
    struct bits bits;

    (void)data;
    fill(labels);
    print(folder->pdf, &run, &report);
    picture = raster(folder, "300", 1);
    bits = bits_of(picture);
    for (size_t i = 0; i < 21; i++) {
        struct layout layout = {0};

        g_assert_true(layout_label(&labels[i], 63.5, 38.1, &measure, &layout, NULL));
        check_ink(&bits, 300, &layout, sheet_place(run.sheet, i));
        layout_clear(&layout);
    }
    g_free(bits.bytes);
    fonts_close(fonts);
    paper_report_clear(&report);
}

/* Where a word of the PDF begins, in mm; false where it is not on the page. */
static bool
word_at(const char *html, const char *word, double *x, double *y)
{
    g_autofree char *end = g_strdup_printf("\">%s</word>", word);
    const char *found = strstr(html, end), *start = found;

    if (found == NULL)
        return false;
    while (!g_str_has_prefix(start, "<word "))
        start--;
    *x = g_ascii_strtod(strstr(start, "xMin=\"") + 6, NULL) * MM_PER_POINT;
    *y = g_ascii_strtod(strstr(start, "yMin=\"") + 6, NULL) * MM_PER_POINT;
    return true;
}

static void
true_size(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    g_autofree char *info = NULL, *html = NULL;

    (void)data;
    fill(labels);
    print(folder->pdf, &run, &report);
    info = output_of("pdfinfo", folder->pdf, NULL);
    html = output_of("pdftotext", "-bbox", folder->pdf, "-", NULL);
    g_assert_nonnull(strstr(info, "Pages:           2\n"));
    g_assert_nonnull(strstr(info, "595.276 x 841.89 pts (A4)"));
    for (size_t i = 0; i < LABELS; i++) {
        struct sheet_place place = sheet_place(run.sheet, i);
        char code[BOXCODE_PRINT_SIZE];
        double x = 0, y = 0;

        g_assert_true(word_at(html, boxcode_format(labels[i].code, code), &x, &y));
        g_assert_cmpfloat_with_epsilon(x, place.x + 31.9, 0.01);
        g_assert_cmpfloat(y, >, place.y + 8);
        g_assert_cmpfloat(y, <, place.y + 24);
    }
    g_assert_nonnull(strstr(html, "和睦社区"));
    paper_report_clear(&report);
}

/* Where the page is cut is told where that is not its edge. */
static void
cut_to_size(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    const struct sheet bled = layout_sheet_bled(sheet_find("L7160", NULL), 3);
    struct paper_run run = a_run(L7160(labels), 1);
    g_autofree char *boxes = NULL, *whole = NULL;

    (void)data;
    fill(labels);
    print(folder->pdf, &run, &report);
    whole = output_of("pdfinfo", "-box", folder->pdf, NULL);
    paper_report_clear(&report);
    run.sheet = &bled;
    run.bleed = 3;
    print(folder->pdf, &run, &report);
    boxes = output_of("pdfinfo", "-box", folder->pdf, NULL);
    g_assert_true(g_regex_match_simple("TrimBox: +0.00 +0.00 +595.28 +841.89", whole, 0, 0));
    g_assert_true(g_regex_match_simple("MediaBox: +0.00 +0.00 +612.28 +858.90", boxes, 0, 0));
    g_assert_true(g_regex_match_simple("TrimBox: +8.50 +8.50 +603.78 +850.39", boxes, 0, 0));
    paper_report_clear(&report);
}

static void
same_bytes(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    g_autofree char *first = NULL, *second = NULL;
    gsize n, m;

    (void)data;
    fill(labels);
    print(folder->pdf, &run, &report);
    g_assert_true(g_file_get_contents(folder->pdf, &first, &n, NULL));
    print(folder->pdf, &run, &report);
    g_assert_true(g_file_get_contents(folder->pdf, &second, &m, NULL));
    g_assert_cmpuint(n, ==, m);
    g_assert_cmpint(memcmp(first, second, n), ==, 0);
    g_assert_cmpuint(n, <, 250000);
    paper_report_clear(&report);
}

static bool
count(void *with, size_t done, size_t n)
{
    size_t *counted = (size_t *)with;

    g_assert_cmpuint(done, ==, ++*counted);
    g_assert_cmpuint(n, ==, LABELS);
    return true;
}

static void
progress(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    size_t counted = 0;

    (void)data;
    fill(labels);
    run.progress = count;
    run.with = &counted;
    print(folder->pdf, &run, &report);
    g_assert_cmpuint(counted, ==, LABELS);
    g_assert_cmpuint(files_in(folder), ==, 1);
    paper_report_clear(&report);
}

static bool
until_three(void *with, size_t done, size_t n)
{
    (void)with, (void)n;
    return done < 3;
}

static void
ended(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_run run = a_run(L7160(labels), LABELS);

    (void)data;
    fill(labels);
    run.progress = until_three;
    refused(folder, &run, ERR_REFUSED, "stopped");
}

/* What will be printed is known before, and nothing is printed for that. */
static void
preview(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report before = {0}, after = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    g_autoptr(GError) error = NULL;

    (void)data;
    fill(labels);
    labels[3].name = "北干街道金城社区党群服务中心一楼大厅东侧邻里守护共享药箱，请把门关好，取药先"
                     "登记，用完请告诉我们";
    g_assert_true(paper_preview(&run, &before, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(files_in(folder), ==, 0);
    print(folder->pdf, &run, &after);
    g_assert_cmpuint(before.pages, ==, after.pages);
    g_assert_cmpint(before.reach_cm, ==, after.reach_cm);
    g_assert_cmpint(before.version, ==, 3);
    g_assert_cmpint(before.level, ==, SYMBOL_H);
    g_assert_cmpfloat_with_epsilon(before.module, 10 * 25.4 / 300, 1e-9);
    g_assert_cmpuint(before.notes->len, ==, 1);
    g_assert_cmpstr(before.notes->pdata[0], ==, after.notes->pdata[0]);
    paper_report_clear(&before);
    paper_report_clear(&after);
    labels[5].place = NOWHERE;
    g_assert_false(paper_preview(&run, &before, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    paper_report_clear(&before);
}

/* A framed number in the place of the character, and no refusal. */
static void
missing_allowed(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    g_autofree char *text = NULL;

    (void)data;
    fill(labels);
    labels[4].name = "药" NOWHERE "箱";
    run.allow_missing = true;
    print(folder->pdf, &run, &report);
    text = output_of("pdftotext", folder->pdf, "-", NULL);
    g_assert_nonnull(strstr(text, "U+3134A"));
    paper_report_clear(&report);
}

static void
bad_labels(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_run run = a_run(L7160(labels), LABELS);

    (void)data;
    fill(labels);
    run.source.n = 0;
    refused(folder, &run, ERR_INPUT, "nothing to print");
    run.source.n = LABELS;
    labels[23].name = "药\xff箱";
    refused(folder, &run, ERR_INPUT, "not UTF-8");
    fill(labels);
    labels[23].place = "一楼\n大厅";
    refused(folder, &run, ERR_INPUT, "U+000A");
    fill(labels);
    labels[23].host = "medicine-boxes.of-the-neighbourhood.of-hangzhou.example.com.cn";
    refused(folder, &run, ERR_REFUSED, "host");
    labels[23].host = "";
    refused(folder, &run, ERR_INPUT, "host");
}

static void
not_written(const char *path, enum err kind)
{
    struct label labels[LABELS];
    struct paper_run run = a_run(L7160(labels), LABELS);
    struct paper_report report = {0};
    g_autoptr(GError) error = NULL;

    fill(labels);
    g_assert_false(paper_print(path, &run, &report, &error));
    g_assert_error(error, ERR, (gint)kind);
    g_assert_nonnull(strstr(error->message, path));
    paper_report_clear(&report);
}

static void
bad_folders(struct folder *folder, const void *data)
{
    g_autofree char *nowhere = g_build_filename(folder->path, "none", "labels.pdf", NULL);
    g_autofree char *in_file = g_build_filename(folder->pdf, "labels.pdf", NULL);

    (void)data;
    not_written(nowhere, ERR_MISSING);
    g_assert_true(g_file_set_contents(folder->pdf, "a file", -1, NULL));
    not_written(in_file, ERR_MISSING);
    g_assert_cmpint(g_remove(folder->pdf), ==, 0);
    g_assert_cmpint(g_mkdir(folder->pdf, 0755), ==, 0);
    not_written(folder->pdf, ERR_INPUT);
    g_assert_cmpuint(files_in(folder), ==, 1);
    not_written("/proc/labels.pdf", ERR_MISSING);
}

static void
picture(struct folder *folder, const void *data)
{
    static const double dpi[] = {100, 203, 300};
    struct label labels[LABELS];

    (void)data;
    fill(labels);
    for (size_t i = 0; i < G_N_ELEMENTS(dpi); i++) {
        g_autofree char *path = g_build_filename(folder->path, "label.png", NULL), *text = NULL;
        const struct paper_run run = a_picture(L7160(&labels[i]), dpi[i]);
        struct paper_report report = {0};
        g_autoptr(GError) error = NULL;

        g_assert_true(paper_print(path, &run, &report, &error));
        g_assert_no_error(error);
        g_assert_cmpint(report.reach_cm, >=, 36);
        text = output_of("zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", path, NULL);
        assert_read(&labels[i], 1, text);
        g_assert_cmpuint(files_in(folder), ==, 1);
        paper_report_clear(&report);
    }
}

static void
bad_pictures(struct folder *folder, const void *data)
{
    static const double dpi[] = {-300, 71, 1201, 1e9, (double)NAN};
    struct label labels[LABELS];

    (void)data;
    fill(labels);
    for (size_t i = 0; i < G_N_ELEMENTS(dpi); i++) {
        const struct paper_run run = a_picture(L7160(labels), dpi[i]);
        struct paper_report report = {0};
        g_autoptr(GError) error = NULL;

        g_assert_false(paper_print(folder->pdf, &run, &report, &error));
        g_assert_error(error, ERR, ERR_INPUT);
    }
    for (int format = 0; format < DRAW_FORMATS; format++) {
        struct paper_run run = a_run(L7160(labels), 1);
        struct paper_report report = {0};
        g_autoptr(GError) error = NULL;

        run.format = (enum draw_format)format;
        run.dpi = 1200;
        g_assert_cmpint(paper_preview(&run, &report, &error), ==,
                        format == DRAW_PDF || format == DRAW_SVG);
        g_assert_true(error == NULL || strstr(error->message, "too large") != NULL);
        paper_report_clear(&report);
    }
    for (int i = 0; i < 2; i++) {
        const struct paper_run run = a_picture(L7160(labels), 300);
        struct paper_report report = {0};
        g_autoptr(GError) error = NULL;

        labels[0].name = i == 0 ? NOWHERE : "药\r箱";
        g_assert_false(paper_print(folder->pdf, &run, &report, &error));
        g_assert_error(error, ERR, (gint)(i == 0 ? ERR_REFUSED : ERR_INPUT));
    }
    g_assert_cmpuint(files_in(folder), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    ADD("/paper/every printed label is read back", reads_back);
    ADD("/paper/text is ink, and edges and quiet zones are white", text_is_ink);
    ADD("/paper/a page has its true size and labels lie on their stickers", true_size);
    ADD("/paper/where a page is cut is told", cut_to_size);
    ADD("/paper/the same run has the same bytes", same_bytes);
    ADD("/paper/progress is told after each label", progress);
    ADD("/paper/a run that is ended leaves nothing", ended);
    ADD("/paper/what will be printed is known before", preview);
    ADD("/paper/where it is allowed a missing character is its number in a frame", missing_allowed);
    ADD("/paper/a bad label among good ones prints nothing", bad_labels);
    ADD("/paper/a folder that can't be written to is told", bad_folders);
    ADD("/paper/a picture of one label is read back", picture);
    ADD("/paper/bad pictures are refused and leave no file", bad_pictures);
    return g_test_run();
}
