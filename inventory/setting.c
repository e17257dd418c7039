#include "inventory/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/setting_order.h"
#include "inventory/stock.h"
#include "scanner/clean.h"

#define LABEL_HOST "label.host"
#define DAYS_LEFT "intake.days-left"
#define DAYS "%d" /* in a default text: as many as DAYS_LEFT says */

/* Whether a key is the row's, narrowed by type and age where that is allowed. */
static bool
is_of(const struct setting *setting, const char *key)
{
    size_t length = strlen(setting->key);
    g_auto(GStrv) parts = NULL;
    bool typed = strchr(setting->key, '.') != NULL;
    guint more;

    if (setting->reach != SETTING_PER_TYPE || strncmp(setting->key, key, length) != 0 ||
        key[length] != '.')
        return false;
    parts = g_strsplit(key + length + 1, ".", -1);
    more = g_strv_length(parts);
    if (typed)
        return more == 1 && drug_age_parse(parts[0]) >= 0;
    return (more == 1 || (more == 2 && drug_age_parse(parts[1]) >= 0)) &&
           drug_type_parse(parts[0]) >= 0;
}

const struct setting *
setting_find(const char *key)
{
    const struct setting *found = NULL;

    for (const struct setting *s = settings; s->key != NULL; s++) {
        if (strcmp(s->key, key) == 0) /* none is longer */
            return s;
        if (is_of(s, key) && (found == NULL || strlen(s->key) > strlen(found->key)))
            found = s;
    }
    return found;
}

/* The key as it is kept: type and age group by their own keys, whatever they were called. */
static char *
normal_key(const struct setting *setting, const char *key)
{
    g_auto(GStrv) parts = NULL;
    guint count;

    if (setting->reach != SETTING_PER_TYPE)
        return g_strdup(key);
    parts = g_strsplit(key, ".", 3);
    count = g_strv_length(parts);
    if (count < 2)
        return g_strdup(key);
    return g_strjoin(".", parts[0], drug_type_key((enum drug_type)drug_type_parse(parts[1])),
                     count == 3 ? drug_age_key((enum drug_age)drug_age_parse(parts[2])) : NULL,
                     NULL);
}

int32_t
setting_utc_offset_standard(void)
{
    return (int32_t)atoi(setting_find("utc-offset")->standard);
}

/* --------------------------------------------------------------------------------------- reading */

/* The value set for a box, else for the nearest area above it; NULL where none is. */
static bool
nearest(struct inventory *inventory, const char *key, struct area_id area, struct box_id box,
        char **value, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "WITH RECURSIVE up (id, parent, depth) AS ("
                       " SELECT id, parent, 1 FROM area WHERE id = coalesce((SELECT area FROM box"
                       "   WHERE tenant = :tenant AND id = :box), :area)"
                       " UNION ALL SELECT area.id, area.parent, up.depth + 1 FROM area JOIN up"
                       "  ON area.id = up.parent)"
                       " SELECT value FROM up CROSS JOIN setting WHERE setting.area = up.id"
                       " AND setting.box IN (0, :box) AND setting.key = :key"
                       " ORDER BY CASE WHEN setting.box = 0 THEN up.depth ELSE 0 END LIMIT 1");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "area", area.n);
    db_bind_text(q, "key", key);
    *value = db_row(q) ? g_strdup(db_text(q, 0)) : NULL;
    return db_done(q, error);
}

/* Only where it is set somewhere does it matter where a box lies. */
static bool
is_set(struct inventory *inventory, const char *key, bool *set, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT box FROM setting WHERE key = :key LIMIT 1");

    db_bind_text(q, "key", key);
    *set = db_row(q);
    return db_done(q, error);
}

/* The same of a key or else of the next wider one: minimum.fever.child, minimum.fever, minimum. */
static bool
narrowest(struct inventory *inventory, const struct setting *setting, const char *key,
          struct area_id area, struct box_id box, char **value, GError **error)
{
    g_autofree char *wider = normal_key(setting, key);
    char *dot;
    bool set;

    *value = NULL;
    while (is_set(inventory, wider, &set, error) &&
           (!set || nearest(inventory, wider, area, box, value, error))) {
        dot = setting->reach == SETTING_PER_TYPE ? strrchr(wider, '.') : NULL;
        if (*value != NULL || dot == NULL)
            return true;
        *dot = '\0';
    }
    return false;
}

/* The default as it reads at a place: texts say the days that hold there. */
static bool
standard_text(struct inventory *inventory, const struct setting *setting, struct area_id area,
              struct box_id box, char **value, GError **error)
{
    bool in_words = setting->kind == SETTING_TEXT && setting->standard[0] != '\0';
    g_autoptr(GString) text = g_string_new(in_words ? _(setting->standard) : setting->standard);
    g_autofree char *number = NULL;
    int32_t days = 0;

    if (in_words && strstr(text->str, DAYS) != NULL) {
        if (!setting_number(inventory, DAYS_LEFT, area, box, &days, error))
            return false;
        number = g_strdup_printf("%d", (int)days);
        g_string_replace(text, DAYS, number, 0);
    }
    *value = g_strdup(text->str);
    return true;
}

bool
setting_text(struct inventory *inventory, const char *key, struct area_id area, struct box_id box,
             char **value, GError **error)
{
    const struct setting *setting = setting_find(key);
    struct area_id from = area.n != 0 ? area : inventory->district;

    g_assert(setting != NULL);
    if (!narrowest(inventory, setting, key, from, box, value, error))
        return false;
    return *value != NULL || standard_text(inventory, setting, from, box, value, error);
}

bool
setting_number(struct inventory *inventory, const char *key, struct area_id area, struct box_id box,
               int32_t *value, GError **error)
{
    g_autofree char *text = NULL;

    if (!setting_text(inventory, key, area, box, &text, error))
        return false;
    *value = (int32_t)strtol(text, NULL, 10);
    return true;
}

void
setting_value_free(struct setting_value *value)
{
    if (value == NULL)
        return;
    g_free(value->key);
    g_free(value->value);
    g_free(value);
}

static void
add_value(GPtrArray *values, const struct setting *setting, const char *key, int64_t area,
          int64_t box, const char *text)
{
    struct setting_value *value = g_new(struct setting_value, 1);

    *value = (struct setting_value){
        .setting = setting,
        .key = g_strdup(key),
        .area = {area},
        .box = {box},
        .value = g_strdup(text),
    };
    g_ptr_array_add(values, value);
}

/* The values that were set of one setting, by key, area and box. */
static bool
add_set(struct inventory *inventory, const struct setting *setting, GPtrArray *values,
        GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT area, box, key, value FROM setting"
                                                " WHERE key = :key OR key LIKE :key || '.%'"
                                                " ORDER BY key, area, box");

    db_bind_text(q, "key", setting->key);
    while (db_row(q))
        if (setting_find(db_text(q, 2)) == setting)
            add_value(values, setting, db_text(q, 2), db_int(q, 0), db_int(q, 1), db_text(q, 3));
    return db_done(q, error);
}

bool
setting_where(struct inventory *inventory, const char *key, GPtrArray **values, GError **error)
{
    *values = g_ptr_array_new_with_free_func((GDestroyNotify)setting_value_free);
    if (add_set(inventory, setting_find(key), *values, error))
        return true;
    g_clear_pointer(values, g_ptr_array_unref);
    return false;
}

bool
setting_list(struct inventory *inventory, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) values =
        g_ptr_array_new_with_free_func((GDestroyNotify)setting_value_free);

    *out = NULL;
    for (const struct setting *s = settings; s->key != NULL; s++) {
        g_autofree char *standard = NULL;

        if (!standard_text(inventory, s, inventory->district, (struct box_id){0}, &standard, error))
            return false;
        add_value(values, s, s->key, 0, 0, standard);
        if (!add_set(inventory, s, values, error))
            return false;
    }
    *out = g_steal_pointer(&values);
    return true;
}

/* --------------------------------------------------------------------------------------- setting */

static bool
refuse_key(const char *key, GError **error)
{
    g_autoptr(GString) like = g_string_new(NULL);

    for (const struct setting *s = settings; s->key != NULL; s++)
        if (strstr(s->key, key) != NULL || strncmp(s->key, key, MIN(strlen(key), 4)) == 0)
            g_string_append_printf(like, "%s%s", like->len > 0 ? _(", ") : "", s->key);
    if (like->len > 0)
        return err_set(error, ERR_INPUT, _("there is no setting “%s”; did you mean %s?"), key,
                       like->str);
    return err_set(error, ERR_INPUT, _("there is no setting “%s”"), key) ||
           err_next(error, ERR_NEXT_SETTINGS);
}

static int
yes_or_no(const char *text)
{
    static const char *const yes[] = {"1", "yes", "y", "true", "on", "是", "开"};
    static const char *const no[] = {"0", "no", "n", "false", "off", "否", "关"};

    for (size_t i = 0; i < G_N_ELEMENTS(yes); i++) {
        if (g_ascii_strcasecmp(text, yes[i]) == 0)
            return 1;
        if (g_ascii_strcasecmp(text, no[i]) == 0)
            return 0;
    }
    return -1;
}

/* As labels print it and phones open it: a name or a number, and perhaps a port. */
static bool
check_host(const char *text, GError **error)
{
    return g_regex_match_simple("^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
                                "(:[0-9]{1,5})?$",
                                text, G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY | G_REGEX_RAW, 0) ||
           err_set(error, ERR_INPUT,
                   _("“%s” is not a host name: write it without http:// and /, such as "
                     "box.example.cn"),
                   text);
}

static char *
normal_day(const char *key, const char *value, GError **error)
{
    char text[DAY_TEXT_SIZE];
    struct day day;

    if (value[0] == '\0')
        return g_strdup("");
    if (day_parse(value, &day, NULL))
        return g_strdup(day_format(day, text));
    err_set(error, ERR_INPUT, _("%s is a day such as 2027-03-31, not “%s”"), key, value);
    return NULL;
}

/* The value as it is kept, or NULL with ERR_INPUT. */
static char *
normal_value(const struct setting *setting, const char *key, const char *value, GError **error)
{
    g_autofree char *plain = clean_typed(value);
    gint64 number = 0;

    switch (setting->kind) {
    case SETTING_TEXT:
        if (strcmp(setting->key, LABEL_HOST) == 0 && value[0] != '\0' && !check_host(value, error))
            return NULL;
        return field_text(key, value, (size_t)setting->high, setting->low > 0, error);
    case SETTING_YES_NO:
        if (yes_or_no(value) >= 0)
            return g_strdup(yes_or_no(value) == 1 ? "1" : "0");
        err_set(error, ERR_INPUT, _("%s is yes or no, not “%s”"), key, value);
        return NULL;
    case SETTING_NUMBER:
        if (g_ascii_string_to_signed(plain, 10, setting->low, setting->high, &number, NULL))
            return g_strdup_printf("%d", (int)number);
        err_set(error, ERR_INPUT, _("%s is a whole number from %d to %d, not “%s”"), key,
                (int)setting->low, (int)setting->high, value);
        return NULL;
    case SETTING_DAY: return normal_day(key, plain, error);
    }
    return NULL;
}

static bool
refuse_inside(const struct setting *setting, GError **error)
{
    return err_set(
        error, ERR_REFUSED,
        _("%s is one for the whole district: set it there, not for an area or a box in it"),
        setting->key);
}

/* A box's own value stands under the area that the box is in. */
static bool
area_of_setting(struct inventory *inventory, struct area_id area, struct box_id id,
                struct area_id *under, bool *inside, GError **error)
{
    struct box *box = NULL;
    struct area *there = NULL;

    *under = area.n != 0 ? area : inventory->district;
    *inside = true;
    if (id.n == 0) {
        if (!area_by_id(inventory, *under, &there, error))
            return false;
        *inside = there->kind != AREA_CITY && there->kind != AREA_DISTRICT;
        area_free(there);
        return true;
    }
    if (!box_by_id(inventory, id, &box, error))
        return false;
    *under = box->area;
    box_free(box);
    return true;
}

static bool
write_value(struct inventory *inventory, const char *key, struct area_id area, struct box_id box,
            const char *value, GError **error)
{
    struct db_stmt *q =
        value != NULL
            ? db_query(inventory->db, "INSERT INTO setting (area, box, key, value)"
                                      " VALUES (:area, :box, :key, :value)"
                                      " ON CONFLICT (area, box, key)"
                                      " DO UPDATE SET value = excluded.value")
            : db_query(inventory->db, "DELETE FROM setting WHERE area = :area AND box = :box"
                                      " AND key = :key");

    db_bind_int(q, "area", area.n);
    db_bind_int(q, "box", box.n);
    db_bind_text(q, "key", key);
    if (value != NULL)
        db_bind_text(q, "value", value);
    return db_run(q, error);
}

/* The days of the ledger are cut by this clock: what was counted per day is counted anew. */
static bool
follow_clock(struct inventory *inventory, const char *key, GError **error)
{
    int32_t offset = 0;

    if (strcmp(key, "utc-offset") != 0)
        return true;
    if (!setting_number(inventory, key, inventory->district, (struct box_id){0}, &offset, error))
        return false;
    inventory->utc_offset = offset;
    return stock_recount(inventory, error);
}

bool
setting_set(struct inventory *inventory, const char *key, struct area_id area, struct box_id box,
            const char *value, GError **error)
{
    const struct setting *setting = setting_find(key);
    g_autofree char *kept = NULL, *normal = NULL;
    int32_t clock = inventory->utc_offset;
    struct area_id under;
    bool ok, inside = false;

    if (setting == NULL)
        return refuse_key(key, error);
    if (value != NULL && (kept = normal_value(setting, key, value, error)) == NULL)
        return false;
    if (!db_begin(inventory->db, error))
        return false;
    normal = normal_key(setting, key);
    ok = area_of_setting(inventory, area, box, &under, &inside, error) &&
         (setting->reach != SETTING_OF_DISTRICT || !inside || value == NULL ||
          refuse_inside(setting, error)) &&
         write_value(inventory, normal, under, box, kept, error) &&
         setting_order_check(inventory, normal, under, box, error) &&
         follow_clock(inventory, key, error);
    ok = db_end(inventory->db, ok, error) && ok;
    if (!ok)
        inventory->utc_offset = clock;
    return ok;
}
