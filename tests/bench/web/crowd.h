#ifndef TESTS_BENCH_WEB_CROWD_H
#define TESTS_BENCH_WEB_CROWD_H

/*
 * Clients that stay connected, each with one request under way. One thread waits for all of them: a thread
 * each would take more of the processors from the service beside it than phones elsewhere do.
 */

#include <glib.h>

struct crowd;

/* To a port of this machine. */
struct crowd *crowd_open(int port, int clients);
void crowd_close(struct crowd *crowd);

/* Asks requests (char *, as they go over the wire) in their order, each by the first client that has
 * nothing under way, and hands over the answer to each and the seconds it took. Returns the seconds
 * for all of them. Ends the program where an answer is not 200. */
typedef void crowd_hear(void *data, const char *answer, double seconds);
double crowd_run(struct crowd *crowd, const GPtrArray *requests, crowd_hear *hear, void *data);

#endif
