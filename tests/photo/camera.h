#ifndef PHOTO_CAMERA_H
#define PHOTO_CAMERA_H

/* What lens, light and sensor do to a picture (CAIRO_FORMAT_RGB24 throughout). */

#include <stdbool.h>
#include <stdint.h>

#include <cairo.h>

/* How straight lines become bent ones. */
struct camera_bend {
    double curve;  /* radians that a face bends back to each side; 0 is flat */
    bool upright;  /* round an upright axis, as on a bottle, or a lying one */
    double barrel; /* part by which corners are drawn towards the middle */
};

/*
 * Puts a face (ARGB32, opaque) into the photo where the four corners are; back maps the photo's
 * pixels to the unit square, the face.
 */
void camera_project(cairo_surface_t *photo, cairo_surface_t *face, const double back[9],
                    const double x[4], const double y[4], const struct camera_bend *bend);

/* Gaussian blur of a sigma in pixels. */
void camera_blur(cairo_surface_t *photo, double sigma);

/* Each point becomes a disc of that radius: what a lens out of focus does. */
void camera_defocus(cairo_surface_t *photo, double radius);

/* Each point becomes a line of that length at a random angle. */
void camera_move(cairo_surface_t *photo, double length, uint64_t *random);

/* A lamp's reflection, an oval of light around a place, its longer radius in pixels. */
void camera_glare(cairo_surface_t *photo, double strength, double x, double y, double radius,
                  uint64_t *random);

/* Light of which `dim` is missing everywhere and `light` at one end, in a random direction. */
void camera_light(cairo_surface_t *photo, double dim, double light, uint64_t *random);

/*
 * Noise of a sigma for each pixel by itself; or as a sensor's: more of it in the light, smeared
 * over neighbours as the colours between its filters are made up.
 */
void camera_noise(cairo_surface_t *photo, double sigma, bool sensor, uint64_t *random);

#endif
