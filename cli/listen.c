#include "cli/listen.h"
#include "cli/stop.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"

enum {
    EAR_SOURCE,
    EAR_TYPED,
    EAR_STOP,
    EARS,
};

struct ears {
    struct source *source;
    struct session *session;
    struct pollfd polls[EARS];
    GString *line; /* typed so far */
    GPtrArray *steps;
    bool pending; /* a code without its end may have come from the source */
};

/* Whole lines only: what is typed never gets into a code that is being scanned. */
static void
take_line(struct ears *ears)
{
    g_strchomp(ears->line->str);
    session_code(ears->session, ears->line->str, strlen(ears->line->str), SYMBOLOGY_TYPED,
                 ears->steps);
    g_string_truncate(ears->line, 0);
}

/* False where a person ended it. */
static bool
take_typed(struct ears *ears)
{
    char bytes[1024];
    ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);

    for (ssize_t i = 0; i < got; i++)
        if (bytes[i] == '\n')
            take_line(ears);
        else if (bytes[i] != '\0' && ears->line->len <= LIMIT_CODE)
            g_string_append_c(ears->line, bytes[i]);
    if (got > 0 || (got < 0 && errno == EINTR))
        return true;
    ears->polls[EAR_TYPED].fd = -1; /* a pipe or file that is over leaves the device alone */
    return isatty(STDIN_FILENO) != 1;
}

static void
open_ears(struct ears *ears)
{
    bool typed_only = ears->source->fd == STDIN_FILENO;

    ears->polls[EAR_SOURCE] = (struct pollfd){.fd = ears->source->fd, .events = POLLIN};
    ears->polls[EAR_TYPED] =
        (struct pollfd){.fd = typed_only ? -1 : STDIN_FILENO, .events = POLLIN};
    ears->polls[EAR_STOP] =
        (struct pollfd){.fd = typed_only ? -1 : stop_signals(), .events = POLLIN};
}

/* One wait and what it brings. *more: false at the end. */
static bool
hear(struct ears *ears, bool *more, GError **error)
{
    struct source *source = ears->source;
    bool always = source->fd < 0;
    int ready = poll(ears->polls, EARS, always ? 0 : ears->pending ? source->pause_ms : -1);

    if (ready < 0)
        return true;
    if (ears->polls[EAR_STOP].revents != 0) {
        *more = false;
        return true;
    }
    if (ears->polls[EAR_TYPED].revents != 0 && !take_typed(ears))
        *more = false;
    if (ready == 0 && ears->pending) {
        session_end(ears->session, ears->steps);
        ears->pending = false;
    }
    if (ears->polls[EAR_SOURCE].revents != 0)
        ears->pending = source->pause_ms >= 0;
    if (!*more || (!always && ears->polls[EAR_SOURCE].revents == 0))
        return true;
    return source->take(source, ears->session, ears->steps, more, error);
}

static bool
hand_on(struct ears *ears, listen_take *take, void *data, GError **error)
{
    GPtrArray *remarks = ears->source->remarks;
    bool ok =
        (ears->steps->len == 0 && remarks->len == 0) || take(ears->steps, remarks, data, error);

    g_ptr_array_set_size(ears->steps, 0);
    g_ptr_array_set_size(remarks, 0);
    return ok;
}

bool
listen_to(struct source *source, struct session *session, listen_take *take, void *data,
          GError **error)
{
    struct ears ears = {.source = source,
                        .session = session,
                        .line = g_string_new(NULL),
                        .steps = session_steps_new()};
    bool ok = true, more = true;

    open_ears(&ears);
    while (ok && more)
        ok = hear(&ears, &more, error) && hand_on(&ears, take, data, error);
    if (ok) {
        session_end(session, ears.steps);
        ok = hand_on(&ears, take, data, error);
    }
    if (ears.polls[EAR_STOP].fd >= 0)
        close(ears.polls[EAR_STOP].fd);
    g_string_free(ears.line, TRUE);
    g_ptr_array_unref(ears.steps);
    return ok;
}
