#include "tests/bench/scanner/thing.h"

#include <string.h>

static char *
digits(uint64_t *random, const char *head, size_t count)
{
    GString *text = g_string_new(head);

    while (text->len < count)
        g_string_append_c(text, (char)('0' + photo_random(random) % 10));
    return g_string_free(text, FALSE);
}

static char *
with_check(char *body)
{
    int sum = 0, weight = 3;
    char *all;

    for (size_t i = strlen(body); i-- > 0; weight = 4 - weight)
        sum += weight * (body[i] - '0');
    all = g_strdup_printf("%s%d", body, (10 - sum % 10) % 10);
    g_free(body);
    return all;
}

static char *
long_text(uint64_t *random)
{
    GString *text = g_string_new("HTTPS://CODE.EXAMPLE.CN/");
    size_t length = 150 + photo_random(random) % 500;

    while (text->len < length)
        g_string_append_c(text,
                          "ABCDEFGHKMNPQRSTVWXYZ0123456789abcdef/-."[photo_random(random) % 40]);
    return g_string_free(text, FALSE);
}

/* What all things of a kind say is made of. */
struct chance {
    uint64_t *random;
    char *lot, *serial, *gtin;
};

static char *
ean13(const struct chance *c)
{
    return with_check(digits(c->random, "69", 12));
}

/* A newspaper's or a book's: two or five digits of their own behind it. */
static char *
with_more(const struct chance *c)
{
    g_autofree char *main = with_check(digits(c->random, "9", 12));
    g_autofree char *more = digits(c->random, "", photo_random(c->random) % 2 == 0 ? 2 : 5);

    return g_strdup_printf("%s+%s", main, more);
}

static char *
ean8(const struct chance *c)
{
    return with_check(digits(c->random, "6", 7));
}

static char *
upca(const struct chance *c)
{
    return with_check(digits(c->random, "4", 11));
}

static char *
trace(const struct chance *c)
{
    return digits(c->random, "8", 20);
}

static char *
lot_mark(const struct chance *c)
{
    return g_strdup_printf("%s-%.3s/b", c->lot, c->serial);
}

static char *
link_text(const struct chance *c)
{
    return g_strdup_printf("https://www.example.cn/t/%s?s=%s", c->lot, c->serial);
}

static char *
large_text(const struct chance *c)
{
    return long_text(c->random);
}

static char *
matrix(const struct chance *c)
{
    return g_strdup_printf("[01]%s[21]%s[17]280331[10]%s", c->gtin, c->serial, c->lot);
}

static char *
carton_mark(const struct chance *c)
{
    return g_strdup_printf("[01]%s[17]280331[10]%s", c->gtin, c->lot);
}

static char *
maker_mark(const struct chance *c)
{
    (void)c;
    return g_strdup("MADE-IN-CN");
}

static char *
codabar(const struct chance *c)
{
    return g_strdup_printf("A%.8sB", c->serial);
}

static char *
itf14(const struct chance *c)
{
    return g_strndup(c->gtin, 13);
}

static char *
any_number(const struct chance *c)
{
    return digits(c->random, "", 9);
}

static char *
nothing(const struct chance *c)
{
    (void)c;
    return g_strdup("");
}

static const struct kind {
    char letter;
    const char *kind;
    bool read; /* by us: it should be */
    char *(*text)(const struct chance *chance);
} kinds[] = {
    {'e', "ean13", true, ean13},         {'a', "ean13", true, with_more},
    {'8', "ean8", true, ean8},           {'u', "upca", true, upca},
    {'t', "code128", true, trace},       {'l', "code128", true, lot_mark},
    {'g', "gs1-128", true, carton_mark}, {'q', "qr", true, link_text},
    {'Q', "qr", true, large_text},       {'d', "gs1-datamatrix", true, matrix},
    {'3', "code39", false, maker_mark},  {'9', "code93", false, lot_mark},
    {'c', "codabar", false, codabar},    {'i', "itf14", false, itf14},
    {'x', NULL, false, any_number},      {'p', "plain", false, nothing},
};

static const char *const prints[] = {"stripes", "fence",   "grid", "checks", "text", "table",
                                     "weave",   "speckle", "eyes", "blinds", "keys"};

/* An element string as a reader says it: a separator behind a serial number that others follow. */
static char *
as_read(const char *data)
{
    GString *text = g_string_new(data);

    g_string_replace(text, "[21]", "21", 1);
    g_string_replace(text, "[17]",
                     strstr(data, "[21]") != NULL ? "\x1d"
                                                    "17"
                                                  : "17",
                     1);
    g_string_replace(text, "[01]", "01", 1);
    g_string_replace(text, "[10]", "10", 1);
    return g_string_free(text, FALSE);
}

char *
thing_make(char kind, const char *flaws, uint64_t *random, GStringChunk *texts,
           struct photo_item *item)
{
    g_autofree char *lot = digits(random, "L", 7), *serial = digits(random, "", 12);
    g_autofree char *gtin = with_check(digits(random, "0690", 13));
    const struct chance chance = {random, lot, serial, gtin};
    size_t row = 0;
    g_autofree char *data = NULL, *word = NULL;

    while (kinds[row].letter != kind)
        row++;
    data = kinds[row].text(&chance);
    word = g_strjoin(flaws[0] == '\0' ? NULL : " ",
                     kind == 'x' ? prints[photo_random(random) % G_N_ELEMENTS(prints)]
                                 : kinds[row].kind,
                     flaws[0] == '\0' ? NULL : flaws, NULL);
    *item = (struct photo_item){g_string_chunk_insert(texts, word),
                                g_string_chunk_insert(texts, data), "复方氨酚烷胺片"};
    if (!kinds[row].read)
        return NULL;
    if (kind == 'a')
        return g_strndup(data, strcspn(data, "+"));
    return kind == 'g' || kind == 'd' ? as_read(data) : g_strdup(data);
}
