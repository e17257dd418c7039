#ifndef CLI_LINE_H
#define CLI_LINE_H

/*
 * The command line, read by the table of commands: which command, its options and arguments, and
 * the options that every command has, which may stand anywhere.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "cli/verb.h"

struct line {
    const char *db; /* --db, or NULL */
    const char *by; /* --by, or NULL */
    bool json;
    bool help; /* asked for, for the words that follow */
    bool version;
    const char *words[2];    /* of the help asked for; NULL: none */
    const struct verb *verb; /* NULL where help, version or an error comes first */
    GHashTable *options;     /* name to struct line_value */
    char **args;             /* borrowed from argv; NULL-terminated */
    size_t arg_count;
};

struct line_value {
    const char *text; /* as typed */
    int64_t number;   /* a number, millionths, days, ms: as the option's kind says */
};

/* The language that --lang, else the environment asks for; read before anything is said. ERR_INPUT
 * for one that there is not. */
MUST_CHECK bool line_use_language(int argc, char **argv, GError **error);

/* Reads the line; argv is put in another order. ERR_INPUT says what is wrong with it; what was
 * understood is filled in all the same. Clear with line_clear(). */
MUST_CHECK bool line_read(int argc, char **argv, struct line *line, GError **error);
void line_clear(struct line *line);

/* A moment in ISO 8601 ("2026-11-24T10:00:00+08:00", seconds and zone may be missing: UTC+8) in ms
 * UTC. ERR_INPUT; name is what the message calls it. */
MUST_CHECK bool line_moment(const char *name, const char *text, int64_t *ms, GError **error);

/* The number by which a listing calls something: "12" or "#12", by whatever input method. */
bool line_entry(const char *text, int64_t *number);

#endif
