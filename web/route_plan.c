/* Who carries what where: proposed by the allocator, changed and agreed to by a secretary, carried by
 * volunteers. */

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "planning/draft.h"
#include "planning/promise.h"
#include "planning/spare.h"
#include "web/chance.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape_named.h"

/* ----------------------------------------------------------------------------------------- lists */

/* Those within reach; open ones, or all. */
static bool
read_rows(struct request *request, bool closed_too, json_t **rows, GError **error)
{
    g_autoptr(GPtrArray) transfers = NULL;
    struct names *names = NULL;
    bool ok = transfer_list(request_inventory(request), closed_too, &transfers, error);

    if (ok) {
        names = names_read(request_inventory(request), error);
        ok = names != NULL;
    }
    *rows = json_array();
    for (guint i = 0; ok && i < transfers->len; i++)
        if (request_reaches_transfer(request, transfers->pdata[i], NULL))
            json_array_append_new(*rows, shape_transfer(names, transfers->pdata[i]));
    names_free(names);
    return ok;
}

static bool
answer_rows(struct request *request, bool closed_too, GError **error)
{
    json_t *rows = NULL;
    bool ok = read_rows(request, closed_too, &rows, error);

    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

static bool
get_transfers(struct request *request, GError **error)
{
    return answer_rows(request, request_flag(request, "all"), error);
}

/* ------------------------------------------------------------------------------------------ plan */

/* In the writer, which bookings wait for: only what is kept, and the rows as they stand then. */
static bool
keep_plan(struct request *request, void *data, GError **error)
{
    const struct draft *draft = data;
    g_autoptr(GPtrArray) transfers = NULL;

    return draft_propose(request_inventory(request), draft, request_flag(request, "again"),
                         request_now(request), &transfers, error) &&
           record_add(request, request_identity(request)->person, AUDIT_PLAN, draft->area, NULL,
                      NULL, error) &&
           answer_rows(request, false, error);
}

/* Proposals of another area stay; those here are replaced. */
static bool
post_plan(struct request *request, GError **error)
{
    struct area_id area = {request_number(request, "area", request_identity(request)->area.n)};
    struct draft draft = {.boxes = NULL};
    bool ok = request_reaches_area(request, area, error) &&
              draft_read(request_inventory(request), area, request_now(request), &draft, error);

    draft.input.packs = request_flag(request, "packs");
    ok = ok && draft_plan(&draft, error) && request_write(request, keep_plan, &draft, error);
    draft_clear(&draft);
    return ok;
}

/* ----------------------------------------------------------------------------------------- steps */

typedef bool taker(struct inventory *inventory, int64_t id, const struct transfer_step *step,
                   struct transfer **transfer, GError **error);

/* Which one it was, from where to where, and how much; before is NULL where that is as it was. */
static bool
note_step(struct request *request, struct names *names, enum audit_act act,
          const struct transfer *before, const struct transfer *t, GError **error)
{
    const struct drug *drug = names_drug(names, t->drug);
    g_autofree char *what = g_strdup_printf("%lld", (long long)t->id);
    g_autofree char *was = before != NULL ? drug_amount(drug, before->units) : NULL;
    g_autofree char *is = drug_amount(drug, t->units);
    g_autofree char *detail = g_strdup_printf(
        "%s → %s, %s, %s%s%s", names_box(names, t->from)->name, names_box(names, t->to)->name,
        names_drug_text(names, t->drug), was != NULL ? was : "", was != NULL ? " → " : "", is);

    return record_add(request, request_identity(request)->person, act,
                      request_identity(request)->area, what, detail, error);
}

/* Writes the act down, where it is one, and answers. */
static bool
finish_step(struct request *request, enum audit_act act, const struct transfer *before,
            const struct transfer *t, GError **error)
{
    struct names *names = names_read(request_inventory(request), error);
    bool ok = names != NULL &&
              (act == AUDIT_NONE || note_step(request, names, act, before, t, error)) &&
              reply_json(request, json_pack("{s:o}", "transfer", shape_transfer(names, t)));

    names_free(names);
    return ok;
}

typedef bool reacher(const struct request *request, const struct transfer *transfer,
                     GError **error);

static bool
take_step(struct request *request, reacher *reaches, taker *take, enum audit_act act,
          GError **error)
{
    struct transfer_step step = {
        .uid = request_has(request, "uid") ? request_uuid(request, "uid")
                                           : chance_uuid(request_now(request)),
        .now = request_now(request),
        .person = request_identity(request)->person,
    };
    struct transfer *before = NULL, *t = NULL;
    int64_t id = request_number(request, "id", 0);
    bool ok = transfer_by_id(request_inventory(request), id, &before, error) &&
              reaches(request, before, error) &&
              take(request_inventory(request), id, &step, &t, error) &&
              finish_step(request, act, NULL, t, error);

    transfer_free(before);
    transfer_free(t);
    return ok;
}

static bool
post_accept(struct request *request, GError **error)
{
    return take_step(request, request_reaches_transfer, promise_accept, AUDIT_TRANSFER_ACCEPT,
                     error);
}

static bool
post_carry(struct request *request, GError **error)
{
    return take_step(request, request_carries, spare_carry, AUDIT_NONE, error);
}

static bool
post_deliver(struct request *request, GError **error)
{
    return take_step(request, request_carries, transfer_deliver, AUDIT_NONE, error);
}

static bool
post_cancel(struct request *request, GError **error)
{
    return take_step(request, request_reaches_transfer, transfer_cancel, AUDIT_TRANSFER_CANCEL,
                     error);
}

static bool
post_change(struct request *request, GError **error)
{
    int64_t id = request_number(request, "id", 0);
    int32_t units = (int32_t)request_number(request, "units", 0);
    const struct transfer_step step = {.now = request_now(request),
                                       .person = request_identity(request)->person};
    struct transfer *before = NULL, *t = NULL;
    bool ok = transfer_by_id(request_inventory(request), id, &before, error) &&
              request_reaches_transfer(request, before, error) &&
              promise_change(request_inventory(request), id, units, &step, &t, error) &&
              finish_step(request, AUDIT_TRANSFER_CHANGE, before, t, error);

    transfer_free(before);
    transfer_free(t);
    return ok;
}

/* ------------------------------------------------------------------------------------- the table */

static const struct fields_row list_fields[] = {
    {.name = "all", .kind = FIELDS_FLAG},
    {0},
};

static const struct fields_row plan_fields[] = {
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "packs", .kind = FIELDS_FLAG}, /* whole packs only */
    {.name = "again", .kind = FIELDS_FLAG}, /* even in the place of those in walks */
    {0},
};

static const struct fields_row step_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {.name = "uid", .kind = FIELDS_UUID},
    {0},
};

static const struct fields_row change_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {.name = "units", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = LIMIT_UNITS},
    {0},
};

const struct route route_plan[] = {
    {"GET", "/api/1/transfers", ROLE_SECRETARY, ROUTE_READ, list_fields, get_transfers, NULL, 0},
    {"POST", "/api/1/plan", ROLE_SECRETARY, ROUTE_LONG, plan_fields, post_plan, NULL, 0},
    {"POST", "/api/1/transfers/{id}/change", ROLE_SECRETARY, ROUTE_WRITE, change_fields,
     post_change, NULL, 0},
    {"POST", "/api/1/transfers/{id}/accept", ROLE_SECRETARY, ROUTE_WRITE, step_fields, post_accept,
     NULL, 0},
    {"POST", "/api/1/transfers/{id}/carry", ROLE_VOLUNTEER, ROUTE_WRITE, step_fields, post_carry,
     NULL, 0},
    {"POST", "/api/1/transfers/{id}/deliver", ROLE_VOLUNTEER, ROUTE_WRITE, step_fields,
     post_deliver, NULL, 0},
    {"POST", "/api/1/transfers/{id}/cancel", ROLE_SECRETARY, ROUTE_WRITE, step_fields, post_cancel,
     NULL, 0},
    {0},
};
