#ifndef ALLOCATOR_NEAR_H
#define ALLOCATOR_NEAR_H

/* The nearest neighbours of points on a plane. */

#include <stdint.h>

/* Fills near with the numbers of the count nearest other points of each, nearest first and of equal
 * ones the lower number, then -1; metres with how far they are. A point whose x is NAN has none and is
 * nobody's. Both arrays have points * count places. */
void near_find(const double *x, const double *y, int32_t points, int32_t count, int32_t *near,
               double *metres);

#endif
