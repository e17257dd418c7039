#ifndef SCANNER_SYMBOLOGY_H
#define SCANNER_SYMBOLOGY_H

/*
 * What carried a code: the kind of barcode, or somebody's fingers. It decides where the same
 * characters could be read in two ways.
 */

#include <stdbool.h>
#include <stddef.h>

enum symbology {
    SYMBOLOGY_TYPED, /* typed, or sent by a hand scanner that does not say */
    SYMBOLOGY_EAN13,
    SYMBOLOGY_EAN8,
    SYMBOLOGY_UPCA,
    SYMBOLOGY_UPCE,
    SYMBOLOGY_CODE128,
    SYMBOLOGY_GS1_128, /* Code 128 with FNC1 first */
    SYMBOLOGY_DATABAR, /* omnidirectional and limited: one GTIN-14 */
    SYMBOLOGY_DATABAR_EXP,
    SYMBOLOGY_QR,
    SYMBOLOGY_GS1_QR, /* with FNC1 in first position */
    SYMBOLOGY_DATAMATRIX,
    SYMBOLOGY_GS1_DATAMATRIX, /* with FNC1 first */
};

/* A proper name such as "EAN-13", the same in every language; static. */
const char *symbology_name(enum symbology symbology);

/* A word of letters, digits and hyphens for programs, such as "EAN-13" and "CODE-128": those of
 * zbarimg(1) where it has one; static. */
const char *symbology_word(enum symbology symbology);

/* Whether the text it carries is a GS1 element string by its own saying. */
bool symbology_is_gs1(enum symbology symbology);

/* Whether it is one of the EAN and UPC family, and one of squares in two dimensions. */
bool symbology_is_retail(enum symbology symbology);
bool symbology_is_square(enum symbology symbology);

/*
 * The symbology that a hand scanner's AIM prefix names ("]C1" is GS1-128; ISO/IEC 15424), and the
 * prefix's length: 3, or 0 and SYMBOLOGY_TYPED where the text begins with none. A prefix of
 * another symbology has length 3 and says SYMBOLOGY_TYPED.
 */
enum symbology symbology_of_prefix(const char *text, size_t length, size_t *used);

#endif
