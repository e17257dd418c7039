/*
 * What a city's labels cost, in CPU time and bytes, beside the QR symbols alone: libqrencode and
 * the choice of level, which no label can do without. Usage: bench_labels [LABELS [ROUNDS]]
 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "labels/layout_label.h"
#include "labels/paper.h"
#include "labels/symbol.h"
#include "tests/bench/labels/city.h"

#define ROUNDS 5
#define MOMENT INT64_C(1780272000000)

static double
cpu_us(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static long
peak_kb(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static double
symbols_alone(const struct label *labels, size_t n)
{
    const struct symbol_room room = {.side = 31.4, .dpi = 300};
    double start = cpu_us();

    for (size_t i = 0; i < n; i++) {
        g_autofree char *url =
            boxcode_url(labels[i].host, labels[i].code, (struct boxcode_nonce){0});
        struct symbol symbol;

        if (!symbol_fit(url, &room, &symbol, NULL))
            g_error("a symbol does not fit");
    }
    return (cpu_us() - start) / (double)n;
}

static double
whole_run(const char *path, const struct label *labels, size_t n)
{
    const struct sheet *sheet = sheet_find("L7160", NULL);
    const struct layout_labels made = {labels, sheet->width, sheet->height};
    const struct paper_run run = {
        .sheet = sheet, .source = layout_label_source(&made, n), .moment = MOMENT};
    struct paper_report report = {0};
    g_autoptr(GError) error = NULL;
    double start = cpu_us();

    if (!paper_print(path, &run, &report, &error))
        g_error("%s", error->message);
    paper_report_clear(&report);
    return (cpu_us() - start) / (double)n;
}

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double
median(double *values, size_t n)
{
    qsort(values, n, sizeof(*values), by_size);
    return values[n / 2];
}

int
main(int argc, char **argv)
{
    size_t n = argc > 1 ? (size_t)atol(argv[1]) : CITY_LABELS;
    size_t rounds = argc > 2 ? (size_t)atol(argv[2]) : ROUNDS;
    g_autofree char *folder = g_dir_make_tmp("bench-labels-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "labels.pdf", NULL);
    g_autoptr(GStringChunk) texts = g_string_chunk_new(4096);
    g_autofree struct label *labels = city_labels(n, texts);
    g_autofree double *symbols = g_new(double, rounds), *runs = g_new(double, rounds),
                      *ratios = g_new(double, rounds);
    GStatBuf file;

    for (size_t i = 0; i < rounds; i++) {
        symbols[i] = symbols_alone(labels, n);
        runs[i] = whole_run(path, labels, n);
        ratios[i] = runs[i] / symbols[i];
    }
    if (g_stat(path, &file) != 0)
        return 1;
    printf(
        "labels %zu: %.0f us CPU a label, QR symbol alone %.0f us, ratio %.2f; %.0f bytes a label; "
        "peak %.1f MB\n",
        n, median(runs, rounds), median(symbols, rounds), median(ratios, rounds),
        (double)file.st_size / (double)n, (double)peak_kb() / 1024);
    g_unlink(path);
    g_rmdir(folder);
    return 0;
}
