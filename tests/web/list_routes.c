/* list_routes: the table of routes as JSON, for tests that walk all of it. */

#include <stdio.h>

#include <glib.h>
#include <jansson.h>

#include "web/record.h"
#include "web/route.h"

static const char *const kinds[] = {
    [FIELDS_TEXT] = "text", [FIELDS_NUMBER] = "number", [FIELDS_FLAG] = "flag",
    [FIELDS_DAY] = "day",   [FIELDS_UUID] = "uuid",     [FIELDS_BOX] = "box",
    [FIELDS_TYPE] = "type", [FIELDS_AGE] = "age",       [FIELDS_WORD] = "word",
    [FIELDS_LIST] = "list", [FIELDS_OBJECT] = "object",
};

static json_t *
fields_of(const struct fields_row *row)
{
    json_t *list = json_array();

    for (; row != NULL && row->name != NULL; row++)
        json_array_append_new(list, json_pack("{s:s, s:s, s:b, s:b, s:I, s:I, s:s?}", "name",
                                              row->name, "kind", kinds[row->kind], "needed",
                                              (int)row->needed, "objects", row->of != NULL, "low",
                                              (json_int_t)row->low, "high", (json_int_t)row->high,
                                              "word", row->words != NULL ? row->words[0] : NULL));
    return list;
}

int
main(void)
{
    json_t *list = json_array();

    for (const struct route *const *group = routes; *group != NULL; group++)
        for (const struct route *route = *group; route->path != NULL; route++)
            json_array_append_new(
                list, json_pack("{s:s, s:s, s:i, s:i, s:s, s:s?, s:o}", "method", route->method,
                                "path", route->path, "least", (int)route->least, "mode",
                                (int)route->mode, "act", audit_act_key(record_act(route)), "takes",
                                route->takes, "fields", fields_of(route->fields)));
    json_dumpf(list, stdout, JSON_INDENT(1));
    json_decref(list);
    return 0;
}
