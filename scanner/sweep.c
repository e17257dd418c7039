#include "scanner/sweep.h"

#include <string.h>

#include <zbar.h>

#include "scanner/sighting.h"

#define LEAN 64 /* pixels along a line for each of which `lean` is said */

/* The symbologies libzbar is asked for. DataBar stays off: its decoder there is not safe. */
static const struct {
    zbar_symbol_type_t type;
    enum symbology symbology, gs1;
    guint elements; /* bars and spaces from end to end; 0 where that varies */
    int32_t modules;
} linear[] = {
    {ZBAR_EAN13, SYMBOLOGY_EAN13, SYMBOLOGY_EAN13, 59, 95},
    {ZBAR_EAN8, SYMBOLOGY_EAN8, SYMBOLOGY_EAN8, 43, 67},
    {ZBAR_UPCA, SYMBOLOGY_UPCA, SYMBOLOGY_UPCA, 59, 95},
    {ZBAR_UPCE, SYMBOLOGY_UPCE, SYMBOLOGY_UPCE, 33, 51},
    {ZBAR_CODE128, SYMBOLOGY_CODE128, SYMBOLOGY_GS1_128, 0, 0},
};

/* The picture turned so that lines run along x, whether they run across it or down. */
struct view {
    const uint8_t *luma;
    int32_t length, lines;
    size_t along, aside; /* bytes from a pixel to the next on its line, and to the next line */
};

struct scan {
    const struct view *view;
    const struct sweep *sweep;
    zbar_decoder_t *decoder;
    zbar_scanner_t *scanner;
    bool down;
    int scale;
    int32_t line;  /* where the line lies at its beginning, which may be outside the picture */
    int32_t first; /* the first of its pixels inside */
    GArray *edges; /* of int32_t: where it changed between dark and light */
    GPtrArray *symbols;
};

static int32_t
edge_at(const struct scan *scan, guint i)
{
    return g_array_index(scan->edges, int32_t, i);
}

/*
 * Where a code of Code 128 begins that ends at the last edge: where an element is wider than four
 * modules can be. The last seven elements are twelve to fifteen modules.
 */
static guint
start_of_128(const struct scan *scan)
{
    guint last = scan->edges->len - 1, i = last;
    int32_t widest = last < 7 ? 0 : (edge_at(scan, last) - edge_at(scan, last - 7)) * 6 / 13;

    while (i > 0 && edge_at(scan, i) - edge_at(scan, i - 1) <= widest)
        i--;
    return i;
}

static struct decode_point
point_at(const struct scan *scan, int32_t along)
{
    int32_t aside = scan->line + along * scan->sweep->lean / LEAN;

    aside = CLAMP(aside, 0, scan->view->lines - 1);
    return scan->down ? (struct decode_point){aside * scan->scale, along * scan->scale}
                      : (struct decode_point){along * scan->scale, aside * scan->scale};
}

/*
 * Where the code is that libzbar has just told, as indexes of edges. EAN and UPC-A are told when
 * the light margin behind them has ended, the others one bar before their own end.
 */
static void
find_ends(const struct scan *scan, guint elements, guint *start, guint *end)
{
    guint last = scan->edges->len - 1;
    bool margin = last >= 2 && edge_at(scan, last) - edge_at(scan, last - 1) >
                                   3 * (edge_at(scan, last - 1) - edge_at(scan, last - 2));

    *end = last;
    if (elements == 0) {
        *start = start_of_128(scan);
        return;
    }
    if (margin)
        *end = last - 1;
    else
        elements--;
    *start = *end > elements ? *end - elements : 0;
}

/*
 * Whether no element is much wider than the four modules it may have. libzbar puts the halves of an
 * EAN together wherever on the line they lie, so that the left one of a pack and the right one of
 * another give a code that neither has: a white margin lies between them.
 */
static bool
is_one_piece(const struct scan *scan, guint start, guint end, int32_t modules)
{
    int32_t length = edge_at(scan, end) - edge_at(scan, start);

    for (guint i = start; i < end; i++)
        if (2 * (edge_at(scan, i + 1) - edge_at(scan, i)) * modules > 11 * length)
            return false;
    return true;
}

static void
sight(struct scan *scan, enum symbology symbology, guint elements, int32_t modules)
{
    const char *data = zbar_decoder_get_data(scan->decoder);
    size_t length = zbar_decoder_get_data_length(scan->decoder);
    g_autofree char *text = g_strndup(data, length);
    struct decode_point from, to;
    guint start, end;

    if (length == 0 || strlen(text) != length)
        return;
    find_ends(scan, elements, &start, &end);
    if (elements > 0 && !is_one_piece(scan, start, end, modules))
        return;
    from = point_at(scan, edge_at(scan, start));
    to = point_at(scan, edge_at(scan, end));
    sighting_add(scan->symbols, &(struct decode_symbol){.symbology = symbology,
                                                        .text = text,
                                                        .length = length,
                                                        .outline = {from, to, to, from},
                                                        .quality = 1});
}

/* Notes the edge libzbar found last, if it is a new one; before the first it tells a huge number. */
static void
note_edge(struct scan *scan)
{
    unsigned edge = zbar_scanner_get_edge(scan->scanner, 0, 0);
    int32_t at = scan->first + (int32_t)MIN(edge, (unsigned)scan->view->length);

    if (edge <= (unsigned)scan->view->length &&
        (scan->edges->len == 0 || edge_at(scan, scan->edges->len - 1) != at))
        g_array_append_val(scan->edges, at);
}

/*
 * Makes the decoder forget the code it has told: of the next pack's it would take the first half
 * that is the same, as two of one maker have it, for the whole again. It is told the last element
 * anew, for it knows dark from light by counting.
 */
static void
forget(struct scan *scan)
{
    bool bar_next = zbar_decoder_get_color(scan->decoder) == ZBAR_BAR;

    zbar_decoder_reset(scan->decoder);
    if (bar_next)
        zbar_decode_width(scan->decoder, zbar_scanner_get_width(scan->scanner));
}

static void
take(struct scan *scan, zbar_symbol_type_t type)
{
    note_edge(scan);
    if (type <= ZBAR_PARTIAL || scan->edges->len == 0)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(linear); i++)
        if (linear[i].type == type) {
            bool gs1 = (zbar_decoder_get_modifiers(scan->decoder) >> ZBAR_MOD_GS1 & 1) != 0;

            sight(scan, gs1 ? linear[i].gs1 : linear[i].symbology, linear[i].elements,
                  linear[i].modules);
        }
    forget(scan);
}

/*
 * One line. The decoder forgets all before the next: halves of an EAN that it would keep could
 * join with those of another pack.
 */
static void
scan_line(struct scan *scan)
{
    const struct view *view = scan->view;
    int mean = scan->sweep->mean, lean = scan->sweep->lean;

    g_array_set_size(scan->edges, 0);
    scan->first = -1;
    for (int32_t i = 0; i < view->length; i++) {
        int32_t line = scan->line + i * lean / LEAN;
        const uint8_t *luma;
        int sum = 0;

        if (line < 0 || line + mean > view->lines)
            continue;
        luma = view->luma + (size_t)i * view->along + (size_t)line * view->aside;
        if (scan->first < 0)
            scan->first = i;
        for (int k = 0; k < mean; k++)
            sum += luma[(size_t)k * view->aside];
        take(scan, zbar_scan_y(scan->scanner, sum / mean));
    }
    take(scan, zbar_scanner_flush(scan->scanner));
    take(scan, zbar_scanner_flush(scan->scanner));
    take(scan, zbar_scanner_new_scan(scan->scanner));
    zbar_decoder_reset(scan->decoder);
}

/* Leaning lines begin as far outside as they move on their way. */
static void
scan_lines(struct scan *scan)
{
    int32_t moved = scan->view->length * scan->sweep->lean / LEAN;
    int32_t end = scan->view->lines - scan->sweep->mean - MIN(moved, 0);

    for (scan->line = -MAX(moved, 0); scan->line <= end; scan->line += scan->sweep->step)
        scan_line(scan);
}

void
sweep_picture(const struct picture *picture, int scale, const struct sweep *sweep,
              GPtrArray *symbols)
{
    int32_t width = (int32_t)picture->width, height = (int32_t)picture->height;
    const struct view views[] = {{picture->luma, width, height, 1, picture->width},
                                 {picture->luma, height, width, picture->width, 1}};
    struct scan scan = {.sweep = sweep, .scale = scale, .symbols = symbols};

    scan.edges = g_array_new(FALSE, FALSE, sizeof(int32_t));
    scan.decoder = zbar_decoder_create();
    scan.scanner = zbar_scanner_create(scan.decoder);
    zbar_decoder_set_config(scan.decoder, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(linear); i++)
        zbar_decoder_set_config(scan.decoder, linear[i].type, ZBAR_CFG_ENABLE, 1);
    for (int down = 0; down < 2; down++) {
        scan.down = down != 0;
        scan.view = &views[down];
        scan_lines(&scan);
    }
    zbar_scanner_destroy(scan.scanner);
    zbar_decoder_destroy(scan.decoder);
    g_array_unref(scan.edges);
}
