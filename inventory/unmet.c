#include "inventory/unmet.h"

#include "base/words.h"
#include "inventory/history.h"
#include "inventory/inside.h"
#include "inventory/posting.h"

/* Another request under a known uid is a client's mistake. */
static bool
is_same(struct inventory *inventory, const struct uuid *uid, struct box_id box, enum drug_type type,
        enum drug_age age, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM unmet WHERE tenant = :tenant AND uid = :uid"
                                " AND box = :box AND type = :type AND age = :age");
    int64_t count = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "uid", uid->bytes, sizeof(uid->bytes));
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "type", (int64_t)type);
    db_bind_int(q, "age", (int64_t)age);
    return db_one_int(q, 0, &count, error) && (count == 1 || posting_refuse_other(error));
}

static bool
insert_unmet(struct inventory *inventory, const struct uuid *uid, int64_t now, struct box_id box,
             enum drug_type type, enum drug_age age, bool *repeated, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO unmet (tenant, uid, at, box, type, age)"
                                " VALUES (:tenant, :uid, :at, :box, :type, :age)"
                                " ON CONFLICT (tenant, uid) DO NOTHING");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "uid", uid->bytes, sizeof(uid->bytes));
    db_bind_int(q, "at", now);
    db_bind_int(q, "box", box.n);
    db_bind_int(q, "type", (int64_t)type);
    db_bind_int(q, "age", (int64_t)age);
    if (!db_run(q, error))
        return false;
    *repeated = db_changed(inventory->db) == 0;
    return !*repeated || is_same(inventory, uid, box, type, age, error);
}

bool
unmet_post(struct inventory *inventory, const struct uuid *uid, int64_t now, struct box_id id,
           enum drug_type type, enum drug_age age, bool *repeated, GError **error)
{
    struct box *box = NULL;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = box_by_id(inventory, id, &box, error) &&
         insert_unmet(inventory, uid, now, id, type, age, repeated, error);
    if (ok && !*repeated && box->retired)
        ok = err_set(error, ERR_REFUSED, _("the box %s is out of service"), box->name);
    ok = ok && (*repeated || history_forget(inventory, inventory_day(inventory, now), error));
    box_free(box);
    return db_end(inventory->db, ok, error);
}
