#include <string.h>

#include "base/words.h"
#include "scanner/boxcode.h"
#include "scanner/finding.h"

char *
boxcode_url(const char *host, struct boxcode code, struct boxcode_nonce nonce)
{
    g_autofree char *upper = g_ascii_strup(host, -1);

    return g_strdup_printf("https://%s/B/%s%s%s", upper, code.text, nonce.text[0] ? "-" : "",
                           nonce.text);
}

/* Where the host begins, or 0. */
static size_t
after_scheme(const char *text, size_t length)
{
    static const char *const schemes[] = {"https://", "http://"};

    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        size_t used = strlen(schemes[i]);

        if (length > used && g_ascii_strncasecmp(text, schemes[i], used) == 0)
            return used;
    }
    return 0;
}

static bool
is_host(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_isalnum(text[i]) && strchr("-.:[]", text[i]) == NULL)
            return false;
    return length > 0 && length <= 255;
}

/* The last path segment behind /B/, by offsets; false where the address is not of that form. */
static bool
find_segment(const char *text, size_t length, size_t *start, size_t *end)
{
    size_t host = after_scheme(text, length), path = host, stop;

    while (path < length && text[path] != '/')
        path++;
    if ((path > 0 && !is_host(text + host, path - host)) || (host == 0 && path > 0) ||
        length - path < 4 || g_ascii_strncasecmp(text + path, "/b/", 3) != 0)
        return false;
    for (stop = path + 3; stop < length && strchr("/?#", text[stop]) == NULL; stop++)
        ;
    *start = path + 3;
    *end = stop;
    return stop > *start && (stop == length || text[stop] != '/' || stop + 1 == length ||
                             text[stop + 1] == '?' || text[stop + 1] == '#');
}

/*
 * Parts between hyphens: 7 or 8 characters, or 3-4 or 4-4, are the code; 4 more behind it are the
 * nonce. Gives the length of the code with its hyphen.
 */
static bool
split(const char *text, size_t length, size_t *code)
{
    static const struct {
        size_t head, tail; /* of the code */
    } shapes[] = {{BOXCODE_SHORT, 0}, {BOXCODE_LONG, 0}, {3, 4}, {4, 4}};

    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        size_t used = shapes[i].head + (shapes[i].tail > 0 ? 1 + shapes[i].tail : 0);
        const char *hyphen = memchr(text, '-', length);
        size_t head = hyphen == NULL ? length : (size_t)(hyphen - text);
        bool bears_nonce = length == used + 1 + BOXCODE_NONCE && text[used] == '-';

        if (head == shapes[i].head && (length == used || bears_nonce)) {
            *code = used;
            return true;
        }
    }
    return false;
}

/* A nonce has no check; it is compared with the print log. */
static bool
read_nonce(const char *text, struct boxcode_nonce *nonce)
{
    for (int i = 0; i < BOXCODE_NONCE; i++) {
        char c = g_ascii_toupper(text[i]);

        if (!g_ascii_isalnum(c) || strchr("ILOU", c) != NULL)
            return false;
        nonce->text[i] = c;
    }
    return true;
}

bool
boxcode_of_url(const char *text, size_t length, struct boxcode *code, struct boxcode_nonce *nonce,
               GPtrArray *findings)
{
    size_t start, end, used, from = findings_count(findings);

    *code = (struct boxcode){""};
    *nonce = (struct boxcode_nonce){""};
    if (!find_segment(text, length, &start, &end))
        return false;
    if (!split(text + start, end - start, &used) ||
        (used < end - start && !read_nonce(text + start + used + 1, nonce))) {
        finding_add(findings, FINDING_LENGTH, start,
                    _("the address is of a box label, but its code is cut off or too long"));
        return false;
    }
    if (boxcode_read(text + start, used, code, findings))
        return true;
    *nonce = (struct boxcode_nonce){""};
    for (; from < findings_count(findings); from++)
        ((struct finding *)g_ptr_array_index(findings, from))->offset += start;
    return false;
}

const char *
boxcode_host_of_url(const char *text, size_t length, size_t *bytes)
{
    size_t host = after_scheme(text, length), path = host;

    while (host > 0 && path < length && text[path] != '/')
        path++;
    *bytes = path - host;
    return text + host;
}
