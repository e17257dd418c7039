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

#define CITY 2183
#define ROUNDS 5
#define SEED 20240607
#define HOST "box.example.cn"
#define MOMENT INT64_C(1780272000000)

static const char *const communities[] = {
    "翠苑一区社区", "文鼎苑社区", "求智巷社区",   "古荡社区",   "塘河新村社区", "和睦社区",
    "大关东一社区", "德胜社区",   "朝晖九区社区", "仙林苑社区", "景芳社区",     "缤纷社区",
    "三里新城社区", "联庄社区",   "浦乐社区",     "长河社区",   "湘湖社区",     "北干社区",
    "通惠社区",     "良渚社区",   "岙底社区",     "闲林社区",   "堽城社区",     "星桥社区",
};
static const char *const names[] = {
    "惠民共享药箱",   "爱心药箱",     "邻里互助药箱",
    "红十字便民药箱", "网格应急药箱", "党群服务驿站药箱",
};
static const char *const places[] = {
    "物业中心", "党群服务中心", "卫生服务站", "居委会大厅", "东门岗亭", "文化家园", "老年食堂",
};

static struct label *
city(size_t n, GStringChunk *texts)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    struct label *labels = g_new0(struct label, n);

    for (size_t i = 0; i < n; i++) {
        uint64_t bits = (uint64_t)g_rand_int(random) << 32 | g_rand_int(random);
        g_autofree char *grid = g_strdup_printf("第%d网格", g_rand_int_range(random, 1, 25));
        g_autofree char *building = g_strdup_printf("%d幢", g_rand_int_range(random, 1, 30));
        g_autofree char *phone =
            g_strdup_printf("0571-8%d", g_rand_int_range(random, 1000000, 10000000));

        labels[i] = (struct label){
            .code = boxcode_make(bits, BOXCODE_SHORT),
            .name = names[g_rand_int_range(random, 0, G_N_ELEMENTS(names))],
            .community = communities[g_rand_int_range(random, 0, G_N_ELEMENTS(communities))],
            .grid = g_string_chunk_insert(texts, grid),
            .building = g_string_chunk_insert(texts, building),
            .place = places[g_rand_int_range(random, 0, G_N_ELEMENTS(places))],
            .phone = g_string_chunk_insert(texts, phone),
            .host = HOST,
            .rules = {"只收未过期非处方药", "取药请登记，按说明书用药"},
        };
    }
    return labels;
}

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

    if (!paper_pdf(path, &run, &report, &error))
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
    size_t n = argc > 1 ? (size_t)atol(argv[1]) : CITY;
    size_t rounds = argc > 2 ? (size_t)atol(argv[2]) : ROUNDS;
    g_autofree char *folder = g_dir_make_tmp("bench-labels-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "labels.pdf", NULL);
    g_autoptr(GStringChunk) texts = g_string_chunk_new(4096);
    g_autofree struct label *labels = city(n, texts);
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
