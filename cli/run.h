#ifndef CLI_RUN_H
#define CLI_RUN_H

/* One command line from its words to its exit status: the language, the table of commands, the
 * clock, the inventory, the command, its answer. version is what --version says. */
int run_line(int argc, char **argv, const char *version);

#endif
