#ifndef WEB_PRINTOUT_H
#define WEB_PRINTOUT_H

/*
 * Prints as answers: a file of all pages, or before that one page as a picture, as it will lie in the
 * printer, and what there is to say of all of them. For a ROUTE_PAPER alone.
 */

#include "base/limits.h"
#include "base/words.h"
#include "inventory/box.h"
#include "labels/layout_sheet.h"
#include "labels/paper.h"
#include "web/request.h"

/* The fields that these read; printout_reply_or_show() whether it is a preview too. */
#define PRINTOUT_FIELDS                                                                            \
    {.name = "sheet", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME},                          \
        {.name = "page", .kind = FIELDS_NUMBER, .low = 1, .high = 100000},                         \
    {                                                                                              \
        .name = "allow_missing", .kind = FIELDS_FLAG                                               \
    }
#define PRINTOUT_PREVIEW                                                                           \
    {                                                                                              \
        .name = "preview", .kind = FIELDS_FLAG                                                     \
    }

/* Those of printout_boxes(). */
#define PRINTOUT_BOXES 5000
#define PRINTOUT_WHICH                                                                             \
    {.name = "boxes", .kind = FIELDS_LIST, .low = 1, .high = PRINTOUT_BOXES},                      \
    {                                                                                              \
        .name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX                         \
    }

/* The boxes that are named; else those of the area, which is one's own where none is said. struct box *,
 * to be freed also after a failure (NULL: none yet). ERR_DENIED for one out of reach. */
MUST_CHECK bool printout_boxes(struct request *request, GPtrArray **boxes, GError **error);

/* What is printed. */
struct printout {
    const struct sheet *sheet;
    struct layout_source inner;  /* what is printed, once each */
    struct layout_source source; /* stickers */
    const char *host;            /* that its QR codes lead to; NULL: to none */
    const char *file;            /* its name, without the end: "medbox-labels" */
    enum draw_format format;     /* PDF, unless it is said; one of a page takes one page */
    double dpi;                  /* of the printer; 0 for the usual 300 */
    double bleed;                /* around a page, mm, which the sheet has with it */
    int copies;                  /* of each page, of a label printer's language; 0 is 1 */
    /* Before it is handed out, in the writer; of what is only looked at nothing is noted. */
    bool (*note)(struct request *request, void *data, GError **error);
    void *data;
};

/* The language of a print, which need not be that of who asks: from here on it is the thread's. Returns
 * the one before, for words_use(). */
extern const char *const printout_languages[];
#define PRINTOUT_LANGUAGE                                                                          \
    {                                                                                              \
        .name = "lang", .kind = FIELDS_WORD, .words = printout_languages                           \
    }
enum words_language printout_speak(const struct request *request);

/* The sheet that “sheet” says by name, also one that the district keeps, or in mm; otherwise the standard
 * one. Its name is borrowed from there. */
MUST_CHECK bool printout_sheet(const struct request *request, const char *standard,
                               struct sheet *sheet, GError **error);

/* A run of a sheet for a PDF at the usual dpi, as the request wants it. */
struct paper_run printout_run(const struct request *request, const struct sheet *sheet,
                              const struct layout_source *source);

/* What is printed, in memory. */
MUST_CHECK bool printout_bytes(const struct paper_run *run, GBytes **bytes, GError **error);

/* What it would be: {pages, notes, host_unset, picture}; notes are sentences on what is shortened or left out
 * of any page, picture is “page” (else the first; ERR_INPUT for one that there is not), a PNG as a data:
 * address. Clear the report also after a failure. */
MUST_CHECK bool printout_show(struct request *request, const struct printout *job,
                              struct paper_report *report, struct json_t **shown, GError **error);

/* Answers with the file. ERR_REFUSED for many pages in a format that has one a file. */
MUST_CHECK bool printout_reply(struct request *request, const struct printout *job, GError **error);

/* The same; but where “preview” is set with what printout_show() gives. */
MUST_CHECK bool printout_reply_or_show(struct request *request, const struct printout *job,
                                       GError **error);

#endif
