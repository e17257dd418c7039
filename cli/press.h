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
    struct printer *printer; /* NULL: none in particular */
    enum draw_format format;
    int dpi;
    size_t copies; /* of each label */
    struct layout_sheet dress;
    struct paper_report report; /* once it was printed */
    struct making *made;        /* files that are not kept yet, */
    GBytes *bytes;              /* or what goes to stdout */
};

/*
 * Reads the options of PRESS_OPTIONS; standard is the sheet where neither they nor the printer say
 * one. ERR_MISSING for an unknown sheet or printer, ERR_INPUT for values that can't be. Close with
 * press_close(), also after a failure.
 */
MUST_CHECK bool press_open(struct face *face, const char *standard, struct press *press,
                           GError **error);
void press_close(struct press *press);

/* Whether it is only to be looked at: nothing is printed, and nothing to be noted. */
bool press_is_preview(const struct press *press);

/* Prints a source, or shows its first page; title is what the printer's list calls it. Afterwards
 * the report is whole, and what is to be noticed of it was said. A file has its name only after
 * press_keep(): what belongs to it is done between them. */
MUST_CHECK bool press_run(struct press *press, const struct layout_source *source,
                          const char *title, GError **error);

MUST_CHECK bool press_keep(struct press *press, GError **error);

/* Whether there are files to be told of, and what they are called: "labels-1.png to labels-7.png";
 * g_free(). */
bool press_has_names(const struct press *press);
char *press_names(const struct press *press);

/* Two numbers with a comma between them, of an option of this name. ERR_INPUT. */
MUST_CHECK bool press_pair(const char *option, const char *text, double pair[2], GError **error);

/* Rows of the tables of options, but for what is printed. */
#define PRESS_OPTIONS                                                                              \
    {.name = "output", .letter = 'o', .value = N_("FILE"), .meaning = N_("where to write it")},    \
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
