#include "web/server.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/words.h"
#include "web/socket.h"
#include "web/wire.h"

#define PER_ADDRESS 128 /* many phones may be behind one */
#define LOOK_MS 250     /* between two looks at whose time is over */
#define PAUSE_MS 100    /* at least; every commit rings, and those who listen hear soon enough */

#define BROKEN_OFF "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

/* A file for every connection, and some for the inventory and the pictures. */
static void
allow_files(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 2 * SERVER_CONNECTIONS) {
        limit.rlim_cur = MIN(limit.rlim_max, 2 * SERVER_CONNECTIONS);
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

static char *
read_pem(const char *path, GError **error)
{
    g_autoptr(GError) why = NULL;
    char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, &why))
        err_set(error, err_kind_of_file(why), _("%s can't be read: %s"), path, err_file(why));
    return text;
}

static bool
read_keys(struct server *server, const struct server_options *options, GError **error)
{
    if (options->certificate == NULL)
        return true;
    server->certificate = read_pem(options->certificate, error);
    server->key = server->certificate != NULL ? read_pem(options->key, error) : NULL;
    return server->key != NULL;
}

struct server *
server_open(struct service *service, const struct server_options *options, GError **error)
{
    struct server *server = g_new0(struct server, 1);

    server->service = service;
    service->wake = wire_wake;
    service->nudge = wire_nudge;
    service->is_gone = wire_is_gone;
    server->guard = guard_new(PER_ADDRESS, options->certificate == NULL ? BROKEN_OFF : NULL);
    server->listening = -1;
    allow_files();
    if (read_keys(server, options, error) &&
        (server->listening = socket_listen(options->listen, error)) >= 0 &&
        wire_start(server, error))
        return server;
    server_close(server, 0);
    return NULL;
}

char **
server_urls(const struct server *server)
{
    return socket_urls(server->listening, server->certificate != NULL ? "https" : "http");
}

bool
server_run(struct server *server, int stop, GError **error)
{
    struct pollfd waits[] = {{.fd = stop, .events = POLLIN},
                             {.fd = server->service->bell, .events = POLLIN}};

    while (!service_is_lost(server->service)) {
        if (poll(waits, G_N_ELEMENTS(waits), LOOK_MS) > 0 && waits[0].revents != 0)
            return true;
        guard_look(server->guard);
        service_look(server->service);
        if (poll(waits, 1, PAUSE_MS) > 0)
            return true;
    }
    return err_set(error, ERR_BROKEN,
                   _("the inventory file failed and it is not known what was kept: the service "
                     "ended; start it again"));
}

static void
drain(struct server *server, int wait_ms)
{
    g_atomic_int_set(&server->stopping, 1);
    events_end(server->service->events);
    wire_quiet(server);
    for (int ms = 0; g_atomic_int_get(&server->away) > 0 ||
                     (ms < wait_ms && g_atomic_int_get(&server->busy) > 0);
         ms += 10) {
        g_usleep(10000);
        guard_look(server->guard);
    }
    wire_stop(server);
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
    guard_free(server->guard);
    g_free(server->certificate);
    g_free(server->key);
    g_free(server);
}
