#include "tests/unit/people.h"

static void
logins_are_folded(void)
{
    static const struct {
        const char *typed, *folded;
    } rows[] = {
        {"Wang Fang", "wangfang"}, {" 王芳　", "王芳"},          {"ＷＡＮＧ１２", "wang12"},
        {"Straße", "strasse"},     {"王 芳 2号楼", "王芳2号楼"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *folded = account_fold(rows[i].typed, NULL);

        g_assert_cmpstr(folded, ==, rows[i].folded);
    }
}

static void
bad_logins(void)
{
    static const char *const rows[] = {"", "  ", "　", "a\nb", "\xff"};

    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_null(account_fold(rows[i], &error));
        g_assert_error(error, ERR, ERR_INPUT);
    }
}

static void
secrets_that_are_taken(void)
{
    static const struct {
        enum role role;
        const char *secret;
    } rows[] = {
        {ROLE_VOLUNTEER, "481920"},         {ROLE_VOLUNTEER, "not only digits"},
        {ROLE_VOLUNTEER, "112358"},         {ROLE_SECRETARY, "correct horse"},
        {ROLE_SECRETARY, "7f!kd92mmq"},     {ROLE_OFFICE, "书院社区的药箱都满了才好"},
        {ROLE_OFFICE, "passwords are old"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_true(account_check_secret(rows[i].role, "wangfang", rows[i].secret, NULL));
}

static void
secrets_that_are_refused(void)
{
    static const struct {
        enum role role;
        const char *secret, *word;
    } rows[] = {
        {ROLE_VOLUNTEER, "", "at least 6"},
        {ROLE_VOLUNTEER, "48192", "at least 6"},
        {ROLE_VOLUNTEER, "000000", "guessed"},
        {ROLE_VOLUNTEER, "123456", "guessed"},
        {ROLE_VOLUNTEER, "654321", "guessed"},
        {ROLE_VOLUNTEER, "890123", "guessed"},
        {ROLE_VOLUNTEER, "135791", "guessed"},
        {ROLE_VOLUNTEER, "121212", "guessed"},
        {ROLE_VOLUNTEER, "123123", "guessed"},
        {ROLE_VOLUNTEER, "abc123", "guessed"},
        {ROLE_SECRETARY, "481920", "at least 10"},
        {ROLE_SECRETARY, "药药药药药药药药药", "at least 10"},
        {ROLE_SECRETARY, "药药药药药药药药药药", "guessed"},
        {ROLE_OFFICE, "1234567890", "guessed"},
        {ROLE_OFFICE, "Password123", "guessed"},
        {ROLE_OFFICE, "Wang Fang 1987", "guessed"},
        {ROLE_OFFICE, "abcdefghij", "guessed"},
        {ROLE_OFFICE, "\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8\xf7\xf6", "too long"},
    };
    g_autofree char *endless = g_strnfill(ACCOUNT_SECRET + 1, 'x');

    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(account_check_secret(rows[i].role, "wangfang", rows[i].secret, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        g_assert_nonnull(strstr(error->message, rows[i].word));
    }
    g_assert_false(account_check_secret(ROLE_OFFICE, "", endless, NULL));
}

static void
added_and_found(struct people *p, gconstpointer data)
{
    struct actor wang = people_add(p, " 王芳 ", ROLE_VOLUNTEER, p->grid);
    struct account *account = NULL;
    g_autoptr(GPtrArray) list = NULL;

    (void)data;
    g_assert_true(account_find(p->f.inventory, "王芳", &account, NULL));
    g_assert_cmpint(account->person, ==, wang.person);
    g_assert_cmpstr(account->name, ==, "王芳");
    g_assert_cmpstr(account->login, ==, "");
    g_assert_cmpint(account->seen_at, ==, 0);
    g_assert_false(account->retired);
    account_free(account);
    g_assert_true(account_choose(p->f.inventory, wang.person, "Fang", "$hash", FIXTURE_NOW, NULL));
    g_assert_true(account_find(p->f.inventory, "FANG", &account, NULL));
    g_assert_cmpint(account->person, ==, wang.person);
    account_free(account);
    g_assert_true(account_list(p->f.inventory, p->here, false, &list, NULL));
    g_assert_cmpuint(list->len, ==, 3); /* secretary first, then volunteers */
    g_assert_cmpint(((struct account *)list->pdata[0])->person, ==, p->secretary.person);
    g_clear_pointer(&list, g_ptr_array_unref);
    g_assert_true(account_list(p->f.inventory, p->grid, false, &list, NULL));
    g_assert_cmpuint(list->len, ==, 1);
    g_clear_pointer(&list, g_ptr_array_unref);
    g_assert_true(account_list(p->f.inventory, (struct area_id){0}, false, &list, NULL));
    g_assert_cmpuint(list->len, ==, 4);
}

static void
not_found(struct people *p, gconstpointer data)
{
    struct account *account = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    people_add(p, "Volunteer", ROLE_VOLUNTEER, p->there);
    g_assert_false(account_find(p->f.inventory, "Volunteer", &account, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, "3, 4"));
    g_clear_error(&error);
    g_assert_false(account_find(p->f.inventory, "nobody", &account, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_false(account_find(p->f.inventory, "99", &account, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_false(account_find(p->f.inventory, " ", &account, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_null(account);
}

/* Who may make whom, where. */
static void
only_below_and_inside(struct people *p, gconstpointer data)
{
    const struct {
        const struct actor *actor;
        enum role role;
        struct area_id area;
        bool may;
    } rows[] = {
        {&p->keeper, ROLE_OFFICE, p->district, true},
        {&p->office, ROLE_OFFICE, p->district, false},
        {&p->office, ROLE_SECRETARY, p->there, true},
        {&p->office, ROLE_VOLUNTEER, p->grid, true},
        {&p->secretary, ROLE_OFFICE, p->here, false},
        {&p->secretary, ROLE_SECRETARY, p->here, false},
        {&p->secretary, ROLE_VOLUNTEER, p->here, true},
        {&p->secretary, ROLE_VOLUNTEER, p->grid, true},
        {&p->secretary, ROLE_VOLUNTEER, p->there, false},
        {&p->secretary, ROLE_VOLUNTEER, p->district, false},
        {&p->volunteer, ROLE_VOLUNTEER, p->here, false},
        {&(struct actor){0}, ROLE_VOLUNTEER, p->here, false},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        int64_t person;

        g_assert_true(account_add(p->f.inventory, rows[i].actor, "new", rows[i].role, rows[i].area,
                                  FIXTURE_NOW, &person, &error) == rows[i].may);
        if (!rows[i].may)
            g_assert_error(error, ERR, ERR_DENIED);
    }
}

static void
bad_people(struct people *p, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    int64_t person;

    (void)data;
    g_assert_false(account_add(p->f.inventory, &p->office, " ", ROLE_VOLUNTEER, p->here,
                               FIXTURE_NOW, &person, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_assert_false(account_add(p->f.inventory, &p->keeper, "x", ROLE_VOLUNTEER,
                               (struct area_id){999}, FIXTURE_NOW, &person, &error));
    g_assert_error(error, ERR, ERR_MISSING);
}

static void
edited(struct people *p, gconstpointer data)
{
    struct account *account = NULL;
    const struct account_change promote = {.name = "Li", .role = ROLE_SECRETARY, .area = p->there},
                                leave = {.retire = true}, back = {.revive = true};

    (void)data;
    people_visit(p, p->volunteer.person, 1, FIXTURE_NOW);
    g_assert_true(account_edit(p->f.inventory, &p->office, p->volunteer.person, &promote, NULL));
    g_assert_true(account_by_id(p->f.inventory, p->volunteer.person, &account, NULL));
    g_assert_cmpstr(account->name, ==, "Li");
    g_assert_cmpint(account->role, ==, ROLE_SECRETARY);
    g_assert_cmpint(account->area.n, ==, p->there.n);
    account_free(account);
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW), ==, p->volunteer.person);
    g_assert_true(account_edit(p->f.inventory, &p->office, p->volunteer.person, &leave, NULL));
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW), ==, 0);
    g_assert_true(account_edit(p->f.inventory, &p->office, p->volunteer.person, &back, NULL));
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW), ==, 0); /* has to sign in again */
}

static void
edits_that_are_denied(struct people *p, gconstpointer data)
{
    struct actor other = people_add(p, "Other", ROLE_VOLUNTEER, p->there);
    const struct {
        const struct actor *actor;
        int64_t person;
        struct account_change change;
    } rows[] = {
        {&p->secretary, p->office.person, {.name = "x"}},
        {&p->secretary, other.person, {.retire = true}},
        {&p->secretary, p->volunteer.person, {.role = ROLE_SECRETARY}},
        {&p->secretary, p->volunteer.person, {.area = p->there}},
        {&p->secretary, p->secretary.person, {.role = ROLE_OFFICE}},
        {&p->secretary, p->secretary.person, {.area = p->district}},
        {&p->office, p->office.person, {.retire = true}},
        {&p->volunteer, other.person, {.name = "x"}},
    };
    g_autoptr(GError) error = NULL;

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_assert_false(
            account_edit(p->f.inventory, rows[i].actor, rows[i].person, &rows[i].change, &error));
        g_assert_error(error, ERR, ERR_DENIED);
        g_clear_error(&error);
    }
    g_assert_true(account_edit(p->f.inventory, &p->volunteer, p->volunteer.person,
                               &(struct account_change){.name = "Own name"}, NULL));
    g_assert_false(account_edit(p->f.inventory, &p->keeper, 999,
                                &(struct account_change){.retire = true}, &error));
    g_assert_error(error, ERR, ERR_MISSING);
}

static void
secrets_are_kept(struct people *p, gconstpointer data)
{
    g_autofree char *secret = NULL;
    g_autoptr(GError) error = NULL;
    int64_t person;
    bool has;

    (void)data;
    g_assert_true(account_has_office(p->f.inventory, &has, NULL));
    g_assert_false(has); /* nobody can sign in yet */
    people_visit(p, p->office.person, 1, FIXTURE_NOW);
    g_assert_true(account_choose(p->f.inventory, p->office.person, NULL, "$1", FIXTURE_NOW, NULL));
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW), ==, 0);
    g_assert_true(account_has_office(p->f.inventory, &has, NULL));
    g_assert_true(has);
    g_assert_true(account_secret(p->f.inventory, "office", &person, &secret, NULL));
    g_assert_cmpint(person, ==, p->office.person);
    g_assert_cmpstr(secret, ==, "$1");
    g_clear_pointer(&secret, g_free);
    g_assert_true(account_choose(p->f.inventory, p->office.person, NULL, "$2", FIXTURE_NOW, NULL));
    g_assert_true(account_secret(p->f.inventory, "office", &person, &secret, NULL));
    g_assert_cmpstr(secret, ==, "$2");
    g_clear_pointer(&secret, g_free);
    g_assert_true(account_secret(p->f.inventory, "volunteer", &person, &secret, NULL));
    g_assert_null(secret);
    g_assert_cmpint(person, ==, 0);
    g_assert_false(
        account_choose(p->f.inventory, p->volunteer.person, "OFFICE", "$3", FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_true(account_edit(p->f.inventory, &p->keeper, p->office.person,
                               &(struct account_change){.retire = true}, NULL));
    g_assert_true(account_secret(p->f.inventory, "office", &person, &secret, NULL));
    g_assert_null(secret); /* one who has left can't sign in */
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/account/logins are folded", logins_are_folded);
    g_test_add_func("/account/bad logins", bad_logins);
    g_test_add_func("/account/secrets that are taken", secrets_that_are_taken);
    g_test_add_func("/account/secrets that are refused", secrets_that_are_refused);
    PEOPLE_TEST("/account/added and found", added_and_found);
    PEOPLE_TEST("/account/not found", not_found);
    PEOPLE_TEST("/account/only below and inside", only_below_and_inside);
    PEOPLE_TEST("/account/bad people", bad_people);
    PEOPLE_TEST("/account/edited", edited);
    PEOPLE_TEST("/account/edits that are denied", edits_that_are_denied);
    PEOPLE_TEST("/account/secrets are kept", secrets_are_kept);
    return g_test_run();
}
