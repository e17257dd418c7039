#include <math.h>

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
        text, _("\nChance that it runs out there within 7 days: %.0f %% now, %.0f %% after."),
        line->chance_before * 100, line->chance_after * 100);
    g_string_append_printf(text, _("\nThis way carries %.0f person-days in all"), line->gives);
    if (!isnan(line->metres))
        g_string_append_printf(text, _(", %.1f km"), line->metres / 1000);
    g_string_append(text, _("."));
    if (line->days_left >= 0)
        g_string_append_printf(text, _("\nThis batch is good for %.0f more days."),
                               line->days_left);
    return g_string_free(text, FALSE);
}
