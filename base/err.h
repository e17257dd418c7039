#ifndef BASE_ERR_H
#define BASE_ERR_H

/*
 * What can go wrong, in six kinds. Every GError of this program is of the domain ERR and carries
 * one of them, and every face turns the kind into its own status. The message is a sentence for
 * the person in front of it, in the language of words.h, that says what to do next.
 */

#include <glib.h>

enum err {
    ERR_BROKEN,  /* the machine failed or the data is damaged: nobody's input can mend it */
    ERR_INPUT,   /* what was given can't be understood */
    ERR_MISSING, /* what was named does not exist */
    ERR_REFUSED, /* a rule says no, and the message says which */
    ERR_DENIED,  /* this person may not */
    ERR_BUSY,    /* not now: try again */
};

#define ERR err_quark()
GQuark err_quark(void);

/* Sets *error, unless error is NULL, and returns false, so that a function can end with it. */
gboolean err_set(GError **error, enum err kind, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The process exit status (1 to 6) and the HTTP status of an error; 1 and 500 for foreign domains. */
int err_exit_status(const GError *error);
int err_http_status(const GError *error);

/* What the system says of an errno, in the language of words.h. Static. */
const char *err_system(int number);

/* The same of what g_file_get_contents() and its like could not do, without the file's name; other
 * errors' own message, which lives as long as the error. */
const char *err_file(const GError *why);

#define MUST_CHECK G_GNUC_WARN_UNUSED_RESULT

#endif
