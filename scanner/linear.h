#ifndef SCANNER_LINEAR_H
#define SCANNER_LINEAR_H

/* The linear codes that libzbar's line decoder tells from a line's edges, and where on it they lie. */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#include "base/err.h"
#include "scanner/profile.h"
#include "scanner/symbology.h"

/* What is known of a symbology. */
struct linear_kind {
    enum symbology symbology;
    bool compared; /* its bars can be compared with the code drawn anew (retail.h) */
    bool lettered; /* it may hold other than digits */
};

/* A code on a line. */
struct linear_hit {
    const struct linear_kind *kind;
    enum symbology symbology; /* as the kind's, or its GS1 form */
    const char *text;         /* until the call returns */
    guint last;               /* the edge that came last when it was told */
    int32_t from, to;         /* its ends, in PROFILE_PARTS of a sample */
};

typedef void linear_take(const struct linear_hit *hit, void *data);

struct linear;

/* Loads libzbar, before all below; ERR_BROKEN where it is missing. */
MUST_CHECK bool linear_ready(GError **error);

struct linear *linear_new(void);
void linear_free(struct linear *linear);

/* Forgets what was read, before lines that have nothing to do with those before. */
void linear_forget(struct linear *linear);

/*
 * Tells the codes between the edges of a profile, as profile_find_edges() found them and to which
 * the line's end is added. One reading proves little: see sighting.h.
 */
void linear_read(struct linear *linear, struct profile *profile, linear_take *take, void *data);

#endif
