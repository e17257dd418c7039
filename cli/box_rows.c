#include "cli/box_rows.h"

#include "base/words.h"
#include "inventory/ledger.h"
#include "inventory/print.h"
#include "inventory/stock.h"

#define LAST 5 /* bookings shown with a box */

/* Both listings have the cells of add_box(); a list shows fewer of them to people. */
static const struct rows_column list_columns[] = {
    {"code", N_("Code"), ROWS_LEFT},
    {"name", N_("Name"), ROWS_LEFT},
    {"area", NULL, ROWS_RIGHT},
    {"area_path", N_("Area"), ROWS_LEFT},
    {"place", N_("Place"), ROWS_LEFT},
    {"phone", N_("Phone"), ROWS_LEFT},
    {"lat", NULL, ROWS_RIGHT},
    {"lon", NULL, ROWS_RIGHT},
    {"residents", N_("Residents"), ROWS_RIGHT},
    {"vulnerable", NULL, ROWS_RIGHT},
    {"capacity", NULL, ROWS_RIGHT},
    {"count_days", NULL, ROWS_RIGHT},
    {"counted_at", N_("Counted"), ROWS_LEFT},
    {"created_at", NULL, ROWS_LEFT},
    {"state", N_("State"), ROWS_LEFT},
    {"id", NULL, ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column one_columns[] = {
    {"code", N_("Code"), ROWS_LEFT},
    {"name", N_("Name"), ROWS_LEFT},
    {"area", NULL, ROWS_RIGHT},
    {"area_path", N_("Area"), ROWS_LEFT},
    {"place", N_("Place"), ROWS_LEFT},
    {"phone", N_("Phone"), ROWS_LEFT},
    {"lat", N_("Latitude"), ROWS_LEFT},
    {"lon", N_("Longitude"), ROWS_LEFT},
    {"residents", N_("Residents"), ROWS_LEFT},
    {"vulnerable", N_("Need care first"), ROWS_LEFT},
    {"capacity", N_("Capacity (packs)"), ROWS_LEFT},
    {"count_days", N_("Count every (days)"), ROWS_LEFT},
    {"counted_at", N_("Counted"), ROWS_LEFT},
    {"created_at", N_("Made"), ROWS_LEFT},
    {"state", N_("State"), ROWS_LEFT},
    {"id", NULL, ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_coordinate(struct rows *rows, int32_t millionths)
{
    if (millionths == BOX_NO_COORDINATE)
        rows_none(rows);
    else
        rows_decimal(rows, millionths, 6);
}

static void
add_box(struct rows *rows, struct names *names, const struct box *box)
{
    g_autofree char *capacity = g_strdup_printf("%d", (int)box->capacity);

    rows_box_code(rows, box->code);
    rows_text(rows, box->name);
    rows_number(rows, box->area.n);
    rows_text(rows, names_area_path(names, box->area));
    rows_text(rows, box->place);
    rows_text(rows, box->phone);
    add_coordinate(rows, box->lat);
    add_coordinate(rows, box->lon);
    rows_number(rows, box->residents);
    rows_number(rows, box->vulnerable);
    rows_number_as(rows, box->capacity, box->capacity > 0 ? capacity : NULL);
    rows_number(rows, box->count_days);
    rows_moment(rows, box->counted_at);
    rows_moment(rows, box->created_at);
    rows_word(rows, box->retired ? "retired" : "active",
              box->retired ? _("out of service") : _("in service"));
    rows_number(rows, box->id.n);
}

struct rows *
box_rows_list(struct face *face, struct names *names, const GPtrArray *boxes)
{
    struct rows *rows = rows_new(list_columns, answer_utc_offset(face->answer));

    for (guint i = 0; i < boxes->len; i++)
        add_box(rows, names, boxes->pdata[i]);
    return rows;
}

struct rows *
box_rows_one(struct face *face, struct names *names, const struct box *box)
{
    struct rows *rows = rows_new(one_columns, answer_utc_offset(face->answer));

    add_box(rows, names, box);
    return rows;
}

static const struct rows_column stock_columns[] = {
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"note", N_("Note"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_note(struct rows *rows, const struct stock_lot *lot, struct day today)
{
    if (lot->recalled)
        rows_word(rows, "recalled", _("recalled"));
    else if (lot->expiry.n < today.n)
        rows_word(rows, "expired", _("expired"));
    else
        rows_none(rows);
}

static void
add_lot(struct rows *rows, struct names *names, const struct stock_lot *lot, struct day today)
{
    const struct drug *drug = names_drug(names, lot->drug);
    g_autofree char *amount = drug_amount(drug, lot->units);

    rows_number(rows, lot->drug.n);
    rows_text(rows, names_drug_text(names, lot->drug));
    rows_number_as(rows, lot->units, amount);
    rows_day(rows, lot->expiry);
    rows_text(rows, lot->lot);
    add_note(rows, lot, today);
}

bool
box_rows_stock(struct face *face, struct names *names, const struct box *box, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    struct rows *rows;

    if (!stock_lots(face->inventory, box->id, (struct drug_id){0}, &lots, error))
        return false;
    rows = rows_new(stock_columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < lots->len; i++)
        add_lot(rows, names, lots->pdata[i], inventory_day(face->inventory, face->now));
    answer_heading(face->answer, "\n%s", _("What is in it"));
    answer_rows(face->answer, "stock", rows, _("Nothing yet."));
    return true;
}

static const struct rows_column movement_columns[] = {
    {"seq", N_("No."), ROWS_RIGHT},
    {"done_at", N_("When"), ROWS_LEFT},
    {"kind", N_("What"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

struct last {
    struct rows *rows;
    struct names *names;
};

static bool
add_movement(const struct movement *movement, int64_t undone_by, void *data)
{
    struct last *last = data;
    g_autofree char *amount = drug_amount(names_drug(last->names, movement->drug), movement->units);

    (void)undone_by;
    rows_number(last->rows, movement->seq);
    rows_moment(last->rows, movement->done_at);
    rows_word(last->rows, movement_kind_key(movement->kind), movement_kind_word(movement->kind));
    rows_number(last->rows, movement->drug.n);
    rows_text(last->rows, names_drug_text(last->names, movement->drug));
    rows_number_as(last->rows, movement->units, amount);
    return true;
}

bool
box_rows_last(struct face *face, struct names *names, const struct box *box, GError **error)
{
    struct ledger_filter filter = {.box = box->id, .last = LAST};
    struct last last = {rows_new(movement_columns, answer_utc_offset(face->answer)), names};

    if (!ledger_list(face->inventory, &filter, add_movement, &last, error)) {
        rows_free(last.rows);
        return false;
    }
    answer_heading(face->answer, "\n%s", _("Its last bookings"));
    answer_rows(face->answer, "movements", last.rows, _("None yet."));
    return true;
}

static const struct rows_column print_columns[] = {
    {"at", N_("Printed"), ROWS_LEFT},
    {"sheet", N_("Sheet"), ROWS_SPARSE},
    {"person_name", N_("Who"), ROWS_SPARSE},
    {"reason", N_("Reason"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

bool
box_rows_prints(struct face *face, const struct box *box, GError **error)
{
    g_autoptr(GPtrArray) prints = NULL;
    struct rows *rows;

    if (!print_list(face->inventory, box->id, 0, &prints, error))
        return false;
    rows = rows_new(print_columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < prints->len; i++) {
        const struct print *print = prints->pdata[i];

        rows_moment(rows, print->at);
        rows_text(rows, print->sheet);
        rows_text(rows, print->who);
        rows_text(rows, print->reason);
    }
    answer_heading(face->answer, "\n%s", _("Its labels"));
    answer_rows(face->answer, "prints", rows, _("None printed yet."));
    return true;
}
