#ifndef WEB_HANDLING_H
#define WEB_HANDLING_H

/* From a request that came in to its answer: the route, the checks, the thread it runs in. */

#include "web/request_inside.h"

/* Once method, path and headers are there: finds the route and how large the body may be. */
void handling_begin(struct request *request);

/* Before a large body is taken: whether who asks may send it. False: the refusal is the answer. */
bool handling_admits(struct request *request);

/* Once the body is there: checks it, and runs what is quick. True: the answer is given. False: it is
 * to be had by handling_start(). */
bool handling_run(struct request *request);

/* Has another thread give the answer, which then calls service->wake(). It may do so at once: the
 * server has to be ready for that. */
void handling_start(struct request *request);

/* Once another thread is done with it and the connection goes on: what that thread left to do. */
void handling_end(struct request *request);

/* Whether who asked, some time ago, is still who they were then and may still ask it. */
bool handling_is_still(struct request *request, struct inventory *inventory);

/* The function of the service's pools of threads for ROUTE_LONG and ROUTE_PAPER: runs a request (data) there. */
void handling_long(void *data, void *service);

/* The same of the pool for ROUTE_SECRET. */
void handling_secret(void *data, void *service);

#endif
