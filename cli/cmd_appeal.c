/* medbox appeal: a call for gifts, for the chat group, the loudspeaker and the notice board. */

#include "base/words.h"
#include "cli/press.h"
#include "cli/verb.h"
#include "planning/appeal_call.h"
#include "planning/appeal_page.h"
#include "printing/card.h"

#define PAGE "A4"

static const struct rows_column columns[] = {
    {"type", NULL, ROWS_LEFT}, {"age", NULL, ROWS_LEFT}, {"empty", NULL, ROWS_RIGHT},
    {"low", NULL, ROWS_RIGHT}, {NULL, NULL, ROWS_LEFT},
};

/* The texts, ready to be sent and read out. */
static void
tell(struct face *face, const struct appeal *appeal)
{
    g_autofree char *chat = appeal_chat(appeal), *speech = appeal_speech(appeal);
    struct rows *rows = rows_new(columns, answer_utc_offset(face->answer));

    for (guint i = 0; i < appeal->lines->len; i++) {
        const struct appeal_line *line = &g_array_index(appeal->lines, struct appeal_line, i);

        rows_word(rows, drug_type_key(line->type), NULL);
        rows_word(rows, drug_age_key(line->age), NULL);
        rows_number(rows, line->empty);
        rows_number(rows, line->low);
    }
    answer_text(face->answer, "chat", chat);
    answer_text(face->answer, "speaker", speech);
    if (answer_is_json(face->answer))
        answer_rows(face->answer, "rows", g_steal_pointer(&rows), "");
    answer_heading(face->answer, "%s\n%s\n", _("For the chat group:"), chat);
    answer_heading(face->answer, "%s\n%s", _("For the loudspeaker:"), speech);
    rows_free(rows);
}

/* The page for the notice board, where one is wanted. */
static bool
print(struct face *face, struct press *press, const struct appeal *appeal, GError **error)
{
    struct appeal_page page;
    struct card card = {.draw = card_draw_appeal, .what = &page.plea};
    struct layout_source source;
    bool ok;

    appeal_page_make(appeal, &page);
    source = card_source(&card, &press->sheet);
    ok = press_run(press, &source, _("Call for medicine"), error) && press_keep(press, error);
    appeal_page_clear(&page);
    if (ok && press_has_names(press)) {
        g_autofree char *file = press_names(press);

        answer_heading(face->answer, "%s", "");
        answer_say(face->answer, _("%s: %s. Print it at true size (100 %%)."),
                   _("Call for medicine"), file);
    }
    return ok;
}

static bool
read_area(struct face *face, struct area_id *id, GError **error)
{
    struct area *area = NULL;

    *id = inventory_district(face->inventory);
    if (face->arg_count == 0)
        return true;
    if (!area_find(face->inventory, face->args[0], &area, error))
        return false;
    *id = area->id;
    area_free(area);
    return true;
}

static bool
run_page(struct face *face, const struct appeal *appeal, GError **error)
{
    struct press press = {0};
    bool ok = press_open(face, PAGE, NULL, &press, error);

    if (ok && !press_is_stdout(&press))
        tell(face, appeal);
    ok = ok && print(face, &press, appeal, error);
    press_close(&press);
    return ok;
}

static bool
run_appeal(struct face *face, GError **error)
{
    static const char *const page[] = {"output", "printer", "preview", NULL};
    struct appeal_call call = {.area = NULL};
    struct area_id area;
    bool ok = read_area(face, &area, error) &&
              appeal_call_read(face->inventory, area, face->now, &call, error);

    if (ok && face_given(face, page) > 0)
        ok = run_page(face, &call.appeal, error);
    else if (ok)
        tell(face, &call.appeal);
    appeal_call_clear(&call);
    return ok;
}

static const struct verb_option options[] = {PRESS_OPTIONS, {0}};

const struct verb verb_appeal[] = {
    {.name = "appeal",
     .usage = N_("[AREA] [-o FILE.pdf | --printer NAME]"),
     .help =
         N_("Makes a call for gifts: a text for the chat group, one to be read out, and a page."),
     .options = options,
     .most = 1,
     .run = run_appeal},
    {0},
};
