/* What happens, as it happens. */

#include "web/events.h"
#include "web/route.h"
#include "web/service.h"

static bool
get_events(struct request *request, GError **error)
{
    const char *last = request_header(request, "Last-Event-ID");
    guint64 since = 0;

    if (last != NULL && !g_ascii_string_to_unsigned(last, 10, 0, G_MAXINT64, &since, NULL))
        since = 0;
    return events_listen(request_service(request)->events, request, (int64_t)since, error);
}

const struct route route_events[] = {
    {"GET", "/api/1/events", ROLE_VOLUNTEER, ROUTE_READ, NULL, get_events, NULL, 0},
    {0},
};
