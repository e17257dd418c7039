#ifndef WEB_NEXT_H
#define WEB_NEXT_H

/* What leads on from an error in the browser: names of buttons and rooms, as the app has them. */

#include "base/err.h"

/* A message of its own, which begins with a capital where its letters have them, as all that stands beside it in
 * the browser does. Free with g_free(). */
char *next_sentence(const char *message);

/* The message as such a sentence, in which settings are called by what they mean, and what err_next() stands for here. Free with g_free(). */
char *next_shown(const GError *error);

/* The second part alone; NULL where the page itself offers what there is. Static. */
const char *next_page(enum err_next next);

#endif
