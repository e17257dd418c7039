#include "inventory/box.h"

#include "inventory/setting.h"
#include "scanner/boxcode.h"
#include "tests/unit/fixture.h"

/* A box as a caller holds it before it is added; nothing in it belongs to the heap. */
struct draft {
    struct box box;
    char name[200], place[200], phone[200];
};

static struct area_id
area_named(struct fixture *f, const char *name)
{
    struct area *area = NULL;
    struct area_id id;

    g_assert_true(area_find(f->inventory, name, &area, NULL));
    id = area->id;
    area_free(area);
    return id;
}

static void
draft(struct fixture *f, struct draft *draft, const char *name)
{
    *draft = (struct draft){
        .box = {.area = area_named(f, "community"),
                .lat = BOX_NO_COORDINATE,
                .lon = BOX_NO_COORDINATE,
                .count_days = 30},
    };
    g_strlcpy(draft->name, name, sizeof(draft->name));
    draft->box.name = draft->name;
    draft->box.place = draft->place;
    draft->box.phone = draft->phone;
}

/* Adds a draft with bits to draw its code from; the code is freed, the id is kept. */
static void
must_add(struct fixture *f, struct draft *draft, uint64_t bits)
{
    GError *error = NULL;

    g_assert_true(box_add(f->inventory, &draft->box, fixture_bits, &bits, FIXTURE_NOW, &error));
    g_assert_no_error(error);
    g_assert_cmpint(draft->box.id.n, >, 0);
}

static struct box *
find(struct fixture *f, const char *what)
{
    struct box *box = NULL;
    GError *error = NULL;

    g_assert_true(box_find(f->inventory, what, &box, &error));
    g_assert_no_error(error);
    return box;
}

static struct box *
by_id(struct fixture *f, struct box_id id)
{
    struct box *box = NULL;

    g_assert_true(box_by_id(f->inventory, id, &box, NULL));
    return box;
}

static int64_t
found(struct fixture *f, const char *what)
{
    struct box *box = find(f, what);
    int64_t id = box->id.n;

    box_free(box);
    return id;
}

static void
refuse_find(struct fixture *f, const char *what, enum err why, const char *part)
{
    struct box *box = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(box_find(f->inventory, what, &box, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_null(box);
}

static guint
boxes_in(struct fixture *f, struct area_id area, bool retired_too)
{
    g_autoptr(GPtrArray) boxes = NULL;

    g_assert_true(box_list(f->inventory, area, retired_too, &boxes, NULL));
    return boxes->len;
}

/* Refuses a draft both as a new box and as the new fields of an old one, and changes nothing. */
static void
refuse_fields(struct fixture *f, struct draft *draft, enum err why, const char *part)
{
    uint64_t bits = 99;
    guint before = boxes_in(f, (struct area_id){0}, true);
    struct box edited = draft->box, *kept;
    GError *error = NULL;

    g_assert_false(box_add(f->inventory, &draft->box, fixture_bits, &bits, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_clear_error(&error);
    g_assert_cmpuint(boxes_in(f, (struct area_id){0}, true), ==, before);
    g_clear_pointer(&draft->box.code, g_free);
    edited.id = f->lobby;
    g_assert_false(box_edit(f->inventory, &edited, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_clear_error(&error);
    kept = by_id(f, f->lobby);
    g_assert_cmpstr(kept->name, ==, "lobby");
    g_assert_cmpint(kept->residents, ==, 200);
    box_free(kept);
}

/* ---------------------------------------------------------------------------------------- adding */

static void
all_fields_are_kept(struct fixture *f, gconstpointer data)
{
    struct draft d;
    struct box *box;

    (void)data;
    draft(f, &d, "  station  ");
    g_strlcpy(d.place, "服务站门口", sizeof(d.place));
    g_strlcpy(d.phone, "010-0000 0000", sizeof(d.phone));
    d.box.lat = -90000000, d.box.lon = 180000000;
    d.box.capacity = 40, d.box.residents = 300, d.box.vulnerable = 300, d.box.count_days = 3650;
    must_add(f, &d, 7);
    g_assert_cmpint(d.box.created_at, ==, FIXTURE_NOW);
    box = by_id(f, d.box.id);
    g_assert_cmpstr(box->code, ==, d.box.code);
    g_assert_cmpstr(box->name, ==, "station");
    g_assert_cmpstr(box->place, ==, "服务站门口");
    g_assert_cmpstr(box->phone, ==, "010-0000 0000");
    g_assert_cmpint(box->area.n, ==, d.box.area.n);
    g_assert_cmpint(box->lat, ==, -90000000);
    g_assert_cmpint(box->lon, ==, 180000000);
    g_assert_cmpint(box->capacity, ==, 40);
    g_assert_cmpint(box->residents, ==, 300);
    g_assert_cmpint(box->vulnerable, ==, 300);
    g_assert_cmpint(box->count_days, ==, 3650);
    g_assert_cmpint(box->counted_at, ==, 0);
    g_assert_cmpint(box->created_at, ==, FIXTURE_NOW);
    g_assert_false(box->retired);
    box_free(box);
    g_free(d.box.code);
}

static void
what_is_not_known_stays_so(struct fixture *f, gconstpointer data)
{
    struct box *box = by_id(f, f->lobby);

    (void)data;
    g_assert_cmpint(box->lat, ==, BOX_NO_COORDINATE);
    g_assert_cmpint(box->lon, ==, BOX_NO_COORDINATE);
    g_assert_cmpint(box->capacity, ==, 0);
    g_assert_cmpstr(box->place, ==, "");
    box_free(box);
}

static uint64_t
same_bits(void *data)
{
    return *(uint64_t *)data;
}

static void
a_code_is_drawn_until_one_is_free(struct fixture *f, gconstpointer data)
{
    struct draft first, second;
    struct boxcode code;

    (void)data;
    draft(f, &first, "first");
    draft(f, &second, "second");
    must_add(f, &first, 7);
    must_add(f, &second, 7); /* the first code drawn is the same */
    g_assert_cmpstr(second.box.code, !=, first.box.code);
    g_assert_true(boxcode_parse(first.box.code, &code, NULL));
    g_assert_cmpstr(code.text, ==, first.box.code);
    g_free(first.box.code), g_free(second.box.code);
}

/* A province has more boxes than six characters keep apart from a slip of the pen. */
static void
codes_are_as_long_as_set(struct fixture *f, gconstpointer data)
{
    struct draft first, second;

    (void)data;
    draft(f, &first, "first");
    draft(f, &second, "second");
    must_add(f, &first, 7);
    g_assert_cmpuint(strlen(first.box.code), ==, BOXCODE_SHORT);
    g_assert_true(setting_set(f->inventory, "label.code-length", (struct area_id){0},
                              (struct box_id){0}, "8", NULL));
    must_add(f, &second, 8);
    g_assert_cmpuint(strlen(second.box.code), ==, BOXCODE_LONG);
    g_free(first.box.code), g_free(second.box.code);
}

static void
a_source_that_never_gives_a_free_code(struct fixture *f, gconstpointer data)
{
    struct draft d;
    uint64_t bits = 4711;
    GError *error = NULL;

    (void)data;
    draft(f, &d, "first");
    g_assert_true(box_add(f->inventory, &d.box, same_bits, &bits, FIXTURE_NOW, NULL));
    g_clear_pointer(&d.box.code, g_free);
    draft(f, &d, "second");
    g_assert_false(box_add(f->inventory, &d.box, same_bits, &bits, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_BROKEN);
    g_error_free(error);
    g_assert_cmpuint(boxes_in(f, (struct area_id){0}, true), ==, 3);
}

static void
a_code_that_is_given(struct fixture *f, gconstpointer data)
{
    struct draft d, again;
    struct box *box;
    g_autofree char *typed = g_strdup("k7m-2qx6");
    char wrong[] = "K7M2QX5", same[] = "K7M2QX6";
    GError *error = NULL;

    (void)data;
    draft(f, &d, "given");
    d.box.code = typed;
    must_add(f, &d, 7);
    box = by_id(f, d.box.id);
    g_assert_cmpstr(box->code, ==, "K7M2QX6");
    box_free(box);
    draft(f, &again, "again");
    again.box.code = same;
    g_assert_false(box_add(f->inventory, &again.box, NULL, NULL, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "K7M2QX6"));
    g_clear_error(&error);
    again.box.code = wrong;
    g_assert_false(box_add(f->inventory, &again.box, NULL, NULL, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
}

static void
a_code_is_never_used_again(struct fixture *f, gconstpointer data)
{
    struct draft d;
    char code[] = "K7M2QX6";
    GError *error = NULL;

    (void)data;
    draft(f, &d, "old");
    d.box.code = code;
    must_add(f, &d, 7);
    g_assert_true(box_retire(f->inventory, d.box.id, NULL));
    draft(f, &d, "new");
    d.box.code = code;
    g_assert_false(box_add(f->inventory, &d.box, NULL, NULL, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_error_free(error);
}

static void
bad_texts_are_refused(struct fixture *f, gconstpointer data)
{
    struct draft d;

    (void)data;
    draft(f, &d, "");
    refuse_fields(f, &d, ERR_INPUT, "box name");
    draft(f, &d, " \t");
    refuse_fields(f, &d, ERR_INPUT, "box name");
    draft(f, &d, "two\nlines");
    refuse_fields(f, &d, ERR_INPUT, "control");
    draft(f, &d, "x");
    memset(d.place, 'x', 121);
    refuse_fields(f, &d, ERR_INPUT, "place");
    draft(f, &d, "x");
    g_strlcpy(d.phone, "\xb5\xe7", sizeof(d.phone));
    refuse_fields(f, &d, ERR_INPUT, "phone");
}

static void
bad_numbers_are_refused(struct fixture *f, gconstpointer data)
{
    struct draft d;

    (void)data;
    draft(f, &d, "x");
    d.box.capacity = -1;
    refuse_fields(f, &d, ERR_INPUT, "capacity");
    draft(f, &d, "x");
    d.box.residents = 10000001;
    refuse_fields(f, &d, ERR_INPUT, "residents");
    draft(f, &d, "x");
    d.box.residents = 10, d.box.vulnerable = 11;
    refuse_fields(f, &d, ERR_INPUT, "11 vulnerable residents");
    d.box.vulnerable = -1;
    refuse_fields(f, &d, ERR_INPUT, "vulnerable residents");
    draft(f, &d, "x");
    d.box.count_days = 0;
    refuse_fields(f, &d, ERR_INPUT, "days between counts");
}

static void
bad_places_on_the_globe_are_refused(struct fixture *f, gconstpointer data)
{
    struct draft d;

    (void)data;
    draft(f, &d, "x");
    d.box.lat = 30000000;
    refuse_fields(f, &d, ERR_INPUT, "both");
    d.box.lat = 114000000, d.box.lon = 30000000;
    refuse_fields(f, &d, ERR_INPUT, "swapped");
    d.box.lat = 0, d.box.lon = -180000001;
    refuse_fields(f, &d, ERR_INPUT, "longitude");
    d.box.lon = BOX_NO_COORDINATE;
    refuse_fields(f, &d, ERR_INPUT, "both");
}

static void
an_area_that_is_not_there_is_refused(struct fixture *f, gconstpointer data)
{
    struct draft d;

    (void)data;
    draft(f, &d, "x");
    d.box.area.n = 999;
    refuse_fields(f, &d, ERR_MISSING, "999");
    d.box.area.n = 0;
    refuse_fields(f, &d, ERR_MISSING, "0");
}

/* --------------------------------------------------------------------------------------- finding */

static void
found_by_code_address_and_name(struct fixture *f, gconstpointer data)
{
    struct draft d;
    char code[] = "K7M2QX6";

    (void)data;
    draft(f, &d, "station");
    d.box.code = code;
    must_add(f, &d, 7);
    g_assert_cmpint(found(f, "K7M2QX6"), ==, d.box.id.n);
    g_assert_cmpint(found(f, " k7m-2qx6 "), ==, d.box.id.n);
    g_assert_cmpint(found(f, "https://MEDBOX.LOCAL/B/K7M2QX6"), ==, d.box.id.n);
    g_assert_cmpint(found(f, "http://medbox.local/b/k7m2qx6-1ABC"), ==, d.box.id.n);
    g_assert_cmpint(found(f, "/B/K7M-2QX6"), ==, d.box.id.n);
    g_assert_cmpint(found(f, "station"), ==, d.box.id.n);
    g_assert_cmpint(found(f, "lobby"), ==, f->lobby.n);
}

/* Another service may have given the same code to a box of its own. */
static void
a_label_of_another_service_names_no_box(struct fixture *f, gconstpointer data)
{
    const struct box_id none = {0};
    struct draft d;
    char code[] = "K7M2QX6";

    (void)data;
    draft(f, &d, "station");
    d.box.code = code;
    must_add(f, &d, 7);
    refuse_find(f, "https://elsewhere.example/b/k7m2qx6-1ABC", ERR_INPUT,
                "this label is of ELSEWHERE.EXAMPLE, not of a service of these boxes");
    refuse_find(f, "https://elsewhere.example/B/K7M2QX6", ERR_INPUT, "type its code K7M-2QX6");
    g_assert_true(setting_set(f->inventory, "label.host", (struct area_id){0}, d.box.id,
                              "elsewhere.example", NULL));
    g_assert_cmpint(found(f, "https://elsewhere.example/b/k7m2qx6-1ABC"), ==, d.box.id.n);
    g_assert_cmpint(found(f, "https://MEDBOX.LOCAL/B/K7M2QX6"), ==,
                    d.box.id.n); /* printed before */
    g_assert_true(
        setting_set(f->inventory, "label.host", (struct area_id){0}, none, "b.example:8080", NULL));
    g_assert_cmpint(found(f, "https://B.EXAMPLE:8080/B/K7M2QX6"), ==, d.box.id.n);
    refuse_find(f, "https://B.EXAMPLE/B/K7M2QX6", ERR_INPUT, "B.EXAMPLE");
}

static void
what_is_not_there_is_not_found(struct fixture *f, gconstpointer data)
{
    struct box *box = NULL;
    GError *error = NULL;

    (void)data;
    refuse_find(f, "cellar", ERR_MISSING, "“cellar”");
    refuse_find(f, "", ERR_MISSING, "“”");
    refuse_find(f, "LOBBY", ERR_MISSING, "LOBBY");
    refuse_find(f, "K7M2QX6", ERR_MISSING, "K7M2QX6"); /* a good code of no box */
    refuse_find(f, "https://MEDBOX.LOCAL/B/K7M2QX6", ERR_MISSING, "K7M2QX6");
    g_assert_false(box_by_id(f->inventory, (struct box_id){999}, &box, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_error_free(error);
    g_assert_null(box);
}

static void
a_slip_of_the_pen_is_told(struct fixture *f, gconstpointer data)
{
    struct draft d;
    char code[] = "K7M2QX6";

    (void)data;
    refuse_find(f, "K7M2QX5", ERR_MISSING, "K7M2QX5"); /* no box is near */
    draft(f, &d, "station");
    d.box.code = code;
    must_add(f, &d, 7);
    refuse_find(f, "K7M2QX5", ERR_INPUT, "K7M-2QX6 station");
    refuse_find(f, "k7m-2xq6", ERR_INPUT, "K7M-2QX6 station");
    refuse_find(f, "77M2QX5", ERR_MISSING, "77M2QX5"); /* two slips */
    refuse_find(f, "K7M2QX", ERR_INPUT, "K7M-2QX6 station");
    refuse_find(f, "K7M2QUX6", ERR_INPUT, "K7M-2QX6 station");
    refuse_find(f, "K7M-2*X6", ERR_INPUT, "K7M-2QX6 station");
    refuse_find(f, "K7M-2中X6", ERR_INPUT, "K7M-2QX6 station");
}

/* A code that is one, but no box's, is missing: who reads many codes goes on with the others. */
static void
a_code_of_no_box_is_missing(struct fixture *f, gconstpointer data)
{
    (void)data;
    for (uint64_t random = 1;; random += 0x123456789) {
        struct boxcode longer = boxcode_make(random, BOXCODE_LONG), near[BOXCODE_NEIGHBOURS];
        size_t n = boxcode_neighbours(longer.text, near);
        struct draft d;

        for (size_t i = 0; i < n; i++)
            if (strlen(near[i].text) == BOXCODE_SHORT) {
                draft(f, &d, "station");
                d.box.code = near[i].text;
                must_add(f, &d, 7);
                refuse_find(f, longer.text, ERR_MISSING, "did you mean");
                return;
            }
    }
}

static void
a_part_of_a_name_is_told(struct fixture *f, gconstpointer data)
{
    static const char *const names[] = {"1号楼药箱", "100% box", "a_b", "A", "B", "C", "D", "E"};
    struct draft d;

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        draft(f, &d, names[i]);
        must_add(f, &d, 7 + i);
        g_free(d.box.code);
    }
    refuse_find(f, "1号楼", ERR_MISSING, "1号楼药箱");
    refuse_find(f, "0% b", ERR_MISSING, "100% box");
    refuse_find(f, "_", ERR_MISSING, "a_b");
    refuse_find(f, "2%", ERR_MISSING, "there is no box “");
    refuse_find(f, "", ERR_MISSING, "there is no box “");
}

static void
several_of_a_name_are_told(struct fixture *f, gconstpointer data)
{
    struct draft d;

    struct area_id other, grid;
    char shown[BOXCODE_PRINT_SIZE];
    struct boxcode code = {""};
    g_autofree char *told = NULL;

    (void)data;
    g_assert_true(area_add(f->inventory, inventory_district(f->inventory), AREA_COMMUNITY, "other",
                           &other, NULL));
    g_assert_true(area_add(f->inventory, other, AREA_GRID, "grid", &grid, NULL));
    draft(f, &d, "lobby");
    d.box.area = grid;
    must_add(f, &d, 7);
    g_strlcpy(code.text, d.box.code, sizeof(code.text));
    told = g_strdup_printf("%s other/grid", boxcode_format(code, shown));
    refuse_find(f, "lobby", ERR_INPUT, "2 boxes");
    refuse_find(f, "lobby", ERR_INPUT, told);
    g_assert_cmpint(found(f, d.box.code), ==, d.box.id.n);
    g_assert_cmpint(found(f, "other/lobby"), ==, d.box.id.n); /* in it and below */
    g_assert_cmpint(found(f, "other/grid/lobby"), ==, d.box.id.n);
    g_assert_cmpint(found(f, "community / lobby"), ==, f->lobby.n);
    refuse_find(f, "other/gate", ERR_MISSING, "other/gate");
    refuse_find(f, "nowhere/lobby", ERR_MISSING, "nowhere/lobby");
    g_free(d.box.code);
}

/* One name a box in an area, until the other is out of service. */
static void
one_of_a_name_in_an_area(struct fixture *f, gconstpointer data)
{
    struct draft d;
    struct box *gate = NULL;
    GError *error = NULL;
    uint64_t bits = 7;

    (void)data;
    draft(f, &d, "lobby");
    g_assert_false(box_add(f->inventory, &d.box, fixture_bits, &bits, 7, &error));
    g_assert_true(g_error_matches(error, ERR, ERR_REFUSED));
    g_clear_error(&error);
    g_assert_true(box_by_id(f->inventory, f->gate, &gate, NULL));
    g_free(gate->name);
    gate->name = g_strdup("lobby");
    g_assert_false(box_edit(f->inventory, gate, &error));
    g_assert_true(g_error_matches(error, ERR, ERR_REFUSED));
    g_clear_error(&error);
    g_assert_true(box_retire(f->inventory, f->lobby, &error));
    g_assert_true(box_edit(f->inventory, gate, &error));
    g_assert_no_error(error);
    box_free(gate);
}

static void
a_phone_has_digits(struct fixture *f, gconstpointer data)
{
    struct draft d;
    GError *error = NULL;
    uint64_t bits = 7;

    (void)data;
    draft(f, &d, "station");
    g_strlcpy(d.phone, "abc", sizeof(d.phone));
    g_assert_false(box_add(f->inventory, &d.box, fixture_bits, &bits, 7, &error));
    g_assert_true(g_error_matches(error, ERR, ERR_INPUT));
    g_clear_error(&error);
    g_strlcpy(d.phone, "王芳 ０７１２-转8", sizeof(d.phone)); /* wide ones are digits, too */
    must_add(f, &d, 7);
    g_free(d.box.code);
}

/* --------------------------------------------------------------------------------------- listing */

static void
listed_by_area(struct fixture *f, gconstpointer data)
{
    struct area_id community = area_named(f, "community"), grid, other;
    static const char *const expected[] = {"lobby", "gate", "a house", "apart"};
    g_autoptr(GPtrArray) boxes = NULL;

    (void)data;
    g_assert_true(area_add(f->inventory, community, AREA_GRID, "grid", &grid, NULL));
    g_assert_true(area_add(f->inventory, inventory_district(f->inventory), AREA_COMMUNITY,
                           "community 2", &other, NULL));
    fixture_add_box(f, other, "apart");
    fixture_add_box(f, grid, "a house"); /* added later, and lies in the first community */
    g_assert_cmpuint(boxes_in(f, community, false), ==, 3);
    g_assert_cmpuint(boxes_in(f, grid, false), ==, 1);
    g_assert_cmpuint(boxes_in(f, (struct area_id){999}, false), ==, 0);
    g_assert_true(box_list(f->inventory, (struct area_id){0}, false, &boxes, NULL));
    g_assert_cmpuint(boxes->len, ==, 4);
    for (guint i = 0; i < boxes->len; i++)
        g_assert_cmpstr(((struct box *)boxes->pdata[i])->name, ==, expected[i]);
}

/* -------------------------------------------------------------------------------------- changing */

static void
edited(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory);
    struct box *before = by_id(f, f->lobby), *after;
    g_autofree char *code = g_strdup(before->code);

    (void)data;
    g_free(before->name), g_free(before->code);
    before->name = g_strdup(" hall ");
    before->code = g_strdup("ignored");
    before->area = district;
    before->lat = 1, before->lon = 2;
    before->residents = 0, before->vulnerable = 0;
    g_assert_true(box_edit(f->inventory, before, NULL));
    after = find(f, "hall");
    g_assert_cmpint(after->id.n, ==, f->lobby.n);
    g_assert_cmpstr(after->code, ==, code);
    g_assert_cmpint(after->area.n, ==, district.n);
    g_assert_cmpint(after->lat, ==, 1);
    g_assert_cmpint(after->lon, ==, 2);
    g_assert_cmpint(after->residents, ==, 0);
    g_assert_cmpint(after->created_at, ==, before->created_at);
    box_free(before), box_free(after);
}

static void
a_box_that_is_not_there_is_not_changed(struct fixture *f, gconstpointer data)
{
    struct draft d;
    GError *error = NULL;

    (void)data;
    draft(f, &d, "x");
    d.box.id.n = 999;
    g_assert_false(box_edit(f->inventory, &d.box, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_false(box_retire(f->inventory, (struct box_id){999}, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
}

static void
a_moved_box_takes_its_settings_along(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory);
    struct box *box = by_id(f, f->lobby);
    int32_t value = 0;

    (void)data;
    g_assert_true(
        setting_set(f->inventory, "intake.days-left", (struct area_id){0}, f->lobby, "10", NULL));
    g_assert_true(
        setting_set(f->inventory, "intake.days-left", (struct area_id){0}, f->gate, "20", NULL));
    box->area = district;
    g_assert_true(box_edit(f->inventory, box, NULL));
    g_assert_true(setting_number(f->inventory, "intake.days-left", (struct area_id){0}, f->lobby,
                                 &value, NULL));
    g_assert_cmpint(value, ==, 10);
    g_assert_true(setting_number(f->inventory, "intake.days-left", (struct area_id){0}, f->gate,
                                 &value, NULL));
    g_assert_cmpint(value, ==, 20);
    g_assert_true(
        setting_set(f->inventory, "intake.days-left", (struct area_id){0}, f->lobby, NULL, NULL));
    g_assert_true(setting_number(f->inventory, "intake.days-left", (struct area_id){0}, f->lobby,
                                 &value, NULL));
    g_assert_cmpint(value, ==, 90); /* nothing is left behind */
    box_free(box);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/box/all fields are kept", all_fields_are_kept},
        {"/box/what is not known stays so", what_is_not_known_stays_so},
        {"/box/a code is drawn until one is free", a_code_is_drawn_until_one_is_free},
        {"/box/codes are as long as set", codes_are_as_long_as_set},
        {"/box/a source that never gives a free code", a_source_that_never_gives_a_free_code},
        {"/box/a code that is given", a_code_that_is_given},
        {"/box/a code is never used again", a_code_is_never_used_again},
        {"/box/bad texts are refused", bad_texts_are_refused},
        {"/box/bad numbers are refused", bad_numbers_are_refused},
        {"/box/bad places on the globe are refused", bad_places_on_the_globe_are_refused},
        {"/box/an area that is not there is refused", an_area_that_is_not_there_is_refused},
        {"/box/found by code, address and name", found_by_code_address_and_name},
        {"/box/a label of another service names no box", a_label_of_another_service_names_no_box},
        {"/box/what is not there is not found", what_is_not_there_is_not_found},
        {"/box/a slip of the pen is told", a_slip_of_the_pen_is_told},
        {"/box/a code of no box is missing", a_code_of_no_box_is_missing},
        {"/box/a part of a name is told", a_part_of_a_name_is_told},
        {"/box/several of a name are told", several_of_a_name_are_told},
        {"/box/one of a name in an area", one_of_a_name_in_an_area},
        {"/box/a phone has digits", a_phone_has_digits},
        {"/box/listed by area", listed_by_area},
        {"/box/edited", edited},
        {"/box/a box that is not there is not changed", a_box_that_is_not_there_is_not_changed},
        {"/box/a moved box takes its settings along", a_moved_box_takes_its_settings_along},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
