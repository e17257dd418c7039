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

/*
 * What leads on from an error. How, each face says in its own words, behind the message: the command
 * line names a command, a desk its page. Messages name neither.
 */
enum err_next {
    ERR_NEXT_NOTHING,
    ERR_NEXT_AGAIN, /* the same, on purpose */
    ERR_NEXT_ALL,   /* of it, on purpose */
    ERR_NEXT_AREAS, /* the list of them, as of all in the plural below */
    ERR_NEXT_BOXES,
    ERR_NEXT_CHECK, /* of all the books */
    ERR_NEXT_COUNT, /* of the box */
    ERR_NEXT_DRUGS, /* of the catalogue */
    ERR_NEXT_FORMS, /* of dosage */
    ERR_NEXT_INIT,  /* of an inventory */
    ERR_NEXT_LEDGER,
    ERR_NEXT_MEASURE, /* what a printer needs */
    ERR_NEXT_PEOPLE,
    ERR_NEXT_PLAN,
    ERR_NEXT_PRINTER, /* telling of one */
    ERR_NEXT_RECALLS,
    ERR_NEXT_RESET,   /* of a forgotten password */
    ERR_NEXT_RESTORE, /* of a backup */
    ERR_NEXT_SET,     /* a setting that the message names */
    ERR_NEXT_SETTINGS,
    ERR_NEXT_SHEETS,
    ERR_NEXT_TRANSFERS,
    ERR_NEXT_WAITING, /* codes that nobody has taught */
    ERR_NEXT_WALKS,
};
#define ERR_NEXTS (ERR_NEXT_WALKS + 1)

/* Says of the error that was just set what leads on, unless error is NULL. False, to stand behind err_set(). */
gboolean err_next(GError **error, enum err_next next);
enum err_next err_next_of(const GError *error);

/* The process exit status (1 to 6) and the HTTP status of an error; 1 and 500 for foreign domains. */
int err_exit_status(const GError *error);
int err_http_status(const GError *error);

/* What the system says of an errno, in the language of words.h. Static. */
const char *err_system(int number);

/* The same of what g_file_get_contents() and its like could not do, without the file's name; other
 * errors' own message, which lives as long as the error. */
const char *err_file(const GError *why);

/* The kind that each of the two is, by one table: no such place is ERR_MISSING, no right to it (or none to be
 * had, on a disk that is read only) ERR_DENIED, a name that can't be one of a file ERR_INPUT, and a disk
 * that is full or fails ERR_BROKEN, as is everything else. */
enum err err_kind_of_system(int number);
enum err err_kind_of_file(const GError *why);

#define MUST_CHECK G_GNUC_WARN_UNUSED_RESULT

#endif
