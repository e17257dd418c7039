#include "scanner/exif.h"

#include <string.h>

#include <glib.h>

#define LITTLE "Exif\0\0II*\0\x08\0\0\0"
#define BIG "Exif\0\0MM\0*\0\0\0\x08"

/* Bytes of a string literal, zeros within it too. */
#define ADD(to, bytes) g_byte_array_append(to, (const guint8 *)(bytes), sizeof(bytes) - 1)

static GByteArray *
new_jpeg(void)
{
    GByteArray *jpeg = g_byte_array_new();

    return ADD(jpeg, "\xff\xd8");
}

static void
add_segment(GByteArray *jpeg, uint8_t marker, const void *data, size_t size)
{
    const uint8_t head[] = {0xff, marker, (uint8_t)((size + 2) >> 8), (uint8_t)(size + 2)};

    g_byte_array_append(jpeg, head, sizeof head);
    g_byte_array_append(jpeg, data, (guint)size);
}

/* From a copy that ends where the file does, so that a step beyond is seen; takes the file over. */
static int
orientation_of(GByteArray *jpeg)
{
    g_autofree uint8_t *copy = g_memdup2(jpeg->data, jpeg->len);
    int orientation = exif_orientation(copy, jpeg->len);

    g_byte_array_unref(jpeg);
    return orientation;
}

static GByteArray *
with_exif(const void *exif, size_t size)
{
    GByteArray *jpeg = new_jpeg();

    add_segment(jpeg, 0xe1, exif, size);
    return jpeg;
}

#define EXIF(bytes) orientation_of(with_exif(bytes, sizeof(bytes) - 1))

static GByteArray *
with_orientation(int orientation)
{
    uint8_t exif[] = BIG "\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0";

    exif[25] = (uint8_t)orientation;
    return with_exif(exif, sizeof exif - 1);
}

static void
test_both_endians(void)
{
    for (int i = 1; i <= 8; i++) {
        uint8_t little[] = LITTLE "\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0";

        little[24] = (uint8_t)i;
        g_assert_cmpint(orientation_of(with_orientation(i)), ==, i);
        g_assert_cmpint(orientation_of(with_exif(little, sizeof little - 1)), ==, i);
    }
}

static void
test_other_values(void)
{
    g_assert_cmpint(orientation_of(with_orientation(0)), ==, 1);
    g_assert_cmpint(orientation_of(with_orientation(9)), ==, 1);
    g_assert_cmpint(orientation_of(with_orientation(255)), ==, 1);
    g_assert_cmpint(EXIF(BIG "\0\x01\x01\x12\0\x03\0\0\0\x01\x06\x06\0\0"), ==, 1); /* 1542 */
    g_assert_cmpint(EXIF(BIG "\0\x01\x01\x12\0\x04\0\0\0\x01\0\x06\0\0"), ==, 1);   /* a long */
    g_assert_cmpint(EXIF(BIG "\0\x01\x01\x13\0\x03\0\0\0\x01\0\x06\0\0"), ==, 1);   /* other tag */
    g_assert_cmpint(EXIF(LITTLE "\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"), ==, 1);
}

/* Behind other tags, in a directory that doesn't begin at once. */
static void
test_elsewhere(void)
{
    g_assert_cmpint(EXIF(BIG "\0\x02\x01\x0f\0\x02\0\0\0\x04"
                             "ABC\0\x01\x12\0\x03\0\0\0\x01\0\x08\0\0"),
                    ==, 8);
    g_assert_cmpint(EXIF("Exif\0\0MM\0*\0\0\0\x0c????\0\x01\x01\x12\0\x03\0\0\0\x01\0\x05\0\0"), ==,
                    5);
    /* The directory has one entry: the second is something else. */
    g_assert_cmpint(EXIF(BIG "\0\x01\x01\x0f\0\x02\0\0\0\x04"
                             "ABC\0\x01\x12\0\x03\0\0\0\x01\0\x08\0\0"),
                    ==, 1);
}

static void
test_hostile_directories(void)
{
    g_assert_cmpint(EXIF("Exif\0\0"), ==, 1);
    g_assert_cmpint(EXIF("Exif\0\0MM\0*"), ==, 1);
    g_assert_cmpint(EXIF("Exif\0\0MM\0*\xff\xff\xff\xff"), ==, 1);
    g_assert_cmpint(EXIF("Exif\0\0MM\0*\xff\xff\xff\xfe\0\x01"), ==, 1);
    g_assert_cmpint(EXIF("Exif\0\0MM\0*\0\0\0\x09\0\x01"), ==, 1);
    g_assert_cmpint(EXIF("Exif\0\0MM\0*\0\0\0\0"), ==, 1); /* the header as a directory */
    g_assert_cmpint(EXIF(BIG "\xff\xff\x01\x0f\0\x02\0\0\0\x04"
                             "ABC\0"),
                    ==, 1);
    g_assert_cmpint(EXIF("Exif\0\0MX\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"), ==, 1);
    g_assert_cmpint(EXIF("Exif\0\0MM*\0\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"), ==, 1);
    g_assert_cmpint(EXIF("Exif\0!MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"), ==, 1);
}

/* Cut anywhere before the value's end the file says nothing, and nothing behind its end is read. */
static void
test_cut_anywhere(void)
{
    g_autoptr(GByteArray) whole = with_orientation(6);

    for (guint size = 0; size < whole->len; size++) {
        GByteArray *cut = g_byte_array_new();

        g_byte_array_append(cut, whole->data, size);
        g_assert_cmpint(orientation_of(cut), ==, 1);
    }
}

/* The segment says less than the file holds: what lies behind it is not its own. */
static void
test_short_segment(void)
{
    g_autoptr(GByteArray) whole = with_orientation(6);

    for (uint8_t size = 0; size + 4 < (int)whole->len; size++) {
        GByteArray *cut = g_byte_array_new();
        int said = size + 6u >= whole->len ? 6 : 1; /* the last two bytes mean nothing */

        g_byte_array_append(cut, whole->data, whole->len);
        cut->data[5] = size;
        g_assert_cmpint(orientation_of(cut), ==, said);
    }
}

static void
test_other_segments(void)
{
    static const char xmp[] = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>";
    GByteArray *jpeg = new_jpeg();
    g_autoptr(GByteArray) exif = with_orientation(3);

    add_segment(jpeg, 0xe0, "JFIF\0", 5);
    add_segment(jpeg, 0xe1, xmp, sizeof xmp - 1);
    add_segment(jpeg, 0xfe, "Exif", 4);
    ADD(jpeg, "\xff\xff\xff"); /* fill bytes before a marker */
    g_byte_array_append(jpeg, exif->data + 2, exif->len - 2);
    add_segment(jpeg, 0xe1, "Exif\0\0MM\0*", 10); /* only the first counts */
    g_assert_cmpint(orientation_of(jpeg), ==, 3);
}

static void
test_behind_the_pixels(void)
{
    GByteArray *jpeg = new_jpeg();
    g_autoptr(GByteArray) exif = with_orientation(3);

    add_segment(jpeg, 0xda, "\x01\x01\0\0\x3f\0", 6);
    g_byte_array_append(jpeg, exif->data + 2, exif->len - 2);
    g_assert_cmpint(orientation_of(jpeg), ==, 1);
}

static void
test_no_segments(void)
{
    GByteArray *broken = ADD(new_jpeg(), "\xff\xe1\0\0Exif\0\0"), *bare = new_jpeg();
    GByteArray *noise = ADD(new_jpeg(), "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03");

    g_assert_cmpint(orientation_of(broken), ==, 1);
    g_assert_cmpint(orientation_of(bare), ==, 1);
    g_assert_cmpint(orientation_of(noise), ==, 1);
    g_assert_cmpint(orientation_of(g_byte_array_new()), ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exif/reads all orientations in both byte orders", test_both_endians);
    g_test_add_func("/exif/takes no other value or type", test_other_values);
    g_test_add_func("/exif/finds the tag behind others", test_elsewhere);
    g_test_add_func("/exif/bears directories that make no sense", test_hostile_directories);
    g_test_add_func("/exif/bears a file cut anywhere", test_cut_anywhere);
    g_test_add_func("/exif/stays within the segment", test_short_segment);
    g_test_add_func("/exif/passes over other segments", test_other_segments);
    g_test_add_func("/exif/looks no further than the pixels", test_behind_the_pixels);
    g_test_add_func("/exif/bears a file without segments", test_no_segments);
    return g_test_run();
}
