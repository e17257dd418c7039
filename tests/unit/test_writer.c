#include "web/writer.h"

#include <glib/gstdio.h>

#include "inventory/area.h"
#include "tests/unit/fixture.h"

#define CROWD 8 /* threads, */
#define EACH 50 /* and jobs of each */

struct world {
    char *folder, *path;
    struct writer *writer;
    struct area_id district;
    gint groups, lost;
};

/* One who adds an area, and is told. */
struct asker {
    struct world *world;
    char name[32];
    bool fails; /* after it has written */
    GThread *ran_in;
    gint told, refused;
};

static void
heard_written(void *data)
{
    g_atomic_int_inc(&((struct world *)data)->groups);
}

static void
heard_lost(void *data)
{
    g_atomic_int_inc(&((struct world *)data)->lost);
}

static bool
add(struct inventory *inventory, void *data, GError **error)
{
    struct asker *asker = data;
    struct area_id id;

    asker->ran_in = g_thread_self();
    return area_add(inventory, asker->world->district, AREA_COMMUNITY, asker->name, &id, error) &&
           (!asker->fails || err_set(error, ERR_REFUSED, "no"));
}

static void
tell(void *data, const GError *error)
{
    struct asker *asker = data;

    asker->refused = error != NULL;
    g_atomic_int_inc(&asker->told);
}

static void
open_world(struct world *w)
{
    static const struct writer_ears ears = {heard_written, heard_lost};
    struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
    struct inventory *inventory;
    GError *error = NULL;

    words_use(WORDS_EN);
    *w = (struct world){.folder = g_dir_make_tmp("writer-XXXXXX", NULL)};
    w->path = g_build_filename(w->folder, "medbox.db", NULL);
    g_assert_true(inventory_create(w->path, &plan, &inventory, &error));
    w->district = inventory_district(inventory);
    inventory_close(inventory);
    w->writer = writer_open(w->path, &ears, w, &error);
    g_assert_no_error(error);
}

static void
close_world(struct world *w)
{
    writer_close(w->writer);
    g_assert_cmpint(w->lost, ==, 0);
    db_remove(w->path);
    g_rmdir(w->folder);
    g_free(w->path);
    g_free(w->folder);
}

static int
count_areas(struct world *w)
{
    g_autoptr(GPtrArray) areas = NULL;
    struct inventory *inventory;
    int count;

    g_assert_true(inventory_open(w->path, &inventory, NULL));
    g_assert_true(area_list(inventory, w->district, &areas, NULL));
    count = (int)areas->len - 1;
    inventory_close(inventory);
    return count;
}

static void
wait_for(struct asker *asker)
{
    while (g_atomic_int_get(&asker->told) == 0)
        g_usleep(100);
}

static void
submit(struct asker *asker)
{
    const struct writer_job job = {add, tell, asker};

    g_assert_true(writer_submit(asker->world->writer, &job, NULL));
}

/* Where nothing else goes on, the asker's own thread does it, and knows at once. */
static void
who_is_alone_writes_itself(void)
{
    struct world w;
    struct asker asker = {.world = &w, .name = "one"};
    const struct writer_job job = {add, tell, &asker};

    open_world(&w);
    g_assert_true(writer_do(w.writer, &job));
    g_assert_cmpint(asker.told, ==, 1);
    g_assert_cmpint(asker.refused, ==, 0);
    g_assert_true(asker.ran_in == g_thread_self());
    g_assert_cmpint(w.groups, ==, 1);
    g_assert_cmpint(count_areas(&w), ==, 1);
    close_world(&w);
}

/* What fails leaves nothing, in whatever thread. */
static void
a_failure_harms_no_other(void)
{
    struct world w;
    struct asker askers[] = {{.world = &w, .name = "good"},
                             {.world = &w, .name = "bad", .fails = true},
                             {.world = &w, .name = "fine"},
                             {.world = &w, .name = "worse", .fails = true}};
    const struct writer_job last = {add, tell, &askers[3]};

    open_world(&w);
    for (int i = 0; i < 3; i++)
        submit(&askers[i]);
    for (int i = 0; i < 3; i++)
        wait_for(&askers[i]);
    if (!writer_do(w.writer, &last)) {
        submit(&askers[3]);
        wait_for(&askers[3]);
    }
    for (int i = 0; i < 4; i++)
        g_assert_cmpint(askers[i].refused, ==, askers[i].fails);
    g_assert_cmpint(count_areas(&w), ==, 2);
    close_world(&w);
}

/* A job that another one waits behind. */
static bool
ask_in_between(struct inventory *inventory, void *data, GError **error)
{
    struct asker *asker = data;
    struct asker other = {.world = asker->world, .name = "other"};
    const struct writer_job job = {add, tell, &other};

    g_assert_false(writer_do(asker->world->writer, &job));
    g_assert_cmpint(other.told, ==, 0);
    return add(inventory, data, error);
}

static void
one_at_a_time(void)
{
    struct world w;
    struct asker asker = {.world = &w, .name = "one"}, second = {.world = &w, .name = "two"};
    const struct writer_job job = {ask_in_between, tell, &asker};

    open_world(&w);
    g_assert_true(writer_do(w.writer, &job));
    submit(&second);
    close_world(&w); /* does what waits */
    g_assert_cmpint(second.told, ==, 1);
    g_assert_cmpint(w.groups, ==, 2);
}

/* Who waits for another program is the writer's thread, and nobody else. */
static void
another_program_holds_up_no_asker(void)
{
    struct world w;
    struct asker asker = {.world = &w, .name = "one"};
    const struct writer_job job = {add, tell, &asker};
    struct inventory *other;

    open_world(&w);
    g_assert_true(inventory_open(w.path, &other, NULL));
    g_assert_true(ledger_begin(other, NULL));
    g_assert_false(writer_do(w.writer, &job));
    g_assert_cmpint(asker.told, ==, 0);
    submit(&asker);
    g_usleep(300000);
    g_assert_cmpint(g_atomic_int_get(&asker.told), ==, 0);
    g_assert_true(ledger_end(other, true, NULL));
    wait_for(&asker);
    g_assert_cmpint(asker.refused, ==, 0);
    g_assert_true(asker.ran_in != g_thread_self());
    inventory_close(other);
    close_world(&w);
}

static gpointer
ask_often(gpointer data)
{
    struct asker *askers = data;

    for (int i = 0; i < EACH; i++) {
        const struct writer_job job = {add, tell, &askers[i]};

        if (!writer_do(askers[i].world->writer, &job))
            submit(&askers[i]);
        wait_for(&askers[i]);
    }
    return NULL;
}

/* Each is told once, and what it was told is so. */
static void
a_crowd_is_told_the_truth(void)
{
    struct world w;
    struct asker askers[CROWD][EACH];
    GThread *threads[CROWD];

    open_world(&w);
    for (int t = 0; t < CROWD; t++) {
        for (int i = 0; i < EACH; i++) {
            askers[t][i] = (struct asker){.world = &w, .fails = i % 10 == 3};
            g_snprintf(askers[t][i].name, sizeof(askers[t][i].name), "%d of %d", i, t);
        }
        threads[t] = g_thread_new("asker", ask_often, askers[t]);
    }
    for (int t = 0; t < CROWD; t++)
        g_thread_join(threads[t]);
    for (int t = 0; t < CROWD; t++)
        for (int i = 0; i < EACH; i++) {
            g_assert_cmpint(askers[t][i].told, ==, 1);
            g_assert_cmpint(askers[t][i].refused, ==, askers[t][i].fails);
        }
    g_assert_cmpint(w.groups, <=, CROWD * EACH);
    g_assert_cmpint(count_areas(&w), ==, CROWD * EACH * 9 / 10);
    close_world(&w);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/writer/who is alone writes itself", who_is_alone_writes_itself);
    g_test_add_func("/writer/a failure harms no other", a_failure_harms_no_other);
    g_test_add_func("/writer/one at a time", one_at_a_time);
    g_test_add_func("/writer/another program holds up no asker", another_program_holds_up_no_asker);
    g_test_add_func("/writer/a crowd is told the truth", a_crowd_is_told_the_truth);
    return g_test_run();
}
