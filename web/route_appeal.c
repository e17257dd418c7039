/* Calls for gifts, as ready texts. */

#include <jansson.h>

#include "inventory/setting.h"
#include "planning/appeal.h"
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

static bool
answer(struct request *request, const struct area *area, const struct flags *flags, GError **error)
{
    g_autoptr(GArray) lines = appeal_lines(flags);
    struct appeal appeal = {.area = area->name, .today = request_today(request), .lines = lines};
    g_autofree char *phone = NULL;

    if (!setting_text(request_inventory(request), "contact.community-phone", area->id,
                      (struct box_id){0}, &phone, error) ||
        !setting_number(request_inventory(request), "intake.days-left", area->id,
                        (struct box_id){0}, &appeal.days_left, error))
        return false;
    appeal.phone = phone;
    return reply_json(request, shape_appeal(&appeal));
}

/* The area asked about, else one's own, else the district. */
static struct area_id
area_asked(const struct request *request)
{
    struct area_id own = request_identity(request)->area;

    return (struct area_id){request_number(
        request, "area", own.n != 0 ? own.n : inventory_district(request_inventory(request)).n)};
}

static bool
get_appeal(struct request *request, GError **error)
{
    const struct flags_question question = {.area = area_asked(request), .least = NEED_ORANGE};
    struct flags flags = {.needs = NULL};
    struct area *area = NULL;
    bool ok =
        request_reaches_area(request, question.area, error) &&
        area_by_id(request_inventory(request), question.area, &area, error) &&
        flags_read(request_inventory(request), &question, request_now(request), &flags, error) &&
        answer(request, area, &flags, error);

    flags_clear(&flags);
    area_free(area);
    return ok;
}

static const struct fields_row fields[] = {
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {0},
};

const struct route route_appeal[] = {
    {"GET", "/api/1/appeal", ROLE_SECRETARY, ROUTE_LONG, fields, get_appeal, NULL, 0},
    {0},
};
