#ifndef SCANNER_JAIL_H
#define SCANNER_JAIL_H

/*
 * What a process gives up before it looks at a stranger's picture: files, network, other processes,
 * core dumps; more than JAIL_MEMORY of memory and JAIL_CPU of processor time. It may reckon, have
 * threads, and write to one descriptor. seccomp(2) holds it to that; whoever breaks out of a decoder
 * finds nothing.
 */

#include <stdbool.h>

#define JAIL_MEMORY (256 * 1024 * 1024) /* bytes of data of its own: RLIMIT_DATA */
#define JAIL_CPU 3                      /* seconds: RLIMIT_CPU */
#define JAIL_OUT 3                      /* the descriptor that may be written to */

struct jail;

/* The rules, made once for all that enter; NULL where the system has no seccomp. */
struct jail *jail_new(void);

/* Whether memory is bounded: not in a build with checkers, whose own has no bounds. */
bool jail_bounds_memory(void);

/* Shuts this process in, for good. False where the system won't. */
bool jail_enter(const struct jail *jail);

#endif
