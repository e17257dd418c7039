#include "inventory/rule.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"

static const struct {
    const char *key, *word;
} rules[] = {
    [RULE_NONE] = {"none", N_("none")},
    [RULE_BOX_RETIRED] = {"box_retired", N_("the box is out of service")},
    [RULE_DRUG_RETIRED] = {"drug_retired", N_("the medicine is no longer accepted")},
    [RULE_PRESCRIPTION] = {"prescription", N_("prescription medicine")},
    [RULE_COLD_CHAIN] = {"cold_chain", N_("needs a fridge")},
    [RULE_NO_EXPIRY] = {"no_expiry", N_("expiry not known")},
    [RULE_EXPIRED] = {"expired", N_("expired")},
    [RULE_EXPIRES_SOON] = {"expires_soon", N_("expires too soon")},
    [RULE_NO_LOT] = {"no_lot", N_("batch number not given")},
    [RULE_OPENED] = {"opened", N_("opened pack")},
    [RULE_RECALLED] = {"recalled", N_("recalled")},
    [RULE_PACK_HERE] = {"pack_here", N_("this pack is in a box already")},
    [RULE_PACK_GONE] = {"pack_gone", N_("this pack is not in the box")},
    [RULE_SHORT] = {"short", N_("not enough in the box")},
    [RULE_HOUSEHOLD] = {"household", N_("household limit")},
    [RULE_UNCOVERED] = {"uncovered", N_("taken, but not in the ledger")},
};

const char *
rule_key(enum rule rule)
{
    return rules[rule].key;
}

const char *
rule_word(enum rule rule)
{
    return _(rules[rule].word);
}

enum rule
rule_parse(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (strcmp(rules[i].key, key) == 0)
            return (enum rule)i;
    return RULE_NONE;
}

bool
rule_refuse(GError **error, enum rule *rule, enum rule which, const char *format, ...)
{
    va_list args;

    *rule = which;
    if (error != NULL) {
        va_start(args, format);
        *error = g_error_new_valist(ERR, ERR_REFUSED, format, args);
        va_end(args);
    }
    return false;
}

bool
rule_record(struct inventory *inventory, const struct movement *m, enum rule rule, GError **error)
{
    struct db_stmt *q;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    q = db_query(inventory->db,
                 "INSERT INTO refusal (tenant, uid, at, box, kind, drug, expiry, lot, units, rule)"
                 " VALUES (:tenant, :uid, :at, :box, :kind, :drug, :expiry, :lot, :units, :rule)"
                 " ON CONFLICT (tenant, uid) DO NOTHING");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "uid", m->uid.bytes, sizeof(m->uid.bytes));
    db_bind_int(q, "at", m->at);
    db_bind_int(q, "box", m->box.n);
    db_bind_int(q, "kind", (int64_t)m->kind);
    db_bind_int(q, "drug", m->drug.n);
    db_bind_int(q, "expiry", m->expiry.n);
    db_bind_text(q, "lot", m->lot);
    db_bind_int(q, "units", m->units);
    db_bind_text(q, "rule", rules[rule].key);
    ok = db_run(q, error);
    return db_end(inventory->db, ok, error);
}

void
rule_refusal_free(struct rule_refusal *refusal)
{
    if (refusal == NULL)
        return;
    g_free(refusal->lot);
    g_free(refusal);
}

bool
rule_refusals(struct inventory *inventory, int64_t since, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) refusals =
        g_ptr_array_new_with_free_func((GDestroyNotify)rule_refusal_free);
    struct db_stmt *q =
        db_query(inventory->db, "SELECT at, box, drug, kind, expiry, lot, units, rule FROM refusal"
                                " WHERE tenant = :tenant AND at >= :since ORDER BY at DESC");

    *out = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "since", since);
    while (db_row(q)) {
        struct rule_refusal *refusal = g_new(struct rule_refusal, 1);

        *refusal = (struct rule_refusal){
            .at = db_int(q, 0),
            .box = {db_int(q, 1)},
            .drug = {db_int(q, 2)},
            .kind = (enum movement_kind)db_int(q, 3),
            .expiry = {(int32_t)db_int(q, 4)},
            .lot = g_strdup(db_text(q, 5)),
            .units = (int32_t)db_int(q, 6),
            .rule = rule_parse(db_text(q, 7)),
        };
        g_ptr_array_add(refusals, refusal);
    }
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&refusals);
    return true;
}
