/* What a print tells: characters that no font has, what was shortened, and of how many labels; and the
 * files that a print is. */

#include "tests/unit/paper.h"

static void
notes(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    char code[BOXCODE_PRINT_SIZE];

    (void)data;
    fill(labels);
    print(folder->pdf, &run, &report);
    g_assert_null(report.notes);
    labels[22].name = "北干街道金城社区党群服务中心一楼大厅东侧邻里守护共享药箱，请把门关好，取药"
                      "先登记，用完请告诉我们一声，谢谢大家";
    labels[22].place = labels[22].rules[0] = NULL;
    print(folder->pdf, &run, &report);
    g_assert_nonnull(report.notes);
    g_assert_cmpuint(report.notes->len, ==, 1);
    g_assert_nonnull(strstr(report.notes->pdata[0], boxcode_format(labels[22].code, code)));
    g_assert_nonnull(strstr(report.notes->pdata[0], "box name"));
    paper_report_clear(&report);
    g_assert_null(report.notes);
}

static void
missing_characters(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_run run = a_run(L7160(labels), LABELS);
    g_autofree char *first = NULL, *second = NULL;
    char code[BOXCODE_PRINT_SIZE];

    (void)data;
    fill(labels);
    labels[4].name = "药" NOWHERE "箱";
    labels[23].grid = NOWHERE "网格";
    first = g_strdup_printf("Box %s, box name: no installed font has the character " NOWHERE
                            " (U+3134A)",
                            boxcode_format(labels[4].code, code));
    second = g_strdup_printf(
        "Box %s, community and grid: no installed font has the character " NOWHERE " (U+3134A)",
        boxcode_format(labels[23].code, code));
    refused(folder, &run, ERR_REFUSED, first);
    refused(folder, &run, ERR_REFUSED, second);
}

/* Whether a name can be printed is no matter of the sheet that cuts it, and a copy is no second name. */
static void
missing_on_any_sheet(struct folder *folder, const void *data)
{
    static const double sizes[][2] = {{63.5, 38.1}, {50, 30}, {100, 100}};
    struct label labels[LABELS];
    g_autofree char *first = NULL;

    (void)data;
    fill(labels);
    labels[0].name = labels[1].name =
        "北干街道金城社区党群服务中心一楼大厅东侧邻里守护共享" NOWHERE;
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        const struct layout_labels made = {labels, sizes[i][0], sizes[i][1]};
        const struct sheet one = {"one", sizes[i][0], sizes[i][1], 0,           0,           0,
                                  0,     1,           1,           sizes[i][0], sizes[i][1], 0};
        struct paper_run run = {.sheet = &one, .source = layout_label_source(&made, 2)};
        struct paper_report report = {0};
        g_autoptr(GError) error = NULL;

        labels[1].code = labels[0].code; /* as copies have it */
        g_assert_false(paper_print(folder->pdf, &run, &report, &error));
        g_assert_error(error, ERR, ERR_REFUSED);
        if (first == NULL)
            first = g_strdup(error->message);
        g_assert_cmpstr(error->message, ==, first);
        g_assert_nonnull(strstr(error->message, "box name"));
        g_assert_null(strstr(strstr(error->message, "U+3134A") + 1, "U+3134A"));
        paper_report_clear(&report);
    }
}

/* What copying from elsewhere leaves in names is told like a missing character, and can be allowed. */
static void
private_and_invisible(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);

    (void)data;
    fill(labels);
    labels[3].name = "药箱\ue000";
    labels[4].place = "大厅\u200b";
    refused(folder, &run, ERR_REFUSED, "U+E000");
    refused(folder, &run, ERR_REFUSED,
            "building and place: behind “5幢 大厅” there is a character that can't be seen");
    run.allow_missing = true;
    print(folder->pdf, &run, &report);
    paper_report_clear(&report);
}

/* Pages of pictures are files of their own, all of them or none; and none before they are kept. */
static void
pages_are_files(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    const struct layout_labels made = {labels, 63.5, 38.1};
    struct paper_run run = a_picture(&made, 100);
    struct paper_report report = {0};
    g_autofree char *path = g_build_filename(folder->path, "a.b", "label.png", NULL);
    g_autofree char *here = g_build_filename(folder->path, "label.png", NULL);
    g_autofree char *last = paper_page_path(here, 11, 12),
                    *other = paper_page_path("x/y.z/w", 1, 2);
    struct making *making;

    (void)data;
    g_assert_cmpstr(other, ==, "x/y.z/w-2");
    g_assert_true(g_str_has_suffix(last, "/label-12.png"));
    fill(labels);
    run.source.n = 12;
    making = paper_write(here, &run, &report, NULL);
    g_assert_nonnull(making);
    g_assert_false(g_file_test(last, G_FILE_TEST_EXISTS));
    making_free(making);
    g_assert_cmpuint(files_in(folder), ==, 0);
    print(here, &run, &report);
    g_assert_cmpuint(report.pages, ==, 12);
    g_assert_cmpuint(files_in(folder), ==, 12);
    g_assert_true(g_file_test(last, G_FILE_TEST_EXISTS));
    paper_report_clear(&report);
    labels[11].name = NOWHERE;
    g_assert_null(paper_write(path, &run, &report, NULL)); /* there is no such folder */
    g_assert_null(paper_write(here, &run, &report, NULL));
    g_assert_cmpuint(files_in(folder), ==, 12);
    paper_report_clear(&report);
}

/* One sentence for all of them, and not one for each. */
static void
remarks_are_summed_up(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_report report = {0};
    struct paper_run run = a_run(L7160(labels), LABELS);
    char code[BOXCODE_PRINT_SIZE];

    (void)data;
    fill(labels);
    for (int i = 0; i < LABELS; i++)
        labels[i].rules[0] = "只收未过期、未拆封的非处方药，不收处方药、针剂、中药饮片和保健品";
    print(folder->pdf, &run, &report);
    g_assert_cmpuint(report.notes->len, ==, 1);
    g_assert_nonnull(strstr(report.notes->pdata[0], boxcode_format(labels[2].code, code)));
    g_assert_null(strstr(report.notes->pdata[0], boxcode_format(labels[3].code, code)));
    g_assert_nonnull(strstr(report.notes->pdata[0], "(24 in all)"));
    paper_report_clear(&report);
}

/* Labels that can't be had whole are all told, those of one reason together. */
static void
refusals_are_summed_up(struct folder *folder, const void *data)
{
    struct label labels[LABELS];
    struct paper_run run = a_run(L7160(labels), LABELS);
    g_autofree char *first = NULL, *second = NULL;
    char one[BOXCODE_PRINT_SIZE], two[BOXCODE_PRINT_SIZE];

    (void)data;
    fill(labels);
    labels[3].phone = labels[20].phone = "0571-88396209 / 13800000000 / 13900000000";
    labels[23].phone = "0571-88396209 / 13800000000 / 13900000000 / 1";
    first =
        g_strdup_printf("Box %s, Box %s: the phone has 41 characters",
                        boxcode_format(labels[3].code, one), boxcode_format(labels[20].code, two));
    second = g_strdup_printf("\nBox %s: the phone has 45 characters",
                             boxcode_format(labels[23].code, one));
    refused(folder, &run, ERR_REFUSED, first);
    refused(folder, &run, ERR_REFUSED, second);
    for (int i = 0; i < LABELS; i++)
        labels[i].phone = labels[3].phone;
    refused(folder, &run, ERR_REFUSED, "(24 in all): the phone");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    ADD("/paper/a name that was shortened is told by box and line", notes);
    ADD("/paper/all characters without a font are listed and nothing is printed",
        missing_characters);
    ADD("/paper/missing characters are the same on any sheet", missing_on_any_sheet);
    ADD("/paper/private and invisible characters are listed and can be allowed",
        private_and_invisible);
    ADD("/paper/pages of pictures are files of their own", pages_are_files);
    ADD("/paper/what is true of many is told once", remarks_are_summed_up);
    ADD("/paper/labels that can't be are all told", refusals_are_summed_up);
    return g_test_run();
}
