#ifndef SCANNER_PARCEL_H
#define SCANNER_PARCEL_H

/*
 * What was read from a picture as bytes, to be handed from the process that read it to the one that
 * asked: a GVariant in normal form. Whoever opens a parcel trusts nothing in it.
 */

#include "scanner/decode.h"

#define PARCEL_MOST (1024 * 1024) /* bytes: 250 codes of the longest kind */

/* One of the two is NULL: what was read, or why nothing was. */
GBytes *parcel_pack(const struct decode *decode, const GError *error);

/*
 * False where the bytes are no parcel or hold what can't be: texts that are none or too long,
 * symbologies and kinds that don't exist. Otherwise *decode, or NULL and *error as they were
 * packed.
 */
bool parcel_open(GBytes *bytes, struct decode **decode, GError **error);

#endif
