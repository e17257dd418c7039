#include "inventory/attempt.h"

#include "tests/unit/people.h"

#define SECOND INT64_C(1000)
#define HOUR (3600 * SECOND)

static const struct attempt wang = {"wang", "203.0.113.7"};

static int64_t
wait_for(struct people *p, const struct attempt *attempt, int64_t now)
{
    GError *error = NULL;
    int64_t wait;

    g_assert_true(attempt_begin(p->f.inventory, attempt, now, &wait, &error));
    g_assert_no_error(error);
    return wait;
}

/* So many failures from addresses of their own, each as soon as it may be; the moment after. */
static int64_t
fail(struct people *p, const char *login, int times, int64_t now)
{
    for (int n = 0; n < times; n++) {
        g_autofree char *address = g_strdup_printf("198.51.100.%d", n);
        const struct attempt attempt = {login, address};
        int64_t wait = wait_for(p, &attempt, now);

        g_assert_cmpint(wait, !=, ATTEMPT_LOCKED);
        now += wait;
        if (wait > 0)
            g_assert_cmpint(wait_for(p, &attempt, now), ==, 0);
    }
    return now;
}

static void
waits_grow(struct people *p, gconstpointer data)
{
    static const int64_t waits[] = {30, 60, 120, 240, 480, 960, 1920, 3600, 3600};
    int64_t now = fail(p, "wang", ATTEMPT_FREE, FIXTURE_NOW);

    (void)data;
    g_assert_cmpint(now, ==, FIXTURE_NOW); /* mistypings cost nothing */
    for (size_t i = 0; i < G_N_ELEMENTS(waits); i++) {
        g_assert_cmpint(wait_for(p, &wang, now), ==, waits[i] * SECOND);
        now += waits[i] * SECOND;
        g_assert_cmpint(wait_for(p, &wang, now - 1), ==, 1);
        g_assert_cmpint(wait_for(p, &wang, now), ==, 0);
    }
}

/* One that comes too early neither counts nor makes the wait longer. */
static void
too_early_counts_not(struct people *p, gconstpointer data)
{
    int64_t now = fail(p, "wang", ATTEMPT_FREE, FIXTURE_NOW);

    (void)data;
    for (int n = 0; n < 100; n++)
        g_assert_cmpint(wait_for(p, &wang, now + n * 10), ==, 30 * SECOND - n * 10);
    g_assert_cmpint(wait_for(p, &wang, now + 30 * SECOND), ==, 0);
}

static void
success_ends_the_count(struct people *p, gconstpointer data)
{
    int64_t now = fail(p, "wang", ATTEMPT_FREE + 3, FIXTURE_NOW);

    (void)data;
    now += wait_for(p, &wang, now);
    g_assert_cmpint(wait_for(p, &wang, now), ==, 0);
    g_assert_true(attempt_succeed(p->f.inventory, &wang, NULL));
    for (int n = 0; n < ATTEMPT_FREE; n++)
        g_assert_cmpint(wait_for(p, &wang, now), ==, 0);
    g_assert_cmpint(wait_for(p, &wang, now), ==, 30 * SECOND);
}

static void
locked_until_unlocked(struct people *p, gconstpointer data)
{
    int64_t now = fail(p, "wang", ATTEMPT_LOCK - 1, FIXTURE_NOW);
    bool locked;

    (void)data;
    g_assert_true(attempt_is_locked(p->f.inventory, "wang", &locked, NULL));
    g_assert_false(locked);
    now += wait_for(p, &wang, now);
    g_assert_cmpint(wait_for(p, &wang, now), ==, 0);
    g_assert_cmpint(wait_for(p, &wang, now + 400 * FIXTURE_DAY_MS), ==, ATTEMPT_LOCKED);
    g_assert_true(attempt_is_locked(p->f.inventory, "wang", &locked, NULL));
    g_assert_true(locked);
    g_assert_true(attempt_is_locked(p->f.inventory, "zhang", &locked, NULL));
    g_assert_false(locked);
    g_assert_cmpint(wait_for(p, &(struct attempt){"zhang", "203.0.113.7"}, now), ==, 0);
    g_assert_true(attempt_unlock(p->f.inventory, "wang", NULL));
    g_assert_cmpint(wait_for(p, &wang, now), ==, 0);
}

/* Many logins from one address; those behind it who know theirs don't take its failures back. */
static void
an_address_waits_too(struct people *p, gconstpointer data)
{
    int64_t wait = 0, tried = 0;

    (void)data;
    while (wait == 0 && tried < 100) {
        g_autofree char *login = g_strdup_printf("guess%d", (int)tried++);

        wait = wait_for(p, &(struct attempt){login, "203.0.113.7"}, FIXTURE_NOW);
    }
    g_assert_cmpint(tried, ==, 31);
    g_assert_cmpint(wait, ==, 10 * SECOND);
    g_assert_cmpint(wait_for(p, &(struct attempt){"wang", "203.0.113.8"}, FIXTURE_NOW), ==, 0);
    g_assert_cmpint(wait_for(p, &wang, FIXTURE_NOW + 10 * SECOND), ==, 0);
    g_assert_true(attempt_succeed(p->f.inventory, &wang, NULL));
    g_assert_cmpint(wait_for(p, &wang, FIXTURE_NOW + 10 * SECOND), ==, 10 * SECOND);
    g_assert_cmpint(wait_for(p, &wang, FIXTURE_NOW + 3 * HOUR), ==, 0);
    for (int n = 0; n < 3; n++)
        g_assert_cmpint(wait_for(p, &wang, FIXTURE_NOW + 3 * HOUR), ==, 0); /* it is forgotten */
}

static void
made_up_logins_are_forgotten(struct people *p, gconstpointer data)
{
    int64_t count = 0, later = FIXTURE_NOW + 31 * FIXTURE_DAY_MS;

    (void)data;
    for (int n = 0; n < 200; n++) {
        g_autofree char *login = g_strdup_printf("made up %d", n);

        g_assert_cmpint(wait_for(p, &(struct attempt){login, login}, FIXTURE_NOW), ==, 0);
    }
    g_assert_cmpint(wait_for(p, &wang, later), ==, 0);
    g_assert_true(
        db_one_int(db_query(p->f.inventory->db, "SELECT count(*) FROM attempt"), 0, &count, NULL));
    g_assert_cmpint(count, ==, 2);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PEOPLE_TEST("/attempt/waits grow", waits_grow);
    PEOPLE_TEST("/attempt/too early counts not", too_early_counts_not);
    PEOPLE_TEST("/attempt/success ends the count", success_ends_the_count);
    PEOPLE_TEST("/attempt/locked until unlocked", locked_until_unlocked);
    PEOPLE_TEST("/attempt/an address waits too", an_address_waits_too);
    PEOPLE_TEST("/attempt/made-up logins are forgotten", made_up_logins_are_forgotten);
    return g_test_run();
}
