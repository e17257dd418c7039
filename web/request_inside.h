#ifndef WEB_REQUEST_INSIDE_H
#define WEB_REQUEST_INSIDE_H

/* What a request is made of, for the files that receive, run and answer it. */

#include "base/words.h"
#include "web/request.h"

/* An answer that goes on: fills up to max bytes; 0: nothing now, and whoever has something calls
 * server_wake(); -1: this is the end. */
typedef ssize_t reply_source(void *data, char *buffer, size_t max);

struct reply {
    bool given;
    unsigned status;
    const char *type;     /* static */
    struct json_t *json;  /* becomes the bytes once it is finished (finish.h) */
    GBytes *bytes;        /* NULL: none */
    GPtrArray *headers;   /* name, value, name, value, … */
    reply_source *source; /* in the place of bytes, with the data it is handed */
    void *source_data;
    GDestroyNotify source_free;
};

struct request {
    struct service *service;
    struct server *server;
    void *connection;   /* of the server */
    bool begun;         /* its head is there */
    const char *method; /* borrowed from the server */
    char *path;         /* escaped */
    const char *(*header)(void *connection, const char *name);
    char *peer;                /* address of the other end */
    char *forwarded;           /* the asker's, by a proxy on this machine; NULL: peer */
    bool tls;                  /* the connection is ours by TLS */
    const struct route *route; /* NULL: no such */
    struct route_part parts[ROUTE_PARTS];
    GString *allowed; /* methods of the path */
    GPtrArray *query; /* name, value, …; still escaped */
    GByteArray *body;
    GBytes *whole;            /* the body, once it is all there */
    size_t received, most;    /* bytes of it, and those that it may have */
    gssize room;              /* bytes kept for a large one */
    bool too_long;            /* the address: its arguments were not read */
    bool too_large, doubtful; /* the body; where it ends */
    struct json_t *json;
    struct fields *fields;
    struct inventory *inventory;
    struct identity identity;
    enum words_language language;
    int64_t now;
    const char *blamed;
    char *etag;      /* of the answer, where it is known */
    bool recorded;   /* the audit log has a line about it */
    bool written;    /* by the writer's thread, which leaves the rest to handling_end() */
    GError *failure; /* of that */
    struct reply reply;
};

/* A request of a connection; free with request_free(), which takes NULL. */
struct request *request_new(struct service *service, void *connection);
void request_free(struct request *request);

/* Answers with what goes on. The data is handed to source, and to let_go when the connection ends. */
void reply_stream(struct request *request, const char *type, reply_source *source, void *data,
                  GDestroyNotify let_go);

/* Turns an error into the answer. */
void request_fail(struct request *request, const GError *error);

/* The language that an Accept-Language header asks for (RFC 9110, 12.5.4): the first of those we have. */
enum words_language request_language(const char *accepted);

#endif
