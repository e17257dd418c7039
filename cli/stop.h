#ifndef CLI_STOP_H
#define CLI_STOP_H

/* The signals that end a program (Ctrl-C, SIGTERM; SIGHUP, when the terminal goes). */

#include <stdbool.h>

/* For what goes on for long: SIGINT and SIGTERM as a descriptor to wait for. From then on they do nothing
 * else, also in threads that are made later. The caller closes it. */
int stop_signals(void);

/* For work that has to take away what it has half made: from stop_begin() on they only make stop_asked()
 * true. stop_end() has them do again what they did; where one was asked about and had come, the program
 * ends by it there, as whoever waits for it expects. Pairs do not nest. */
void stop_begin(void);
bool stop_asked(void);
void stop_end(void);

#endif
