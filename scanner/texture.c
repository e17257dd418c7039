#include "scanner/texture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scanner/wide.h"

#define BLOCK 8
#define BARS_BLOCKS 4          /* fewer are no code */
#define SQUARES_SIDE 3         /* blocks on each side at least */
#define SQUARES_LONG 4         /* times as long as wide at most */
#define SQUARES_AGREE 0.7f     /* part of the gradients that agree at most */
#define SQUARES_LEAST 30.f     /* energy that is more than noise */
#define TURN (18 * G_PI / 180) /* by which the bars of neighbouring blocks may differ */
#define DRIFT 0.15             /* of cos(2 turn) that a block may differ more from all others */

/* Adds up, over a row of blocks, products of central differences, which are twice the gradient. */
WIDE static void
add_products(const uint8_t *restrict luma, size_t stride, size_t width, int32_t *restrict xx,
             int32_t *restrict yy, int32_t *restrict xy)
{
    for (size_t x = 0; x < width; x++)
        xx[x] = yy[x] = xy[x] = 0;
    for (size_t y = 1; y <= BLOCK; y++) {
        const uint8_t *restrict line = luma + y * stride;
        const uint8_t *restrict above = line + 1 - stride, *restrict below = line + 1 + stride;

        for (size_t x = 0; x < width; x++) {
            int32_t gx = line[x + 2] - line[x], gy = below[x] - above[x];

            xx[x] += gx * gx;
            yy[x] += gy * gy;
            xy[x] += gx * gy;
        }
    }
}

/* What the columns of each block come to, a pixel. */
static void
add_columns(const int32_t *products, int columns, float *sums)
{
    for (int i = 0; i < columns; i++) {
        int32_t sum = 0;

        for (int x = 0; x < BLOCK; x++)
            sum += products[i * BLOCK + x];
        sums[i] = (float)sum / (BLOCK * BLOCK);
    }
}

/* Each becomes the mean of itself and its neighbours on both sides, `step` apart; at the ends of one. */
WIDE static void
even_out_along(const float *restrict sums, float *restrict even, int lines, int between, int count,
               int step)
{
    for (int line = 0; line < lines; line++) {
        const float *restrict from = sums + line * between;
        float *restrict to = even + line * between;

        if (count < 2) {
            to[0] = from[0];
            continue;
        }
        to[0] = (from[0] + from[step]) / 2;
        for (int i = 1; i < count - 1; i++)
            to[i * step] = (from[(i - 1) * step] + from[i * step] + from[(i + 1) * step]) / 3;
        to[(count - 1) * step] = (from[(count - 2) * step] + from[(count - 1) * step]) / 2;
    }
}

/* Each block becomes the mean of itself and its neighbours. */
static void
even_out(float *sums, float *room, int columns, int rows)
{
    even_out_along(sums, room, rows, columns, columns, 1);
    even_out_along(room, sums, columns, 1, rows, columns);
}

WIDE static void
sum_every_way(const float *restrict xx, const float *restrict yy, const float *restrict xy,
              size_t blocks, float *restrict out)
{
    for (size_t i = 0; i < blocks; i++) {
        float sum = xx[i] + yy[i], d = xx[i] - yy[i];
        float agree = d * d + 4 * xy[i] * xy[i], most = SQUARES_AGREE * sum;

        out[i] = agree < most * most ? sum : 0;
    }
}

void
texture_measure(struct texture *texture, const struct picture *copy, double scale)
{
    int columns = ((int)copy->width - 2) / BLOCK, rows = ((int)copy->height - 2) / BLOCK;
    size_t blocks = (size_t)MAX(columns, 0) * (size_t)MAX(rows, 0), width;
    g_autofree int32_t *products = NULL;
    g_autofree float *room = NULL;

    *texture = (struct texture){columns, rows, scale, NULL, NULL, NULL, NULL};
    if (blocks == 0) {
        texture->columns = texture->rows = 0;
        return;
    }
    width = (size_t)columns * BLOCK;
    products = g_new(int32_t, 3 * width);
    room = g_new(float, blocks);
    texture->xx = g_new(float, blocks);
    texture->yy = g_new(float, blocks);
    texture->xy = g_new(float, blocks);
    for (int row = 0; row < rows; row++) {
        add_products(copy->luma + (size_t)row * BLOCK * copy->width, copy->width, width, products,
                     products + width, products + 2 * width);
        add_columns(products, columns, texture->xx + row * columns);
        add_columns(products + width, columns, texture->yy + row * columns);
        add_columns(products + 2 * width, columns, texture->xy + row * columns);
    }
    even_out(texture->xx, room, columns, rows);
    even_out(texture->yy, room, columns, rows);
    even_out(texture->xy, room, columns, rows);
    texture->every_way = g_steal_pointer(&room);
    sum_every_way(texture->xx, texture->yy, texture->xy, blocks, texture->every_way);
}

void
texture_clear(struct texture *texture)
{
    g_free(texture->xx);
    g_free(texture->yy);
    g_free(texture->xy);
    g_free(texture->every_way);
}

/* How much of a block's energy points one way. */
static float
agreement(const struct texture *t, int i)
{
    float d = t->xx[i] - t->yy[i];

    return sqrtf(d * d + 4 * t->xy[i] * t->xy[i]);
}

/* A patch of marked blocks that hang together, in the making. */
struct patch {
    const struct texture *texture;
    uint8_t *marks; /* 1 to be taken, 2 taken */
    float *angles;  /* NULL where they don't matter */
    int *members;
    int count;
    double xx, yy, xy; /* sums over the members */
};

static bool
may_join(const struct patch *patch, int member, int other)
{
    double least = cos(2 * TURN), mean;

    if (patch->angles == NULL)
        return true;
    if (cos(2.0 * (patch->angles[other] - patch->angles[member])) < least)
        return false;
    mean = 0.5 * atan2(2 * patch->xy, patch->xx - patch->yy);
    return cos(2 * (patch->angles[other] - mean)) >= least - DRIFT;
}

static void
take_block(struct patch *patch, int at)
{
    patch->marks[at] = 2;
    patch->members[patch->count++] = at;
}

/* Takes all marked blocks that can be reached from one. */
static void
grow(struct patch *patch, int seed)
{
    const struct texture *t = patch->texture;

    patch->count = 0;
    patch->xx = patch->yy = patch->xy = 0;
    take_block(patch, seed);
    for (int next = 0; next < patch->count; next++) {
        int at = patch->members[next], x = at % t->columns, y = at / t->columns;

        patch->xx += t->xx[at];
        patch->yy += t->yy[at];
        patch->xy += t->xy[at];
        for (int j = MAX(y - 1, 0); j <= MIN(y + 1, t->rows - 1); j++)
            for (int i = MAX(x - 1, 0); i <= MIN(x + 1, t->columns - 1); i++)
                if (patch->marks[j * t->columns + i] == 1 &&
                    may_join(patch, at, j * t->columns + i))
                    take_block(patch, j * t->columns + i);
    }
}

/* By how much the bars' angle grows along x cos + y sin: the straight line through all blocks. */
static void
find_fan(const struct patch *patch, struct texture_bars *bars)
{
    const struct texture *t = patch->texture;
    double c = cos(bars->angle), s = sin(bars->angle), sum = 0, at = 0, at2 = 0, turn = 0, both = 0,
           spread;

    for (int i = 0; i < patch->count; i++) {
        int member = patch->members[i];
        double weight = t->xx[member] + t->yy[member];
        double x = (1 + (member % t->columns + 0.5) * BLOCK) * t->scale;
        double y = (1 + (member / t->columns + 0.5) * BLOCK) * t->scale, along = x * c + y * s;
        double off = remainder(patch->angles[member] - bars->angle, G_PI);

        sum += weight;
        at += weight * along;
        at2 += weight * along * along;
        turn += weight * off;
        both += weight * along * off;
    }
    spread = at2 - at * at / sum;
    bars->square = at / sum;
    bars->fan = spread > 0 ? (both - at * turn / sum) / spread : 0;
}

static struct texture_bars
bars_of(const struct patch *patch)
{
    const struct texture *t = patch->texture;
    struct texture_bars bars = {.angle = 0.5 * atan2(2 * patch->xy, patch->xx - patch->yy),
                                .left = HUGE_VAL,
                                .right = -HUGE_VAL,
                                .top = HUGE_VAL,
                                .bottom = -HUGE_VAL,
                                .score = patch->xx + patch->yy};
    double c = cos(bars.angle), s = sin(bars.angle), half = BLOCK * t->scale / 2;

    for (int i = 0; i < patch->count; i++) {
        double x = (1 + (patch->members[i] % t->columns + 0.5) * BLOCK) * t->scale;
        double y = (1 + (patch->members[i] / t->columns + 0.5) * BLOCK) * t->scale;

        bars.left = MIN(bars.left, x * c + y * s - half);
        bars.right = MAX(bars.right, x * c + y * s + half);
        bars.top = MIN(bars.top, y * c - x * s - half);
        bars.bottom = MAX(bars.bottom, y * c - x * s + half);
    }
    find_fan(patch, &bars);
    return bars;
}

static struct patch
patch_new(const struct texture *texture)
{
    size_t blocks = (size_t)texture->columns * (size_t)texture->rows;

    return (struct patch){
        .texture = texture, .marks = g_new0(uint8_t, blocks), .members = g_new(int, blocks)};
}

static void
patch_clear(struct patch *patch)
{
    g_free(patch->marks);
    g_free(patch->angles);
    g_free(patch->members);
}

static gint
bars_by_score(gconstpointer a, gconstpointer b)
{
    double one = ((const struct texture_bars *)a)->score;
    double two = ((const struct texture_bars *)b)->score;

    return (one < two) - (one > two);
}

int
texture_find_bars(const struct texture *texture, double coherence, double energy,
                  struct texture_bars found[TEXTURE_MOST])
{
    int blocks = texture->columns * texture->rows, count;
    struct patch patch = patch_new(texture);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct texture_bars));

    patch.angles = g_new0(float, (size_t)blocks);
    for (int i = 0; i < blocks; i++) {
        float sum = texture->xx[i] + texture->yy[i];

        if (sum <= (float)energy || agreement(texture, i) <= (float)coherence * sum)
            continue;
        patch.marks[i] = 1;
        patch.angles[i] = 0.5f * atan2f(2 * texture->xy[i], texture->xx[i] - texture->yy[i]);
    }
    for (int i = 0; i < blocks; i++)
        if (patch.marks[i] == 1) {
            struct texture_bars bars;

            grow(&patch, i);
            bars = bars_of(&patch);
            if (patch.count >= BARS_BLOCKS)
                g_array_append_val(all, bars);
        }
    patch_clear(&patch);
    g_array_sort(all, bars_by_score);
    count = (int)MIN(all->len, TEXTURE_MOST);
    if (count > 0)
        memcpy(found, all->data, (size_t)count * sizeof *found);
    return count;
}

/* Marks blocks beside marked ones too, so that a code's quiet parts don't tear it. */
static void
widen_marks(struct patch *patch)
{
    const struct texture *t = patch->texture;
    int columns = t->columns, rows = t->rows;
    g_autofree uint8_t *wide = g_new(uint8_t, (size_t)columns * (size_t)rows);

    for (int i = 0; i < columns * rows; i++) {
        int x = i % columns;

        wide[i] = patch->marks[i] | (x > 0 && patch->marks[i - 1]) |
                  (x + 1 < columns && patch->marks[i + 1]);
    }
    for (int i = 0; i < columns * rows; i++)
        patch->marks[i] = wide[i] | (i >= columns && wide[i - columns]) |
                          (i + columns < columns * rows && wide[i + columns]);
}

static gint
squares_by_score(gconstpointer a, gconstpointer b)
{
    double one = ((const struct texture_squares *)a)->score;
    double two = ((const struct texture_squares *)b)->score;

    return (one < two) - (one > two);
}

/* Adds a patch unless its shape is no code's. */
static void
add_squares(const struct patch *patch, GArray *all)
{
    const struct texture *t = patch->texture;
    int left = t->columns, right = 0, top = t->rows, bottom = 0, wide, high;
    struct texture_squares squares;
    double shape;

    for (int i = 0; i < patch->count; i++) {
        int x = patch->members[i] % t->columns, y = patch->members[i] / t->columns;

        left = MIN(left, x);
        right = MAX(right, x + 1);
        top = MIN(top, y);
        bottom = MAX(bottom, y + 1);
    }
    wide = right - left;
    high = bottom - top;
    if (MIN(wide, high) < SQUARES_SIDE || MAX(wide, high) > SQUARES_LONG * MIN(wide, high))
        return;
    shape = (double)MIN(wide, high) / MAX(wide, high); /* lines of writing come last */
    squares = (struct texture_squares){
        (int32_t)((1 + left * BLOCK) * t->scale), (int32_t)((1 + top * BLOCK) * t->scale),
        (int32_t)((1 + right * BLOCK) * t->scale), (int32_t)((1 + bottom * BLOCK) * t->scale),
        (patch->xx + patch->yy) * shape * shape};
    g_array_append_val(all, squares);
}

int
texture_find_squares(const struct texture *texture, double energy,
                     struct texture_squares found[TEXTURE_MOST])
{
    int blocks = texture->columns * texture->rows, count;
    struct patch patch = patch_new(texture);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct texture_squares));
    float most = 0, least;

    for (int i = 0; i < blocks; i++)
        most = MAX(most, texture->every_way[i]);
    least = MAX((float)energy * most, SQUARES_LEAST);
    for (int i = 0; i < blocks; i++)
        patch.marks[i] = texture->every_way[i] > least;
    if (blocks > 0)
        widen_marks(&patch);
    for (int i = 0; i < blocks; i++)
        if (patch.marks[i] == 1) {
            grow(&patch, i);
            add_squares(&patch, all);
        }
    patch_clear(&patch);
    g_array_sort(all, squares_by_score);
    count = (int)MIN(all->len, TEXTURE_MOST);
    if (count > 0)
        memcpy(found, all->data, (size_t)count * sizeof *found);
    return count;
}
