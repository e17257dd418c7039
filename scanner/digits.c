#include "scanner/digits.h"

#include <string.h>

#include "base/words.h"
#include "scanner/gs1.h"

#define GTIN 14
#define TRACE 20
#define TRACE_PRODUCT 7
#define NATIONAL "869"

static bool
is_checked(const char *digits, size_t length)
{
    return gs1_check_digit(digits, length - 1) == digits[length - 1];
}

/* Prefixes 02, 04, 20 to 29 and, of GTIN-8, 0 and 2 are for use inside one place (2.1.11). */
static bool
is_own_label(const char gtin[GTIN])
{
    if (strncmp(gtin, "000000", 6) == 0)
        return gtin[6] == '0' || gtin[6] == '2';
    return gtin[1] == '2' || (gtin[1] == '0' && (gtin[2] == '2' || gtin[2] == '4'));
}

void
digits_set_gtin(const char *digits, size_t length, struct code *code)
{
    memset(code->product, '0', GTIN);
    memcpy(code->product + GTIN - length, digits, length);
    code->product[GTIN] = '\0';
    if (code->product[0] != '0')
        code->kind = CODE_GTIN14;
    else
        code->kind = is_own_label(code->product) ? CODE_OWN_LABEL : CODE_RETAIL;
}

static bool
tell_check(const char *digits, size_t length, const char *name, GPtrArray *findings)
{
    finding_add(findings, FINDING_CHECK, length - 1,
                _("as %s the check digit of %.*s should be %c; scan it again"), name, (int)length,
                digits, gs1_check_digit(digits, length - 1));
    return false;
}

static bool
tell_zeros(GPtrArray *findings)
{
    finding_add(findings, FINDING_UNKNOWN, 0, _("zeros alone are no code"));
    return false;
}

/* Carriers in which makers print numbers of their own as often as those of products. */
static bool
bears_anything(enum symbology symbology)
{
    return symbology == SYMBOLOGY_CODE128 || symbology == SYMBOLOGY_QR ||
           symbology == SYMBOLOGY_DATAMATRIX;
}

static bool
read_gtin(const char *digits, size_t length, const char *name, enum symbology symbology,
          struct code *code, GPtrArray *findings)
{
    if (!is_checked(digits, length))
        return tell_check(digits, length, name, findings);
    digits_set_gtin(digits, length, code);
    if (bears_anything(symbology))
        finding_add(findings, FINDING_AMBIGUOUS, 0,
                    _("%.*s in a %s code was read as %s, whose check digit it has; it could be the "
                      "maker's own number too"),
                    (int)length, digits, symbology_name(symbology), name);
    return true;
}

/* The UPC-A that number system and six digits of a UPC-E stand for; false for nothing but zeros. */
static bool
expand(const char upce[7], char upca[12])
{
    static const struct {
        int head, tail; /* digits of the six that stand before and behind the zeros */
    } shapes[] = {{2, 3}, {2, 3}, {2, 3}, {3, 2}, {4, 1}, {5, 1}, {5, 1}, {5, 1}, {5, 1}, {5, 1}};
    const char *six = upce + 1;
    int last = six[5] - '0', head = shapes[last].head, tail = shapes[last].tail;

    memset(upca, '0', 11);
    upca[0] = upce[0];
    memcpy(upca + 1, six, (size_t)head);
    if (last <= 2)
        upca[3] = six[5];
    memcpy(upca + 11 - tail, six + (last >= 5 ? 5 : head), (size_t)tail);
    upca[11] = gs1_check_digit(upca, 11);
    return memcmp(upca, "00000000000", 11) != 0;
}

/* UPC-E with its check digit; number system 0 or 1. */
static bool
is_upce(const char *digits, char upca[12])
{
    return digits[0] <= '1' && expand(digits, upca) && upca[11] == digits[7];
}

static bool
read_eight(const char *digits, enum symbology symbology, struct code *code, GPtrArray *findings)
{
    char upca[12];
    bool upce = is_upce(digits, upca), ean8 = is_checked(digits, 8);

    if (upce && (symbology == SYMBOLOGY_UPCE || (symbology != SYMBOLOGY_EAN8 && !ean8))) {
        digits_set_gtin(upca, 12, code);
        return true;
    }
    if (symbology == SYMBOLOGY_UPCE && digits[0] <= '1') {
        if (!expand(digits, upca))
            return tell_zeros(findings);
        finding_add(findings, FINDING_CHECK, 7,
                    _("as UPC-E the check digit of %.8s should be %c; scan it again"), digits,
                    upca[11]);
        return false;
    }
    if (upce && symbology != SYMBOLOGY_EAN8)
        finding_add(findings, FINDING_AMBIGUOUS, 0,
                    _("%.8s was read as EAN-8; as UPC-E it would be %.12s"), digits, upca);
    return read_gtin(digits, 8, "EAN-8", symbology, code, findings);
}

/* Six digits are UPC-E as some decoders give it: number system 0, checked by them. */
static bool
read_six(const char *digits, struct code *code, GPtrArray *findings)
{
    char upce[7] = "0", upca[12];

    memcpy(upce + 1, digits, 6);
    if (!expand(upce, upca))
        return tell_zeros(findings);
    digits_set_gtin(upca, 12, code);
    return true;
}

/* Of 869 both may be right, as indicator 8 and a Chinese prefix: 14 digits, and one check digit. */
static bool
read_fourteen(const char *digits, enum symbology symbology, struct code *code, GPtrArray *findings)
{
    bool national = strncmp(digits, NATIONAL, strlen(NATIONAL)) == 0;

    if (!is_checked(digits, GTIN)) {
        if (!national)
            finding_add(
                findings, FINDING_LENGTH, 13,
                _("14 digits: a retail code has 13 of them; if this is the code of an outer "
                  "pack, its last digit should be %c"),
                gs1_check_digit(digits, GTIN - 1));
        return national ? tell_check(digits, GTIN, _("a national drug code"), findings) : false;
    }
    if (!national)
        return read_gtin(digits, GTIN, "GTIN-14", symbology, code, findings);
    digits_set_gtin(digits, GTIN, code);
    code->kind = CODE_NATIONAL;
    finding_add(findings, FINDING_AMBIGUOUS, 0,
                _("%.14s was read as a national drug code; it could be the code of an outer pack "
                  "(GTIN-14) too"),
                digits);
    return true;
}

static bool
read_trace(const char *digits, struct code *code, GPtrArray *findings)
{
    struct gs1 gs1;

    code->kind = CODE_TRACE;
    memcpy(code->product, digits, TRACE_PRODUCT);
    memcpy(code->pack, digits, TRACE);
    if (gs1_read(digits, TRACE, &gs1, NULL))
        finding_add(findings, FINDING_AMBIGUOUS, 0,
                    _("%.20s was read as a traceability code; it could be a GS1 code for (%s) too"),
                    digits, gs1.elements[0].ai);
    return true;
}

bool
code_parse_trace_product(const char *text, struct code *code)
{
    *code = (struct code){.kind = CODE_TRACE, .symbology = SYMBOLOGY_TYPED};
    if (text[0] != '8' || strlen(text) != TRACE_PRODUCT ||
        strspn(text, "0123456789") != TRACE_PRODUCT)
        return false;
    memcpy(code->product, text, TRACE_PRODUCT);
    return true;
}

/* Says which length was perhaps meant. */
static bool
tell_length(const char *digits, size_t length, GPtrArray *findings)
{
    if (length == TRACE - 1 || length == TRACE + 1)
        finding_add(findings, FINDING_LENGTH, length,
                    _("a traceability code has 20 digits, this one has %zu"), length);
    else if (length == 15 && strncmp(digits, NATIONAL, strlen(NATIONAL)) == 0)
        finding_add(findings, FINDING_LENGTH, length,
                    _("a national drug code has 14 digits, this one has %zu"), length);
    else if (length == 7 || length == 9)
        finding_add(findings, FINDING_LENGTH, length,
                    _("a short retail code has 8 digits, this one has %zu"), length);
    else if (length >= 10 && length <= 15)
        finding_add(findings, FINDING_LENGTH, length,
                    _("a retail code has 13 digits, this one has %zu"), length);
    else
        finding_add(findings, FINDING_LENGTH, length,
                    _("no code on a medicine pack is a number of this length (%zu)"), length);
    return false;
}

static bool
read_twelve(const char *digits, enum symbology symbology, struct code *code, GPtrArray *findings)
{
    if (is_checked(digits, 12) || symbology == SYMBOLOGY_UPCA)
        return read_gtin(digits, 12, "UPC-A", symbology, code, findings);
    finding_add(
        findings, FINDING_LENGTH, 12,
        _("12 digits: a retail code has 13 of them; if this is a UPC-A code, its last digit "
          "should be %c"),
        gs1_check_digit(digits, 11));
    return false;
}

bool
digits_read(const char *digits, size_t length, enum symbology symbology, struct code *code,
            GPtrArray *findings)
{
    if (strspn(digits, "0") >= length)
        return tell_zeros(findings);
    if (length == 6 && symbology == SYMBOLOGY_UPCE)
        return read_six(digits, code, findings);
    switch (length) {
    case 8: return read_eight(digits, symbology, code, findings);
    case 12: return read_twelve(digits, symbology, code, findings);
    case 13: return read_gtin(digits, 13, "EAN-13", symbology, code, findings);
    case GTIN: return read_fourteen(digits, symbology, code, findings);
    case TRACE: return read_trace(digits, code, findings);
    default: return tell_length(digits, length, findings);
    }
}
