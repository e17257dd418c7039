#ifndef INVENTORY_AUDIT_LOG_H
#define INVENTORY_AUDIT_LOG_H

/*
 * Who did what, with the rights of a role: one line for each administrative act, in the same
 * transaction. It only grows. (Whether the books are whole is what audit.h looks at.)
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/role.h"

enum audit_act {
    AUDIT_NONE, /* nothing that is written down */
    AUDIT_SIGN_IN,
    AUDIT_SIGN_OUT,
    AUDIT_GUESS, /* wrong ones for a login, so many that the next has to wait */
    AUDIT_LOCK,  /* a login, by too many wrong guesses */
    AUDIT_JOIN,
    AUDIT_SECRET,
    AUDIT_VISIT_END,
    AUDIT_INVITE,
    AUDIT_INVITE_END,
    AUDIT_RESET,
    AUDIT_PERSON_ADD,
    AUDIT_PERSON_EDIT,
    AUDIT_PERSON_RETIRE,
    AUDIT_UNLOCK,
    AUDIT_AREA,
    AUDIT_BOX,
    AUDIT_DRUG,
    AUDIT_SETTING,
    AUDIT_RECALL,
    AUDIT_RECALL_LIFT,
    AUDIT_PLAN,
    AUDIT_TRANSFER, /* before it was told what of one was done */
    AUDIT_TRANSFER_ACCEPT,
    AUDIT_TRANSFER_CHANGE,
    AUDIT_TRANSFER_CANCEL,
    AUDIT_WALK,
    AUDIT_LABELS,
    AUDIT_HOOK,
    AUDIT_IMPORT,
    AUDIT_EXPORT,
    AUDIT_ACTS
};

/* "person_edit", as it is kept; the act of such a word, or AUDIT_NONE; and what a person reads. */
const char *audit_act_key(enum audit_act act);
enum audit_act audit_act_parse(const char *key);
const char *audit_act_word(enum audit_act act);

struct audit_entry {
    int64_t id, at; /* at: ms UTC */
    int64_t person; /* 0: at the machine itself, or nobody signed in */
    char *name;     /* of the person, as it is now; "" for none */
    enum audit_act act;
    struct area_id area;
    char *what;   /* to what: "ABC1234", a name */
    char *detail; /* how; at most LIMIT_NOTE characters are kept */
};
void audit_entry_free(struct audit_entry *entry); /* takes NULL */

/* Writes down what is about to be kept; area {0}: the person's own, or the district's. Texts may be NULL. */
MUST_CHECK bool audit_log_add(struct inventory *inventory, int64_t person, enum audit_act act,
                              struct area_id area, const char *what, const char *detail,
                              int64_t now, GError **error);

struct audit_query {
    struct area_id area; /* and all below it; {0}: everything */
    int64_t person;      /* 0: anybody's */
    int64_t after;       /* entries with a larger id */
    int64_t before;      /* entries with a smaller id; 0: the newest */
    int32_t limit;
};

/* struct audit_entry *, newest first. */
MUST_CHECK bool audit_log_list(struct inventory *inventory, const struct audit_query *query,
                               GPtrArray **entries, GError **error);

#endif
