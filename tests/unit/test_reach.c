/* From how far the QR codes of labels and posters are read: what was measured to serve best on each kind
 * of paper, with a host of 13 characters and the code alone. */

#include <math.h>

#include "base/words.h"
#include "labels/layout_label.h"
#include "labels/layout_poster.h"
#include "labels/sheet.h"
#include "labels/symbol.h"
#include "tests/unit/marks.h"

static const char *const give[] = {"非处方药（OTC）", "未拆封，或整板未破", "有效期还剩90天以上",
                                   NULL};
static const char *const never[] = {"处方药、针剂", "开过封的药水、药膏", "要放冰箱的药", NULL};
static const char *const take[] = {"按需取用，够用就好", "请志愿者扫码登记",
                                   "用药前看说明书或问药师", NULL};

static struct label
box(void)
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

static struct symbol
symbol_on(const struct label *label, double width, double height, double dpi)
{
    const struct poster poster = {
        label, {{"可以放", give}, {"请别放", never}, {"怎么取", take}}, false};
    struct layout layout = {0};
    struct symbol symbol;
    struct symbol_room room;
    bool ok = width < 140 ? layout_label(label, width, height, &marks_measure, &layout, NULL)
                          : layout_poster(&poster, width, height, &marks_measure, &layout, NULL);

    g_assert_true(ok);
    marks_expect_sound(&layout);
    room = (struct symbol_room){layout.symbols[0].side, dpi, layout.symbols[0].far_cm};
    g_assert_true(symbol_fit(layout.symbols[0].text, &room, &symbol, NULL));
    layout_clear(&layout);
    return symbol;
}

/* Squares no smaller than these and levels no lower: a larger square or a higher level in a square as
 * large is better. */
static void
each_medium(void)
{
    static const struct {
        const char *name;
        double width, height, dpi;
        int version;
        enum symbol_level level;
        double module;
        int quiet, reach_cm;
    } rows[] = {
        {"5160", 66.68, 25.4, 300, 2, SYMBOL_M, 0.63, 2, 30},
        {"50x30", 50, 30, 203, 2, SYMBOL_M, 0.75, 2, 36},
        {"L7160", 63.5, 38.1, 300, 3, SYMBOL_H, 0.846, 4, 40},
        {"L7163", 99.1, 38.1, 300, 3, SYMBOL_H, 0.846, 4, 40},
        {"60x40", 60, 40, 203, 3, SYMBOL_H, 0.875, 4, 42},
        {"70x50", 70, 50, 203, 3, SYMBOL_H, 1.126, 4, 54},
        {"100x100", 100, 100, 203, 3, SYMBOL_H, 1.876, 4, 90},
        {"A5", 148, 210, 300, 3, SYMBOL_H, 2.37, 4, 113},
        {"A4", 210, 297, 300, 3, SYMBOL_H, 3.2, 4, 150},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct label label = box();
        struct symbol symbol = symbol_on(&label, rows[i].width, rows[i].height, rows[i].dpi);

        g_test_message("%s: %d-%c, %.3f mm, %d cm", rows[i].name, symbol.version,
                       symbol_level_letter(symbol.level), symbol.module, symbol.reach_cm);
        g_assert_cmpfloat(symbol.module, >=, rows[i].module);
        g_assert_cmpint(symbol.level, <=, rows[i].level); /* H is the first */
        g_assert_true(symbol.version == rows[i].version || symbol.level < rows[i].level);
        g_assert_cmpint(symbol.quiet, >=, rows[i].quiet);
        g_assert_cmpint(symbol.reach_cm, >=, rows[i].reach_cm);
        g_assert_true(symbol.far);
    }
}

/* Every sheet that has all of a label, and every page for a poster, is read from an arm's length. */
static void
every_sheet(void)
{
    size_t n;
    const struct sheet *list = sheet_list(&n);

    for (size_t i = 0; i < n; i++) {
        const struct label label = box();
        struct symbol symbol;

        if (list[i].width < 45 || (list[i].width >= 140 && list[i].height < 200))
            continue;
        g_test_message("%s", list[i].name);
        symbol = symbol_on(&label, list[i].width, list[i].height, list[i].columns > 1 ? 300 : 203);
        g_assert_cmpfloat(symbol.module, >=, 0.74);
        g_assert_cmpint(symbol.reach_cm, >=, 35);
    }
}

/* The print's mark makes the address longer, not the squares smaller than what is wanted. */
static void
with_the_mark(void)
{
    static const double sizes[][3] = {
        {63.5, 38.1, 300}, {60, 40, 203}, {70, 50, 203}, {100, 100, 203}};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct label label = box();
        struct symbol plain = symbol_on(&label, sizes[i][0], sizes[i][1], sizes[i][2]), marked;

        label.nonce = boxcode_nonce_make(7);
        marked = symbol_on(&label, sizes[i][0], sizes[i][1], sizes[i][2]);
        g_assert_cmpint(marked.dots, ==, plain.dots);
        g_assert_true(marked.far);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/reach/each medium has the squares that were measured", each_medium);
    g_test_add_func("/reach/every sheet is read from an arm's length", every_sheet);
    g_test_add_func("/reach/the mark of a print costs no square", with_the_mark);
    return g_test_run();
}
