#include <string.h>

#include "base/words.h"
#include "scanner/picture_part.h"

#define MOST 65535 /* the largest value of a sample (pgm(5), ppm(5)) */

/* A file being read. */
struct reading {
    const uint8_t *data;
    size_t size, at;
    unsigned channels; /* 1 gray, 3 colour */
    bool plain;        /* numbers in digits, not in bytes */
    uint32_t width, height, most;
};

/* Skips blanks, and remarks from # to the end of the line. */
static void
skip_blanks(struct reading *reading)
{
    for (; reading->at < reading->size; reading->at++) {
        uint8_t c = reading->data[reading->at];

        if (c == '#')
            while (reading->at + 1 < reading->size && reading->data[reading->at] != '\n')
                reading->at++;
        else if (!g_ascii_isspace((char)c))
            return;
    }
}

/* A number in digits; false at the end of the file, for anything else, and above UINT32_MAX / 16. */
static bool
read_number(struct reading *reading, uint32_t *number)
{
    size_t start;

    skip_blanks(reading);
    start = reading->at;
    *number = 0;
    while (reading->at < reading->size && g_ascii_isdigit((char)reading->data[reading->at])) {
        if (*number > UINT32_MAX / 16)
            return false;
        *number = *number * 10 + (uint32_t)(reading->data[reading->at++] - '0');
    }
    return reading->at > start;
}

static bool
read_head(struct reading *reading)
{
    char kind = (char)reading->data[1];

    reading->channels = kind == '2' || kind == '5' ? 1 : 3;
    reading->plain = kind == '2' || kind == '3';
    reading->at = 2;
    if (!read_number(reading, &reading->width) || !read_number(reading, &reading->height) ||
        !read_number(reading, &reading->most) || reading->most == 0 || reading->most > MOST)
        return false;
    return reading->plain ||
           (reading->at < reading->size && g_ascii_isspace((char)reading->data[reading->at++]));
}

/* The next sample, brought to 0 to 255; false where the file ends. */
static bool
read_sample(struct reading *reading, unsigned *sample)
{
    size_t bytes = reading->most > 255 ? 2 : 1;
    uint32_t value = 0;

    if (reading->plain) {
        if (!read_number(reading, &value))
            return false;
    } else {
        if (reading->size - reading->at < bytes)
            return false;
        for (size_t i = 0; i < bytes; i++)
            value = value << 8 | reading->data[reading->at++];
    }
    *sample = (MIN(value, reading->most) * 255 + reading->most / 2) / reading->most;
    return true;
}

static bool
read_row(struct reading *reading, uint8_t *row)
{
    for (uint32_t x = 0; x < reading->width; x++) {
        unsigned samples[3];

        for (unsigned i = 0; i < reading->channels; i++)
            if (!read_sample(reading, &samples[i]))
                return false;
        row[x] = reading->channels == 1 ? (uint8_t)samples[0]
                                        : picture_part_luma(samples[0], samples[1], samples[2]);
    }
    return true;
}

/* Gray bytes as they are, which is what programs hand over: no sample needs a look. */
static uint32_t
copy_rows(struct reading *reading, struct picture *picture)
{
    size_t rows = MIN((reading->size - reading->at) / picture->width, picture->height);

    memcpy(picture->luma, reading->data + reading->at, rows * picture->width);
    return (uint32_t)rows;
}

static uint32_t
read_rows(struct reading *reading, struct picture *picture)
{
    uint32_t rows = 0;

    if (!reading->plain && reading->channels == 1 && reading->most == 255)
        return copy_rows(reading, picture);
    while (rows < picture->height &&
           read_row(reading, picture->luma + (size_t)rows * picture->width))
        rows++;
    return rows;
}

struct picture *
picture_pnm_load(const uint8_t *data, size_t size, int64_t pixels, GPtrArray *findings,
                 GError **error)
{
    struct reading reading = {.data = data, .size = size};
    const char *format = data[1] == '2' || data[1] == '5' ? "PGM" : "PPM";
    struct picture *picture;

    if (!read_head(&reading)) {
        picture_part_damaged(format, error);
        return NULL;
    }
    if (!picture_fits(reading.width, reading.height, pixels, error))
        return NULL;
    picture = picture_new(reading.width, reading.height);
    if (picture_part_use(picture, read_rows(&reading, picture), format, findings, error))
        return picture;
    picture_free(picture);
    return NULL;
}
