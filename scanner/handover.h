#ifndef SCANNER_HANDOVER_H
#define SCANNER_HANDOVER_H

/* Messages with open descriptors between two processes, over a SOCK_SEQPACKET socket (unix(7)). */

#include <stdbool.h>
#include <stddef.h>

#define HANDOVER_MOST 4 /* descriptors in one message */

/* Sends a message; the descriptors stay the caller's. False with errno. */
bool handover_send(int socket, const void *message, size_t size, const int *fds, size_t count);

/*
 * Waits for a message of exactly that size. The descriptors in it, which become the caller's and are
 * closed on exec, are all that were wanted or none: *passed says which. False with errno, 0 where the
 * other side is gone or sent something else.
 */
bool handover_receive(int socket, void *message, size_t size, int *fds, size_t wanted,
                      bool *passed);

#endif
