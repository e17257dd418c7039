#ifndef SCANNER_WATCH_H
#define SCANNER_WATCH_H

/*
 * Codes before a camera: a pack that is held there is one pack, in however many frames it is seen. A
 * code counts when it comes into view, and again only after it has left it; two alike side by side
 * are two.
 */

#include "scanner/decode.h"

#define WATCH_GONE_MS                                                                              \
    1500 /* unseen for so long, a code has left: longer than a shaky hand blurs it */

struct watch;

struct watch *watch_new(void);
void watch_free(struct watch *watch);

/*
 * Looks at what a frame shows, at a moment that may count from anywhere but never goes back. Gives
 * the symbols that have just come into view (of const struct decode_symbol, borrowed from decode) in
 * the decode's order; the caller unrefs the list.
 */
GPtrArray *watch_see(struct watch *watch, const struct decode *decode, int64_t at_ms);

/* What was noticed in this frame and not in those just before it (of const struct finding, likewise):
 * a hint that stands for seconds is told once. */
GPtrArray *watch_notice(struct watch *watch, const struct decode *decode, int64_t at_ms);

#endif
