#include "web/record.h"

#include <string.h>

#include <jansson.h>

#include "web/request_inside.h"

/* Of the path behind /api/1/. */
static const struct {
    const char *word;
    enum audit_act act;
} acts[] = {
    {"area", AUDIT_AREA},          {"box", AUDIT_BOX},
    {"boxes", AUDIT_BOX},          {"cards", AUDIT_LABELS},
    {"codes", AUDIT_DRUG},         {"drugs", AUDIT_DRUG},
    {"hooks", AUDIT_HOOK},         {"import", AUDIT_IMPORT},
    {"invites", AUDIT_INVITE},     {"labels", AUDIT_LABELS},
    {"people", AUDIT_PERSON_EDIT}, {"plan", AUDIT_PLAN},
    {"printers", AUDIT_LABELS},    {"recalls", AUDIT_RECALL},
    {"settings", AUDIT_SETTING},   {"sheets", AUDIT_LABELS},
    {"transfers", AUDIT_TRANSFER}, {"walks", AUDIT_WALK},
};

#define API "/api/1/"

enum audit_act
record_act(const struct route *route)
{
    const char *word = route->path + strlen(API);
    size_t n = strcspn(word, "/");

    if (route->least < ROLE_SECRETARY || strcmp(route->method, "GET") == 0)
        return AUDIT_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++)
        if (strlen(acts[i].word) == n && strncmp(word, acts[i].word, n) == 0)
            return acts[i].act;
    return AUDIT_NONE;
}

bool
record_add(struct request *request, int64_t person, enum audit_act act, struct area_id area,
           const char *what, const char *detail, GError **error)
{
    request->recorded = true;
    return audit_log_add(request->inventory, person, act, area, what, detail, request->now, error);
}

void
record_none(struct request *request)
{
    request->recorded = true;
}

/* What stood in the path in the place of names. */
static char *
what_of(const struct request *request)
{
    GString *what = g_string_new(NULL);

    for (int i = 0; i < ROUTE_PARTS && request->parts[i].name != NULL; i++)
        g_string_append_printf(what, "%s%s", i > 0 ? " " : "", request->parts[i].value);
    return g_string_free(what, FALSE);
}

/* "units=24", or of what is no text or number its name alone. */
static void
add_field(GString *detail, const char *name, const json_t *value)
{
    g_string_append_printf(detail, "%s%s", detail->len > 0 ? ", " : "", name);
    if (json_is_string(value))
        g_string_append_printf(detail, "=%s", json_string_value(value));
    else if (json_is_integer(value))
        g_string_append_printf(detail, "=%lld", (long long)json_integer_value(value));
}

/* As audit_words.h reads it, but for what requests are numbered by, and what was there before. */
char *
record_given(const struct request *request)
{
    GString *detail = g_string_new(NULL);
    const char *name;
    json_t *value;

    json_object_foreach(request->json, name, value)
    {
        if (strcmp(name, "uid") != 0 && strcmp(name, "seen") != 0)
            add_field(detail, name, value);
    }
    return g_string_free(detail, FALSE);
}

bool
record_request(struct request *request, GError **error)
{
    enum audit_act act = record_act(request->route);
    g_autofree char *what = NULL, *detail = NULL;

    if (act == AUDIT_NONE || request->recorded)
        return true;
    what = what_of(request);
    detail =
        act != AUDIT_HOOK ? record_given(request) : NULL; /* addresses are as good as passwords */
    return record_add(request, request->identity.person, act, request->identity.area, what, detail,
                      error);
}
