#include "inventory/audit_log.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/inside.h"

static const struct {
    const char *key, *word;
} acts[AUDIT_ACTS] = {
    [AUDIT_NONE] = {"", ""},
    [AUDIT_SIGN_IN] = {"sign_in", N_("signed in")},
    [AUDIT_SIGN_OUT] = {"sign_out", N_("signed out")},
    [AUDIT_GUESS] = {"guess", N_("guessed wrong and had to wait")},
    [AUDIT_LOCK] = {"lock", N_("locked after too many wrong guesses")},
    [AUDIT_JOIN] = {"join", N_("joined by an invitation")},
    [AUDIT_SECRET] = {"secret", N_("chose a new password")},
    [AUDIT_VISIT_END] = {"visit_end", N_("signed a device out")},
    [AUDIT_INVITE] = {"invite", N_("made an invitation")},
    [AUDIT_INVITE_END] = {"invite_end", N_("took an invitation back")},
    [AUDIT_RESET] = {"reset", N_("had a new password chosen")},
    [AUDIT_PERSON_ADD] = {"person_add", N_("added a person")},
    [AUDIT_PERSON_EDIT] = {"person_edit", N_("changed a person")},
    [AUDIT_PERSON_RETIRE] = {"person_retire", N_("took a person's rights away")},
    [AUDIT_UNLOCK] = {"unlock", N_("unlocked a person")},
    [AUDIT_AREA] = {"area", N_("changed an area")},
    [AUDIT_BOX] = {"box", N_("changed a box")},
    [AUDIT_DRUG] = {"drug", N_("changed a medicine")},
    [AUDIT_SETTING] = {"setting", N_("changed a setting")},
    [AUDIT_RECALL] = {"recall", N_("recalled a medicine")},
    [AUDIT_RECALL_LIFT] = {"recall_lift", N_("lifted a recall")},
    [AUDIT_PLAN] = {"plan", N_("had a plan proposed")},
    [AUDIT_TRANSFER] = {"transfer", N_("changed a transfer")},
    [AUDIT_TRANSFER_ACCEPT] = {"transfer_accept", N_("agreed to a transfer")},
    [AUDIT_TRANSFER_CHANGE] = {"transfer_change", N_("changed the amount of a transfer")},
    [AUDIT_TRANSFER_CANCEL] = {"transfer_cancel", N_("cancelled a transfer")},
    [AUDIT_WALK] = {"walk", N_("shared transfers out")},
    [AUDIT_LABELS] = {"labels", N_("printed labels")},
    [AUDIT_HOOK] = {"hook", N_("changed where shortages are told")},
    [AUDIT_IMPORT] = {"import", N_("imported a table")},
    [AUDIT_EXPORT] = {"export", N_("exported a table")},
};

const char *
audit_act_key(enum audit_act act)
{
    return acts[act].key;
}

enum audit_act
audit_act_parse(const char *key)
{
    for (int act = AUDIT_SIGN_IN; act < AUDIT_ACTS; act++)
        if (strcmp(acts[act].key, key) == 0)
            return (enum audit_act)act;
    return AUDIT_NONE;
}

const char *
audit_act_word(enum audit_act act)
{
    return words(acts[act].word);
}

void
audit_entry_free(struct audit_entry *entry)
{
    if (entry == NULL)
        return;
    g_free(entry->name);
    g_free(entry->what);
    g_free(entry->detail);
    g_free(entry);
}

/* At most so many characters. */
static char *
shortened(const char *text, glong most)
{
    return text == NULL ? g_strdup("")
                        : g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), most));
}

static bool
next_entry(struct inventory *inventory, int64_t *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) + 1 FROM audit_log WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, id, error);
}

static bool
insert_entry(struct inventory *inventory, const struct audit_entry *entry, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "INSERT INTO audit_log (tenant, id, at, person, act, area, what, detail)"
                       " VALUES (:tenant, :id, :at, :person, :act, :area, :what, :detail)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", entry->id);
    db_bind_int(q, "at", entry->at);
    if (entry->person != 0)
        db_bind_int(q, "person", entry->person);
    else
        db_bind_null(q, "person");
    db_bind_text(q, "act", acts[entry->act].key);
    db_bind_int(q, "area", entry->area.n);
    db_bind_text(q, "what", entry->what);
    db_bind_text(q, "detail", entry->detail);
    return db_run(q, error);
}

/* Where nothing is said, it is about where the person belongs. */
static bool
find_area(struct inventory *inventory, int64_t person, struct area_id *area, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT area FROM person WHERE tenant = :tenant AND id = :person");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "person", person);
    return db_one_int(q, inventory->district.n, &area->n, error);
}

bool
audit_log_add(struct inventory *inventory, int64_t person, enum audit_act act, struct area_id area,
              const char *what, const char *detail, int64_t now, GError **error)
{
    g_autofree char *short_what = shortened(what, LIMIT_NAME);
    g_autofree char *short_detail = shortened(detail, LIMIT_NOTE);
    struct audit_entry entry = {.at = now,
                                .person = person,
                                .act = act,
                                .area = area,
                                .what = short_what,
                                .detail = short_detail};
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = (area.n != 0 || find_area(inventory, person, &entry.area, error)) &&
         next_entry(inventory, &entry.id, error) && insert_entry(inventory, &entry, error);
    return db_end(inventory->db, ok, error) && ok;
}

bool
audit_log_list(struct inventory *inventory, const struct audit_query *query, GPtrArray **out,
               GError **error)
{
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func((GDestroyNotify)audit_entry_free);
    struct db_stmt *q =
        db_query(inventory->db,
                 "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area"
                 " OR (:area = CAST(0 AS BIGINT) AND parent IS NULL)"
                 " UNION ALL SELECT area.id FROM area JOIN below ON area.parent = below.id)"
                 " SELECT log.id, log.at, log.person, coalesce(person.name, ''), log.act, "
                 "log.area, log.what,"
                 " log.detail FROM audit_log log LEFT JOIN person ON person.tenant = log.tenant"
                 "  AND person.id = log.person WHERE log.tenant = :tenant"
                 " AND log.id > :after AND (:before = CAST(0 AS BIGINT) OR log.id < :before)"
                 " AND (:person = CAST(0 AS BIGINT) OR log.person = :person)"
                 " AND log.area IN (SELECT below.id FROM below)"
                 " ORDER BY log.id DESC LIMIT CAST(:most AS BIGINT)");

    *out = NULL;
    db_bind_int(q, "area", query->area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "after", query->after);
    db_bind_int(q, "before", query->before);
    db_bind_int(q, "person", query->person);
    db_bind_int(q, "most", query->limit);
    while (db_row(q)) {
        struct audit_entry *entry = g_new(struct audit_entry, 1);

        *entry = (struct audit_entry){
            .id = db_int(q, 0),
            .at = db_int(q, 1),
            .person = db_int(q, 2),
            .name = g_strdup(db_text(q, 3)),
            .act = audit_act_parse(db_text(q, 4)),
            .area = {db_int(q, 5)},
            .what = g_strdup(db_text(q, 6)),
            .detail = g_strdup(db_text(q, 7)),
        };
        g_ptr_array_add(entries, entry);
    }
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&entries);
    return true;
}
