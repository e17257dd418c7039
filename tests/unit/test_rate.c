#include "web/rate.h"

#include <glib.h>

#include "web/address.h"

/* ms to wait; 0: it may. */
static int
wait_of(struct rate *rate, const char *who, int64_t now)
{
    int wait;
    bool admits = rate_admits(rate, who, now, &wait);

    g_assert_true(admits == (wait == 0));
    return wait;
}

static void
a_burst_then_once_in_a_while(void)
{
    struct rate *rate = rate_new(3, 1000);

    for (int n = 0; n < 3; n++)
        g_assert_cmpint(wait_of(rate, "203.0.113.7", 5000), ==, 0);
    g_assert_cmpint(wait_of(rate, "203.0.113.7", 5000), ==, 1000);
    g_assert_cmpint(wait_of(rate, "203.0.113.7", 5400), ==, 600); /* asking costs nothing */
    g_assert_cmpint(wait_of(rate, "203.0.113.7", 6000), ==, 0);
    g_assert_cmpint(wait_of(rate, "203.0.113.7", 6000), ==, 1000);
    g_assert_cmpint(wait_of(rate, "203.0.113.8", 6000), ==, 0);
    for (int n = 0; n < 3; n++)
        g_assert_cmpint(wait_of(rate, "203.0.113.7", 20000), ==, 0);
    rate_free(rate);
}

static void
a_clock_that_goes_back(void)
{
    struct rate *rate = rate_new(2, 1000);

    g_assert_cmpint(wait_of(rate, "a", 10000), ==, 0);
    g_assert_cmpint(wait_of(rate, "a", 10000), ==, 0);
    g_assert_cmpint(wait_of(rate, "a", 9000), ==, 2000);
    g_assert_cmpint(wait_of(rate, "a", 11000), ==, 0);
    rate_free(rate);
}

/* More addresses than there is room for: those of now are still counted. */
static void
many_addresses(void)
{
    struct rate *rate = rate_new(1, 1000);

    for (int n = 0; n < 50000; n++) {
        g_autofree char *address = g_strdup_printf("10.%d.%d.1", n / 256, n % 256);

        g_assert_cmpint(wait_of(rate, address, n), ==, 0);
    }
    g_assert_cmpint(wait_of(rate, "10.195.79.1", 50000), >, 0);
    rate_free(rate);
    rate_free(NULL);
}

static void
households(void)
{
    static const struct {
        const char *address, *group;
    } rows[] = {
        {"203.0.113.7", "203.0.113.7"},
        {"::ffff:203.0.113.7", "203.0.113.7"},
        {"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
        {"2001:db8:1:2::9", "2001:db8:1:2::/64"},
        {"2001:db8:1:3::9", "2001:db8:1:3::/64"},
        {"::1", "::/64"},
        {"", ""},
        {"not an address", "not an address"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *group = address_group(rows[i].address);

        g_assert_cmpstr(group, ==, rows[i].group);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rate/a burst, then once in a while", a_burst_then_once_in_a_while);
    g_test_add_func("/rate/a clock that goes back", a_clock_that_goes_back);
    g_test_add_func("/rate/many addresses", many_addresses);
    g_test_add_func("/rate/households", households);
    return g_test_run();
}
