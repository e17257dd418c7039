#include "labels/sink.h"

#include <string.h>

bool
sink_write(struct sink *sink, const void *bytes, size_t n)
{
    sink->failed = sink->failed || !sink->write(sink->to, bytes, n);
    if (!sink->failed)
        sink->n += n;
    return !sink->failed;
}

void
sink_print(struct sink *sink, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    sink_write(sink, text, strlen(text));
}
