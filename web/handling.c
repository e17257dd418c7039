#include "web/handling.h"

#include <string.h>

#include <jansson.h>

#include "base/words.h"
#include "web/asset.h"
#include "web/finish.h"
#include "web/record.h"
#include "web/service.h"

#define API "/api/"
#define SECRETS_WAITING 64 /* passwords to be looked at; more are turned away */
#define QUARTER_MS 900000

/* ----------------------------------------------------------------------------------- the checks */

void
handling_begin(struct request *request)
{
    request->now = service_now(request->service);
    request->language = request_language(request_header(request, "Accept-Language"));
    request->route = route_find(request->method, request->path, request->parts, request->allowed);
    request->most =
        request->route != NULL && request->route->most > 0 ? request->route->most : ROUTE_BODY;
}

static bool
has_body(const struct route *route)
{
    return strcmp(route->method, "GET") != 0;
}

/* A part of an address without its %XX; NULL with an error for what is no UTF-8 or has a NUL. */
static char *
unescape(const char *text, GError **error)
{
    g_autofree char *spaced = g_strdelimit(g_strdup(text), "+", ' ');
    g_autofree char *plain = g_uri_unescape_string(spaced, NULL);

    if (plain != NULL && g_utf8_validate(plain, -1, NULL))
        return g_steal_pointer(&plain);
    err_set(error, ERR_INPUT, _("the address has something in it that is no text"));
    return NULL;
}

static bool
take_escaped(struct request *request, const char *name, const char *value, GError **error)
{
    g_autofree char *plain_name = unescape(name, error);
    g_autofree char *plain = plain_name != NULL ? unescape(value, error) : NULL;

    return plain != NULL && fields_take_text(request->fields, plain_name, plain, error);
}

static bool
take_address(struct request *request, GError **error)
{
    for (int i = 0; i < ROUTE_PARTS && request->parts[i].name != NULL; i++)
        if (!take_escaped(request, request->parts[i].name, request->parts[i].value, error))
            return false;
    for (guint i = 0; i < request->query->len; i += 2)
        if (!take_escaped(request, request->query->pdata[i], request->query->pdata[i + 1], error))
            return false;
    return true;
}

static bool
check_type(const struct request *request, GError **error)
{
    const char *wanted = request->route->takes != NULL ? request->route->takes : REPLY_JSON;
    const char *given = request_header(request, "Content-Type");

    return (given != NULL && g_ascii_strncasecmp(given, wanted, strlen(wanted)) == 0) ||
           err_set(error, ERR_INPUT, _("the body must be sent as %s (Content-Type)"), wanted);
}

static bool
take_json(struct request *request, GError **error)
{
    json_error_t why;
    gsize size;
    const char *text = g_bytes_get_data(request->whole, &size);

    request->json = json_loadb(text != NULL ? text : "", size, JSON_REJECT_DUPLICATES, &why);
    if (request->json == NULL)
        return err_set(error, ERR_INPUT, _("the body is not JSON: line %d, column %d"), why.line,
                       why.column);
    return fields_take_object(request->fields, request->json, error);
}

static bool
take_fields(struct request *request, GError **error)
{
    bool ok;

    request->fields = fields_new(request->route->fields);
    ok = take_address(request, error) &&
         (!has_body(request->route) ||
          (check_type(request, error) &&
           (request->route->takes != NULL || take_json(request, error)))) &&
         fields_end(request->fields, error);
    if (!ok && request->blamed == NULL)
        request->blamed = fields_blamed(request->fields);
    return ok;
}

static bool
too_large(struct request *request, GError **error)
{
    request->reply.status = 413;
    return err_set(error, ERR_INPUT, _("that is too large: at most %zu bytes can be sent there"),
                   request->most);
}

static bool
too_long(struct request *request, GError **error)
{
    request->reply.status = 414;
    return err_set(error, ERR_INPUT, _("the address is too long"));
}

static bool
wrong_method(struct request *request, GError **error)
{
    request->reply.status = 405;
    reply_header(request, "Allow", request->allowed->str);
    return err_set(error, ERR_INPUT, _("%s can't be done there, only %s"), request->method,
                   request->allowed->str);
}

/* What is no route is a page or a file of the browser app. */
static bool
answer_page(struct request *request, GError **error)
{
    if (request->allowed->len > 0)
        return wrong_method(request, error);
    if (g_str_has_prefix(request->path, API))
        return err_set(error, ERR_MISSING, _("there is nothing at %s"), request->path);
    if (strcmp(request->method, "GET") == 0 || strcmp(request->method, "HEAD") == 0)
        return asset_answer(request, error);
    g_string_assign(request->allowed, "GET, HEAD");
    return wrong_method(request, error);
}

/* ------------------------------------------------------------------------------------ who asks */

static bool
check_role(const struct request *request, GError **error)
{
    if (request->identity.role >= request->route->least)
        return true;
    if (request->identity.role == ROLE_NOBODY)
        return err_set(error, ERR_DENIED, _("sign in first"));
    return err_set(error, ERR_DENIED,
                   _("this is not yours to do; ask whoever looks after your area"));
}

static bool
identify(struct request *request, GError **error)
{
    request_identify *find = request->service->options.identify;
    bool ok = true;

    request->identity = (struct identity){0}; /* whoever it was when it was asked before */
    if (find != NULL && request->inventory != NULL)
        ok = find(request, &request->identity, error);
    return ok && check_role(request, error);
}

bool
handling_is_still(struct request *request, struct inventory *inventory)
{
    request_identify *find = request->service->options.identify;
    const struct identity *then = &request->identity;
    struct identity now = {0};
    bool ok;

    request->inventory = inventory;
    request->now = service_now(request->service); /* a visit may be over by now */
    ok = find == NULL || find(request, &now, NULL);
    request->inventory = NULL;
    return ok && now.person == then->person && now.role == then->role &&
           now.area.n == then->area.n && now.session == then->session;
}

/* Before a large body is taken, or a password looked at: what is turned away costs neither. */
static bool
identify_reading(struct request *request, GError **error)
{
    bool ok;

    request->inventory = readers_take(request->service->readers, error);
    if (request->inventory == NULL)
        return false;
    ok = identify(request, error);
    readers_give(request->service->readers, request->inventory);
    request->inventory = NULL;
    return ok;
}

/* -------------------------------------------------------------------------------- three threads */

static bool
read_answer(struct request *request, GError **error)
{
    bool ok;

    request->inventory = readers_take(request->service->readers, error);
    ok = request->inventory != NULL && identify(request, error) &&
         request->route->run(request, error);
    readers_give(request->service->readers, request->inventory);
    request->inventory = NULL;
    return ok;
}

static void
run_reading(struct request *request)
{
    g_autoptr(GError) error = NULL;
    bool ok = read_answer(request, &error);

    finish_answer(request, ok, error);
}

/* By which an answer that is the same for everybody is kept: wherever a day ends, it does so at a quarter
 * of an hour. */
static char *
name_of(const struct request *request)
{
    GString *name = g_string_new(NULL);

    g_string_printf(name, "%d %lld %s", (int)request->language,
                    (long long)(request->now / QUARTER_MS), request->path);
    for (guint i = 0; i < request->query->len; i++)
        g_string_append_printf(name, " %s", (const char *)request->query->pdata[i]);
    return g_string_free(name, FALSE);
}

/* By what is kept; false where nothing is. */
static bool
run_kept(struct request *request, const char *name, uint64_t *version)
{
    g_autoptr(GBytes) bytes = kept_find(request->service->kept, name, version, &request->etag);

    if (bytes == NULL)
        return false;
    reply_bytes(request, REPLY_JSON, bytes);
    finish_answer(request, true, NULL);
    return true;
}

/* Another who asked the same may have been answered meanwhile. */
static void
run_alike(struct request *request)
{
    g_autofree char *name = name_of(request);
    g_autoptr(GError) error = NULL;
    uint64_t version;
    bool ok;

    if (run_kept(request, name, &version))
        return;
    ok = read_answer(request, &error);
    if (ok) {
        finish_bytes(&request->reply);
        request->etag = finish_tag(request->reply.bytes);
        kept_put(request->service->kept, name, version, request->reply.bytes, request->etag);
    }
    finish_answer(request, ok, error);
}

static bool
is_kept(struct request *request)
{
    g_autofree char *name = name_of(request);
    uint64_t version;

    return run_kept(request, name, &version);
}

void
handling_long(void *data, void *service)
{
    struct request *request = data;

    (void)service;
    words_use(request->language);
    if (request->route->mode == ROUTE_ALIKE)
        run_alike(request);
    else
        run_reading(request);
    request->service->wake(request);
}

/* Something that a request does in the writer's thread: with the rights of who asks, and no others. */
struct turn {
    struct request *request;
    bool (*run)(struct request *request, void *data, GError **error);
    void *data;
};

static bool
run_turn(struct inventory *inventory, void *data, GError **error)
{
    const struct turn *turn = data;
    struct request *request = turn->request;
    struct inventory *reading = request->inventory; /* of one that only asks for a turn */
    bool ok;

    words_use(request->language);
    role_assume(inventory, request->identity.role);
    request->inventory = inventory;
    ok = turn->run(request, turn->data, error);
    request->inventory = reading;
    role_assume(inventory, ROLE_KEEPER);
    return ok;
}

bool
request_write(struct request *request,
              bool (*run)(struct request *request, void *data, GError **error), void *data,
              GError **error)
{
    struct turn turn = {request, run, data};

    if (!writer_await(request->service->writer, run_turn, &turn, error))
        return false;
    events_note(request->service->events, request->path);
    return true;
}

static bool
run_route(struct request *request, void *data, GError **error)
{
    (void)data;
    return request->route->run(request, error) && record_request(request, error);
}

/* Who asks is found out in the transaction that is to write: there a session that was ended cannot slip
 * in behind it, and what was read for the last booking is still there for the next. */
static bool
run_writing(struct inventory *inventory, void *data, GError **error)
{
    struct request *request = data;
    struct turn turn = {request, run_route, NULL};
    bool ok;

    words_use(request->language);
    request->inventory = inventory;
    ok = identify(request, error);
    request->inventory = NULL;
    return ok && run_turn(inventory, &turn, error);
}

bool
handling_admits(struct request *request)
{
    g_autoptr(GError) error = NULL;
    bool ok;

    words_use(request->language);
    ok = request->route == NULL || identify_reading(request, &error);
    if (!ok)
        finish_answer(request, false, error);
    return ok;
}

void
handling_secret(void *data, void *service)
{
    struct request *request = data;
    g_autoptr(GError) error = NULL;
    bool ok;

    (void)service;
    words_use(request->language);
    ok = identify_reading(request, &error) && request->route->run(request, &error);
    finish_answer(request, ok, error);
    request->service->wake(request);
}

/* All that can wait is left to the thread of the connection. */
static void
written(void *data, const GError *error)
{
    struct request *request = data;

    if (error == NULL)
        events_note(request->service->events, request->path);
    else
        request->failure = g_error_copy(error);
    request->written = true;
}

static void
written_away(void *data, const GError *error)
{
    struct request *request = data;

    written(request, error);
    request->service->wake(request);
}

void
handling_end(struct request *request)
{
    if (!request->written)
        return;
    words_use(request->language);
    finish_answer(request, request->failure == NULL, request->failure);
}

/* In this thread, if the writer lets it. */
static bool
run_brief(struct request *request)
{
    const struct writer_job job = {run_writing, written, request};

    if (!writer_do(request->service->writer, &job))
        return false;
    handling_end(request);
    return true;
}

void
handling_start(struct request *request)
{
    struct writer_job job = {run_writing, written_away, request};
    g_autoptr(GError) error = NULL;

    if (request->route->mode == ROUTE_LONG || request->route->mode == ROUTE_ALIKE) {
        g_thread_pool_push(request->service->longs, request, NULL);
    } else if (request->route->mode == ROUTE_PAPER) {
        g_thread_pool_push(request->service->papers, request, NULL);
    } else if (request->route->mode == ROUTE_SECRET &&
               g_thread_pool_unprocessed(request->service->secrets) < SECRETS_WAITING) {
        g_thread_pool_push(request->service->secrets, request, NULL);
    } else if (request->route->mode == ROUTE_SECRET) {
        reply_too_many(request, 2, &error);
        finish_answer(request, false, error);
        request->service->wake(request);
    } else if (!writer_submit(request->service->writer, &job, &error)) {
        finish_answer(request, false, error);
        request->service->wake(request);
    }
}

bool
handling_run(struct request *request)
{
    const struct route *route = request->route;
    g_autoptr(GError) error = NULL;
    bool ok;

    words_use(request->language);
    request->whole = g_byte_array_free_to_bytes(g_steal_pointer(&request->body));
    if (request->too_long)
        ok = too_long(request, &error);
    else if (request->doubtful)
        ok = err_set(&error, ERR_INPUT, _("the length of the body is told more than once"));
    else if (request->too_large)
        ok = too_large(request, &error);
    else
        ok = route != NULL ? take_fields(request, &error) : answer_page(request, &error);
    if (ok && route != NULL && route->mode == ROUTE_FREE)
        ok = check_role(request, &error) && route->run(request, &error);
    else if (ok && route != NULL && route->mode == ROUTE_READ)
        run_reading(request);
    else if (ok && route != NULL && !(route->mode == ROUTE_BRIEF && run_brief(request)) &&
             !(route->mode == ROUTE_ALIKE && is_kept(request)))
        return false;
    if (!request->reply.given)
        finish_answer(request, ok, error);
    return true;
}
