#include "cli/stock_rows.h"

#include "base/words.h"
#include "inventory/stock.h"

static struct day
today_of(const struct face *face)
{
    return inventory_day(face->inventory, face->now);
}

static void
add_amount(struct rows *rows, const struct drug *drug, int64_t units)
{
    g_autofree char *shown = drug_amount(drug, units);

    rows_number_as(rows, units, shown);
}

static void
add_box(struct rows *rows, struct names *names, struct box_id id)
{
    const struct box *box = names_box(names, id);

    rows_number(rows, id.n);
    rows_text(rows, box != NULL ? box->code : NULL);
    rows_text(rows, names_box_text(names, id));
}

/* --------------------------------------------------------------------------------------- totals */

static const struct rows_column box_columns[] = {
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"type", N_("Type"), ROWS_LEFT},
    {"age", N_("For"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"usable", N_("Can be taken"), ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

void
stock_rows_box(struct face *face, struct names *names, const GArray *totals)
{
    struct rows *rows = rows_new(box_columns, answer_utc_offset(face->answer));

    for (guint i = 0; i < totals->len; i++) {
        const struct stock_total *total = &g_array_index(totals, struct stock_total, i);
        const struct drug *drug = names_drug(names, total->drug);

        rows_number(rows, drug->id.n);
        rows_text(rows, names_drug_text(names, drug->id));
        rows_word(rows, drug_type_key(drug->type), drug_type_word(drug->type));
        rows_word(rows, drug_age_key(drug->age), drug_age_word(drug->age));
        add_amount(rows, drug, total->units);
        add_amount(rows, drug, total->usable);
    }
    answer_rows(face->answer, "rows", rows, _("Nothing is in it."));
}

static const struct rows_column drug_columns[] = {
    {"box", NULL, ROWS_RIGHT},
    {"box_code", NULL, ROWS_LEFT},
    {"box_name", N_("Box"), ROWS_LEFT},
    {"area", NULL, ROWS_RIGHT},
    {"area_path", N_("Area"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"usable", N_("Can be taken"), ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_place(struct rows *rows, struct names *names, const struct drug *drug,
          const struct stock_total *total)
{
    const struct box *box = names_box(names, total->box);

    add_box(rows, names, total->box);
    if (box != NULL)
        rows_number(rows, box->area.n);
    else
        rows_none(rows);
    rows_text(rows, box != NULL ? names_area_path(names, box->area) : NULL);
    add_amount(rows, drug, total->units);
    add_amount(rows, drug, total->usable);
}

void
stock_rows_drug(struct face *face, struct names *names, const struct drug *drug,
                const GArray *totals)
{
    struct rows *rows = rows_new(drug_columns, answer_utc_offset(face->answer));
    int64_t units = 0, usable = 0;
    g_autofree char *all = NULL, *free_to_take = NULL;

    for (guint i = 0; i < totals->len; i++) {
        const struct stock_total *total = &g_array_index(totals, struct stock_total, i);

        add_place(rows, names, drug, total);
        units += total->units;
        usable += total->usable;
    }
    answer_rows(face->answer, "rows", rows, _("It is in no box."));
    answer_number(face->answer, "units", units);
    answer_number(face->answer, "usable", usable);
    all = drug_amount(drug, units);
    free_to_take = drug_amount(drug, usable);
    if (totals->len > 1)
        answer_say(face->answer, _("In all: %s, of which %s can be taken."), all, free_to_take);
}

/* ----------------------------------------------------------------------------------------- lots */

/* The cells of add_lot(). */
#define LOT_COLUMNS(days_left)                                                                     \
    {                                                                                              \
        {"box", NULL, ROWS_RIGHT}, {"box_code", NULL, ROWS_LEFT},                                  \
            {"box_name", N_("Box"), ROWS_LEFT}, {"drug", NULL, ROWS_RIGHT},                        \
            {"drug_name", N_("Medicine"), ROWS_LEFT}, {"units", N_("Amount"), ROWS_RIGHT},         \
            {"expiry", N_("Use by"), ROWS_LEFT}, {"days_left", days_left, ROWS_RIGHT},             \
            {"lot", N_("Batch"), ROWS_LEFT}, {"state", N_("Note"), ROWS_LEFT},                     \
            {NULL, NULL, ROWS_LEFT},                                                               \
    }

static const struct rows_column lot_columns[] = LOT_COLUMNS(NULL);
static const struct rows_column expiring_columns[] = LOT_COLUMNS(N_("Days left"));

static void
add_state(struct rows *rows, const struct stock_lot *lot, struct day today)
{
    if (lot->expiry.n < today.n)
        rows_word(rows, "expired", _("expired"));
    else if (lot->recalled)
        rows_word(rows, "recalled", _("recalled"));
    else
        rows_word(rows, "usable", NULL);
}

static void
add_lot(struct rows *rows, struct names *names, const struct stock_lot *lot, struct day today)
{
    add_box(rows, names, lot->box);
    rows_number(rows, lot->drug.n);
    rows_text(rows, names_drug_text(names, lot->drug));
    add_amount(rows, names_drug(names, lot->drug), lot->units);
    rows_day(rows, lot->expiry);
    if (lot->expiry.n != DAY_NEVER.n)
        rows_number(rows, lot->expiry.n - today.n);
    else
        rows_none(rows);
    rows_text(rows, lot->lot);
    add_state(rows, lot, today);
}

static void
add_lots(struct face *face, struct names *names, const struct rows_column *columns,
         const GPtrArray *lots, const char *empty)
{
    struct rows *rows = rows_new(columns, answer_utc_offset(face->answer));

    for (guint i = 0; i < lots->len; i++)
        add_lot(rows, names, lots->pdata[i], today_of(face));
    answer_rows(face->answer, "rows", rows, empty);
}

void
stock_rows_lots(struct face *face, struct names *names, const GPtrArray *lots)
{
    add_lots(face, names, lot_columns, lots, _("There is none."));
}

void
stock_rows_expiring(struct face *face, struct names *names, const GPtrArray *lots,
                    const char *empty)
{
    add_lots(face, names, expiring_columns, lots, empty);
}
