#include "labels/cff.h"

#define OP_CHARSET 15
#define OP_ESCAPE 12
#define OP_ROS 30  /* after the escape */
#define RANGE_16 2 /* a charset in ranges whose length takes two bytes */
#define REAL 30

/* A place in the table; beyond its end all bytes are 0. */
struct reader {
    const uint8_t *bytes;
    size_t n, at;
};

static uint32_t
read_number(struct reader *reader, unsigned size)
{
    uint32_t value = 0;

    for (unsigned i = 0; i < size; i++, reader->at++)
        value = value << 8 | (reader->at < reader->n ? reader->bytes[reader->at] : 0);
    return value;
}

/* Goes over an INDEX; *end is where its first object ends, and the place where that begins. */
static size_t
first_of_index(struct reader *reader, size_t *end)
{
    const uint32_t count = read_number(reader, 2);
    uint32_t size, first, second, last = 1;
    size_t base;

    *end = reader->at;
    if (count == 0)
        return reader->at;
    size = read_number(reader, 1);
    base = reader->at + ((size_t)count + 1) * size - 1;
    first = read_number(reader, size);
    second = read_number(reader, size);
    reader->at = base + 1 - size;
    last = read_number(reader, size);
    reader->at = base + last;
    *end = base + second;
    return base + first;
}

/* An operand of a DICT that begins with this byte (table 3 of the note); reals are gone over. */
static uint32_t
read_operand(struct reader *reader, unsigned byte)
{
    if (byte == 28)
        return read_number(reader, 2);
    if (byte == 29)
        return read_number(reader, 4);
    if (byte >= 247 && byte <= 250)
        return (byte - 247) * 256 + read_number(reader, 1) + 108;
    if (byte >= 251 && byte <= 254)
        return read_number(reader, 1);
    if (byte == REAL)
        while (reader->at < reader->n && (read_number(reader, 1) & 15) != 15)
            continue;
    return byte - 139;
}

/* Where the charset of the top DICT is, or 0; not for fonts that name glyphs by words. */
static size_t
charset_of(struct reader *reader, size_t end)
{
    uint32_t operand = 0, charset = 0;
    bool by_number = false;

    while (reader->at < end && reader->at < reader->n) {
        const unsigned byte = read_number(reader, 1);

        if (byte == OP_ESCAPE)
            by_number = read_number(reader, 1) == OP_ROS || by_number;
        else if (byte == OP_CHARSET)
            charset = operand;
        else if (byte > 21)
            operand = read_operand(reader, byte);
    }
    return by_number ? charset : 0;
}

bool
cff_names_are_numbers(const uint8_t *table, size_t n, unsigned glyphs)
{
    struct reader reader = {table, n, 2};
    size_t end;

    reader.at = read_number(&reader, 1);
    first_of_index(&reader, &end);
    reader.at = first_of_index(&reader, &end);
    reader.at = charset_of(&reader, end);
    return reader.at > 0 && read_number(&reader, 1) == RANGE_16 && read_number(&reader, 2) == 1 &&
           read_number(&reader, 2) + 2 == glyphs;
}
