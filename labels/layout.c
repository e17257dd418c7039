#include "labels/layout.h"

#include "base/words.h"

/* Room for one more of n items: doubled each time it is used up. */
static void *
grown(void *items, size_t n, size_t size)
{
    return (n & (n - 1)) == 0 ? g_realloc_n(items, n > 0 ? 2 * n : 1, size) : items;
}

struct layout_run *
layout_add_run(struct layout *layout, const struct layout_run *run)
{
    layout->runs = grown(layout->runs, layout->n_runs, sizeof(*run));
    layout->runs[layout->n_runs] = *run;
    return &layout->runs[layout->n_runs++];
}

void
layout_add_frame(struct layout *layout, const struct layout_frame *frame)
{
    layout->frames = grown(layout->frames, layout->n_frames, sizeof(*frame));
    layout->frames[layout->n_frames++] = *frame;
}

void
layout_add_symbol(struct layout *layout, const struct layout_symbol *symbol)
{
    layout->symbols = grown(layout->symbols, layout->n_symbols, sizeof(*symbol));
    layout->symbols[layout->n_symbols++] = *symbol;
}

void
layout_add_note(struct layout *layout, const char *note)
{
    layout->notes = grown(layout->notes, layout->n_notes, sizeof(*layout->notes));
    layout->notes[layout->n_notes++] = note;
}

void
layout_take_runs(struct layout *layout, struct layout *other)
{
    for (size_t i = 0; i < other->n_runs; i++)
        layout_add_run(layout, &other->runs[i]);
    other->n_runs = 0;
    layout_clear(other);
}

const char *
layout_name(const struct layout *layout)
{
    return layout->name != NULL ? layout->name : _("This page");
}

void
layout_drop_runs(struct layout *layout)
{
    for (size_t i = 0; i < layout->n_runs; i++) {
        g_free(layout->runs[i].text);
        g_free(layout->runs[i].whole);
    }
    g_clear_pointer(&layout->runs, g_free);
    layout->n_runs = 0;
}

void
layout_clear(struct layout *layout)
{
    layout_drop_runs(layout);
    for (size_t i = 0; i < layout->n_symbols; i++)
        g_free(layout->symbols[i].text);
    g_free(layout->frames);
    g_free(layout->symbols);
    g_free(layout->notes);
    g_free(layout->name);
    *layout = (struct layout){0};
}
