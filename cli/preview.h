#ifndef CLI_PREVIEW_H
#define CLI_PREVIEW_H

/* What a print will be, before it is: how many pages, how fine the QR codes are, from where they are
 * read, what had to be shortened, and a picture of the first page. */

#include "cli/face.h"
#include "labels/paper.h"

/* Says how many pages there are, and how fine the QR codes and from where they are read. */
void preview_say(struct face *face, const struct sheet *sheet, size_t stickers,
                 const struct paper_report *report);

/* Of these, the QR codes alone; nothing where there are none. */
void preview_say_symbol(struct face *face, const struct paper_report *report);

/* Looks at a run that is not printed yet, says what there is to say, and writes a picture of the first
 * page of these stickers into the file. The report is as of a print, and the caller's to clear. Errors
 * are those of printing. */
MUST_CHECK bool preview_show(struct face *face, const struct paper_run *run,
                             const struct sheet *sheet, const struct layout_source *stickers,
                             const char *file, struct paper_report *report, GError **error);

#endif
