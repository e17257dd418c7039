/* Readers that die, hang, eat and lie, and the worker that goes on. */

#include "scanner/worker.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/words.h"
#include "scanner/jail.h"
#include "scanner/parcel.h"
#include "scanner/sighting.h"

#define PATIENCE 20000 /* ms: this machine may be busy */

/* ----------------------------------------------------------------------- readers for every picture */

static struct decode *
answer(const char *text)
{
    struct decode *decode = g_new0(struct decode, 1);
    struct decode_symbol symbol = {
        .symbology = SYMBOLOGY_CODE128,
        .text = g_strdup(text),
        .length = strlen(text),
        .outline = {{-1, 2}, {3, -4}, {5, 6}, {INT32_MIN, INT32_MAX}},
        .quality = 7,
    };

    *decode = (struct decode){.width = 640,
                              .height = 480,
                              .symbols = sighting_list(),
                              .doubtful = sighting_list(),
                              .findings = findings_new()};
    g_ptr_array_add(decode->symbols, g_memdup2(&symbol, sizeof symbol));
    symbol.text = g_strdup("perhaps");
    symbol.length = strlen(symbol.text);
    g_ptr_array_add(decode->doubtful, g_memdup2(&symbol, sizeof symbol));
    finding_add(decode->findings, FINDING_PICTURE, 12, "%s", _("done"));
    return decode;
}

static void
touch(size_t size)
{
    memset(g_malloc(size), 1, size);
}

static struct decode *
say(bool yes)
{
    return answer(yes ? "yes" : "no");
}

/* What a picture asks its reader to do, for a test that can't reach into it. */
static struct decode *
obey(GBytes *file, GError **error)
{
    gsize size;
    const char *data = g_bytes_get_data(file, &size);
    g_autofree char *word = g_strndup(data, size);
    volatile int *nowhere = NULL;
    volatile unsigned spin = 1;

    if (strcmp(word, "crash") == 0)
        *nowhere = 1;
    if (strcmp(word, "abort") == 0)
        abort();
    if (strcmp(word, "leave") == 0)
        _exit(0);
    if (strcmp(word, "trap") == 0)
        g_error("a failed assertion");
    while (strcmp(word, "spin") == 0)
        spin++;
    while (strcmp(word, "eat") == 0)
        touch(16 * 1024 * 1024);
    if (strcmp(word, "open") == 0)
        return say(open("/etc/passwd", O_RDONLY) >= 0 || access("/", F_OK) == 0);
    if (strcmp(word, "connect") == 0)
        return say(socket(AF_INET, SOCK_STREAM, 0) >= 0);
    if (strcmp(word, "fork") == 0)
        return say(fork() >= 0);
    if (strcmp(word, "kill") == 0)
        return say(kill(getppid(), SIGKILL) == 0);
    if (strcmp(word, "exec") == 0)
        return say(execl("/bin/true", "true", NULL) == 0);
    if (strcmp(word, "chinese") == 0) { /* whose module of the C library is no longer loaded here */
        g_autofree char *text = g_convert("\xb0\xa2", 2, "UTF-8", "GB18030", NULL, NULL, NULL);

        return answer(text != NULL ? text : "none");
    }
    if (strcmp(word, "code") == 0)
        return say(mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
                        -1, 0) != MAP_FAILED);
    if (strcmp(word, "lie") == 0) {
        (void)!write(JAIL_OUT, "(nonsense)", 10);
        _exit(0);
    }
    if (strcmp(word, "flood") == 0)
        while (write(JAIL_OUT, word, 4) == 4)
            ;
    if (strcmp(word, "refuse") == 0) {
        err_set(error, ERR_REFUSED, "no, %s", _("done"));
        return NULL;
    }
    return answer(word);
}

/* --------------------------------------------------------------------------------------- asking */

static struct worker *
open_worker(int at_once)
{
    g_autoptr(GError) error = NULL;
    struct worker *worker = worker_open(obey, at_once, &error);

    g_assert_no_error(error);
    return worker;
}

static struct decode *
ask(struct worker *worker, const char *word, int timeout_ms, int64_t *cpu_us, GError **error)
{
    g_autoptr(GBytes) file = g_bytes_new(word, strlen(word));

    return worker_read(worker, file, timeout_ms, cpu_us, error);
}

static void
answers_with(struct worker *worker, const char *word, const char *wanted)
{
    g_autoptr(GError) error = NULL;
    struct decode *decode = ask(worker, word, PATIENCE, NULL, &error);

    g_assert_no_error(error);
    g_assert_cmpstr(decode_symbol_at(decode, 0)->text, ==, wanted);
    decode_free(decode);
}

static void
answers(struct worker *worker)
{
    answers_with(worker, "hello", "hello");
}

/* The picture is lost with a word about it, and the next is read. */
static void
loses(struct worker *worker, const char *word, int timeout_ms, const char *part)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(ask(worker, word, timeout_ms, NULL, &error));
    g_assert_error(error, ERR, ERR_BUSY);
    g_assert_nonnull(strstr(error->message, part));
    answers(worker);
}

static void
test_answers(void)
{
    struct worker *worker = open_worker(1);
    g_autoptr(GError) error = NULL;
    int64_t cpu_us = -1;
    struct decode *decode = ask(worker, "690123", PATIENCE, &cpu_us, &error);
    const struct decode_symbol *symbol;

    g_assert_no_error(error);
    symbol = decode_symbol_at(decode, 0);
    g_assert_cmpuint(decode->width, ==, 640);
    g_assert_cmpuint(decode->height, ==, 480);
    g_assert_cmpuint(decode->symbols->len, ==, 1);
    g_assert_cmpint((int)symbol->symbology, ==, (int)SYMBOLOGY_CODE128);
    g_assert_cmpstr(symbol->text, ==, "690123");
    g_assert_cmpuint(symbol->length, ==, 6);
    g_assert_cmpint(symbol->quality, ==, 7);
    g_assert_cmpint(symbol->outline[1].y, ==, -4);
    g_assert_cmpint(symbol->outline[3].x, ==, INT32_MIN);
    g_assert_cmpint(symbol->outline[3].y, ==, INT32_MAX);
    g_assert_cmpuint(decode->doubtful->len, ==, 1);
    symbol = decode->doubtful->pdata[0];
    g_assert_cmpstr(symbol->text, ==, "perhaps");
    g_assert_cmpuint(decode->findings->len, ==, 1);
    g_assert_cmpuint(findings_at(decode->findings, 0)->offset, ==, 12);
    g_assert_cmpint(cpu_us, >, 0);
    g_assert_cmpint(cpu_us, <, 3000000);
    decode_free(decode);
    worker_close(worker);
    worker_close(NULL);
}

/* Errors come as the reader gave them, in the language of the one who asks. */
static void
test_errors(void)
{
    struct worker *worker = open_worker(1);
    g_autoptr(GError) english = NULL, chinese = NULL;

    g_assert_null(ask(worker, "refuse", PATIENCE, NULL, &english));
    g_assert_error(english, ERR, ERR_REFUSED);
    g_assert_cmpstr(english->message, ==, "no, done");
    words_use(WORDS_ZH);
    g_assert_null(ask(worker, "refuse", PATIENCE, NULL, &chinese));
    g_assert_cmpstr(chinese->message, !=, english->message);
    words_use(WORDS_EN);
    worker_close(worker);
}

static void
test_dies(void)
{
    static const char *const ways[] = {"crash", "abort", "leave", "trap"};
    struct worker *worker = open_worker(1);

    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        loses(worker, ways[i], PATIENCE, "broke off");
    worker_close(worker);
}

static void
test_hangs(void)
{
    struct worker *worker = open_worker(1);

    loses(worker, "spin", 300, "too long");
    worker_close(worker);
}

static void
test_processor_time(void)
{
    struct worker *worker = open_worker(1);
    g_autoptr(GError) error = NULL;
    int64_t cpu_us = 0;

    g_assert_null(ask(worker, "spin", 60000, &cpu_us, &error));
    g_assert_error(error, ERR, ERR_BUSY);
    g_assert_nonnull(strstr(error->message, "too long"));
    g_assert_cmpint(cpu_us, >, (JAIL_CPU - 1) * 1000000);
    g_assert_cmpint(cpu_us, <, (JAIL_CPU + 2) * 1000000);
    worker_close(worker);
}

static void
test_eats(void)
{
    struct worker *worker = open_worker(1);

    if (jail_bounds_memory())
        loses(worker, "eat", PATIENCE, "memory");
    else
        g_test_skip("the checkers' own memory has no bounds");
    worker_close(worker);
}

static void
test_shut_in(void)
{
    static const char *const ways[] = {"open", "connect", "fork", "kill", "exec", "code"};
    struct worker *worker = open_worker(1);

    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        answers_with(worker, ways[i], "no");
    answers_with(worker, "chinese", "阿");
    worker_close(worker);
}

static void
test_lies(void)
{
    struct worker *worker = open_worker(1);

    loses(worker, "lie", PATIENCE, "broke off");
    g_assert_null(ask(worker, "flood", PATIENCE, NULL, NULL));
    answers(worker);
    worker_close(worker);
}

/* ------------------------------------------------------------------------- signals from outside */

/* The first child of a process, or 0. */
static pid_t
child_of(pid_t parent)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/task/%d/children", (int)parent, (int)parent);
    g_autofree char *list = NULL;

    if (!g_file_get_contents(path, &list, NULL, NULL) || list[0] == '\0')
        return 0;
    return (pid_t)strtol(list, NULL, 10);
}

struct strike {
    pid_t keeper;
    int signal;
};

/* Waits for a reader and sends it a signal. */
static gpointer
strike(gpointer data)
{
    const struct strike *what = data;
    pid_t reader;

    while ((reader = child_of(what->keeper)) == 0)
        g_usleep(1000);
    g_usleep(20000);
    kill(reader, what->signal);
    return NULL;
}

static void
loses_struck(struct worker *worker, int signal, int timeout_ms, const char *part)
{
    struct strike what = {child_of(getpid()), signal};
    GThread *thread;

    g_assert_cmpint(what.keeper, >, 0);
    thread = g_thread_new("strike", strike, &what);
    loses(worker, "spin", timeout_ms, part);
    g_thread_join(thread);
}

static void
test_struck(void)
{
    struct worker *worker = open_worker(1);

    loses_struck(worker, SIGKILL, PATIENCE, "broke off");
    loses_struck(worker, SIGSTOP, 500, "too long");
    worker_close(worker);
}

static void
test_keeper_struck(void)
{
    struct worker *worker = open_worker(1);
    static const int signals[] = {SIGKILL, SIGSTOP, SIGSEGV};

    for (size_t i = 0; i < G_N_ELEMENTS(signals); i++) {
        answers(worker);
        kill(child_of(getpid()), signals[i]);
        answers(worker);
    }
    worker_close(worker);
    g_assert_cmpint(child_of(getpid()), ==, 0);
}

/* ------------------------------------------------------------------------------------ at once */

struct crowd {
    struct worker *worker;
    int answered, lost; /* atomic */
};

static gpointer
crowd_asks(gpointer data)
{
    static const char *const words[] = {"crash", "one", "spin", "two", "lie", "three", "leave"};
    struct crowd *crowd = data;

    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autoptr(GError) error = NULL;
        bool good = i % 2 == 1;
        struct decode *decode = ask(crowd->worker, words[i], good ? PATIENCE : 200, NULL, &error);

        if (good && decode != NULL && strcmp(decode_symbol_at(decode, 0)->text, words[i]) == 0)
            g_atomic_int_inc(&crowd->answered);
        if (!good && g_error_matches(error, ERR, ERR_BUSY))
            g_atomic_int_inc(&crowd->lost);
        decode_free(decode);
    }
    return NULL;
}

static void
test_crowd(void)
{
    struct crowd crowd = {open_worker(3), 0, 0};
    GThread *threads[8];

    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("crowd", crowd_asks, &crowd);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    g_assert_cmpint(crowd.answered, ==, 8 * 3);
    g_assert_cmpint(crowd.lost, ==, 8 * 4);
    worker_close(crowd.worker);
}

static guint
open_fds(void)
{
    g_autoptr(GDir) dir = g_dir_open("/proc/self/fd", 0, NULL);
    guint count = 0;

    while (g_dir_read_name(dir) != NULL)
        count++;
    return count;
}

static void
test_leaves_nothing(void)
{
    guint before = open_fds();
    struct worker *worker = open_worker(2);

    for (int i = 0; i < 20; i++) {
        answers(worker);
        loses(worker, i % 2 ? "crash" : "lie", PATIENCE, "broke off");
    }
    worker_close(worker);
    g_assert_cmpuint(open_fds(), ==, before);
}

/* ------------------------------------------------------------------------------------- parcels */

static bool
opens(GBytes *bytes)
{
    g_autoptr(GError) error = NULL;
    struct decode *decode = NULL;
    bool sound = parcel_open(bytes, &decode, &error);

    g_assert_true(sound ? (decode == NULL) == (error != NULL) : decode == NULL && error == NULL);
    decode_free(decode);
    return sound;
}

static void
test_parcels(void)
{
    struct decode *decode = answer("text");
    g_autoptr(GBytes) good = parcel_pack(decode, NULL), empty = g_bytes_new(NULL, 0);
    g_autoptr(GBytes) typed = NULL;
    g_autoptr(GBytes) large = g_bytes_new_take(g_malloc0(PARCEL_MOST + 1), PARCEL_MOST + 1);
    gsize size;
    const uint8_t *data = g_bytes_get_data(good, &size);

    g_assert_true(opens(good));
    g_assert_false(opens(empty));
    g_assert_false(opens(large));
    for (gsize cut = 0; cut < size; cut++) {
        g_autoptr(GBytes) part = g_bytes_new(data, cut);

        opens(part);
    }
    ((struct decode_symbol *)g_ptr_array_index(decode->symbols, 0))->symbology = SYMBOLOGY_TYPED;
    typed = parcel_pack(decode, NULL);
    g_assert_false(opens(typed));
    decode_free(decode);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/worker/hands over what was read", test_answers);
    g_test_add_func("/worker/hands over errors in the asker's language", test_errors);
    g_test_add_func("/worker/survives readers that die", test_dies);
    g_test_add_func("/worker/ends readers that hang", test_hangs);
    g_test_add_func("/worker/bounds processor time", test_processor_time);
    g_test_add_func("/worker/bounds memory", test_eats);
    g_test_add_func("/worker/shuts readers in", test_shut_in);
    g_test_add_func("/worker/believes no lies", test_lies);
    g_test_add_func("/worker/survives readers killed and stopped from outside", test_struck);
    g_test_add_func("/worker/replaces a keeper that was killed or stopped", test_keeper_struck);
    g_test_add_func("/worker/serves many at once", test_crowd);
    g_test_add_func("/worker/leaves no descriptor behind", test_leaves_nothing);
    g_test_add_func("/parcel/is opened with suspicion", test_parcels);
    return g_test_run();
}
