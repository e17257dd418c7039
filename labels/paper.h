#ifndef LABELS_PAPER_H
#define LABELS_PAPER_H

/*
 * Labels into files: a run of sheets as one PDF at true size, or one label as a picture. A file
 * appears whole under its name or not at all; one that was there before stays until then. Every
 * label is looked at before the first is printed: a character that no installed font has would be
 * an empty frame on a sticker that hangs for years, so it is an error, and all of them are listed.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "labels/label.h"
#include "labels/sheet.h"

struct paper_run {
    const struct sheet *sheet;
    const struct label *labels;
    size_t n;
    int64_t moment;                                      /* ms UTC, the date of the PDF */
    void (*progress)(void *with, size_t done, size_t n); /* after each label; may be NULL */
    void *with;
};

/* What was printed. Zero before, and cleared by the caller, also after a failure. */
struct paper_report {
    size_t pages;
    int reach_cm;     /* from here a phone reads every label of the run */
    GPtrArray *notes; /* of char *: sentences on lines that were shortened, and on short reach */
};

void paper_report_clear(struct paper_report *report);

/*
 * Writes the run. ERR_INPUT: no labels, or one that label_check() turns down. ERR_REFUSED:
 * characters that no font has, a host or a phone too long for the sticker. ERR_MISSING: the font,
 * or the folder. ERR_DENIED: a folder that can't be written to. ERR_BROKEN: disk full and the like.
 */
MUST_CHECK bool paper_pdf(const char *path, const struct paper_run *run,
                          struct paper_report *report, GError **error);

/* One label of a sticker of the sheet as PNG, 72 to 1200 dpi (else ERR_INPUT); errors as above. */
MUST_CHECK bool paper_png(const char *path, const struct sheet *sheet, const struct label *label,
                          double dpi, struct paper_report *report, GError **error);

#endif
