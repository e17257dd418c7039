#include "inventory/setting.h"

#include "inventory/level.h"
#include "tests/unit/fixture.h"

#define KEY "intake.days-left" /* a number from 0 to 3650; 90 where nothing is set */

static const struct area_id anywhere = {0};
static const struct box_id no_box = {0};

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

/* Below the fixture's community: a grid, a building in it, a box in that. */
static struct box_id
deep_box(struct fixture *f, struct area_id *grid, struct area_id *building)
{
    g_assert_true(
        area_add(f->inventory, area_named(f, "community"), AREA_GRID, "grid", grid, NULL));
    g_assert_true(area_add(f->inventory, *grid, AREA_BUILDING, "building", building, NULL));
    return fixture_add_box(f, *building, "stairs");
}

static void
set(struct fixture *f, const char *key, struct area_id area, struct box_id box, const char *value)
{
    GError *error = NULL;

    g_assert_true(setting_set(f->inventory, key, area, box, value, &error));
    g_assert_no_error(error);
}

static int32_t
number(struct fixture *f, const char *key, struct area_id area, struct box_id box)
{
    int32_t value = -1;
    GError *error = NULL;

    g_assert_true(setting_number(f->inventory, key, area, box, &value, &error));
    g_assert_no_error(error);
    return value;
}

static void
expect_text(struct fixture *f, const char *key, struct box_id box, const char *expected)
{
    g_autofree char *value = NULL;

    g_assert_true(setting_text(f->inventory, key, anywhere, box, &value, NULL));
    g_assert_cmpstr(value, ==, expected);
}

/* All that is set, as "key=value" of each row that is not a default. */
static char *
all_that_is_set(struct fixture *f)
{
    g_autoptr(GPtrArray) values = NULL;
    GString *text = g_string_new(NULL);

    g_assert_true(setting_list(f->inventory, &values, NULL));
    for (guint i = 0; i < values->len; i++) {
        const struct setting_value *value = values->pdata[i];

        if (value->area.n != 0)
            g_string_append_printf(text, "%s=%s@%d/%d ", value->key, value->value,
                                   (int)value->area.n, (int)value->box.n);
    }
    return g_string_free(text, FALSE);
}

static void
refuse_at(struct fixture *f, const char *key, struct area_id area, struct box_id box,
          const char *value, enum err why, const char *part)
{
    g_autofree char *before = all_that_is_set(f), *after = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(setting_set(f->inventory, key, area, box, value, &error));
    g_assert_error(error, ERR, (gint)why);
    g_assert_nonnull(strstr(error->message, part));
    after = all_that_is_set(f);
    g_assert_cmpstr(after, ==, before);
}

static void
refuse(struct fixture *f, const char *key, const char *value, const char *part)
{
    refuse_at(f, key, anywhere, no_box, value, ERR_INPUT, part);
}

/* --------------------------------------------------------------------------------------- the table */

static void
every_default_is_a_value_of_its_own(struct fixture *f, gconstpointer data)
{
    (void)data;
    for (const struct setting *s = settings; s->key != NULL; s++) {
        GError *error = NULL;

        g_assert_true(setting_find(s->key) == s);
        g_assert_cmpint(s->low, <=, s->high);
        g_assert_cmpstr(s->meaning, !=, "");
        g_assert_true(setting_set(f->inventory, s->key, anywhere, no_box, s->standard, &error));
        g_assert_no_error(error);
        expect_text(f, s->key, f->lobby, s->standard);
    }
}

/* No setting stands in another's way. */
static void
part(struct fixture *f)
{
    static const char *const apart[][2] = {
        {"fill", "100000"},       {"fill.fever", "100000"},       {"fill.cold", "100000"},
        {"minimum", "0"},         {"minimum.fever", "0"},         {"minimum.cold", "0"},
        {"shortage.far", "28"},   {"shortage.near", "1"},         {"shortage.red", "100"},
        {"shortage.orange", "1"}, {"shortage.orange-far", "100"}, {"shortage.yellow", "1"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(apart); i++)
        set(f, apart[i][0], anywhere, no_box, apart[i][1]);
}

static void
both_ends_of_a_range_fit(struct fixture *f, gconstpointer data)
{
    (void)data;
    for (const struct setting *s = settings; s->key != NULL; s++) {
        g_autofree char *low = g_strdup_printf("%d", (int)s->low),
                        *high = g_strdup_printf("%d", (int)s->high),
                        *under = g_strdup_printf("%d", (int)s->low - 1),
                        *over = g_strdup_printf("%d", (int)s->high + 1);

        if (s->kind != SETTING_NUMBER)
            continue;
        part(f);
        set(f, s->key, anywhere, no_box, low);
        g_assert_cmpint(number(f, s->key, anywhere, no_box), ==, s->low);
        set(f, s->key, anywhere, no_box, high);
        g_assert_cmpint(number(f, s->key, anywhere, no_box), ==, s->high);
        refuse(f, s->key, under, low);
        refuse(f, s->key, over, high);
    }
}

static void
what_is_no_number_is_refused(struct fixture *f, gconstpointer data)
{
    const char *const bad[] = {"",    "ninety", "90 days", "9.5", "0x10",
                               "1e2", "--5",    "九十",    " ",   "99999999999999999999"};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        refuse(f, KEY, bad[i], "from 0 to 3650");
    refuse(f, KEY, "-1", KEY);
    set(f, KEY, anywhere, no_box, "007");
    expect_text(f, KEY, f->lobby, "7");
    set(f, KEY, anywhere, no_box, "　９０ "); /* as an input method types it */
    expect_text(f, KEY, f->lobby, "90");
}

static void
yes_and_no_in_both_languages(struct fixture *f, gconstpointer data)
{
    const char *const yes[] = {"1", "yes", "YES", "是", "true", "on"};
    const char *const no[] = {"0", "no", "No", "否", "false", "off"};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(yes); i++) {
        set(f, "intake.lot-required", anywhere, no_box, yes[i]);
        g_assert_cmpint(number(f, "intake.lot-required", anywhere, f->lobby), ==, 1);
        set(f, "intake.lot-required", anywhere, no_box, no[i]);
        g_assert_cmpint(number(f, "intake.lot-required", anywhere, f->lobby), ==, 0);
    }
    refuse(f, "intake.lot-required", "", "yes or no");
    refuse(f, "intake.lot-required", "maybe", "“maybe”");
    refuse(f, "intake.lot-required", "2", "yes or no");
    refuse(f, "intake.lot-required", "不", "yes or no");
}

static void
texts_have_their_limits(struct fixture *f, gconstpointer data)
{
    g_autofree char *fits = g_strnfill(60, 'x'), *longer = g_strnfill(61, 'x');

    (void)data;
    set(f, "label.rule", anywhere, no_box, "  只收未拆封非处方药 ");
    expect_text(f, "label.rule", f->lobby, "只收未拆封非处方药");
    set(f, "label.rule", anywhere, no_box, "");
    expect_text(f, "label.rule", f->lobby, "");
    set(f, "label.rule", anywhere, no_box, fits);
    refuse(f, "label.rule", longer, "60");
    refuse(f, "label.rule", "two\nlines", "control");
    refuse(f, "label.rule", "\xff", "UTF-8");
    refuse(f, "label.host", "", "missing");
    refuse(f, "label.host", "foo bar", "host name");
    refuse(f, "label.host", "http://x.cn/", "host name");
}

static void
days_are_kept_in_one_form(struct fixture *f, gconstpointer data)
{
    (void)data;
    expect_text(f, "restock", f->lobby, "");
    set(f, "restock.fever", anywhere, no_box, "2027/3/5");
    expect_text(f, "restock.fever.child", f->lobby, "2027-03-05");
    expect_text(f, "restock.cold", f->lobby, "");
    set(f, "restock.fever", anywhere, no_box, "2027年3月");
    expect_text(f, "restock.fever", f->lobby, "2027-03-31");
    set(f, "restock.fever", anywhere, no_box, "");
    expect_text(f, "restock.fever", f->lobby, "");
    refuse(f, "restock.fever", "soon", "2027-03-31");
    refuse(f, "restock.fever", "2027-02-30", "“2027-02-30”");
    refuse(f, "restock-every", "-1", "from 0 to 365");
}

static void
unknown_keys_are_refused(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse(f, "intake", "1", "intake.prescription");
    refuse(f, "days-left", "1", KEY);
    refuse(f, "minimal", "1", "did you mean");
    refuse(f, "zzz", "1", "there is no setting “zzz”");
    refuse(f, "", "1", "there is no setting");
    refuse(f, "household.salt", "1", "there is no setting"); /* kept in the same table */
    refuse(f, "household.salt", NULL, "there is no setting");
    refuse(f, KEY ".fever", "1", "there is no setting"); /* not one that can be narrowed */
    refuse(f, "minimum.fever.child.x", "1", "there is no setting");
    refuse(f, "minimum.child", "1", "there is no setting");
    refuse(f, "minimum.", "1", "there is no setting");
    refuse(f, "minimum.fever.", "1", "there is no setting");
    refuse(f, "minimum.fever.old", "1", "there is no setting");
    refuse(f, "minimum..child", "1", "there is no setting");
    refuse(f, "minimumfever", "1", "there is no setting");
}

/* A clock of its own for one street would be read by nothing. */
static void
one_for_the_district(struct fixture *f, gconstpointer data)
{
    static const char *const keys[] = {"utc-offset", "shortage.window"};
    const struct area_id community = area_named(f, "community");

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        for (int box = 0; box < 2; box++) {
            g_autoptr(GError) error = NULL;

            g_assert_false(setting_set(f->inventory, keys[i], box == 0 ? community : anywhere,
                                       box == 0 ? no_box : f->lobby, "30", &error));
            g_assert_error(error, ERR, ERR_REFUSED);
            g_assert_nonnull(strstr(error->message, keys[i]));
        }
        set(f, keys[i], community, no_box, NULL); /* one that was set before this was refused */
        set(f, keys[i], anywhere, no_box, "20");
        set(f, keys[i], area_named(f, "city"), no_box, "30");
        g_assert_cmpint(number(f, keys[i], anywhere, no_box), ==, 20);
        set(f, keys[i], anywhere, no_box, NULL);
        g_assert_cmpint(number(f, keys[i], anywhere, no_box), ==, 30);
    }
}

static void
the_secrets_of_the_table_are_not_listed(struct fixture *f, gconstpointer data)
{
    g_autofree char *text = all_that_is_set(f);

    (void)data;
    g_assert_cmpstr(text, ==, "");
    g_assert_null(setting_find("household.salt"));
}

/* ------------------------------------------------------------------------------------ inheritance */

static void
the_nearest_area_counts(struct fixture *f, gconstpointer data)
{
    struct area_id grid, building;
    struct box_id stairs = deep_box(f, &grid, &building);

    (void)data;
    g_assert_cmpint(number(f, KEY, anywhere, stairs), ==, 90);
    set(f, KEY, area_named(f, "city"), no_box, "80");
    g_assert_cmpint(number(f, KEY, anywhere, stairs), ==, 80);
    set(f, KEY, anywhere, no_box, "70"); /* of the district */
    g_assert_cmpint(number(f, KEY, anywhere, stairs), ==, 70);
    set(f, KEY, building, no_box, "40");
    set(f, KEY, area_named(f, "community"), no_box, "60");
    set(f, KEY, grid, no_box, "50");
    g_assert_cmpint(number(f, KEY, anywhere, stairs), ==, 40);
    g_assert_cmpint(number(f, KEY, anywhere, f->lobby), ==, 60);
    set(f, KEY, building, no_box, NULL);
    g_assert_cmpint(number(f, KEY, anywhere, stairs), ==, 50);
}

static void
a_boxs_own_value_goes_before_all(struct fixture *f, gconstpointer data)
{
    (void)data;
    set(f, KEY, anywhere, f->lobby, "10");
    set(f, KEY, area_named(f, "community"), no_box, "60");
    g_assert_cmpint(number(f, KEY, anywhere, f->lobby), ==, 10);
    g_assert_cmpint(number(f, KEY, anywhere, f->gate), ==, 60);
    g_assert_cmpint(number(f, KEY, area_named(f, "community"), no_box), ==, 60);
    set(f, KEY, anywhere, f->lobby, "11");
    g_assert_cmpint(number(f, KEY, anywhere, f->lobby), ==, 11);
    set(f, KEY, anywhere, f->lobby, NULL);
    g_assert_cmpint(number(f, KEY, anywhere, f->lobby), ==, 60);
    set(f, KEY, anywhere, f->lobby, NULL); /* twice is once */
}

/* A value for a box holds wherever it stands, so an area that is told along does not matter. */
static void
a_box_is_asked_where_it_stands(struct fixture *f, gconstpointer data)
{
    struct area_id grid, building;
    struct box_id stairs = deep_box(f, &grid, &building);

    (void)data;
    set(f, KEY, grid, f->lobby, "10");
    g_assert_cmpint(number(f, KEY, anywhere, f->lobby), ==, 10);
    g_assert_cmpint(number(f, KEY, grid, f->lobby), ==, 10);
    g_assert_cmpint(number(f, KEY, grid, no_box), ==, 90);
    g_assert_cmpint(number(f, KEY, anywhere, stairs), ==, 90);
}

static void
areas_beside_are_left_alone(struct fixture *f, gconstpointer data)
{
    struct area_id other;

    (void)data;
    g_assert_true(area_add(f->inventory, inventory_district(f->inventory), AREA_COMMUNITY, "other",
                           &other, NULL));
    set(f, KEY, other, no_box, "5");
    g_assert_cmpint(number(f, KEY, other, no_box), ==, 5);
    g_assert_cmpint(number(f, KEY, anywhere, f->lobby), ==, 90);
    g_assert_cmpint(number(f, KEY, anywhere, no_box), ==, 90);
}

static void
a_place_that_is_not_there_is_refused(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse_at(f, KEY, anywhere, (struct box_id){999}, "5", ERR_MISSING, "box");
    refuse_at(f, KEY, anywhere, (struct box_id){999}, NULL, ERR_MISSING, "box");
    refuse_at(f, KEY, (struct area_id){999}, no_box, "5", ERR_MISSING, "999");
    refuse_at(f, KEY, (struct area_id){999}, no_box, NULL, ERR_MISSING, "999");
}

static void
listed_with_its_default(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) values = NULL;
    g_autofree char *text = NULL, *expected = NULL;
    guint defaults = 0;

    (void)data;
    set(f, "minimum.fever.child", anywhere, f->gate, "9");
    set(f, "minimum.cough", area_named(f, "community"), no_box, "4");
    set(f, KEY, area_named(f, "community"), no_box, "30");
    expected = g_strdup_printf("%s=30@%d/0 minimum.cough=4@%d/0 minimum.fever.child=9@%d/%d ", KEY,
                               (int)area_named(f, "community").n, (int)area_named(f, "community").n,
                               (int)area_named(f, "community").n, (int)f->gate.n);
    text = all_that_is_set(f);
    g_assert_cmpstr(text, ==, expected);
    g_assert_true(setting_list(f->inventory, &values, NULL));
    for (guint i = 0; i < values->len; i++)
        defaults += ((struct setting_value *)values->pdata[i])->area.n == 0;
    g_assert_cmpuint(defaults + 3, ==, values->len);
    setting_value_free(NULL);
}

/* ---------------------------------------------------------------------------------------- narrowing */

static const struct level *
level_of(struct fixture *f, struct level_book **book, struct area_id area, struct box_id box,
         enum drug_type type, enum drug_age age)
{
    g_assert_true(level_book_new(f->inventory, book, NULL));
    return &level_of_box(*book, area, box)[((int)type - 1) * DRUG_AGES + (int)age];
}

static void
expect_level(struct fixture *f, struct area_id area, struct box_id box, enum drug_type type,
             enum drug_age age, int32_t minimum, int32_t fill)
{
    struct level_book *book = NULL;
    const struct level *level = level_of(f, &book, area, box, type, age);

    g_assert_cmpint(level->minimum, ==, minimum);
    g_assert_cmpint(level->fill, ==, fill);
    level_book_free(book);
}

static void
keys_are_narrowed_by_type_and_age(struct fixture *f, gconstpointer data)
{
    (void)f, (void)data;
    g_assert_cmpstr(setting_find("minimum.throat")->key, ==, "minimum");
    g_assert_cmpstr(setting_find("minimum.fever")->key, ==, "minimum.fever");
    g_assert_cmpstr(setting_find("minimum.fever.child")->key, ==, "minimum.fever");
    g_assert_cmpstr(setting_find("fill.cold.adult")->key, ==, "fill.cold");
    g_assert_cmpstr(setting_find("fill.other.all")->key, ==, "fill");
    g_assert_null(setting_find("minimum.x"));
    g_assert_null(setting_find("minimum.throat.x"));
    g_assert_null(setting_find(KEY ".fever"));
    g_assert_null(setting_find(""));
}

/* The words of both languages name a type, and one place has one value whatever it was called. */
static void
one_place_has_one_key(struct fixture *f, gconstpointer data)
{
    g_autofree char *text = NULL;

    (void)data;
    set(f, "minimum.FEVER.Child", anywhere, no_box, "7");
    set(f, "minimum.退烧.儿童", anywhere, no_box, "8");
    expect_level(f, area_named(f, "community"), f->lobby, DRUG_FEVER, DRUG_CHILD, 8, 15);
    set(f, "minimum.fever.child", anywhere, no_box, "9");
    expect_level(f, area_named(f, "community"), f->lobby, DRUG_FEVER, DRUG_CHILD, 9, 15);
    set(f, "minimum.fever.child", anywhere, no_box, NULL);
    text = all_that_is_set(f);
    g_assert_cmpstr(text, ==, "");
    expect_level(f, area_named(f, "community"), f->lobby, DRUG_FEVER, DRUG_CHILD, 6, 15);
}

static void
levels_come_down_the_tree(struct fixture *f, gconstpointer data)
{
    struct area_id grid, building;
    struct box_id stairs = deep_box(f, &grid, &building);

    (void)data;
    set(f, "fill.cold", area_named(f, "city"), no_box, "20");
    expect_level(f, building, stairs, DRUG_COLD, DRUG_ADULT, 6, 20);
    set(f, "fill.cold", grid, no_box, "30");
    expect_level(f, building, stairs, DRUG_COLD, DRUG_ADULT, 6, 30);
    expect_level(f, area_named(f, "community"), f->lobby, DRUG_COLD, DRUG_ADULT, 6, 20);
    set(f, "fill.cold.adult", anywhere, stairs, "40");
    expect_level(f, building, stairs, DRUG_COLD, DRUG_ADULT, 6, 40);
    expect_level(f, building, stairs, DRUG_COLD, DRUG_CHILD, 6, 30);
}

/* What is told of one key agrees with the levels. */
static void
a_narrowed_key_has_what_the_wider_one_has(struct fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_cmpint(number(f, "minimum.throat.child", anywhere, f->lobby), ==, 3);
    g_assert_cmpint(number(f, "minimum.fever.child", anywhere, f->lobby), ==, 6);
    set(f, "minimum", anywhere, no_box, "4");
    g_assert_cmpint(number(f, "minimum.fever.child", anywhere, f->lobby), ==, 4);
    g_assert_cmpint(number(f, "minimum.fever", anywhere, f->lobby), ==, 4);
    set(f, "minimum.fever", area_named(f, "city"), no_box, "5");
    g_assert_cmpint(number(f, "minimum.退烧.儿童", anywhere, f->lobby), ==, 5);
    g_assert_cmpint(number(f, "minimum.cough", anywhere, f->lobby), ==, 4);
    g_assert_cmpint(number(f, "fill.fever.child", anywhere, f->lobby), ==, 15);
    expect_level(f, area_named(f, "community"), f->lobby, DRUG_FEVER, DRUG_CHILD, 5, 15);
}

/* What was said of one type far above is not undone by a word about all types nearby. */
static void
the_narrower_key_goes_before_the_nearer(struct fixture *f, gconstpointer data)
{
    struct area_id community = area_named(f, "community");

    (void)data;
    set(f, "minimum.fever.child", area_named(f, "city"), no_box, "14");
    set(f, "minimum.fever", anywhere, no_box, "12");
    set(f, "minimum", anywhere, f->lobby, "1");
    expect_level(f, community, f->lobby, DRUG_FEVER, DRUG_CHILD, 14, 15);
    expect_level(f, community, f->lobby, DRUG_FEVER, DRUG_ADULT, 12, 15);
    expect_level(f, community, f->lobby, DRUG_COUGH, DRUG_ADULT, 1, 9);
    expect_level(f, community, f->gate, DRUG_COUGH, DRUG_ADULT, 3, 9);
}

static void
refuse_contradiction(struct fixture *f, const char *key, struct box_id box, const char *value,
                     const char *words)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(setting_set(f->inventory, key, anywhere, box, value, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, words));
}

/* Each pair, from either side, narrowed or not, and where one is taken back. */
static void
contradictions_are_refused(struct fixture *f, gconstpointer data)
{
    (void)data;
    refuse_contradiction(f, "minimum", no_box, "16",
                         "minimum must not be above fill: there they would be 16");
    refuse_contradiction(f, "fill", no_box, "2", "would be 3 and 2");
    refuse_contradiction(f, "fill", no_box, "5",
                         "minimum.fever.all must not be above fill.fever.all");
    refuse_contradiction(f, "minimum.fever.child", f->gate, "16", "fill.fever.child");
    refuse_contradiction(f, "fill.cold", f->gate, "5", "6 and 5");
    refuse_contradiction(f, "shortage.near", no_box, "8", "shortage.far");
    refuse_contradiction(f, "shortage.far", no_box, "2", "shortage.near");
    refuse_contradiction(f, "shortage.red", f->gate, "20", "shortage.orange");
    refuse_contradiction(f, "shortage.yellow", no_box, "61", "shortage.orange-far");
    set(f, "fill.fever", anywhere, f->gate, "40");
    set(f, "minimum.fever", anywhere, f->gate, "40");
    refuse_contradiction(f, "fill.fever", f->gate, NULL, "40 and 15");
    set(f, "minimum.fever", anywhere, f->gate, NULL);
    set(f, "fill.fever", anywhere, f->gate, NULL);
    g_assert_cmpint(number(f, "fill.fever", anywhere, f->gate), ==, 15);
}

static void
no_level_reaches_another_box(struct fixture *f, gconstpointer data)
{
    struct area_id community = area_named(f, "community");

    (void)data;
    set(f, "minimum", anywhere, f->gate, "0");
    expect_level(f, community, f->gate, DRUG_FEVER, DRUG_ADULT, 0, 15);
    expect_level(f, community, f->lobby, DRUG_FEVER, DRUG_ADULT, 6, 15);
    refuse(f, "minimum", "-1", "from 0 to 100000");
    refuse(f, "fill.fever", "100001", "from 0 to 100000");
    level_book_free(NULL);
}

/* ---------------------------------------------------------------------------------------- the clock */

static void
the_clock_follows_its_setting(struct fixture *f, gconstpointer data)
{
    struct booking taking = fixture_booking(f, TABLETS, 4);
    struct booking_result result;
    int32_t day = inventory_day(f->inventory, FIXTURE_NOW).n;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2027-11", "A1");
    g_assert_true(booking_take(f->inventory, &taking, &result, NULL));
    booking_result_clear(&result);
    set(f, "utc-offset", anywhere, no_box, "-720");
    g_assert_cmpint(inventory_day(f->inventory, FIXTURE_NOW).n, <=, day);
    g_assert_cmpint(f->inventory->utc_offset, ==, -720);
    fixture_audit(f); /* the use of each day is counted by the new clock */
    refuse(f, "utc-offset", "900", "840");
    g_assert_cmpint(f->inventory->utc_offset, ==, -720);
    set(f, "utc-offset", anywhere, no_box, NULL);
    g_assert_cmpint(f->inventory->utc_offset, ==, setting_utc_offset_standard());
    fixture_audit(f);
}

static void
expect_filling(struct fixture *f, struct day today, struct day expected)
{
    struct level_book *book = NULL;
    const struct level *levels;

    g_assert_true(level_book_new(f->inventory, &book, NULL));
    levels = level_of_box(book, area_named(f, "community"), f->lobby);
    g_assert_cmpint(level_restock(&levels[(DRUG_FEVER - 1) * DRUG_AGES], today).n, ==, expected.n);
    g_assert_cmpint(level_restock(&levels[(DRUG_COLD - 1) * DRUG_AGES], today).n, ==, DAY_NONE.n);
    level_book_free(book);
}

static void
a_filling_is_the_next_one(struct fixture *f, gconstpointer data)
{
    struct day day = day_of_date(2026, 12, 3);

    (void)data;
    expect_filling(f, day, DAY_NONE);
    set(f, "restock.fever", area_named(f, "community"), no_box, "2026-12-03");
    expect_filling(f, (struct day){day.n - 40}, day);
    expect_filling(f, (struct day){day.n - 1}, day);
    expect_filling(f, day, DAY_NONE);
    set(f, "restock-every", anywhere, no_box, "14");
    expect_filling(f, day, (struct day){day.n + 14});
    expect_filling(f, (struct day){day.n + 13}, (struct day){day.n + 14});
    expect_filling(f, (struct day){day.n + 14}, (struct day){day.n + 28});
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/setting/every default is a value of its own", every_default_is_a_value_of_its_own},
        {"/setting/both ends of a range fit", both_ends_of_a_range_fit},
        {"/setting/what is no number is refused", what_is_no_number_is_refused},
        {"/setting/yes and no in both languages", yes_and_no_in_both_languages},
        {"/setting/texts have their limits", texts_have_their_limits},
        {"/setting/some are one for the district", one_for_the_district},
        {"/setting/days are kept in one form", days_are_kept_in_one_form},
        {"/setting/unknown keys are refused", unknown_keys_are_refused},
        {"/setting/the secrets of the table are not listed",
         the_secrets_of_the_table_are_not_listed},
        {"/setting/the nearest area counts", the_nearest_area_counts},
        {"/setting/a box's own value goes before all", a_boxs_own_value_goes_before_all},
        {"/setting/a box is asked where it stands", a_box_is_asked_where_it_stands},
        {"/setting/areas beside are left alone", areas_beside_are_left_alone},
        {"/setting/a place that is not there is refused", a_place_that_is_not_there_is_refused},
        {"/setting/listed with its default", listed_with_its_default},
        {"/setting/keys are narrowed by type and age", keys_are_narrowed_by_type_and_age},
        {"/setting/one place has one key", one_place_has_one_key},
        {"/setting/a narrowed key has what the wider one has",
         a_narrowed_key_has_what_the_wider_one_has},
        {"/setting/the clock follows its setting", the_clock_follows_its_setting},
        {"/level/they come down the tree", levels_come_down_the_tree},
        {"/level/the narrower key goes before the nearer", the_narrower_key_goes_before_the_nearer},
        {"/level/a filling is the next one", a_filling_is_the_next_one},
        {"/level/none reaches another box", no_level_reaches_another_box},
        {"/setting/contradictions are refused", contradictions_are_refused},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
