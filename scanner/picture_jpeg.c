#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>

#include <jpeglib.h>

#include <jerror.h>

#include "base/words.h"
#include "scanner/exif.h"
#include "scanner/picture_part.h"

#define FULL_PIXELS INT64_C(25000000) /* above it, half the width and height shows all there is */
#define BLOCK_PIXELS 64 /* each block of so many takes a bit of the file at least, … */
#define USABLE 2        /* … of a picture of which half will do */
#define SCANS 100 /* a progressive file has about ten; thousands are an attack on the processor */

/* All that must survive a jump out of libjpeg lives here. */
struct reading {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf failed;
    struct picture *picture;
    uint8_t *inks;  /* one row of cyan, magenta, yellow, black; NULL for other files */
    bool full;      /* there is no memory left */
    bool damaged;   /* libjpeg had to guess somewhere */
    bool ended;     /* the file breaks off */
    uint32_t whole; /* rows that were read before it did */
};

G_NORETURN static void
fail(j_common_ptr common)
{
    struct reading *reading = common->client_data;

    reading->full |= common->err->msg_code == JERR_OUT_OF_MEMORY;
    longjmp(reading->failed, 1);
}

static void
be_silent(j_common_ptr common)
{
    (void)common;
}

/* Of a file of several scans every row is there, if coarsely, once the first scan is. */
static uint32_t
rows_so_far(const struct reading *reading)
{
    if (reading->jpeg.input_scan_number > 1)
        return reading->jpeg.output_height;
    return reading->jpeg.output_scanline;
}

/* The pixels end before the picture does: with the file, or at a marker that comes early. */
static void
note_end(struct reading *reading)
{
    if (!reading->ended)
        reading->whole = rows_so_far(reading);
    reading->ended = true;
}

/* A marker that merely divides the pixels of one scan. */
static bool
is_restart(int marker)
{
    return marker >= JPEG_RST0 && marker < JPEG_RST0 + 8;
}

static void
note_warning(j_common_ptr common, int level)
{
    struct reading *reading = common->client_data;

    if (level >= 0)
        return;
    switch (common->err->msg_code) {
    case JWRN_JPEG_EOF: note_end(reading); break;
    case JWRN_HIT_MARKER:
        reading->damaged = true;
        if (!is_restart(reading->jpeg.unread_marker))
            note_end(reading);
        break;
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC: reading->damaged = true; break;
    default: break; /* oddities of writers that harm no pixel */
    }
}

static void
stop_endless_scans(j_common_ptr common)
{
    struct reading *reading = common->client_data;

    if (reading->jpeg.input_scan_number > SCANS)
        fail(common);
}

static void
reading_open(struct reading *reading)
{
    reading->jpeg.err = jpeg_std_error(&reading->errors);
    reading->errors.error_exit = fail;
    reading->errors.emit_message = note_warning;
    reading->errors.output_message = be_silent;
    reading->progress.progress_monitor = stop_endless_scans;
    reading->jpeg.client_data = reading;
}

static bool
read_head(struct reading *reading, const uint8_t *data, size_t size)
{
    if (setjmp(reading->failed) != 0)
        return false;
    jpeg_create_decompress(&reading->jpeg);
    reading->jpeg.progress = &reading->progress;
    jpeg_mem_src(&reading->jpeg, data, (unsigned long)size);
    jpeg_read_header(&reading->jpeg, TRUE);
    return true;
}

/*
 * Printers' files: Adobe writes inks inverted, 255 being none (Adobe Technical Note 5116), and so
 * does nearly everyone; each ink takes its share of the light that black leaves.
 */
static void
shade_row(struct reading *reading, uint8_t *row)
{
    unsigned flip = reading->jpeg.saw_Adobe_marker ? 0 : 255;

    for (uint32_t x = 0; x < reading->picture->width; x++) {
        const uint8_t *ink = reading->inks + (size_t)4 * x;
        unsigned light = (ink[0] ^ flip) * 77 + (ink[1] ^ flip) * 150 + (ink[2] ^ flip) * 29;

        row[x] = (uint8_t)((light >> 8) * (ink[3] ^ flip) / 255);
    }
}

static bool
read_rows(struct reading *reading)
{
    struct jpeg_decompress_struct *jpeg = &reading->jpeg;

    if (setjmp(reading->failed) != 0)
        return false;
    jpeg_start_decompress(jpeg);
    while (jpeg->output_scanline < jpeg->output_height) {
        uint8_t *row =
            reading->picture->luma + (size_t)jpeg->output_scanline * reading->picture->width;
        uint8_t *target = reading->inks != NULL ? reading->inks : row;

        if (jpeg_read_scanlines(jpeg, &target, 1) == 1 && reading->inks != NULL)
            shade_row(reading, row);
    }
    return true;
}

/* Room for the picture, once its size is known to be right. libjpeg makes a half of the waves in the
 * file, at less cost than the whole. */
static void
prepare(struct reading *reading)
{
    struct jpeg_decompress_struct *jpeg = &reading->jpeg;
    bool inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;

    jpeg->out_color_space = inks ? JCS_CMYK : JCS_GRAYSCALE;
    if ((int64_t)jpeg->image_width * jpeg->image_height > FULL_PIXELS)
        jpeg->scale_denom = 2;
    jpeg_calc_output_dimensions(jpeg);
    if (inks)
        reading->inks = g_malloc((size_t)4 * jpeg->output_width);
    reading->picture = picture_new(jpeg->output_width, jpeg->output_height);
}

/* Whether what came is worth looking at, and what to say of it. */
static bool
judge(const struct reading *reading, bool done, GPtrArray *findings, GError **error)
{
    if (!done && reading->full)
        return picture_part_too_dear(error);
    if (!done)
        return picture_part_damaged("JPEG", error);
    if (reading->ended && reading->whole < reading->picture->height)
        return picture_part_use(reading->picture, reading->whole, "JPEG", findings, error);
    if (reading->ended || reading->damaged)
        picture_part_harmed(findings);
    return true;
}

/*
 * Whether the file is long enough for what it says it shows: Huffman's codes have a bit or more,
 * arithmetic ones needn't. libjpeg keeps all waves of a file of several scans in memory.
 */
static bool
is_long_enough(const struct jpeg_decompress_struct *jpeg, size_t size)
{
    int64_t all = (int64_t)jpeg->image_width * jpeg->image_height;

    return jpeg->arith_code || (int64_t)size * 8 * BLOCK_PIXELS * USABLE >= all;
}

static bool
read_all(struct reading *reading, size_t size, int64_t pixels, GPtrArray *findings, GError **error)
{
    const struct jpeg_decompress_struct *jpeg = &reading->jpeg;

    if (!picture_fits(jpeg->image_width, jpeg->image_height, pixels, error))
        return false;
    if (!is_long_enough(jpeg, size))
        return picture_part_damaged("JPEG", error);
    prepare(reading);
    return judge(reading, read_rows(reading), findings, error);
}

struct picture *
picture_jpeg_load(const uint8_t *data, size_t size, int64_t pixels, GPtrArray *findings,
                  GError **error)
{
    struct reading reading = {0};
    struct picture *picture = NULL;

    reading_open(&reading);
    if (!read_head(&reading, data, size))
        judge(&reading, false, findings, error);
    else if (read_all(&reading, size, pixels, findings, error))
        picture = picture_upright(g_steal_pointer(&reading.picture), exif_orientation(data, size));
    jpeg_destroy_decompress(&reading.jpeg);
    picture_free(reading.picture);
    g_free(reading.inks);
    return picture;
}
