#include "tests/bench/web/crowd.h"

#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "tests/bench/timing.h"
#include "tests/bench/web/http.h"

struct client {
    struct http http;
    double asked;
};

struct crowd {
    int waits; /* an epoll instance; each client by its place */
    int count;
    struct client *clients;
};

struct crowd *
crowd_open(int port, int count)
{
    struct crowd *crowd = g_new(struct crowd, 1);

    *crowd = (struct crowd){epoll_create1(EPOLL_CLOEXEC), count, g_new0(struct client, count)};
    for (int i = 0; i < count; i++) {
        struct epoll_event wait = {.events = EPOLLIN, .data.fd = i};

        http_open(&crowd->clients[i].http, port);
        if (epoll_ctl(crowd->waits, EPOLL_CTL_ADD, crowd->clients[i].http.fd, &wait) != 0)
            g_error("epoll_ctl failed");
    }
    return crowd;
}

void
crowd_close(struct crowd *crowd)
{
    for (int i = 0; i < crowd->count; i++)
        http_close(&crowd->clients[i].http);
    close(crowd->waits);
    g_free(crowd->clients);
    g_free(crowd);
}

static void
ask(struct client *client, const char *request)
{
    client->asked = timing_wall();
    http_send(&client->http, request, strlen(request));
}

/* Whether the answer is there. */
static bool
hear_one(struct client *client, crowd_hear *hear, void *data)
{
    int status = http_hear(&client->http);

    if (status == 0)
        return false;
    if (status != 200)
        g_error("%s", client->http.answer);
    hear(data, client->http.answer, timing_wall() - client->asked);
    return true;
}

double
crowd_run(struct crowd *crowd, const GPtrArray *requests, crowd_hear *hear, void *data)
{
    struct epoll_event events[64];
    double begun = timing_wall();
    guint asked = 0, heard = 0;

    while (asked < MIN(requests->len, (guint)crowd->count)) {
        ask(&crowd->clients[asked], requests->pdata[asked]);
        asked++;
    }
    while (heard < requests->len) {
        int n = epoll_wait(crowd->waits, events, G_N_ELEMENTS(events), -1);

        for (int i = 0; i < n; i++) {
            struct client *client = &crowd->clients[events[i].data.fd];

            if (!hear_one(client, hear, data))
                continue;
            heard++;
            if (asked < requests->len)
                ask(client, requests->pdata[asked++]);
        }
    }
    return timing_wall() - begun;
}
