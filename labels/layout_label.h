#ifndef LABELS_LAYOUT_LABEL_H
#define LABELS_LAYOUT_LABEL_H

/*
 * The layout of a box label. Left the QR code with the host in words under it, so that a foreign
 * sticker is noticed; right, from the top, what a person looks for: name, community and grid,
 * building and place, the code in large type, the rules, the phone. On a low label the host stands
 * below the phone, and the QR code has all of the height; on one about as high as wide the texts
 * stand below the QR code. Type grows with the label.
 *
 * Hanzi are never smaller than 2.5 mm. A text that is too long gets smaller, then two lines, then
 * it is shortened. Code, phone and host are never shortened, since a part of them is worth nothing;
 * the code is 4.6 mm high, and less only where its letters are too wide for that.
 *
 * The QR code bears the nonce of the print (5 more characters) where it can still be read from the
 * usual 36 cm with it: on every label with room for a square of 28 mm, as on L7160, and on smaller
 * ones where host and all stay within 25 characters behind "https://".
 */

#include "base/err.h"
#include "labels/label.h"
#include "labels/layout.h"

#define LAYOUT_LABEL_MARGIN 2.0 /* mm along the edge kept free of ink: printers feed that badly */

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
