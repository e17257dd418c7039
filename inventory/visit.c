#include "inventory/visit.h"

#include "base/digest.h"
#include "base/limits.h"
#include "base/words.h"
#include "inventory/inside.h"

#define MINUTE INT64_C(60000)
#define DAY (24 * 60 * MINUTE)

#define TOUCH (5 * MINUTE) /* how exactly it is known when somebody was last seen */
#define MOST 100           /* visits of one person */

/* How long without being used, and how long at all, a device stays signed in. */
static const struct {
    int64_t idle, whole;
} spans[] = {
    [ROLE_VOLUNTEER] = {60 * DAY, 180 * DAY}, /* a phone in a pocket; offline for weeks, perhaps */
    [ROLE_SECRETARY] = {7 * DAY, 30 * DAY},
    [ROLE_OFFICE] = {2 * DAY, 14 * DAY},
};

struct hash {
    uint8_t bytes[32];
};

static struct hash
hash_of(const uint8_t token[VISIT_TOKEN])
{
    struct hash hash;

    digest_of(token, VISIT_TOKEN, hash.bytes);
    return hash;
}

static int64_t
end_of(enum role role, int64_t began_at, int64_t seen_at)
{
    return MIN(began_at + spans[role].whole, seen_at + spans[role].idle);
}

void
visit_free(struct visit *visit)
{
    if (visit == NULL)
        return;
    g_free(visit->device);
    g_free(visit);
}

/* -------------------------------------------------------------------------------------- beginning */

static bool
forget_old(struct inventory *inventory, int64_t person, int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "DELETE FROM visit WHERE tenant = :tenant AND (ends_at <= :now"
                                " OR (person = :person AND id NOT IN (SELECT id FROM visit"
                                "  WHERE tenant = :tenant AND person = :person"
                                "  ORDER BY seen_at DESC, id DESC LIMIT CAST(:most AS BIGINT))))");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "now", now);
    db_bind_int(q, "person", person);
    db_bind_int(q, "most", MOST - 1);
    return db_run(q, error);
}

static bool
next_visit(struct inventory *inventory, int64_t *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) + 1 FROM visit WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, id, error);
}

static bool
insert_visit(struct inventory *inventory, const struct visit *visit, const struct hash *hash,
             GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "INSERT INTO visit (tenant, id, person, token, device, began_at, seen_at, ends_at)"
                 " VALUES (:tenant, :id, :person, :token, :device, :began_at, :seen_at, :ends_at)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", visit->id);
    db_bind_int(q, "person", visit->person);
    db_bind_blob(q, "token", hash->bytes, sizeof(hash->bytes));
    db_bind_text(q, "device", visit->device);
    db_bind_int(q, "began_at", visit->began_at);
    db_bind_int(q, "seen_at", visit->seen_at);
    db_bind_int(q, "ends_at", visit->ends_at);
    return db_run(q, error);
}

static bool
role_of(struct inventory *inventory, int64_t person, enum role *role, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT role FROM person WHERE tenant = :tenant AND id = :person"
                                " AND state = 'active'");
    int found = -1;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "person", person);
    if (db_row(q))
        found = role_parse(db_text(q, 0));
    *role = (enum role)found;
    return db_done(q, error) &&
           (found >= 0 || err_set(error, ERR_MISSING, _("there is no person with the number %lld"),
                                  (long long)person));
}

bool
visit_begin(struct inventory *inventory, int64_t person, const uint8_t token[VISIT_TOKEN],
            const char *device, int64_t now, int64_t *id, GError **error)
{
    struct hash hash = hash_of(token);
    g_autofree char *name = g_utf8_substring(device, 0, MIN(g_utf8_strlen(device, -1), LIMIT_NAME));
    struct visit visit = {.person = person, .device = name, .began_at = now, .seen_at = now};
    enum role role;
    bool ok;

    *id = 0;
    if (!db_begin(inventory->db, error))
        return false;
    ok = role_of(inventory, person, &role, error) && forget_old(inventory, person, now, error) &&
         next_visit(inventory, &visit.id, error);
    if (ok) {
        visit.ends_at = end_of(role, now, now);
        ok = insert_visit(inventory, &visit, &hash, error);
        *id = visit.id;
    }
    return db_end(inventory->db, ok, error) && ok;
}

/* ---------------------------------------------------------------------------------------- going on */

bool
visit_find(struct inventory *inventory, const uint8_t token[VISIT_TOKEN], int64_t now, int64_t *id,
           struct actor *actor, bool *stale, GError **error)
{
    struct hash hash = hash_of(token);
    struct db_stmt *q = db_query(
        inventory->db, "SELECT visit.id, visit.person, person.role, person.area, visit.seen_at"
                       " FROM visit JOIN person ON person.tenant = visit.tenant"
                       "  AND person.id = visit.person WHERE visit.tenant = :tenant"
                       " AND visit.token = :token AND visit.ends_at > :now"
                       " AND person.state = 'active'");

    *id = 0;
    *actor = (struct actor){0};
    *stale = false;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "token", hash.bytes, sizeof(hash.bytes));
    db_bind_int(q, "now", now);
    if (db_row(q)) {
        *id = db_int(q, 0);
        *actor = (struct actor){db_int(q, 1), (enum role)role_parse(db_text(q, 2)), {db_int(q, 3)}};
        *stale = now - db_int(q, 4) >= TOUCH;
    }
    return db_done(q, error);
}

static bool
visit_by_id(struct inventory *inventory, int64_t id, int64_t *began_at, enum role *role,
            GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT visit.began_at, person.role FROM visit JOIN person"
                                " ON person.tenant = visit.tenant AND person.id = visit.person"
                                " WHERE visit.tenant = :tenant AND visit.id = :id");

    *began_at = 0;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    if (db_row(q)) {
        *began_at = db_int(q, 0);
        *role = (enum role)role_parse(db_text(q, 1));
    }
    return db_done(q, error);
}

/* A visit that was ended in the meantime stays ended. */
bool
visit_touch(struct inventory *inventory, int64_t id, int64_t now, GError **error)
{
    enum role role = ROLE_VOLUNTEER;
    int64_t began_at = 0;
    struct db_stmt *q;

    if (!visit_by_id(inventory, id, &began_at, &role, error))
        return false;
    q = db_query(inventory->db, "UPDATE visit SET seen_at = :now, ends_at = :ends_at"
                                " WHERE tenant = :tenant AND id = :id AND seen_at < :now");
    db_bind_int(q, "now", now);
    db_bind_int(q, "ends_at", end_of(role, began_at, now));
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    return db_run(q, error);
}

bool
visit_list(struct inventory *inventory, int64_t person, int64_t now, GPtrArray **out,
           GError **error)
{
    g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func((GDestroyNotify)visit_free);
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id, device, began_at, seen_at, ends_at FROM visit"
                                " WHERE tenant = :tenant AND person = :person AND ends_at > :now"
                                " ORDER BY seen_at DESC, id DESC");

    *out = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "person", person);
    db_bind_int(q, "now", now);
    while (db_row(q)) {
        struct visit *visit = g_new(struct visit, 1);

        *visit = (struct visit){.id = db_int(q, 0),
                                .person = person,
                                .device = g_strdup(db_text(q, 1)),
                                .began_at = db_int(q, 2),
                                .seen_at = db_int(q, 3),
                                .ends_at = db_int(q, 4)};
        g_ptr_array_add(visits, visit);
    }
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&visits);
    return true;
}

/* ----------------------------------------------------------------------------------------- ending */

bool
visit_end(struct inventory *inventory, int64_t person, int64_t id, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM visit WHERE tenant = :tenant"
                                                " AND id = :id AND person = :person");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    db_bind_int(q, "person", person);
    return db_run(q, error) &&
           (db_changed(inventory->db) > 0 ||
            err_set(error, ERR_MISSING, _("that device is not signed in (any more)")));
}

bool
visit_end_all(struct inventory *inventory, int64_t person, int64_t but, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM visit WHERE tenant = :tenant"
                                                " AND person = :person AND id <> :but");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "person", person);
    db_bind_int(q, "but", but);
    return db_run(q, error);
}
