/* News of shortages in words. */

#include <string.h>

#include "base/words.h"
#include "planning/alerts.h"
#include "planning/appeal.h"

#define REST 64 /* bytes kept free for how many more there are */

static char *
title_of(const struct names *names, struct box_id id)
{
    const struct box *box = names_box(names, id);

    return box != NULL ? names_title(box) : g_strdup("");
}

static char *
line_of_begun(const struct need *need, const struct flags *flags, const struct names *names)
{
    const struct appeal_line line = {.type = need->cell->type, .age = need->cell->age};
    g_autofree char *title = title_of(names, need->cell->box), *kind = appeal_kind(&line);
    g_autofree char *sentence = need_sentence(need, flags->outlook);

    return g_strdup_printf(_("· %s, %s: %s. %s."), title, kind, need_level_word(need->level),
                           sentence);
}

static char *
line_of_ended(const struct hook_cell *cell, const struct names *names)
{
    const struct appeal_line line = {.type = cell->type, .age = cell->age};
    g_autofree char *title = title_of(names, cell->box), *kind = appeal_kind(&line);

    return g_strdup_printf(_("· %s, %s"), title, kind);
}

static void
add_head(GString *text, const char *head)
{
    if (text->len > 0)
        g_string_append(text, "\n\n");
    g_string_append(text, head);
}

/* Adds the lines that fit into so many bytes in all, and how many did not; takes them over. */
static void
add_lines(GString *text, GPtrArray *lines, size_t bytes)
{
    guint n = 0;

    while (n < lines->len && text->len + strlen(lines->pdata[n]) + 1 + REST <= bytes)
        g_string_append_printf(text, "\n%s", (const char *)lines->pdata[n++]);
    if (n < lines->len) {
        guint rest = lines->len - n;

        g_string_append_c(text, '\n');
        g_string_append_printf(text, words_plural("… and %u more", "… and %u more", rest), rest);
    }
    g_ptr_array_unref(lines);
}

static void
add_begun(GString *text, const struct alerts_news *news, const struct flags *flags,
          const struct names *names, const char *area, size_t bytes)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head =
        g_strdup_printf(words_plural("[%s, share boxes] %u shortage has begun",
                                     "[%s, share boxes] %u shortages have begun", news->begun->len),
                        area, news->begun->len);

    for (guint i = 0; i < news->begun->len; i++)
        g_ptr_array_add(lines,
                        line_of_begun(&g_array_index(news->begun, struct need, i), flags, names));
    add_head(text, head);
    add_lines(text, lines, bytes);
}

static void
add_ended(GString *text, const struct alerts_news *news, const struct names *names,
          const char *area, size_t bytes)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head =
        g_strdup_printf(words_plural("[%s, share boxes] %u shortage is over",
                                     "[%s, share boxes] %u shortages are over", news->ended->len),
                        area, news->ended->len);

    for (guint i = 0; i < news->ended->len; i++)
        g_ptr_array_add(lines,
                        line_of_ended(&g_array_index(news->ended, struct hook_cell, i), names));
    add_head(text, head);
    add_lines(text, lines, bytes);
}

/* What begins matters more: it may have three quarters of the room where there is both. */
char *
alerts_text(const struct alerts_news *news, const struct flags *flags, const struct names *names,
            const char *area, size_t bytes)
{
    GString *text = g_string_new(NULL);

    if (news->begun->len > 0)
        add_begun(text, news, flags, names, area, news->ended->len > 0 ? bytes / 4 * 3 : bytes);
    if (news->ended->len > 0)
        add_ended(text, news, names, area, bytes);
    return g_string_free(text, FALSE);
}
