/* What a resident may ask without an account. */

#include <jansson.h>

#include "base/words.h"
#include "inventory/setting.h"
#include "inventory/snapshot.h"
#include "inventory/stock.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape.h"

/* ----------------------------------------------------------------------------------- the parts */

static const char *
level_of(const struct snapshot_cell *cell)
{
    return cell->usable <= 0 ? "none" : cell->usable < cell->minimum ? "few" : "enough";
}

/* In the order of the catalogue: fever and cold first. */
static int
compare_cells(const void *a, const void *b)
{
    const struct snapshot_cell *one = a, *other = b;

    return one->type != other->type ? (int)one->type - (int)other->type
                                    : (int)one->age - (int)other->age;
}

static json_t *
types_of(struct snapshot *snapshot)
{
    json_t *list = json_array();

    g_array_sort(snapshot->cells, compare_cells);
    for (guint i = 0; i < snapshot->cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(snapshot->cells, struct snapshot_cell, i);

        json_array_append_new(
            list, json_pack("{s:s, s:s, s:s, s:I}", "type", drug_type_key(cell->type), "age",
                            drug_age_key(cell->age), "level", level_of(cell), "people_days",
                            (json_int_t)(MAX(cell->usable, 0) / STOCK_PERSON_DAY)));
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

/* ------------------------------------------------------------------------------------- the box */

static bool
put_box(struct request *request, const struct box *box, json_t *answer, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    struct area_chain chain;
    struct snapshot snapshot = {0};
    json_t *drugs = json_array(), *rules = NULL;
    bool ok;

    json_object_set_new(answer, "drugs", drugs);
    ok = area_chain_of(inventory, box->area, &chain, error) &&
         snapshot_read_stock(inventory, box->id, request_now(request), &snapshot, error) &&
         add_drugs(request, box->id, drugs, error) && rules_of(request, box, &rules, error);
    if (ok) {
        json_object_set_new(answer, "box", shape_box_public(box, &chain));
        json_object_set_new(answer, "types", types_of(&snapshot));
        json_object_set_new(answer, "rules", rules);
    }
    snapshot_clear(&snapshot);
    area_chain_clear(&chain);
    return ok;
}

static bool
get_box(struct request *request, GError **error)
{
    json_t *answer = json_object();
    struct box *box = NULL;
    bool ok = box_find(request_inventory(request), request_text(request, "code"), &box, error) &&
              put_box(request, box, answer, error);

    box_free(box);
    if (ok)
        return reply_json(request, answer);
    json_decref(answer);
    return false;
}

static const struct fields_row box_fields[] = {
    {.name = "code", .kind = FIELDS_BOX, .needed = true},
    {0},
};

const struct route route_public[] = {
    {"GET", "/api/1/public/box/{code}", ROLE_NOBODY, ROUTE_READ, box_fields, get_box, NULL, 0},
    {0},
};
