/* Files that people make: their encodings, headings and mistakes. */

#include <sqlite3.h>

#include "base/limits.h"
#include "inventory/csv.h"
#include "tests/unit/exchange.h"

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
        g_assert_cmpint(result.unchanged, ==, result.rows);
        result = taken_text(f->inventory, (enum import_kind)kind, capitals->str);
        g_assert_cmpint(result.unchanged, ==, result.rows);
    }
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 5);
}

/* -------------------------------------------------------------------------------------- mistakes */

/* Every file begins with a good row, which must not be taken either. */
static const struct {
    enum import_kind kind;
    const char *text, *words;
} bad[] = {
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
    {IMPORT_BOXES, "community,box,phone\nNew,One,0712-1\nNew,Two,7.12E+10\n",
     "line 3, column 3 (phone): “7.12E+10” is what a spreadsheet made"},
    {IMPORT_BOXES, "community,box,phone\nNew,One,0712-1\nNew,Two,\"=\"\"0712\"\"\"\n",
     "line 3, column 3 (phone)"},
    {IMPORT_BOXES, "community,box,phone\nNew,One,0712-1\nNew,Two,abc\n",
     "line 3, column 3 (phone): “abc” is no phone number"},
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
     "2028-01,-1\n",
     "line 3, column 4 (units): -1 is not within 0 to"},
    {IMPORT_STOCK,
     "box,drug,expiry,units\nlobby,paracetamol,2028-01,5\nlobby,paracetamol,"
     "2028-01,\n",
     "line 3, column 4 (units): the amount is missing"},
    {IMPORT_STOCK,
     "box,drug,expiry,units,packs\nlobby,paracetamol,2028-01,5,\nlobby,paracetamol,"
     "2028-01,5,1\n",
     "line 3, column 5 (packs): units are given too"},
    {IMPORT_STOCK,
     "box,drug,expiry,packs\nlobby,paracetamol,2028-01,5\nlobby,paracetamol,2028-01,83334\n",
     "column 4 (packs): 83334 is not within 0 to 83333"},
};

static void
bad_rows(struct fixture *f, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        refuse(f->inventory, bad[i].kind, bad[i].text, bad[i].words);
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
    result = taken_text(f->inventory, IMPORT_BOXES, "box;电话;community\nOne;120;New\n;;\n");
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

/* Of what there is not each row is a mistake; what was perhaps meant is told as long as the mistakes are. */
static void
stock_of_others(struct fixture *f, gconstpointer data)
{
    g_autoptr(GString) text = g_string_new("box,drug,expiry,units\n");

    (void)data;
    for (int i = 0; i < 3; i++)
        g_string_append(text, "lobb,paracetamol,2028-01,5\nlobby,Nothing,2028-01,5\n");
    refuse(f->inventory, IMPORT_STOCK, text->str, "because of 6 mistakes");
    refuse(f->inventory, IMPORT_STOCK, text->str,
           "line 6, column 1 (box): there is no box “lobb”; did you mean ");
    refuse(f->inventory, IMPORT_STOCK, text->str,
           "line 7, column 2 (drug): there is no medicine “Nothing”");
    for (int i = 0; i < IMPORT_COMPLAINTS_MAX; i++)
        g_string_append_printf(text, "lobb %d,paracetamol,2028-01,5\n", i);
    refuse(f->inventory, IMPORT_STOCK, text->str, "because of 26 mistakes");
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
           "line 4, column 2 (box): line 2 speaks of the same one");
    refuse(f->inventory, IMPORT_BOXES, "community,box,code\nNew,One,HQQ-SBDE\nNew,Two,hqqsbde\n",
           "line 3, column 3 (code): line 2 speaks of the same one");
    refuse(f->inventory, IMPORT_DRUGS,
           "name,type,form,unit,day_units,pack_units,class\nnew,fever,tablet,tablet,4,12,A\n"
           "new,fever,tablet,tablet,4,24,A\n",
           "line 3, column 1 (name): line 2 speaks of the same one");
    g_assert_cmpint(
        taken_text(f->inventory, IMPORT_AREAS, "kind,name\ncommunity,New\ncommunity,New\n").added,
        ==, 1);
}

/* A row pasted twice would book what is not there. */
static void
stock_twice(struct fixture *f, gconstpointer data)
{
    static const char text[] = "box,drug,expiry,lot,units\nlobby,paracetamol,2028-01,A,5\n";
    g_autofree char *marked = g_strconcat(BOM, text, "\n\n", NULL);

    (void)data;
    refuse(f->inventory, IMPORT_STOCK,
           "box,drug,expiry,lot,units\nlobby,paracetamol,2028-01,A,5\n"
           "lobby,paracetamol,2028-01,B,5\nlobby,paracetamol,2028-01-31, a,7\n",
           "line 4, column 2 (drug): line 2 gives the same lot of the same box");
    refuse(f->inventory, IMPORT_STOCK,
           "community,box,drug,expiry,units\ncommunity,lobby,paracetamol,2028-01,5\n"
           ",lobby,paracetamol,2028-01,5\n",
           "line 3, column 3 (drug): line 2 gives the same lot of the same box");
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 0);
    g_assert_cmpint(taken_text(f->inventory, IMPORT_STOCK, text).added, ==, 1);
    g_assert_cmpint(taken_text(f->inventory, IMPORT_STOCK, text).unchanged, ==, 1);
    g_assert_cmpint(taken_text(f->inventory, IMPORT_STOCK, marked).unchanged, ==,
                    1); /* saved anew */
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 5);
    fixture_audit(f);
}

/* Stock is a count of the lots that the file names: what differs is booked, one way or the other. */
static void
stock_is_a_count(struct fixture *f, gconstpointer data)
{
    struct import_result result;
    g_autofree char *before = NULL, *after = NULL;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2028-01", "A");
    fixture_donate(f, TABLETS, 7, "2028-02", "B");
    before = exported_text(f->inventory, EXPORT_STOCK);
    result = taken_text(f->inventory, IMPORT_STOCK, before);
    g_assert_cmpint(result.unchanged, ==, 2);
    result = taken_text(f->inventory, IMPORT_STOCK,
                        "box,drug,expiry,lot,units\nlobby,paracetamol,2028-01,A,9\n"
                        "lobby,paracetamol,2028-03,C,5\n");
    g_assert_cmpint(result.added, ==, 1);
    g_assert_cmpint(result.changed, ==, 1);
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 9 + 7 + 5);
    taken_text(f->inventory, IMPORT_STOCK,
               "box,drug,expiry,lot,packs\nlobby,paracetamol,2028-02,B,0\n"
               "lobby,paracetamol,2028-03,C,0\nlobby,paracetamol,2028-01,A,1\n");
    g_assert_cmpint(fixture_stock(f, TABLETS), ==, 12);
    result = taken_text(f->inventory, IMPORT_STOCK, before); /* the file of the beginning again */
    g_assert_cmpint(result.unchanged, ==, 1);
    after = exported_text(f->inventory, EXPORT_STOCK);
    g_assert_cmpstr(after, ==, before);
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

/* --------------------------------------------------------------------------------------- large files */

/* What the database does is counted in the instructions of its programs: alike on every machine. */
static int64_t steps;

static int
count_steps(unsigned mask, void *data, void *statement, void *x)
{
    (void)mask, (void)data, (void)x;
    steps += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    return 0;
}

static int
watch(sqlite3 *db, const char **message, const void *api)
{
    (void)message, (void)api;
    return sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE, count_steps, NULL);
}

static void
append_row(GString *file, enum import_kind kind, int i)
{
    if (kind == IMPORT_BOXES)
        g_string_append_printf(file, "C%d,G%d,box %d\n", i / 100, i / 10 % 10, i);
    else if (kind == IMPORT_DRUGS)
        g_string_append_printf(file, "drug %d,fever,tablet,tablet,4,12,A\n", i);
    else
        g_string_append_printf(file, "C%d,G%d,box %d,paracetamol,2028-01,5\n", i / 100, i / 10 % 10,
                               i);
}

/* Into an inventory of its own: the steps that a file of so many rows takes, boxes before their stock. */
static int64_t
steps_of(enum import_kind kind, int rows)
{
    static const char *const heads[] = {
        [IMPORT_BOXES] = "community,grid,box\n",
        [IMPORT_DRUGS] = "name,type,form,unit,day_units,pack_units,class\n",
        [IMPORT_STOCK] = "community,grid,box,drug,expiry,units\n",
    };
    struct fixture f;
    int64_t taken = 0;

    fixture_open(&f, NULL);
    for (int step = kind == IMPORT_STOCK ? 0 : 1; step < 2; step++) {
        enum import_kind now = step == 0 ? IMPORT_BOXES : kind;
        g_autoptr(GString) file = g_string_new(heads[now]);
        g_autoptr(GBytes) bytes = NULL;
        struct import_result result;

        for (int i = 0; i < rows; i++)
            append_row(file, now, i);
        bytes = g_bytes_new(file->str, file->len);
        steps = 0;
        g_assert_true(import_now(f.inventory, now, bytes, false, &result, NULL));
        g_assert_cmpint(result.added, ==, rows);
        taken = steps;
    }
    fixture_close(&f, NULL);
    return taken;
}

/* Eight times the rows are eight times the work, not sixty-four. */
static void
large_files(void)
{
    static const enum import_kind kinds[] = {IMPORT_BOXES, IMPORT_DRUGS, IMPORT_STOCK};

    sqlite3_auto_extension((void (*)(void))watch);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        int64_t small = steps_of(kinds[i], 250), large = steps_of(kinds[i], 2000);

        g_assert_cmpint(small, >, 250);
        g_assert_cmpint(large, <, 12 * small);
    }
    sqlite3_reset_auto_extension();
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
           "line 2, column 2 (box): the box still holds medicine");
}

#define ADD(path, function)                                                                        \
    g_test_add("/import/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/UTF-8 with and without mark, GB18030, UTF-16", encodings);
    ADD("headings in English and Chinese", headings);
    ADD("a bad row names line and column, and nothing is taken", bad_rows);
    ADD("columns missing, unknown, twice", bad_columns);
    ADD("columns in any order, rows none", odd_columns);
    ADD("many mistakes are counted", many_mistakes);
    ADD("stock of boxes and medicines that there are not", stock_of_others);
    ADD("huge fields", huge_fields);
    ADD("the same twice in a file", twice_in_a_file);
    ADD("stock twice", stock_twice);
    ADD("stock is a count of the lots named", stock_is_a_count);
    g_test_add_func("/import/large files take as long as they are", large_files);
    ADD("boxes again, with fewer columns", boxes_again);
    ADD("a box needs no code", a_box_needs_no_code);
    ADD("wrong codes and retired boxes", wrong_codes_of_boxes);
    ADD("a full box is not retired by a file", a_full_box_stays);
    return g_test_run();
}
