#ifndef LABELS_LAYOUT_LABEL_H
#define LABELS_LAYOUT_LABEL_H

/*
 * The layout of a box label. Left the QR code with the host in words under it, so that a foreign
 * sticker is noticed; right, from the top, what a person looks for: name, community and grid,
 * building and place, the code in large type, the rules, the phone. On a low label the host stands
 * below the phone, and the QR code has all of the height; on one about as high as wide the texts
 * stand below the QR code. Of the arrangements of a sticker (arrangement.h) the first is taken that has
 * room for everything in good type, else for everything, else for most: a larger sticker has never
 * less than a smaller one. Type grows with the label.
 *
 * Hanzi are never smaller than 2.5 mm. A text that is too long gets smaller, then two lines, then
 * it is shortened. Code, phone and host are never shortened, since a part of them is worth nothing;
 * the code is 4.6 mm high, and less only where its letters are too wide for that.
 *
 * The QR code bears the nonce of the print (5 more characters) wherever its modules have 0.5 mm with
 * it, which is read from 24 cm: nothing else tells a label that hangs from the one that it replaces,
 * and leaving it out would gain 4 cm at the most. A label with room for 0.75 mm at level M is read from
 * 36 cm; on a smaller one a higher level is worth more than what is beyond 30 cm, or 28 where that is out of reach (L7651: 132 reads of 156, 99 to 111 at fixed levels).
 */

#include "base/err.h"
#include "labels/label.h"
#include "labels/layout.h"

/*
 * Fills an empty layout with a label on a sticker of this size; a run's line is its enum label_line.
 * The caller clears it, also after a failure. ERR_INPUT where label_check() turns the label down.
 * ERR_REFUSED where the sticker is too small for any label, and with the layout named (layout.h) where code, phone
 * or host of this one can't be had whole.
 */
MUST_CHECK bool layout_label(const struct label *label, double width, double height,
                             const struct fit_measure *measure, struct layout *layout,
                             GError **error);

/* Whether the QR code of a label on a sticker of this size bears the nonce. */
bool layout_label_is_marked(const struct label *label, double width, double height);

/* Many of them, of one size. */
struct layout_labels {
    const struct label *labels;
    double width, height;
};

/* The source that makes them; it borrows all of it. */
struct layout_source layout_label_source(const struct layout_labels *labels, size_t n);

#endif
