#ifndef WEB_ASSET_H
#define WEB_ASSET_H

/*
 * The browser app's files, which the build puts into the program as a GResource below /app: what
 * web/app/ builds, each file also as NAME.br and NAME.gz where that is smaller.
 *
 *   /app/index.html           the shell, for every page: /, /B/CODE, /J/CODE, /F/CODE, /desk/…
 *   /app/a/NAME               whose names have a hash in them: they never change
 *   /app/sw.js, /app/manifest.webmanifest, /app/icon-….png
 */

#include "web/request.h"

/* Answers a GET that is no route; ERR_MISSING for no such page, and where no app was built. */
MUST_CHECK bool asset_answer(struct request *request, GError **error);

#endif
