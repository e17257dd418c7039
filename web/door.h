#ifndef WEB_DOOR_H
#define WEB_DOOR_H

/*
 * Who comes in. The cookie "medbox" holds the token of a visit (inventory/visit.h); what follows from it
 * (secret_derive()) is the form token, which the app reads from /api/1/me and has to send in the header
 * X-Form-Token with everything that changes something: a page of somebody else's can make a browser send
 * the cookie, but can't read the token.
 */

#include "web/request.h"

/* For service_options. A visit that goes on is noted on the side. Where a form token is missing or wrong, ERR_DENIED for
 * what needs a role; for anything else whoever asks is nobody. */
bool door_identify(struct request *request, struct identity *identity, GError **error);

/* Whether the address of the request may knock again; ERR_BUSY and 429 where it did so too often. */
MUST_CHECK bool door_admits(struct request *request, GError **error);

/* In the writer: lets a person in by a new visit, whatever visit the device had before, and answers as
 * /api/1/me does, with the cookie. */
MUST_CHECK bool door_let_in(struct request *request, int64_t person, GError **error);

/* Takes the cookie from the device. */
void door_forget(struct request *request);

/* In the writer: ends the visit of who asks, takes the cookie back and answers as to nobody. */
MUST_CHECK bool door_let_out(struct request *request, GError **error);

/* Answers with who asks, and what the app has to know of the service. */
MUST_CHECK bool door_reply_me(struct request *request, GError **error);

#endif
