#include "scanner/sighting.h"

#include <string.h>

#include "scanner/place.h"

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
same_text(const struct decode_symbol *a, const struct decode_symbol *b)
{
    return a->symbology == b->symbology && a->length == b->length &&
           memcmp(a->text, b->text, a->length) == 0;
}

static bool
same_symbol(const struct decode_symbol *a, const struct decode_symbol *b)
{
    return same_text(a, b) && place_overlap(place_around(a), place_of(b));
}

static void
join(struct decode_symbol *symbol, const struct decode_symbol *other)
{
    symbol->quality += other->quality;
    place_join(symbol, other);
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

    if (symbology_is_square(symbol->symbology))
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
    if (!symbology_is_retail(symbol->symbology))
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

    return !symbology_is_square(a->symbology) && !symbology_is_square(b->symbology) &&
           symbology_is_retail(a->symbology) == symbology_is_retail(b->symbology) &&
           !same_text(a, b) &&
           (is_part(a) || is_part(b) ? place_overlap(place_of(a), place_of(b)) : place_same(a, b));
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
        if (symbology_is_retail(sighting->symbol.symbology) && is_beaten_by(sighting, other))
            return false;
        rivals += other->symbol.quality;
    }
    return symbology_is_retail(sighting->symbol.symbology) ||
           rivals < RIVAL_128 * sighting->symbol.quality;
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
        count += symbology_is_square(((struct sighting *)symbols->pdata[i])->symbol.symbology) &&
                 sighting_is_trusted(symbols->pdata[i]);
    return count;
}

bool
sighting_covers(const GPtrArray *symbols, struct decode_point point)
{
    for (guint i = 0; i < symbols->len; i++) {
        const struct sighting *sighting = symbols->pdata[i];

        if (place_holds(place_of(&sighting->symbol), point) && sighting_is_trusted(sighting))
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
        if (same_text(symbol, believed->pdata[i]) ||
            place_overlap(place, place_of(believed->pdata[i])))
            return false;
    return symbol->quality >= trust[symbol->symbology].worth ||
           (is_plausible(sighting) && !is_contradicted(others, sighting));
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

        place_order_corners(&sighting->symbol);
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
    place_order(symbols);
    place_order(doubtful);
}
