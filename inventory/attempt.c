#include "inventory/attempt.h"

#include <string.h>

#include "base/digest.h"
#include "inventory/inside.h"

#define SECOND INT64_C(1000)
#define HOUR (3600 * SECOND)

enum subject {
    LOGIN,
    ADDRESS, /* many people may come from one: an office, a telephone company */
};

/* The wait doubles from the first to the most with each failure beyond those that are free. */
static const struct {
    const char *name;
    int64_t free, lock, first, most, forgotten; /* lock 0: never; forgotten after so many ms */
} rules[] = {
    [LOGIN] = {"login ", ATTEMPT_FREE, ATTEMPT_LOCK, 30 * SECOND, HOUR, 30 * 24 * HOUR},
    [ADDRESS] = {"address ", 30, 0, 10 * SECOND, HOUR / 4, 2 * HOUR},
};

struct hash {
    uint8_t bytes[32];
};

static struct hash
hash_of(enum subject subject, const char *text)
{
    struct digest digest;
    struct hash hash;

    digest_begin(&digest);
    digest_add(&digest, rules[subject].name, strlen(rules[subject].name));
    digest_add(&digest, text, strlen(text));
    digest_end(&digest, hash.bytes);
    return hash;
}

static bool
read_failures(struct inventory *inventory, const struct hash *hash, int64_t *failures, int64_t *at,
              GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT failures, at FROM attempt"
                                                " WHERE tenant = :tenant AND subject = :subject");

    *failures = *at = 0;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "subject", hash->bytes, sizeof(hash->bytes));
    if (db_row(q)) {
        *failures = db_int(q, 0);
        *at = db_int(q, 1);
    }
    return db_done(q, error);
}

/* How long is to be waited at a moment, by what has happened. */
static int64_t
wait_of(enum subject subject, int64_t failures, int64_t at, int64_t now)
{
    int64_t beyond = failures - rules[subject].free, wait;

    if (rules[subject].lock > 0 && failures >= rules[subject].lock)
        return ATTEMPT_LOCKED;
    if (beyond < 0 || now - at >= rules[subject].forgotten)
        return 0;
    wait = MIN(rules[subject].first << MIN(beyond, 20), rules[subject].most);
    return CLAMP(at + wait - now, 0, wait); /* also where the clock was set back */
}

static bool
look(struct inventory *inventory, enum subject subject, const char *text, int64_t now,
     int64_t *wait, GError **error)
{
    struct hash hash = hash_of(subject, text);
    int64_t failures, at, needed;

    if (!read_failures(inventory, &hash, &failures, &at, error))
        return false;
    needed = wait_of(subject, failures, at, now);
    *wait = MAX(*wait, needed);
    return true;
}

static bool
count(struct inventory *inventory, enum subject subject, const char *text, int64_t now,
      GError **error)
{
    struct hash hash = hash_of(subject, text);
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO attempt (tenant, subject, failures, at)"
                                " VALUES (:tenant, :subject, 1, :now) ON CONFLICT (tenant, subject)"
                                " DO UPDATE SET failures = CASE WHEN attempt.at <= :old THEN 1"
                                "  ELSE attempt.failures + 1 END, at = excluded.at");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "subject", hash.bytes, sizeof(hash.bytes));
    db_bind_int(q, "now", now);
    db_bind_int(q, "old", now - rules[subject].forgotten);
    return db_run(q, error);
}

/* What can't matter any more, of logins too, so that made-up ones don't fill the disk. */
static bool
forget_old(struct inventory *inventory, int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "DELETE FROM attempt WHERE tenant = :tenant AND at <= :old"
                                " AND failures < CAST(:lock AS BIGINT)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "old", now - rules[LOGIN].forgotten);
    db_bind_int(q, "lock", ATTEMPT_LOCK);
    return db_run(q, error);
}

bool
attempt_begin(struct inventory *inventory, const struct attempt *attempt, int64_t now,
              int64_t *wait, GError **error)
{
    bool ok;

    *wait = 0;
    if (!db_begin(inventory->db, error))
        return false;
    ok = look(inventory, LOGIN, attempt->login, now, wait, error) &&
         look(inventory, ADDRESS, attempt->address, now, wait, error);
    if (ok && *wait == 0)
        ok = forget_old(inventory, now, error) &&
             count(inventory, LOGIN, attempt->login, now, error) &&
             count(inventory, ADDRESS, attempt->address, now, error);
    return db_end(inventory->db, ok, error) && ok;
}

/* Only what nobody else did is taken back: an address's other failures stand. */
static bool
take_back(struct inventory *inventory, const char *address, GError **error)
{
    struct hash hash = hash_of(ADDRESS, address);
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE attempt SET failures = failures - 1 WHERE tenant = :tenant"
                                " AND subject = :subject AND failures > 1");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "subject", hash.bytes, sizeof(hash.bytes));
    return db_run(q, error);
}

bool
attempt_succeed(struct inventory *inventory, const struct attempt *attempt, GError **error)
{
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = attempt_unlock(inventory, attempt->login, error) &&
         take_back(inventory, attempt->address, error);
    return db_end(inventory->db, ok, error) && ok;
}

bool
attempt_failures(struct inventory *inventory, const char *login, int64_t *failures, GError **error)
{
    struct hash hash = hash_of(LOGIN, login);
    int64_t at;

    return read_failures(inventory, &hash, failures, &at, error);
}

bool
attempt_is_locked(struct inventory *inventory, const char *login, bool *locked, GError **error)
{
    int64_t failures;

    if (!attempt_failures(inventory, login, &failures, error))
        return false;
    *locked = failures >= ATTEMPT_LOCK;
    return true;
}

bool
attempt_unlock(struct inventory *inventory, const char *login, GError **error)
{
    struct hash hash = hash_of(LOGIN, login);
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM attempt WHERE tenant = :tenant"
                                                " AND subject = :subject");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "subject", hash.bytes, sizeof(hash.bytes));
    return db_run(q, error);
}
