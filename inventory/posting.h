#ifndef INVENTORY_POSTING_H
#define INVENTORY_POSTING_H

/* Posting without a look for what was posted before; for the files of this folder that looked. */

#include "inventory/ledger.h"

/* Looks for the movement of m's uid: m takes over its seq and times. ERR_REFUSED where it is another
 * movement, which is a client's mistake. */
MUST_CHECK bool posting_find_repeated(struct inventory *inventory, struct movement *m,
                                      bool *repeated, GError **error);

/* What a caller hears whose id was used for something else before. Always false. */
bool posting_refuse_other(GError **error);

/* What a person should know of a movement that was settled against a later count (counted_at). Static. */
const char *posting_counted_words(void);

/* Posts m, which is not there yet; undone is the movement that it reverses, or NULL. */
MUST_CHECK bool posting_add(struct inventory *inventory, struct movement *m,
                            const struct movement *undone, GError **error);

#endif
