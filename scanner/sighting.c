#include "scanner/sighting.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

/*
 * Scan lines that must agree before a linear code is believed, and before it is worth a word. A
 * code that is well seen has a hundred, all passes together. EAN-8 and UPC-E have little to check
 * themselves by; Code 128 checks by 103.
 */
static const struct {
    int believed, worth;
} trust[] = {
    [SYMBOLOGY_EAN13] = {5, 2},  [SYMBOLOGY_UPCA] = {5, 2},    [SYMBOLOGY_EAN8] = {8, 4},
    [SYMBOLOGY_UPCE] = {12, 8},  [SYMBOLOGY_CODE128] = {2, 2}, [SYMBOLOGY_GS1_128] = {2, 2},
    [SYMBOLOGY_GS1_QR] = {1, 1},
};

#define RIVAL 6   /* times the lines of all its rivals that a retail code must have */
#define MOST 1000 /* readings kept apart; more are a picture made to keep us busy */

/* An upright rectangle, its ends included. */
struct place {
    int32_t left, top, right, bottom;
};

static void
symbol_free(gpointer data)
{
    struct decode_symbol *symbol = data;

    g_free(symbol->text);
    g_free(symbol);
}

GPtrArray *
sighting_list(void)
{
    return g_ptr_array_new_with_free_func(symbol_free);
}

static bool
is_retail(const struct decode_symbol *symbol)
{
    return symbol->symbology == SYMBOLOGY_EAN13 || symbol->symbology == SYMBOLOGY_EAN8 ||
           symbol->symbology == SYMBOLOGY_UPCA || symbol->symbology == SYMBOLOGY_UPCE;
}

static bool
is_qr(const struct decode_symbol *symbol)
{
    return symbol->symbology == SYMBOLOGY_QR || symbol->symbology == SYMBOLOGY_GS1_QR;
}

static struct place
place_of(const struct decode_symbol *symbol)
{
    struct place place = {INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};

    for (size_t i = 0; i < G_N_ELEMENTS(symbol->outline); i++) {
        place.left = MIN(place.left, symbol->outline[i].x);
        place.right = MAX(place.right, symbol->outline[i].x);
        place.top = MIN(place.top, symbol->outline[i].y);
        place.bottom = MAX(place.bottom, symbol->outline[i].y);
    }
    return place;
}

static bool
overlap(struct place a, struct place b)
{
    return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/*
 * Scan lines of one symbol lie beside each other with gaps where one failed; a third of their
 * length bridges those and not the way to the next pack.
 */
static struct place
widened(struct place place)
{
    int32_t width = place.right - place.left, height = place.bottom - place.top;

    if (width > height)
        return (struct place){place.left, place.top - width / 3, place.right,
                              place.bottom + width / 3};
    return (struct place){place.left - height / 3, place.top, place.right + height / 3,
                          place.bottom};
}

static bool
same_text(const struct decode_symbol *a, const struct decode_symbol *b)
{
    return a->symbology == b->symbology && a->length == b->length &&
           memcmp(a->text, b->text, a->length) == 0;
}

static bool
same_symbol(const struct decode_symbol *a, const struct decode_symbol *b)
{
    return same_text(a, b) && overlap(is_qr(a) ? place_of(a) : widened(place_of(a)), place_of(b));
}

/* The larger outline of two; for linear codes the box around both. */
static void
join(struct decode_symbol *symbol, const struct decode_symbol *other)
{
    struct place a = place_of(symbol), b = place_of(other);
    struct place both = {MIN(a.left, b.left), MIN(a.top, b.top), MAX(a.right, b.right),
                         MAX(a.bottom, b.bottom)};

    symbol->quality += other->quality;
    if (is_qr(symbol))
        return;
    symbol->outline[0] = (struct decode_point){both.left, both.top};
    symbol->outline[1] = (struct decode_point){both.right, both.top};
    symbol->outline[2] = (struct decode_point){both.right, both.bottom};
    symbol->outline[3] = (struct decode_point){both.left, both.bottom};
}

void
sighting_add(GPtrArray *symbols, const struct decode_symbol *seen)
{
    struct decode_symbol *symbol;

    for (guint i = 0; i < symbols->len; i++)
        if (same_symbol(seen, g_ptr_array_index(symbols, i))) {
            join(g_ptr_array_index(symbols, i), seen);
            return;
        }
    if (symbols->len >= MOST)
        return;
    symbol = g_memdup2(seen, sizeof *seen);
    symbol->text = g_strndup(seen->text, seen->length);
    g_ptr_array_add(symbols, symbol);
}

/* Symbols that grew towards each other while their lines came in are one. */
static void
join_neighbours(GPtrArray *symbols)
{
    for (guint i = 0; i < symbols->len; i++)
        for (guint j = i + 1; j < symbols->len; j++)
            if (same_symbol(symbols->pdata[i], symbols->pdata[j])) {
                join(symbols->pdata[i], symbols->pdata[j]);
                g_ptr_array_remove_index(symbols, j);
                j = i; /* what was apart before may touch the larger one */
            }
}

static bool
holds_middle(struct place place, struct place other)
{
    int32_t x = other.left + (other.right - other.left) / 2;
    int32_t y = other.top + (other.bottom - other.top) / 2;

    return place.left <= x && x <= place.right && place.top <= y && y <= place.bottom;
}

/* Boxes of turned neighbours may overlap at their corners; one symbol is in the midst of another's. */
static bool
same_place(const struct decode_symbol *a, const struct decode_symbol *b)
{
    struct place one = place_of(a), two = place_of(b);

    return holds_middle(one, two) || holds_middle(two, one);
}

/* The lines that read something else of the kind, retail or Code 128, at the same place. */
static int
rivals_of(const GPtrArray *symbols, const struct decode_symbol *symbol)
{
    int lines = 0;

    for (guint i = 0; i < symbols->len; i++) {
        const struct decode_symbol *other = symbols->pdata[i];

        if (!is_qr(other) && is_retail(other) == is_retail(symbol) && !same_text(symbol, other) &&
            same_place(symbol, other))
            lines += other->quality;
    }
    return lines;
}

/*
 * A retail code must outdo its rivals. Code 128 stands in two rows on many cartons, which may look
 * like one place where the pack is turned: only a few lines against many are doubted.
 */
static bool
is_believed(const GPtrArray *symbols, const struct decode_symbol *symbol)
{
    int rivals;

    if (symbol->quality < trust[symbol->symbology].believed)
        return false;
    if (is_qr(symbol))
        return true;
    rivals = rivals_of(symbols, symbol);
    return is_retail(symbol) ? symbol->quality >= RIVAL * rivals : rivals < RIVAL * symbol->quality;
}

/* Nothing is said of a doubtful reading at the place of a believed one. */
static bool
is_worth_a_word(const GPtrArray *believed, const struct decode_symbol *symbol)
{
    struct place place = place_of(symbol);

    for (guint i = 0; i < believed->len; i++)
        if (overlap(place, place_of(believed->pdata[i])))
            return false;
    return symbol->quality >= trust[symbol->symbology].worth;
}

static gint
by_top(gconstpointer a, gconstpointer b)
{
    struct place one = place_of(*(const struct decode_symbol *const *)a);
    struct place two = place_of(*(const struct decode_symbol *const *)b);

    return (one.top > two.top) - (one.top < two.top);
}

static gint
by_left(gconstpointer a, gconstpointer b)
{
    struct place one = place_of(*(const struct decode_symbol *const *)a);
    struct place two = place_of(*(const struct decode_symbol *const *)b);

    return (one.left > two.left) - (one.left < two.left);
}

/* Symbols whose middle is no lower than the end of a row's highest symbol stand in that row. */
static void
put_in_reading_order(GPtrArray *symbols)
{
    guint end;

    g_ptr_array_sort(symbols, by_top);
    for (guint first = 0; first < symbols->len; first = end) {
        struct place place = place_of(symbols->pdata[first]), next;

        for (end = first + 1; end < symbols->len; end++) {
            next = place_of(symbols->pdata[end]);
            if (next.top + (next.bottom - next.top) / 2 > place.bottom)
                break;
        }
        qsort(symbols->pdata + first, end - first, sizeof(gpointer), by_left);
    }
}

/* Moves the symbols that are not believed into a list of their own. */
static GPtrArray *
take_doubtful(GPtrArray *symbols)
{
    guint count = symbols->len;
    g_autofree bool *doubted = g_new0(bool, count + 1);
    GPtrArray *doubtful = sighting_list();

    for (guint i = 0; i < count; i++)
        doubted[i] = !is_believed(symbols, symbols->pdata[i]);
    for (guint i = 0, at = 0; i < count; i++)
        if (doubted[i])
            g_ptr_array_add(doubtful, g_ptr_array_steal_index(symbols, at));
        else
            at++;
    return doubtful;
}

void
sighting_settle(GPtrArray *symbols, GPtrArray *findings)
{
    g_autoptr(GPtrArray) doubtful = NULL;

    join_neighbours(symbols);
    doubtful = take_doubtful(symbols);
    put_in_reading_order(symbols);
    put_in_reading_order(doubtful);
    for (guint i = 0; i < doubtful->len; i++) {
        const struct decode_symbol *symbol = doubtful->pdata[i];

        if (is_worth_a_word(symbols, symbol))
            finding_add(findings, FINDING_PICTURE, 0,
                        _("Perhaps %s, but not clear enough to be sure: photograph it closer."),
                        symbol->text);
    }
}
