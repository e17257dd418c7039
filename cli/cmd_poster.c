/* medbox poster */

#include <string.h>

#include "base/words.h"
#include "cli/label_choice.h"
#include "cli/press.h"
#include "cli/preview.h"
#include "cli/verb.h"
#include "inventory/setting.h"
#include "labels/layout_poster.h"

#define PAGE "A4"
#define LINES 12 /* of a section: more than any page has room for */

static const struct {
    const char *key, *heading;
} sections[POSTER_SECTIONS] = {
    {"poster.give", N_("Please give")},
    {"poster.not", N_("Please don't")},
    {"poster.take", N_("To take")},
};

/* The posters, and what they borrow. */
struct posters {
    struct label_batch batch;
    struct poster *posters;
    GPtrArray *lines; /* of GStrv */
    double width, height;
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
fill(struct face *face, struct posters *posters, guint i, GError **error)
{
    const struct box *box = posters->batch.boxes->pdata[i];
    struct poster *poster = &posters->posters[i];

    poster->label = &posters->batch.labels[i];
    poster->inspect = face_has(face, "inspect");
    for (int s = 0; s < POSTER_SECTIONS; s++) {
        g_autofree char *text = NULL;
        GStrv lines;

        if (!setting_text(face->inventory, sections[s].key, (struct area_id){0}, box->id, &text,
                          error))
            return false;
        lines = split(text);
        g_ptr_array_add(posters->lines, lines);
        poster->sections[s] =
            (struct poster_section){words(sections[s].heading), (const char *const *)lines};
    }
    return true;
}

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct posters *posters = with;

    return layout_poster(&posters->posters[i], posters->width, posters->height, measure, layout,
                         error);
}

static bool
print(struct face *face, struct press *press, struct posters *posters, GError **error)
{
    const struct layout_source source = {.n = posters->batch.n, .make = make, .with = posters};

    posters->width = press->sheet.width;
    posters->height = press->sheet.height;
    if (!label_choice_host(face, posters->batch.labels[0].host, error) ||
        !press_run(press, &source, _("Posters"), error) || !press_keep(press, error))
        return false;
    answer_number(face->answer, "posters", posters->batch.n);
    if (press_has_names(press)) {
        g_autofree char *file = press_names(press);

        answer_say(face->answer,
                   words_plural("%u poster is in %s.", "%u posters are in %s.", posters->batch.n),
                   posters->batch.n, file);
        preview_say_symbol(face, &press->report);
    }
    return true;
}

static bool
run_poster(struct face *face, GError **error)
{
    const struct label_choice all = {0};
    struct posters posters = {.lines = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev)};
    struct press press = {0};
    bool ok = press_open(face, PAGE, &press, error) &&
              label_choice_read(face, &all, &posters.batch, error);

    posters.posters = g_new0(struct poster, posters.batch.n);
    for (guint i = 0; ok && i < posters.batch.n; i++) {
        posters.batch.labels[i].nonce = (struct boxcode_nonce){0};
        ok = fill(face, &posters, i, error);
    }
    ok = ok && print(face, &press, &posters, error);
    g_free(posters.posters);
    g_ptr_array_unref(posters.lines);
    label_batch_clear(&posters.batch);
    press_close(&press);
    return ok;
}

static const struct verb_option options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("all boxes in an area and below")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("all boxes")},
    {.name = "inspect", .kind = VERB_FLAG, .meaning = N_("with a square to stamp for each month")},
    PRESS_OPTIONS,
    {0},
};

const struct verb verb_poster[] = {
    {.name = "poster",
     .usage = N_("[BOX…] [--area AREA | --all] [--sheet A4|A5] -o FILE.pdf | --printer NAME"),
     .help = N_("Prints posters for the doors of boxes: what may be given, how to take."),
     .options = options,
     .most = VERB_ANY,
     .run = run_poster},
    {0},
};
