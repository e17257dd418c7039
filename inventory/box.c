#include "inventory/box.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"
#include "scanner/boxcode.h"

void
box_free(struct box *box)
{
    if (box == NULL)
        return;
    g_free(box->code);
    g_free(box->name);
    g_free(box->place);
    g_free(box->phone);
    g_free(box);
}

/* --------------------------------------------------------------------------------------- reading */

static int32_t
coordinate(struct db_stmt *q, int column)
{
    return db_is_null(q, column) ? BOX_NO_COORDINATE : (int32_t)db_int(q, column);
}

static struct box *
box_of_row(struct db_stmt *q)
{
    struct box *box = g_new(struct box, 1);

    *box = (struct box){
        .id = {db_int(q, 0)},
        .code = g_strdup(db_text(q, 1)),
        .area = {db_int(q, 2)},
        .name = g_strdup(db_text(q, 3)),
        .place = g_strdup(db_text(q, 4)),
        .phone = g_strdup(db_text(q, 5)),
        .lat = coordinate(q, 6),
        .lon = coordinate(q, 7),
        .capacity = (int32_t)db_int(q, 8),
        .residents = (int32_t)db_int(q, 9),
        .vulnerable = (int32_t)db_int(q, 10),
        .count_days = (int32_t)db_int(q, 11),
        .counted_at = db_int(q, 12),
        .created_at = db_int(q, 13),
        .retired = strcmp(db_text(q, 14), "retired") == 0,
    };
    return box;
}

/* The one row of a query, or NULL. */
static bool
one_box(struct db_stmt *q, struct box **box, GError **error)
{
    *box = db_row(q) ? box_of_row(q) : NULL;
    if (db_done(q, error))
        return true;
    g_clear_pointer(box, box_free);
    return false;
}

bool
box_by_id(struct inventory *inventory, struct box_id id, struct box **box, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, code, area, name, place, phone, lat, lon, capacity, residents,"
                       " vulnerable, count_days, counted_at, created_at, state FROM box"
                       " WHERE tenant = :tenant AND id = :id");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id.n);
    if (!one_box(q, box, error))
        return false;
    return *box != NULL ||
           err_set(error, ERR_MISSING, _("there is no such box; “medbox box list” shows them"));
}

static bool
box_by_code(struct inventory *inventory, const char *code, struct box **box, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, code, area, name, place, phone, lat, lon, capacity, residents,"
                       " vulnerable, count_days, counted_at, created_at, state FROM box"
                       " WHERE code = :code AND tenant = :tenant");

    db_bind_text(q, "code", code);
    db_bind_int(q, "tenant", inventory->tenant);
    return one_box(q, box, error);
}

/* --------------------------------------------------------------------------------------- finding */

/* Boxes whose code is one slip of the pen away from a code that can't be right. */
static char *
suggestions(struct inventory *inventory, const char *text)
{
    struct boxcode list[BOXCODE_NEIGHBOURS];
    size_t count = boxcode_neighbours(text, list);
    GString *names = g_string_new(NULL);

    for (size_t i = 0; i < count; i++) {
        struct box *box = NULL;
        char code[BOXCODE_PRINT_SIZE];

        if (box_by_code(inventory, list[i].text, &box, NULL) && box != NULL)
            g_string_append_printf(names, "%s%s %s", names->len > 0 ? _(", ") : "",
                                   boxcode_format(list[i], code), box->name);
        box_free(box);
    }
    return g_string_free(names, FALSE);
}

static bool
box_by_name(struct inventory *inventory, const char *name, struct box **box, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, code, area, name, place, phone, lat, lon, capacity, residents,"
                       " vulnerable, count_days, counted_at, created_at, state FROM box"
                       " WHERE tenant = :tenant AND name = :name ORDER BY state, id");
    g_autoptr(GString) several = g_string_new(NULL);
    int count = 0;

    *box = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "name", name);
    for (; db_row(q); count++) {
        g_string_append_printf(several, "%s%s", count > 0 ? _(", ") : "", db_text(q, 1));
        if (count == 0)
            *box = box_of_row(q);
    }
    if (db_done(q, error) && count <= 1)
        return true;
    g_clear_pointer(box, box_free);
    if (count > 1)
        err_set(error, ERR_INPUT, _("%d boxes are called “%s”; say which by its code: %s"), count,
                name, several->str);
    return false;
}

bool
box_find(struct inventory *inventory, const char *what, struct box **box, GError **error)
{
    g_autoptr(GError) not_a_code = NULL;
    g_autofree char *near = NULL, *clean = g_strstrip(g_strdup(what));
    struct boxcode code;
    struct boxcode_nonce nonce;

    *box = NULL;
    if (boxcode_of_url(clean, strlen(clean), &code, &nonce, NULL) ||
        boxcode_parse(clean, &code, &not_a_code)) {
        if (!box_by_code(inventory, code.text, box, error))
            return false;
        if (*box != NULL)
            return true;
    }
    if (!box_by_name(inventory, clean, box, error))
        return false;
    if (*box != NULL)
        return true;
    near = suggestions(inventory, clean);
    if (near[0] != '\0')
        return err_set(error, ERR_INPUT, _("there is no box “%s”; did you mean %s?"), clean, near);
    return err_set(error, ERR_MISSING, _("there is no box “%s”; “medbox box list” shows them"),
                   clean);
}

bool
box_list(struct inventory *inventory, struct area_id area, bool retired_too, GPtrArray **out,
         GError **error)
{
    g_autoptr(GPtrArray) boxes = g_ptr_array_new_with_free_func((GDestroyNotify)box_free);
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH RECURSIVE below (id, path) AS ("
        " SELECT id, CAST(1000000000 + id AS TEXT) FROM area"
        "  WHERE id = :area OR (:area = 0 AND parent IS NULL)"
        " UNION ALL SELECT area.id, below.path || CAST(1000000000 + area.id AS TEXT)"
        "  FROM area JOIN below ON area.parent = below.id)"
        " SELECT box.id, code, area, name, place, phone, lat, lon, capacity, residents, vulnerable,"
        "  count_days, counted_at, created_at, state FROM below JOIN box ON box.area = below.id"
        " WHERE box.tenant = :tenant AND (state = 'active' OR CAST(:retired_too AS BIGINT) = 1)"
        " ORDER BY path, box.id");

    *out = NULL;
    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "retired_too", retired_too);
    while (db_row(q))
        g_ptr_array_add(boxes, box_of_row(q));
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&boxes);
    return true;
}
