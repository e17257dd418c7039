#include "scanner/boxcode.h"

#include <string.h>

#include "base/words.h"
#include "scanner/clean.h"
#include "scanner/finding.h"

const char boxcode_alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Times x in GF(32) with x^5 + x^2 + 1. */
static unsigned
times_x(unsigned value)
{
    value <<= 1;
    return value & 32 ? value ^ 0x25 : value;
}

/* A character's element of the field with the look-alikes read as what was printed, or -1. */
static int
value_of(char c)
{
    const char *found;

    c = g_ascii_toupper(c);
    if (c == 'O')
        c = '0';
    else if (c == 'I' || c == 'L')
        c = '1';
    found = c == '\0' ? NULL : strchr(boxcode_alphabet, c);
    return found == NULL ? -1 : (int)(found - boxcode_alphabet);
}

char
boxcode_normal(char typed)
{
    int value = value_of(typed);

    return value < 0 ? '\0' : boxcode_alphabet[value];
}

/* The sum of the data characters; by Horner's rule from the last, whose weight is the highest. */
static unsigned
sum_of(const char *data, size_t length)
{
    unsigned sum = 0;

    for (size_t i = length; i > 0; i--)
        sum = times_x(sum ^ (unsigned)value_of(data[i - 1]));
    return sum;
}

static bool
has_letter(const char *text)
{
    for (; *text != '\0'; text++)
        if (g_ascii_isalpha(*text))
            return true;
    return false;
}

/* For texts of the alphabet only. */
static bool
is_valid(const char *text)
{
    size_t length = strlen(text);

    return has_letter(text) && boxcode_alphabet[sum_of(text, length - 1)] == text[length - 1];
}

struct boxcode
boxcode_make(uint64_t random, int characters)
{
    struct boxcode code = {""};
    size_t data = (size_t)characters - 1;

    for (size_t i = 0; i < data; i++)
        code.text[i] = boxcode_alphabet[random >> (5 * i) & 31];
    code.text[data] = boxcode_alphabet[sum_of(code.text, data)];
    /* Digits only: make the first of them one of the 22 letters, by bits not used so far. */
    if (!has_letter(code.text)) {
        code.text[0] = boxcode_alphabet[10 + (random >> 40) % 22];
        code.text[data] = boxcode_alphabet[sum_of(code.text, data)];
    }
    return code;
}

struct boxcode_nonce
boxcode_nonce_make(uint32_t random)
{
    struct boxcode_nonce nonce = {""};

    for (int i = 0; i < BOXCODE_NONCE; i++)
        nonce.text[i] = boxcode_alphabet[random >> (5 * i) & 31];
    return nonce;
}

static void
tell_check(const char *text, size_t length, GPtrArray *findings)
{
    char shown[BOXCODE_PRINT_SIZE];
    struct boxcode code = {""};

    memcpy(code.text, text, length);
    if (!has_letter(code.text))
        finding_add(findings, FINDING_CHECK, 0,
                    _("%s is not a box code: a box code has at least one letter"),
                    boxcode_format(code, shown));
    else
        finding_add(findings, FINDING_CHECK, length - 1,
                    _("%s is not a box code: a character was misread, or the last should be %c"),
                    boxcode_format(code, shown), boxcode_alphabet[sum_of(text, length - 1)]);
}

/* Takes the characters without blanks and hyphens; false where one is not of the alphabet. */
static bool
gather(const struct clean *clean, GString *plain, GPtrArray *findings)
{
    for (size_t i = 0; i < clean->length; i++) {
        char c = clean->text[i];
        int value = value_of(c);

        if (c == ' ' || c == '-')
            continue;
        if (c == 'U' || c == 'u') {
            finding_add(findings, FINDING_CHARACTER, clean->at[i],
                        _("box codes have no letter U; look again, it may be a V"));
            return false;
        }
        if (value < 0) {
            finding_add(findings, FINDING_CHARACTER, clean->at[i],
                        _("a box code has only digits and letters, such as K7M-2QX6"));
            return false;
        }
        g_string_append_c(plain, boxcode_alphabet[value]);
    }
    return true;
}

bool
boxcode_read(const char *text, size_t length, struct boxcode *code, GPtrArray *findings)
{
    struct clean clean;
    g_autoptr(GString) plain = g_string_new(NULL);

    *code = (struct boxcode){""};
    if (!clean_read(text, length, &clean, findings) || !gather(&clean, plain, findings))
        return false;
    if (plain->len != BOXCODE_SHORT && plain->len != BOXCODE_LONG) {
        finding_add(findings, FINDING_LENGTH, clean.at[clean.length],
                    _("a box code has 7 or 8 characters; this one has %zu"), plain->len);
        return false;
    }
    if (!is_valid(plain->str)) {
        tell_check(plain->str, plain->len, findings);
        return false;
    }
    memcpy(code->text, plain->str, plain->len);
    return true;
}

bool
boxcode_read_marked(const char *text, size_t length, struct boxcode *code,
                    struct boxcode_nonce *nonce)
{
    struct clean clean;
    g_autoptr(GString) plain = g_string_new(NULL);
    size_t head;

    *code = (struct boxcode){""};
    *nonce = (struct boxcode_nonce){""};
    if (!clean_read(text, length, &clean, NULL) || !gather(&clean, plain, NULL))
        return false;
    head = plain->len > BOXCODE_NONCE ? plain->len - BOXCODE_NONCE : 0;
    if (head != BOXCODE_SHORT && head != BOXCODE_LONG)
        return false;
    memcpy(nonce->text, plain->str + head, BOXCODE_NONCE);
    g_string_truncate(plain, head);
    if (!is_valid(plain->str)) {
        *nonce = (struct boxcode_nonce){""};
        return false;
    }
    memcpy(code->text, plain->str, head);
    return true;
}

bool
boxcode_parse(const char *text, struct boxcode *code, GError **error)
{
    g_autoptr(GPtrArray) findings = findings_new();

    if (boxcode_read(text, strlen(text), code, findings))
        return true;
    return err_set(error, ERR_INPUT, "%s", findings_at(findings, 0)->text);
}

const char *
boxcode_format(struct boxcode code, char text[BOXCODE_PRINT_SIZE])
{
    int length = (int)strlen(code.text), head = length - 4;

    if (length == 0)
        text[0] = '\0';
    else
        g_snprintf(text, BOXCODE_PRINT_SIZE, "%.*s-%s", head, code.text, code.text + head);
    return text;
}
