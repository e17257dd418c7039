#ifndef LABELS_PAPER_H
#define LABELS_PAPER_H

/*
 * Layouts into files: sheets of them, in any format of draw.h. A file appears whole under its name
 * or not at all; one that was there before stays until then. A character that no installed font has
 * would be an empty frame on a sticker that hangs for years, so it is an error, unless allowed, and
 * all of them are listed.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "labels/draw.h"
#include "labels/layout.h"
#include "labels/making.h"
#include "labels/sheet.h"

struct paper_run {
    enum draw_format format;
    double dpi;                  /* of the printer, 72 to 1200; 0 for the usual 300 */
    const struct sheet *sheet;   /* of stickers; a page of paper is a sheet of one */
    size_t first;                /* stickers of the first sheet that are used already */
    double bleed;                /* what is to be cut off all around a page, mm */
    struct layout_source source; /* one layout a sticker */
    int copies;                  /* of each page, where it is in a printer's language; 0 is 1 */
    bool allow_missing;          /* prints a framed U+XXXX where no font has a character */
    bool name_all;               /* notes and refusals name every label, not the first few */
    int64_t moment;              /* ms UTC, the date of a PDF */
    const char *language;        /* of the texts; NULL for "zh-CN" */
    /* After each layout; false ends the run there, with ERR_REFUSED. May be NULL. */
    bool (*progress)(void *with, size_t done, size_t n);
    void *with;
};

/* What is printed. Zero before, and cleared by the caller, also after a failure. */
struct paper_report {
    size_t pages;
    int reach_cm;            /* from here a phone reads every symbol of the run; 0 without any */
    int version;             /* of the symbol that has to be read from nearest, */
    enum symbol_level level; /* with its level */
    double module;           /* and the size of its squares, mm */
    GPtrArray *notes; /* of char *: sentences on what was shortened or left out; NULL for none */
};

void paper_report_clear(struct paper_report *report);

/*
 * Writes the run: into one file, or where a format has one page a file, into one a page, numbered as
 * paper_page_path() has them. They get their names by making_keep(); the caller frees them, with
 * making_free(). NULL with ERR_INPUT: nothing to print, dpi out of range. ERR_REFUSED: characters that
 * no font has, a symbol with too much in it for its square, layouts that could not be made (all of them
 * are told, each reason once), a run that was ended. ERR_MISSING: the font, or the folder.
 * ERR_DENIED: a folder that can't be written to. ERR_BROKEN: disk full and the like. And what the
 * source turns down.
 */
MUST_CHECK struct making *paper_write(const char *path, const struct paper_run *run,
                                      struct paper_report *report, GError **error);

/* The same, and kept. */
MUST_CHECK bool paper_print(const char *path, const struct paper_run *run,
                            struct paper_report *report, GError **error);

/* "labels-07.png": a page, from 0, of so many in files of their own; the path itself for one page.
 * g_free(). */
char *paper_page_path(const char *path, size_t page, size_t pages);

/* Everything but the file: whether the run can be printed, and what its report would be. */
MUST_CHECK bool paper_preview(const struct paper_run *run, struct paper_report *report,
                              GError **error);

#endif
