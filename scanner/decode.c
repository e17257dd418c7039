#include "scanner/decode.h"

#include <stdbool.h>
#include <string.h>

#include <zbar.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/pyramid.h"
#include "scanner/sighting.h"
#include "scanner/sweep.h"

#define SMALLEST_SIDE 600 /* below it no code of a pack is left to read */

/*
 * What is done to a picture, in this order. Linear codes want their narrow bars two pixels wide or
 * more and without noise: coarse lines over all of it, closer ones over its copies.
 */
static const struct pass {
    uint32_t side; /* the level: the largest one whose longer side is at most that */
    struct sweep sweep;
} passes[] = {
    {UINT32_MAX, {4, 3, 0}}, {2400, {2, 1, 0}},   {2400, {4, 7, 0}},  {2400, {8, 15, 0}},
    {1200, {1, 1, 0}},       {1200, {3, 5, 0}},   {2400, {6, 1, 36}}, {2400, {6, 1, -36}},
    {1200, {3, 1, 36}},      {1200, {3, 1, -36}},
};

/* Text for bytes: valid UTF-8 as it is, GB18030 converted; NULL for none, others, and with NUL. */
static char *
text_of(const char *bytes, size_t length, size_t *text_length)
{
    g_autofree char *text = NULL;
    gsize written = 0;

    if (length == 0 || memchr(bytes, '\0', length) != NULL)
        return NULL;
    if (g_utf8_validate(bytes, (gssize)length, NULL)) {
        *text_length = length;
        return g_strndup(bytes, length);
    }
    text = g_convert(bytes, (gssize)length, "UTF-8", "GB18030", NULL, &written, NULL);
    *text_length = written;
    return g_steal_pointer(&text);
}

static struct decode_point
point_at(int32_t x, int32_t y, int scale)
{
    return (struct decode_point){x * scale, y * scale};
}

/* libzbar names a QR code's corners from the upper left one against the clock. */
static void
take_qr(const zbar_symbol_t *found, int scale, struct decode *decode)
{
    bool gs1 = (zbar_symbol_get_modifiers(found) >> ZBAR_MOD_GS1 & 1) != 0;
    struct decode_symbol seen = {.symbology = gs1 ? SYMBOLOGY_GS1_QR : SYMBOLOGY_QR, .quality = 1};
    unsigned points = zbar_symbol_get_loc_size(found);
    g_autofree char *text =
        text_of(zbar_symbol_get_data(found), zbar_symbol_get_data_length(found), &seen.length);

    seen.text = text;
    for (unsigned i = 0; i < 4 && i < points; i++)
        seen.outline[(4 - i) % 4] =
            point_at(zbar_symbol_get_loc_x(found, i), zbar_symbol_get_loc_y(found, i), scale);
    if (text != NULL)
        sighting_add(decode->symbols, &seen);
}

static void
scan_qr(const struct picture *level, int scale, struct decode *decode)
{
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();

    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, level->width, level->height);
    zbar_image_set_data(image, level->luma, (size_t)level->width * level->height, NULL);
    if (zbar_scan_image(scanner, image) > 0)
        for (const zbar_symbol_t *found = zbar_image_first_symbol(image); found != NULL;
             found = zbar_symbol_next(found))
            if (zbar_symbol_get_type(found) == ZBAR_QRCODE)
                take_qr(found, scale, decode);
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
}

static struct decode *
decode_into(const struct picture *picture, GPtrArray *findings)
{
    struct decode *decode = g_new0(struct decode, 1);
    struct pyramid pyramid;
    int done = -1;

    *decode = (struct decode){picture->width, picture->height, sighting_list(), findings};
    pyramid_build(&pyramid, picture, SMALLEST_SIDE);
    for (size_t i = 0; i < G_N_ELEMENTS(passes); i++) {
        int level = pyramid_level(&pyramid, passes[i].side);

        sweep_picture(pyramid.levels[level], 1 << level, &passes[i].sweep, decode->symbols);
        if (level > done)
            scan_qr(pyramid.levels[level], 1 << level, decode);
        done = MAX(done, level);
    }
    pyramid_clear(&pyramid);
    sighting_settle(decode->symbols, findings);
    return decode;
}

struct decode *
decode_picture(const struct picture *picture)
{
    return decode_into(picture, findings_new());
}

struct decode *
decode_file(GBytes *file, GError **error)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct picture *picture = picture_load(file, LIMIT_PIXELS, findings, error);
    struct decode *decode;

    if (picture == NULL)
        return NULL;
    decode = decode_into(picture, g_steal_pointer(&findings));
    picture_free(picture);
    return decode;
}

void
decode_free(struct decode *decode)
{
    if (decode == NULL)
        return;
    g_ptr_array_unref(decode->symbols);
    g_ptr_array_unref(decode->findings);
    g_free(decode);
}

const struct decode_symbol *
decode_symbol_at(const struct decode *decode, size_t i)
{
    return g_ptr_array_index(decode->symbols, i);
}
