#ifndef TESTS_PHOTO_PRINTED_H
#define TESTS_PHOTO_PRINTED_H

/* Box labels as they are printed, for the photographer. */

#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "labels/draw.h"
#include "labels/layout_label.h"
#include "scanner/boxcode.h"

static inline bool
printed_write(void *to, const void *bytes, size_t n)
{
    g_byte_array_append((GByteArray *)to, (const guint8 *)bytes, (guint)n);
    return true;
}

/* A label as it is printed, in a file for the photographer. */
static inline char *
printed_label(const char *code)
{
    const struct label label = {.name = "东门岗亭药箱",
                                .community = "幸福社区",
                                .host = "box.example.cn",
                                .phone = "010-12345678"};
    const struct symbol_room room = {.side = 26, .dpi = 300};
    GByteArray *png = g_byte_array_new();
    const struct draw_job job = {
        .format = DRAW_PNG, .width = 70, .height = 42, .dpi = 300, .language = "zh-CN"};
    struct sink sink = {.write = printed_write, .to = png};
    struct draw *draw;
    g_autoptr(GError) error = NULL;
    struct fonts *fonts = fonts_open(&error);
    struct fit_measure measure;
    struct label with_code = label;
    struct layout layout = {0};
    struct symbol symbol;
    g_autofree char *url = NULL;
    char *path = NULL;
    int file = g_file_open_tmp("label-XXXXXX.png", &path, NULL);

    g_assert_no_error(error);
    g_assert_cmpint(file, >=, 0);
    g_close(file, NULL);
    g_assert_true(boxcode_parse(code, &with_code.code, NULL));
    url = boxcode_url(label.host, with_code.code, (struct boxcode_nonce){""});
    measure = fonts_measure(fonts);
    g_assert_true(layout_label(&with_code, 70, 42, &measure, &layout, &error));
    g_assert_true(symbol_fit(url, &room, &symbol, &error));
    draw = draw_new(fonts, &job, &sink);
    draw_layout(draw, &layout, &symbol, 0, 0);
    draw_end_page(draw);
    g_assert_true(draw_finish(draw, &error));
    draw_free(draw);
    g_assert_true(g_file_set_contents(path, (char *)png->data, (gssize)png->len, &error));
    g_byte_array_unref(png);
    layout_clear(&layout);
    fonts_close(fonts);
    return path;
}

#endif
