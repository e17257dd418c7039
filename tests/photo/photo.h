#ifndef PHOTO_PHOTO_H
#define PHOTO_PHOTO_H

/*
 * Pictures as a phone takes them of a medicine shelf, made and not taken: cartons with printed
 * text and a real barcode, and box labels from a file, laid out on boards, seen from a slightly
 * wrong angle, in uneven light, blurred, noisy and compressed. What was asked for is what the
 * picture holds, so that reading it can be judged. The same arguments give the same picture with
 * the same libraries and fonts.
 */

#include <stdbool.h>
#include <stdint.h>

#include <cairo.h>
#include <glib.h>

/*
 * One thing on the shelf. Behind its kind may stand, after blanks, what is the matter with its code:
 * "light" (white on black), "pale" (coloured inks), "foil" (on foil instead of paper), "crowded"
 * (other print a module away, where white should be), "tight" (the same, six modules away),
 * "written" (letters there), "bare" (dark up to its edge), "eyed" (finders around it), "torn" (a
 * strip is gone), "scuffed" (the same, but below it the bars are whole), "half" (one side is gone),
 * "covered" (a thumb or a sticker lies on it), "patched" (other bars lie on it), "stamped" (a date
 * across it), "blotted" (spots), "misprinted" (a bar is a module wider or narrower), "fat" and
 * "thin" (all bars are), "dotted" (its squares are round), "logo" (in its middle), "mirrored", and
 * "alone" (on a sticker, without a carton).
 */
struct photo_item {
    const char
        *kind; /* a row of card.c, of print.h, "label" or "plain" (a carton without a code) */
    const char *data; /* what the code says, GS1 in square brackets; a PNG file of a label */
    const char *name; /* printed large on the carton */
};

/* How it is photographed; zeros give an even, sharp picture taken straight on. */
struct photo_shot {
    uint64_t seed; /* of everything that is left to chance */
    int width, height;
    double module;  /* pixels of a narrow bar; 0: as large as the picture allows, at most 6 */
    double tilt;    /* degrees by which a thing is turned at most */
    double slant;   /* part by which its far side is shorter at most, such as 0.1 */
    double blur;    /* sigma in pixels */
    double noise;   /* sigma in levels of 256 */
    double light;   /* part of the light missing at the dark end, 0 to 0.9 */
    double dim;     /* part of all light missing, 0 to 0.9 */
    double defocus; /* radius in pixels of the disc that a point becomes */
    double motion;  /* pixels that the camera moved, any way */
    double curve;   /* radians that a face bends back to each side, as on a bottle; under 1.5 */
    double barrel;  /* part by which the picture's corners are drawn towards its middle */
    double glare;   /* a lamp's reflection on each face, 0 to 1 */
    int dirt;       /* specks and scratches on each face */
    double screen;  /* modules from one dot of the screen that shows it to the next; 0: on paper */
    double shadow;  /* part of the light missing where a shadow with an edge lies, 0 to 1 */
    double warm;    /* part of the blue missing, more of it at one side */
    double sharpen; /* times that a pixel's difference from its surroundings is added to it */
    int denoise;    /* levels by which pixels differ that are smoothed away */
    int spots;      /* in which all is white */
    bool mirror;    /* all is seen in a mirror */
    bool sensor;    /* noise as of a phone's sensor: more in the light, coarser than a pixel */
};

/* How a file is written. */
enum photo_form {
    PHOTO_JPEG,
    PHOTO_JPEG_PROGRESSIVE,
    PHOTO_JPEG_CMYK,
    PHOTO_PNG,
    PHOTO_PNG_16,
    PHOTO_PNG_PALETTE, /* of 32 grays */
    PHOTO_PNG_INTERLACED,
};

struct photo_file {
    enum photo_form form;
    int quality;     /* of a JPEG, 1 to 100 */
    int orientation; /* EXIF orientation of a JPEG, 1 to 8: turned in the file, right when shown */
};

/*
 * The picture (CAIRO_FORMAT_RGB24), or NULL and an error where a code can't be made of its data or
 * the things don't fit. The caller destroys it.
 */
cairo_surface_t *photo_take(const struct photo_item *items, size_t count,
                            const struct photo_shot *shot, GError **error);

/* Its file, which the caller unrefs. */
GBytes *photo_encode(cairo_surface_t *photo, const struct photo_file *file, GError **error);

/* Random numbers for scenes: splitmix64; a double from 0 up to 1, and a normal one. */
uint64_t photo_random(uint64_t *state);
double photo_uniform(uint64_t *state);
double photo_normal(uint64_t *state);

#endif
