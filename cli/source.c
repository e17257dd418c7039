/* Sources that type: the standard input, serial ports, keyboards. */

#include "cli/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <linux/input.h>

#include "base/words.h"
#include "scanner/keys.h"

#define PAUSE_MS 300 /* between two scans there is more, between two characters of one far less */

struct typed {
    struct source source;
    bool port;
    struct keys keys;
    char rest[sizeof(struct input_event)]; /* the beginning of an event that is still to come */
    size_t rest_length;
};

void
source_free(struct source *source)
{
    if (source == NULL)
        return;
    g_ptr_array_unref(source->remarks);
    source->free(source);
}

int
source_open(const char *path, int flags, GError **error)
{
    int fd = open(path, flags | O_CLOEXEC);

    if (fd >= 0 && !g_file_test(path, G_FILE_TEST_IS_DIR))
        return fd;
    if (fd >= 0) {
        close(fd);
        err_set(error, ERR_INPUT, _("%s is a folder, and no device"), path);
        return -1;
    }
    if (errno == EACCES || errno == EPERM)
        err_set(error, ERR_DENIED,
                _("%s may not be used by you: ask the administrator to put you into the group that "
                  "it belongs to (ls -l %s)"),
                path, path);
    else if (errno == EBUSY)
        err_set(error, ERR_BUSY, _("%s is in use: close the other program, and try again"), path);
    else
        err_set(error, err_kind_of_system(errno), _("%s can't be read: %s"), path,
                err_system(errno));
    return -1;
}

static bool
tell_lost(GError **error)
{
    return err_set(error, err_kind_of_system(errno), _("the scanner can't be read: %s"),
                   err_system(errno));
}

static bool
take_bytes(struct source *source, struct session *session, GPtrArray *steps, bool *more,
           GError **error)
{
    char bytes[4096];
    ssize_t got = read(source->fd, bytes, sizeof bytes);

    if (got > 0)
        session_feed(session, bytes, (size_t)got, steps);
    *more = got != 0;
    if (got == 0 && ((struct typed *)source)->port) /* which has no end of its own */
        return err_set(error, ERR_BROKEN, _("the scanner is gone: plug it in, and start again"));
    return got >= 0 || errno == EINTR || errno == EAGAIN || tell_lost(error);
}

static void
take_event(struct typed *typed, const struct input_event *event, struct session *session,
           GPtrArray *steps)
{
    char c = event->type == EV_KEY ? keys_type(&typed->keys, event->code, event->value) : '\0';

    if (c != '\0')
        session_feed(session, &c, 1, steps);
}

static bool
take_events(struct source *source, struct session *session, GPtrArray *steps, bool *more,
            GError **error)
{
    struct typed *typed = (struct typed *)source;
    char bytes[64 * sizeof(struct input_event)];
    ssize_t got = read(source->fd, bytes, sizeof bytes);

    for (ssize_t i = 0; i < got; i++) {
        struct input_event event;

        typed->rest[typed->rest_length++] = bytes[i];
        if (typed->rest_length < sizeof event)
            continue;
        memcpy(&event, typed->rest, sizeof event);
        typed->rest_length = 0;
        take_event(typed, &event, session, steps);
    }
    *more = got != 0;
    return got >= 0 || errno == EINTR || errno == EAGAIN || tell_lost(error);
}

static void
free_typed(struct source *source)
{
    if (source->fd != STDIN_FILENO)
        close(source->fd);
    g_free(source);
}

static struct source *
typed_new(int fd, int pause_ms)
{
    struct typed *typed = g_new0(struct typed, 1);

    typed->source = (struct source){.fd = fd,
                                    .pause_ms = pause_ms,
                                    .remarks = g_ptr_array_new_with_free_func(g_free),
                                    .take = take_bytes,
                                    .free = free_typed};
    return &typed->source;
}

struct source *
source_stdin(void)
{
    return typed_new(STDIN_FILENO, -1);
}

/* As its bytes come, without lines, echoes and signals. */
static void
make_raw(struct typed *typed)
{
    struct termios port;
    int fd = typed->source.fd;

    typed->port = true;
    if (tcgetattr(fd, &port) != 0)
        return;
    cfmakeraw(&port);
    port.c_cflag |= CLOCAL | CREAD;
    tcsetattr(fd, TCSANOW, &port);
    tcflush(fd, TCIFLUSH);
}

static bool
is_keyboard(int fd, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    int version;

    return ioctl(fd, EVIOCGVERSION, &version) == 0 || g_str_has_prefix(name, "event");
}

struct source *
source_device(const char *path, GError **error)
{
    int fd = source_open(path, O_RDONLY | O_NOCTTY, error), version;
    struct source *source;

    if (fd < 0)
        return NULL;
    source = typed_new(fd, PAUSE_MS);
    if (isatty(fd) == 1)
        make_raw((struct typed *)source);
    else if (is_keyboard(fd, path))
        source->take = take_events;
    if (ioctl(fd, EVIOCGVERSION, &version) == 0 && ioctl(fd, EVIOCGRAB, 1) != 0) {
        err_set(error, ERR_BUSY, _("%s is in use: close the other program, and try again"), path);
        source_free(source);
        return NULL;
    }
    return source;
}
