#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

/* A progress bar on stderr where that is a terminal, and nothing at all where it is not. */

#include <stdbool.h>
#include <stdint.h>

struct progress {
    const char *what; /* "Copying", in the reader's language */
    bool shown;       /* anything was drawn */
    int percent;      /* as drawn */
};

/* Draws when the percentage has changed. Zero of the struct and what are all it needs before. */
void progress_draw(struct progress *progress, int64_t done, int64_t all);

/* Takes the bar away, if any was drawn. */
void progress_end(struct progress *progress);

/* progress_draw() in the shapes of db_progress and audit_progress; data is the struct progress. */
void progress_pages(int done, int all, void *data);
void progress_movements(int64_t done, int64_t all, void *data);

#endif
