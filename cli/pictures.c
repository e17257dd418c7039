#include "cli/pictures.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/words.h"
#include "scanner/jail.h"
#include "scanner/worker.h"

/* For one picture, by the clock: twice its processor time, on a machine that has other things to do.
 * Only a reader that stands still takes that long. */
#define TIMEOUT_MS (2 * 1000 * JAIL_CPU)

/* ------------------------------------------------------------------------------------- finding */

static bool
is_picture_name(const char *name)
{
    static const char *const ends[] = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif",
                                       ".hif", ".avif", ".pgm", ".ppm",  ".pnm"};
    g_autofree char *lower = g_ascii_strdown(name, -1);

    for (size_t i = 0; name[0] != '.' && i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(lower, ends[i]))
            return true;
    return false;
}

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What is in a folder, as paths in order. */
static GPtrArray *
content_of(const char *folder)
{
    GPtrArray *content = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(content, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(content, by_name);
    return content;
}

/* Folders that are named by links are other people's, and may lie within themselves. */
static void
add_folder(GPtrArray *paths, const char *folder)
{
    g_autoptr(GPtrArray) content = content_of(folder);

    for (guint i = 0; i < content->len; i++) {
        const char *path = content->pdata[i];
        g_autofree char *name = g_path_get_basename(path);

        if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
            if (is_picture_name(name))
                g_ptr_array_add(paths, g_strdup(path));
        } else if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
            add_folder(paths, path);
        }
    }
}

static void
add_word(GPtrArray *paths, const char *word)
{
    if (g_file_test(word, G_FILE_TEST_IS_DIR))
        add_folder(paths, word);
    else
        g_ptr_array_add(paths, g_strdup(word));
}

static bool
add_list(GPtrArray *paths, const char *list, GError **error)
{
    bool standard = strcmp(list, "-") == 0;
    FILE *file = standard ? stdin : fopen(list, "re");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    bool ok;

    if (file == NULL)
        return err_set(error, err_kind_of_system(errno), _("%s can't be read: %s"), list,
                       err_system(errno));
    while ((length = getline(&line, &room, file)) >= 0) {
        g_strchomp(line);
        if (line[0] != '\0')
            add_word(paths, line);
    }
    ok = ferror(file) == 0 || err_set(error, err_kind_of_system(errno), _("%s can't be read: %s"),
                                      list, err_system(errno));
    g_free(line);
    if (!standard)
        fclose(file);
    return ok;
}

bool
pictures_find(char *const *words, const char *list, GPtrArray **paths, GError **error)
{
    *paths = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; words[i] != NULL; i++)
        add_word(*paths, words[i]);
    return list == NULL || add_list(*paths, list, error);
}

/* ------------------------------------------------------------------------------------- reading */

/* A picture on its way. */
struct job {
    struct pictures_read read;
    struct decode *decode;
    GBytes *file;
    GError *error;
    bool done;
};

/* The pictures between the first not yet taken and the last begun, and who reads them. */
struct desk {
    struct worker *worker;
    GThreadPool *pool;
    enum words_language language;
    GMutex lock;
    GCond done;
    GQueue jobs; /* of struct job, in order */
    const GPtrArray *paths;
    guint begun;
};

static GBytes *
read_open(int fd, const char *path, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autofree uint8_t *part = g_malloc(65536);
    ssize_t got = 1;

    while (got != 0 && bytes->len <= LIMIT_FILE) {
        got = read(fd, part, 65536);
        if (got > 0)
            g_byte_array_append(bytes, part, (guint)got);
        if (got < 0 && errno != EINTR) {
            err_set(error, err_kind_of_system(errno), _("%s can't be read: %s"), path,
                    err_system(errno));
            return NULL;
        }
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

static GBytes *
read_file(const char *path, GError **error)
{
    GBytes *bytes;
    int fd;

    if (strcmp(path, "-") == 0)
        return read_open(STDIN_FILENO, path, error);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        err_set(error, err_kind_of_system(errno), _("%s can't be read: %s"), path,
                err_system(errno));
        return NULL;
    }
    bytes = read_open(fd, path, error);
    close(fd);
    return bytes;
}

static int64_t
thread_cpu(void)
{
    struct rusage usage;

    getrusage(RUSAGE_THREAD, &usage);
    return (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 +
           usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

/* In a thread of the pool. */
static void
do_job(gpointer data, gpointer user)
{
    struct job *job = data;
    struct desk *desk = user;
    int64_t before = thread_cpu(), child = 0;

    words_use(desk->language);
    job->file = read_file(job->read.path, &job->error);
    if (job->file != NULL)
        job->decode = worker_read(desk->worker, job->file, TIMEOUT_MS, &child, &job->error);
    job->read.cpu_us = child + thread_cpu() - before;
    g_mutex_lock(&desk->lock);
    job->done = true;
    g_cond_signal(&desk->done);
    g_mutex_unlock(&desk->lock);
}

static void
begin_next(struct desk *desk)
{
    struct job *job = g_new0(struct job, 1);

    job->read.path = desk->paths->pdata[desk->begun++];
    job->read.number = desk->begun;
    job->read.all = desk->paths->len;
    g_queue_push_tail(&desk->jobs, job);
    g_thread_pool_push(desk->pool, job, NULL);
}

static struct job *
wait_first(struct desk *desk)
{
    struct job *job = g_queue_pop_head(&desk->jobs);

    g_mutex_lock(&desk->lock);
    while (!job->done)
        g_cond_wait(&desk->done, &desk->lock);
    g_mutex_unlock(&desk->lock);
    job->read.decode = job->decode;
    job->read.file = job->file;
    job->read.error = job->error;
    return job;
}

static bool
take_all(struct desk *desk, guint at_once, pictures_take *take, void *data, GError **error)
{
    bool ok = true;

    while (ok && desk->begun < desk->paths->len && g_queue_get_length(&desk->jobs) < at_once)
        begin_next(desk);
    while (!g_queue_is_empty(&desk->jobs)) {
        struct job *job = wait_first(desk);

        if (ok && desk->begun < desk->paths->len)
            begin_next(desk);
        ok = ok && take(&job->read, data, error);
        decode_free(job->decode);
        g_clear_pointer(&job->file, g_bytes_unref);
        g_clear_error(&job->error);
        g_free(job);
    }
    return ok;
}

bool
pictures_read(const GPtrArray *paths, pictures_take *take, void *data, GError **error)
{
    int at_once = (int)g_get_num_processors();
    struct desk desk = {.language = words_language(), .paths = paths, .jobs = G_QUEUE_INIT};
    bool ok;

    desk.worker = worker_open(decode_file, at_once, error);
    if (desk.worker == NULL)
        return false;
    g_mutex_init(&desk.lock);
    g_cond_init(&desk.done);
    desk.pool = g_thread_pool_new(do_job, &desk, at_once, FALSE, NULL);
    /* Twice as many as can be read: one that takes long does not stop those behind it. */
    ok = take_all(&desk, 2 * (guint)at_once, take, data, error);
    g_thread_pool_free(desk.pool, FALSE, TRUE);
    worker_close(desk.worker);
    g_mutex_clear(&desk.lock);
    g_cond_clear(&desk.done);
    return ok;
}
