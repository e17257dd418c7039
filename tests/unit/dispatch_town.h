#ifndef TESTS_UNIT_DISPATCH_TOWN_H
#define TESTS_UNIT_DISPATCH_TOWN_H

/* A small town on one street, whose transfers are planned. */

#include "allocator/dispatch.h"
#include "allocator/proof.h"
#include "inventory/stock.h"

#define TODAY 20000
#define WEIGHT 250000 /* millionths of a person-day: four units a day */
#define UNITS(days) ((days)*4)

/* A town to plan for, as lists grow; freed with its free functions. */
struct town {
    GPtrArray *boxes, *drugs, *transfers;
    GArray *lots, *cells, *forecasts;
    int64_t groups[16][PLAN_GROUPS];
    struct plan_rules rules;
    struct level levels[64]; /* of the cells */
    struct dispatch_input input;
    struct dispatch plan;
};

static inline void
lot_clear(gpointer data)
{
    g_free(((struct stock_lot *)data)->lot);
}

static inline void
open_town(struct town *t, gconstpointer data)
{
    (void)data;
    words_use(WORDS_EN);
    *t = (struct town){
        .boxes = g_ptr_array_new_with_free_func((GDestroyNotify)box_free),
        .lots = g_array_new(FALSE, FALSE, sizeof(struct stock_lot)),
        .drugs = g_ptr_array_new_with_free_func((GDestroyNotify)drug_free),
        .transfers = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free),
        .cells = g_array_new(FALSE, TRUE, sizeof(struct snapshot_cell)),
        .forecasts = g_array_new(FALSE, TRUE, sizeof(struct forecast)),
        .rules = plan_rules_standard,
    };
    g_array_set_clear_func(t->lots, lot_clear);
}

static inline void
close_town(struct town *t, gconstpointer data)
{
    (void)data;
    g_ptr_array_unref(t->boxes);
    g_array_unref(t->lots);
    g_ptr_array_unref(t->drugs);
    g_ptr_array_unref(t->transfers);
    g_array_unref(t->cells);
    g_array_unref(t->forecasts);
    dispatch_clear(&t->plan);
}

/* A box on a street, every 200 m one, for so many packs (0: any). */
static inline struct box *
add_box(struct town *t, int32_t packs)
{
    struct box *box = g_new0(struct box, 1);

    box->id.n = (int64_t)t->boxes->len + 1;
    box->code = g_strdup("");
    box->name = g_strdup("");
    box->lat = 37800000;
    box->lon = 106200000 + 2276 * (int32_t)t->boxes->len;
    box->residents = 100;
    box->capacity = packs;
    t->groups[t->boxes->len][0] = 1;
    g_ptr_array_add(t->boxes, box);
    return box;
}

static inline struct drug *
add_drug(struct town *t, enum drug_type type, enum drug_age age, const char *form)
{
    struct drug *drug = g_new0(struct drug, 1);

    drug->id.n = (int64_t)t->drugs->len + 1;
    drug->name = g_strdup("");
    drug->form = g_strdup(form);
    drug->type = type;
    drug->age = age;
    drug->day_units = 4;
    drug->pack_units = 12;
    g_ptr_array_add(t->drugs, drug);
    return drug;
}

static inline struct stock_lot *
lot_at(const struct town *t, guint i)
{
    return &g_array_index(t->lots, struct stock_lot, i);
}

/* As long as there is no other. */
static inline struct stock_lot *
add_lot(struct town *t, int64_t box, int64_t drug, int32_t units, int32_t days)
{
    struct stock_lot lot = {.box = {box},
                            .drug = {drug},
                            .expiry = {TODAY + days},
                            .lot = g_strdup_printf("L%d", days),
                            .units = units};

    g_array_append_val(t->lots, lot);
    return lot_at(t, t->lots->len - 1);
}

/* What a box is asked for a day, and what it retains. */
static inline struct snapshot_cell *
add_cell(struct town *t, int64_t box, enum drug_type type, enum drug_age age, double rate)
{
    struct level *level = &t->levels[t->cells->len];
    struct snapshot_cell cell = {.box = {box}, .type = type, .age = age, .level = level};
    struct forecast forecast = {7, rate, 7 * rate, 10 * rate, 1};

    g_assert_cmpuint(t->cells->len, <, G_N_ELEMENTS(t->levels));
    *level = (struct level){.keep_days = 1};
    for (guint i = 0; i < t->lots->len; i++) {
        const struct stock_lot *lot = lot_at(t, i);
        const struct drug *drug = t->drugs->pdata[lot->drug.n - 1];

        if (lot->box.n == box && drug->type == type && drug->age == age)
            cell.usable += (int64_t)lot->units * WEIGHT;
    }
    g_array_append_val(t->cells, cell);
    g_array_append_val(t->forecasts, forecast);
    return &g_array_index(t->cells, struct snapshot_cell, t->cells->len - 1);
}

static inline void
plan(struct town *t)
{
    g_autoptr(GError) error = NULL;

    t->input.boxes = t->boxes;
    t->input.groups = (const int64_t(*)[PLAN_GROUPS])t->groups;
    t->input.lots = t->lots;
    t->input.drugs = t->drugs;
    t->input.transfers = t->transfers;
    t->input.cells = t->cells;
    t->input.forecasts = (const struct forecast *)(const void *)t->forecasts->data;
    t->input.rules = &t->rules;
    t->input.today.n = TODAY;
    dispatch_clear(&t->plan);
    g_assert_true(dispatch_plan(&t->input, &t->plan, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < t->plan.cells->len; i++) {
        const struct plan *p = g_array_index(t->plan.cells, struct dispatch_cell, i).plan;

        g_assert_true(proof_check(&p->problem, p->answer.flow, p->answer.price, &error));
    }
}

static inline const struct dispatch_line *
line(const struct town *t, guint i)
{
    g_assert_cmpuint(i, <, t->plan.lines->len);
    return t->plan.lines->pdata[i];
}

static inline int32_t
carried(const struct town *t)
{
    int32_t units = 0;

    for (guint i = 0; i < t->plan.lines->len; i++)
        units += line(t, i)->units;
    return units;
}

/* One box full of fever medicine, one that has none and is asked for one person-day a day. */
static inline struct snapshot_cell *
rich_and_poor(struct town *t, int32_t units, int32_t days)
{
    add_box(t, 0);
    add_box(t, 0);
    add_drug(t, DRUG_FEVER, DRUG_ADULT, "tablet");
    add_lot(t, 1, 1, units, days);
    add_cell(t, 1, DRUG_FEVER, DRUG_ADULT, 1);
    return add_cell(t, 2, DRUG_FEVER, DRUG_ADULT, 1);
}

#endif
