#include "inventory/hook.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"

static const char *const keys[HOOK_KINDS] = {
    [HOOK_WECOM] = "wecom", [HOOK_DINGTALK] = "dingtalk", [HOOK_FEISHU] = "feishu"};

const char *
hook_kind_key(enum hook_kind kind)
{
    return keys[kind];
}

static enum hook_kind
parse_kind(const char *key)
{
    int kind = HOOK_KINDS - 1;

    while (kind > 0 && strcmp(keys[kind], key) != 0)
        kind--;
    return (enum hook_kind)kind;
}

void
hook_free(struct hook *hook)
{
    if (hook == NULL)
        return;
    g_free(hook->name);
    g_free(hook->url);
    g_free(hook->key);
    g_free(hook->failure);
    g_free(hook);
}

/* ---------------------------------------------------------------------------------- adding, ending */

static bool
next_id(struct inventory *inventory, int64_t *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) + 1 FROM hook WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, id, error);
}

static bool
check_new(struct inventory *inventory, const struct hook *hook, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM hook WHERE tenant = :tenant AND url = :url");
    struct area *area = NULL;
    int64_t known;
    bool ok = area_by_id(inventory, hook->area, &area, error);

    area_free(area);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "url", hook->url);
    if (!db_one_int(q, 0, &known, ok ? error : NULL) || !ok)
        return false;
    return known == 0 || err_set(error, ERR_REFUSED, _("this robot is told of shortages already"));
}

static bool
insert_hook(struct inventory *inventory, const struct hook *hook, const char *name, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "INSERT INTO hook (tenant, id, area, name, format, url, key, made_at)"
                       " VALUES (:tenant, :id, :area, :name, :format, :url, :key, :at)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", hook->id);
    db_bind_int(q, "area", hook->area.n);
    db_bind_text(q, "name", name);
    db_bind_text(q, "format", keys[hook->kind]);
    db_bind_text(q, "url", hook->url);
    db_bind_text(q, "key", hook->key);
    db_bind_int(q, "at", hook->made_at);
    return db_run(q, error);
}

bool
hook_add(struct inventory *inventory, struct hook *hook, int64_t now, GError **error)
{
    g_autofree char *name = field_text(_("name"), hook->name, LIMIT_NAME, true, error);
    bool ok;

    if (name == NULL || !db_begin(inventory->db, error))
        return false;
    hook->made_at = now;
    ok = check_new(inventory, hook, error) && next_id(inventory, &hook->id, error) &&
         insert_hook(inventory, hook, name, error);
    return db_end(inventory->db, ok, error) && ok;
}

static bool
delete_told(struct inventory *inventory, int64_t id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "DELETE FROM hook_told WHERE tenant = :tenant AND hook = :hook");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "hook", id);
    return db_run(q, error);
}

static bool
delete_hook(struct inventory *inventory, int64_t id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "DELETE FROM hook WHERE tenant = :tenant AND id = :id");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    return db_run(q, error);
}

bool
hook_end(struct inventory *inventory, int64_t id, GError **error)
{
    struct hook *hook = NULL;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = hook_by_id(inventory, id, &hook, error) && delete_told(inventory, id, error) &&
         delete_hook(inventory, id, error);
    hook_free(hook);
    return db_end(inventory->db, ok, error) && ok;
}

/* --------------------------------------------------------------------------------------- reading */

#define HOOK_COLUMNS                                                                               \
    "hook.id, hook.area, hook.name, hook.format, hook.url, hook.key, hook.made_at,"                \
    " coalesce(hook.told_at, CAST(0 AS BIGINT)), hook.failure"

static struct hook *
take_hook(struct db_stmt *q)
{
    struct hook *hook = g_new(struct hook, 1);

    *hook = (struct hook){
        .id = db_int(q, 0),
        .area = {db_int(q, 1)},
        .name = g_strdup(db_text(q, 2)),
        .kind = parse_kind(db_text(q, 3)),
        .url = g_strdup(db_text(q, 4)),
        .key = g_strdup(db_text(q, 5)),
        .made_at = db_int(q, 6),
        .told_at = db_int(q, 7),
        .failure = g_strdup(db_text(q, 8)),
    };
    return hook;
}

bool
hook_list(struct inventory *inventory, struct area_id area, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) hooks = g_ptr_array_new_with_free_func((GDestroyNotify)hook_free);
    struct db_stmt *q = db_query(
        inventory->db, "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area"
                       " OR (:area = CAST(0 AS BIGINT) AND parent IS NULL)"
                       " UNION ALL SELECT area.id FROM area JOIN below ON area.parent = below.id)"
                       " SELECT " HOOK_COLUMNS " FROM hook"
                       " WHERE hook.tenant = :tenant AND hook.area IN (SELECT below.id FROM below)"
                       " ORDER BY hook.id");

    *out = NULL;
    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q))
        g_ptr_array_add(hooks, take_hook(q));
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&hooks);
    return true;
}

bool
hook_by_id(struct inventory *inventory, int64_t id, struct hook **hook, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "SELECT " HOOK_COLUMNS " FROM hook WHERE hook.tenant = :tenant AND hook.id = :id");

    *hook = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    if (db_row(q))
        *hook = take_hook(q);
    if (!db_done(q, error)) {
        g_clear_pointer(hook, hook_free);
        return false;
    }
    return *hook != NULL || err_set(error, ERR_MISSING, _("there is no robot %lld"), (long long)id);
}

/* --------------------------------------------------------------------------------------- telling */

bool
hook_note(struct inventory *inventory, int64_t id, const char *failure, int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE hook SET failure = :failure,"
                                " told_at = CASE WHEN :failure = '' THEN :now ELSE told_at END"
                                " WHERE tenant = :tenant AND id = :id");

    db_bind_text(q, "failure", failure != NULL ? failure : "");
    db_bind_int(q, "now", now);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    return db_run(q, error);
}

bool
hook_told(struct inventory *inventory, int64_t id, GArray **cells, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT box, type, age FROM hook_told"
                                                " WHERE tenant = :tenant AND hook = :hook"
                                                " ORDER BY box, type, age");

    *cells = g_array_new(FALSE, FALSE, sizeof(struct hook_cell));
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "hook", id);
    while (db_row(q)) {
        const struct hook_cell cell = {
            {db_int(q, 0)}, (enum drug_type)db_int(q, 1), (enum drug_age)db_int(q, 2)};

        g_array_append_val(*cells, cell);
    }
    if (db_done(q, error))
        return true;
    g_clear_pointer(cells, g_array_unref);
    return false;
}

static void
bind_cell(struct inventory *inventory, struct db_stmt *q, int64_t id, const struct hook_cell *cell)
{
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "hook", id);
    db_bind_int(q, "box", cell->box.n);
    db_bind_int(q, "type", cell->type);
    db_bind_int(q, "age", cell->age);
}

bool
hook_tell(struct inventory *inventory, int64_t id, const struct hook_cell *cell, int64_t now,
          GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO hook_told (tenant, hook, box, type, age, at)"
                                " VALUES (:tenant, :hook, :box, :type, :age, :at)"
                                " ON CONFLICT DO NOTHING");

    bind_cell(inventory, q, id, cell);
    db_bind_int(q, "at", now);
    return db_run(q, error);
}

bool
hook_untell(struct inventory *inventory, int64_t id, const struct hook_cell *cell, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM hook_told WHERE tenant = :tenant"
                                                " AND hook = :hook AND box = :box AND type = :type"
                                                " AND age = :age");

    bind_cell(inventory, q, id, cell);
    return db_run(q, error);
}
