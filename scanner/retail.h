#ifndef SCANNER_RETAIL_H
#define SCANNER_RETAIL_H

/*
 * Whether the bars on a line are those of a retail code that was read from it. Its check digit
 * proves little: blurred bars give wrong codes with right ones, on many lines alike. So the code
 * is drawn anew, blurred as the picture is, and every digit compared with all that could stand in
 * its place (GS1 General Specifications 22, 5.2: the widths of EAN-13, UPC-A and EAN-8).
 */

#include <stdbool.h>
#include <stddef.h>

#include "scanner/profile.h"

#define RETAIL_DIGITS 14  /* bytes of the longest, with its end */
#define RETAIL_ALONE 2.0f /* `ahead` of a code that has no sibling */

struct retail_proof {
    int tried;   /* lines that were compared */
    int lost;    /* of those, lines that are more like the code's nearest sibling */
    float like;  /* correlation with the code of the line most like it */
    float ahead; /* what the same line's correlation with the most like sibling is less */
    float
        margin; /* times the weakest digit's error that the best other digit's is; over 1 is good */
};

/*
 * Compares. digits are 13 of an EAN-13, 12 of a UPC-A or 8 of an EAN-8. `last` is the edge behind
 * which the code must have ended, one or two more or less; negative where it may be anywhere. Edges
 * may be those of a sharpened line; light is the same line as it was seen, for sharpening makes wide
 * bars of pale ones. True where the line is more like a sibling, a code that differs in digits which
 * blur makes of each other (1 and 7, 2 and 8) and has a check digit too: it is written to `better`.
 */
bool retail_compare(const struct profile *edges, const struct profile *light, int last,
                    const char *digits, struct retail_proof *proof, char better[RETAIL_DIGITS]);

/* Joins what two lines have proved of the same code. */
void retail_join(struct retail_proof *proof, const struct retail_proof *other);

#endif
