#ifndef INVENTORY_AUDIT_WORDS_H
#define INVENTORY_AUDIT_WORDS_H

/*
 * What the audit log keeps, said to people: it keeps keys ("role=volunteer, area"), so that whoever reads a
 * line does so in their own language. What people typed stays as it is.
 */

#include "inventory/audit_log.h"

/* To what, and how, of a line; in the thread's language. Free with g_free(). */
char *audit_words_what(const struct audit_entry *entry);
char *audit_words_detail(const struct audit_entry *entry);

/* What a field is called: "latitude" for the key "lat"; the key itself where it has no word. Static or the
 * key. */
const char *audit_words_field(const char *key);

#endif
