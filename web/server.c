#include "web/server.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <microhttpd.h>

#include "base/words.h"
#include "web/handling.h"
#include "web/socket.h"

#define CONNECTIONS 1024        /* in all */
#define CONNECTION_MEMORY 16384 /* bytes for the head of a request, and what is being sent */
#define IDLE_S 30               /* a connection on which nothing moves */
#define THREADS_LEAST 2
#define THREADS_MOST 8

struct server {
    struct service *service;
    struct MHD_Daemon *daemon;
    int listening;
    bool tls;
    char *certificate, *key; /* PEM */
    gint busy;               /* requests under way */
};

/* ---------------------------------------------------------------------------------- the answer */

static const char *const headers_always[] = {
    "X-Content-Type-Options",
    "nosniff",
    "Referrer-Policy",
    "no-referrer",
    "Content-Security-Policy",
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; "
    "connect-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
    "Permissions-Policy",
    "camera=(self), geolocation=(self), microphone=()",
    "Cross-Origin-Opener-Policy",
    "same-origin",
};

static void
add_headers(struct MHD_Response *response, const struct request *request)
{
    const GPtrArray *own = request->reply.headers;

    for (size_t i = 0; i < G_N_ELEMENTS(headers_always); i += 2)
        MHD_add_response_header(response, headers_always[i], headers_always[i + 1]);
    if (request->tls)
        MHD_add_response_header(response, "Strict-Transport-Security", "max-age=31536000");
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

static enum MHD_Result
send_reply(struct MHD_Connection *connection, struct request *request)
{
    GBytes *bytes = request->reply.bytes != NULL ? request->reply.bytes : g_bytes_new(NULL, 0);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    struct MHD_Response *response = MHD_create_response_from_buffer_with_free_callback_cls(
        size, (void *)(uintptr_t)data, unref_bytes, bytes);
    enum MHD_Result queued;

    request->reply.bytes = NULL;
    add_headers(response, request);
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
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(request->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const char *told = look_up(request->connection, "X-Forwarded-For");
    char text[SOCKET_ADDRESS_SIZE];

    socket_address(info->client_addr, text);
    request->peer = g_strdup(text);
    if (told == NULL || !socket_is_loopback(text))
        return;
    if (strrchr(told, ',') != NULL)
        told = strrchr(told, ',') + 1;
    request->forwarded = g_strstrip(g_strndup(told, SOCKET_ADDRESS_SIZE));
}

/* The length that the request says of its body; 0 where it says none. */
static uint64_t
length_told(struct request *request)
{
    const char *told = look_up(request->connection, "Content-Length");

    return told != NULL ? g_ascii_strtoull(told, NULL, 10) : 0;
}

static enum MHD_Result
begin(struct MHD_Connection *connection, struct request *request, const char *path,
      const char *method)
{
    request->begun = true;
    request->path = g_strdup(path);
    request->method = method;
    request->header = look_up;
    take_peer(request);
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_argument, request);
    handling_begin(request);
    if (length_told(request) <= request->most)
        return MHD_YES;
    request->too_large = true;
    (void)handling_run(request);
    return send_reply(connection, request);
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
answer(struct MHD_Connection *connection, struct request *request)
{
    if (request->reply.given)
        return send_reply(connection, request);
    if (handling_run(request))
        return send_reply(connection, request);
    MHD_suspend_connection(connection);
    handling_start(request);
    return MHD_YES;
}

static enum MHD_Result
on_request(void *data, struct MHD_Connection *connection, const char *path, const char *method,
           const char *version, const char *bytes, size_t *size, void **own)
{
    struct request *request = *own;

    (void)data;
    (void)version;
    if (!request->begun)
        return begin(connection, request, path, method);
    if (*size > 0)
        return take_body(request, bytes, size);
    return answer(connection, request);
}

/* The first that is heard of a request: its first line is there. */
static void *
on_line(void *data, const char *line, struct MHD_Connection *connection)
{
    struct server *server = data;
    struct request *request = request_new(server->service, connection);

    (void)line;
    request->tls = server->tls;
    g_atomic_int_inc(&server->busy);
    return request;
}

static void
on_completed(void *data, struct MHD_Connection *connection, void **own,
             enum MHD_RequestTerminationCode how)
{
    struct server *server = data;

    (void)connection;
    (void)how;
    if (*own == NULL)
        return;
    request_free(*own);
    *own = NULL;
    g_atomic_int_add(&server->busy, -1);
}

static void
wake(struct request *request)
{
    MHD_resume_connection(request->connection);
}

/* Paths and queries stay as they came; handling.c reads them strictly. */
static size_t
keep_escaped(void *data, struct MHD_Connection *connection, char *text)
{
    (void)data;
    (void)connection;
    return strlen(text);
}

static void on_log(void *data, const char *format, va_list args) G_GNUC_PRINTF(2, 0);

static void
on_log(void *data, const char *format, va_list args)
{
    (void)data;
    (void)format;
    (void)args; /* what clients do wrong is theirs */
}

/* ----------------------------------------------------------------------------------- the server */

static char *
read_pem(const char *path, GError **error)
{
    g_autoptr(GError) why = NULL;
    char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, &why))
        err_set(error, ERR_INPUT, _("%s can't be read: %s"), path, err_file(why));
    return text;
}

static bool
read_keys(struct server *server, const struct server_options *options, GError **error)
{
    server->tls = options->certificate != NULL;
    if (!server->tls)
        return true;
    server->certificate = read_pem(options->certificate, error);
    server->key = server->certificate != NULL ? read_pem(options->key, error) : NULL;
    return server->key != NULL;
}

static bool
start(struct server *server, GError **error)
{
    unsigned threads = CLAMP(g_get_num_processors(), THREADS_LEAST, THREADS_MOST);
    struct MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, server->certificate},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, server->key},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};

    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG |
            (server->tls ? MHD_USE_TLS : 0),
        0, NULL, NULL, on_request, server, MHD_OPTION_EXTERNAL_LOGGER, on_log, NULL,
        MHD_OPTION_LISTEN_SOCKET, server->listening, MHD_OPTION_THREAD_POOL_SIZE, threads,
        MHD_OPTION_NOTIFY_COMPLETED, on_completed, server, MHD_OPTION_URI_LOG_CALLBACK, on_line,
        server, MHD_OPTION_UNESCAPE_CALLBACK, keep_escaped, NULL, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)IDLE_S, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_STRICT_FOR_CLIENT,
        1, MHD_OPTION_ARRAY, server->tls ? tls : none, MHD_OPTION_END);
    return server->daemon != NULL ||
           err_set(error, server->tls ? ERR_INPUT : ERR_BROKEN,
                   server->tls
                       ? _("the service can't start; are the certificate and its key a pair, "
                           "both in PEM?")
                       : _("the service can't start"));
}

struct server *
server_open(struct service *service, const struct server_options *options, GError **error)
{
    struct server *server = g_new0(struct server, 1);

    server->service = service;
    service->wake = wake;
    server->listening = -1;
    if (read_keys(server, options, error) &&
        (server->listening = socket_listen(options->listen, error)) >= 0 && start(server, error))
        return server;
    server_close(server, 0);
    return NULL;
}

char **
server_addresses(const struct server *server)
{
    return socket_urls(server->listening, server->tls ? "https" : "http");
}

static void
drain(struct server *server, int wait_ms)
{
    int fd = MHD_quiesce_daemon(server->daemon);

    g_assert(fd == MHD_INVALID_SOCKET || fd == server->listening);
    for (int ms = 0; ms < wait_ms && g_atomic_int_get(&server->busy) > 0; ms += 10)
        g_usleep(10000);
    MHD_stop_daemon(server->daemon);
}

void
server_close(struct server *server, int wait_ms)
{
    if (server == NULL)
        return;
    if (server->daemon != NULL)
        drain(server, wait_ms);
    if (server->listening >= 0)
        close(server->listening);
    g_free(server->certificate);
    g_free(server->key);
    g_free(server);
}
