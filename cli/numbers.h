#ifndef CLI_NUMBERS_H
#define CLI_NUMBERS_H

/*
 * Several numbers behind a command: "7", "#7", "3-7", "3,5", and any of these one after another; also
 * with the commas and dashes of Chinese keyboards.
 */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#define NUMBERS_MOST 10000 /* that one command is about */

/* int64_t of all words (NULL-terminated), each once, in the order they come; free with g_array_unref().
 * NULL where a word is none of that, a range runs backwards, or they are too many: *wrong is that word. */
GArray *numbers_read(char *const *words, const char **wrong);

/* Whether the words are just "all". */
bool numbers_are_all(char *const *words);

#endif
