#ifndef INVENTORY_ACCOUNT_H
#define INVENTORY_ACCOUNT_H

/*
 * People and what they may do. A person has a role in an area; one who has chosen a secret (by an
 * invitation, invite.h) has a login beside it and can sign in. What a secret is checked by comes from
 * the caller, ready made; secrets themselves never reach the database.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/role.h"

struct account {
    int64_t person;
    char *name;
    char *login; /* ""; no secret has been chosen yet */
    enum role role;
    struct area_id area;
    int64_t created_at, seen_at; /* ms UTC; seen_at 0: not signed in anywhere */
    bool retired;
};
void account_free(struct account *account); /* takes NULL */

/* The actor that a person is. */
struct actor account_actor(const struct account *account);

/*
 * A login in the form in which logins are kept and compared: full-width letters and digits as plain
 * ones (Unicode NFKC), capitals as small letters, no blanks. ERR_INPUT for one that is empty or longer than
 * LIMIT_NAME. Free with g_free(); NULL after an error.
 */
char *account_fold(const char *login, GError **error);

#define ACCOUNT_PIN 6       /* digits of a volunteer's PIN, at least */
#define ACCOUNT_PASSWORD 10 /* characters of the others' password, at least */
#define ACCOUNT_SECRET 200  /* bytes of any secret, at most */

/* Whether somebody of a role, and of this login, may choose a secret: long enough, and not one that
 * would be tried first. ERR_INPUT says what is wrong with it. */
MUST_CHECK bool account_check_secret(enum role role, const char *login, const char *secret,
                                     GError **error);

/* Adds a person without a secret. ERR_DENIED by role_governs(); ERR_INPUT for a bad name. */
MUST_CHECK bool account_add(struct inventory *inventory, const struct actor *actor,
                            const char *name, enum role role, struct area_id area, int64_t now,
                            int64_t *person, GError **error);

/* ERR_MISSING. Free with account_free(). */
MUST_CHECK bool account_by_id(struct inventory *inventory, int64_t person, struct account **account,
                              GError **error);

/* By number, login or name; ERR_MISSING, or ERR_INPUT listing the several of a name. */
MUST_CHECK bool account_find(struct inventory *inventory, const char *what,
                             struct account **account, GError **error);

/* struct account *, whose roles hold for an area or a part of it ({0}: anywhere), higher roles first,
 * then by name. */
MUST_CHECK bool account_list(struct inventory *inventory, struct area_id area, bool retired_too,
                             GPtrArray **accounts, GError **error);

/* Whether there is anybody with a secret and the role of an office. */
MUST_CHECK bool account_has_office(struct inventory *inventory, bool *has, GError **error);

struct account_change {
    const char *name;    /* NULL: stays */
    enum role role;      /* ROLE_NOBODY: stays */
    struct area_id area; /* {0}: stays */
    bool retire, revive;
};

/* Changes a person as it is, and as it becomes, the actor has to govern; only the name may be one's own.
 * Whoever is retired is signed out everywhere. ERR_MISSING, ERR_DENIED, ERR_INPUT. */
MUST_CHECK bool account_edit(struct inventory *inventory, const struct actor *actor, int64_t person,
                             const struct account_change *change, GError **error);

/* What the secret of a login is checked by, and whose it is: person 0 and NULL where nobody can sign
 * in by it. Free with g_free(). */
MUST_CHECK bool account_secret(struct inventory *inventory, const char *login, int64_t *person,
                               char **secret, GError **error);

/* Gives a person a login and what its secret is checked by, and signs it out everywhere. A login NULL leaves
 * that as it is. ERR_REFUSED where another has the login. */
MUST_CHECK bool account_choose(struct inventory *inventory, int64_t person, const char *login,
                               const char *secret, int64_t now, GError **error);

#endif
