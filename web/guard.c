#include "web/guard.h"

#include <string.h>
#include <sys/socket.h>

#include <glib.h>

#include "web/socket.h"

struct guard_seat {
    GList link; /* in the guard's seats */
    int fd;
    gint64 until;  /* µs of the monotonic clock; G_MAXINT64: as long as it likes */
    gint expected; /* not 0: more is to come from it */
    int ended;     /* looks since its end had come, but not all of it */
    char address[SOCKET_ADDRESS_SIZE];
};

struct guard {
    GMutex mutex;
    GQueue seats;
    GHashTable *counts; /* seats of an address */
    int per_address;
    const char *last_words;
};

#define LOOKS 4 /* until it is sure that whoever reads has read all that came */

struct guard *
guard_new(int per_address, const char *last_words)
{
    struct guard *guard = g_new0(struct guard, 1);

    g_mutex_init(&guard->mutex);
    g_queue_init(&guard->seats);
    guard->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    guard->per_address = per_address;
    guard->last_words = last_words;
    return guard;
}

void
guard_free(struct guard *guard)
{
    if (guard == NULL)
        return;
    g_assert(g_queue_is_empty(&guard->seats));
    g_hash_table_unref(guard->counts);
    g_mutex_clear(&guard->mutex);
    g_free(guard);
}

static int
count_of(const struct guard *guard, const char *address)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(guard->counts, address));
}

static void
set_count(struct guard *guard, const char *address, int count)
{
    if (count > 0)
        g_hash_table_replace(guard->counts, g_strdup(address), GINT_TO_POINTER(count));
    else
        g_hash_table_remove(guard->counts, address);
}

bool
guard_admits(struct guard *guard, const char *address)
{
    bool admits;

    g_mutex_lock(&guard->mutex);
    admits = socket_is_loopback(address) || count_of(guard, address) < guard->per_address;
    g_mutex_unlock(&guard->mutex);
    return admits;
}

struct guard_seat *
guard_seat(struct guard *guard, int fd, const char *address)
{
    struct guard_seat *seat = g_new0(struct guard_seat, 1);

    seat->link.data = seat;
    seat->fd = fd;
    seat->until = G_MAXINT64;
    g_strlcpy(seat->address, address, sizeof(seat->address));
    g_mutex_lock(&guard->mutex);
    g_queue_push_tail_link(&guard->seats, &seat->link);
    set_count(guard, address, count_of(guard, address) + 1);
    g_mutex_unlock(&guard->mutex);
    return seat;
}

void
guard_leave(struct guard *guard, struct guard_seat *seat)
{
    g_mutex_lock(&guard->mutex);
    g_queue_unlink(&guard->seats, &seat->link);
    set_count(guard, seat->address, count_of(guard, seat->address) - 1);
    g_mutex_unlock(&guard->mutex);
    g_free(seat);
}

void
guard_allow(struct guard *guard, struct guard_seat *seat, int ms)
{
    gint64 until = ms < 0 ? G_MAXINT64 : g_get_monotonic_time() + ms * G_GINT64_CONSTANT(1000);

    g_mutex_lock(&guard->mutex);
    seat->until = until;
    g_mutex_unlock(&guard->mutex);
}

void
guard_expect(struct guard_seat *seat, bool expected)
{
    g_atomic_int_set(&seat->expected, expected);
}

/* Whether a client has shut its side in the middle of what it was to send: where libmicrohttpd (0.9.75) does not
 * hear of that at once and closes, it waits on. */
static bool
has_broken_off(struct guard_seat *seat)
{
    char byte;

    if (g_atomic_int_get(&seat->expected) != 0 &&
        recv(seat->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
        seat->ended++;
    else
        seat->ended = 0;
    return seat->ended >= LOOKS;
}

static void
tell_last(const struct guard *guard, const struct guard_seat *seat)
{
    ssize_t sent = 0;

    if (guard->last_words != NULL)
        sent = send(seat->fd, guard->last_words, strlen(guard->last_words),
                    MSG_DONTWAIT | MSG_NOSIGNAL);
    (void)sent; /* it may be gone */
}

/* The server sees a socket that is shut as a client that left, and closes it itself. */
int
guard_look(struct guard *guard)
{
    gint64 now = g_get_monotonic_time();
    int cut = 0;

    g_mutex_lock(&guard->mutex);
    for (GList *at = guard->seats.head; at != NULL; at = at->next) {
        struct guard_seat *seat = at->data;

        if (has_broken_off(seat))
            tell_last(guard, seat);
        else if (seat->until > now)
            continue;
        guard_expect(seat, false);
        shutdown(seat->fd, SHUT_RDWR);
        seat->until = G_MAXINT64;
        cut++;
    }
    g_mutex_unlock(&guard->mutex);
    return cut;
}
