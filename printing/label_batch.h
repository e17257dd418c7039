#ifndef PRINTING_LABEL_BATCH_H
#define PRINTING_LABEL_BATCH_H

/* Labels of boxes: gathered from the inventory, compared with what was printed before, and noted when
 * they are printed. */

#include "base/words.h"
#include "inventory/box.h"
#include "inventory/inventory.h"
#include "inventory/print.h"
#include "labels/label.h"
#include "labels/sheet.h"

/* Labels borrow from boxes, chains and texts of the same place. */
struct label_batch {
    GPtrArray *boxes; /* struct box * */
    struct area_chain *chains;
    GPtrArray *texts;    /* char *: of settings */
    GHashTable *printed; /* print_latest() */
    GHashTable *changes; /* int64_t * of a box's id to lines: label_batch_changes() */
    struct label *labels;
    guint n;
    enum words_language language; /* of default rules: Chinese in a district with a Chinese name */
};

/* Which of the boxes, and whether the labels that hang are to be old from now on. */
struct label_batch_ask {
    bool new;           /* never printed */
    bool changed;       /* say something else than when they were printed */
    bool renew;         /* with a nonce of their own */
    box_random *random; /* for nonces */
    void *random_data;
};

/* Gathers the labels of boxes (struct box *, which become the batch's also after a failure).
 * ERR_MISSING where there are none, ERR_REFUSED for a box out of service. Clear with
 * label_batch_clear(), also after a failure. */
MUST_CHECK bool label_batch_read(struct inventory *inventory, GPtrArray *boxes,
                                 const struct label_batch_ask *ask, struct label_batch *batch,
                                 GError **error);
void label_batch_clear(struct label_batch *batch);

/* Whether a host (NULL: none) is still the one of an inventory where nobody has set it. */
bool label_batch_is_unset(const char *host);

/* Which lines of a label changed since it was printed, as label_changes() has them: also
 * a default rule that was printed in another language than the district's. */
unsigned label_batch_changes(const struct label_batch *batch, guint i);

/* Notes that they were printed on stickers of a sheet: and whether their QR codes bear their nonces there. */
MUST_CHECK bool label_batch_note(struct inventory *inventory, const struct label_batch *batch,
                                 const struct sheet *sheet, const struct print_job *job,
                                 GError **error);

#endif
