#include "inventory/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/words.h"

#define BOM_UTF8 "\xef\xbb\xbf"
#define PIECE 65536 /* bytes handed to the sink at a time */

struct csv_writer {
    csv_sink *sink;
    void *data;
    GString *text; /* not handed on yet */
    bool row_begun;
    GError *error; /* the first */
};

/* ----------------------------------------------------------------------------------------- cells */

bool
csv_is_formula(const char *text)
{
    static const char *const signs[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_has_prefix(text, signs[i]))
            return true;
    return false;
}

struct csv_writer *
csv_writer_new(csv_sink *sink, void *data)
{
    struct csv_writer *writer = g_new0(struct csv_writer, 1);

    writer->sink = sink;
    writer->data = data;
    writer->text = g_string_new(BOM_UTF8);
    return writer;
}

static void
hand_on(struct csv_writer *writer)
{
    if (writer->error == NULL)
        (void)writer->sink(writer->text->str, writer->text->len, writer->data, &writer->error);
    g_string_truncate(writer->text, 0);
}

static void
begin_cell(struct csv_writer *writer)
{
    if (writer->row_begun)
        g_string_append_c(writer->text, ',');
    writer->row_begun = true;
}

/* Blanks at the ends of a cell without quotation marks are taken for decoration by readers, and what
 * may separate cells elsewhere for a separator. */
static bool
needs_quotes(const char *text)
{
    size_t length = strlen(text);

    return strpbrk(text, ",;\t\"\r\n") != NULL || text[0] == ' ' ||
           (length > 0 && text[length - 1] == ' ');
}

static void
append_quoted(GString *to, const char *text)
{
    g_string_append_c(to, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            g_string_append_c(to, '"');
        g_string_append_c(to, *text);
    }
    g_string_append_c(to, '"');
}

void
csv_put_text(struct csv_writer *writer, const char *text)
{
    g_autofree char *guarded = NULL;

    begin_cell(writer);
    if (text == NULL)
        return;
    if (csv_is_formula(text + strspn(text, "'")))
        text = guarded = g_strconcat("'", text, NULL);
    if (needs_quotes(text))
        append_quoted(writer->text, text);
    else
        g_string_append(writer->text, text);
}

void
csv_put_number(struct csv_writer *writer, int64_t number)
{
    begin_cell(writer);
    g_string_append_printf(writer->text, "%" G_GINT64_FORMAT, number);
}

void
csv_put_decimal(struct csv_writer *writer, int64_t millionths)
{
    int64_t whole = millionths / 1000000, part = ABS(millionths % 1000000);
    int places = 6;

    begin_cell(writer);
    g_string_append_printf(writer->text, "%s%" G_GINT64_FORMAT, millionths < 0 ? "-" : "",
                           ABS(whole));
    if (part == 0)
        return;
    for (; part % 10 == 0; part /= 10)
        places--;
    g_string_append_printf(writer->text, ".%0*" G_GINT64_FORMAT, places, part);
}

void
csv_put_row_end(struct csv_writer *writer)
{
    g_string_append(writer->text, "\r\n");
    writer->row_begun = false;
    if (writer->text->len >= PIECE)
        hand_on(writer);
}

bool
csv_writer_failed(const struct csv_writer *writer)
{
    return writer->error != NULL;
}

bool
csv_writer_end(struct csv_writer *writer, GError **error)
{
    bool ok;

    hand_on(writer);
    ok = writer->error == NULL;
    if (!ok)
        g_propagate_error(error, writer->error);
    g_string_free(writer->text, TRUE);
    g_free(writer);
    return ok;
}

/* ----------------------------------------------------------------------------------------- sinks */

struct csv_file {
    char *path, *beside;
    int fd;
};

bool
csv_into_array(const char *text, size_t length, void *data, GError **error)
{
    GByteArray *array = data;

    if (length > G_MAXUINT - array->len)
        return err_set(error, ERR_REFUSED, _("the table is too long for one answer; write a file"));
    g_byte_array_append(array, (const guint8 *)text, (guint)length);
    return true;
}

static bool
fail_writing(const struct csv_file *file, GError **error)
{
    return err_set(error, err_kind_of_system(errno), _("%s could not be written: %s"), file->path,
                   err_system(errno));
}

bool
csv_into_file(const char *text, size_t length, void *data, GError **error)
{
    const struct csv_file *file = data;

    while (length > 0) {
        ssize_t written = write(file->fd, text, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fail_writing(file, error);
        text += written;
        length -= (size_t)written;
    }
    return true;
}

bool
csv_file_open(const char *path, struct csv_file **out, GError **error)
{
    struct csv_file file = {.fd = -1};

    *out = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return err_set(error, ERR_INPUT, _("%s is no ordinary file; give another name"), path);
    file.beside = g_strconcat(path, ".XXXXXX", NULL);
    file.fd = g_mkstemp_full(file.beside, O_RDWR | O_CLOEXEC, 0666);
    if (file.fd < 0) {
        err_set(error, err_kind_of_system(errno), _("%s can't be made: %s"), path,
                err_system(errno));
        g_free(file.beside);
        return false;
    }
    file.path = g_strdup(path);
    *out = g_memdup2(&file, sizeof(file));
    return true;
}

bool
csv_file_close(struct csv_file *file, bool keep, GError **error)
{
    bool kept = keep;

    if (kept && fsync(file->fd) != 0)
        kept = fail_writing(file, error);
    if (close(file->fd) != 0 && kept)
        kept = fail_writing(file, error);
    if (kept && g_rename(file->beside, file->path) != 0)
        kept = fail_writing(file, error);
    if (!kept)
        g_unlink(file->beside);
    g_free(file->path);
    g_free(file->beside);
    g_free(file);
    return kept;
}
