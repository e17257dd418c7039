#include "labels/arrangement.h"

#include <math.h>

#define EDGE 0.5           /* mm of white between the sticker's edge and the QR code's own white */
#define HOST_STRIP 6.2     /* under the QR code, for the host in one line or two, and the margin */
#define HOST_LINES 1.6     /* of the host's type: its two lines where texts follow below */
#define WHITE 0.108        /* of the QR square's side on each side of the symbol: 4 modules of 37 */
#define RIGHT 2.3          /* mm between the column of text and the right edge */
#define GAP_GROUPS 1.1     /* mm between groups at the least, */
#define GAP_LOW 0.9        /* and on a low label */
#define GAP_LINES 0.25     /* em between lines, */
#define GAP_LINES_LOW 0.18 /* and on a low label */
#define SHARE 0.545 /* of the width, for the QR code: 7 dots a module of 203 dpi on 60 × 40 mm, */
#define LARGE_SHARE 0.6    /* and 9 on 70 × 50 mm, where the type is larger than usual */
#define LOW 32.0           /* mm: below this the host has no place under the QR code */
#define LOW_SHARE 0.505    /* of the width, for the QR code there: a print's mark on 50 × 30 mm */
#define LOW_TOP 1.6        /* mm of white above and below the texts of such a label */
#define HIGH_TOP 2.6       /* and of a higher one */
#define BRIEF 45.0         /* mm: a label narrower than this is brief */
#define BRIEF_COLUMN 15.5  /* mm at the least for its texts, beside the QR code, */
#define BRIEF_RIGHT 1.6    /* and right of them */
#define STACKED 0.9        /* of the width: a label as high as this has the texts below */
#define STACKED_LEAST 25.0 /* mm: of the QR code there where texts take more of the height */
#define WIDE 3.5           /* of the height: a label as wide as this has two columns of texts, */
#define WIDE_SCALE 1.5     /* in larger type */
#define WIDE_TEXTS 0.58    /* of their width for the first, */
#define WIDE_GAP 4.0       /* and mm between them */
#define CORNER_WIDTH 90.0  /* mm: where such a label is as wide as this and */
#define CORNER_MOST 1.1    /* of the width no higher, */
#define CORNER_SIDE                                                                                \
    0.7 /* this much of the smaller side is the QR code's: 15 dots a module of 203 dpi */
#define CORNER_WHITE 0.054 /* of the QR square's side there: 2 modules of 37 */
#define USUAL_WIDTH 63.5 /* mm: the label that the sizes of type are for; larger ones have larger */
#define USUAL_HEIGHT 38.1

/* What stands in a column. */
#define LINE(line) (1u << (line))
#define ALL (LINE(LABEL_LINES) - 1)
#define CALL (LINE(LABEL_CODE) | LINE(LABEL_PHONE))

/* Of the height, for the QR code on a label with the texts below: less where they need more. */
static const double stacked_shares[] = {0.56, 0.5, 0.44};

static double
tenths(double mm)
{
    return floor(10 * mm) / 10;
}

static struct arrangement
beside(double width, double height)
{
    double scale = fmax(1, fmin(width / USUAL_WIDTH, height / USUAL_HEIGHT));
    double strip = HOST_STRIP * scale, share = scale > 1 ? LARGE_SHARE : SHARE;
    double side = tenths(fmin(height - EDGE - strip, share * width));
    double top = (height - side - strip + EDGE) / 2;

    return (struct arrangement){
        .qr_x = EDGE,
        .qr_y = top,
        .side = side,
        .n = 1,
        .columns = {{.lines = ALL & ~LINE(LABEL_HOST),
                     .x = EDGE + side,
                     .width = width - RIGHT - EDGE - side,
                     .top = top + WHITE * side,
                     .bottom = top + side + ARRANGEMENT_HOST_RISE * ARRANGEMENT_HOST_SIZE * scale,
                     .gap = GAP_GROUPS,
                     .line_gap = GAP_LINES,
                     .scale = scale}},
        .host_below = true,
    };
}

/* Whom to call right of the other texts. */
static struct arrangement
wide(double width, double height)
{
    struct arrangement at = beside(width, height);
    struct arrangement_column *texts = &at.columns[0], *call = &at.columns[1];
    double both = texts->width - WIDE_GAP;

    texts->scale = fmax(texts->scale, WIDE_SCALE);
    *call = *texts;
    texts->lines &= ~CALL;
    texts->width = WIDE_TEXTS * both;
    call->lines = CALL;
    call->x += texts->width + WIDE_GAP;
    call->width = both - texts->width;
    at.n = 2;
    return at;
}

static struct arrangement
low(double width, double height)
{
    bool brief = width < BRIEF;
    double most = brief ? width - EDGE - BRIEF_COLUMN - BRIEF_RIGHT : LOW_SHARE * width;
    double side = tenths(fmin(height - 2 * EDGE, most)), white = height < LOW ? LOW_TOP : HIGH_TOP;

    return (struct arrangement){
        .qr_x = EDGE,
        .qr_y = (height - side) / 2,
        .side = side,
        .n = 1,
        .columns = {{.lines = ALL,
                     .x = EDGE + side,
                     .width = width - (brief ? BRIEF_RIGHT : RIGHT) - EDGE - side,
                     .top = white,
                     .bottom = height - white,
                     .gap = GAP_LOW,
                     .line_gap = GAP_LINES_LOW,
                     .scale = 1}},
        .brief = brief,
    };
}

static struct arrangement
stacked(double width, double height, double share)
{
    double scale = fmax(1, width / USUAL_WIDTH), margin = width < BRIEF ? RIGHT : 2 * RIGHT;
    double side = tenths(fmin(width - 2 * EDGE, share * height));

    return (struct arrangement){
        .qr_x = (width - side) / 2,
        .qr_y = EDGE,
        .side = side,
        .n = 1,
        .columns = {{.lines = ALL & ~LINE(LABEL_HOST),
                     .x = margin,
                     .width = width - 2 * margin,
                     .top = EDGE + side + HOST_LINES * ARRANGEMENT_HOST_SIZE * scale,
                     .bottom = height - RIGHT * scale,
                     .gap = GAP_GROUPS,
                     .line_gap = GAP_LINES,
                     .scale = scale,
                     .centred = true,
                     .narrow = width < BRIEF}},
        .host_below = true,
    };
}

/* The QR code in the corner, the code and whom to call right of it, the other texts below. */
static struct arrangement
corner(double width, double height)
{
    double scale = width / USUAL_WIDTH, side = tenths(CORNER_SIDE * fmin(width, height));
    double white = CORNER_WHITE * side, x = EDGE + white;

    return (struct arrangement){
        .qr_x = EDGE,
        .qr_y = EDGE,
        .side = side,
        .n = 2,
        .columns = {{.lines = ALL & ~CALL,
                     .x = x,
                     .width = width - x - 2 * RIGHT,
                     .top = EDGE + side,
                     .bottom = height - RIGHT * scale,
                     .gap = GAP_GROUPS,
                     .line_gap = GAP_LINES,
                     .scale = scale},
                    {.lines = CALL,
                     .x = EDGE + side,
                     .width = width - RIGHT - EDGE - side,
                     .top = EDGE + white,
                     .bottom = EDGE + side - white,
                     .gap = GAP_GROUPS,
                     .line_gap = GAP_LINES,
                     .scale = scale,
                     .narrow = true}},
    };
}

/* Those of a label about as high as wide, or higher. */
static int
list_high(double width, double height, struct arrangement list[ARRANGEMENT_MOST])
{
    int n = 0;

    if (width >= CORNER_WIDTH && height <= CORNER_MOST * width)
        list[n++] = corner(width, height);
    for (size_t i = 0; i < sizeof(stacked_shares) / sizeof(stacked_shares[0]); i++) {
        struct arrangement at = stacked(width, height, stacked_shares[i]);

        if (i == 0 || at.side >= STACKED_LEAST)
            list[n++] = at;
    }
    return n;
}

int
arrangement_list(double width, double height, struct arrangement list[ARRANGEMENT_MOST])
{
    int n = 0;

    if (width < ARRANGEMENT_LEAST_WIDTH || height < ARRANGEMENT_LEAST_HEIGHT)
        return 0;
    if (height >= STACKED * width)
        n = list_high(width, height, list);
    if (width >= WIDE * height && height >= LOW)
        list[n++] = wide(width, height);
    if (width >= BRIEF && height >= LOW)
        list[n++] = beside(width, height);
    list[n] = low(width, height);
    list[n].spare = n > 0 && !list[n].brief;
    return n + 1;
}
