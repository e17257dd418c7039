#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

/*
 * Libraries that only some commands need, loaded when the first of these is given: with all that they
 * bring along they take longer to load than the rest of the program. Such a library is not linked; its
 * calls, typed by its own header, are made through a table of them:
 *
 *     #define CALLS(X) X(heif_, context_alloc) X(heif_, context_free)
 *     LIBRARY(heif, "libheif.so.1", CALLS)
 *     …
 *     if (!library_load(&heif_library, error))
 *         return false;
 *     context = heif.context_alloc();
 *
 * What is loaded stays to the program's end. A process that is shut in (scanner/jail.h) can't load any
 * more: it is forked from one that has.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct library {
    const char *soname;
    const char *const *names;
    void **calls; /* as many, as dlsym(3) gives them */
    size_t count;
    gint loaded; /* library_load()'s own */
};

#define LIBRARY_POINTER(prefix, name) __typeof__(prefix##name) *name;
#define LIBRARY_NAME(prefix, name) #prefix #name,

/* The table, whose members are the library's calls without their prefix, and what library_load() takes. */
#define LIBRARY(table, file, CALLS)                                                                \
    static struct {                                                                                \
        CALLS(LIBRARY_POINTER)                                                                     \
    } table;                                                                                       \
    static const char *const table##_names[] = {CALLS(LIBRARY_NAME)};                              \
    static struct library table##_library = {.soname = (file),                                     \
                                             .names = table##_names,                               \
                                             .calls = (void **)(void *)&table,                     \
                                             .count = G_N_ELEMENTS(table##_names)};

/* Loads it, the first time; from any thread. ERR_BROKEN where the system has none, or one that lacks a
 * call. */
MUST_CHECK bool library_load(struct library *library, GError **error);

#endif
