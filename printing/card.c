#include "printing/card.h"

#include "labels/layout_appeal.h"
#include "labels/layout_card.h"
#include "labels/layout_codes.h"
#include "labels/layout_today.h"

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct card *card = with;

    (void)i;
    return card->draw(card->what, card->width, card->height, measure, layout, error);
}

struct layout_source
card_source(struct card *card, const struct sheet *sheet)
{
    card->width = sheet->width;
    card->height = sheet->height;
    return (struct layout_source){.n = 1, .make = make, .with = card};
}

bool
card_draw_appeal(const void *what, double width, double height, const struct fit_measure *measure,
                 struct layout *layout, GError **error)
{
    return layout_appeal(what, width, height, measure, layout, error);
}

bool
card_draw_codes(const void *what, double width, double height, const struct fit_measure *measure,
                struct layout *layout, GError **error)
{
    (void)what;
    return layout_codes(width, height, measure, layout, error);
}

bool
card_draw_join(const void *what, double width, double height, const struct fit_measure *measure,
               struct layout *layout, GError **error)
{
    return layout_join(what, width, height, measure, layout, error);
}

bool
card_draw_service(const void *what, double width, double height, const struct fit_measure *measure,
                  struct layout *layout, GError **error)
{
    return layout_service(what, width, height, measure, layout, error);
}

bool
card_draw_today(const void *what, double width, double height, const struct fit_measure *measure,
                struct layout *layout, GError **error)
{
    return layout_today(what, width, height, measure, layout, error);
}
