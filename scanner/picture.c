#include "scanner/picture.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/picture_part.h"

#define TILE 64 /* pixels: a square of this side stays in the cache while it is turned */

/* The first bytes of a file; the first match counts. Formats without a reader are only named. */
static const struct format {
    const char *name;
    size_t offset, length;
    const char *bytes;
    picture_reader *read;
} formats[] = {
    {"PNG", 0, 8, "\x89PNG\r\n\x1a\n", picture_png_load},
    {"JPEG", 0, 3, "\xff\xd8\xff", picture_jpeg_load},
    {"WebP", 8, 4, "WEBP", picture_webp_load},
    {"AVIF", 4, 8, "ftypavif", picture_heif_load},
    {"HEIC", 4, 7, "ftyphei", picture_heif_load},
    {"HEIC", 4, 7, "ftyphev", picture_heif_load},
    {"HEIC", 4, 8, "ftypmif1", picture_heif_load},
    {"HEIC", 4, 8, "ftypmsf1", picture_heif_load},
    {"PGM", 0, 2, "P2", picture_pnm_load},
    {"PPM", 0, 2, "P3", picture_pnm_load},
    {"PGM", 0, 2, "P5", picture_pnm_load},
    {"PPM", 0, 2, "P6", picture_pnm_load},
    {"GIF", 0, 4, "GIF8", NULL},
    {"TIFF", 0, 4, "II*\0", NULL},
    {"TIFF", 0, 4, "MM\0*", NULL},
    {"BMP", 0, 2, "BM", NULL},
    {"PDF", 0, 5, "%PDF-", NULL},
    {"ZIP", 0, 4, "PK\x03\x04", NULL},
    {"MP4", 4, 4, "ftyp", NULL},
};

struct picture *
picture_new(uint32_t width, uint32_t height)
{
    struct picture *picture = g_new0(struct picture, 1);

    picture->width = width;
    picture->height = height;
    picture->luma = g_malloc((size_t)width * height);
    return picture;
}

void
picture_free(struct picture *picture)
{
    if (picture == NULL)
        return;
    g_free(picture->luma);
    g_free(picture);
}

bool
picture_fits(int64_t width, int64_t height, int64_t pixels, GError **error)
{
    if (width <= 0 || height <= 0)
        return err_set(error, ERR_INPUT, _("The picture is damaged: photograph it again."));
    if (width > pixels / height)
        return err_set(
            error, ERR_INPUT,
            _("The picture has %lld x %lld pixels, and at most %lld megapixels are read. "
              "Make it smaller, or set the camera to a smaller size."),
            (long long)width, (long long)height, (long long)pixels / 1000000);
    return true;
}

static const struct format *
format_of(const uint8_t *data, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        const struct format *format = &formats[i];

        if (size >= format->offset + format->length &&
            memcmp(data + format->offset, format->bytes, format->length) == 0)
            return format;
    }
    return NULL;
}

struct picture *
picture_load(GBytes *file, int64_t pixels, GPtrArray *findings, GError **error)
{
    size_t size;
    const uint8_t *data = g_bytes_get_data(file, &size);
    const struct format *format = size > 0 ? format_of(data, size) : NULL;

    if (size == 0)
        err_set(error, ERR_INPUT, _("The file is empty: send the picture again."));
    else if (size > LIMIT_FILE)
        err_set(error, ERR_INPUT, _("The file is larger than %d MB: make the picture smaller."),
                LIMIT_FILE / (1024 * 1024));
    else if (format == NULL)
        err_set(error, ERR_INPUT,
                _("This is not a picture that can be read: JPEG, PNG, WebP, HEIC, AVIF, PGM and "
                  "PPM are."));
    else if (format->read == NULL)
        err_set(error, ERR_INPUT,
                _("This is a %s file, and only pictures in JPEG, PNG, WebP, HEIC, AVIF, PGM and "
                  "PPM are read: save it as one of these."),
                format->name);
    else
        return format->read(data, size, pixels, findings, error);
    return NULL;
}

/* Where the pixel of the upright picture's corner lies, and the steps to its right and below. */
struct walk {
    ptrdiff_t corner, right, down;
};

static struct walk
walk_of(const struct picture *from, int orientation)
{
    ptrdiff_t w = from->width, h = from->height;
    ptrdiff_t last = w - 1, bottom = (h - 1) * w;

    switch (orientation) {
    case 2: return (struct walk){last, -1, w};
    case 3: return (struct walk){bottom + last, -1, -w};
    case 4: return (struct walk){bottom, 1, -w};
    case 5: return (struct walk){0, w, 1};
    case 6: return (struct walk){bottom, -w, 1};
    case 7: return (struct walk){bottom + last, -w, -1};
    case 8: return (struct walk){last, w, -1};
    default: return (struct walk){0, 1, w};
    }
}

static void
copy_tile(struct picture *to, const uint8_t *from, struct walk walk, uint32_t left, uint32_t top)
{
    uint32_t right = MIN(left + TILE, to->width), bottom = MIN(top + TILE, to->height);

    for (uint32_t y = top; y < bottom; y++) {
        const uint8_t *row = from + walk.corner + walk.down * (ptrdiff_t)y;
        uint8_t *out = to->luma + (size_t)y * to->width;

        for (uint32_t x = left; x < right; x++)
            out[x] = row[walk.right * (ptrdiff_t)x];
    }
}

struct picture *
picture_upright(struct picture *picture, int orientation)
{
    struct walk walk = walk_of(picture, orientation);
    struct picture *upright;

    if (orientation < 2 || orientation > 8)
        return picture;
    upright = orientation < 5 ? picture_new(picture->width, picture->height)
                              : picture_new(picture->height, picture->width);
    for (uint32_t y = 0; y < upright->height; y += TILE)
        for (uint32_t x = 0; x < upright->width; x += TILE)
            copy_tile(upright, picture->luma, walk, x, y);
    picture_free(picture);
    return upright;
}

int
picture_level_at(const struct picture *picture, int hundredths)
{
    size_t size = (size_t)picture->width * picture->height, below = 0, counts[256] = {0};
    int level = 0;

    for (size_t i = 0; i < size; i++)
        counts[picture->luma[i]]++;
    while (level < 255 && (below += counts[level]) * 100 <= size * (size_t)hundredths)
        level++;
    return level;
}
