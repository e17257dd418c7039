#include "scanner/confirm.h"

#include <math.h>
#include <string.h>

#include "scanner/second.h"

#define SHORTEST 36   /* pixels of a code */
#define LONG 1600     /* pixels from which two samples a pixel bring nothing */
#define OTHER_APART 3 /* pixels between the lines on which codes are compared, and mean */
#define TRIES 3       /* lines of a code that ZXing is shown */
#define ROWS 8        /* of the picture made of a line */
#define COST_COMPARE 900000
#define COST_SAMPLE 2
#define COST_ASK 40 /* for a sample of a line that ZXing is shown */

/* Lays lines through a code's outline, which may be no more than one line, and compares each. */
static void
compare_bars(const struct picture *picture, double scale, struct effort *effort,
             struct sighting *sighting, struct profile *profile)
{
    const struct decode_point *o = sighting->symbol.outline;
    double dx = (o[1].x - o[0].x) / scale, dy = (o[1].y - o[0].y) / scale, length = hypot(dx, dy);
    double x = (o[0].x + o[3].x) / 2.0 / scale, y = (o[0].y + o[3].y) / 2.0 / scale;

    if (length < SHORTEST)
        return;
    dx /= length;
    dy /= length;
    for (int i = -1; i <= 1; i++) {
        double beyond = length / 5;
        char better[RETAIL_DIGITS];
        struct profile_line line = {x - dx * beyond - dy * i * OTHER_APART,
                                    y - dy * beyond + dx * i * OTHER_APART,
                                    dx,
                                    dy,
                                    length + 2 * beyond,
                                    OTHER_APART,
                                    length > LONG ? 1 : 2,
                                    0,
                                    0};

        if (!profile_clip(&line, picture))
            continue;
        profile_sample(profile, picture, &line);
        profile_find_edges(profile, (int)(length * line.per_pixel / 5), 4 * PROFILE_SHARES);
        retail_compare(profile, profile, -1, sighting->symbol.text, &sighting->proof, better);
        effort->left -= COST_COMPARE + (int64_t)profile->count * OTHER_APART * COST_SAMPLE;
    }
}

void
confirm_retail(const struct picture *picture, double scale, struct effort *effort,
               GPtrArray *symbols)
{
    struct profile *profile = profile_new();

    for (guint i = 0; i < symbols->len; i++) {
        struct sighting *sighting = symbols->pdata[i];
        enum symbology symbology = sighting->symbol.symbology;

        if (sighting->proof.tried == 0 && effort->left > 0 &&
            (symbology == SYMBOLOGY_EAN13 || symbology == SYMBOLOGY_EAN8 ||
             symbology == SYMBOLOGY_UPCA))
            compare_bars(picture, scale, effort, sighting, profile);
    }
    profile_free(profile);
}

static bool
all_digits(const char *text)
{
    return text[strspn(text, "0123456789")] == '\0';
}

/* A line as a picture of a few equal rows. */
static struct picture *
picture_of(const struct profile *profile)
{
    struct picture *picture = picture_new((uint32_t)profile->count, ROWS);

    for (int i = 0; i < profile->count; i++)
        picture->luma[i] = (uint8_t)CLAMP(profile->samples[i] / PROFILE_SHARES, 0, 255);
    for (size_t row = 1; row < ROWS; row++)
        memcpy(picture->luma + row * picture->width, picture->luma, picture->width);
    return picture;
}

static void
take_text(const struct second_symbol *symbol, void *text)
{
    g_string_append_len(text, symbol->bytes, (gssize)symbol->length);
}

void
confirm_letters(const struct profile *profile, struct effort *effort, struct sighting *sighting,
                GPtrArray *symbols)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct decode_symbol other = sighting->symbol;
    struct picture *picture;

    if (sighting->asked >= TRIES || all_digits(sighting->symbol.text))
        return;
    sighting->asked++;
    picture = picture_of(profile);
    second_read(picture->luma, picture->width, picture->height, SECOND_CODE128, take_text, text);
    picture_free(picture);
    effort->left -= (int64_t)profile->count * COST_ASK;
    if (text->len == 0 || !g_utf8_validate(text->str, (gssize)text->len, NULL))
        return;
    sighting->asked = TRIES;
    sighting->confirmed = strcmp(text->str, sighting->symbol.text) == 0;
    if (sighting->confirmed || all_digits(text->str))
        return;
    sighting->refuted = true;
    other.text = text->str;
    other.length = text->len;
    sighting = sighting_add(symbols, &other);
    if (sighting != NULL)
        sighting->confirmed = true;
}
