#include "tests/bench/scanner/corpus.h"

#include <string.h>

#include "base/limits.h"
#include "photo.h"
#include "tests/bench/scanner/scenes.h"
#include "tests/bench/scanner/thing.h"

size_t
corpus_classes(void)
{
    return scenes_count;
}

const char *
corpus_class(size_t number)
{
    return scenes[number].name;
}

const char *
corpus_group(size_t number)
{
    return scenes[number].group;
}

static void
set_usual(double *effect, double usual)
{
    if (*effect <= 0)
        *effect = usual;
}

/* Half of each effect at least, and anything up to all of it. */
static struct photo_shot
vary(const struct photo_shot *most, uint64_t *random)
{
    struct photo_shot shot = *most;
    double *effects[] = {&shot.blur,    &shot.noise,  &shot.light, &shot.dim,
                         &shot.defocus, &shot.motion, &shot.curve, &shot.glare};
    double *phones[] = {&shot.screen, &shot.shadow, &shot.warm, &shot.sharpen};

    if (shot.width == 0)
        shot.width = 1280;
    if (shot.height == 0)
        shot.height = 960;
    set_usual(&shot.module, 2.4);
    set_usual(&shot.tilt, 12);
    set_usual(&shot.slant, 0.1);
    set_usual(&shot.blur, 0.9);
    set_usual(&shot.noise, 5);
    set_usual(&shot.light, 0.3);
    shot.sensor = true;
    shot.seed = photo_random(random);
    shot.module *= 1 + 0.4 * photo_uniform(random);
    for (size_t i = 0; i < G_N_ELEMENTS(effects); i++)
        *effects[i] *= 0.5 + 0.5 * photo_uniform(random);
    shot.dirt = (int)(shot.dirt * (0.5 + 0.5 * photo_uniform(random)));
    for (size_t i = 0; i < G_N_ELEMENTS(phones); i++)
        *phones[i] *= 0.5 + 0.5 * photo_uniform(random);
    return shot;
}

static struct picture *
photograph(const struct photo_item *items, int count, const struct scene *scene,
           const struct corpus_camera *camera, uint64_t *random)
{
    struct photo_shot shot = vary(&scene->shot, random);
    struct photo_file file = {PHOTO_JPEG, camera->quality > 0 ? camera->quality : scene->quality,
                              1};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    cairo_surface_t *photo;
    struct picture *picture;

    if (camera->width > 0) {
        shot.height = camera->width * shot.height / shot.width;
        shot.width = camera->width;
    }
    photo = photo_take(items, (size_t)count, &shot, &error);

    if (photo == NULL) { /* too large for the picture: as large as fits */
        g_clear_error(&error);
        shot.module = 0;
        photo = photo_take(items, (size_t)count, &shot, &error);
    }
    g_assert_no_error(error);
    bytes = photo_encode(photo, &file, &error);
    cairo_surface_destroy(photo);
    picture = picture_load(bytes, LIMIT_PIXELS, NULL, &error);
    g_assert_no_error(error);
    return picture;
}

void
corpus_take(size_t number, uint64_t seed, const struct corpus_camera *camera, const char *label,
            const char *label_text, struct corpus_shot *shot)
{
    const struct scene *scene = &scenes[number];
    struct photo_item items[CORPUS_CODES];
    GStringChunk *texts = g_string_chunk_new(1024);
    uint64_t random = seed * UINT64_C(1000003) + number;
    int count = scene->items < 3 ? scene->items
                                 : 2 + (int)(photo_random(&random) % (uint64_t)(scene->items - 1));

    *shot = (struct corpus_shot){0};
    for (int i = 0; i < count; i++) {
        size_t pick = (size_t)(photo_random(&random) % strlen(scene->kinds));
        char kind = scene->kinds[i == 0 ? 0 : pick], *text;

        if (scene->items == 1)
            kind = scene->kinds[pick];
        if (kind == 'b' && i > 0)
            kind = 'e';
        if (kind == 'b') {
            items[i] = (struct photo_item){"label", label, ""};
            text = g_strdup(label_text);
        } else {
            text = thing_make(kind, scene->flaws, &random, texts, &items[i]);
        }
        if (text != NULL)
            shot->expected[shot->count++] = text;
    }
    shot->picture = photograph(items, count, scene, camera, &random);
    g_string_chunk_free(texts);
}

void
corpus_clear(struct corpus_shot *shot)
{
    for (int i = 0; i < shot->count; i++)
        g_free(shot->expected[i]);
    picture_free(shot->picture);
}
