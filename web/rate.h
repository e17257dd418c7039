#ifndef WEB_RATE_H
#define WEB_RATE_H

/*
 * How often somebody may do something: so many at once, and one more every so often (a token bucket).
 * May be used from many threads.
 */

#include <stdbool.h>
#include <stdint.h>

struct rate;

struct rate *rate_new(int at_once, int every_ms);
void rate_free(struct rate *rate); /* takes NULL */

/* Whether who goes by this name may do it now, which counts; else 0 and more ms to wait. */
bool rate_admits(struct rate *rate, const char *who, int64_t now, int *wait_ms);

#endif
