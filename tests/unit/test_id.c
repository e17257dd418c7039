#include "base/id.h"

#include <string.h>

#include "base/words.h"

static const uint8_t noise[10] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

static void
of_digest(void)
{
    static const uint8_t digest[16] = {0xff, 1, 2,  3,  4,  5,  0xff, 7,
                                       0xff, 9, 10, 11, 12, 13, 14,   15};
    struct uuid uuid = uuid_of_digest(digest);
    char text[UUID_TEXT_SIZE];

    g_assert_cmpstr(uuid_format(&uuid, text), ==, "ff010203-0405-8f07-bf09-0a0b0c0d0e0f");
}

static void
version_7(void)
{
    struct uuid uuid = uuid_of_moment(INT64_C(0x0123456789ab), noise);
    char text[UUID_TEXT_SIZE];

    g_assert_cmpstr(uuid_format(&uuid, text), ==, "01234567-89ab-7102-8304-05060708090a");
}

static void
later_is_greater(void)
{
    struct uuid one = uuid_of_moment(1000, noise), other = uuid_of_moment(1001, noise);

    g_assert_cmpint(memcmp(&one, &other, sizeof(one)), <, 0);
}

static void
text_and_back(void)
{
    static const char *const texts[] = {
        "01234567-89ab-7102-8304-05060708090a",
        "01234567-89AB-7102-8304-05060708090A",
        "0123456789ab7102830405060708090a",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct uuid uuid;
        char text[UUID_TEXT_SIZE];

        g_assert_true(uuid_parse(texts[i], &uuid, NULL));
        g_assert_cmpstr(uuid_format(&uuid, text), ==, texts[0]);
    }
}

static void
refusing(void)
{
    static const char *const texts[] = {
        "",
        "01234567-89ab-7102-8304-05060708090",
        "01234567-89ab-7102-8304-05060708090ab",
        "01234567x89ab-7102-8304-05060708090a",
        "0123456789ab7102830405060708090g",
        "0123456789ab7102830405060708090",
        "01234567-89ab71028304-05060708090a-b",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct uuid uuid;
        GError *error = NULL;

        g_assert_false(uuid_parse(texts[i], &uuid, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_error_free(error);
    }
}

/* Clients count up: neither what follows from an id nor its neighbours may meet. */
static void
a_family_is_distinct(void)
{
    struct uuid first = uuid_of_moment(1000, noise);
    struct uuid same = uuid_nth(first, 0);
    struct uuid next = first;

    g_assert_cmpint(memcmp(&first, &same, sizeof(first)), ==, 0);
    for (uint32_t n = 1; n < 1000; n++) {
        struct uuid other = uuid_nth(first, n);

        next.bytes[15] = (uint8_t)(first.bytes[15] ^ n);
        next.bytes[14] = (uint8_t)(first.bytes[14] ^ (n >> 8));
        g_assert_cmpint(memcmp(&first, &other, sizeof(first)), !=, 0);
        g_assert_cmpint(memcmp(&next, &other, sizeof(next)), !=, 0);
        g_assert_cmpint(memcmp(first.bytes, other.bytes, 6), ==, 0); /* of the same moment */
        g_assert_cmpint(other.bytes[6] >> 4, ==, 7);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/id/of a digest, always the same", of_digest);
    g_test_add_func("/id/a new one is of version 7", version_7);
    g_test_add_func("/id/a later one is greater", later_is_greater);
    g_test_add_func("/id/text and back", text_and_back);
    g_test_add_func("/id/what is none is refused", refusing);
    g_test_add_func("/id/a family is distinct", a_family_is_distinct);
    return g_test_run();
}
