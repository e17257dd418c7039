#include "planning/appeal.h"

#include "base/words.h"

#define SPOKEN 3 /* kinds of medicine: nobody remembers more by hearing */

/* ----------------------------------------------------------------------------------------- lines */

static struct appeal_line *
line_of(GArray *lines, const struct snapshot_cell *cell)
{
    struct appeal_line line = {.type = cell->type, .age = cell->age};

    for (guint i = 0; i < lines->len; i++) {
        struct appeal_line *old = &g_array_index(lines, struct appeal_line, i);

        if (old->type == line.type && old->age == line.age)
            return old;
    }
    g_array_append_val(lines, line);
    return &g_array_index(lines, struct appeal_line, lines->len - 1);
}

static gint
compare_lines(gconstpointer a, gconstpointer b)
{
    const struct appeal_line *one = a, *other = b;
    int first = drug_type_is_critical(one->type), second = drug_type_is_critical(other->type);
    int32_t lacking = one->empty + one->low, lacks = other->empty + other->low;

    if (first != second)
        return second - first;
    if (lacking != lacks)
        return lacking > lacks ? -1 : 1;
    return one->type != other->type ? (int)one->type - (int)other->type
                                    : (int)one->age - (int)other->age;
}

GArray *
appeal_lines(const struct flags *flags)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct appeal_line));

    for (guint i = 0; i < flags->needs->len; i++) {
        const struct need *need = &g_array_index(flags->needs, struct need, i);

        if (need->level == NEED_EMPTY)
            line_of(lines, need->cell)->empty++;
        else if (need->level >= NEED_ORANGE)
            line_of(lines, need->cell)->low++;
    }
    g_array_sort(lines, compare_lines);
    return lines;
}

/* ----------------------------------------------------------------------------------------- texts */

char *
appeal_kind(const struct appeal_line *line)
{
    return line->age == DRUG_ALL_AGES
               ? g_strdup(drug_type_word(line->type))
               : g_strdup_printf(_("%s medicine (%s)"), drug_type_word(line->type),
                                 drug_age_word(line->age));
}

char *
appeal_state(const struct appeal_line *line)
{
    if (line->low == 0)
        return g_strdup_printf(
            words_plural("%lld box has none left", "%lld boxes have none left", line->empty),
            (long long)line->empty);
    if (line->empty == 0)
        return g_strdup_printf(
            words_plural("%lld box will soon be out", "%lld boxes will soon be out", line->low),
            (long long)line->low);
    return g_strdup_printf(_("boxes without any: %lld, soon out: %lld"), (long long)line->empty,
                           (long long)line->low);
}

/* Without brackets, which nobody can hear. */
static char *
spoken_kind(const struct appeal_line *line)
{
    const char *type = drug_type_word(line->type);

    switch (line->age) {
    case DRUG_ADULT: return g_strdup_printf(_("%s medicine for adults"), type);
    case DRUG_CHILD: return g_strdup_printf(_("%s medicine for children"), type);
    default: return g_strdup(type);
    }
}

static void
add_line(GString *text, const struct appeal_line *line)
{
    g_autofree char *kind = appeal_kind(line), *state = appeal_state(line);

    g_string_append_printf(text, _("· %s: %s"), kind, state);
    g_string_append_c(text, '\n');
}

static void
add_request(GString *text, const struct appeal *appeal)
{
    g_string_append_printf(
        text,
        _("If you have unopened non-prescription medicine of these kinds, good for %d more days at "
          "least, please bring it to the nearest share box or give it to a volunteer."),
        (int)appeal->days_left);
    if (appeal->phone[0] != '\0')
        g_string_append_printf(text, _(" Questions: %s."), appeal->phone);
}

char *
appeal_chat(const struct appeal *appeal)
{
    g_autoptr(GString) text = g_string_new(NULL);
    char day[DAY_TEXT_SIZE];

    if (appeal->lines->len == 0)
        return g_strdup_printf(_("%s, share boxes, %s: nothing is short at the moment. Thank you!"),
                               appeal->area, day_format(appeal->today, day));
    g_string_append_printf(text, _("[%s, share boxes] Medicine is needed (%s)"), appeal->area,
                           day_format(appeal->today, day));
    g_string_append_c(text, '\n');
    for (guint i = 0; i < appeal->lines->len; i++)
        add_line(text, &g_array_index(appeal->lines, struct appeal_line, i));
    add_request(text, appeal);
    g_string_append(text, _(" Thank you!"));
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *
appeal_speech(const struct appeal *appeal)
{
    g_autoptr(GString) kinds = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);

    if (appeal->lines->len == 0)
        return g_strdup_printf(
            _("Dear neighbours of %s: our share boxes have what is needed. Thank "
              "you for your gifts."),
            appeal->area);
    for (guint i = 0; i < MIN(appeal->lines->len, SPOKEN); i++) {
        g_autofree char *kind = spoken_kind(&g_array_index(appeal->lines, struct appeal_line, i));

        g_string_append_printf(kinds, "%s%s", i > 0 ? _(", ") : "", kind);
    }
    if (appeal->lines->len > SPOKEN)
        g_string_append(kinds, _(" and other kinds"));
    g_string_append_printf(text,
                           _("Dear neighbours of %s: our share boxes are running out of %s. "),
                           appeal->area, kinds->str);
    add_request(text, appeal);
    g_string_append(text, _(" Thank you!"));
    return g_string_free(g_steal_pointer(&text), FALSE);
}
