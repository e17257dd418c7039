#include "tests/bench/web/http.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <glib.h>

#define ROOM (1 << 16)

void
http_open(struct http *http, int port)
{
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int yes = 1;

    *http = (struct http){.fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0),
                          .answer = g_malloc(ROOM),
                          .room = ROOM};
    if (connect(http->fd, (struct sockaddr *)&at, sizeof(at)) != 0)
        g_error("no connection to port %d", port);
    setsockopt(http->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
}

void
http_close(struct http *http)
{
    close(http->fd);
    g_free(http->answer);
}

static void
send_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t sent = send(fd, bytes, n, MSG_NOSIGNAL);

        if (sent <= 0)
            g_error("the service closed the connection");
        bytes += sent;
        n -= (size_t)sent;
    }
}

/* Where the body begins, once the head is there; 0 before. */
static size_t
head_size(const struct http *http)
{
    const char *end = memmem(http->answer, http->size, "\r\n\r\n", 4);

    return end != NULL ? (size_t)(end - http->answer) + 4 : 0;
}

static size_t
length_told(struct http *http, size_t head)
{
    const char *told = memmem(http->answer, head, "Content-Length: ", 16);

    return told != NULL ? strtoul(told + 16, NULL, 10) : 0;
}

static void
read_some(struct http *http)
{
    ssize_t got;

    if (http->room - http->size < ROOM / 2)
        http->answer = g_realloc(http->answer, http->room *= 2);
    got = recv(http->fd, http->answer + http->size, http->room - http->size - 1, 0);
    if (got <= 0)
        g_error("the service closed the connection");
    http->size += (size_t)got;
}

void
http_send(struct http *http, const char *request, size_t size)
{
    send_all(http->fd, request, size);
    http->size = 0;
}

int
http_hear(struct http *http)
{
    size_t head, body;
    int status;

    read_some(http);
    head = head_size(http);
    body = head > 0 ? length_told(http, head) : 0;
    if (head == 0 || http->size < head + body)
        return 0;
    status = atoi(http->answer + 9);
    memmove(http->answer, http->answer + head, body);
    http->answer[body] = '\0';
    http->size = body;
    return status;
}

int
http_ask(struct http *http, const char *request, size_t size)
{
    int status;

    http_send(http, request, size);
    while ((status = http_hear(http)) == 0)
        continue;
    return status;
}
