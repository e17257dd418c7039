#include "inventory/csv_text.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"

#define BOM_UTF8 "\xef\xbb\xbf"
#define TELLING 3 /* so many three-byte characters in a row are no accident in GB18030 */

struct source {
    const char *bytes;
    gsize size;
    const char *name;
};

static uint32_t
line_at(const char *text, size_t offset)
{
    uint32_t line = 1;

    for (size_t i = 0; i < offset; i++)
        line += text[i] == '\n' || (text[i] == '\r' && (i + 1 == offset || text[i + 1] != '\n'));
    return line;
}

static bool
starts_with(const struct source *source, const char *mark, size_t length)
{
    return source->size >= length && memcmp(source->bytes, mark, length) == 0;
}

/* The text up to the first byte that is wrong, whose offset is set; the whole size where none is. */
static char *
convert(const struct source *source, const char *encoding, gsize *good, gsize *length)
{
    g_autoptr(GError) error = NULL;
    char *text =
        g_convert(source->bytes, (gssize)source->size, "UTF-8", encoding, good, length, &error);

    if (text == NULL) {
        gsize again = 0;

        text = g_convert(source->bytes, (gssize)*good, "UTF-8", encoding, &again, length, NULL);
    }
    return text;
}

static bool
damaged(const struct source *source, uint32_t line, gsize offset, GError **error)
{
    return err_set(error, ERR_INPUT,
                   _("%s line %u, byte %llu: this is no text in UTF-8, UTF-16 or GB18030; save the "
                     "file as “CSV UTF-8” and try again"),
                   source->name, line, (unsigned long long)offset + 1);
}

static bool
of_encoding(const struct source *source, const char *encoding, GString **text, GError **error)
{
    gsize good = 0, length = 0;
    g_autofree char *converted = convert(source, encoding, &good, &length);

    if (good != source->size)
        return damaged(source, converted ? line_at(converted, length) : 1, good, error);
    *text = g_string_new_len(converted, (gssize)length);
    return true;
}

/* Whether the valid beginning of a text holds so many Chinese characters that it must be UTF-8. */
static bool
surely_utf8(const char *text, size_t length)
{
    int told = 0;

    for (const char *p = text; p < text + length && told < TELLING; p += g_utf8_skip[(guchar)*p])
        told += (unsigned char)*p >= 0xe0 && (unsigned char)*p < 0xf0;
    return told == TELLING;
}

/* How files begin that spreadsheets write on their own: a ZIP archive, and what they wrote before. */
static bool
is_no_workbook(const char *name, const char *text, size_t length, GError **error)
{
    static const char *const begins[] = {"PK\x03\x04", "\xd0\xcf\x11\xe0"};

    for (size_t i = 0; i < G_N_ELEMENTS(begins); i++)
        if (length >= strlen(begins[i]) && memcmp(text, begins[i], strlen(begins[i])) == 0)
            return err_set(
                error, ERR_INPUT,
                _("%s is a workbook of Excel or WPS: open it there, save the sheet as “CSV "
                  "UTF-8”, and choose that file"),
                name);
    return true;
}

static bool
has_no_nul(const char *name, const char *text, size_t length, GError **error)
{
    const char *nul = memchr(text, '\0', length);

    return nul == NULL ||
           err_set(error, ERR_INPUT,
                   _("%s line %u holds a NUL byte, so this is no text file; save the table as “CSV "
                     "UTF-8” and try again"),
                   name, line_at(text, (size_t)(nul - text)));
}

static bool
of_bytes(const struct source *source, GString **text, GError **error)
{
    const char *end = NULL;
    gsize good;

    if (!is_no_workbook(source->name, source->bytes, source->size, error) ||
        !has_no_nul(source->name, source->bytes, source->size, error))
        return false;
    if (g_utf8_validate_len(source->bytes, source->size, &end)) {
        *text = g_string_new_len(source->bytes, (gssize)source->size);
        return true;
    }
    good = (gsize)(end - source->bytes);
    if (starts_with(source, BOM_UTF8, strlen(BOM_UTF8)) || surely_utf8(source->bytes, good))
        return damaged(source, line_at(source->bytes, good), good, error);
    return of_encoding(source, "GB18030", text, error);
}

static bool
decode(const struct source *source, GString **text, GError **error)
{
    bool little = starts_with(source, "\xff\xfe", 2);

    if (!little && !starts_with(source, "\xfe\xff", 2))
        return of_bytes(source, text, error);
    return of_encoding(source, little ? "UTF-16LE" : "UTF-16BE", text, error) &&
           has_no_nul(source->name, (*text)->str, (*text)->len, error);
}

bool
csv_text(GBytes *bytes, const char *name, GString **text, GError **error)
{
    struct source source = {.name = name};
    g_autoptr(GString) decoded = NULL;

    source.bytes = g_bytes_get_data(bytes, &source.size);
    if (source.size > LIMIT_FILE)
        return err_set(error, ERR_INPUT, _("%s is larger than %d MB; split it into smaller files"),
                       name, LIMIT_FILE / (1024 * 1024));
    if (source.bytes == NULL)
        source.bytes = "";
    if (!decode(&source, &decoded, error))
        return false;
    if (g_str_has_prefix(decoded->str, BOM_UTF8))
        g_string_erase(decoded, 0, (gssize)strlen(BOM_UTF8));
    *text = g_steal_pointer(&decoded);
    return true;
}
