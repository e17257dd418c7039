/* Which area a person means. */

#include <string.h>

#include "base/words.h"
#include "inventory/area.h"
#include "inventory/inside.h"

/* "3 Shuyuan, 7 Shuyuan East": areas whose names hold what was typed, in whatever case; NULL for none. */
static char *
areas_like(struct inventory *inventory, const char *name)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id, name FROM area WHERE parent IS NOT NULL AND :name <> ''"
                                " AND replace(lower(name), lower(CAST(:name AS TEXT)), '')"
                                " <> lower(name) ORDER BY length(name), id LIMIT 5");
    GString *list = g_string_new(NULL);

    db_bind_text(q, "name", name);
    while (db_row(q))
        g_string_append_printf(list, "%s%lld %s", list->len > 0 ? _(", ") : "",
                               (long long)db_int(q, 0), db_text(q, 1));
    if (!db_done(q, NULL))
        g_string_truncate(list, 0);
    return g_string_free(list, list->len == 0);
}

static bool
no_area(struct inventory *inventory, const char *name, GError **error)
{
    g_autofree char *like = areas_like(inventory, name);

    if (like != NULL)
        return err_set(error, ERR_MISSING, _("there is no area “%s”; did you mean %s?"), name,
                       like);
    return err_set(error, ERR_MISSING, _("there is no area “%s”"), name) ||
           err_next(error, ERR_NEXT_AREAS);
}

static bool
area_by_name(struct inventory *inventory, const char *name, struct area **area, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT area.id, coalesce(up.name, '') || '/' || area.name FROM area"
                       " LEFT JOIN area up ON up.id = area.parent"
                       " WHERE area.name = :name ORDER BY area.id");
    g_autoptr(GString) several = g_string_new(NULL);
    struct area_id first = {0};
    int count = 0;

    *area = NULL;
    db_bind_text(q, "name", name);
    for (; db_row(q); count++) {
        g_string_append_printf(several, "%s%lld %s", count > 0 ? _(", ") : "",
                               (long long)db_int(q, 0), db_text(q, 1));
        if (count == 0)
            first.n = db_int(q, 0);
    }
    if (!db_done(q, error))
        return false;
    if (count == 0)
        return no_area(inventory, name, error);
    return count == 1
               ? area_by_id(inventory, first, area, error)
               : err_set(error, ERR_INPUT,
                         _("several areas are called “%s”; say which by its path or number: %s"),
                         name, several->str);
}

/* Goes from *area down to its child of that name. */
static bool
go_down(struct inventory *inventory, const char *name, struct area **area, GError **error)
{
    struct area *above = *area;
    struct area_id id = {0};
    bool ok;

    *area = NULL;
    ok = area_child(inventory, above->id, name, &id, error);
    if (ok && id.n == 0)
        ok = err_set(error, ERR_MISSING, _("%s has no area “%s”"), above->name, name) ||
             err_next(error, ERR_NEXT_AREAS);
    ok = ok && area_by_id(inventory, id, area, error);
    area_free(above);
    return ok;
}

static bool
area_by_path(struct inventory *inventory, const char *path, struct area **area, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);

    if (!area_by_name(inventory, parts[0] != NULL ? g_strstrip(parts[0]) : "", area, error))
        return false;
    for (int i = 1; parts[i] != NULL; i++)
        if (!go_down(inventory, g_strstrip(parts[i]), area, error))
            return false;
    return true;
}

/* A word of digits alone may be a number or a name (buildings are called “3”): not guessed. */
static bool
area_by_digits(struct inventory *inventory, const char *what, struct area_id number,
               struct area **area, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(CASE WHEN name = :name AND id <> :id THEN 1 END),"
                                " count(CASE WHEN id = :id THEN 1 END) FROM area"
                                " WHERE name = :name OR id = :id");
    bool named, numbered;

    db_bind_text(q, "name", what);
    db_bind_int(q, "id", number.n);
    named = db_row(q) && db_int(q, 0) > 0;
    numbered = named && db_int(q, 1) > 0;
    if (!db_done(q, error))
        return false;
    if (!named)
        return area_by_id(inventory, number, area, error);
    if (!numbered)
        return area_by_name(inventory, what, area, error);
    if (!area_by_id(inventory, number, area, error))
        return false;
    err_set(error, ERR_INPUT,
            _("“%s” is the number of %s and the name of another area; say the path, as "
              "“community/%s”"),
            what, (*area)->name, what);
    g_clear_pointer(area, area_free);
    return false;
}

bool
area_find(struct inventory *inventory, const char *what, struct area **area, GError **error)
{
    guint64 number = 0;

    *area = NULL;
    if (g_ascii_string_to_unsigned(what, 10, 1, G_MAXINT32, &number, NULL))
        return area_by_digits(inventory, what, (struct area_id){(int64_t)number}, area, error);
    return area_by_path(inventory, what, area, error);
}
