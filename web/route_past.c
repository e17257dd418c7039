/* What happened: the ledger, and what was given and taken day by day. */

#include "web/past.h"

#include <jansson.h>

#include "allocator/ears.h"
#include "inventory/daily.h"
#include "inventory/stock.h"
#include "web/route.h"
#include "web/shape_named.h"

#define CHART_DAYS 366

/* ------------------------------------------------------------------------------------ movements */

struct listing {
    struct request *request;
    struct names *names;
    GHashTable *boxes; /* ids within reach; NULL: all */
    json_t *rows;
};

static bool
add_movement(const struct movement *movement, int64_t undone_by, void *data)
{
    struct listing *listing = data;

    if (listing->boxes == NULL || g_hash_table_contains(listing->boxes, &movement->box.n))
        json_array_insert_new(listing->rows, 0,
                              shape_movement(listing->names, movement, undone_by));
    return true;
}

/* Ids of the boxes that who asks may see. */
static bool
read_reach(struct request *request, GHashTable **ids, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;

    if (!box_list(request_inventory(request), request_identity(request)->area, true, &boxes, error))
        return false;
    *ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < boxes->len; i++)
        g_hash_table_add(*ids, g_memdup2(&((struct box *)boxes->pdata[i])->id.n, sizeof(int64_t)));
    return true;
}

/* Newest first. */
bool
past_movements(struct request *request, struct names *names, const struct ledger_filter *filter,
               json_t **rows, GError **error)
{
    struct listing listing = {.request = request, .names = names};
    bool ok;

    if (filter->box.n == 0 && !read_reach(request, &listing.boxes, error))
        return false;
    listing.rows = json_array();
    ok = ledger_list(request_inventory(request), filter, add_movement, &listing, error);
    g_clear_pointer(&listing.boxes, g_hash_table_unref);
    *rows = listing.rows;
    return ok;
}

static bool
get_ledger(struct request *request, GError **error)
{
    json_t *answer = json_object(), *rows = NULL;
    struct ledger_filter filter = {.before_seq = request_number(request, "before", 0),
                                   .last = request_number(request, "limit", 50)};
    struct names *names = names_read(request_inventory(request), error);
    struct box *box = NULL;
    bool ok = names != NULL;

    if (ok && request_has(request, "box")) {
        ok = box_find(request_inventory(request), request_text(request, "box"), &box, error) &&
             request_reaches_box(request, box, error);
        if (ok)
            filter.box = box->id;
    }
    ok = ok && past_movements(request, names, &filter, &rows, error);
    json_object_set_new(answer, "rows", rows);
    box_free(box);
    names_free(names);
    return reply_json_if(request, answer, ok);
}

/* --------------------------------------------------------------------------------------- charts */

/* One kind of medicine day by day, with the days before the first that EARS looks back on. */
struct series {
    double given[CHART_DAYS + EARS_DAYS], taken[CHART_DAYS + EARS_DAYS];
    bool any;
};

/* Whether the last day's takings are far above those of the days before, as an early hint (ears.h), which
 * is none before there are as many days as it looks at. */
static bool
is_alarm(const double *counts, int count)
{
    return ears_c2(counts, count) > 3 || ears_c3(counts, count) > 2;
}

/* known: the place of the first day of which anything is known. */
static json_t *
shape_series(const struct series *series, int type, int age, int days, int known)
{
    json_t *given = json_array(), *taken = json_array(), *surge = json_array();

    for (int i = EARS_DAYS; i < EARS_DAYS + days; i++) {
        json_array_append_new(given, shape_decimal(series->given[i], 0.1));
        json_array_append_new(taken, shape_decimal(series->taken[i], 0.1));
        json_array_append_new(
            surge, json_boolean(i >= known && is_alarm(series->taken + known, i + 1 - known)));
    }
    return json_pack("{s:s, s:s, s:o, s:o, s:o}", "type", drug_type_key((enum drug_type)type),
                     "age", drug_age_key((enum drug_age)age), "donated", given, "taken", taken,
                     "surge", surge);
}

static void
sort_sums(const GArray *sums, struct day first, struct series *all)
{
    for (guint i = 0; i < sums->len; i++) {
        const struct daily_sum *sum = &g_array_index(sums, struct daily_sum, i);
        struct series *series = &all[((int)sum->type - 1) * DRUG_AGES + (int)sum->age];
        int32_t day = sum->day.n - first.n;

        series->any = true;
        series->given[day] = (double)sum->given / STOCK_PERSON_DAY;
        series->taken[day] = (double)sum->taken / STOCK_PERSON_DAY;
    }
}

/* The area asked about, else the whole of one's own. */
static bool
read_area(struct request *request, struct area_id *area, GError **error)
{
    area->n = request_number(request, "area", request_identity(request)->area.n);
    return request_reaches_area(request, *area, error);
}

static bool
get_charts(struct request *request, GError **error)
{
    int days = (int)request_number(request, "days", 60);
    struct day today = request_today(request), first = {today.n - days + 1 - EARS_DAYS}, begin;
    g_autofree struct series *all = g_new0(struct series, DRUG_TYPES * DRUG_AGES);
    g_autoptr(GArray) sums = NULL;
    json_t *labels = json_array(), *list = json_array();
    struct area_id area;

    if (!read_area(request, &area, error) ||
        !daily_sums(request_inventory(request), area, first, today, &sums, error) ||
        !daily_begin(request_inventory(request), area, &begin, error)) {
        json_decref(labels);
        return reply_json_if(request, list, false);
    }
    sort_sums(sums, first, all);
    for (int i = 0; i < days; i++)
        json_array_append_new(labels, shape_day((struct day){first.n + EARS_DAYS + i}));
    for (int i = 0; i < DRUG_TYPES * DRUG_AGES; i++)
        if (all[i].any)
            json_array_append_new(list, shape_series(&all[i], i / DRUG_AGES + 1, i % DRUG_AGES,
                                                     days, MAX(begin.n - first.n, 0)));
    return reply_json(request, json_pack("{s:o, s:o}", "days", labels, "series", list));
}

static const struct fields_row ledger_fields[] = {
    {.name = "box", .kind = FIELDS_BOX},
    {.name = "before", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "limit", .kind = FIELDS_NUMBER, .low = 1, .high = 500},
    {0},
};

static const struct fields_row charts_fields[] = {
    {.name = "days", .kind = FIELDS_NUMBER, .low = 7, .high = CHART_DAYS},
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {0},
};

const struct route route_past[] = {
    {"GET", "/api/1/ledger", ROLE_SECRETARY, ROUTE_READ, ledger_fields, get_ledger, NULL, 0},
    {"GET", "/api/1/charts", ROLE_SECRETARY, ROUTE_LONG, charts_fields, get_charts, NULL, 0},
    {0},
};
