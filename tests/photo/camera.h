#ifndef PHOTO_CAMERA_H
#define PHOTO_CAMERA_H

/* What lens, light and sensor do to a picture (CAIRO_FORMAT_RGB24 throughout). */

#include <stdint.h>

#include <cairo.h>

/*
 * Puts a face (ARGB32, opaque) into the photo where the four corners are; back maps the photo's
 * pixels to the unit square, the face.
 */
void camera_project(cairo_surface_t *photo, cairo_surface_t *face, const double back[9],
                    const double x[4], const double y[4]);

/* Gaussian blur of a sigma in pixels. */
void camera_blur(cairo_surface_t *photo, double sigma);

/* Light that falls off in a random direction, and noise of a sigma. */
void camera_light(cairo_surface_t *photo, double light, double noise, uint64_t *random);

#endif
