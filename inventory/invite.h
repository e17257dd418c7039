#ifndef INVENTORY_INVITE_H
#define INVENTORY_INVITE_H

/*
 * Invitations: a code, printed once, that is good once and not for long. It makes a new person of a
 * role in an area, or lets one who is known choose a new secret. The very first makes the first office
 * account, as long as there is none. Of a code only its SHA-256 is kept.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/role.h"

#define INVITE_RANDOM 10 /* random bytes in a code */
#define INVITE_CODE_SIZE                                                                           \
    17 /* 16 characters of Crockford's alphabet (scanner/boxcode.h), and their end */
#define INVITE_PRINT_SIZE 20 /* XXXX-XXXX-XXXX-XXXX and its end */
#define INVITE_DAYS 7        /* how long one is good where nothing is said */
#define INVITE_DAYS_MOST 90

struct invite {
    int64_t id;
    enum role role;
    struct area_id area;
    char *name;      /* whom it is meant for; "": anybody */
    int64_t person;  /* who is to choose a new secret; 0: a new person is made */
    bool first;      /* makes the first office account */
    int64_t made_by; /* 0: at the machine itself */
    int64_t made_at, ends_at;
    int64_t used_at, used_by; /* 0: not yet */
};
void invite_free(struct invite *invite); /* takes NULL */

/* XXXX-XXXX-XXXX-XXXX into text, which is returned. */
const char *invite_format(const char code[INVITE_CODE_SIZE], char text[INVITE_PRINT_SIZE]);

/* "https://HOST/J/CODE", or "/F/CODE" for the first; the host as boxcode_url() has it. g_free(). */
char *invite_url(const char *host, const char code[INVITE_CODE_SIZE], bool first);

/* Makes one of role, area, name and ends_at (0: INVITE_DAYS) of invite, whose id and made_… are filled in, and its
 * code. ERR_DENIED by role_governs(); ERR_INPUT for a bad name or end. */
MUST_CHECK bool invite_add(struct inventory *inventory, const struct actor *actor,
                           struct invite *invite, const uint8_t random[INVITE_RANDOM], int64_t now,
                           char code[INVITE_CODE_SIZE], GError **error);

/* The same for a person who has forgotten the secret. Those made before for the same person are good no
 * more. ERR_MISSING, ERR_DENIED; ERR_REFUSED for one who is retired. */
MUST_CHECK bool invite_add_for(struct inventory *inventory, const struct actor *actor,
                               int64_t person, const uint8_t random[INVITE_RANDOM], int64_t now,
                               char code[INVITE_CODE_SIZE], GError **error);

/* The same for the first office account; those made before are good no more. ERR_REFUSED where there
 * is an office account. */
MUST_CHECK bool invite_add_first(struct inventory *inventory, const uint8_t random[INVITE_RANDOM],
                                 int64_t now, char code[INVITE_CODE_SIZE], GError **error);

/* What a code, as forgivingly read as a box's, is good for. ERR_REFUSED, always in the same words, where it is good for
 * nothing: never made, used, taken back, run out. Free with invite_free(). */
MUST_CHECK bool invite_look(struct inventory *inventory, const char *code, int64_t now,
                            struct invite **invite, GError **error);

/* Uses a code up: makes the person of a name (NULL: whom it is meant for), or takes the one it is for,
 * and gives it login (NULL: its name) and secret, see account_choose(). Errors of invite_look() and
 * account_choose(), after which it is good still. */
MUST_CHECK bool invite_use(struct inventory *inventory, const char *code, const char *name,
                           const char *login, const char *secret, int64_t now, int64_t *person,
                           GError **error);

/* struct invite *, into an area or a part of it ({0}: any), newest first, that are still good. */
MUST_CHECK bool invite_list(struct inventory *inventory, struct area_id area, int64_t now,
                            GPtrArray **invites, GError **error);

/* Takes one back. ERR_MISSING, also for one that is good no more; ERR_DENIED. */
MUST_CHECK bool invite_end(struct inventory *inventory, const struct actor *actor, int64_t id,
                           int64_t now, GError **error);

#endif
