#include "planning/appeal_call.h"

#include "inventory/setting.h"

bool
appeal_call_read(struct inventory *inventory, struct area_id area, int64_t now,
                 struct appeal_call *call, GError **error)
{
    const struct flags_question question = {.area = area, .least = NEED_ORANGE};
    const struct box_id none = {0};

    *call = (struct appeal_call){.area = NULL};
    if (!area_by_id(inventory, area, &call->area, error) ||
        !flags_read(inventory, &question, now, &call->flags, error) ||
        !setting_text(inventory, "contact.community-phone", area, none, &call->phone, error) ||
        !setting_number(inventory, "intake.days-left", area, none, &call->appeal.days_left, error))
        return false;
    call->lines = appeal_lines(&call->flags);
    call->appeal.area = call->area->name;
    call->appeal.phone = call->phone;
    call->appeal.today = inventory_day(inventory, now);
    call->appeal.lines = call->lines;
    return true;
}

void
appeal_call_clear(struct appeal_call *call)
{
    g_clear_pointer(&call->lines, g_array_unref);
    g_clear_pointer(&call->phone, g_free);
    flags_clear(&call->flags);
    g_clear_pointer(&call->area, area_free);
}
