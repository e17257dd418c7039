#ifndef SCANNER_SECOND_H
#define SCANNER_SECOND_H

/* ZXing-C++ for C: the one file in C++ stands behind this. No exception gets out of it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum second_kind {
    SECOND_QR = 1 << 0,
    SECOND_DATAMATRIX = 1 << 1,
    SECOND_EAN13 = 1 << 2,
    SECOND_EAN8 = 1 << 3,
    SECOND_UPCA = 1 << 4,
    SECOND_CODE128 = 1 << 5,
};

#define SECOND_SQUARES (SECOND_QR | SECOND_DATAMATRIX)

struct second_symbol {
    enum second_kind kind;
    bool gs1;          /* FNC1 came first */
    bool decoded;      /* bytes are UTF-8: it is linear, or names its character set */
    const char *bytes; /* owned by the engine, for as long as it is told */
    size_t length;
    int lines;      /* that agreed, of a linear code */
    int x[4], y[4]; /* corners from the code's own upper left one, clockwise */
};

typedef void second_take(const struct second_symbol *symbol, void *data);

/* Tells every square, and one linear code, of those kinds in 8-bit luma, rows without gaps. */
void second_read(const uint8_t *luma, uint32_t width, uint32_t height, unsigned kinds,
                 second_take *take, void *data);

#ifdef __cplusplus
}
#endif

#endif
