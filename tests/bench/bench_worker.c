/*
 * What it costs to read a picture in a process of its own, beside the same reading in this one: CPU
 * (a reader's by its own account) and wall time a picture, in turns, medians. And the loaders alone,
 * each beside a 12-megapixel JPEG. Usage: bench_worker [ROUNDS]
 */

#include <stdio.h>
#include <stdlib.h>

#include <glib.h>

#include "base/limits.h"
#include "photo.h"
#include "scanner/worker.h"
#include "timing.h"

#define ROUNDS 15
#define TIMEOUT_MS 60000

struct sample {
    const char *name;
    int width, height;
    enum photo_form form;
};

static const struct sample samples[] = {
    {"gray, 0.3 MP PNG", 640, 480, PHOTO_PNG_16},
    {"webcam, 0.9 MP JPEG", 1280, 720, PHOTO_JPEG},
    {"phone, 12 MP JPEG", 4000, 3000, PHOTO_JPEG},
    {"phone, 12 MP progressive JPEG", 4000, 3000, PHOTO_JPEG_PROGRESSIVE},
    {"12 MP PNG", 4000, 3000, PHOTO_PNG},
};

static GBytes *
take(const struct sample *sample)
{
    const struct photo_item item = {"ean13", "6901234567892", "药"};
    const struct photo_shot shot = {
        .seed = 7, .width = sample->width, .height = sample->height, .noise = 3, .blur = 0.6};
    const struct photo_file form = {sample->form, 85, 1};
    g_autoptr(GError) error = NULL;
    cairo_surface_t *photo = photo_take(&item, 1, &shot, &error);
    GBytes *file;

    g_assert_no_error(error);
    file = photo_encode(photo, &form, &error);
    g_assert_no_error(error);
    cairo_surface_destroy(photo);
    return file;
}

/* CPU and wall time in ms of one reading; worker NULL: in this process. */
static void
time_one(struct worker *worker, GBytes *file, double *cpu, double *wall)
{
    double cpu0 = timing_cpu(), wall0 = timing_wall();
    g_autoptr(GError) error = NULL;
    int64_t child_us = 0;
    struct decode *decode = worker != NULL
                                ? worker_read(worker, file, TIMEOUT_MS, &child_us, &error)
                                : decode_file(file, &error);

    g_assert_no_error(error);
    decode_free(decode);
    *cpu = (timing_cpu() - cpu0) * 1e3 + (double)child_us / 1e3;
    *wall = (timing_wall() - wall0) * 1e3;
}

static double
load_ms(GBytes *file)
{
    double start = timing_cpu();
    g_autoptr(GError) error = NULL;
    struct picture *picture = picture_load(file, LIMIT_PIXELS, NULL, &error);

    g_assert_no_error(error);
    picture_free(picture);
    return (timing_cpu() - start) * 1e3;
}

static void
compare(struct worker *worker, const struct sample *sample, int rounds)
{
    g_autoptr(GBytes) file = take(sample);
    g_autofree double *times = g_new(double, 5 * (size_t)rounds);
    double *cpu = times, *wall = times + rounds, *cpu_own = times + 2 * rounds,
           *wall_own = times + 3 * rounds, *load = times + 4 * rounds;

    for (int i = 0; i < rounds; i++) {
        time_one(NULL, file, &cpu[i], &wall[i]);
        time_one(worker, file, &cpu_own[i], &wall_own[i]);
        load[i] = load_ms(file);
    }
    printf("%-30s %8.1f %8.1f %7.2f %8.1f %8.1f %8.1f\n", sample->name, timing_median(cpu, rounds),
           timing_median(cpu_own, rounds),
           timing_median(cpu_own, rounds) - timing_median(cpu, rounds), timing_median(wall, rounds),
           timing_median(wall_own, rounds), timing_median(load, rounds));
}

int
main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : ROUNDS;
    g_autoptr(GError) error = NULL;
    struct worker *worker = worker_open(decode_file, 1, &error);

    g_assert_no_error(error);
    printf("%-30s %8s %8s %7s %8s %8s %8s\n%-30s %8s %8s %7s %8s %8s %8s\n", "ms a picture", "CPU",
           "CPU", "", "wall", "wall", "CPU", "", "here", "worker", "more", "here", "worker",
           "loading");
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++)
        compare(worker, &samples[i], rounds);
    worker_close(worker);
    return 0;
}
