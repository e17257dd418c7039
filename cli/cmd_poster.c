/* medbox poster */

#include "base/words.h"
#include "cli/label_choice.h"
#include "cli/press.h"
#include "cli/preview.h"
#include "cli/verb.h"
#include "printing/posters.h"

#define PAGE "A4"

static bool
print(struct face *face, struct press *press, struct posters *posters, GError **error)
{
    const struct layout_source source = posters_source(posters, &press->sheet);

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
    struct label_batch batch = {.boxes = NULL};
    struct posters posters = {.lines = NULL};
    struct press press = {0};
    bool ok = press_open(face, PAGE, NULL, &press, error);

    if (ok && !label_choice_read(face, &all, &batch, error)) {
        label_batch_clear(&batch);
        ok = false;
    }
    ok = ok && posters_read(face->inventory, &batch, face_has(face, "inspect"), &posters, error) &&
         print(face, &press, &posters, error);
    posters_clear(&posters);
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
