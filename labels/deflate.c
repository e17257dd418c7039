#include "labels/deflate.h"

#include <zlib.h>

GByteArray *
deflate_bytes(const void *bytes, size_t n)
{
    uLongf size = compressBound((uLong)n);
    GByteArray *small = g_byte_array_sized_new((guint)size);

    if (compress2(small->data, &size, bytes, (uLong)n, Z_DEFAULT_COMPRESSION) != Z_OK)
        g_assert_not_reached(); /* there is room, and GLib ends a program without memory */
    return g_byte_array_set_size(small, (guint)size);
}
