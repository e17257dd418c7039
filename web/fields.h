#ifndef WEB_FIELDS_H
#define WEB_FIELDS_H

/*
 * The fields of a request, or of an object in it, declared as a table and checked against it before
 * anything looks at them. All errors are ERR_INPUT and name the field.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/id.h"

struct json_t; /* of jansson.h */

enum fields_kind {
    FIELDS_TEXT, /* low to high characters, blanks at the ends not counted; no control characters */
    FIELDS_NUMBER, /* whole, low to high */
    FIELDS_DEGREE, /* low to high, kept in millionths */
    FIELDS_FLAG,   /* true or false; 1 or 0 in an address */
    FIELDS_DAY,    /* YYYY-MM-DD */
    FIELDS_UUID,
    FIELDS_BOX, /* the code of a box, as forgiving as boxcode_parse(), perhaps with a nonce behind it; its text is the normal form */
    FIELDS_TYPE, /* enum drug_type by its key */
    FIELDS_AGE,  /* enum drug_age by its key */
    FIELDS_WORD, /* one of words; its number is the place in them */
    FIELDS_LIST, /* JSON, low to high items */
    FIELDS_OBJECT,
};

struct fields_row {
    const char *name;
    enum fields_kind kind;
    bool needed;
    bool clears; /* null takes away what there is; where it is not, null is as good as nothing */
    int64_t low, high;
    const char *const *words; /* NULL at the end */
    /* What the objects of a list or an object hold, for docs/openapi.json and for fields_read(); NULL:
     * texts. They are checked by whoever reads them, so that one bad item need not spoil the others. */
    const struct fields_row *of;
};

struct fields;

struct fields *fields_new(const struct fields_row *rows);
void fields_free(struct fields *fields); /* takes NULL */

/* Takes over a field's text from an address; the members of a JSON object (borrowed, which must live as
 * long). A name that is not in the table is an error. */
MUST_CHECK bool fields_take_text(struct fields *fields, const char *name, const char *text,
                                 GError **error);
MUST_CHECK bool fields_take_object(struct fields *fields, struct json_t *object, GError **error);

/* Whether all that are needed were given. */
MUST_CHECK bool fields_end(struct fields *fields, GError **error);

/* New fields of an object by these three, or NULL. */
MUST_CHECK struct fields *fields_read(const struct fields_row *rows, struct json_t *object,
                                      GError **error);

/* The same, and which field an error is about (in the table, or NULL). */
MUST_CHECK struct fields *fields_read_blaming(const struct fields_row *rows, struct json_t *object,
                                              const char **blamed, GError **error);

/* The field that the last error was about, or NULL. */
const char *fields_blamed(const struct fields *fields);

/* A field by its name in the table; any other name is a mistake of the program. Where it was not given:
 * false, NULL, the other value, DAY_NONE, zeros; and so where null was, which alone clears. */
bool fields_has(const struct fields *fields, const char *name);
bool fields_clears(const struct fields *fields, const char *name);
const char *fields_text(const struct fields *fields, const char *name);
int64_t fields_number(const struct fields *fields, const char *name, int64_t otherwise);
bool fields_flag(const struct fields *fields, const char *name);
struct day fields_day(const struct fields *fields, const char *name);
struct uuid fields_uuid(const struct fields *fields, const char *name);
struct json_t *fields_json(const struct fields *fields, const char *name);

#endif
