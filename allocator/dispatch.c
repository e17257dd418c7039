#include "allocator/dispatch.h"

#include <math.h>

#include "base/words.h"

#define METRES_PER_DEGREE 111195.0 /* of a sphere of 6,371 km */
#define WEIGHT_SPAN 2.0            /* all residents vulnerable: three times the weight */
#define RETAINED_DAYS 1.0
#define CAN_WAIT 1e-6

/* What a lot is to the plans: looked up once. */
struct view {
    int32_t box;    /* its index, or -1 */
    int32_t class;  /* by days to expiry */
    int32_t cell;   /* type and age group, or -1 for an unknown medicine */
    int32_t left;   /* units that may go and are not given away */
    int64_t weight; /* millionths of a person-day a unit */
};

/* What the plans of all cells share. */
struct work {
    const struct dispatch_input *input;
    struct dispatch *dispatch;
    GHashTable *box_index;  /* int64_t * id -> index + 1 */
    GHashTable *drug_by_id; /* int64_t * id -> struct drug * */
    struct plan_place *places;
    int32_t *free_packs; /* of each box, as cells are planned; or INT32_MAX */
    struct view *views;  /* of each lot */
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

static int32_t
cell_number(enum drug_type type, enum drug_age age)
{
    return (int32_t)type * DRUG_AGES + (int32_t)age;
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

static struct view
view_of(const struct work *w, const struct stock_lot *lot)
{
    const struct drug *drug = drug_of(w, lot->drug);
    struct view view = {index_of(w, lot->box), class_of(w, lot->expiry), -1, 0, 0};

    if (drug == NULL)
        return view;
    view.cell = cell_number(drug->type, drug->age);
    view.weight = stock_weight(drug->day_units);
    if (!lot->recalled && lot->expiry.n >= w->input->today.n + DISPATCH_LEAST_DAYS)
        view.left = lot->units;
    if (view.box >= 0 && w->free_packs[view.box] != INT32_MAX)
        w->free_packs[view.box] = MAX(w->free_packs[view.box] - packs_of(drug, lot->units), 0);
    return view;
}

/* Lots of each box begin at lot_first; what may not move has nothing left. */
static void
read_lots(struct work *w)
{
    const GPtrArray *lots = w->input->lots;

    for (guint i = 0; i < w->input->boxes->len; i++)
        w->lot_first[i] = -1;
    for (guint i = 0; i < lots->len; i++) {
        struct view *view = &w->views[i];

        *view = view_of(w, lots->pdata[i]);
        if (view->box >= 0 && w->lot_first[view->box] < 0)
            w->lot_first[view->box] = (int32_t)i;
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
            int32_t units = MIN(left, w->views[i].left);

            if (lot->box.n != t->from.n)
                break;
            if (lot->drug.n != t->drug.n || named != (round == 0))
                continue;
            w->views[i].left -= units;
            left -= units;
        }
}

/* ------------------------------------------------------------------------------------- one cell */

static bool
is_of_cell(const struct view *view, const struct dispatch_cell *cell)
{
    return view->cell == cell_number(cell->type, cell->age);
}

/* Person-days, in millionths, that an open transfer still brings. */
static int64_t
coming(const struct work *w, const struct transfer *t, const struct dispatch_cell *cell)
{
    const struct drug *drug = drug_of(w, t->drug);
    bool open = t->state == TRANSFER_ACCEPTED || t->state == TRANSFER_CARRIED;

    if (!open || drug == NULL || drug->type != cell->type || drug->age != cell->age)
        return 0;
    return stock_weight(drug->day_units) * t->units;
}

/* Units of a lot that can go: whole packs where only those may, and of what is not sealed piece by
 * piece, such as a bottle of syrup. */
static int32_t
movable(const struct work *w, int32_t i, int32_t units)
{
    const struct drug *drug = drug_of(w, lot_at(w, i)->drug);
    const struct drug_form *form = drug_form_find(drug->form);
    bool loose = !w->input->packs && form != NULL && form->sealed_units;
    int32_t pack = loose ? 1 : MAX(drug->pack_units, 1);

    return units - units % pack;
}

static void
stock_places(struct work *w, const struct dispatch_cell *cell)
{
    guint boxes = w->input->boxes->len;
    g_autofree int64_t(*amount)[PLAN_CLASSES] = g_malloc0_n(boxes, sizeof(*amount));

    for (guint i = 0; i < w->input->lots->len; i++) {
        const struct view *view = &w->views[i];

        if (view->left > 0 && view->box >= 0 && is_of_cell(view, cell))
            amount[view->box][view->class] += view->weight * view->left;
    }
    for (guint i = 0; i < w->input->transfers->len; i++) {
        const struct transfer *t = w->input->transfers->pdata[i];
        int32_t box = index_of(w, t->to);

        if (box >= 0)
            amount[box][PLAN_CLASSES - 1] += coming(w, t, cell);
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
        int32_t box;

        if (c->type != cell->type || c->age != cell->age || (box = index_of(w, c->box)) < 0)
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
    w->views[i].left -= units;
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
        const struct view *view = &w->views[i];
        int32_t units;

        if (view->box != s->from)
            break;
        if (!is_of_cell(view, cell))
            continue;
        units = (int32_t)MIN((int64_t)view->left, left[view->class] / view->weight);
        units = movable(w, (int32_t)i, units);
        left[view->class] -= view->weight * units;
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
    w->views = g_new(struct view, w->input->lots->len);
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
    g_free(w->views);
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
