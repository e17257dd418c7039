#include "scanner/cascade.h"

#include <math.h>

#include "scanner/bars.h"
#include "scanner/confirm.h"
#include "scanner/pyramid.h"
#include "scanner/retouch.h"
#include "scanner/sighting.h"
#include "scanner/square.h"
#include "scanner/texture.h"

#define LARGE 2200     /* pixels of the longer side from which a picture counts as large */
#define CROP_MARGIN 5  /* a crop is larger on each side by one part in so many */
#define CROP_LEAST 20  /* pixels of a crop's sides */
#define CROP_ENLARGE 3 /* times at most */
#define WHOLE UINT32_MAX
#define COST_QR 25 /* effort for a pixel, libzbar's QR reader */
#define COST_ANY 4 /* the same, ZXing */
#define COST_COPY 5
#define COST_BEND 8
#define BENDS 8   /* directions in which crops are unbent */
#define BEND 0.15 /* how much, see retouch_bend() */

enum size {
    ANY,
    SMALL_ONLY,
    LARGE_ONLY
};

struct run {
    bool all;
    struct effort *effort;
    GPtrArray *symbols;
};

struct step;

typedef void step_read(struct run *run, struct pyramid *pyramid, double scale,
                       const struct step *step);

/* Something to try: on a copy of a size, retouched where it says so. */
struct step {
    int level;
    enum size size;
    bool alone;    /* only where nothing is trusted yet, even if all is wanted */
    uint32_t side; /* of the copy: longer side at most */
    struct picture *(*retouch)(const struct picture *);
    step_read *read;
    struct bars_pass bars; /* for bars; for squares only how they are looked for */
    uint32_t crop;         /* longer side that crops are brought to */
    bool retry;            /* crops that fail are tried blurred and with a threshold too */
    bool unbend;           /* and then unbent */
};

static struct square_view
whole_view(const struct pyramid *pyramid, double scale)
{
    return (struct square_view){pyramid->levels[0], 0, 0, scale};
}

static void
spend(struct run *run, const struct picture *picture, int cost)
{
    run->effort->left -= (int64_t)picture->width * picture->height * cost;
}

static void
read_bars(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    bars_read(pyramid, scale, &step->bars, run->all, run->effort, run->symbols);
}

static void
read_qr(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    struct square_view view = whole_view(pyramid, scale);

    (void)step;
    square_read_qr(&view, run->symbols);
    spend(run, view.picture, COST_QR);
}

static void
read_squares(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    struct square_view view = whole_view(pyramid, scale);

    (void)step;
    square_read_any(&view, false, run->symbols);
    spend(run, view.picture, COST_ANY);
}

/* All that ZXing knows; its retail codes count only if their bars, looked at by us, agree. */
static void
read_any(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    struct square_view view = whole_view(pyramid, scale);

    (void)step;
    square_read_any(&view, true, run->symbols);
    confirm_retail(view.picture, scale, run->effort, run->symbols);
    spend(run, view.picture, 2 * COST_ANY);
}

/* Both readers on a crop; whether either found something. */
static bool
read_view(struct run *run, const struct square_view *view)
{
    guint before = run->symbols->len;

    square_read_qr(view, run->symbols);
    spend(run, view->picture, COST_QR);
    if (run->symbols->len > before)
        return true;
    square_read_any(view, false, run->symbols);
    spend(run, view->picture, COST_ANY);
    return run->symbols->len > before;
}

static bool
read_retouched(struct run *run, const struct square_view *crop)
{
    const struct picture *picture = crop->picture;
    struct square_view view = *crop;
    struct picture *blurred = retouch_blur(picture, 3), *threshold;
    bool found;

    view.picture = blurred;
    found = read_view(run, &view);
    picture_free(blurred);
    if (found)
        return true;
    threshold = retouch_threshold(picture, (int)MAX(picture->width, picture->height) / 8 | 1, 8);
    view.picture = threshold;
    found = read_view(run, &view);
    picture_free(threshold);
    return found;
}

/* As if it were on the sides of a bottle that stands or lies anyhow. */
static void
read_unbent(struct run *run, const struct square_view *crop)
{
    guint before = run->symbols->len;

    for (int way = 0; way < BENDS && run->symbols->len == before; way++) {
        struct picture *bent = retouch_bend(crop->picture, way * 2 * G_PI / BENDS, BEND);
        struct square_view view = *crop;

        view.picture = bent;
        square_read_any(&view, false, run->symbols);
        spend(run, bent, COST_ANY + COST_BEND);
        picture_free(bent);
    }
}

/* A crop brought to about that size: smaller by its own pyramid, larger only so far. */
static struct picture *
bring_to(const struct picture *crop, uint32_t side)
{
    uint32_t longer = MAX(crop->width, crop->height);
    struct pyramid pyramid;
    struct picture *out;

    if (longer * 4 < side * 3) {
        double times = MIN((double)side / longer, CROP_ENLARGE);

        return retouch_enlarge(crop, (uint32_t)(crop->width * times),
                               (uint32_t)(crop->height * times));
    }
    pyramid_begin(&pyramid, crop);
    out = pyramid_fit(&pyramid, side);
    pyramid_clear(&pyramid);
    return out;
}

static void
read_crop(struct run *run, const struct picture *picture, double scale,
          const struct texture_squares *place, const struct step *step)
{
    int32_t margin = MAX(place->right - place->left, place->bottom - place->top) / CROP_MARGIN;
    int32_t left = MAX(place->left - margin, 0), top = MAX(place->top - margin, 0);
    struct picture *crop =
        retouch_crop(picture, left, top, place->right + margin, place->bottom + margin);
    struct square_view view = {.left = left * scale, .top = top * scale};
    struct picture *fit = NULL;

    if (crop != NULL && MIN(crop->width, crop->height) >= CROP_LEAST) {
        fit = bring_to(crop, step->crop);
        view.picture = fit;
        view.scale = scale * crop->width / fit->width;
        if (!read_view(run, &view) && step->retry && !read_retouched(run, &view) && step->unbend)
            read_unbent(run, &view);
    }
    picture_free(fit);
    picture_free(crop);
}

/* Whether the middle of a place lies in a code that is trusted already. */
static bool
is_explained(const struct texture_squares *place, double scale, const GPtrArray *symbols)
{
    struct decode_point middle = {(int32_t)((place->left + place->right) / 2 * scale),
                                  (int32_t)((place->top + place->bottom) / 2 * scale)};

    return sighting_covers(symbols, middle);
}

static void
read_crops(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    const struct picture *copy = pyramid_near(pyramid, step->bars.side);
    struct texture_squares places[TEXTURE_MOST];
    struct texture texture;
    int count;

    texture_measure(&texture, copy, (double)pyramid->levels[0]->width / copy->width);
    spend(run, copy, COST_COPY);
    count = texture_find_squares(&texture, step->bars.energy, places);
    for (int i = 0; i < MIN(count, step->bars.most) && run->effort->left > 0; i++)
        if (!is_explained(&places[i], scale, run->symbols))
            read_crop(run, pyramid->levels[0], scale, &places[i], step);
    texture_clear(&texture);
}

static struct picture *
twice(const struct picture *picture)
{
    return retouch_enlarge(picture, picture->width * 2, picture->height * 2);
}

static const struct step steps[] = {
    {1, SMALL_ONLY, false, WHOLE, NULL, read_bars, {500, 6, 20, 9, 0.6, 30}, 0, false, false},
    {1, LARGE_ONLY, false, WHOLE, NULL, read_bars, {1000, 8, 20, 9, 0.6, 20}, 0, false, false},
    {1, ANY, false, 1280, NULL, read_squares, {0}, 0, false, false},
    {2, SMALL_ONLY, false, WHOLE, NULL, read_bars, {1000, 8, 20, 9, 0.6, 20}, 0, false, false},
    {2, LARGE_ONLY, false, WHOLE, NULL, read_bars, {2000, 10, 20, 9, 0.6, 20}, 0, false, false},
    {2, SMALL_ONLY, false, WHOLE, NULL, read_crops, {500, 6, 0, 0, 0, 0.3}, 400, false, false},
    {2, LARGE_ONLY, false, WHOLE, NULL, read_crops, {1600, 8, 0, 0, 0, 0.3}, 400, false, false},
    {3, ANY, true, WHOLE, NULL, read_crops, {800, 4, 0, 0, 0, 0.4}, 400, true, false},
    {3, LARGE_ONLY, true, WHOLE, NULL, read_squares, {0}, 0, false, false},
    {4, ANY, true, 1280, NULL, read_bars, {300, 8, 24, 15, 0.5, 15}, 0, false, false},
    {4, ANY, true, 1600, NULL, read_any, {0}, 0, false, false},
    {4, ANY, true, 640, NULL, read_qr, {0}, 0, false, false},
    {5, ANY, true, WHOLE, NULL, read_crops, {500, 2, 0, 0, 0, 0.4}, 500, true, true},
    {5, ANY, true, 640, twice, read_squares, {0}, 0, false, false},
    {5, ANY, true, 800, retouch_invert, read_squares, {0}, 0, false, false},
    {5, ANY, true, 800, retouch_invert, read_bars, {500, 6, 20, 9, 0.6, 30}, 0, false, false},
};

static void
take_step(struct run *run, struct pyramid *pyramid, const struct step *step)
{
    const struct picture *whole = pyramid->levels[0];
    struct pyramid own;
    struct picture *copy, *retouched = NULL;

    if (step->side == WHOLE) {
        step->read(run, pyramid, 1, step);
        return;
    }
    copy = pyramid_fit(pyramid, step->side);
    spend(run, copy, COST_COPY);
    if (step->retouch != NULL) {
        retouched = step->retouch(copy);
        spend(run, retouched, COST_COPY);
    }
    pyramid_begin(&own, retouched != NULL ? retouched : copy);
    step->read(run, &own, (double)whole->width / own.levels[0]->width, step);
    pyramid_clear(&own);
    picture_free(retouched);
    picture_free(copy);
}

void
cascade_read(const struct picture *picture, bool all, struct effort *effort, GPtrArray *symbols)
{
    struct run run = {all, effort, symbols};
    enum size other = MAX(picture->width, picture->height) > LARGE ? SMALL_ONLY : LARGE_ONLY;
    struct pyramid pyramid;

    pyramid_begin(&pyramid, picture);
    for (size_t i = 0; i < G_N_ELEMENTS(steps) && effort->left > 0; i++) {
        if (steps[i].size != other && ((all && !steps[i].alone) || !sighting_any_trusted(symbols)))
            take_step(&run, &pyramid, &steps[i]);
    }
    pyramid_clear(&pyramid);
}
