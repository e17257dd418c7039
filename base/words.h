#ifndef BASE_WORDS_H
#define BASE_WORDS_H

/*
 * Everything a person reads passes through here: English in the source, Chinese from the
 * catalogue po/zh_CN.po, which is built into the program as a gettext MO file. The look-up is our
 * own and not libintl's because a service answers each request in its reader's language, which a
 * process-wide locale can't, and because a fresh machine has no Chinese locale installed.
 *
 * The language belongs to the thread and is set by the faces.
 */

#include <stdbool.h>

enum words_language {
    WORDS_ZH, /* the default */
    WORDS_EN,
};
#define WORDS_LANGUAGES (WORDS_EN + 1)

void words_use(enum words_language language);
enum words_language words_language(void);

/* The language that a locale name such as "en_GB.UTF-8" asks for; Chinese for NULL, "C", others. */
enum words_language words_of_locale(const char *locale);

/* The text in the thread's language; the text itself where the catalogue has none. Static. */
const char *words(const char *text) __attribute__((format_arg(1)));

/* The same with a number: one for exactly 1 in English, many otherwise. */
const char *words_plural(const char *one, const char *many, long long n)
    __attribute__((format_arg(1), format_arg(2)));

/* What stands between two sentences: a blank in English, nothing in Chinese. Static. */
const char *words_gap(void);

/* N_ marks a text in a table for the catalogue, NP_ a singular and its plural as two members of a
 * row; words() or words_plural() at the place of use. */
#define _(text) words(text)
#define N_(text) (text)
#define NP_(one, many) one, many

#endif
