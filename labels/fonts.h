#ifndef LABELS_FONTS_H
#define LABELS_FONTS_H

/*
 * The type of labels: Noto Sans CJK SC, whose hanzi have the shapes that mainland readers know, then
 * DejaVu for letters that it lacks and Hanazono for rare hanzi, then any font that has the character,
 * but none of colours: their light parts would be white where printers know black and white only.
 *
 * A character that none has, or that is never seen, is not left to chance: fonts_list_missing() tells
 * of it, and fonts_frame_missing() puts its number in a frame in its place.
 */

#include "base/err.h"
#include "labels/fit.h"
#include "labels/layout.h"

struct fonts;
struct _PangoLayout;

/* The size in mm in which texts are shaped; who draws them scales. */
#define FONTS_EM 100.0

/* ERR_MISSING, with the Debian package to install, where the font is not there. One thread's. */
MUST_CHECK struct fonts *fonts_open(GError **error);
void fonts_close(struct fonts *fonts);

/* Texts are drawn in whole dots of black and white from now on, so that no stroke is too thin for one:
 * halves of grey would be cut off. */
void fonts_use_dots(struct fonts *fonts);

/* Whether the character is a space or is seen on paper: a font has it, with ink. Never for private
 * ones, which each font draws in its own way, nor for those of unseen.h. */
bool fonts_have(struct fonts *fonts, gunichar character);

/* The measure for layouts; it borrows the fonts. A missing character is as wide as its frame. */
struct fit_measure fonts_measure(struct fonts *fonts);

/* Adds a line (char *, g_free()) to the list for each missing character: what it stands in and where,
 * its number, and what it is where it can't be seen. Joiners and the like are missing only where there
 * is no letter before them. Also of what was cut off a text: whether a name can be printed is no
 * matter of the sheet. */
void fonts_list_missing(struct fonts *fonts, const struct layout *layout, GPtrArray *list);

/* Puts a framed "U+3134A" where the layout has a missing character. */
void fonts_frame_missing(struct fonts *fonts, struct layout *layout);

/* A text in one line, shaped; the fonts' own, and only until the next one. */
struct _PangoLayout *fonts_shape(struct fonts *fonts, const char *text, bool bold);

#endif
