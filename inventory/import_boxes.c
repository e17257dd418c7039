/* Boxes: one a row, found by code, else by where they stand and their name. */

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/importing.h"
#include "inventory/inside.h"
#include "scanner/boxcode.h"

const struct import_column importing_boxes_columns[] = {
    [BOXES_COMMUNITY] = {"community", "社区", true, NULL},
    [BOXES_GRID] = {"grid", "网格", false, NULL},
    [BOXES_BUILDING] = {"building", "楼栋", false, NULL},
    [BOXES_BOX] = {"box", "药箱", true, NULL},
    [BOXES_PLACE] = {"place", "位置", false, NULL},
    [BOXES_PHONE] = {"phone", "电话", false, NULL},
    [BOXES_LAT] = {"lat", "纬度", false, NULL},
    [BOXES_LON] = {"lon", "经度", false, NULL},
    [BOXES_RESIDENTS] = {"residents", "居民数", false, NULL},
    [BOXES_VULNERABLE] = {"vulnerable", "重点人数", false, NULL},
    [BOXES_CAPACITY] = {"capacity", "容量", false, NULL},
    [BOXES_CODE] = {"code", "编码", false, NULL},
    [BOXES_COUNT_DAYS] = {"count_days", "盘点周期", false, NULL},
    [BOXES_STATE] = {"state", "状态", false, NULL},
    {NULL, NULL, false, NULL},
};

/* The row as a box: what it says of itself, and the box it speaks of, which is new while id is 0. */
struct row {
    struct box box;
    struct boxcode code; /* as the file gives it, or none */
    struct box *before;  /* NULL for a new one */
};

static void
read_code(struct importing *importing, struct boxcode *code)
{
    const char *text = importing_text(importing, BOXES_CODE, LIMIT_NAME);
    g_autoptr(GError) failure = NULL;

    if (text[0] != '\0' && !boxcode_parse(text, code, &failure))
        importing_complain(importing, BOXES_CODE, "%s", failure->message);
}

/* A code that is new, on a box whose place and name are those of one that this file does not name by
 * its own code, is the same box under a wrong code. */
static bool
refuse_second_code(struct importing *importing, const struct row *row, GError **error)
{
    struct box_id id;
    struct box *there = NULL;
    int count = 0;

    if (!importing_find_box(importing, row->box.area, row->box.name, false, &id, &count, error))
        return false;
    if (count == 0 || g_hash_table_contains(importing->seen, &id.n))
        return true;
    if (!box_by_id(importing->inventory, id, &there, error))
        return false;
    importing_complain(importing, BOXES_CODE,
                       _("this box is there under the code %s; write that code"), there->code);
    box_free(there);
    return true;
}

static bool
find_box(struct importing *importing, struct row *row, GError **error)
{
    struct box_id id = {0};
    int count = 0;

    if (row->code.text[0] != '\0') {
        if (!importing_find_code(importing, row->code.text, &id, error))
            return false;
        if (id.n == 0)
            return refuse_second_code(importing, row, error);
    } else if (!importing_find_box(importing, row->box.area, row->box.name, row->box.retired, &id,
                                   &count, error))
        return false;
    if (count > 1)
        importing_complain(importing, BOXES_BOX,
                           _("%d boxes are called that here; say which by its code"), count);
    else if (id.n != 0)
        return box_by_id(importing->inventory, id, &row->before, error);
    return true;
}

static char *
text_or(struct importing *importing, int column, char *absent)
{
    char *text = importing_text(importing, column, LIMIT_NAME);

    return importing_has(importing, column) || absent == NULL ? text : absent;
}

static void
check_together(struct importing *importing, const struct box *box)
{
    if ((box->lat == BOX_NO_COORDINATE) != (box->lon == BOX_NO_COORDINATE))
        importing_complain(importing, box->lat == BOX_NO_COORDINATE ? BOXES_LAT : BOXES_LON,
                           _("latitude and longitude belong together; give both or none"));
    if (box->vulnerable > box->residents)
        importing_complain(importing, BOXES_VULNERABLE, _("%d are more than all %d residents"),
                           (int)box->vulnerable, (int)box->residents);
}

static void
fill(struct importing *importing, struct row *row)
{
    static const struct box fresh = {
        .lat = BOX_NO_COORDINATE, .lon = BOX_NO_COORDINATE, .count_days = BOX_COUNT_DAYS};
    const struct box *before = row->before != NULL ? row->before : &fresh;
    const struct importing_range capacity = {0, LIMIT_UNITS, before->capacity, 0},
                                 residents = {0, 10000000, before->residents, 0},
                                 vulnerable = {0, 10000000, before->vulnerable, 0},
                                 count_days = {1, 3650, before->count_days, BOX_COUNT_DAYS};
    bool was_bad = importing->row_bad;
    g_autoptr(GError) wrong = NULL;

    row->box.id = before->id;
    row->box.place = text_or(importing, BOXES_PLACE, before->place);
    row->box.phone = text_or(importing, BOXES_PHONE, before->phone);
    if (!box_check_phone(row->box.phone, &wrong))
        importing_complain(importing, BOXES_PHONE, "%s", wrong->message);
    row->box.lat = importing_degrees(importing, BOXES_LAT, 90, before->lat);
    row->box.lon = importing_degrees(importing, BOXES_LON, 180, before->lon);
    row->box.residents = importing_number(importing, BOXES_RESIDENTS, &residents);
    row->box.vulnerable = importing_number(importing, BOXES_VULNERABLE, &vulnerable);
    row->box.capacity = importing_number(importing, BOXES_CAPACITY, &capacity);
    row->box.count_days = importing_number(importing, BOXES_COUNT_DAYS, &count_days);
    row->box.retired = importing_retired(importing, BOXES_STATE, before->retired);
    if (was_bad == importing->row_bad) /* of cells that could not be read nothing follows */
        check_together(importing, &row->box);
    if (before->retired && !row->box.retired)
        importing_complain(importing, BOXES_STATE,
                           _("a retired box stays retired; add the box without a code instead"));
}

static bool
note_area(struct importing *importing, struct area_id was, struct area_id is, GError **error)
{
    struct area *from = NULL, *to = NULL;
    bool ok = was.n == is.n || (area_by_id(importing->inventory, was, &from, error) &&
                                area_by_id(importing->inventory, is, &to, error));

    if (ok && was.n != is.n) {
        importing_note(importing, BOXES_COMMUNITY, from->name, to->name);
        importing->differs = true; /* of one name, in two places */
    }
    area_free(from);
    area_free(to);
    return ok;
}

static void
note_degrees(struct importing *importing, int column, int32_t was, int32_t is)
{
    char before[G_ASCII_DTOSTR_BUF_SIZE] = "", after[G_ASCII_DTOSTR_BUF_SIZE] = "";

    if (was != BOX_NO_COORDINATE)
        g_ascii_formatd(before, sizeof(before), "%.6f", was / 1e6);
    if (is != BOX_NO_COORDINATE)
        g_ascii_formatd(after, sizeof(after), "%.6f", is / 1e6);
    importing_note(importing, column, before, after);
}

static void
note_box(struct importing *importing, const struct box *was, const struct box *is)
{
    importing_note(importing, BOXES_BOX, was->name, is->name);
    importing_note(importing, BOXES_PLACE, was->place, is->place);
    importing_note(importing, BOXES_PHONE, was->phone, is->phone);
    note_degrees(importing, BOXES_LAT, was->lat, is->lat);
    note_degrees(importing, BOXES_LON, was->lon, is->lon);
    importing_note_number(importing, BOXES_RESIDENTS, was->residents, is->residents);
    importing_note_number(importing, BOXES_VULNERABLE, was->vulnerable, is->vulnerable);
    importing_note_number(importing, BOXES_CAPACITY, was->capacity, is->capacity);
    importing_note_number(importing, BOXES_COUNT_DAYS, was->count_days, is->count_days);
    importing_note(importing, BOXES_STATE, was->retired ? _("retired") : _("active"),
                   is->retired ? _("retired") : _("active"));
}

static bool
add_box(struct importing *importing, struct row *row, GError **error)
{
    const struct import *import = importing->import;
    bool ok;

    if (row->code.text[0] != '\0')
        row->box.code = g_strdup(row->code.text);
    ok = box_add(importing->inventory, &row->box, import->random, import->random_data, import->now,
                 error);
    g_free(row->box.code);
    importing->result->added += ok;
    return ok && (!row->box.retired || box_retire(importing->inventory, row->box.id, error));
}

static bool
write_box(struct importing *importing, struct row *row, GError **error)
{
    if (row->before == NULL)
        return add_box(importing, row, error);
    if (!note_area(importing, row->before->area, row->box.area, error))
        return false;
    note_box(importing, row->before, &row->box);
    if (!importing_differs(importing, row->before->name)) {
        importing->result->unchanged++;
        return true;
    }
    importing->result->changed++;
    return box_edit(importing->inventory, &row->box, error) &&
           (row->box.retired == row->before->retired ||
            box_retire(importing->inventory, row->box.id, error));
}

static bool
take(struct importing *importing, struct row *row, GError **error)
{
    GError *failure = NULL;
    int named;

    read_code(importing, &row->code);
    named = row->code.text[0] != '\0' ? BOXES_CODE : BOXES_BOX;
    row->box.name = importing_text(importing, BOXES_BOX, LIMIT_NAME);
    row->box.retired = importing_retired(importing, BOXES_STATE, false);
    if (!importing_find_place(importing, BOXES_COMMUNITY, importing_make_area, &row->box.area,
                              error) ||
        (!importing->row_bad && !find_box(importing, row, error)))
        return false;
    fill(importing, row);
    if (importing->row_bad)
        return true;
    if (row->before != NULL)
        importing_see(importing, named, row->box.id.n);
    if (!importing->row_bad && !write_box(importing, row, &failure))
        return importing_settle(importing, named, failure, error);
    if (row->before == NULL)
        importing_see(importing, named, row->box.id.n);
    return true;
}

bool
importing_boxes_row(struct importing *importing, GError **error)
{
    struct row row = {.before = NULL};
    bool ok = take(importing, &row, error);

    box_free(row.before);
    return ok;
}
