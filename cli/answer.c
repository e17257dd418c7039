#include "cli/answer.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <jansson.h>

#include "base/words.h"
#include "cli/next.h"
#include "cli/table.h"

struct answer {
    json_t *json; /* the object; NULL as text */
    int32_t utc_offset;
    bool bold;  /* stdout is a terminal */
    int failed; /* errno of the first write to stdout that failed, or 0 */
};

struct answer *
answer_new(bool json)
{
    struct answer *answer = g_new0(struct answer, 1);

    answer->json = json ? json_object() : NULL;
    answer->utc_offset = 480;
    answer->bold = isatty(STDOUT_FILENO) == 1 && g_getenv("NO_COLOR") == NULL;
    return answer;
}

void
answer_free(struct answer *answer)
{
    json_decref(answer->json);
    g_free(answer);
}

bool
answer_is_json(const struct answer *answer)
{
    return answer->json != NULL;
}

void
answer_set_utc_offset(struct answer *answer, int32_t minutes)
{
    answer->utc_offset = minutes;
}

int32_t
answer_utc_offset(const struct answer *answer)
{
    return answer->utc_offset;
}

bool
answer_write(struct answer *answer, const char *text, size_t length)
{
    errno = 0;
    if (answer->failed == 0 && fwrite(text, 1, length, stdout) != length)
        answer->failed = errno != 0 ? errno : EIO;
    return answer->failed == 0;
}

bool
answer_reader_left(const struct answer *answer)
{
    return answer->failed == EPIPE;
}

bool
answer_flush(struct answer *answer)
{
    if (answer->failed == 0 &&
        (fflush(stdout) == EOF || (g_fsync(STDOUT_FILENO) < 0 && errno != EINVAL)))
        answer->failed = errno;
    return answer->failed == 0;
}

int
answer_failure(const struct answer *answer)
{
    return answer->failed;
}

/* A failure is kept, and told at the end. */
static void
write_out(struct answer *answer, const char *text)
{
    (void)!answer_write(answer, text, strlen(text));
}

/* Lines come out at once, so that somebody at a hand scanner sees what was booked. */
static void
write_line(struct answer *answer, const char *text)
{
    write_out(answer, text);
    write_out(answer, "\n");
    if (answer->failed == 0 && fflush(stdout) == EOF)
        answer->failed = errno;
}

static void
append(struct answer *answer, const char *list, const char *text)
{
    json_t *array = json_object_get(answer->json, list);

    if (array == NULL) {
        array = json_array();
        json_object_set_new(answer->json, list, array);
    }
    json_array_append_new(array, json_string(text));
}

static void
write_notice(struct answer *answer, const char *text)
{
    (void)answer;
    fflush(stdout); /* what was said before it stands before it */
    fprintf(stderr, "%s\n", text);
}

/* What is said may quote what came in: signs that steer a terminal are shown as "\xHH" there. */
static void
tame(char **text)
{
    g_autoptr(GString) tamed = g_string_sized_new(strlen(*text) + 1);

    for (const char *at = *text; *at != '\0'; at++) {
        uint8_t byte = (uint8_t)*at, next = (uint8_t)at[1];

        if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7f)
            g_string_append_printf(tamed, "\\x%02X", byte);
        else if (byte == 0xc2 && next >= 0x80 && next < 0xa0) /* U+0080 to U+009F */
            g_string_append_printf(tamed, "\\x%02X", (uint8_t) * ++at);
        else
            g_string_append_c(tamed, *at);
    }
    g_free(*text);
    *text = g_string_free(g_steal_pointer(&tamed), FALSE);
}

typedef void write_text(struct answer *answer, const char *text);

static void tell(struct answer *answer, const char *list, write_text *write, const char *format,
                 va_list args) G_GNUC_PRINTF(4, 0);

/* Into a list with --json, else written. */
static void
tell(struct answer *answer, const char *list, write_text *write, const char *format, va_list args)
{
    g_autofree char *text = g_strdup_vprintf(format, args);

    if (answer->json != NULL) {
        append(answer, list, text);
        return;
    }
    tame(&text);
    write(answer, text);
}

void
answer_say(struct answer *answer, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    tell(answer, "messages", write_line, format, args);
    va_end(args);
}

void
answer_notice(struct answer *answer, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    tell(answer, "notices", write_notice, format, args);
    va_end(args);
}

void
answer_beep(struct answer *answer, int times)
{
    g_autofree char *line = g_strdup_printf("beep %d", times);

    if (answer->json != NULL)
        return;
    for (int i = 0; i < times && isatty(STDOUT_FILENO) == 1; i++)
        write_out(answer, "\a");
    write_line(answer, line);
}

void
answer_heading(struct answer *answer, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    if (answer->json != NULL)
        return;
    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    tame(&text);
    write_line(answer, text);
}

static void
set(struct answer *answer, const char *field, json_t *value)
{
    if (answer->json != NULL)
        json_object_set_new(answer->json, field, value);
    else
        json_decref(value);
}

void
answer_text(struct answer *answer, const char *field, const char *value)
{
    set(answer, field, value != NULL ? json_string(value) : json_null());
}

void
answer_number(struct answer *answer, const char *field, int64_t value)
{
    set(answer, field, json_integer(value));
}

void
answer_decimal(struct answer *answer, const char *field, int64_t millionths)
{
    set(answer, field, json_real((double)millionths / 1e6));
}

void
answer_flag(struct answer *answer, const char *field, bool value)
{
    set(answer, field, json_boolean(value));
}

static json_t *
json_of_list(const char *lines)
{
    g_auto(GStrv) items = g_strsplit(lines, "\n", -1);
    json_t *array = json_array();

    for (char **item = items; *item != NULL; item++)
        json_array_append_new(array, json_string(*item));
    return array;
}

static json_t *
json_of_cell(const struct rows_cell *cell)
{
    switch (cell->kind) {
    case ROWS_NONE: return json_null();
    case ROWS_TEXT: return json_string(cell->text);
    case ROWS_NUMBER: return json_integer(cell->number);
    case ROWS_DECIMAL: return json_real((double)cell->number / 1e6);
    case ROWS_FLAG: return json_boolean(cell->number != 0);
    case ROWS_LIST: return json_of_list(cell->text);
    }
    g_assert_not_reached();
}

static void
set_fields(json_t *object, const struct rows *rows, size_t row)
{
    for (size_t i = 0; i < rows_columns(rows); i++)
        if (rows_column(rows, i)->field != NULL)
            json_object_set_new(object, rows_column(rows, i)->field,
                                json_of_cell(rows_cell(rows, row, i)));
}

static json_t *
json_of_rows(const struct rows *rows)
{
    json_t *array = json_array();

    for (size_t row = 0; row < rows_count(rows); row++) {
        json_t *object = json_object();

        set_fields(object, rows, row);
        json_array_append_new(array, object);
    }
    return array;
}

void
answer_rows(struct answer *answer, const char *field, struct rows *rows, const char *empty)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (answer->json != NULL) {
        set(answer, field, json_of_rows(rows));
    } else if (rows_count(rows) == 0) {
        write_line(answer, empty);
    } else {
        table_print(text, rows, answer->bold);
        write_out(answer, text->str);
    }
    rows_free(rows);
}

void
answer_record(struct answer *answer, struct rows *rows)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (answer->json != NULL) {
        set_fields(answer->json, rows, 0);
    } else {
        table_print_record(text, rows);
        write_out(answer, text->str);
    }
    rows_free(rows);
}

static const char *
kind_word(const GError *error)
{
    static const char *const kinds[] = {
        [ERR_BROKEN] = "broken",   [ERR_INPUT] = "input",   [ERR_MISSING] = "missing",
        [ERR_REFUSED] = "refused", [ERR_DENIED] = "denied", [ERR_BUSY] = "busy",
    };

    return kinds[error->domain == ERR ? error->code : ERR_BROKEN];
}

static void
tell_error(struct answer *answer, const GError *error)
{
    g_autofree char *told = next_told(error), *shown = g_strdup(told);
    json_t *object;

    tame(&shown);
    fflush(stdout); /* what went well stands before it */
    fprintf(stderr, "medbox: %s\n", shown);
    if (answer->json == NULL)
        return;
    object = json_object();
    json_object_set_new(object, "kind", json_string(kind_word(error)));
    json_object_set_new(object, "message", json_string(told));
    json_object_set_new(answer->json, "error", object);
}

static void
write_json(struct answer *answer)
{
    char *text = json_dumps(answer->json, JSON_INDENT(2) | JSON_REAL_PRECISION(15));

    write_line(answer, text);
    free(text);
}

int
answer_end(struct answer *answer, const GError *error)
{
    if (error != NULL)
        tell_error(answer, error);
    if (answer->json != NULL)
        write_json(answer);
    if (answer->failed == 0 && fflush(stdout) == EOF)
        answer->failed = errno;
    if (error == NULL && answer->failed != 0 && answer->failed != EPIPE) {
        fprintf(stderr, _("medbox: the output can't be written: %s\n"), err_system(answer->failed));
        return 1;
    }
    return error != NULL ? err_exit_status(error) : 0;
}
