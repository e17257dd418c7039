/*
 * Photographs of QR codes as phones take them of labels that have hung for years: the level and the
 * module of medbox's choice beside fixed levels in the same square, all seeded alike, so that every
 * choice is photographed under the same circumstances.
 * Usage: snap SIZE DPI CM PHOTOS FOLDER: the square that a box label of 63.5x38.1 mm or the like, or
 * the poster on A4 or A5, has for its QR code, with what it holds there, on a printer of so many dots an
 * inch, from so many cm; so many photos of each choice under each circumstance, as PGM files. Says of
 * each "CHOICE CLASS FILE TEXT".
 *
 * The camera is that of a usual phone (26 mm) with a preview of 1920 pixels: 144 / cm pixels a mm.
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <qrencode.h>

#include "labels/layout_label.h"
#include "labels/layout_poster.h"
#include "labels/sheet.h"
#include "labels/symbol.h"
#include "tests/bench/labels/city.h"

#define MM_PER_INCH 25.4
#define PIXELS_CM 144.0
#define SAMPLES 3 /* of a pixel in each direction */
#define EDGE 4.0  /* mm of table shown around the label */
#define TABLE 150.0
#define PAPER 225.0
#define QUIET 4 /* modules of white, where the level is fixed */

/* What a photo suffers from. */
struct class
{
    const char *name;
    double nearer;  /* of the distance: 1 as given */
    double tilt;    /* degrees */
    double blur;    /* sigma, pixels */
    double ink;     /* light of what is printed */
    double blotch;  /* share of it that has gone in blotches */
    double glare;   /* light added in its middle */
    double dirt;    /* share of the symbol under specks, */
    double patch;   /* and under one patch */
    double noise;   /* sigma */
    double scratch; /* how many */
};

static const struct class classes[] = {
    {"near", 0.67, 20, 0.8, 25, 0, 0, 0, 0, 5, 0},
    {"usual", 1.00, 20, 0.8, 25, 0, 0, 0, 0, 5, 0},
    {"farther", 1.33, 20, 0.8, 25, 0, 0, 0, 0, 5, 0},
    {"far", 1.67, 20, 0.8, 25, 0, 0, 0, 0, 5, 0},
    {"blurred", 1.00, 20, 1.5, 25, 0, 0, 0, 0, 5, 0},
    {"tilted", 1.00, 50, 0.8, 25, 0, 0, 0, 0, 5, 0},
    {"glare", 1.00, 20, 0.8, 25, 0, 200, 0, 0, 5, 0},
    {"faded", 1.00, 20, 0.8, 140, 0.3, 0, 0, 0, 5, 0},
    {"noisy", 1.00, 20, 0.8, 25, 0, 0, 0, 0, 15, 0},
    {"dirty", 1.00, 20, 0.8, 25, 0, 0, 0.03, 0, 5, 0},
    {"patch 5", 1.00, 20, 0.8, 25, 0, 0, 0, 0.05, 5, 0},
    {"patch 10", 1.00, 20, 0.8, 25, 0, 0, 0, 0.10, 5, 0},
    {"scratched", 1.00, 20, 0.8, 25, 0, 0, 0, 0, 5, 2},
};

/* A printed square, a value of light for each dot. */
struct print {
    int side; /* dots */
    double dots_a_mm;
    int left, size; /* of the symbol, dots */
    double *light;
};

struct photo {
    int side; /* pixels */
    double *light;
};

static double
gauss(GRand *rand)
{
    return sqrt(-2 * log(1 - g_rand_double(rand))) * cos(2 * G_PI * g_rand_double(rand));
}

static struct print
print_modules(const uint8_t *dark, int width, int dots, double side, double dpi)
{
    struct print print = {.side = (int)lround(side * dpi / MM_PER_INCH),
                          .dots_a_mm = dpi / MM_PER_INCH};

    print.size = width * dots;
    print.left = (print.side - print.size) / 2;
    print.light = g_new(double, print.side *print.side);
    for (int i = 0; i < print.side * print.side; i++) {
        int x = i % print.side - print.left, y = i / print.side - print.left;
        bool inside = x >= 0 && y >= 0 && x < print.size && y < print.size;

        print.light[i] = inside && dark[y / dots * width + x / dots] ? 0 : PAPER;
    }
    return print;
}

/* By medbox's rule where level is NULL, else the largest whole dots at a fixed level. */
static bool
choose(const struct layout_symbol *square, const char *level, double dpi, struct print *print)
{
    const char *text = square->text;
    const double side = square->side;
    static const char letters[] = "LMQH";

    if (level == NULL) {
        const struct symbol_room room = {.side = side, .dpi = dpi, .far_cm = square->far_cm};
        struct symbol symbol;

        if (!symbol_fit(text, &room, &symbol, NULL))
            return false;
        *print = print_modules(symbol.dark, symbol.width, symbol.dots, side, dpi);
        fprintf(stderr, "%.1f mm; medbox %c v%d %.3f mm\n", side, symbol_level_letter(symbol.level),
                symbol.version, symbol.module);
    } else {
        QRcode *code = QRcode_encodeString(
            text, 0, (QRecLevel)(strchr(letters, level[0]) - letters), QR_MODE_8, 1);
        int dots = (int)floor((side * dpi / MM_PER_INCH + 0.05) / (code->width + 2 * QUIET));

        for (int i = 0; i < code->width * code->width; i++)
            code->data[i] &= 1;
        *print = print_modules(code->data, code->width, dots, side, dpi);
        QRcode_free(code);
        return dots > 0;
    }
    return true;
}

static void
set(struct print *print, int x, int y, double light)
{
    if (x >= 0 && y >= 0 && x < print->side && y < print->side)
        print->light[y * print->side + x] = light;
}

static void
blob(struct print *print, double x, double y, double wide, double high, double light)
{
    for (int v = (int)(y - high); v <= y + high; v++)
        for (int u = (int)(x - wide); u <= x + wide; u++)
            if ((u - x) * (u - x) / (wide * wide) + (v - y) * (v - y) / (high * high) <= 1)
                set(print, u, v, light);
}

/* As light as bare paper or as dark as dirt, by chance. */
static double
any_light(GRand *rand)
{
    return g_rand_boolean(rand) ? g_rand_double_range(rand, 20, 70)
                                : g_rand_double_range(rand, 190, 230);
}

static double
anywhere(const struct print *print, GRand *rand)
{
    return print->left + g_rand_double(rand) * print->size;
}

static void
dirty(struct print *print, double share, GRand *rand)
{
    double need = share * print->size * print->size, done = 0;

    while (done < need) {
        double wide = g_rand_double_range(rand, 0.4, 1.2) * print->dots_a_mm;
        double high = wide * g_rand_double_range(rand, 0.6, 1.4);

        blob(print, anywhere(print, rand), anywhere(print, rand), wide, high, any_light(rand));
        done += G_PI * wide * high;
    }
}

static void
patch(struct print *print, double share, GRand *rand)
{
    double aspect = g_rand_double_range(rand, 0.7, 1.4), side = sqrt(share) * print->size;
    double wide = side * sqrt(aspect), high = side / sqrt(aspect), light = any_light(rand);
    int x = print->left + (int)(g_rand_double(rand) * (print->size - wide));
    int y = print->left + (int)(g_rand_double(rand) * (print->size - high));

    for (int v = 0; v < (int)high; v++)
        for (int u = 0; u < (int)wide; u++)
            set(print, x + u, y + v, light);
}

static void
scratch(struct print *print, GRand *rand)
{
    double x = anywhere(print, rand), y = anywhere(print, rand);
    double angle = g_rand_double_range(rand, 0, 2 * G_PI), wide = 0.17 * print->dots_a_mm;
    double light = g_rand_double_range(rand, 190, 225);

    for (double at = -print->size; at < print->size; at++)
        blob(print, x + at * cos(angle), y + at * sin(angle), wide, wide, light);
}

static void
age(struct print *print, const struct class *class, GRand *rand)
{
    double angle = g_rand_double_range(rand, 0, 2 * G_PI), phase = g_rand_double(rand) * 2 * G_PI;
    double wave = g_rand_double_range(rand, 0.2, 0.6) / print->dots_a_mm;

    for (int i = 0; i < print->side * print->side; i++)
        if (print->light[i] < PAPER) {
            double at = (i % print->side) * cos(angle) + (double)(i / print->side) * sin(angle);
            double gone = class->blotch * (0.5 + 0.5 * sin(at * wave + phase));

            print->light[i] = class->ink + (PAPER - class->ink) * gone;
        }
    if (class->dirt > 0)
        dirty(print, class->dirt, rand);
    if (class->patch > 0)
        patch(print, class->patch, rand);
    for (int i = 0; i < class->scratch; i++)
        scratch(print, rand);
}

/* Where the camera stands: the label's plane, turned and tilted, in mm before the lens. */
struct view {
    double u[3], v[3], normal[3], away, pixels_a_mm;
};

static struct view
look(const struct class *class, double cm, double side, GRand *rand)
{
    double turn =
        g_rand_double_range(rand, -20, 20) / 180 * G_PI + g_rand_int_range(rand, 0, 4) * G_PI_2;
    double axis = g_rand_double_range(rand, 0, 2 * G_PI), tilt = class->tilt / 180 * G_PI;
    double a = cos(axis), b = sin(axis), c = cos(tilt), s = sin(tilt);
    double m[3][3] = {{c + a * a * (1 - c), a * b * (1 - c), b * s},
                      {a * b * (1 - c), c + b * b * (1 - c), -a * s},
                      {-b * s, a * s, c}};
    struct view view = {.away = 3.5 * side, .pixels_a_mm = PIXELS_CM / (cm * class->nearer)};

    for (int i = 0; i < 3; i++) {
        view.u[i] = m[i][0] * cos(turn) + m[i][1] * sin(turn);
        view.v[i] = -m[i][0] * sin(turn) + m[i][1] * cos(turn);
        view.normal[i] = m[i][2];
    }
    return view;
}

static double
light_at(const struct print *print, const struct view *view, double x, double y)
{
    const double ray[3] = {x, y, view->away * view->pixels_a_mm};
    double along = view->normal[0] * ray[0] + view->normal[1] * ray[1] + view->normal[2] * ray[2];
    double times = view->normal[2] * view->away / along, u = 0, v = 0;
    int column, row;

    for (int i = 0; i < 3; i++) {
        double at = times * ray[i] - (i == 2 ? view->away : 0);

        u += at * view->u[i];
        v += at * view->v[i];
    }
    column = (int)floor(u * print->dots_a_mm + print->side / 2.0);
    row = (int)floor(v * print->dots_a_mm + print->side / 2.0);
    if (column < 0 || row < 0 || column >= print->side || row >= print->side)
        return TABLE;
    return print->light[row * print->side + column];
}

static struct photo
expose(const struct print *print, const struct view *view, GRand *rand)
{
    double mm = print->side / print->dots_a_mm;
    struct photo photo = {.side = (int)((mm * 1.5 + 2 * EDGE) * view->pixels_a_mm) + 16};
    double dx = g_rand_double(rand) - photo.side / 2.0, dy = g_rand_double(rand) - photo.side / 2.0;

    photo.light = g_new(double, photo.side *photo.side);
    for (int i = 0; i < photo.side * photo.side; i++) {
        double sum = 0;

        for (int k = 0; k < SAMPLES * SAMPLES; k++)
            sum += light_at(print, view, i % photo.side + dx + (k % SAMPLES + 0.5) / SAMPLES,
                            (double)(i / photo.side) + dy + (k / SAMPLES + 0.5) / SAMPLES);
        photo.light[i] = sum / (SAMPLES * SAMPLES);
    }
    return photo;
}

/* One direction of a Gaussian blur; step is 1 along rows, the side down. */
static void
blur(struct photo *photo, double sigma, int step)
{
    int reach = (int)ceil(3 * sigma), n = photo->side;
    double *out = g_new(double, n *n);

    for (int i = 0; i < n * n; i++) {
        int at = step == 1 ? i % n : i / n;
        double sum = 0, weights = 0;

        for (int k = -reach; k <= reach; k++) {
            double weight = exp(-k * k / (2 * sigma * sigma));

            sum += weight * photo->light[i + (CLAMP(at + k, 0, n - 1) - at) * step];
            weights += weight;
        }
        out[i] = sum / weights;
    }
    g_free(photo->light);
    photo->light = out;
}

static void
develop(struct photo *photo, const struct class *class, GRand *rand)
{
    double angle = g_rand_double_range(rand, 0, 2 * G_PI), half = photo->side / 2.0;
    double x = half * g_rand_double_range(rand, 0.4, 1.6);
    double y = half * g_rand_double_range(rand, 0.4, 1.6), wide = photo->side * 0.18;

    blur(photo, class->blur, 1);
    blur(photo, class->blur, photo->side);
    for (int i = 0; i < photo->side * photo->side; i++) {
        double u = i % photo->side, v = (double)(i / photo->side);
        double side = ((u - half) * cos(angle) + (v - half) * sin(angle)) / half;
        double off = ((u - x) * (u - x) + (v - y) * (v - y)) / (wide * wide);

        photo->light[i] *= 1 - 0.3 * (0.5 + 0.5 * side);
        photo->light[i] += class->glare * exp(-off / 2) + class->noise * gauss(rand);
    }
}

static void
write_pgm(const struct photo *photo, const char *path)
{
    GString *bytes = g_string_new(NULL);

    g_string_printf(bytes, "P5\n%d %d\n255\n", photo->side, photo->side);
    for (int i = 0; i < photo->side * photo->side; i++)
        g_string_append_c(bytes, (char)(unsigned char)lround(CLAMP(photo->light[i], 0, 255)));
    if (!g_file_set_contents(path, bytes->str, (gssize)bytes->len, NULL))
        exit(1);
    g_string_free(bytes, TRUE);
}

static void
snap(struct print print, const struct class *class, double cm, guint32 seed, const char *path)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    struct view view = look(class, cm, print.side / print.dots_a_mm, rand);
    struct photo photo;

    print.light = g_memdup2(print.light, sizeof(double) * (gsize)(print.side * print.side));
    age(&print, class, rand);
    photo = expose(&print, &view, rand);
    develop(&photo, class, rand);
    write_pgm(&photo, path);
    g_free(photo.light);
    g_free(print.light);
}

/* No font decides the place of a QR code. */
static double
half_em(void *with, const char *text, bool bold)
{
    (void)with, (void)bold;
    return 0.5 * (double)g_utf8_strlen(text, -1);
}

static const char *const give[] = {"非处方药（OTC）", "未拆封，或整板未破", "有效期还剩90天以上",
                                   NULL};
static const char *const never[] = {"处方药、针剂", "开过封的药水、药膏", "要放冰箱的药", NULL};
static const char *const take[] = {"按需取用，够用就好", "请志愿者扫码登记",
                                   "用药前看说明书或问药师", NULL};

/* A label, or a poster, which is not told from its reprint. */
static void
lay_out(struct label label, const char *size, struct layout *layout)
{
    const struct fit_measure measure = {half_em, NULL};
    const struct sheet *page = sheet_find(size, NULL);
    const struct poster poster = {
        &label, {{"可以放", give}, {"请别放", never}, {"怎么取", take}}, false};
    double width, height;
    bool ok;

    if (page != NULL && page->width >= 140) {
        label.nonce.text[0] = '\0';
        ok = layout_poster(&poster, page->width, page->height, &measure, layout, NULL);
    } else {
        ok = sscanf(size, "%lfx%lf", &width, &height) == 2 &&
             layout_label(&label, width, height, &measure, layout, NULL);
    }
    if (!ok)
        exit(2);
}

int
main(int argc, char **argv)
{
    static const char *const levels[] = {NULL, "L", "M", "Q", "H"};
    g_autoptr(GStringChunk) texts = g_string_chunk_new(4096);
    g_autofree struct label *labels = NULL;
    double dpi, cm;
    size_t n;

    if (argc != 6)
        return 2;
    dpi = atof(argv[2]);
    cm = atof(argv[3]);
    n = (size_t)atol(argv[4]);
    labels = city_labels(n, texts);
    for (size_t choice = 0; choice < G_N_ELEMENTS(levels); choice++)
        for (size_t i = 0; i < n; i++) {
            const char *name = levels[choice] != NULL ? levels[choice] : "medbox";
            struct layout layout = {0};
            struct print print;

            lay_out(labels[i], argv[1], &layout);
            if (choose(&layout.symbols[0], levels[choice], dpi, &print)) {
                for (size_t class = 0; class < G_N_ELEMENTS(classes); class ++) {
                    g_autofree char *path =
                        g_strdup_printf("%s/%s-%zu-%zu.pgm", argv[5], name, class, i);

                    snap(print, &classes[class], cm, (guint32)(class * 1000 + i), path);
                    printf("%s\t%s\t%s\t%s\n", name, classes[class].name, path,
                           layout.symbols[0].text);
                }
                g_free(print.light);
            }
            layout_clear(&layout);
        }
    return 0;
}
