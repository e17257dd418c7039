#ifndef WEB_HAPPENING_H
#define WEB_HAPPENING_H

/* What the ledger has, as texts of server-sent events. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct inventory;

#define HAPPENING_MOST 500 /* movements at a time */
#define HAPPENING_AREAS 8  /* above one, itself too */

/* Takes over a text, the number of its movement, and where that happened and what this lies in. */
typedef void happening_hand(char *text, int64_t seq, const int64_t areas[HAPPENING_AREAS],
                            void *data);

/* Hands on the movements after a number, up to HAPPENING_MOST of them, in their order. *carried: whether some of them go
 * from box to box. */
MUST_CHECK bool happening_read(struct inventory *inventory, int64_t after, happening_hand *hand,
                               void *data, bool *carried, GError **error);

#endif
