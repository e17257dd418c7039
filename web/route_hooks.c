/* Robots of chat groups that are told of shortages. */

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/hook.h"
#include "web/record.h"
#include "web/request.h"
#include "web/robot.h"
#include "web/route.h"
#include "web/service.h"
#include "web/shape.h"

static const char *
state_of(const struct hook *hook)
{
    return hook->failure[0] != '\0' ? "failing" : hook->told_at == 0 ? "new" : "active";
}

/* Without what anybody could post by. */
static json_t *
shape_hook(const struct hook *hook, const struct area *area)
{
    g_autofree char *shown = robot_shown(hook->url);

    return json_pack("{s:I, s:o, s:s, s:s, s:s, s:b, s:s, s:o, s:o, s:b, s:o}", "id",
                     (json_int_t)hook->id, "area", shape_area(area), "kind",
                     hook_kind_key(hook->kind), "label", hook->name, "url_shown", shown, "signed",
                     hook->key[0] != '\0', "state", state_of(hook), "made_at",
                     shape_moment(hook->made_at), "last_at", shape_moment(hook->told_at), "last_ok",
                     hook->failure[0] == '\0', "last_error", shape_text(hook->failure));
}

static bool
add_row(struct request *request, const struct hook *hook, json_t *rows, GError **error)
{
    struct area *area = NULL;
    bool ok = area_by_id(request_inventory(request), hook->area, &area, error);

    if (ok)
        json_array_append_new(rows, shape_hook(hook, area));
    area_free(area);
    return ok;
}

static bool
get_hooks(struct request *request, GError **error)
{
    g_autoptr(GPtrArray) hooks = NULL;
    json_t *rows = json_array();
    bool ok = hook_list(request_inventory(request), request_identity(request)->area, &hooks, error);

    for (guint i = 0; ok && i < hooks->len; i++)
        ok = add_row(request, hooks->pdata[i], rows, error);
    return reply_json_if(request, json_pack("{s:o}", "rows", rows), ok);
}

/* In the order of enum hook_kind. */
static const char *const kind_words[] = {"wecom", "dingtalk", "feishu", NULL};

static bool
post_hook(struct request *request, GError **error)
{
    const char *url = request_text(request, "url"), *secret = request_text(request, "secret");
    g_autofree char *name = g_strdup(request_text(request, "label"));
    g_autofree char *address = g_strdup(url), *key = g_strdup(secret != NULL ? secret : "");
    struct hook hook = {.area = request_area(request),
                        .name = name,
                        .kind = (enum hook_kind)request_number(request, "kind", 0),
                        .url = address,
                        .key = key};

    if (!robot_check(&request_service(request)->robots, hook.kind, url, error)) {
        reply_blame(request, "url");
        return false;
    }
    return request_reaches_area(request, hook.area, error) &&
           hook_add(request_inventory(request), &hook, request_now(request), error) &&
           record_add(request, request_identity(request)->person, AUDIT_HOOK, hook.area, name,
                      hook_kind_key(hook.kind), error) &&
           reply_json(request, json_pack("{s:I}", "id", (json_int_t)hook.id));
}

/* One within reach; free with hook_free(), also after a failure. */
static bool
find(struct request *request, struct hook **hook, GError **error)
{
    return hook_by_id(request_inventory(request), request_number(request, "id", 0), hook, error) &&
           request_reaches_area(request, (*hook)->area, error);
}

struct trial {
    const struct hook *hook;
    GError *why; /* NULL: it took the message */
};

static bool
note_trial(struct request *request, void *data, GError **error)
{
    const struct trial *trial = data;

    return hook_note(request_inventory(request), trial->hook->id,
                     trial->why != NULL ? trial->why->message : NULL, request_now(request),
                     error) &&
           record_add(request, request_identity(request)->person, AUDIT_HOOK, trial->hook->area,
                      trial->hook->name, "test", error);
}

static bool
answer_trial(struct request *request, struct trial *trial, GError **error)
{
    bool taken = trial->why == NULL;

    return request_write(request, note_trial, trial, error) &&
           reply_json(request, json_pack("{s:b, s:s}", "ok", taken, "message",
                                         taken ? _("The robot took it.") : trial->why->message));
}

/* What the robot says is the answer, whatever it is. */
static bool
test_hook(struct request *request, GError **error)
{
    struct trial trial = {.why = NULL};
    struct hook *hook = NULL;
    int wait_ms = 0;
    bool ok = find(request, &hook, error);

    trial.hook = hook;
    if (ok &&
        !robot_tell(&request_service(request)->robots, hook,
                    _("medbox: this is a test. Shortages will be told here."), request_now(request),
                    &wait_ms, &trial.why) &&
        wait_ms > 0 && g_error_matches(trial.why, ERR, ERR_BUSY))
        ok = reply_too_many(request, (wait_ms + 999) / 1000, error);
    ok = ok && answer_trial(request, &trial, error);
    g_clear_error(&trial.why);
    hook_free(hook);
    return ok;
}

static bool
end_hook(struct request *request, GError **error)
{
    struct hook *hook = NULL;
    bool ok = find(request, &hook, error) &&
              hook_end(request_inventory(request), hook->id, error) &&
              record_add(request, request_identity(request)->person, AUDIT_HOOK, hook->area,
                         hook->name, "end", error) &&
              reply_json(request, json_pack("{s:b}", "ended", true));

    hook_free(hook);
    return ok;
}

static const struct fields_row hook_fields[] = {
    {.name = "kind", .kind = FIELDS_WORD, .needed = true, .words = kind_words},
    {.name = "url", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NOTE},
    {.name = "label", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {.name = "secret", .kind = FIELDS_TEXT, .high = LIMIT_NOTE},
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {0},
};

static const struct fields_row id_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {0},
};

const struct route route_hooks[] = {
    {"GET", "/api/1/hooks", ROLE_SECRETARY, ROUTE_READ, NULL, get_hooks, NULL, 0},
    {"POST", "/api/1/hooks", ROLE_SECRETARY, ROUTE_WRITE, hook_fields, post_hook, NULL, 0},
    {"POST", "/api/1/hooks/{id}/test", ROLE_SECRETARY, ROUTE_LONG, id_fields, test_hook, NULL, 0},
    {"POST", "/api/1/hooks/{id}/end", ROLE_SECRETARY, ROUTE_WRITE, id_fields, end_hook, NULL, 0},
    {0},
};
