#include "scanner/decode.h"

#include <stdbool.h>
#include <string.h>

#include <zbar.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/pyramid.h"
#include "scanner/sighting.h"

#define SMALLEST_SIDE 600 /* below it no code of a pack is left to read */

/*
 * What is done to a picture. Linear codes: scan lines across and down, every step-th, each the
 * mean of some neighbours, which takes noise away. QR codes: libzbar's finder, which is slow and
 * dislikes symbols that are large in pixels. A level smaller than the side is used once only.
 */
static const struct pass {
    uint32_t side; /* the level: the largest one whose longer side is at most that */
    int step;      /* lines between two scan lines; 0 for no linear codes */
    int mean;      /* neighbouring lines averaged into one */
    bool qr;
} passes[] = {
    {UINT32_MAX, 4, 3, true},
    {2400, 2, 1, true},
    {1200, 1, 1, true},
};

/* The symbologies libzbar is asked for. DataBar stays off: its decoder there is not safe. */
static const struct {
    zbar_symbol_type_t type;
    enum symbology symbology, gs1;
    guint elements; /* bars and spaces from end to end; 0 where that varies */
} linear[] = {
    {ZBAR_EAN13, SYMBOLOGY_EAN13, SYMBOLOGY_EAN13, 59},
    {ZBAR_EAN8, SYMBOLOGY_EAN8, SYMBOLOGY_EAN8, 43},
    {ZBAR_UPCA, SYMBOLOGY_UPCA, SYMBOLOGY_UPCA, 59},
    {ZBAR_UPCE, SYMBOLOGY_UPCE, SYMBOLOGY_UPCE, 33},
    {ZBAR_CODE128, SYMBOLOGY_CODE128, SYMBOLOGY_GS1_128, 0},
};

/* One level of a picture while it is scanned for linear codes. */
struct sweep {
    zbar_decoder_t *decoder;
    zbar_scanner_t *scanner;
    const struct picture *level;
    int scale;          /* pixels of the picture to one of the level */
    bool down;          /* the lines run down and not across */
    uint32_t at;        /* where the line lies: its y, or its x if down */
    GArray *edges;      /* of unsigned: where the line changed between dark and light */
    GPtrArray *symbols; /* see sighting.h */
};

/* Text for bytes: valid UTF-8 as it is, GB18030 converted; NULL for others and where NUL occurs. */
static char *
text_of(const char *bytes, size_t length, size_t *text_length)
{
    g_autofree char *text = NULL;
    gsize written = 0;

    if (memchr(bytes, '\0', length) != NULL)
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

/*
 * Where the code began that ends at the last edge: as many elements back as it has, or, since no
 * element of Code 128 is wider than four modules, where a wider one ends. Its stop character is
 * thirteen modules in seven elements.
 */
static unsigned
start_of(const GArray *edges, guint elements)
{
    guint last = edges->len - 1, i = last;
    unsigned end = g_array_index(edges, unsigned, last), widest;

    if (elements > 0)
        return g_array_index(edges, unsigned, last > elements ? last - elements : 0);
    widest = last < 7 ? 0 : (end - g_array_index(edges, unsigned, last - 7)) * 6 / 13;
    while (i > 0 &&
           g_array_index(edges, unsigned, i) - g_array_index(edges, unsigned, i - 1) <= widest)
        i--;
    return g_array_index(edges, unsigned, i);
}

static void
sight(struct sweep *sweep, enum symbology symbology, guint elements)
{
    size_t length;
    g_autofree char *text = text_of(zbar_decoder_get_data(sweep->decoder),
                                    zbar_decoder_get_data_length(sweep->decoder), &length);
    int32_t start = (int32_t)start_of(sweep->edges, elements);
    int32_t end = (int32_t)g_array_index(sweep->edges, unsigned, sweep->edges->len - 1);
    int32_t at = (int32_t)sweep->at;
    struct decode_point from, to;

    if (text == NULL)
        return;
    from = sweep->down ? point_at(at, start, sweep->scale) : point_at(start, at, sweep->scale);
    to = sweep->down ? point_at(at, end, sweep->scale) : point_at(end, at, sweep->scale);
    sighting_add(sweep->symbols, &(struct decode_symbol){.symbology = symbology,
                                                         .text = text,
                                                         .length = length,
                                                         .outline = {from, to, to, from},
                                                         .quality = 1});
}

/* Notes the edge libzbar found last, if it is a new one, and the code that ends there. */
static void
take(struct sweep *sweep, zbar_symbol_type_t type)
{
    unsigned edge = zbar_scanner_get_edge(sweep->scanner, 0, 0);

    if (sweep->edges->len == 0 ||
        g_array_index(sweep->edges, unsigned, sweep->edges->len - 1) != edge)
        g_array_append_val(sweep->edges, edge);
    for (size_t i = 0; type > ZBAR_PARTIAL && i < G_N_ELEMENTS(linear); i++)
        if (linear[i].type == type) {
            bool gs1 = (zbar_decoder_get_modifiers(sweep->decoder) >> ZBAR_MOD_GS1 & 1) != 0;

            sight(sweep, gs1 ? linear[i].gs1 : linear[i].symbology, linear[i].elements);
        }
}

/*
 * One line. The decoder forgets all before the next: halves of an EAN that it would keep could
 * join with those of another pack.
 */
static void
scan_line(struct sweep *sweep, int mean)
{
    const struct picture *level = sweep->level;
    uint32_t length = sweep->down ? level->height : level->width;
    size_t along = sweep->down ? level->width : 1, aside = sweep->down ? 1 : level->width;
    const uint8_t *luma = level->luma + sweep->at * aside;

    g_array_set_size(sweep->edges, 0);
    for (uint32_t i = 0; i < length; i++, luma += along) {
        int sum = 0;

        for (int k = 0; k < mean; k++)
            sum += luma[(size_t)k * aside];
        take(sweep, zbar_scan_y(sweep->scanner, sum / mean));
    }
    take(sweep, zbar_scanner_flush(sweep->scanner));
    take(sweep, zbar_scanner_flush(sweep->scanner));
    take(sweep, zbar_scanner_new_scan(sweep->scanner));
    zbar_decoder_reset(sweep->decoder);
}

static void
scan_lines(const struct picture *level, int scale, const struct pass *pass, GPtrArray *symbols)
{
    struct sweep sweep = {.decoder = zbar_decoder_create(),
                          .level = level,
                          .scale = scale,
                          .edges = g_array_new(FALSE, FALSE, sizeof(unsigned)),
                          .symbols = symbols};
    uint32_t step = (uint32_t)pass->step;

    sweep.scanner = zbar_scanner_create(sweep.decoder);
    zbar_decoder_set_config(sweep.decoder, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(linear); i++)
        zbar_decoder_set_config(sweep.decoder, linear[i].type, ZBAR_CFG_ENABLE, 1);
    for (int down = 0; down < 2; down++) {
        uint32_t lines = down ? level->width : level->height;

        sweep.down = down != 0;
        for (uint32_t at = 0; at + (uint32_t)pass->mean <= lines; at += step) {
            sweep.at = at;
            scan_line(&sweep, pass->mean);
        }
    }
    zbar_scanner_destroy(sweep.scanner);
    zbar_decoder_destroy(sweep.decoder);
    g_array_unref(sweep.edges);
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

        if (level <= done)
            continue;
        done = level;
        scan_lines(pyramid.levels[level], 1 << level, &passes[i], decode->symbols);
        if (passes[i].qr)
            scan_qr(pyramid.levels[level], 1 << level, decode);
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
