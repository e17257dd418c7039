/* Boxes and what lies in them, for those who look after them. */

#include <jansson.h>

#include "inventory/box.h"
#include "inventory/stock.h"
#include "inventory/uncovered.h"
#include "printing/mark.h"
#include "web/past.h"
#include "web/route.h"
#include "web/shape_named.h"

#define LAST_MOVEMENTS 20

/* ---------------------------------------------------------------------------------------- lists */

static bool
read_boxes(struct request *request, bool retired_too, GPtrArray **boxes, GError **error)
{
    return box_list(request_inventory(request), request_identity(request)->area, retired_too, boxes,
                    error);
}

static bool
get_boxes(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;
    g_autoptr(GHashTable) uncovered = NULL;
    struct names *names = names_read(request_inventory(request), error);
    json_t *rows = json_array();
    bool ok = names != NULL &&
              read_boxes(request, request_flag(request, "retired"), &boxes, error) &&
              uncovered_boxes(request_inventory(request), &uncovered, error);

    for (guint i = 0; ok && i < boxes->len; i++)
        json_array_append_new(rows, shape_box_full(names, boxes->pdata[i], uncovered));
    names_free(names);
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

static bool
add_stock(struct request *request, const struct box *box, json_t *rows, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;

    if (!stock_lots(request_inventory(request), box->id, (struct drug_id){0}, &lots, error))
        return false;
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        json_array_append_new(rows,
                              json_pack("{s:s, s:I, s:o, s:o, s:i}", "box", box->code, "drug",
                                        (json_int_t)lot->drug.n, "expiry", shape_day(lot->expiry),
                                        "lot", shape_text(lot->lot), "units", (int)lot->units));
    }
    return true;
}

static bool
get_stock(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;
    json_t *rows = json_array();
    bool ok = read_boxes(request, false, &boxes, error);

    for (guint i = 0; ok && i < boxes->len; i++)
        ok = add_stock(request, boxes->pdata[i], rows, error);
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

/* -------------------------------------------------------------------------------------- one box */

static const char *
unusable_of(const struct stock_lot *lot, struct day today)
{
    return lot->recalled ? "recalled" : lot->expiry.n < today.n ? "expired" : NULL;
}

static bool
put_lots(struct request *request, struct box_id box, json_t *answer, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    json_t *rows = json_array();

    json_object_set_new(answer, "stock", rows);
    if (!stock_lots(request_inventory(request), box, (struct drug_id){0}, &lots, error))
        return false;
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];

        json_array_append_new(
            rows,
            json_pack("{s:I, s:o, s:o, s:i, s:o}", "drug", (json_int_t)lot->drug.n, "expiry",
                      shape_day(lot->expiry), "lot", shape_text(lot->lot), "units", (int)lot->units,
                      "unusable", shape_text(unusable_of(lot, request_today(request)))));
    }
    return true;
}

static bool
put_totals(struct request *request, struct box_id box, json_t *answer, GError **error)
{
    g_autoptr(GArray) totals = NULL;
    json_t *rows = json_array();

    json_object_set_new(answer, "totals", rows);
    if (!stock_totals(request_inventory(request), box, (struct drug_id){0}, request_today(request),
                      &totals, error))
        return false;
    for (guint i = 0; i < totals->len; i++) {
        const struct stock_total *total = &g_array_index(totals, struct stock_total, i);

        json_array_append_new(rows, json_pack("{s:I, s:I, s:I}", "drug", (json_int_t)total->drug.n,
                                              "units", (json_int_t)total->units, "usable",
                                              (json_int_t)total->usable));
    }
    return true;
}

/* Whether the label that was scanned is the box's last, and since when it is not, and what there is to say
 * of it; null where it bears no nonce. */
static bool
put_label(struct request *request, const struct box *box, json_t *answer, GError **error)
{
    struct mark mark;
    bool ok =
        mark_read(request_inventory(request), box, request_text(request, "nonce"), &mark, error);

    if (ok)
        json_object_set_new(
            answer, "label",
            json_pack("{s:o, s:o, s:o}", "current",
                      mark.state == PRINT_UNKNOWN ? json_null()
                                                  : json_boolean(mark.state == PRINT_CURRENT),
                      "replaced_at", mark.replaced != 0 ? json_integer(mark.replaced) : json_null(),
                      "notice", shape_text(mark.notice)));
    mark_clear(&mark);
    return ok;
}

static bool
put_box(struct request *request, struct names *names, const struct box *box, json_t *answer,
        GError **error)
{
    g_autoptr(GHashTable) uncovered = NULL;
    struct ledger_filter filter = {.box = box->id, .last = LAST_MOVEMENTS};
    json_t *movements = NULL;

    if (!uncovered_boxes(request_inventory(request), &uncovered, error) ||
        !put_lots(request, box->id, answer, error) ||
        !put_totals(request, box->id, answer, error) || !put_label(request, box, answer, error) ||
        !past_movements(request, names, &filter, &movements, error))
        return false;
    json_object_set_new(answer, "box", shape_box_full(names, box, uncovered));
    json_object_set_new(answer, "movements", movements);
    return true;
}

static bool
get_box(struct request *request, GError **error)
{
    struct names *names = names_read(request_inventory(request), error);
    json_t *answer = json_object();
    struct box *box = NULL;
    bool ok = names != NULL &&
              box_find(request_inventory(request), request_text(request, "code"), &box, error) &&
              request_reaches_box(request, box, error) &&
              put_box(request, names, box, answer, error);

    box_free(box);
    names_free(names);
    return reply_json_if(request, answer, ok);
}

static const struct fields_row list_fields[] = {
    {.name = "retired", .kind = FIELDS_FLAG},
    {0},
};

static const struct fields_row box_fields[] = {
    {.name = "code", .kind = FIELDS_BOX, .needed = true},
    {.name = "nonce", .kind = FIELDS_TEXT, .high = BOXCODE_NONCE},
    {0},
};

const struct route route_box[] = {
    {"GET", "/api/1/boxes", ROLE_VOLUNTEER, ROUTE_LONG, list_fields, get_boxes, NULL, 0},
    {"GET", "/api/1/stock", ROLE_VOLUNTEER, ROUTE_LONG, NULL, get_stock, NULL, 0},
    {"GET", "/api/1/box/{code}", ROLE_VOLUNTEER, ROUTE_LONG, box_fields, get_box, NULL, 0},
    {0},
};
