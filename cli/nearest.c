#include "cli/nearest.h"

#include <string.h>

#include <glib.h>

#define MAX_BYTES 31

/* Words further away than this are other words; a short one is soon another. */
#define NEAR 2
#define NEAR_SHORT 1
#define SHORT 3 /* letters */

size_t
nearest_distance(const char *a, const char *b)
{
    size_t row[MAX_BYTES + 1], n = strlen(b);

    if (n > MAX_BYTES)
        return MAX_BYTES;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t swapped = corner + (a[i - 1] != b[j - 1]);

            corner = row[j];
            row[j] = MIN(swapped, MIN(row[j], row[j - 1]) + 1);
        }
    }
    return row[n];
}

bool
nearest_is_near(const char *typed, const char *word)
{
    return nearest_distance(typed, word) <= (strlen(word) <= SHORT ? NEAR_SHORT : NEAR);
}
