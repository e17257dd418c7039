#ifndef INVENTORY_HOOK_H
#define INVENTORY_HOOK_H

/*
 * Where shortages are told to: robots of chat groups, each for the boxes of an area; and which shortages
 * each of them was told of, so that none is told twice. An address and a key are as good as passwords:
 * they are for who posts to the robot, and nobody else.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/area.h"
#include "inventory/box.h"
#include "inventory/drug.h"

struct inventory;

enum hook_kind {
    HOOK_WECOM,
    HOOK_DINGTALK,
    HOOK_FEISHU,
};
#define HOOK_KINDS 3

/* "wecom", as it is kept. */
const char *hook_kind_key(enum hook_kind kind);

struct hook {
    int64_t id;
    struct area_id area; /* of the boxes that it is told of */
    char *name;          /* what people call it */
    enum hook_kind kind;
    char *url, *key; /* key: that messages are signed with; "" for none */
    int64_t made_at; /* ms UTC */
    int64_t told_at; /* when it last took a message; 0: never */
    char *failure;   /* why it did not take the last one; "" where it did */
};
void hook_free(struct hook *hook); /* takes NULL */

/* Adds one and fills its id; whether the address is good is for others to check. ERR_INPUT for a name
 * that is none, ERR_MISSING for no such area, ERR_REFUSED where the address is there already. */
MUST_CHECK bool hook_add(struct inventory *inventory, struct hook *hook, int64_t now,
                         GError **error);

/* struct hook * of an area and all below it ({0}: all), the oldest first. */
MUST_CHECK bool hook_list(struct inventory *inventory, struct area_id area, GPtrArray **hooks,
                          GError **error);
MUST_CHECK bool hook_by_id(struct inventory *inventory, int64_t id, struct hook **hook,
                           GError **error);

/* Takes it away, with what it was told. ERR_MISSING for none. */
MUST_CHECK bool hook_end(struct inventory *inventory, int64_t id, GError **error);

/* Notes how it went: that it took a message (failure NULL), or why not. */
MUST_CHECK bool hook_note(struct inventory *inventory, int64_t id, const char *failure, int64_t now,
                          GError **error);

/* A kind of medicine in a box. */
struct hook_cell {
    struct box_id box;
    enum drug_type type;
    enum drug_age age;
};

/* struct hook_cell[] of the shortages that it was told of, and not yet of their end. */
MUST_CHECK bool hook_told(struct inventory *inventory, int64_t id, GArray **cells, GError **error);

/* From now on it was told of a shortage, or of its end. */
MUST_CHECK bool hook_tell(struct inventory *inventory, int64_t id, const struct hook_cell *cell,
                          int64_t now, GError **error);
MUST_CHECK bool hook_untell(struct inventory *inventory, int64_t id, const struct hook_cell *cell,
                            GError **error);

#endif
