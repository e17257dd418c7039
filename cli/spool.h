#ifndef CLI_SPOOL_H
#define CLI_SPOOL_H

/*
 * Printing through CUPS: the command lp is run with its arguments one by one, and no shell between.
 */

#include <stdbool.h>

#include "base/err.h"

struct spool_job {
    const char *file;     /* handed to lp, which has copied it when this returns */
    const char *queue;    /* NULL: the one that lp takes where it is told none */
    const char *title;    /* what lists of jobs call it */
    double width, height; /* of the page, mm */
    bool raw;             /* the printer's own language, to be passed on as it is */
};

/* What lp said of the job ("request id is …"), g_free(). ERR_MISSING where there is no lp, ERR_REFUSED
 * with lp's own words where it did not take the job. */
MUST_CHECK bool spool_print(const struct spool_job *job, char **said, GError **error);

#endif
