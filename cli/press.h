#ifndef CLI_PRESS_H
#define CLI_PRESS_H

/*
 * What every command that prints has in common: which sheet and which printer, where on the sheet it
 * begins, what stands around the labels; into a file, to a printer through CUPS, or only looked at
 * before.
 */

#include "cli/face.h"
#include "inventory/printer.h"
#include "labels/layout_sheet.h"
#include "labels/paper.h"

struct press {
    struct face *face;
    struct sheet sheet;      /* as it lies in the printer */
    const char *sheet_name;  /* or how it was described */
    struct printer *printer; /* NULL: none in particular */
    enum draw_format format;
    int dpi;
    double bleed;  /* around the page, mm, which the sheet has with it */
    size_t copies; /* of each label */
    struct layout_sheet dress;
    struct paper_report report; /* once it was printed */
    struct making *made;        /* files */
    bool open, kept;            /* whether they have their names */
    char *replaced;             /* the first file that was there before, */
    size_t replaced_n;          /* of so many */
};

/*
 * Reads the options of PRESS_OPTIONS; standard is the sheet where neither they nor the printer say
 * one, roll that of a label printer (NULL: none; then a label printer's format is ERR_INPUT). ERR_MISSING for an unknown sheet or printer, ERR_INPUT for values that can't be. Close with
 * press_close(), also after a failure.
 */
MUST_CHECK bool press_open(struct face *face, const char *standard, const char *roll,
                           struct press *press, GError **error);

/* Tells of the files that were kept, and which they replaced. A signal that ended the run ends the
 * program here. */
void press_close(struct press *press);

/* Whether it is only to be looked at: nothing is printed, and nothing to be noted. */
bool press_is_preview(const struct press *press);

/* Whether it goes to stdout (-o -). */
bool press_is_stdout(const struct press *press);

/* Whether a command's print goes to a printer at once, from which nothing can be taken back. */
bool press_is_paper(const struct face *face);

/* Prints a source, or shows its first page; title is what the printer's list calls it. Afterwards
 * the report is whole, what is to be noticed of it was said, and what goes to a printer or to stdout is
 * out, to its last byte. ERR_BROKEN where it is not. */
MUST_CHECK bool press_run(struct press *press, const struct layout_source *source,
                          const char *title, GError **error);

/* Files have their names only now, all of them or none: what belongs to them is done before. Where what
 * comes after it fails, press_take_back() has all as it was. */
MUST_CHECK bool press_keep(struct press *press, GError **error);
void press_take_back(struct press *press);

/* Whether there are files to be told of, and what they are called: "labels-1.png to labels-7.png";
 * g_free(). */
bool press_has_names(const struct press *press);
char *press_names(const struct press *press);

/* Two numbers with a comma between them, of an option of this name. ERR_INPUT. */
MUST_CHECK bool press_pair(const char *option, const char *text, double pair[2], GError **error);

/* Rows of the tables of options, but for what is printed. */
#define PRESS_OPTIONS                                                                              \
    {.name = "output",                                                                             \
     .letter = 'o',                                                                                \
     .value = N_("FILE"),                                                                          \
     .meaning = N_("where to write it; - for a pipe")},                                            \
        {.name = "printer",                                                                        \
         .value = N_("NAME"),                                                                      \
         .meaning = N_("for this printer; without -o it prints at once")},                         \
        {.name = "preview",                                                                        \
         .value = N_("FILE.png"),                                                                  \
         .meaning = N_("only shows figures and the first page as a picture")},                     \
        {.name = "sheet",                                                                          \
         .value = N_("SHEET"),                                                                     \
         .meaning = N_("by name, or in mm: “60x40”, “A4 3x8 70x37”")},                             \
        {.name = "format", .value = N_("FORMAT"), .meaning = N_("else as FILE ends, or pdf")},     \
        {.name = "dpi",                                                                            \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("dots an inch (203 for a label printer, else 300)"),                        \
         .low = 72,                                                                                \
         .high = 1200},                                                                            \
        {.name = "first",                                                                          \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("the first sticker that is left on a used sheet (1)"),                      \
         .low = 1,                                                                                 \
         .high = 10000},                                                                           \
        {.name = "copies",                                                                         \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("of each (1)"),                                                             \
         .low = 1,                                                                                 \
         .high = 1000},                                                                            \
        {.name = "offset", .value = "X,Y", .meaning = N_("moves all of it, mm right and down")},   \
        {.name = "scale", .value = "X,Y", .meaning = N_("stretches the distances, in per cent")},  \
        {.name = "allow-missing",                                                                  \
         .kind = VERB_FLAG,                                                                        \
         .meaning = N_("prints a frame with its number where no font has a character")},           \
        {.name = "outline", .kind = VERB_FLAG, .meaning = N_("a line around every sticker")},      \
        {.name = "cropmarks", .kind = VERB_FLAG, .meaning = N_("marks to cut by")},                \
    {                                                                                              \
        .name = "bleed", .kind = VERB_NUMBER, .value = N_("MM"),                                   \
        .meaning = N_("a larger page, to be cut down"), .high = 20                                 \
    }

#endif
