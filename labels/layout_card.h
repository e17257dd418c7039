#ifndef LABELS_LAYOUT_CARD_H
#define LABELS_LAYOUT_CARD_H

/*
 * Cards to hand out: one that makes a volunteer, and the neighbourhood's service card with whom to
 * call. All texts are UTF-8 and borrowed; NULL and "" mean that there is none.
 */

#include "base/err.h"
#include "labels/layout.h"

struct card_join {
    const char *community;
    const char *address; /* that the QR code opens: ASCII; it is there in words too, to be typed */
    const char *until;   /* the last day it is good for, as people write it */
};

/*
 * Fills an empty layout with a card of this size; the caller clears it, also after a failure.
 * ERR_REFUSED where the card is smaller than 80 × 50 mm. ERR_INPUT where the address is no link.
 */
MUST_CHECK bool layout_join(const struct card_join *join, double width, double height,
                            const struct fit_measure *measure, struct layout *layout,
                            GError **error);

#define CARD_CONTACTS 4

struct card_service {
    const char *community;
    /* Community, pharmacy, grocer and clinic. Those without a phone are left out; few of them stand in
     * large type. */
    struct {
        const char *what; /* "Pharmacy" */
        const char *name, *phone;
    } contacts[CARD_CONTACTS];
};

/*
 * The same for the service card, 80 × 50 mm and more: the larger, the larger its letters. ERR_MISSING
 * where no contact has a phone. ERR_REFUSED where a phone can't be had whole.
 */
MUST_CHECK bool layout_service(const struct card_service *service, double width, double height,
                               const struct fit_measure *measure, struct layout *layout,
                               GError **error);

#endif
