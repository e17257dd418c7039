#include "scanner/finding.h"

static void
finding_free(gpointer data)
{
    struct finding *finding = data;

    g_free(finding->text);
    g_free(finding);
}

GPtrArray *
findings_new(void)
{
    return g_ptr_array_new_with_free_func(finding_free);
}

void
finding_add(GPtrArray *list, enum finding_kind kind, size_t offset, const char *format, ...)
{
    g_autofree char *made = NULL;
    struct finding *finding;
    va_list args;

    if (list == NULL)
        return;
    finding = g_new0(struct finding, 1);
    *finding = (struct finding){.kind = kind, .offset = offset};
    va_start(args, format);
    made = g_strdup_vprintf(format, args);
    va_end(args);
    finding->text = g_utf8_make_valid(made, -1); /* an excerpt may end inside a character */
    g_ptr_array_add(list, finding);
}

size_t
findings_count(const GPtrArray *list)
{
    return list == NULL ? 0 : list->len;
}

const struct finding *
findings_at(const GPtrArray *list, size_t i)
{
    return g_ptr_array_index(list, i);
}

const char *
finding_word(enum finding_kind kind)
{
    switch (kind) {
    case FINDING_UNKNOWN: return "unknown";
    case FINDING_EMPTY: return "empty";
    case FINDING_TOO_LONG: return "too-long";
    case FINDING_ENCODING: return "encoding";
    case FINDING_CONTROL: return "control";
    case FINDING_CHECK: return "check";
    case FINDING_LENGTH: return "length";
    case FINDING_CHARACTER: return "character";
    case FINDING_DATE: return "date";
    case FINDING_AI: return "ai";
    case FINDING_SEPARATOR: return "separator";
    case FINDING_REPEATED: return "repeated";
    case FINDING_AMBIGUOUS: return "ambiguous";
    case FINDING_COMMAND: return "command";
    case FINDING_RUN: return "run";
    case FINDING_ORDER: return "order";
    case FINDING_PICTURE: return "picture";
    }
    return "unknown";
}
