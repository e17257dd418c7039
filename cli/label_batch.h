#ifndef CLI_LABEL_BATCH_H
#define CLI_LABEL_BATCH_H

/* Labels of the boxes that a command names: gathered, compared with what was printed before, and noted
 * when they are printed. */

#include "cli/face.h"
#include "inventory/area.h"
#include "inventory/box.h"
#include "labels/label.h"

/* Labels borrow from boxes, chains and texts of the same place. */
struct label_batch {
    GPtrArray *boxes; /* struct box * */
    struct area_chain *chains;
    GPtrArray *texts;    /* char *: of settings */
    GHashTable *printed; /* print_latest() */
    struct label *labels;
    guint n;
};

/* Which boxes, and whether the labels that hang are to be old from now on. */
struct label_batch_ask {
    bool all;     /* of them, where the command does not say which */
    bool new;     /* never printed */
    bool changed; /* say something else than when they were printed */
    bool renew;   /* with a nonce of their own */
};

/* Gathers the labels of the boxes named as arguments, of --area or --all, which the command must have
 * in its table. ERR_MISSING where there are none. Clear with
 * label_batch_clear(), also after a failure. */
MUST_CHECK bool label_batch_read(struct face *face, const struct label_batch_ask *ask,
                                 struct label_batch *batch, GError **error);
void label_batch_clear(struct label_batch *batch);

/* Warns of a host (NULL: none) that is still the one of an inventory where nobody has set it. */
void label_batch_warn(struct face *face, const char *host);

/* Which lines of a label changed since it was printed, g_free(); NULL for none. */
char *label_batch_changes(const struct label_batch *batch, guint i);

/* Notes that they were printed, and why (NULL: not told). */
MUST_CHECK bool label_batch_note(struct face *face, const struct label_batch *batch,
                                 const char *reason, GError **error);

#endif
