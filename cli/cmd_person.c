/* medbox person … */

#include "base/words.h"
#include "cli/invited.h"
#include "cli/person_role.h"
#include "cli/verb.h"
#include "inventory/account.h"
#include "inventory/attempt.h"
#include "inventory/names.h"
#include "inventory/visit.h"
#include "web/chance.h"

static const struct actor keeper = {.role = ROLE_KEEPER};

/* Makes a link by which the person chooses a secret, and says it after a sentence about the person. */
static bool
invite_person(struct face *face, const struct account *account, const char *sentence,
              GError **error)
{
    uint8_t random[INVITE_RANDOM];
    char code[INVITE_CODE_SIZE];

    chance_bytes(random, sizeof(random));
    if (!invite_add_for(face->inventory, &keeper, account->person, random, face->now, code, error))
        return false;
    answer_number(face->answer, "id", account->person);
    answer_say(face->answer, "%s", sentence);
    return invited_say(face, account->area, code, face->now + INVITE_DAYS * INT64_C(86400000),
                       error);
}

static bool
run_add(struct face *face, GError **error)
{
    struct account *account = NULL;
    struct area_id area;
    enum role role;
    int64_t person;
    bool ok = person_role(face, &role, error) &&
              face_area(face, "area", inventory_district(face->inventory), &area, error) &&
              account_add(face->inventory, &keeper, face->args[0], role, area, face->now, &person,
                          error) &&
              account_by_id(face->inventory, person, &account, error);

    if (ok) {
        g_autofree char *sentence = g_strdup_printf(
            _("Added: %s (%s), number %lld."), account->name, role_word(role), (long long)person);

        face->where = area;
        ok = invite_person(face, account, sentence, error);
    }
    account_free(account);
    return ok;
}

/* ------------------------------------------------------------------------------------------- list */

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT},
    {"name", N_("Full name"), ROWS_LEFT},
    {"role", N_("Role"), ROWS_LEFT},
    {"area", NULL, ROWS_RIGHT},
    {NULL, N_("Area"), ROWS_LEFT},
    {"login", N_("Signs in as"), ROWS_LEFT},
    {"seen_at", N_("Last seen"), ROWS_LEFT},
    {"state", N_("State"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static bool
add_state(struct face *face, struct rows *rows, const struct account *account, GError **error)
{
    bool locked = false;

    if (account->login[0] != '\0' &&
        !attempt_is_locked(face->inventory, account->login, &locked, error))
        return false;
    if (account->retired)
        rows_word(rows, "left", _("has left"));
    else if (locked)
        rows_word(rows, "locked", _("locked"));
    else if (account->login[0] == '\0')
        rows_word(rows, "invited", _("no password yet"));
    else
        rows_word(rows, "active", "");
    return true;
}

static bool
add_row(struct face *face, struct rows *rows, struct names *names, const struct account *account,
        GError **error)
{
    rows_number(rows, account->person);
    rows_text(rows, account->name);
    rows_word(rows, role_key(account->role), role_word(account->role));
    rows_number(rows, account->area.n);
    rows_text(rows, names_area_path(names, account->area));
    rows_text(rows, account->login);
    rows_moment(rows, account->seen_at);
    return add_state(face, rows, account, error);
}

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) accounts = NULL;
    struct area_id area;
    struct names *names = NULL;
    struct rows *rows;
    bool ok = face_area(face, "area", (struct area_id){0}, &area, error) &&
              account_list(face->inventory, area, face_has(face, "all"), &accounts, error) &&
              (names = names_read(face->inventory, error)) != NULL;

    if (!ok)
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; ok && i < accounts->len; i++)
        ok = add_row(face, rows, names, accounts->pdata[i], error);
    if (ok)
        answer_rows(face->answer, "rows", rows,
                    _("There is nobody yet. Add somebody with “medbox person add NAME --role "
                      "ROLE”."));
    else
        rows_free(rows);
    names_free(names);
    return ok;
}

/* ------------------------------------------------------------------------------------ one of them */

static bool
change(struct face *face, const struct account *account, GError **error)
{
    struct account_change wanted = {.name = face_text(face, "name"),
                                    .revive = face_has(face, "back")};

    if (!person_role(face, &wanted.role, error) ||
        !face_area(face, "area", (struct area_id){0}, &wanted.area, error) ||
        !account_edit(face->inventory, &keeper, account->person, &wanted, error))
        return false;
    answer_number(face->answer, "id", account->person);
    answer_say(face->answer, _("Changed: %s."), wanted.name != NULL ? wanted.name : account->name);
    return true;
}

static bool
retire(struct face *face, const struct account *account, GError **error)
{
    if (!account_edit(face->inventory, &keeper, account->person,
                      &(struct account_change){.retire = true}, error))
        return false;
    answer_number(face->answer, "id", account->person);
    answer_say(face->answer, _("%s has left and is signed out everywhere."), account->name);
    return true;
}

static bool
unlock(struct face *face, const struct account *account, GError **error)
{
    if (!attempt_unlock(face->inventory, account->login, error))
        return false;
    answer_number(face->answer, "id", account->person);
    answer_say(face->answer, _("%s can try to sign in again."), account->name);
    return true;
}

/* Old devices are out at once, not only when the new secret is chosen. */
static bool
reset(struct face *face, const struct account *account, GError **error)
{
    g_autofree char *sentence = g_strdup_printf(
        _("%s is signed out everywhere and chooses a new password:"), account->name);

    return visit_end_all(face->inventory, account->person, 0, error) &&
           attempt_unlock(face->inventory, account->login, error) &&
           invite_person(face, account, sentence, error);
}

/* Does it to whom the first argument names. */
static bool
with_person(struct face *face,
            bool (*act)(struct face *face, const struct account *account, GError **error),
            GError **error)
{
    struct account *account = NULL;
    bool ok = account_find(face->inventory, face->args[0], &account, error);

    if (ok) {
        face->where = account->area;
        ok = act(face, account, error);
    }
    account_free(account);
    return ok;
}

static bool
run_edit(struct face *face, GError **error)
{
    if (g_hash_table_size(face->options) == 0)
        return face_usage(face, error, _("say what is to change"));
    return with_person(face, change, error);
}

static bool
run_retire(struct face *face, GError **error)
{
    return with_person(face, retire, error);
}

static bool
run_unlock(struct face *face, GError **error)
{
    return with_person(face, unlock, error);
}

static bool
run_reset(struct face *face, GError **error)
{
    return with_person(face, reset, error);
}

static const struct verb_option add_options[] = {
    {.name = "role",
     .value = N_("ROLE"),
     .meaning = N_("volunteer, secretary or office"),
     .needed = true},
    {.name = "area", .value = N_("AREA"), .meaning = N_("where it holds (the district)")},
    {0},
};

static const struct verb_option list_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("of an area and below")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("those who have left, too")},
    {0},
};

static const struct verb_option edit_options[] = {
    {.name = "name", .value = N_("NAME"), .meaning = N_("the person's name")},
    {.name = "role", .value = N_("ROLE"), .meaning = N_("volunteer, secretary or office")},
    {.name = "area", .value = N_("AREA"), .meaning = N_("where it holds")},
    {.name = "back", .kind = VERB_FLAG, .meaning = N_("takes one back who has left")},
    {0},
};

const struct verb verb_person[] = {
    {.name = "person",
     .sub = "add",
     .usage = N_("NAME --role ROLE [--area AREA]"),
     .help = N_("Adds a person, and says the link by which a password is chosen."),
     .options = add_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_PERSON_ADD,
     .run = run_add},
    {.name = "person",
     .sub = "list",
     .usage = N_("[--area AREA] [--all]"),
     .help = N_("Lists people and what they may do."),
     .options = list_options,
     .run = run_list},
    {.name = "person",
     .sub = "edit",
     .usage = N_("PERSON [--name NAME] [--role ROLE] [--area AREA] [--back]"),
     .help = N_("Changes what a person may do, and where."),
     .options = edit_options,
     .least = 1,
     .most = 1,
     .act = AUDIT_PERSON_EDIT,
     .run = run_edit},
    {.name = "person",
     .sub = "retire",
     .usage = N_("PERSON"),
     .help = N_("Takes all rights from a person and signs it out everywhere."),
     .least = 1,
     .most = 1,
     .act = AUDIT_PERSON_RETIRE,
     .run = run_retire},
    {.name = "person",
     .sub = "reset",
     .usage = N_("PERSON"),
     .help = N_("Says a link by which a person who forgot the password chooses a new one."),
     .least = 1,
     .most = 1,
     .act = AUDIT_RESET,
     .run = run_reset},
    {.name = "person",
     .sub = "unlock",
     .usage = N_("PERSON"),
     .help = N_("Lets a person sign in again after too many wrong guesses."),
     .least = 1,
     .most = 1,
     .act = AUDIT_UNLOCK,
     .run = run_unlock},
    {0},
};
