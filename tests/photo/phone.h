#ifndef PHOTO_PHONE_H
#define PHOTO_PHONE_H

/*
 * What stands in a phone's way, and what it makes of a picture before it is kept (CAIRO_FORMAT_RGB24
 * throughout): shadows and blinding spots, a screen's raster, and the smoothing and sharpening of
 * its own software.
 */

#include <stdint.h>

#include <cairo.h>

/* Over a face of so many units, drawn with its own: a screen's dots, so many units apart, with dark
 * between them, of which a camera makes moiré. */
void phone_screen(cairo_t *cairo, double wide, double high, double apart);

/* A shadow with an edge across the picture, in which `depth` of the light is missing, 0 to 1. */
void phone_shadow(cairo_surface_t *photo, double depth, uint64_t *random);

/* Spots in which all is white, with soft edges. */
void phone_spots(cairo_surface_t *photo, int count, uint64_t *random);

/* Light of which the blue is missing, 0 to 1, more at one side than at the other. */
void phone_warm(cairo_surface_t *photo, double warm);

/* Smooths what differs little from its neighbours, and leaves edges: `levels` of 256 are little. */
void phone_denoise(cairo_surface_t *photo, int levels);

/* Adds to each pixel its difference from its surroundings, so many times: edges get halos. */
void phone_sharpen(cairo_surface_t *photo, double amount, double radius);

/* The picture as in a mirror. */
void phone_mirror(cairo_surface_t *photo);

#endif
