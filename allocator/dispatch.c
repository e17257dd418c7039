#include "allocator/dispatch.h"

#include <math.h>

#include "base/words.h"

#define METRES_PER_DEGREE 111195.0 /* of a sphere of 6,371 km */
#define WEIGHT_SPAN 2.0            /* all residents vulnerable: three times the weight */
#define RETAINED_DAYS 1.0
#define CAN_WAIT 1e-6

/* What the plans of all cells share. */
struct work {
    const struct dispatch_input *input;
    struct dispatch *dispatch;
    GHashTable *box_index;  /* int64_t * id -> index + 1 */
    GHashTable *drug_by_id; /* int64_t * id -> struct drug * */
    struct plan_place *places;
    int32_t *free_packs; /* of each box, as cells are planned; or INT32_MAX */
    int32_t *lot_left;   /* units of each lot that are not given away */
    int32_t *lot_first;  /* of each box */
};

void
dispatch_line_free(struct dispatch_line *line)
{
    if (line == NULL)
        return;
    g_free(line->lot);
    g_free(line);
}

static int32_t
index_of(const struct work *w, struct box_id id)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(w->box_index, &id.n)) - 1;
}

static const struct drug *
drug_of(const struct work *w, struct drug_id id)
{
    return g_hash_table_lookup(w->drug_by_id, &id.n);
}

static const struct stock_lot *
lot_at(const struct work *w, int32_t i)
{
    return w->input->lots->pdata[i];
}

/* ------------------------------------------------------------------------------------ all cells */

static void
place_box(struct work *w, int32_t i, double equator)
{
    const struct box *box = w->input->boxes->pdata[i];
    struct plan_place *place = &w->places[i];
    bool known = box->lat != BOX_NO_COORDINATE && box->lon != BOX_NO_COORDINATE;

    place->box = box->id.n;
    place->x = known ? box->lon / 1e6 * METRES_PER_DEGREE * equator : NAN;
    place->y = known ? box->lat / 1e6 * METRES_PER_DEGREE : NAN;
    for (int g = 0; g < PLAN_GROUPS; g++)
        place->group[g] = w->input->groups[i][g];
    place->weight = 1;
    if (box->residents > 0)
        place->weight += WEIGHT_SPAN * MIN(1.0, (double)box->vulnerable / box->residents);
    w->free_packs[i] = box->capacity > 0 ? box->capacity : INT32_MAX;
}

/* On a plane that is true in the middle of all boxes. */
static void
place_boxes(struct work *w)
{
    double sum = 0;
    int known = 0;

    for (guint i = 0; i < w->input->boxes->len; i++) {
        const struct box *box = w->input->boxes->pdata[i];

        if (box->lat != BOX_NO_COORDINATE) {
            sum += box->lat / 1e6;
            known++;
        }
    }
    for (guint i = 0; i < w->input->boxes->len; i++)
        place_box(w, (int32_t)i, known > 0 ? cos(sum / known * G_PI / 180) : 1);
}

static int32_t
packs_of(const struct drug *drug, int32_t units)
{
    int32_t pack = MAX(drug->pack_units, 1);

    return (units + pack - 1) / pack;
}

/* Lots of each box begin at lot_first; what may not move has nothing left. */
static void
read_lots(struct work *w)
{
    const GPtrArray *lots = w->input->lots;

    for (guint i = 0; i < w->input->boxes->len; i++)
        w->lot_first[i] = -1;
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];
        const struct drug *drug = drug_of(w, lot->drug);
        int32_t box = index_of(w, lot->box);

        if (box < 0)
            continue;
        if (w->lot_first[box] < 0)
            w->lot_first[box] = (int32_t)i;
        if (w->free_packs[box] != INT32_MAX && drug != NULL)
            w->free_packs[box] = MAX(w->free_packs[box] - packs_of(drug, lot->units), 0);
        if (!lot->recalled && drug != NULL &&
            lot->expiry.n >= w->input->today.n + DISPATCH_LEAST_DAYS)
            w->lot_left[i] = lot->units;
    }
}

/* What open transfers will still take out: of the batch they name, then what expires first. */
static void
reserve(struct work *w, const struct transfer *t)
{
    int32_t box = index_of(w, t->from), left = t->units;

    if (t->state != TRANSFER_ACCEPTED || box < 0 || w->lot_first[box] < 0)
        return;
    for (int round = 0; round < 2; round++)
        for (guint i = (guint)w->lot_first[box]; left > 0 && i < w->input->lots->len; i++) {
            const struct stock_lot *lot = lot_at(w, (int32_t)i);
            bool named = lot->expiry.n == t->expiry.n && g_strcmp0(lot->lot, t->lot) == 0;
            int32_t units = MIN(left, w->lot_left[i]);

            if (lot->box.n != t->from.n)
                break;
            if (lot->drug.n != t->drug.n || named != (round == 0))
                continue;
            w->lot_left[i] -= units;
            left -= units;
        }
}

/* ------------------------------------------------------------------------------------- one cell */

/* What a lot is to this cell: millionths of a person-day per unit, or 0. */
static int64_t
weight_in(const struct work *w, const struct stock_lot *lot, const struct dispatch_cell *cell)
{
    const struct drug *drug = drug_of(w, lot->drug);

    if (drug == NULL || drug->type != cell->type || drug->age != cell->age)
        return 0;
    return stock_weight(drug->day_units);
}

static int
class_of(const struct work *w, struct day expiry)
{
    int class = 0;

    while (class < PLAN_CLASSES - 1 &&
           expiry.n - w->input->today.n >= w->input->rules->class_days[class])
        class ++;
    return class;
}

/* Units of a lot that can go: whole packs where only those may. */
static int32_t
movable(const struct work *w, int32_t i, int32_t units)
{
    const struct drug *drug = drug_of(w, lot_at(w, i)->drug);
    int32_t pack = w->input->packs ? MAX(drug->pack_units, 1) : 1;

    return units - units % pack;
}

static void
stock_places(struct work *w, const struct dispatch_cell *cell)
{
    guint boxes = w->input->boxes->len;
    g_autofree int64_t(*amount)[PLAN_CLASSES] = g_malloc0_n(boxes, sizeof(*amount));

    for (guint i = 0; i < w->input->lots->len; i++) {
        const struct stock_lot *lot = lot_at(w, (int32_t)i);
        int64_t weight = w->lot_left[i] > 0 ? weight_in(w, lot, cell) : 0;

        if (weight > 0)
            amount[index_of(w, lot->box)][class_of(w, lot->expiry)] += weight * w->lot_left[i];
    }
    for (guint i = 0; i < w->input->transfers->len; i++) {
        const struct transfer *t = w->input->transfers->pdata[i];
        struct stock_lot lot = {.drug = t->drug};
        int32_t box = index_of(w, t->to);

        if (box >= 0 && (t->state == TRANSFER_ACCEPTED || t->state == TRANSFER_CARRIED))
            amount[box][PLAN_CLASSES - 1] += weight_in(w, &lot, cell) * t->units;
    }
    for (guint i = 0; i < boxes; i++)
        for (int c = 0; c < PLAN_CLASSES; c++)
            w->places[i].stock[c] = (int32_t)(amount[i][c] / STOCK_PERSON_DAY);
}

/* The least that a pack of the cell's medicines is, so that rooms are never overstated. */
static double
person_days_of_pack(const struct work *w, const struct dispatch_cell *cell)
{
    double least = INFINITY;

    for (guint i = 0; i < w->input->drugs->len; i++) {
        const struct drug *drug = w->input->drugs->pdata[i];

        if (drug->type == cell->type && drug->age == cell->age && !drug->retired)
            least = fmin(least, (double)drug->pack_units / drug->day_units);
    }
    return isfinite(least) ? least : 1;
}

static void
forecast_places(struct work *w, const struct dispatch_cell *cell)
{
    double pack = person_days_of_pack(w, cell);

    for (guint i = 0; i < w->input->boxes->len; i++) {
        struct plan_place *place = &w->places[i];
        double room = w->free_packs[i] == INT32_MAX ? INFINITY : w->free_packs[i] * pack;

        place->forecast = (struct forecast){7, 0, 0, 0, 1};
        place->room = PLAN_ENDLESS;
        if (room < PLAN_ENDLESS / 2)
            place->room = (int32_t)room + place->stock[0] + place->stock[1] + place->stock[2];
    }
    for (guint i = 0; i < w->input->cells->len; i++) {
        const struct snapshot_cell *c = &g_array_index(w->input->cells, struct snapshot_cell, i);
        int32_t box = index_of(w, c->box);

        if (box < 0 || c->type != cell->type || c->age != cell->age)
            continue;
        w->places[box].forecast = w->input->forecasts[i];
    }
    for (guint i = 0; i < w->input->boxes->len; i++)
        w->places[i].retained =
            (int32_t)ceil(w->places[i].forecast.rate * RETAINED_DAYS - CAN_WAIT);
}

/* ---------------------------------------------------------------------------------- shipments */

static struct dispatch_line *
line_of(const struct work *w, const struct dispatch_cell *cell, const struct plan_shipment *s)
{
    const struct plan *plan = cell->plan;
    const struct plan_place *from = &w->places[s->from], *to = &w->places[s->to];
    struct dispatch_line *line = g_new0(struct dispatch_line, 1);

    line->from.n = from->box;
    line->to.n = to->box;
    line->type = cell->type;
    line->age = cell->age;
    line->metres = s->metres;
    line->from_before = plan->cover_before[s->from];
    line->from_after = plan->cover_after[s->from];
    line->to_before = plan->cover_before[s->to];
    line->to_after = plan->cover_after[s->to];
    line->from_rate = from->forecast.rate;
    line->to_rate = to->forecast.rate;
    line->from_amount = plan->before[s->from];
    line->to_amount = plan->before[s->to];
    line->chance_before = forecast_tail(&to->forecast, plan->before[s->to]);
    line->chance_after = forecast_tail(&to->forecast, plan->after[s->to]);
    line->gives = s->portions[0] + s->portions[1] + s->portions[2];
    return line;
}

static void
give_lot(struct work *w, const struct dispatch_cell *cell, const struct plan_shipment *s, guint i,
         int32_t units)
{
    const struct stock_lot *lot = lot_at(w, (int32_t)i);
    struct dispatch_line *line = line_of(w, cell, s);
    int32_t packs = packs_of(drug_of(w, lot->drug), units);

    line->drug = lot->drug;
    line->expiry = lot->expiry;
    line->lot = g_strdup(lot->lot);
    line->units = units;
    line->days_left = lot->expiry.n >= DAY_NEVER.n ? -1 : lot->expiry.n - w->input->today.n;
    w->lot_left[i] -= units;
    if (w->free_packs[s->to] != INT32_MAX)
        w->free_packs[s->to] = MAX(w->free_packs[s->to] - packs, 0);
    g_ptr_array_add(w->dispatch->lines, line);
}

/* Lots of a class until the shipment's portions are made up: never more. */
static void
fill_shipment(struct work *w, const struct dispatch_cell *cell, const struct plan_shipment *s)
{
    int64_t left[PLAN_CLASSES];
    int32_t first = w->lot_first[s->from];

    for (int c = 0; c < PLAN_CLASSES; c++)
        left[c] = s->portions[c] * STOCK_PERSON_DAY;
    for (guint i = (guint)MAX(first, 0); first >= 0 && i < w->input->lots->len; i++) {
        const struct stock_lot *lot = lot_at(w, (int32_t)i);
        int64_t weight = weight_in(w, lot, cell);
        int class = class_of(w, lot->expiry);
        int32_t units;

        if (lot->box.n != w->places[s->from].box)
            break;
        if (weight == 0)
            continue;
        units = (int32_t)MIN((int64_t)w->lot_left[i], left[class] / weight);
        units = movable(w, (int32_t)i, units);
        left[class] -= weight * units;
        if (units > 0)
            give_lot(w, cell, s, i, units);
    }
}

static bool
plan_cell(struct work *w, enum drug_type type, enum drug_age age, GError **error)
{
    struct dispatch_cell cell = {type, age, NULL};

    stock_places(w, &cell);
    forecast_places(w, &cell);
    cell.plan = plan_make(w->places, (int32_t)w->input->boxes->len, w->input->rules, error);
    if (cell.plan == NULL)
        return false;
    g_array_append_val(w->dispatch->cells, cell);
    for (guint i = 0; i < cell.plan->shipments->len; i++)
        fill_shipment(w, &cell, &g_array_index(cell.plan->shipments, struct plan_shipment, i));
    return true;
}

/* A cell that nobody has anything of, or asks for, needs no plan. */
static bool
is_alive(const struct work *w, enum drug_type type, enum drug_age age)
{
    bool wanted = false, there = false;

    for (guint i = 0; i < w->input->cells->len && !(wanted && there); i++) {
        const struct snapshot_cell *c = &g_array_index(w->input->cells, struct snapshot_cell, i);

        if (c->type != type || c->age != age)
            continue;
        wanted = wanted || w->input->forecasts[i].rate > 0;
        there = there || c->usable > 0;
    }
    return wanted && there;
}

static void
open_work(struct work *w)
{
    size_t boxes = w->input->boxes->len;

    w->box_index = g_hash_table_new(g_int64_hash, g_int64_equal);
    w->drug_by_id = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < boxes; i++)
        g_hash_table_insert(w->box_index, &((struct box *)w->input->boxes->pdata[i])->id.n,
                            GINT_TO_POINTER((int)i + 1));
    for (guint i = 0; i < w->input->drugs->len; i++)
        g_hash_table_insert(w->drug_by_id, &((struct drug *)w->input->drugs->pdata[i])->id.n,
                            w->input->drugs->pdata[i]);
    w->places = g_new0(struct plan_place, boxes);
    w->free_packs = g_new(int32_t, boxes);
    w->lot_first = g_new(int32_t, boxes);
    w->lot_left = g_new0(int32_t, w->input->lots->len);
    place_boxes(w);
    read_lots(w);
    for (guint i = 0; i < w->input->transfers->len; i++)
        reserve(w, w->input->transfers->pdata[i]);
}

static void
close_work(struct work *w)
{
    g_hash_table_unref(w->box_index);
    g_hash_table_unref(w->drug_by_id);
    g_free(w->places);
    g_free(w->free_packs);
    g_free(w->lot_first);
    g_free(w->lot_left);
}

bool
dispatch_plan(const struct dispatch_input *input, struct dispatch *dispatch, GError **error)
{
    struct work w = {.input = input, .dispatch = dispatch};
    bool ok = true;

    dispatch->lines = g_ptr_array_new_with_free_func((GDestroyNotify)dispatch_line_free);
    dispatch->cells = g_array_new(FALSE, FALSE, sizeof(struct dispatch_cell));
    open_work(&w);
    for (int critical = 1; critical >= 0; critical--)
        for (enum drug_type type = DRUG_FEVER; ok && type <= DRUG_OTHER; type++)
            for (enum drug_age age = DRUG_ALL_AGES; ok && age <= DRUG_CHILD; age++)
                if (drug_type_is_critical(type) == (critical == 1) &&
                    (input->type == 0 || (int)type == input->type) && is_alive(&w, type, age))
                    ok = plan_cell(&w, type, age, error);
    close_work(&w);
    return ok;
}

void
dispatch_clear(struct dispatch *dispatch)
{
    if (dispatch->lines != NULL)
        g_ptr_array_unref(dispatch->lines);
    for (guint i = 0; dispatch->cells != NULL && i < dispatch->cells->len; i++)
        plan_free(g_array_index(dispatch->cells, struct dispatch_cell, i).plan);
    if (dispatch->cells != NULL)
        g_array_unref(dispatch->cells);
    *dispatch = (struct dispatch){NULL, NULL};
}
