/* What codes mean: teaching and looking up. */

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/drug.h"
#include "inventory/field.h"
#include "inventory/inside.h"

/* A GTIN means the same whatever carries it; a code of none of these kinds can't be taught. */
static const char *
kept_kind(const struct code *code)
{
    switch (code->kind) {
    case CODE_RETAIL:
    case CODE_GTIN14:
    case CODE_GS1:
    case CODE_LINK: return "gtin";
    case CODE_OWN_LABEL: return "own";
    case CODE_TRACE: return "trace";
    case CODE_NATIONAL: return "national";
    case CODE_APPROVAL: return "approval";
    case CODE_UNKNOWN:
    case CODE_BOX:
    case CODE_COMMAND: return NULL;
    }
    return NULL;
}

bool
drug_code_can_be_taught(const struct code *code)
{
    return kept_kind(code) != NULL && code->product[0] != '\0';
}

bool
drug_of_code(struct inventory *inventory, const struct code *code, struct drug_id *drug,
             int32_t *units, GError **error)
{
    const char *kind = kept_kind(code);
    struct db_stmt *q;

    *drug = (struct drug_id){0};
    *units = 0;
    if (kind == NULL || code->product[0] == '\0')
        return true;
    q = db_query(inventory->db, "SELECT drug, units FROM code WHERE kind = :kind AND code = :code");
    db_bind_text(q, "kind", kind);
    db_bind_text(q, "code", code->product);
    if (db_row(q)) {
        drug->n = db_int(q, 0);
        *units = (int32_t)db_int(q, 1);
    }
    return db_done(q, error);
}

static bool
check_other_meaning(struct inventory *inventory, const struct code *code, struct drug_id drug,
                    GError **error)
{
    struct drug_id known;
    struct drug *other = NULL;
    g_autofree char *title = NULL;
    int32_t units = 0;

    if (!drug_of_code(inventory, code, &known, &units, error))
        return false;
    if (known.n == 0 || known.n == drug.n)
        return true;
    if (!drug_by_id(inventory, known, &other, error))
        return false;
    title = drug_title(other);
    drug_free(other);
    return err_set(error, ERR_REFUSED, _("the code %s means %s already"), code->product, title);
}

static bool
write_code(struct inventory *inventory, const struct code *code, struct drug_id drug, int32_t units,
           int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO code (kind, code, drug, units, learned_at)"
                                " VALUES (:kind, :code, :drug, :units, :now)"
                                " ON CONFLICT (kind, code) DO UPDATE SET units = excluded.units");

    db_bind_text(q, "kind", kept_kind(code));
    db_bind_text(q, "code", code->product);
    db_bind_int(q, "drug", drug.n);
    db_bind_int(q, "units", units);
    db_bind_int(q, "now", now);
    if (!db_run(q, error))
        return false;
    q = db_query(inventory->db, "DELETE FROM code_unknown WHERE tenant = :tenant AND code = :code");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "code", code->product);
    return db_run(q, error);
}

bool
drug_bind(struct inventory *inventory, const struct code *code, struct drug_id drug, int32_t units,
          int64_t now, GError **error)
{
    struct drug *meant = NULL;
    bool ok;

    if (!drug_code_can_be_taught(code))
        return err_set(error, ERR_INPUT, _("this is not the code of a medicine"));
    if (!field_number(_("base units in the pack"), units, 1, LIMIT_UNITS, error) ||
        !db_begin(inventory->db, error))
        return false;
    ok = drug_by_id(inventory, drug, &meant, error) &&
         check_other_meaning(inventory, code, drug, error) &&
         write_code(inventory, code, drug, units, now, error);
    drug_free(meant);
    return db_end(inventory->db, ok, error) && ok;
}

/* ------------------------------------------------------------------------------------- forgetting */

static bool
delete_code(struct inventory *inventory, const struct code *code, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "DELETE FROM code WHERE kind = :kind AND code = :code");

    db_bind_text(q, "kind", kept_kind(code));
    db_bind_text(q, "code", code->product);
    return db_run(q, error);
}

static bool
is_booked(struct inventory *inventory, struct drug_id drug, bool *booked, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT count(*) FROM movement"
                                                " WHERE tenant = :tenant AND drug = :drug");
    int64_t count = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "drug", drug.n);
    if (!db_one_int(q, 0, &count, error))
        return false;
    *booked = count > 0;
    return true;
}

bool
drug_unbind(struct inventory *inventory, const struct code *code, struct drug_id *drug,
            bool *booked, GError **error)
{
    int32_t units;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = drug_of_code(inventory, code, drug, &units, error) &&
         (drug->n != 0 ||
          err_set(error, ERR_MISSING, _("nobody taught what the code %s means"), code->product)) &&
         delete_code(inventory, code, error) && is_booked(inventory, *drug, booked, error);
    return db_end(inventory->db, ok, error) && ok;
}

bool
drug_forget_code(struct inventory *inventory, const char *text, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "DELETE FROM code_unknown WHERE tenant = :tenant"
                                                " AND code IN (:text, :product)");
    struct code code;

    if (!code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, NULL))
        g_strlcpy(code.product, text, sizeof(code.product));
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "text", text);
    db_bind_text(q, "product", code.product);
    if (!db_run(q, error))
        return false;
    return db_changed(inventory->db) > 0 ||
           err_set(error, ERR_MISSING, _("no code “%s” is waiting"), text) ||
           err_next(error, ERR_NEXT_WAITING);
}
