#include <math.h>
#include <stdlib.h>

#include "allocator/dispatch_inside.h"

#define METRES_PER_DEGREE 111195.0 /* of a sphere of 6,371 km */
#define WEIGHT_SPAN 2.0            /* all residents vulnerable: three times the weight */
#define CAN_WAIT 1e-4              /* of a portion: what rounded weights may differ by */

int32_t
dispatch_cell_number(enum drug_type type, enum drug_age age)
{
    return (int32_t)type * DRUG_AGES + (int32_t)age;
}

int32_t
dispatch_packs(const struct drug *drug, int32_t units)
{
    int32_t pack = MAX(drug->pack_units, 1);

    return (units + pack - 1) / pack;
}

void
dispatch_take_room(struct dispatch_work *w, int32_t place, const struct drug *drug, int32_t units)
{
    if (w->free_packs[place] != INT32_MAX)
        w->free_packs[place] = MAX(w->free_packs[place] - dispatch_packs(drug, units), 0);
}

int32_t
dispatch_room(const struct dispatch_work *w, int32_t place, const struct drug *drug)
{
    int64_t units = (int64_t)w->free_packs[place] * MAX(drug->pack_units, 1);

    return w->free_packs[place] == INT32_MAX ? INT32_MAX : (int32_t)MIN(units, INT32_MAX);
}

static int
by_id(const void *a, const void *b)
{
    const struct dispatch_id *one = a, *other = b;

    return (one->id > other->id) - (one->id < other->id);
}

/* Ids mostly run on without gaps. */
static int32_t
find(const struct dispatch_id *ids, guint count, int64_t id)
{
    struct dispatch_id key = {.id = id};
    const struct dispatch_id *found;

    if (count == 0)
        return -1;
    if (id >= ids[0].id && id - ids[0].id < count && ids[id - ids[0].id].id == id)
        return ids[id - ids[0].id].at;
    found = bsearch(&key, ids, count, sizeof(*ids), by_id);
    return found != NULL ? found->at : -1;
}

static int32_t
index_of(const struct dispatch_work *w, struct box_id box)
{
    return find(w->box_ids, w->input->boxes->len, box.n);
}

const struct drug *
dispatch_drug(const struct dispatch_work *w, struct drug_id drug)
{
    int32_t at = find(w->drug_ids, w->input->drugs->len, drug.n);

    return at >= 0 ? w->input->drugs->pdata[at] : NULL;
}

static void
read_ids(struct dispatch_work *w)
{
    guint boxes = w->input->boxes->len, drugs = w->input->drugs->len;

    w->box_ids = g_new(struct dispatch_id, boxes + 1);
    w->drug_ids = g_new(struct dispatch_id, drugs + 1);
    for (guint i = 0; i < boxes; i++)
        w->box_ids[i] =
            (struct dispatch_id){((struct box *)w->input->boxes->pdata[i])->id.n, (int)i};
    for (guint i = 0; i < drugs; i++)
        w->drug_ids[i] =
            (struct dispatch_id){((struct drug *)w->input->drugs->pdata[i])->id.n, (int)i};
    qsort(w->box_ids, boxes, sizeof(*w->box_ids), by_id);
    qsort(w->drug_ids, drugs, sizeof(*w->drug_ids), by_id);
}

void
dispatch_place(const struct box *box, double latitude, double *x, double *y)
{
    bool known = box->lat != BOX_NO_COORDINATE && box->lon != BOX_NO_COORDINATE;

    *x = known ? box->lon / 1e6 * METRES_PER_DEGREE * cos(latitude * G_PI / 180) : NAN;
    *y = known ? box->lat / 1e6 * METRES_PER_DEGREE : NAN;
}

static void
place_box(struct dispatch_work *w, int32_t i, double latitude)
{
    const struct box *box = w->input->boxes->pdata[i];
    struct plan_place *place = &w->places[i];

    place->box = box->id.n;
    dispatch_place(box, latitude, &place->x, &place->y);
    for (int g = 0; g < PLAN_GROUPS; g++)
        place->group[g] = w->input->groups[i][g];
    place->weight = 1;
    if (box->residents > 0)
        place->weight += WEIGHT_SPAN * MIN(1.0, (double)box->vulnerable / box->residents);
    place->carrier = dispatch_carrier_of(w->input, i);
    w->free_packs[i] = box->capacity > 0 ? box->capacity : INT32_MAX;
}

/* On a plane that is true in the middle of all boxes. */
static void
place_boxes(struct dispatch_work *w)
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
        place_box(w, (int32_t)i, known > 0 ? sum / known : 0);
}

static int
class_of(const struct dispatch_work *w, struct day expiry)
{
    int class = 0;

    while (class < PLAN_CLASSES - 1 &&
           expiry.n - w->input->today.n >= w->input->rules->class_days[class + 1])
        class ++;
    return class;
}

static struct dispatch_view
view_of(struct dispatch_work *w, const struct stock_lot *lot, int32_t box)
{
    struct dispatch_view view = {
        .drug = dispatch_drug(w, lot->drug), .box = box, .class = class_of(w, lot->expiry)};

    if (view.drug == NULL)
        return view;
    view.weight = stock_weight(view.drug->day_units);
    view.step = dispatch_step(w, view.drug);
    if (!lot->recalled && lot->expiry.n >= w->input->today.n + DISPATCH_LEAST_DAYS)
        view.left = lot->units;
    if (box >= 0)
        dispatch_take_room(w, box, view.drug, lot->units);
    return view;
}

/* Lots of each box begin at lot_first; what may not move has nothing left. */
static void
read_lots(struct dispatch_work *w)
{
    struct box_id last = {0};
    int32_t box = -1;

    for (guint i = 0; i < w->input->boxes->len; i++)
        w->lot_first[i] = -1;
    for (guint i = 0; i < w->input->lots->len; i++) {
        const struct stock_lot *lot = dispatch_lot(w, i);

        if (lot->box.n != last.n) {
            last = lot->box;
            box = index_of(w, last);
        }
        w->views[i] = view_of(w, lot, box);
        if (box >= 0 && w->lot_first[box] < 0)
            w->lot_first[box] = (int32_t)i;
    }
}

static bool
is_under_way(const struct transfer *t)
{
    return t->state == TRANSFER_ACCEPTED || t->state == TRANSFER_CARRIED;
}

/* What open transfers will still take out: of the batch they name, then what expires first. */
static void
reserve(struct dispatch_work *w, const struct transfer *t)
{
    int32_t box = index_of(w, t->from), left = t->units - t->sent;

    if (!is_under_way(t) || box < 0 || w->lot_first[box] < 0)
        return;
    for (int round = 0; round < 2; round++)
        for (guint i = (guint)w->lot_first[box]; left > 0 && i < w->input->lots->len; i++) {
            const struct stock_lot *lot = dispatch_lot(w, i);
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

double
dispatch_agreed_load(const struct dispatch_work *w, const struct transfer *t, int32_t *carrier)
{
    const struct drug *drug = dispatch_drug(w, t->drug);
    int32_t box = index_of(w, t->from);

    *carrier =
        box >= 0 && drug != NULL && is_under_way(t) ? dispatch_carrier_of(w->input, box) : -1;
    return *carrier < 0
               ? 0
               : (double)stock_weight(drug->day_units) * (t->units - t->sent) / STOCK_PERSON_DAY;
}

/* What an open transfer still brings, too, counts as being there, but goes nowhere from there yet. */
static void
add_coming(struct dispatch_work *w, const struct transfer *t)
{
    const struct drug *drug = dispatch_drug(w, t->drug);
    int32_t box = index_of(w, t->to);
    size_t cell;

    if (!is_under_way(t) || drug == NULL || box < 0)
        return;
    cell = (size_t)dispatch_cell_number(drug->type, drug->age);
    w->rests[cell * w->input->boxes->len + (size_t)box] +=
        stock_weight(drug->day_units) * (t->units - t->received);
    dispatch_take_room(w, box, drug, t->units - t->received);
}

/* What each cell has in each box: what may go, and what stays as it is. */
static void
add_up(struct dispatch_work *w)
{
    size_t boxes = w->input->boxes->len;

    w->amounts = g_malloc0_n(boxes * DISPATCH_CELLS, sizeof(*w->amounts));
    w->rests = g_new0(int64_t, boxes * DISPATCH_CELLS);
    w->held = g_malloc0_n(boxes * DISPATCH_CELLS, sizeof(*w->held));
    for (guint i = 0; i < w->input->lots->len; i++) {
        const struct dispatch_view *view = &w->views[i];
        size_t at;
        int32_t loose;

        if (view->drug == NULL || view->box < 0)
            continue;
        at = (size_t)dispatch_cell_number(view->drug->type, view->drug->age) * boxes +
             (size_t)view->box;
        loose = view->left % view->step;
        w->amounts[at][view->class] += view->weight * (view->left - loose);
        w->rests[at] += view->weight * loose;
        w->held[at][view->class] += view->weight * view->left;
    }
    for (guint i = 0; i < w->input->transfers->len; i++)
        add_coming(w, w->input->transfers->pdata[i]);
}

static const struct snapshot_cell *
snapshot_at(const struct dispatch_work *w, int32_t i)
{
    return &g_array_index(w->input->cells, struct snapshot_cell, i);
}

/* Sorts the snapshot's cells; those of other boxes are left out. */
static void
sort_cells(struct dispatch_work *w)
{
    guint count = w->input->cells->len;
    g_autofree int32_t *cells = g_new(int32_t, count + 1);
    int32_t next[DISPATCH_CELLS] = {0}, at = 0;

    for (guint i = 0; i < count; i++) {
        const struct snapshot_cell *cell = snapshot_at(w, (int32_t)i);

        cells[i] = index_of(w, cell->box) < 0 ? -1 : dispatch_cell_number(cell->type, cell->age);
        if (cells[i] >= 0)
            next[cells[i]]++;
    }
    for (int c = 0; c < DISPATCH_CELLS; c++) {
        w->cells.first[c] = at;
        at += next[c];
        next[c] = w->cells.first[c];
    }
    w->cells.first[DISPATCH_CELLS] = at;
    w->cells.at = g_new(int32_t, at + 1);
    for (guint i = 0; i < count; i++)
        if (cells[i] >= 0)
            w->cells.at[next[cells[i]]++] = (int32_t)i;
}

void
dispatch_open(struct dispatch_work *w)
{
    size_t boxes = w->input->boxes->len;

    read_ids(w);
    w->places = g_new0(struct plan_place, boxes);
    w->free_packs = g_new(int32_t, boxes);
    w->short_before = g_new0(bool, boxes);
    w->short_after = g_new0(bool, boxes);
    w->lot_first = g_new(int32_t, boxes);
    w->views = g_new(struct dispatch_view, w->input->lots->len);
    place_boxes(w);
    w->map = plan_map_new(w->places, (int32_t)boxes, w->input->rules);
    read_lots(w);
    for (guint i = 0; i < w->input->transfers->len; i++)
        reserve(w, w->input->transfers->pdata[i]);
    add_up(w);
    dispatch_choose_portions(w);
    sort_cells(w);
}

void
dispatch_close(struct dispatch_work *w)
{
    void *parts[] = {w->box_ids, w->drug_ids,  w->places,       w->free_packs,
                     w->views,   w->lot_first, w->amounts,      w->rests,
                     w->held,    w->cells.at,  w->short_before, w->short_after};

    plan_map_free(w->map);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
}

bool
dispatch_is_alive(const struct dispatch_work *w, enum drug_type type, enum drug_age age)
{
    int32_t cell = dispatch_cell_number(type, age);
    bool wanted = false, there = false;

    for (int32_t k = w->cells.first[cell]; k < w->cells.first[cell + 1]; k++) {
        wanted = wanted || w->input->forecasts[w->cells.at[k]].rate > 0;
        there = there || snapshot_at(w, w->cells.at[k])->usable > 0;
    }
    return wanted && there;
}

void
dispatch_find_bare(struct dispatch_work *w, enum drug_type type, enum drug_age age)
{
    int32_t cell = dispatch_cell_number(type, age);

    for (int32_t k = w->cells.first[cell]; k < w->cells.first[cell + 1]; k++) {
        int32_t box = index_of(w, snapshot_at(w, w->cells.at[k])->box);

        if (w->input->forecasts[w->cells.at[k]].rate > 0)
            w->short_before[box] = w->short_after[box] = true;
    }
}

/* ------------------------------------------------------------------------------------- one cell */

static void
stock_places(struct dispatch_work *w, enum drug_type type, enum drug_age age)
{
    guint boxes = w->input->boxes->len;
    size_t cell = (size_t)dispatch_cell_number(type, age);
    int64_t portion = w->portions[cell];

    for (guint i = 0; i < boxes; i++) {
        const int64_t *amounts = w->amounts[cell * boxes + i];
        int64_t rest = w->rests[cell * boxes + i];

        for (int c = 0; c < PLAN_CLASSES; c++) {
            w->places[i].stock[c] = (int32_t)(amounts[c] / portion);
            rest += amounts[c] % portion;
        }
        w->places[i].rest = (double)rest / STOCK_PERSON_DAY;
    }
}

/* Of what can go, as a mean. Lines are then held to the packs that there is room for. */
static double
person_days_of_pack(const struct dispatch_work *w, enum drug_type type, enum drug_age age)
{
    double amount = 0, packs = 0;

    for (guint i = 0; i < w->input->lots->len; i++) {
        const struct dispatch_view *view = &w->views[i];

        if (view->drug == NULL || view->drug->type != type || view->drug->age != age)
            continue;
        amount += (double)view->weight * view->left / STOCK_PERSON_DAY;
        packs += (double)view->left / MAX(view->drug->pack_units, 1);
    }
    return packs > 0 ? amount / packs : 1;
}

double
dispatch_kept(const struct level *level, double rate)
{
    return fmax(level->keep, rate * level->keep_days);
}

/* What is set to stay beyond what stays anyway, in whole portions. */
static int32_t
retained_of(const struct snapshot_cell *cell, const struct plan_place *place, double portion)
{
    double kept = dispatch_kept(cell->level, place->forecast.rate);

    return (int32_t)fmin(fmax(ceil((kept - place->rest) / portion - CAN_WAIT), 0),
                         PLAN_ENDLESS / 2);
}

static void
forecast_places(struct dispatch_work *w, enum drug_type type, enum drug_age age)
{
    double pack = person_days_of_pack(w, type, age);
    int32_t cell = dispatch_cell_number(type, age);
    double portion = (double)w->portions[cell] / STOCK_PERSON_DAY;

    for (guint i = 0; i < w->input->boxes->len; i++) {
        struct plan_place *place = &w->places[i];
        double room = w->free_packs[i] == INT32_MAX ? INFINITY : w->free_packs[i] * pack / portion;

        place->forecast = (struct forecast){7, 0, 0, 0, 1};
        place->retained = 0;
        place->room = PLAN_ENDLESS;
        if (room < PLAN_ENDLESS / 2)
            place->room =
                (int32_t)(room + CAN_WAIT) + place->stock[0] + place->stock[1] + place->stock[2];
    }
    for (int32_t k = w->cells.first[cell]; k < w->cells.first[cell + 1]; k++) {
        const struct snapshot_cell *c = snapshot_at(w, w->cells.at[k]);
        struct plan_place *place = &w->places[index_of(w, c->box)];

        place->forecast = w->input->forecasts[w->cells.at[k]];
        place->retained = retained_of(c, place, portion);
    }
}

void
dispatch_set_places(struct dispatch_work *w, enum drug_type type, enum drug_age age)
{
    stock_places(w, type, age);
    forecast_places(w, type, age);
}
