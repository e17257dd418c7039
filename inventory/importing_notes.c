/* What a file gives another value, for people to look over before it is taken. */

#include <string.h>

#include "base/words.h"
#include "inventory/importing.h"

void
importing_note(struct importing *importing, int column, const char *was, const char *is)
{
    const struct import_column *named = &importing->columns[column];

    if (strcmp(was, is) == 0)
        return;
    importing->differs = true;
    if (importing->import->changes == NULL)
        return;
    if (importing->notes->len > 0)
        g_string_append(importing->notes, _("; "));
    g_string_append_printf(importing->notes, _("%s: %s → %s"),
                           words_language() == WORDS_ZH ? named->chinese : named->key,
                           was[0] != '\0' ? was : _("nothing"), is[0] != '\0' ? is : _("nothing"));
}

void
importing_note_number(struct importing *importing, int column, int64_t was, int64_t is)
{
    g_autofree char *before = g_strdup_printf("%lld", (long long)was);
    g_autofree char *after = g_strdup_printf("%lld", (long long)is);

    if (was != is)
        importing_note(importing, column, before, after);
}

bool
importing_differs(struct importing *importing, const char *title)
{
    GPtrArray *changes = importing->import->changes;
    bool differs = importing->differs;

    if (differs && changes != NULL && changes->len < IMPORT_CHANGES_MAX) {
        g_autofree char *what = g_strdup_printf(_("%s: %s"), title, importing->notes->str);

        g_ptr_array_add(changes, csv_row_complaint(importing->table, importing->row, what));
    }
    importing_forget(importing);
    return differs;
}

void
importing_forget(struct importing *importing)
{
    importing->differs = false;
    g_string_truncate(importing->notes, 0);
}
