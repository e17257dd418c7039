#include "tests/bench/scanner/peers.h"

#include <string.h>

#ifdef PEER_DMTX
#include <dmtx.h>
#endif
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

#ifdef PEER_DMTX
#define SCAN_GAP 2  /* dmtxread's own */
#define THRESHOLD 5 /* the same */
#define SEPARATOR 29

/* As dmtxread -N1 -G29 does: until it has found one, and over all of the picture if there is none. */
static void
read_dmtx(const struct picture *picture, GPtrArray *texts, int *doubtful)
{
    DmtxImage *image =
        dmtxImageCreate(picture->luma, (int)picture->width, (int)picture->height, DmtxPack8bppK);
    DmtxDecode *decode = dmtxDecodeCreate(image, 1);
    bool found = false;

    (void)doubtful;
    dmtxImageSetProp(image, DmtxPropImageFlip, DmtxFlipNone);
    dmtxDecodeSetProp(decode, DmtxPropScanGap, SCAN_GAP);
    dmtxDecodeSetProp(decode, DmtxPropEdgeThresh, THRESHOLD);
    dmtxDecodeSetProp(decode, DmtxPropFnc1, SEPARATOR);
    for (DmtxRegion *region; !found && (region = dmtxRegionFindNext(decode, NULL)) != NULL;
         dmtxRegionDestroy(&region)) {
        DmtxMessage *message = dmtxDecodeMatrixRegion(decode, region, DmtxUndefined);
        const char *text;

        if (message == NULL)
            continue;
        text = (const char *)message->output;
        found = true;
        if (message->outputIdx > 0 && text[0] == SEPARATOR) /* FNC1 first is no part of the text */
            add(texts, text + 1, (size_t)message->outputIdx - 1);
        else
            add(texts, text, (size_t)message->outputIdx);
        dmtxMessageDestroy(&message);
    }
    dmtxDecodeDestroy(&decode);
    dmtxImageDestroy(&image);
}
#endif

const struct peer peers[] = {
    {"medbox", NULL, read_medbox},        {"first", NULL, read_first}, {"zbar", NULL, read_zbar},
    {"ZXing", NULL, read_zxing},
#ifdef PEER_DMTX
    {"libdmtx", "DataMatrix", read_dmtx},
#endif
};

const size_t peers_count = G_N_ELEMENTS(peers);
