#include "inventory/household.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/setting.h"

#define DAY_MS INT64_C(86400000)

/* One hyphen for every run of blanks and punctuation, so that 3-2-501, ３－２－５０１ and "3 2 501" are
 * one household, and 32-501 is another. */
static char *
normal_door(const char *door)
{
    g_autofree char *composed = g_utf8_normalize(door, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autofree char *folded = composed != NULL ? g_utf8_casefold(composed, -1) : g_strdup("");
    GString *plain = g_string_new(NULL);
    bool between = false;

    for (char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (g_unichar_isspace(c) || g_unichar_ispunct(c)) {
            between = plain->len > 0;
            continue;
        }
        if (between)
            g_string_append_c(plain, '-');
        between = false;
        g_string_append_unichar(plain, c);
    }
    return g_string_free(plain, FALSE);
}

/* Without it whoever knows the doors of a town could tell them from their hashes. */
static bool
read_salt(struct inventory *inventory, char **salt, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT value FROM setting WHERE area = :area AND box = 0"
                                " AND key = 'household.salt'");

    db_bind_int(q, "area", inventory->district.n);
    *salt = g_strdup(db_row(q) ? db_text(q, 0) : "");
    return db_done(q, error) &&
           ((*salt)[0] != '\0' ||
            err_set(error, ERR_BROKEN,
                    _("the secret that hides door numbers is missing from the inventory; restore a "
                      "backup, or book without a household")));
}

bool
booking_household(struct inventory *inventory, const char *door,
                  uint8_t hash[MOVEMENT_HOUSEHOLD_SIZE], GError **error)
{
    g_autofree char *plain = normal_door(door), *salt = NULL;
    gsize size = MOVEMENT_HOUSEHOLD_SIZE;
    GHmac *hmac;

    if (plain[0] == '\0')
        return err_set(error, ERR_INPUT,
                       _("the household is missing; give the door number, for example 3-2-501"));
    if (!read_salt(inventory, &salt, error))
        return false;
    hmac = g_hmac_new(G_CHECKSUM_SHA256, (const guchar *)salt, strlen(salt));
    g_hmac_update(hmac, (const guchar *)plain, (gssize)strlen(plain));
    g_hmac_get_digest(hmac, hash, &size);
    g_hmac_unref(hmac);
    return true;
}

static bool
taken_since(struct inventory *inventory, const struct booking *taking, int64_t since,
            int64_t *units, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "SELECT CAST(sum(units) AS BIGINT) FROM movement m WHERE tenant = :tenant"
                       " AND household = :household AND done_at > :since AND kind = 2"
                       " AND drug = :drug AND NOT EXISTS (SELECT 1 FROM movement u"
                       "  WHERE u.tenant = m.tenant AND u.reverses = m.seq)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "household", taking->household, MOVEMENT_HOUSEHOLD_SIZE);
    db_bind_int(q, "since", since);
    db_bind_int(q, "drug", taking->drug.n);
    return db_one_int(q, 0, units, error);
}

static bool
refuse(const struct drug *drug, int64_t limit, int64_t taken, int32_t window, enum rule *rule,
       GError **error)
{
    g_autofree char *most = drug_amount(drug, limit), *had = drug_amount(drug, taken),
                    *left = drug_amount(drug, MAX(limit - taken, 0));

    return rule_refuse(
        error, rule, RULE_HOUSEHOLD,
        words_plural("one household may take %s in %d day, and this one has taken %s; "
                     "it may still take %s, so that there is enough for all",
                     "one household may take %s in %d days, and this one has taken "
                     "%s; it may still take %s, so that there is enough for all",
                     window),
        most, (int)window, had, left);
}

bool
household_check(struct inventory *inventory, const struct booking *taking, const struct box *box,
                const struct drug *drug, enum rule *rule, GError **error)
{
    int32_t window = 0, packs = 0, days = 0;
    int64_t limit, taken = 0;

    if (taking->household == NULL)
        return true;
    if (!setting_number(inventory, "take.household-window", box->area, box->id, &window, error) ||
        !setting_number(inventory, "take.household-packs", box->area, box->id, &packs, error) ||
        !setting_number(inventory, "take.household-days", box->area, box->id, &days, error))
        return false;
    if (window == 0)
        return true;
    if (!taken_since(inventory, taking, taking->now - window * DAY_MS, &taken, error))
        return false;
    limit = MAX((int64_t)packs * drug->pack_units, (int64_t)days * drug->day_units);
    if (taken + taking->units <= limit)
        return true;
    return refuse(drug, limit, taken, window, rule, error);
}

/* ------------------------------------------------------------------------- the same ingredient twice */

/* struct drug_id[] that the household took within the window and did not give back. */
static bool
taken_drugs(struct inventory *inventory, const struct booking *taking, const struct box *box,
            GArray *drugs, GError **error)
{
    struct db_stmt *q;
    int32_t window = 0;

    if (taking->household == NULL)
        return true;
    if (!setting_number(inventory, "take.household-window", box->area, box->id, &window, error))
        return false;
    q = db_query(inventory->db, "SELECT DISTINCT drug FROM movement m WHERE tenant = :tenant"
                                " AND household = :household AND done_at > :since AND kind = 2"
                                " AND NOT EXISTS (SELECT 1 FROM movement u"
                                "  WHERE u.tenant = m.tenant AND u.reverses = m.seq)");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "household", taking->household, MOVEMENT_HOUSEHOLD_SIZE);
    db_bind_int(q, "since", taking->now - window * DAY_MS);
    while (db_row(q)) {
        struct drug_id drug = {db_int(q, 0)};

        g_array_append_val(drugs, drug);
    }
    return db_done(q, error);
}

static bool
warn_of(struct inventory *inventory, const struct drug *drug, struct drug_id other,
        GPtrArray *notices, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db,
        "SELECT theirs.ingredient, drug.name FROM drug_ingredient ours JOIN drug_ingredient theirs"
        " ON theirs.ingredient = ours.ingredient JOIN drug ON drug.id = theirs.drug"
        " WHERE ours.drug = :ours AND theirs.drug = :theirs ORDER BY theirs.ingredient");

    db_bind_int(q, "ours", drug->id.n);
    db_bind_int(q, "theirs", other.n);
    while (db_row(q))
        g_ptr_array_add(
            notices,
            g_strdup_printf(_("%s and %s both contain %s: they must not be taken together"),
                            drug->name, db_text(q, 1), db_text(q, 0)));
    return db_done(q, error);
}

/* Whether one of the first so many is the same. */
static bool
has_drug(const GArray *drugs, guint count, struct drug_id drug)
{
    for (guint i = 0; i < count; i++)
        if (g_array_index(drugs, struct drug_id, i).n == drug.n)
            return true;
    return false;
}

bool
household_warn(struct inventory *inventory, const struct booking *taking, const struct box *box,
               const struct drug *drug, GPtrArray *notices, GError **error)
{
    g_autoptr(GArray) drugs = g_array_new(FALSE, FALSE, sizeof(struct drug_id));

    if (!taken_drugs(inventory, taking, box, drugs, error))
        return false;
    if (taking->with_count > 0)
        g_array_append_vals(drugs, taking->with, (guint)taking->with_count);
    for (guint i = 0; i < drugs->len; i++) {
        struct drug_id other = g_array_index(drugs, struct drug_id, i);

        if (other.n != drug->id.n && !has_drug(drugs, i, other) &&
            !warn_of(inventory, drug, other, notices, error))
            return false;
    }
    return true;
}
