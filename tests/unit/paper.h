#ifndef TESTS_UNIT_PAPER_H
#define TESTS_UNIT_PAPER_H

/* A folder to print into, labels of all kinds, and what holds where a print is refused. */

#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "labels/layout_label.h"
#include "labels/paper.h"

#define LABELS 24 /* a full page of 21 and three more */
#define MOMENT INT64_C(1780272000000)
#define HOST "yx.example.cn"
#define NOWHERE "\U0003134A" /* no font of Debian has it */
#define L7160(labels) (&(const struct layout_labels){labels, 63.5, 38.1})

#define MM_PER_POINT (25.4 / 72)

struct folder {
    char *path, *pdf;
};

static inline void
set_up(struct folder *folder, const void *data)
{
    (void)data;
    folder->path = g_dir_make_tmp("paper-XXXXXX", NULL);
    g_assert_nonnull(folder->path);
    folder->pdf = g_build_filename(folder->path, "labels.pdf", NULL);
}

static inline guint
files_in(const struct folder *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);
    guint n = 0;

    while (g_dir_read_name(dir) != NULL)
        n++;
    return n;
}

static inline void
tear_down(struct folder *folder, const void *data)
{
    g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);
    const char *name;

    (void)data;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder->path, name, NULL);

        g_remove(path);
    }
    g_rmdir(folder->path);
    g_free(folder->path);
    g_free(folder->pdf);
}

static inline void
fill(struct label labels[LABELS])
{
    static const char *const names[] = {
        "邻里共享药箱", "党群服务驿站共享药箱", "Riverside box", "صندوق الدواء", "爱心药箱",
        "㙘𠮷野💊箱",    "Ãe\u0301 药箱"};
    static const char *const places[] = {"卫生服务站", "", "老年活动中心东侧二层活动室", "lobby"};

    for (int i = 0; i < LABELS; i++)
        labels[i] = (struct label){
            .code = boxcode_make((uint64_t)(i + 1) * UINT64_C(0x9E3779B97F4A7C15), BOXCODE_SHORT),
            .name = names[i % 7],
            .community = i % 3 == 0 ? "大关东一社区" : "和睦社区",
            .grid = "第3网格",
            .building = "5幢",
            .place = places[i % 4],
            .phone = i % 7 == 6 ? NULL : "0571-8839 6209",
            .host = HOST,
            .rules = {"只收未过期非处方药", i % 2 == 0 ? NULL : "取药请登记"},
        };
}

static inline struct paper_run
a_run(const struct layout_labels *labels, size_t n)
{
    return (struct paper_run){.sheet = sheet_find("L7160", NULL),
                              .source = layout_label_source(labels, n),
                              .moment = MOMENT};
}

static const struct sheet sticker = {"one", 63.5, 38.1, 0, 0, 0, 0, 1, 1, 63.5, 38.1, 0};

static inline struct paper_run
a_picture(const struct layout_labels *labels, double dpi)
{
    return (struct paper_run){.format = DRAW_PNG,
                              .dpi = dpi,
                              .sheet = &sticker,
                              .source = layout_label_source(labels, 1)};
}

static inline void
print(const char *path, const struct paper_run *run, struct paper_report *report)
{
    g_autoptr(GError) error = NULL;

    g_assert_true(paper_print(path, run, report, &error));
    g_assert_no_error(error);
}

/* Nothing is printed, and a file that was there stays as it was. */
static inline void
refused(const struct folder *folder, const struct paper_run *run, enum err kind, const char *part)
{
    struct paper_report report = {0};
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;

    g_assert_true(g_file_set_contents(folder->pdf, "yesterday's", -1, NULL));
    g_assert_false(paper_print(folder->pdf, run, &report, &error));
    g_assert_error(error, ERR, (gint)kind);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_true(g_file_get_contents(folder->pdf, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "yesterday's");
    g_assert_cmpuint(files_in(folder), ==, 1);
    paper_report_clear(&report);
}

/* What a program says; it must not fail. */
static inline char *
output_of(const char *command, ...)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GError) error = NULL;
    char *output = NULL;
    int status = -1;
    va_list args;

    g_ptr_array_add(words, g_strdup(command));
    va_start(args, command);
    for (const char *word = va_arg(args, const char *); word != NULL;
         word = va_arg(args, const char *))
        g_ptr_array_add(words, g_strdup(word));
    va_end(args);
    g_ptr_array_add(words, NULL);
    g_ptr_array_set_free_func(words, g_free);
    g_spawn_sync(NULL, (char **)words->pdata, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                 &status, &error);
    g_assert_no_error(error);
    g_assert_true(g_spawn_check_wait_status(status, NULL));
    return output;
}

#define ADD(name, test) g_test_add(name, struct folder, NULL, set_up, test, tear_down)

#endif
