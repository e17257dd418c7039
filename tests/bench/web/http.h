#ifndef TESTS_BENCH_WEB_HTTP_H
#define TESTS_BENCH_WEB_HTTP_H

/* A client that keeps its connection and costs little: what is measured is the service. */

#include <stddef.h>

struct http {
    int fd;
    char *answer; /* the body of the last answer, ended by a NUL */
    size_t size, room;
};

/* To a port of this machine; ends the program where that fails, as all of these do. */
void http_open(struct http *http, int port);
void http_close(struct http *http);

/* Sends a request as it is. http_hear() waits for some of its answer: the status once all of it is there,
 * 0 before. */
void http_send(struct http *http, const char *request, size_t size);
int http_hear(struct http *http);

/* Both, until the answer is there; its status. */
int http_ask(struct http *http, const char *request, size_t size);

#endif
