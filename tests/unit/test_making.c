#include "labels/making.h"

#include "tests/unit/paper.h"

static struct making *
make(const char *const *paths, const char *text)
{
    struct making *making = making_new();

    for (; *paths != NULL; paths++) {
        g_assert_true(making_begin(making, *paths, NULL));
        g_assert_true(making_write(making, text, strlen(text)));
        g_assert_true(making_end(making, NULL));
    }
    return making;
}

static void
has(const char *path, const char *text)
{
    g_autofree char *found = NULL;

    g_assert_true(g_file_get_contents(path, &found, NULL, NULL));
    g_assert_cmpstr(found, ==, text);
}

/* Three files, the second of which was there before. */
static GStrv
three(const struct folder *folder)
{
    GStrv paths = g_new0(char *, 4);

    for (int i = 0; i < 3; i++)
        paths[i] = g_strdup_printf("%s/%d.txt", folder->path, i);
    g_assert_true(g_file_set_contents(paths[1], "before", -1, NULL));
    return paths;
}

static void
kept(struct folder *folder, const void *data)
{
    g_auto(GStrv) paths = three(folder);
    struct making *making = make((const char *const *)paths, "new");

    (void)data;
    has(paths[1], "before");
    g_assert_true(making_keep(making, NULL));
    making_free(making);
    for (int i = 0; i < 3; i++)
        has(paths[i], "new");
    g_assert_cmpuint(files_in(folder), ==, 3);
}

static void
not_kept(struct folder *folder, const void *data)
{
    g_auto(GStrv) paths = three(folder);

    (void)data;
    making_free(make((const char *const *)paths, "new"));
    has(paths[1], "before");
    g_assert_cmpuint(files_in(folder), ==, 1);
}

static void
taken_back(struct folder *folder, const void *data)
{
    g_auto(GStrv) paths = three(folder);
    struct making *making = make((const char *const *)paths, "new");

    (void)data;
    g_assert_true(making_keep(making, NULL));
    making_take_back(making);
    has(paths[1], "before");
    making_free(making);
    has(paths[1], "before");
    g_assert_cmpuint(files_in(folder), ==, 1);
}

/* The last can't have its name, so none has. */
static void
all_or_none(struct folder *folder, const void *data)
{
    g_auto(GStrv) paths = three(folder);
    struct making *making = make((const char *const *)paths, "new");
    g_autofree char *inside = g_strconcat(paths[2], "/x", NULL);
    g_autoptr(GError) error = NULL;

    (void)data;
    g_assert_cmpint(g_mkdir(paths[2], 0700), ==, 0);
    g_assert_true(g_file_set_contents(inside, "in it", -1, NULL));
    g_assert_false(making_keep(making, &error));
    g_assert_nonnull(strstr(error->message, "2.txt can't be written"));
    making_free(making);
    has(paths[1], "before");
    has(inside, "in it");
    g_assert_cmpuint(files_in(folder), ==, 2);
    g_remove(inside);
}

static void
no_ordinary_file(struct folder *folder, const void *data)
{
    struct making *making = making_new();
    g_autoptr(GError) error = NULL;

    (void)data;
    g_assert_false(making_begin(making, folder->path, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_false(making_begin(making, "/nowhere/x.pdf", &error));
    g_assert_error(error, ERR, ERR_MISSING);
    making_free(making);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct folder *, const void *);
    } tests[] = {
        {"/making/kept", kept},
        {"/making/not kept", not_kept},
        {"/making/taken back", taken_back},
        {"/making/all or none", all_or_none},
        {"/making/no ordinary file", no_ordinary_file},
    };

    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct folder, NULL, set_up, tests[i].run, tear_down);
    return g_test_run();
}
