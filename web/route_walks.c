/* Who carries what: agreed transfers shared out to people as walks, as far as they reach. */

#include <jansson.h>

#include "base/words.h"
#include "planning/reach.h"
#include "planning/walks.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape_named.h"

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

/* {transfer, box, drug, units, reason, all}: what can't be carried of a transfer, and is at no stop. */
static json_t *
shape_left_out(const struct names *names, const struct walks_walk *walk)
{
    json_t *rows = json_array();

    for (guint i = 0; i < walk->lost->len; i++) {
        const struct walks_loss *loss = &g_array_index(walk->lost, struct walks_loss, i);
        json_t *row = shape_box_named(names, loss->from);

        json_object_update_new(
            row, json_pack("{s:I, s:I, s:i, s:s, s:b}", "transfer", (json_int_t)loss->transfer,
                           "drug", (json_int_t)loss->drug.n, "units", (int)loss->units, "reason",
                           loss->gone ? "gone" : "spoiled", "all", loss->all));
        json_array_append_new(rows, row);
    }
    return rows;
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
    return json_pack("{s:I, s:o, s:o, s:o, s:I, s:o, s:o, s:o}", "id", (json_int_t)walk->walk->id,
                     "carrier", shape_text(walk->walk->carrier), "minutes",
                     shape_decimal(walk->minutes, 1), "metres", shape_decimal(walk->metres, 1),
                     "done", (json_int_t)walks_done(walk), "stops", stops, "left_out",
                     shape_left_out(names, walk), "transfers", transfers);
}

/* A walk is shown to whom it was given, and where any of it lies; one that anybody may make, to volunteers
 * who can make all of it. */
static bool
is_shown(struct request *request, const struct walks_walk *walk)
{
    bool whole = request_identity(request)->role == ROLE_VOLUNTEER && walk->walk->id != 0 &&
                 walk->walk->carrier[0] == '\0';

    for (guint i = 0; i < walk->transfers->len; i++)
        if (request_reaches_transfer(request, walk->transfers->pdata[i], NULL) != whole)
            return !whole;
    return whole || request_is_called(request, walk->walk->carrier);
}

static json_t *
shape_walks(struct request *request, struct names *names, const GPtrArray *walks)
{
    json_t *rows = json_array();

    for (guint i = 0; i < walks->len; i++)
        if (is_shown(request, walks->pdata[i]))
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

        if (t->walk == 0 && t->state != TRANSFER_PROPOSED &&
            request_reaches_transfer(request, t, NULL))
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

/* Who goes, in the order given. */
struct goers {
    GPtrArray *names; /* NULL at the end */
    GArray *areas;    /* struct area_id */
};

static bool
add_goer(struct request *request, int64_t person, struct goers *goers, GError **error)
{
    struct account *account = NULL;
    bool ok = account_by_id(request_inventory(request), person, &account, error);

    if (ok && account->retired)
        ok = err_set(error, ERR_REFUSED, _("%s can't sign in any more; choose somebody else"),
                     account->name);
    if (ok) {
        g_ptr_array_add(goers->names, g_strdup(account->name));
        g_array_append_val(goers->areas, account->area);
    }
    account_free(account);
    return ok;
}

static bool
read_goers(struct request *request, struct goers *goers, GError **error)
{
    json_t *list = request_json(request, "people");

    *goers = (struct goers){g_ptr_array_new_with_free_func(g_free),
                            g_array_new(FALSE, FALSE, sizeof(struct area_id))};
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_int_t person = json_integer_value(json_array_get(list, i));

        if (person <= 0) {
            reply_blame(request, "people");
            return err_set(error, ERR_INPUT, _("“people” must be numbers of people"));
        }
        if (!add_goer(request, person, goers, error))
            return false;
    }
    g_ptr_array_add(goers->names, NULL);
    return true;
}

static void
clear_goers(struct goers *goers)
{
    g_ptr_array_unref(goers->names);
    g_array_unref(goers->areas);
}

/* What can still be given to anybody; what is on walks is taken out of them. */
static bool
read_unbegun(struct request *request, bool on_walks, GPtrArray **transfers, GError **error)
{
    if (!transfer_list(request_inventory(request), false, transfers, error))
        return false;
    for (guint i = (*transfers)->len; i > 0; i--) {
        const struct transfer *t = (*transfers)->pdata[i - 1];

        if (t->sent > 0 || (t->walk > 0 && !on_walks) ||
            !request_reaches_transfer(request, t, NULL))
            g_ptr_array_remove_index(*transfers, i - 1);
    }
    return true;
}

/* As they would be made, proposals among them. */
static bool
preview(struct request *request, const struct names *names, const struct walks_people *people,
        GPtrArray **walks, GError **error)
{
    g_autoptr(GPtrArray) transfers = NULL;

    record_none(request);
    return read_unbegun(request, request_flag(request, "again"), &transfers, error) &&
           walks_share(request_inventory(request), names, transfers, people, request_now(request),
                       walks, error);
}

static bool
note_walks(struct request *request, const struct walks_people *people, GError **error)
{
    g_autofree char *who = people->names != NULL ? g_strjoinv(", ", people->names)
                                                 : g_strdup_printf("number=%d", people->number);

    return record_add(request, request_identity(request)->person, AUDIT_WALK,
                      request_identity(request)->area, NULL, who, error);
}

static bool
share_out(struct request *request, const struct walks_people *people, json_t **rows, GError **error)
{
    struct names *names = names_read(request_inventory(request), error);
    g_autoptr(GPtrArray) walks = NULL;
    bool ok = names != NULL;

    if (ok && request_flag(request, "preview"))
        ok = preview(request, names, people, &walks, error);
    else if (ok)
        ok = walks_make(request_inventory(request), names, request_identity(request)->area, people,
                        request_flag(request, "again"), request_now(request), &walks, error) &&
             note_walks(request, people, error);
    if (ok)
        *rows = shape_walks(request, names, walks);
    names_free(names);
    return ok;
}

static bool
post_walks(struct request *request, GError **error)
{
    struct goers goers;
    struct walks_people people = {.number = (int32_t)request_number(request, "number", 1)};
    json_t *rows = NULL;
    bool ok = read_goers(request, &goers, error);

    if (goers.areas->len > 0) {
        people.names = (char **)goers.names->pdata;
        people.areas = (const struct area_id *)(const void *)goers.areas->data;
    }
    ok = ok && share_out(request, &people, &rows, error);
    clear_goers(&goers);
    return reply_json_if(request, json_pack("{s:o*}", "rows", rows), ok);
}

/* Who could go: what of the open transfers here each of them can carry. */
static json_t *
shape_carriers(const struct names *names, const struct reach *reach)
{
    json_t *rows = json_array();

    for (guint i = 0; i < reach->people->len; i++) {
        const struct reach_person *person = &g_array_index(reach->people, struct reach_person, i);
        const struct area *area = names_area(names, person->account->area);
        json_t *transfers = json_array();

        for (guint j = 0; j < person->transfers->len; j++)
            json_array_append_new(transfers,
                                  json_integer(g_array_index(person->transfers, int64_t, j)));
        json_array_append_new(
            rows, json_pack("{s:I, s:s, s:s, s:o, s:o}", "id", (json_int_t)person->account->person,
                            "name", person->account->name, "role", role_key(person->account->role),
                            "area", area != NULL ? shape_area(area) : json_null(), "transfers",
                            transfers));
    }
    return rows;
}

static bool
get_carriers(struct request *request, GError **error)
{
    struct names *names = names_read(request_inventory(request), error);
    g_autoptr(GPtrArray) transfers = NULL;
    struct reach reach = {.people = NULL};
    json_t *answer = json_object();
    bool ok = names != NULL && read_unbegun(request, true, &transfers, error) &&
              reach_read(request_inventory(request), names, request_identity(request)->area,
                         transfers, &reach, error);

    if (ok)
        json_object_set_new(answer, "rows", shape_carriers(names, &reach));
    reach_clear(&reach);
    names_free(names);
    return reply_json_if(request, answer, ok);
}

/* ------------------------------------------------------------------------------------- the table */

static const struct fields_row walk_fields[] = {
    {.name = "people", .kind = FIELDS_LIST, .low = 1, .high = 50},
    {.name = "number", .kind = FIELDS_NUMBER, .low = 1, .high = 50},
    {.name = "preview", .kind = FIELDS_FLAG},
    {.name = "again", .kind = FIELDS_FLAG}, /* also what is in other walks and nobody has begun */
    {0},
};

const struct route route_walks[] = {
    {"GET", "/api/1/walks", ROLE_VOLUNTEER, ROUTE_READ, NULL, get_walks, NULL, 0},
    {"GET", "/api/1/carriers", ROLE_SECRETARY, ROUTE_READ, NULL, get_carriers, NULL, 0},
    {"POST", "/api/1/walks", ROLE_SECRETARY, ROUTE_WRITE, walk_fields, post_walks, NULL, 0},
    {0},
};
