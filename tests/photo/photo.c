#include "photo.h"

#include <math.h>

#include "camera.h"
#include "card.h"
#include "phone.h"

#define MODULE_MOST 6.0
#define MODULE_LEAST 0.8
#define GAP 12.0   /* modules between two things */
#define HALO 2.0   /* pixels around an edge that sharpening reaches */
#define BOARD 16.0 /* modules a board is thick */

/* A thing and where it stands: the middle of its face, in pixels, and how it is turned. */
struct stand {
    struct card card;
    double x, y, angle, lean_x, lean_y;
    struct camera_bend bend;
};

struct shelf {
    struct stand *stands;
    size_t count;
    const struct photo_shot *shot;
    uint64_t random;
    double module;
};

/* From the unit square to a quadrangle: x = (a u + b v + c) / (g u + h v + 1), y likewise. */
struct mapping {
    double m[9];
};

uint64_t
photo_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

double
photo_uniform(uint64_t *state)
{
    return (double)(photo_random(state) >> 11) * 0x1p-53;
}

/* Eight random bytes added up: their deviation is 209. */
double
photo_normal(uint64_t *state)
{
    uint64_t bits = photo_random(state);
    int sum = 0;

    for (int i = 0; i < 8; i++)
        sum += (int)(bits >> (8 * i) & 255);
    return (sum - 1020) / 209.0;
}

static double
between(uint64_t *state, double low, double high)
{
    return low + (high - low) * photo_uniform(state);
}

/* The room a turned thing takes, in modules. */
static double
room(const struct stand *stand, bool high)
{
    double c = fabs(cos(stand->angle)), s = fabs(sin(stand->angle));
    double w = stand->card.width, h = stand->card.height;

    return (high ? w * s + h * c : w * c + h * s) * (1 + fabs(stand->lean_x) + fabs(stand->lean_y));
}

/* The first thing of the next row, and how wide and high this row is. */
static size_t
row_end(const struct shelf *shelf, size_t first, double *width, double *height)
{
    double most = shelf->shot->width / shelf->module;
    size_t i = first;

    *width = GAP;
    *height = 0;
    for (; i < shelf->count; i++) {
        double wide = room(&shelf->stands[i], false) + GAP;

        if (i > first && *width + wide > most)
            break;
        *width += wide;
        *height = MAX(*height, room(&shelf->stands[i], true));
    }
    return i;
}

/* The height of all rows in pixels; more than any picture's where a row is too wide. */
static double
rows_height(const struct shelf *shelf, int *rows)
{
    double total = 0, width, height;

    *rows = 0;
    for (size_t i = 0; i < shelf->count; (*rows)++) {
        i = row_end(shelf, i, &width, &height);
        if (width * shelf->module > shelf->shot->width)
            return HUGE_VAL;
        total += (height + GAP + BOARD) * shelf->module;
    }
    return total;
}

static void
draw_board(const struct shelf *shelf, cairo_t *cairo, double y, double slack)
{
    double thick = BOARD * shelf->module;

    cairo_set_source_rgb(cairo, 0.66, 0.50, 0.34);
    cairo_rectangle(cairo, 0, y, shelf->shot->width, thick);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0.78, 0.63, 0.46);
    cairo_rectangle(cairo, 0, y, shelf->shot->width, thick / 4);
    cairo_fill(cairo);
    cairo_set_source_rgba(cairo, 0, 0, 0, 0.25);
    cairo_rectangle(cairo, 0, y + thick, shelf->shot->width, MIN(slack, thick));
    cairo_fill(cairo);
}

/* Stands a row's things on its board, with what is left over as chance spreads it. */
static void
stand_row(struct shelf *shelf, size_t first, size_t end, double width, double board)
{
    double spare = shelf->shot->width - width * shelf->module;
    double share = spare / (double)(end - first + 1);
    double x = GAP * shelf->module + share * photo_uniform(&shelf->random);

    for (size_t i = first; i < end; i++) {
        struct stand *stand = &shelf->stands[i];
        double wide = room(stand, false) * shelf->module;

        stand->x = x + wide / 2;
        stand->y = board - room(stand, true) * shelf->module / 2;
        x += wide + GAP * shelf->module + share * photo_uniform(&shelf->random);
    }
}

static void
draw_wall(const struct shelf *shelf, cairo_t *cairo)
{
    cairo_pattern_t *wall =
        cairo_pattern_create_linear(0, 0, shelf->shot->width / 3.0, shelf->shot->height);

    cairo_pattern_add_color_stop_rgb(wall, 0, 0.62, 0.60, 0.56);
    cairo_pattern_add_color_stop_rgb(wall, 1, 0.44, 0.42, 0.40);
    cairo_set_source(cairo, wall);
    cairo_paint(cairo);
    cairo_pattern_destroy(wall);
}

static void
lay_out(struct shelf *shelf, cairo_t *cairo)
{
    double y = 0, width, height;
    int rows;
    double slack = (shelf->shot->height - rows_height(shelf, &rows)) / rows;

    draw_wall(shelf, cairo);
    for (size_t i = 0, end; i < shelf->count; i = end) {
        end = row_end(shelf, i, &width, &height);
        y += slack * 0.75 + (height + GAP) * shelf->module;
        stand_row(shelf, i, end, width, y);
        draw_board(shelf, cairo, y, slack);
        y += BOARD * shelf->module + slack * 0.25;
    }
}

/* Its corners from the upper left one clockwise. */
static void
corners_of(const struct stand *stand, double module, double x[4], double y[4])
{
    static const int sides[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};

    for (int i = 0; i < 4; i++) {
        double u = sides[i][0] * stand->card.width * module / 2;
        double v = sides[i][1] * stand->card.height * module / 2;

        u *= 1 + stand->lean_x * sides[i][1];
        v *= 1 + stand->lean_y * sides[i][0];
        x[i] = stand->x + u * cos(stand->angle) - v * sin(stand->angle);
        y[i] = stand->y + u * sin(stand->angle) + v * cos(stand->angle);
    }
}

/* The unit square's corners to the given ones: a projective map with its last term 1. */
static struct mapping
mapping_to(const double x[4], const double y[4])
{
    double dx1 = x[1] - x[2], dx2 = x[3] - x[2], sx = x[0] - x[1] + x[2] - x[3];
    double dy1 = y[1] - y[2], dy2 = y[3] - y[2], sy = y[0] - y[1] + y[2] - y[3];
    double d = dx1 * dy2 - dx2 * dy1;
    double g = (sx * dy2 - dx2 * sy) / d, h = (dx1 * sy - sx * dy1) / d;

    return (struct mapping){{x[1] - x[0] + g * x[1], x[3] - x[0] + h * x[3], x[0],
                             y[1] - y[0] + g * y[1], y[3] - y[0] + h * y[3], y[0], g, h, 1}};
}

/* The way back, but for a factor that falls out of the division. */
static struct mapping
mapping_back(const struct mapping *to)
{
    const double *m = to->m;

    return (struct mapping){
        {m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
         m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
         m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]}};
}

/* Scratches, light and thin, and specks of what has dried on. */
static void
draw_dirt(cairo_t *cairo, const struct card *card, int dirt, uint64_t *random)
{
    for (int i = 0; i < dirt; i++) {
        double x = between(random, 0, card->width), y = between(random, 0, card->height);
        double shade = between(random, 0.2, 0.95), angle = between(random, 0, G_PI);

        cairo_set_source_rgba(cairo, shade, shade, shade, between(random, 0.4, 0.9));
        if (i % 2 == 0) {
            cairo_set_line_width(cairo, between(random, 0.3, 1.2));
            cairo_move_to(cairo, x, y);
            cairo_rel_line_to(cairo, 30 * cos(angle), 30 * sin(angle));
            cairo_stroke(cairo);
        } else {
            cairo_arc(cairo, x, y, between(random, 0.5, 2.5), 0, 2 * G_PI);
            cairo_fill(cairo);
        }
    }
}

static cairo_surface_t *
draw_face(const struct card *card, double scale, const struct photo_shot *shot, uint64_t *random)
{
    cairo_surface_t *face = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, (int)ceil(card->width * scale), (int)ceil(card->height * scale));
    cairo_t *cairo = cairo_create(face);

    cairo_scale(cairo, cairo_image_surface_get_width(face) / card->width,
                cairo_image_surface_get_height(face) / card->height);
    card_draw(card, cairo);
    draw_dirt(cairo, card, shot->dirt, random);
    if (shot->screen > 0)
        phone_screen(cairo, card->width, card->height, shot->screen);
    cairo_destroy(cairo);
    return face;
}

static void
draw_shadow(cairo_t *cairo, const double x[4], const double y[4], double far)
{
    for (int k = 1; k <= 4; k++) {
        double off = far * k / 4;

        cairo_set_source_rgba(cairo, 0, 0, 0, 0.12);
        for (int i = 0; i < 4; i++)
            cairo_line_to(cairo, x[i] + off, y[i] + (i < 2 ? off : 0));
        cairo_fill(cairo);
    }
}

static void
draw_stand(struct shelf *shelf, const struct stand *stand, cairo_surface_t *photo)
{
    double x[4], y[4];
    cairo_surface_t *face =
        draw_face(&stand->card, MAX(2 * shelf->module, 3), shelf->shot, &shelf->random);
    cairo_t *cairo = cairo_create(photo);
    struct mapping to, back;

    corners_of(stand, shelf->module, x, y);
    draw_shadow(cairo, x, y, 5 * shelf->module);
    cairo_destroy(cairo);
    to = mapping_to(x, y);
    back = mapping_back(&to);
    camera_project(photo, face, back.m, x, y, &stand->bend);
    cairo_surface_destroy(face);
}

static bool
open_stands(struct shelf *shelf, const struct photo_item *items, GError **error)
{
    double tilt = shelf->shot->tilt * G_PI / 180, slant = shelf->shot->slant / 2;

    for (size_t i = 0; i < shelf->count; i++) {
        struct stand *stand = &shelf->stands[i];

        stand->angle = between(&shelf->random, -tilt, tilt);
        stand->lean_x = between(&shelf->random, -slant, slant);
        stand->lean_y = between(&shelf->random, -slant, slant);
        if (shelf->shot->curve > 0)
            stand->bend = (struct camera_bend){between(&shelf->random, 0.5, 1) * shelf->shot->curve,
                                               photo_random(&shelf->random) % 2 == 0, 0};
        stand->bend.barrel = shelf->shot->barrel;
        if (!card_open(&stand->card, &items[i], (unsigned)photo_random(&shelf->random), error))
            return false;
    }
    return true;
}

static bool
find_module(struct shelf *shelf, GError **error)
{
    int rows;

    shelf->module = shelf->shot->module > 0 ? shelf->shot->module : MODULE_MOST;
    while (rows_height(shelf, &rows) > shelf->shot->height && shelf->shot->module <= 0 &&
           shelf->module > MODULE_LEAST)
        shelf->module -= 0.05;
    if (rows_height(shelf, &rows) <= shelf->shot->height)
        return true;
    g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "the things don't fit");
    return false;
}

/* A lamp's reflection somewhere on a face. */
static void
shine(struct shelf *shelf, const struct stand *stand, cairo_surface_t *photo)
{
    double width = stand->card.width * shelf->module, height = stand->card.height * shelf->module;
    double x = stand->x + between(&shelf->random, -0.4, 0.4) * width;
    double y = stand->y + between(&shelf->random, -0.4, 0.4) * height;

    camera_glare(photo, shelf->shot->glare, x, y, between(&shelf->random, 0.15, 0.4) * width,
                 &shelf->random);
}

static cairo_surface_t *
expose(struct shelf *shelf)
{
    const struct photo_shot *shot = shelf->shot;
    cairo_surface_t *photo =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, shot->width, shot->height);
    cairo_t *cairo = cairo_create(photo);

    lay_out(shelf, cairo);
    cairo_destroy(cairo);
    for (size_t i = 0; i < shelf->count; i++)
        draw_stand(shelf, &shelf->stands[i], photo);
    for (size_t i = 0; i < shelf->count && shot->glare > 0; i++)
        shine(shelf, &shelf->stands[i], photo);
    if (shot->shadow > 0)
        phone_shadow(photo, shot->shadow, &shelf->random);
    if (shot->spots > 0)
        phone_spots(photo, shot->spots, &shelf->random);
    camera_defocus(photo, shot->defocus);
    camera_blur(photo, shot->blur);
    camera_move(photo, shot->motion, &shelf->random);
    camera_light(photo, shot->dim, shot->light, &shelf->random);
    phone_warm(photo, shot->warm);
    camera_noise(photo, shot->noise, shot->sensor, &shelf->random);
    phone_denoise(photo, shot->denoise);
    phone_sharpen(photo, shot->sharpen, HALO);
    if (shot->mirror)
        phone_mirror(photo);
    return photo;
}

cairo_surface_t *
photo_take(const struct photo_item *items, size_t count, const struct photo_shot *shot,
           GError **error)
{
    struct shelf shelf = {g_new0(struct stand, count), count, shot, shot->seed, 0};
    cairo_surface_t *photo = NULL;

    if (open_stands(&shelf, items, error) && find_module(&shelf, error))
        photo = expose(&shelf);
    for (size_t i = 0; i < count; i++)
        card_close(&shelf.stands[i].card);
    g_free(shelf.stands);
    return photo;
}
