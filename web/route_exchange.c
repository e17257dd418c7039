/* Tables in and out: CSV as import and export know it, and workbooks. */

#include <string.h>

#include <jansson.h>

#include "base/words.h"
#include "inventory/export.h"
#include "inventory/import.h"
#include "web/chance.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/sheet_xlsx.h"

#define IMPORT_MOST (16 * 1024 * 1024)
#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static const char *const imports[] = {"areas", "boxes", "drugs", "stock", NULL};

/* Two of each kind, in its order. */
static const char *const files[] = {"areas.csv",  "areas.xlsx",  "boxes.csv", "boxes.xlsx",
                                    "drugs.csv",  "drugs.xlsx",  "stock.csv", "stock.xlsx",
                                    "ledger.csv", "ledger.xlsx", NULL};

/* --------------------------------------------------------------------------------------- import */

/* The complaints of an import, which its error has one a line below the first. */
static json_t *
complaints_of(const GError *error)
{
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
    json_t *list = json_array();

    for (char **line = lines; *line != NULL; line++)
        json_array_append_new(list, json_string(*line));
    return list;
}

static json_t *
texts_of(const GPtrArray *texts)
{
    json_t *list = json_array();

    for (guint i = 0; i < texts->len; i++)
        json_array_append_new(list, json_string(texts->pdata[i]));
    return list;
}

static json_t *
shape_result(const struct import *import, const struct import_result *result, const GError *error)
{
    return json_pack("{s:b, s:b, s:I, s:I, s:I, s:I, s:I, s:o, s:o, s:o}", "taken",
                     !import->dry_run && error == NULL, "preview", import->dry_run, "rows",
                     (json_int_t)result->rows, "added", (json_int_t)result->added, "changed",
                     (json_int_t)result->changed, "unchanged", (json_int_t)result->unchanged,
                     "areas", (json_int_t)result->areas, "communities",
                     texts_of(import->communities), "changes", texts_of(import->changes), "errors",
                     error != NULL ? complaints_of(error) : json_array());
}

static bool
note_import(struct request *request, const struct import *import,
            const struct import_result *result, GError **error)
{
    g_autofree char *detail =
        g_strdup_printf("%lld + %lld", (long long)result->added, (long long)result->changed);

    return record_add(request, import->person, AUDIT_IMPORT, (struct area_id){0},
                      import_kind_key(import->kind), detail, error);
}

/* A file may name any box of the district, so only who looks after all of it brings one in. A file that can't be taken is an answer to who only asked what would be; else an error. */
static bool
post_import(struct request *request, GError **error)
{
    bool preview = request_flag(request, "preview");
    g_autoptr(GPtrArray) communities = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(g_free);
    struct import import = {
        .kind = (enum import_kind)request_number(request, "what", 0),
        .name = request_text(request, "name"),
        .now = request_now(request),
        .person = request_identity(request)->person,
        .random = chance_bits,
        .dry_run = preview,
        .communities = communities,
        .changes = changes,
    };
    struct import_result result = {0};
    g_autoptr(GError) why = NULL;

    if (preview)
        record_none(request);
    if (!request_reaches_area(request, inventory_district(request_inventory(request)), error))
        return false;
    if (import.name == NULL)
        import.name = import_kind_key(import.kind);
    if (import_bytes(request_inventory(request), &import, request_body(request), &result, &why))
        return (preview || note_import(request, &import, &result, error)) &&
               reply_json(request, shape_result(&import, &result, NULL));
    if (preview && g_error_matches(why, ERR, ERR_INPUT))
        return reply_json(request, shape_result(&import, &result, why));
    g_propagate_error(error, g_steal_pointer(&why));
    return false;
}

/* --------------------------------------------------------------------------------------- export */

static bool
shape_xlsx(GBytes *csv, const char *name, GBytes **xlsx, GError **error)
{
    struct csv_table *table = NULL;
    bool ok = csv_read(csv, name, &table, error) && sheet_xlsx(table, name, xlsx, error);

    csv_table_free(table);
    return ok;
}

static void
name_file(struct request *request, const char *file)
{
    char day[DAY_TEXT_SIZE];
    g_autofree char *value = g_strdup_printf("attachment; filename=\"medbox-%s-%s\"",
                                             day_format(request_today(request), day), file);

    reply_header(request, "Content-Disposition", value);
}

static bool
note_export(struct request *request, void *data, GError **error)
{
    (void)data;
    return record_add(request, request_identity(request)->person, AUDIT_EXPORT,
                      request_identity(request)->area, files[request_number(request, "file", 0)],
                      NULL, error);
}

static bool
get_export(struct request *request, GError **error)
{
    int64_t place = request_number(request, "file", 0);
    const char *file = files[place];
    bool workbook = g_str_has_suffix(file, ".xlsx");
    const struct export export = {
        .kind = (enum export_kind)(place / 2),
        .area = request_identity(request)->area,
        .keys = workbook,
    };
    g_autoptr(GBytes) csv = NULL, xlsx = NULL;

    if (!export_bytes(request_inventory(request), &export, &csv, NULL, error) ||
        (workbook && !shape_xlsx(csv, export_kind_key(export.kind), &xlsx, error)) ||
        !request_write(request, note_export, NULL, error))
        return false;
    name_file(request, file);
    return workbook ? reply_bytes(request, XLSX, xlsx)
                    : reply_bytes(request, "text/csv; charset=utf-8", csv);
}

static const struct fields_row import_fields[] = {
    {.name = "what", .kind = FIELDS_WORD, .needed = true, .words = imports},
    {.name = "preview", .kind = FIELDS_FLAG},
    {.name = "name", .kind = FIELDS_TEXT, .low = 1, .high = 200}, /* of the file, for complaints */
    {0},
};

static const struct fields_row export_fields[] = {
    {.name = "file", .kind = FIELDS_WORD, .needed = true, .words = files},
    {0},
};

const struct route route_exchange[] = {
    {"POST", "/api/1/import/{what}", ROLE_SECRETARY, ROUTE_WRITE, import_fields, post_import,
     "text/csv", IMPORT_MOST},
    {"GET", "/api/1/export/{file}", ROLE_SECRETARY, ROUTE_LONG, export_fields, get_export, NULL, 0},
    {0},
};
