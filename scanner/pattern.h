#ifndef SCANNER_PATTERN_H
#define SCANNER_PATTERN_H

/*
 * What every QR code of a size has alike (ISO/IEC 18004, 6.3): finders, the white around them,
 * timing and alignment patterns.
 */

#include <stdint.h>

#define PATTERN_LEAST 21 /* modules on a side, of the first version and … */
#define PATTERN_MOST 177 /* … of the last; every fourth number between */

struct pattern {
    int size, count, last; /* the last so many are the alignment pattern nearest to the corner */
    int8_t *shade;         /* size * size: 1 where it is light, -1 where dark, 0 where it depends */
    float *u, *v, *is; /* the middles of those that don't depend, as parts of the side; 1 or -1 */
};

/* Freed by pattern_clear(). */
struct pattern pattern_of(int size);
void pattern_clear(struct pattern *pattern);

#endif
