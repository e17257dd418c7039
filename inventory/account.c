#include "inventory/account.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "inventory/visit.h"

void
account_free(struct account *account)
{
    if (account == NULL)
        return;
    g_free(account->name);
    g_free(account->login);
    g_free(account);
}

struct actor
account_actor(const struct account *account)
{
    return (struct actor){account->person, account->role, account->area};
}

char *
account_fold(const char *login, GError **error)
{
    g_autofree char *clean = field_text(_("the login"), login, LIMIT_NAME, true, error);
    g_autofree char *plain = NULL;
    g_autofree char *small = NULL;
    GString *folded;

    if (clean == NULL)
        return NULL;
    plain = g_utf8_normalize(clean, -1, G_NORMALIZE_ALL_COMPOSE);
    small = g_utf8_casefold(plain, -1);
    folded = g_string_new(NULL);
    for (const char *p = small; *p != '\0'; p += g_utf8_skip[(guchar)*p])
        if (!g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_unichar(folded, g_utf8_get_char(p));
    return g_string_free(folded, FALSE);
}

/* --------------------------------------------------------------------------------------- reading */

#define ACCOUNT_COLUMNS                                                                            \
    "person.id, person.name, coalesce(account.login, ''), person.role, person.area,"               \
    " person.created_at, coalesce((SELECT max(visit.seen_at) FROM visit"                           \
    "  WHERE visit.tenant = person.tenant AND visit.person = person.id), 0), person.state"         \
    " FROM person LEFT JOIN account ON account.tenant = person.tenant"                             \
    "  AND account.person = person.id"

static struct account *
account_of_row(struct db_stmt *q)
{
    struct account *account = g_new(struct account, 1);

    *account = (struct account){
        .person = db_int(q, 0),
        .name = g_strdup(db_text(q, 1)),
        .login = g_strdup(db_text(q, 2)),
        .role = (enum role)role_parse(db_text(q, 3)),
        .area = {db_int(q, 4)},
        .created_at = db_int(q, 5),
        .seen_at = db_int(q, 6),
        .retired = strcmp(db_text(q, 7), "retired") == 0,
    };
    return account;
}

bool
account_by_id(struct inventory *inventory, int64_t person, struct account **account, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT " ACCOUNT_COLUMNS
                                " WHERE person.tenant = :tenant AND person.id = :person");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "person", person);
    *account = db_row(q) ? account_of_row(q) : NULL;
    if (!db_done(q, error))
        return false;
    return *account != NULL ||
           err_set(error, ERR_MISSING, _("there is no person with the number %lld"),
                   (long long)person);
}

/* One of a login, or those of a name, in service first. */
static bool
find_named(struct inventory *inventory, const char *what, struct account **account, GError **error)
{
    g_autofree char *login = account_fold(what, error);
    g_autofree char *name = login != NULL ? field_trim(what) : NULL;
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)account_free);
    g_autoptr(GString) several = g_string_new(NULL);
    struct db_stmt *q;

    if (login == NULL)
        return false;
    q = db_query(inventory->db, "SELECT " ACCOUNT_COLUMNS " WHERE person.tenant = :tenant"
                                " AND (account.login = :login OR person.name = :name)"
                                " ORDER BY CASE WHEN account.login = :login THEN 0 ELSE 1 END,"
                                " person.state, person.id");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "login", login);
    db_bind_text(q, "name", name);
    while (db_row(q))
        g_ptr_array_add(found, account_of_row(q));
    if (!db_done(q, error))
        return false;
    if (found->len == 0)
        return err_set(error, ERR_MISSING, _("there is nobody “%s”"), what) ||
               err_next(error, ERR_NEXT_PEOPLE);
    *account = found->pdata[0];
    if (found->len == 1 || strcmp((*account)->login, login) == 0 ||
        (!(*account)->retired && ((struct account *)found->pdata[1])->retired)) {
        *account = g_ptr_array_steal_index(found, 0);
        return true;
    }
    *account = NULL;
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf(several, "%s%lld", i > 0 ? _(", ") : "",
                               (long long)((struct account *)found->pdata[i])->person);
    return err_set(error, ERR_INPUT, _("several people are called “%s”; say which by number: %s"),
                   what, several->str);
}

bool
account_find(struct inventory *inventory, const char *what, struct account **account,
             GError **error)
{
    guint64 number = 0;

    *account = NULL;
    if (g_ascii_string_to_unsigned(what, 10, 1, G_MAXINT32, &number, NULL))
        return account_by_id(inventory, (int64_t)number, account, error);
    return find_named(inventory, what, account, error);
}

bool
account_list(struct inventory *inventory, struct area_id area, bool retired_too, GPtrArray **out,
             GError **error)
{
    g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func((GDestroyNotify)account_free);
    struct db_stmt *q = db_query(
        inventory->db,
        "WITH RECURSIVE below (id) AS (SELECT id FROM area WHERE id = :area"
        " OR (:area = CAST(0 AS BIGINT) AND parent IS NULL)"
        " UNION ALL SELECT area.id FROM area JOIN below ON area.parent = below.id)"
        " SELECT " ACCOUNT_COLUMNS
        " WHERE person.tenant = :tenant AND person.area IN (SELECT id FROM below)"
        " AND (person.state = 'active' OR CAST(:retired_too AS BIGINT) = 1)"
        " ORDER BY CASE person.role WHEN 'office' THEN 1 WHEN 'secretary' THEN 2 ELSE 3 END,"
        " person.name, person.id");

    *out = NULL;
    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "retired_too", retired_too);
    while (db_row(q))
        g_ptr_array_add(accounts, account_of_row(q));
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&accounts);
    return true;
}

bool
account_has_office(struct inventory *inventory, bool *has, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM person JOIN account"
                                " ON account.tenant = person.tenant AND account.person = person.id"
                                " WHERE person.tenant = :tenant AND person.role = 'office'"
                                " AND person.state = 'active'");
    int64_t count = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    if (!db_one_int(q, 0, &count, error))
        return false;
    *has = count > 0;
    return true;
}

/* --------------------------------------------------------------------------------------- changing */

static bool
insert_person(struct inventory *inventory, const struct account *account, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "INSERT INTO person (tenant, id, name, role, area, created_at)"
                                " VALUES (:tenant, :id, :name, :role, :area, :created_at)");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", account->person);
    db_bind_text(q, "name", account->name);
    db_bind_text(q, "role", role_key(account->role));
    db_bind_int(q, "area", account->area.n);
    db_bind_int(q, "created_at", account->created_at);
    return db_run(q, error);
}

static bool
next_person(struct inventory *inventory, int64_t *person, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT max(id) + 1 FROM person WHERE tenant = :tenant");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_one_int(q, 1, person, error);
}

bool
account_add(struct inventory *inventory, const struct actor *actor, const char *name,
            enum role role, struct area_id area, int64_t now, int64_t *person, GError **error)
{
    g_autofree char *clean = field_text(_("the name"), name, LIMIT_NAME, true, error);
    struct account account = {.name = clean, .role = role, .area = area, .created_at = now};
    struct area *there = NULL;
    bool ok;

    *person = 0;
    if (clean == NULL || !db_begin(inventory->db, error))
        return false;
    ok = area_by_id(inventory, area, &there, error) &&
         role_governs(inventory, actor, role, area, error) &&
         next_person(inventory, &account.person, error) &&
         insert_person(inventory, &account, error);
    *person = account.person;
    area_free(there);
    return db_end(inventory->db, ok, error) && ok;
}

static bool
update_person(struct inventory *inventory, const struct account *account, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE person SET name = :name, role = :role, area = :area,"
                                " state = :state WHERE tenant = :tenant AND id = :id");

    db_bind_text(q, "name", account->name);
    db_bind_text(q, "role", role_key(account->role));
    db_bind_int(q, "area", account->area.n);
    db_bind_text(q, "state", account->retired ? "retired" : "active");
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "id", account->person);
    return db_run(q, error);
}

static bool
take_changes(struct account *account, const struct account_change *change, GError **error)
{
    if (change->name != NULL) {
        char *name = field_text(_("the name"), change->name, LIMIT_NAME, true, error);

        if (name == NULL)
            return false;
        g_free(account->name);
        account->name = name;
    }
    if (change->role != ROLE_NOBODY)
        account->role = change->role;
    if (change->area.n != 0)
        account->area = change->area;
    account->retired = (account->retired || change->retire) && !change->revive;
    return true;
}

static bool
edit(struct inventory *inventory, const struct actor *actor, int64_t person,
     const struct account_change *change, GError **error)
{
    bool own_name = person == actor->person && change->role == ROLE_NOBODY && change->area.n == 0 &&
                    !change->retire && !change->revive;
    struct account *account = NULL;
    struct area *there = NULL;
    bool ok = account_by_id(inventory, person, &account, error) &&
              (own_name || role_governs(inventory, actor, account->role, account->area, error)) &&
              take_changes(account, change, error) &&
              area_by_id(inventory, account->area, &there, error) &&
              (own_name || role_governs(inventory, actor, account->role, account->area, error)) &&
              update_person(inventory, account, error) &&
              (!account->retired || visit_end_all(inventory, person, 0, error));

    area_free(there);
    account_free(account);
    return ok;
}

bool
account_edit(struct inventory *inventory, const struct actor *actor, int64_t person,
             const struct account_change *change, GError **error)
{
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = edit(inventory, actor, person, change, error);
    return db_end(inventory->db, ok, error) && ok;
}

/* ---------------------------------------------------------------------------------------- secrets */

/* Characters that follow one another by one step, or in which a part comes again and again: what people
 * who want to be quick choose, and others try first. */
static bool
is_pattern(const char *text)
{
    size_t length = strlen(text);

    for (size_t part = 1; part <= length / 2; part++)
        if (length % part == 0 && memcmp(text, text + part, length - part) == 0)
            return true;
    for (size_t i = 2; i < length; i++)
        if ((text[i] - text[i - 1] - (text[1] - text[0])) % 10 != 0) /* 9 is followed by 0 */
            return false;
    return true;
}

/* A word that everybody thinks of, with digits behind it. */
static bool
is_common(const char *folded)
{
    static const char *const stems[] = {"password", "passw0rd", "qwertyuiop", "qwerty",
                                        "1q2w3e4r", "woaini",   "iloveyou",   "admin",
                                        "medbox",   "abc",      "zxcvbnm",    "asdfghjkl"};

    for (size_t i = 0; i < G_N_ELEMENTS(stems); i++)
        if (g_str_has_prefix(folded, stems[i]) &&
            strspn(folded + strlen(stems[i]), "0123456789!.") == strlen(folded) - strlen(stems[i]))
            return true;
    return false;
}

static bool
is_guessed_first(const char *login, const char *secret)
{
    g_autofree char *folded = account_fold(secret, NULL);

    return is_pattern(secret) || folded == NULL || is_common(folded) ||
           (strlen(login) >= 3 && strstr(folded, login) != NULL);
}

bool
account_check_secret(enum role role, const char *login, const char *secret, GError **error)
{
    bool pin = role <= ROLE_VOLUNTEER;
    long least = pin ? ACCOUNT_PIN : ACCOUNT_PASSWORD;

    if (!g_utf8_validate(secret, -1, NULL) || strlen(secret) > ACCOUNT_SECRET)
        return err_set(error, ERR_INPUT, _("the password is too long"));
    if (g_utf8_strlen(secret, -1) < least)
        return err_set(error, ERR_INPUT,
                       pin ? _("a PIN has at least %d digits")
                           : _("a password has at least %d characters"),
                       (int)least);
    if (is_guessed_first(login, secret))
        return err_set(error, ERR_INPUT,
                       pin ? _("this PIN would be guessed first; choose one without a pattern")
                           : _("this password would be guessed first; choose one without a pattern "
                               "and without your name"));
    return true;
}

bool
account_secret(struct inventory *inventory, const char *login, int64_t *person, char **secret,
               GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT account.person, account.secret FROM account JOIN person"
                                " ON person.tenant = account.tenant AND person.id = account.person"
                                " WHERE account.tenant = :tenant AND account.login = :login"
                                " AND person.state = 'active'");

    *person = 0;
    *secret = NULL;
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "login", login);
    if (db_row(q)) {
        *person = db_int(q, 0);
        *secret = g_strdup(db_text(q, 1));
    }
    return db_done(q, error);
}

static bool
is_free(struct inventory *inventory, int64_t person, const char *login, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT count(*) FROM account WHERE tenant = :tenant"
                                " AND login = :login AND person <> :person");
    int64_t count = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "login", login);
    db_bind_int(q, "person", person);
    return db_one_int(q, 0, &count, error) &&
           (count == 0 ||
            err_set(error, ERR_REFUSED,
                    _("somebody signs in as “%s” already; add something, such as your building"),
                    login));
}

static bool
upsert_account(struct inventory *inventory, int64_t person, const char *login, const char *secret,
               int64_t now, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db,
                 "INSERT INTO account (tenant, person, login, secret, changed_at)"
                 " VALUES (:tenant, :person, :login, :secret, :now) ON CONFLICT (tenant, person)"
                 " DO UPDATE SET login = excluded.login, secret = excluded.secret,"
                 " changed_at = excluded.changed_at");

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "person", person);
    db_bind_text(q, "login", login);
    db_bind_text(q, "secret", secret);
    db_bind_int(q, "now", now);
    return db_run(q, error);
}

bool
account_choose(struct inventory *inventory, int64_t person, const char *login, const char *secret,
               int64_t now, GError **error)
{
    struct account *account = NULL;
    g_autofree char *folded = NULL;
    bool ok;

    if (!db_begin(inventory->db, error))
        return false;
    ok = account_by_id(inventory, person, &account, error);
    if (ok)
        folded = account_fold(login != NULL               ? login
                              : account->login[0] != '\0' ? account->login
                                                          : account->name,
                              error);
    ok = ok && folded != NULL && is_free(inventory, person, folded, error) &&
         upsert_account(inventory, person, folded, secret, now, error) &&
         visit_end_all(inventory, person, 0, error);
    account_free(account);
    return db_end(inventory->db, ok, error) && ok;
}
