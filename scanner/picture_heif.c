#include <string.h>

#include <libheif/heif.h>

#include "base/library.h"
#include "base/words.h"
#include "scanner/finding.h"
#include "scanner/picture_part.h"

/* Its codecs reckon their tables as they are loaded: that alone takes longer than most commands. */
#define CALLS(X)                                                                                   \
    X(heif_, context_alloc)                                                                        \
    X(heif_, context_free)                                                                         \
    X(heif_, context_set_max_decoding_threads)                                                     \
    X(heif_, context_read_from_memory_without_copy)                                                \
    X(heif_, context_get_primary_image_handle)                                                     \
    X(heif_, image_handle_get_width)                                                               \
    X(heif_, image_handle_get_height)                                                              \
    X(heif_, image_handle_release)                                                                 \
    X(heif_, decoding_options_alloc)                                                               \
    X(heif_, decoding_options_free)                                                                \
    X(heif_, decode_image)                                                                         \
    X(heif_, image_get_primary_width)                                                              \
    X(heif_, image_get_primary_height)                                                             \
    X(heif_, image_get_plane_readonly)                                                             \
    X(heif_, image_get_bits_per_pixel_range)                                                       \
    X(heif_, image_get_nclx_color_profile)                                                         \
    X(heif_, nclx_color_profile_free)                                                              \
    X(heif_, image_release)
LIBRARY(heif, "libheif.so.1", CALLS)

/* An image of libheif as it was stored, and already turned by the file's word. What is gray stays of
 * more than 8 bits a sample, though others are asked for; such samples are uint16_t. */
struct plane {
    const uint8_t *data;
    size_t stride;
    int bits;
};

static bool
tell(const struct heif_error *why, GError **error)
{
    switch (why->code) {
    case heif_error_Memory_allocation_error: return picture_part_too_dear(error);
    case heif_error_Unsupported_filetype:
    case heif_error_Unsupported_feature:
        return err_set(
            error, ERR_INPUT,
            _("This kind of HEIC picture can't be read. Send it as JPEG; an iPhone takes "
              "JPEG after Settings, Camera, Formats, Most Compatible."));
    default: return picture_part_damaged("HEIC", error);
    }
}

static struct plane
plane_of(const struct heif_image *image, enum heif_channel channel)
{
    int stride = 0;
    const uint8_t *data = heif.image_get_plane_readonly(image, channel, &stride);

    return (struct plane){data, (size_t)stride,
                          data == NULL ? 8 : heif.image_get_bits_per_pixel_range(image, channel)};
}

/* A sample of 8 bits. */
static uint8_t
sample_at(const struct plane *plane, size_t x, size_t y)
{
    const uint8_t *row = plane->data + y * plane->stride;
    uint16_t wide;

    if (plane->bits <= 8)
        return row[x];
    memcpy(&wide, row + 2 * x, sizeof wide);
    return (uint8_t)(wide >> (plane->bits - 8));
}

/* Where the colours are not kept apart from brightness: red, green and blue. */
static bool
copy_colours(const struct heif_image *image, struct picture *picture)
{
    struct plane red = plane_of(image, heif_channel_R), green = plane_of(image, heif_channel_G),
                 blue = plane_of(image, heif_channel_B);

    if (red.data == NULL || green.data == NULL || blue.data == NULL)
        return false;
    for (size_t y = 0; y < picture->height; y++)
        for (size_t x = 0; x < picture->width; x++)
            picture->luma[y * picture->width + x] = picture_part_luma(
                sample_at(&red, x, y), sample_at(&green, x, y), sample_at(&blue, x, y));
    return true;
}

static bool
is_video_range(const struct heif_image *image)
{
    struct heif_color_profile_nclx *profile = NULL;
    bool video;

    if (heif.image_get_nclx_color_profile(image, &profile).code != heif_error_Ok)
        return false;
    video = profile->full_range_flag == 0;
    heif.nclx_color_profile_free(profile);
    return video;
}

static bool
copy_luma(const struct heif_image *image, struct picture *picture)
{
    struct plane luma = plane_of(image, heif_channel_Y);
    size_t width = picture->width;

    if (luma.data == NULL)
        return copy_colours(image, picture);
    for (size_t y = 0; y < picture->height; y++)
        for (size_t x = 0; x < width; x++)
            picture->luma[y * width + x] = sample_at(&luma, x, y);
    if (is_video_range(image))
        picture_part_full_range(picture->luma, width * picture->height);
    return true;
}

static void
lay_over_white(const struct heif_image *image, struct picture *picture)
{
    struct plane alpha = plane_of(image, heif_channel_Alpha);
    g_autofree uint8_t *row = g_malloc(picture->width);

    for (size_t y = 0; alpha.data != NULL && y < picture->height; y++) {
        for (size_t x = 0; x < picture->width; x++)
            row[x] = sample_at(&alpha, x, y);
        picture_part_over_white(picture->luma + y * picture->width, row, picture->width);
    }
}

static struct picture *
picture_of(const struct heif_image *image, int64_t pixels, GError **error)
{
    int width = heif.image_get_primary_width(image), height = heif.image_get_primary_height(image);
    struct picture *picture;

    if (!picture_fits(width, height, pixels, error))
        return NULL;
    picture = picture_new((uint32_t)width, (uint32_t)height);
    if (copy_luma(image, picture)) {
        lay_over_white(image, picture);
        return picture;
    }
    picture_free(picture);
    picture_part_damaged("HEIC", error);
    return NULL;
}

static struct picture *
decode(const struct heif_image_handle *handle, int64_t pixels, GError **error)
{
    struct heif_decoding_options *options = heif.decoding_options_alloc();
    struct heif_image *image = NULL;
    struct picture *picture = NULL;
    struct heif_error why;

    options->convert_hdr_to_8bit = 1;
    why = heif.decode_image(handle, &image, heif_colorspace_undefined, heif_chroma_undefined,
                            options);
    heif.decoding_options_free(options);
    if (why.code == heif_error_Ok)
        picture = picture_of(image, pixels, error);
    else
        tell(&why, error);
    heif.image_release(image);
    return picture;
}

bool
picture_heif_ready(void)
{
    return library_load(&heif_library, NULL);
}

static bool
is_there(GError **error)
{
    return picture_heif_ready() ||
           err_set(
               error, ERR_INPUT,
               _("HEIC pictures can't be read here, as the library %s is missing on this system. "
                 "Send it as JPEG; an iPhone takes JPEG after Settings, Camera, Formats, Most "
                 "Compatible."),
               heif_library.soname);
}

static struct picture *
read_primary(struct heif_context *context, const uint8_t *data, size_t size, int64_t pixels,
             GError **error)
{
    struct heif_image_handle *handle = NULL;
    struct picture *picture = NULL;
    struct heif_error why;

    heif.context_set_max_decoding_threads(context, 0);
    why = heif.context_read_from_memory_without_copy(context, data, size, NULL);
    if (why.code == heif_error_Ok)
        why = heif.context_get_primary_image_handle(context, &handle);
    if (why.code != heif_error_Ok)
        tell(&why, error);
    else if (picture_fits(heif.image_handle_get_width(handle), heif.image_handle_get_height(handle),
                          pixels, error))
        picture = decode(handle, pixels, error);
    heif.image_handle_release(handle);
    return picture;
}

struct picture *
picture_heif_load(const uint8_t *data, size_t size, int64_t pixels, GPtrArray *findings,
                  GError **error)
{
    struct heif_context *context;
    struct picture *picture;

    (void)findings; /* libheif gives all of a picture or nothing */
    if (!is_there(error))
        return NULL;
    context = heif.context_alloc();
    picture = read_primary(context, data, size, pixels, error);
    heif.context_free(context);
    return picture;
}
