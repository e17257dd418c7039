/* Calls for gifts, as ready texts and as a page for the notice board. */

#include <jansson.h>

#include "planning/appeal_call.h"
#include "planning/appeal_page.h"
#include "printing/card.h"
#include "web/printout.h"
#include "web/request.h"
#include "web/route.h"

static json_t *
shape_lines(const GArray *lines)
{
    json_t *list = json_array();

    for (guint i = 0; i < lines->len; i++) {
        const struct appeal_line *line = &g_array_index(lines, struct appeal_line, i);

        json_array_append_new(list,
                              json_pack("{s:s, s:s, s:i, s:i}", "type", drug_type_key(line->type),
                                        "age", drug_age_key(line->age), "empty", (int)line->empty,
                                        "low", (int)line->low));
    }
    return list;
}

static json_t *
shape_appeal(const struct appeal *appeal)
{
    g_autofree char *chat = appeal_chat(appeal), *speech = appeal_speech(appeal);

    return json_pack("{s:s, s:s, s:o}", "chat", chat, "speaker", speech, "lines",
                     shape_lines(appeal->lines));
}

/* Clear it also after a failure. */
static bool
read_call(struct request *request, struct appeal_call *call, GError **error)
{
    struct area_id area = request_area(request);

    *call = (struct appeal_call){.area = NULL};
    return request_reaches_area(request, area, error) &&
           appeal_call_read(request_inventory(request), area, request_now(request), call, error);
}

static bool
get_appeal(struct request *request, GError **error)
{
    struct appeal_call call;
    bool ok = read_call(request, &call, error) && reply_json(request, shape_appeal(&call.appeal));

    appeal_call_clear(&call);
    return ok;
}

static bool
print(struct request *request, const struct appeal *appeal, GError **error)
{
    struct appeal_page page;
    struct card card = {.draw = card_draw_appeal, .what = &page.plea};
    const struct sheet *sheet = sheet_find("A4", error);
    g_autoptr(GBytes) pdf = NULL;
    struct layout_source source;
    struct paper_run run;
    bool ok;

    if (sheet == NULL)
        return false;
    appeal_page_make(appeal, &page);
    source = card_source(&card, sheet);
    run = printout_run(request, sheet, &source);
    ok = printout_bytes(&run, &pdf, error);
    appeal_page_clear(&page);
    if (ok)
        reply_header(request, "Content-Disposition", "attachment; filename=\"medbox-appeal.pdf\"");
    return ok && reply_bytes(request, "application/pdf", pdf);
}

static bool
get_page(struct request *request, GError **error)
{
    enum words_language own = printout_speak(request);
    struct appeal_call call;
    bool ok = read_call(request, &call, error) && print(request, &call.appeal, error);
    appeal_call_clear(&call);
    words_use(own);
    return ok;
}

static const struct fields_row fields[] = {
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {0},
};

static const struct fields_row page_fields[] = {
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    PRINTOUT_LANGUAGE,
    {.name = "allow_missing", .kind = FIELDS_FLAG},
    {0},
};

const struct route route_appeal[] = {
    {"GET", "/api/1/appeal", ROLE_SECRETARY, ROUTE_LONG, fields, get_appeal, NULL, 0},
    {"GET", "/api/1/appeal.pdf", ROLE_SECRETARY, ROUTE_PAPER, page_fields, get_page, NULL, 0},
    {0},
};
