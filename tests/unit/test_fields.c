#include "web/fields.h"

#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "base/words.h"
#include "inventory/audit_words.h"
#include "inventory/drug.h"

static const char *const words_known[] = {"wecom", "feishu", NULL};

static const struct fields_row inner[] = {
    {.name = "units", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = 9},
    {0},
};

static const struct fields_row rows[] = {
    {.name = "name", .kind = FIELDS_TEXT, .needed = true, .low = 2, .high = 5},
    {.name = "note", .kind = FIELDS_TEXT, .high = 5},
    {.name = "units", .kind = FIELDS_NUMBER, .low = -3, .high = 9},
    {.name = "lat", .kind = FIELDS_DEGREE, .low = -90, .high = 90},
    {.name = "offline", .kind = FIELDS_FLAG},
    {.name = "expiry", .kind = FIELDS_DAY},
    {.name = "uid", .kind = FIELDS_UUID},
    {.name = "box", .kind = FIELDS_BOX},
    {.name = "type", .kind = FIELDS_TYPE},
    {.name = "age", .kind = FIELDS_AGE},
    {.name = "kind", .kind = FIELDS_WORD, .words = words_known},
    {.name = "lines", .kind = FIELDS_LIST, .low = 1, .high = 2, .of = inner},
    {.name = "one", .kind = FIELDS_OBJECT, .of = inner},
    {0},
};

/* ---------------------------------------------------------------------------------- what is good */

#define UID "0192f6a0-1234-7abc-8def-0123456789ab"
#define UID_OF_CHANCE "0192f6a0-1234-4abc-8def-0123456789ab"

static void
check_all(const struct fields *fields)
{
    char uid[UUID_TEXT_SIZE], day[DAY_TEXT_SIZE];
    struct uuid id = fields_uuid(fields, "uid");

    g_assert_cmpstr(fields_text(fields, "name"), ==, "药箱");
    g_assert_cmpint(fields_number(fields, "units", 0), ==, -3);
    g_assert_cmpint(fields_number(fields, "lat", 0), ==, 31234567);
    g_assert_true(fields_flag(fields, "offline"));
    g_assert_cmpstr(day_format(fields_day(fields, "expiry"), day), ==, "2027-03-31");
    g_assert_cmpstr(uuid_format(&id, uid), ==, UID);
    g_assert_cmpint(fields_number(fields, "type", 0), ==, DRUG_COLD);
    g_assert_cmpint(fields_number(fields, "age", 0), ==, DRUG_CHILD);
    g_assert_cmpint(fields_number(fields, "kind", 9), ==, 1);
    g_assert_null(fields_blamed(fields));
}

static void
from_an_object(void)
{
    json_t *object =
        json_loads("{\"name\":\" 药箱 \",\"units\":-3,\"lat\":31.234567,\"offline\":true,"
                   "\"expiry\":\"2027-03-31\",\"uid\":\"" UID "\",\"type\":\"cold\","
                   "\"age\":\"child\",\"kind\":\"feishu\",\"note\":null,"
                   "\"lines\":[{\"units\":3},7],\"one\":{\"units\":1}}",
                   0, NULL);
    GError *error = NULL;
    struct fields *fields = fields_read(rows, object, &error);

    g_assert_no_error(error);
    check_all(fields);
    g_assert_false(fields_has(fields, "note")); /* null is as good as nothing */
    g_assert_null(fields_text(fields, "note"));
    g_assert_cmpuint(json_array_size(fields_json(fields, "lines")), ==, 2);
    g_assert_true(json_is_object(fields_json(fields, "one")));
    fields_free(fields);
    json_decref(object);
}

static void
from_an_address(void)
{
    static const char *const pairs[][2] = {
        {"name", " 药箱 "}, {"units", "-3"},  {"lat", "31.234567"},
        {"offline", "1"},   {"uid", UID},     {"expiry", "2027-03-31"},
        {"type", "cold"},   {"age", "child"}, {"kind", "feishu"},
    };
    struct fields *fields = fields_new(rows);
    GError *error = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_assert_true(fields_take_text(fields, pairs[i][0], pairs[i][1], &error));
        g_assert_no_error(error);
    }
    g_assert_true(fields_end(fields, &error));
    check_all(fields);
    fields_free(fields);
}

static void
what_was_not_given(void)
{
    json_t *object = json_loads("{\"name\":\"box\"}", 0, NULL);
    const struct uuid none = {0};
    struct fields *fields = fields_read(rows, object, NULL);
    struct uuid uid;

    g_assert_nonnull(fields);
    uid = fields_uuid(fields, "uid");
    g_assert_false(fields_has(fields, "units"));
    g_assert_cmpint(fields_number(fields, "units", 42), ==, 42);
    g_assert_false(fields_flag(fields, "offline"));
    g_assert_cmpint(fields_day(fields, "expiry").n, ==, DAY_NONE.n);
    g_assert_true(memcmp(&uid, &none, sizeof(uid)) == 0);
    g_assert_null(fields_json(fields, "lines"));
    fields_free(fields);
    fields_free(NULL);
    json_decref(object);
}

/* --------------------------------------------------------------------------------------- refusals */

static void
objects_that_are_refused(void)
{
    static const struct {
        const char *object, *blamed; /* NULL: no field in particular */
    } cases[] = {
        {"[]", NULL},
        {"7", NULL},
        {"{}", "name"},
        {"{\"name\":null}", "name"},
        {"{\"name\":7}", "name"},
        {"{\"name\":\"x\"}", "name"},
        {"{\"name\":\"  x  \"}", "name"},
        {"{\"name\":\"123456\"}", "name"},
        {"{\"name\":\"a\\nb\"}", "name"},
        {"{\"name\":\"box\",\"surprise\":1}", NULL},
        {"{\"name\":\"box\",\"units\":10}", "units"},
        {"{\"name\":\"box\",\"units\":-4}", "units"},
        {"{\"name\":\"box\",\"units\":1.5}", "units"},
        {"{\"name\":\"box\",\"units\":\"1\"}", "units"},
        {"{\"name\":\"box\",\"units\":true}", "units"},
        {"{\"name\":\"box\",\"lat\":90.1}", "lat"},
        {"{\"name\":\"box\",\"lat\":\"1\"}", "lat"},
        {"{\"name\":\"box\",\"offline\":1}", "offline"},
        {"{\"name\":\"box\",\"offline\":\"true\"}", "offline"},
        {"{\"name\":\"box\",\"expiry\":\"2027-02-30\"}", "expiry"},
        {"{\"name\":\"box\",\"expiry\":20270331}", "expiry"},
        {"{\"name\":\"box\",\"uid\":\"0192f6a0\"}", "uid"},
        {"{\"name\":\"box\",\"box\":\"7K3-M9Q\"}", "box"},
        {"{\"name\":\"box\",\"type\":\"magic\"}", "type"},
        {"{\"name\":\"box\",\"type\":2}", "type"},
        {"{\"name\":\"box\",\"age\":\"old\"}", "age"},
        {"{\"name\":\"box\",\"kind\":\"Feishu\"}", "kind"},
        {"{\"name\":\"box\",\"kind\":\"\"}", "kind"},
        {"{\"name\":\"box\",\"lines\":[]}", "lines"},
        {"{\"name\":\"box\",\"lines\":[1,2,3]}", "lines"},
        {"{\"name\":\"box\",\"lines\":{}}", "lines"},
        {"{\"name\":\"box\",\"one\":[]}", "one"},
    };

    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        json_t *object = json_loads(cases[i].object, JSON_DECODE_ANY, NULL);
        const char *blamed = NULL;
        GError *error = NULL;

        g_test_message("%s", cases[i].object);
        g_assert_nonnull(object);
        g_assert_null(fields_read_blaming(rows, object, &blamed, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_cmpstr(blamed, ==, cases[i].blamed);
        if (blamed != NULL)
            g_assert_nonnull(strstr(error->message, audit_words_field(blamed)));
        g_clear_error(&error);
        json_decref(object);
    }
}

static void
addresses_that_are_refused(void)
{
    static const char *const pairs[][2] = {
        {"surprise", "1"},
        {"units", ""},
        {"units", " 1"},
        {"units", "1x"},
        {"units", "0x1"},
        {"units", "99999999999999999999"},
        {"lat", "x"},
        {"lat", "nan"},
        {"lat", "1e9"},
        {"offline", "yes"},
        {"offline", "2"},
        {"expiry", "today"},
        {"uid", ""},
        {"box", ""},
        {"type", ""},
        {"uid", UID_OF_CHANCE},
        {"name", "A1\u202e32"},
        {"lines", "[]"},
        {"one", "{}"},
        {"name", "\xff\xfe"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        struct fields *fields = fields_new(rows);
        GError *error = NULL;

        g_test_message("%s=%s", pairs[i][0], i + 1 < G_N_ELEMENTS(pairs) ? pairs[i][1] : "bytes");
        g_assert_false(fields_take_text(fields, pairs[i][0], pairs[i][1], &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_clear_error(&error);
        fields_free(fields);
    }
}

/* A field is named by what it is called in the reader's language. */
static void
named_for_people(void)
{
    struct fields *fields = fields_new(rows);
    GError *error = NULL;

    words_use(WORDS_ZH);
    g_assert_false(fields_take_text(fields, "lat", "999", &error));
    g_assert_cmpstr(error->message, ==, "“纬度”应在-90到90之间");
    g_clear_error(&error);
    fields_free(fields);
}

/* Neither twice in an address, nor there and in the body. */
static void
given_twice(void)
{
    struct fields *fields = fields_new(rows);
    json_t *object = json_loads("{\"name\":\"other\"}", 0, NULL);
    GError *error = NULL;

    g_assert_true(fields_take_text(fields, "name", "box", &error));
    g_assert_false(fields_take_text(fields, "name", "box", &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_cmpstr(fields_blamed(fields), ==, "name");
    g_clear_error(&error);
    g_assert_false(fields_take_object(fields, object, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    fields_free(fields);
    json_decref(object);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fields/from an object", from_an_object);
    g_test_add_func("/fields/from an address", from_an_address);
    g_test_add_func("/fields/what was not given", what_was_not_given);
    g_test_add_func("/fields/objects that are refused", objects_that_are_refused);
    g_test_add_func("/fields/addresses that are refused", addresses_that_are_refused);
    g_test_add_func("/fields/named for people", named_for_people);
    g_test_add_func("/fields/given twice", given_twice);
    return g_test_run();
}
