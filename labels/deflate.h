#ifndef LABELS_DEFLATE_H
#define LABELS_DEFLATE_H

/* Bytes made smaller as zlib does it (RFC 1950), which PDF and ZPL both read. */

#include <stddef.h>

#include <glib.h>

GByteArray *deflate_bytes(const void *bytes, size_t n);

#endif
