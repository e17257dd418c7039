/* medbox audit */

#include "base/words.h"
#include "cli/face.h"
#include "cli/verb.h"
#include "inventory/account.h"
#include "inventory/audit_words.h"
#include "inventory/names.h"

#define LAST 50

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT},    {"at", N_("When"), ROWS_LEFT},
    {"person", NULL, ROWS_RIGHT},     {"person_name", N_("Who"), ROWS_LEFT},
    {"act", N_("What"), ROWS_LEFT},   {"what", N_("To what"), ROWS_LEFT},
    {"detail", N_("How"), ROWS_LEFT}, {"area", NULL, ROWS_RIGHT},
    {NULL, N_("Area"), ROWS_LEFT},    {NULL, NULL, ROWS_LEFT},
};

static void
add_row(struct rows *rows, struct names *names, const struct audit_entry *entry)
{
    g_autofree char *what = audit_words_what(entry), *detail = audit_words_detail(entry);

    rows_number(rows, entry->id);
    rows_moment(rows, entry->at);
    if (entry->person != 0)
        rows_number(rows, entry->person);
    else
        rows_none(rows);
    rows_word(rows, entry->name, entry->person != 0 ? entry->name : _("(at the machine)"));
    rows_word(rows, audit_act_key(entry->act), audit_act_word(entry->act));
    rows_word(rows, entry->what, what);
    rows_word(rows, entry->detail, detail);
    rows_number(rows, entry->area.n);
    rows_text(rows, names_area_path(names, entry->area));
}

static bool
read_person(struct face *face, int64_t *person, GError **error)
{
    struct account *account = NULL;

    if (!face_has(face, "person"))
        return true;
    if (!account_find(face->inventory, face_text(face, "person"), &account, error))
        return false;
    *person = account->person;
    account_free(account);
    return true;
}

static bool
run_audit(struct face *face, GError **error)
{
    struct audit_query query = {.before = face_number(face, "before", 0),
                                .limit = (int32_t)face_number(face, "last", LAST)};
    g_autoptr(GPtrArray) entries = NULL;
    struct names *names;
    struct rows *rows;

    if (!face_area(face, "area", (struct area_id){0}, &query.area, error) ||
        !read_person(face, &query.person, error) ||
        !audit_log_list(face->inventory, &query, &entries, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < entries->len; i++)
        add_row(rows, names, entries->pdata[i]);
    answer_rows(face->answer, "rows", rows, _("Nothing is in the log."));
    names_free(names);
    return true;
}

static const struct verb_option options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("of an area and below")},
    {.name = "person", .value = N_("PERSON"), .meaning = N_("what one person did")},
    {.name = "last",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("how many (50)"),
     .low = 1,
     .high = 100000},
    {.name = "before",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("those before this number"),
     .low = 1,
     .high = INT32_MAX},
    {0},
};

const struct verb verb_audit[] = {
    {.name = "audit",
     .usage = N_("[--area AREA] [--person PERSON] [--last N] [--before N]"),
     .help = N_("Says who did what with the rights of a role, newest first."),
     .options = options,
     .run = run_audit},
    {0},
};
