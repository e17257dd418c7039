#include "inventory/export.h"

#include <string.h>

#include "base/words.h"
#include "inventory/exporting.h"
#include "inventory/import.h"
#include "inventory/inside.h"
#include "inventory/taught.h"

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

struct area_id
exporting_root(const struct exporting *work)
{
    return work->export->area.n != 0 ? work->export->area : work->inventory->district;
}

void
exporting_end_row(struct exporting *work)
{
    csv_put_row_end(work->writer);
    work->done++;
    if (work->export->progress != NULL)
        work->export->progress(work->done, work->all, work->export->progress_data);
}

void
exporting_put_names(struct exporting *work, enum import_kind kind, const char *without)
{
    for (const struct import_column *c = import_columns(kind); c->key != NULL; c++)
        if (without == NULL || strcmp(c->key, without) != 0)
            exporting_put_name(work, c->key, c->chinese);
    csv_put_row_end(work->writer);
}

void
exporting_put_name(struct exporting *work, const char *key, const char *chinese)
{
    exporting_put_word(work, key, work->export->keys ? key : chinese);
}

void
exporting_put_word(struct exporting *work, const char *key, const char *chinese)
{
    csv_put_text(work->writer, words_language() == WORDS_ZH ? chinese : key);
}

static void
put_yes_no(struct exporting *work, bool yes)
{
    exporting_put_word(work, yes ? "yes" : "no", yes ? "是" : "否");
}

static void
put_retired(struct exporting *work, bool retired)
{
    exporting_put_word(work, retired ? "retired" : "active", retired ? "停用" : "在用");
}

void
exporting_put_chain(struct exporting *work, const struct area_chain *chain)
{
    const char *community = chain->names[AREA_COMMUNITY];

    csv_put_text(work->writer, community != NULL ? community : IMPORT_DISTRICT);
    csv_put_text(work->writer, chain->names[AREA_GRID]);
    csv_put_text(work->writer, chain->names[AREA_BUILDING]);
}

/* ---------------------------------------------------------------------------------------- areas */

/* "community/grid" above an area, as import reads it; "/grid" where the grid is of no community, ""
 * for the district. */
static char *
path_above(const struct area_chain *chain, enum area_kind kind)
{
    const char *community = kind > AREA_COMMUNITY ? chain->names[AREA_COMMUNITY] : NULL,
               *grid = kind > AREA_GRID ? chain->names[AREA_GRID] : NULL;

    return g_strconcat(community != NULL ? community : "", grid != NULL ? "/" : "", grid, NULL);
}

static bool
put_area(struct exporting *work, const struct area *area, GError **error)
{
    struct area_chain chain;
    g_autofree char *path = NULL;

    if (area->kind < AREA_COMMUNITY)
        return true;
    if (!area_chain_of(work->inventory, area->id, &chain, error))
        return false;
    path = path_above(&chain, area->kind);
    exporting_put_word(work, area_kind_key(area->kind), area_kind_word(area->kind));
    csv_put_text(work->writer, area->name);
    csv_put_text(work->writer, path);
    exporting_end_row(work);
    area_chain_clear(&chain);
    return true;
}

static bool
put_areas(struct exporting *work, GError **error)
{
    g_autoptr(GPtrArray) areas = NULL;

    exporting_put_names(work, IMPORT_AREAS, NULL);
    if (!area_list(work->inventory, exporting_root(work), &areas, error))
        return false;
    work->all = areas->len;
    for (guint i = 0; i < areas->len; i++)
        if (!put_area(work, areas->pdata[i], error))
            return false;
    return true;
}

/* ---------------------------------------------------------------------------------------- boxes */

static void
put_coordinate(struct exporting *work, int32_t millionths)
{
    if (millionths == BOX_NO_COORDINATE)
        csv_put_text(work->writer, "");
    else
        csv_put_decimal(work->writer, millionths);
}

static bool
put_box(struct exporting *work, const struct box *box, GError **error)
{
    struct area_chain chain;

    if (!area_chain_of(work->inventory, box->area, &chain, error))
        return false;
    exporting_put_chain(work, &chain);
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
    put_retired(work, box->retired);
    exporting_end_row(work);
    return true;
}

static bool
put_boxes(struct exporting *work, GError **error)
{
    g_autoptr(GPtrArray) boxes = NULL;

    exporting_put_names(work, IMPORT_BOXES, NULL);
    if (!box_list(work->inventory, exporting_root(work), true, &boxes, error))
        return false;
    work->all = boxes->len;
    for (guint i = 0; i < boxes->len; i++)
        if (!put_box(work, boxes->pdata[i], error))
            return false;
    return true;
}

/* ---------------------------------------------------------------------------------------- drugs */

static int
by_kind_and_code(gconstpointer a, gconstpointer b)
{
    const struct taught *one = *(const struct taught *const *)a,
                        *other = *(const struct taught *const *)b;
    int order = strcmp(one->kind, other->kind);

    return order != 0 ? order : strcmp(one->code, other->code);
}

/* Not in the order of their learning, which an import does not keep. */
static bool
put_codes(struct exporting *work, struct drug_id drug, GError **error)
{
    g_autoptr(GPtrArray) codes = NULL;
    g_autoptr(GString) text = g_string_new(NULL);

    if (!taught_list(work->inventory, drug, &codes, error))
        return false;
    g_ptr_array_sort(codes, by_kind_and_code);
    for (guint i = 0; i < codes->len; i++) {
        const struct taught *code = codes->pdata[i];

        g_string_append_printf(text, "%s%s:%s:%d", i > 0 ? "|" : "", code->kind, code->code,
                               (int)code->units);
    }
    csv_put_text(work->writer, text->str);
    return true;
}

static bool
put_drug(struct exporting *work, const struct drug *drug, GError **error)
{
    g_autofree char *ingredients = g_strjoinv("|", drug->ingredients);
    const struct drug_form *form = drug_form_find(drug->form);

    csv_put_text(work->writer, drug->name);
    csv_put_text(work->writer, drug->brand);
    exporting_put_word(work, drug_type_key(drug->type), drug_type_word(drug->type));
    exporting_put_word(work, drug_age_key(drug->age), drug_age_word(drug->age));
    exporting_put_word(work, drug->form, form != NULL ? words(form->word) : drug->form);
    csv_put_text(work->writer, drug->strength);
    csv_put_text(work->writer, drug->unit);
    csv_put_number(work->writer, drug->day_units);
    csv_put_number(work->writer, drug->pack_units);
    exporting_put_word(work, drug_class_key(drug->class), drug_class_word(drug->class));
    put_yes_no(work, drug->cold_chain);
    put_yes_no(work, !drug->undated);
    csv_put_text(work->writer, drug->approval);
    csv_put_text(work->writer, drug->maker);
    csv_put_text(work->writer, ingredients);
    put_retired(work, drug->retired);
    if (!put_codes(work, drug->id, error))
        return false;
    exporting_end_row(work);
    return true;
}

static bool
put_drugs(struct exporting *work, GError **error)
{
    g_autoptr(GPtrArray) drugs = NULL;

    exporting_put_names(work, IMPORT_DRUGS, NULL);
    if (!drug_list(work->inventory, true, &drugs, error))
        return false;
    work->all = drugs->len;
    for (guint i = 0; i < drugs->len; i++)
        if (!put_drug(work, drugs->pdata[i], error))
            return false;
    return true;
}

/* ------------------------------------------------------------------------------------- the whole */

static bool
put_all(struct exporting *work, GError **error)
{
    switch (work->export->kind) {
    case EXPORT_AREAS: return put_areas(work, error);
    case EXPORT_BOXES: return put_boxes(work, error);
    case EXPORT_DRUGS: return put_drugs(work, error);
    case EXPORT_STOCK:
    case EXPORT_LEDGER: return exporting_named(work, error);
    }
    return false;
}

bool
export_write(struct inventory *inventory, const struct export *export, csv_sink *sink,
             void *sink_data, int64_t *rows, GError **error)
{
    struct exporting work = {.inventory = inventory, .export = export};
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
