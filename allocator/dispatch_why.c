#include <math.h>
#include <stddef.h>
#include <string.h>

#include "allocator/dispatch.h"
#include "base/words.h"

/* "3.2 days", "for long". */
static char *
days(double cover)
{
    return cover >= 999 ? g_strdup(_("for long")) : g_strdup_printf(_("%.1f days"), cover);
}

char *
dispatch_reason(const struct dispatch_line *line)
{
    g_autofree char *to_before = days(line->to_before), *to_after = days(line->to_after);
    g_autofree char *from_after = days(line->from_after);

    if (line->to_before <= 0)
        return g_strdup_printf(
            _("There is none left there, and it is asked for; with this it lasts "
              "%s, and what stays here lasts %s."),
            to_after, from_after);
    return g_strdup_printf(_("It lasts %s there, with this %s; what stays here lasts %s."),
                           to_before, to_after, from_after);
}

char *
dispatch_arithmetic(const struct dispatch_line *line)
{
    GString *text = g_string_new(NULL);
    g_autofree char *from_before = days(line->from_before), *from_after = days(line->from_after);
    g_autofree char *to_before = days(line->to_before), *to_after = days(line->to_after);

    g_string_append_printf(text,
                           _("There: %.1f person-days at %.2f a day = %s; with what comes, %s."),
                           line->to_amount, line->to_rate, to_before, to_after);
    g_string_append_printf(text,
                           _("\nHere: %.1f person-days at %.2f a day = %s; after the plan, %s."),
                           line->from_amount, line->from_rate, from_before, from_after);
    g_string_append_printf(
        text, _("\nChance that it runs out there within %.0f days: %.0f %% now, %.0f %% after."),
        line->horizon, line->chance_before * 100, line->chance_after * 100);
    g_string_append_printf(text, _("\nThis way carries %.0f person-days in all"), line->gives);
    if (!isnan(line->metres))
        g_string_append_printf(text, _(", %.1f km"), line->metres / 1000);
    g_string_append(text, _("."));
    if (line->days_left >= 0)
        g_string_append_printf(text,
                               words_plural("\nThis batch is good for %.0f more day.",
                                            "\nThis batch is good for %.0f more days.",
                                            lround(line->days_left)),
                               line->days_left);
    return g_string_free(text, FALSE);
}

/* Those without which nothing can be said. */
#define NEEDED true

static const struct {
    const char *key;
    size_t offset;
    bool needed;
} figures[] = {
    {"metres", offsetof(struct dispatch_line, metres), false},
    {"days_left", offsetof(struct dispatch_line, days_left), false},
    {"from_before", offsetof(struct dispatch_line, from_before), NEEDED},
    {"from_after", offsetof(struct dispatch_line, from_after), NEEDED},
    {"to_before", offsetof(struct dispatch_line, to_before), NEEDED},
    {"to_after", offsetof(struct dispatch_line, to_after), NEEDED},
    {"from_rate", offsetof(struct dispatch_line, from_rate), NEEDED},
    {"to_rate", offsetof(struct dispatch_line, to_rate), NEEDED},
    {"from_amount", offsetof(struct dispatch_line, from_amount), NEEDED},
    {"to_amount", offsetof(struct dispatch_line, to_amount), NEEDED},
    {"horizon", offsetof(struct dispatch_line, horizon), NEEDED},
    {"chance_before", offsetof(struct dispatch_line, chance_before), NEEDED},
    {"chance_after", offsetof(struct dispatch_line, chance_after), NEEDED},
    {"gives", offsetof(struct dispatch_line, gives), NEEDED},
};

static double *
figure_at(struct dispatch_line *line, size_t i)
{
    return (double *)(void *)((char *)line + figures[i].offset);
}

char *
dispatch_figures(const struct dispatch_line *line)
{
    struct dispatch_line copy = *line;
    GString *text = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
        double value = *figure_at(&copy, i);

        if (isfinite(value))
            g_string_append_printf(text, "%s%s=%lld", text->len > 0 ? " " : "", figures[i].key,
                                   (long long)llround(value * 1e6));
    }
    return g_string_free(text, FALSE);
}

/* The value of a key among words "key=value". */
static bool
find_figure(char **words, const char *key, double *value)
{
    size_t length = strlen(key);

    for (; *words != NULL; words++) {
        gint64 number;

        if (strncmp(*words, key, length) == 0 && (*words)[length] == '=' &&
            g_ascii_string_to_signed(*words + length + 1, 10, INT64_MIN, INT64_MAX, &number,
                                     NULL)) {
            *value = (double)number / 1e6;
            return true;
        }
    }
    return false;
}

bool
dispatch_read_figures(const char *text, struct dispatch_line *line)
{
    struct dispatch_line read = *line;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);

    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++)
        if (!find_figure(words, figures[i].key, figure_at(&read, i))) {
            if (figures[i].needed)
                return false;
            *figure_at(&read, i) = NAN;
        }
    *line = read;
    return true;
}
