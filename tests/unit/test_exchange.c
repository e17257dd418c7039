/* What is exported comes back the same. */

#include "inventory/csv.h"
#include "tests/unit/exchange.h"

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
                      .code = g_strdup("K7M2QX6"),
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
    stock_up(f, TABLETS, 5, 200, "批号,\"甲\"");
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

/* Every word of the vocabulary, and the headings, as their reader knows them. */
static void
words_of_every_kind(struct fixture *f, gconstpointer data)
{
    struct drug *drug = NULL;
    g_autoptr(GBytes) drugs = NULL, ledger = NULL;
    int n = 0;

    (void)data;
    g_assert_true(drug_by_id(f->inventory, f->drugs[TABLETS], &drug, NULL));
    for (const struct drug_form *form = drug_forms; form->key != NULL; form++, n++) {
        g_free(drug->name), g_free(drug->form);
        drug->name = g_strdup_printf("drug %d", n);
        drug->form = g_strdup(form->key);
        drug->type = (enum drug_type)(DRUG_FEVER + n % DRUG_TYPES);
        drug->age = (enum drug_age)(n % DRUG_AGES);
        drug->class = (enum drug_class)(n % (DRUG_NO_CLASS + 1));
        drug->cold_chain = n % 2 == 0;
        drug->undated = n % 3 == 0;
        g_assert_true(drug_add(f->inventory, drug, NULL));
    }
    drug_free(drug);
    fixture_donate(f, TABLETS, 12, "2028-01", "A");
    expect_round_trip(f->inventory);
    drugs = exported_in(f->inventory, EXPORT_DRUGS, WORDS_ZH);
    g_assert_nonnull(
        g_strstr_len(g_bytes_get_data(drugs, NULL), 200, BOM "通用名,商品名,类别,人群"));
    g_assert_null(
        g_strstr_len(g_bytes_get_data(drugs, NULL), (gssize)g_bytes_get_size(drugs), "fever"));
    ledger = exported_in(f->inventory, EXPORT_LEDGER, WORDS_ZH);
    g_assert_nonnull(g_strstr_len(g_bytes_get_data(ledger, NULL), 200, BOM "编号,标识,登记时间"));
    g_assert_nonnull(
        g_strstr_len(g_bytes_get_data(ledger, NULL), (gssize)g_bytes_get_size(ledger), ",捐入,"));
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
            g_strdup_printf("community,box,place,phone\nNew,\"Box %d\",\"%s\",\"%s 0712\"\n",
                            (int)i, cells[i], cells[i]);
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

/* ----------------------------------------------------------------------------------------- files */

static void
files_that_are_not_there(struct fixture *f, gconstpointer data)
{
    struct import import = {.kind = IMPORT_BOXES, .now = FIXTURE_NOW};
    struct import_result result;
    GError *error = NULL;

    (void)data;
    g_assert_false(import_file(f->inventory, &import, "/nowhere/x.csv", &result, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_false(import_file(f->inventory, &import, "/", &result, &error));
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
    g_assert_nonnull(strstr(ledger, ",paracetamol,,,2027-06-12,'=A,5,tablet,,,,\r\n"));
    g_assert_nonnull(strstr(ledger, "2026-11-24T12:00:00+08:00"));
    g_assert_nonnull(strstr(ledger, ",'=A,-3,tablet,,,,\"'-x, \"\"y\"\"\"\r\n"));
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
    ADD("words of every kind, in both languages", words_of_every_kind);
    ADD("there and back: wide blanks", wide_blanks);
    g_test_add_func("/exchange/there and back: the starter catalogue", the_starter_catalogue);
    ADD("formulas stay texts", formulas);
    ADD("files that are not there", files_that_are_not_there);
    ADD("the ledger in words", the_ledger_reads);
    return g_test_run();
}
