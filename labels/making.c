#include "labels/making.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/words.h"

struct file {
    char *path;
    char
        *beside; /* its name until it is kept, and then that of what was there before; NULL: none */
    bool kept;
};

struct making {
    GArray *files; /* struct file */
    int fd;        /* of the last one, or -1 */
    int failed;    /* errno of the first write to it that went wrong */
};

static void
clear(gpointer data)
{
    struct file *file = data;

    if (file->beside != NULL)
        g_unlink(file->beside);
    g_free(file->beside);
    g_free(file->path);
}

struct making *
making_new(void)
{
    struct making *making = g_new0(struct making, 1);

    making->files = g_array_new(FALSE, FALSE, sizeof(struct file));
    g_array_set_clear_func(making->files, clear);
    making->fd = -1;
    return making;
}

void
making_free(struct making *making)
{
    if (making == NULL)
        return;
    if (making->fd >= 0)
        close(making->fd);
    g_array_unref(making->files);
    g_free(making);
}

static struct file *
file_at(const struct making *making, guint i)
{
    return &g_array_index(making->files, struct file, i);
}

static bool
explain(const char *path, int number, GError **error)
{
    return err_set(error, err_kind_of_system(number), _("%s can't be written: %s"), path,
                   err_system(number));
}

bool
making_begin(struct making *making, const char *path, GError **error)
{
    struct file file = {.beside = NULL};

    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return err_set(error, ERR_INPUT, _("%s is no ordinary file; give another name"), path);
    file.beside = g_strconcat(path, ".XXXXXX", NULL);
    making->failed = 0;
    making->fd = g_mkstemp_full(file.beside, O_WRONLY | O_CLOEXEC, 0666);
    if (making->fd < 0) {
        explain(path, errno, error);
        g_free(file.beside);
        return false;
    }
    file.path = g_strdup(path);
    g_array_append_val(making->files, file);
    return true;
}

bool
making_write(void *to, const void *bytes, size_t n)
{
    struct making *making = (struct making *)to;
    const char *next = (const char *)bytes;

    while (n > 0 && making->failed == 0) {
        ssize_t written = write(making->fd, next, n);

        if (written >= 0) {
            next += written;
            n -= (size_t)written;
        } else if (errno != EINTR) {
            making->failed = errno;
        }
    }
    return making->failed == 0;
}

bool
making_end(struct making *making, GError **error)
{
    if (making->failed == 0 && making->files->len == 1 && g_fsync(making->fd) < 0)
        making->failed = errno;
    if (close(making->fd) < 0 && making->failed == 0)
        making->failed = errno;
    making->fd = -1;
    return making->failed == 0 ||
           explain(file_at(making, making->files->len - 1)->path, making->failed, error);
}

/* In the place of what is there, which is put beside it; on file systems that can't, it goes at once. */
static bool
put_in_place(struct file *file)
{
    if (g_file_test(file->path, G_FILE_TEST_IS_DIR)) { /* which would change places too */
        errno = EISDIR;
        return false;
    }
    if (renameat2(AT_FDCWD, file->beside, AT_FDCWD, file->path, RENAME_EXCHANGE) < 0) {
        if (g_rename(file->beside, file->path) < 0)
            return false;
        g_clear_pointer(&file->beside, g_free);
    }
    file->kept = true;
    return true;
}

void
making_take_back(struct making *making)
{
    for (guint i = 0; i < making->files->len; i++) {
        struct file *file = file_at(making, i);

        if (file->kept && (file->beside == NULL || g_rename(file->beside, file->path) < 0))
            g_unlink(file->path);
        else if (file->kept)
            g_clear_pointer(&file->beside, g_free);
        file->kept = false;
    }
}

/* As far as it can be done: some file systems have no way to, and say EINVAL, and a folder that may be
 * written to but not listed can't be opened. */
static bool
sync_folder(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), why;
    bool ok;

    if (fd < 0)
        return errno == EACCES;
    ok = g_fsync(fd) == 0 || errno == EINVAL;
    why = errno;
    close(fd);
    errno = why;
    return ok;
}

/* What was written of all files is on the disk: of the first it is already, and to wait for each of two
 * thousand took a minute, for all of them at once a second. */
static bool
sync_files(const struct making *making)
{
    int fd, why;
    bool ok;

    if (making->files->len < 2)
        return true;
    fd = open(file_at(making, 0)->beside, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ok = syncfs(fd) == 0;
    why = errno;
    close(fd);
    errno = why;
    return ok;
}

bool
making_keep(struct making *making, GError **error)
{
    struct file *file = making->files->len > 0 ? file_at(making, 0) : NULL;
    bool ok = sync_files(making);

    for (guint i = 0; ok && i < making->files->len; i++) {
        file = file_at(making, i);
        ok = put_in_place(file);
    }
    if (file == NULL || (ok && sync_folder(file->path)))
        return true;
    explain(file->path, errno, error);
    making_take_back(making);
    return false;
}

const char *
making_first(const struct making *making)
{
    return making->files->len > 0 ? file_at(making, 0)->beside : NULL;
}
