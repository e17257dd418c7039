#ifndef SCANNER_EFFORT_H
#define SCANNER_EFFORT_H

/*
 * What reading a picture may cost. A step counts what it does in units, by how many pixels, edges
 * and places it goes over and never by the clock: the same picture is given up at the same place
 * on every machine, and a slow one reads what a fast one does, later.
 *
 * A unit is meant as a nanosecond of one core. The costs were set on one machine, an AMD EPYC of
 * which two cores were shared, where pictures of 1.2 megapixels given up for want of effort
 * took 1.0 to 1.2 ns a unit: what decode.c allows is some 110 ms for those there and at most 250 ms
 * for 12 megapixels. On another machine the same takes as much longer as its core is slower, a second
 * on one of a fifth of the speed; what bounds time everywhere is the worker's limit (jail.h), which
 * leaves room for ten times as much. Whoever changes a step compares its cost with its time.
 */

#include <stdint.h>

struct effort {
    int64_t left;
};

#define EFFORT_MS INT64_C(1000000)

#endif
