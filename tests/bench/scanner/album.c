#include "tests/bench/scanner/album.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"

static gint
by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
album_list(const char *folder)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    GDir *files = g_dir_open(folder, 0, NULL);

    for (const char *name; files != NULL && (name = g_dir_read_name(files)) != NULL;)
        if (!g_str_has_suffix(name, ".txt"))
            g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_clear_pointer(&files, g_dir_close);
    g_ptr_array_sort(paths, by_name);
    return paths;
}

static char *
texts_of(const char *path)
{
    const char *end = strrchr(path, '.');

    return g_strdup_printf("%.*s.txt", end == NULL ? (int)strlen(path) : (int)(end - path), path);
}

bool
album_open(const char *path, struct corpus_shot *shot)
{
    g_autofree char *texts = texts_of(path), *content = NULL, *file = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    g_auto(GStrv) lines = NULL;
    gsize length = 0;

    *shot = (struct corpus_shot){0};
    if (g_file_get_contents(path, &file, &length, &error)) {
        bytes = g_bytes_new_take(g_steal_pointer(&file), length);
        shot->picture = picture_load(bytes, LIMIT_PIXELS, NULL, &error);
    }
    if (shot->picture == NULL) {
        fprintf(stderr, "%s: %s\n", path, error->message);
        return false;
    }
    if (g_file_get_contents(texts, &content, NULL, NULL))
        lines = g_strsplit(content, "\n", -1);
    for (int i = 0; lines != NULL && lines[i] != NULL && shot->count < CORPUS_CODES; i++)
        if (lines[i][0] != '\0')
            shot->expected[shot->count++] = g_strcompress(lines[i]);
    return true;
}

void
album_save(const char *path, const struct corpus_shot *shot)
{
    g_autofree char *picture = g_strconcat(path, ".pgm", NULL);
    g_autofree char *texts = g_strconcat(path, ".txt", NULL);
    g_autoptr(GString) lines = g_string_new(NULL);
    FILE *file = fopen(picture, "wb");

    if (file == NULL)
        return;
    fprintf(file, "P5 %u %u 255\n", shot->picture->width, shot->picture->height);
    fwrite(shot->picture->luma, shot->picture->width, shot->picture->height, file);
    fclose(file);
    for (int i = 0; i < shot->count; i++) {
        g_autofree char *line = g_strescape(shot->expected[i], NULL);

        g_string_append_printf(lines, "%s\n", line);
    }
    g_file_set_contents(texts, lines->str, (gssize)lines->len, NULL);
}
