#ifndef PRINTING_CARD_H
#define PRINTING_CARD_H

/* One card or page of which a print is made: how it is drawn, what it says, and how large it is. */

#include "labels/layout.h"
#include "labels/sheet.h"

struct card {
    double width, height; /* mm: of the sticker or page that it stands on */
    bool (*draw)(const void *what, double width, double height, const struct fit_measure *measure,
                 struct layout *layout, GError **error);
    const void *what;
};

/* A source of this card alone, which borrows it; its size becomes that of the sheet's stickers. */
struct layout_source card_source(struct card *card, const struct sheet *sheet);

/* What draws: the codes of commands (what is NULL), and the structs of layout_appeal.h, layout_card.h and
 * layout_today.h. */
bool card_draw_appeal(const void *what, double width, double height,
                      const struct fit_measure *measure, struct layout *layout, GError **error);
bool card_draw_codes(const void *what, double width, double height,
                     const struct fit_measure *measure, struct layout *layout, GError **error);
bool card_draw_join(const void *what, double width, double height,
                    const struct fit_measure *measure, struct layout *layout, GError **error);
bool card_draw_service(const void *what, double width, double height,
                       const struct fit_measure *measure, struct layout *layout, GError **error);
bool card_draw_today(const void *what, double width, double height,
                     const struct fit_measure *measure, struct layout *layout, GError **error);

#endif
