/* What a secretary sees at one look: what is short and why, what spoils, what happened. */

#include <jansson.h>

#include "base/words.h"
#include "inventory/names.h"
#include "inventory/stock.h"
#include "planning/flags.h"
#include "web/past.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape_named.h"

#define SHOWN 200 /* rows of a list at one look; how many there are is counted */
#define EXPIRING_DAYS 90
#define LAST_SHOWN 20
#define SURGE_SHOWN 1.3 /* factors of a community from here on are worth a word */

static double
person_days(int64_t amount)
{
    return (double)amount / STOCK_PERSON_DAY;
}

/* ------------------------------------------------------------------------------------ shortages */

/* What most answers here are made of; clear it also after a failure. */
struct desk {
    struct flags flags;
    struct names *names;
};

static bool
read_desk(struct request *request, enum need_level least, struct desk *desk, GError **error)
{
    const struct flags_question question = {.area = request_identity(request)->area,
                                            .least = least};

    *desk = (struct desk){.names = NULL};
    if (!flags_read(request_inventory(request), &question, request_now(request), &desk->flags,
                    error))
        return false;
    desk->names = names_read(request_inventory(request), error);
    return desk->names != NULL;
}

static void
clear_desk(struct desk *desk)
{
    flags_clear(&desk->flags);
    names_free(desk->names);
}

static json_t *
shape_need(const struct desk *desk, const struct need *need)
{
    const struct snapshot_cell *cell = need->cell;
    g_autofree char *sentence = need_sentence(need, desk->flags.outlook);
    json_t *row = shape_box_named(desk->names, cell->box);

    json_object_set_new(row, "type", json_string(drug_type_key(cell->type)));
    json_object_set_new(row, "age", json_string(drug_age_key(cell->age)));
    json_object_set_new(row, "level", json_string(need_level_key(need->level)));
    json_object_set_new(row, "critical", json_boolean(cell->level->critical != 0));
    json_object_set_new(row, "usable", shape_decimal(need_usable(need), 0.1));
    json_object_set_new(row, "minimum", shape_decimal(person_days(cell->minimum), 0.1));
    json_object_set_new(row, "fill", shape_decimal(person_days(cell->fill), 0.1));
    json_object_set_new(row, "daily", shape_decimal(person_days(need->daily), 0.01));
    json_object_set_new(row, "unmet", json_integer(cell->unmet));
    json_object_set_new(row, "days",
                        need->cover < 0 ? json_null() : shape_decimal(need->cover, 0.1));
    json_object_set_new(row, "p3", shape_decimal(need->out[NEED_NEAR], 0.001));
    json_object_set_new(row, "p7", shape_decimal(need->out[NEED_FAR], 0.001));
    json_object_set_new(row, "near_days", json_integer(need->days[NEED_NEAR]));
    json_object_set_new(row, "far_days", json_integer(need->days[NEED_FAR]));
    json_object_set_new(row, "wanted", shape_decimal(person_days(need->wanted), 0.1));
    json_object_set_new(row, "sentence", json_string(sentence));
    return row;
}

/* A community asks for more of a kind than is usual there: the factor is the same in all its boxes. */
static json_t *
shape_surges(const struct desk *desk)
{
    json_t *list = json_array();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < desk->flags.needs->len; i++) {
        const struct need *need = &g_array_index(desk->flags.needs, struct need, i);
        const struct history_box *box = outlook_box(desk->flags.outlook, need->cell->box);
        const struct demand *demand = outlook_demand(desk->flags.outlook);
        struct demand_why why;
        const struct area *area;

        if (box == NULL || need->box < 0 ||
            !demand_knows(demand, need->box, need_place(need->cell)))
            continue;
        why = demand_explain(demand, need->box, need_place(need->cell));
        area = names_area(desk->names, box->community);
        if (why.risen < SURGE_SHOWN || area == NULL ||
            !g_hash_table_add(seen, g_strdup_printf("%lld/%d/%d", (long long)area->id.n,
                                                    (int)need->cell->type, (int)need->cell->age)))
            continue;
        json_array_append_new(list, json_pack("{s:o, s:s, s:s, s:o, s:o}", "area", shape_area(area),
                                              "type", drug_type_key(need->cell->type), "age",
                                              drug_age_key(need->cell->age), "factor",
                                              shape_decimal(why.risen, 0.01), "growth",
                                              shape_decimal(why.growth, 0.001)));
    }
    return list;
}

/* ------------------------------------------------------------------------------------- spoiling */

/* The soonest so many; count: how many there are. */
static bool
read_expiring(struct request *request, struct names *names, int64_t within, guint most,
              json_t **list, int64_t *count, GError **error)
{
    struct day today = request_today(request), until = {today.n + (int32_t)within};
    g_autoptr(GPtrArray) lots = NULL;

    if (!stock_expiring(request_inventory(request), request_identity(request)->area, until, &lots,
                        error))
        return false;
    *list = json_array();
    *count = lots->len;
    for (guint i = 0; i < MIN(lots->len, most); i++) {
        const struct stock_lot *lot = lots->pdata[i];
        json_t *row = shape_box_named(names, lot->box);

        json_object_set_new(row, "drug", json_integer(lot->drug.n));
        json_object_set_new(row, "drug_name", json_string(names_drug_text(names, lot->drug)));
        json_object_set_new(row, "expiry", shape_day(lot->expiry));
        json_object_set_new(row, "days", json_integer(lot->expiry.n - today.n));
        json_object_set_new(row, "lot", shape_text(lot->lot));
        json_object_set_new(row, "units", json_integer(lot->units));
        json_object_set_new(row, "recalled", json_boolean(lot->recalled));
        json_array_append_new(*list, row);
    }
    return true;
}

/* Boxes whose count is due, the longest first. */
static gint
compare_due(gconstpointer a, gconstpointer b)
{
    const struct box *one = *(struct box *const *)a, *other = *(struct box *const *)b;
    int64_t first = box_count_due(one), second = box_count_due(other);

    return first < second ? -1 : first > second;
}

static bool
read_overdue(struct request *request, struct names *names, json_t **list, int64_t *count,
             GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;

    if (!box_list(request_inventory(request), request_identity(request)->area, false, &boxes,
                  error))
        return false;
    g_ptr_array_sort(boxes, compare_due);
    *list = json_array();
    *count = 0;
    for (guint i = 0; i < boxes->len; i++) {
        const struct box *box = boxes->pdata[i];
        json_t *row;

        if (box_count_due(box) > request_now(request))
            break;
        if ((*count)++ >= SHOWN)
            continue;
        row = shape_box_named(names, box->id);
        json_object_set_new(row, "counted_at", shape_moment(box->counted_at));
        json_object_set_new(row, "count_due", json_integer(box_count_due(box)));
        json_array_append_new(*list, row);
    }
    return true;
}

/* ----------------------------------------------------------------------------------- the answers */

static void
put_shortages(json_t *answer, const struct desk *desk)
{
    json_t *rows = json_array(), *sum = json_object();
    int64_t counts[NEED_LEVELS] = {0};

    for (guint i = 0; i < desk->flags.needs->len; i++) {
        const struct need *need = &g_array_index(desk->flags.needs, struct need, i);

        counts[need->level]++;
        if (need->level > NEED_OK && json_array_size(rows) < SHOWN)
            json_array_append_new(rows, shape_need(desk, need));
    }
    for (int level = NEED_LEVELS - 1; level > NEED_OK; level--)
        json_object_set_new(sum, need_level_key((enum need_level)level),
                            json_integer(counts[level]));
    json_object_set_new(answer, "shortages", rows);
    json_object_set_new(answer, "counts", sum);
    json_object_set_new(answer, "surge", shape_surges(desk));
}

/* Beside how many are short. */
static bool
put_count(json_t *answer, const char *list, int64_t count)
{
    return json_object_set_new(json_object_get(answer, "counts"), list, json_integer(count)) == 0;
}

static bool
get_overview(struct request *request, GError **error)
{
    const struct ledger_filter last = {.last = LAST_SHOWN};
    json_t *answer = json_object(), *list = NULL;
    int64_t expiring = 0, overdue = 0;
    struct desk desk;
    bool ok = read_desk(request, NEED_OK, &desk, error);

    if (ok)
        put_shortages(answer, &desk);
    ok = ok && read_expiring(request, desk.names, EXPIRING_DAYS, SHOWN, &list, &expiring, error) &&
         json_object_set_new(answer, "expiring", list) == 0 &&
         read_overdue(request, desk.names, &list, &overdue, error) &&
         json_object_set_new(answer, "overdue", list) == 0 &&
         put_count(answer, "expiring", expiring) && put_count(answer, "overdue", overdue) &&
         past_movements(request, desk.names, &last, &list, error) &&
         json_object_set_new(answer, "last", list) == 0;
    clear_desk(&desk);
    return reply_json_if(request, answer, ok);
}

static gint
compare_places(gconstpointer a, gconstpointer b)
{
    const struct need *one = *(const struct need *const *)a,
                      *other = *(const struct need *const *)b;

    return one->cell->box.n != other->cell->box.n ? (one->cell->box.n < other->cell->box.n ? -1 : 1)
                                                  : need_place(one->cell) - need_place(other->cell);
}

/* One row a box, its cells in the order of types. */
static json_t *
shape_board(const struct desk *desk)
{
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    json_t *rows = json_array(), *row = NULL;
    int64_t box = 0;

    for (guint i = 0; i < desk->flags.needs->len; i++)
        g_ptr_array_add(order, &g_array_index(desk->flags.needs, struct need, i));
    g_ptr_array_sort(order, compare_places);
    for (guint i = 0; i < order->len; i++) {
        const struct need *need = order->pdata[i];

        if (row == NULL || need->cell->box.n != box) {
            box = need->cell->box.n;
            row = shape_box_named(desk->names, need->cell->box);
            json_object_set_new(row, "cells", json_array());
            json_array_append_new(rows, row);
        }
        json_array_append_new(
            json_object_get(row, "cells"),
            json_pack("{s:s, s:s, s:s, s:o, s:o, s:o}", "type", drug_type_key(need->cell->type),
                      "age", drug_age_key(need->cell->age), "level", need_level_key(need->level),
                      "days", need->cover < 0 ? json_null() : shape_decimal(need->cover, 0.1),
                      "usable", shape_decimal(need_usable(need), 0.1), "below",
                      need_is_by_minimum(need)
                          ? shape_decimal(person_days(need->cell->minimum), 0.1)
                          : json_null()));
    }
    return rows;
}

static bool
get_board(struct request *request, GError **error)
{
    json_t *answer = json_object();
    struct desk desk;
    bool ok = read_desk(request, NEED_OK, &desk, error);

    if (ok)
        json_object_set_new(answer, "rows", shape_board(&desk));
    clear_desk(&desk);
    return reply_json_if(request, answer, ok);
}

static bool
explain(struct request *request, const struct flags *flags, struct box_id box, json_t *answer,
        GError **error)
{
    const struct need *need =
        flags_find(flags, box, (enum drug_type)request_number(request, "type", 0),
                   (enum drug_age)request_number(request, "age", 0));
    json_t *lines = json_array();
    g_autofree char *sentence = NULL;
    g_auto(GStrv) sums = NULL;

    json_object_set_new(answer, "arithmetic", lines);
    if (need == NULL)
        return err_set(error, ERR_MISSING,
                       _("nothing of this kind was ever in this box or asked for"));
    sentence = need_sentence(need, flags->outlook);
    sums = need_arithmetic(need, flags->outlook);
    for (char **line = sums; *line != NULL; line++)
        json_array_append_new(lines, json_string(*line));
    json_object_set_new(answer, "sentence", json_string(sentence));
    json_object_set_new(answer, "level", json_string(need_level_key(need->level)));
    return true;
}

static bool
get_why(struct request *request, GError **error)
{
    struct flags_question question = {.least = NEED_OK};
    struct flags flags = {.needs = NULL};
    struct box *box = NULL;
    json_t *answer = json_object();
    bool ok = box_find(request_inventory(request), request_text(request, "box"), &box, error) &&
              request_reaches_box(request, box, error);

    if (ok) {
        question.box = box->id;
        ok = flags_read(request_inventory(request), &question, request_now(request), &flags,
                        error) &&
             explain(request, &flags, box->id, answer, error);
    }
    flags_clear(&flags);
    box_free(box);
    return reply_json_if(request, answer, ok);
}

static bool
get_expiring(struct request *request, GError **error)
{
    int64_t within = request_number(request, "within", EXPIRING_DAYS), count = 0;
    json_t *answer = json_object(), *rows = NULL;
    struct names *names = names_read(request_inventory(request), error);
    bool ok =
        names != NULL && read_expiring(request, names, within, G_MAXUINT, &rows, &count, error);

    json_object_set_new(answer, "rows", rows);
    names_free(names);
    return reply_json_if(request, answer, ok);
}

static const struct fields_row why_fields[] = {
    {.name = "box", .kind = FIELDS_BOX, .needed = true},
    {.name = "type", .kind = FIELDS_TYPE, .needed = true},
    {.name = "age", .kind = FIELDS_AGE, .needed = true},
    {0},
};

static const struct fields_row expiring_fields[] = {
    {.name = "within", .kind = FIELDS_NUMBER, .low = 0, .high = 3650},
    {0},
};

const struct route route_desk[] = {
    {"GET", "/api/1/overview", ROLE_SECRETARY, ROUTE_LONG, NULL, get_overview, NULL, 0},
    {"GET", "/api/1/board", ROLE_SECRETARY, ROUTE_LONG, NULL, get_board, NULL, 0},
    {"GET", "/api/1/why/{box}/{type}/{age}", ROLE_SECRETARY, ROUTE_LONG, why_fields, get_why, NULL,
     0},
    {"GET", "/api/1/expiring", ROLE_SECRETARY, ROUTE_LONG, expiring_fields, get_expiring, NULL, 0},
    {0},
};
