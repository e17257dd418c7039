/*
 * A library to preload, by which a program dies or its disk fails at a chosen call that changes a
 * file: MEDBOX_FAULT is "WHAT:N", with N counted from 1 over write, pwrite, fsync, fdatasync,
 * syncfs, ftruncate, unlink, link, rename and renameat2 together (what goes to stdin, stdout and stderr, and to
 * what is no file, neither counts nor fails).
 *
 *   kill:N     SIGKILL in place of the Nth
 *   full:N     the disk is full from the Nth on: what would write gives ENOSPC
 *   quota:N    the same with EDQUOT
 *   eio:N      the Nth alone gives EIO
 *   name:N     from the Nth of those on, counted alone, rename and renameat2 give EACCES
 *   sync:1     every syncfs gives EIO, and nothing else fails
 *   torn:N     the Nth, where it writes, writes half and then the program dies
 *   without:L  the library L can't be loaded late, as if the system had it not
 *   count:0    no fault; MEDBOX_FAULT_COUNT names a file that gets the number of calls
 */

#undef _FILE_OFFSET_BITS /* both names of each call are to be defined here */

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
    const char *what;
    long at, calls;
} fault = {"", 0, 0};

__attribute__((constructor)) static void
begin(void)
{
    char *said = getenv("MEDBOX_FAULT"), *colon = said != NULL ? strchr(said, ':') : NULL;

    if (colon == NULL)
        return;
    fault.what = said;
    fault.at = strtol(colon + 1, NULL, 10);
}

__attribute__((destructor)) static void
end(void)
{
    const char *path = getenv("MEDBOX_FAULT_COUNT");
    FILE *file = path != NULL ? fopen(path, "w") : NULL;

    if (file == NULL)
        return;
    fprintf(file, "%ld\n", fault.calls);
    fclose(file);
}

static bool
is(const char *what)
{
    return strncmp(fault.what, what, strlen(what)) == 0 && fault.what[strlen(what)] == ':';
}

/* The errno that this call is to fail with, or 0. */
static int
next(bool writes)
{
    long call = ++fault.calls;

    if (is("kill") && call == fault.at)
        raise(SIGKILL);
    if (is("eio") && call == fault.at)
        return EIO;
    if (is("full") && call >= fault.at && writes)
        return ENOSPC;
    if (is("quota") && call >= fault.at && writes)
        return EDQUOT;
    return 0;
}

/* Files and folders; not what wakes a thread or goes to another program. */
static bool
is_on_disk(int fd)
{
    struct stat about;

    return fd > STDERR_FILENO && fstat(fd, &about) == 0 &&
           (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

static bool
fails(int fd, bool writes)
{
    int code = is_on_disk(fd) ? next(writes) : 0;

    if (code != 0)
        errno = code;
    return code != 0;
}

static bool
tears(void)
{
    return is("torn") && fault.calls == fault.at;
}

/* The function itself, under all that is preloaded. dlsym() gives no function pointer in ISO C. */
#define REAL(type, name)                                                                           \
    type *real;                                                                                    \
    void *symbol = dlsym(RTLD_NEXT, name);                                                         \
    memcpy(&real, &symbol, sizeof(real))

typedef ssize_t write_call(int, const void *, size_t);
typedef ssize_t pwrite_call(int, const void *, size_t, off64_t);
typedef int sync_call(int);
typedef int truncate_call(int, off64_t);
typedef int unlink_call(const char *);
typedef int two_names_call(const char *, const char *);
typedef void *dlopen_call(const char *, int);
typedef int renameat_call(int, const char *, int, const char *, unsigned);

ssize_t
write(int fd, const void *bytes, size_t n)
{
    REAL(write_call, "write");
    if (fails(fd, true))
        return -1;
    if (is_on_disk(fd) && tears()) {
        (void)!real(fd, bytes, n / 2);
        raise(SIGKILL);
    }
    return real(fd, bytes, n);
}

ssize_t
pwrite64(int fd, const void *bytes, size_t n, off64_t at)
{
    REAL(pwrite_call, "pwrite64");
    if (fails(fd, true))
        return -1;
    if (tears()) {
        (void)!real(fd, bytes, n / 2, at);
        raise(SIGKILL);
    }
    return real(fd, bytes, n, at);
}

ssize_t
pwrite(int fd, const void *bytes, size_t n, off_t at)
{
    return pwrite64(fd, bytes, n, at);
}

int
fsync(int fd)
{
    REAL(sync_call, "fsync");
    return fails(fd, false) ? -1 : real(fd);
}

int
fdatasync(int fd)
{
    REAL(sync_call, "fdatasync");
    return fails(fd, false) ? -1 : real(fd);
}

int
syncfs(int fd)
{
    REAL(sync_call, "syncfs");
    if (is("sync")) {
        errno = EIO;
        return -1;
    }
    return fails(fd, false) ? -1 : real(fd);
}

int
ftruncate64(int fd, off64_t length)
{
    REAL(truncate_call, "ftruncate64");
    return fails(fd, true) ? -1 : real(fd, length);
}

int
ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

/* Names come and go without fail, but a program can die before. */
static void
count_name(void)
{
    if (is("kill") || is("count") || is("torn"))
        next(false);
}

/* They can be refused where a file is to get one. */
static bool
refuses_name(void)
{
    count_name();
    if (!is("name") || ++fault.calls < fault.at)
        return false;
    errno = EACCES;
    return true;
}

int
unlink(const char *path)
{
    REAL(unlink_call, "unlink");
    count_name();
    return real(path);
}

int
link(const char *from, const char *to)
{
    REAL(two_names_call, "link");
    count_name();
    return real(from, to);
}

int
rename(const char *from, const char *to)
{
    REAL(two_names_call, "rename");
    return refuses_name() ? -1 : real(from, to);
}

int
renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    REAL(renameat_call, "renameat2");
    return refuses_name() ? -1 : real(from_folder, from, to_folder, to, flags);
}

void *
dlopen(const char *path, int flags)
{
    REAL(dlopen_call, "dlopen");
    if (is("without") && path != NULL && strcmp(path, fault.what + strlen("without:")) == 0)
        return NULL;
    return real(path, flags);
}
