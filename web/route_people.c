/* Who may do what, and what they did. */

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/account.h"
#include "inventory/attempt.h"
#include "inventory/audit_words.h"
#include "inventory/invite.h"
#include "inventory/setting.h"
#include "inventory/visit.h"
#include "labels/symbol.h"
#include "web/chance.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"
#include "web/shape.h"

#define DAY INT64_C(86400000)
#define AUDIT_SHOWN 100
#define AUDIT_MOST 1000

static struct actor
actor_of(const struct request *request)
{
    const struct identity *who = request_identity(request);

    return (struct actor){who->person, who->role, who->area};
}

/* {id, name} of an area; null with an error. */
static json_t *
area_json(struct request *request, struct area_id id, GError **error)
{
    struct area *area = NULL;
    json_t *json =
        area_by_id(request_inventory(request), id, &area, error) ? shape_area(area) : NULL;

    area_free(area);
    return json;
}

/* ----------------------------------------------------------------------------------------- people */

static bool
state_of(struct request *request, const struct account *account, const char **state, GError **error)
{
    bool locked = false;

    if (account->login[0] != '\0' &&
        !attempt_is_locked(request_inventory(request), account->login, &locked, error))
        return false;
    *state = account->retired            ? "left"
             : account->login[0] == '\0' ? "invited"
             : locked                    ? "locked"
                                         : "active";
    return true;
}

static bool
add_account(struct request *request, const struct account *account, json_t *rows, GError **error)
{
    const char *state;
    json_t *area = area_json(request, account->area, error);

    if (area == NULL || !state_of(request, account, &state, error)) {
        json_decref(area);
        return false;
    }
    json_array_append_new(rows,
                          json_pack("{s:I, s:s, s:o, s:s, s:o, s:I, s:o, s:s}", "id",
                                    (json_int_t)account->person, "name", account->name, "login",
                                    shape_text(account->login), "role", role_key(account->role),
                                    "area", area, "created_at", (json_int_t)account->created_at,
                                    "seen_at", shape_moment(account->seen_at), "state", state));
    return true;
}

static bool
add_invite(struct request *request, const struct invite *invite, json_t *rows, GError **error)
{
    json_t *area = area_json(request, invite->area, error);

    if (area == NULL)
        return false;
    json_array_append_new(
        rows,
        json_pack("{s:I, s:s, s:o, s:o, s:o, s:I, s:I}", "id", (json_int_t)invite->id, "role",
                  role_key(invite->role), "area", area, "name", shape_text(invite->name), "person",
                  invite->person != 0 ? json_integer(invite->person) : json_null(), "made_at",
                  (json_int_t)invite->made_at, "ends_at", (json_int_t)invite->ends_at));
    return true;
}

static bool
get_people(struct request *request, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    struct area_id area = request_identity(request)->area;
    g_autoptr(GPtrArray) accounts = NULL, invites = NULL;
    json_t *rows = json_array(), *out = json_array();
    bool ok = account_list(inventory, area, true, &accounts, error) &&
              invite_list(inventory, area, request_now(request), &invites, error);

    for (guint i = 0; ok && i < accounts->len; i++)
        ok = add_account(request, accounts->pdata[i], rows, error);
    for (guint i = 0; ok && i < invites->len; i++)
        ok = add_invite(request, invites->pdata[i], out, error);
    if (ok)
        return reply_json(request, json_pack("{s:o, s:o}", "rows", rows, "invites", out));
    json_decref(rows);
    json_decref(out);
    return false;
}

static bool
reply_account(struct request *request, int64_t person, GError **error)
{
    struct account *account = NULL;
    json_t *rows = json_array();
    bool ok = account_by_id(request_inventory(request), person, &account, error) &&
              add_account(request, account, rows, error);

    if (ok)
        ok = reply_json(request, json_incref(json_array_get(rows, 0)));
    json_decref(rows);
    account_free(account);
    return ok;
}

/* Somebody whom the asker may send away; free with account_free(), also after false. */
static bool
find_governed(struct request *request, struct account **account, GError **error)
{
    struct actor actor = actor_of(request);

    return account_by_id(request_inventory(request), request_number(request, "id", 0), account,
                         error) &&
           role_governs(request_inventory(request), &actor, (*account)->role, (*account)->area,
                        error);
}

static const char *const role_names[] = {"volunteer", "secretary", "office", NULL};
static const char *const state_names[] = {"active", "left", NULL};

static enum role
role_named(const struct request *request)
{
    return (enum role)(ROLE_VOLUNTEER + request_number(request, "role", -1));
}

static bool
apply(struct request *request, int64_t person, GError **error)
{
    const bool state = request_has(request, "state");
    const struct account_change change = {
        .name = request_has(request, "name") ? request_text(request, "name") : NULL,
        .role = role_named(request),
        .area = {request_number(request, "area", 0)},
        .retire = state && request_number(request, "state", 0) == 1,
        .revive = state && request_number(request, "state", 0) == 0,
    };
    struct actor actor = actor_of(request);

    return account_edit(request_inventory(request), &actor, person, &change, error);
}

static bool
unlock(struct request *request, GError **error)
{
    struct account *account = NULL;
    bool ok = !request_flag(request, "unlock") ||
              (find_governed(request, &account, error) &&
               attempt_unlock(request_inventory(request), account->login, error));

    account_free(account);
    return ok;
}

/* By the name that the person had before. */
static bool
note_change(struct request *request, const struct account *account, GError **error)
{
    bool state = request_has(request, "state");
    enum audit_act act = AUDIT_PERSON_EDIT;
    g_autofree char *detail = record_given(request);

    if (request_flag(request, "unlock"))
        act = AUDIT_UNLOCK;
    else if (state && request_number(request, "state", 0) == 1)
        act = AUDIT_PERSON_RETIRE;
    return record_add(request, request_identity(request)->person, act, account->area, account->name,
                      act == AUDIT_PERSON_EDIT ? detail : NULL, error);
}

static bool
patch_person(struct request *request, GError **error)
{
    int64_t person = request_number(request, "id", 0);
    struct account *account = NULL;
    bool ok = account_by_id(request_inventory(request), person, &account, error) &&
              unlock(request, error) && apply(request, person, error) &&
              note_change(request, account, error) && reply_account(request, person, error);

    account_free(account);
    return ok;
}

static bool
end_sessions(struct request *request, GError **error)
{
    struct account *account = NULL;
    bool ok = find_governed(request, &account, error) &&
              visit_end_all(request_inventory(request), account->person, 0, error) &&
              record_add(request, request_identity(request)->person, AUDIT_VISIT_END, account->area,
                         account->name, NULL, error) &&
              reply_json(request, json_pack("{s:b}", "ended", true));

    account_free(account);
    return ok;
}

/* ------------------------------------------------------------------------------------ invitations */

/* Where a phone finds the service: at the host of the labels, where one was set, else where the asker
 * found it. */
static bool
url_of(struct request *request, struct area_id area, const char *code, char **url, GError **error)
{
    g_autofree char *origin = request_origin(request), *host = NULL, *plain = NULL;

    if (!setting_text(request_inventory(request), "label.host", area, (struct box_id){0}, &host,
                      error))
        return false;
    plain = g_ascii_strdown(
        host, -1); /* as people write it; labels have capitals, which take less room */
    if (g_strcmp0(host, setting_find("label.host")->standard) != 0)
        *url = g_strdup_printf("https://%s/J/%s", plain, code);
    else
        *url = g_strdup_printf("%s/J/%s", origin, code);
    return true;
}

#define QR_MM 80 /* of the square it is made for; a screen shows it as large as it can */
#define QR_DPI 300

/* Its modules row by row, "1" is dark; null for an address that is too long for one. */
static json_t *
qr_of(const char *url)
{
    const struct symbol_room room = {.side = QR_MM, .dpi = QR_DPI};
    struct symbol symbol;
    json_t *rows;

    if (!symbol_fit(url, &room, &symbol, NULL))
        return json_null();
    rows = json_array();
    for (int y = 0; y < symbol.width; y++) {
        char row[SYMBOL_MAX_WIDTH];

        for (int x = 0; x < symbol.width; x++)
            row[x] = symbol.dark[y * symbol.width + x] != 0 ? '1' : '0';
        json_array_append_new(rows, json_stringn(row, (size_t)symbol.width));
    }
    return rows;
}

static bool
reply_code(struct request *request, int64_t id, struct area_id area, const char *code,
           int64_t ends_at, GError **error)
{
    g_autofree char *url = NULL;
    char print[INVITE_PRINT_SIZE];

    return url_of(request, area, code, &url, error) &&
           reply_json(request, json_pack("{s:o, s:s, s:s, s:o, s:I}", "id",
                                         id != 0 ? json_integer(id) : json_null(), "code",
                                         invite_format(code, print), "url", url, "qr", qr_of(url),
                                         "expires_at", (json_int_t)ends_at));
}

static bool
post_invite(struct request *request, GError **error)
{
    struct actor actor = actor_of(request);
    g_autofree char *name = g_strdup(request_text(request, "name"));
    struct invite invite = {
        .role = role_named(request),
        .area = {request_number(request, "area", actor.area.n)},
        .name = name,
        .ends_at = request_now(request) + request_number(request, "days", INVITE_DAYS) * DAY,
    };
    uint8_t random[INVITE_RANDOM];
    char code[INVITE_CODE_SIZE];

    chance_bytes(random, sizeof(random));
    return invite_add(request_inventory(request), &actor, &invite, random, request_now(request),
                      code, error) &&
           record_add(request, actor.person, AUDIT_INVITE, invite.area, invite.name,
                      role_key(invite.role), error) &&
           reply_code(request, invite.id, invite.area, code, invite.ends_at, error);
}

static bool
end_invite(struct request *request, GError **error)
{
    struct actor actor = actor_of(request);
    int64_t id = request_number(request, "id", 0);

    return invite_end(request_inventory(request), &actor, id, request_now(request), error) &&
           record_add(request, actor.person, AUDIT_INVITE_END, actor.area, NULL, NULL, error) &&
           reply_json(request, json_pack("{s:b}", "ended", true));
}

static bool
reset_person(struct request *request, GError **error)
{
    struct actor actor = actor_of(request);
    struct account *account = NULL;
    uint8_t random[INVITE_RANDOM];
    char code[INVITE_CODE_SIZE];
    bool ok;

    chance_bytes(random, sizeof(random));
    ok =
        find_governed(request, &account, error) &&
        invite_add_for(request_inventory(request), &actor, account->person, random,
                       request_now(request), code, error) &&
        visit_end_all(request_inventory(request), account->person, 0, error) &&
        attempt_unlock(request_inventory(request), account->login, error) &&
        record_add(request, actor.person, AUDIT_RESET, account->area, account->name, NULL, error) &&
        reply_code(request, 0, account->area, code, request_now(request) + INVITE_DAYS * DAY,
                   error);
    account_free(account);
    return ok;
}

/* ------------------------------------------------------------------------------------------ audit */

static bool
add_entry(struct request *request, const struct audit_entry *entry, json_t *rows, GError **error)
{
    json_t *area = area_json(request, entry->area, error);
    g_autofree char *what = audit_words_what(entry), *detail = audit_words_detail(entry);

    if (area == NULL)
        return false;
    json_array_append_new(
        rows,
        json_pack("{s:I, s:I, s:o, s:s, s:s, s:o, s:o, s:o}", "id", (json_int_t)entry->id, "at",
                  (json_int_t)entry->at, "person",
                  entry->person != 0 ? json_pack("{s:I, s:s}", "id", (json_int_t)entry->person,
                                                 "name", entry->name)
                                     : json_null(),
                  "act", audit_act_key(entry->act), "word", audit_act_word(entry->act), "area",
                  area, "what", shape_text(what), "detail", shape_text(detail)));
    return true;
}

static bool
get_audit(struct request *request, GError **error)
{
    const struct audit_query query = {
        .area = {request_number(request, "area", request_identity(request)->area.n)},
        .person = request_number(request, "person", 0),
        .before = request_number(request, "before", 0),
        .limit = (int32_t)request_number(request, "limit", AUDIT_SHOWN),
    };
    g_autoptr(GPtrArray) entries = NULL;
    json_t *rows = json_array();
    bool ok = request_reaches_area(request, query.area, error) &&
              audit_log_list(request_inventory(request), &query, &entries, error);

    for (guint i = 0; ok && i < entries->len; i++)
        ok = add_entry(request, entries->pdata[i], rows, error);
    if (ok)
        return reply_json(request, json_pack("{s:o}", "rows", rows));
    json_decref(rows);
    return false;
}

/* -------------------------------------------------------------------------------------- the table */

#define NUMBER(field_name, most)                                                                   \
    {                                                                                              \
        .name = (field_name), .kind = FIELDS_NUMBER, .low = 1, .high = (most)                      \
    }

static const struct fields_row invite_fields[] = {
    {.name = "role", .kind = FIELDS_WORD, .needed = true, .words = role_names},
    NUMBER("area", INT64_MAX),
    {.name = "name", .kind = FIELDS_TEXT, .high = LIMIT_NAME},
    NUMBER("days", INVITE_DAYS_MOST),
    {0},
};

static const struct fields_row person_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {.name = "name", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME},
    {.name = "role", .kind = FIELDS_WORD, .words = role_names},
    NUMBER("area", INT64_MAX),
    {.name = "state", .kind = FIELDS_WORD, .words = state_names},
    {.name = "unlock", .kind = FIELDS_FLAG},
    {0},
};

static const struct fields_row id_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {0},
};

static const struct fields_row audit_fields[] = {
    NUMBER("area", INT64_MAX),
    NUMBER("person", INT64_MAX),
    NUMBER("before", INT64_MAX),
    NUMBER("limit", AUDIT_MOST),
    {0},
};

const struct route route_people[] = {
    {"GET", "/api/1/people", ROLE_SECRETARY, ROUTE_READ, NULL, get_people, NULL, 0},
    {"PATCH", "/api/1/people/{id}", ROLE_SECRETARY, ROUTE_WRITE, person_fields, patch_person, NULL,
     0},
    {"POST", "/api/1/people/{id}/sessions/end", ROLE_SECRETARY, ROUTE_WRITE, id_fields,
     end_sessions, NULL, 0},
    {"POST", "/api/1/people/{id}/reset", ROLE_SECRETARY, ROUTE_WRITE, id_fields, reset_person, NULL,
     0},
    {"POST", "/api/1/invites", ROLE_SECRETARY, ROUTE_WRITE, invite_fields, post_invite, NULL, 0},
    {"POST", "/api/1/invites/{id}/end", ROLE_SECRETARY, ROUTE_WRITE, id_fields, end_invite, NULL,
     0},
    {"GET", "/api/1/audit", ROLE_SECRETARY, ROUTE_READ, audit_fields, get_audit, NULL, 0},
    {0},
};
