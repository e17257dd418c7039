#ifndef TESTS_UNIT_MARKS_H
#define TESTS_UNIT_MARKS_H

/*
 * Layouts as text, to be compared with files of tests/golden/labels, and what holds for every layout:
 * nothing leaves the page, no text lies on another one or on a symbol, no mark is of no size.
 */

#include <math.h>
#include <string.h>

#include "base/words.h"
#include "labels/layout.h"

/* A typeface of two widths, so that no font decides what is tested. */
static inline double
marks_two_widths(void *with, const char *text, bool bold)
{
    double em = 0;

    (void)with;
    for (const char *c = text; *c != '\0'; c = g_utf8_find_next_char(c, NULL))
        em += g_unichar_iswide(g_utf8_get_char(c)) ? 1 : bold ? 0.6 : 0.55;
    return em;
}

static const struct fit_measure marks_measure = {marks_two_widths, NULL};

static inline char *
marks_as_text(const struct layout *layout)
{
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%s, %.2f × %.2f\n", layout->name, layout->width, layout->height);
    for (size_t i = 0; i < layout->n_frames; i++) {
        const struct layout_frame *frame = &layout->frames[i];

        g_string_append_printf(text, "frame: %.2f %.2f size %.2f × %.2f round %.2f %s\n", frame->x,
                               frame->y, frame->width, frame->height, frame->round,
                               frame->stroke > 0 ? "line" : "black");
    }
    for (size_t i = 0; i < layout->n_symbols; i++)
        g_string_append_printf(text, "symbol: %.2f %.2f side %.2f %s\n", layout->symbols[i].x,
                               layout->symbols[i].y, layout->symbols[i].side,
                               layout->symbols[i].text);
    for (size_t i = 0; i < layout->n_runs; i++) {
        const struct layout_run *run = &layout->runs[i];

        g_string_append_printf(text, "%s: x %.2f baseline %.2f size %.1f %s%swidth %.2f%s “%s”\n",
                               run->what, run->x, run->baseline, run->size,
                               run->bold ? "bold " : "", run->white ? "white " : "", run->width,
                               run->cut ? " cut" : "", run->text);
    }
    return g_string_free(text, FALSE);
}

/* With GOLDEN_WRITE in the environment the files are written instead. */
static inline void
marks_compare(const char *name, const struct layout *layout)
{
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, "golden", "labels", name, NULL);
    g_autofree char *text = marks_as_text(layout), *wanted = NULL;

    if (g_getenv("GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_assert_true(g_file_get_contents(path, &wanted, NULL, NULL));
    g_assert_cmpstr(text, ==, wanted);
}

struct marks_area {
    double x, y, right, bottom;
};

static inline struct marks_area
marks_ink(const struct layout_run *run)
{
    return (struct marks_area){run->x, run->baseline - run->rise, run->x + run->width,
                               run->baseline + run->fall};
}

static inline bool
marks_overlap(struct marks_area a, struct marks_area b)
{
    const double slack = 1e-6;

    return a.x < b.right - slack && b.x < a.right - slack && a.y < b.bottom - slack &&
           b.y < a.bottom - slack;
}

static inline void
marks_expect_inside(const struct layout *layout, struct marks_area area)
{
    const double slack = 0.01;

    g_assert_cmpfloat(area.x, >=, -slack);
    g_assert_cmpfloat(area.y, >=, -slack);
    g_assert_cmpfloat(area.right, <=, layout->width + slack);
    g_assert_cmpfloat(area.bottom, <=, layout->height + slack);
}

static inline void
marks_expect_sound(const struct layout *layout)
{
    for (size_t i = 0; i < layout->n_frames; i++) {
        const struct layout_frame *f = &layout->frames[i];

        marks_expect_inside(layout,
                            (struct marks_area){f->x, f->y, f->x + f->width, f->y + f->height});
        g_assert_cmpfloat(f->width + f->height, >, 0);
    }
    for (size_t i = 0; i < layout->n_symbols; i++) {
        const struct layout_symbol *s = &layout->symbols[i];
        struct marks_area square = {s->x, s->y, s->x + s->side, s->y + s->side};

        marks_expect_inside(layout, square);
        for (size_t j = 0; j < layout->n_runs; j++)
            g_assert_false(marks_overlap(square, marks_ink(&layout->runs[j])));
        for (size_t j = 0; j < i; j++) {
            const struct layout_symbol *o = &layout->symbols[j];

            g_assert_false(marks_overlap(
                square, (struct marks_area){o->x, o->y, o->x + o->side, o->y + o->side}));
        }
    }
    for (size_t i = 0; i < layout->n_runs; i++) {
        marks_expect_inside(layout, marks_ink(&layout->runs[i]));
        for (size_t j = 0; j < i; j++) {
            if (marks_overlap(marks_ink(&layout->runs[i]), marks_ink(&layout->runs[j])))
                g_test_message("“%s” lies on “%s”", layout->runs[i].text, layout->runs[j].text);
            g_assert_false(marks_overlap(marks_ink(&layout->runs[i]), marks_ink(&layout->runs[j])));
        }
    }
}

/* Refused with this kind, and a word of the message. */
#define marks_expect_refused(call, kind, word)                                                     \
    do {                                                                                           \
        g_autoptr(GError) refused_ = NULL;                                                         \
        GError **error = &refused_;                                                                \
                                                                                                   \
        g_assert_false(call);                                                                      \
        g_assert_error(refused_, ERR, (gint)(kind));                                               \
        g_assert_nonnull(strstr(refused_->message, word));                                         \
    } while (0)

#endif
