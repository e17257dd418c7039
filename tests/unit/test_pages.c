/* Pages for the wall and cards: posters, the day's medicines, command codes, volunteers' and service
 * cards, the page to measure a printer by. */

#include "labels/layout_card.h"
#include "labels/layout_codes.h"
#include "labels/layout_poster.h"
#include "labels/layout_ruler.h"
#include "labels/layout_today.h"
#include "scanner/command.h"

#include "tests/unit/marks.h"

#define A4 210, 297
#define A5 148, 210

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
    };
}

static const char *const give[] = {"非处方药（OTC）", "未拆封，或整板未破", "有效期还剩90天以上",
                                   NULL};
static const char *const not [] = {"处方药、针剂", "开过封的药水、药膏", "要放冰箱的药", NULL};
static const char *const take[] = {"按需取用，够用就好", "请志愿者扫码登记",
                                   "用药前看说明书或问药师", NULL};
static const char *const give_en[] = {"Non-prescription medicine", "sealed, or in whole blisters",
                                      "90 days or more until expiry", NULL};
static const char *const not_en[] = {"Prescription medicine", "opened bottles and tubes",
                                     "anything for the fridge", NULL};
static const char *const take_en[] = {"Take only what you need", "call, and a volunteer scans it",
                                      "read the leaflet, or ask", NULL};

static struct poster
poster_of(const struct label *label)
{
    return (struct poster){label, {{"可以放", give}, {"请别放", not }, {"怎么取", take}}, false};
}

/* ---------------------------------------------------------------------------------------- posters */

static void
posters(void)
{
    const struct label chinese = box(), english = {.code = chinese.code,
                                                   .name = "Riverside neighbourhood box",
                                                   .community = "Hemu Community",
                                                   .building = "Building 5",
                                                   .phone = "+86 571 8839 6209",
                                                   .host = "box.example.org"};
    struct poster zh = poster_of(&chinese);
    struct poster en = {
        &english, {{"Please give", give_en}, {"Please don't", not_en}, {"To take", take_en}}, true};
    const struct {
        const char *file;
        const struct poster *poster;
        enum words_language language;
        double width, height;
    } rows[] = {
        {"poster-a4-zh.layout", &zh, WORDS_ZH, A4},
        {"poster-a5-zh.layout", &zh, WORDS_ZH, A5},
        {"poster-a4-en.layout", &en, WORDS_EN, A4},
        {"poster-a5-en.layout", &en, WORDS_EN, A5}, /* with the squares for the months too */
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct layout layout = {0};
        g_autoptr(GError) error = NULL;

        words_use(rows[i].language);
        g_test_message("%s", rows[i].file);
        g_assert_true(layout_poster(rows[i].poster, rows[i].width, rows[i].height, &marks_measure,
                                    &layout, &error));
        g_assert_no_error(error);
        marks_expect_sound(&layout);
        words_use(WORDS_EN);
        marks_compare(rows[i].file, &layout);
        layout_clear(&layout);
    }
}

/* What somebody has to read from the door: the lines of the three sections. */
static void
hanzi_that_are_read(void)
{
    const struct label label = box();
    struct poster poster = poster_of(&label);
    const double sizes[][2] = {{A4}, {A5}}, least[] = {9, 6.3}, sides[] = {120, 88};

    for (size_t i = 0; i < 2 * G_N_ELEMENTS(sizes); i++) {
        struct layout layout = {0};
        int lines = 0;

        poster.inspect = i >= G_N_ELEMENTS(sizes);
        g_assert_true(layout_poster(&poster, sizes[i % 2][0], sizes[i % 2][1], &marks_measure,
                                    &layout, NULL));
        marks_expect_sound(&layout);
        for (size_t r = 0; r < layout.n_runs; r++)
            for (int s = 0; s < POSTER_SECTIONS; s++)
                if (strcmp(layout.runs[r].what, poster.sections[s].heading) == 0) {
                    g_assert_cmpfloat(layout.runs[r].size, >=, least[i % 2]);
                    g_assert_false(layout.runs[r].cut);
                    lines++;
                }
        g_assert_cmpint(lines, ==, 9);
        g_assert_cmpfloat(layout.symbols[0].side, >=,
                          poster.inspect ? 0.85 * sides[i % 2] : sides[i % 2]);
        layout_clear(&layout);
    }
}

/* Texts that need its room make the QR code smaller, not the letters. */
static void
many_lines(void)
{
    static const char *const more[] = {"一", "二", "三", "四", "五", NULL};
    const struct label label = box();
    struct poster poster = poster_of(&label);
    struct layout layout = {0};

    poster.sections[0].lines = more;
    g_assert_true(layout_poster(&poster, A4, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    g_assert_cmpfloat(layout.symbols[0].side, <, 110);
    g_assert_cmpfloat(layout.symbols[0].side, >=, 36);
    for (size_t r = 0; r < layout.n_runs; r++)
        if (strcmp(layout.runs[r].what, poster.sections[0].heading) == 0)
            g_assert_cmpfloat(layout.runs[r].size, >=, 9);
    layout_clear(&layout);
}

/* A heading of two lines has room beside a single line. */
static void
posters_of_one_line(void)
{
    static const char *const one[] = {"Medicine", NULL};
    static const double sizes[][2] = {{A5}, {A4}};
    const struct label label = box();

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        const struct poster poster = {
            &label, {{"Please give", one}, {"Please don't", one}, {"To take", one}}, true};
        struct layout layout = {0};

        g_assert_true(
            layout_poster(&poster, sizes[i][0], sizes[i][1], &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        for (size_t r = 0; r < layout.n_runs; r++) {
            const struct layout_run *run = &layout.runs[r];
            bool inside = strcmp(run->what, "heading") != 0;

            for (size_t f = 1; f < layout.n_frames; f++) {
                const struct layout_frame *frame = &layout.frames[f];

                inside = inside || (run->baseline - run->rise > frame->y &&
                                    run->baseline + run->fall < frame->y + frame->height);
            }
            g_assert_true(inside);
        }
        layout_clear(&layout);
    }
}

static void
posters_without(void)
{
    struct label bare = {.code = boxcode_make(1, BOXCODE_SHORT), .host = "yx.example.cn"};
    const struct poster poster = {.label = &bare};
    struct layout layout = {0};

    bare.name = "x";
    g_assert_true(layout_poster(&poster, A4, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    g_assert_cmpuint(layout.n_symbols, ==, 1);
    layout_clear(&layout);
}

static void
posters_refused(void)
{
    static const char *const many[] = {"一", "二", "三", "四",   "五",   "六",   "七",
                                       "八", "九", "十", "十一", "十二", "十三", NULL};
    struct label label = box();
    struct poster poster = poster_of(&label);
    struct layout layout = {0};

    marks_expect_refused(layout_poster(&poster, 100, 297, &marks_measure, &layout, error),
                         ERR_REFUSED, "A5");
    layout_clear(&layout);
    poster.sections[0].lines = many;
    marks_expect_refused(layout_poster(&poster, A5, &marks_measure, &layout, error), ERR_REFUSED,
                         "poster.give");
    layout_clear(&layout);
    poster = poster_of(&label);
    label.phone = "0571-88396209, 0571-88396210, 0571-88396211, 0571-88396212, 0571-88396213";
    marks_expect_refused(layout_poster(&poster, A5, &marks_measure, &layout, error), ERR_REFUSED,
                         "phone");
    layout_clear(&layout);
    label = box();
    label.host = "not a host";
    marks_expect_refused(layout_poster(&poster, A4, &marks_measure, &layout, error), ERR_INPUT,
                         "host");
    layout_clear(&layout);
}

/* ---------------------------------------------------------------------------------- the day's list */

static const char *const fever[] = {"布洛芬片 · 成人", "布洛芬混悬液 · 儿童", NULL};
static const char *const cold[] = {"感冒灵颗粒 · 成人", NULL};
static const struct today_box one_box = {"邻里共享药箱", "https://YX.EXAMPLE.CN/B/7K3M9QX"};

static void
the_day(void)
{
    const struct today_type types[] = {{NULL, "退烧", fever}, {NULL, "感冒", cold}};
    const struct today today = {.place = "邻里共享药箱",
                                .day = "2026-11-24",
                                .host = "yx.example.cn",
                                .types = types,
                                .n = 2,
                                .qr = &one_box,
                                .n_qr = 1};
    struct layout layout = {0};

    g_assert_true(layout_today(&today, A4, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    marks_compare("today-a4.layout", &layout);
    layout_clear(&layout);
}

static bool
says(const struct layout *layout, const char *text)
{
    for (size_t i = 0; i < layout->n_runs; i++)
        if (strstr(layout->runs[i].text, text) != NULL)
            return true;
    return false;
}

/* However many there are, each stands on the page or is counted. */
static void
a_long_day(void)
{
    char names[120][24];
    const char *list[121] = {NULL};
    const struct today_type types[] = {{NULL, "退烧", list}};
    const struct today today = {.place = "Station", .day = "2026-11-24", .types = types, .n = 1};

    for (int i = 0; i < 120; i++) {
        g_snprintf(names[i], sizeof(names[i]), "Medicine number %d", i + 1);
        list[i] = names[i];
    }
    for (int n = 1; n <= 120; n += 17) {
        struct layout layout = {0};
        int shown = 0;
        const char *end = list[n];
        g_autofree char *rest = NULL;

        list[n] = NULL;
        g_assert_true(layout_today(&today, A5, &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        for (size_t i = 0; i < layout.n_runs; i++)
            shown += g_str_has_prefix(layout.runs[i].text, "Medicine number");
        rest = g_strdup_printf("and %d more", n - shown);
        g_assert_cmpint(shown, >, 0);
        g_assert_true(says(&layout, "more medicine") == (shown < n));
        g_assert_cmpuint(layout.n_notes, ==, shown < n ? 1 : 0);
        g_assert_true(shown == n || says(&layout, rest));
        layout_clear(&layout);
        list[n] = end;
    }
}

/* A word in the black field is small rather than broken: on a page with much room, and on a small one. */
static void
words_are_whole(void)
{
    static const char *const list[] = {"Bifid triple viable", NULL};
    static const char *const names[] = {"stomach", "cold and flu", "allergy", "退烧"};
    static const double sizes[][2] = {{210, 297}, {148, 210}};
    struct today_type types[G_N_ELEMENTS(names)];
    const struct today today = {
        .place = "Station", .day = "2026-11-24", .types = types, .n = G_N_ELEMENTS(types)};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        types[i] = (struct today_type){NULL, names[i], list};
    for (size_t size = 0; size < G_N_ELEMENTS(sizes); size++) {
        struct layout layout = {0};

        g_assert_true(
            layout_today(&today, sizes[size][0], sizes[size][1], &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        g_assert_true(says(&layout, "stomach") && says(&layout, "allergy") &&
                      says(&layout, "cold") && says(&layout, "flu") && says(&layout, "退烧"));
        layout_clear(&layout);
    }
}

/* Of an area the boxes have a QR code each, up to four, and the others are counted. */
static void
boxes_of_an_area(void)
{
    const struct today_type types[] = {{"邻里共享药箱", "退烧", fever}, {NULL, "感冒", cold}};
    const struct today_box boxes[TODAY_BOXES] = {one_box, one_box, one_box, one_box};
    struct today today = {.place = "和睦社区",
                          .boxes = true,
                          .day = "2026-11-24",
                          .host = "yx.example.cn",
                          .types = types,
                          .n = 2,
                          .qr = boxes};

    for (today.n_qr = 1; today.n_qr <= TODAY_BOXES; today.n_qr++) {
        struct layout layout = {0};

        g_assert_true(layout_today(&today, A5, &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        g_assert_cmpuint(layout.n_symbols, ==, today.n_qr);
        g_assert_true(says(&layout, "邻里共享药箱"));
        layout_clear(&layout);
    }
}

/* Many short names stand in two columns and leave no half of the page empty. */
static void
two_columns(void)
{
    static const char *const many[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚",
                                       "辛", "壬", "癸", "子", "丑", "寅", "卯",
                                       "辰", "巳", "午", "未", "申", "酉", NULL};
    const struct today_type types[] = {{NULL, "退烧", many}};
    const struct today today = {.place = "Station", .day = "2026-11-24", .types = types, .n = 1};
    struct layout layout = {0};
    int right = 0;

    g_assert_true(layout_today(&today, A4, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    for (size_t i = 0; i < layout.n_runs; i++)
        if (strcmp(layout.runs[i].what, "medicine") == 0) {
            g_assert_cmpfloat(layout.runs[i].size, >=, 10);
            right += layout.runs[i].x > 105;
        }
    g_assert_cmpint(right, ==, 10);
    layout_clear(&layout);
}

/* One long name has a row of its own, and the others stay as large as they were. */
static void
a_long_name_is_alone(void)
{
    static const char *const list[] = {
        "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸",
        "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "复方盐酸伪麻黄碱缓释胶囊",
        NULL};
    const struct today_type types[] = {{NULL, "退烧", list}};
    const struct today today = {.place = "Station", .day = "2026-11-24", .types = types, .n = 1};
    struct layout layout = {0};

    g_assert_true(layout_today(&today, A4, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    g_assert_true(says(&layout, "复方盐酸伪麻黄碱缓释胶囊"));
    for (size_t i = 0; i < layout.n_runs; i++)
        if (strcmp(layout.runs[i].what, "medicine") == 0)
            g_assert_cmpfloat(layout.runs[i].size, >=, 10);
    layout_clear(&layout);
}

static void
an_empty_day(void)
{
    const struct today today = {.place = "Station", .day = "2026-11-24"};
    const struct today area = {.place = "Hemu", .boxes = true, .day = "2026-11-24"};
    struct layout layout = {0};

    g_assert_true(layout_today(&today, A5, &marks_measure, &layout, NULL));
    g_assert_true(says(&layout, "box is empty today"));
    g_assert_cmpuint(layout.n_symbols, ==, 0);
    layout_clear(&layout);
    g_assert_true(layout_today(&area, A5, &marks_measure, &layout, NULL));
    g_assert_true(says(&layout, "boxes are empty today") && says(&layout, "in the boxes on"));
    layout_clear(&layout);
    marks_expect_refused(layout_today(&today, 60, 40, &marks_measure, &layout, error), ERR_REFUSED,
                         "A5");
    layout_clear(&layout);
}

/* ------------------------------------------------------------------------------------------ codes */

static void
command_codes(void)
{
    struct layout layout = {0};

    g_assert_true(layout_codes(A4, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    marks_compare("codes-a4.layout", &layout);
    layout_clear(&layout);
    marks_expect_refused(layout_codes(60, 40, &marks_measure, &layout, error), ERR_REFUSED, "A5");
    layout_clear(&layout);
}

/* Each is what the scanner understands, and every word is there. */
static void
command_codes_are_read(void)
{
    struct layout layout = {0};
    unsigned words_seen = 0;

    g_assert_true(layout_codes(A4, &marks_measure, &layout, NULL));
    for (size_t i = 0; i < layout.n_symbols; i++) {
        const char *text = layout.symbols[i].text;
        struct command command;

        g_assert_true(command_read(text, strlen(text), &command, NULL));
        words_seen |= 1u << command.word;
    }
    for (int word = COMMAND_IN; word <= COMMAND_DONE; word++)
        g_assert_true(words_seen & 1u << word);
    layout_clear(&layout);
}

/* ------------------------------------------------------------------------------------------ cards */

static void
join_cards(void)
{
    struct card_join join = {"和睦社区", "https://yx.example.cn/j/AB7K9QXM2F", "2026-12-31"};
    struct layout layout = {0};

    g_assert_true(layout_join(&join, 90, 54, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    marks_compare("join.layout", &layout);
    g_assert_true(says(&layout, "Open yx.example.cn/j and type"));
    g_assert_true(says(&layout, "AB7K-9QXM-2F"));
    layout_clear(&layout);
    join.address = "https://yx.example.cn/join?who=us";
    g_assert_true(layout_join(&join, 90, 54, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    g_assert_true(says(&layout, "Open yx.example.cn/join?who=us"));
    layout_clear(&layout);
    join.until = NULL;
    g_assert_true(layout_join(&join, 90, 54, &marks_measure, &layout, NULL));
    g_assert_false(says(&layout, "Good until"));
    layout_clear(&layout);
    marks_expect_refused(layout_join(&join, 60, 40, &marks_measure, &layout, error), ERR_REFUSED,
                         "80 × 50");
    layout_clear(&layout);
}

static void
join_cards_refused(void)
{
    static const char *const bad[] = {"",
                                      "click here",
                                      "yx.example.cn/j/A",
                                      "https://",
                                      "ftp://a.cn/",
                                      "https://a.cn/j A",
                                      "https://药箱.cn/",
                                      "https://-a.cn/",
                                      "javascript:alert(1)"};

    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        struct card_join join = {"和睦社区", bad[i], NULL};
        struct layout layout = {0};

        marks_expect_refused(layout_join(&join, 90, 54, &marks_measure, &layout, error), ERR_INPUT,
                             "no link");
        layout_clear(&layout);
    }
}

/* What contacts are is one word in one size, in any language. */
static void
service_cards_in_english(void)
{
    static const double sizes[][2] = {{105, 148}, {90, 54}};
    const struct card_service service = {
        .community = "Shuyuan neighbourhood card",
        .contacts = {{"Community", "Shuyuan", "0571-88396209"},
                     {"Pharmacy", "Huimin pharmacy", "0571-88396210"},
                     {"Groceries", "", "13800000000"},
                     {"Clinic", "Hemu clinic", "120"}}};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct layout layout = {0};
        double size = 0, right = 0, left = INFINITY;

        g_assert_true(
            layout_service(&service, sizes[i][0], sizes[i][1], &marks_measure, &layout, NULL));
        marks_expect_sound(&layout);
        for (int c = 0; c < CARD_CONTACTS && service.contacts[c].what != NULL; c++)
            for (size_t r = 0; r < layout.n_runs; r++) {
                const struct layout_run *run = &layout.runs[r];

                g_assert_false(run->cut);
                if (strcmp(run->text, service.contacts[c].what) == 0) {
                    g_assert_true(size == 0 || run->size == size);
                    size = run->size;
                    right = fmax(right, run->x + run->width);
                }
                if (strcmp(run->text, service.contacts[c].phone) == 0)
                    left = fmin(left, run->x);
            }
        g_assert_cmpfloat(left - right, >=, 2.5);
        layout_clear(&layout);
    }
}

/* However few or many they are, their rows fill the card. */
static void
service_cards_of_any_number(void)
{
    static const double sizes[][2] = {{105, 148}, {90, 54}};

    for (int n = 1; n <= CARD_CONTACTS; n++)
        for (size_t s = 0; s < G_N_ELEMENTS(sizes); s++) {
            struct card_service service = {.community = "Shuyuan neighbourhood card"};
            struct layout layout = {0};
            double ink = 0;

            for (int c = 0; c < n; c++) {
                service.contacts[c].what = "Pharmacy";
                service.contacts[c].name = "Huimin pharmacy";
                service.contacts[c].phone = "0571-88396209";
            }
            g_assert_true(
                layout_service(&service, sizes[s][0], sizes[s][1], &marks_measure, &layout, NULL));
            marks_expect_sound(&layout);
            for (size_t r = 0; r < layout.n_runs; r++) {
                g_assert_false(layout.runs[r].cut);
                ink += layout.runs[r].size * layout.runs[r].width;
            }
            g_assert_cmpfloat(ink, >, (n == 1 ? 0.09 : 0.14) * layout.width * layout.height);
            layout_clear(&layout);
        }
}

static void
service_cards(void)
{
    struct card_service service = {.community = "和睦社区邻里守护服务卡",
                                   .contacts = {{"社区", "和睦社区", "0571-88396209"},
                                                {"药店", "惠民大药房", "0571-88396210"},
                                                {"便民超市", "", "0571-88396211"},
                                                {"卫生服务站", "和睦卫生服务站", "120"}}};
    struct layout layout = {0};

    g_assert_true(layout_service(&service, 105, 148, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    marks_compare("service.layout", &layout);
    layout_clear(&layout);
    service.contacts[1].phone = ""; /* a contact without a phone is none */
    g_assert_true(layout_service(&service, 90, 54, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    g_assert_false(says(&layout, "药店"));
    layout_clear(&layout);
}

static void
service_cards_refused(void)
{
    struct card_service service = {.community = "x", .contacts = {{"a", "b", NULL}}};
    struct layout layout = {0};

    marks_expect_refused(layout_service(&service, 90, 54, &marks_measure, &layout, error),
                         ERR_MISSING, "contact.community-phone");
    layout_clear(&layout);
    service.contacts[0].phone = "0571-88396209, 0571-88396210, 0571-88396211, 0571-88396212";
    marks_expect_refused(layout_service(&service, 90, 54, &marks_measure, &layout, error),
                         ERR_REFUSED, "too long");
    layout_clear(&layout);
    marks_expect_refused(layout_service(&service, 40, 54, &marks_measure, &layout, error),
                         ERR_REFUSED, "too small");
    layout_clear(&layout);
}

/* ------------------------------------------------------------------------------------------ ruler */

static void
ruler(void)
{
    static const double sizes[][2] = {{60, 40}, {100, 100}, {A5}, {A4}, {215.9, 279.4}, {70, 50}};
    struct layout layout = {0};

    g_assert_true(layout_ruler("office", A4, &marks_measure, &layout, NULL));
    marks_expect_sound(&layout);
    g_assert_true(says(&layout, "20.0,190.0,30.0,265.0"));
    layout_clear(&layout);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        for (size_t j = 0; j < 2; j++) {
            words_use(j == 0 ? WORDS_EN : WORDS_ZH);
            g_assert_true(
                layout_ruler("station", sizes[i][0], sizes[i][1], &marks_measure, &layout, NULL));
            marks_expect_sound(&layout);
            for (size_t r = 0; r < layout.n_runs; r++)
                g_assert_cmpstr(layout.runs[r].whole, ==, NULL);
            g_assert_true(says(&layout, "--measured"));
            layout_clear(&layout);
        }
    words_use(WORDS_EN);
    marks_expect_refused(layout_ruler("small", 50, 30, &marks_measure, &layout, error), ERR_REFUSED,
                         "60 × 30");
    layout_clear(&layout);
}

/* What a printer does to the marks is turned around: then they land where they should. */
static void
measured(void)
{
    const double ks[] = {0.97, 1, 1.02}, cs[] = {-3, 0, 2.5};
    const struct ruler_marks said = layout_ruler_marks(A4);

    for (size_t i = 0; i < G_N_ELEMENTS(ks); i++)
        for (size_t j = 0; j < G_N_ELEMENTS(cs); j++) {
            const struct ruler_marks found = {ks[i] * said.left + cs[j], ks[i] * said.right + cs[j],
                                              ks[j] * said.top + cs[i],
                                              ks[j] * said.bottom + cs[i]};
            struct sheet_tune tune;

            g_assert_true(layout_ruler_tune(A4, &found, &tune, NULL));
            g_assert_cmpfloat_with_epsilon(ks[i] * (100 * tune.scale_x + tune.x) + cs[j], 100,
                                           1e-6);
            g_assert_cmpfloat_with_epsilon(ks[j] * (200 * tune.scale_y + tune.y) + cs[i], 200,
                                           1e-6);
        }
}

static void
measured_wrongly(void)
{
    static const struct ruler_marks wrong[] = {
        {0, 0, 0, 0},     {190, 20, 30, 265}, {20, 190, 265, 30}, {20, 220, 30, 265},
        {2, 19, 3, 26.5}, {60, 230, 30, 265}, {20, 190, 30, 1e9}, {NAN, 190, 30, 265},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        struct sheet_tune tune;

        marks_expect_refused(layout_ruler_tune(A4, &wrong[i], &tune, error), ERR_INPUT,
                             "measure again");
    }
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } tests[] = {
        {"/pages/posters", posters},
        {"/pages/hanzi of 9 mm on A4 and A5", hanzi_that_are_read},
        {"/pages/many lines make the QR code smaller", many_lines},
        {"/pages/posters of one line a section", posters_of_one_line},
        {"/pages/a poster of a box without anything", posters_without},
        {"/pages/posters are refused", posters_refused},
        {"/pages/the medicines of the day", the_day},
        {"/pages/however many medicines there are", a_long_day},
        {"/pages/words in the black field are whole", words_are_whole},
        {"/pages/a long name is alone", a_long_name_is_alone},
        {"/pages/an empty box", an_empty_day},
        {"/pages/the boxes of an area", boxes_of_an_area},
        {"/pages/many medicines in two columns", two_columns},
        {"/pages/command codes", command_codes},
        {"/pages/command codes are what the scanner reads", command_codes_are_read},
        {"/pages/cards for volunteers", join_cards},
        {"/pages/cards for volunteers are refused", join_cards_refused},
        {"/pages/service cards in English", service_cards_in_english},
        {"/pages/service cards", service_cards},
        {"/pages/service cards of any number", service_cards_of_any_number},
        {"/pages/service cards are refused", service_cards_refused},
        {"/pages/the page to measure by", ruler},
        {"/pages/what was measured is turned around", measured},
        {"/pages/what can't have been measured", measured_wrongly},
    };

    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add_func(tests[i].name, tests[i].run);
    return g_test_run();
}
