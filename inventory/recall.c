#include "inventory/recall.h"

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/lot.h"

void
recall_free(struct recall *recall)
{
    if (recall == NULL)
        return;
    g_free(recall->lot);
    g_free(recall->reason);
    g_free(recall);
}

static bool
insert_recall(struct inventory *inventory, struct drug_id drug, const char *lot, const char *reason,
              int64_t now, int64_t *id, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT max(id) + 1 FROM recall");

    if (!db_one_int(q, 1, id, error))
        return false;
    q = db_query(inventory->db, "INSERT INTO recall (id, drug, lot, reason, at)"
                                " VALUES (:id, :drug, :lot, :reason, :at)");
    db_bind_int(q, "id", *id);
    db_bind_int(q, "drug", drug.n);
    db_bind_text(q, "lot", lot);
    db_bind_text(q, "reason", reason);
    db_bind_int(q, "at", now);
    return db_run(q, error);
}

/* The texts as they are kept, or false with ERR_INPUT. A batch of blanks is not every batch. */
static bool
clean_texts(const char *lot, const char *reason, char **clean_lot, char **clean_reason,
            GError **error)
{
    *clean_lot = lot_normal(lot, error);
    if (*clean_lot == NULL)
        return false;
    if (lot[0] != '\0' && (*clean_lot)[0] == '\0')
        return err_set(error, ERR_INPUT, _("%s is missing"), _("batch number"));
    *clean_reason = field_text(_("reason"), reason, LIMIT_NOTE, false, error);
    return *clean_reason != NULL &&
           ((*clean_reason)[0] != '\0' ||
            err_set(error, ERR_INPUT, _("say why it is recalled, in at most %d characters"),
                    LIMIT_NOTE));
}

/* The recall in force of a drug and batch, or 0. */
static bool
find_same(struct inventory *inventory, struct drug_id drug, const char *lot, int64_t *id,
          GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT id FROM recall WHERE drug = :drug"
                                                " AND lot = :lot AND lifted_at IS NULL");

    db_bind_int(q, "drug", drug.n);
    db_bind_text(q, "lot", lot);
    return db_one_int(q, 0, id, error);
}

bool
recall_add(struct inventory *inventory, struct drug_id id_of_drug, const char *lot,
           const char *reason, int64_t now, int64_t *id, bool *repeated, GError **error)
{
    g_autofree char *batch = NULL, *why = NULL;
    struct drug *drug = NULL;
    bool ok;

    *id = 0;
    *repeated = false;
    if (!clean_texts(lot, reason, &batch, &why, error) || !db_begin(inventory->db, error))
        return false;
    ok = drug_by_id(inventory, id_of_drug, &drug, error) &&
         find_same(inventory, id_of_drug, batch, id, error);
    *repeated = *id != 0;
    if (ok && !*repeated)
        ok = insert_recall(inventory, id_of_drug, batch, why, now, id, error);
    drug_free(drug);
    return db_end(inventory->db, ok, error);
}

static bool
find_recall(struct inventory *inventory, int64_t id, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT CAST(CASE WHEN lifted_at IS NULL THEN 1 "
                                                "ELSE 0 END AS BIGINT) FROM recall WHERE id = :id");
    int64_t in_force = 0;

    db_bind_int(q, "id", id);
    if (!db_one_int(q, -1, &in_force, error))
        return false;
    if (in_force < 0)
        return err_set(error, ERR_MISSING, _("there is no recall %lld"), (long long)id) ||
               err_next(error, ERR_NEXT_RECALLS);
    return in_force == 1 ||
           err_set(error, ERR_REFUSED, _("recall %lld is lifted already"), (long long)id);
}

bool
recall_lift(struct inventory *inventory, int64_t id, int64_t now, GError **error)
{
    struct db_stmt *q;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = find_recall(inventory, id, error);
    if (ok) {
        q = db_query(inventory->db, "UPDATE recall SET lifted_at = :at WHERE id = :id");
        db_bind_int(q, "at", now);
        db_bind_int(q, "id", id);
        ok = db_run(q, error);
    }
    return db_end(inventory->db, ok, error);
}

bool
recall_list(struct inventory *inventory, bool lifted_too, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) recalls = g_ptr_array_new_with_free_func((GDestroyNotify)recall_free);
    struct db_stmt *q =
        db_query(inventory->db,
                 "SELECT id, drug, lot, reason, at, lifted_at FROM recall"
                 " WHERE lifted_at IS NULL OR CAST(:lifted_too AS BIGINT) = 1 ORDER BY id DESC");

    *out = NULL;
    db_bind_int(q, "lifted_too", lifted_too);
    while (db_row(q)) {
        struct recall *recall = g_new(struct recall, 1);

        *recall = (struct recall){
            .id = db_int(q, 0),
            .drug = {db_int(q, 1)},
            .lot = g_strdup(db_text(q, 2)),
            .reason = g_strdup(db_text(q, 3)),
            .at = db_int(q, 4),
            .lifted_at = db_int(q, 5),
        };
        g_ptr_array_add(recalls, recall);
    }
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&recalls);
    return true;
}

bool
recall_holds(struct inventory *inventory, struct drug_id drug, const char *lot, bool *recalled,
             GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT count(*) FROM recall WHERE drug = :drug"
                                                " AND lifted_at IS NULL AND lot IN ('', :lot)");
    int64_t count = 0;

    db_bind_int(q, "drug", drug.n);
    db_bind_text(q, "lot", lot != NULL ? lot : "");
    if (!db_one_int(q, 0, &count, error))
        return false;
    *recalled = count > 0;
    return true;
}
