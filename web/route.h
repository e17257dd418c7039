#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

/*
 * What the service answers, as a table. A row says everything that finding the route, checking the
 * request and running it need; a handler sees only fields that were declared and values that were
 * checked. docs/openapi.json says the same for people, and a test holds the two together.
 */

#include <stddef.h>

#include "base/err.h"
#include "inventory/role.h"
#include "web/fields.h"

struct request;

enum route_mode {
    ROUTE_READ, /* a quick read, in the connection's thread, on a reader's connection */
    /* The answer is JSON and the same for everybody until something is written: at once where it is kept
     * (kept.h), else as ROUTE_LONG. */
    ROUTE_ALIKE,
    ROUTE_LONG, /* takes longer than a few ms: in a thread of its own, on a reader's connection */
    ROUTE_PAPER, /* the same of what sets type: one after another, as fonts serve one thread at a time */
    ROUTE_WRITE, /* in the writer's thread and transaction; answered after its commit */
    /* The same of what takes no longer than a quick read: the connection's thread does it where nobody
     * else writes (writer_do()). */
    ROUTE_BRIEF,
    ROUTE_SECRET, /* looks at a password, which takes long on purpose: in one of few threads kept for it,
                   * without a connection; it writes by request_write() */
    ROUTE_FREE, /* no database */
};

#define ROUTE_BODY (64 * 1024) /* bytes of a body where the row says nothing */

struct route {
    const char *method, *path; /* a path has {name} parts, which are fields */
    enum role least;
    enum route_mode mode;
    /* Those named in the path come from there, the others from a JSON body where the method has one,
     * else from the query. Ends with a row whose name is NULL; NULL for none. */
    const struct fields_row *fields;
    /* Gives its answer by request.h, or an error. What is read in it and what a ROUTE_WRITE writes are
     * one transaction, which is dropped after an error. */
    bool (*run)(struct request *request, GError **error);
    const char
        *takes;  /* what a body is where it is not JSON: its media type, or the beginning of it */
    size_t most; /* bytes of a body; 0: ROUTE_BODY */
};

/* The groups, each ending with a row whose path is NULL. */
extern const struct route route_account[], route_book[], route_box[], route_catalogue[],
    route_desk[], route_events[], route_exchange[], route_past[], route_people[], route_plan[],
    route_public[], route_scan[], route_upkeep[], route_paper[], route_appeal[], route_cards[],
    route_hooks[], route_walks[];

/* All of them; NULL at the end. */
extern const struct route *const routes[];

/* What a path had in the place of a {name}. */
#define ROUTE_PARTS 4
struct route_part {
    char *name, *value;
};

/* The row of a method and a path (still escaped, without the query), and its parts; NULL where there is
 * none: *allowed then has the methods that the path does answer, "" for no such path. */
const struct route *route_find(const char *method, const char *path,
                               struct route_part parts[ROUTE_PARTS], GString *allowed);
void route_parts_clear(struct route_part parts[ROUTE_PARTS]);

#endif
