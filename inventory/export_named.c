/* Stock and ledger: rows that call boxes and medicines by their names. */

#include "inventory/exporting.h"
#include "inventory/import.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/names.h"
#include "inventory/stock.h"

/* ----------------------------------------------------------------------------------------- stock */

static bool
put_lot(struct exporting *work, const struct names *names, const struct stock_lot *lot,
        GError **error)
{
    const struct box *box = names_box(names, lot->box);
    const struct drug *drug = names_drug(names, lot->drug);
    struct area_chain chain;
    char date[DAY_TEXT_SIZE];

    if (box == NULL)
        return true;
    if (!area_chain_of(work->inventory, box->area, &chain, error))
        return false;
    csv_put_text(work->writer, box->code);
    exporting_put_chain(work, &chain);
    area_chain_clear(&chain);
    csv_put_text(work->writer, box->name);
    csv_put_text(work->writer, drug->name);
    csv_put_text(work->writer, drug->brand);
    csv_put_text(work->writer, drug->strength);
    csv_put_text(work->writer, drug->maker);
    if (lot->expiry.n == DAY_NEVER.n && !drug->undated)
        exporting_put_word(work, "never", "不过期");
    else
        csv_put_text(work->writer, day_format(lot->expiry, date));
    csv_put_text(work->writer, lot->lot);
    csv_put_number(work->writer, lot->units);
    exporting_end_row(work);
    return true;
}

static gint
compare(guint one, guint other)
{
    return (one > other) - (one < other);
}

/* Lots of one box and drug stay in the order they come in. */
static gint
by_names(gconstpointer a, gconstpointer b, gpointer data)
{
    const struct stock_lot *one = *(const struct stock_lot *const *)a,
                           *other = *(const struct stock_lot *const *)b;
    const struct names *names = data;
    gint order = compare(names_box_place(names, one->box), names_box_place(names, other->box));

    return order != 0
               ? order
               : compare(names_drug_place(names, one->drug), names_drug_place(names, other->drug));
}

static bool
put_stock(struct exporting *work, struct names *names, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;

    exporting_put_names(work, IMPORT_STOCK, "packs");
    if (!stock_lots(work->inventory, (struct box_id){0}, (struct drug_id){0}, &lots, error))
        return false;
    g_ptr_array_sort_with_data(lots, by_names, names);
    work->all = lots->len;
    for (guint i = 0; i < lots->len; i++)
        if (!put_lot(work, names, lots->pdata[i], error))
            return false;
    return true;
}

/* A moment by the inventory's own clock: 2026-11-24T12:00:00+08:00. */
static void
put_moment(struct exporting *work, int64_t ms)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset(work->inventory->utc_offset * 60);
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(ms / 1000);
    g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone(utc, zone) : NULL;
    g_autofree char *text =
        local != NULL ? g_date_time_format(local, "%Y-%m-%dT%H:%M:%S%:z") : g_strdup("");

    csv_put_text(work->writer, text);
}

/* ---------------------------------------------------------------------------------------- ledger */

struct ledger_work {
    struct exporting *work;
    const struct names *names;
};

/* The number of another movement; nothing for none. */
static void
put_entry(struct exporting *work, int64_t seq)
{
    if (seq != 0)
        csv_put_number(work->writer, seq);
    else
        csv_put_text(work->writer, "");
}

static bool
put_movement(const struct movement *m, int64_t undone_by, void *data)
{
    const struct ledger_work *ledger = data;
    struct exporting *work = ledger->work;
    const struct box *box = names_box(ledger->names, m->box);
    const struct drug *drug = names_drug(ledger->names, m->drug);
    char date[DAY_TEXT_SIZE], uid[UUID_TEXT_SIZE];

    if (box == NULL)
        return true;
    csv_put_number(work->writer, m->seq);
    csv_put_text(work->writer, uuid_format(&m->uid, uid));
    put_moment(work, m->at);
    put_moment(work, m->done_at);
    exporting_put_word(work, movement_kind_key(m->kind), movement_kind_word(m->kind));
    csv_put_text(work->writer, box->code);
    csv_put_text(work->writer, box->name);
    csv_put_text(work->writer, drug->name);
    csv_put_text(work->writer, drug->strength);
    csv_put_text(work->writer, drug->brand);
    csv_put_text(work->writer, day_format(m->expiry, date));
    csv_put_text(work->writer, m->lot);
    csv_put_number(work->writer, movement_direction(m->kind) * m->units);
    csv_put_text(work->writer, drug->unit);
    csv_put_text(work->writer, m->pack);
    put_entry(work, m->reverses);
    put_entry(work, undone_by);
    csv_put_text(work->writer, m->reason);
    exporting_end_row(work);
    return !csv_writer_failed(work->writer);
}

static bool
put_ledger(struct exporting *work, const struct names *names, GError **error)
{
    static const struct {
        const char *key, *chinese;
    } columns[] = {
        {"seq", "编号"},         {"uid", "标识"},
        {"at", "登记时间"},      {"done_at", "发生时间"},
        {"kind", "事项"},        {"code", "编码"},
        {"box", "药箱"},         {"drug", "药品"},
        {"strength", "规格"},    {"brand", "商品名"},
        {"expiry", "有效期"},    {"lot", "批号"},
        {"units", "数量"},       {"unit", "单位"},
        {"pack", "药盒码"},      {"reverses", "撤销的编号"},
        {"undone_by", "被撤销"}, {"reason", "备注"},
    };
    struct ledger_work ledger = {.work = work, .names = names};
    struct ledger_filter all = {.after_seq = 0};

    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        exporting_put_name(work, columns[i].key, columns[i].chinese);
    csv_put_row_end(work->writer);
    return ledger_count(work->inventory, &work->all, error) &&
           ledger_list(work->inventory, &all, put_movement, &ledger, error);
}

bool
exporting_named(struct exporting *work, GError **error)
{
    struct names *names = names_read_in(work->inventory, work->export->area, error);
    bool ok =
        names != NULL && (work->export->kind == EXPORT_STOCK ? put_stock(work, names, error)
                                                             : put_ledger(work, names, error));

    names_free(names);
    return ok;
}
