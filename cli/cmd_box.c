/* medbox box … */

#include "base/words.h"
#include "cli/box_rows.h"
#include "cli/face.h"
#include "cli/scan_print.h"
#include "cli/verb.h"
#include "inventory/box.h"
#include "inventory/names.h"
#include "scanner/boxcode.h"
#include "web/chance.h"

/* Puts the options that were given into the box. */
static bool
set_fields(struct face *face, struct box *box, GError **error)
{
    if (!face_area(face, "in", box->area, &box->area, error))
        return false;
    face_take_text(face, "place", &box->place);
    face_take_text(face, "phone", &box->phone);
    face_take_number(face, "lat", &box->lat);
    face_take_number(face, "lon", &box->lon);
    face_take_number(face, "residents", &box->residents);
    face_take_number(face, "vulnerable", &box->vulnerable);
    face_take_number(face, "capacity", &box->capacity);
    face_take_number(face, "count-days", &box->count_days);
    return true;
}

/* Tells programs which box it was; gives how people call it. */
static char *
title_of(struct face *face, const struct box *box)
{
    answer_number(face->answer, "id", box->id.n);
    answer_text(face->answer, "code", box->code);
    return names_title(box);
}

/* The code in its normal form. */
static bool
set_code(struct face *face, struct box *box, GError **error)
{
    const char *text = face_text(face, "code");
    struct boxcode code;

    if (text == NULL)
        return true;
    if (!boxcode_parse(text, &code, error))
        return false;
    box->code = g_strdup(code.text);
    return true;
}

static bool
run_add(struct face *face, GError **error)
{
    struct box *box = g_new0(struct box, 1);
    bool ok;

    box->name = g_strdup(face->args[0]);
    box->place = g_strdup("");
    box->phone = g_strdup("");
    box->lat = BOX_NO_COORDINATE;
    box->lon = BOX_NO_COORDINATE;
    box->count_days = BOX_COUNT_DAYS;
    ok = set_code(face, box, error) && set_fields(face, box, error) &&
         box_add(face->inventory, box, chance_bits, NULL, face->now, error);
    if (ok) {
        g_autofree char *title = title_of(face, box);

        answer_say(face->answer, _("Added: %s. For its label: medbox labels %s -o label.pdf"),
                   title, box->code);
    }
    box_free(box);
    return ok;
}

static void
keep_due(GPtrArray *boxes, int64_t now)
{
    for (guint i = boxes->len; i > 0; i--)
        if (box_count_due(boxes->pdata[i - 1]) > now)
            g_ptr_array_remove_index(boxes, i - 1);
}

static bool
run_list(struct face *face, GError **error)
{
    bool due = face_has(face, "due");
    g_autoptr(GPtrArray) boxes = NULL;
    struct area_id area;
    struct names *names;

    if (due && face_has(face, "all"))
        return face_usage(face, error, _("boxes out of service are not counted: leave --all out"));

    if (!face_area(face, "area", (struct area_id){0}, &area, error) ||
        !box_list(face->inventory, area, face_has(face, "all"), &boxes, error))
        return false;
    if (due)
        keep_due(boxes, face->now);
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    answer_rows(face->answer, "rows", box_rows_list(face, names, boxes),
                due ? _("No box is due for a count.")
                    : _("There are no boxes here. Add one with “medbox box add”."));
    names_free(names);
    return true;
}

static bool
run_show(struct face *face, GError **error)
{
    struct box *box = NULL;
    struct names *names;
    bool ok;

    if (!scan_print_box(face, face->args[0], &box, error))
        return false;
    names = names_read(face->inventory, error);
    ok = names != NULL;
    if (ok) {
        answer_record(face->answer, box_rows_one(face, names, box));
        ok = box_rows_stock(face, names, box, error) && box_rows_last(face, names, box, error) &&
             box_rows_prints(face, box, error);
    }
    names_free(names);
    box_free(box);
    return ok;
}

static bool
run_edit(struct face *face, GError **error)
{
    struct box *box = NULL;
    bool ok;

    if (g_hash_table_size(face->options) == 0)
        return face_usage(face, error, _("say what is to change"));
    if (!scan_print_box(face, face->args[0], &box, error))
        return false;
    face_take_text(face, "name", &box->name);
    ok = set_fields(face, box, error) && box_edit(face->inventory, box, error);
    if (ok) {
        g_autofree char *title = title_of(face, box);

        answer_say(face->answer, _("Changed: %s."), title);
    }
    box_free(box);
    return ok;
}

static bool
run_retire(struct face *face, GError **error)
{
    struct box *box = NULL;
    bool ok;

    if (!scan_print_box(face, face->args[0], &box, error))
        return false;
    ok = box_retire(face->inventory, box->id, error);
    if (ok) {
        g_autofree char *title = title_of(face, box);

        answer_say(face->answer, _("Out of service for good: %s. Its code is never used again."),
                   title);
    }
    box_free(box);
    return ok;
}

/* What box add and box edit share. */
#define FIELD_OPTIONS                                                                              \
    {.name = "place", .value = N_("TEXT"), .meaning = N_("where exactly it hangs")},               \
        {.name = "phone", .value = N_("TEXT"), .meaning = N_("whom to call")},                     \
        {.name = "lat",                                                                            \
         .kind = VERB_DEGREE,                                                                      \
         .value = N_("DEGREES"),                                                                   \
         .meaning = N_("latitude"),                                                                \
         .low = -90,                                                                               \
         .high = 90},                                                                              \
        {.name = "lon",                                                                            \
         .kind = VERB_DEGREE,                                                                      \
         .value = N_("DEGREES"),                                                                   \
         .meaning = N_("longitude"),                                                               \
         .low = -180,                                                                              \
         .high = 180},                                                                             \
        {.name = "residents",                                                                      \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("how many people it serves"),                                               \
         .high = INT32_MAX},                                                                       \
        {.name = "vulnerable",                                                                     \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("N"),                                                                         \
         .meaning = N_("how many of them need care first"),                                        \
         .high = INT32_MAX},                                                                       \
        {.name = "capacity",                                                                       \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("PACKS"),                                                                     \
         .meaning = N_("how much fits in"),                                                        \
         .high = INT32_MAX},                                                                       \
        {.name = "count-days",                                                                     \
         .kind = VERB_NUMBER,                                                                      \
         .value = N_("DAYS"),                                                                      \
         .meaning = N_("a count is due so often (30)"),                                            \
         .low = 1,                                                                                 \
         .high = 3650},                                                                            \
    {                                                                                              \
        0                                                                                          \
    }

static const struct verb_option add_options[] = {
    {.name = "in", .value = N_("AREA"), .meaning = N_("the area it hangs in"), .needed = true},
    {.name = "code", .value = N_("CODE"), .meaning = N_("its code, where it has one already")},
    FIELD_OPTIONS,
};

static const struct verb_option edit_options[] = {
    {.name = "name", .value = N_("NAME"), .meaning = N_("its name")},
    {.name = "in", .value = N_("AREA"), .meaning = N_("the area it hangs in")},
    FIELD_OPTIONS,
};

static const struct verb_option list_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("only those in it and below")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("those out of service too")},
    {.name = "due", .kind = VERB_FLAG, .meaning = N_("only those that are due for a count")},
    {0},
};

const struct verb verb_box[] = {
    {.name = "box",
     .sub = "add",
     .usage = N_("NAME --in AREA [--place TEXT] [--phone TEXT] …"),
     .help = N_("Adds a box and gives it a code."),
     .options = add_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_BOX,
     .run = run_add},
    {.name = "box",
     .sub = "list",
     .usage = N_("[--area AREA] [--all | --due]"),
     .help = N_("Lists boxes."),
     .options = list_options,
     .run = run_list},
    {.name = "box",
     .sub = "show",
     .usage = N_("BOX"),
     .help = N_("Shows a box, what is in it and its last bookings."),
     .least = 1,
     .most = 1,
     .run = run_show},
    {.name = "box",
     .sub = "edit",
     .usage = N_("BOX [--name NAME] [--in AREA] [--place TEXT] …"),
     .help = N_("Changes what is known of a box."),
     .options = edit_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_BOX,
     .run = run_edit},
    {.name = "box",
     .sub = "retire",
     .usage = N_("BOX"),
     .help = N_("Takes an empty box out of service for good."),
     .least = 1,
     .most = 1,
     .act = AUDIT_BOX,
     .run = run_retire},
    {0},
};
