#include "web/route.h"

#include <string.h>

#include <glib.h>

const struct route *const routes[] = {
    route_account,  route_book,  route_box,    route_catalogue, route_desk,   route_events,
    route_exchange, route_past,  route_people, route_plan,      route_public, route_scan,
    route_upkeep,   route_walks, route_paper,  route_cards,     route_hooks,  route_appeal,
    NULL,
};

/* How long a part of a path is. */
static size_t
part_length(const char *path)
{
    return strcspn(path, "/");
}

static bool
is_name(const char *pattern)
{
    return pattern[0] == '{';
}

/* Whether a path is of a pattern; puts what stands in the place of names into parts. */
static bool
matches(const char *pattern, const char *path, struct route_part parts[ROUTE_PARTS])
{
    int n = 0;

    for (; pattern[0] == '/' && path[0] == '/';
         pattern += part_length(pattern), path += part_length(path)) {
        size_t wanted = part_length(++pattern), got = part_length(++path);

        if (is_name(pattern) && got > 0)
            parts[n++] =
                (struct route_part){g_strndup(pattern + 1, wanted - 2), g_strndup(path, got)};
        else if (wanted != got || strncmp(pattern, path, got) != 0)
            break;
    }
    if (pattern[0] == '\0' && path[0] == '\0')
        return true;
    route_parts_clear(parts);
    return false;
}

void
route_parts_clear(struct route_part parts[ROUTE_PARTS])
{
    for (int i = 0; i < ROUTE_PARTS; i++) {
        g_clear_pointer(&parts[i].name, g_free);
        g_clear_pointer(&parts[i].value, g_free);
    }
}

static bool
is_method(const struct route *route, const char *method)
{
    return strcmp(route->method, method) == 0 ||
           (strcmp(method, "HEAD") == 0 && strcmp(route->method, "GET") == 0);
}

static void
allow(GString *allowed, const char *method)
{
    g_string_append_printf(allowed, "%s%s%s", allowed->len > 0 ? ", " : "", method,
                           strcmp(method, "GET") == 0 ? ", HEAD" : "");
}

const struct route *
route_find(const char *method, const char *path, struct route_part parts[ROUTE_PARTS],
           GString *allowed)
{
    for (const struct route *const *group = routes; *group != NULL; group++)
        for (const struct route *route = *group; route->path != NULL; route++) {
            if (!matches(route->path, path, parts))
                continue;
            if (is_method(route, method))
                return route;
            allow(allowed, route->method);
            route_parts_clear(parts);
        }
    return NULL;
}
