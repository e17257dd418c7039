#include "inventory/export.h"

#include <string.h>

#include "base/words.h"
#include "inventory/import.h"
#include "inventory/inside.h"
#include "inventory/stock.h"
#include "inventory/taught.h"

/* An export under way. */
struct work {
    struct inventory *inventory;
    const struct export *export;
    struct csv_writer *writer;
    int64_t done, all;
};

static const char *const keys[EXPORT_KINDS] = {
    [EXPORT_AREAS] = "areas", [EXPORT_BOXES] = "boxes",   [EXPORT_DRUGS] = "drugs",
    [EXPORT_STOCK] = "stock", [EXPORT_LEDGER] = "ledger",
};

const char *
export_kind_key(enum export_kind kind)
{
    return keys[kind];
}

int
export_kind_parse(const char *key)
{
    for (int kind = 0; kind < EXPORT_KINDS; kind++)
        if (strcmp(keys[kind], key) == 0)
            return kind;
    return -1;
}

static void
end_row(struct work *work)
{
    csv_put_row_end(work->writer);
    work->done++;
    if (work->export->progress != NULL)
        work->export->progress(work->done, work->all, work->export->progress_data);
}

/* The names of import's columns, up to one of them (NULL: all). */
static void
put_names(struct work *work, enum import_kind kind, const char *before)
{
    for (const struct import_column *c = import_columns(kind); c->key != NULL; c++)
        if (before == NULL || strcmp(c->key, before) != 0)
            csv_put_text(work->writer, c->key);
    csv_put_row_end(work->writer);
}

static void
put_chain(struct work *work, const struct area_chain *chain)
{
    csv_put_text(work->writer, chain->names[AREA_COMMUNITY]);
    csv_put_text(work->writer, chain->names[AREA_GRID]);
    csv_put_text(work->writer, chain->names[AREA_BUILDING]);
}

/* ---------------------------------------------------------------------------------------- areas */

/* "community/grid" above an area, as import reads it; "" for a community. */
static char *
path_above(const struct area_chain *chain, enum area_kind kind)
{
    GString *path = g_string_new(NULL);

    for (int above = AREA_COMMUNITY; above < (int)kind; above++)
        if (chain->names[above] != NULL)
            g_string_append_printf(path, "%s%s", path->len > 0 ? "/" : "", chain->names[above]);
    return g_string_free(path, FALSE);
}

static bool
put_area(struct work *work, const struct area *area, GError **error)
{
    struct area_chain chain;
    g_autofree char *path = NULL;

    if (area->kind < AREA_COMMUNITY)
        return true;
    if (!area_chain_of(work->inventory, area->id, &chain, error))
        return false;
    path = path_above(&chain, area->kind);
    csv_put_text(work->writer, area_kind_key(area->kind));
    csv_put_text(work->writer, area->name);
    csv_put_text(work->writer, path);
    end_row(work);
    area_chain_clear(&chain);
    return true;
}

static bool
put_areas(struct work *work, GError **error)
{
    g_autoptr(GPtrArray) areas = NULL;

    put_names(work, IMPORT_AREAS, NULL);
    if (!area_list(work->inventory, work->inventory->district, &areas, error))
        return false;
    work->all = areas->len;
    for (guint i = 0; i < areas->len; i++)
        if (!put_area(work, areas->pdata[i], error))
            return false;
    return true;
}

/* ---------------------------------------------------------------------------------------- boxes */

static void
put_coordinate(struct work *work, int32_t millionths)
{
    if (millionths == BOX_NO_COORDINATE)
        csv_put_text(work->writer, "");
    else
        csv_put_decimal(work->writer, millionths);
}

static bool
put_box(struct work *work, const struct box *box, GError **error)
{
    struct area_chain chain;

    if (!area_chain_of(work->inventory, box->area, &chain, error))
        return false;
    put_chain(work, &chain);
    area_chain_clear(&chain);
    csv_put_text(work->writer, box->name);
    csv_put_text(work->writer, box->place);
    csv_put_text(work->writer, box->phone);
    put_coordinate(work, box->lat);
    put_coordinate(work, box->lon);
    csv_put_number(work->writer, box->residents);
    csv_put_number(work->writer, box->vulnerable);
    csv_put_number(work->writer, box->capacity);
    csv_put_text(work->writer, box->code);
    csv_put_number(work->writer, box->count_days);
    csv_put_text(work->writer, box->retired ? "retired" : "active");
    end_row(work);
    return true;
}

static bool
put_boxes(struct work *work, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;

    put_names(work, IMPORT_BOXES, NULL);
    if (!box_list(work->inventory, work->inventory->district, true, &boxes, error))
        return false;
    work->all = boxes->len;
    for (guint i = 0; i < boxes->len; i++)
        if (!put_box(work, boxes->pdata[i], error))
            return false;
    return true;
}

/* ---------------------------------------------------------------------------------------- drugs */

static bool
put_codes(struct work *work, struct drug_id drug, GError **error)
{
    g_autoptr(GPtrArray) codes = NULL;
    g_autoptr(GString) text = g_string_new(NULL);

    if (!taught_list(work->inventory, drug, &codes, error))
        return false;
    for (guint i = 0; i < codes->len; i++) {
        const struct taught *code = codes->pdata[i];

        g_string_append_printf(text, "%s%s:%s:%d", i > 0 ? "|" : "", code->kind, code->code,
                               (int)code->units);
    }
    csv_put_text(work->writer, text->str);
    return true;
}

static bool
put_drug(struct work *work, const struct drug *drug, GError **error)
{
    g_autofree char *ingredients = g_strjoinv("|", drug->ingredients);

    csv_put_text(work->writer, drug->name);
    csv_put_text(work->writer, drug->brand);
    csv_put_text(work->writer, drug_type_key(drug->type));
    csv_put_text(work->writer, drug_age_key(drug->age));
    csv_put_text(work->writer, drug->form);
    csv_put_text(work->writer, drug->strength);
    csv_put_text(work->writer, drug->unit);
    csv_put_number(work->writer, drug->day_units);
    csv_put_number(work->writer, drug->pack_units);
    csv_put_text(work->writer, drug_class_key(drug->class));
    csv_put_text(work->writer, drug->cold_chain ? "yes" : "no");
    csv_put_text(work->writer, drug->undated ? "no" : "yes");
    csv_put_text(work->writer, drug->approval);
    csv_put_text(work->writer, drug->maker);
    csv_put_text(work->writer, ingredients);
    csv_put_text(work->writer, drug->retired ? "retired" : "active");
    if (!put_codes(work, drug->id, error))
        return false;
    end_row(work);
    return true;
}

static bool
put_drugs(struct work *work, GError **error)
{
    g_autoptr(GPtrArray) drugs = NULL;

    put_names(work, IMPORT_DRUGS, NULL);
    if (!drug_list(work->inventory, true, &drugs, error))
        return false;
    work->all = drugs->len;
    for (guint i = 0; i < drugs->len; i++)
        if (!put_drug(work, drugs->pdata[i], error))
            return false;
    return true;
}

/* ------------------------------------------------------------------------------ stock and ledger */

/* How a box or a drug is called in every row; each is looked up once. */
struct names {
    GHashTable *boxes, *drugs; /* number -> struct box *, struct drug * */
};

static void
names_init(struct names *names)
{
    names->boxes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)box_free);
    names->drugs = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)drug_free);
}

static void
names_clear(struct names *names)
{
    g_hash_table_destroy(names->boxes);
    g_hash_table_destroy(names->drugs);
}

static bool
names_read(struct names *names, struct inventory *inventory, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL, drugs = NULL;

    if (!box_list(inventory, (struct area_id){0}, true, &boxes, error) ||
        !drug_list(inventory, true, &drugs, error))
        return false;
    g_ptr_array_set_free_func(boxes, NULL);
    g_ptr_array_set_free_func(drugs, NULL);
    for (guint i = 0; i < boxes->len; i++)
        g_hash_table_insert(names->boxes,
                            GSIZE_TO_POINTER((gsize)((struct box *)boxes->pdata[i])->id.n),
                            boxes->pdata[i]);
    for (guint i = 0; i < drugs->len; i++)
        g_hash_table_insert(names->drugs,
                            GSIZE_TO_POINTER((gsize)((struct drug *)drugs->pdata[i])->id.n),
                            drugs->pdata[i]);
    return true;
}

static const struct box *
box_of(const struct names *names, struct box_id id)
{
    return g_hash_table_lookup(names->boxes, GSIZE_TO_POINTER((gsize)id.n));
}

static const struct drug *
drug_of(const struct names *names, struct drug_id id)
{
    return g_hash_table_lookup(names->drugs, GSIZE_TO_POINTER((gsize)id.n));
}

static bool
put_lot(struct work *work, const struct names *names, const struct stock_lot *lot, GError **error)
{
    const struct box *box = box_of(names, lot->box);
    const struct drug *drug = drug_of(names, lot->drug);
    struct area_chain chain;
    char date[DAY_TEXT_SIZE];

    if (!area_chain_of(work->inventory, box->area, &chain, error))
        return false;
    csv_put_text(work->writer, box->code);
    put_chain(work, &chain);
    area_chain_clear(&chain);
    csv_put_text(work->writer, box->name);
    csv_put_text(work->writer, drug->name);
    csv_put_text(work->writer, drug->brand);
    csv_put_text(work->writer, drug->strength);
    csv_put_text(work->writer, drug->maker);
    csv_put_text(work->writer, day_format(lot->expiry, date));
    csv_put_text(work->writer, lot->lot);
    csv_put_number(work->writer, lot->units);
    end_row(work);
    return true;
}

static bool
put_stock(struct work *work, const struct names *names, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;

    put_names(work, IMPORT_STOCK, "packs");
    if (!stock_lots(work->inventory, (struct box_id){0}, (struct drug_id){0}, &lots, error))
        return false;
    work->all = lots->len;
    for (guint i = 0; i < lots->len; i++)
        if (!put_lot(work, names, lots->pdata[i], error))
            return false;
    return true;
}

/* A moment by the inventory's own clock: 2026-11-24T12:00:00+08:00. */
static void
put_moment(struct work *work, int64_t ms)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset(work->inventory->utc_offset * 60);
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(ms / 1000);
    g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone(utc, zone) : NULL;
    g_autofree char *text =
        local != NULL ? g_date_time_format(local, "%Y-%m-%dT%H:%M:%S%:z") : g_strdup("");

    csv_put_text(work->writer, text);
}

struct ledger_work {
    struct work *work;
    const struct names *names;
};

static bool
put_movement(const struct movement *m, int64_t undone_by, void *data)
{
    const struct ledger_work *ledger = data;
    struct work *work = ledger->work;
    const struct box *box = box_of(ledger->names, m->box);
    const struct drug *drug = drug_of(ledger->names, m->drug);
    char date[DAY_TEXT_SIZE], uid[UUID_TEXT_SIZE];

    csv_put_number(work->writer, m->seq);
    csv_put_text(work->writer, uuid_format(&m->uid, uid));
    put_moment(work, m->at);
    put_moment(work, m->done_at);
    csv_put_text(work->writer, movement_kind_key(m->kind));
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
    csv_put_number(work->writer, m->reverses);
    csv_put_number(work->writer, undone_by);
    csv_put_text(work->writer, m->reason);
    end_row(work);
    return !csv_writer_failed(work->writer);
}

static bool
put_ledger(struct work *work, const struct names *names, GError **error)
{
    static const char *const columns[] = {
        "seq",   "uid",    "at",  "done_at", "kind", "code", "box",      "drug",      "strength",
        "brand", "expiry", "lot", "units",   "unit", "pack", "reverses", "undone_by", "reason",
    };
    struct ledger_work ledger = {.work = work, .names = names};
    struct ledger_filter all = {.after_seq = 0};

    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        csv_put_text(work->writer, columns[i]);
    csv_put_row_end(work->writer);
    return ledger_count(work->inventory, &work->all, error) &&
           ledger_list(work->inventory, &all, put_movement, &ledger, error);
}

/* ------------------------------------------------------------------------------------- the whole */

static bool
put_named(struct work *work, GError **error)
{
    struct names names;
    bool ok;

    names_init(&names);
    ok = names_read(&names, work->inventory, error) &&
         (work->export->kind == EXPORT_STOCK ? put_stock(work, &names, error)
                                             : put_ledger(work, &names, error));
    names_clear(&names);
    return ok;
}

static bool
put_all(struct work *work, GError **error)
{
    switch (work->export->kind) {
    case EXPORT_AREAS: return put_areas(work, error);
    case EXPORT_BOXES: return put_boxes(work, error);
    case EXPORT_DRUGS: return put_drugs(work, error);
    case EXPORT_STOCK:
    case EXPORT_LEDGER: return put_named(work, error);
    }
    return false;
}

bool
export_write(struct inventory *inventory, const struct export *export, csv_sink *sink,
             void *sink_data, int64_t *rows, GError **error)
{
    struct work work = {.inventory = inventory, .export = export};
    bool ok;

    if (!db_begin_read(inventory->db, error))
        return false;
    work.writer = csv_writer_new(sink, sink_data);
    ok = put_all(&work, error);
    ok = csv_writer_end(work.writer, ok ? error : NULL) && ok;
    if (rows != NULL)
        *rows = work.done;
    return db_end(inventory->db, ok, error) && ok;
}

bool
export_file(struct inventory *inventory, const struct export *export, const char *path,
            int64_t *rows, GError **error)
{
    struct csv_file *file = NULL;
    bool ok;

    if (!csv_file_open(path, &file, error))
        return false;
    ok = export_write(inventory, export, csv_into_file, file, rows, error);
    return csv_file_close(file, ok, ok ? error : NULL) && ok;
}

bool
export_bytes(struct inventory *inventory, const struct export *export, GBytes **bytes,
             int64_t *rows, GError **error)
{
    GByteArray *array = g_byte_array_new();
    bool ok = export_write(inventory, export, csv_into_array, array, rows, error);

    *bytes = g_byte_array_free_to_bytes(array);
    if (!ok)
        g_clear_pointer(bytes, g_bytes_unref);
    return ok;
}
