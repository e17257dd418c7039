#ifndef SCANNER_EFFORT_H
#define SCANNER_EFFORT_H

/*
 * What reading a picture may cost. A step counts what it does in units of about a nanosecond of a
 * 2020s desktop core, by how many pixels and edges it goes over and never by the clock: the same
 * picture is given up at the same place on every machine.
 */

#include <stdint.h>

struct effort {
    int64_t left;
};

#define EFFORT_MS INT64_C(1000000)

#endif
