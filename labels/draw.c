#include "labels/draw.h"

#include <math.h>
#include <string.h>

#include <cairo-svg.h>
#include <cairo.h>

#include "base/words.h"
#include "labels/escpos.h"
#include "labels/paint.h"
#include "labels/pdf.h"
#include "labels/png_page.h"
#include "labels/raster.h"
#include "labels/tspl.h"
#include "labels/zpl.h"

#define MM_PER_INCH 25.4
#define POINTS_PER_INCH 72.0
#define BYTES_A_PIXEL 4

static void
write_png(const struct raster *raster, int copies, struct sink *sink)
{
    (void)copies;
    png_page_write(raster, sink);
}

static const struct format {
    const char *name;
    bool one_page;
    void (*write)(const struct raster *raster, int copies,
                  struct sink *sink); /* where it is dots */
} formats[DRAW_FORMATS] = {
    [DRAW_PDF] = {"pdf", false, NULL},         [DRAW_SVG] = {"svg", true, NULL},
    [DRAW_PNG] = {"png", true, write_png},     [DRAW_ZPL] = {"zpl", false, zpl_write},
    [DRAW_TSPL] = {"tspl", false, tspl_write}, [DRAW_ESCPOS] = {"escpos", false, escpos_write},
};

/* Either a PDF, or a page of cairo's: a drawing in SVG or a picture. */
struct draw {
    struct fonts *fonts;
    struct draw_job job;
    struct sink *sink;
    struct pdf *pdf;
    cairo_surface_t *surface;
    cairo_t *cairo;
    cairo_status_t status; /* the first that went wrong */
};

const char *
draw_name(enum draw_format format)
{
    return formats[format].name;
}

bool
draw_one_page(enum draw_format format)
{
    return formats[format].one_page;
}

bool
draw_in_dots(enum draw_format format)
{
    return formats[format].write != NULL;
}

static cairo_status_t
to_sink(void *closure, const unsigned char *bytes, unsigned int n)
{
    return sink_write(closure, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* White, and black on it from now on: an SVG that is put on something dark is no code without it. */
static void
paint_ground(cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
}

static void
begin_svg(struct draw *draw)
{
    const double unit = POINTS_PER_INCH / MM_PER_INCH;

    draw->surface = cairo_svg_surface_create_for_stream(to_sink, draw->sink, draw->job.width * unit,
                                                        draw->job.height * unit);
    draw->cairo = cairo_create(draw->surface);
    paint_ground(draw->cairo);
    cairo_scale(draw->cairo, unit, unit);
}

static void
begin_picture(struct draw *draw)
{
    const double unit = draw->job.dpi / MM_PER_INCH;

    draw->surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)lround(draw->job.width * unit),
                                   (int)lround(draw->job.height * unit));
    draw->cairo = cairo_create(draw->surface);
    paint_ground(draw->cairo);
    cairo_scale(draw->cairo, unit, unit);
}

/* The cairo page, begun by the first thing on it. */
static cairo_t *
page(struct draw *draw)
{
    if (draw->cairo == NULL && draw->job.format == DRAW_SVG)
        begin_svg(draw);
    else if (draw->cairo == NULL)
        begin_picture(draw);
    return draw->cairo;
}

struct draw *
draw_new(struct fonts *fonts, const struct draw_job *job, struct sink *sink)
{
    struct draw *draw = g_new0(struct draw, 1);

    draw->fonts = fonts;
    draw->job = *job;
    draw->sink = sink;
    if (draw_in_dots(job->format) && job->format != DRAW_PNG)
        fonts_use_dots(fonts);
    if (job->format == DRAW_PDF)
        draw->pdf =
            pdf_new(fonts, job->width, job->height, job->bleed, job->moment, job->language, sink);
    return draw;
}

void
draw_layout(struct draw *draw, const struct layout *layout, const struct symbol *symbols, double x,
            double y)
{
    if (draw->pdf != NULL)
        pdf_layout(draw->pdf, layout, symbols, x, y);
    else
        paint_layout(page(draw), draw->fonts, layout, symbols, x, y);
}

/* Rec. 601, as for grey pictures of any kind. */
static uint8_t
light_of(uint32_t pixel)
{
    return (uint8_t)((299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) +
                      114 * (pixel & 0xFF) + 500) /
                     1000);
}

static void
write_picture(struct draw *draw)
{
    const int width = cairo_image_surface_get_width(draw->surface);
    const int height = cairo_image_surface_get_height(draw->surface);
    g_autofree uint8_t *light = g_malloc((size_t)width * (size_t)height);
    const struct raster raster = {width, height, draw->job.dpi, light};

    cairo_surface_flush(draw->surface);
    for (int y = 0; y < height; y++) {
        const unsigned char *row = cairo_image_surface_get_data(draw->surface) +
                                   (ptrdiff_t)y * cairo_image_surface_get_stride(draw->surface);

        for (int x = 0; x < width; x++) {
            uint32_t pixel;

            memcpy(&pixel, row + x * BYTES_A_PIXEL, sizeof(pixel));
            light[(size_t)y * (size_t)width + (size_t)x] = light_of(pixel);
        }
    }
    formats[draw->job.format].write(&raster, MAX(draw->job.copies, 1), draw->sink);
}

static void
close_page(struct draw *draw)
{
    g_clear_pointer(&draw->cairo, cairo_destroy);
    g_clear_pointer(&draw->surface, cairo_surface_destroy);
}

static void
end_cairo_page(struct draw *draw)
{
    cairo_status_t status = cairo_status(page(draw));

    if (draw->job.format == DRAW_SVG)
        cairo_surface_finish(draw->surface);
    else if (status == CAIRO_STATUS_SUCCESS)
        write_picture(draw);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(draw->surface);
    if (draw->status == CAIRO_STATUS_SUCCESS)
        draw->status = status;
    close_page(draw);
}

void
draw_end_page(struct draw *draw)
{
    if (draw->pdf != NULL)
        pdf_end_page(draw->pdf);
    else
        end_cairo_page(draw);
}

bool
draw_finish(struct draw *draw, GError **error)
{
    if (draw->pdf != NULL)
        pdf_finish(draw->pdf);
    if (draw->status == CAIRO_STATUS_SUCCESS && draw->sink->failed)
        draw->status = CAIRO_STATUS_WRITE_ERROR;
    if (draw->status == CAIRO_STATUS_SUCCESS)
        return true;
    return err_set(error, ERR_BROKEN, _("The labels could not be drawn: %s"),
                   cairo_status_to_string(draw->status));
}

void
draw_free(struct draw *draw)
{
    if (draw == NULL)
        return;
    close_page(draw);
    pdf_free(draw->pdf);
    g_free(draw);
}
