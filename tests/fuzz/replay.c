/*
 * Runs a fuzz target over stored inputs, so that what fuzzing once found stays found: every file
 * named, and every file in a folder named. TAP, one line a file.
 */

#include <stdint.h>
#include <stdio.h>

#include <glib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
by_name(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

static void
list_files(const char *path, GPtrArray *files)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;

    if (folder == NULL) {
        g_ptr_array_add(files, g_strdup(path));
        return;
    }
    while ((name = g_dir_read_name(folder)) != NULL)
        g_ptr_array_add(files, g_build_filename(path, name, NULL));
}

static int
replay(const char *path, guint number)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *content = NULL;
    gsize size;
    int bad = !g_file_get_contents(path, &content, &size, &error);

    if (bad)
        printf("# %s\n", error->message);
    else
        bad = LLVMFuzzerTestOneInput((const uint8_t *)content, size);
    printf("%sok %u - %s\n", bad ? "not " : "", number, path);
    fflush(stdout);
    return bad;
}

int
main(int argc, char **argv)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    int failed = 0;

    for (int i = 1; i < argc; i++)
        list_files(argv[i], files);
    g_ptr_array_sort(files, by_name);
    printf("1..%u\n", files->len);
    for (guint i = 0; i < files->len; i++)
        failed += replay(g_ptr_array_index(files, i), i + 1);
    return failed > 0 || files->len == 0;
}
