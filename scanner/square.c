#include "scanner/square.h"

#include <math.h>
#include <string.h>

#include <zbar.h>

#include "base/library.h"
#include "scanner/grid.h"
#include "scanner/second.h"
#include "scanner/sighting.h"

#define CALLS(X)                                                                                   \
    X(zbar_, image_scanner_create)                                                                 \
    X(zbar_, image_scanner_set_config)                                                             \
    X(zbar_, image_scanner_destroy)                                                                \
    X(zbar_, image_create)                                                                         \
    X(zbar_, image_set_format)                                                                     \
    X(zbar_, image_set_size)                                                                       \
    X(zbar_, image_set_data)                                                                       \
    X(zbar_, image_first_symbol)                                                                   \
    X(zbar_, image_destroy)                                                                        \
    X(zbar_, scan_image)                                                                           \
    X(zbar_, symbol_next)                                                                          \
    X(zbar_, symbol_get_type)                                                                      \
    X(zbar_, symbol_get_modifiers)                                                                 \
    X(zbar_, symbol_get_data)                                                                      \
    X(zbar_, symbol_get_data_length)                                                               \
    X(zbar_, symbol_get_loc_size)                                                                  \
    X(zbar_, symbol_get_loc_x)                                                                     \
    X(zbar_, symbol_get_loc_y)
LIBRARY(zbar, "libzbar.so.0", CALLS)

/* Text for bytes: valid UTF-8 as it is, GB18030 converted; NULL for none, others, and with NUL. */
static char *
text_of(const char *bytes, size_t length, size_t *text_length)
{
    g_autofree char *text = NULL;
    gsize written = 0;

    if (length == 0 || memchr(bytes, '\0', length) != NULL)
        return NULL;
    if (g_utf8_validate(bytes, (gssize)length, NULL)) {
        *text_length = length;
        return g_strndup(bytes, length);
    }
    text = g_convert(bytes, (gssize)length, "UTF-8", "GB18030", NULL, &written, NULL);
    *text_length = written;
    return g_steal_pointer(&text);
}

static struct decode_point
point_at(const struct square_view *view, int x, int y)
{
    return (struct decode_point){(int32_t)lrint(view->left + x * view->scale),
                                 (int32_t)lrint(view->top + y * view->scale)};
}

/* libzbar names a QR code's corners from the upper left one against the clock. */
static void
take_qr(const zbar_symbol_t *found, const struct square_view *view, GPtrArray *symbols)
{
    bool gs1 = (zbar.symbol_get_modifiers(found) >> ZBAR_MOD_GS1 & 1) != 0;
    struct decode_symbol seen = {.symbology = gs1 ? SYMBOLOGY_GS1_QR : SYMBOLOGY_QR, .quality = 1};
    unsigned points = zbar.symbol_get_loc_size(found);
    g_autofree char *text =
        text_of(zbar.symbol_get_data(found), zbar.symbol_get_data_length(found), &seen.length);

    seen.text = text;
    for (unsigned i = 0; i < 4 && i < points; i++)
        seen.outline[(4 - i) % 4] =
            point_at(view, zbar.symbol_get_loc_x(found, i), zbar.symbol_get_loc_y(found, i));
    if (text != NULL)
        sighting_add(symbols, &seen);
}

bool
square_ready(GError **error)
{
    return library_load(&zbar_library, error);
}

void
square_read_qr(const struct square_view *view, GPtrArray *symbols)
{
    const struct picture *picture = view->picture;
    zbar_image_scanner_t *scanner = zbar.image_scanner_create();
    zbar_image_t *image = zbar.image_create();
    zbar.image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar.image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar.image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1);
    zbar.image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar.image_set_size(image, picture->width, picture->height);
    zbar.image_set_data(image, picture->luma, (size_t)picture->width * picture->height, NULL);
    if (zbar.scan_image(scanner, image) > 0)
        for (const zbar_symbol_t *found = zbar.image_first_symbol(image); found != NULL;
             found = zbar.symbol_next(found))
            if (zbar.symbol_get_type(found) == ZBAR_QRCODE)
                take_qr(found, view, symbols);
    zbar.image_destroy(image);
    zbar.image_scanner_destroy(scanner);
}

static const struct {
    enum second_kind kind;
    enum symbology symbology, gs1;
} kinds[] = {
    {SECOND_QR, SYMBOLOGY_QR, SYMBOLOGY_GS1_QR},
    {SECOND_DATAMATRIX, SYMBOLOGY_DATAMATRIX, SYMBOLOGY_GS1_DATAMATRIX},
    {SECOND_EAN13, SYMBOLOGY_EAN13, SYMBOLOGY_EAN13},
    {SECOND_EAN8, SYMBOLOGY_EAN8, SYMBOLOGY_EAN8},
    {SECOND_UPCA, SYMBOLOGY_UPCA, SYMBOLOGY_UPCA},
    {SECOND_CODE128, SYMBOLOGY_CODE128, SYMBOLOGY_GS1_128},
};

struct taking {
    const struct square_view *view;
    const struct grid *grid; /* whose outline the code has; NULL where it is seen in the view */
    GPtrArray *symbols;
};

static void
take_second(const struct second_symbol *found, void *data)
{
    const struct taking *taking = data;
    struct decode_symbol seen = {.quality = MAX(found->lines, 1)};
    g_autofree char *text = text_of(found->bytes, found->length, &seen.length);

    seen.text = text;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].kind == found->kind)
            seen.symbology = found->gs1 ? kinds[i].gs1 : kinds[i].symbology;
    for (int i = 0; i < 4; i++)
        seen.outline[i] = taking->grid == NULL
                              ? point_at(taking->view, found->x[i], found->y[i])
                              : point_at(taking->view, (int)lrint(taking->grid->x[i]),
                                         (int)lrint(taking->grid->y[i]));
    if (text != NULL)
        sighting_add(taking->symbols, &seen);
}

static void
read_kinds(const struct square_view *view, unsigned wanted, GPtrArray *symbols)
{
    struct taking taking = {view, NULL, symbols};

    second_read(view->picture->luma, view->picture->width, view->picture->height, wanted,
                take_second, &taking);
}

void
square_read_any(const struct square_view *view, GPtrArray *symbols)
{
    read_kinds(view, SECOND_SQUARES, symbols);
}

void
square_read_linear(const struct square_view *view, GPtrArray *symbols)
{
    read_kinds(view, SECOND_EAN13 | SECOND_EAN8 | SECOND_UPCA | SECOND_CODE128, symbols);
}

bool
square_read_grid(const struct square_view *view, struct effort *effort, GPtrArray *symbols)
{
    static const double sharpen[] = {0, 1.2, 2.4};
    struct finder finders[FINDER_MOST];
    struct grid grids[GRID_MOST];
    int found = finder_search(view->picture, finders);
    int count = grid_fit(view->picture, finders, found, effort, grids);
    guint before = symbols->len;

    for (int i = 0; i < count; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(sharpen) && symbols->len == before; k++) {
            struct picture *drawn = grid_draw(view->picture, &grids[i], sharpen[k]);
            struct taking taking = {view, &grids[i], symbols};

            second_read(drawn->luma, drawn->width, drawn->height, SECOND_QR, take_second, &taking);
            picture_free(drawn);
        }
    return count > 0;
}
