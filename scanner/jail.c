#include "scanner/jail.h"

#include <errno.h>
#include <sched.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

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

struct jail {
    scmp_filter_ctx rules;
};

/* What reckoning needs: memory, threads and their locks, the time, an end. */
static const int allowed[] = {
    SCMP_SYS(brk),          SCMP_SYS(munmap),        SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(futex),         SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),         SCMP_SYS(rt_sigreturn),  SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction), SCMP_SYS(sched_yield),   SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),        SCMP_SYS(getrusage),
    SCMP_SYS(gettimeofday), SCMP_SYS(clock_gettime), SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),    SCMP_SYS(close),
};

/* Libraries that look for settings, plugins or their own name find nothing, and go on. */
static const struct {
    int call, error;
} in_vain[] = {
    {SCMP_SYS(open), ENOENT},
    {SCMP_SYS(openat), ENOENT},
    {SCMP_SYS(access), ENOENT},
    {SCMP_SYS(stat), ENOENT},
    {SCMP_SYS(newfstatat), ENOENT},
    {SCMP_SYS(readlink), ENOENT},
    {SCMP_SYS(readlinkat), ENOENT},
    {SCMP_SYS(faccessat2), ENOENT},
    {SCMP_SYS(prctl), EPERM},
    {SCMP_SYS(clone3), ENOSYS}, /* its flags lie in memory; clone() shows them */
    {SCMP_SYS(sched_setscheduler), EPERM},
    {SCMP_SYS(getrandom), ENOSYS},
    {SCMP_SYS(writev), EBADF},
};

/* What a checker does besides: it prepares a stack for its report, and writes that. */
static const int checkers[] = {SCMP_SYS(sigaltstack), SCMP_SYS(tgkill)};

static bool
add_plain(scmp_filter_ctx rules)
{
    bool ok = true;

    for (size_t i = 0; i < G_N_ELEMENTS(allowed); i++)
        ok = ok && seccomp_rule_add(rules, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(in_vain); i++)
        ok = ok && seccomp_rule_add(rules, SCMP_ACT_ERRNO((uint32_t)in_vain[i].error),
                                    in_vain[i].call, 0) == 0;
    for (size_t i = 0; CHECKED && i < G_N_ELEMENTS(checkers); i++)
        ok = ok && seccomp_rule_add(rules, SCMP_ACT_ALLOW, checkers[i], 0) == 0;
    return ok;
}

/* Memory is never made into code, a new thread is never a process, one descriptor is written. */
static bool
add_narrow(scmp_filter_ctx rules)
{
    bool ok = seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                               SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
              seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                               SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
              seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                               SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0 &&
              seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
                               SCMP_A0(SCMP_CMP_EQ, JAIL_OUT)) == 0;

    return ok && (CHECKED ? seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(write), 0)
                          : seccomp_rule_add(rules, SCMP_ACT_ERRNO(EBADF), SCMP_SYS(write), 1,
                                             SCMP_A0(SCMP_CMP_NE, JAIL_OUT))) == 0;
}

struct jail *
jail_new(void)
{
    struct jail *jail = g_new(struct jail, 1);

    jail->rules = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (jail->rules != NULL && add_plain(jail->rules) && add_narrow(jail->rules))
        return jail;
    seccomp_release(jail->rules);
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
           seccomp_load(jail->rules) == 0;
}
