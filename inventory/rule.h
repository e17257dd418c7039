#ifndef INVENTORY_RULE_H
#define INVENTORY_RULE_H

/*
 * The rules of giving and taking. Each can be loosened by a setting; each refusal is kept with the
 * rule that said no, and never changes stock.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/ledger.h"

enum rule {
    RULE_NONE,
    RULE_BOX_RETIRED,
    RULE_DRUG_RETIRED,
    RULE_PRESCRIPTION,
    RULE_COLD_CHAIN,
    RULE_NO_EXPIRY,
    RULE_EXPIRED,
    RULE_EXPIRES_SOON,
    RULE_NO_LOT,
    RULE_OPENED,
    RULE_RECALLED,
    RULE_PACK_HERE, /* this very pack is in a box already */
    RULE_PACK_GONE, /* this very pack is not in the box */
    RULE_SHORT,     /* not so much there that can be taken */
    RULE_HOUSEHOLD, /* the household's limit */
    RULE_UNCOVERED, /* taken without signal, and more than the ledger had: booked all the same */
};

/* The word kept in the database ("expires_soon"), and what a person reads. */
const char *rule_key(enum rule rule);
const char *rule_word(enum rule rule); /* of a key: rule_word(rule_parse(key)) */
enum rule rule_parse(const char *key); /* RULE_NONE for no such key */

/* Sets *error to ERR_REFUSED with this sentence and *rule to which; returns false. */
bool rule_refuse(GError **error, enum rule *rule, enum rule which, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Keeps a refusal of a movement that was not booked; in a transaction of its own. */
MUST_CHECK bool rule_record(struct inventory *inventory, const struct movement *movement,
                            enum rule rule, GError **error);

/* Refusals since a moment, newest first. */
struct rule_refusal {
    int64_t at;
    struct box_id box;
    struct drug_id drug;
    enum movement_kind kind;
    struct day expiry;
    char *lot;
    int32_t units;
    enum rule rule;
};
void rule_refusal_free(struct rule_refusal *refusal);
MUST_CHECK bool rule_refusals(struct inventory *inventory, int64_t since, GPtrArray **refusals,
                              GError **error);

#endif
