#ifndef LABELS_JOINED_H
#define LABELS_JOINED_H

/*
 * Signs that are one picture only where a font knows it: people joined to a family (U+200D), two letters
 * to a flag, a hand and the colour of its skin (Unicode Technical Standard #51). Other fonts draw them
 * one beside the other.
 */

#include <stdbool.h>

#include "labels/fit.h"

/* Whether the fonts of a measure draw such signs of a text apart. */
bool joined_apart(const char *text, const struct fit_measure *measure);

#endif
