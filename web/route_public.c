/* What a resident may ask without an account. */

#include <math.h>
#include <string.h>

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/nearest.h"
#include "inventory/setting.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"
#include "inventory/unmet.h"
#include "planning/flags.h"
#include "scanner/boxcode.h"
#include "web/service.h"
#include "web/shape.h"

#define NEAREST 3    /* boxes told of each kind that is missing */
#define LOOKED_AT 60 /* of the nearest, for them */

/* ----------------------------------------------------------------------------------- the parts */

/* As the desk judges it: what is short there is little here. */
static const char *
level_of(const struct need *need)
{
    return need->usable <= 0 ? "none" : need->level > NEED_OK ? "few" : "enough";
}

/* In the order of the catalogue: fever and cold first. */
static int
compare_needs(const void *a, const void *b)
{
    const struct snapshot_cell *one = ((const struct need *)a)->cell;
    const struct snapshot_cell *other = ((const struct need *)b)->cell;

    return one->type != other->type ? (int)one->type - (int)other->type
                                    : (int)one->age - (int)other->age;
}

static json_t *
types_of(GArray *needs)
{
    json_t *list = json_array();

    g_array_sort(needs, compare_needs);
    for (guint i = 0; i < needs->len; i++) {
        const struct need *need = &g_array_index(needs, struct need, i);

        if (need->shared)
            continue;
        json_array_append_new(
            list, json_pack("{s:s, s:s, s:s, s:I}", "type", drug_type_key(need->cell->type), "age",
                            drug_age_key(need->cell->age), "level", level_of(need), "people_days",
                            (json_int_t)(need->usable / STOCK_PERSON_DAY)));
    }
    return list;
}

/* The first lot of each drug that can be taken today tells how soon the first of it expires. */
static struct day
soonest_of(const GPtrArray *lots, struct drug_id drug, struct day today)
{
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        if (lot->drug.n == drug.n && !lot->recalled && lot->expiry.n >= today.n)
            return lot->expiry;
    }
    return DAY_NONE;
}

static bool
add_drug(struct request *request, json_t *list, const struct stock_total *total,
         const GPtrArray *lots, GError **error)
{
    struct drug *drug = NULL;
    g_autofree char *title = NULL;

    if (!drug_by_id(request_inventory(request), total->drug, &drug, error))
        return false;
    title = drug_title(drug);
    json_array_append_new(
        list, json_pack("{s:s, s:s, s:s, s:s, s:s, s:I, s:o}", "name", title, "type",
                        drug_type_key(drug->type), "age", drug_age_key(drug->age), "form",
                        drug->form, "unit", drug->unit, "units", (json_int_t)total->usable,
                        "soonest", shape_day(soonest_of(lots, drug->id, request_today(request)))));
    drug_free(drug);
    return true;
}

static bool
add_drugs(struct request *request, struct box_id box, json_t *list, GError **error)
{
    g_autoptr(GArray) totals = NULL;
    g_autoptr(GPtrArray) lots = NULL;
    bool ok;

    ok = stock_totals(request_inventory(request), box, (struct drug_id){0}, request_today(request),
                      &totals, error) &&
         stock_lots(request_inventory(request), box, (struct drug_id){0}, &lots, error);
    for (guint i = 0; ok && i < totals->len; i++) {
        const struct stock_total *total = &g_array_index(totals, struct stock_total, i);

        ok = total->usable <= 0 || add_drug(request, list, total, lots, error);
    }
    return ok;
}

/* The limit of a household, as a sentence; NULL where there is none. */
static char *
limit_text(int32_t window, int32_t packs, int32_t days)
{
    g_autofree char *amount =
        g_strdup_printf(words_plural("%lld pack", "%lld packs", packs), (long long)packs);

    if (window == 0)
        return NULL;
    return g_strdup_printf(_("In %d days a household may take %s of one medicine, or %d days' "
                             "amount where that is more."),
                           (int)window, amount, (int)days);
}

static bool
rules_of(struct request *request, const struct box *box, json_t **rules, GError **error)
{
    static const char *const keys[] = {"intake.days-left", "take.household-window",
                                       "take.household-packs", "take.household-days"};
    int32_t values[G_N_ELEMENTS(keys)];
    g_autofree char *limit = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (!setting_number(request_inventory(request), keys[i], box->area, box->id, &values[i],
                            error))
            return false;
    limit = limit_text(values[1], values[2], values[3]);
    *rules = json_pack("{s:i, s:o}", "days_left", (int)values[0], "limit_text", shape_text(limit));
    return true;
}

/* ---------------------------------------------------------------------------------- the nearest */

/* What one of the nearest boxes has, read when it is first asked for. */
struct neighbour {
    const struct nearest *near;
    struct snapshot snapshot;
    bool read;
};

static bool
holds(const struct snapshot *snapshot, const struct snapshot_cell *wanted)
{
    for (guint i = 0; i < snapshot->cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(snapshot->cells, struct snapshot_cell, i);

        if (cell->type == wanted->type && cell->usable > 0 &&
            (cell->age == wanted->age || cell->age == DRUG_ALL_AGES))
            return true;
    }
    return false;
}

static bool
has(struct request *request, struct neighbour *neighbour, const struct snapshot_cell *wanted,
    bool *found, GError **error)
{
    *found = false;
    if (!neighbour->read &&
        !snapshot_read_stock(request_inventory(request), neighbour->near->box->id,
                             request_now(request), &neighbour->snapshot, error))
        return false;
    neighbour->read = true;
    *found = holds(&neighbour->snapshot, wanted);
    return true;
}

static json_t *
shape_neighbour(const struct nearest *near)
{
    json_t *box = shape_box_short(near->box);

    json_object_set_new(box, "metres",
                        near->metres >= 0 ? json_integer(llround(near->metres)) : json_null());
    return box;
}

/* The first few that have what this box lacks. */
static bool
add_nearest(struct request *request, struct neighbour *neighbours, guint n,
            const struct snapshot_cell *wanted, json_t *list, GError **error)
{
    json_t *boxes = json_array();
    bool found;

    json_array_append_new(list, json_pack("{s:s, s:s, s:o}", "type", drug_type_key(wanted->type),
                                          "age", drug_age_key(wanted->age), "boxes", boxes));
    for (guint i = 0; i < n && json_array_size(boxes) < NEAREST; i++) {
        if (!has(request, &neighbours[i], wanted, &found, error))
            return false;
        if (found)
            json_array_append_new(boxes, shape_neighbour(neighbours[i].near));
    }
    return true;
}

/* The boxes around one, as far as they are looked at. */
struct neighbourhood {
    GArray *near;
    struct neighbour list[LOOKED_AT];
    guint n;
};

static bool
look_around(struct request *request, const struct box *box, struct neighbourhood *around,
            GError **error)
{
    if (!nearest_boxes(request_inventory(request), box, &around->near, error))
        return false;
    around->n = MIN(around->near->len, LOOKED_AT);
    for (guint i = 0; i < around->n; i++)
        around->list[i].near = &g_array_index(around->near, struct nearest, i);
    return true;
}

static void
clear_around(struct neighbourhood *around)
{
    for (guint i = 0; i < around->n; i++)
        snapshot_clear(&around->list[i].snapshot);
    nearest_free(around->near);
}

static bool
lacks_any(const struct snapshot *snapshot)
{
    for (guint i = 0; i < snapshot->cells->len; i++)
        if (!holds(snapshot, &g_array_index(snapshot->cells, struct snapshot_cell, i)))
            return true;
    return false;
}

static bool
add_all_nearest(struct request *request, const struct box *box, const struct snapshot *snapshot,
                json_t *list, GError **error)
{
    struct neighbourhood around = {0};
    bool ok;

    if (!lacks_any(snapshot))
        return true;
    ok = look_around(request, box, &around, error);
    for (guint i = 0; ok && i < snapshot->cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(snapshot->cells, struct snapshot_cell, i);

        ok =
            holds(snapshot, cell) || add_nearest(request, around.list, around.n, cell, list, error);
    }
    clear_around(&around);
    return ok;
}

/* ------------------------------------------------------------------------------------- the box */

static bool
put_box(struct request *request, const struct box *box, json_t *answer, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    struct area_chain chain;
    const struct flags_question question = {.box = box->id, .least = NEED_OK};
    struct flags flags = {.needs = NULL};
    json_t *drugs = json_array(), *nearest = json_array(), *rules = NULL;
    bool ok;

    json_object_set_new(answer, "drugs", drugs);
    json_object_set_new(answer, "nearest", nearest);
    ok = area_chain_of(inventory, box->area, &chain, error) &&
         flags_read(inventory, &question, request_now(request), &flags, error) &&
         add_drugs(request, box->id, drugs, error) && rules_of(request, box, &rules, error) &&
         add_all_nearest(request, box, &flags.snapshot, nearest, error);
    if (ok) {
        json_object_set_new(answer, "box", shape_box_public(box, &chain));
        json_object_set_new(answer, "types", types_of(flags.needs));
        json_object_set_new(answer, "rules", rules);
    }
    flags_clear(&flags);
    area_chain_clear(&chain);
    return ok;
}

/* Those that are perhaps meant by a code that is none, where somebody misread a label: but not so often
 * that codes can be tried out. */
static bool
offer(struct request *request, const char *text, GError *why, GError **error)
{
    g_autofree char *near = NULL;

    if (!request_is_rare(request, request_service(request)->slips, error)) {
        g_error_free(why);
        return false;
    }
    if (g_error_matches(why, ERR, ERR_INPUT))
        near = box_near(request_inventory(request), text);
    if (near == NULL) {
        reply_blame(request, "code");
        g_propagate_error(error, why);
        return false;
    }
    g_error_free(why);
    return err_set(error, ERR_MISSING, _("there is no box “%s”; did you mean %s?"), text, near);
}

/* By its code alone: names are for those who look after boxes. */
static bool
find_box(struct request *request, struct box **box, GError **error)
{
    const char *text = request_text(request, "code");
    struct boxcode_nonce nonce;
    struct boxcode code;
    GError *why = NULL;

    return ((boxcode_read_marked(text, strlen(text), &code, &nonce) ||
             boxcode_parse(text, &code, &why)) &&
            box_find(request_inventory(request), code.text, box, &why)) ||
           offer(request, text, why, error);
}

static bool
get_box(struct request *request, GError **error)
{
    json_t *answer = json_object();
    struct box *box = NULL;
    bool ok = find_box(request, &box, error) && put_box(request, box, answer, error);

    box_free(box);
    if (ok)
        return reply_json(request, answer);
    json_decref(answer);
    return false;
}

/* Of any kind, also one that this box never had. */
static bool
get_nearest(struct request *request, GError **error)
{
    const struct snapshot_cell wanted = {
        .type = (enum drug_type)request_number(request, "type", 0),
        .age = (enum drug_age)request_number(request, "age", 0),
    };
    struct neighbourhood around = {0};
    json_t *rows = json_array();
    struct box *box = NULL;
    bool ok = find_box(request, &box, error) && look_around(request, box, &around, error) &&
              add_nearest(request, around.list, around.n, &wanted, rows, error);

    clear_around(&around);
    box_free(box);
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

static bool
get_near(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;
    json_t *rows = json_array();
    bool ok =
        request_is_rare(request, request_service(request)->slips, error) &&
        box_neighbours(request_inventory(request), request_text(request, "code"), &boxes, error);

    for (guint i = 0; ok && i < boxes->len; i++)
        json_array_append_new(rows, shape_box_short(boxes->pdata[i]));
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

/* ------------------------------------------------------------------------------ requests in vain */

static bool
post_unmet(struct request *request, GError **error)
{
    const struct uuid uid = request_uuid(request, "uid");
    struct box *box = NULL;
    bool repeated;
    bool ok = request_is_rare(request, request_service(request)->vain, error) &&
              box_find(request_inventory(request), request_text(request, "box"), &box, error) &&
              unmet_post(request_inventory(request), &uid, request_now(request), box->id,
                         (enum drug_type)request_number(request, "type", 0),
                         (enum drug_age)request_number(request, "age", 0), &repeated, error);
    box_free(box);
    return ok && reply_json(request, json_pack("{s:b}", "counted", 1));
}

static const struct fields_row unmet_fields[] = {
    {.name = "uid", .kind = FIELDS_UUID, .needed = true},
    {.name = "box", .kind = FIELDS_BOX, .needed = true},
    {.name = "type", .kind = FIELDS_TYPE, .needed = true},
    {.name = "age", .kind = FIELDS_AGE, .needed = true},
    {0},
};

static const struct fields_row box_fields[] = {
    {.name = "code", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME, .needed = true},
    {0},
};

static const struct fields_row nearest_fields[] = {
    {.name = "code", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME, .needed = true},
    {.name = "type", .kind = FIELDS_TYPE, .needed = true},
    {.name = "age", .kind = FIELDS_AGE, .needed = true},
    {0},
};

const struct route route_public[] = {
    {"GET", "/api/1/public/box/{code}", ROLE_NOBODY, ROUTE_ALIKE, box_fields, get_box, NULL, 0},
    {"GET", "/api/1/public/box/{code}/nearest", ROLE_NOBODY, ROUTE_ALIKE, nearest_fields,
     get_nearest, NULL, 0},
    {"GET", "/api/1/public/near", ROLE_NOBODY, ROUTE_READ, box_fields, get_near, NULL, 0},
    {"POST", "/api/1/public/unmet", ROLE_NOBODY, ROUTE_WRITE, unmet_fields, post_unmet, NULL, 0},
    {0},
};
