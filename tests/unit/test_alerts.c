#include "planning/alerts.h"

#include "tests/unit/fixture.h"

#define WAIT 1000
#define CELLS 3

/* Three cells of two boxes whose levels a test says, and somebody who is told of them. */
struct scene {
    struct alerts *alerts;
    struct snapshot_cell cells[CELLS];
    struct flags flags;
    GHashTable *boxes;
    GArray *told;
    int64_t ids[2];
};

static void
scene_open(struct scene *scene)
{
    *scene = (struct scene){
        .alerts = alerts_new(WAIT),
        .cells = {{.box = {1}, .type = DRUG_FEVER, .age = DRUG_ADULT},
                  {.box = {1}, .type = DRUG_FEVER, .age = DRUG_CHILD},
                  {.box = {2}, .type = DRUG_COLD, .age = DRUG_ADULT}},
        .flags = {.needs = g_array_new(FALSE, TRUE, sizeof(struct need))},
        .boxes = g_hash_table_new(g_int64_hash, g_int64_equal),
        .told = g_array_new(FALSE, FALSE, sizeof(struct hook_cell)),
        .ids = {1, 2},
    };
    g_hash_table_add(scene->boxes, &scene->ids[0]);
    g_hash_table_add(scene->boxes, &scene->ids[1]);
}

static void
scene_close(struct scene *scene)
{
    alerts_free(scene->alerts);
    g_array_unref(scene->flags.needs);
    g_hash_table_unref(scene->boxes);
    g_array_unref(scene->told);
}

/* Remembers what was told, as hook_tell() and hook_untell() do. */
static void
remember(struct scene *scene, const struct alerts_news *news)
{
    for (guint i = 0; i < news->begun->len; i++) {
        const struct snapshot_cell *cell = g_array_index(news->begun, struct need, i).cell;
        const struct hook_cell one = {cell->box, cell->type, cell->age};

        g_array_append_val(scene->told, one);
    }
    for (int which = 0; which < 2; which++) {
        const GArray *over = which == 0 ? news->ended : news->gone;

        for (guint i = 0; i < over->len; i++)
            for (guint k = 0; k < scene->told->len; k++)
                if (memcmp(&g_array_index(scene->told, struct hook_cell, k),
                           &g_array_index(over, struct hook_cell, i),
                           sizeof(struct hook_cell)) == 0)
                    g_array_remove_index(scene->told, k--);
    }
}

/* What is told at a moment at which the cells stand so: "+2 -1" for two that began and one that ended;
 * "~1" is one that is gone. */
static const char *
look(struct scene *scene, int64_t now, int n, const enum need_level levels[])
{
    static char said[32];
    struct alerts_news news;

    g_array_set_size(scene->flags.needs, 0);
    for (int i = 0; i < n; i++) {
        const struct need need = {.cell = &scene->cells[i], .level = levels[i]};

        g_array_append_val(scene->flags.needs, need);
    }
    alerts_look(scene->alerts, &scene->flags, now);
    alerts_news(scene->alerts, &scene->flags, scene->boxes, scene->told, now, &news);
    g_snprintf(said, sizeof(said), "+%u -%u ~%u", news.begun->len, news.ended->len, news.gone->len);
    remember(scene, &news);
    alerts_news_clear(&news);
    return said;
}

#define LOOK(now, ...)                                                                             \
    look(&scene, now, G_N_ELEMENTS(((enum need_level[]){__VA_ARGS__})),                            \
         (enum need_level[]){__VA_ARGS__})
#define NOTHING "+0 -0 ~0"

static void
once_when_it_begins_and_once_when_it_ends(void)
{
    struct scene scene;

    scene_open(&scene);
    g_assert_cmpstr(LOOK(0, NEED_OK, NEED_YELLOW, NEED_OK), ==, NOTHING);
    g_assert_false(alerts_is_waiting(scene.alerts));
    g_assert_cmpstr(LOOK(100, NEED_ORANGE, NEED_YELLOW, NEED_OK), ==, NOTHING);
    g_assert_true(alerts_is_waiting(scene.alerts));
    g_assert_cmpstr(LOOK(1099, NEED_ORANGE, NEED_YELLOW, NEED_OK), ==, NOTHING);
    g_assert_cmpstr(LOOK(1100, NEED_EMPTY, NEED_YELLOW, NEED_OK), ==, "+1 -0 ~0");
    g_assert_false(alerts_is_waiting(scene.alerts));
    g_assert_cmpstr(LOOK(5000, NEED_RED, NEED_YELLOW, NEED_OK), ==, NOTHING);
    g_assert_cmpstr(LOOK(6000, NEED_OK, NEED_YELLOW, NEED_OK), ==, NOTHING);
    g_assert_true(alerts_is_waiting(scene.alerts));
    g_assert_cmpstr(LOOK(7000, NEED_OK, NEED_YELLOW, NEED_OK), ==, "+0 -1 ~0");
    g_assert_cmpstr(LOOK(9000, NEED_OK, NEED_YELLOW, NEED_OK), ==, NOTHING);
    scene_close(&scene);
}

/* Yellow ends nothing and begins nothing; what was made good in time is no news. */
static void
what_flickers_is_not_told(void)
{
    struct scene scene;

    scene_open(&scene);
    for (int64_t now = 0; now < 20000; now += 500)
        g_assert_cmpstr(LOOK(now, now % 1000 == 0 ? NEED_EMPTY : NEED_OK), ==, NOTHING);
    g_assert_cmpstr(LOOK(20000, NEED_RED), ==, NOTHING);
    g_assert_cmpstr(LOOK(21000, NEED_RED), ==, "+1 -0 ~0");
    for (int64_t now = 22000; now < 90000; now += 2000)
        g_assert_cmpstr(LOOK(now, now % 4000 == 0 ? NEED_ORANGE : NEED_YELLOW), ==, NOTHING);
    for (int64_t now = 90000; now < 99000; now += 500)
        g_assert_cmpstr(LOOK(now, now % 1000 == 0 ? NEED_OK : NEED_YELLOW), ==, NOTHING);
    scene_close(&scene);
}

static void
many_at_once_are_one_news(void)
{
    struct scene scene;

    scene_open(&scene);
    LOOK(0, NEED_EMPTY, NEED_EMPTY, NEED_ORANGE);
    g_assert_cmpstr(LOOK(1000, NEED_EMPTY, NEED_EMPTY, NEED_ORANGE), ==, "+3 -0 ~0");
    LOOK(2000, NEED_OK, NEED_OK, NEED_ORANGE);
    g_assert_cmpstr(LOOK(3000, NEED_OK, NEED_OK, NEED_ORANGE), ==, "+0 -2 ~0");
    scene_close(&scene);
}

/* What was told before the program began is neither told again nor forgotten. */
static void
after_a_new_beginning(void)
{
    struct scene scene;

    scene_open(&scene);
    LOOK(0, NEED_EMPTY, NEED_RED);
    LOOK(1000, NEED_EMPTY, NEED_RED);
    g_assert_cmpuint(scene.told->len, ==, 2);
    alerts_free(scene.alerts);
    scene.alerts = alerts_new(WAIT);
    g_assert_cmpstr(LOOK(5000, NEED_EMPTY, NEED_OK), ==, NOTHING);
    g_assert_true(alerts_is_waiting(scene.alerts));
    g_assert_cmpstr(LOOK(5500, NEED_EMPTY, NEED_OK), ==, NOTHING);
    g_assert_cmpstr(LOOK(7000, NEED_EMPTY, NEED_OK), ==, "+0 -1 ~0");
    g_assert_cmpstr(LOOK(9000, NEED_EMPTY, NEED_OK), ==, NOTHING);
    scene_close(&scene);
}

static void
a_box_that_is_gone(void)
{
    struct scene scene;

    scene_open(&scene);
    LOOK(0, NEED_OK, NEED_OK, NEED_EMPTY);
    LOOK(1000, NEED_OK, NEED_OK, NEED_EMPTY);
    g_assert_cmpstr(LOOK(2000, NEED_OK, NEED_OK), ==, "+0 -0 ~1");
    g_assert_cmpstr(LOOK(4000, NEED_OK, NEED_OK), ==, NOTHING);
    scene_close(&scene);
}

static void
only_of_ones_own_boxes(void)
{
    struct scene scene;

    scene_open(&scene);
    g_hash_table_remove(scene.boxes, &scene.ids[0]);
    LOOK(0, NEED_EMPTY, NEED_EMPTY, NEED_EMPTY);
    g_assert_cmpstr(LOOK(1000, NEED_EMPTY, NEED_EMPTY, NEED_EMPTY), ==, "+1 -0 ~0");
    scene_close(&scene);
}

/* ----------------------------------------------------------------------------------------- words */

static char *
text_of(struct fixture *f, int wanted, size_t bytes)
{
    const struct flags_question all = {.least = NEED_OK};
    g_autoptr(GHashTable) boxes = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GArray) told = g_array_new(FALSE, FALSE, sizeof(struct hook_cell));
    const struct hook_cell over = {f->gate, DRUG_COLD, DRUG_CHILD};
    struct alerts *alerts = alerts_new(0);
    struct names *names;
    struct alerts_news news;
    struct flags flags;
    GError *error = NULL;
    char *text;

    g_hash_table_add(boxes, &f->gate.n);
    g_hash_table_add(boxes, &f->lobby.n);
    g_assert_true(flags_read(f->inventory, &all, FIXTURE_NOW, &flags, &error));
    names = names_read(f->inventory, &error);
    g_assert_nonnull(names);
    alerts_look(alerts, &flags, FIXTURE_NOW);
    alerts_news(alerts, &flags, boxes, told, FIXTURE_NOW, &news);
    g_assert_cmpuint(news.begun->len, >=, 2);
    if (wanted > 0)
        g_array_set_size(news.begun, (guint)wanted);
    g_array_append_val(news.ended, over);
    text = alerts_text(&news, &flags, names, "Sunny", bytes);
    alerts_news_clear(&news);
    names_free(names);
    flags_clear(&flags);
    alerts_free(alerts);
    return text;
}

static void
in_words(struct fixture *f, gconstpointer data)
{
    g_autofree char *english = NULL, *chinese = NULL;

    (void)data;
    words_use(WORDS_EN);
    english = text_of(f, 1, 2048);
    g_assert_nonnull(strstr(english, "[Sunny, share boxes] 1 shortage has begun\n· "));
    g_assert_nonnull(strstr(english, "[Sunny, share boxes] 1 shortage is over\n· "));
    g_assert_nonnull(strstr(english, "empty. 0.0 left"));
    words_use(WORDS_ZH);
    chinese = text_of(f, 1, 2048);
    g_assert_nonnull(strstr(chinese, "【Sunny共享药箱】新增缺药1处\n· "));
    g_assert_nonnull(strstr(chinese, "【Sunny共享药箱】1处缺药已补上\n· "));
}

/* However much there is, it fits, and says how much it leaves out. */
static void
no_longer_than_a_robot_takes(struct fixture *f, gconstpointer data)
{
    (void)data;
    for (int language = 0; language < 2; language++)
        for (size_t bytes = 300; bytes < 2048; bytes += 100) {
            g_autofree char *text = NULL;

            words_use(language == 0 ? WORDS_EN : WORDS_ZH);
            text = text_of(f, 0, bytes);
            g_assert_cmpuint(strlen(text), <=, bytes);
            g_assert_true(g_utf8_validate(text, -1, NULL));
            if (bytes == 300)
                g_assert_nonnull(strstr(text, language == 0 ? "… and " : "……另有"));
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/alerts/once when it begins and once when it ends",
                    once_when_it_begins_and_once_when_it_ends);
    g_test_add_func("/alerts/what flickers is not told", what_flickers_is_not_told);
    g_test_add_func("/alerts/many at once are one news", many_at_once_are_one_news);
    g_test_add_func("/alerts/after a new beginning", after_a_new_beginning);
    g_test_add_func("/alerts/a box that is gone", a_box_that_is_gone);
    g_test_add_func("/alerts/only of one's own boxes", only_of_ones_own_boxes);
    g_test_add("/alerts/in words", struct fixture, NULL, fixture_open, in_words, fixture_close);
    g_test_add("/alerts/no longer than a robot takes", struct fixture, NULL, fixture_open,
               no_longer_than_a_robot_takes, fixture_close);
    return g_test_run();
}
