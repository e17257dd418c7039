#ifndef LABELS_LAYOUT_SHEET_H
#define LABELS_LAYOUT_SHEET_H

/*
 * Layouts on the stickers of a sheet: which sticker is the first, how often each is printed, and the
 * marks around them that help a hand or a guillotine.
 */

#include "base/err.h"
#include "labels/layout.h"
#include "labels/sheet.h"

struct layout_sheet {
    const struct sheet *sheet;
    struct layout_source inner; /* what is printed */
    size_t first;               /* sticker to begin with, from 1: those before it are used up */
    size_t copies;              /* of each, from 1, one beside the other */
    bool outline;               /* a thin line along the edge of every sticker */
    bool cropmarks;             /* at the ends of every row and column of stickers */
};

/* The source of all stickers, empty ones too; it borrows. ERR_INPUT where the sheet has no such first
 * sticker. */
MUST_CHECK bool layout_sheet_source(const struct layout_sheet *dress, struct layout_source *source,
                                    GError **error);

/* Whether crop marks have room between the stickers and any edge of the page. */
bool layout_sheet_has_margins(const struct sheet *sheet);

/* The sheet on a page that is larger by so many mm on every side, for a printer that cuts it off. */
struct sheet layout_sheet_bled(const struct sheet *sheet, double bleed);

/* Page `page` of a source as one layout, to look at before it is printed. The caller clears it, also
 * after a failure. */
MUST_CHECK bool layout_sheet_page(const struct sheet *sheet, const struct layout_source *source,
                                  size_t page, const struct fit_measure *measure,
                                  struct layout *layout, GError **error);

/* Whole pages of a source, one layout each, on paper of the sheet's size; both borrow. */
struct layout_pages {
    const struct sheet *sheet;
    struct layout_source stickers;
};
struct layout_source layout_pages_source(const struct layout_pages *pages);
struct sheet layout_pages_paper(const struct sheet *sheet);

#endif
