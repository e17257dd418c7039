#include "web/guard.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <glib.h>

#define MANY 8

/* A connection of an address, and the other end of it. */
struct end {
    struct guard_seat *seat;
    int fd, other;
};

static struct end
connected(struct guard *guard, const char *address)
{
    struct end end = {.fd = -1};
    int pair[2];

    g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), ==, 0);
    end.fd = pair[0];
    end.other = pair[1];
    end.seat = guard_seat(guard, end.fd, address);
    return end;
}

static void
leave(struct guard *guard, struct end *end)
{
    guard_leave(guard, end->seat);
    close(end->fd);
    close(end->other);
}

/* Whether it was ended: the other end reads nothing any more. */
static bool
is_cut(const struct end *end)
{
    char byte;

    return recv(end->other, &byte, 1, 0) == 0;
}

static void
so_many_an_address(void)
{
    struct guard *guard = guard_new(2, "gone");
    struct end ends[4];

    g_assert_true(guard_admits(guard, "203.0.113.7"));
    ends[0] = connected(guard, "203.0.113.7");
    g_assert_true(guard_admits(guard, "203.0.113.7"));
    ends[1] = connected(guard, "203.0.113.7");
    g_assert_false(guard_admits(guard, "203.0.113.7"));
    g_assert_true(guard_admits(guard, "203.0.113.8"));
    leave(guard, &ends[0]);
    g_assert_true(guard_admits(guard, "203.0.113.7"));
    leave(guard, &ends[1]);
    for (int i = 0; i < 4; i++) { /* a proxy on this machine speaks for many */
        g_assert_true(guard_admits(guard, i % 2 != 0 ? "127.0.0.1" : "::1"));
        ends[i] = connected(guard, "127.0.0.1");
    }
    g_assert_true(guard_admits(guard, "127.0.0.1"));
    for (int i = 0; i < 4; i++)
        leave(guard, &ends[i]);
    guard_free(guard);
    guard_free(NULL);
}

static void
whose_time_is_over(void)
{
    struct guard *guard = guard_new(MANY, "gone");
    struct end slow = connected(guard, "a"), quick = connected(guard, "b"),
               free_one = connected(guard, "c"), again = connected(guard, "d");

    g_assert_cmpint(guard_look(guard), ==, 0); /* as long as they like, until it is said */
    guard_allow(guard, slow.seat, 20);
    guard_allow(guard, quick.seat, 600000);
    guard_allow(guard, free_one.seat, 20);
    guard_allow(guard, free_one.seat, -1);
    guard_allow(guard, again.seat, 20);
    g_usleep(40000);
    guard_allow(guard, again.seat, 600000); /* something else began in time */
    g_assert_cmpint(guard_look(guard), ==, 1);
    g_assert_true(is_cut(&slow));
    g_assert_false(is_cut(&quick));
    g_assert_false(is_cut(&free_one));
    g_assert_false(is_cut(&again));
    g_assert_cmpint(guard_look(guard), ==, 0); /* once is enough */
    leave(guard, &slow);
    leave(guard, &quick);
    leave(guard, &free_one);
    leave(guard, &again);
    guard_free(guard);
}

/* Bytes now and then give nobody more time. */
static void
one_that_sends_a_byte_now_and_then(void)
{
    struct guard *guard = guard_new(MANY, "gone");
    struct end end = connected(guard, "a");
    int cut = 0;

    guard_allow(guard, end.seat, 60);
    for (int n = 0; n < 20 && cut == 0; n++) {
        g_assert_cmpint(send(end.other, "x", 1, MSG_NOSIGNAL), ==, 1);
        g_usleep(10000);
        cut = guard_look(guard);
    }
    g_assert_cmpint(cut, ==, 1);
    leave(guard, &end);
    guard_free(guard);
}

static int
look(struct guard *guard, int times)
{
    int cut = 0;

    while (times-- > 0)
        cut += guard_look(guard);
    return cut;
}

/* Its end in the middle of a request is answered, but not before all that came is read, and only then. */
static void
one_that_breaks_off(void)
{
    struct guard *guard = guard_new(MANY, "gone");
    struct end broken = connected(guard, "a"), whole = connected(guard, "a"),
               unread = connected(guard, "a"), going_on = connected(guard, "a");
    char text[8];

    guard_expect(broken.seat, true);
    guard_expect(unread.seat, true);
    guard_expect(going_on.seat, true);
    g_assert_cmpint(send(unread.other, "x", 1, MSG_NOSIGNAL), ==, 1);
    shutdown(broken.other, SHUT_WR);
    shutdown(whole.other, SHUT_WR);
    shutdown(unread.other, SHUT_WR);
    g_assert_cmpint(look(guard, 3), ==, 0);
    g_assert_cmpint(look(guard, 20), ==, 1);
    g_assert_cmpint(recv(broken.other, text, sizeof(text), 0), ==, 4);
    g_assert_true(memcmp(text, "gone", 4) == 0);
    g_assert_true(is_cut(&broken));
    g_assert_cmpint(recv(unread.fd, text, 1, 0), ==, 1);
    g_assert_cmpint(look(guard, 20), ==, 1);
    g_assert_false(is_cut(&whole)); /* an answer may still be on its way */
    g_assert_false(is_cut(&going_on));
    leave(guard, &broken);
    leave(guard, &whole);
    leave(guard, &unread);
    leave(guard, &going_on);
    guard_free(guard);
}

static gpointer
come_and_go(gpointer data)
{
    struct guard *guard = data;

    for (int n = 0; n < 500; n++) {
        struct end end = connected(guard, "a");

        guard_allow(guard, end.seat, n % 3 - 1);
        leave(guard, &end);
    }
    return NULL;
}

static void
many_threads(void)
{
    struct guard *guard = guard_new(1, "gone");
    GThread *threads[4];

    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("comer", come_and_go, guard);
    for (int n = 0; n < 500; n++)
        guard_look(guard);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    g_assert_true(guard_admits(guard, "a")); /* all who came have gone */
    guard_free(guard);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/guard/so many an address", so_many_an_address);
    g_test_add_func("/guard/whose time is over", whose_time_is_over);
    g_test_add_func("/guard/one that sends a byte now and then",
                    one_that_sends_a_byte_now_and_then);
    g_test_add_func("/guard/one that breaks off", one_that_breaks_off);
    g_test_add_func("/guard/many threads", many_threads);
    return g_test_run();
}
