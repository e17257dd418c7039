#include "scanner/sweep.h"

#include <string.h>

#include <zbar.h>

#include "scanner/sighting.h"

#define LEAN 64 /* pixels along a line for each of which `lean` is said */

/* The symbologies libzbar is asked for. DataBar stays off: its decoder there is not safe. */
static const struct kind {
    zbar_symbol_type_t type;
    enum symbology symbology, gs1;
    guint elements; /* bars and spaces from end to end; 0 where that varies */
    int32_t modules;
} kinds[] = {
    {ZBAR_EAN13, SYMBOLOGY_EAN13, SYMBOLOGY_EAN13, 59, 95},
    {ZBAR_EAN8, SYMBOLOGY_EAN8, SYMBOLOGY_EAN8, 43, 67},
    {ZBAR_UPCA, SYMBOLOGY_UPCA, SYMBOLOGY_UPCA, 59, 95},
    {ZBAR_UPCE, SYMBOLOGY_UPCE, SYMBOLOGY_UPCE, 33, 51},
    {ZBAR_CODE128, SYMBOLOGY_CODE128, SYMBOLOGY_GS1_128, 0, 0},
};

/* A code that libzbar has told while a line was scanned. */
struct hit {
    const struct kind *kind;
    bool gs1;
    char *text;
    guint last; /* the edge that came last when it was told */
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
    GArray *hits;
    GPtrArray *symbols;
};

static int32_t
edge_at(const struct scan *scan, guint i)
{
    return g_array_index(scan->edges, int32_t, i);
}

static int32_t
width_at(const struct scan *scan, guint i)
{
    return edge_at(scan, i + 1) - edge_at(scan, i);
}

/*
 * Where a code of Code 128 lies, of which all but the last bar were there when it was told: as far
 * back as elements are no wider than four modules can be. The last seven are twelve to fifteen.
 */
static void
find_128(const struct scan *scan, guint last, guint *start, guint *end)
{
    int32_t widest = last < 7 ? 0 : (edge_at(scan, last) - edge_at(scan, last - 7)) * 6 / 13;

    for (*start = last; *start > 0 && width_at(scan, *start - 1) <= widest;)
        --*start;
    *end = last + 1 < scan->edges->len && width_at(scan, last) <= widest ? last + 1 : last;
}

/* EAN and UPC are told when the margin behind them has ended, UPC-E mostly before its last bar. */
static void
find_retail(const struct scan *scan, guint last, guint elements, guint *start, guint *end)
{
    bool margin = last >= 2 && width_at(scan, last - 1) > 3 * width_at(scan, last - 2);

    *end = margin ? last - 1 : MIN(last + 1, scan->edges->len - 1);
    *start = *end > elements ? *end - elements : 0;
}

static struct decode_point
point_at(const struct scan *scan, int32_t along)
{
    int32_t aside = scan->line + scan->sweep->mean / 2 + along * scan->sweep->lean / LEAN;

    aside = CLAMP(aside, 0, scan->view->lines - 1);
    return scan->down ? (struct decode_point){aside * scan->scale, along * scan->scale}
                      : (struct decode_point){along * scan->scale, aside * scan->scale};
}

/* Whether so many half modules, or more, or the end of the line, lie between an edge and the next. */
static bool
is_wide(const struct scan *scan, guint i, int32_t halves, int32_t module)
{
    return i + 1 >= scan->edges->len || 2 * width_at(scan, i) * 256 >= halves * module;
}

/*
 * Whether the elements can be those of one code: none is much wider than four modules. libzbar puts
 * the halves of an EAN together wherever on the line they lie, so that the left one of a pack and
 * the right one of another give a code that neither has: a white margin lies between them. Half an
 * EAN-13 misread gives UPC-E, of which libzbar looks at one margin only: both must be there.
 */
static bool
is_sound(const struct scan *scan, const struct kind *kind, guint start, guint end)
{
    int32_t module = (edge_at(scan, end) - edge_at(scan, start)) * 256 / kind->modules;

    for (guint i = start; i < end; i++)
        if (is_wide(scan, i, 11, module))
            return false;
    return kind->type != ZBAR_UPCE ||
           ((start == 0 || is_wide(scan, start - 1, 9, module)) && is_wide(scan, end, 9, module));
}

static void
sight(struct scan *scan, const struct hit *hit)
{
    const struct kind *kind = hit->kind;
    struct decode_point from, to;
    guint start, end;

    if (kind->elements == 0)
        find_128(scan, hit->last, &start, &end);
    else
        find_retail(scan, hit->last, kind->elements, &start, &end);
    if (kind->elements > 0 && !is_sound(scan, kind, start, end))
        return;
    from = point_at(scan, edge_at(scan, start));
    to = point_at(scan, edge_at(scan, end));
    sighting_add(scan->symbols,
                 &(struct decode_symbol){.symbology = hit->gs1 ? kind->gs1 : kind->symbology,
                                         .text = hit->text,
                                         .length = strlen(hit->text),
                                         .outline = {from, to, to, from},
                                         .quality = 1});
}

static void
hit_clear(gpointer data)
{
    struct hit *hit = data;

    g_free(hit->text);
}

/* What has a zero in it is no code of ours, and what has nothing in it none at all. */
static void
note_hit(struct scan *scan, const struct kind *kind)
{
    size_t length = zbar_decoder_get_data_length(scan->decoder);
    struct hit hit = {.kind = kind, .last = scan->edges->len - 1};

    hit.gs1 = (zbar_decoder_get_modifiers(scan->decoder) >> ZBAR_MOD_GS1 & 1) != 0;
    hit.text = g_strndup(zbar_decoder_get_data(scan->decoder), length);
    if (length > 0 && strlen(hit.text) == length)
        g_array_append_val(scan->hits, hit);
    else
        hit_clear(&hit);
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
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].type == type)
            note_hit(scan, &kinds[i]);
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
    g_array_set_size(scan->hits, 0);
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
    for (guint i = 0; i < scan->hits->len; i++)
        sight(scan, &g_array_index(scan->hits, struct hit, i));
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
    scan.hits = g_array_new(FALSE, FALSE, sizeof(struct hit));
    g_array_set_clear_func(scan.hits, hit_clear);
    scan.decoder = zbar_decoder_create();
    scan.scanner = zbar_scanner_create(scan.decoder);
    zbar_decoder_set_config(scan.decoder, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        zbar_decoder_set_config(scan.decoder, kinds[i].type, ZBAR_CFG_ENABLE, 1);
    for (int down = 0; down < 2; down++) {
        scan.down = down != 0;
        scan.view = &views[down];
        scan_lines(&scan);
    }
    zbar_scanner_destroy(scan.scanner);
    zbar_decoder_destroy(scan.decoder);
    g_array_unref(scan.edges);
    g_array_unref(scan.hits);
}
