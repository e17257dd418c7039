#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* How large a thing may be, wherever it comes in. A value over its limit is refused in words. */

#include <stdint.h>

#define LIMIT_NAME 120               /* characters of a name, a place, a maker */
#define LIMIT_NOTE 500               /* characters of a note or a reason */
#define LIMIT_LOT 40                 /* characters of a batch number (GS1 allows 20) */
#define LIMIT_EXPIRY (15 * 365)      /* days ahead: none keeps longer, so the date was misread */
#define LIMIT_CODE 4096              /* bytes of one scanned code (a QR code holds up to 2,953) */
#define LIMIT_UNITS INT32_C(1000000) /* base units in one movement */
#define LIMIT_STOCK INT32_C(1000000000) /* base units of one batch in one box */
#define LIMIT_PIXELS INT64_C(50000000)  /* of one picture */
#define LIMIT_FILE (64 * 1024 * 1024)   /* bytes of one picture or imported file */

#endif
