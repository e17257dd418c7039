#include "inventory/print.h"

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"

void
print_free(struct print *print)
{
    if (print == NULL)
        return;
    g_free(print->nonce);
    g_free(print->reason);
    g_free(print);
}

static bool
insert(struct inventory *inventory, int64_t id, struct box_id box, const char *reason, int64_t now,
       GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO label_print (tenant, id, box, at, reason) "
                                "VALUES (:tenant, :id, :box, :at, :reason)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "at", now);
    db_bind_text(q, "reason", reason);
    return db_run(q, error);
}

static bool
insert_all(struct inventory *inventory, const struct box_id *boxes, size_t n, const char *reason,
           int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) FROM label_print WHERE tenant = :tenant");
    int64_t last;

    db_bind_int(q, "tenant", inventory->tenant);
    if (!db_one_int(q, 0, &last, error))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!insert(inventory, last + 1 + (int64_t)i, boxes[i], reason, now, error))
            return false;
    return true;
}

bool
print_add(struct inventory *inventory, const struct box_id *boxes, size_t n, const char *reason,
          int64_t now, GError **error)
{
    g_autofree char *text = field_text(_("reason"), reason, LIMIT_NOTE, false, error);

    if (text == NULL || !db_begin(inventory->db, error))
        return false;
    return db_end(inventory->db, insert_all(inventory, boxes, n, text, now, error), error);
}

bool
print_list(struct inventory *inventory, struct box_id box, GPtrArray **prints, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT id, box, nonce, at, reason FROM label_print "
                       "WHERE tenant = :tenant AND (CAST(:box AS BIGINT) = 0 OR box = :box) "
                       "ORDER BY id DESC");

    *prints = g_ptr_array_new_with_free_func((GDestroyNotify)print_free);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "box", box.n);
    while (db_row(q)) {
        struct print *print = g_new0(struct print, 1);

        print->id = db_int(q, 0);
        print->box.n = db_int(q, 1);
        print->nonce = g_strdup(db_text(q, 2));
        print->at = db_int(q, 3);
        print->reason = g_strdup(db_text(q, 4));
        g_ptr_array_add(*prints, print);
    }
    if (db_done(q, error))
        return true;
    g_clear_pointer(prints, g_ptr_array_unref);
    return false;
}
