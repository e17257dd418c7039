#ifndef SCANNER_EFFORT_H
#define SCANNER_EFFORT_H

/*
 * What reading a picture may cost. A step counts what it does in units, by how many pixels, edges
 * and places it goes over and never by the clock: the same picture is given up at the same place
 * on every machine, and a slow one reads what a fast one does, later.
 *
 * A unit is meant as a nanosecond of one core. The costs were set on a server's core of 2023 (x86-64,
 * 2.5 to 3 GHz, one of two that were shared), where the steps of 300 pictures took 0.6 ns a unit:
 * all of EFFORT in decode.c is 180 ms there. Elsewhere the same is as much longer as the core is
 * slower: about 0.4 s on a laptop's core of 2015, 1 s on a Raspberry Pi 4's. The processor's time is
 * held by the worker (worker.h), whose limit leaves room for that. After a change of a step,
 * compare its cost with the time it takes.
 */

#include <stdint.h>

struct effort {
    int64_t left;
};

#define EFFORT_MS INT64_C(1000000)

#endif
