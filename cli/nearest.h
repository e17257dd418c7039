#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

/* Words that were perhaps meant. */

#include <stdbool.h>
#include <stddef.h>

/* Letters to change, put in, leave out to make one word of the other (Levenshtein); words of up to 31
 * bytes, longer ones are far from all. */
size_t nearest_distance(const char *a, const char *b);

/* Whether a word is so near to a typed one that it was perhaps meant. */
bool nearest_is_near(const char *typed, const char *word);

#endif
