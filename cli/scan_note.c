#include "cli/scan_note.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"

static const struct {
    const char *word;
    bool expiry;
} words_typed[] = {
    {"exp", true},  {"expiry", true}, {"有效期", true},
    {"效期", true}, {"lot", false},   {"批号", false},
};

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
    note->times = times;
    answer_say(scan->face->answer, _("The next code counts %d times."), (int)times);
}

/* What stands behind a word such as "exp", or NULL. */
static const char *
behind(const char *text, const char *word)
{
    size_t n = strlen(word);

    if (g_ascii_strncasecmp(text, word, n) != 0)
        return NULL;
    if (g_ascii_isalnum(word[n - 1]) && g_ascii_isalnum(text[n]))
        return NULL;
    text += n;
    return text + strspn(text, " :=");
}

static void
take_expiry(struct scan_note *note, struct scan *scan, const char *value)
{
    g_autoptr(GError) why = NULL;
    char date[DAY_TEXT_SIZE];

    if (day_parse(value, &note->expiry, &why))
        answer_say(scan->face->answer, _("The next code: use by %s."),
                   day_format(note->expiry, date));
    else
        scan_problem(scan, ERR_INPUT, "%s", why->message);
}

static void
take_lot(struct scan_note *note, struct scan *scan, const char *value)
{
    if (value[0] == '\0' || g_utf8_strlen(value, -1) > LIMIT_LOT) {
        scan_problem(scan, ERR_INPUT, _("a batch number has 1 to %d characters"), LIMIT_LOT);
        return;
    }
    g_free(note->lot);
    note->lot = g_strdup(value);
    answer_say(scan->face->answer, _("The next code: batch %s."), note->lot);
}

bool
scan_note_take(struct scan_note *note, struct scan *scan, const char *typed)
{
    g_autofree char *full = g_utf8_normalize(typed, -1, G_NORMALIZE_ALL_COMPOSE);
    const char *text = g_strstrip(full);

    for (size_t i = 0; i < G_N_ELEMENTS(words_typed); i++) {
        const char *value = behind(text, words_typed[i].word);

        if (value == NULL)
            continue;
        if (words_typed[i].expiry)
            take_expiry(note, scan, value);
        else
            take_lot(note, scan, value);
        return true;
    }
    return false;
}
