#include "scanner/sighting.h"

#include <string.h>

#include "base/words.h"

#define CODE "2000000000015"
#define OTHER "2000000000022"

struct scene {
    GPtrArray *seen, *symbols, *doubtful;
};

static struct scene
scene_new(void)
{
    return (struct scene){sighting_list(), sighting_list(), sighting_list()};
}

static void
scene_clear(struct scene *scene)
{
    g_ptr_array_unref(scene->seen);
    g_ptr_array_unref(scene->symbols);
    g_ptr_array_unref(scene->doubtful);
}

/* So many scan lines across, one pixel below another. */
static void
add_lines(struct scene *scene, enum symbology symbology, const char *text, int x, int y, int width,
          int lines)
{
    for (int i = 0; i < lines; i++) {
        struct decode_point from = {x, y + i}, to = {x + width, y + i};
        struct decode_symbol seen = {.symbology = symbology,
                                     .text = (char *)(guintptr)text,
                                     .length = strlen(text),
                                     .outline = {from, to, to, from},
                                     .quality = 1};

        sighting_add(scene->seen, &seen);
    }
}

static void
add_square(struct scene *scene, const char *text, int x, int y, int side)
{
    struct decode_symbol seen = {
        .symbology = SYMBOLOGY_QR,
        .text = (char *)(guintptr)text,
        .length = strlen(text),
        .outline = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}},
        .quality = 1};

    sighting_add(scene->seen, &seen);
}

static void
settle(struct scene *scene)
{
    sighting_settle(scene->seen, scene->symbols, scene->doubtful);
}

static const struct decode_symbol *
symbol_at(const struct scene *scene, guint i)
{
    g_assert_cmpuint(i, <, scene->symbols->len);
    return g_ptr_array_index(scene->symbols, i);
}

static void
has(const struct scene *scene, const char *texts, guint doubtful)
{
    g_autoptr(GString) all = g_string_new(NULL);

    for (guint i = 0; i < scene->symbols->len; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? " " : "", symbol_at(scene, i)->text);
    g_assert_cmpstr(all->str, ==, texts);
    g_assert_cmpuint(scene->doubtful->len, ==, doubtful);
}

static void
test_lines_join(void)
{
    struct scene scene = scene_new();
    const struct decode_symbol *symbol;

    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 100, 50, 300, 10);
    settle(&scene);
    has(&scene, CODE, 0);
    symbol = symbol_at(&scene, 0);
    g_assert_cmpint(symbol->quality, ==, 10);
    g_assert_cmpint(symbol->outline[0].x, ==, 100);
    g_assert_cmpint(symbol->outline[0].y, ==, 50);
    g_assert_cmpint(symbol->outline[1].x, ==, 400);
    g_assert_cmpint(symbol->outline[1].y, ==, 50);
    g_assert_cmpint(symbol->outline[2].x, ==, 400);
    g_assert_cmpint(symbol->outline[2].y, ==, 59);
    g_assert_cmpint(symbol->outline[3].x, ==, 100);
    g_assert_cmpint(symbol->outline[3].y, ==, 59);
    scene_clear(&scene);
}

/* What is believed is not said again as a doubt, wherever it was seen. */
static void
test_doubts_nothing_believed(void)
{
    struct scene scene = scene_new();

    add_lines(&scene, SYMBOLOGY_UPCE, "01234505", 100, 50, 100, 8);
    add_lines(&scene, SYMBOLOGY_UPCE, "01234505", 100, 300, 100, 3);
    add_lines(&scene, SYMBOLOGY_UPCE, "01245652", 100, 400, 100, 3);
    settle(&scene);
    has(&scene, "01234505", 1);
    scene_clear(&scene);
}

/* What the caller handed in may go: the list has its own copies. */
static void
test_copies_text(void)
{
    struct scene scene = scene_new();
    char text[] = CODE;

    add_lines(&scene, SYMBOLOGY_EAN13, text, 0, 0, 300, 10);
    memset(text, '9', sizeof text - 1);
    settle(&scene);
    has(&scene, CODE, 0);
    scene_clear(&scene);
}

/* A gap where lines failed is bridged, also when the lines on its far side came first. */
static void
test_gaps(void)
{
    struct scene scene = scene_new();

    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 150, 300, 5);
    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 5);
    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 75, 300, 1);
    settle(&scene);
    has(&scene, CODE, 0);
    g_assert_cmpint(symbol_at(&scene, 0)->quality, ==, 11);
    g_assert_cmpint(symbol_at(&scene, 0)->outline[2].y, ==, 154);
    scene_clear(&scene);
}

static void
test_two_packs(void)
{
    struct scene scene = scene_new();

    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 10);
    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 320, 0, 300, 10);
    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 120, 300, 10);
    settle(&scene);
    has(&scene, CODE " " CODE " " CODE, 0);
    g_assert_cmpint(symbol_at(&scene, 1)->outline[0].x, ==, 320);
    g_assert_cmpint(symbol_at(&scene, 2)->outline[0].y, ==, 120);
    scene_clear(&scene);
}

/* The number of lines from which each kind is believed, and the one below. */
static void
test_few_lines(void)
{
    static const struct {
        enum symbology symbology;
        int believed, worth;
    } rows[] = {{SYMBOLOGY_EAN13, 10, 2}, {SYMBOLOGY_UPCA, 10, 2},   {SYMBOLOGY_EAN8, 12, 4},
                {SYMBOLOGY_UPCE, 5, 1},   {SYMBOLOGY_CODE128, 2, 1}, {SYMBOLOGY_GS1_128, 2, 1}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        for (int lines = 1; lines <= 17; lines++) {
            struct scene scene = scene_new();
            bool believed = lines >= rows[i].believed;

            add_lines(&scene, rows[i].symbology, CODE, 0, 0, 300, lines);
            settle(&scene);
            has(&scene, believed ? CODE : "", !believed && lines >= rows[i].worth ? 1 : 0);
            scene_clear(&scene);
        }
}

/* What is doubted keeps its text and place, for those who know more. */
static void
test_keeps_doubtful(void)
{
    struct scene scene = scene_new();
    const struct decode_symbol *symbol;

    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 7, 0, 300, 3);
    settle(&scene);
    has(&scene, "", 1);
    symbol = scene.doubtful->pdata[0];
    g_assert_cmpstr(symbol->text, ==, CODE);
    g_assert_cmpint((int)symbol->symbology, ==, (int)SYMBOLOGY_EAN13);
    g_assert_cmpint(symbol->outline[0].x, ==, 7);
    scene_clear(&scene);
}

/* A code on some lines whose bars were compared. */
static void
add_proved(struct scene *scene, const char *text, int lines, struct retail_proof proof)
{
    add_lines(scene, SYMBOLOGY_EAN13, text, 0, 0, 300, lines);
    ((struct sighting *)scene->seen->pdata[scene->seen->len - 1])->proof = proof;
}

/* Bars that are the code's own make up for few lines, and no lines for bars that aren't. */
static void
test_proof(void)
{
    static const struct {
        int lines;
        struct retail_proof proof;
        bool believed;
    } rows[] = {
        {1, {.tried = 1, .like = 0.95f, .ahead = 0.25f, .margin = 1.5f}, true},
        {1, {.tried = 1, .like = 0.88f, .ahead = 0.02f, .margin = 1.49f}, false}, /* was wrong */
        {2, {.tried = 2, .like = 0.88f, .ahead = 0.02f, .margin = 1.49f}, true},
        {1, {.tried = 1, .like = 0.8f, .ahead = RETAIL_ALONE, .margin = 1.49f}, true},
        {99, {.tried = 1, .like = 0.9f, .ahead = 0.2f, .margin = 0.9f}, false},
        {3, {.tried = 2, .like = 0.9f, .ahead = 0.2f, .margin = 0.9f}, true},
        {2, {.tried = 2, .like = 0.9f, .ahead = 0.2f, .margin = 0.9f}, false},
        {99, {.tried = 3, .lost = 1, .like = 0.9f, .ahead = 0.2f, .margin = 0.9f}, false},
        {99, {.tried = 3, .like = 0.9f, .ahead = 0.01f, .margin = 0.9f}, false},
        {99, {.tried = 3, .like = 0.6f, .ahead = 0.4f, .margin = 0.9f}, false},
        {99, {.tried = 3, .like = 0.9f, .ahead = RETAIL_ALONE, .margin = 1.05f}, false},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct scene scene = scene_new();

        add_proved(&scene, CODE, rows[i].lines, rows[i].proof);
        g_assert_true(sighting_any_trusted(scene.seen) == rows[i].believed);
        settle(&scene);
        has(&scene, rows[i].believed ? CODE : "", rows[i].believed ? 0 : 1);
        scene_clear(&scene);
    }
}

/* One line alone is told of as perhaps, where its bars speak for it and nothing against it. */
static void
test_lone_line(void)
{
    static const struct {
        struct retail_proof proof;
        guint told;
    } rows[] = {
        {{.tried = 1, .like = 0.8f, .ahead = 0.1f, .margin = 0.9f}, 1},
        {{.tried = 1, .like = 0.88f, .ahead = 0.02f, .margin = 1.49f}, 1},
        {{.tried = 1, .like = 0.4f, .ahead = 0.2f, .margin = 0.9f}, 0},
        {{.tried = 1, .lost = 1, .like = 0.8f, .ahead = -0.05f, .margin = 0.9f}, 0},
        {{.tried = 0}, 0},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct scene scene = scene_new(), torn = scene_new(), refuted = scene_new();

        add_proved(&scene, CODE, 1, rows[i].proof);
        settle(&scene);
        has(&scene, "", rows[i].told);
        add_proved(&torn, CODE, 1, rows[i].proof);
        add_proved(&torn, OTHER, 1, rows[i].proof);
        settle(&torn);
        has(&torn, "", 0);
        add_proved(&refuted, CODE, 1, rows[i].proof);
        ((struct sighting *)refuted.seen->pdata[0])->refuted = true;
        settle(&refuted);
        has(&refuted, "", 0);
        scene_clear(&scene);
        scene_clear(&torn);
        scene_clear(&refuted);
    }
}

/* Nothing else speaks for UPC-E and Code 128 than their lines: one alone is told of, unless something
 * else was read there or it is so short that its check says little. */
static void
test_lone_unproved(void)
{
    static const struct {
        enum symbology symbology;
        const char *text, *other;
        guint told;
    } rows[] = {
        {SYMBOLOGY_UPCE, "01234505", NULL, 1},
        {SYMBOLOGY_UPCE, "01234505", "01245652", 0},
        {SYMBOLOGY_CODE128, "81234560000000000017", NULL, 1},
        {SYMBOLOGY_CODE128, "81234560000000000017", "81234560000000000010", 0},
        {SYMBOLOGY_GS1_128, "10AB12", NULL, 1},
        {SYMBOLOGY_CODE128, "AB123", NULL, 0},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct scene scene = scene_new();

        add_lines(&scene, rows[i].symbology, rows[i].text, 0, 0, 300, 1);
        if (rows[i].other != NULL)
            add_lines(&scene, rows[i].symbology, rows[i].other, 0, 0, 300, 1);
        settle(&scene);
        has(&scene, "", rows[i].told);
        scene_clear(&scene);
    }
}

/* Two lines of letters may be misread alike, and their check holds: a second engine is wanted, or more. */
static void
test_letters(void)
{
    static const struct {
        const char *text;
        int lines;
        bool confirmed, believed;
    } rows[] = {
        {"81234560000000000017", 2, false, true}, {"L676070-4d3/b", 2, false, false},
        {"L676070-4d3/b", 3, false, false},       {"L676070-4d3/b", 2, true, true},
        {"L676070-4d3/b", 4, false, true},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct scene scene = scene_new();

        add_lines(&scene, SYMBOLOGY_CODE128, rows[i].text, 0, 0, 300, rows[i].lines);
        ((struct sighting *)scene.seen->pdata[0])->confirmed = rows[i].confirmed;
        settle(&scene);
        has(&scene, rows[i].believed ? rows[i].text : "", !rows[i].believed);
        scene_clear(&scene);
    }
}

/* Bars that are more like a sibling are not the code's, however many lines say so; nor is it told of:
 * the sibling is. */
static void
test_sibling(void)
{
    struct scene scene = scene_new();

    add_proved(&scene, CODE, 99, (struct retail_proof){1, 1, 0.9f, -0.03f, 1.6f});
    add_proved(&scene, OTHER, 1, (struct retail_proof){1, 0, 0.88f, 0.03f, 1.6f});
    settle(&scene);
    has(&scene, "", 1);
    g_assert_cmpstr(((const struct decode_symbol *)scene.doubtful->pdata[0])->text, ==, OTHER);
    scene_clear(&scene);
}

/* Of two proved codes at one place the much better proved one is believed, or none. */
static void
test_proved_rivals(void)
{
    struct scene close = scene_new(), clear = scene_new();

    add_proved(&close, CODE, 5, (struct retail_proof){.tried = 1, .margin = 1.6f});
    add_proved(&close, OTHER, 5, (struct retail_proof){.tried = 1, .margin = 1.2f});
    settle(&close);
    has(&close, "", 2);
    add_proved(&clear, CODE, 5, (struct retail_proof){.tried = 1, .margin = 2.0f});
    add_proved(&clear, OTHER, 5, (struct retail_proof){.tried = 1, .margin = 1.2f});
    settle(&clear);
    has(&clear, CODE, 0);
    scene_clear(&close);
    scene_clear(&clear);
}

/* Two uncompared codes at one place: only one that outdoes the other four times is believed. */
static void
test_rivals(void)
{
    struct scene close = scene_new(), clear = scene_new();

    add_lines(&close, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 35);
    add_lines(&close, SYMBOLOGY_EAN13, OTHER, 2, 5, 300, 9);
    settle(&close);
    has(&close, "", 2);
    add_lines(&clear, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 36);
    add_lines(&clear, SYMBOLOGY_EAN13, OTHER, 2, 5, 300, 9);
    settle(&clear);
    has(&clear, CODE, 0); /* nothing is said of the loser */
    scene_clear(&close);
    scene_clear(&clear);
}

/* An EAN-8 that is half of an EAN-13 misread; the same on another pack is one. */
static void
test_rival_of_another_kind(void)
{
    struct scene scene = scene_new();

    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 60);
    add_lines(&scene, SYMBOLOGY_EAN8, "96385074", 0, 4, 140, 12);
    add_lines(&scene, SYMBOLOGY_EAN8, "96385074", 400, 4, 140, 12);
    settle(&scene);
    has(&scene, CODE " 96385074", 0);
    g_assert_cmpint(symbol_at(&scene, 1)->outline[0].x, ==, 400);
    scene_clear(&scene);
}

/* Half an EAN-13 misread; where anything longer is seen at all, UPC-E is not believed. */
static void
test_upce_rival(void)
{
    struct scene scene = scene_new();

    add_lines(&scene, SYMBOLOGY_UPCE, "01234505", 0, 0, 140, 40);
    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 1);
    settle(&scene);
    has(&scene, "", 1);
    scene_clear(&scene);
}

/* Lines that lean give an outline that leans. */
static void
test_turned(void)
{
    struct scene scene = scene_new();
    const struct decode_symbol *symbol;

    for (int i = 9; i >= 0; i--) {
        struct decode_point from = {100 - i, 100 + 2 * i}, to = {300 - i, 200 + 2 * i};
        struct decode_symbol seen = {.symbology = SYMBOLOGY_EAN13,
                                     .text = (char *)(guintptr)CODE,
                                     .length = strlen(CODE),
                                     .outline = {to, from, from, to}, /* read upside down */
                                     .quality = 1};

        sighting_add(scene.seen, &seen);
    }
    settle(&scene);
    has(&scene, CODE, 0);
    symbol = symbol_at(&scene, 0);
    g_assert_cmpint(symbol->outline[0].x, ==, 100);
    g_assert_cmpint(symbol->outline[0].y, ==, 100);
    g_assert_cmpint(symbol->outline[1].x, ==, 300);
    g_assert_cmpint(symbol->outline[1].y, ==, 200);
    g_assert_cmpint(symbol->outline[2].x, ==, 291);
    g_assert_cmpint(symbol->outline[2].y, ==, 218);
    g_assert_cmpint(symbol->outline[3].x, ==, 91);
    g_assert_cmpint(symbol->outline[3].y, ==, 118);
    scene_clear(&scene);
}

/* The boxes around turned neighbours overlap at a corner. */
static void
test_neighbours_are_no_rivals(void)
{
    struct scene scene = scene_new();

    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 100);
    add_lines(&scene, SYMBOLOGY_EAN13, OTHER, 280, 80, 300, 100);
    settle(&scene);
    has(&scene, CODE " " OTHER, 0);
    scene_clear(&scene);
}

/* Rows of Code 128 one above the other stay; a few lines against very many do not. */
static void
test_code128_rivals(void)
{
    struct scene rows = scene_new(), misread = scene_new();

    add_lines(&rows, SYMBOLOGY_GS1_128, "0106901234567892", 0, 0, 300, 40);
    add_lines(&rows, SYMBOLOGY_GS1_128, "10AB12", 60, 15, 200, 30);
    settle(&rows);
    has(&rows, "0106901234567892 10AB12", 0);
    add_lines(&misread, SYMBOLOGY_CODE128, "81234560000000000017", 0, 0, 300, 18);
    add_lines(&misread, SYMBOLOGY_CODE128, "81234560000000000010", 0, 3, 300, 3);
    settle(&misread);
    has(&misread, "81234560000000000017", 0);
    scene_clear(&rows);
    scene_clear(&misread);
}

static void
test_code128_beside_retail(void)
{
    struct scene scene = scene_new();

    add_lines(&scene, SYMBOLOGY_EAN13, CODE, 0, 0, 300, 10);
    add_lines(&scene, SYMBOLOGY_CODE128, "81234560000000000017", 0, 0, 300, 10);
    settle(&scene);
    g_assert_cmpuint(scene.symbols->len, ==, 2);
    scene_clear(&scene);
}

static void
test_squares(void)
{
    struct scene scene = scene_new();

    add_square(&scene, "A", 0, 0, 100);
    add_square(&scene, "A", 1, 1, 99);
    add_square(&scene, "A", 110, 0, 100);
    add_square(&scene, "B", 50, 50, 100);
    settle(&scene);
    has(&scene, "A B A", 0);
    g_assert_cmpint(symbol_at(&scene, 0)->quality, ==, 2);
    g_assert_cmpint(symbol_at(&scene, 0)->outline[2].x, ==, 100);
    scene_clear(&scene);
}

/* Rows from the top, each from the left, though the things stand unevenly. */
static void
test_reading_order(void)
{
    struct scene scene = scene_new();

    add_square(&scene, "E", 300, 205, 60);
    add_square(&scene, "B", 200, 0, 60);
    add_square(&scene, "D", 0, 220, 60);
    add_square(&scene, "A", 0, 20, 60);
    add_square(&scene, "C", 400, 25, 60);
    settle(&scene);
    has(&scene, "A B C D E", 0);
    scene_clear(&scene);
}

/* A picture full of codes costs neither time nor memory without end. */
static void
test_too_many(void)
{
    struct scene scene = scene_new();

    for (int i = 0; i < 5000; i++) {
        g_autofree char *text = g_strdup_printf("%020d", i);

        add_lines(&scene, SYMBOLOGY_CODE128, text, i % 70 * 100, i / 70 * 100, 80, 3);
    }
    settle(&scene);
    g_assert_cmpuint(scene.symbols->len, ==, 1000);
    g_assert_cmpstr(symbol_at(&scene, 999)->text, ==, "00000000000000000999");
    scene_clear(&scene);
}

static void
test_nothing(void)
{
    struct scene scene = scene_new();

    settle(&scene);
    has(&scene, "", 0);
    scene_clear(&scene);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/sighting/joins lines into one symbol", test_lines_join);
    g_test_add_func("/sighting/keeps texts of its own", test_copies_text);
    g_test_add_func("/sighting/bridges gaps", test_gaps);
    g_test_add_func("/sighting/counts the same code on two packs twice", test_two_packs);
    g_test_add_func("/sighting/doubts what few lines saw", test_few_lines);
    g_test_add_func("/sighting/keeps what it doubts", test_keeps_doubtful);
    g_test_add_func("/sighting/doubts nothing that it believes", test_doubts_nothing_believed);
    g_test_add_func("/sighting/believes bars before lines", test_proof);
    g_test_add_func("/sighting/tells of one line alone", test_lone_line);
    g_test_add_func("/sighting/tells of one line of what is never proved", test_lone_unproved);
    g_test_add_func("/sighting/wants more for letters", test_letters);
    g_test_add_func("/sighting/leaves a code that is less like its bars than another",
                    test_sibling);
    g_test_add_func("/sighting/doubts two proved codes at one place", test_proved_rivals);
    g_test_add_func("/sighting/doubts UPC-E within other bars", test_upce_rival);
    g_test_add_func("/sighting/outlines what is turned", test_turned);
    g_test_add_func("/sighting/doubts two retail codes at one place", test_rivals);
    g_test_add_func("/sighting/drops a part misread", test_rival_of_another_kind);
    g_test_add_func("/sighting/leaves turned neighbours alone", test_neighbours_are_no_rivals);
    g_test_add_func("/sighting/drops Code 128 misread", test_code128_rivals);
    g_test_add_func("/sighting/keeps Code 128 beside a retail code", test_code128_beside_retail);
    g_test_add_func("/sighting/keeps squares apart", test_squares);
    g_test_add_func("/sighting/puts symbols in reading order", test_reading_order);
    g_test_add_func("/sighting/stops at a thousand", test_too_many);
    g_test_add_func("/sighting/bears an empty picture", test_nothing);
    return g_test_run();
}
