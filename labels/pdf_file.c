#include "labels/pdf_file.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "labels/deflate.h"

/* Four bytes above 127 tell programs that move files about that this one isn't text. */
static const char head[] = "%PDF-1.5\n%\xE2\xE3\xCF\xD3\n";

void
pdf_file_begin(struct pdf_file *file, struct sink *sink)
{
    *file = (struct pdf_file){sink, g_array_new(FALSE, TRUE, sizeof(uint64_t))};
    sink_write(sink, head, strlen(head));
}

int
pdf_file_reserve(struct pdf_file *file)
{
    g_array_set_size(file->offsets, file->offsets->len + 1);
    return (int)file->offsets->len;
}

static void
begin_object(struct pdf_file *file, int object)
{
    g_array_index(file->offsets, uint64_t, object - 1) = file->sink->n;
    sink_print(file->sink, "%d 0 obj\n", object);
}

static void
end_object(struct pdf_file *file)
{
    static const char end[] = "\nendobj\n";

    sink_write(file->sink, end, strlen(end));
}

void
pdf_file_object(struct pdf_file *file, int object, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    begin_object(file, object);
    sink_write(file->sink, text, strlen(text));
    end_object(file);
}

void
pdf_file_stream(struct pdf_file *file, int object, const char *entries, const void *bytes, size_t n)
{
    static const char end[] = "\nendstream";
    g_autoptr(GByteArray) small = deflate_bytes(bytes, n);

    begin_object(file, object);
    sink_print(file->sink, "<</Length %u/Filter/FlateDecode%s>>stream\n", small->len, entries);
    sink_write(file->sink, small->data, small->len);
    sink_write(file->sink, end, strlen(end));
    end_object(file);
}

void
pdf_file_end(struct pdf_file *file, int catalog, int info)
{
    const uint64_t start = file->sink->n;

    sink_print(file->sink, "xref\n0 %u\n0000000000 65535 f \n", file->offsets->len + 1);
    for (guint i = 0; i < file->offsets->len; i++)
        sink_print(file->sink, "%010" PRIu64 " 00000 n \n",
                   g_array_index(file->offsets, uint64_t, i));
    sink_print(file->sink,
               "trailer\n<</Size %u/Root %d 0 R/Info %d 0 R>>\nstartxref\n%" PRIu64 "\n%%%%EOF\n",
               file->offsets->len + 1, catalog, info, start);
}

void
pdf_file_clear(struct pdf_file *file)
{
    g_clear_pointer(&file->offsets, g_array_unref);
}

static void
put_digits(GString *text, int64_t value, int digits)
{
    char buffer[20];
    int n = 0;

    for (; value > 0 || n < digits; value /= 10)
        buffer[n++] = (char)('0' + value % 10);
    while (n > 0)
        g_string_append_c(text, buffer[--n]);
}

void
pdf_file_number(GString *text, double value, int decimals)
{
    const int64_t unit = (int64_t)round(pow(10, decimals));
    int64_t scaled = llround(fabs(value) * (double)unit), rest = scaled % unit;

    if (value < 0 && scaled > 0)
        g_string_append_c(text, '-');
    put_digits(text, scaled / unit, 1);
    if (rest == 0)
        return;
    g_string_append_c(text, '.');
    for (; rest % 10 == 0; decimals--)
        rest /= 10;
    put_digits(text, rest, decimals);
}
