#include "labels/png_page.h"

#include <math.h>

#include <png.h>

#define INCHES_PER_M (1000 / 25.4)

static void
to_sink(png_structp png, png_bytep bytes, size_t n)
{
    sink_write((struct sink *)png_get_io_ptr(png), bytes, n);
}

static void
flush(png_structp png)
{
    (void)png;
}

/* The sink keeps its own failures, and nothing else can go wrong with rows of grey bytes. */
static void
broken(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
    g_assert_not_reached();
}

void
png_page_write(const struct raster *raster, struct sink *sink)
{
    const png_uint_32 dots_a_metre = (png_uint_32)lround(raster->dpi * INCHES_PER_M);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, broken, NULL);
    png_infop info = png_create_info_struct(png);

    png_set_write_fn(png, sink, to_sink, flush);
    png_set_IHDR(png, info, (png_uint_32)raster->width, (png_uint_32)raster->height, 8,
                 PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(png, info, dots_a_metre, dots_a_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    for (int y = 0; y < raster->height; y++)
        png_write_row(png, raster->light + (size_t)y * (size_t)raster->width);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}
