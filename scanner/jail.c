#include "scanner/jail.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib.h>
#include <seccomp.h>

/* The checkers' own memory is without bounds, and their reports go to standard error. */
#if defined(__SANITIZE_ADDRESS__)
#define CHECKED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define CHECKED 1
#endif
#endif
#ifndef CHECKED
#define CHECKED 0
#endif

#define STDERR 2
#define FILTER_MOST 512 /* instructions; they are about a hundred */

/* The rules as the kernel reads them: made once, as making them takes longer than most forks. */
struct jail {
    struct sock_fprog program;
    struct sock_filter filter[FILTER_MOST];
};

/* What reckoning needs: memory, threads and their locks, the time, an end. Everything else is refused
 * by an error, not by death: libraries look for settings and plugins, find nothing, and go on. */
static const int allowed[] = {
    SCMP_SYS(brk),          SCMP_SYS(munmap),        SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(futex),         SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),         SCMP_SYS(rt_sigreturn),  SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction), SCMP_SYS(sched_yield),   SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),        SCMP_SYS(getrusage),
    SCMP_SYS(gettimeofday), SCMP_SYS(clock_gettime), SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),    SCMP_SYS(close),
    SCMP_SYS(sysinfo),
};

/* What a checker does besides: it prepares a stack for its report, and writes that. */
static const int checkers[] = {SCMP_SYS(sigaltstack), SCMP_SYS(tgkill)};

static bool
add_plain(scmp_filter_ctx rules)
{
    bool ok = true;

    for (size_t i = 0; i < G_N_ELEMENTS(allowed); i++)
        ok = ok && seccomp_rule_add(rules, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
    for (size_t i = 0; CHECKED && i < G_N_ELEMENTS(checkers); i++)
        ok = ok && seccomp_rule_add(rules, SCMP_ACT_ALLOW, checkers[i], 0) == 0;
    return ok;
}

/* Allows a call where one of its arguments, under a mask, has a value. */
static bool
add_where(scmp_filter_ctx rules, int call, unsigned argument, scmp_datum_t mask, scmp_datum_t value)
{
    struct scmp_arg_cmp where = {
        .arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};

    return seccomp_rule_add_array(rules, SCMP_ACT_ALLOW, call, 1, &where) == 0;
}

/* Memory is never made into code, a new thread is never a process, one descriptor is written. */
static bool
add_narrow(scmp_filter_ctx rules)
{
    return add_where(rules, SCMP_SYS(mmap), 2, PROT_EXEC, 0) &&
           add_where(rules, SCMP_SYS(mprotect), 2, PROT_EXEC, 0) &&
           add_where(rules, SCMP_SYS(clone), 0, CLONE_THREAD, CLONE_THREAD) &&
           add_where(rules, SCMP_SYS(write), 0, UINT32_MAX, JAIL_OUT) &&
           (!CHECKED || add_where(rules, SCMP_SYS(write), 0, UINT32_MAX, STDERR)) &&
           /* Flags of clone3(2) lie in memory: where there is none, the C library takes clone(2). */
           seccomp_rule_add(rules, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

/* libseccomp writes its program into files only. */
static bool
compile(scmp_filter_ctx rules, struct jail *jail)
{
    int fd = memfd_create("jail", MFD_CLOEXEC);
    ssize_t size = -1;

    if (fd >= 0 && seccomp_export_bpf(rules, fd) == 0)
        size = pread(fd, jail->filter, sizeof jail->filter, 0);
    if (fd >= 0)
        close(fd);
    if (size <= 0 || size == sizeof jail->filter)
        return false;
    jail->program =
        (struct sock_fprog){(unsigned short)((size_t)size / sizeof jail->filter[0]), jail->filter};
    return true;
}

struct jail *
jail_new(void)
{
    struct jail *jail = g_new0(struct jail, 1);
    scmp_filter_ctx rules = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool ok = rules != NULL && add_plain(rules) && add_narrow(rules) && compile(rules, jail);

    seccomp_release(rules);
    if (ok)
        return jail;
    g_free(jail);
    return NULL;
}

bool
jail_bounds_memory(void)
{
    return !CHECKED;
}

static bool
limit(__rlimit_resource_t what, rlim_t most)
{
    return setrlimit(what, &(struct rlimit){most, most}) == 0;
}

/* At the first bound it is told (SIGXCPU, which says why it died), at the second it is killed. */
static bool
limit_cpu(void)
{
    return setrlimit(RLIMIT_CPU, &(struct rlimit){JAIL_CPU, JAIL_CPU + 1}) == 0;
}

bool
jail_enter(const struct jail *jail)
{
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_FSIZE, 0) &&
           limit_cpu() && (CHECKED || limit(RLIMIT_DATA, JAIL_MEMORY)) &&
           prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &jail->program) == 0;
}
