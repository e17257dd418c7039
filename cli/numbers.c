#include "cli/numbers.h"

#include <string.h>

#include "cli/line.h"

#define COMMAS "[,，、;；]"
#define DASHES "[-－~–—～〜至到]"

static bool
has(const GArray *numbers, int64_t number)
{
    for (guint i = 0; i < numbers->len; i++)
        if (g_array_index(numbers, int64_t, i) == number)
            return true;
    return false;
}

static bool
add_range(GArray *numbers, int64_t first, int64_t last)
{
    if (last < first || last - first >= NUMBERS_MOST)
        return false;
    for (int64_t number = first; number <= last; number++)
        if (!has(numbers, number))
            g_array_append_val(numbers, number);
    return numbers->len <= NUMBERS_MOST;
}

/* "3", "#3", "3-7". */
static bool
add_part(GArray *numbers, const char *part)
{
    g_auto(GStrv) ends = g_regex_split_simple(DASHES, part, 0, 0);
    guint count = g_strv_length(ends);
    int64_t first, last;

    if (count < 1 || count > 2 || !line_entry(g_strstrip(ends[0]), &first))
        return false;
    last = first;
    return (count == 1 || line_entry(g_strstrip(ends[1]), &last)) &&
           add_range(numbers, first, last);
}

static bool
add_word(GArray *numbers, const char *word)
{
    g_auto(GStrv) parts = g_regex_split_simple(COMMAS, word, 0, 0);
    guint found = 0;

    for (char **part = parts; *part != NULL; part++) {
        if (g_strstrip(*part)[0] == '\0')
            continue;
        if (!add_part(numbers, *part))
            return false;
        found++;
    }
    return found > 0;
}

GArray *
numbers_read(char *const *words, const char **wrong)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));

    for (; *words != NULL; words++)
        if (!g_utf8_validate(*words, -1, NULL) || !add_word(numbers, *words)) {
            *wrong = *words;
            return NULL;
        }
    return g_steal_pointer(&numbers);
}

bool
numbers_are_all(char *const *words)
{
    return words[0] != NULL && words[1] == NULL &&
           (g_ascii_strcasecmp(words[0], "all") == 0 || strcmp(words[0], "全部") == 0);
}
