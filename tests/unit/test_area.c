#include "inventory/area.h"

#include "tests/unit/fixture.h"

static const struct area_id everywhere = {0};

static struct area_id
add(struct fixture *f, struct area_id parent, enum area_kind kind, const char *name)
{
    struct area_id id = {0};
    GError *error = NULL;

    g_assert_true(area_add(f->inventory, parent, kind, name, &id, &error));
    g_assert_no_error(error);
    g_assert_cmpint(id.n, >, 0);
    return id;
}

static struct area *
find(struct fixture *f, const char *what)
{
    struct area *area = NULL;
    GError *error = NULL;

    g_assert_true(area_find(f->inventory, what, &area, &error));
    g_assert_no_error(error);
    return area;
}

static struct area_id
find_id(struct fixture *f, const char *what)
{
    struct area *area = find(f, what);
    struct area_id id = area->id;

    area_free(area);
    return id;
}

/* The names of an area and all below it, one after another. */
static char *
list(struct fixture *f, struct area_id root)
{
    g_autoptr(GPtrArray) areas = NULL;
    GString *names = g_string_new(NULL);

    g_assert_true(area_list(f->inventory, root, &areas, NULL));
    for (guint i = 0; i < areas->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? "|" : "",
                               ((struct area *)areas->pdata[i])->name);
    return g_string_free(names, FALSE);
}

static void
expect_list(struct fixture *f, struct area_id root, const char *expected)
{
    g_autofree char *names = list(f, root);

    g_assert_cmpstr(names, ==, expected);
}

/* Refuses an area, says why in words with this part, and leaves the tree as it was. */
static void
refuse_add(struct fixture *f, struct area_id parent, enum area_kind kind, const char *name,
           enum err why, const char *part)
{
    g_autofree char *before = list(f, everywhere);
    struct area_id id = {0};
    g_autoptr(GError) error = NULL;

    g_assert_false(area_add(f->inventory, parent, kind, name, &id, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    expect_list(f, everywhere, before);
}

static void
refuse_find(struct fixture *f, const char *what, enum err why, const char *part)
{
    struct area *area = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(area_find(f->inventory, what, &area, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    g_assert_null(area);
}

static void
the_tree_grows(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community");
    struct area_id grid = add(f, community, AREA_GRID, "grid 2");
    struct area_id building = add(f, grid, AREA_BUILDING, "  house 7\t");
    struct area *found = find(f, "house 7"); /* the blanks are gone */

    (void)data;
    g_assert_cmpint(found->id.n, ==, building.n);
    g_assert_cmpint(found->parent.n, ==, grid.n);
    g_assert_cmpint(found->kind, ==, AREA_BUILDING);
    g_assert_cmpstr(found->name, ==, "house 7");
    area_free(found);
}

static void
a_grid_may_be_left_out(struct fixture *f, gconstpointer data)
{
    struct area_id building = add(f, find_id(f, "community"), AREA_BUILDING, "house 1");
    struct area *found = find(f, "community/house 1");

    (void)data;
    g_assert_cmpint(found->id.n, ==, building.n);
    area_free(found);
}

static void
a_kind_lies_in_a_higher_one(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community");
    struct area_id building = add(f, community, AREA_BUILDING, "house 1");

    (void)data;
    refuse_add(f, building, AREA_GRID, "grid", ERR_INPUT, "a grid can't lie in a building");
    refuse_add(f, building, AREA_BUILDING, "house 2", ERR_INPUT, "house 1");
    refuse_add(f, community, AREA_COMMUNITY, "other", ERR_INPUT, "community");
    refuse_add(f, inventory_district(f->inventory), AREA_CITY, "other", ERR_INPUT, "district");
}

static void
what_lies_nowhere_is_refused(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse_add(f, (struct area_id){0}, AREA_COMMUNITY, "lost", ERR_INPUT, "lost");
    refuse_add(f, (struct area_id){999}, AREA_COMMUNITY, "lost", ERR_MISSING, "999");
    refuse_add(f, (struct area_id){-1}, AREA_COMMUNITY, "lost", ERR_MISSING, "-1");
}

static void
a_name_is_taken_once_below_a_parent(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community");
    struct area_id other = add(f, inventory_district(f->inventory), AREA_COMMUNITY, "other");

    (void)data;
    add(f, community, AREA_GRID, "north");
    refuse_add(f, community, AREA_GRID, "north", ERR_REFUSED, "“north”");
    refuse_add(f, community, AREA_BUILDING, " north ", ERR_REFUSED, "“north”");
    add(f, other, AREA_GRID, "north");
    add(f, community, AREA_GRID, "North");
}

static void
bad_names_are_refused(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory);
    g_autofree char *fits = g_strnfill(120, 'x'), *longer = g_strnfill(121, 'x');

    (void)data;
    refuse_add(f, district, AREA_COMMUNITY, "", ERR_INPUT, "missing");
    refuse_add(f, district, AREA_COMMUNITY, " \t ", ERR_INPUT, "missing");
    refuse_add(f, district, AREA_COMMUNITY, NULL, ERR_INPUT, "missing");
    refuse_add(f, district, AREA_COMMUNITY, "a/b", ERR_INPUT, "/");
    refuse_add(f, district, AREA_COMMUNITY, "a\nb", ERR_INPUT, "control");
    refuse_add(f, district, AREA_COMMUNITY, "a\xff", ERR_INPUT, "UTF-8");
    refuse_add(f, district, AREA_COMMUNITY, longer, ERR_INPUT, "120");
    add(f, district, AREA_COMMUNITY, fits);
}

static void
found_by_number_name_and_path(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community");
    struct area_id grid = add(f, community, AREA_GRID, "north");
    struct area_id house = add(f, grid, AREA_BUILDING, "7号楼");
    g_autofree char *number = g_strdup_printf("%d", (int)house.n);

    (void)data;
    g_assert_cmpint(find_id(f, number).n, ==, house.n);
    g_assert_cmpint(find_id(f, "7号楼").n, ==, house.n);
    g_assert_cmpint(find_id(f, "community/north/7号楼").n, ==, house.n);
    g_assert_cmpint(find_id(f, " community / north ").n, ==, grid.n);
    g_assert_cmpint(find_id(f, "city/district/community/north").n, ==, grid.n);
    g_assert_cmpint(find_id(f, "city").n, !=, find_id(f, "district").n);
}

static void
digits_may_be_a_name(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community");
    struct area_id house = add(f, community, AREA_BUILDING, "4711");
    g_autofree char *number = g_strdup_printf("%d", (int)community.n);
    g_autofree char *path = g_strdup_printf("community/%s", number);
    struct area_id same = add(f, community, AREA_BUILDING, number);

    (void)data;
    g_assert_cmpint(find_id(f, "4711").n, ==, house.n);
    refuse_find(f, number, ERR_INPUT, path); /* the community by number, a house by name */
    g_assert_cmpint(find_id(f, path).n, ==, same.n);
    g_assert_cmpint(find_id(f, "community").n, ==, community.n);
}

static void
nothing_lies_straight_in_a_city(struct fixture *f, gconstpointer data)
{
    char name[] = "box", none[] = "";
    uint32_t bits = 7;
    struct box box = {.name = name,
                      .area = find_id(f, "city"),
                      .place = none,
                      .phone = none,
                      .lat = BOX_NO_COORDINATE,
                      .lon = BOX_NO_COORDINATE,
                      .count_days = 30};
    g_autoptr(GError) error = NULL, moved = NULL;

    (void)data;
    refuse_add(f, find_id(f, "city"), AREA_COMMUNITY, "other", ERR_INPUT, "above the districts");
    g_assert_false(area_edit(f->inventory, find_id(f, "community"), NULL, box.area, &moved));
    g_assert_error(moved, ERR, ERR_INPUT);
    g_assert_false(box_add(f->inventory, &box, fixture_bits, &bits, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, "above the districts"));
}

static void
what_is_not_there_is_not_found(struct fixture *f, gconstpointer data)
{
    (void)data;
    add(f, find_id(f, "community"), AREA_GRID, "north");
    refuse_find(f, "south", ERR_MISSING, "“south”");
    refuse_find(f, "", ERR_MISSING, "“”");
    refuse_find(f, "/", ERR_MISSING, "“”");
    refuse_find(f, "4711", ERR_MISSING, "4711");
    refuse_find(f, "0", ERR_MISSING, "0");
    refuse_find(f, "community/south", ERR_MISSING, "community has no area “south”");
    refuse_find(f, "district/north", ERR_MISSING, "district"); /* no step is left out */
    refuse_find(f, "community/north/x", ERR_MISSING, "north has no area “x”");
    refuse_find(f, "community/", ERR_MISSING, "community");
    refuse_find(f, "NORTH", ERR_MISSING, "NORTH");
}

static void
several_of_a_name_are_told(struct fixture *f, gconstpointer data)
{
    struct area_id other = add(f, inventory_district(f->inventory), AREA_COMMUNITY, "other");
    struct area_id there = add(f, other, AREA_GRID, "north");

    (void)data;
    add(f, find_id(f, "community"), AREA_GRID, "north");
    refuse_find(f, "north", ERR_INPUT, "community/north");
    refuse_find(f, "north", ERR_INPUT, "other/north");
    refuse_find(f, "north/x", ERR_INPUT, "several");
    g_assert_cmpint(find_id(f, "other/north").n, ==, there.n);
}

static void
ensured_once(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community"), first = {0}, again = {0};
    GError *error = NULL;

    (void)data;
    g_assert_true(area_ensure(f->inventory, community, AREA_GRID, "north", &first, &error));
    g_assert_true(area_ensure(f->inventory, community, AREA_GRID, " north ", &again, &error));
    g_assert_no_error(error);
    g_assert_cmpint(again.n, ==, first.n);
    g_assert_cmpint(find_id(f, "community/north").n, ==, first.n);
    expect_list(f, community, "community|north");
}

static void
ensuring_refuses_what_adding_does(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community"), id = {0};
    GError *error = NULL;

    (void)data;
    g_assert_false(area_ensure(f->inventory, community, AREA_GRID, " ", &id, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_false(area_ensure(f->inventory, community, AREA_CITY, "c", &id, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_false(
        area_ensure(f->inventory, (struct area_id){999}, AREA_GRID, "north", &id, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    expect_list(f, community, "community");
}

static void
listed_from_the_top(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory), community = find_id(f, "community");

    (void)data;
    add(f, community, AREA_GRID, "south");
    add(f, add(f, community, AREA_GRID, "north"), AREA_BUILDING, "house");
    add(f, district, AREA_COMMUNITY, "a later one");
    expect_list(f, everywhere, "city|district|community|south|north|house|a later one");
    expect_list(f, community, "community|south|north|house");
    expect_list(f, find_id(f, "house"), "house");
    expect_list(f, (struct area_id){999}, "");
}

/* Even where it was added after others that lie elsewhere, and there are more than nine. */
static void
what_lies_in_an_area_follows_it(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory);
    struct area_id last = {0};

    (void)data;
    for (int i = 0; i < 10; i++) {
        g_autofree char *name = g_strdup_printf("c%d", i);

        last = add(f, district, AREA_COMMUNITY, name);
    }
    add(f, last, AREA_GRID, "of the last");
    add(f, find_id(f, "community"), AREA_GRID, "of the first");
    expect_list(f, district,
                "district|community|of the first|c0|c1|c2|c3|c4|c5|c6|c7|c8|c9|of the last");
}

static void
an_area_lies_in_those_above_it_and_itself(struct fixture *f, gconstpointer data)
{
    struct area_id community = add(f, inventory_district(f->inventory), AREA_COMMUNITY, "here");
    struct area_id other = add(f, inventory_district(f->inventory), AREA_COMMUNITY, "there");
    struct area_id house = add(f, community, AREA_BUILDING, "a house");
    const struct {
        struct area_id id, root;
        bool lies;
    } cases[] = {
        {house, community, true},
        {house, house, true},
        {house, inventory_district(f->inventory), true},
        {house, {0}, true},
        {house, other, false},
        {community, house, false},
        {{999999}, community, false},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool lies;

        g_assert_true(area_lies_in(f->inventory, cases[i].id, cases[i].root, &lies, NULL));
        g_assert_cmpint(lies, ==, cases[i].lies);
    }
}

static void
the_chain_names_all_above(struct fixture *f, gconstpointer data)
{
    struct area_id community = find_id(f, "community");
    struct area_id building = add(f, community, AREA_BUILDING, "house");
    struct area_chain chain;

    (void)data;
    g_assert_true(area_chain_of(f->inventory, building, &chain, NULL));
    g_assert_cmpstr(chain.names[AREA_CITY], ==, "city");
    g_assert_cmpstr(chain.names[AREA_DISTRICT], ==, "district");
    g_assert_cmpstr(chain.names[AREA_COMMUNITY], ==, "community");
    g_assert_null(chain.names[AREA_GRID]);
    g_assert_cmpstr(chain.names[AREA_BUILDING], ==, "house");
    area_chain_clear(&chain);
    g_assert_null(chain.names[AREA_CITY]);
    g_assert_true(area_chain_of(f->inventory, (struct area_id){999}, &chain, NULL));
    for (int kind = AREA_CITY; kind <= AREA_BUILDING; kind++)
        g_assert_null(chain.names[kind]);
}

static void
kinds_have_words(struct fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    for (int kind = AREA_CITY; kind <= AREA_BUILDING; kind++) {
        g_assert_cmpint(area_kind_parse(area_kind_key((enum area_kind)kind)), ==, kind);
        g_assert_cmpstr(area_kind_word((enum area_kind)kind), !=, "");
    }
    g_assert_cmpint(area_kind_parse("grid"), ==, AREA_GRID);
    g_assert_cmpint(area_kind_parse("Grid"), ==, -1);
    g_assert_cmpint(area_kind_parse("village"), ==, -1);
    g_assert_cmpint(area_kind_parse(""), ==, -1);
    area_free(NULL);
}

static void
kinds_have_names_of_people(void)
{
    static const struct {
        const char *word;
        int kind;
    } rows[] = {
        {"community", AREA_COMMUNITY},
        {"Village", AREA_COMMUNITY},
        {"社区", AREA_COMMUNITY},
        {"村", AREA_COMMUNITY},
        {" grid ", AREA_GRID},
        {"网格", AREA_GRID},
        {"小区", AREA_GRID},
        {"ｇｒｉｄ", AREA_GRID},
        {"楼栋", AREA_BUILDING},
        {"党员中心户", AREA_BUILDING},
        {"building", AREA_BUILDING},
        {"city", -1},
        {"district", -1},
        {"区", -1},
        {"", -1},
        {"|", -1},
        {"社区|村", -1},
        {"gri", -1},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(area_kind_of_word(rows[i].word), ==, rows[i].kind);
}

/* What was typed nearly right is offered. */
static void
offered(struct fixture *f, gconstpointer data)
{
    static const struct {
        const char *typed, *told;
    } rows[] = {
        {"Community", "did you mean 3 community?"},
        {"commun", "did you mean 3 community?"},
        {"market", "there is no area “"},
        {"", "there is no area “"},
        {"%", "there is no area “"},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct area *area = NULL;
        g_autoptr(GError) error = NULL;

        g_assert_false(area_find(f->inventory, rows[i].typed, &area, &error));
        g_assert_error(error, ERR, ERR_MISSING);
        g_assert_nonnull(strstr(error->message, rows[i].told));
    }
}

static void
renamed_and_moved(struct fixture *f, gconstpointer data)
{
    struct area_id district = inventory_district(f->inventory);
    struct area_id community = find_id(f, "community"), other, grid, house;
    GError *error = NULL;

    (void)data;
    other = add(f, district, AREA_COMMUNITY, "other");
    grid = add(f, community, AREA_GRID, "grid");
    house = add(f, grid, AREA_BUILDING, "house");
    g_assert_true(area_edit(f->inventory, grid, "north", other, &error));
    g_assert_no_error(error);
    g_assert_cmpint(find_id(f, "other/north/house").n, ==, house.n);
    g_assert_true(area_edit(f->inventory, grid, "north", other, &error)); /* as it is */
    g_assert_true(area_edit(f->inventory, district, "D2", (struct area_id){0}, &error));
    g_assert_cmpint(find_id(f, "D2").n, ==, district.n);
    g_assert_false(area_edit(f->inventory, other, "community", (struct area_id){0}, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_false(area_edit(f->inventory, grid, NULL, house, &error)); /* below itself */
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_false(area_edit(f->inventory, district, NULL, other, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_false(area_edit(f->inventory, grid, "a/b", (struct area_id){0}, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/area/the tree grows", the_tree_grows},
        {"/area/a grid may be left out", a_grid_may_be_left_out},
        {"/area/a kind lies in a higher one", a_kind_lies_in_a_higher_one},
        {"/area/what lies nowhere is refused", what_lies_nowhere_is_refused},
        {"/area/a name is taken once below a parent", a_name_is_taken_once_below_a_parent},
        {"/area/bad names are refused", bad_names_are_refused},
        {"/area/found by number, name and path", found_by_number_name_and_path},
        {"/area/digits may be a name", digits_may_be_a_name},
        {"/area/nothing lies straight in a city", nothing_lies_straight_in_a_city},
        {"/area/what is not there is not found", what_is_not_there_is_not_found},
        {"/area/several of a name are told", several_of_a_name_are_told},
        {"/area/ensured once", ensured_once},
        {"/area/ensuring refuses what adding does", ensuring_refuses_what_adding_does},
        {"/area/listed from the top", listed_from_the_top},
        {"/area/what lies in an area follows it", what_lies_in_an_area_follows_it},
        {"/area/an area lies in those above it and itself",
         an_area_lies_in_those_above_it_and_itself},
        {"/area/the chain names all above", the_chain_names_all_above},
        {"/area/kinds have words", kinds_have_words},
        {"/area/what was nearly typed is offered", offered},
        {"/area/renamed and moved", renamed_and_moved},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    g_test_add_func("/area/kinds have the names that people give them", kinds_have_names_of_people);
    return g_test_run();
}
