#include "web/fields.h"

#include <math.h>
#include <string.h>

#include <jansson.h>

#include "base/words.h"
#include "inventory/audit_words.h"
#include "inventory/drug.h"
#include "inventory/field.h"
#include "scanner/boxcode.h"

struct value {
    bool given, clears;
    char *text;
    int64_t number;
    struct uuid uuid;
    json_t *json; /* borrowed */
};

struct fields {
    const struct fields_row *rows;
    size_t count, next;   /* next: where the search for a name begins */
    struct value *values; /* one a row */
    const char *blamed;
};

static size_t
count_rows(const struct fields_row *rows)
{
    size_t n = 0;

    while (rows != NULL && rows[n].name != NULL)
        n++;
    return n;
}

struct fields *
fields_new(const struct fields_row *rows)
{
    struct fields *fields = g_new(struct fields, 1);

    *fields = (struct fields){
        .rows = rows,
        .count = count_rows(rows),
    };
    fields->values = g_new0(struct value, fields->count);
    return fields;
}

void
fields_free(struct fields *fields)
{
    if (fields == NULL)
        return;
    for (size_t i = 0; i < fields->count; i++)
        g_free(fields->values[i].text);
    g_free(fields->values);
    g_free(fields);
}

const char *
fields_blamed(const struct fields *fields)
{
    return fields->blamed;
}

/* ---------------------------------------------------------------------------- one value by its row */

static const char *
called(const struct fields_row *row)
{
    return audit_words_field(row->name);
}

static bool
take_text(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    value->text = field_text(called(row), text, (size_t)row->high, row->low > 0, error);
    if (value->text == NULL)
        return false;
    return g_utf8_strlen(value->text, -1) >= row->low ||
           err_set(error, ERR_INPUT, _("“%s” needs at least %d characters"), called(row),
                   (int)row->low);
}

static bool
take_number(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    char *end = NULL;

    value->number = g_ascii_strtoll(text, &end, 10);
    if (end == text || *end != '\0' || g_ascii_isspace(text[0]))
        return err_set(error, ERR_INPUT, _("“%s” must be a whole number"), called(row));
    return field_number(called(row), value->number, row->low, row->high, error);
}

static bool
take_degree(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    char *end = NULL;
    double degrees = g_ascii_strtod(text, &end);

    if (end == text || *end != '\0' || g_ascii_isspace(text[0]) || !isfinite(degrees))
        return err_set(error, ERR_INPUT, _("“%s” must be degrees, such as 31.23041"), called(row));
    if (degrees < (double)row->low || degrees > (double)row->high)
        return err_set(error, ERR_INPUT, _("“%s” must be from %d to %d"), called(row),
                       (int)row->low, (int)row->high);
    value->number = (int64_t)round(degrees * 1e6);
    return true;
}

static bool
take_flag(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    value->number = strcmp(text, "1") == 0 || strcmp(text, "true") == 0;
    return value->number != 0 || strcmp(text, "0") == 0 || strcmp(text, "false") == 0 ||
           err_set(error, ERR_INPUT, _("“%s” must be true or false"), called(row));
}

static bool
take_day(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    struct day day;

    if (!day_parse(text, &day, error)) {
        g_prefix_error(error, "%s: ", called(row));
        return false;
    }
    value->number = day.n;
    return true;
}

static bool
take_uuid(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    if (uuid_parse(text, &value->uuid, error))
        return value->uuid.bytes[6] >> 4 == 7 ||
               err_set(error, ERR_INPUT,
                       _("“%s” must be a UUID of version 7, which begins with the time"),
                       called(row));
    g_prefix_error(error, "%s: ", called(row));
    return false;
}

static bool
take_box(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    struct boxcode_nonce nonce;
    struct boxcode code;

    (void)row;
    if (!boxcode_read_marked(text, strlen(text), &code, &nonce) &&
        !boxcode_parse(text, &code, error))
        return false;
    value->text = g_strdup(code.text);
    return true;
}

static bool
take_place(const struct fields_row *row, struct value *value, int place, GError **error)
{
    value->number = place;
    return place >= 0 ||
           err_set(error, ERR_INPUT, _("“%s” is none of the words it can be"), called(row));
}

static bool
take_type(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    return take_place(row, value, drug_type_parse(text), error);
}

static bool
take_age(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    return take_place(row, value, drug_age_parse(text), error);
}

static bool
take_word(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    int place = 0;

    while (row->words[place] != NULL && strcmp(row->words[place], text) != 0)
        place++;
    return take_place(row, value, row->words[place] != NULL ? place : -1, error);
}

static bool
take_nothing(const struct fields_row *row, struct value *value, const char *text, GError **error)
{
    (void)value;
    (void)text;
    return err_set(error, ERR_INPUT, _("“%s” is of the wrong kind"), called(row));
}

/* How each kind is read from a text, and what it is in JSON. */
static const struct {
    bool (*take)(const struct fields_row *, struct value *, const char *, GError **);
    json_type json;
} kinds[] = {
    [FIELDS_TEXT] = {take_text, JSON_STRING},   [FIELDS_NUMBER] = {take_number, JSON_INTEGER},
    [FIELDS_DEGREE] = {take_degree, JSON_REAL}, [FIELDS_FLAG] = {take_flag, JSON_TRUE},
    [FIELDS_DAY] = {take_day, JSON_STRING},     [FIELDS_UUID] = {take_uuid, JSON_STRING},
    [FIELDS_BOX] = {take_box, JSON_STRING},     [FIELDS_TYPE] = {take_type, JSON_STRING},
    [FIELDS_AGE] = {take_age, JSON_STRING},     [FIELDS_WORD] = {take_word, JSON_STRING},
    [FIELDS_LIST] = {take_nothing, JSON_ARRAY}, [FIELDS_OBJECT] = {take_nothing, JSON_OBJECT},
};

/* ------------------------------------------------------------------------------------ all of them */

/* The place of a name, or -1 with an error. Those that come in the order of the rows are found at the first
 * look. */
static int
find(struct fields *fields, const char *name, GError **error)
{
    for (size_t tried = 0; tried < fields->count; tried++) {
        size_t i = fields->next;

        fields->next = i + 1 < fields->count ? i + 1 : 0;
        if (strcmp(fields->rows[i].name, name) == 0)
            return (int)i;
    }
    err_set(error, ERR_INPUT, _("there is no field “%s” here"), name);
    return -1;
}

bool
fields_take_text(struct fields *fields, const char *name, const char *text, GError **error)
{
    int i = find(fields, name, error);

    if (i < 0)
        return false;
    fields->blamed = fields->rows[i].name;
    if (fields->values[i].given)
        return err_set(error, ERR_INPUT, _("“%s” is given twice"), audit_words_field(name));
    if (!kinds[fields->rows[i].kind].take(&fields->rows[i], &fields->values[i], text, error))
        return false;
    fields->values[i].given = true;
    fields->blamed = NULL;
    return true;
}

static bool
take_list(const struct fields_row *row, struct value *value, json_t *json, GError **error)
{
    int64_t n = (int64_t)json_array_size(json);

    value->json = json;
    if (row->kind == FIELDS_LIST && (n < row->low || n > row->high))
        return err_set(error, ERR_INPUT, _("“%s” must have %d to %d items, not %lld"), called(row),
                       (int)row->low, (int)row->high, (long long)n);
    return true;
}

static bool
take_json(const struct fields_row *row, struct value *value, json_t *json, GError **error)
{
    json_type type = json_is_boolean(json) ? JSON_TRUE : json_typeof(json);
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    if (row->kind == FIELDS_DEGREE && json_is_number(json))
        return take_degree(row, value,
                           g_ascii_dtostr(digits, sizeof(digits), json_number_value(json)), error);

    if (type != kinds[row->kind].json)
        return take_nothing(row, value, NULL, error);
    switch (type) {
    case JSON_STRING: return kinds[row->kind].take(row, value, json_string_value(json), error);
    case JSON_INTEGER:
        value->number = json_integer_value(json);
        return field_number(called(row), value->number, row->low, row->high, error);
    case JSON_TRUE: value->number = json_is_true(json); return true;
    default: return take_list(row, value, json, error);
    }
}

bool
fields_take_object(struct fields *fields, json_t *object, GError **error)
{
    const char *name;
    json_t *member;

    if (!json_is_object(object))
        return err_set(error, ERR_INPUT, _("an object in braces is needed here"));
    json_object_foreach(object, name, member)
    {
        int i = find(fields, name, error);

        if (i < 0)
            return false;
        if (json_is_null(member)) {
            fields->values[i].clears = fields->rows[i].clears;
            continue;
        }
        fields->blamed = fields->rows[i].name;
        if (fields->values[i].given)
            return err_set(error, ERR_INPUT, _("“%s” is given twice"), audit_words_field(name));
        if (!take_json(&fields->rows[i], &fields->values[i], member, error))
            return false;
        fields->values[i].given = true;
        fields->blamed = NULL;
    }
    return true;
}

bool
fields_end(struct fields *fields, GError **error)
{
    for (size_t i = 0; i < fields->count; i++)
        if (fields->rows[i].needed && !fields->values[i].given) {
            fields->blamed = fields->rows[i].name;
            return err_set(error, ERR_INPUT, _("“%s” is needed"),
                           audit_words_field(fields->blamed));
        }
    fields->blamed = NULL;
    return true;
}

struct fields *
fields_read_blaming(const struct fields_row *rows, json_t *object, const char **blamed,
                    GError **error)
{
    struct fields *fields = fields_new(rows);

    if (fields_take_object(fields, object, error) && fields_end(fields, error))
        return fields;
    *blamed = fields->blamed;
    fields_free(fields);
    return NULL;
}

struct fields *
fields_read(const struct fields_row *rows, json_t *object, GError **error)
{
    const char *blamed;

    return fields_read_blaming(rows, object, &blamed, error);
}

/* ------------------------------------------------------------------------------------- looking */

/* By a literal of the file that has the rows it is mostly the very same text. */
static const struct value *
value_of(const struct fields *fields, const char *name)
{
    size_t i = 0;

    while (i < fields->count && fields->rows[i].name != name)
        i++;
    if (i == fields->count)
        for (i = 0; i < fields->count && strcmp(fields->rows[i].name, name) != 0;)
            i++;
    g_assert(i < fields->count);
    return &fields->values[i];
}

bool
fields_has(const struct fields *fields, const char *name)
{
    return value_of(fields, name)->given;
}

bool
fields_clears(const struct fields *fields, const char *name)
{
    return value_of(fields, name)->clears;
}

const char *
fields_text(const struct fields *fields, const char *name)
{
    return value_of(fields, name)->text;
}

int64_t
fields_number(const struct fields *fields, const char *name, int64_t otherwise)
{
    const struct value *value = value_of(fields, name);

    return value->given ? value->number : otherwise;
}

bool
fields_flag(const struct fields *fields, const char *name)
{
    return value_of(fields, name)->number != 0;
}

struct day
fields_day(const struct fields *fields, const char *name)
{
    return (struct day){(int32_t)value_of(fields, name)->number};
}

struct uuid
fields_uuid(const struct fields *fields, const char *name)
{
    return value_of(fields, name)->uuid;
}

json_t *
fields_json(const struct fields *fields, const char *name)
{
    return value_of(fields, name)->json;
}
