#ifndef LABELS_UNSEEN_H
#define LABELS_UNSEEN_H

/*
 * Characters that leave nothing on paper though they are no spaces. Texts that were copied from
 * elsewhere bring them along: a name looks like another and is none, or is read from the other end.
 */

#include <stdbool.h>

#include <glib.h>

/* Whether a character is never seen: controls, what Unicode 15 lists as ignorable by default (turns of
 * direction, joiners, fillers), and the blank sign of Braille. */
bool unseen_is(gunichar character);

/* Of these, those that change a letter before them, and are right behind one: joiners, selectors of
 * a variant. */
bool unseen_belongs(gunichar character);

/* What it is in a message to a person: "a joiner without width"; of any other that it is blank.
 * Static. */
const char *unseen_word(gunichar character);

#endif
