/*
 * Hunts for wrong codes: small pictures of every kind of thing in every kind of distress, thousands
 * of them, of which medbox says what it trusts; what isn't there counts, and is kept.
 *
 *   hunt [--photos N] [--seed N] [--save FOLDER]
 *
 * Things are codes of ours and of others, torn, crowded, misprinted or white on black, and prints
 * that look like codes. What can't be read need not be; what is read must be there. The aim is no
 * wrong code in 1,000 pictures.
 */

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/decode.h"
#include "tests/bench/scanner/album.h"
#include "tests/bench/scanner/corpus.h"
#include "tests/bench/scanner/thing.h"

#define TELL 1000 /* pictures after which it says how far it is */
#define KINDS "eeeeeaa88uuttttllggqqQddd39cciixxxp"

struct order {
    int photos, seed;
    char *save;
};

struct tally {
    int photos, things, read, wrong, doubtful, doubted;
};

static double
at_most(uint64_t *random, double most)
{
    double part = photo_uniform(random);

    return most * part * part; /* small ones are more frequent: several come together */
}

/* What phones make of pictures, and what stands in their light. */
static void
process(struct photo_shot *shot, uint64_t *random)
{
    if (photo_random(random) % 2 == 0)
        shot->sharpen = at_most(random, 4);
    if (photo_random(random) % 2 == 0)
        shot->denoise = (int)at_most(random, 40);
    if (photo_random(random) % 4 == 0)
        shot->screen = 0.25 + photo_uniform(random);
    if (photo_random(random) % 4 == 0)
        shot->shadow = 0.9 * photo_uniform(random);
    if (photo_random(random) % 4 == 0)
        shot->dim = -1.5 * photo_uniform(random);
    if (photo_random(random) % 6 == 0)
        shot->spots = 1 + (int)(photo_random(random) % 6);
    shot->warm = at_most(random, 0.8);
    shot->mirror = photo_random(random) % 6 == 0;
}

/* Every other picture is good, so that what is the matter with the things comes to bear. */
static void
spare(struct photo_shot *shot)
{
    double *effects[] = {&shot->blur,   &shot->noise, &shot->light,  &shot->dim,   &shot->defocus,
                         &shot->motion, &shot->curve, &shot->glare,  &shot->slant, &shot->shadow,
                         &shot->screen, &shot->warm,  &shot->sharpen};

    for (size_t i = 0; i < G_N_ELEMENTS(effects); i++)
        *effects[i] *= 0.4;
    shot->module = MAX(shot->module, 1.5);
    shot->dirt /= 3;
    shot->spots /= 3;
}

static struct photo_shot
any_shot(uint64_t *random)
{
    static const int widths[] = {360, 420, 560};
    int width = widths[photo_random(random) % G_N_ELEMENTS(widths)];
    bool bent = photo_random(random) % 4 == 0;
    struct photo_shot shot = {
        .seed = photo_random(random),
        .width = width,
        .height = width * 3 / 4,
        .module = 0.8 + 2.8 * photo_uniform(random),
        .tilt = photo_random(random) % 3 == 0 ? 180 : 15,
        .slant = at_most(random, 0.6),
        .blur = 0.3 + at_most(random, 1.6),
        .noise = 2 + at_most(random, 14),
        .light = at_most(random, 0.9),
        .dim = at_most(random, 0.75),
        .defocus = photo_random(random) % 3 == 0 ? at_most(random, 4) : 0,
        .motion = photo_random(random) % 3 == 0 ? at_most(random, 9) : 0,
        .curve = bent ? 1.4 * photo_uniform(random) : 0,
        .barrel = at_most(random, 0.1),
        .glare = photo_random(random) % 4 == 0 ? photo_uniform(random) : 0,
        .dirt = (int)at_most(random, 120),
        .sensor = true,
    };

    if (photo_random(random) % 2 == 0)
        process(&shot, random);
    if (photo_random(random) % 2 == 0)
        spare(&shot);
    return shot;
}

static const char *
any_flaws(uint64_t *random)
{
    static const char *const flaws[] = {"",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "crowded",
                                        "light",
                                        "torn",
                                        "covered",
                                        "scuffed",
                                        "misprinted",
                                        "blotted",
                                        "half",
                                        "patched",
                                        "fat",
                                        "thin",
                                        "stamped",
                                        "written",
                                        "foil",
                                        "bare",
                                        "patched covered",
                                        "pale",
                                        "tight",
                                        "half bare",
                                        "half written",
                                        "patched fat",
                                        "stamped thin",
                                        "dotted"};

    return flaws[photo_random(random) % G_N_ELEMENTS(flaws)];
}

/* Lays things and takes the picture; smaller things where they don't fit. */
static void
take(uint64_t seed, struct corpus_shot *shot)
{
    uint64_t random = seed;
    GStringChunk *texts = g_string_chunk_new(1024);
    struct photo_item items[CORPUS_CODES];
    struct photo_shot how = any_shot(&random);
    struct photo_file file = {PHOTO_JPEG, 8 + (int)(photo_random(&random) % 85), 1};
    size_t count = 1 + photo_random(&random) % 2;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    cairo_surface_t *photo;

    *shot = (struct corpus_shot){0};
    for (size_t i = 0; i < count; i++) {
        const char *flaws = any_flaws(&random);
        char kind = KINDS[photo_random(&random) % strlen(KINDS)];
        char *text = thing_make(kind, flaws, &random, texts, &items[i]);

        if (text != NULL)
            shot->expected[shot->count++] = text;
    }
    photo = photo_take(items, count, &how, &error);
    if (photo == NULL) {
        g_clear_error(&error);
        how.module = 0;
        photo = photo_take(items, count, &how, &error);
    }
    if (photo == NULL) { /* not even so: one of them, then */
        g_clear_error(&error);
        how.width = 640;
        how.height = 640;
        photo = photo_take(items, count, &how, &error);
    }
    if (photo != NULL)
        bytes = photo_encode(photo, &file, &error);
    if (bytes != NULL)
        shot->picture = picture_load(bytes, LIMIT_PIXELS, NULL, &error);
    g_clear_pointer(&photo, cairo_surface_destroy);
    g_string_chunk_free(texts);
}

static bool
is_expected(const struct corpus_shot *shot, const struct decode_symbol *symbol)
{
    for (int i = 0; i < shot->count; i++)
        if (strlen(shot->expected[i]) == symbol->length &&
            memcmp(shot->expected[i], symbol->text, symbol->length) == 0)
            return true;
    return false;
}

static void
look(const struct order *order, uint64_t seed, struct tally *tally)
{
    struct corpus_shot shot;
    struct decode *decode;
    bool wrong = false;

    take(seed, &shot);
    if (shot.picture == NULL)
        return;
    decode = decode_picture(shot.picture);
    tally->photos++;
    tally->things += shot.count;
    tally->doubtful += (int)decode->doubtful->len;
    for (guint i = 0; i < decode->doubtful->len; i++)
        tally->doubted += is_expected(&shot, decode->doubtful->pdata[i]);
    for (size_t i = 0; i < decode->symbols->len; i++) {
        const struct decode_symbol *symbol = decode_symbol_at(decode, i);

        if (is_expected(&shot, symbol)) {
            tally->read++;
            continue;
        }
        wrong = true;
        tally->wrong++;
        printf("wrong: %" G_GUINT64_FORMAT " %s:%s (%d)\n", seed, symbology_word(symbol->symbology),
               symbol->text, symbol->quality);
        fflush(stdout);
    }
    if (wrong && order->save != NULL) {
        g_autofree char *name = g_strdup_printf("wrong-%" G_GUINT64_FORMAT, seed);
        g_autofree char *path = g_build_filename(order->save, name, NULL);

        album_save(path, &shot);
    }
    decode_free(decode);
    corpus_clear(&shot);
}

static void
print_tally(const struct tally *tally)
{
    printf("%d pictures, %d codes: %d read, %d wrong, %d doubtful (%d of them there)\n",
           tally->photos, tally->things, tally->read, tally->wrong, tally->doubtful,
           tally->doubted);
    fflush(stdout);
}

int
main(int argc, char **argv)
{
    struct order order = {.photos = 500, .seed = 1};
    struct tally tally = {0};
    g_autoptr(GOptionContext) context = g_option_context_new("- wrong codes");
    g_autoptr(GError) error = NULL;
    const GOptionEntry entries[] = {
        {"photos", 0, 0, G_OPTION_ARG_INT, &order.photos, "pictures", "N"},
        {"seed", 0, 0, G_OPTION_ARG_INT, &order.seed, "of all that is left to chance", "N"},
        {"save", 0, 0, G_OPTION_ARG_FILENAME, &order.save, "what was misread", "FOLDER"},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };

    words_use(WORDS_EN);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 2;
    }
    for (int i = 0; i < order.photos; i++) {
        look(&order, (uint64_t)order.seed * 1000000 + (uint64_t)i, &tally);
        if ((i + 1) % TELL == 0 && i + 1 < order.photos)
            print_tally(&tally);
    }
    print_tally(&tally);
    g_free(order.save);
    return tally.wrong > 0;
}
