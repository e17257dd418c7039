#include "inventory/print.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"

#define BARE "-" /* before a nonce that is not on the label */

void
print_free(struct print *print)
{
    if (print == NULL)
        return;
    g_free(print->nonce);
    g_free(print->who);
    g_free(print->sheet);
    g_free(print->format);
    g_free(print->reason);
    g_free(print->said);
    g_free(print);
}

static bool
insert(struct inventory *inventory, int64_t id, const struct print_entry *entry,
       const struct print_job *job, GError **error)
{
    g_autofree char *nonce = g_strconcat(entry->bare ? BARE : "", entry->nonce, NULL);
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO label_print (tenant, id, box, nonce, at, person,"
                                " sheet, format, reason, said) VALUES (:tenant, :id, :box, :nonce,"
                                " :at, :person, :sheet, :format, :reason, :said)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    db_bind_int(q, "box", entry->box.n);
    db_bind_text(q, "nonce", nonce);
    db_bind_int(q, "at", job->at);
    if (job->person != 0)
        db_bind_int(q, "person", job->person);
    else
        db_bind_null(q, "person");
    db_bind_text(q, "sheet", job->sheet != NULL ? job->sheet : "");
    db_bind_text(q, "format", job->format != NULL ? job->format : "");
    db_bind_text(q, "reason", job->reason);
    db_bind_text(q, "said", entry->said);
    return db_run(q, error);
}

static bool
insert_all(struct inventory *inventory, const struct print_entry *entries, size_t n,
           const struct print_job *job, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) FROM label_print WHERE tenant = :tenant");
    int64_t last;

    db_bind_int(q, "tenant", inventory->tenant);
    if (!db_one_int(q, 0, &last, error))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!insert(inventory, last + 1 + (int64_t)i, &entries[i], job, error))
            return false;
    return true;
}

bool
print_add(struct inventory *inventory, const struct print_entry *entries, size_t n,
          const struct print_job *job, GError **error)
{
    g_autofree char *text = field_text(_("reason"), job->reason, LIMIT_NOTE, false, error);
    struct print_job clean = *job;

    if (text == NULL || !db_begin(inventory->db, error))
        return false;
    clean.reason = text;
    return db_end(inventory->db, insert_all(inventory, entries, n, &clean, error), error);
}

static struct print *
print_of_row(struct db_stmt *q)
{
    struct print *print = g_new0(struct print, 1);

    print->id = db_int(q, 0);
    print->box.n = db_int(q, 1);
    print->bare = g_str_has_prefix(db_text(q, 2), BARE);
    print->nonce = g_strdup(db_text(q, 2) + (print->bare ? strlen(BARE) : 0));
    print->at = db_int(q, 3);
    print->reason = g_strdup(db_text(q, 4));
    print->said = g_strdup(db_text(q, 5));
    print->sheet = g_strdup(db_text(q, 6));
    print->format = g_strdup(db_text(q, 7));
    print->who = g_strdup(db_text(q, 8));
    return print;
}

bool
print_list(struct inventory *inventory, struct box_id box, int64_t most, GPtrArray **prints,
           GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "SELECT p.id, box, nonce, at, reason, said, sheet, format, "
        "coalesce(person.name, '') FROM label_print p LEFT JOIN person ON person.tenant = p.tenant "
        "AND person.id = p.person WHERE p.tenant = :tenant "
        "AND (CAST(:box AS BIGINT) = 0 OR box = :box) ORDER BY p.id DESC LIMIT :most");

    *prints = g_ptr_array_new_with_free_func((GDestroyNotify)print_free);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "most", most > 0 ? most : INT64_MAX);
    while (db_row(q))
        g_ptr_array_add(*prints, print_of_row(q));
    if (db_done(q, error))
        return true;
    g_clear_pointer(prints, g_ptr_array_unref);
    return false;
}

bool
print_latest(struct inventory *inventory, GHashTable **prints, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id, box, nonce, at, reason, said, sheet, format, '' "
                                "FROM label_print "
                                "WHERE tenant = :tenant AND id IN (SELECT max(id) FROM label_print "
                                "WHERE tenant = :tenant GROUP BY box)");

    *prints = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)print_free);
    db_bind_int(q, "tenant", inventory->tenant);
    while (db_row(q)) {
        struct print *print = print_of_row(q);

        g_hash_table_insert(*prints, &print->box.n, print);
    }
    if (db_done(q, error))
        return true;
    g_clear_pointer(prints, g_hash_table_unref);
    return false;
}

const struct print *
print_of(GHashTable *latest, struct box_id box)
{
    return g_hash_table_lookup(latest, &box.n);
}

bool
print_tell(struct inventory *inventory, struct box_id box, const char *nonce,
           enum print_state *state, int64_t *at, int64_t *replaced, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "WITH mine (id, at) AS (SELECT id, at FROM label_print WHERE "
                       "tenant = :tenant AND box = :box AND nonce IN (:nonce, :bare)"
                       " ORDER BY id DESC LIMIT 1)"
                       " SELECT mine.at, (SELECT at FROM label_print WHERE tenant = :tenant"
                       " AND box = :box AND id > mine.id ORDER BY id LIMIT 1) FROM mine");
    g_autofree char *bare = g_strconcat(BARE, nonce, NULL);

    *state = PRINT_UNKNOWN;
    *at = *replaced = 0;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    db_bind_text(q, "nonce", nonce);
    db_bind_text(q, "bare", bare);
    if (db_row(q)) {
        *at = db_int(q, 0);
        *state = db_is_null(q, 1) ? PRINT_CURRENT : PRINT_OLD;
        *replaced = db_int(q, 1);
    }
    return db_done(q, error);
}
