#include "inventory/audit_log.h"
#include "inventory/count.h"
#include "inventory/recall.h"
#include "inventory/role.h"
#include "inventory/transfer.h"
#include "inventory/unmet.h"

#include "tests/unit/people.h"

static void
words_of_roles(void)
{
    words_use(WORDS_EN);
    for (int role = ROLE_VOLUNTEER; role <= ROLE_OFFICE; role++)
        g_assert_cmpint(role_parse(role_key((enum role)role)), ==, role);
    g_assert_cmpint(role_parse("keeper"), ==, -1); /* nobody is given this one */
    g_assert_cmpint(role_parse("nobody"), ==, -1);
    g_assert_cmpint(role_parse(""), ==, -1);
    g_assert_cmpstr(role_word(ROLE_SECRETARY), ==, "secretary");
}

/* One write to each table, by statements that change nothing. */
static bool
try_table(struct db *db, const char *table, GError **error)
{
    const struct {
        const char *table;
        struct db_stmt *q;
    } rows[] = {
        {"account", db_query(db, "DELETE FROM account WHERE tenant = -1")},
        {"area", db_query(db, "UPDATE area SET name = name WHERE id = -1")},
        {"attempt", db_query(db, "DELETE FROM attempt WHERE tenant = -1")},
        {"audit_log", db_query(db, "DELETE FROM audit_log WHERE tenant = -1")},
        {"box", db_query(db, "UPDATE box SET name = name WHERE id = -1")},
        {"code", db_query(db, "DELETE FROM code WHERE drug = -1")},
        {"code_unknown", db_query(db, "DELETE FROM code_unknown WHERE tenant = -1")},
        {"counted_line", db_query(db, "DELETE FROM counted_line WHERE tenant = -1")},
        {"drug", db_query(db, "UPDATE drug SET name = name WHERE id = -1")},
        {"drug_ingredient", db_query(db, "DELETE FROM drug_ingredient WHERE drug = -1")},
        {"drug_type", db_query(db, "DELETE FROM drug_type WHERE id = -1")},
        {"hook", db_query(db, "DELETE FROM hook WHERE tenant = -1")},
        {"hook_told", db_query(db, "DELETE FROM hook_told WHERE tenant = -1")},
        {"invite", db_query(db, "DELETE FROM invite WHERE tenant = -1")},
        {"label_print", db_query(db, "DELETE FROM label_print WHERE tenant = -1")},
        {"lot", db_query(db, "DELETE FROM lot WHERE tenant = -1")},
        {"movement", db_query(db, "DELETE FROM movement WHERE tenant = -1")},
        {"movement_kind", db_query(db, "DELETE FROM movement_kind WHERE kind = -1")},
        {"outlook", db_query(db, "DELETE FROM outlook WHERE tenant = -1")},
        {"person", db_query(db, "UPDATE person SET name = name WHERE tenant = -1")},
        {"printer", db_query(db, "DELETE FROM printer WHERE tenant = -1")},
        {"recall", db_query(db, "DELETE FROM recall WHERE id = -1")},
        {"refusal", db_query(db, "DELETE FROM refusal WHERE tenant = -1")},
        {"schema_version", db_query(db, "DELETE FROM schema_version WHERE version = -1")},
        {"setting", db_query(db, "DELETE FROM setting WHERE area = -1")},
        {"sheet", db_query(db, "DELETE FROM sheet WHERE tenant = -1")},
        {"shelf", db_query(db, "DELETE FROM shelf WHERE tenant = -1")},
        {"stock", db_query(db, "DELETE FROM stock WHERE tenant = -1")},
        {"tenant", db_query(db, "UPDATE tenant SET seq = seq WHERE tenant = -1")},
        {"transfer", db_query(db, "DELETE FROM transfer WHERE tenant = -1")},
        {"unmet", db_query(db, "DELETE FROM unmet WHERE tenant = -1")},
        {"use_day", db_query(db, "DELETE FROM use_day WHERE tenant = -1")},
        {"walk", db_query(db, "DELETE FROM walk WHERE tenant = -1")},
        {"visit", db_query(db, "DELETE FROM visit WHERE tenant = -1")},
    };
    bool found = false, done = false;

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i].table, table) == 0) {
            found = true;
            done = db_run(rows[i].q, error);
        } else {
            g_assert_true(db_done(rows[i].q, NULL));
        }
    if (!found)
        g_error("no write is tried to the table %s", table);
    return done;
}

static GPtrArray *
tables_of(struct db *db)
{
    GPtrArray *tables = g_ptr_array_new_with_free_func(g_free);
    struct db_stmt *q = db_query(db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                     " AND name NOT LIKE 'sqlite_%'");

    while (db_row(q))
        g_ptr_array_add(tables, g_strdup(db_text(q, 0)));
    g_assert_true(db_done(q, NULL));
    return tables;
}

/* Every table there is, under every role: what the role's list names, and nothing else. */
static void
each_role_to_each_table(struct people *p, gconstpointer data)
{
    struct db *db = p->f.inventory->db;
    g_autoptr(GPtrArray) tables = tables_of(db);

    (void)data;
    g_assert_cmpuint(tables->len, >, 30);
    for (int role = ROLE_NOBODY; role <= ROLE_KEEPER; role++)
        for (guint i = 0; i < tables->len; i++) {
            const char *const *named = role_tables((enum role)role);
            bool may = named == NULL || g_strv_contains(named, tables->pdata[i]);
            g_autoptr(GError) error = NULL;

            role_assume(p->f.inventory, (enum role)role);
            g_assert_true(try_table(db, tables->pdata[i], &error) == may);
            if (!may)
                g_assert_error(error, ERR, ERR_DENIED);
        }
}

/* A list that names what is no table would allow nothing. */
static void
lists_name_tables(struct people *p, gconstpointer data)
{
    g_autoptr(GPtrArray) tables = tables_of(p->f.inventory->db);

    (void)data;
    for (int role = ROLE_NOBODY; role <= ROLE_OFFICE; role++)
        for (const char *const *name = role_tables((enum role)role); *name != NULL; name++)
            g_assert_true(g_ptr_array_find_with_equal_func(tables, *name, g_str_equal, NULL));
}

/* Each role may write what the one below it may. */
static void
roles_grow(struct people *p, gconstpointer data)
{
    (void)p, (void)data;
    for (int role = ROLE_VOLUNTEER; role <= ROLE_OFFICE; role++)
        for (const char *const *name = role_tables((enum role)(role - 1)); *name != NULL; name++)
            g_assert_true(g_strv_contains(role_tables((enum role)role), *name));
}

static void
a_volunteer_books(struct people *p, gconstpointer data)
{
    struct booking booking;
    struct booking_result result;
    struct drug *drug = NULL;
    GError *error = NULL;
    int64_t id;
    bool repeated;

    (void)data;
    role_assume(p->f.inventory, ROLE_VOLUNTEER);
    fixture_donate(&p->f, TABLETS, 24, "2028-03", "A1");
    booking = fixture_booking(&p->f, TABLETS, 4);
    g_assert_true(booking_take(p->f.inventory, &booking, &result, &error));
    g_assert_no_error(error);
    booking_result_clear(&result);
    booking = fixture_booking(&p->f, ANTIBIOTIC, 4); /* refused by a rule, and written down */
    g_assert_false(booking_donate(p->f.inventory, &booking, &result, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    booking_result_clear(&result);
    booking = fixture_booking(&p->f, TABLETS, 0);
    g_assert_true(unmet_post(p->f.inventory, &booking.uid, FIXTURE_NOW, p->f.lobby, DRUG_COLD,
                             DRUG_ADULT, &repeated, NULL));
    g_assert_false(recall_add(p->f.inventory, p->f.drugs[TABLETS], "", "x", FIXTURE_NOW, &id,
                              &repeated, &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_true(drug_by_id(p->f.inventory, p->f.drugs[TABLETS], &drug, NULL));
    drug_free(drug);
    role_assume(p->f.inventory, ROLE_SECRETARY);
    g_assert_true(recall_add(p->f.inventory, p->f.drugs[TABLETS], "", "x", FIXTURE_NOW, &id,
                             &repeated, NULL));
    role_assume(p->f.inventory, ROLE_KEEPER);
    fixture_audit(&p->f);
}

static void
nobody_books(struct people *p, gconstpointer data)
{
    struct booking booking = fixture_booking(&p->f, TABLETS, 4);
    struct booking_result result;
    g_autoptr(GError) error = NULL;
    bool repeated;

    (void)data;
    g_assert_true(day_parse("2028-03", &booking.expiry, NULL));
    role_assume(p->f.inventory, ROLE_NOBODY);
    g_assert_false(booking_donate(p->f.inventory, &booking, &result, &error));
    g_assert_error(error, ERR, ERR_DENIED);
    booking_result_clear(&result);
    booking = fixture_booking(&p->f, TABLETS, 0);
    g_assert_true(unmet_post(p->f.inventory, &booking.uid, FIXTURE_NOW, p->f.lobby, DRUG_COLD,
                             DRUG_ADULT, &repeated, NULL));
    g_assert_cmpint(fixture_stock(&p->f, TABLETS), ==, 0);
}

static void
how_far_it_reaches(struct people *p, gconstpointer data)
{
    const struct {
        const struct actor *actor;
        struct area_id area;
        bool reaches;
    } rows[] = {
        {&p->keeper, p->district, true},      {&p->office, p->grid, true},
        {&p->office, p->district, true},      {&p->secretary, p->here, true},
        {&p->secretary, p->grid, true},       {&p->secretary, p->there, false},
        {&p->secretary, p->district, false},  {&p->volunteer, p->there, false},
        {&(struct actor){0}, p->grid, false},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_true(role_reaches(p->f.inventory, rows[i].actor, rows[i].area, &error) ==
                      rows[i].reaches);
        if (!rows[i].reaches)
            g_assert_error(error, ERR, ERR_DENIED);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/role/words of roles", words_of_roles);
    PEOPLE_TEST("/role/each role to each table", each_role_to_each_table);
    PEOPLE_TEST("/role/lists name tables", lists_name_tables);
    PEOPLE_TEST("/role/roles grow", roles_grow);
    PEOPLE_TEST("/role/a volunteer books", a_volunteer_books);
    PEOPLE_TEST("/role/nobody books", nobody_books);
    PEOPLE_TEST("/role/how far it reaches", how_far_it_reaches);
    return g_test_run();
}
