#ifndef WEB_MEANING_H
#define WEB_MEANING_H

/* What codes mean here, as JSON: those that were typed or scanned by a phone, and those in a picture. */

#include <stddef.h>

#include "scanner/symbology.h"
#include "web/request.h"

/*
 * {text, what, box, drug, units, expiry, lot, pack, kind, code, findings}: what is "box", "drug",
 * "command", "unknown" (a product that nobody taught yet) or "bad" (of no use; the findings say why).
 * findings are sentences. A new reference, or NULL with an error.
 *
 * A product that is unknown is kept until somebody teaches it, by the writer and after the answer.
 */
MUST_CHECK struct json_t *meaning_of(struct request *request, const char *text, size_t length,
                                     enum symbology symbology, GError **error);

#endif
