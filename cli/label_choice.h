#ifndef CLI_LABEL_CHOICE_H
#define CLI_LABEL_CHOICE_H

/* The labels of the boxes that a command names. */

#include "cli/face.h"
#include "printing/label_batch.h"

/* As label_batch_ask. */
struct label_choice {
    bool all; /* boxes, where the command does not say which */
    bool new, changed, renew;
};

/* Gathers the labels of the boxes named as arguments, of --area or --all, which the command must have
 * in its table. Errors of label_batch_read(); clear with label_batch_clear(), also after a failure. */
MUST_CHECK bool label_choice_read(struct face *face, const struct label_choice *choice,
                                  struct label_batch *batch, GError **error);

/* Warns of a host that nobody has set; ERR_REFUSED where it would go to paper at once. */
MUST_CHECK bool label_choice_host(struct face *face, const char *host, GError **error);

#endif
