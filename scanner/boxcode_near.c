/* Box codes that were perhaps meant. */

#include <string.h>

#include "scanner/boxcode.h"
#include "scanner/clean.h"

#define PLACES (BOXCODE_LONG + 1) /* of a text with one character too many */
#define WRONG '?'                 /* a character that no code has */

struct near {
    char plain[PLACES + 1]; /* the text, in the letters of codes */
    struct boxcode *list;
    size_t count;
};

/* False where more than one character is none of a code's, or there are too few or too many. */
static bool
gather(const char *text, char plain[PLACES + 1])
{
    struct clean clean;
    size_t n = 0, wrong = 0;

    if (!clean_read(text, strlen(text), &clean, NULL))
        return false;
    for (const char *at = clean.text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        char normal = boxcode_normal(*at);

        if (*at == ' ' || *at == '-')
            continue;
        if (n == PLACES)
            return false;
        wrong += normal == '\0';
        plain[n++] = normal != '\0' ? normal : WRONG;
    }
    plain[n] = '\0';
    return n + 1 >= BOXCODE_SHORT && wrong <= 1;
}

static void
take(struct near *near, const char *text)
{
    struct boxcode code;

    if (strcmp(text, near->plain) == 0 || strchr(text, WRONG) != NULL ||
        !boxcode_read(text, strlen(text), &code, NULL))
        return;
    for (size_t i = 0; i < near->count; i++)
        if (strcmp(near->list[i].text, code.text) == 0)
            return;
    g_assert(near->count < BOXCODE_NEIGHBOURS);
    near->list[near->count++] = code;
}

/* The text with another character in the place of so many (0 or 1) at i: every one that there is. */
static void
put(struct near *near, size_t i, size_t instead)
{
    char text[PLACES + 2];

    if (strlen(near->plain) + 1 - instead > BOXCODE_LONG)
        return;
    memcpy(text, near->plain, i);
    strcpy(text + i + 1, near->plain + i + instead);
    for (const char *c = boxcode_alphabet; *c != '\0'; c++) {
        text[i] = *c;
        take(near, text);
    }
}

static void
leave_out(struct near *near, size_t i)
{
    char text[PLACES + 1];

    memcpy(text, near->plain, i);
    strcpy(text + i, near->plain + i + 1);
    take(near, text);
}

static void
swap(struct near *near, size_t i)
{
    char text[PLACES + 1];

    strcpy(text, near->plain);
    text[i] = near->plain[i + 1];
    text[i + 1] = near->plain[i];
    take(near, text);
}

size_t
boxcode_neighbours(const char *text, struct boxcode list[BOXCODE_NEIGHBOURS])
{
    struct near near = {.list = list};
    size_t n;

    if (!gather(text, near.plain))
        return 0;
    n = strlen(near.plain);
    for (size_t i = 0; i < n; i++)
        put(&near, i, 1);
    for (size_t i = 0; i + 1 < n; i++)
        swap(&near, i);
    for (size_t i = 0; i < n; i++)
        leave_out(&near, i);
    for (size_t i = 0; i <= n; i++)
        put(&near, i, 0);
    return near.count;
}
