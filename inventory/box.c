#include "inventory/box.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/setting.h"
#include "scanner/boxcode.h"

#define CODE_TRIES 64

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

/* ---------------------------------------------------------------------------------------- adding */

static bool
check_coordinates(const struct box *box, GError **error)
{
    if ((box->lat == BOX_NO_COORDINATE) != (box->lon == BOX_NO_COORDINATE))
        return err_set(error, ERR_INPUT, _("latitude and longitude belong together: give both"));
    if (box->lat == BOX_NO_COORDINATE)
        return true;
    if (box->lat < -90000000 || box->lat > 90000000)
        return err_set(error, ERR_INPUT,
                       _("the latitude must be from -90 to 90 degrees; perhaps "
                         "latitude and longitude are swapped"));
    return (box->lon >= -180000000 && box->lon <= 180000000) ||
           err_set(error, ERR_INPUT, _("the longitude must be from -180 to 180 degrees"));
}

static bool
check_numbers(const struct box *box, GError **error)
{
    if (!field_number(_("capacity"), box->capacity, 0, LIMIT_UNITS, error) ||
        !field_number(_("residents"), box->residents, 0, 10000000, error) ||
        !field_number(_("vulnerable residents"), box->vulnerable, 0, 10000000, error) ||
        !field_number(_("days between counts"), box->count_days, 1, 3650, error))
        return false;
    return box->vulnerable <= box->residents ||
           err_set(error, ERR_INPUT, _("%d vulnerable residents are more than all %d residents"),
                   (int)box->vulnerable, (int)box->residents);
}

static bool
check_area(struct inventory *inventory, const struct box *box, GError **error)
{
    struct area *area = NULL;
    bool ok = area_by_id(inventory, box->area, &area, error);

    area_free(area);
    return ok;
}

/* Puts clean texts in the place of the given ones. */
static bool
clean_texts(struct box *box, GError **error)
{
    char *name = field_text(_("box name"), box->name, LIMIT_NAME, true, error);
    char *place =
        name != NULL ? field_text(_("place"), box->place, LIMIT_NAME, false, error) : NULL;
    char *phone =
        place != NULL ? field_text(_("phone"), box->phone, LIMIT_NAME, false, error) : NULL;

    box->name = name;
    box->place = place;
    box->phone = phone;
    return phone != NULL;
}

static void
free_texts(struct box *box)
{
    g_free(box->name);
    g_free(box->place);
    g_free(box->phone);
}

static bool
code_is_free(struct inventory *inventory, const char *code, bool *is_free, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT count(*) FROM box WHERE code = :code");
    int64_t count = 0;

    db_bind_text(q, "code", code);
    if (!db_one_int(q, 0, &count, error))
        return false;
    *is_free = count == 0;
    return true;
}

/* Codes are never used again, so that an old label never means a new box. */
static bool
choose_code(struct inventory *inventory, struct box *box, box_random *draw, void *data,
            GError **error)
{
    struct boxcode code;
    bool is_free = false;
    int32_t characters;

    if (box->code != NULL) {
        if (!boxcode_parse(box->code, &code, error) ||
            !code_is_free(inventory, code.text, &is_free, error))
            return false;
        return is_free ||
               err_set(error, ERR_REFUSED, _("the code %s belongs to another box"), code.text);
    }
    if (!setting_number(inventory, "label.code-length", box->area, (struct box_id){0}, &characters,
                        error))
        return false;
    for (int i = 0; i < CODE_TRIES && !is_free; i++) {
        code = boxcode_make(draw(data), characters);
        if (!code_is_free(inventory, code.text, &is_free, error))
            return false;
    }
    if (!is_free)
        return err_set(error, ERR_BROKEN, _("no free box code was found"));
    box->code = g_strdup(code.text);
    return true;
}

static void
bind_fields(struct db_stmt *q, const struct inventory *inventory, const struct box *box)
{
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", box->id.n);
    db_bind_int(q, "area", box->area.n);
    db_bind_text(q, "name", box->name);
    db_bind_text(q, "place", box->place);
    db_bind_text(q, "phone", box->phone);
    if (box->lat != BOX_NO_COORDINATE) {
        db_bind_int(q, "lat", box->lat);
        db_bind_int(q, "lon", box->lon);
    } else {
        db_bind_null(q, "lat");
        db_bind_null(q, "lon");
    }
    db_bind_int(q, "capacity", box->capacity);
    db_bind_int(q, "residents", box->residents);
    db_bind_int(q, "vulnerable", box->vulnerable);
    db_bind_int(q, "count_days", box->count_days);
}

static bool
insert_box(struct inventory *inventory, const struct box *box, const struct boxcode *code,
           int64_t now, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "INSERT INTO box (tenant, id, area, name, place, phone, lat, lon, capacity, residents,"
        " vulnerable, count_days, code, created_at) VALUES (:tenant, :id, :area, :name, :place,"
        " :phone, :lat, :lon, :capacity, :residents, :vulnerable, :count_days, :code, :now)");

    bind_fields(q, inventory, box);
    db_bind_text(q, "code", code->text);
    db_bind_int(q, "now", now);
    return db_run(q, error);
}

static bool
next_id(struct inventory *inventory, struct box_id *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) + 1 FROM box WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, &id->n, error);
}

static bool
add(struct inventory *inventory, struct box *box, box_random *draw, void *data, int64_t now,
    GError **error)
{
    struct box row = *box;
    struct boxcode code;
    bool ok = clean_texts(&row, error) && check_coordinates(&row, error) &&
              check_numbers(&row, error) && check_area(inventory, &row, error) &&
              choose_code(inventory, &row, draw, data, error) &&
              next_id(inventory, &row.id, error) && boxcode_parse(row.code, &code, error) &&
              insert_box(inventory, &row, &code, now, error);

    free_texts(&row);
    if (ok) {
        box->id = row.id;
        box->created_at = now;
    }
    box->code = row.code;
    return ok;
}

bool
box_add(struct inventory *inventory, struct box *box, box_random *draw, void *data, int64_t now,
        GError **error)
{
    bool ok = db_begin(inventory->db, error);

    if (!ok)
        return false;
    ok = add(inventory, box, draw, data, now, error);
    return db_end(inventory->db, ok, error) && ok;
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
        " WHERE box.tenant = :tenant AND (state = 'active' OR :retired_too = 1)"
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

/* -------------------------------------------------------------------------------------- changing */

static bool
update_box(struct inventory *inventory, const struct box *box, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "UPDATE box SET area = :area, name = :name, place = :place, phone = :phone, lat = :lat,"
        " lon = :lon, capacity = :capacity, residents = :residents, vulnerable = :vulnerable,"
        " count_days = :count_days WHERE tenant = :tenant AND id = :id");

    bind_fields(q, inventory, box);
    if (!db_run(q, error))
        return false;
    return db_changed(inventory->db) == 1 ||
           err_set(error, ERR_MISSING, _("there is no such box; “medbox box list” shows them"));
}

/* A box takes its own settings along when it moves to another area. */
static bool
move_settings(struct inventory *inventory, const struct box *box, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE setting SET area = :area WHERE box = :box AND area <> :area"
                                " AND area IN (SELECT id FROM area WHERE tenant = :tenant)");

    db_bind_int(q, "area", box->area.n);
    db_bind_int(q, "box", box->id.n);
    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

bool
box_edit(struct inventory *inventory, const struct box *box, GError **error)
{
    struct box row = *box;
    bool ok = clean_texts(&row, error) && check_coordinates(&row, error) &&
              check_numbers(&row, error) && db_begin(inventory->db, error);

    if (ok) {
        ok = check_area(inventory, &row, error) && update_box(inventory, &row, error) &&
             move_settings(inventory, &row, error);
        ok = db_end(inventory->db, ok, error) && ok;
    }
    free_texts(&row);
    return ok;
}

static bool
check_is_empty(struct inventory *inventory, struct box_id id, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT count(*) FROM stock"
                                                " WHERE tenant = :tenant AND box = :box");
    int64_t lots = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", id.n);
    if (!db_one_int(q, 0, &lots, error))
        return false;
    return lots == 0 ||
           err_set(error, ERR_REFUSED,
                   _("the box still holds medicine; carry it to another box or discard "
                     "it, then retire the box"));
}

static bool
set_retired(struct inventory *inventory, struct box_id id, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "UPDATE box SET state = 'retired'"
                                                " WHERE tenant = :tenant AND id = :id");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id.n);
    if (!db_run(q, error))
        return false;
    return db_changed(inventory->db) == 1 ||
           err_set(error, ERR_MISSING, _("there is no such box; “medbox box list” shows them"));
}

bool
box_retire(struct inventory *inventory, struct box_id id, GError **error)
{
    bool ok = db_begin(inventory->db, error);

    if (!ok)
        return false;
    ok = check_is_empty(inventory, id, error) && set_retired(inventory, id, error);
    return db_end(inventory->db, ok, error) && ok;
}
