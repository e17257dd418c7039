/*
 * Any bytes as an uploaded file: a picture, whose codes lie within it and whose texts are UTF-8, or
 * a refusal in words. EXIF data is read from any bytes as well. Pictures are kept small, so that
 * time is spent on what the bytes say and not on pixels.
 */

#include <stdint.h>
#include <string.h>

#include "scanner/decode.h"
#include "scanner/exif.h"

#define PIXELS (256 * 256)
#define EFFORT 1200000 /* enough for the first passes: fuzz_decode.c goes further */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_findings(const GPtrArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        g_assert_true(findings_at(findings, i)->kind == FINDING_PICTURE);
        g_assert_true(g_utf8_validate(findings_at(findings, i)->text, -1, NULL));
    }
}

static void
check_symbol(const struct decode *decode, const struct decode_symbol *symbol)
{
    bool square = symbol->symbology == SYMBOLOGY_QR || symbol->symbology == SYMBOLOGY_GS1_QR;

    g_assert_true(g_utf8_validate(symbol->text, (gssize)symbol->length, NULL));
    g_assert_cmpuint(strlen(symbol->text), ==, symbol->length);
    g_assert_cmpuint(symbol->length, >, 0);
    g_assert_cmpint(symbol->quality, >, 0);
    for (int i = 0; i < 4 && !square; i++) { /* a QR code's corners are extrapolated */
        g_assert_cmpint(symbol->outline[i].x, >=, 0);
        g_assert_cmpint(symbol->outline[i].y, >=, 0);
        g_assert_cmpint(symbol->outline[i].x, <=, (int)decode->width);
        g_assert_cmpint(symbol->outline[i].y, <=, (int)decode->height);
    }
}

static void
read_picture(const struct picture *picture)
{
    struct decode *decode = decode_with(picture, &(struct decode_options){.effort = EFFORT});

    g_assert_cmpuint(decode->width, ==, picture->width);
    g_assert_cmpuint(decode->height, ==, picture->height);
    for (size_t i = 0; i < decode->symbols->len; i++)
        check_symbol(decode, decode_symbol_at(decode, i));
    check_findings(decode->findings);
    decode_free(decode);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) file = g_bytes_new(data, size);
    g_autoptr(GPtrArray) findings = findings_new();
    g_autoptr(GError) error = NULL;
    struct picture *picture = picture_load(file, PIXELS, findings, &error);
    int orientation = exif_orientation(data, size);

    g_assert_true(orientation >= 1 && orientation <= 8);
    g_assert_true((picture == NULL) == (error != NULL));
    check_findings(findings);
    if (picture == NULL) {
        g_assert_true(g_error_matches(error, ERR, ERR_INPUT));
        return 0;
    }
    g_assert_true((int64_t)picture->width * picture->height <= PIXELS);
    g_assert_true(picture->width > 0 && picture->height > 0);
    read_picture(picture);
    picture_free(picture);
    return 0;
}
