#ifndef WEB_SERVICE_H
#define WEB_SERVICE_H

/*
 * What all requests share: the readers' connections, the writer's thread, the threads for what takes
 * longer, the processes that look at pictures. It knows nothing of HTTP; server.h does.
 */

#include "scanner/worker.h"
#include "web/events.h"
#include "web/hooks.h"
#include "web/kept.h"
#include "web/rate.h"
#include "web/readers.h"
#include "web/request.h"
#include "web/robot.h"
#include "web/writer.h"

struct service_options {
    const char *db;                 /* path of the inventory */
    const char *version;            /* of this program */
    int64_t clock_shift;            /* ms that the service's clock is ahead of the machine's */
    request_identify *identify;     /* NULL: everybody is nobody */
    const char *const *robot_hosts; /* where robots may be, besides their makers'; NULL: nowhere */
    const char *robot_ca;           /* PEM file of those who vouch for these; NULL: the system's */
    int64_t robot_wait_ms;          /* that a shortage lasts before it is told; 0: a few minutes */
    struct worker *worker;          /* looks at pictures; opened before there are threads */
};

struct service {
    struct service_options options;
    struct readers *readers;
    struct writer *writer;
    struct rate *vain;   /* requests in vain of an address */
    struct rate *slips;  /* codes that lead nowhere, of an address */
    struct rate *knocks; /* those of an address at what lets people in */
    struct kept *kept;
    GThreadPool *longs;
    GThreadPool *papers; /* one thread */
    struct events *events;
    struct robots robots;
    struct hooks *hooks;
    int bell;             /* an eventfd: there is something to look at */
    GThreadPool *secrets; /* few: each needs much memory and all of a processor */
    gint lost;
    /* The request's answer is there; an answer that goes on has more. From any thread. */
    void (*wake)(struct request *request);
    void (*nudge)(struct request *request);
    bool (*is_gone)(const struct request *request); /* who asked for it has hung up */
};

/* Opens it all; the server sets wake and nudge. Free with service_close(), which takes NULL; no request may be
 * under way. */
MUST_CHECK struct service *service_open(const struct service_options *options, GError **error);
void service_close(struct service *service);

/* ms UTC by the service's clock. */
int64_t service_now(const struct service *service);

/* What there is to look at now and then, and when the bell rings. One thread's. */
void service_look(struct service *service);

/* Whether the process has to end, because it is unknown what the disk kept. */
bool service_is_lost(struct service *service);

#endif
