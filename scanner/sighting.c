#include "scanner/sighting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * Scan lines that must agree before a linear code is believed, whose bars were compared and found
 * its own, or couldn't be compared; and before it is worth a word. Nothing but its lines speaks for
 * UPC-E, which is half an EAN-13 misread too often; Code 128 checks itself by 103, which is little
 * for a few characters. No lines make up for bars that were found to be others.
 */
static const struct trust {
    int compared, uncompared, worth;
    int unlike; /* as compared, of bars that are not much like the code, which has a sibling */
} trust[] = {
    [SYMBOLOGY_EAN13] = {1, 10, 2, 2},     [SYMBOLOGY_UPCA] = {1, 10, 2, 2},
    [SYMBOLOGY_EAN8] = {2, 12, 4, 12},     [SYMBOLOGY_UPCE] = {5, 5, 3, 5},
    [SYMBOLOGY_CODE128] = {2, 2, 2, 2},    [SYMBOLOGY_GS1_128] = {2, 2, 2, 2},
    [SYMBOLOGY_QR] = {1, 1, 1, 1},         [SYMBOLOGY_GS1_QR] = {1, 1, 1, 1},
    [SYMBOLOGY_DATAMATRIX] = {1, 1, 1, 1}, [SYMBOLOGY_GS1_DATAMATRIX] = {1, 1, 1, 1},
};

#define MARGIN 1.1f       /* times a digit's own error that its next best drawing's must be */
#define LIKE_WELL 0.9f    /* correlation of bars that are much like the code */
#define LIKE_ALONE 0.5f   /* correlation with which one line is worth a word */
#define LIKE 0.65f        /* correlation that by itself makes a code plausible, … */
#define LIKE_MORE 0.02f   /* … by how much it must be above its sibling's, … */
#define LIKE_LINES 3      /* … and on how many lines it must have been read */
#define MARGIN_RIVAL 1.5f /* times a trusted rival's margin that beats it */
#define SHORT 4           /* characters of Code 128 below which more lines are wanted, … */
#define SHORT_LINES 5     /* … so many; … */
#define LETTER_LINES 4    /* … and so many of one with letters */
#define LONE 6            /* characters that a code of one line has, to be worth a word */
#define RIVAL 4           /* times the lines of all its rivals that an uncompared code must have */
#define RIVAL_128 6       /* times the lines of Code 128 with which a rival outdoes it */
#define MOST 1000         /* readings kept apart; more are a picture made to keep us busy */

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
is_square(const struct decode_symbol *symbol)
{
    return symbol->symbology == SYMBOLOGY_QR || symbol->symbology == SYMBOLOGY_GS1_QR ||
           symbol->symbology == SYMBOLOGY_DATAMATRIX ||
           symbol->symbology == SYMBOLOGY_GS1_DATAMATRIX;
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
    return same_text(a, b) &&
           overlap(is_square(a) ? place_of(a) : widened(place_of(a)), place_of(b));
}

/* How far a point lies below the upper edge of an outline, across its direction. */
static double
below(const struct decode_point outline[4], struct decode_point point)
{
    double dx = outline[1].x - outline[0].x, dy = outline[1].y - outline[0].y;
    double length = hypot(dx, dy);

    if (length < 1)
        return 0;
    return (dx * (point.y - outline[0].y) - dy * (point.x - outline[0].x)) / length;
}

/* Turns an outline about, so that its upper edge runs as the other's does. */
static void
run_alike(const struct decode_point as[4], struct decode_point outline[4])
{
    int64_t along = (int64_t)(as[1].x - as[0].x) * (outline[1].x - outline[0].x) +
                    (int64_t)(as[1].y - as[0].y) * (outline[1].y - outline[0].y);

    if (along >= 0)
        return;
    for (int i = 0; i < 2; i++) {
        struct decode_point kept = outline[i];

        outline[i] = outline[i + 2];
        outline[i + 2] = kept;
    }
}

/* Widens a linear code's outline to the line above or below it; a square's stays. */
static void
join(struct decode_symbol *symbol, const struct decode_symbol *other)
{
    struct decode_point lines[4];

    symbol->quality += other->quality;
    if (is_square(symbol))
        return;
    memcpy(lines, other->outline, sizeof lines);
    run_alike(symbol->outline, lines);
    if (below(symbol->outline, lines[0]) < 0)
        memcpy(symbol->outline, lines, 2 * sizeof *lines);
    if (below(symbol->outline, lines[3]) > below(symbol->outline, symbol->outline[3]))
        memcpy(symbol->outline + 2, lines + 2, 2 * sizeof *lines);
}

struct sighting *
sighting_add(GPtrArray *symbols, const struct decode_symbol *seen)
{
    struct sighting *sighting;

    for (guint i = 0; i < symbols->len; i++)
        if (same_symbol(seen, g_ptr_array_index(symbols, i))) {
            sighting = g_ptr_array_index(symbols, i);
            join(&sighting->symbol, seen);
            return sighting;
        }
    if (symbols->len >= MOST)
        return NULL;
    sighting = g_new0(struct sighting, 1);
    sighting->symbol = *seen;
    sighting->symbol.text = g_strndup(seen->text, seen->length);
    g_ptr_array_add(symbols, sighting);
    return sighting;
}

/* Symbols that grew towards each other while their lines came in are one. */
static void
join_neighbours(GPtrArray *symbols)
{
    for (guint i = 0; i < symbols->len; i++)
        for (guint j = i + 1; j < symbols->len; j++)
            if (same_symbol(symbols->pdata[i], symbols->pdata[j])) {
                join(symbols->pdata[i], symbols->pdata[j]);
                retail_join(&((struct sighting *)symbols->pdata[i])->proof,
                            &((struct sighting *)symbols->pdata[j])->proof);
                ((struct sighting *)symbols->pdata[i])->confirmed |=
                    ((struct sighting *)symbols->pdata[j])->confirmed;
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

/* Whether bars are much like the code, or no other could be meant. */
static bool
is_like(const struct retail_proof *proof)
{
    return proof->like > LIKE_WELL || proof->ahead == RETAIL_ALONE;
}

/*
 * The lines that a code needs which has no bars to compare. The check of a Code 128 says little if
 * it is short, or holds other than digits, of which there are so many that two misread ones make up
 * for each other, unless another engine has read the same.
 */
static int
lines_wanted(const struct sighting *sighting)
{
    const struct decode_symbol *symbol = &sighting->symbol;

    if (is_square(symbol))
        return trust[symbol->symbology].compared;
    if (symbol->length < SHORT)
        return SHORT_LINES;
    return !sighting->confirmed && strspn(symbol->text, "0123456789") < symbol->length
               ? LETTER_LINES
               : trust[symbol->symbology].compared;
}

bool
sighting_is_trusted(const struct sighting *sighting)
{
    const struct decode_symbol *symbol = &sighting->symbol;
    const struct retail_proof *proof = &sighting->proof;
    const struct trust *row = &trust[symbol->symbology];

    if (sighting->refuted)
        return false;
    if (!is_retail(symbol))
        return symbol->quality >= lines_wanted(sighting);
    if (proof->tried == 0)
        return symbol->quality >= row->uncompared;
    if (proof->ahead < 0)
        return false;
    if (proof->margin > MARGIN)
        return symbol->quality >= (is_like(proof) ? row->compared : row->unlike);
    return proof->tried > 1 && proof->lost == 0 && proof->like > LIKE &&
           proof->ahead < RETAIL_ALONE && proof->ahead > LIKE_MORE && symbol->quality >= LIKE_LINES;
}

/* EAN-8 and UPC-E are seen within the bars of longer codes. */
static bool
is_part(const struct decode_symbol *symbol)
{
    return symbol->symbology == SYMBOLOGY_EAN8 || symbol->symbology == SYMBOLOGY_UPCE;
}

/* Whether a retail code loses, or can't win, against another one at its place. */
static bool
is_beaten_by(const struct sighting *sighting, const struct sighting *other)
{
    if (is_part(&sighting->symbol) != is_part(&other->symbol))
        return is_part(&sighting->symbol) &&
               (sighting_is_trusted(other) || sighting->symbol.symbology == SYMBOLOGY_UPCE);
    if (sighting->proof.tried == 0)
        return sighting->symbol.quality < RIVAL * other->symbol.quality;
    return sighting_is_trusted(other) &&
           sighting->proof.margin < MARGIN_RIVAL * other->proof.margin;
}

static bool
are_rivals(const struct sighting *sighting, const struct sighting *other)
{
    const struct decode_symbol *a = &sighting->symbol, *b = &other->symbol;

    return !is_square(a) && !is_square(b) && is_retail(a) == is_retail(b) && !same_text(a, b) &&
           (is_part(a) || is_part(b) ? overlap(place_of(a), place_of(b)) : same_place(a, b));
}

/*
 * A retail code must be the only one at its place that is trusted, or clearly the best. Code 128
 * stands in two rows on many cartons, which may look like one place where the pack is turned: only
 * a few lines against many are doubted.
 */
static bool
is_believed(const GPtrArray *symbols, const struct sighting *sighting)
{
    int rivals = 0;

    if (!sighting_is_trusted(sighting))
        return false;
    for (guint i = 0; i < symbols->len; i++) {
        const struct sighting *other = symbols->pdata[i];

        if (other->refuted || !are_rivals(sighting, other))
            continue;
        if (is_retail(&sighting->symbol) && is_beaten_by(sighting, other))
            return false;
        rivals += other->symbol.quality;
    }
    return is_retail(&sighting->symbol) || rivals < RIVAL_128 * sighting->symbol.quality;
}

bool
sighting_any_trusted(const GPtrArray *symbols)
{
    for (guint i = 0; i < symbols->len; i++)
        if (is_believed(symbols, symbols->pdata[i]))
            return true;
    return false;
}

int
sighting_count_squares(const GPtrArray *symbols)
{
    int count = 0;

    for (guint i = 0; i < symbols->len; i++)
        count += is_square(symbols->pdata[i]) && sighting_is_trusted(symbols->pdata[i]);
    return count;
}

bool
sighting_covers(const GPtrArray *symbols, struct decode_point point)
{
    for (guint i = 0; i < symbols->len; i++) {
        const struct sighting *sighting = symbols->pdata[i];
        struct place place = place_of(&sighting->symbol);

        if (place.left <= point.x && point.x <= place.right && place.top <= point.y &&
            point.y <= place.bottom && sighting_is_trusted(sighting))
            return true;
    }
    return false;
}

/*
 * Whether one line is worth a word: a retail code's if its bars are like it and more so than like its
 * sibling; one whose bars are never compared by its check and its length.
 */
static bool
is_plausible(const struct sighting *sighting)
{
    const struct retail_proof *proof = &sighting->proof;
    enum symbology symbology = sighting->symbol.symbology;

    if (proof->tried > 0)
        return proof->lost == 0 && proof->like > LIKE_ALONE;
    return (symbology == SYMBOLOGY_UPCE || symbology == SYMBOLOGY_CODE128 ||
            symbology == SYMBOLOGY_GS1_128) &&
           sighting->symbol.length >= LONE;
}

/* Whether anything else was read where a code was, and not taken back. */
static bool
is_contradicted(const GPtrArray *others, const struct sighting *sighting)
{
    for (guint i = 0; i < others->len; i++)
        if (((const struct sighting *)others->pdata[i])->proof.ahead >= 0 &&
            are_rivals(sighting, others->pdata[i]))
            return true;
    return false;
}

/*
 * A doubtful reading at the place of a believed one is none, nor is one that says the same, nor one
 * whose bars are more like its sibling. Fewer lines than are worth a word are, if something speaks
 * for them and nothing against.
 */
static bool
is_worth_a_word(const GPtrArray *believed, const GPtrArray *others, const struct sighting *sighting)
{
    const struct decode_symbol *symbol = &sighting->symbol;
    struct place place = place_of(symbol);

    if (sighting->refuted || sighting->proof.ahead < 0)
        return false;
    for (guint i = 0; i < believed->len; i++)
        if (same_text(symbol, believed->pdata[i]) || overlap(place, place_of(believed->pdata[i])))
            return false;
    return symbol->quality >= trust[symbol->symbology].worth ||
           (is_plausible(sighting) && !is_contradicted(others, sighting));
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

/*
 * An outline's corners from the upper left one clockwise. A linear code's direction is that of its
 * lines, which may run any way; a square's corners are named by the code itself.
 */
static void
order_corners(struct decode_symbol *symbol)
{
    struct decode_point *o = symbol->outline;
    const struct decode_point old[4] = {o[0], o[1], o[2], o[3]};
    int first = 0;

    if (is_square(symbol))
        return;
    for (int i = 1; i < 4; i++)
        if ((int64_t)old[i].x + old[i].y < (int64_t)old[first].x + old[first].y)
            first = i;
    for (int i = 0; i < 4; i++)
        o[i] = old[(first + i) % 4];
}

/* Moves the symbols that are believed to the one list and the others to the other. */
static void
part(GPtrArray *symbols, GPtrArray *believed, GPtrArray *others)
{
    g_autofree bool *is = g_new0(bool, symbols->len + 1);

    for (guint i = 0; i < symbols->len; i++)
        is[i] = is_believed(symbols, symbols->pdata[i]);
    for (guint i = 0; symbols->len > 0; i++) {
        struct sighting *sighting = g_ptr_array_steal_index(symbols, 0);

        order_corners(&sighting->symbol);
        g_ptr_array_add(is[i] ? believed : others, sighting);
    }
}

void
sighting_settle(GPtrArray *seen, GPtrArray *symbols, GPtrArray *doubtful)
{
    g_autoptr(GPtrArray) others = sighting_list();
    g_autofree bool *told = NULL;

    join_neighbours(seen);
    part(seen, symbols, others);
    told = g_new0(bool, others->len + 1);
    for (guint i = 0; i < others->len; i++)
        told[i] = is_worth_a_word(symbols, others, others->pdata[i]);
    for (guint i = 0; others->len > 0; i++) {
        struct sighting *sighting = g_ptr_array_steal_index(others, 0);

        if (told[i])
            g_ptr_array_add(doubtful, sighting);
        else
            symbol_free(sighting);
    }
    put_in_reading_order(symbols);
    put_in_reading_order(doubtful);
}
