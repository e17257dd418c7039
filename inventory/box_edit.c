/* Boxes that are added, changed and put out of service. */

#include "inventory/box.h"

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/setting.h"
#include "inventory/transfer.h"
#include "scanner/boxcode.h"

#define CODE_TRIES 64

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

bool
box_check_phone(const char *phone, GError **error)
{
    int digits = 0;

    if (g_regex_match_simple("^=\"|^[0-9.]+E[+-]?[0-9]+$", phone, G_REGEX_CASELESS, 0))
        return err_set(error, ERR_INPUT,
                       _("“%s” is what a spreadsheet made of a phone number: format the column as "
                         "text and type it again"),
                       phone);
    for (const char *c = phone; *c != '\0'; c += g_utf8_skip[(guchar)*c])
        digits += g_unichar_isdigit(g_utf8_get_char(c));
    return digits >= 3 || phone[0] == '\0' ||
           err_set(error, ERR_INPUT, _("“%s” is no phone number: it has at least 3 digits"), phone);
}

static bool
check_area(struct inventory *inventory, const struct box *box, GError **error)
{
    struct area *area = NULL;
    bool ok = area_by_id(inventory, box->area, &area, error) && area_check_inside(area, error);

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

/* Two of one name side by side could only be told apart by their codes. What is so already stays. */
static bool
check_name(struct inventory *inventory, const struct box *box, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM box WHERE tenant = :tenant AND id IN"
                                "  (SELECT id FROM box WHERE tenant = :tenant AND area = :area)"
                                " AND name = :name AND state = 'active' AND id <> :id"
                                " AND NOT EXISTS (SELECT 1 FROM box same WHERE tenant = :tenant"
                                "  AND id = :id AND area = :area AND name = :name)");
    int64_t others = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "area", box->area.n);
    db_bind_text(q, "name", box->name);
    db_bind_int(q, "id", box->id.n);
    if (!db_one_int(q, 0, &others, error))
        return false;
    return others == 0 ||
           err_set(error, ERR_REFUSED,
                   _("there is a box “%s” in this area already; give this one another name"),
                   box->name);
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
    if (!setting_number(inventory, "label.code-length", (struct area_id){0}, (struct box_id){0},
                        &characters, error))
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
    bool ok = clean_texts(&row, error) && box_check_phone(row.phone, error) &&
              check_coordinates(&row, error) && check_numbers(&row, error) &&
              check_area(inventory, &row, error) &&
              (row.code != NULL || check_name(inventory, &row, error)) &&
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
           err_set(error, ERR_MISSING, _("there is no such box")) ||
           err_next(error, ERR_NEXT_BOXES);
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
    bool ok = clean_texts(&row, error) && box_check_phone(row.phone, error) &&
              check_coordinates(&row, error) && check_numbers(&row, error) &&
              db_begin(inventory->db, error);

    if (ok) {
        ok = check_area(inventory, &row, error) &&
             (row.retired || check_name(inventory, &row, error)) &&
             update_box(inventory, &row, error) && move_settings(inventory, &row, error);
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

#define NUMBERS 12 /* in a sentence, at most */

/* What is still to be carried from it or to it would stand there for good. */
static bool
check_is_done(struct inventory *inventory, struct box_id id, GError **error)
{
    struct transfer_filter filter = {.box = id};
    g_autoptr(GPtrArray) open = NULL;
    g_autoptr(GString) numbers = g_string_new(NULL);

    if (!transfer_find(inventory, &filter, &open, error))
        return false;
    for (guint i = 0; i < MIN(open->len, NUMBERS); i++)
        g_string_append_printf(numbers, "%s%lld", i > 0 ? _(", ") : "",
                               (long long)((const struct transfer *)open->pdata[i])->id);
    if (open->len > NUMBERS)
        g_string_append(numbers, " …");
    return open->len == 0 ||
           err_set(
               error, ERR_REFUSED,
               words_plural("transfer %s from it or to it is still open: carry it or cancel it, "
                            "then retire the box",
                            "transfers from it or to it are still open (%s): carry or cancel "
                            "them, then retire the box",
                            open->len),
               numbers->str) ||
           err_next(error, ERR_NEXT_TRANSFERS);
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
           err_set(error, ERR_MISSING, _("there is no such box")) ||
           err_next(error, ERR_NEXT_BOXES);
}

bool
box_retire(struct inventory *inventory, struct box_id id, GError **error)
{
    bool ok = db_begin(inventory->db, error);

    if (!ok)
        return false;
    ok = check_is_empty(inventory, id, error) && check_is_done(inventory, id, error) &&
         set_retired(inventory, id, error);
    return db_end(inventory->db, ok, error) && ok;
}
