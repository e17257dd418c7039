#ifndef CLI_SCAN_PHOTO_H
#define CLI_SCAN_PHOTO_H

/*
 * Booking from photos. A box label in a picture sets the box. What stands in the pictures is first
 * brought down to packs, so that none counts twice:
 *
 *   - a code that names a very pack is that pack, in however many pictures it is;
 *   - any other code counts as often as the picture that shows it most often;
 *   - a pack may bear both kinds: of one medicine and size, the packs without a name of their own
 *     are those that are more than the named ones.
 */

#include "cli/scan.h"

/*
 * Reads all files, then books pack by pack. ERR_INPUT, and nothing is booked, where a file can't be
 * read, no box is known, or labels of two boxes are in the pictures.
 */
MUST_CHECK bool scan_photos(struct scan *scan, enum session_mode mode, GError **error);

#endif
