#ifndef SCANNER_BOXCODE_H
#define SCANNER_BOXCODE_H

/*
 * Box codes: six or seven random characters of Crockford's alphabet (0-9 and A-Z without I L O U)
 * and a check character, printed XXX-XXXX or XXXX-XXXX. A code says nothing about its box.
 *
 * The check is a weighted sum over GF(32) with the polynomial x^5+x^2+1: with each character read
 * as an element of the field and a = x, the sum of d[i] * a^(i+1) over the data characters plus
 * the check character is 0. All weights differ, so every wrong character, every swap of two
 * characters and every doubled pair is found.
 *
 * A box code has at least one letter, so that it is never mistaken for a retail code.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define BOXCODE_SHORT 7 /* characters with the check: for one city */
#define BOXCODE_LONG 8  /* for a province or a country */
#define BOXCODE_PRINT_SIZE 10
#define BOXCODE_NEIGHBOURS 24 /* 8 wrong, 7 swapped, 8 too many; or 7, 6 and 8 missing */
#define BOXCODE_NONCE 4       /* characters of a print nonce */

/* The normal form: 7 or 8 upper-case characters without a hyphen; zero is no code. */
struct boxcode {
    char text[BOXCODE_LONG + 1];
};

/* A print nonce, which tells a label from its reprint: 4 characters of the same alphabet, or "". */
struct boxcode_nonce {
    char text[BOXCODE_NONCE + 1];
};

/* The characters of a code in the order of their values; and which of them a typed one means ("o" is 0,
 * "l" is 1), 0 for none. */
extern const char boxcode_alphabet[];
char boxcode_normal(char typed);

/* The code of 64 random bits from the caller, BOXCODE_SHORT or BOXCODE_LONG characters long. */
struct boxcode boxcode_make(uint64_t random, int characters);
struct boxcode_nonce boxcode_nonce_make(uint32_t random);

/*
 * Reads what a person types: any case, full-width letters, spaces and hyphens anywhere, O for 0, I
 * and L for 1. ERR_INPUT otherwise; boxcode_neighbours() then has what was perhaps meant.
 */
MUST_CHECK bool boxcode_parse(const char *text, struct boxcode *code, GError **error);

/* The same for a text of a given length, telling why not by a finding (finding.h, may be NULL). */
bool boxcode_read(const char *text, size_t length, struct boxcode *code, GPtrArray *findings);

/* A code with the nonce of its print behind it, as typed from an address: 11 or 12 such characters. False
 * for anything else, also where the code's check fails. */
bool boxcode_read_marked(const char *text, size_t length, struct boxcode *code,
                         struct boxcode_nonce *nonce);

/* XXX-XXXX or XXXX-XXXX into text, which is returned; "" for no code. */
const char *boxcode_format(struct boxcode code, char text[BOXCODE_PRINT_SIZE]);

/*
 * The valid codes that one slip of the pen makes the text of: one character wrong (also one that no code
 * has, such as U or a hanzi), missing or too many, or two neighbours swapped. How many; 0 of them for a
 * text that is not so near to any. Which of them are boxes is for the caller to look up.
 */
size_t boxcode_neighbours(const char *text, struct boxcode list[BOXCODE_NEIGHBOURS]);

/*
 * The address in a label's QR code: "https://HOST/B/CODE", or with "-NONCE" behind where a nonce
 * is given. Scheme in lower case, the rest in upper case: phones open it, and the QR code stays
 * small (ISO/IEC 18004, 7.3.4: alphanumeric mode). The caller frees it.
 */
char *boxcode_url(const char *host, struct boxcode code, struct boxcode_nonce nonce);

/*
 * The opposite, for any host, http too, or the path alone ("/B/CODE"), in any case, with or without
 * hyphens, nonce, closing slash, query and fragment. False where it is not the address of a label at all or its code is
 * wrong; the latter adds a finding.
 */
bool boxcode_of_url(const char *text, size_t length, struct boxcode *code,
                    struct boxcode_nonce *nonce, GPtrArray *findings);

/* The host in such an address and, if it has one, its port: where it begins; 0 bytes where there is
 * none. */
const char *boxcode_host_of_url(const char *text, size_t length, size_t *bytes);

#endif
