#include "scanner/linear.h"

#include <string.h>

#include <zbar.h>

#include "base/library.h"
#include "scanner/span.h"

#define CALLS(X)                                                                                   \
    X(zbar_, decoder_create)                                                                       \
    X(zbar_, decoder_destroy)                                                                      \
    X(zbar_, decoder_reset)                                                                        \
    X(zbar_, decoder_new_scan)                                                                     \
    X(zbar_, decode_width)                                                                         \
    X(zbar_, decoder_set_config)                                                                   \
    X(zbar_, decoder_set_userdata)                                                                 \
    X(zbar_, decoder_get_userdata)                                                                 \
    X(zbar_, decoder_set_handler)                                                                  \
    X(zbar_, decoder_get_color)                                                                    \
    X(zbar_, decoder_get_type)                                                                     \
    X(zbar_, decoder_get_modifiers)                                                                \
    X(zbar_, decoder_get_data)                                                                     \
    X(zbar_, decoder_get_data_length)
LIBRARY(zbar, "libzbar.so.0", CALLS)

/* The symbologies libzbar is asked for. DataBar stays off: its decoder there is not safe. */
static const struct row {
    struct linear_kind kind;
    zbar_symbol_type_t type;
    enum symbology gs1;
    struct span_form form;
} rows[] = {
    {{SYMBOLOGY_EAN13, true, false}, ZBAR_EAN13, SYMBOLOGY_EAN13, {59, 95, false}},
    {{SYMBOLOGY_EAN8, true, false}, ZBAR_EAN8, SYMBOLOGY_EAN8, {43, 67, false}},
    {{SYMBOLOGY_UPCA, true, false}, ZBAR_UPCA, SYMBOLOGY_UPCA, {59, 95, false}},
    {{SYMBOLOGY_UPCE, false, false}, ZBAR_UPCE, SYMBOLOGY_UPCE, {33, 51, true}},
    {{SYMBOLOGY_CODE128, false, true}, ZBAR_CODE128, SYMBOLOGY_GS1_128, {0, 0, false}},
};

/* A code that libzbar has told while a line was decoded. */
struct told {
    const struct row *row;
    bool gs1;
    guint last;
    char *text;
};

struct linear {
    zbar_decoder_t *decoder;
    const GArray *edges; /* being decoded */
    guint at;            /* the edge that was decoded last */
    GArray *told;        /* of struct told, of these edges */
};

static void
told_clear(gpointer data)
{
    struct told *told = data;

    g_free(told->text);
}

/* What has a zero in it is no code of ours, and what has nothing in it none at all. */
static void
note(zbar_decoder_t *decoder)
{
    struct linear *linear = zbar.decoder_get_userdata(decoder);
    zbar_symbol_type_t type = zbar.decoder_get_type(decoder);
    size_t length = zbar.decoder_get_data_length(decoder);
    struct told told = {.last = linear->at};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].type == type)
            told.row = &rows[i];
    if (told.row == NULL || length == 0)
        return;
    told.gs1 = (zbar.decoder_get_modifiers(decoder) >> ZBAR_MOD_GS1 & 1) != 0;
    told.text = g_strndup(zbar.decoder_get_data(decoder), length);
    if (strlen(told.text) == length)
        g_array_append_val(linear->told, told);
    else
        told_clear(&told);
}

bool
linear_ready(GError **error)
{
    return library_load(&zbar_library, error);
}

struct linear *
linear_new(void)
{
    struct linear *linear = g_new0(struct linear, 1);

    linear->decoder = zbar.decoder_create();
    linear->told = g_array_new(FALSE, FALSE, sizeof(struct told));
    g_array_set_clear_func(linear->told, told_clear);
    zbar.decoder_set_config(linear->decoder, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        zbar.decoder_set_config(linear->decoder, rows[i].type, ZBAR_CFG_ENABLE, 1);
    zbar.decoder_set_userdata(linear->decoder, linear);
    zbar.decoder_set_handler(linear->decoder, note);
    return linear;
}

void
linear_free(struct linear *linear)
{
    zbar.decoder_destroy(linear->decoder);
    g_array_unref(linear->told);
    g_free(linear);
}

void
linear_forget(struct linear *linear)
{
    zbar.decoder_reset(linear->decoder);
}

static int32_t
edge_at(const GArray *edges, guint i)
{
    return g_array_index(edges, struct profile_edge, i).at;
}

/*
 * Makes the decoder forget the code it has told: of the next pack's it would take the first half
 * that is the same, as two of one maker have it, for the whole again. It is told the last element
 * anew, for it knows dark from light by counting.
 */
static void
forget_told(struct linear *linear, unsigned width)
{
    bool bar_next = zbar.decoder_get_color(linear->decoder) == ZBAR_BAR;

    zbar.decoder_reset(linear->decoder);
    if (bar_next)
        zbar.decode_width(linear->decoder, width);
}

/*
 * Where to begin anew after a code: behind it, or, where it was put together from two packs, at the
 * white between them, so that the second one gets its first half.
 */
static guint
begin_anew(struct linear *linear, const struct told *told, unsigned width)
{
    const GArray *edges = linear->edges;
    const struct span_form *form = &told->row->form;
    guint start, end, gap;

    if (form->elements > 0) {
        span_find(edges, form, told->last, &start, &end);
        if (end < start + form->elements)
            return linear->at;
        gap = span_gap(edges, form, start, end);
        if (gap < end && !g_array_index(edges, struct profile_edge, gap).dark) {
            zbar.decoder_reset(linear->decoder);
            return gap;
        }
    }
    forget_told(linear, width);
    return linear->at;
}

/* Decodes what lies between edges; goes back only from places it has not gone back from before. */
static void
decode(struct linear *linear)
{
    const GArray *edges = linear->edges;
    int32_t before = 0;
    guint reached = 0;

    zbar.decoder_new_scan(linear->decoder);
    for (linear->at = 0; linear->at < edges->len; linear->at++) {
        guint count = linear->told->len;
        int32_t width = edge_at(edges, linear->at) - before;

        zbar.decode_width(linear->decoder, (unsigned)MAX(width, 1));
        if (linear->told->len > count && linear->at > reached) {
            reached = linear->at;
            linear->at = begin_anew(linear, &g_array_index(linear->told, struct told, count),
                                    (unsigned)MAX(width, 1));
        }
        before = edge_at(edges, linear->at);
    }
    linear->at = edges->len - 1;
    zbar.decode_width(linear->decoder, 0);
    zbar.decoder_new_scan(linear->decoder);
}

void
linear_read(struct linear *linear, struct profile *profile, linear_take *take, void *data)
{
    struct profile_edge line_end = {profile->count * PROFILE_PARTS, false};

    g_array_append_val(profile->edges, line_end);
    linear->edges = profile->edges;
    decode(linear);
    for (guint i = 0; i < linear->told->len; i++) {
        const struct told *told = &g_array_index(linear->told, struct told, i);
        const struct row *row = told->row;
        struct linear_hit hit = {
            &row->kind, told->gs1 ? row->gs1 : row->kind.symbology, told->text, told->last, 0, 0};
        guint start, end;

        span_find(linear->edges, &row->form, MIN(told->last, linear->edges->len - 1), &start, &end);
        hit.from = edge_at(linear->edges, start);
        hit.to = edge_at(linear->edges, end);
        if (span_is_sound(linear->edges, &row->form, start, end))
            take(&hit, data);
    }
    g_array_set_size(linear->told, 0);
}
