#include "scanner/second.h"

#include <exception>

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

using ZXing::BarcodeFormat;

static const struct {
    unsigned kind;
    BarcodeFormat format;
} formats[] = {
    {SECOND_QR, BarcodeFormat::QRCode},   {SECOND_DATAMATRIX, BarcodeFormat::DataMatrix},
    {SECOND_EAN13, BarcodeFormat::EAN13}, {SECOND_EAN8, BarcodeFormat::EAN8},
    {SECOND_UPCA, BarcodeFormat::UPCA},   {SECOND_CODE128, BarcodeFormat::Code128},
};

static void
tell(const ZXing::Result &result, second_take *take, void *data)
{
    second_symbol symbol = {};
    std::string text = result.text();
    const auto &bytes = result.bytes();
    const auto &position = result.position();

    if (!result.isValid() || result.isPartOfSequence())
        return;
    for (const auto &row : formats)
        if (row.format == result.format())
            symbol.kind = static_cast<second_kind>(row.kind);
    symbol.gs1 = result.contentType() == ZXing::ContentType::GS1;
    symbol.decoded = result.hasECI() || !(symbol.kind & SECOND_SQUARES);
    symbol.bytes = symbol.decoded ? text.data() : reinterpret_cast<const char *>(bytes.data());
    symbol.length = symbol.decoded ? text.size() : bytes.size();
    symbol.lines = result.lineCount();
    for (size_t i = 0; i < 4; i++) {
        symbol.x[i] = position[i].x;
        symbol.y[i] = position[i].y;
    }
    take(&symbol, data);
}

/*
 * All squares, but of the linear codes one only: comparing two finds of one of those ends in a failed
 * assertion in 1.4.0, where assertions are compiled in.
 */
void
second_read(const uint8_t *luma, uint32_t width, uint32_t height, unsigned kinds, second_take *take,
            void *data)
try {
    const ZXing::ImageView view(luma, static_cast<int>(width), static_cast<int>(height),
                                ZXing::ImageFormat::Lum);
    ZXing::BarcodeFormats squares, linear;

    for (const auto &row : formats)
        if (kinds & row.kind & SECOND_SQUARES)
            squares |= row.format;
        else if (kinds & row.kind)
            linear |= row.format;
    if (!squares.empty())
        for (const auto &result :
             ZXing::ReadBarcodes(view, ZXing::DecodeHints().setFormats(squares)))
            tell(result, take, data);
    if (!linear.empty())
        tell(ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(linear)), take, data);
} catch (const std::exception &) {
    return; /* out of memory, or an engine's mistake: this picture has nothing more to tell */
}
