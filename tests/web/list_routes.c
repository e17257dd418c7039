/* list_routes: the table of routes as JSON, for tests that walk all of it. */

#include <stdio.h>

#include <glib.h>
#include <jansson.h>

#include "inventory/drug.h"
#include "web/record.h"
#include "web/route.h"

static const char *const kind_words[] = {
    [FIELDS_TEXT] = "text", [FIELDS_NUMBER] = "number", [FIELDS_DEGREE] = "degree",
    [FIELDS_FLAG] = "flag", [FIELDS_DAY] = "day",       [FIELDS_UUID] = "uuid",
    [FIELDS_BOX] = "box",   [FIELDS_TYPE] = "type",     [FIELDS_AGE] = "age",
    [FIELDS_WORD] = "word", [FIELDS_LIST] = "list",     [FIELDS_OBJECT] = "object",
};

static json_t *
words_of(const struct fields_row *row)
{
    json_t *list = json_array();

    for (const char *const *word = row->words; word != NULL && *word != NULL; word++)
        json_array_append_new(list, json_string(*word));
    for (int type = DRUG_FEVER; row->kind == FIELDS_TYPE && type <= DRUG_TYPES; type++)
        json_array_append_new(list, json_string(drug_type_key((enum drug_type)type)));
    for (int age = 0; row->kind == FIELDS_AGE && age < DRUG_AGES; age++)
        json_array_append_new(list, json_string(drug_age_key((enum drug_age)age)));
    return list;
}

static json_t *
fields_of(const struct fields_row *rows)
{
    json_t *list = json_array();

    for (const struct fields_row *row = rows; row != NULL && row->name != NULL; row++)
        json_array_append_new(list, json_pack("{s:s, s:s, s:b, s:b, s:I, s:I, s:o, s:o}", "name",
                                              row->name, "kind", kind_words[row->kind], "needed",
                                              (int)row->needed, "clears", (int)row->clears, "low",
                                              (json_int_t)row->low, "high", (json_int_t)row->high,
                                              "words", words_of(row), "of",
                                              row->of != NULL ? fields_of(row->of) : json_null()));
    return list;
}

int
main(void)
{
    json_t *list = json_array();

    for (const struct route *const *group = routes; *group != NULL; group++)
        for (const struct route *route = *group; route->path != NULL; route++)
            json_array_append_new(
                list,
                json_pack("{s:s, s:s, s:i, s:i, s:s, s:s?, s:I, s:o}", "method", route->method,
                          "path", route->path, "least", (int)route->least, "mode", (int)route->mode,
                          "act", audit_act_key(record_act(route)), "takes", route->takes, "most",
                          (json_int_t)(route->most > 0 ? route->most : ROUTE_BODY), "fields",
                          fields_of(route->fields)));
    json_dumpf(list, stdout, JSON_INDENT(1));
    json_decref(list);
    return 0;
}
