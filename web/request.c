#include "web/request.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/words.h"
#include "inventory/account.h"
#include "inventory/box.h"
#include "inventory/transfer.h"
#include "inventory/walk.h"
#include "web/address.h"
#include "web/next.h"
#include "web/rate.h"
#include "web/request_inside.h"

struct request *
request_new(struct service *service, void *connection)
{
    struct request *request = g_new0(struct request, 1);

    request->service = service;
    request->connection = connection;
    request->allowed = g_string_new(NULL);
    request->query = g_ptr_array_new_with_free_func(g_free);
    request->body = g_byte_array_new();
    request->reply.headers = g_ptr_array_new_with_free_func(g_free);
    return request;
}

static void
reply_clear(struct reply *reply)
{
    json_decref(reply->json);
    g_clear_pointer(&reply->bytes, g_bytes_unref);
    g_ptr_array_unref(reply->headers);
    if (reply->source_free != NULL)
        reply->source_free(reply->source_data);
}

void
request_free(struct request *request)
{
    if (request == NULL)
        return;
    reply_clear(&request->reply); /* first, as events.c looks at requests that listen */
    g_free(request->path);
    g_free(request->etag);
    g_free(request->peer);
    g_free(request->forwarded);
    route_parts_clear(request->parts);
    g_string_free(request->allowed, TRUE);
    g_ptr_array_unref(request->query);
    g_clear_pointer(&request->body, g_byte_array_unref);
    g_clear_pointer(&request->whole, g_bytes_unref);
    fields_free(request->fields);
    json_decref(request->json);
    g_clear_error(&request->failure);
    g_free(request);
}

/* ------------------------------------------------------------------------------ what was asked */

struct service *
request_service(const struct request *request)
{
    return request->service;
}

const struct identity *
request_identity(const struct request *request)
{
    return &request->identity;
}

struct inventory *
request_inventory(const struct request *request)
{
    return request->inventory;
}

int64_t
request_now(const struct request *request)
{
    return request->now;
}

struct day
request_today(const struct request *request)
{
    return inventory_day(request->inventory, request->now);
}

bool
request_has(const struct request *request, const char *name)
{
    return fields_has(request->fields, name);
}

bool
request_clears(const struct request *request, const char *name)
{
    return fields_clears(request->fields, name);
}

void
request_take_text(const struct request *request, const char *name, char **to)
{
    bool clears = request_clears(request, name);

    if (!clears && !request_has(request, name))
        return;
    g_free(*to);
    *to = g_strdup(clears ? "" : request_text(request, name));
}

const char *
request_text(const struct request *request, const char *name)
{
    return fields_text(request->fields, name);
}

int64_t
request_number(const struct request *request, const char *name, int64_t otherwise)
{
    return fields_number(request->fields, name, otherwise);
}

bool
request_flag(const struct request *request, const char *name)
{
    return fields_flag(request->fields, name);
}

struct uuid
request_uuid(const struct request *request, const char *name)
{
    return fields_uuid(request->fields, name);
}

json_t *
request_json(const struct request *request, const char *name)
{
    return fields_json(request->fields, name);
}

GBytes *
request_body(const struct request *request)
{
    return request->whole;
}

const char *
request_header(const struct request *request, const char *name)
{
    return request->header(request->connection, name);
}

/* RFC 6265, 4.2.1: name=value, a semicolon and a blank between two. */
char *
request_cookie(const struct request *request, const char *name)
{
    const char *header = request_header(request, "Cookie");
    g_auto(GStrv) pairs = g_strsplit(header != NULL ? header : "", ";", 64);
    size_t n = strlen(name);

    for (char **pair = pairs; *pair != NULL; pair++) {
        const char *text = g_strstrip(*pair);

        if (strncmp(text, name, n) == 0 && text[n] == '=')
            return g_strdup(text + n + 1);
    }
    return NULL;
}

const struct route *
request_route(const struct request *request)
{
    return request->route;
}

const char *
request_method(const struct request *request)
{
    return request->method;
}

const char *
request_address(const struct request *request)
{
    return request->forwarded != NULL ? request->forwarded : request->peer;
}

bool
request_is_secure(const struct request *request)
{
    const char *scheme =
        request->forwarded != NULL ? request_header(request, "X-Forwarded-Proto") : NULL;

    return request->tls || (scheme != NULL && strcmp(scheme, "https") == 0);
}

char *
request_origin(const struct request *request)
{
    const char *host = request_header(request, "Host");

    return g_strdup_printf("%s://%s", request_is_secure(request) ? "https" : "http",
                           host != NULL ? host : "localhost");
}

enum words_language
request_language(const char *accepted)
{
    g_auto(GStrv) ranges = g_strsplit(accepted != NULL ? accepted : "", ",", 16);

    for (char **range = ranges; *range != NULL; range++) {
        const char *text = g_strstrip(*range);

        if (g_ascii_strncasecmp(text, "zh", 2) == 0)
            return WORDS_ZH;
        if (g_ascii_strncasecmp(text, "en", 2) == 0)
            return WORDS_EN;
    }
    return WORDS_ZH;
}

/* --------------------------------------------------------------------------------------- reach */

bool
request_reaches_area(const struct request *request, struct area_id area, GError **error)
{
    bool lies = false;

    if (request->identity.role != ROLE_NOBODY &&
        !area_lies_in(request->inventory, area, request->identity.area, &lies, error))
        return false;
    return lies || err_set(error, ERR_DENIED,
                           _("that lies outside of your area; ask whoever looks after it"));
}

bool
request_reaches_box(const struct request *request, const struct box *box, GError **error)
{
    return request_reaches_area(request, box->area, error);
}

bool
request_reaches_transfer(const struct request *request, const struct transfer *t, GError **error)
{
    struct box *from = NULL, *to = NULL;
    bool ok = box_by_id(request->inventory, t->from, &from, error) &&
              box_by_id(request->inventory, t->to, &to, error) &&
              request_reaches_box(request, from, error) && request_reaches_box(request, to, error);

    box_free(from);
    box_free(to);
    return ok;
}

/* Of all who can sign in. */
static bool
is_only_one(struct inventory *inventory, const char *name)
{
    g_autoptr(GPtrArray) accounts = NULL;
    guint n = 0;

    if (!account_list(inventory, (struct area_id){0}, false, &accounts, NULL))
        return false;
    for (guint i = 0; i < accounts->len; i++)
        n += strcmp(((const struct account *)accounts->pdata[i])->name, name) == 0;
    return n == 1;
}

bool
request_is_called(const struct request *request, const char *name)
{
    struct account *account = NULL;
    bool is = account_by_id(request->inventory, request->identity.person, &account, NULL) &&
              strcmp(account->name, name) == 0 && is_only_one(request->inventory, name);

    account_free(account);
    return is;
}

static bool
is_carrier(const struct request *request, const struct transfer *t)
{
    struct walk *walk = NULL;
    bool is = t->walk != 0 && walk_by_id(request->inventory, t->walk, &walk, NULL) &&
              request_is_called(request, walk->carrier);

    walk_free(walk);
    return is;
}

bool
request_carries(const struct request *request, const struct transfer *t, GError **error)
{
    return is_carrier(request, t) || request_reaches_transfer(request, t, error);
}

struct area_id
request_area(const struct request *request)
{
    int64_t own = request->identity.area.n;

    return (struct area_id){
        request_number(request, "area", own != 0 ? own : inventory_district(request->inventory).n)};
}

/* ---------------------------------------------------------------------------------- the answer */

bool
reply_json_if(struct request *request, json_t *json, bool ok)
{
    if (ok)
        return reply_json(request, json);
    json_decref(json);
    return false;
}

static struct reply *
give(struct request *request, const char *type)
{
    struct reply *reply = &request->reply;

    g_assert(!reply->given);
    reply->given = true;
    reply->status = 200;
    reply->type = type;
    return reply;
}

bool
reply_bytes(struct request *request, const char *type, GBytes *bytes)
{
    give(request, type)->bytes = g_bytes_ref(bytes);
    return true;
}

bool
reply_json(struct request *request, json_t *json)
{
    give(request, REPLY_JSON)->json = json;
    return true;
}

void
reply_stream(struct request *request, const char *type, reply_source *source, void *data,
             GDestroyNotify let_go)
{
    struct reply *reply = give(request, type);

    reply->source = source;
    reply->source_data = data;
    reply->source_free = let_go;
}

void
reply_header(struct request *request, const char *name, const char *value)
{
    g_ptr_array_add(request->reply.headers, g_strdup(name));
    g_ptr_array_add(request->reply.headers, g_strdup(value));
}

void
reply_blame(struct request *request, const char *field)
{
    request->blamed = field;
}

const char *
request_blamed(const struct request *request)
{
    return request->blamed;
}

bool
reply_too_many(struct request *request, int seconds, GError **error)
{
    g_autofree char *after = g_strdup_printf("%d", seconds);

    reply_header(request, "Retry-After", after);
    request->reply.status = 429;
    return err_set(error, ERR_BUSY, _("too many requests at once; wait a moment and try again"));
}

bool
request_is_rare(struct request *request, struct rate *rate, GError **error)
{
    g_autofree char *who = address_group(request_address(request));
    int wait_ms;

    return rate_admits(rate, who, request->now, &wait_ms) ||
           reply_too_many(request, (wait_ms + 999) / 1000, error);
}

/* ------------------------------------------------------------------------------------- failures */

static const char *const kind_words[] = {
    [ERR_BROKEN] = "broken",   [ERR_INPUT] = "input",   [ERR_MISSING] = "missing",
    [ERR_REFUSED] = "refused", [ERR_DENIED] = "denied", [ERR_BUSY] = "busy",
};

static unsigned
status_of(const struct request *request, const GError *error)
{
    if (request->reply.status >= 400)
        return request->reply.status;
    if (g_error_matches(error, ERR, ERR_DENIED) && request->identity.person == 0)
        return 401;
    return (unsigned)err_http_status(error);
}

/* What is broken is for whoever looks after the machine; those who ask can't do anything with it. */
static char *
message_of(const GError *error, enum err kind)
{
    if (kind != ERR_BROKEN)
        return next_shown(error);
    g_printerr("medbox: %s\n", error->message);
    return g_strdup(_("something in medbox failed, and it is written in its log; try again, and "
                      "tell whoever looks after it if it stays so"));
}

void
request_fail(struct request *request, const GError *error)
{
    enum err kind = error->domain == ERR ? (enum err)error->code : ERR_BROKEN;
    g_autofree char *message = message_of(error, kind);
    unsigned status = status_of(request, error);

    g_clear_pointer(&request->reply.json, json_decref);
    g_clear_pointer(&request->reply.bytes, g_bytes_unref);
    request->reply.source = NULL; /* its data goes with the request */
    request->reply.given = false;
    reply_json(request, json_pack("{s:{s:s, s:s, s:s?}}", "error", "kind", kind_words[kind],
                                  "message", message, "field", request->blamed));
    request->reply.status = status;
    if (status == 503)
        reply_header(request, "Retry-After", "1");
}
