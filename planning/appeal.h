#ifndef PLANNING_APPEAL_H
#define PLANNING_APPEAL_H

/* A call for gifts, made of what is short: a text for a chat group and one to be read out. */

#include "planning/flags.h"

/* What is short of one kind of medicine. */
struct appeal_line {
    enum drug_type type;
    enum drug_age age;
    int32_t empty, low; /* boxes: with none left, and that soon have none */
};

/* struct appeal_line[] of what is urgent (orange and worse), critical types first, then by how many boxes
 * lack it. Free with g_array_unref(). */
GArray *appeal_lines(const struct flags *flags);

/* "Fever medicine (child)"; "3 boxes have none left": in the thread's language. Free with g_free(). */
char *appeal_kind(const struct appeal_line *line);
char *appeal_state(const struct appeal_line *line);

/* Who calls, and what may be given. */
struct appeal {
    const char *area;
    const char *phone; /* "" for none */
    int32_t days_left; /* least days before the expiry of a gift */
    struct day today;
    const GArray *lines;
};

/* Texts in the thread's language; they thank where nothing is short. Free with g_free(). */
char *appeal_chat(const struct appeal *appeal);
char *appeal_speech(const struct appeal *appeal);

#endif
