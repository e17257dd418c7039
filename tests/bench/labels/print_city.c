/*
 * The labels of a city as a file of any format: what independent programs read again in tests, and
 * what other programs' output is put beside in benches.
 * Usage: print_city FORMAT DPI SHEET LABELS FILE; SHEET is a sheet's name, or 60x40 for label paper
 * of that size in mm. LABELS counts them, or is "rare" for one with odd characters, or "missing" for
 * one with a character that no font has. Says what each QR code holds, one a line.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "labels/layout_label.h"
#include "labels/paper.h"
#include "tests/bench/labels/city.h"

#define NOWHERE "\U0003134A" /* a hanzi of extension G: no font of Debian has it */
#define MOMENT INT64_C(1780272000000)

static enum draw_format
format_of(const char *name)
{
    for (int format = 0; format < DRAW_FORMATS; format++)
        if (strcmp(draw_name((enum draw_format)format), name) == 0)
            return (enum draw_format)format;
    fprintf(stderr, "print_city: no format %s\n", name);
    exit(2);
}

static struct sheet
sheet_of(const char *name)
{
    struct sheet sheet = {.name = name, .columns = 1, .rows = 1};

    if (sscanf(name, "%lfx%lf", &sheet.width, &sheet.height) != 2) {
        const struct sheet *known = sheet_find(name, NULL);

        if (known != NULL)
            return *known;
        fprintf(stderr, "print_city: no sheet %s\n", name);
        exit(2);
    }
    sheet.page_width = sheet.width;
    sheet.page_height = sheet.height;
    return sheet;
}

/* What every text of a box may hold: right to left, marks on letters, emoji, rare hanzi. */
static void
make_rare(struct label *label)
{
    label->name = "صندوق الدواء";
    label->community = "㙘上社区";
    label->grid = "\U00020BB7野";
    label->building = "Ã e\u0301 ȩ́";
    label->place = "💊药房";
    label->rules[0] = "\U0002A6A5\U0002A6D0";
}

/* The labels as they are, and what their QR codes hold. */
struct overheard {
    struct layout_source labels;
    char **texts;
};

static bool
overhear(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
         GError **error)
{
    const struct overheard *overheard = with;

    if (!overheard->labels.make(overheard->labels.with, i, measure, layout, error))
        return false;
    overheard->texts[i] = g_strdup(layout->symbols[0].text);
    return true;
}

int
main(int argc, char **argv)
{
    g_autoptr(GStringChunk) texts = g_string_chunk_new(4096);
    g_autofree struct label *labels = NULL;
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) codes = NULL;
    struct overheard overheard;
    struct paper_report report = {0};
    struct layout_labels made;
    struct paper_run run = {.moment = MOMENT};
    struct sheet sheet;
    size_t n;

    if (argc != 6) {
        fprintf(stderr, "usage: print_city FORMAT DPI SHEET LABELS FILE\n");
        return 2;
    }
    words_use(WORDS_EN);
    sheet = sheet_of(argv[3]);
    n = g_ascii_isdigit(argv[4][0]) ? (size_t)atol(argv[4]) : 1;
    labels = city_labels(n, texts);
    if (strcmp(argv[4], "rare") == 0)
        make_rare(&labels[0]);
    if (strcmp(argv[4], "missing") == 0)
        labels[0].place = "药" NOWHERE "房";
    run.allow_missing = strcmp(argv[4], "missing") == 0;
    made = (struct layout_labels){labels, sheet.width, sheet.height};
    run.format = format_of(argv[1]);
    run.dpi = atof(argv[2]);
    run.sheet = &sheet;
    codes = g_new0(char *, n + 1);
    overheard = (struct overheard){layout_label_source(&made, n), codes};
    run.source = (struct layout_source){.n = n, .make = overhear, .with = &overheard};
    if (!paper_print(argv[5], &run, &report, &error)) {
        fprintf(stderr, "print_city: %s\n", error->message);
        return 1;
    }
    paper_report_clear(&report);
    for (size_t i = 0; i < n; i++)
        puts(codes[i]);
    return 0;
}
