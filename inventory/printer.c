#include "inventory/printer.h"

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"

#define NAME_MOST 30 /* characters */

void
printer_free(struct printer *printer)
{
    if (printer == NULL)
        return;
    g_free(printer->name);
    g_free(printer->queue);
    g_free(printer->language);
    g_free(printer->sheet);
    g_free(printer);
}

struct printer *
printer_new(const char *name)
{
    struct printer *printer = g_new0(struct printer, 1);

    printer->name = g_strdup(name);
    printer->queue = g_strdup("");
    printer->language = g_strdup("pdf");
    printer->sheet = g_strdup("");
    printer->dpi = 300;
    printer->scale_x = printer->scale_y = 1000000;
    return printer;
}

/* -------------------------------------------------------------------------------------- printers */

static bool
check(const struct printer *printer, GError **error)
{
    g_autofree char *name =
        field_text(_("the printer's name"), printer->name, NAME_MOST, true, error);
    g_autofree char *queue = NULL;

    if (name == NULL)
        return false;
    queue = field_text(_("the printer's queue"), printer->queue, LIMIT_NAME, false, error);
    return queue != NULL && field_number(_("the dots per inch"), printer->dpi, 72, 2400, error) &&
           field_number(_("the shift (thousandths of a millimetre)"), printer->x, -PRINTER_SHIFT,
                        PRINTER_SHIFT, error) &&
           field_number(_("the shift (thousandths of a millimetre)"), printer->y, -PRINTER_SHIFT,
                        PRINTER_SHIFT, error) &&
           field_number(_("the scale (millionths)"), printer->scale_x, PRINTER_SCALE_LEAST,
                        PRINTER_SCALE_MOST, error) &&
           field_number(_("the scale (millionths)"), printer->scale_y, PRINTER_SCALE_LEAST,
                        PRINTER_SCALE_MOST, error);
}

/* Names differ by more than case: what is kept under one that only differs so is forgotten. */
static bool
forget(struct inventory *inventory, const char *name, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM printer WHERE tenant = :tenant"
                                                " AND lower(name) = lower(:name)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "name", name);
    return db_run(q, error);
}

static bool
insert(struct inventory *inventory, const struct printer *printer, const char *name, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO printer (tenant, name, queue, language, dpi, sheet, x,"
                                " y, scale_x, scale_y) VALUES (:tenant, :name, :queue, :language,"
                                " :dpi, :sheet, :x, :y, :scale_x, :scale_y)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "name", name);
    db_bind_text(q, "queue", printer->queue);
    db_bind_text(q, "language", printer->language);
    db_bind_int(q, "dpi", printer->dpi);
    db_bind_text(q, "sheet", printer->sheet);
    db_bind_int(q, "x", printer->x);
    db_bind_int(q, "y", printer->y);
    db_bind_int(q, "scale_x", printer->scale_x);
    db_bind_int(q, "scale_y", printer->scale_y);
    return db_run(q, error);
}

bool
printer_set(struct inventory *inventory, const struct printer *printer, GError **error)
{
    g_autofree char *name = field_trim(printer->name);

    if (!check(printer, error) || !db_begin(inventory->db, error))
        return false;
    return db_end(inventory->db,
                  forget(inventory, name, error) && insert(inventory, printer, name, error), error);
}

bool
printer_list(struct inventory *inventory, GPtrArray **printers, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT name, queue, language, sheet, dpi, x, y, scale_x, scale_y"
                                " FROM printer WHERE tenant = :tenant ORDER BY name");

    *printers = g_ptr_array_new_with_free_func((GDestroyNotify)printer_free);
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        struct printer *printer = g_new0(struct printer, 1);

        printer->name = g_strdup(db_text(q, 0));
        printer->queue = g_strdup(db_text(q, 1));
        printer->language = g_strdup(db_text(q, 2));
        printer->sheet = g_strdup(db_text(q, 3));
        printer->dpi = (int32_t)db_int(q, 4);
        printer->x = (int32_t)db_int(q, 5);
        printer->y = (int32_t)db_int(q, 6);
        printer->scale_x = (int32_t)db_int(q, 7);
        printer->scale_y = (int32_t)db_int(q, 8);
        g_ptr_array_add(*printers, printer);
    }
    if (db_done(q, error))
        return true;
    g_clear_pointer(printers, g_ptr_array_unref);
    return false;
}

static bool
no_printer(const GPtrArray *printers, const char *name, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < printers->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? _(", ") : "",
                               ((const struct printer *)printers->pdata[i])->name);
    if (printers->len == 0)
        return err_set(error, ERR_MISSING, _("there is no printer “%s”"), name) ||
               err_next(error, ERR_NEXT_PRINTER);
    return err_set(error, ERR_MISSING, _("there is no printer “%s”; the printers are: %s"), name,
                   names->str);
}

bool
printer_find(struct inventory *inventory, const char *name, struct printer **printer,
             GError **error)
{
    g_autoptr(GPtrArray) printers = NULL;

    *printer = NULL;
    if (!printer_list(inventory, &printers, error))
        return false;
    for (guint i = 0; i < printers->len && *printer == NULL; i++)
        if (g_ascii_strcasecmp(((struct printer *)printers->pdata[i])->name, name) == 0)
            *printer = g_ptr_array_steal_index(printers, i);
    return *printer != NULL || no_printer(printers, name, error);
}

bool
printer_remove(struct inventory *inventory, const char *name, GError **error)
{
    struct printer *printer = NULL;
    bool ok = printer_find(inventory, name, &printer, error) && forget(inventory, name, error);

    printer_free(printer);
    return ok;
}

/* ---------------------------------------------------------------------------------------- sheets */

void
printer_sheet_free(struct printer_sheet *sheet)
{
    if (sheet == NULL)
        return;
    g_free(sheet->name);
    g_free(sheet->grid);
    g_free(sheet);
}

static bool
forget_sheet(struct inventory *inventory, const char *name, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM sheet WHERE tenant = :tenant"
                                                " AND lower(name) = lower(:name)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "name", name);
    return db_run(q, error);
}

static bool
insert_sheet(struct inventory *inventory, const char *name, const char *grid, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "INSERT INTO sheet (tenant, name, grid)"
                                                " VALUES (:tenant, :name, :grid)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "name", name);
    db_bind_text(q, "grid", grid);
    return db_run(q, error);
}

bool
printer_sheet_set(struct inventory *inventory, const char *name, const char *grid, GError **error)
{
    g_autofree char *clean = field_text(_("the sheet's name"), name, NAME_MOST, true, error);

    if (clean == NULL || !db_begin(inventory->db, error))
        return false;
    return db_end(inventory->db,
                  forget_sheet(inventory, clean, error) &&
                      insert_sheet(inventory, clean, grid, error),
                  error);
}

bool
printer_sheet_find(struct inventory *inventory, const char *name, char **grid, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT grid FROM sheet WHERE tenant = :tenant"
                                                " AND lower(name) = lower(:name)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "name", name);
    *grid = db_row(q) ? g_strdup(db_text(q, 0)) : NULL;
    return db_done(q, error);
}

bool
printer_sheet_remove(struct inventory *inventory, const char *name, GError **error)
{
    if (!forget_sheet(inventory, name, error))
        return false;
    return db_changed(inventory->db) > 0 ||
           err_set(error, ERR_MISSING, _("no sheet is kept under “%s”"), name) ||
           err_next(error, ERR_NEXT_SHEETS);
}

bool
printer_sheet_list(struct inventory *inventory, GPtrArray **sheets, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT name, grid FROM sheet"
                                                " WHERE tenant = :tenant ORDER BY name");

    *sheets = g_ptr_array_new_with_free_func((GDestroyNotify)printer_sheet_free);
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        struct printer_sheet *sheet = g_new0(struct printer_sheet, 1);

        sheet->name = g_strdup(db_text(q, 0));
        sheet->grid = g_strdup(db_text(q, 1));
        g_ptr_array_add(*sheets, sheet);
    }
    if (db_done(q, error))
        return true;
    g_clear_pointer(sheets, g_ptr_array_unref);
    return false;
}
