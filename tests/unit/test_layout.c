#include "labels/label_texts.h"
#include "labels/layout_label.h"

#include <string.h>

#include "base/words.h"

#define WIDTH 63.5
#define HEIGHT 38.1
#define LONG_NAME "北干街道金城社区党群服务中心一楼大厅东侧邻里守护共享药箱"

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

static struct boxcode
code(const char *text)
{
    struct boxcode parsed;

    g_assert_true(boxcode_parse(text, &parsed, NULL));
    return parsed;
}

static struct label
usual(void)
{
    return (struct label){
        .code = boxcode_make(20240607, BOXCODE_SHORT),
        .name = "邻里共享药箱",
        .community = "和睦社区",
        .grid = "第3网格",
        .building = "5幢",
        .place = "党群服务中心",
        .phone = "0571-8839 6209",
        .host = "yx.example.cn",
        .rules = {"只收未过期非处方药", NULL},
    };
}

static struct layout
laid_out(const struct label *label)
{
    g_autoptr(GError) error = NULL;
    struct layout layout = {0};

    g_assert_true(layout_label(label, WIDTH, HEIGHT, &measure, &layout, &error));
    g_assert_no_error(error);
    return layout;
}

static char *
as_text(const struct layout *layout)
{
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%s, %.2f × %.2f\n", layout->name, layout->width, layout->height);
    for (size_t i = 0; i < layout->n_frames; i++) {
        const struct layout_frame *frame = &layout->frames[i];

        g_string_append_printf(text,
                               "frame: %.2f %.2f, %.2f × %.2f round %.2f stroke %.2f dash "
                               "%.2f\n",
                               frame->x, frame->y, frame->width, frame->height, frame->round,
                               frame->stroke, frame->dash);
    }
    for (size_t i = 0; i < layout->n_symbols; i++) {
        const struct layout_symbol *symbol = &layout->symbols[i];

        g_string_append_printf(text, "symbol: %.2f %.2f side %.2f %s\n", symbol->x, symbol->y,
                               symbol->side, symbol->text);
    }
    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];

        g_string_append_printf(text, "%s: x %.2f baseline %.2f size %.1f %s%swidth %.2f%s “%s”\n",
                               run->what, run->x, run->baseline, run->size,
                               run->bold ? "bold " : "", run->white ? "white " : "", run->width,
                               run->cut ? " cut" : "", run->text);
    }
    return g_string_free(text, FALSE);
}

/* With GOLDEN_WRITE in the environment the files are written instead. */
static void
compare(const char *name, const char *text)
{
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, "golden", "labels", name, NULL);
    g_autofree char *wanted = NULL;

    if (g_getenv("GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_assert_true(g_file_get_contents(path, &wanted, NULL, NULL));
    g_assert_cmpstr(text, ==, wanted);
}

static void
golden(void)
{
    struct label usual_label = usual(), bare = {.code = usual_label.code, .host = "yx.example.cn"};
    struct label two_rules = usual(), long_names = usual(), longest = usual(), english = usual();
    const struct {
        const char *file;
        const struct label *label;
    } rows[] = {
        {"usual.layout", &usual_label},   {"bare.layout", &bare},
        {"two-rules.layout", &two_rules}, {"long-names.layout", &long_names},
        {"longest.layout", &longest},     {"english.layout", &english},
    };

    two_rules.rules[1] = "取药请登记，按说明书用";
    long_names.name = "党群服务驿站共享药箱";
    long_names.community = "杭州市萧山区北干街道金城社区";
    long_names.place = "老年活动中心东侧二层";
    longest.name = longest.community = longest.place = LONG_NAME;
    longest.rules[0] = longest.rules[1] = "只收未过期、未拆封的非处方药，不收处方药和针剂";
    longest.phone = "0571-88396209 / 13800000000";
    longest.host = "box.hangzhou.gov.cn";
    english = (struct label){.code = usual_label.code,
                             .name = "Riverside neighbourhood box",
                             .community = "Hemu Community",
                             .grid = "Grid 3",
                             .building = "Building 5",
                             .place = "station lobby",
                             .phone = "+86 571 8839 6209",
                             .host = "box.example.org:8443",
                             .rules = {"Only sealed, unexpired OTC medicine"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct layout layout = laid_out(rows[i].label);
        g_autofree char *text = as_text(&layout);

        compare(rows[i].file, text);
        layout_clear(&layout);
    }
}

/* On the sticker, off the symbol's white, and not on each other. */
static void
check_room(const struct layout *layout)
{
    const struct layout_symbol *symbol = &layout->symbols[0];

    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];
        double top = run->baseline - run->rise, bottom = run->baseline + run->fall;

        g_assert_cmpfloat(run->x, >=, LABEL_TEXTS_MARGIN - 1e-6);
        g_assert_cmpfloat(run->x + run->width, <=, WIDTH - LABEL_TEXTS_MARGIN + 1e-6);
        g_assert_cmpfloat(top, >=, LABEL_TEXTS_MARGIN);
        g_assert_cmpfloat(bottom, <=, HEIGHT - LABEL_TEXTS_MARGIN);
        g_assert_true(run->x >= symbol->x + symbol->side - 1e-6 ||
                      top >= symbol->y + symbol->side - 1e-6);
        if (i > 0 && run->line != LABEL_HOST)
            g_assert_cmpfloat(top, >=, run[-1].baseline + run[-1].fall);
        g_assert_cmpfloat(run->size, >=,
                          run->line == LABEL_HOST   ? 2.0
                          : run->line == LABEL_CODE ? 4.6
                                                    : 2.5);
    }
}

static char *
any_text(GRand *rand, int most)
{
    static const char *const parts[] = {"药",  "箱", "社区", "第", "3", " ",
                                        "Box", "，", "（",   "）", "A", "é"};
    GString *text = g_string_new(NULL);

    for (int n = g_rand_int_range(rand, 0, most); n > 0; n--)
        g_string_append(text, parts[g_rand_int_range(rand, 0, G_N_ELEMENTS(parts))]);
    return g_string_free(text, FALSE);
}

static void
any_label_stays_inside(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(7160);

    for (int round = 0; round < 2000; round++) {
        g_autofree char *name = any_text(rand, 40), *community = any_text(rand, 30);
        g_autofree char *grid = any_text(rand, 12), *place = any_text(rand, 40);
        g_autofree char *rule = any_text(rand, 40), *second = any_text(rand, 40);
        struct label label = usual();
        struct layout layout;

        label.name = name;
        label.community = community;
        label.grid = grid;
        label.place = place;
        label.rules[0] = rule;
        label.rules[1] = second;
        layout = laid_out(&label);
        check_room(&layout);
        layout_clear(&layout);
    }
}

static bool
any_cut(const struct layout *layout)
{
    for (size_t i = 0; i < layout->n_runs; i++)
        if (layout->runs[i].cut)
            return true;
    return false;
}

static const struct layout_run *
run_of(const struct layout *layout, int line)
{
    for (size_t i = 0; i < layout->n_runs; i++)
        if (layout->runs[i].line == line)
            return &layout->runs[i];
    return NULL;
}

static int
runs_of(const struct layout *layout, int line)
{
    int n = 0;

    for (size_t i = 0; i < layout->n_runs; i++)
        n += layout->runs[i].line == line;
    return n;
}

/* The same name longer and longer. */
static void
long_names(void)
{
    static const struct {
        const char *name;
        int lines;
        bool smaller, cut;
    } rows[] = {
        {"爱心药箱", 1, false, false},
        {"老年活动中心药箱", 1, true, false},
        {"党群服务驿站共享药箱", 2, true, false},
        {"北干街道党群服务中心共享药箱", 2, true, false},
        {"北干街道金城社区党群服务中心一楼大厅共享药箱", 3, true, false},
        {LONG_NAME LONG_NAME, 4, true, true},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct label label = usual();
        struct layout layout;
        const struct layout_run *run;

        label.name = rows[i].name;
        layout = laid_out(&label);
        run = run_of(&layout, LABEL_NAME);
        g_assert_cmpint(runs_of(&layout, LABEL_NAME), ==, rows[i].lines);
        g_assert_cmpint(run->size < 4.59, ==, rows[i].smaller);
        g_assert_cmpint(any_cut(&layout), ==, rows[i].cut);
        g_assert_cmpint(run[rows[i].lines - 1].cut, ==, rows[i].cut);
        g_assert_cmpint(g_str_has_suffix(run[rows[i].lines - 1].text, "…"), ==, rows[i].cut);
        layout_clear(&layout);
    }
}

static void
breaks(void)
{
    static const struct {
        const char *area, *first, *second;
    } rows[] = {
        {"杭州市萧山区金城社区 第16网格", "杭州市萧山区金城社区", "第16网格"},
        {"Hemu Community Centre North Wing", "Hemu Community", "Centre North Wing"},
        {"北干街道金城社区居民（第二期）", "北干街道金城社区", "居民（第二期）"},
        {"Donaudampfschiffahrtsgesellschaft", NULL, NULL},
        {"Hemu Park, Gate 5 north", "Hemu Park,", "Gate 5 north"},
        {"Riverside Centres 12", "Riverside", "Centres 12"}, /* no lonely 12 */
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct label label = usual();
        struct layout layout;
        const struct layout_run *run;

        label.community = rows[i].area;
        label.grid = NULL;
        layout = laid_out(&label);
        run = run_of(&layout, LABEL_AREA);
        g_assert_cmpint(runs_of(&layout, LABEL_AREA), ==, 2);
        if (rows[i].first != NULL) {
            g_assert_cmpstr(run[0].text, ==, rows[i].first);
            g_assert_cmpstr(run[1].text, ==, rows[i].second);
        }
        g_assert_false(any_cut(&layout));
        layout_clear(&layout);
    }
}

/* A letter and the marks on it stay together when a text is shortened. */
static void
marks_stay(void)
{
    GString *name = g_string_new(NULL);
    struct label label = usual();
    struct layout layout;
    const struct layout_run *run;

    for (int i = 0; i < 59; i++)
        g_string_append(name, "e\u0301");
    label.name = name->str;
    layout = laid_out(&label);
    run = run_of(&layout, LABEL_NAME);
    for (int i = 0; i < runs_of(&layout, LABEL_NAME); i++) {
        g_assert_true(g_str_has_prefix(run[i].text, "e\u0301"));
        g_assert_true(g_str_has_suffix(run[i].text, run[i].cut ? "e\u0301…" : "e\u0301"));
    }
    layout_clear(&layout);
    g_string_free(name, TRUE);
}

static void
empty_lines_are_left_out(void)
{
    struct label label = usual();
    struct layout layout;

    label.name = "";
    label.grid = NULL;
    label.building = "";
    label.phone = NULL;
    layout = laid_out(&label);
    g_assert_cmpint(runs_of(&layout, LABEL_NAME), ==, 0);
    g_assert_cmpint(runs_of(&layout, LABEL_PHONE), ==, 0);
    g_assert_cmpstr(run_of(&layout, LABEL_AREA)->text, ==, "和睦社区");
    g_assert_cmpstr(run_of(&layout, LABEL_PLACE)->text, ==, "党群服务中心");
    layout_clear(&layout);
}

static void
code_is_printed_as_people_type_it(void)
{
    struct label label = usual();
    char text[BOXCODE_PRINT_SIZE];
    struct layout layout = laid_out(&label);

    g_assert_cmpstr(run_of(&layout, LABEL_CODE)->text, ==, boxcode_format(label.code, text));
    g_assert_cmpint(code(run_of(&layout, LABEL_CODE)->text).text[0], ==, label.code.text[0]);
    layout_clear(&layout);
}

static void
refused(struct label label, double width, double height, const char *part)
{
    g_autoptr(GError) error = NULL;
    struct layout layout = {0};

    g_assert_false(layout_label(&label, width, height, &measure, &layout, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, part));
    layout_clear(&layout);
}

static void
never_shortened(void)
{
    struct label label = usual();

    label.phone = "0571-88396209 / 13800000000 / 13900000000";
    refused(label, WIDTH, HEIGHT, "phone has 41 characters");
    label = usual();
    label.host = "medicine-boxes.of-the-neighbourhood.of-hangzhou.example.org";
    refused(label, WIDTH, HEIGHT, "host has 59 characters");
    refused(label, WIDTH, HEIGHT, "room for about 49");
}

static int
lines_of_phone(const char *phone, double width, double height, const char *first,
               const char *second)
{
    struct label label = usual();
    struct layout layout = {0};
    int n;

    label.phone = phone;
    g_assert_true(layout_label(&label, width, height, &measure, &layout, NULL));
    n = runs_of(&layout, LABEL_PHONE);
    g_test_message("%s on %.1f x %.1f", phone, width, height);
    g_assert_cmpint(n, >, 0);
    g_assert_cmpstr(run_of(&layout, LABEL_PHONE)[0].text, ==, first);
    if (n > 1)
        g_assert_cmpstr(run_of(&layout, LABEL_PHONE)[1].text, ==, second);
    layout_clear(&layout);
    return n;
}

/* Two phones are on every label, beside or below each other; one is never broken, nor its sign alone. */
static void
phones(void)
{
    static const double sizes[][2] = {{63.5, 38.1}, {50, 30}, {60, 40}, {70, 50}, {100, 100}};
    struct label label = usual();
    static const char *const seams[] = {" / ", "/", "；", "、", ", "};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        for (size_t s = 0; s < G_N_ELEMENTS(seams); s++) {
            g_autofree char *two = g_strconcat("0571-88396209", seams[s], "13800000000", NULL);

            g_assert_cmpint(
                lines_of_phone(two, sizes[i][0], sizes[i][1], "☎ 0571-88396209", "13800000000"), ==,
                2);
        }
        g_assert_cmpint(
            lines_of_phone("0571-88396209", sizes[i][0], sizes[i][1], "☎ 0571-88396209", NULL), ==,
            1);
    }
    g_assert_cmpint(lines_of_phone("0571-8839620 / 13800000000", 66.68, 25.4,
                                   "☎ 0571-8839620 / 13800000000", NULL),
                    ==, 1);
    label.phone = "0571-88396209 / 13800000000";
    refused(label, 66.68, 25.4, "no room for the phone, and a part of it is useless");
}

static void
small_stickers(void)
{
    refused(usual(), 35.9, 40, "35.9 × 40.0 mm is too small");
    refused(usual(), 60, 18.9, "the smallest has 36 × 19 mm");
    refused(usual(), 0, 0, "too small");
}

static void
not_a_label(struct label label, const char *part)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(label_check(&label, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, part));
}

static void
bad_texts(void)
{
    static const struct {
        const char *text, *part;
    } rows[] = {
        {"药\xff箱", "not UTF-8"}, {"药箱\n二", "U+000A"},     {"药箱\t二", "U+0009"},
        {"药箱\a", "U+0007"},      {"药箱\u2028二", "U+2028"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct label label = usual();

        label.place = rows[i].text;
        not_a_label(label, rows[i].part);
        not_a_label(label, "building and place");
    }
}

static void
long_texts_and_no_code(void)
{
    g_autofree char *endless = g_strnfill(121, 'a');
    struct label label = usual();

    label.rules[1] = endless;
    not_a_label(label, "120");
    label = usual();
    label.code = (struct boxcode){0};
    not_a_label(label, "code");
}

static void
hosts(void)
{
    static const char *const good[] = {"yx.cn", "a", "box-1.example.cn", "10.0.0.2:8080", "YX.CN"};
    static const char *const bad[] = {"",       "药箱.cn",    "http://yx.cn", "yx.cn/", "yx..cn",
                                      "-yx.cn", "yx.cn:port", "yx cn",        "yx.cn.", "yx.cn\n"};

    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        struct label label = usual();

        label.host = good[i];
        g_assert_true(label_check(&label, NULL));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        struct label label = usual();

        label.host = bad[i];
        not_a_label(label, "host");
    }
}

/* A host in Chinese is one in ASCII too, which is told. */
static void
host_in_chinese(void)
{
    struct label label = usual();

    label.host = "药箱.中国";
    not_a_label(label, "label.host as phones write it, xn--c0zn2n.xn--fiqs8s");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/layout/labels stand as they did", golden);
    g_test_add_func("/layout/any label stays inside its sticker", any_label_stays_inside);
    g_test_add_func("/layout/a long name is smaller, then more lines, then cut", long_names);
    g_test_add_func("/layout/lines end where a reader pauses", breaks);
    g_test_add_func("/layout/marks stay with their letters", marks_stay);
    g_test_add_func("/layout/what is not known is left out", empty_lines_are_left_out);
    g_test_add_func("/layout/the code can be typed again", code_is_printed_as_people_type_it);
    g_test_add_func("/layout/phone and host are refused and not shortened", never_shortened);
    g_test_add_func("/layout/two phones have a line each, one is whole", phones);
    g_test_add_func("/layout/a sticker too small is refused", small_stickers);
    g_test_add_func("/label/a text that can't be printed is refused", bad_texts);
    g_test_add_func("/label/endless texts and a label without a code are refused",
                    long_texts_and_no_code);
    g_test_add_func("/label/a host is a host name", hosts);
    g_test_add_func("/label/a host in Chinese has its form in ASCII", host_in_chinese);
    return g_test_run();
}
