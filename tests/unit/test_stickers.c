/* Labels on the stickers of a sheet: which is the first, how many of each, marks around them; the
 * arrangements of a label by its size, its strips, and when its QR code bears the nonce. */

#include "labels/layout_label.h"
#include "labels/layout_sheet.h"
#include "labels/symbol.h"

#include "tests/unit/marks.h"

static const struct sheet *
sheet(const char *name)
{
    const struct sheet *found = sheet_find(name, NULL);

    g_assert_nonnull(found);
    return found;
}

/* ------------------------------------------------------------------------------ places on a sheet */

/* A layout of one text, its number. */
static bool
numbered(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
         GError **error)
{
    (void)with, (void)measure, (void)error;
    layout_add_run(layout, &(struct layout_run){
                               .what = "number", .size = 3, .text = g_strdup_printf("%d", (int)i)});
    return true;
}

/* What stands on each sticker: "--001122". */
static char *
stickers(const struct layout_sheet *dress)
{
    GString *text = g_string_new(NULL);
    struct layout_source source;
    g_autoptr(GError) error = NULL;

    g_assert_true(layout_sheet_source(dress, &source, &error));
    for (size_t i = 0; i < source.n; i++) {
        struct layout layout = {0};

        g_assert_true(source.make(source.with, i, &marks_measure, &layout, &error));
        g_string_append(text, layout.n_runs > 0 ? layout.runs[0].text : "-");
        layout_clear(&layout);
    }
    return g_string_free(text, FALSE);
}

static void
first_and_copies(void)
{
    static const struct {
        size_t n, first, copies;
        const char *stickers;
    } rows[] = {
        {3, 1, 1, "012"},   {3, 3, 1, "--012"}, {2, 1, 3, "000111"},
        {2, 2, 2, "-0011"}, {0, 2, 2, ""},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct layout_sheet dress = {.sheet = sheet("L7160"),
                                           .inner = {.n = rows[i].n, .make = numbered},
                                           .first = rows[i].first,
                                           .copies = rows[i].copies};
        g_autofree char *found = stickers(&dress);

        g_assert_cmpstr(found, ==, rows[i].stickers);
    }
}

static void
no_such_sticker(void)
{
    static const struct {
        const char *sheet;
        size_t first;
    } rows[] = {{"L7160", 0}, {"L7160", 22}, {"60x40", 2}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct layout_sheet dress = {.sheet = sheet(rows[i].sheet),
                                           .inner = {.n = 1, .make = numbered},
                                           .first = rows[i].first,
                                           .copies = 1};
        struct layout_source source;

        marks_expect_refused(layout_sheet_source(&dress, &source, error), ERR_INPUT, "no sticker");
    }
}

/* Crop marks lie outside of all stickers, on the page, and in line with the edges. */
static void
crop_marks(void)
{
    const struct layout_sheet dress = {.sheet = sheet("L7160"),
                                       .inner = {.n = 4, .make = numbered},
                                       .first = 1,
                                       .copies = 1,
                                       .cropmarks = true};
    struct layout_source source;
    struct layout page = {0};

    g_assert_true(layout_sheet_source(&dress, &source, NULL));
    g_assert_cmpuint(source.n, ==, 21);
    g_assert_true(layout_sheet_page(dress.sheet, &source, 0, &marks_measure, &page, NULL));
    g_assert_cmpuint(page.n_frames, ==, 2 * 2 * (3 + 7)); /* two at each end of columns and rows */
    for (size_t i = 0; i < page.n_frames; i++) {
        const struct layout_frame *f = &page.frames[i];
        struct marks_area mark = {f->x, f->y, f->x + f->width, f->y + f->height};

        marks_expect_inside(&page, mark);
        for (size_t s = 0; s < 21; s++) {
            struct sheet_place at = sheet_place(dress.sheet, s);

            g_assert_false(
                marks_overlap(mark, (struct marks_area){at.x, at.y, at.x + dress.sheet->width,
                                                        at.y + dress.sheet->height}));
        }
    }
    layout_clear(&page);
}

/* Where the stickers go to the edge of the page there is no room for marks, unless it is bled. */
static void
bled(void)
{
    const struct sheet *plain = sheet("60x40");
    struct sheet larger = layout_sheet_bled(plain, 5);
    struct layout_sheet dress = {.sheet = plain,
                                 .inner = {.n = 1, .make = numbered},
                                 .first = 1,
                                 .copies = 1,
                                 .cropmarks = true};
    struct layout_source source;
    struct layout page = {0};

    g_assert_true(layout_sheet_source(&dress, &source, NULL));
    g_assert_true(layout_sheet_page(plain, &source, 0, &marks_measure, &page, NULL));
    g_assert_cmpuint(page.n_frames, ==, 0);
    layout_clear(&page);
    g_assert_cmpfloat(larger.page_width, ==, 70);
    g_assert_cmpfloat(larger.y0, ==, 5);
    g_assert_cmpfloat(larger.width, ==, 60);
    dress.sheet = &larger;
    g_assert_true(layout_sheet_source(&dress, &source, NULL));
    g_assert_true(layout_sheet_page(&larger, &source, 0, &marks_measure, &page, NULL));
    g_assert_cmpuint(page.n_frames, ==, 8);
    g_assert_cmpfloat(page.runs[0].x, ==, 5);
    layout_clear(&page);
}

static void
outlined(void)
{
    const struct layout_sheet dress = {.sheet = sheet("L7160"),
                                       .inner = {.n = 1, .make = numbered},
                                       .first = 2,
                                       .copies = 1,
                                       .outline = true};
    struct layout_source source;
    struct layout used = {0}, empty = {0};

    g_assert_true(layout_sheet_source(&dress, &source, NULL));
    g_assert_true(source.make(source.with, 0, &marks_measure, &empty, NULL));
    g_assert_cmpuint(empty.n_frames, ==, 0);
    g_assert_true(source.make(source.with, 1, &marks_measure, &used, NULL));
    g_assert_cmpuint(used.n_frames, ==, 1);
    g_assert_cmpfloat(used.frames[0].round, ==, 1.5);
    g_assert_cmpfloat(used.frames[0].width, ==, 63.5);
    layout_clear(&used);
    layout_clear(&empty);
}

/* ----------------------------------------------------------------------------- labels of all sizes */

static struct label
box(void)
{
    return (struct label){
        .code = boxcode_make(20240607, BOXCODE_SHORT),
        .nonce = boxcode_nonce_make(7),
        .name = "邻里共享药箱",
        .community = "和睦社区",
        .grid = "第3网格",
        .building = "5幢",
        .place = "服务中心",
        .phone = "0571-88396209",
        .host = "yx.example.cn",
        .rules = {"只收未过期非处方药", NULL},
    };
}

/* Every sheet that a box label can be on, with and without strips where there is room. */
static void
every_sheet(void)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);

    for (size_t i = 0; i < n; i++) {
        struct label label = box();
        struct layout layout = {0};

        g_test_message("%s", list[i].name);
        g_assert_true(
            layout_label(&label, list[i].width, list[i].height, &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        g_assert_cmpuint(layout.n_notes, ==,
                         strcmp(list[i].name, "L7651") == 0 || strcmp(list[i].name, "40x30") == 0);
        layout_clear(&layout);
        if (list[i].height < 48)
            continue;
        label.stub = label.inspect = true;
        g_assert_true(
            layout_label(&label, list[i].width, list[i].height, &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        layout_clear(&layout);
    }
}

static void
golden(void)
{
    static const struct {
        const char *file;
        double width, height;
        bool strips;
    } rows[] = {
        {"label-low.layout", 66.68, 25.4, false}, {"label-stacked.layout", 100, 100, false},
        {"label-50x30.layout", 50, 30, false},    {"label-brief.layout", 38.1, 21.2, false},
        {"label-strips.layout", 70, 50, true},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct label label = box();
        struct layout layout = {0};

        label.stub = label.inspect = rows[i].strips;
        g_assert_true(
            layout_label(&label, rows[i].width, rows[i].height, &marks_measure, &layout, NULL));
        marks_compare(rows[i].file, &layout);
        layout_clear(&layout);
    }
}

/* On the usual sticker with both strips, and with a grid and a place, the code stands free of what is
 * above and below it. */
static void
the_code_stands_free(void)
{
    struct label label = box();
    struct layout layout = {0};

    label.stub = label.inspect = true;
    g_assert_true(layout_label(&label, 63.5, 38.1, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    for (size_t i = 1; i < layout.n_runs; i++) {
        const struct layout_run *run = &layout.runs[i], *above = run - 1;

        if ((run->line == LABEL_CODE && above->line == LABEL_PLACE) ||
            (above->line == LABEL_CODE && run->line == LABEL_RULE_1))
            g_assert_cmpfloat(run->baseline - run->rise - above->baseline - above->fall, >=, 0.85);
    }
    layout_clear(&layout);
}

static void
strips_need_room(void)
{
    struct label label = box();
    struct layout layout = {0};

    label.stub = label.inspect = true;
    marks_expect_refused(layout_label(&label, 60, 30, &marks_measure, &layout, error), ERR_REFUSED,
                         "leave them out, or take a larger");
    layout_clear(&layout);
}

/* Not the size, but a second rule is what has no room. */
static void
a_rule_needs_room(void)
{
    struct label label = box();
    struct layout layout = {0};

    label.rules[1] = "取药请登记";
    marks_expect_refused(layout_label(&label, 66.68, 23.5, &marks_measure, &layout, error),
                         ERR_REFUSED, "label.rule-2");
    layout_clear(&layout);
    label.rules[1] = NULL;
    g_assert_true(layout_label(&label, 66.68, 23.5, &marks_measure, &layout, NULL));
    g_assert_cmpuint(layout.n_notes, ==, 0);
    layout_clear(&layout);
}

/* A small label has what has to be there, and says what is left out. */
static void
brief_labels(void)
{
    static const double sizes[][2] = {{38.1, 21.2}, {40, 30}, {40, 20},
                                      {36, 19},     {40, 40}, {66.68, 20}};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct label label = box();
        struct layout layout = {0};
        const bool is_there[LABEL_LINES] = {
            [LABEL_NAME] = true, [LABEL_CODE] = true, [LABEL_HOST] = true};

        g_test_message("%.1f × %.1f", sizes[i][0], sizes[i][1]);
        g_assert_true(
            layout_label(&label, sizes[i][0], sizes[i][1], &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        g_assert_cmpuint(layout.n_notes, >=, 1);
        g_assert_nonnull(strstr(layout.notes[layout.n_notes - 1], "left out"));
        for (int line = 0; line < LABEL_LINES; line++) {
            bool found = false;

            for (size_t r = 0; r < layout.n_runs; r++)
                found = found || layout.runs[r].line == line;
            g_assert_true(found == is_there[line]);
        }
        layout_clear(&layout);
    }
}

/* The rule of a community that has set none stands whole on the smallest label with rules, also under a
 * name of two lines. */
static void
the_usual_rule(void)
{
    static const char *const rules[] = {"未开封非处方药，剩90天以上", "Sealed OTC, 90+ days left"};

    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        struct label label = box();
        struct layout layout = {0};

        label.name = "党群服务驿站共享药箱";
        label.rules[0] = rules[i];
        g_assert_true(layout_label(&label, 50, 30, &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        for (size_t r = 0; r < layout.n_runs; r++)
            g_assert_false(layout.runs[r].cut);
        layout_clear(&layout);
    }
}

/* The text of a line on a label without blanks, and whether it was marked as shortened. */
static char *
said(const struct layout *layout, enum label_line line, bool *cut)
{
    GString *text = g_string_new(NULL);

    *cut = false;
    for (size_t r = 0; r < layout->n_runs; r++)
        if (layout->runs[r].line == (int)line) {
            g_string_append(text, layout->runs[r].text);
            *cut = *cut || layout->runs[r].cut;
        }
    g_string_replace(text, " ", "", 0);
    return g_string_free(text, FALSE);
}

/* Whatever is said, on whatever sticker: a line is there whole, or marked as shortened, which is told;
 * or it is left out with a note. */
static void
nothing_is_lost_silently(void)
{
    static const char *const texts[] = {
        "只收密封完好的非处方药，有效期九十天以上；不收处方药、冷藏药、针剂和保健品，谢谢大家",
        "Sealed non-prescription medicine only, with ninety days and more until it expires", "短",
        "short"};
    size_t n;
    const struct sheet *list = sheet_list(&n);

    for (size_t i = 0; i < n * G_N_ELEMENTS(texts) * G_N_ELEMENTS(texts); i++) {
        const struct sheet *sheet = &list[i % n];
        const char *text = texts[i / n % G_N_ELEMENTS(texts)];
        struct label label = box();
        struct layout layout = {0};

        label.name = label.place = label.rules[0] = text;
        label.rules[1] = texts[i / n / G_N_ELEMENTS(texts)];
        if (layout_label(&label, sheet->width, sheet->height, &marks_measure, &layout, NULL))
            for (int line = 0; line < LABEL_LINES; line++) {
                bool cut;
                g_autofree char *there = said(&layout, (enum label_line)line, &cut);
                g_autofree char *whole = label_line_text(&label, (enum label_line)line);
                g_autoptr(GString) wanted = g_string_new(whole);

                g_string_replace(wanted, " ", "", 0);
                g_assert_true(cut || strcmp(there, wanted->str) == 0 ||
                              (there[0] == '\0' && layout.n_notes > 0));
            }
        layout_clear(&layout);
    }
}

static const struct layout_run *
last_host(const struct layout *layout)
{
    for (size_t i = layout->n_runs; i > 0; i--)
        if (layout->runs[i - 1].line == LABEL_HOST)
            return &layout->runs[i - 1];
    return NULL;
}

/* A host too long for one line takes two; none is shortened. */
static void
long_hosts(void)
{
    static const struct {
        const char *host;
        double width, height;
        const char *first, *second;
    } rows[] = {
        {"medicine.hangzhou-xihu.gov.cn", 63.5, 38.1, "medicine.hangzhou-xihu", ".gov.cn"},
        {"medicine.hangzhou-xihu.gov.cn", 50, 30, "medicine.hangzhou-", "xihu.gov.cn"},
        {"medicine.hangzhou-xihu.gov.cn", 66.68, 25.4, "medicine.hangzhou-xihu.gov.cn", NULL},
        {"box.yuhang-district.hangzhou.gov.cn:8443", 63.5, 38.1, "box.yuhang-district",
         ".hangzhou.gov.cn:8443"},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.cn", 63.5, 38.1, "aaaaaaaaaaaaaaaaaaaaaaaaa",
         "aaaaaaa.cn"},
        {"medicine.hangzhou-xihu.gov.cn", 100, 100, "medicine.hangzhou-xihu.gov.cn", NULL},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct label label = box();
        struct layout layout = {0};
        const struct layout_run *last;

        label.host = rows[i].host;
        g_test_message("%s on %.1f × %.1f", label.host, rows[i].width, rows[i].height);
        g_assert_true(
            layout_label(&label, rows[i].width, rows[i].height, &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        last = last_host(&layout);
        g_assert_cmpstr(last->text, ==, rows[i].second != NULL ? rows[i].second : rows[i].first);
        if (rows[i].second != NULL)
            g_assert_cmpstr(last[-1].text, ==, rows[i].first);
        layout_clear(&layout);
    }
}

/* W is as wide as a hanzi in bold type. */
static double
all_wide(void *with, const char *text, bool bold)
{
    double em = 0;

    (void)with, (void)bold;
    for (const char *c = text; *c != '\0'; c = g_utf8_find_next_char(c, NULL))
        em += *c == '-' ? 0.4 : 0.95;
    return em;
}

/* No draw of letters makes a code that a sticker has no room for. */
static void
the_widest_code(void)
{
    static const double sizes[][2] = {
        {50, 30}, {60, 40}, {63.5, 38.1}, {66.68, 25.4}, {63.5, 33.9}};
    const struct fit_measure measure = {all_wide, NULL};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        for (int length = BOXCODE_SHORT; length <= BOXCODE_LONG; length++) {
            const struct label label = {.code = boxcode_make(UINT64_MAX, length), .host = "yx.cn"};
            struct layout layout = {0};

            g_assert_true(layout_label(&label, sizes[i][0], sizes[i][1], &measure, &layout, NULL));
            marks_expect_sound(&layout);
            layout_clear(&layout);
        }
}

/* Which lines are on a label, 1 << enum label_line each. */
static unsigned
lines_on(double width, double height)
{
    const struct label label = box();
    struct layout layout = {0};
    g_autoptr(GError) error = NULL;
    unsigned lines = 0;

    if (!layout_label(&label, width, height, &marks_measure, &layout, &error))
        g_test_message("%.0f × %.0f: %s", width, height, error->message);
    else
        marks_expect_sound(&layout);
    for (size_t i = 0; i < layout.n_runs; i++)
        lines |= 1u << layout.runs[i].line;
    layout_clear(&layout);
    return lines;
}

/* A larger sticker never has less on it than one that fits into it. */
static void
larger_is_never_less(void)
{
    enum {
        LEAST_W = 36,
        LEAST_H = 19,
        MOST = 130,
        STEP = 2,
        N = (MOST - LEAST_H) / STEP + 1
    };
    unsigned before[N] = {0}, here[N];

    for (int width = LEAST_W; width <= MOST; width += STEP) {
        for (int i = 0; i < N; i++) {
            const int height = LEAST_H + i * STEP;
            const unsigned less = before[i] | (i > 0 ? here[i - 1] : 0);

            here[i] = lines_on(width, height);
            g_test_message("%d × %d has %x, smaller ones %x", width, height, here[i], less);
            g_assert_cmphex(here[i], !=, 0);
            g_assert_cmphex(less & ~here[i], ==, 0);
        }
        memcpy(before, here, sizeof(here));
    }
}

/* What a sticker that has the height for it says. */
static void
high_labels_have_everything(void)
{
    static const double sizes[][2] = {{50, 40}, {50, 45}, {50, 50}, {50, 60}, {60, 60},
                                      {40, 60}, {40, 80}, {38, 90}, {75, 75}, {200, 36}};
    const unsigned all = ((1u << LABEL_LINES) - 1) & ~(1u << LABEL_RULE_2);

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        g_assert_cmphex(lines_on(sizes[i][0], sizes[i][1]), ==, all);
}

/* On a very wide label the type is larger than on one of 63 mm. */
static void
wide_labels_have_large_type(void)
{
    const struct label label = box();
    struct layout layout = {0};

    g_assert_true(layout_label(&label, 200, 36, &marks_measure, &layout, NULL));
    for (size_t i = 0; i < layout.n_runs; i++)
        if (layout.runs[i].line == LABEL_NAME || layout.runs[i].line == LABEL_CODE)
            g_assert_cmpfloat(layout.runs[i].size, >, 5.8);
    layout_clear(&layout);
}

/* The symbol of a label with a host of so many characters. */
static struct symbol
with_host(int characters, double width, double height, double dpi, bool *bears)
{
    struct label label = box();
    struct layout layout = {0};
    struct symbol symbol;
    g_autofree char *name = g_strnfill((gsize)characters - 3, 'y');
    g_autofree char *host = g_strconcat(name, ".cn", NULL);
    struct symbol_room room;

    label.host = host;
    g_assert_true(layout_label(&label, width, height, &marks_measure, &layout, NULL));
    *bears = g_str_has_suffix(layout.symbols[0].text, label.nonce.text);
    g_assert_true(*bears || strstr(layout.notes[0], "mark of the print") != NULL);
    room = (struct symbol_room){layout.symbols[0].side, dpi, layout.symbols[0].far_cm};
    g_assert_true(symbol_fit(layout.symbols[0].text, &room, &symbol, NULL));
    layout_clear(&layout);
    return symbol;
}

/* A longer host never brings the mark back, nor has it larger squares where they are small. */
static void
longer_hosts_are_never_better(void)
{
    static const double sizes[][3] = {{38.1, 21.2, 300}, {40, 20, 203},     {40, 30, 203},
                                      {50, 30, 203},     {63.5, 38.1, 300}, {63.5, 23.1, 300},
                                      {66.68, 25.4, 300}};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        bool bore = true, bears;
        int reach = SYMBOL_MOST_CM;

        for (int n = 5; n <= 28; n++) {
            struct symbol symbol = with_host(n, sizes[i][0], sizes[i][1], sizes[i][2], &bears);

            g_test_message("%.1f × %.1f, %d: %d-%c %.3f mm %d cm%s", sizes[i][0], sizes[i][1], n,
                           symbol.version, symbol_level_letter(symbol.level), symbol.module,
                           symbol.reach_cm, bears ? " marked" : "");
            g_assert_true(bore || !bears);
            g_assert_cmpint(MIN(symbol.reach_cm, 30), <=, reach);
            reach = MIN(symbol.reach_cm, 30);
            bore = bears;
        }
    }
}

/* The nonce goes along where the QR code can still be read with it. */
static void
nonces(void)
{
    static const struct {
        const char *host;
        double width, height;
        bool bears;
    } rows[] = {
        {"yx.example.cn", 63.5, 38.1, true},                                       /* L7160 */
        {"yx.example.cn", 50, 30, true},      {"yx.example.cn", 63.5, 33.9, true}, /* L7159 */
        {"yx.example.cn", 66.68, 25.4, true},                                      /* 5160 */
        {"yx.example.cn", 38.1, 21.2, true},  {"yx.example.com.cn", 38.1, 21.2, true},
        {"yx.example.cn", 36, 19, true},      {"yx.example.cn", 40, 30, true},
        {"yx.example.cn", 100, 100, true},    {"medicine.of.the.city.cn", 63.5, 38.1, true},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct label label = box();
        struct layout layout = {0};
        bool bears;

        label.host = rows[i].host;
        g_test_message("%s %.1f", label.host, rows[i].width);
        g_assert_true(
            layout_label(&label, rows[i].width, rows[i].height, &marks_measure, &layout, NULL));
        bears = g_str_has_suffix(layout.symbols[0].text, label.nonce.text);
        g_assert_true(bears == rows[i].bears);
        g_assert_true(bears || strstr(layout.notes[0], "mark of the print") != NULL);
        layout_clear(&layout);
        label.nonce.text[0] = '\0';
        g_assert_true(
            layout_label(&label, rows[i].width, rows[i].height, &marks_measure, &layout, NULL));
        g_assert_null(
            strchr(layout.symbols[0].text + strlen("https://") + strlen(label.host), '-'));
        layout_clear(&layout);
    }
}

/* --------------------------------------------------------------------------------- what it said */

static void
changes(void)
{
    struct label label = box(), other = box();
    g_autofree char *said = label_said(&label);
    const struct {
        const char **text;
        const char *now;
        enum label_line line;
    } rows[] = {
        {&other.name, "B", LABEL_NAME},       {&other.grid, NULL, LABEL_AREA},
        {&other.place, "x", LABEL_PLACE},     {&other.phone, "", LABEL_PHONE},
        {&other.host, "z.cn", LABEL_HOST},    {&other.rules[0], "r", LABEL_RULE_1},
        {&other.rules[1], "r", LABEL_RULE_2},
    };

    g_assert_cmpuint(label_changes(&label, said), ==, 0);
    g_assert_cmpuint(label_changes(&label, ""), ==, 0); /* printed before it was kept */
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        other = box();
        *rows[i].text = rows[i].now;
        g_assert_cmpuint(label_changes(&other, said), ==, 1u << rows[i].line);
    }
    other = box();
    other.phone = "1";
    other.rules[0] = other.rules[1] = "r";
    g_assert_cmpuint(label_changes(&other, "kept by something older") & 1u << LABEL_NAME, !=, 0);
    g_assert_cmpuint(label_changes(&other, said), ==,
                     1u << LABEL_RULE_1 | 1u << LABEL_RULE_2 | 1u << LABEL_PHONE);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } tests[] = {
        {"/stickers/a larger one never has less on it", larger_is_never_less},
        {"/stickers/a high one has everything", high_labels_have_everything},
        {"/stickers/a very wide one has large type", wide_labels_have_large_type},
        {"/stickers/a longer host is never better", longer_hosts_are_never_better},
        {"/stickers/the first and how many of each", first_and_copies},
        {"/stickers/a first one that is not there", no_such_sticker},
        {"/stickers/crop marks", crop_marks},
        {"/stickers/a larger page to be cut", bled},
        {"/stickers/an outline", outlined},
        {"/stickers/a label on every sheet", every_sheet},
        {"/stickers/arrangements", golden},
        {"/stickers/the code stands free", the_code_stands_free},
        {"/stickers/strips need room", strips_need_room},
        {"/stickers/a second rule needs room", a_rule_needs_room},
        {"/stickers/small labels are brief", brief_labels},
        {"/stickers/the usual rule has room", the_usual_rule},
        {"/stickers/nothing is lost silently", nothing_is_lost_silently},
        {"/stickers/a long host takes two lines", long_hosts},
        {"/stickers/the widest code", the_widest_code},
        {"/stickers/which labels bear the nonce", nonces},
        {"/stickers/what changed since it was printed", changes},
    };

    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add_func(tests[i].name, tests[i].run);
    return g_test_run();
}
