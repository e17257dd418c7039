#include "tests/bench/scanner/peers.h"

#include <string.h>

#include <zbar.h>

#include "scanner/decode.h"
#include "scanner/second.h"

static void
add(GPtrArray *texts, const char *text, size_t length)
{
    g_ptr_array_add(texts, g_bytes_new(text, length));
}

static void
read_medbox(const struct picture *picture, GPtrArray *texts, int *doubtful)
{
    struct decode *decode = decode_picture(picture);

    for (size_t i = 0; i < decode->symbols->len; i++)
        add(texts, decode_symbol_at(decode, i)->text, decode_symbol_at(decode, i)->length);
    *doubtful += (int)decode->doubtful->len;
    decode_free(decode);
}

static void
read_first(const struct picture *picture, GPtrArray *texts, int *doubtful)
{
    struct decode *decode = decode_with(picture, &(struct decode_options){.first = true});

    for (size_t i = 0; i < decode->symbols->len; i++)
        add(texts, decode_symbol_at(decode, i)->text, decode_symbol_at(decode, i)->length);
    *doubtful += (int)decode->doubtful->len;
    decode_free(decode);
}

/* As zbarimg does: every symbology that is on by default, but for no Code 39 and its like. */
static void
read_zbar(const struct picture *picture, GPtrArray *texts, int *doubtful)
{
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();

    (void)doubtful;
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, picture->width, picture->height);
    zbar_image_set_data(image, picture->luma, (size_t)picture->width * picture->height, NULL);
    zbar_scan_image(scanner, image);
    for (const zbar_symbol_t *found = zbar_image_first_symbol(image); found != NULL;
         found = zbar_symbol_next(found)) {
        const char *text = zbar_symbol_get_data(found);
        size_t length = zbar_symbol_get_data_length(found);

        if (zbar_symbol_get_type(found) == ZBAR_CODE39 || zbar_symbol_get_type(found) == ZBAR_I25 ||
            zbar_symbol_get_type(found) == ZBAR_DATABAR ||
            zbar_symbol_get_type(found) == ZBAR_DATABAR_EXP ||
            zbar_symbol_get_type(found) == ZBAR_CODABAR ||
            zbar_symbol_get_type(found) == ZBAR_CODE93)
            continue;
        if (zbar_symbol_get_type(found) == ZBAR_EAN13 && length == 13 && text[0] == '0')
            add(texts, text + 1, length - 1); /* a UPC-A, which it doesn't tell apart by default */
        else
            add(texts, text, length);
    }
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
}

static void
take(const struct second_symbol *symbol, void *data)
{
    add(data, symbol->bytes, symbol->length);
}

static void
read_zxing(const struct picture *picture, GPtrArray *texts, int *doubtful)
{
    (void)doubtful;
    second_read(picture->luma, picture->width, picture->height,
                SECOND_QR | SECOND_DATAMATRIX | SECOND_EAN13 | SECOND_EAN8 | SECOND_UPCA |
                    SECOND_CODE128,
                take, texts);
}

const struct peer peers[] = {
    {"medbox", read_medbox},
    {"first", read_first},
    {"zbar", read_zbar},
    {"ZXing", read_zxing},
};

const size_t peers_count = G_N_ELEMENTS(peers);
