#ifndef CLI_VERB_H
#define CLI_VERB_H

/*
 * The commands as a table. A row says everything that the help page, the check of the command line
 * and the call need; the functions see only options that were declared and values that were read.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/audit_log.h"

struct face;

enum verb_value {
    VERB_TEXT,
    VERB_FLAG,
    VERB_NUMBER, /* whole, low to high */
    VERB_DEGREE, /* 31.23041, kept in millionths; low and high in degrees */
    VERB_DAY,    /* YYYY-MM-DD, or YYYY-MM for the month's last day */
    VERB_MOMENT, /* ISO 8601, "2026-11-24T10:00:00+08:00"; UTC+8 where it doesn't say */
};

/* face_text() gives any value as it was typed; face_number() a number or millionths, and so on. Zero
 * of every field is its default, so rows name what they set. */
struct verb_option {
    const char *name; /* without hyphens */
    char letter;      /* 'o' for -o, or 0 */
    enum verb_value kind;
    const char *value;   /* N_("FILE"): what the help page calls it; NULL for a flag */
    const char *meaning; /* N_() */
    int64_t low, high;
    bool needed; /* the command can't do without it */
};

#define VERB_ANY (-1)

struct verb {
    /* sub: the second word, or NULL; the first row of a name may do without one where others have it */
    const char *name, *sub;
    const char *usage; /* N_(): arguments and main options, behind the name; "" for none */
    const char *help;  /* N_(): one sentence */
    const struct verb_option *options; /* ends with a row whose name is NULL; NULL for none */
    int least, most;                   /* positional arguments; most may be VERB_ANY */
    bool without_inventory;            /* runs where there is none */
    enum audit_act act; /* what the audit log says of it, in the transaction that it then is */
    bool (*run)(struct face *face, GError **error);
};

/* The groups, each ending with a row whose name is NULL, in the order of the help page. */
extern const struct verb verb_init[], verb_area[], verb_box[], verb_drug[], verb_setting[],
    verb_exchange[], verb_labels[], verb_poster[], verb_card[], verb_sheet[], verb_printer[],
    verb_keep[], verb_stock[], verb_ledger[], verb_shortages[], verb_book[], verb_count[],
    verb_recall[], verb_unmet[], verb_scan[], verb_decode[], verb_plan[], verb_transfer[],
    verb_walk[], verb_appeal[], verb_person[], verb_invite[], verb_audit[], verb_serve[];

/* All commands, group by group; NULL at the end. */
extern const struct verb *const verb_groups[];

/* The command of a name and, where it has them, its second word. *used is how many words that was.
 * ERR_INPUT offers the nearest name. */
MUST_CHECK const struct verb *verb_find(const char *name, const char *sub, int *used,
                                        GError **error);

/* Whether commands of this first word want a second. */
bool verb_has_subs(const char *name);

#endif
