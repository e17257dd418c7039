#ifndef LABELS_PAPER_H
#define LABELS_PAPER_H

/*
 * Layouts into files: a run of sheets as one PDF at true size, or one layout as a picture. A file
 * appears whole under its name or not at all; one that was there before stays until then. A
 * character that no installed font has would be an empty frame on a sticker that hangs for years,
 * so it is an error, and all of them are listed.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "labels/layout.h"
#include "labels/sheet.h"

struct paper_run {
    const struct sheet *sheet;
    struct layout_source source;                         /* one layout a sticker */
    int64_t moment;                                      /* ms UTC, the date of the PDF */
    void (*progress)(void *with, size_t done, size_t n); /* after each layout; may be NULL */
    void *with;
};

/* What was printed. Zero before, and cleared by the caller, also after a failure. */
struct paper_report {
    size_t pages;
    int reach_cm;     /* from here a phone reads every symbol of the run; 0 without symbols */
    GPtrArray *notes; /* of char *: sentences on lines that were shortened, and on short reach */
};

void paper_report_clear(struct paper_report *report);

/*
 * Writes the run. ERR_INPUT: nothing to print. ERR_REFUSED: characters that no font has, a symbol
 * with too much in it for its square. ERR_MISSING: the font, or the folder. ERR_DENIED: a folder
 * that can't be written to. ERR_BROKEN: disk full and the like. What the source turns down.
 */
MUST_CHECK bool paper_pdf(const char *path, const struct paper_run *run,
                          struct paper_report *report, GError **error);

/* The first layout of a source as PNG, 72 to 1200 dpi (else ERR_INPUT); errors as above. */
MUST_CHECK bool paper_png(const char *path, const struct layout_source *source, double dpi,
                          struct paper_report *report, GError **error);

#endif
