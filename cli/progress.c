#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/table.h"

#define BAR 30 /* characters of the bar */

void
progress_draw(struct progress *progress, int64_t done, int64_t all)
{
    int percent = all > 0 ? (int)(MIN(done, all) * 100 / all) : 100;
    int full = percent * BAR / 100;

    if (isatty(STDERR_FILENO) != 1 || (progress->shown && percent == progress->percent))
        return;
    progress->shown = true;
    progress->percent = percent;
    fprintf(stderr, "\r%s [%.*s%*s] %3d %%", progress->what, full, "##############################",
            BAR - full, "", percent);
    fflush(stderr);
}

void
progress_end(struct progress *progress)
{
    if (progress->shown)
        fprintf(stderr, "\r%*s\r", (int)table_width(progress->what) + BAR + 9, "");
    progress->shown = false;
}

void
progress_pages(int done, int all, void *data)
{
    progress_draw(data, done, all);
}

void
progress_movements(int64_t done, int64_t all, void *data)
{
    progress_draw(data, done, all);
}
