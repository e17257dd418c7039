#ifndef INVENTORY_SETTING_H
#define INVENTORY_SETTING_H

/*
 * Settings: every rule that a community may change, with its default. A value set for an area holds
 * for all below it, and one set for a box only there; the nearest wins.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "inventory/area.h"
#include "inventory/box.h"
#include "inventory/drug.h"

enum setting_kind {
    SETTING_NUMBER, /* low to high */
    SETTING_YES_NO,
    SETTING_TEXT, /* up to high characters */
    SETTING_DAY,  /* YYYY-MM-DD, or nothing */
};

enum setting_reach {
    SETTING_ANYWHERE,
    SETTING_PER_TYPE,    /* anywhere, and for one type of medicine */
    SETTING_OF_DISTRICT, /* one for all of it: not for an area or a box in it */
};

/* The table of settings; the key of a row is its name for people and in the schema. A key that is
 * per type can be narrowed to a type, or a type and an age group: minimum, minimum.fever,
 * minimum.fever.child. The narrowest that is set anywhere counts, and of one key the nearest. */
struct setting {
    const char *key;
    enum setting_kind kind;
    const char *standard; /* the default value, as text */
    int32_t low, high;
    enum setting_reach reach;
    const char *meaning; /* one sentence, through words() */
};
extern const struct setting settings[]; /* ends with a row whose key is NULL */

/* The row of a key, narrowed or not; NULL for none. */
const struct setting *setting_find(const char *key);

/* Minutes east of Greenwich before any setting is read. */
int32_t setting_utc_offset_standard(void);

/* The value that holds for a box (or, with box {0}, for an area; {0} too: for the whole inventory).
 * A narrowed key that is set nowhere has what the wider one has. The key must be one of the table:
 * anything else is a mistake of the program. */
MUST_CHECK bool setting_number(struct inventory *inventory, const char *key, struct area_id area,
                               struct box_id box, int32_t *value, GError **error);
MUST_CHECK bool setting_text(struct inventory *inventory, const char *key, struct area_id area,
                             struct box_id box, char **value, GError **error);

/* Sets a value, or takes it back to what holds above with value NULL. ERR_INPUT names the keys that
 * are like an unknown one, and the limits of a bad value; ERR_MISSING for no such area or box;
 * ERR_REFUSED for a setting of the district where the place is one in it, and where it contradicts
 * another there (minimum and fill, near and far, red and orange, orange-far and yellow). Yes
 * and no are also 是 and 否, 1 and 0. Types and age groups in a key go by any of their words. */
MUST_CHECK bool setting_set(struct inventory *inventory, const char *key, struct area_id area,
                            struct box_id box, const char *value, GError **error);

/* A row of what was set: where (both {0}: the default) and what. */
struct setting_value {
    const struct setting *setting;
    char *key; /* as it was set, perhaps narrowed */
    struct area_id area;
    struct box_id box;
    char *value;
};
void setting_value_free(struct setting_value *value);

/* struct setting_value * of one setting wherever it was set, narrowed or not. */
MUST_CHECK bool setting_where(struct inventory *inventory, const char *key, GPtrArray **values,
                              GError **error);

/* struct setting_value * of every setting in table order: its default, then what was set. */
MUST_CHECK bool setting_list(struct inventory *inventory, GPtrArray **values, GError **error);

#endif
