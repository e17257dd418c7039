#include "web/wire.h"

#include <limits.h>
#include <poll.h>
#include <string.h>

#include <microhttpd.h>

#include "base/words.h"
#include "web/handling.h"
#include "web/socket.h"

#define HEAD_MS 15000    /* for the head of a request */
#define PAUSE_MS 60000   /* between two requests */
#define BODY_MS 15000    /* for a body or an answer, and more as it is longer */
#define BODY_BYTES_MS 10 /* bytes a ms: a phone in a stairwell */
#define STREAM_BLOCK 4096
#define CONNECTION_MEMORY 16384 /* bytes for the head of a request, and what is being sent */
#define ADDRESS 8000            /* bytes of an address, and */
#define ARGUMENTS 64            /* behind its path, at most */
#define IDLE_S 30               /* a connection on which nothing moves */
#define THREADS_LEAST 2
#define THREADS_MOST 8

/* ------------------------------------------------------------------------------------ its time */

static void
allow(struct server *server, struct MHD_Connection *connection, int ms)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

    guard_allow(server->guard, info->socket_context, ms);
}

static void
expect(struct MHD_Connection *connection, bool expected)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

    guard_expect(info->socket_context, expected);
}

/* For bytes that are to come or go. */
static void
allow_bytes(struct server *server, struct MHD_Connection *connection, uint64_t bytes)
{
    uint64_t ms = BODY_MS + bytes / BODY_BYTES_MS;

    allow(server, connection, (int)MIN(ms, INT_MAX));
}

static enum MHD_Result
on_arrival(void *data, const struct sockaddr *address, socklen_t size)
{
    struct server *server = data;
    char text[SOCKET_ADDRESS_SIZE];

    (void)size;
    socket_address(address, text);
    return guard_admits(server->guard, text) ? MHD_YES : MHD_NO;
}

static void
peer_of(struct MHD_Connection *connection, char text[SOCKET_ADDRESS_SIZE])
{
    socket_address(
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr, text);
}

static void
on_connection(void *data, struct MHD_Connection *connection, void **seat,
              enum MHD_ConnectionNotificationCode what)
{
    struct server *server = data;
    char text[SOCKET_ADDRESS_SIZE];

    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        guard_leave(server->guard, *seat);
        return;
    }
    peer_of(connection, text);
    *seat = guard_seat(
        server->guard,
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd, text);
    guard_allow(server->guard, *seat, HEAD_MS);
    guard_expect(*seat, true);
}

/* ---------------------------------------------------------------------------------- the answer */

#define POLICY                                                                                     \
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; "       \
    "connect-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'"

static const char *const headers_always[] = {
    "X-Content-Type-Options",
    "nosniff",
    "Referrer-Policy",
    "no-referrer",
    "Content-Security-Policy",
    POLICY,
    "Permissions-Policy",
    "camera=(self), geolocation=(self), microphone=()",
    "Cross-Origin-Opener-Policy",
    "same-origin",
};

/* Of an answer to an address that is too long there are few: no room is left for more. */
static void
add_headers(struct server *server, struct MHD_Response *response, const struct request *request)
{
    const GPtrArray *own = request->reply.headers;

    for (size_t i = 0; i < G_N_ELEMENTS(headers_always) && !request->too_long; i += 2)
        MHD_add_response_header(response, headers_always[i], headers_always[i + 1]);
    if (server->certificate != NULL)
        MHD_add_response_header(response, "Strict-Transport-Security", "max-age=31536000");
    if (g_atomic_int_get(&server->stopping) != 0)
        MHD_add_response_header(response, "Connection", "close");
    if (request->reply.type != NULL)
        MHD_add_response_header(response, "Content-Type", request->reply.type);
    for (guint i = 0; i < own->len; i += 2)
        MHD_add_response_header(response, own->pdata[i], own->pdata[i + 1]);
}

static void
unref_bytes(void *data)
{
    g_bytes_unref(data);
}

static struct MHD_Response *
response_of_bytes(struct request *request)
{
    GBytes *bytes = request->reply.bytes != NULL ? g_steal_pointer(&request->reply.bytes)
                                                 : g_bytes_new(NULL, 0);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);

    return MHD_create_response_from_buffer_with_free_callback_cls(size, (void *)(uintptr_t)data,
                                                                  unref_bytes, bytes);
}

/* Where there is nothing to send the connection sleeps until wire_wake(); one that comes in between
 * is not lost: libmicrohttpd then lets the sleep be. */
static ssize_t
read_source(void *data, uint64_t position, char *buffer, size_t max)
{
    struct request *request = data;
    ssize_t n = request->reply.source(request->reply.source_data, buffer, max);

    (void)position;
    if (n == 0)
        MHD_suspend_connection(request->connection);
    return n >= 0 ? n : MHD_CONTENT_READER_END_OF_STREAM;
}

static enum MHD_Result
send_reply(struct server *server, struct MHD_Connection *connection, struct request *request)
{
    bool stream = request->reply.source != NULL;
    gsize size = request->reply.bytes != NULL ? g_bytes_get_size(request->reply.bytes) : 0;
    struct MHD_Response *response =
        stream ? MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, STREAM_BLOCK, read_source,
                                                   request, NULL)
               : response_of_bytes(request);
    enum MHD_Result queued;

    expect(connection, false);
    if (stream)
        allow(server, connection, -1);
    else
        allow_bytes(server, connection, size);
    add_headers(server, response, request);
    queued = MHD_queue_response(connection, request->reply.status, response);
    MHD_destroy_response(response);
    return queued;
}

/* ---------------------------------------------------------------------------------- the request */

static const char *
look_up(void *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static enum MHD_Result
take_argument(void *data, enum MHD_ValueKind kind, const char *name, const char *value)
{
    struct request *request = data;

    (void)kind;
    g_ptr_array_add(request->query, g_strdup(name));
    g_ptr_array_add(request->query, g_strdup(value != NULL ? value : ""));
    return MHD_YES;
}

/* The last address that a proxy on this machine tells is the one it saw itself. */
static void
take_peer(struct request *request)
{
    const char *told = look_up(request->connection, "X-Forwarded-For");
    char text[SOCKET_ADDRESS_SIZE];

    peer_of(request->connection, text);
    request->peer = g_strdup(text);
    if (told == NULL || !socket_is_loopback(text))
        return;
    if (strrchr(told, ',') != NULL)
        told = strrchr(told, ',') + 1;
    request->forwarded = g_strstrip(g_strndup(told, SOCKET_ADDRESS_SIZE));
}

static enum MHD_Result
count_framing(void *data, enum MHD_ValueKind kind, const char *name, const char *value)
{
    (void)kind;
    (void)value;
    *(int *)data += g_ascii_strcasecmp(name, "Content-Length") == 0 ||
                    g_ascii_strcasecmp(name, "Transfer-Encoding") == 0;
    return MHD_YES;
}

/* Told more than once, a proxy may read another length than we do, and take one's request for
 * another's (RFC 9112, 6.3). */
static bool
length_is_doubtful(struct MHD_Connection *connection)
{
    int times = 0;

    MHD_get_connection_values(connection, MHD_HEADER_KIND, count_framing, &times);
    return times > 1;
}

/* The length that the request says of its body; 0 where it says none. */
static uint64_t
length_told(struct request *request)
{
    const char *told = look_up(request->connection, "Content-Length");

    return told != NULL ? g_ascii_strtoull(told, NULL, 10) : 0;
}

/* Whether the body may be larger than what most routes take: then who asks is looked at before. */
static bool
is_large(struct request *request, uint64_t told)
{
    return told > ROUTE_BODY || look_up(request->connection, "Transfer-Encoding") != NULL;
}

/* Room for a large body, by what it may become. Those that stay small, as bookings do, are let in
 * whatever is being sent. */
static bool
make_room(struct server *server, struct request *request, uint64_t told)
{
    g_autoptr(GError) error = NULL;

    request->room = (gssize)(told > 0 ? told : request->most);
    if (g_atomic_pointer_add(&server->bodies, request->room) + request->room <= SERVER_BODIES)
        return true;
    words_use(request->language);
    reply_header(request, "Retry-After", "5");
    err_set(&error, ERR_BUSY, _("too much is being sent here just now; try again in a moment"));
    request_fail(request, error);
    return false;
}

static enum MHD_Result
begin(struct server *server, struct MHD_Connection *connection, struct request *request,
      const char *path, const char *method)
{
    uint64_t told;

    request->begun = true;
    request->path = g_strdup(path);
    request->method = method;
    request->header = look_up;
    take_peer(request);
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_argument, request);
    handling_begin(request);
    told = length_told(request);
    allow_bytes(server, connection, told > 0 ? MIN(told, request->most) : request->most);
    request->doubtful = length_is_doubtful(connection);
    request->too_large = told > request->most;
    if (request->too_long || request->doubtful || request->too_large)
        (void)handling_run(request);
    else if (!is_large(request, told) ||
             (handling_admits(request) && make_room(server, request, told)))
        return MHD_YES;
    reply_header(request, "Connection", "close");
    return send_reply(server, connection, request);
}

/* What comes without a length is read on to a point, so that the answer can be told; then it is cut. */
static enum MHD_Result
take_body(struct request *request, const char *bytes, size_t *size)
{
    request->received += *size;
    request->too_large = request->received > request->most;
    if (!request->too_large)
        g_byte_array_append(request->body, (const guint8 *)bytes, (guint)*size);
    *size = 0;
    return request->received <= 2 * request->most + ROUTE_BODY ? MHD_YES : MHD_NO;
}

static enum MHD_Result
answer(struct server *server, struct MHD_Connection *connection, struct request *request)
{
    expect(connection, false);
    handling_end(request);
    if (request->reply.given || handling_run(request))
        return send_reply(server, connection, request);
    allow(server, connection, -1);
    g_atomic_int_inc(&server->away);
    MHD_suspend_connection(connection);
    handling_start(request);
    return MHD_YES;
}

static enum MHD_Result
on_request(void *data, struct MHD_Connection *connection, const char *path, const char *method,
           const char *version, const char *bytes, size_t *size, void **own)
{
    struct request *request = *own;

    (void)version;
    if (!request->begun)
        return begin(data, connection, request, path, method);
    if (*size > 0)
        return take_body(request, bytes, size);
    return answer(data, connection, request);
}

/* The arguments come out of the memory for the head; where that is used up by them, libmicrohttpd (0.9.75) says
 * nothing any more. So there are none of an address that is too long, which is still in its own buffer. */
static bool
cut_address(const char *line)
{
    const char *arguments = strchr(line, '?');
    size_t n = 0;

    for (const char *at = arguments; at != NULL; at = strchr(at + 1, '&'))
        n++;
    if (n <= ARGUMENTS && strlen(line) <= ADDRESS)
        return false;
    if (arguments != NULL)
        ((char *)(uintptr_t)arguments)[1] = '\0';
    return true;
}

/* The first that is heard of a request: its first line is there. */
static void *
on_line(void *data, const char *line, struct MHD_Connection *connection)
{
    struct server *server = data;
    struct request *request = request_new(server->service, connection);

    request->too_long = cut_address(line);
    request->server = server;
    request->tls = server->certificate != NULL;
    allow(server, connection, HEAD_MS);
    expect(connection, true);
    g_atomic_int_inc(&server->busy);
    return request;
}

static void
on_completed(void *data, struct MHD_Connection *connection, void **own,
             enum MHD_RequestTerminationCode how)
{
    struct server *server = data;

    (void)how;
    if (*own == NULL)
        return;
    allow(server, connection, PAUSE_MS);
    g_atomic_pointer_add(&server->bodies, -((struct request *)*own)->room);
    request_free(*own);
    *own = NULL;
    g_atomic_int_add(&server->busy, -1);
}

void
wire_wake(struct request *request)
{
    struct server *server = request->server; /* the request may be gone once it goes on */

    MHD_resume_connection(request->connection);
    g_atomic_int_add(&server->away, -1);
}

void
wire_nudge(struct request *request)
{
    MHD_resume_connection(request->connection);
}

bool
wire_is_gone(const struct request *request)
{
    struct pollfd socket = {.events = POLLRDHUP};

    socket.fd =
        MHD_get_connection_info(request->connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    return poll(&socket, 1, 0) > 0;
}

/* ---------------------------------------------------------------------------------- the daemon */

/* Paths and queries stay as they came; handling.c reads them strictly. */
static size_t
keep_escaped(void *data, struct MHD_Connection *connection, char *text)
{
    (void)data;
    (void)connection;
    return strlen(text);
}

static void leave_unsaid(void *data, const char *format, va_list args) G_GNUC_PRINTF(2, 0);

/* What clients do wrong is theirs. */
static void
leave_unsaid(void *data, const char *format, va_list args)
{
    (void)data;
    (void)format;
    (void)args;
}

bool
wire_start(struct server *server, GError **error)
{
    bool tls = server->certificate != NULL;
    struct MHD_OptionItem options[] = {
        {MHD_OPTION_LISTEN_SOCKET, server->listening, NULL},
        {MHD_OPTION_THREAD_POOL_SIZE,
         CLAMP((intptr_t)g_get_num_processors(), THREADS_LEAST, THREADS_MOST), NULL},
        {MHD_OPTION_CONNECTION_LIMIT, SERVER_CONNECTIONS, NULL},
        {MHD_OPTION_CONNECTION_TIMEOUT, IDLE_S, NULL},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_MEMORY, NULL},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL},
        {tls ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END, 0, server->certificate},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, server->key},
        {MHD_OPTION_END, 0, NULL},
    };

    server->daemon =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
                             MHD_USE_ERROR_LOG | (tls ? MHD_USE_TLS : 0),
                         0, on_arrival, server, on_request, server, MHD_OPTION_EXTERNAL_LOGGER,
                         leave_unsaid, NULL, MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
                         MHD_OPTION_NOTIFY_COMPLETED, on_completed, server,
                         MHD_OPTION_URI_LOG_CALLBACK, on_line, server, MHD_OPTION_UNESCAPE_CALLBACK,
                         keep_escaped, NULL, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
    return server->daemon != NULL ||
           err_set(error, tls ? ERR_INPUT : ERR_BROKEN,
                   tls ? _("the service can't start; are the certificate and its key a pair, "
                           "both in PEM?")
                       : _("the service can't start"));
}

void
wire_quiet(struct server *server)
{
    MHD_quiesce_daemon(server->daemon);
}

void
wire_stop(struct server *server)
{
    MHD_stop_daemon(server->daemon);
}
