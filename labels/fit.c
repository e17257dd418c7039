#include "labels/fit.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#define STEP 0.1 /* mm between one type size and the next */
#define MARK "…"
#define LOST 2.2     /* em: two hanzi, or three letters */
#define PHONE 0x260E /* the sign before a number */

static double
to_step(double size)
{
    return floor(size / STEP + 1e-6) * STEP;
}

static bool
fits(const struct fit_measure *measure, const struct fit_wish *wish, double size, const char *text)
{
    return measure->width(measure->with, text, wish->bold) * size <= wish->width + 1e-6;
}

/* A mark that sits on the letter before it, or joins two. */
static bool
clings(gunichar c)
{
    return g_unichar_ismark(c) || c == 0x200D || c == 0x200C;
}

static bool
closes(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);

    return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
           type == G_UNICODE_OTHER_PUNCTUATION || c == ' ';
}

static bool
opens(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);

    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* The sign of a phone is no line. */
static bool
is_phone_sign(const char *text, const char *at)
{
    return g_utf8_get_char(text) == PHONE && at - text <= (ptrdiff_t)strlen("☎ ");
}

/* Whether a line may end before `at`: after a space, and beside a hanzi; in an address before a dot,
 * so that nobody takes the first line for all of it. */
static bool
may_break(const char *text, const char *at, const struct fit_wish *wish)
{
    gunichar before, after = g_utf8_get_char(at);

    if (at == text || after == 0)
        return false;
    before = g_utf8_get_char(g_utf8_prev_char(at));
    if (wish->address)
        return after == '.' || before == '-';
    if (clings(after) || closes(after) || opens(before) || is_phone_sign(text, at))
        return false;
    return before == ' ' || g_unichar_iswide(before) || g_unichar_iswide(after);
}

static char *
piece(const char *from, const char *end, const char *mark)
{
    g_autofree char *text = g_strndup(from, (gsize)(end - from));

    return g_strconcat(g_strstrip(text), mark, NULL);
}

/* The end of the longest beginning of the text that, followed by the mark, fits a line. */
static const char *
reach(const char *text, const char *mark, double size, const struct fit_wish *wish,
      const struct fit_measure *measure)
{
    long low = 0, high = g_utf8_strlen(text, -1);
    const char *end;

    while (low < high) {
        long middle = (low + high + 1) / 2;
        g_autofree char *part = piece(text, g_utf8_offset_to_pointer(text, middle), mark);

        if (fits(measure, wish, size, part))
            low = middle;
        else
            high = middle - 1;
    }
    end = g_utf8_offset_to_pointer(text, low);
    while (end > text && clings(g_utf8_get_char(end)))
        end = g_utf8_prev_char(end);
    return end;
}

/* How much of a pause a reader makes at the end of a line there. */
enum pause {
    PAUSE_NONE,
    PAUSE_WORD,  /* after a space, */
    PAUSE_COMMA, /* and after a comma or the like */
};

static enum pause
pause_at(const char *text, const char *at, const struct fit_wish *wish)
{
    const char *before = g_utf8_prev_char(at);

    if (wish->address)
        return *at == '.' ? PAUSE_COMMA : PAUSE_NONE;
    while (before > text && *before == ' ')
        before = g_utf8_prev_char(before);
    if (closes(g_utf8_get_char(before)))
        return PAUSE_COMMA;
    return at[-1] == ' ' ? PAUSE_WORD : PAUSE_NONE;
}

/* The last place up to `end` where a line may end, at such a pause or a longer one. */
static const char *
break_before(const char *text, const char *end, enum pause least, const struct fit_wish *wish)
{
    for (const char *at = end; at > text; at = g_utf8_prev_char(at))
        if (may_break(text, at, wish) && pause_at(text, at, wish) >= least)
            return at;
    return NULL;
}

/* The first place where a line may end once half of the text is on it; or NULL. */
static const char *
break_in_half(const char *text, double size, const struct fit_wish *wish,
              const struct fit_measure *measure)
{
    const struct fit_wish half = {
        .width = measure->width(measure->with, text, wish->bold) * size / 2 - STEP,
        .bold = wish->bold,
        .address = wish->address,
    };
    const char *at = reach(text, "", size, &half, measure);

    do
        at = g_utf8_find_next_char(at, NULL);
    while (*at != '\0' && !may_break(text, at, wish));
    return *at != '\0' ? at : NULL;
}

/* Whether so little of a text is left that it looks lost on a line of its own. */
static bool
is_lost(const char *rest, const struct fit_wish *wish, const struct fit_measure *measure)
{
    return measure->width(measure->with, rest, wish->bold) < LOST;
}

/* The last such pause with two good lines; or NULL. */
static const char *
break_at_pause(const char *text, const char *end, enum pause least, double size,
               const struct fit_wish *wish, const struct fit_measure *measure)
{
    const char *at = break_before(text, end, least, wish);

    while (at != NULL && is_lost(at, wish, measure))
        at = break_before(text, g_utf8_prev_char(at), least, wish);
    return at != NULL && fits(measure, wish, size, at) ? at : NULL;
}

/* At a comma or a space if there are two good lines then, else in the middle, else as late as can be. */
static const char *
break_for_two(const char *text, double size, const struct fit_wish *wish,
              const struct fit_measure *measure)
{
    const char *end = reach(text, "", size, wish, measure), *at;
    const char *late = break_before(text, end, PAUSE_NONE, wish);

    for (enum pause pause = PAUSE_COMMA; pause > PAUSE_NONE; pause--) {
        at = break_at_pause(text, end, pause, size, wish, measure);
        if (at != NULL)
            return at;
    }
    at = break_in_half(text, size, wish, measure);
    if (at != NULL && at <= end)
        return at;
    return late != NULL && (!wish->address || fits(measure, wish, size, late)) ? late : end;
}

static void
add_line(struct fit *fit, char *line)
{
    fit->lines[fit->n++] = line;
}

static bool
in_one(const char *text, const struct fit_wish *wish, double least,
       const struct fit_measure *measure, struct fit *fit)
{
    double em = measure->width(measure->with, text, wish->bold);
    double most = fmin(wish->size, wish->width / fmax(em, 1e-3));

    if (most < least - 1e-6)
        return false;
    fit->size = fmax(to_step(most), least);
    add_line(fit, g_strdup(text));
    return true;
}

/* Where the second of two phones begins, or NULL; *end is where the first one ends. */
static const char *
second_phone(const char *text, const char **end)
{
    const char *at = text;

    while (*at != '\0' && strchr("/;,", *at) == NULL && !g_str_has_prefix(at, "、") &&
           !g_str_has_prefix(at, "，") && !g_str_has_prefix(at, "；"))
        at = g_utf8_find_next_char(at, NULL);
    *end = at;
    return *at != '\0' ? g_utf8_find_next_char(at, NULL) : NULL;
}

/* Two phones, each on a line of its own. */
static bool
in_phones(const char *text, const struct fit_wish *wish, const struct fit_measure *measure,
          struct fit *fit)
{
    const char *end, *second = second_phone(text, &end);
    g_autofree char *first = piece(text, end, "");
    g_autofree char *rest = second != NULL ? piece(second, second + strlen(second), "") : NULL;

    if (rest == NULL || rest[0] == '\0')
        return false;
    for (double size = wish->floor; size >= wish->least - 1e-6; size = to_step(size - STEP))
        if (fits(measure, wish, size, first) && fits(measure, wish, size, rest)) {
            fit->size = size;
            add_line(fit, g_steal_pointer(&first));
            add_line(fit, g_steal_pointer(&rest));
            return true;
        }
    return false;
}

static const char *
late_break(const char *text, double size, const struct fit_wish *wish,
           const struct fit_measure *measure)
{
    const char *end = reach(text, "", size, wish, measure);
    const char *late = *end != '\0' ? break_before(text, end, PAUSE_NONE, wish) : end;

    return late != NULL ? late : end;
}

/* Whether each line ends where one may, and not inside a word. */
static bool
are_whole(const char *text, const char *const *ends, int n, const struct fit_wish *wish)
{
    for (int i = 0; i < n; i++)
        if (!may_break(text, ends[i], wish))
            return false;
    return true;
}

/* On so many lines: all but the last two full, which are as even as can be. */
static bool
in_lines(const char *text, int lines, bool whole, const struct fit_wish *wish,
         const struct fit_measure *measure, struct fit *fit)
{
    for (double size = wish->floor; size >= wish->least - 1e-6; size = to_step(size - STEP)) {
        const char *ends[FIT_LINES], *at = text;

        for (int i = 0; i < lines - 1; i++)
            ends[i] = at = i < lines - 2 ? late_break(at, size, wish, measure)
                                         : break_for_two(at, size, wish, measure);
        if (!fits(measure, wish, size, at) || (whole && !are_whole(text, ends, lines - 1, wish)))
            continue;
        fit->size = size;
        for (int i = 0; i < lines - 1; i++)
            add_line(fit, piece(i > 0 ? ends[i - 1] : text, ends[i], ""));
        add_line(fit, piece(at, at + strlen(at), ""));
        return true;
    }
    return false;
}

static void
shorten(const char *text, const struct fit_wish *wish, const struct fit_measure *measure,
        struct fit *fit)
{
    const double size = wish->least;

    fit->cut = true;
    fit->size = size;
    for (int i = 0; i < wish->lines - 1; i++) {
        const char *at = i < wish->lines - 2 ? late_break(text, size, wish, measure)
                                             : break_for_two(text, size, wish, measure);

        add_line(fit, piece(text, at, ""));
        text = at;
    }
    add_line(fit, piece(text, reach(text, MARK, size, wish, measure), MARK));
}

void
fit_text(const char *text, const struct fit_wish *wish, const struct fit_measure *measure,
         struct fit *fit)
{
    *fit = (struct fit){0};
    if (in_one(text, wish, wish->lines > 1 ? wish->floor : wish->least, measure, fit))
        return;
    if (wish->phones && wish->lines > 1 &&
        (in_phones(text, wish, measure, fit) || in_one(text, wish, wish->least, measure, fit)))
        return;
    for (int lines = 2; wish->words && lines <= wish->lines; lines++)
        if (in_lines(text, lines, true, wish, measure, fit))
            return;
    if (wish->words && in_one(text, wish, wish->least, measure, fit))
        return;
    for (int lines = 2; lines <= wish->lines; lines++)
        if (in_lines(text, lines, false, wish, measure, fit))
            return;
    shorten(text, wish, measure, fit);
}

void
fit_clear(struct fit *fit)
{
    for (int i = 0; i < fit->n; i++)
        g_free(fit->lines[i]);
    *fit = (struct fit){0};
}
