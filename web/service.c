#include "web/service.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include "web/handling.h"
#include "web/post.h"
#include "web/rate.h"

#define LONGS 4 /* requests that take longer, at one time */

/* Knocks of one address: a station where many sign in one after another is let through, a machine that
 * tries one after another is not. */
#define KNOCKS 30
#define KNOCK_MS 2000

/* Of one address: a family for a whole basket, but not a machine. */
#define VAIN_AT_ONCE 12
#define VAIN_EVERY_MS 120000

/* Codes that lead nowhere: who misread a label tries some, who tries codes out has too many to try. */
#define SLIPS_AT_ONCE 20
#define SLIPS_EVERY_MS 10000

/* Robots take 20 messages a minute and no more; ours leave some to others. */
#define TOLD_AT_ONCE 8
#define TOLD_EVERY_MS 6000
#define ROBOT_WAIT_MS 300000

static void
ring(struct service *service)
{
    uint64_t once = 1;

    (void)!write(service->bell, &once, sizeof(once)); /* one that rings already is enough */
}

static void
heard_written(void *data)
{
    struct service *service = data;

    kept_forget(service->kept);
    ring(service);
}

static void
heard_lost(void *data)
{
    struct service *service = data;

    g_atomic_int_set(&service->lost, 1);
    ring(service);
}

void
service_look(struct service *service)
{
    uint64_t rung;

    (void)!read(service->bell, &rung, sizeof(rung));
    if (events_look(service->events))
        kept_forget(service->kept);
}

struct service *
service_open(const struct service_options *options, GError **error)
{
    static const struct writer_ears ears = {heard_written, heard_lost};
    struct service *service = g_new0(struct service, 1);

    service->options = *options;
    service->knocks = rate_new(KNOCKS, KNOCK_MS);
    service->vain = rate_new(VAIN_AT_ONCE, VAIN_EVERY_MS);
    service->slips = rate_new(SLIPS_AT_ONCE, SLIPS_EVERY_MS);
    service->kept = kept_new();
    service->robots = (struct robots){.hosts = options->robot_hosts,
                                      .ca = options->robot_ca,
                                      .rate = rate_new(TOLD_AT_ONCE, TOLD_EVERY_MS)};
    post_begin();
    service->bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    service->writer = writer_open(options->db, &ears, service, error);
    if (service->writer != NULL)
        service->readers = readers_open(options->db, error);
    if (service->readers != NULL)
        service->events = events_new(service, error);
    if (service->events != NULL)
        service->hooks = hooks_open(
            service, options->robot_wait_ms > 0 ? options->robot_wait_ms : ROBOT_WAIT_MS, error);
    if (service->hooks != NULL) {
        service->longs = g_thread_pool_new(handling_long, service, LONGS, FALSE, NULL);
        service->papers = g_thread_pool_new(handling_long, service, 1, FALSE, NULL);
        service->secrets = g_thread_pool_new(handling_secret, service,
                                             (gint)MAX(g_get_num_processors() / 2, 1), FALSE, NULL);
        return service;
    }
    service_close(service);
    return NULL;
}

void
service_close(struct service *service)
{
    if (service == NULL)
        return;
    hooks_close(service->hooks);
    if (service->longs != NULL)
        g_thread_pool_free(service->longs, FALSE, TRUE);
    if (service->papers != NULL)
        g_thread_pool_free(service->papers, FALSE, TRUE);
    if (service->secrets != NULL)
        g_thread_pool_free(service->secrets, FALSE, TRUE);
    writer_close(service->writer);
    readers_close(service->readers);
    events_free(service->events);
    kept_free(service->kept);
    if (service->bell >= 0)
        close(service->bell);
    rate_free(service->robots.rate);
    rate_free(service->knocks);
    rate_free(service->vain);
    rate_free(service->slips);
    g_free(service);
}

int64_t
service_now(const struct service *service)
{
    return g_get_real_time() / 1000 + service->options.clock_shift;
}

bool
service_is_lost(struct service *service)
{
    return g_atomic_int_get(&service->lost) != 0;
}
