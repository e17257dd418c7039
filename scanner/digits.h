#ifndef SCANNER_DIGITS_H
#define SCANNER_DIGITS_H

/* Codes that are nothing but digits: what their number and the check digit say they are. */

#include "scanner/code.h"

/*
 * Fills kind, product and pack of a code. False with a finding that says which length or which
 * check digit would be right, at offsets into digits.
 */
bool digits_read(const char *digits, size_t length, enum symbology symbology, struct code *code,
                 GPtrArray *findings);

/* Sets product and kind from a valid GTIN of 8, 12, 13 or 14 digits. */
void digits_set_gtin(const char *digits, size_t length, struct code *code);

#endif
