#include <setjmp.h>
#include <string.h>

#include <png.h>

#include "scanner/exif.h"
#include "scanner/finding.h"
#include "scanner/picture_part.h"

/* All that must survive a jump out of libpng lives here. */
struct reading {
    png_structp png;
    png_infop info;
    const uint8_t *data;
    size_t size, at;
    struct picture *picture;
    uint8_t *pairs;  /* gray and alpha of the whole picture; NULL where nothing is transparent */
    uint32_t whole;  /* rows that came, if coarsely */
    bool harmed;     /* a checksum was wrong */
    bool moves;      /* there are more pictures, which an acTL chunk counts */
    int orientation; /* as an eXIf chunk says */
};

G_NORETURN static void
fail(png_structp png, png_const_charp message)
{
    (void)message;
    png_longjmp(png, 1);
}

/* libpng's only telling of a wrong checksum that it was asked to bear with. */
static void
note_warning(png_structp png, png_const_charp message)
{
    struct reading *reading = png_get_error_ptr(png);

    if (strstr(message, "CRC") != NULL)
        reading->harmed = true;
}

static void
give(png_structp png, png_bytep to, size_t length)
{
    struct reading *reading = png_get_io_ptr(png);

    if (length > reading->size - reading->at)
        png_error(png, "end");
    memcpy(to, reading->data + reading->at, length);
    reading->at += length;
}

/* What libpng keeps and doesn't know: EXIF data, and the count of an animation's pictures (PNG, Third
 * Edition, 11.3.6.1). */
static void
read_kept(struct reading *reading)
{
    png_unknown_chunkp chunks = NULL;
    int n = png_get_unknown_chunks(reading->png, reading->info, &chunks);

    reading->orientation = 1;
    for (int i = 0; i < n; i++) {
        const uint8_t *data = chunks[i].data;

        if (memcmp(chunks[i].name, "eXIf", 4) == 0)
            reading->orientation = exif_tiff_orientation(data, chunks[i].size);
        else if (chunks[i].size >= 4)
            reading->moves = png_get_uint_32(data) > 1;
    }
}

/* Libpng makes room for as much text, profile or EXIF as a chunk says it has, before it looks for it;
 * only of a chunk that is kept as it came it doesn't where that is more than the file has. */
static void
pass_over_words(const struct reading *reading)
{
    static const uint8_t wanted[] = "cHRM\0gAMA\0sRGB", kept[] = "eXIf\0acTL";

    png_set_chunk_malloc_max(reading->png, reading->size);
    png_set_keep_unknown_chunks(reading->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_keep_unknown_chunks(reading->png, PNG_HANDLE_CHUNK_AS_DEFAULT, wanted,
                                sizeof wanted / 5);
    png_set_keep_unknown_chunks(reading->png, PNG_HANDLE_CHUNK_ALWAYS, kept, sizeof kept / 5);
}

static bool
read_head(struct reading *reading)
{
    if (setjmp(png_jmpbuf(reading->png)) != 0)
        return false;
    png_set_read_fn(reading->png, reading, give);
    pass_over_words(reading);
    png_set_crc_action(reading->png, PNG_CRC_WARN_USE, PNG_CRC_QUIET_USE);
    png_read_info(reading->png, reading->info);
    read_kept(reading);
    return true;
}

/* Whatever it is becomes 8 bits of gray, with alpha behind where something is transparent. Samples
 * without a gamma are taken as screens show them. */
static void
ask_for_gray(struct reading *reading)
{
    png_structp png = reading->png;

    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gamma(png, PNG_DEFAULT_sRGB, PNG_DEFAULT_sRGB);
    if ((png_get_color_type(png, reading->info) & PNG_COLOR_MASK_COLOR) != 0)
        png_set_rgb_to_gray(png, PNG_ERROR_ACTION_NONE, PNG_RGB_TO_GRAY_DEFAULT,
                            PNG_RGB_TO_GRAY_DEFAULT);
}

/* Pixels of a later pass stand between those of the ones before, which fill whole blocks. */
static bool
read_rows(struct reading *reading)
{
    struct picture *picture = reading->picture;
    uint8_t *rows = reading->pairs != NULL ? reading->pairs : picture->luma;
    size_t stride = (size_t)picture->width * (reading->pairs != NULL ? 2 : 1);
    int passes;

    if (setjmp(png_jmpbuf(reading->png)) != 0)
        return false;
    passes = png_set_interlace_handling(reading->png);
    png_start_read_image(reading->png);
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < picture->height; y++) {
            uint8_t *row = rows + stride * y;

            png_read_row(reading->png, passes > 1 ? NULL : row, passes > 1 ? row : NULL);
            reading->whole = MAX(reading->whole, y + 1);
        }
    return true;
}

static void
lay_over_white(struct reading *reading)
{
    size_t pixels = (size_t)reading->picture->width * reading->whole;

    for (size_t i = 0; i < pixels; i++) {
        reading->picture->luma[i] = reading->pairs[2 * i];
        picture_part_over_white(reading->picture->luma + i, reading->pairs + 2 * i + 1, 1);
    }
}

static bool
read_pixels(struct reading *reading, GPtrArray *findings, GError **error)
{
    bool done = read_rows(reading);
    uint32_t height = reading->picture->height;

    if (!done && reading->whole == height) { /* in a pass that makes it finer */
        reading->harmed = true;
        done = true;
    }
    if (reading->pairs != NULL)
        lay_over_white(reading);
    if (done && reading->harmed)
        picture_part_harmed(findings);
    if (reading->moves)
        picture_part_moves(findings);
    return picture_part_use(reading->picture, reading->whole, "PNG", findings, error);
}

static bool
read_all(struct reading *reading, int64_t pixels, GPtrArray *findings, GError **error)
{
    png_structp png = reading->png;
    uint32_t width, height;
    bool clear;

    if (!read_head(reading))
        return picture_part_damaged("PNG", error);
    width = png_get_image_width(png, reading->info);
    height = png_get_image_height(png, reading->info);
    if (!picture_fits(width, height, pixels, error))
        return false;
    clear = (png_get_color_type(png, reading->info) & PNG_COLOR_MASK_ALPHA) != 0 ||
            png_get_valid(png, reading->info, PNG_INFO_tRNS) != 0;
    ask_for_gray(reading);
    reading->picture = picture_new(width, height);
    reading->pairs = clear ? g_malloc((size_t)2 * width * height) : NULL;
    return read_pixels(reading, findings, error);
}

struct picture *
picture_png_load(const uint8_t *data, size_t size, int64_t pixels, GPtrArray *findings,
                 GError **error)
{
    struct reading reading = {.data = data, .size = size};
    struct picture *picture = NULL;

    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, fail, note_warning);
    reading.info = png_create_info_struct(reading.png);
    if (read_all(&reading, pixels, findings, error))
        picture = picture_upright(g_steal_pointer(&reading.picture), reading.orientation);
    png_destroy_read_struct(&reading.png, &reading.info, NULL);
    picture_free(reading.picture);
    g_free(reading.pairs);
    return picture;
}
