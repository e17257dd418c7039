#ifndef CLI_STOP_H
#define CLI_STOP_H

/* The signals that end what goes on for long in good order (Ctrl-C, SIGTERM), as a descriptor to wait for.
 * From then on they do nothing else, also in threads that are made later. The caller closes it. */
int stop_signals(void);

#endif
