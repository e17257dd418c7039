/*
 * Reads the golden photos and compares with what they are known to read as:
 *
 *   photos FOLDER            compares with FOLDER/expected.txt: TAP, one line a photo; each must
 *                            have its line in FOLDER/origins.txt, which says where it comes from
 *   photos FOLDER --write    writes that file anew
 *
 * The listing has the name of each photo and, indented, its size, its codes in reading order with |
 * for a separator, what was noticed ("!"), or why it was refused ("refused:").
 */

#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "base/words.h"
#include "scanner/decode.h"

static void
list_decode(const struct decode *decode, GString *list)
{
    g_string_append_printf(list, "  %u x %u\n", decode->width, decode->height);
    for (size_t i = 0; i < decode->symbols->len; i++) {
        const struct decode_symbol *symbol = decode_symbol_at(decode, i);
        g_autofree char *text = g_strdelimit(g_strdup(symbol->text), "\x1d", '|');

        g_string_append_printf(list, "  %s %s\n", symbology_name(symbol->symbology), text);
    }
    for (size_t i = 0; i < decode->findings->len; i++)
        g_string_append_printf(list, "  ! %s\n", findings_at(decode->findings, i)->text);
}

/* What one photo reads as, below its name. */
static char *
list_photo(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GMappedFile) mapped = g_mapped_file_new(path, FALSE, NULL);
    g_autoptr(GBytes) file = NULL;
    g_autoptr(GError) error = NULL;
    GString *list = g_string_new(NULL);
    struct decode *decode;

    g_string_append_printf(list, "%s\n", name);
    if (mapped == NULL) {
        g_string_append(list, "  not there\n");
        return g_string_free(list, FALSE);
    }
    file = g_mapped_file_get_bytes(mapped);
    decode = decode_file(file, &error);
    if (decode == NULL)
        g_string_append_printf(list, "  refused: %s\n", error->message);
    else
        list_decode(decode, list);
    decode_free(decode);
    return g_string_free(list, FALSE);
}

static gint
by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whether a file is about the photos: all others are photos, of whatever form. */
static bool
is_ours(const char *name)
{
    static const char *const ends[] = {".c", ".sh", ".txt"};

    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(name, ends[i]))
            return true;
    return false;
}

static GPtrArray *
find_photos(const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (!is_ours(name))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_name);
    return names;
}

/* The part of the listing that begins with the name, up to the next name; "" where there is none. */
static char *
expected_of(const char *listing, const char *name)
{
    g_autofree char *head = g_strdup_printf("\n%s\n", name);
    const char *start = strstr(listing, head), *end;

    if (start == NULL)
        return g_strdup("");
    end = start + strlen(head);
    while (*end == ' ')
        end = strchr(end, '\n') + 1;
    return g_strndup(start + 1, (gsize)(end - start - 1));
}

static void
tell(const char *head, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (char **line = lines; *line != NULL && **line != '\0'; line++)
        printf("# %s %s\n", head, *line);
}

static guint
lines_of_names(const char *listing)
{
    guint count = 0;

    for (const char *at = strchr(listing, '\n'); at != NULL && at[1] != '\0';
         at = strchr(at + 1, '\n'))
        count += at[1] != ' ';
    return count;
}

/* Whether each photo, and nothing else, has a line in the list of origins, which says some. */
static bool
origins_known(const char *folder, const GPtrArray *names)
{
    g_autofree char *path = g_build_filename(folder, "origins.txt", NULL), *content = NULL;
    g_auto(GStrv) lines = NULL;
    guint count = 0;

    if (!g_file_get_contents(path, &content, NULL, NULL))
        return false;
    lines = g_strsplit(g_strchomp(content), "\n", -1);
    for (; lines[count] != NULL; count++) {
        g_auto(GStrv) words = g_strsplit(lines[count], " ", 2);

        if (count >= names->len || strcmp(words[0], names->pdata[count]) != 0 || words[1] == NULL ||
            words[1][0] == '\0')
            return false;
    }
    return count == names->len;
}

static bool
compare(const char *folder, const GPtrArray *names, const char *path)
{
    g_autofree char *content = NULL, *listing = NULL;
    guint failed = 0, listed;
    bool known = origins_known(folder, names);

    if (!g_file_get_contents(path, &content, NULL, NULL))
        content = g_strdup("");
    listing = g_strconcat("\n", content, content[0] == '\0' ? "" : "\n", NULL);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *expected = expected_of(listing, names->pdata[i]);
        g_autofree char *read = list_photo(folder, names->pdata[i]);
        bool same = strcmp(expected, read) == 0;

        printf("%sok %u - %s\n", same ? "" : "not ", i + 1, (const char *)names->pdata[i]);
        if (!same) {
            tell("expected", expected);
            tell("read    ", read);
            failed++;
        }
    }
    listed = lines_of_names(content) + (content[0] != '\0');
    printf("%sok %u - the listing has these photos and no others\n",
           listed == names->len ? "" : "not ", names->len + 1);
    printf("%sok %u - where each photo comes from is listed\n", known ? "" : "not ",
           names->len + 2);
    printf("1..%u\n", names->len + 2);
    return failed == 0 && known && listed == names->len && names->len > 0;
}

static bool
write_all(const char *folder, const GPtrArray *names, const char *path)
{
    g_autoptr(GString) listing = g_string_new(NULL);

    for (guint i = 0; i < names->len; i++) {
        g_autofree char *read = list_photo(folder, names->pdata[i]);

        g_string_append(listing, read);
    }
    return g_file_set_contents(path, listing->str, (gssize)listing->len, NULL);
}

int
main(int argc, char **argv)
{
    g_autoptr(GPtrArray) names = NULL;
    g_autofree char *path = NULL;
    bool done;

    if (argc < 2) {
        fprintf(stderr, "photos FOLDER [--write]\n");
        return 2;
    }
    words_use(WORDS_EN);
    names = find_photos(argv[1]);
    path = g_build_filename(argv[1], "expected.txt", NULL);
    if (argc > 2 && strcmp(argv[2], "--write") == 0)
        done = write_all(argv[1], names, path);
    else
        done = compare(argv[1], names, path);
    return done ? 0 : 1;
}
