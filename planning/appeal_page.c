#include "planning/appeal_page.h"

static const char *
keep(struct appeal_page *page, char *text)
{
    g_ptr_array_add(page->texts, text);
    return text;
}

void
appeal_page_make(const struct appeal *appeal, struct appeal_page *page)
{
    *page = (struct appeal_page){
        .lines = g_new0(struct plea_line, appeal->lines->len),
        .texts = g_ptr_array_new_with_free_func(g_free),
    };
    for (guint i = 0; i < appeal->lines->len; i++) {
        const struct appeal_line *line = &g_array_index(appeal->lines, struct appeal_line, i);

        page->lines[i].kind = keep(page, appeal_kind(line));
        page->lines[i].state = keep(page, appeal_state(line));
    }
    page->plea = (struct plea){
        .place = appeal->area,
        .day = day_format(appeal->today, page->day),
        .phone = appeal->phone,
        .days_left = appeal->days_left,
        .lines = page->lines,
        .n = appeal->lines->len,
    };
}

void
appeal_page_clear(struct appeal_page *page)
{
    g_clear_pointer(&page->lines, g_free);
    g_clear_pointer(&page->texts, g_ptr_array_unref);
}
