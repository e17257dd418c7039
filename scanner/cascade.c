#include "scanner/cascade.h"

#include <math.h>

#include "scanner/bars.h"
#include "scanner/confirm.h"
#include "scanner/profile.h"
#include "scanner/pyramid.h"
#include "scanner/retouch.h"
#include "scanner/sighting.h"
#include "scanner/square.h"
#include "scanner/texture.h"

#define TINY 700   /* pixels of the longer side up to which a picture counts as tiny … */
#define SMALL 1280 /* … and as small: what is shown to ZXing as a whole is no larger copy … */
#define LARGE 2200 /* … and from which as large */
#define CROP_MARGIN 5   /* a crop is larger on each side by one part in so many */
#define CROP_LEAST 20   /* pixels of a crop's sides */
#define CROP_ENLARGE 3  /* times at most */
#define COMPACT 1.6     /* times as long as wide that a code of squares is at most */
#define BUSY_LINES 7    /* laid across a place and down it, … */
#define BUSY_LEAST 5    /* … of which so many … */
#define BUSY_SWINGS 5   /* … go up and down so often … */
#define BUSY_SWING 0.25 /* … by so much of their range, as codes do */
#define PAGE_CODES 3    /* codes of squares on a page of them, … */
#define PAGE_EARNS 8    /* … each of which earns so many ms of effort for what else is on it */
#define ROUGH 64        /* pixels of a copy's longer side that tells light from shadow: … */
#define SHADOW 4 /* times as light as its darkest tenth its lightest tenth is where there is one */
#define WHOLE UINT32_MAX
#define PLAIN_PARTS 8 /* of a crop, over one of which light and dark are told apart, … */
#define PLAIN_LESS 12 /* … by so many levels at least */
#define COST_QR 25    /* effort for a pixel, libzbar's QR reader */
#define COST_ANY 4    /* the same, ZXing */
#define COST_COPY 1
#define COST_EVEN 8
#define COST_GRID 12 /* the same, finders */
#define COST_BUSY 6  /* the same, of a line through a place */

/* How crops are read. */
enum crops {
    PLAIN,
    GRID,  /* by the grid of a QR code */
    FAINT, /* the same, but only places of a code's shape: there is much that is faint */
    RETRY, /* those of such a shape blurred and with a threshold where plain ones fail */
};

/* When a step is taken if all codes are wanted; if one is enough, while none is trusted. */
enum when {
    ALWAYS,
    UNREAD, /* while none is trusted, or bars are left of which no code was read */
    ALONE,  /* while none is trusted: what else there is, crops find */
    BARRED, /* the same, and there are bars of which no code was read */
    PAGE,   /* where so many codes of squares are trusted that it is a page of them */
};

/* Which pictures a step is for. Of tiny ones no smaller copies are made: few places, each once. */
enum size {
    TINY_ONLY = 1 << 0,
    SMALL_ONLY = 1 << 1,
    MIDDLE_ONLY = 1 << 2,
    LARGE_ONLY = 1 << 3,
    MEDIUM = SMALL_ONLY | MIDDLE_ONLY,
    SIZEABLE = MIDDLE_ONLY | LARGE_ONLY,
    NOT_TINY = SMALL_ONLY | SIZEABLE,
    ANY = TINY_ONLY | NOT_TINY,
};

struct run {
    bool all;
    struct effort *effort;
    GPtrArray *symbols;
    GArray *unread;                 /* of struct bars_unread */
    struct texture texture;         /* of a copy that was measured last, … */
    const struct picture *measured; /* … NULL for none */
    int earned;                     /* codes that earned effort */
};

struct step;

typedef void step_read(struct run *run, struct pyramid *pyramid, double scale,
                       const struct step *step);

/* Something to try: on a copy of a size, retouched where it says so. */
struct step {
    int level;
    enum size size;
    enum when when;
    uint32_t side; /* of the copy: longer side at most */
    struct picture *(*retouch)(const struct picture *);
    step_read *read;
    struct bars_pass bars; /* for bars; for squares only how they are looked for */
    uint32_t crop;         /* longer side that crops are brought to, or of places left at most */
    enum crops crops;
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
    bars_read(pyramid, scale, &step->bars, run->all, run->effort, run->symbols, run->unread);
}

static void
read_squares(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    struct square_view view = whole_view(pyramid, scale);

    (void)step;
    square_read_any(&view, run->symbols);
    spend(run, view.picture, COST_ANY);
}

/* Linear codes by ZXing; its retail ones count only if their bars, looked at by us, agree. */
static void
read_lines(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    struct square_view view = whole_view(pyramid, scale);

    (void)step;
    square_read_linear(&view, run->symbols);
    confirm_retail(view.picture, scale, run->effort, run->symbols);
    spend(run, view.picture, COST_ANY);
}

/* A grid that can't be told may still be read by its edges. */
static void
read_grid(struct run *run, const struct square_view *view)
{
    guint before = run->symbols->len;

    spend(run, view->picture, COST_GRID);
    if (!square_read_grid(view, run->effort, run->symbols) || run->symbols->len > before)
        return;
    square_read_qr(view, run->symbols);
    spend(run, view->picture, COST_QR);
}

static bool
read_view(struct run *run, const struct square_view *view)
{
    guint before = run->symbols->len;

    square_read_any(view, run->symbols);
    spend(run, view->picture, COST_ANY);
    return run->symbols->len > before;
}

static void
read_retouched(struct run *run, const struct square_view *crop)
{
    static const int blurs[] = {3, 7};
    struct square_view view = *crop;
    bool found = false;

    for (size_t i = 0; i < G_N_ELEMENTS(blurs) && !found; i++) {
        struct picture *blurred = retouch_blur(crop->picture, blurs[i]);

        view.picture = blurred;
        found = read_view(run, &view);
        picture_free(blurred);
    }
    if (!found) {
        struct picture *plain = retouch_threshold(
            crop->picture,
            (int)(MAX(crop->picture->width, crop->picture->height) / PLAIN_PARTS) | 1, PLAIN_LESS);

        view.picture = plain;
        read_view(run, &view);
        picture_free(plain);
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

/* Whether anything was read. */
static bool
read_crop(struct run *run, const struct picture *picture, double scale,
          const struct texture_squares *place, const struct step *step)
{
    int32_t margin = MAX(place->right - place->left, place->bottom - place->top) / CROP_MARGIN;
    int32_t left = MAX(place->left - margin, 0), top = MAX(place->top - margin, 0);
    struct picture *crop =
        retouch_crop(picture, left, top, place->right + margin, place->bottom + margin);
    struct square_view view = {.left = left * scale, .top = top * scale};
    struct picture *fit = NULL;
    guint before = run->symbols->len;

    if (crop != NULL && MIN(crop->width, crop->height) >= CROP_LEAST) {
        fit = bring_to(crop, step->crop);
        view.picture = fit;
        view.scale = scale * crop->width / fit->width;
        if (step->crops == GRID || step->crops == FAINT)
            read_grid(run, &view);
        else if (!read_view(run, &view) && step->crops == RETRY)
            read_retouched(run, &view);
    }
    picture_free(fit);
    picture_free(crop);
    return run->symbols->len > before;
}

/* Whether the middle of a place lies in a code that is trusted already. */
static bool
is_explained(const struct texture_squares *place, double scale, const GPtrArray *symbols)
{
    struct decode_point middle = {(int32_t)((place->left + place->right) / 2 * scale),
                                  (int32_t)((place->top + place->bottom) / 2 * scale)};

    return sighting_covers(symbols, middle);
}

/* Whether a place has a code's shape; a line of writing hasn't. */
static bool
is_compact(const struct texture_squares *place)
{
    int32_t wide = place->right - place->left, high = place->bottom - place->top;

    return MAX(wide, high) < COMPACT * MIN(wide, high);
}

/* Lines through the middle half of a place, one way, that have as many ups and downs as a code's. */
static int
busy_lines(const struct picture *picture, const struct texture_squares *place, bool down,
           struct profile *profile)
{
    double wide = place->right - place->left, high = place->bottom - place->top;
    int busy = 0;

    for (int i = 0; i < BUSY_LINES; i++) {
        double part = 0.25 + 0.5 * (i + 0.5) / BUSY_LINES;
        struct profile_line line =
            down ? (struct profile_line){place->left + part * wide,
                                         place->top,
                                         0,
                                         1,
                                         high,
                                         1,
                                         1,
                                         0,
                                         0}
                 : (struct profile_line){
                       place->left, place->top + part * high, 1, 0, wide, 1, 1, 0, 0};

        if (!profile_clip(&line, picture))
            continue;
        profile_sample(profile, picture, &line);
        busy += profile_count_swings(profile, BUSY_SWING) >= BUSY_SWINGS;
    }
    return busy;
}

/* Whether a place is as restless down as across, everywhere: between lines of writing it is quiet. */
static bool
is_busy(struct run *run, const struct picture *picture, const struct texture_squares *place)
{
    struct profile *profile = profile_new();
    bool busy = busy_lines(picture, place, false, profile) >= BUSY_LEAST &&
                busy_lines(picture, place, true, profile) >= BUSY_LEAST;

    profile_free(profile);
    run->effort->left -=
        (int64_t)BUSY_LINES * COST_BUSY * (place->right - place->left + place->bottom - place->top);
    return busy;
}

static int
find_squares(struct run *run, struct pyramid *pyramid, const struct step *step,
             struct texture_squares places[TEXTURE_MOST])
{
    const struct picture *copy = pyramid_near(pyramid, step->bars.side);

    if (run->measured != copy) {
        texture_clear(&run->texture);
        texture_measure(&run->texture, copy, (double)pyramid->levels[0]->width / copy->width);
        spend(run, copy, COST_COPY);
        run->measured = copy;
    }
    return texture_find_squares(&run->texture, step->bars.energy, places);
}

static void
read_crops(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    struct texture_squares places[TEXTURE_MOST];
    int count = find_squares(run, pyramid, step, places);

    for (int i = 0, vain = 0; i < count && vain < step->bars.most && run->effort->left > 0; i++) {
        if ((step->crops >= FAINT && !is_compact(&places[i])) ||
            is_explained(&places[i], scale, run->symbols) ||
            !is_busy(run, pyramid->levels[0], &places[i]))
            continue;
        vain += !read_crop(run, pyramid->levels[0], scale, &places[i], step);
    }
}

/* Whether a place no longer than that looks like a code and wasn't read. */
static bool
has_unread_squares(struct run *run, struct pyramid *pyramid, double scale, const struct step *step,
                   uint32_t longest)
{
    struct texture_squares places[TEXTURE_MOST];
    int count = find_squares(run, pyramid, step, places);

    for (int i = 0; i < count; i++)
        if (is_compact(&places[i]) &&
            (uint32_t)MAX(places[i].right - places[i].left, places[i].bottom - places[i].top) <=
                longest &&
            !is_explained(&places[i], scale, run->symbols) &&
            is_busy(run, pyramid->levels[0], &places[i]))
            return true;
    return false;
}

/* All of a picture where a code too small for its copies seems left. */
static void
read_left(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    if (has_unread_squares(run, pyramid, scale, step, step->crop))
        read_squares(run, pyramid, scale, step);
}

/* libzbar is at its best where codes stand square and sharp, and finds as many as there are. */
static void
read_page(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    struct square_view view = whole_view(pyramid, scale);
    if (!has_unread_squares(run, pyramid, scale, step, WHOLE))
        return;
    square_read_qr(&view, run->symbols);
    spend(run, view.picture, COST_QR);
}

/* Crops of a copy evenly lit, where some of the picture lies in the dark beside bright light. */
static void
read_shadows(struct run *run, struct pyramid *pyramid, double scale, const struct step *step)
{
    const struct picture *rough = pyramid_near(pyramid, ROUGH);
    struct pyramid own;
    struct picture *even;

    if (picture_level_at(rough, 90) < SHADOW * picture_level_at(rough, 10))
        return;
    even = retouch_even(pyramid->levels[0]);
    spend(run, even, COST_EVEN);
    pyramid_begin(&own, even);
    read_crops(run, &own, scale, step);
    run->measured = NULL; /* of a copy that goes now */
    pyramid_clear(&own);
    picture_free(even);
}

static const struct step steps[] = {
    {1, TINY_ONLY, ALWAYS, WHOLE, NULL, read_bars, {500, 8, 20, 9, 0.6, 20}, 0, PLAIN},
    {1, MEDIUM, ALWAYS, WHOLE, NULL, read_bars, {500, 6, 20, 9, 0.6, 30}, 0, PLAIN},
    {1, LARGE_ONLY, ALWAYS, WHOLE, NULL, read_bars, {1000, 8, 20, 9, 0.6, 20}, 0, PLAIN},
    {1, ANY, ALONE, 1280, NULL, read_squares, {0}, 0, PLAIN},
    {2, MEDIUM, ALWAYS, WHOLE, NULL, read_bars, {1000, 8, 20, 9, 0.6, 20}, 0, PLAIN},
    {2, LARGE_ONLY, ALWAYS, WHOLE, NULL, read_bars, {2000, 10, 20, 9, 0.6, 20}, 0, PLAIN},
    {2, TINY_ONLY, ALWAYS, WHOLE, NULL, read_crops, {500, 4, 0, 0, 0, 0.3}, 300, PLAIN},
    {2, MEDIUM, ALWAYS, WHOLE, NULL, read_crops, {500, 6, 0, 0, 0, 0.3}, 400, PLAIN},
    {2, LARGE_ONLY, ALWAYS, WHOLE, NULL, read_crops, {1600, 8, 0, 0, 0, 0.3}, 400, PLAIN},
    {2, TINY_ONLY, ALWAYS, WHOLE, NULL, read_crops, {1600, 4, 0, 0, 0, 0.5}, 300, GRID},
    {2, NOT_TINY, ALWAYS, WHOLE, NULL, read_crops, {1600, 6, 0, 0, 0, 0.5}, 300, GRID},
    {2, NOT_TINY, PAGE, WHOLE, NULL, read_crops, {1600, 32, 0, 0, 0, 0.3}, 400, PLAIN},
    {2, NOT_TINY, PAGE, WHOLE, NULL, read_crops, {1600, 32, 0, 0, 0, 0.5}, 300, GRID},
    {2, SIZEABLE, PAGE, WHOLE, NULL, read_left, {1600, 0, 0, 0, 0, 0.3}, WHOLE, PLAIN},
    {2, TINY_ONLY, ALWAYS, WHOLE, NULL, read_crops, {1600, 2, 0, 0, 0, 0.06}, 300, FAINT},
    {2, NOT_TINY, ALWAYS, WHOLE, NULL, read_crops, {1600, 2, 0, 0, 0, 0.06}, 300, FAINT},
    {3, TINY_ONLY, ALWAYS, WHOLE, NULL, read_crops, {1600, 2, 0, 0, 0, 0.12}, 300, RETRY},
    {3, NOT_TINY, ALWAYS, WHOLE, NULL, read_crops, {1600, 4, 0, 0, 0, 0.12}, 400, RETRY},
    {3, MEDIUM, ALWAYS, WHOLE, NULL, read_crops, {500, 4, 0, 0, 0, 0.5}, 400, RETRY},
    {3, LARGE_ONLY, ALWAYS, WHOLE, NULL, read_crops, {1000, 4, 0, 0, 0, 0.5}, 400, RETRY},
    {3, ANY, PAGE, 3400, NULL, read_page, {1600, 0, 0, 0, 0, 0.5}, 0, PLAIN},
    {4, ANY, UNREAD, 1280, NULL, read_bars, {300, 8, 24, 15, 0.5, 15}, 0, PLAIN},
    {4, ANY, BARRED, 1600, NULL, read_lines, {0}, 0, PLAIN},
    {5, TINY_ONLY, ALONE, 1280, retouch_invert, read_crops, {1600, 2, 0, 0, 0, 0.5}, 300, PLAIN},
    {5, NOT_TINY, ALONE, 1280, retouch_invert, read_crops, {1600, 4, 0, 0, 0, 0.5}, 400, PLAIN},
    {5, ANY, BARRED, 800, retouch_invert, read_bars, {500, 6, 20, 9, 0.6, 30}, 0, PLAIN},
    {6, NOT_TINY, ALONE, 1280, NULL, read_shadows, {1600, 4, 0, 0, 0, 0.3}, 300, GRID},
    {6, NOT_TINY, ALONE, WHOLE, NULL, read_crops, {1600, 4, 0, 0, 0, 0.3}, 900, PLAIN},
    {6, MEDIUM, ALONE, WHOLE, NULL, read_crops, {1600, 2, 0, 0, 0, 0.5}, 800, GRID},
    {6, LARGE_ONLY, ALONE, WHOLE, NULL, read_crops, {1600, 4, 0, 0, 0, 0.5}, 800, GRID},
    {6, LARGE_ONLY, ALONE, WHOLE, NULL, read_left, {1600, 0, 0, 0, 0, 0.3}, 1200, PLAIN},
};

static void
take_step(struct run *run, struct pyramid *pyramid, const struct step *step)
{
    const struct picture *whole = pyramid->levels[0];
    struct pyramid own;
    struct picture *copy, *retouched = NULL;

    if (step->retouch == NULL && step->side >= MAX(whole->width, whole->height)) {
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
    run->measured = NULL; /* it may be of a copy that goes now */
    pyramid_clear(&own);
    picture_free(retouched);
    picture_free(copy);
}

static bool
has_unread(const struct run *run)
{
    for (guint i = 0; i < run->unread->len; i++)
        if (!sighting_covers(run->symbols,
                             g_array_index(run->unread, struct bars_unread, i).middle))
            return true;
    return false;
}

/* Whether there are so many codes of squares that more are likely; they earn effort once each. */
static bool
is_page(struct run *run)
{
    int count = sighting_count_squares(run->symbols);

    if (!run->all || count < PAGE_CODES)
        return false;
    if (count > run->earned) {
        run->effort->left += (count - run->earned) * PAGE_EARNS * EFFORT_MS;
        run->earned = count;
    }
    return true;
}

static bool
is_wanted(struct run *run, enum when when)
{
    if (when == PAGE)
        return is_page(run);
    if (!sighting_any_trusted(run->symbols))
        return when != BARRED || run->unread->len > 0;
    return run->all && (when == ALWAYS || (when == UNREAD && has_unread(run)));
}

static enum size
size_of(const struct picture *picture)
{
    uint32_t side = MAX(picture->width, picture->height);

    return side > LARGE   ? LARGE_ONLY
           : side > SMALL ? MIDDLE_ONLY
           : side > TINY  ? SMALL_ONLY
                          : TINY_ONLY;
}

void
cascade_read(const struct picture *picture, bool all, struct effort *effort, GPtrArray *symbols,
             GArray *unread)
{
    struct run run = {.all = all, .effort = effort, .symbols = symbols, .unread = unread};
    enum size size = size_of(picture);
    struct pyramid pyramid;

    pyramid_begin(&pyramid, picture);
    for (size_t i = 0; i < G_N_ELEMENTS(steps) && effort->left > 0; i++)
        if ((steps[i].size & size) != 0 && is_wanted(&run, steps[i].when))
            take_step(&run, &pyramid, &steps[i]);
    texture_clear(&run.texture);
    pyramid_clear(&pyramid);
}
