#ifndef SCANNER_CODE_H
#define SCANNER_CODE_H

/*
 * What a code says: one grammar for everything on a pack, a box or a command card.
 *
 *   retail code        EAN-13, EAN-8, UPC-A, UPC-E     GS1 General Specifications 2.1, 7.9
 *   own label          EAN-13 20 to 29, 02, 04, EAN-8 0 and 2: numbers a place gives itself (2.1.11)
 *   GTIN-14            14 digits, indicator 1 to 9: an outer pack
 *   traceability code  20 digits: 7 of drug and pack level, 13 of the very pack
 *   national drug code 86 9, 5 + 5 digits and the EAN check digit
 *   approval number    国药准字, a letter of HZSBTFJ, perhaps C or J, 8 digits
 *   GS1 element string, GS1 Digital Link    see gs1.h
 *   box code, label address, /B/CODE, each perhaps with the nonce of a print    see boxcode.h
 *   command code                            see command.h
 *
 * A code is either read whole and right, or it is CODE_UNKNOWN with findings that say why.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include "base/day.h"
#include "scanner/boxcode.h"
#include "scanner/command.h"
#include "scanner/finding.h"
#include "scanner/symbology.h"

enum code_kind {
    CODE_UNKNOWN,
    CODE_RETAIL,    /* also a GTIN-14 that begins with 0 */
    CODE_OWN_LABEL, /* means something in one place only */
    CODE_GTIN14,
    CODE_TRACE,
    CODE_NATIONAL,
    CODE_APPROVAL,
    CODE_GS1,
    CODE_LINK, /* GS1 Digital Link */
    CODE_BOX,
    CODE_COMMAND,
};

#define CODE_KINDS (CODE_COMMAND + 1)
#define CODE_PRODUCT_SIZE 128
#define CODE_HOST_SIZE 256
#define CODE_PACK_SIZE 36  /* GTIN-14, slash, 20 characters, end */
#define CODE_VALUE_SIZE 21 /* lot and serial: GS1 allows 20 characters */

struct code {
    enum code_kind kind;
    enum symbology symbology; /* what carried it, as far as known */
    /*
     * The normal form by which a drug is looked up: GTIN as 14 digits (retail, own label, GTIN-14,
     * GS1, link), the first 7 digits of a traceability code, 14 digits of a national code, letters
     * and digits of an approval number. The text itself, cut to fit, where unknown. Empty for boxes,
     * commands, and GS1 strings that name no product.
     */
    char product[CODE_PRODUCT_SIZE];
    /* This very pack: the 20 digits, or GTIN-14 and serial as "06901234567892/A1"; else "". */
    char pack[CODE_PACK_SIZE];
    struct day expiry;     /* AI 17, else 7003, else 15 (best before) */
    struct day production; /* AI 11 */
    char lot[CODE_VALUE_SIZE];
    char serial[CODE_VALUE_SIZE];
    int32_t count; /* AI 30 or 37: pieces inside; 0 where not said or beyond LIMIT_UNITS */
    bool
        contained; /* the product is what a carton or pallet holds, so many of them: AI 02 and 37 */
    struct boxcode box;
    bool label; /* the box was named by the address of a label, not by a bare code */
    struct boxcode_nonce
        nonce; /* of the label's print, where its address bears one, or who typed it */
    char host[CODE_HOST_SIZE]; /* of a label's address, in upper case; "" for the code alone */
    struct command command;
};

/*
 * Reads one code. The text may be anything: it is normalised first (full width, byte order mark,
 * zero-width characters and blanks around it, punctuation of Chinese input methods, the AIM prefix
 * of a hand scanner, which then says the symbology). Where a text could be two things the
 * symbology decides: 14 digits that begin with 869 are a national code unless a GS1 symbol
 * carries them, 20 digits a traceability code likewise.
 *
 * True where the kind is known; findings then are remarks, such as another possible reading.
 * False gives CODE_UNKNOWN and at least one finding. findings may be NULL.
 */
bool code_parse(const char *text, size_t length, enum symbology symbology, struct code *code,
                GPtrArray *findings);

/* The part of a traceability code that names the product, its first 7 digits, of which the first is 8, as lists of taught and
 * waiting codes show it; false for anything else. */
bool code_parse_trace_product(const char *text, struct code *code);

/*
 * The code in its normal form, which code_parse() reads back as the same code (the symbology, a
 * label's host and the way from link to element string aside: a link is written as one); the caller frees it.
 */
char *code_format(const struct code *code);

/* What a person calls it, through words() at the place of use: N_("retail code"); static. */
const char *code_kind_name(enum code_kind kind);

/* A stable word for machines and the database, such as "retail"; static. */
const char *code_kind_word(enum code_kind kind);

#endif
