#ifndef CLI_WALK_ROWS_H
#define CLI_WALK_ROWS_H

/* Walks as tables: each with its stops in order; for programs one list of all stops ("rows"), and one of
 * the walks ("walks"). */

#include "cli/face.h"
#include "planning/walks.h"

void walk_rows_stops(struct face *face, struct names *names, const GPtrArray *walks);

/* The walks alone; empty is the sentence where there are none. */
void walk_rows_list(struct face *face, const GPtrArray *walks, const char *field,
                    const char *empty);

/* Reads --volunteers and --carriers, of which one is to be given; names point into texts, to be freed with
 * g_strfreev(). *given false: neither. ERR_INPUT for both, or no name. */
MUST_CHECK bool walk_rows_people(struct face *face, struct walks_people *people, char ***texts,
                                 bool *given, GError **error);

#define WALK_ROWS_PEOPLE                                                                           \
    {.name = "volunteers",                                                                         \
     .kind = VERB_NUMBER,                                                                          \
     .value = N_("N"),                                                                             \
     .meaning = N_("share it out to so many people, a walk each"),                                 \
     .low = 1,                                                                                     \
     .high = 1000},                                                                                \
    {                                                                                              \
        .name = "carriers", .value = N_("NAMES"),                                                  \
        .meaning = N_("share it out to these, with commas between: Li,Wang")                       \
    }

#endif
