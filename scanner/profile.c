#include "scanner/profile.h"

#include <math.h>
#include <string.h>

#define LEAST_LENGTH 50 /* pixels */
#define LEAST_SAMPLES 16
#define MOST_SAMPLES 40000
#define LEAST_WINDOW 6
#define SHARPEN 2 /* times the difference from the neighbours' mean, twice, that is added */

struct profile *
profile_new(void)
{
    struct profile *profile = g_new0(struct profile, 1);

    profile->samples = g_new(int32_t, MOST_SAMPLES);
    profile->edges = g_array_new(FALSE, FALSE, sizeof(struct profile_edge));
    return profile;
}

void
profile_free(struct profile *profile)
{
    g_free(profile->samples);
    g_array_unref(profile->edges);
    g_free(profile);
}

/* Narrows from…to, lengths along the line, to where the coordinate lies between 0 and most. */
static bool
clip_axis(double at, double step, double most, double *from, double *to)
{
    double one, two;

    if (fabs(step) < 1e-6)
        return at >= 0 && at <= most;
    one = -at / step;
    two = (most - at) / step;
    *from = MAX(*from, MIN(one, two));
    *to = MIN(*to, MAX(one, two));
    return true;
}

bool
profile_clip(struct profile_line *line, const struct picture *picture)
{
    double from = 0, to = line->length;

    if (!clip_axis(line->x, line->dx, picture->width - 2.0, &from, &to) ||
        !clip_axis(line->y, line->dy, picture->height - 2.0, &from, &to) ||
        to - from < LEAST_LENGTH)
        return false;
    line->x += from * line->dx;
    line->y += from * line->dy;
    line->length = to - from;
    line->square -= from;
    return true;
}

/* Between four pixels, in PROFILE_SHARES; places are 65536ths of a pixel. */
static inline int32_t
light_at(const struct picture *picture, int64_t x, int64_t y)
{
    const uint8_t *p = picture->luma + (y >> 16) * (ptrdiff_t)picture->width + (x >> 16);
    const uint8_t *below = p + picture->width;
    int32_t fx = (int32_t)(x >> 8) & 255, fy = (int32_t)(y >> 8) & 255;
    int32_t upper = (p[0] << 8) + (p[1] - p[0]) * fx;
    int32_t lower = (below[0] << 8) + (below[1] - below[0]) * fx;

    return ((upper << 8) + (lower - upper) * fy) >> 12;
}

/* Adds one line to the samples. */
static void
add_line(struct profile *profile, const struct picture *picture, double x, double y, double dx,
         double dy)
{
    int64_t last_x = ((int64_t)picture->width - 2) << 16;
    int64_t last_y = ((int64_t)picture->height - 2) << 16;
    int64_t at_x = (int64_t)(x * 65536), at_y = (int64_t)(y * 65536);
    int64_t step_x = (int64_t)(dx * 65536), step_y = (int64_t)(dy * 65536);
    int64_t end_x = at_x + step_x * profile->count, end_y = at_y + step_y * profile->count;
    bool inside = MIN(at_x, end_x) >= 0 && MAX(at_x, end_x) <= last_x && MIN(at_y, end_y) >= 0 &&
                  MAX(at_y, end_y) <= last_y;
    int32_t *samples = profile->samples;

    for (int i = 0; inside && i < profile->count; i++, at_x += step_x, at_y += step_y)
        samples[i] += light_at(picture, at_x, at_y);
    for (int i = 0; !inside && i < profile->count; i++, at_x += step_x, at_y += step_y)
        samples[i] += light_at(picture, CLAMP(at_x, 0, last_x), CLAMP(at_y, 0, last_y));
}

void
profile_sample(struct profile *profile, const struct picture *picture,
               const struct profile_line *line)
{
    profile->count = (int)MIN(line->length * line->per_pixel, MOST_SAMPLES);
    memset(profile->samples, 0, (size_t)profile->count * sizeof *profile->samples);
    for (int i = 0; i < line->mean; i++) {
        double aside = i - (line->mean - 1) / 2.0, turn = aside * line->fan;
        double step = (1 - turn) / line->per_pixel, from = turn * line->square;

        add_line(profile, picture, line->x - line->dy * aside + line->dx * from,
                 line->y + line->dx * aside + line->dy * from, line->dx * step, line->dy * step);
    }
    for (int i = 0; i < profile->count; i++)
        profile->samples[i] /= line->mean;
}

void
profile_sharpen(const struct profile *from, int reach, struct profile *to)
{
    const int32_t *in = from->samples;

    to->count = from->count;
    for (int i = 0; i < from->count; i++)
        to->samples[i] = in[i] + SHARPEN * (2 * in[i] - in[MAX(i - reach, 0)] -
                                            in[MIN(i + reach, from->count - 1)]);
}

/* What a twentieth of the samples is below, or above. */
static int32_t
end_of_range(const int counts[256], int samples, bool upper)
{
    int passed = 0;

    for (int i = 0; i < 256; i++) {
        passed += counts[upper ? 255 - i : i];
        if (passed > samples / 20)
            return (upper ? 255 - i : i) * PROFILE_SHARES;
    }
    return 0;
}

int
profile_count_swings(const struct profile *profile, double part)
{
    int counts[256] = {0}, swings = 0, way = 0;
    int32_t least, end;

    if (profile->count < LEAST_SAMPLES)
        return 0;
    for (int i = 0; i < profile->count; i++)
        counts[CLAMP(profile->samples[i] / PROFILE_SHARES, 0, 255)]++;
    least = (int32_t)(part * (end_of_range(counts, profile->count, true) -
                              end_of_range(counts, profile->count, false)));
    end = profile->samples[0];
    for (int i = 1; i < profile->count; i++) {
        int32_t sample = profile->samples[i];

        if (way >= 0 ? sample < end - least : sample > end + least) {
            way = way >= 0 ? -1 : 1;
            swings++;
            end = sample;
        }
        end = way >= 0 ? MAX(end, sample) : MIN(end, sample);
    }
    return swings;
}

/*
 * A sample's way from the mean of those around it, computed along the line as it moves and times
 * their number, which spares a division. MOST_SAMPLES of the most that sharpening gives fit.
 */
struct window {
    const struct profile *profile;
    int32_t reach, inside, sum;
};

static int32_t
distance_at(struct window *w, int i)
{
    if (i + w->reach < w->profile->count) {
        w->sum += w->profile->samples[i + w->reach];
        w->inside++;
    }
    if (i - w->reach > 0) {
        w->sum -= w->profile->samples[i - w->reach - 1];
        w->inside--;
    }
    return w->profile->samples[i] * w->inside - w->sum;
}

void
profile_find_edges(struct profile *profile, int window, int least)
{
    struct window w = {.profile = profile, .reach = MAX(window, LEAST_WINDOW) / 2};
    int32_t before = 0, crossing = 1;
    int side = 0; /* -1 dark, 1 light, 0 at the start */

    g_array_set_size(profile->edges, 0);
    if (profile->count < LEAST_SAMPLES)
        return;
    for (; w.inside < MIN(w.reach, profile->count); w.inside++)
        w.sum += profile->samples[w.inside];
    for (int i = 0; i < profile->count; i++) {
        int32_t distance = distance_at(&w, i);
        int32_t enough = least * w.inside;
        int now = distance < -enough ? -1 : distance > enough ? 1 : side;

        if (i > 0 && (before < 0) != (distance < 0))
            crossing = (i - 1) * PROFILE_PARTS -
                       (int32_t)((int64_t)before * PROFILE_PARTS / ((int64_t)distance - before));
        before = distance;
        if (now == side)
            continue;
        if (side != 0 || now < 0) {
            struct profile_edge edge = {MAX(crossing, 1), now < 0};

            g_array_append_val(profile->edges, edge);
        }
        side = now;
    }
}
