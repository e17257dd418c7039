#ifndef WEB_HOOKS_H
#define WEB_HOOKS_H

/*
 * Tells robots of shortages: a thread with a connection of its own looks at all flags when something was
 * written (by whomever), and now and then for the time that passes; posts what is news (planning/alerts.h)
 * to each robot, all of it in one message; and notes by the writer's thread what it was told.
 *
 * What a robot did not take is tried again, later each time, as it is news then. What it was told is noted
 * after it took it: it is told again only where the program ends between its answer and the note, or where
 * the answer itself is lost.
 */

#include <stdint.h>

#include "base/err.h"

struct hooks;
struct service;

/* A shortage is told after it has lasted for wait_ms. Free with hooks_close(), which takes NULL, gives up
 * what is under way, and comes before the writer ends. */
MUST_CHECK struct hooks *hooks_open(struct service *service, int64_t wait_ms, GError **error);
void hooks_close(struct hooks *hooks);

#endif
