#include "inventory/invite.h"

#include <string.h>

#include "base/digest.h"
#include "base/limits.h"
#include "base/words.h"
#include "inventory/account.h"
#include "inventory/field.h"
#include "inventory/inside.h"

#define DAY INT64_C(86400000)
#define CHARACTERS (INVITE_CODE_SIZE - 1)
#define FIRST_HOURS 48 /* that the very first is good */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct hash {
    uint8_t bytes[32];
};

void
invite_free(struct invite *invite)
{
    if (invite == NULL)
        return;
    g_free(invite->name);
    g_free(invite);
}

/* ------------------------------------------------------------------------------------------ codes */

/* Five bits a character. */
static void
spell(const uint8_t random[INVITE_RANDOM], char code[INVITE_CODE_SIZE])
{
    for (int i = 0; i < CHARACTERS; i++) {
        int bit = 5 * i, byte = bit / 8;
        unsigned pair =
            (unsigned)random[byte] << 8 | (byte + 1 < INVITE_RANDOM ? random[byte + 1] : 0U);

        code[i] = alphabet[pair >> (11 - bit % 8) & 31];
    }
    code[CHARACTERS] = '\0';
}

const char *
invite_format(const char code[INVITE_CODE_SIZE], char text[INVITE_PRINT_SIZE])
{
    g_snprintf(text, INVITE_PRINT_SIZE, "%.4s-%.4s-%.4s-%.4s", code, code + 4, code + 8, code + 12);
    return text;
}

char *
invite_url(const char *host, const char code[INVITE_CODE_SIZE], bool first)
{
    g_autofree char *upper = g_ascii_strup(host, -1);

    return g_strdup_printf("https://%s/%s/%s", upper, first ? "F" : "J", code);
}

/* What people type for it, in the normal form; false where it can't be one. */
static bool
read_code(const char *text, char code[INVITE_CODE_SIZE])
{
    g_autofree char *plain =
        g_utf8_validate(text, -1, NULL) ? g_utf8_normalize(text, -1, G_NORMALIZE_ALL) : NULL;
    int n = 0;

    for (const char *p = plain; p != NULL && *p != '\0'; p++) {
        char c = g_ascii_toupper(*p);

        if (c == '-' || c == ' ')
            continue;
        c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
        if (n == CHARACTERS || strchr(alphabet, c) == NULL)
            return false;
        code[n++] = c;
    }
    code[n] = '\0';
    return n == CHARACTERS;
}

static struct hash
hash_of(const char code[INVITE_CODE_SIZE])
{
    struct hash hash;

    digest_of(code, CHARACTERS, hash.bytes);
    return hash;
}

/* ----------------------------------------------------------------------------------------- making */

static void
bind_optional(struct db_stmt *q, const char *name, int64_t value)
{
    if (value != 0)
        db_bind_int(q, name, value);
    else
        db_bind_null(q, name);
}

static bool
next_invite(struct inventory *inventory, int64_t *id, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) + 1 FROM invite WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, id, error);
}

/* Gives the invite its number and its code. */
static bool
insert_invite(struct inventory *inventory, struct invite *invite,
              const uint8_t random[INVITE_RANDOM], char code[INVITE_CODE_SIZE], GError **error)
{
    struct hash hash;
    struct db_stmt *q;

    if (!next_invite(inventory, &invite->id, error))
        return false;
    spell(random, code);
    hash = hash_of(code);
    q = db_query(inventory->db,
                 "INSERT INTO invite (tenant, id, code, role, area, name, person, first, made_by,"
                 " made_at, ends_at) VALUES (:tenant, :id, :code, :role, :area, :name, :person,"
                 " :first, :made_by, :made_at, :ends_at)");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", invite->id);
    db_bind_blob(q, "code", hash.bytes, sizeof(hash.bytes));
    db_bind_text(q, "role", role_key(invite->role));
    db_bind_int(q, "area", invite->area.n);
    db_bind_text(q, "name", invite->name != NULL ? invite->name : "");
    bind_optional(q, "person", invite->person);
    db_bind_int(q, "first", invite->first);
    bind_optional(q, "made_by", invite->made_by);
    db_bind_int(q, "made_at", invite->made_at);
    db_bind_int(q, "ends_at", invite->ends_at);
    return db_run(q, error);
}

static bool
check_end(const struct invite *invite, GError **error)
{
    int64_t days = (invite->ends_at - invite->made_at + DAY - 1) / DAY;

    return field_number(_("the days that the invitation is good"), days, 1, INVITE_DAYS_MOST,
                        error);
}

bool
invite_add(struct inventory *inventory, const struct actor *actor, struct invite *invite,
           const uint8_t random[INVITE_RANDOM], int64_t now, char code[INVITE_CODE_SIZE],
           GError **error)
{
    g_autofree char *name = field_text(_("the name"), invite->name, LIMIT_NAME, false, error);
    struct invite clean = *invite;
    struct area *there = NULL;
    bool ok;

    if (name == NULL)
        return false;
    clean.name = name;
    clean.made_by = actor->person;
    clean.made_at = now;
    clean.ends_at = invite->ends_at != 0 ? invite->ends_at : now + INVITE_DAYS * DAY;
    if (!check_end(&clean, error) || !db_begin(inventory->db, error))
        return false;
    ok = area_by_id(inventory, clean.area, &there, error) &&
         role_governs(inventory, actor, clean.role, clean.area, error) &&
         insert_invite(inventory, &clean, random, code, error);
    area_free(there);
    clean.name = invite->name;
    *invite = clean;
    return db_end(inventory->db, ok, error) && ok;
}

static bool
end_those_for(struct inventory *inventory, int64_t person, int64_t now, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "UPDATE invite SET ends_at = :now"
                                                " WHERE tenant = :tenant AND person = :person"
                                                " AND used_at IS NULL AND ends_at > :now");

    db_bind_int(q, "now", now);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "person", person);
    return db_run(q, error);
}

static bool
add_for(struct inventory *inventory, const struct actor *actor, const struct account *account,
        const uint8_t random[INVITE_RANDOM], int64_t now, char code[INVITE_CODE_SIZE],
        GError **error)
{
    struct invite invite = {.role = account->role,
                            .area = account->area,
                            .name = account->name,
                            .person = account->person,
                            .made_by = actor->person,
                            .made_at = now,
                            .ends_at = now + INVITE_DAYS * DAY};

    if (account->retired)
        return err_set(error, ERR_REFUSED, _("%s has left; take the person back first"),
                       account->name);
    return role_governs(inventory, actor, account->role, account->area, error) &&
           end_those_for(inventory, account->person, now, error) &&
           insert_invite(inventory, &invite, random, code, error);
}

bool
invite_add_for(struct inventory *inventory, const struct actor *actor, int64_t person,
               const uint8_t random[INVITE_RANDOM], int64_t now, char code[INVITE_CODE_SIZE],
               GError **error)
{
    struct account *account = NULL;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = account_by_id(inventory, person, &account, error) &&
         add_for(inventory, actor, account, random, now, code, error);
    account_free(account);
    return db_end(inventory->db, ok, error) && ok;
}

static bool
end_firsts(struct inventory *inventory, int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE invite SET ends_at = :now WHERE tenant = :tenant"
                                " AND first = 1 AND used_at IS NULL AND ends_at > :now");

    db_bind_int(q, "now", now);
    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

static bool
has_no_office(struct inventory *inventory, GError **error)
{
    bool has;

    return account_has_office(inventory, &has, error) &&
           (!has ||
            err_set(error, ERR_REFUSED,
                    _("there is an office account already; it can invite others")) ||
            err_next(error, ERR_NEXT_RESET));
}

bool
invite_add_first(struct inventory *inventory, const uint8_t random[INVITE_RANDOM], int64_t now,
                 char code[INVITE_CODE_SIZE], GError **error)
{
    struct invite invite = {.role = ROLE_OFFICE,
                            .area = inventory->district,
                            .first = true,
                            .made_at = now,
                            .ends_at = now + FIRST_HOURS * (DAY / 24)};
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = has_no_office(inventory, error) && end_firsts(inventory, now, error) &&
         insert_invite(inventory, &invite, random, code, error);
    return db_end(inventory->db, ok, error) && ok;
}

/* ------------------------------------------------------------------------------------------ using */

#define INVITE_COLUMNS                                                                             \
    "id, role, area, name, person, first, made_by, made_at, ends_at, used_at, used_by FROM invite"

static struct invite *
invite_of_row(struct db_stmt *q)
{
    struct invite *invite = g_new(struct invite, 1);

    *invite = (struct invite){
        .id = db_int(q, 0),
        .role = (enum role)role_parse(db_text(q, 1)),
        .area = {db_int(q, 2)},
        .name = g_strdup(db_text(q, 3)),
        .person = db_int(q, 4),
        .first = db_int(q, 5) != 0,
        .made_by = db_int(q, 6),
        .made_at = db_int(q, 7),
        .ends_at = db_int(q, 8),
        .used_at = db_int(q, 9),
        .used_by = db_int(q, 10),
    };
    return invite;
}

static bool
find(struct inventory *inventory, const char code[INVITE_CODE_SIZE], int64_t now,
     struct invite **invite, GError **error)
{
    struct hash hash = hash_of(code);
    struct db_stmt *q =
        db_query(inventory->db, "SELECT " INVITE_COLUMNS " WHERE tenant = :tenant AND code = :code"
                                " AND used_at IS NULL AND ends_at > :now");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_blob(q, "code", hash.bytes, sizeof(hash.bytes));
    db_bind_int(q, "now", now);
    *invite = db_row(q) ? invite_of_row(q) : NULL;
    return db_done(q, error);
}

bool
invite_look(struct inventory *inventory, const char *text, int64_t now, struct invite **invite,
            GError **error)
{
    char code[INVITE_CODE_SIZE];
    bool has = false;

    *invite = NULL;
    if (read_code(text, code) && !find(inventory, code, now, invite, error))
        return false;
    if (*invite != NULL && (*invite)->first && !account_has_office(inventory, &has, error)) {
        g_clear_pointer(invite, invite_free);
        return false;
    }
    if (*invite != NULL && !has)
        return true;
    g_clear_pointer(invite, invite_free);
    return err_set(error, ERR_REFUSED, _("this invitation is good no more; ask for a new one"));
}

static bool
note_use(struct inventory *inventory, int64_t id, int64_t person, int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE invite SET used_at = :now, used_by = :person"
                                " WHERE tenant = :tenant AND id = :id AND used_at IS NULL");

    db_bind_int(q, "now", now);
    db_bind_int(q, "person", person);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    return db_run(q, error);
}

static bool
use(struct inventory *inventory, const struct invite *invite, const char *name, const char *login,
    const char *secret, int64_t now, int64_t *person, GError **error)
{
    const struct actor keeper = {.role = ROLE_KEEPER}; /* whoever invited was asked then */

    *person = invite->person;
    if (*person == 0 && !account_add(inventory, &keeper, name != NULL ? name : invite->name,
                                     invite->role, invite->area, now, person, error))
        return false;
    return account_choose(inventory, *person, login, secret, now, error) &&
           note_use(inventory, invite->id, *person, now, error) &&
           (invite->role != ROLE_OFFICE || end_firsts(inventory, now, error));
}

bool
invite_use(struct inventory *inventory, const char *code, const char *name, const char *login,
           const char *secret, int64_t now, int64_t *person, GError **error)
{
    struct invite *invite = NULL;
    bool ok;

    *person = 0;
    if (!db_begin(inventory->db, error))
        return false;
    ok = invite_look(inventory, code, now, &invite, error) &&
         use(inventory, invite, name, login, secret, now, person, error);
    invite_free(invite);
    return db_end(inventory->db, ok, error) && ok;
}

/* ------------------------------------------------------------------------------- what is still out */

bool
invite_list(struct inventory *inventory, struct area_id area, int64_t now, GPtrArray **out,
            GError **error)
{
    g_autoptr(GPtrArray) invites = g_ptr_array_new_with_free_func((GDestroyNotify)invite_free);
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area"
        " OR (:area = CAST(0 AS BIGINT) AND parent IS NULL)"
        " UNION ALL SELECT area.id FROM area JOIN below ON area.parent = below.id)"
        " SELECT " INVITE_COLUMNS " WHERE tenant = :tenant AND used_at IS NULL AND ends_at > :now"
        " AND area IN (SELECT below.id FROM below) ORDER BY invite.id DESC");

    *out = NULL;
    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "now", now);
    while (db_row(q))
        g_ptr_array_add(invites, invite_of_row(q));
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&invites);
    return true;
}

static bool
by_id(struct inventory *inventory, int64_t id, int64_t now, struct invite **invite, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT " INVITE_COLUMNS " WHERE tenant = :tenant AND id = :id"
                                " AND used_at IS NULL AND ends_at > :now");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    db_bind_int(q, "now", now);
    *invite = db_row(q) ? invite_of_row(q) : NULL;
    return db_done(q, error) &&
           (*invite != NULL ||
            err_set(error, ERR_MISSING, _("there is no such invitation (any more)")));
}

static bool
take_back(struct inventory *inventory, int64_t id, int64_t now, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "UPDATE invite SET ends_at = :now"
                                                " WHERE tenant = :tenant AND id = :id");

    db_bind_int(q, "now", now);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", id);
    return db_run(q, error);
}

bool
invite_end(struct inventory *inventory, const struct actor *actor, int64_t id, int64_t now,
           GError **error)
{
    struct invite *invite = NULL;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = by_id(inventory, id, now, &invite, error) &&
         role_governs(inventory, actor, invite->role, invite->area, error) &&
         take_back(inventory, id, now, error);
    invite_free(invite);
    return db_end(inventory->db, ok, error) && ok;
}
