#include "web/door.h"

#include <string.h>

#include <jansson.h>

#include "base/words.h"
#include "inventory/account.h"
#include "inventory/setting.h"
#include "inventory/visit.h"
#include "web/chance.h"
#include "web/device.h"
#include "web/secret.h"
#include "web/service.h"
#include "web/shape.h"

#define COOKIE "medbox"
#define FORM "medbox form"
#define COOKIE_S                                                                                   \
    (180 * 24 * 3600) /* the longest that any visit lasts; the visit itself ends it sooner */

G_STATIC_ASSERT(SECRET_TOKEN == VISIT_TOKEN);

static bool
read_token(const struct request *request, uint8_t token[SECRET_TOKEN])
{
    g_autofree char *cookie = request_cookie(request, COOKIE);

    return cookie != NULL && secret_parse(cookie, token);
}

/* ------------------------------------------------------------------------------------- who it is */

struct touch {
    int64_t visit, now;
};

static bool
touch_visit(struct inventory *inventory, void *data, GError **error)
{
    const struct touch *touch = data;

    return visit_touch(inventory, touch->visit, touch->now, error);
}

static void
touched(void *data, const GError *error)
{
    (void)error; /* the next request tries again */
    g_free(data);
}

/* Nobody waits for it. */
static void
note_seen(struct request *request, int64_t visit)
{
    const struct touch touch = {visit, request_now(request)};
    struct writer_job job = {touch_visit, touched, g_memdup2(&touch, sizeof(touch))};

    if (!writer_submit(request_service(request)->writer, &job, NULL))
        g_free(job.data);
}

static bool
has_form_token(const struct request *request, const uint8_t token[SECRET_TOKEN])
{
    const char *given = request_header(request, "X-Form-Token");
    char wanted[SECRET_HEX_SIZE];

    secret_derive(token, FORM, wanted);
    return given != NULL && secret_equal(given, wanted);
}

static bool
changes_something(const struct request *request)
{
    const char *method = request_method(request);

    return strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0;
}

bool
door_identify(struct request *request, struct identity *identity, GError **error)
{
    uint8_t token[SECRET_TOKEN];
    struct actor actor;
    int64_t visit;
    bool stale;

    if (!read_token(request, token))
        return true;
    if (!visit_find(request_inventory(request), token, request_now(request), &visit, &actor, &stale,
                    error))
        return false;
    if (visit == 0)
        return true;
    if (changes_something(request) && !has_form_token(request, token))
        return request_route(request)->least == ROLE_NOBODY ||
               err_set(error, ERR_DENIED,
                       _("this page is out of date; load it again, then repeat what you did"));
    *identity = (struct identity){actor.person, actor.role, actor.area, visit};
    if (stale)
        note_seen(request, visit);
    return true;
}

bool
door_admits(struct request *request, GError **error)
{
    return request_is_rare(request, request_service(request)->knocks, error);
}

/* ----------------------------------------------------------------------------------- in and out */

static void
set_cookie(struct request *request, const char *value, int seconds)
{
    g_autofree char *cookie =
        g_strdup_printf(COOKIE "=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s", value, seconds,
                        request_is_secure(request) ? "; Secure" : "");

    reply_header(request, "Set-Cookie", cookie);
}

void
door_forget(struct request *request)
{
    set_cookie(request, "", 0);
}

/* The visit that the device had, whosever it was. */
static bool
end_former(struct request *request, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    uint8_t token[SECRET_TOKEN];
    struct actor actor;
    int64_t visit = 0;
    bool stale;

    if (read_token(request, token) &&
        !visit_find(inventory, token, request_now(request), &visit, &actor, &stale, error))
        return false;
    return visit == 0 || visit_end(inventory, actor.person, visit, error);
}

static json_t *
shape_person(const struct account *account, const struct area *area, int64_t visit)
{
    return json_pack("{s:I, s:s, s:s, s:s, s:o, s:I}", "id", (json_int_t)account->person, "name",
                     account->name, "login", account->login, "role", role_key(account->role),
                     "area", shape_area(area), "session", (json_int_t)visit);
}

static bool
add_person(struct request *request, const struct identity *who, json_t *me, GError **error)
{
    struct account *account = NULL;
    struct area *area = NULL;
    bool ok = account_by_id(request_inventory(request), who->person, &account, error) &&
              area_by_id(request_inventory(request), account->area, &area, error);

    if (ok)
        json_object_set_new(me, "person", shape_person(account, area, who->session));
    area_free(area);
    account_free(account);
    return ok;
}

/* What everybody may know. */
static bool
add_place(struct request *request, struct area_id area, json_t *me, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    g_autofree char *host = NULL;
    int32_t utc_offset;

    if (!setting_text(inventory, "label.host", area, (struct box_id){0}, &host, error) ||
        !setting_number(inventory, "utc-offset", (struct area_id){0}, (struct box_id){0},
                        &utc_offset, error))
        return false;
    json_object_set_new(me, "lang", json_string(words_language() == WORDS_ZH ? "zh" : "en"));
    json_object_set_new(me, "version", shape_text(request_service(request)->options.version));
    json_object_set_new(me, "today", shape_day(request_today(request)));
    json_object_set_new(me, "utc_offset", json_integer(utc_offset));
    json_object_set_new(me, "host", json_string(host));
    return true;
}

static bool
reply_me(struct request *request, const struct identity *who, const uint8_t *token, GError **error)
{
    json_t *me = json_pack("{s:n, s:n}", "person", "token");
    char form[SECRET_HEX_SIZE];
    bool ok = (who->person == 0 || add_person(request, who, me, error)) &&
              add_place(request, who->area, me, error);

    if (!ok) {
        json_decref(me);
        return false;
    }
    if (who->person != 0) {
        secret_derive(token, FORM, form);
        json_object_set_new(me, "token", json_string(form));
    }
    return reply_json(request, me);
}

bool
door_reply_me(struct request *request, GError **error)
{
    uint8_t token[SECRET_TOKEN] = {0};
    bool known = read_token(request, token);
    struct identity nobody = {0};

    return reply_me(request, known ? request_identity(request) : &nobody, token, error);
}

bool
door_let_in(struct request *request, int64_t person, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    g_autofree char *device = device_words(request_header(request, "User-Agent"));
    struct identity who = {.person = person};
    uint8_t token[SECRET_TOKEN];
    char text[SECRET_HEX_SIZE];

    chance_bytes(token, sizeof(token));
    if (!end_former(request, error) ||
        !visit_begin(inventory, person, token, device, request_now(request), &who.session, error) ||
        !reply_me(request, &who, token, error))
        return false;
    secret_format(token, text);
    set_cookie(request, text, COOKIE_S);
    return true;
}

bool
door_let_out(struct request *request, GError **error)
{
    const struct identity *who = request_identity(request);
    const struct identity nobody = {0};

    door_forget(request);
    return visit_end(request_inventory(request), who->person, who->session, error) &&
           reply_me(request, &nobody, NULL, error);
}
