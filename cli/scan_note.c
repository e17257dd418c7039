#include "cli/scan_note.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "cli/scan_tell.h"
#include "scanner/command.h"

bool
scan_note_is_empty(const struct scan_note *note)
{
    return note->times == 0 && note->expiry.n == DAY_NONE.n && note->lot == NULL;
}

void
scan_note_clear(struct scan_note *note)
{
    g_free(note->lot);
    *note = (struct scan_note){.expiry = DAY_NONE};
}

static char *
text_of(const struct scan_note *note)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    char date[DAY_TEXT_SIZE];

    if (note->times > 0)
        g_ptr_array_add(parts, g_strdup_printf(words_plural("%d time", "%d times", note->times),
                                               (int)note->times));
    if (note->expiry.n != DAY_NONE.n)
        g_ptr_array_add(parts, g_strdup_printf(_("use by %s"), day_format(note->expiry, date)));
    if (note->lot != NULL)
        g_ptr_array_add(parts, g_strdup_printf(_("batch %s"), note->lot));
    g_ptr_array_add(parts, NULL);
    return g_strjoinv(_(", "), (char **)parts->pdata);
}

void
scan_note_remind(const struct scan_note *note, struct scan *scan)
{
    g_autofree char *text = text_of(note);

    if (!scan_note_is_empty(note))
        answer_say(scan->face->answer,
                   _("Still noted for the next code: %s. MEDBOX:UNDO forgets it."), text);
}

void
scan_note_drop(struct scan_note *note, struct scan *scan)
{
    g_autofree char *text = text_of(note);

    if (!scan_note_is_empty(note))
        answer_say(scan->face->answer, _("Forgotten: %s."), text);
    scan_note_clear(note);
}

void
scan_note_times(struct scan_note *note, struct scan *scan, int32_t times)
{
    g_autofree char *text = g_strdup_printf(_("The next code counts %d times."), (int)times);

    note->times = times;
    scan_tell_step(scan, text);
}

static void
take_expiry(struct scan_note *note, struct scan *scan, const char *value)
{
    g_autoptr(GError) why = NULL;
    char date[DAY_TEXT_SIZE];

    g_autofree char *text = NULL;

    if (!day_parse(value, &note->expiry, &why)) {
        scan_problem(scan, ERR_INPUT, "%s", why->message);
        return;
    }
    text = g_strdup_printf(_("The next code: use by %s."), day_format(note->expiry, date));
    scan_tell_step(scan, text);
}

static void
take_lot(struct scan_note *note, struct scan *scan, const char *value)
{
    g_autofree char *text = NULL;

    if (value[0] == '\0' || g_utf8_strlen(value, -1) > LIMIT_LOT) {
        scan_problem(scan, ERR_INPUT, _("a batch number has 1 to %d characters"), LIMIT_LOT);
        return;
    }
    g_free(note->lot);
    note->lot = g_strdup(value);
    text = g_strdup_printf(_("The next code: batch %s."), note->lot);
    scan_tell_step(scan, text);
}

bool
scan_note_take(struct scan_note *note, struct scan *scan, const char *typed)
{
    g_autofree char *full = g_utf8_normalize(typed, -1, G_NORMALIZE_ALL_COMPOSE);
    const char *text = g_strstrip(full), *value;

    switch (command_note(text, &value)) {
    case COMMAND_NO_NOTE: return false;
    case COMMAND_EXPIRY: take_expiry(note, scan, value); break;
    case COMMAND_LOT: take_lot(note, scan, value); break;
    }
    return true;
}
