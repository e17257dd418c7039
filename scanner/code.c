#include "scanner/code.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/clean.h"
#include "scanner/digits.h"
#include "scanner/gs1.h"

#define APPROVAL_WORDS "国药准字"
#define APPROVAL_DIGITS 8

/* The text in hand, normalised and without an AIM prefix. */
struct input {
    const char *text;
    size_t length;
    struct code *code;
    GPtrArray *findings;
};

static const struct {
    const char *word, *name;
} kinds[CODE_KINDS] = {
    [CODE_UNKNOWN] = {"unknown", N_("unknown code")},
    [CODE_RETAIL] = {"retail", N_("retail code")},
    [CODE_OWN_LABEL] = {"own-label", N_("own-label code")},
    [CODE_GTIN14] = {"gtin14", N_("outer-pack code (GTIN-14)")},
    [CODE_TRACE] = {"trace", N_("drug traceability code")},
    [CODE_NATIONAL] = {"national", N_("national drug code")},
    [CODE_APPROVAL] = {"approval", N_("approval number")},
    [CODE_GS1] = {"gs1", N_("GS1 code")},
    [CODE_LINK] = {"link", N_("GS1 web address")},
    [CODE_BOX] = {"box", N_("box code")},
    [CODE_COMMAND] = {"command", N_("command code")},
};

const char *
code_kind_name(enum code_kind kind)
{
    return kinds[kind].name;
}

const char *
code_kind_word(enum code_kind kind)
{
    return kinds[kind].word;
}

static bool
starts_with(const struct input *in, const char *word)
{
    size_t length = strlen(word);

    return in->length >= length && g_ascii_strncasecmp(in->text, word, length) == 0;
}

static size_t
digits_at(const struct input *in, size_t at)
{
    size_t from = at;

    while (at < in->length && g_ascii_isdigit(in->text[at]))
        at++;
    return at - from;
}

/* What a carton holds and how many of it are told together (General Specifications, 4.14.2). */
static bool
check_content(const struct gs1 *gs1, GPtrArray *findings)
{
    const char *const both[] = {"02", "37"};

    for (size_t i = 0; i < G_N_ELEMENTS(both); i++)
        if (gs1_find(gs1, both[i]) != NULL && gs1_find(gs1, both[1 - i]) == NULL) {
            finding_add(findings, FINDING_AI, 0,
                        _("(%s) without (%s): of what a carton holds, product and number are told "
                          "together; scan the code on the pack"),
                        both[i], both[1 - i]);
            return false;
        }
    return true;
}

static int32_t
count_of(const struct gs1 *gs1)
{
    const char *value = gs1_find(gs1, "30");
    guint64 count;

    if (value == NULL)
        value = gs1_find(gs1, "37");
    count = value == NULL ? 0 : g_ascii_strtoull(value, NULL, 10);
    return count > (guint64)LIMIT_UNITS ? 0 : (int32_t)count;
}

static void
copy_value(const struct gs1 *gs1, const char *ai, char *to, size_t size)
{
    const char *value = gs1_find(gs1, ai);

    if (value != NULL)
        g_strlcpy(to, value, size);
}

/* The GTIN of the pack in hand, else of what the logistic unit contains, else of the piece. */
static void
set_product(const struct gs1 *gs1, struct code *code)
{
    static const char *const ais[] = {"8006", "02", "01"};

    for (size_t i = 0; i < G_N_ELEMENTS(ais); i++)
        copy_value(gs1, ais[i], code->product, 15);
}

static void
set_days(const struct gs1 *gs1, struct code *code)
{
    static const char *const ais[] = {"17", "7003", "15"};

    for (size_t i = 0; i < G_N_ELEMENTS(ais) && code->expiry.n == DAY_NONE.n; i++)
        code->expiry = gs1_day(gs1, ais[i]);
    code->production = gs1_day(gs1, "11");
}

/* False with a finding where the elements say nothing that we keep. */
static bool
fill(const struct gs1 *gs1, enum code_kind kind, struct code *code, GPtrArray *findings)
{
    if (!check_content(gs1, findings))
        return false;
    set_product(gs1, code);
    code->contained = gs1_find(gs1, "02") != NULL && gs1_find(gs1, "01") == NULL;
    set_days(gs1, code);
    copy_value(gs1, "10", code->lot, sizeof(code->lot));
    copy_value(gs1, "21", code->serial, sizeof(code->serial));
    code->count = count_of(gs1);
    if (code->product[0] != '\0' && code->serial[0] != '\0')
        g_snprintf(code->pack, sizeof(code->pack), "%.14s/%s", code->product, code->serial);
    else
        copy_value(gs1, "00", code->pack, sizeof(code->pack));
    code->kind = kind;
    if (code->product[0] != '\0' || code->pack[0] != '\0' || code->lot[0] != '\0' ||
        code->serial[0] != '\0' || code->count != 0 || code->expiry.n != DAY_NONE.n ||
        code->production.n != DAY_NONE.n)
        return true;
    finding_add(findings, FINDING_UNKNOWN, 0,
                _("this GS1 code names no product, batch, date or number; scan the other code on "
                  "the pack"));
    return false;
}

static bool
read_gs1(const struct input *in)
{
    struct gs1 gs1;

    return gs1_read(in->text, in->length, &gs1, in->findings) &&
           fill(&gs1, CODE_GS1, in->code, in->findings);
}

static void
set_host(const struct input *in)
{
    size_t bytes;
    const char *host = boxcode_host_of_url(in->text, in->length, &bytes);

    for (size_t i = 0; i < MIN(bytes, CODE_HOST_SIZE - 1); i++)
        in->code->host[i] = g_ascii_toupper(host[i]);
}

/* An address: of a label, of a product, or of nothing we know. */
static bool
read_address(const struct input *in)
{
    struct gs1 gs1;
    guint before = (guint)findings_count(in->findings);
    g_autoptr(GPtrArray) own = findings_new();
    GPtrArray *findings = in->findings != NULL ? in->findings : own;

    in->code->kind = CODE_BOX;
    if (boxcode_of_url(in->text, in->length, &in->code->box, &in->code->nonce, findings)) {
        in->code->label = true;
        set_host(in);
        return true;
    }
    if (findings->len > before)
        return false;
    if (gs1_read_link(in->text, in->length, &gs1, findings))
        return fill(&gs1, CODE_LINK, in->code, findings);
    if (findings->len == before)
        finding_add(
            findings, FINDING_UNKNOWN, 0,
            _("this web address names no box and no product; scan another code on the pack"));
    return false;
}

/* Whether a text without a GS1 symbol around it is to be read as an element string: it has
 * brackets or separators, or begins with a key long enough that nothing else looks like it. */
static bool
looks_like_gs1(const struct input *in)
{
    size_t digits = digits_at(in, 0);
    bool begins_with_key =
        in->length > 2 && in->text[0] == '0' && in->text[1] <= '2' && digits >= 16;

    if (in->text[0] == GS1_SEPARATOR || (in->text[0] == '(' && digits_at(in, 1) >= 2))
        return true;
    if (memchr(in->text, GS1_SEPARATOR, in->length) != NULL)
        return digits >= 2;
    if (digits == in->length)
        return begins_with_key && (digits == 16 || digits > 21);
    return begins_with_key;
}

/* The text without blanks and hyphens, or NULL where a character is not of the wanted class. */
static GString *
packed(const struct input *in, bool (*wanted)(char))
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (size_t i = 0; i < in->length; i++) {
        if (in->text[i] == ' ' || in->text[i] == '-')
            continue;
        if (!wanted(in->text[i]))
            return NULL;
        g_string_append_c(text, in->text[i]);
    }
    return g_steal_pointer(&text);
}

static bool
is_digit(char c)
{
    return g_ascii_isdigit(c);
}

static bool
is_alphanumeric(char c)
{
    return g_ascii_isalnum(c);
}

/* Letters of an approval number at a place: 1, 2 with C or J behind, or 0. */
static size_t
approval_letters(const struct input *in, size_t at)
{
    if (at >= in->length || strchr("HZSBTFJ", g_ascii_toupper(in->text[at])) == NULL)
        return 0;
    return at + 1 < in->length && strchr("CJ", g_ascii_toupper(in->text[at + 1])) ? 2 : 1;
}

static bool
read_approval(const struct input *in, size_t at)
{
    size_t letters = approval_letters(in, at), digits = digits_at(in, at + letters);

    if (letters == 0) {
        finding_add(in->findings, FINDING_CHARACTER, at,
                    _("after 国药准字 comes one of the letters H Z S B T F J"));
        return false;
    }
    if (digits != APPROVAL_DIGITS || at + letters + digits != in->length) {
        finding_add(in->findings, FINDING_LENGTH, at + letters,
                    _("an approval number is 国药准字, a letter and 8 digits, such as "
                      "国药准字H20123456"));
        return false;
    }
    for (size_t i = at; i < in->length; i++)
        in->code->product[i - at] = g_ascii_toupper(in->text[i]);
    in->code->kind = CODE_APPROVAL;
    return true;
}

/* Where the number begins behind its words; 0 where there are none. */
static size_t
behind_approval_words(const struct input *in)
{
    size_t at = strlen(APPROVAL_WORDS);

    if (!starts_with(in, APPROVAL_WORDS))
        return 0;
    while (at < in->length && (in->text[at] == ' ' || in->text[at] == ':'))
        at++;
    return at;
}

/* Without the words only a whole number counts, or one a digit too long for a box code. */
static bool
looks_like_approval(const struct input *in)
{
    size_t letters = approval_letters(in, 0), digits = digits_at(in, letters);

    return letters > 0 && letters + digits == in->length &&
           (digits == APPROVAL_DIGITS || digits == APPROVAL_DIGITS + 1);
}

static bool
read_digits(const struct input *in, const GString *digits)
{
    if (in->code->symbology == SYMBOLOGY_DATABAR && digits->len == 14) {
        g_autofree char *element = g_strconcat("01", digits->str, NULL);
        struct input whole = *in;

        whole.text = element;
        whole.length = 16;
        return read_gs1(&whole);
    }
    return digits_read(digits->str, digits->len, in->code->symbology, in->code, in->findings);
}

/* What is neither GS1, an address nor a command: printed numbers. */
static bool
read_number(const struct input *in)
{
    g_autoptr(GString) digits = packed(in, is_digit);
    g_autoptr(GString) word = packed(in, is_alphanumeric);
    size_t behind = behind_approval_words(in);

    if (digits != NULL && digits->len > 0)
        return read_digits(in, digits);
    if (behind > 0 || looks_like_approval(in))
        return read_approval(in, behind);
    if (word != NULL && word->len >= BOXCODE_SHORT - 1 && word->len <= BOXCODE_LONG + 1) {
        in->code->kind = CODE_BOX;
        return boxcode_read(in->text, in->length, &in->code->box, in->findings);
    }
    if (boxcode_read_marked(in->text, in->length, &in->code->box, &in->code->nonce)) {
        in->code->kind = CODE_BOX;
        return true;
    }
    finding_add(
        in->findings, FINDING_UNKNOWN, 0,
        _("no kind of code looks like this; scan it again or type the number below the bars"));
    return false;
}

static bool
read_any(const struct input *in)
{
    if (in->length == 0) {
        finding_add(in->findings, FINDING_EMPTY, 0, _("there is no code here"));
        return false;
    }
    if (starts_with(in, "http://") || starts_with(in, "https://") || starts_with(in, "/B/"))
        return read_address(in);
    if (in->code->symbology == SYMBOLOGY_DATABAR && in->length == 14)
        return read_number(in);
    if (symbology_is_gs1(in->code->symbology) || looks_like_gs1(in))
        return read_gs1(in);
    if (starts_with(in, COMMAND_PREFIX)) {
        in->code->kind = CODE_COMMAND;
        return command_read(in->text, in->length, &in->code->command, in->findings);
    }
    return read_number(in);
}

/* Only the text itself stays of a code that was not understood. */
static void
set_unknown(const char *text, size_t length, enum symbology symbology, struct code *code)
{
    g_autofree char *valid =
        g_utf8_make_valid(text, (gssize)MIN(length, (size_t)CODE_PRODUCT_SIZE * 4));
    size_t used = 0;

    *code = (struct code){.symbology = symbology};
    for (size_t bytes, at = 0; valid[at] != '\0'; at += bytes) {
        const char *c = valid + at;

        bytes = (size_t)g_utf8_skip[(guchar)*c];
        if (used + bytes >= sizeof(code->product))
            break;
        if (g_unichar_iscntrl(g_utf8_get_char(c)))
            code->product[used++] = ' ';
        else {
            memcpy(code->product + used, c, bytes);
            used += bytes;
        }
    }
}

/* Offsets into the normalised text behind a prefix become offsets into the text handed in. */
static void
move_offsets(GPtrArray *findings, size_t from, const struct clean *clean, size_t prefix)
{
    for (size_t i = from; i < findings_count(findings); i++) {
        struct finding *finding = g_ptr_array_index(findings, i);

        finding->offset = clean->at[MIN(finding->offset + prefix, clean->length)];
    }
}

bool
code_parse(const char *text, size_t length, enum symbology symbology, struct code *code,
           GPtrArray *findings)
{
    struct clean clean;
    struct input in = {.code = code, .findings = findings};
    size_t before = findings_count(findings), prefix;
    enum symbology said;

    *code = (struct code){.symbology = symbology};
    if (!clean_read(text, length, &clean, findings)) {
        set_unknown(text, length, symbology, code);
        return false;
    }
    said = symbology_of_prefix(clean.text, clean.length, &prefix);
    if (said != SYMBOLOGY_TYPED)
        code->symbology = said;
    in.text = clean.text + prefix;
    in.length = clean.length - prefix;
    if (read_any(&in)) {
        move_offsets(findings, before, &clean, prefix);
        return true;
    }
    move_offsets(findings, before, &clean, prefix);
    set_unknown(clean.text, clean.length, code->symbology, code);
    return false;
}

static void
append_day(GString *text, const char *ai, struct day day)
{
    char shown[DAY_TEXT_SIZE];

    if (day_format(day, shown)[0] != '\0')
        g_string_append_printf(text, "(%s)%.2s%.2s%.2s", ai, shown + 2, shown + 5, shown + 8);
}

static void
append_value(GString *text, const char *ai, const char *value)
{
    struct gs1 gs1 = {.count = 1};
    g_autofree char *element = NULL;

    if (value[0] == '\0')
        return;
    g_strlcpy(gs1.elements[0].ai, ai, sizeof(gs1.elements[0].ai));
    g_strlcpy(gs1.elements[0].value, value, sizeof(gs1.elements[0].value));
    element = gs1_format(&gs1);
    g_string_append(text, element);
}

static char *
format_gs1(const struct code *code)
{
    GString *text = g_string_new(NULL);

    if (strlen(code->pack) == 18 && strchr(code->pack, '/') == NULL)
        append_value(text, "00", code->pack);
    append_value(text, code->contained ? "02" : "01", code->product);
    append_day(text, "17", code->expiry);
    append_day(text, "11", code->production);
    append_value(text, "10", code->lot);
    append_value(text, "21", code->serial);
    if (code->count > 0)
        g_string_append_printf(text, "(%s)%d", code->contained ? "37" : "30", code->count);
    return g_string_free(text, FALSE);
}

char *
code_format(const struct code *code)
{
    char shown[COMMAND_SIZE];

    switch (code->kind) {
    case CODE_UNKNOWN:
    case CODE_RETAIL:
    case CODE_OWN_LABEL:
    case CODE_GTIN14:
    case CODE_NATIONAL: return g_strdup(code->product);
    case CODE_TRACE: return g_strdup(code->pack);
    case CODE_APPROVAL: return g_strconcat(APPROVAL_WORDS, code->product, NULL);
    case CODE_GS1:
    case CODE_LINK: return format_gs1(code);
    case CODE_BOX: return g_strdup(boxcode_format(code->box, shown));
    case CODE_COMMAND: return g_strdup(command_format(code->command, shown));
    }
    return NULL;
}
