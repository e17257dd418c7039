#include "planning/draft.h"

#include <math.h>
#include <string.h>

#include "allocator/need.h"
#include "base/words.h"
#include "planning/ground.h"
#include "planning/learned.h"

/* What areas say of boxes: those they stand in, and who carries. */
static bool
place_boxes(struct inventory *inventory, struct draft *draft, GError **error)
{
    struct ground *ground = NULL;
    bool ok = ground_read(inventory, &ground, error);

    draft->groups = g_malloc0_n(draft->boxes->len, sizeof(*draft->groups));
    for (guint i = 0; ok && i < draft->boxes->len; i++)
        ground_groups(ground, draft->boxes->pdata[i], draft->groups[i]);
    ok = ok && carriers_read(inventory, draft->boxes, ground, &draft->carriers, error);
    ground_free(ground);
    return ok;
}

/* Which types a box has cells for, and which of them for all ages: bits by type, in two halves. */
#define ALL_AGES 16

static GHashTable *
types_of_boxes(const GArray *cells, uint32_t *there)
{
    GHashTable *types = g_hash_table_new(NULL, NULL);

    *there = 0;
    for (guint i = 0; i < cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(cells, struct snapshot_cell, i);
        gpointer box = GSIZE_TO_POINTER((gsize)cell->box.n);
        uint32_t bits = GPOINTER_TO_UINT(g_hash_table_lookup(types, box));

        bits |= 1u << cell->type | (cell->age == DRUG_ALL_AGES ? 1u << (cell->type + ALL_AGES) : 0);
        g_hash_table_insert(types, box, GUINT_TO_POINTER(bits));
        if (cell->age == DRUG_ALL_AGES && cell->usable > 0)
            *there |= 1u << cell->type;
    }
    return types;
}

/* What is for all ages helps wherever its type is wanted: where there is some, it may be brought to boxes
 * that never had any, too. */
static void
add_all_ages(struct draft *draft)
{
    uint32_t there;
    g_autoptr(GHashTable) types = types_of_boxes(draft->snapshot.cells, &there);

    for (guint b = 0; there != 0 && b < draft->boxes->len; b++) {
        const struct box *box = draft->boxes->pdata[b];
        uint32_t bits =
            GPOINTER_TO_UINT(g_hash_table_lookup(types, GSIZE_TO_POINTER((gsize)box->id.n)));
        const struct level *levels = level_of_box(draft->snapshot.book, box->area, box->id);

        for (enum drug_type type = DRUG_FEVER; type <= DRUG_OTHER; type++) {
            struct snapshot_cell cell = {.box = box->id, .type = type, .age = DRUG_ALL_AGES};

            cell.level = &levels[need_place(&cell)];
            if ((there & bits & ~(bits >> ALL_AGES)) & 1u << type)
                g_array_append_val(draft->snapshot.cells, cell);
        }
    }
}

/* What is to be filled anyway needs what is asked for until then. */
static void
forecast_cells(struct draft *draft, struct day today)
{
    GArray *cells = draft->snapshot.cells;

    draft->forecasts = g_new(struct forecast, cells->len);
    for (guint i = 0; i < cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(cells, struct snapshot_cell, i);

        struct day due = level_restock(cell->level, today);
        int32_t days = due.n == DAY_NONE.n ? DRAFT_HORIZON : MIN(due.n - today.n, DRAFT_HORIZON);

        draft->forecasts[i] =
            demand_forecast(outlook_demand(draft->outlook),
                            outlook_index(draft->outlook, cell->box), need_place(cell), days);
    }
}

bool
draft_read(struct inventory *inventory, struct area_id area, int64_t now, struct draft *draft,
           GError **error)
{
    struct box_id all = {0};

    *draft = (struct draft){.area = area, .rules = plan_rules_standard};
    if (!box_list(inventory, area, false, &draft->boxes, error) ||
        !place_boxes(inventory, draft, error) ||
        !stock_city_read(inventory, &draft->stock, error) ||
        !drug_list(inventory, true, &draft->drugs, error) ||
        !transfer_list(inventory, false, &draft->transfers, error) ||
        !snapshot_read(inventory, all, now, &draft->snapshot, error) ||
        !learned_read(inventory, now, &draft->outlook, error) ||
        !spare_lower(inventory, draft->outlook, now, draft->transfers, &draft->gaps, error))
        return false;
    add_all_ages(draft);
    forecast_cells(draft, inventory_day(inventory, now));
    draft->input = (struct dispatch_input){
        .boxes = draft->boxes,
        .groups = (const int64_t(*)[PLAN_GROUPS])draft->groups,
        .lots = draft->stock.lots,
        .drugs = draft->drugs,
        .transfers = draft->transfers,
        .cells = draft->snapshot.cells,
        .forecasts = draft->forecasts,
        .rules = &draft->rules,
        .carriers = draft->carriers.of,
        .loads = (const int64_t *)(const void *)draft->carriers.loads->data,
        .carrier_count = (int32_t)draft->carriers.loads->len,
        .today = inventory_day(inventory, now),
    };
    return true;
}

bool
draft_plan(struct draft *draft, GError **error)
{
    dispatch_clear(&draft->dispatch);
    return dispatch_plan(&draft->input, &draft->dispatch, error);
}

static struct transfer *
proposal_of(const struct dispatch_line *line)
{
    struct transfer *t = g_new0(struct transfer, 1);

    t->from = line->from;
    t->to = line->to;
    t->drug = line->drug;
    t->expiry = line->expiry;
    t->lot = g_strdup(line->lot);
    t->units = line->units;
    t->figures = dispatch_figures(line);
    t->reason = g_strdup("");
    return t;
}

GPtrArray *
draft_transfers(const struct draft *draft)
{
    GPtrArray *transfers = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);

    for (guint i = 0; i < draft->dispatch.lines->len; i++)
        g_ptr_array_add(transfers, proposal_of(draft->dispatch.lines->pdata[i]));
    return transfers;
}

bool
draft_propose(struct inventory *inventory, const struct draft *draft, bool again, int64_t now,
              GPtrArray **transfers, GError **error)
{
    *transfers = draft_transfers(draft);
    if (transfer_propose(inventory, draft->area, again, *transfers, now, error))
        return true;
    g_clear_pointer(transfers, g_ptr_array_unref);
    return false;
}

void
draft_clear(struct draft *draft)
{
    GPtrArray *lists[] = {draft->boxes, draft->drugs, draft->transfers};

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        if (lists[i] != NULL)
            g_ptr_array_unref(lists[i]);
    if (draft->gaps != NULL)
        g_array_unref(draft->gaps);
    stock_city_clear(&draft->stock);
    g_free(draft->groups);
    carriers_clear(&draft->carriers);
    g_free(draft->forecasts);
    outlook_free(draft->outlook);
    snapshot_clear(&draft->snapshot);
    dispatch_clear(&draft->dispatch);
}

/* In the figures of what was changed by hand: the base units that were proposed. */
#define PROPOSED "proposed="

bool
draft_is_changed(const struct transfer *t)
{
    const char *word = strstr(t->figures, PROPOSED);

    return word != NULL && g_ascii_strtoll(word + strlen(PROPOSED), NULL, 10) != t->units;
}

char *
draft_changed(const struct transfer *t)
{
    if (strstr(t->figures, PROPOSED) != NULL)
        return g_strdup(t->figures);
    return g_strdup_printf("%s%s" PROPOSED "%d", t->figures, t->figures[0] != '\0' ? " " : "",
                           t->units);
}

static char *
first_reason(const struct transfer *transfer)
{
    struct dispatch_line line = {.units = transfer->units};
    const char *end = strchr(transfer->reason, '\n');

    if (dispatch_read_figures(transfer->figures, &line))
        return dispatch_reason(&line);
    return end != NULL ? g_strndup(transfer->reason, (gsize)(end - transfer->reason))
                       : g_strdup(transfer->reason);
}

char *
draft_reason(const struct transfer *transfer)
{
    return draft_is_changed(transfer)
               ? g_strdup(_("Changed by hand: the plan had proposed another amount."))
               : first_reason(transfer);
}

char **
draft_arithmetic(const struct transfer *transfer)
{
    struct dispatch_line line = {.units = transfer->units};
    const char *end = strchr(transfer->reason, '\n');
    g_autofree char *sums = NULL, *first = NULL, *all = NULL;

    if (dispatch_read_figures(transfer->figures, &line))
        sums = dispatch_arithmetic(&line);
    else
        sums = g_strdup(end != NULL ? end + 1 : "");
    if (!draft_is_changed(transfer))
        return g_strsplit(sums, "\n", -1);
    first = first_reason(transfer);
    all = g_strjoin("\n", _("As it was when it was proposed:"), first, sums, NULL);
    return g_strsplit(all, "\n", -1);
}

char *
draft_notice(const struct transfer *transfer)
{
    struct dispatch_line line = {.metres = NAN};

    if (draft_is_changed(transfer) || !dispatch_read_figures(transfer->figures, &line) ||
        !(line.metres >= DRAFT_FAR) || line.gives >= DRAFT_LITTLE)
        return g_strdup("");
    return g_strdup_printf(_("only %.1f person-days go this way of %.1f km: is it worth it? "
                             "It could go along when there is more to carry"),
                           line.gives, line.metres / 1000);
}
