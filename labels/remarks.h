#ifndef LABELS_REMARKS_H
#define LABELS_REMARKS_H

/*
 * What is remarked of the layouts of a run, each thing told once however many it is true of: "Box A,
 * Box B, Box C … (2183 in all): the rule is too long for its place and is shortened there".
 */

#include <stdbool.h>

#include <glib.h>

struct remarks;

struct remarks *remarks_new(void);
void remarks_free(struct remarks *remarks);

/* Remarks something of a layout of this name; of one name several times in a row it counts once. */
void remarks_add(struct remarks *remarks, const char *name, const char *text);

/* char * sentences, in the order in which they were first true, with so many names each; NULL for none. */
GPtrArray *remarks_say(const struct remarks *remarks, guint names);

#endif
