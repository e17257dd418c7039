#include "base/err.h"

#include <errno.h>

#include "base/words.h"

/* What GLib keeps beside each message of ours; its names are those that its macro wants. */
typedef struct {
    enum err_next next;
} ErrPrivate;

static void
err_private_init(ErrPrivate *beside)
{
    beside->next = ERR_NEXT_NOTHING;
}

static void
err_private_copy(const ErrPrivate *from, ErrPrivate *to)
{
    *to = *from;
}

static void
err_private_clear(ErrPrivate *beside)
{
    (void)beside;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wcast-qual" /* in what the macro writes */
G_DEFINE_EXTENDED_ERROR(Err, err)
#pragma GCC diagnostic pop

static const struct {
    int exit_status, http_status;
} statuses[] = {
    [ERR_BROKEN] = {1, 500},  [ERR_INPUT] = {2, 400},  [ERR_MISSING] = {3, 404},
    [ERR_REFUSED] = {4, 409}, [ERR_DENIED] = {5, 403}, [ERR_BUSY] = {6, 503},
};

gboolean
err_set(GError **error, enum err kind, const char *format, ...)
{
    if (error != NULL) {
        va_list args;

        va_start(args, format);
        *error = g_error_new_valist(ERR, (gint)kind, format, args);
        va_end(args);
    }
    return FALSE;
}

gboolean
err_next(GError **error, enum err_next next)
{
    if (error != NULL)
        err_get_private(*error)->next = next;
    return FALSE;
}

enum err_next
err_next_of(const GError *error)
{
    return error->domain == ERR ? err_get_private(error)->next : ERR_NEXT_NOTHING;
}

static enum err
kind_of(const GError *error)
{
    return error->domain == ERR ? (enum err)error->code : ERR_BROKEN;
}

int
err_exit_status(const GError *error)
{
    return statuses[kind_of(error)].exit_status;
}

int
err_http_status(const GError *error)
{
    return statuses[kind_of(error)].http_status;
}

/* What people meet; the C library has its own words for them where a locale is installed, and on
 * most machines none is. */
static const struct {
    int number;
    enum err kind;
    const char *text;
} system_errors[] = {
    {ENOENT, ERR_MISSING, N_("No such file or directory")},
    {ENOTDIR, ERR_MISSING, N_("Not a directory")},
    {EISDIR, ERR_INPUT, N_("Is a directory")},
    {EEXIST, ERR_REFUSED, N_("File exists")},
    {EACCES, ERR_DENIED, N_("Permission denied")},
    {EPERM, ERR_DENIED, N_("Operation not permitted")},
    {EROFS, ERR_DENIED, N_("Read-only file system")},
    {ENOSPC, ERR_BROKEN, N_("No space left on device")},
    {EDQUOT, ERR_BROKEN, N_("Disk quota exceeded")},
    {EFBIG, ERR_BROKEN, N_("File too large")},
    {ENAMETOOLONG, ERR_INPUT, N_("File name too long")},
    {EBUSY, ERR_BUSY, N_("Device or resource busy")},
    {EIO, ERR_BROKEN, N_("Input/output error")},
    {EMFILE, ERR_BROKEN, N_("Too many open files")},
};

/* Where it stands in the table, or behind its end. */
static size_t
find_system(int number)
{
    size_t i = 0;

    while (i < G_N_ELEMENTS(system_errors) && system_errors[i].number != number)
        i++;
    return i;
}

static size_t
find_file(const GError *why)
{
    for (size_t i = 0; i < G_N_ELEMENTS(system_errors); i++) {
        GFileError code = g_file_error_from_errno(system_errors[i].number);

        if (code != G_FILE_ERROR_FAILED && g_error_matches(why, G_FILE_ERROR, (gint)code))
            return i;
    }
    return G_N_ELEMENTS(system_errors);
}

static enum err
kind_at(size_t i)
{
    return i < G_N_ELEMENTS(system_errors) ? system_errors[i].kind : ERR_BROKEN;
}

const char *
err_system(int number)
{
    size_t i = find_system(number);

    return i < G_N_ELEMENTS(system_errors) ? words(system_errors[i].text) : g_strerror(number);
}

const char *
err_file(const GError *why)
{
    size_t i = find_file(why);

    return i < G_N_ELEMENTS(system_errors) ? words(system_errors[i].text) : why->message;
}

enum err
err_kind_of_system(int number)
{
    return kind_at(find_system(number));
}

enum err
err_kind_of_file(const GError *why)
{
    return kind_at(find_file(why));
}
