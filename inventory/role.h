#ifndef INVENTORY_ROLE_H
#define INVENTORY_ROLE_H

/*
 * Roles, each of which may do what those before it may, and more. A role holds for an area and all
 * below it. What a role may ask for is said by the faces' tables; what it may write is said here once
 * more, and held by the database.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/area.h"

enum role {
    ROLE_NOBODY, /* not signed in: a resident */
    ROLE_VOLUNTEER,
    ROLE_SECRETARY,
    ROLE_OFFICE,
    ROLE_KEEPER, /* whoever runs the machine, at its terminal; nobody signs in as this */
};

/* Who does something. {0} is nobody. */
struct actor {
    int64_t person; /* 0: nobody, or the keeper */
    enum role role;
    struct area_id area; /* the subtree that the role holds for */
};

/* "secretary", as kept in the schema, and such a word's role of those that people have, or -1. */
const char *role_key(enum role role);
int role_parse(const char *key);

/* The word a person reads, in the thread's language. */
const char *role_word(enum role role);

/* The tables that a role may write, NULL at the end; NULL: all. */
const char *const *role_tables(enum role role);

/* From here on the database lets nothing through that this role may not write: whatever would, fails
 * with ERR_DENIED. ROLE_KEEPER: all may be written, as in the beginning. */
void role_assume(struct inventory *inventory, enum role role);

/* Whether an area lies in what the actor's role holds for; the keeper's is everything. ERR_DENIED. */
MUST_CHECK bool role_reaches(struct inventory *inventory, const struct actor *actor,
                             struct area_id area, GError **error);

/* Whether the actor may make, change and send away people of a role in an area: only of a lower role,
 * within its own area. ERR_DENIED says which of the two it is. */
MUST_CHECK bool role_governs(struct inventory *inventory, const struct actor *actor, enum role role,
                             struct area_id area, GError **error);

#endif
