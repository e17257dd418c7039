/* Coming in, going out, and what everybody does with the own account. */

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/account.h"
#include "inventory/attempt.h"
#include "inventory/audit_log.h"
#include "inventory/invite.h"
#include "inventory/visit.h"
#include "web/address.h"
#include "web/door.h"
#include "web/record.h"
#include "web/request_inside.h"
#include "web/route.h"
#include "web/secret.h"
#include "web/shape.h"

static bool
get_me(struct request *request, GError **error)
{
    return door_reply_me(request, error);
}

/* -------------------------------------------------------------------------------------- a secret */

/* One look at a secret: whose it is, and what it is checked by. */
struct look {
    char *login, *address; /* folded, and grouped */
    int64_t wait, person;
    enum role role;
    char *hash;   /* NULL: nobody can sign in by this login */
    char *chosen; /* what a new secret is checked by */
};

static void
look_clear(struct look *look)
{
    g_free(look->login);
    g_free(look->address);
    g_free(look->hash);
    g_free(look->chosen);
}

/* Counts the attempt, and only then finds out what the secret is checked by. */
static bool
begin_look(struct request *request, void *data, GError **error)
{
    struct look *look = data;
    const struct attempt attempt = {look->login, look->address};

    return attempt_begin(request_inventory(request), &attempt, request_now(request), &look->wait,
                         error) &&
           (look->wait > 0 || account_secret(request_inventory(request), look->login, &look->person,
                                             &look->hash, error));
}

/* Whether there is such a login must not show: the same is done for both. */
static bool
note_failure(struct request *request, void *data, GError **error)
{
    const struct look *look = data;
    int64_t failures;

    if (!attempt_failures(request_inventory(request), look->login, &failures, error))
        return false;
    return failures < ATTEMPT_FREE || look->person == 0 ||
           record_add(request, look->person, failures < ATTEMPT_LOCK ? AUDIT_GUESS : AUDIT_LOCK,
                      (struct area_id){0}, look->login, NULL, error);
}

#define SOON 90 /* seconds: what is over so soon is told in them */

static bool
turn_away(struct request *request, int64_t wait, GError **error)
{
    int64_t seconds = wait / 1000 + (wait % 1000 > 0), minutes = seconds / 60 + (seconds % 60 > 0);
    g_autofree char *after = g_strdup_printf("%lld", (long long)seconds);

    request->reply.status = 429;
    if (wait == ATTEMPT_LOCKED)
        return err_set(
            error, ERR_BUSY,
            _("locked after too many wrong attempts; whoever invited you can unlock it"));
    reply_header(request, "Retry-After", after);
    if (seconds <= SOON)
        return err_set(error, ERR_BUSY,
                       words_plural("too many wrong attempts; try again in %lld second",
                                    "too many wrong attempts; try again in %lld seconds", seconds),
                       (long long)seconds);
    return err_set(error, ERR_BUSY,
                   words_plural("too many wrong attempts; try again in %lld minute",
                                "too many wrong attempts; try again in %lld minutes", minutes),
                   (long long)minutes);
}

/* Whether a secret is the login's. The time it takes, and the answer, are the same for a login that
 * nobody has. */
static bool
check_secret(struct request *request, struct look *look, const char *secret, GError **error)
{
    look->address = address_group(request_address(request));
    if (!request_write(request, begin_look, look, error))
        return false;
    if (look->wait > 0)
        return turn_away(request, look->wait, error);
    if (secret_check(look->hash, secret))
        return true;
    if (!request_write(request, note_failure, look, error))
        return false;
    request->reply.status = request_route(request)->least == ROLE_NOBODY ? 401 : 403;
    return err_set(error, ERR_DENIED, "%s",
                   request_route(request)->least == ROLE_NOBODY
                       ? _("the name or the password is wrong")
                       : _("the present password is wrong"));
}

/* --------------------------------------------------------------------------------------- sign in */

static bool
let_in(struct request *request, void *data, GError **error)
{
    const struct look *look = data;
    const struct attempt attempt = {look->login, look->address};

    return attempt_succeed(request_inventory(request), &attempt, error) &&
           record_add(request, look->person, AUDIT_SIGN_IN, (struct area_id){0}, NULL, NULL,
                      error) &&
           door_let_in(request, look->person, error);
}

static bool
sign_in(struct request *request, GError **error)
{
    struct look look = {.login = account_fold(request_text(request, "login"), error)};
    bool ok = look.login != NULL && door_admits(request, error) &&
              check_secret(request, &look, request_text(request, "secret"), error) &&
              request_write(request, let_in, &look, error);

    look_clear(&look);
    return ok;
}

static bool
sign_out(struct request *request, GError **error)
{
    return record_add(request, request_identity(request)->person, AUDIT_SIGN_OUT,
                      (struct area_id){0}, NULL, NULL, error) &&
           door_let_out(request, error);
}

/* ------------------------------------------------------------------------------------ invitations */

/* What an invitation is used with; invite is found in the writer, the hash made between. */
struct joining {
    struct invite *invite;
    bool first;
    char *login; /* of the person whom it is for; "" */
    char *hash;
    int64_t person;
};

static bool
find_invite(struct request *request, const char *code, struct invite **invite, GError **error)
{
    if (invite_look(request_inventory(request), code, request_now(request), invite, error))
        return true;
    reply_blame(request, "code");
    return false;
}

static bool
login_of(struct request *request, const struct invite *invite, char **login, GError **error)
{
    struct account *account = NULL;

    *login = g_strdup("");
    if (invite->person == 0)
        return true;
    if (!account_by_id(request_inventory(request), invite->person, &account, error))
        return false;
    g_free(*login);
    *login = g_strdup(account->login);
    account_free(account);
    return true;
}

static bool
begin_joining(struct request *request, void *data, GError **error)
{
    struct joining *joining = data;

    return find_invite(request, request_text(request, "code"), &joining->invite, error) &&
           (joining->invite->first == joining->first ||
            err_set(error, ERR_REFUSED, _("this invitation is good no more; ask for a new one"))) &&
           login_of(request, joining->invite, &joining->login, error);
}

static bool
end_joining(struct request *request, void *data, GError **error)
{
    struct joining *joining = data;
    const char *name = request_has(request, "name") ? request_text(request, "name") : NULL;
    const char *login = request_has(request, "login") ? request_text(request, "login") : NULL;

    if (!invite_use(request_inventory(request), request_text(request, "code"), name, login,
                    joining->hash, request_now(request), &joining->person, error)) {
        reply_blame(request, login != NULL ? "login" : "name");
        return false;
    }
    return record_add(request, joining->person, AUDIT_JOIN, joining->invite->area, NULL, NULL,
                      error) &&
           door_let_in(request, joining->person, error);
}

/* The login that somebody will have, folded, which the secret must not be made of. */
static bool
check_choice(struct request *request, const struct joining *joining, GError **error)
{
    const char *named = request_has(request, "login")  ? request_text(request, "login")
                        : joining->login[0] != '\0'    ? joining->login
                        : request_has(request, "name") ? request_text(request, "name")
                                                       : joining->invite->name;
    g_autofree char *login = account_fold(named, error);

    if (login == NULL) {
        reply_blame(request, "name");
        return false;
    }
    if (account_check_secret(joining->invite->role, login, request_text(request, "secret"), error))
        return true;
    reply_blame(request, "secret");
    return false;
}

static bool
use_invite(struct request *request, bool first, GError **error)
{
    struct joining joining = {.first = first};
    bool ok = door_admits(request, error) &&
              request_write(request, begin_joining, &joining, error) &&
              check_choice(request, &joining, error) &&
              (joining.hash = secret_hash(request_text(request, "secret"), error)) != NULL &&
              request_write(request, end_joining, &joining, error);

    invite_free(joining.invite);
    g_free(joining.login);
    g_free(joining.hash);
    return ok;
}

static bool
join(struct request *request, GError **error)
{
    return use_invite(request, false, error);
}

static bool
first(struct request *request, GError **error)
{
    return use_invite(request, true, error);
}

/* What the page for joining has to ask. */
static json_t *
shape_invited(const struct invite *invite, const struct area *area, const char *login)
{
    return json_pack("{s:s, s:o, s:o, s:o, s:b, s:b, s:i}", "role", role_key(invite->role), "area",
                     shape_area(area), "name", shape_text(invite->name), "login", shape_text(login),
                     "reset", invite->person != 0, "first", (int)invite->first, "least",
                     invite->role == ROLE_VOLUNTEER ? ACCOUNT_PIN : ACCOUNT_PASSWORD);
}

static bool
invited(struct request *request, GError **error)
{
    struct invite *invite = NULL;
    struct area *area = NULL;
    g_autofree char *login = NULL;
    bool ok = door_admits(request, error) &&
              find_invite(request, request_text(request, "code"), &invite, error) &&
              login_of(request, invite, &login, error) &&
              area_by_id(request_inventory(request), invite->area, &area, error) &&
              reply_json(request, shape_invited(invite, area, login));

    area_free(area);
    invite_free(invite);
    return ok;
}

/* ---------------------------------------------------------------------------------- one's own */

static bool
get_sessions(struct request *request, GError **error)
{
    const struct identity *who = request_identity(request);
    g_autoptr(GPtrArray) visits = NULL;
    json_t *rows;

    if (!visit_list(request_inventory(request), who->person, request_now(request), &visits, error))
        return false;
    rows = json_array();
    for (guint i = 0; i < visits->len; i++) {
        const struct visit *visit = visits->pdata[i];

        json_array_append_new(
            rows, json_pack("{s:I, s:o, s:I, s:I, s:I, s:b}", "id", (json_int_t)visit->id, "device",
                            shape_text(visit->device), "began_at", (json_int_t)visit->began_at,
                            "seen_at", (json_int_t)visit->seen_at, "ends_at",
                            (json_int_t)visit->ends_at, "current", visit->id == who->session));
    }
    return reply_json(request, json_pack("{s:o}", "rows", rows));
}

static bool
end_session(struct request *request, GError **error)
{
    const struct identity *who = request_identity(request);
    int64_t id = request_number(request, "id", 0);

    if (!visit_end(request_inventory(request), who->person, id, error) ||
        !record_add(request, who->person, AUDIT_VISIT_END, (struct area_id){0}, NULL, NULL, error))
        return false;
    if (id == who->session)
        door_forget(request);
    return reply_json(request, json_pack("{s:b}", "ended", true));
}

static bool
find_own(struct request *request, void *data, GError **error)
{
    struct look *look = data;
    struct account *account = NULL;

    if (!account_by_id(request_inventory(request), request_identity(request)->person, &account,
                       error))
        return false;
    look->login = g_strdup(account->login);
    look->role = account->role;
    account_free(account);
    return true;
}

static bool
choose(struct request *request, void *data, GError **error)
{
    const struct look *look = data;
    const struct attempt attempt = {look->login, look->address};

    return attempt_succeed(request_inventory(request), &attempt, error) &&
           account_choose(request_inventory(request), look->person, NULL, look->chosen,
                          request_now(request), error) &&
           record_add(request, look->person, AUDIT_SECRET, (struct area_id){0}, NULL, NULL,
                      error) &&
           door_let_in(request, look->person, error);
}

static bool
check_new(struct request *request, const struct look *look, GError **error)
{
    if (account_check_secret(look->role, look->login, request_text(request, "new"), error))
        return true;
    reply_blame(request, "new");
    return false;
}

static bool
change_secret(struct request *request, GError **error)
{
    struct look look = {.person = 0};
    bool ok = door_admits(request, error) && request_write(request, find_own, &look, error) &&
              check_new(request, &look, error) &&
              check_secret(request, &look, request_text(request, "old"), error) &&
              (look.chosen = secret_hash(request_text(request, "new"), error)) != NULL &&
              request_write(request, choose, &look, error);

    look_clear(&look);
    return ok;
}

/* -------------------------------------------------------------------------------------- the table */

#define SECRET(field_name)                                                                         \
    {                                                                                              \
        .name = (field_name), .kind = FIELDS_TEXT, .needed = true, .low = 1,                       \
        .high = ACCOUNT_SECRET                                                                     \
    }

static const struct fields_row sign_in_fields[] = {
    {.name = "login", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    SECRET("secret"),
    {0},
};

static const struct fields_row join_fields[] = {
    {.name = "code", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {.name = "name", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME},
    {.name = "login", .kind = FIELDS_TEXT, .low = 1, .high = LIMIT_NAME},
    SECRET("secret"),
    {0},
};

static const struct fields_row invited_fields[] = {
    {.name = "code", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {0},
};

static const struct fields_row secret_fields[] = {SECRET("old"), SECRET("new"), {0}};

static const struct fields_row id_fields[] = {
    {.name = "id", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT64_MAX},
    {0},
};

const struct route route_account[] = {
    {"GET", "/api/1/me", ROLE_NOBODY, ROUTE_READ, NULL, get_me, NULL, 0},
    {"POST", "/api/1/sign-in", ROLE_NOBODY, ROUTE_SECRET, sign_in_fields, sign_in, NULL, 0},
    {"POST", "/api/1/invited", ROLE_NOBODY, ROUTE_READ, invited_fields, invited, NULL, 0},
    {"POST", "/api/1/join", ROLE_NOBODY, ROUTE_SECRET, join_fields, join, NULL, 0},
    {"POST", "/api/1/first", ROLE_NOBODY, ROUTE_SECRET, join_fields, first, NULL, 0},
    {"POST", "/api/1/sign-out", ROLE_VOLUNTEER, ROUTE_WRITE, NULL, sign_out, NULL, 0},
    {"GET", "/api/1/sessions", ROLE_VOLUNTEER, ROUTE_READ, NULL, get_sessions, NULL, 0},
    {"POST", "/api/1/sessions/{id}/end", ROLE_VOLUNTEER, ROUTE_WRITE, id_fields, end_session, NULL,
     0},
    {"POST", "/api/1/secret", ROLE_VOLUNTEER, ROUTE_SECRET, secret_fields, change_secret, NULL, 0},
    {0},
};
