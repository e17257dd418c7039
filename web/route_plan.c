/* Who carries what where: proposed by the allocator, changed and agreed to by a secretary, carried by
 * volunteers. */

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "planning/draft.h"
#include "planning/spare.h"
#include "planning/walks.h"
#include "web/chance.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape_named.h"

/* Both ends have to be within reach. */
static bool
reaches(struct request *request, const struct transfer *t, GError **error)
{
    struct box *from = NULL, *to = NULL;
    bool ok = box_by_id(request_inventory(request), t->from, &from, error) &&
              box_by_id(request_inventory(request), t->to, &to, error) &&
              request_reaches_box(request, from, error) && request_reaches_box(request, to, error);

    box_free(from);
    box_free(to);
    return ok;
}

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
        if (reaches(request, transfers->pdata[i], NULL))
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

    return draft_propose(request_inventory(request), draft, true, request_now(request), &transfers,
                         error) &&
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

static bool
answer_transfer(struct request *request, const struct transfer *t, GError **error)
{
    struct names *names = names_read(request_inventory(request), error);
    json_t *answer;

    if (names == NULL)
        return false;
    answer = json_pack("{s:o}", "transfer", shape_transfer(names, t));
    names_free(names);
    return reply_json(request, answer);
}

static bool
take_step(struct request *request, taker *take, GError **error)
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
              answer_transfer(request, t, error);

    transfer_free(before);
    transfer_free(t);
    return ok;
}

static bool
post_accept(struct request *request, GError **error)
{
    return take_step(request, transfer_accept, error);
}

static bool
post_carry(struct request *request, GError **error)
{
    return take_step(request, spare_carry, error);
}

static bool
post_deliver(struct request *request, GError **error)
{
    return take_step(request, transfer_deliver, error);
}

static bool
post_cancel(struct request *request, GError **error)
{
    return take_step(request, transfer_cancel, error);
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
              reaches(request, before, error) &&
              transfer_change(request_inventory(request), id, units, &step, &t, error) &&
              answer_transfer(request, t, error);

    transfer_free(before);
    transfer_free(t);
    return ok;
}

/* ----------------------------------------------------------------------------------------- walks */

/* {box, name, place, …, out: [{transfer, units}], in: […]} */
static json_t *
shape_stop(const struct names *names, const struct walks_stop *stop)
{
    json_t *row = shape_box_named(names, stop->box), *out = json_array(), *in = json_array();

    for (guint i = 0; i < stop->tasks->len; i++) {
        const struct walks_task *task = &g_array_index(stop->tasks, struct walks_task, i);

        json_array_append_new(task->puts ? in : out,
                              json_pack("{s:I, s:i}", "transfer", (json_int_t)task->transfer->id,
                                        "units", (int)task->units));
    }
    json_object_set_new(row, "out", out);
    json_object_set_new(row, "in", in);
    return row;
}

static json_t *
shape_walk(struct names *names, const struct walks_walk *walk)
{
    json_t *stops = json_array(), *transfers = json_array();

    for (guint i = 0; i < walk->stops->len; i++)
        json_array_append_new(stops,
                              shape_stop(names, &g_array_index(walk->stops, struct walks_stop, i)));
    for (guint i = 0; i < walk->transfers->len; i++)
        json_array_append_new(transfers, shape_transfer(names, walk->transfers->pdata[i]));
    return json_pack("{s:I, s:o, s:o, s:o, s:I, s:o, s:o}", "id", (json_int_t)walk->walk->id,
                     "carrier", shape_text(walk->walk->carrier), "minutes",
                     shape_decimal(walk->minutes, 1), "metres", shape_decimal(walk->metres, 1),
                     "done", (json_int_t)walks_done(walk), "stops", stops, "transfers", transfers);
}

static bool
is_near(struct request *request, const struct walks_walk *walk)
{
    for (guint i = 0; i < walk->transfers->len; i++)
        if (reaches(request, walk->transfers->pdata[i], NULL))
            return true;
    return false;
}

static json_t *
shape_walks(struct request *request, struct names *names, const GPtrArray *walks)
{
    json_t *rows = json_array();

    for (guint i = 0; i < walks->len; i++)
        if (is_near(request, walks->pdata[i]))
            json_array_append_new(rows, shape_walk(names, walks->pdata[i]));
    return rows;
}

/* Walks that were shared out; what nobody was given yet is one more, without a number. */
static bool
read_walks(struct request *request, struct names *names, json_t **rows, GError **error)
{
    static const struct walks_people anyone = {.number = 1};
    g_autoptr(GPtrArray) walks = NULL, transfers = NULL, loose = NULL;
    g_autoptr(GPtrArray) rest = g_ptr_array_new();

    if (!walks_list(request_inventory(request), names, false, request_now(request), &walks,
                    error) ||
        !transfer_list(request_inventory(request), false, &transfers, error))
        return false;
    for (guint i = 0; i < transfers->len; i++) {
        const struct transfer *t = transfers->pdata[i];

        if (t->walk == 0 && t->state != TRANSFER_PROPOSED && reaches(request, t, NULL))
            g_ptr_array_add(rest, transfers->pdata[i]);
    }
    if (!walks_share(request_inventory(request), names, rest, &anyone, request_now(request), &loose,
                     error))
        return false;
    *rows = shape_walks(request, names, walks);
    for (guint i = 0; i < loose->len; i++)
        json_array_append_new(*rows, shape_walk(names, loose->pdata[i]));
    return true;
}

static bool
get_walks(struct request *request, GError **error)
{
    struct names *names = names_read(request_inventory(request), error);
    json_t *rows = NULL;
    bool ok = names != NULL && read_walks(request, names, &rows, error);

    names_free(names);
    return reply_json_if(request, json_pack("{s:o*}", "rows", rows), ok);
}

/* The names of who goes, or how many go. */
static char **
names_given(struct request *request, GError **error)
{
    json_t *list = request_json(request, "people");
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = json_string_value(json_array_get(list, i));

        if (name == NULL || name[0] == '\0') {
            err_set(error, ERR_INPUT, _("“people” must be names"));
            return NULL;
        }
        g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

static bool
post_walks(struct request *request, GError **error)
{
    g_auto(GStrv) given = names_given(request, error);
    struct walks_people people = {
        .names = given != NULL && given[0] != NULL ? given : NULL,
        .number = (int32_t)request_number(request, "number", 1),
    };
    struct area_id area = request_identity(request)->area;
    g_autoptr(GPtrArray) walks = NULL;
    struct names *names = NULL;
    bool ok = given != NULL;
    json_t *rows = NULL;

    if (ok) {
        names = names_read(request_inventory(request), error);
        ok = names != NULL && walks_make(request_inventory(request), names, area, &people, true,
                                         request_now(request), &walks, error);
    }
    if (ok)
        rows = shape_walks(request, names, walks);
    names_free(names);
    return reply_json_if(request, json_pack("{s:o*}", "rows", rows), ok);
}

/* ------------------------------------------------------------------------------------- the table */

static const struct fields_row list_fields[] = {
    {.name = "all", .kind = FIELDS_FLAG},
    {0},
};

static const struct fields_row plan_fields[] = {
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "packs", .kind = FIELDS_FLAG}, /* whole packs only */
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

static const struct fields_row walk_fields[] = {
    {.name = "people", .kind = FIELDS_LIST, .low = 1, .high = 50},
    {.name = "number", .kind = FIELDS_NUMBER, .low = 1, .high = 50},
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
    {"GET", "/api/1/walks", ROLE_VOLUNTEER, ROUTE_READ, NULL, get_walks, NULL, 0},
    {"POST", "/api/1/walks", ROLE_SECRETARY, ROUTE_WRITE, walk_fields, post_walks, NULL, 0},
    {0},
};
