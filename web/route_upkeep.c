/* What is looked after: areas, boxes, the catalogue, settings and recalls. */

#include <string.h>

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/audit_log.h"
#include "inventory/recall.h"
#include "inventory/setting.h"
#include "web/chance.h"
#include "web/meanwhile.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape.h"

/* --------------------------------------------------------------------------------------- fields */

/* none: what null stands for. */
static void
set_number(const struct request *request, const char *name, int32_t none, int32_t *to)
{
    *to = request_clears(request, name) ? none : (int32_t)request_number(request, name, *to);
}

/* The names of what was given, for the audit log. */
static char *
list_given(const struct request *request, const struct fields_row *rows)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (const struct fields_row *row = rows; row->name != NULL; row++)
        if (request_has(request, row->name) || request_clears(request, row->name))
            g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", row->name);
    return g_string_free(g_steal_pointer(&list), FALSE);
}

static bool
note(struct request *request, enum audit_act act, struct area_id area, const char *what,
     const char *detail, GError **error)
{
    return record_add(request, request_identity(request)->person, act, area, what, detail, error);
}

static struct area_id
area_given(const struct request *request, struct area_id otherwise)
{
    return (struct area_id){request_number(request, "area", otherwise.n)};
}

/* ---------------------------------------------------------------------------------------- boxes */

/* The rows of a new box and of a changed one. */
#define BOX_FIELDS                                                                                 \
    {.name = "place", .kind = FIELDS_TEXT, .clears = true, .high = LIMIT_NOTE},                    \
        {.name = "phone", .kind = FIELDS_TEXT, .clears = true, .high = LIMIT_NAME},                \
        {.name = "lat", .kind = FIELDS_DEGREE, .clears = true, .low = -90, .high = 90},            \
        {.name = "lon", .kind = FIELDS_DEGREE, .clears = true, .low = -180, .high = 180},          \
        {.name = "residents", .kind = FIELDS_NUMBER, .clears = true, .high = INT32_MAX},           \
        {.name = "vulnerable", .kind = FIELDS_NUMBER, .clears = true, .high = INT32_MAX},          \
        {.name = "capacity", .kind = FIELDS_NUMBER, .clears = true, .high = INT32_MAX},            \
    {                                                                                              \
        .name = "count_days", .kind = FIELDS_NUMBER, .clears = true, .low = 1, .high = 3650        \
    }

static const struct fields_row box_add_fields[] = {
    {.name = "name", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {.name = "area", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    BOX_FIELDS,
    {0},
};

static const struct fields_row box_edit_fields[] = {
    {.name = "code", .kind = FIELDS_BOX, .needed = true},
    {.name = "seen", .kind = FIELDS_OBJECT}, /* meanwhile.h */
    {.name = "name", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME},
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "retire", .kind = FIELDS_FLAG},
    BOX_FIELDS,
    {0},
};

static void
set_box(const struct request *request, struct box *box)
{
    request_take_text(request, "name", &box->name);
    box->area = area_given(request, box->area);
    request_take_text(request, "place", &box->place);
    request_take_text(request, "phone", &box->phone);
    set_number(request, "lat", BOX_NO_COORDINATE, &box->lat);
    set_number(request, "lon", BOX_NO_COORDINATE, &box->lon);
    set_number(request, "residents", 0, &box->residents);
    set_number(request, "vulnerable", 0, &box->vulnerable);
    set_number(request, "capacity", 0, &box->capacity);
    set_number(request, "count_days", BOX_COUNT_DAYS, &box->count_days);
}

static bool
answer_box(struct request *request, const struct box *box, GError **error)
{
    struct area_chain chain;
    json_t *answer;

    if (!area_chain_of(request_inventory(request), box->area, &chain, error))
        return false;
    answer = json_pack("{s:o}", "box", shape_box_public(box, &chain));
    area_chain_clear(&chain);
    return reply_json(request, answer);
}

static bool
post_box(struct request *request, GError **error)
{
    struct box *box = g_new0(struct box, 1);
    bool ok;

    *box = (struct box){
        .name = g_strdup(""),
        .place = g_strdup(""),
        .phone = g_strdup(""),
        .lat = BOX_NO_COORDINATE,
        .lon = BOX_NO_COORDINATE,
        .count_days = BOX_COUNT_DAYS,
    };
    set_box(request, box);
    ok = request_reaches_area(request, box->area, error) &&
         box_add(request_inventory(request), box, chance_bits, NULL, request_now(request), error) &&
         note(request, AUDIT_BOX, box->area, box->code, NULL, error) &&
         answer_box(request, box, error);
    box_free(box);
    return ok;
}

/* What can be changed of a box, as it is. */
static json_t *
shape_changeable(const struct box *box)
{
    return json_pack("{s:s, s:I, s:o, s:o, s:o, s:o, s:i, s:i, s:i, s:i}", "name", box->name,
                     "area", (json_int_t)box->area.n, "place", shape_text(box->place), "phone",
                     shape_text(box->phone), "lat", shape_degree(box->lat), "lon",
                     shape_degree(box->lon), "residents", (int)box->residents, "vulnerable",
                     (int)box->vulnerable, "capacity", (int)box->capacity, "count_days",
                     (int)box->count_days);
}

/* Where it stands and where it is to go have both to be within reach. */
static bool
patch_box(struct request *request, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    g_autofree char *given = list_given(request, box_edit_fields + 2);
    struct box *box = NULL;
    bool ok = box_find(inventory, request_text(request, "code"), &box, error) &&
              request_reaches_box(request, box, error) &&
              meanwhile_check(request, shape_changeable(box), AUDIT_BOX, box->code, error);

    if (ok) {
        set_box(request, box);
        ok = request_reaches_area(request, box->area, error) && box_edit(inventory, box, error);
    }
    if (ok && request_flag(request, "retire")) {
        ok = box_retire(inventory, box->id, error);
        box->retired = true;
    }
    ok = ok && note(request, AUDIT_BOX, box->area, box->code, given, error) &&
         answer_box(request, box, error);
    box_free(box);
    return ok;
}

/* ---------------------------------------------------------------------------------------- areas */

static const char *const area_kinds[] = {"community", "grid", "building", NULL};

static const struct fields_row area_add_fields[] = {
    {.name = "name", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {.name = "kind", .kind = FIELDS_WORD, .needed = true, .words = area_kinds},
    {.name = "area", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {0},
};

static const struct fields_row area_edit_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {.name = "name", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {0},
};

static bool
get_areas(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) areas = NULL;
    json_t *rows;

    if (!area_list(request_inventory(request), request_identity(request)->area, &areas, error))
        return false;
    rows = json_array();
    for (guint i = 0; i < areas->len; i++) {
        const struct area *area = areas->pdata[i];

        json_array_append_new(rows, json_pack("{s:I, s:s, s:s, s:I}", "id", (json_int_t)area->id.n,
                                              "name", area->name, "kind", area_kind_key(area->kind),
                                              "parent", (json_int_t)area->parent.n));
    }
    return reply_json(request, json_pack("{s:o}", "rows", rows));
}

static bool
post_area(struct request *request, GError **error)
{
    enum area_kind kind = (enum area_kind)(AREA_COMMUNITY + request_number(request, "kind", 0));
    struct area_id parent = area_given(request, (struct area_id){0}), id;
    const char *name = request_text(request, "name");

    return request_reaches_area(request, parent, error) &&
           area_add(request_inventory(request), parent, kind, name, &id, error) &&
           note(request, AUDIT_AREA, id, name, NULL, error) &&
           reply_json(request,
                      json_pack("{s:{s:I, s:s}}", "area", "id", (json_int_t)id.n, "name", name));
}

static bool
patch_area(struct request *request, GError **error)
{
    struct area_id id = {request_number(request, "id", 0)}, same = {0};
    const char *name = request_text(request, "name");

    return request_reaches_area(request, id, error) &&
           area_edit(request_inventory(request), id, name, same, error) &&
           note(request, AUDIT_AREA, id, name, "name", error) &&
           reply_json(request,
                      json_pack("{s:{s:I, s:s}}", "area", "id", (json_int_t)id.n, "name", name));
}

/* ------------------------------------------------------------------------------------- settings */

static const struct fields_row setting_fields[] = {
    {.name = "key", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "box", .kind = FIELDS_BOX},
    {.name = "value", .kind = FIELDS_TEXT, .high = LIMIT_NOTE}, /* none: as it is above */
    {.name = "seen", .kind = FIELDS_TEXT, .high = LIMIT_NOTE},  /* meanwhile.h */
    {0},
};

static const char *
kind_of(const struct setting *setting)
{
    static const char *const words[] = {[SETTING_NUMBER] = "number",
                                        [SETTING_YES_NO] = "flag",
                                        [SETTING_TEXT] = "text",
                                        [SETTING_DAY] = "day"};

    return words[setting->kind];
}

/* Whether it was set for an area that one's own lies in: it holds here, but is others' to change. */
static bool
is_above(struct request *request, const struct setting_value *value)
{
    struct area_id own = request_identity(request)->area;
    bool lies = false;

    return value->area.n != 0 && value->box.n == 0 && value->area.n != own.n &&
           area_lies_in(request_inventory(request), own, value->area, &lies, NULL) && lies;
}

/* Of what was set above under one key, the nearest holds. */
static bool
is_nearest(struct request *request, const struct setting_value *value, const GPtrArray *values)
{
    for (guint i = 0; i < values->len; i++) {
        const struct setting_value *other = values->pdata[i];
        bool lies = false;

        if (other != value && strcmp(other->key, value->key) == 0 && is_above(request, other) &&
            area_lies_in(request_inventory(request), other->area, value->area, &lies, NULL) && lies)
            return false;
    }
    return true;
}

/* Whether it is shown to who asks; *above is the area that it is inherited from, or NULL. What was set
 * in areas outside the reach is none of theirs. */
static bool
is_near(struct request *request, const struct setting_value *value, const GPtrArray *values,
        struct area **above)
{
    *above = NULL;
    if (value->area.n == 0 || request_reaches_area(request, value->area, NULL))
        return true;
    return is_above(request, value) && is_nearest(request, value, values) &&
           area_by_id(request_inventory(request), value->area, above, NULL);
}

static json_t *
shape_setting(const struct setting_value *value, const struct box *box, const struct area *above,
              bool ours)
{
    const struct setting *setting = value->setting;

    return json_pack("{s:s, s:s, s:s, s:s, s:i, s:i, s:b, s:o, s:o, s:o, s:b}", "key", value->key,
                     "kind", kind_of(setting), "value", value->value, "meaning",
                     words(setting->meaning), "low", (int)setting->low, "high", (int)setting->high,
                     "narrows", setting->reach == SETTING_PER_TYPE, "area",
                     value->area.n != 0 ? json_integer(value->area.n) : json_null(), "box",
                     shape_text(box != NULL ? box->code : NULL), "above",
                     shape_text(above != NULL ? above->name : NULL), "ours", ours);
}

static bool
add_setting(struct request *request, const struct setting_value *value, const GPtrArray *values,
            json_t *rows, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    int64_t own = request_identity(request)->area.n;
    bool ours = value->setting->reach != SETTING_OF_DISTRICT || own == 0 ||
                own == inventory_district(inventory).n;
    struct area *above = NULL;
    struct box *box = NULL;
    bool ok = true;

    if (is_near(request, value, values, &above)) {
        ok = value->box.n == 0 || box_by_id(inventory, value->box, &box, error);
        if (ok)
            json_array_append_new(rows, shape_setting(value, box, above, ours));
    }
    area_free(above);
    box_free(box);
    return ok;
}

static bool
get_settings(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) values = NULL;
    json_t *rows = json_array();
    bool ok = setting_list(request_inventory(request), &values, error);

    for (guint i = 0; ok && i < values->len; i++)
        ok = add_setting(request, values->pdata[i], values, rows, error);
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

/* Where it is set: a box, an area, or the whole area of who sets it. */
static bool
find_place(struct request *request, struct area_id *area, struct box_id *id, GError **error)
{
    struct box *box = NULL;
    bool ok = true;

    *area = area_given(request, request_identity(request)->area);
    *id = (struct box_id){0};
    if (request_has(request, "box")) {
        ok = box_find(request_inventory(request), request_text(request, "box"), &box, error);
        if (ok) {
            *area = box->area;
            *id = box->id;
        }
    }
    box_free(box);
    return ok && request_reaches_area(request, *area, error);
}

/* Against the value that held there; a key that is none is refused by whoever sets it. */
static bool
check_seen(struct request *request, const char *key, struct area_id area, struct box_id box,
           GError **error)
{
    g_autofree char *now = NULL;

    if (!request_has(request, "seen") || setting_find(key) == NULL)
        return true;
    return setting_text(request_inventory(request), key, area, box, &now, error) &&
           meanwhile_check_text(request, now, AUDIT_SETTING, key, error);
}

static bool
put_setting(struct request *request, GError **error)
{
    const char *key = request_text(request, "key"), *value = request_text(request, "value");
    struct area_id area;
    struct box_id box;

    return find_place(request, &area, &box, error) && check_seen(request, key, area, box, error) &&
           setting_set(request_inventory(request), key, area, box, value, error) &&
           note(request, AUDIT_SETTING, area, key, value, error) &&
           reply_json(request, json_pack("{s:s, s:o}", "key", key, "value", shape_text(value)));
}

/* -------------------------------------------------------------------------------------- recalls */

static const struct fields_row recall_fields[] = {
    {.name = "drug", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {.name = "lot", .kind = FIELDS_TEXT, .high = LIMIT_NAME},
    {.name = "reason", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NOTE},
    {0},
};

static const struct fields_row lift_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {0},
};

static bool
get_recalls(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) recalls = NULL;
    json_t *rows;

    if (!recall_list(request_inventory(request), true, &recalls, error))
        return false;
    rows = json_array();
    for (guint i = 0; i < recalls->len; i++) {
        const struct recall *recall = recalls->pdata[i];

        json_array_append_new(
            rows, json_pack("{s:I, s:I, s:o, s:s, s:I, s:o}", "id", (json_int_t)recall->id, "drug",
                            (json_int_t)recall->drug.n, "lot", shape_text(recall->lot), "reason",
                            recall->reason, "at", (json_int_t)recall->at, "lifted_at",
                            shape_moment(recall->lifted_at)));
    }
    return reply_json(request, json_pack("{s:o}", "rows", rows));
}

/* Of which medicine, and of which batch. */
static bool
note_recall(struct request *request, struct drug_id id, const char *lot, const char *reason,
            GError **error)
{
    struct drug *drug = NULL;
    g_autofree char *what = NULL, *title = NULL;
    bool ok = drug_by_id(request_inventory(request), id, &drug, error);

    if (ok) {
        title = drug_title(drug);
        what = lot != NULL ? g_strdup_printf("%s, %s", title, lot) : g_strdup(title);
        ok = note(request, AUDIT_RECALL, (struct area_id){0}, what, reason, error);
    }
    drug_free(drug);
    return ok;
}

/* A recall holds everywhere, whoever says it: what is dangerous here is dangerous there. */
static bool
post_recall(struct request *request, GError **error)
{
    struct drug_id drug = {request_number(request, "drug", 0)};
    const char *lot = request_text(request, "lot"), *reason = request_text(request, "reason");
    bool repeated = false;
    int64_t id = 0;

    return recall_add(request_inventory(request), drug, lot != NULL ? lot : "", reason,
                      request_now(request), &id, &repeated, error) &&
           note_recall(request, drug, lot, reason, error) &&
           reply_json(request, json_pack("{s:I, s:b}", "id", (json_int_t)id, "repeated", repeated));
}

static bool
lift_recall(struct request *request, GError **error)
{
    int64_t id = request_number(request, "id", 0);
    g_autofree char *what = g_strdup_printf("%lld", (long long)id);

    return recall_lift(request_inventory(request), id, request_now(request), error) &&
           note(request, AUDIT_RECALL_LIFT, (struct area_id){0}, what, NULL, error) &&
           reply_json(request, json_pack("{s:I}", "id", (json_int_t)id));
}

const struct route route_upkeep[] = {
    {"GET", "/api/1/areas", ROLE_VOLUNTEER, ROUTE_READ, NULL, get_areas, NULL, 0},
    {"POST", "/api/1/area", ROLE_SECRETARY, ROUTE_WRITE, area_add_fields, post_area, NULL, 0},
    {"PATCH", "/api/1/area/{id}", ROLE_SECRETARY, ROUTE_WRITE, area_edit_fields, patch_area, NULL,
     0},
    {"POST", "/api/1/box", ROLE_SECRETARY, ROUTE_WRITE, box_add_fields, post_box, NULL, 0},
    {"PATCH", "/api/1/box/{code}", ROLE_SECRETARY, ROUTE_WRITE, box_edit_fields, patch_box, NULL,
     0},
    {"GET", "/api/1/settings", ROLE_SECRETARY, ROUTE_READ, NULL, get_settings, NULL, 0},
    {"PUT", "/api/1/settings", ROLE_SECRETARY, ROUTE_WRITE, setting_fields, put_setting, NULL, 0},
    {"GET", "/api/1/recalls", ROLE_VOLUNTEER, ROUTE_READ, NULL, get_recalls, NULL, 0},
    {"POST", "/api/1/recalls", ROLE_SECRETARY, ROUTE_WRITE, recall_fields, post_recall, NULL, 0},
    {"POST", "/api/1/recalls/{id}/lift", ROLE_OFFICE, ROUTE_WRITE, lift_fields, lift_recall, NULL,
     0},
    {0},
};
