#include "inventory/audit_log.h"

#include "base/limits.h"

#include "tests/unit/people.h"

static void
add(struct people *p, int64_t person, enum audit_act act, struct area_id area, const char *what)
{
    GError *error = NULL;

    g_assert_true(
        audit_log_add(p->f.inventory, person, act, area, what, NULL, FIXTURE_NOW, &error));
    g_assert_no_error(error);
}

static guint
found(struct people *p, struct audit_query query, const char *first)
{
    g_autoptr(GPtrArray) entries = NULL;

    if (query.limit == 0)
        query.limit = 100;
    g_assert_true(audit_log_list(p->f.inventory, &query, &entries, NULL));
    if (first != NULL)
        g_assert_cmpstr(((struct audit_entry *)entries->pdata[0])->what, ==, first);
    return entries->len;
}

static void
words_of_acts(void)
{
    words_use(WORDS_EN);
    for (int act = AUDIT_SIGN_IN; act < AUDIT_ACTS; act++) {
        g_assert_cmpint(audit_act_parse(audit_act_key((enum audit_act)act)), ==, act);
        g_assert_cmpstr(audit_act_word((enum audit_act)act), !=, "");
    }
    g_assert_cmpint(audit_act_parse("burn"), ==, AUDIT_NONE);
    g_assert_cmpint(audit_act_parse(""), ==, AUDIT_NONE);
}

static void
written_and_read(struct people *p, gconstpointer data)
{
    g_autoptr(GPtrArray) entries = NULL;
    const struct audit_entry *entry;

    (void)data;
    g_assert_true(audit_log_add(p->f.inventory, p->secretary.person, AUDIT_BOX, p->here, "ABC1234",
                                "{\"name\":\"大厅\"}", FIXTURE_NOW, NULL));
    g_assert_true(
        audit_log_list(p->f.inventory, &(struct audit_query){.limit = 1}, &entries, NULL));
    entry = entries->pdata[0];
    g_assert_cmpint(entry->at, ==, FIXTURE_NOW);
    g_assert_cmpint(entry->person, ==, p->secretary.person);
    g_assert_cmpstr(entry->name, ==, "Secretary");
    g_assert_cmpint(entry->act, ==, AUDIT_BOX);
    g_assert_cmpint(entry->area.n, ==, p->here.n);
    g_assert_cmpstr(entry->what, ==, "ABC1234");
    g_assert_cmpstr(entry->detail, ==, "{\"name\":\"大厅\"}");
}

static void
by_area_person_and_page(struct people *p, gconstpointer data)
{
    (void)data;
    add(p, p->secretary.person, AUDIT_BOX, p->here, "one");
    add(p, p->office.person, AUDIT_SETTING, (struct area_id){0}, "two");
    add(p, 0, AUDIT_PERSON_ADD, p->there, "three");
    add(p, p->secretary.person, AUDIT_RECALL, p->grid, "four");
    g_assert_cmpuint(found(p, (struct audit_query){0}, "four"), ==, 4);
    g_assert_cmpuint(found(p, (struct audit_query){.area = p->here}, "four"), ==, 2);
    g_assert_cmpuint(found(p, (struct audit_query){.area = p->there}, "three"), ==, 1);
    g_assert_cmpuint(found(p, (struct audit_query){.area = p->district}, "four"), ==, 4);
    g_assert_cmpuint(found(p, (struct audit_query){.person = p->office.person}, "two"), ==, 1);
    g_assert_cmpuint(found(p, (struct audit_query){.before = 3}, "two"), ==, 2);
    g_assert_cmpuint(found(p, (struct audit_query){.limit = 3}, "four"), ==, 3);
    add(p, p->volunteer.person, AUDIT_SIGN_IN, (struct area_id){0}, "five"); /* where it belongs */
    g_assert_cmpuint(found(p, (struct audit_query){.area = p->here}, "five"), ==, 3);
    g_assert_cmpuint(found(p, (struct audit_query){.area = p->there}, "three"), ==, 1);
    g_assert_cmpuint(found(p, (struct audit_query){.person = 999}, NULL), ==, 0);
}

/* Not even whoever may write everything takes a line back. */
static void
it_only_grows(struct people *p, gconstpointer data)
{
    struct db *db = p->f.inventory->db;
    g_autoptr(GError) error = NULL;

    (void)data;
    add(p, 0, AUDIT_BOX, p->here, "one");
    g_assert_false(db_run(db_query(db, "UPDATE audit_log SET what = 'two'"), &error));
    g_assert_nonnull(strstr(error->message, "only grows"));
    g_clear_error(&error);
    g_assert_false(db_run(db_query(db, "DELETE FROM audit_log"), &error));
    g_clear_error(&error);
    g_assert_false(
        db_run(db_query(db, "INSERT OR REPLACE INTO audit_log (tenant, id, at, act, area)"
                            " SELECT tenant, id, 0, 'x', area FROM audit_log"),
               &error));
    g_assert_cmpuint(found(p, (struct audit_query){0}, "one"), ==, 1);
}

/* What goes back with its transaction is in no log. */
static void
falls_with_its_act(struct people *p, gconstpointer data)
{
    (void)data;
    g_assert_true(db_begin(p->f.inventory->db, NULL));
    add(p, 0, AUDIT_BOX, p->here, "one");
    g_assert_false(db_end(p->f.inventory->db, false, NULL));
    g_assert_cmpuint(found(p, (struct audit_query){0}, NULL), ==, 0);
}

static void
long_details_are_cut(struct people *p, gconstpointer data)
{
    g_autoptr(GString) detail = g_string_new(NULL);
    g_autoptr(GPtrArray) entries = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    for (int n = 0; n < 2000; n++)
        g_string_append(detail, "药");
    g_assert_true(audit_log_add(p->f.inventory, 0, AUDIT_IMPORT, p->here, detail->str, detail->str,
                                FIXTURE_NOW, NULL));
    g_assert_true(
        audit_log_list(p->f.inventory, &(struct audit_query){.limit = 9}, &entries, NULL));
    g_assert_cmpint(g_utf8_strlen(((struct audit_entry *)entries->pdata[0])->detail, -1), ==,
                    LIMIT_NOTE);
    g_assert_false(audit_log_add(p->f.inventory, 0, AUDIT_BOX, (struct area_id){999}, "", "",
                                 FIXTURE_NOW, &error)); /* nowhere */
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/audit_log/words of acts", words_of_acts);
    PEOPLE_TEST("/audit_log/written and read", written_and_read);
    PEOPLE_TEST("/audit_log/by area, person and page", by_area_person_and_page);
    PEOPLE_TEST("/audit_log/it only grows", it_only_grows);
    PEOPLE_TEST("/audit_log/falls with its act", falls_with_its_act);
    PEOPLE_TEST("/audit_log/long details are cut", long_details_are_cut);
    return g_test_run();
}
