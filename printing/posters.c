#include "printing/posters.h"

#include "base/words.h"
#include "inventory/setting.h"

#define LINES 12 /* of a section: more than any page has room for */

static const struct {
    const char *key, *heading;
} sections[POSTER_SECTIONS] = {
    {"poster.give", N_("Please give")},
    {"poster.not", N_("Please don't")},
    {"poster.take", N_("To take")},
};

/* The lines of a setting: between semicolons of either width. */
static GStrv
split(const char *text)
{
    g_autoptr(GString) plain = g_string_new(text);
    GStrv lines;
    guint n = 0;

    g_string_replace(plain, "；", ";", 0);
    lines = g_strsplit(plain->str, ";", LINES);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_strstrip(lines[i]);
        if (lines[i][0] == '\0')
            g_free(lines[i]);
        else
            lines[n++] = lines[i];
    }
    lines[n] = NULL;
    return lines;
}

static bool
fill(struct inventory *inventory, struct posters *posters, guint i, GError **error)
{
    const struct box *box = posters->batch.boxes->pdata[i];
    struct poster *poster = &posters->posters[i];

    posters->batch.labels[i].nonce = (struct boxcode_nonce){0};
    poster->label = &posters->batch.labels[i];
    for (int s = 0; s < POSTER_SECTIONS; s++) {
        g_autofree char *text = NULL;
        GStrv lines;

        if (!setting_text(inventory, sections[s].key, (struct area_id){0}, box->id, &text, error))
            return false;
        lines = split(text);
        g_ptr_array_add(posters->lines, lines);
        poster->sections[s] =
            (struct poster_section){words(sections[s].heading), (const char *const *)lines};
    }
    return true;
}

bool
posters_read(struct inventory *inventory, struct label_batch *batch, bool inspect,
             struct posters *posters, GError **error)
{
    *posters = (struct posters){
        .batch = *batch,
        .lines = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev),
        .posters = g_new0(struct poster, batch->n),
    };
    for (guint i = 0; i < posters->batch.n; i++) {
        posters->posters[i].inspect = inspect;
        if (!fill(inventory, posters, i, error))
            return false;
    }
    return true;
}

void
posters_clear(struct posters *posters)
{
    g_clear_pointer(&posters->posters, g_free);
    g_clear_pointer(&posters->lines, g_ptr_array_unref);
    label_batch_clear(&posters->batch);
}

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct posters *posters = with;

    return layout_poster(&posters->posters[i], posters->width, posters->height, measure, layout,
                         error);
}

struct layout_source
posters_source(struct posters *posters, const struct sheet *sheet)
{
    posters->width = sheet->width;
    posters->height = sheet->height;
    return (struct layout_source){.n = posters->batch.n, .make = make, .with = posters};
}
