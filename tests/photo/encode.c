/* Photos as files. The library's own handlers end the program on an error, as a tool may. */

#include "photo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

#define GRAYS 32 /* in a palette */

/* The photo as rows of red, green and blue, turned into its place in the file. */
struct raster {
    uint8_t *rgb;
    int width, height;
};

/* Where the pixel shown at x, y lies in a file with that EXIF orientation. */
static void
stored_at(int orientation, int width, int height, int *x, int *y)
{
    int mirrored = width - 1 - *x, upended = height - 1 - *y, across = *x, down = *y;
    const int places[9][2] = {
        [1] = {across, down},      [2] = {mirrored, down},  [3] = {mirrored, upended},
        [4] = {across, upended},   [5] = {down, across},    [6] = {down, mirrored},
        [7] = {upended, mirrored}, [8] = {upended, across},
    };

    *x = places[orientation][0];
    *y = places[orientation][1];
}

static struct raster
raster_of(cairo_surface_t *photo, int orientation)
{
    int width = cairo_image_surface_get_width(photo);
    int height = cairo_image_surface_get_height(photo);
    const uint8_t *data = cairo_image_surface_get_data(photo);
    size_t stride = (size_t)cairo_image_surface_get_stride(photo);
    struct raster raster = {g_malloc(3 * (size_t)width * (size_t)height),
                            orientation < 5 ? width : height, orientation < 5 ? height : width};

    for (int j = 0; j < height; j++)
        for (int i = 0; i < width; i++) {
            const uint8_t *from = data + (size_t)j * stride + 4 * (size_t)i;
            int x = i, y = j;
            uint8_t *to;

            stored_at(orientation, width, height, &x, &y);
            to = raster.rgb + 3 * ((size_t)y * (size_t)raster.width + (size_t)x);
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
        }
    return raster;
}

/* An APP1 segment with the one tag, big endian. */
static void
write_orientation(struct jpeg_compress_struct *jpeg, int orientation)
{
    uint8_t exif[32] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0";

    exif[25] = (uint8_t)orientation;
    jpeg_write_marker(jpeg, JPEG_APP0 + 1, exif, sizeof exif);
}

/* Inks as Adobe writes them, inverted: as much black as the brightest colour allows. */
static void
ink_row(const uint8_t *rgb, uint8_t *inks, int width)
{
    for (int x = 0; x < width; x++, rgb += 3, inks += 4) {
        int most = MAX(MAX(rgb[0], rgb[1]), rgb[2]);

        for (int c = 0; c < 3; c++)
            inks[c] = (uint8_t)(most == 0 ? 255 : rgb[c] * 255 / most);
        inks[3] = (uint8_t)most;
    }
}

static GBytes *
encode_jpeg(const struct raster *raster, const struct photo_file *file)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *data = NULL;
    unsigned long size = 0;
    bool cmyk = file->form == PHOTO_JPEG_CMYK;
    g_autofree uint8_t *inks = g_malloc(4 * (size_t)raster->width);

    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &data, &size);
    jpeg.image_width = (JDIMENSION)raster->width;
    jpeg.image_height = (JDIMENSION)raster->height;
    jpeg.input_components = cmyk ? 4 : 3;
    jpeg.in_color_space = cmyk ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, file->quality, TRUE);
    if (file->form == PHOTO_JPEG_PROGRESSIVE)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (file->orientation > 1)
        write_orientation(&jpeg, file->orientation);
    while (jpeg.next_scanline < jpeg.image_height) {
        uint8_t *row = raster->rgb + 3 * (size_t)jpeg.next_scanline * (size_t)raster->width;

        if (cmyk)
            ink_row(row, inks, raster->width);
        row = cmyk ? inks : row;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    return g_bytes_new_with_free_func(data, size, free, data);
}

static void
append(png_structp png, png_bytep data, size_t size)
{
    g_byte_array_append(png_get_io_ptr(png), data, (guint)size);
}

static int
gray_of(const uint8_t *rgb)
{
    return (rgb[0] * 77 + rgb[1] * 150 + rgb[2] * 29) >> 8;
}

static void
gray_row(const uint8_t *rgb, uint8_t *row, int width, enum photo_form form)
{
    for (int x = 0; x < width; x++, rgb += 3)
        if (form == PHOTO_PNG_16) {
            row[2 * x] = (uint8_t)gray_of(rgb);
            row[2 * x + 1] = (uint8_t)(x * 37); /* any: it is below what a screen shows */
        } else {
            row[x] = (uint8_t)(gray_of(rgb) * GRAYS / 256);
        }
}

static void
set_kind(png_structp png, png_infop info, const struct raster *raster, enum photo_form form)
{
    static const int types[] = {[PHOTO_PNG] = PNG_COLOR_TYPE_RGB,
                                [PHOTO_PNG_16] = PNG_COLOR_TYPE_GRAY,
                                [PHOTO_PNG_PALETTE] = PNG_COLOR_TYPE_PALETTE,
                                [PHOTO_PNG_INTERLACED] = PNG_COLOR_TYPE_RGB};
    png_color palette[GRAYS];

    png_set_IHDR(png, info, (png_uint_32)raster->width, (png_uint_32)raster->height,
                 form == PHOTO_PNG_16 ? 16 : 8, types[form],
                 form == PHOTO_PNG_INTERLACED ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    for (int i = 0; i < GRAYS; i++)
        memset(&palette[i], i * 255 / (GRAYS - 1), sizeof palette[i]);
    if (form == PHOTO_PNG_PALETTE)
        png_set_PLTE(png, info, palette, GRAYS);
}

static void
write_rows(png_structp png, const struct raster *raster, enum photo_form form, int passes)
{
    g_autofree uint8_t *row = g_malloc(2 * (size_t)raster->width);
    bool gray = form == PHOTO_PNG_16 || form == PHOTO_PNG_PALETTE;

    for (int pass = 0; pass < passes; pass++)
        for (int y = 0; y < raster->height; y++) {
            uint8_t *rgb = raster->rgb + 3 * (size_t)y * (size_t)raster->width;

            if (gray)
                gray_row(rgb, row, raster->width, form);
            png_write_row(png, gray ? row : rgb);
        }
}

static GBytes *
encode_png(const struct raster *raster, enum photo_form form)
{
    GByteArray *out = g_byte_array_new();
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);

    if (setjmp(png_jmpbuf(png)) != 0)
        g_error("libpng can't write this picture");
    png_set_write_fn(png, out, append, NULL);
    set_kind(png, info, raster, form);
    png_write_info(png, info);
    write_rows(png, raster, form, png_set_interlace_handling(png));
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return g_byte_array_free_to_bytes(out);
}

GBytes *
photo_encode(cairo_surface_t *photo, const struct photo_file *file, GError **error)
{
    bool jpeg = file->form <= PHOTO_JPEG_CMYK;
    struct raster raster;
    GBytes *bytes;

    if (file->orientation < 1 || file->orientation > 8 || (!jpeg && file->orientation != 1)) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                            "the orientation is 1 to 8, and 1 in a PNG");
        return NULL;
    }
    raster = raster_of(photo, file->orientation);
    bytes = jpeg ? encode_jpeg(&raster, file) : encode_png(&raster, file->form);
    g_free(raster.rgb);
    return bytes;
}
