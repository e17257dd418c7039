#ifndef LABELS_PDF_FONT_H
#define LABELS_PDF_FONT_H

/*
 * Fonts in a PDF (ISO 32000-1, 9.7): of each only the glyphs that were used, cut out by HarfBuzz,
 * with the text that each stands for, so that it can be searched and copied. Fonts without outlines
 * of a kind that PDF has, as those of emoji, give pictures instead, which pages draw as images.
 */

#include "labels/pdf_file.h"

struct pdf_font;
struct pdf_fonts;
struct _PangoFont;
struct _PangoItem;
struct _PangoGlyphString;

struct pdf_fonts *pdf_fonts_new(void);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* The font in the file for one of Pango's; the fonts' own. */
struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, struct pdf_file *file,
                             struct _PangoFont *font);

int pdf_font_number(const struct pdf_font *font); /* from 0; its name in pages is /F and this */
bool pdf_font_has_outlines(const struct pdf_font *font);

/* Notes the glyphs of an item as used, and which part of its text each stands for. */
void pdf_font_use(struct pdf_font *font, const char *text, const struct _PangoItem *item,
                  const struct _PangoGlyphString *glyphs);

/* How far a glyph moves the pen in the file, in thousandths of an em. */
double pdf_font_advance(struct pdf_font *font, unsigned glyph);

/* A glyph as an image, its name in pages being /I and this number; 0 where it has no ink. */
int pdf_font_picture(struct pdf_font *font, struct pdf_file *file, unsigned glyph);

/* Writes all fonts; gives the entries of a page's resources. Freed with g_free(). */
char *pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_file *file);

#endif
