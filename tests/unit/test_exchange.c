/* CSV files in and out: export.h and import.h. */

#include "base/limits.h"
#include "inventory/csv.h"
#include "inventory/export.h"
#include "inventory/import.h"
#include "tests/unit/bookings.h"

#define KINDS 4 /* those that are both imported and exported */
#define BOM "\xef\xbb\xbf"

static const enum export_kind export_kinds[KINDS] = {EXPORT_AREAS, EXPORT_BOXES, EXPORT_DRUGS,
                                                     EXPORT_STOCK};

/* -------------------------------------------------------------------------------- in and out again */

static GBytes *
exported(struct inventory *inventory, enum export_kind kind)
{
    struct export export = {.kind = kind};
    GBytes *bytes = NULL;
    GError *error = NULL;
    int64_t rows = 0;

    g_assert_true(export_bytes(inventory, &export, &bytes, &rows, &error));
    g_assert_no_error(error);
    return bytes;
}

static char *
exported_text(struct inventory *inventory, enum export_kind kind)
{
    g_autoptr(GBytes) bytes = exported(inventory, kind);

    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* All four, one below the other. */
static char *
exported_all(struct inventory *inventory)
{
    GString *all = g_string_new(NULL);

    for (int i = 0; i < KINDS; i++) {
        g_autofree char *text = exported_text(inventory, export_kinds[i]);

        g_string_append(all, text);
    }
    return g_string_free(all, FALSE);
}

static bool
import_now(struct inventory *inventory, enum import_kind kind, GBytes *bytes, bool dry_run,
           struct import_result *result, GError **error)
{
    uint64_t bits = 1;
    struct import import = {
        .kind = kind,
        .name = "t.csv",
        .now = FIXTURE_NOW,
        .dry_run = dry_run,
        .random = fixture_bits,
        .random_data = &bits,
    };

    return import_bytes(inventory, &import, bytes, result, error);
}

/* A dry run first, which must say the same and change nothing. */
static struct import_result
taken(struct inventory *inventory, enum import_kind kind, GBytes *bytes)
{
    g_autofree char *before = exported_all(inventory), *after = NULL;
    struct import_result said, done;
    GError *error = NULL;

    g_assert_true(import_now(inventory, kind, bytes, true, &said, &error));
    g_assert_no_error(error);
    after = exported_all(inventory);
    g_assert_cmpstr(before, ==, after);
    g_assert_true(import_now(inventory, kind, bytes, false, &done, &error));
    g_assert_no_error(error);
    g_assert_cmpint(said.rows, ==, done.rows);
    g_assert_cmpint(said.added, ==, done.added);
    g_assert_cmpint(said.changed, ==, done.changed);
    g_assert_cmpint(said.unchanged, ==, done.unchanged);
    return done;
}

static struct import_result
taken_text(struct inventory *inventory, enum import_kind kind, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return taken(inventory, kind, bytes);
}

/* The message holds the words, and everything is as it was. */
static void
refuse(struct inventory *inventory, enum import_kind kind, const char *text, const char *words)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autofree char *before = exported_all(inventory), *after = NULL;

    for (int rehearsal = 1; rehearsal >= 0; rehearsal--) {
        struct import_result result;
        g_autoptr(GError) error = NULL;

        g_assert_false(import_now(inventory, kind, bytes, rehearsal == 1, &result, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        if (strstr(error->message, words) == NULL)
            g_error("“%s” is not in: %s", words, error->message);
    }
    after = exported_all(inventory);
    g_assert_cmpstr(before, ==, after);
}

static struct inventory *
fresh(void)
{
    struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
    struct inventory *inventory;

    words_use(WORDS_EN);
    g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
    return inventory;
}

/* Takes over all that there is into a fresh inventory, and exports that: the same bytes. */
static void
expect_round_trip(struct inventory *inventory)
{
    struct inventory *copy = fresh();

    for (int i = 0; i < KINDS; i++) {
        g_autoptr(GBytes) file = exported(inventory, export_kinds[i]);
        struct import_result result = taken(copy, (enum import_kind)i, file);

        g_assert_cmpint(result.added, ==, result.rows - (i == 0 ? result.unchanged : 0));
        result = taken(copy, (enum import_kind)i, file);
        g_assert_cmpint(result.unchanged, ==, result.rows);
    }
    for (int i = 0; i < KINDS; i++) {
        g_autofree char *there = exported_text(inventory, export_kinds[i]);
        g_autofree char *here = exported_text(copy, export_kinds[i]);

        g_assert_cmpstr(here, ==, there);
    }
    inventory_close(copy);
}

/* ----------------------------------------------------------------------- a town with everything in it */

static struct area_id
add_area(struct fixture *f, struct area_id parent, enum area_kind kind, const char *name)
{
    struct area_id id;
    GError *error = NULL;

    g_assert_true(area_add(f->inventory, parent, kind, name, &id, &error));
    g_assert_no_error(error);
    return id;
}

static struct area_id
community(struct fixture *f)
{
    struct box *box = NULL;
    struct area_id id;

    g_assert_true(box_by_id(f->inventory, f->lobby, &box, NULL));
    id = box->area;
    box_free(box);
    return id;
}

static void
edit_box(struct fixture *f, struct box_id id, const char *name, const char *phone, int32_t lat,
         int32_t lon)
{
    struct box *box = NULL;
    GError *error = NULL;

    g_assert_true(box_by_id(f->inventory, id, &box, NULL));
    g_free(box->name), g_free(box->phone), g_free(box->place);
    box->name = g_strdup(name);
    box->phone = g_strdup(phone);
    box->place = g_strdup("left of \"the\" gate, 2nd; floor");
    box->lat = lat;
    box->lon = lon;
    box->capacity = 60;
    box->count_days = 7;
    g_assert_true(box_edit(f->inventory, box, &error));
    g_assert_no_error(error);
    box_free(box);
}

static void
areas_of_every_shape(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory), grid, far;

    (void)data;
    grid = add_area(f, community(f), AREA_GRID, "Grid 1");
    add_area(f, grid, AREA_BUILDING, "Building 3");
    add_area(f, community(f), AREA_BUILDING, "of no grid");
    far = add_area(f, district, AREA_GRID, "Grid 1"); /* of no community */
    add_area(f, far, AREA_BUILDING, "Building 3");
    add_area(f, district, AREA_BUILDING, "of neither");
    add_area(f, district, AREA_COMMUNITY, "=cmd|'C calc'!A0");
    add_area(f, district, AREA_COMMUNITY, "书院, \"东\"");
    add_area(f, district, AREA_COMMUNITY, "a");
    add_area(f, add_area(f, district, AREA_COMMUNITY, "a b"), AREA_GRID, "a");
    expect_round_trip(f->inventory);
}

static void
boxes_everywhere(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory);
    struct area_id grid = add_area(f, district, AREA_GRID, "Grid 9");
    struct box_id old;

    (void)data;
    edit_box(f, f->lobby, "-1 floor", "+86 712 2345678", -500000, 113910001);
    edit_box(f, f->gate, "'=quoted", "0712-7654321", 90000000, -180000000);
    fixture_add_box(f, district, "of the district");
    fixture_add_box(f, grid, "of a grid alone");
    fixture_add_box(f, add_area(f, grid, AREA_BUILDING, "Building 1"), "of its building");
    fixture_add_box(f, community(f), "Zoo");
    old = fixture_add_box(f, community(f), "Arch");
    g_assert_true(box_retire(f->inventory, old, NULL));
    expect_round_trip(f->inventory);
}

/* The same name twice in one place, told by the codes alone. */
static void
boxes_of_one_name(struct fixture *f, gconstpointer data)
{
    uint64_t bits = 99;
    struct box box = {.area = community(f),
                      .name = g_strdup("lobby"),
                      .lat = BOX_NO_COORDINATE,
                      .lon = BOX_NO_COORDINATE,
                      .count_days = 30};

    (void)data;
    g_assert_true(box_add(f->inventory, &box, fixture_bits, &bits, FIXTURE_NOW, NULL));
    g_free(box.code), g_free(box.name);
    expect_round_trip(f->inventory);
}

static void
teach(struct fixture *f, const char *text, enum fixture_drug drug, int64_t now)
{
    struct code code;
    GError *error = NULL;

    g_assert_true(code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, NULL));
    g_assert_true(drug_bind(f->inventory, &code, f->drugs[drug], 12, now, &error));
    g_assert_no_error(error);
}

static void
drugs_with_codes(struct fixture *f, gconstpointer data)
{
    struct drug *drug = NULL;

    (void)data;
    teach(f, "81234567890123456789", TABLETS, FIXTURE_NOW);
    teach(f, "09506000134352", TABLETS, FIXTURE_NOW + 1); /* learned later, sorts earlier */
    teach(f, "国药准字H20123456", TABLETS, FIXTURE_NOW + 2);
    teach(f, "86904879000126", TABLETS, FIXTURE_NOW + 3);
    teach(f, "2000000000015", TABLETS, FIXTURE_NOW + 4);
    teach(f, "20000004", SYRUP, FIXTURE_NOW + 5);
    teach(f, "00000000000017", SYRUP, FIXTURE_NOW + 6);
    teach(f, "19506000134359", SYRUP, FIXTURE_NOW + 7);
    g_assert_true(drug_by_id(f->inventory, f->drugs[COLD_TABLETS], &drug, NULL));
    drug->retired = true;
    drug->id = f->drugs[COLD_TABLETS];
    g_free(drug->brand), g_free(drug->maker);
    drug->brand = g_strdup("@brand");
    drug->maker = g_strdup("－maker, \"Ltd\"");
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    drug_free(drug);
    expect_round_trip(f->inventory);
}

/* Two that differ in their maker alone, added against the order of their names. */
static void
drugs_of_one_name(struct fixture *f, gconstpointer data)
{
    static const char *const makers[] = {"Zhao", "An"};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(makers); i++) {
        struct drug *drug = NULL;

        g_assert_true(drug_by_id(f->inventory, f->drugs[TABLETS], &drug, NULL));
        g_free(drug->maker);
        drug->maker = g_strdup(makers[i]);
        g_assert_true(drug_add(f->inventory, drug, NULL));
        drug_free(drug);
    }
    expect_round_trip(f->inventory);
}

static void
stock_of_every_kind(struct fixture *f, gconstpointer data)
{
    struct booking undated = fixture_booking(f, COLD_TABLETS, 30);
    struct booking thermometers = fixture_booking(f, THERMOMETER, 2);

    (void)data;
    stock_up(f, SYRUP, 100, 200, "B");
    stock_up(f, SYRUP, 50, 20, "");
    stock_up(f, TABLETS, 3, -30, "=1+1");
    stock_up(f, TABLETS, 4, 200, "'A");
    stock_up(f, TABLETS, 5, 200, "批号, \"甲\"");
    set(f, "intake.expiry-required", NULL, (struct box_id){0}, "no");
    book(f, booking_donate, &undated); /* of a medicine that does expire */
    book(f, booking_donate, &thermometers);
    edit_box(f, f->lobby, "zz: the last by name, the first by number", "", BOX_NO_COORDINATE,
             BOX_NO_COORDINATE);
    stock_up(f, ANTIBIOTIC, 6, 90, "X");
    undated = fixture_booking(f, COLD_TABLETS, 30);
    undated.box = f->gate;
    book(f, booking_donate, &undated);
    expect_round_trip(f->inventory);
}

/* Blanks of Chinese width around a name would else be lost on the way. */
static void
wide_blanks(struct fixture *f, gconstpointer data)
{
    (void)data;
    edit_box(f, f->lobby, "　大厅　", "　0712 ", BOX_NO_COORDINATE, BOX_NO_COORDINATE);
    add_area(f, community(f), AREA_GRID, "　网格　");
    expect_round_trip(f->inventory);
}

static void
the_starter_catalogue(void)
{
    struct inventory_plan plan = {.city = "city", .district = "district"};
    struct inventory *inventory;

    words_use(WORDS_EN);
    g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
    expect_round_trip(inventory);
    inventory_close(inventory);
}

/* -------------------------------------------------------------------------------------- encodings */

#define BOXES_ZH                                                                                             \
    "社区,网格,楼栋,药箱,位置,电话,纬度,经度,居民数,重点人数,容量,编码\r\n"       \
    "书院社区,一网格,3号楼,大门药箱,门左侧,0712-2345678,30.92,113.91,420,35,60,HQQ-SBDE\r\n" \
    "花园社区,,,站点药箱,,,,,210,,,N0Z-MMZX\r\n"

static void
encodings(void)
{
    static const char *const charsets[] = {"UTF-8", "GB18030", "UTF-16"}; /* UTF-16 with its mark */
    g_autofree char *expected = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(charsets) + 1; i++) {
        struct inventory *inventory = fresh();
        bool marked = i == G_N_ELEMENTS(charsets);
        gsize size = 0;
        g_autofree char *text =
            marked ? g_strdup(BOM BOXES_ZH)
                   : g_convert(BOXES_ZH, -1, charsets[i], "UTF-8", NULL, &size, NULL);
        g_autoptr(GBytes) bytes = g_bytes_new(text, marked ? strlen(text) : size);
        struct import_result result = taken(inventory, IMPORT_BOXES, bytes);
        g_autofree char *boxes = exported_text(inventory, EXPORT_BOXES);

        g_assert_cmpint(result.added, ==, 2);
        g_assert_nonnull(strstr(boxes, "书院社区,一网格,3号楼,大门药箱,门左侧,0712-2345678,30.92,"
                                       "113.91,420,35,60,HQQSBDE,30,active\r\n"));
        if (i == 0)
            expected = g_steal_pointer(&boxes);
        else
            g_assert_cmpstr(boxes, ==, expected);
        inventory_close(inventory);
    }
}

/* The same file under its English and its Chinese names of columns, wide and in capitals too. */
static void
headings(struct fixture *f, gconstpointer data)
{
    (void)data;
    stock_up(f, TABLETS, 5, 200, "A");
    for (int kind = 0; kind < KINDS; kind++) {
        g_autofree char *english = exported_text(f->inventory, export_kinds[kind]);
        const char *rows = strchr(english, '\n');
        g_autoptr(GString) chinese = g_string_new(NULL), capitals = g_string_new(BOM);
        struct import_result result;

        for (const struct import_column *c = import_columns((enum import_kind)kind); c->key != NULL;
             c++) {
            g_autofree char *upper = g_ascii_strup(c->key, -1);

            if (kind == IMPORT_STOCK && strcmp(c->key, "packs") == 0)
                continue;
            g_string_append_printf(chinese, "%s%s", chinese->len > 0 ? "," : "", c->chinese);
            g_string_append_printf(capitals, "%s %s ", capitals->len > 3 ? "," : "",
                                   g_strdelimit(upper, "_", '-'));
        }
        g_string_append(chinese, rows);
        g_string_append(capitals, rows);
        result = taken_text(f->inventory, (enum import_kind)kind, chinese->str);
        g_assert_cmpint(result.rows, >, 0);
        if (kind != IMPORT_STOCK) /* other bytes, so other bookings */
            g_assert_cmpint(result.unchanged, ==, result.rows);
        result = taken_text(f->inventory, (enum import_kind)kind, capitals->str);
        if (kind != IMPORT_STOCK)
            g_assert_cmpint(result.unchanged, ==, result.rows);
    }
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 5 + 5 + 5);
}

/* -------------------------------------------------------------------------------------- mistakes */

/* Every file begins with a good row, which must not be taken either. */
static void
bad_rows(struct fixture *f, gconstpointer data)
{
    static const struct {
        enum import_kind kind;
        const char *text, *words;
    } rows[] = {
        {IMPORT_BOXES, "community,box,lat,lon\nNew,One,30,113\nNew,Two,91,113\n",
         "t.csv line 3, column 3 (lat): 91 is not within"},
        {IMPORT_BOXES, "community,box,lat,lon\nNew,One,30,113\n\nNew,\"T\nwo\",30,x\n",
         "t.csv line 4, column 2 (box): a line break"},
        {IMPORT_BOXES, "社区,药箱,经度,纬度\nNew,One,113,30\nNew,Two,113,\n",
         "t.csv line 3, column 4 (纬度): latitude and longitude belong together"},
        {IMPORT_BOXES, "community,box,residents,vulnerable\nNew,One,3,2\nNew,Two,3,4\n",
         "t.csv line 3, column 4 (vulnerable): 4 are more than all 3"},
        {IMPORT_BOXES, "community,box,residents\nNew,One,3\nNew,Two,3.5\n",
         "column 3 (residents): “3.5” is not a whole number"},
        {IMPORT_BOXES, "community,box,residents\nNew,One,3\nNew,Two,-1\n",
         "column 3 (residents): -1 is not within 0 to"},
        {IMPORT_BOXES, "community,box,residents\nNew,One,3\nNew,Two,99999999999999999999\n",
         "column 3 (residents)"},
        {IMPORT_BOXES, "community,box,code\nNew,One,\nNew,Two,HQQ-SBDF\n", "column 3 (code)"},
        {IMPORT_BOXES, "community,box,state\nNew,One,\nNew,Two,asleep\n",
         "column 3 (state): “asleep” is neither active nor retired"},
        {IMPORT_BOXES, "community,box\nNew,One\n,Two\n", "column 1 (community): it is empty"},
        {IMPORT_BOXES, "community,grid,box\nNew,,One\nNe/w,,Two\n", "column 1 (community)"},
        {IMPORT_DRUGS,
         "name,type,form,unit,day_units,pack_units,class\nnew,fever,tablet,tablet,4,12,A\n"
         "newer,fever,brick,tablet,4,12,A\n",
         "line 3, column 3 (form): “brick” is not a dosage form"},
        {IMPORT_DRUGS,
         "name,type,form,unit,day_units,pack_units,class\nnew,fever,tablet,tablet,4,12,A\n"
         "newer,warmth,tablet,tablet,4,12,A\n",
         "line 3, column 2 (type): “warmth” is not known here"},
        {IMPORT_DRUGS,
         "name,type,form,unit,day_units,pack_units,class\nnew,fever,tablet,tablet,4,12,A\n"
         "newer,fever,tablet,tablet,0,12,A\n",
         "line 3, column 5 (day_units): 0 is not within 1 to"},
        {IMPORT_DRUGS,
         "name,type,form,unit,day_units,pack_units,class,codes\n"
         "new,fever,tablet,tablet,4,12,A,\nnewer,fever,tablet,tablet,4,12,A,own:1:2\n",
         "line 3, column 8 (codes): “own:1:2” is not a code"},
        {IMPORT_DRUGS,
         "name,type,form,unit,day_units,pack_units,class,codes\n"
         "new,fever,tablet,tablet,4,12,A,trace:8123456:12\n"
         "newer,fever,tablet,tablet,4,12,A,trace:8123456:12\n",
         "line 3, column 8 (codes): the code 8123456 means new"},
        {IMPORT_AREAS, "kind,name,parent\ncommunity,New,\nstreet,Long,\n",
         "line 3, column 1 (kind): “street” is none of"},
        {IMPORT_AREAS, "kind,name,parent\ngrid,New,community\ngrid,G,a/b/c\n",
         "line 3, column 3 (parent): “a/b/c” is no path"},
        {IMPORT_AREAS, "kind,name,parent\ngrid,New,community\ncity,Wuhan,\n",
         "line 3, column 1 (kind)"},
        {IMPORT_STOCK,
         "box,drug,expiry,units\nlobby,paracetamol,2028-01,5\nattic,paracetamol,"
         "2028-01,5\n",
         "line 3, column 1 (box): there is no box “attic”"},
        {IMPORT_STOCK, "box,drug,expiry,units\nlobby,paracetamol,2028-01,5\nlobby,gold,2028-01,5\n",
         "line 3, column 2 (drug)"},
        {IMPORT_STOCK,
         "box,drug,expiry,units\nlobby,paracetamol,2028-01,5\nlobby,paracetamol,"
         "2028-13,5\n",
         "line 3, column 3 (expiry)"},
        {IMPORT_STOCK, "box,drug,expiry,units\nlobby,paracetamol,2028-01,5\nlobby,paracetamol,,5\n",
         "line 3, column 3 (expiry): the expiry is missing"},
        {IMPORT_STOCK,
         "box,drug,expiry,units\nlobby,paracetamol,2028-01,5\nlobby,paracetamol,"
         "2028-01,0\n",
         "line 3, column 4 (units): 0 is not within 1 to"},
        {IMPORT_STOCK,
         "box,drug,expiry,units\nlobby,paracetamol,2028-01,5\nlobby,paracetamol,"
         "2028-01,\n",
         "line 3: the amount is missing"},
        {IMPORT_STOCK,
         "box,drug,expiry,units,packs\nlobby,paracetamol,2028-01,5,\nlobby,paracetamol,"
         "2028-01,5,1\n",
         "line 3, column 5 (packs): units are given too"},
        {IMPORT_STOCK,
         "box,drug,expiry,packs\nlobby,paracetamol,2028-01,5\nlobby,paracetamol,2028-01,83334\n",
         "column 4 (packs): 83334 is not within 1 to 83333"},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        refuse(f->inventory, rows[i].kind, rows[i].text, rows[i].words);
}

static void
bad_columns(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse(f->inventory, IMPORT_BOXES, "community,place\nNew,left\n",
           "the column box (药箱) is missing");
    refuse(f->inventory, IMPORT_BOXES, "community,box,colour\nNew,One,red\n",
           "nobody knows the column 3 (colour)");
    refuse(f->inventory, IMPORT_BOXES, "community,box,colour\nNew,One,red\n",
           "the columns are: community (社区), grid (网格)");
    refuse(f->inventory, IMPORT_BOXES, "community,box,药箱\nNew,One,Two\n",
           "column 3 (药箱) is there twice");
    refuse(f->inventory, IMPORT_BOXES, "community,box\nNew,One\nNew,Two,left\n",
           "line 3: the row has 3 cells under 2 names");
    refuse(f->inventory, IMPORT_BOXES, "New,One\nNew,Two\n", "the column box (药箱) is missing");
    refuse(f->inventory, IMPORT_STOCK, "box,expiry,units\nlobby,2028-01,5\n",
           "the column drug (药品) is missing");
    refuse(f->inventory, IMPORT_STOCK, "drug,expiry,units\nparacetamol,2028-01,5\n",
           "line 2: no box is named");
    for (int kind = 0; kind < KINDS; kind++) {
        refuse(f->inventory, (enum import_kind)kind, "", "t.csv is empty");
        refuse(f->inventory, (enum import_kind)kind, "\n ,,\n", "t.csv is empty");
        refuse(f->inventory, (enum import_kind)kind, "\"kind", "nothing closes it");
    }
}

/* A file without rows, or of headings in an order of its own, is no mistake. */
static void
odd_columns(struct fixture *f, gconstpointer data)
{
    struct import_result result = taken_text(f->inventory, IMPORT_BOXES, "box,community\n");

    (void)data;
    g_assert_cmpint(result.rows, ==, 0);
    result = taken_text(f->inventory, IMPORT_BOXES, "box;电话;community\nOne;12;New\n;;\n");
    g_assert_cmpint(result.rows, ==, 1);
}

static void
many_mistakes(struct fixture *f, gconstpointer data)
{
    g_autoptr(GString) text = g_string_new("community,box,lat,lon\n");

    (void)data;
    for (int i = 0; i < IMPORT_COMPLAINTS_MAX + 5; i++)
        g_string_append_printf(text, "New,Box %d,91,113\n", i);
    refuse(f->inventory, IMPORT_BOXES, text->str, "because of 25 mistakes");
    refuse(f->inventory, IMPORT_BOXES, text->str, "line 21, column 3");
    refuse(f->inventory, IMPORT_BOXES, text->str, "\nand 5 more");
}

static void
huge_fields(struct fixture *f, gconstpointer data)
{
    g_autofree char *long_name = g_strnfill(LIMIT_NAME + 1, 'x');
    g_autofree char *huge = g_strnfill(CSV_CELL_MAX + 1, 'x');
    g_autofree char *fits = g_strnfill(LIMIT_NAME, 'x');
    g_autofree char *text = g_strdup_printf("community,box\nNew,One\nNew,%s\n", long_name);
    g_autofree char *too_large = g_strdup_printf("community,box\nNew,One\nNew,%s\n", huge);
    g_autofree char *good = g_strdup_printf("community,box\nNew,%s\n", fits);
    g_autofree char *lot = g_strdup_printf("box,drug,expiry,units,lot\nlobby,paracetamol,2028-01,5,"
                                           "\nlobby,paracetamol,2028-01,5,%.*s\n",
                                           LIMIT_LOT + 1, huge);
    g_autoptr(GString) wide = g_string_new("community,box");

    (void)data;
    refuse(f->inventory, IMPORT_BOXES, text, "line 3, column 2 (box): it is longer than 120");
    refuse(f->inventory, IMPORT_BOXES, too_large, "line 3: column 2 holds more than 32767 bytes");
    refuse(f->inventory, IMPORT_STOCK, lot, "line 3, column 5 (lot): it is longer than 40");
    for (int i = 0; i < CSV_COLUMNS_MAX; i++)
        g_string_append(wide, ",x");
    refuse(f->inventory, IMPORT_BOXES, wide->str, "more than 64 columns");
    g_assert_cmpint(taken_text(f->inventory, IMPORT_BOXES, good).added, ==, 1);
}

/* --------------------------------------------------------------------------------------- the same twice */

static void
twice_in_a_file(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse(f->inventory, IMPORT_BOXES, "community,box\nNew,One\nNew,Two\nNew,One\n",
           "line 4: line 2 speaks of the same one");
    refuse(f->inventory, IMPORT_BOXES, "community,box,code\nNew,One,HQQ-SBDE\nNew,Two,hqqsbde\n",
           "line 3: line 2 speaks of the same one");
    refuse(f->inventory, IMPORT_DRUGS,
           "name,type,form,unit,day_units,pack_units,class\nnew,fever,tablet,tablet,4,12,A\n"
           "new,fever,tablet,tablet,4,24,A\n",
           "line 3: line 2 speaks of the same one");
    g_assert_cmpint(
        taken_text(f->inventory, IMPORT_AREAS, "kind,name\ncommunity,New\ncommunity,New\n").added,
        ==, 1);
}

/* Two equal rows of stock are two heaps of the same; the whole file again is the same file. */
static void
stock_twice(struct fixture *f, gconstpointer data)
{
    static const char text[] = "box,drug,expiry,lot,units\nlobby,paracetamol,2028-01,A,5\n"
                               "lobby,paracetamol,2028-01,A,5\n";
    struct import_result result = taken_text(f->inventory, IMPORT_STOCK, text);
    g_autofree char *marked = g_strconcat(BOM, text, "\n\n", NULL);

    (void)data;
    g_assert_cmpint(result.added, ==, 2);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 10);
    result = taken_text(f->inventory, IMPORT_STOCK, text);
    g_assert_cmpint(result.unchanged, ==, 2);
    result = taken_text(f->inventory, IMPORT_STOCK, marked); /* saved anew by a spreadsheet */
    g_assert_cmpint(result.unchanged, ==, 2);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 10);
    fixture_audit(f);
}

/* Of things that are there, the file changes what it has columns for. */
static void
boxes_again(struct fixture *f, gconstpointer data)
{
    g_autofree char *boxes = NULL;
    struct import_result result;

    (void)data;
    edit_box(f, f->lobby, "lobby", "0712", 30000000, 113000000);
    result = taken_text(f->inventory, IMPORT_BOXES,
                        "community,box,phone\ncommunity,lobby,999\ncommunity,gate,\n");
    g_assert_cmpint(result.changed, ==, 1);
    g_assert_cmpint(result.unchanged, ==, 1);
    boxes = exported_text(f->inventory, EXPORT_BOXES);
    g_assert_nonnull(strstr(boxes, ",999,30,113,200,30,60,"));
}

/* --------------------------------------------------------------------------------------- formulas */

/* A stranger's formula goes in as the text it is, comes out as a text, and comes back the same. */
static void
formulas(struct fixture *f, gconstpointer data)
{
    static const char *const cells[] = {"=1+1",  "+86 712", "-3",   "@SUM(A1)",
                                        "＝1+1", "'=1",     "''-x", "=HYPERLINK(\"\"x\"\")",
                                        "＋86",  "－",      "＠"};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        g_autofree char *text =
            g_strdup_printf("community,box,place,phone\nNew,\"Box %d\",\"%s\",\"%s\"\n", (int)i,
                            cells[i], cells[i]);
        g_autofree char *boxes = NULL;
        g_auto(GStrv) lines = NULL;

        g_assert_cmpint(taken_text(f->inventory, IMPORT_BOXES, text).added, ==, 1);
        boxes = exported_text(f->inventory, EXPORT_BOXES);
        lines = g_strsplit(boxes, "\r\n", -1);
        for (char **line = lines; *line != NULL; line++) {
            g_auto(GStrv) parts = g_strsplit(*line, ",", -1);

            for (char **part = parts; *part != NULL; part++)
                g_assert_false(csv_is_formula(*part + (**part == '"')));
        }
    }
    expect_round_trip(f->inventory);
}

/* ---------------------------------------------------------------------------------------- the rest */

static void
a_box_needs_no_code(struct fixture *f, gconstpointer data)
{
    struct box *box = NULL;

    (void)data;
    taken_text(f->inventory, IMPORT_BOXES, "community,box,code\nNew,One,\n");
    g_assert_true(box_find(f->inventory, "One", &box, NULL));
    g_assert_cmpuint(strlen(box->code), ==, 7);
    g_assert_cmpint(box->created_at, ==, FIXTURE_NOW);
    box_free(box);
}

static void
wrong_codes_of_boxes(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse(f->inventory, IMPORT_BOXES, "community,box,code\nNew,One,\ncommunity,lobby,HQQ-SBDE\n",
           "line 3, column 3 (code): this box is there under the code");
    taken_text(f->inventory, IMPORT_BOXES, "community,box,state\ncommunity,lobby,retired\n");
    refuse(f->inventory, IMPORT_STOCK,
           "community,box,drug,expiry,units\ncommunity,gate,paracetamol,2028-01,5\n"
           "community,lobby,paracetamol,2028-01,5\n",
           "line 3, column 2 (box): there is no box “lobby” there");
}

/* A box that still holds medicine is not retired by a file either. */
static void
a_full_box_stays(struct fixture *f, gconstpointer data)
{
    (void)data;
    stock_up(f, TABLETS, 5, 200, "A");
    refuse(f->inventory, IMPORT_BOXES, "community,box,state\ncommunity,lobby,retired\n",
           "line 2: the box still holds medicine");
}

static void
files_that_are_not_there(struct fixture *f, gconstpointer data)
{
    struct import import = {.kind = IMPORT_BOXES, .now = FIXTURE_NOW};
    struct export export = {.kind = EXPORT_BOXES};
    struct import_result result;
    GError *error = NULL;

    (void)data;
    g_assert_false(import_file(f->inventory, &import, "/nowhere/x.csv", &result, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_false(import_file(f->inventory, &import, "/", &result, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_false(export_file(f->inventory, &export, "/nowhere/x.csv", NULL, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
}

static void
kinds(void)
{
    for (int kind = 0; kind < IMPORT_KINDS; kind++)
        g_assert_cmpint(import_kind_parse(import_kind_key((enum import_kind)kind)), ==, kind);
    for (int kind = 0; kind < EXPORT_KINDS; kind++)
        g_assert_cmpint(export_kind_parse(export_kind_key((enum export_kind)kind)), ==, kind);
    g_assert_cmpint(import_kind_parse("ledger"), ==, -1);
    g_assert_cmpint(export_kind_parse("people"), ==, -1);
}

static void
the_ledger_reads(struct fixture *f, gconstpointer data)
{
    g_autofree char *ledger = NULL;
    struct booking take = fixture_booking(f, TABLETS, 3);

    (void)data;
    stock_up(f, TABLETS, 5, 200, "=A");
    take.reason = "-x, \"y\"";
    book(f, booking_take, &take);
    ledger = exported_text(f->inventory, EXPORT_LEDGER);
    g_assert_nonnull(strstr(ledger, ",found,"));
    g_assert_nonnull(strstr(ledger, ",paracetamol,,,2027-06-12,'=A,5,tablet,,0,0,\r\n"));
    g_assert_nonnull(strstr(ledger, "2026-11-24T12:00:00+08:00"));
    g_assert_nonnull(strstr(ledger, ",'=A,-3,tablet,,0,0,\"'-x, \"\"y\"\"\"\r\n"));
}

#define ADD(path, function)                                                                        \
    g_test_add("/exchange/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exchange/kinds have keys", kinds);
    ADD("there and back: areas of every shape", areas_of_every_shape);
    ADD("there and back: boxes everywhere", boxes_everywhere);
    ADD("there and back: boxes of one name", boxes_of_one_name);
    ADD("there and back: medicines with codes", drugs_with_codes);
    ADD("there and back: medicines of one name", drugs_of_one_name);
    ADD("there and back: stock of every kind", stock_of_every_kind);
    ADD("there and back: wide blanks", wide_blanks);
    g_test_add_func("/exchange/there and back: the starter catalogue", the_starter_catalogue);
    g_test_add_func("/exchange/UTF-8 with and without mark, GB18030, UTF-16", encodings);
    ADD("headings in English and Chinese", headings);
    ADD("a bad row names line and column, and nothing is taken", bad_rows);
    ADD("columns missing, unknown, twice", bad_columns);
    ADD("columns in any order, rows none", odd_columns);
    ADD("many mistakes are counted", many_mistakes);
    ADD("huge fields", huge_fields);
    ADD("the same twice in a file", twice_in_a_file);
    ADD("stock twice", stock_twice);
    ADD("boxes again, with fewer columns", boxes_again);
    ADD("formulas stay texts", formulas);
    ADD("a box needs no code", a_box_needs_no_code);
    ADD("wrong codes and retired boxes", wrong_codes_of_boxes);
    ADD("a full box is not retired by a file", a_full_box_stays);
    ADD("files that are not there", files_that_are_not_there);
    ADD("the ledger in words", the_ledger_reads);
    return g_test_run();
}
