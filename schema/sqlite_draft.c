/* Databases that are made beside the place where they will be. */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "schema/db.h"

#define MAKING ".making-" /* and a number, behind the name that the file will have */
#define LOCK "-lock"      /* behind that, the file whose lock says that the maker lives */
#define NUMBERS 100

struct db_draft {
    char *path, *name, *lock;
    int fd; /* of the lock */
};

static void
draft_free(struct db_draft *draft)
{
    g_free(draft->path);
    g_free(draft->name);
    g_free(draft->lock);
    g_free(draft);
}

/* Removes what is there of a draft, its lock last: as long as that is there it is found again. */
static void
sweep_one(const char *name, const char *lock, int fd)
{
    db_remove(name);
    g_unlink(lock);
    close(fd);
}

/* The lock, or -1: errno is then EWOULDBLOCK where somebody lives who has it. A lock file of its own,
 * because a network's file systems let locks of a whole file and the engine's own get into each other's way.
 * Where there are no locks at all, a number is whoever's makes its file. */
static int
lock_of(const char *lock, int flags)
{
    struct stat opened, there;
    int fd = open(lock, O_RDWR | O_CLOEXEC | flags, 0600);

    if (fd < 0)
        return -1;
    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || (flags & O_EXCL) == 0)) {
        close(fd);
        errno = EWOULDBLOCK;
        return -1;
    }
    if (fstat(fd, &opened) == 0 && stat(lock, &there) == 0 && opened.st_ino == there.st_ino)
        return fd;
    close(fd); /* it was swept in between */
    errno = EWOULDBLOCK;
    return -1;
}

/* "box.db" of "box.db.making-12-lock": whether the name is one of a lock. */
static bool
is_lock(const char *name)
{
    const char *making = g_strrstr(name, MAKING);
    size_t digits = making != NULL ? strspn(making + strlen(MAKING), "0123456789") : 0;

    return digits > 0 && strcmp(making + strlen(MAKING) + digits, LOCK) == 0;
}

/* All of the folder whose makers are gone. What can't be listed or removed stays. */
static void
sweep(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *entry;

    while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL) {
        g_autofree char *lock = g_build_filename(folder, entry, NULL);
        g_autofree char *name = g_strndup(lock, strlen(lock) - MIN(strlen(lock), strlen(LOCK)));
        int fd = is_lock(entry) ? lock_of(lock, 0) : -1;

        if (fd >= 0)
            sweep_one(name, lock, fd);
    }
}

static void
take_number(struct db_draft *draft, int number)
{
    g_free(draft->name);
    g_free(draft->lock);
    draft->name = g_strdup_printf("%s" MAKING "%d", draft->path, number);
    draft->lock = g_strconcat(draft->name, LOCK, NULL);
    draft->fd = lock_of(draft->lock, O_CREAT | O_EXCL);
}

bool
db_draft_begin(const char *path, struct db_draft **out, GError **error)
{
    struct db_draft *draft = g_new0(struct db_draft, 1);
    int number = 0;

    *out = NULL;
    draft->path = g_strdup(path);
    sweep(path);
    do
        take_number(draft, ++number);
    while (draft->fd < 0 && number < NUMBERS && (errno == EEXIST || errno == EWOULDBLOCK));
    if (draft->fd >= 0) {
        *out = draft;
        return true;
    }
    err_set(error, err_kind_of_system(errno), _("%s can't be made: %s"), path, err_system(errno));
    draft_free(draft);
    return false;
}

const char *
db_draft_name(const struct db_draft *draft)
{
    return draft->name;
}

bool
db_draft_settle(const struct db_draft *draft, GError **error)
{
    return db_settle(draft->name, draft->path, error);
}

void
db_draft_end(struct db_draft *draft)
{
    if (draft == NULL)
        return;
    sweep_one(draft->name, draft->lock, draft->fd);
    draft_free(draft);
}

void
db_draft_rename(const struct db_draft *draft, const char *shown, GError *error)
{
    GString *message = g_string_new(error->message);

    g_string_replace(message, draft->name, shown, 0);
    g_free(error->message);
    error->message = g_string_free(message, FALSE);
}
