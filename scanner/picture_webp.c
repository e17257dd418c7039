#include <webp/decode.h>
#include <webp/demux.h>

#include "base/words.h"
#include "scanner/exif.h"
#include "scanner/finding.h"
#include "scanner/picture_part.h"

/* One picture of a file, which has several where it is an animation. */
struct reading {
    WebPDecoderConfig config;
    struct picture *picture;
    uint8_t *rest; /* the colours, and alpha behind them where there is any */
    uint8_t *alpha;
};

/* libwebp writes brightness straight into the picture; a quarter of the colours must go somewhere. */
static void
prepare(struct reading *reading)
{
    const WebPBitstreamFeatures *input = &reading->config.input;
    WebPYUVABuffer *planes = &reading->config.output.u.YUVA;
    size_t width = (size_t)input->width, height = (size_t)input->height;
    size_t half = (width + 1) / 2, colour = half * ((height + 1) / 2);

    reading->picture = picture_new((uint32_t)width, (uint32_t)height);
    reading->rest = g_malloc(2 * colour + (input->has_alpha ? width * height : 0));
    reading->config.output.is_external_memory = 1;
    reading->config.output.colorspace = input->has_alpha ? MODE_YUVA : MODE_YUV;
    *planes = (WebPYUVABuffer){
        .y = reading->picture->luma,
        .u = reading->rest,
        .v = reading->rest + colour,
        .y_stride = (int)width,
        .u_stride = (int)half,
        .v_stride = (int)half,
        .y_size = width * height,
        .u_size = colour,
        .v_size = colour,
    };
    if (!input->has_alpha)
        return;
    reading->alpha = planes->a = reading->rest + 2 * colour;
    planes->a_stride = (int)width;
    planes->a_size = width * height;
}

/* The rows that came; all of them where the status is good. */
static uint32_t
decode(struct reading *reading, const uint8_t *data, size_t size, VP8StatusCode *status)
{
    WebPIDecoder *decoder = WebPIDecode(NULL, 0, &reading->config);
    int rows = 0;

    if (decoder == NULL) {
        *status = VP8_STATUS_OUT_OF_MEMORY;
        return 0;
    }
    *status = WebPIUpdate(decoder, data, size);
    if (WebPIDecGetYUVA(decoder, &rows, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) == NULL)
        rows = 0;
    WebPIDelete(decoder);
    return *status == VP8_STATUS_OK ? reading->picture->height : (uint32_t)MAX(rows, 0);
}

static bool
tell_status(VP8StatusCode status, GError **error)
{
    if (status == VP8_STATUS_OUT_OF_MEMORY)
        return picture_part_too_dear(error);
    return picture_part_damaged("WebP", error);
}

static bool
read_still(struct reading *reading, const uint8_t *data, size_t size, int64_t pixels,
           GPtrArray *findings, GError **error)
{
    VP8StatusCode status;
    uint32_t rows;
    size_t n;

    if (!WebPInitDecoderConfig(&reading->config) ||
        WebPGetFeatures(data, size, &reading->config.input) != VP8_STATUS_OK)
        return picture_part_damaged("WebP", error);
    if (!picture_fits(reading->config.input.width, reading->config.input.height, pixels, error))
        return false;
    prepare(reading);
    rows = decode(reading, data, size, &status);
    if (rows == 0)
        return tell_status(status, error);
    n = (size_t)reading->picture->width * rows;
    picture_part_full_range(reading->picture->luma, n);
    if (reading->alpha != NULL)
        picture_part_over_white(reading->picture->luma, reading->alpha, n);
    return picture_part_use(reading->picture, rows, "WebP", findings, error);
}

/* What a file holds around its pixels. */
struct wrapping {
    WebPData still; /* the file itself, or the first picture of an animation */
    int orientation;
    bool several;
};

static struct wrapping
unwrap(WebPDemuxer *demuxer, const uint8_t *data, size_t size)
{
    struct wrapping wrapping = {.still = {data, size}, .orientation = 1};
    WebPChunkIterator chunk;
    WebPIterator frame;

    if (demuxer == NULL)
        return wrapping;
    if (WebPDemuxGetChunk(demuxer, "EXIF", 1, &chunk)) {
        wrapping.orientation = exif_tiff_orientation(chunk.chunk.bytes, chunk.chunk.size);
        WebPDemuxReleaseChunkIterator(&chunk);
    }
    if ((WebPDemuxGetI(demuxer, WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG) != 0 &&
        WebPDemuxGetFrame(demuxer, 1, &frame)) {
        wrapping.still = frame.fragment;
        wrapping.several = true;
        WebPDemuxReleaseIterator(&frame);
    }
    return wrapping;
}

struct picture *
picture_webp_load(const uint8_t *data, size_t size, int64_t pixels, GPtrArray *findings,
                  GError **error)
{
    WebPDemuxState state;
    WebPDemuxer *demuxer = WebPDemuxPartial(&(WebPData){data, size}, &state);
    struct wrapping wrapping = unwrap(demuxer, data, size);
    struct reading reading = {.picture = NULL};
    struct picture *picture = NULL;

    if (read_still(&reading, wrapping.still.bytes, wrapping.still.size, pixels, findings, error)) {
        picture = picture_upright(g_steal_pointer(&reading.picture), wrapping.orientation);
        if (wrapping.several)
            picture_part_moves(findings);
    }
    WebPDemuxDelete(demuxer);
    picture_free(reading.picture);
    g_free(reading.rest);
    return picture;
}
