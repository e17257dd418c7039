#include "tests/unit/people.h"

struct ticket {
    char text[INVITE_CODE_SIZE];
};

static struct ticket
invited(struct people *p, const struct actor *actor, struct invite *invite, uint8_t random)
{
    struct ticket code;
    GError *error = NULL;

    g_assert_true(invite_add(p->f.inventory, actor, invite, people_bytes(random), FIXTURE_NOW,
                             code.text, &error));
    g_assert_no_error(error);
    return code;
}

static int64_t
used(struct people *p, const char *code, const char *name, int64_t now)
{
    GError *error = NULL;
    int64_t person;

    g_assert_true(invite_use(p->f.inventory, code, name, NULL, "$hash", now, &person, &error));
    g_assert_no_error(error);
    return person;
}

static void
refused(struct people *p, const char *code, int64_t now)
{
    g_autoptr(GError) error = NULL;
    struct invite *invite = NULL;
    int64_t person;

    g_assert_false(invite_use(p->f.inventory, code, "x", NULL, "$hash", now, &person, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "good no more")); /* always the same words */
    g_clear_error(&error);
    g_assert_false(invite_look(p->f.inventory, code, now, &invite, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_null(invite);
}

static void
a_volunteer_joins(struct people *p, gconstpointer data)
{
    struct invite wanted = {.role = ROLE_VOLUNTEER, .area = p->grid}, *seen = NULL;
    struct ticket code = invited(p, &p->secretary, &wanted, 0x5a);
    struct account *account = NULL;
    int64_t person;

    (void)data;
    g_assert_cmpuint(strlen(code.text), ==, 16);
    g_assert_true(invite_look(p->f.inventory, code.text, FIXTURE_NOW, &seen, NULL));
    g_assert_cmpint(seen->role, ==, ROLE_VOLUNTEER);
    g_assert_cmpint(seen->made_by, ==, p->secretary.person);
    invite_free(seen);
    person = used(p, code.text, "王芳", FIXTURE_NOW + FIXTURE_DAY_MS);
    g_assert_true(account_by_id(p->f.inventory, person, &account, NULL));
    g_assert_cmpstr(account->name, ==, "王芳");
    g_assert_cmpstr(account->login, ==, "王芳");
    g_assert_cmpint(account->role, ==, ROLE_VOLUNTEER);
    g_assert_cmpint(account->area.n, ==, p->grid.n);
    account_free(account);
    refused(p, code.text, FIXTURE_NOW + FIXTURE_DAY_MS); /* it was good once */
}

static void
codes_are_read_kindly(struct people *p, gconstpointer data)
{
    static const uint8_t random[] = {0x00, 0x02, 0x11, 0x08, 0x63, 0x52, 0xff, 0xff, 0xff, 0xff};
    struct invite wanted = {.role = ROLE_VOLUNTEER, .area = p->here}, *seen = NULL;
    char code[INVITE_CODE_SIZE], print[INVITE_PRINT_SIZE];
    g_autofree char *url = NULL;

    (void)data;
    g_assert_true(
        invite_add(p->f.inventory, &p->secretary, &wanted, random, FIXTURE_NOW, code, NULL));
    g_assert_cmpstr(code, ==, "00112233ABZZZZZZ");
    g_assert_cmpstr(invite_format(code, print), ==, "0011-2233-ABZZ-ZZZZ");
    url = invite_url("box.example:8080", code, false);
    g_assert_cmpstr(url, ==, "https://BOX.EXAMPLE:8080/J/00112233ABZZZZZZ");
    for (int n = 0; n < 4; n++) {
        g_autofree char *small = g_ascii_strdown(print, -1);
        g_autofree char *spaced = g_strdup_printf(" %s ", print);
        g_autoptr(GString) letters = g_string_new(code);
        const char *const typed[] = {print, small, spaced, letters->str};

        g_string_replace(letters, "0", "O", 0);
        g_string_replace(letters, "1", "l", 0);
        g_assert_true(invite_look(p->f.inventory, typed[n], FIXTURE_NOW, &seen, NULL));
        invite_free(seen);
    }
}

static void
what_is_no_code(struct people *p, gconstpointer data)
{
    static const char *const rows[] = {
        "",     "x",    "0000000000000000",   "00000000000000000", "U000000000000000",
        "\xff", "王芳", "0000-0000-0000-000?"};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        refused(p, rows[i], FIXTURE_NOW);
}

static void
runs_out(struct people *p, gconstpointer data)
{
    struct invite wanted = {.role = ROLE_VOLUNTEER, .area = p->here};
    struct ticket code = invited(p, &p->secretary, &wanted, 1);

    (void)data;
    refused(p, code.text, FIXTURE_NOW + INVITE_DAYS * FIXTURE_DAY_MS);
    used(p, code.text, "x", FIXTURE_NOW + INVITE_DAYS * FIXTURE_DAY_MS - 1);
}

static void
bad_ends(struct people *p, gconstpointer data)
{
    static const int64_t days[] = {-1, INVITE_DAYS_MOST + 1};
    char code[INVITE_CODE_SIZE];

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        g_autoptr(GError) error = NULL;
        struct invite invite = {.role = ROLE_VOLUNTEER,
                                .area = p->here,
                                .ends_at = FIXTURE_NOW + days[i] * FIXTURE_DAY_MS};

        g_assert_false(invite_add(p->f.inventory, &p->secretary, &invite, people_bytes(1),
                                  FIXTURE_NOW, code, &error));
        g_assert_error(error, ERR, ERR_INPUT);
    }
}

/* Only whoever has a higher role invites, and into its own area. */
static void
who_may_invite(struct people *p, gconstpointer data)
{
    const struct {
        const struct actor *actor;
        enum role role;
        struct area_id area;
        bool may;
    } rows[] = {
        {&p->keeper, ROLE_OFFICE, p->district, true},
        {&p->office, ROLE_SECRETARY, p->there, true},
        {&p->office, ROLE_OFFICE, p->district, false},
        {&p->secretary, ROLE_SECRETARY, p->here, false},
        {&p->secretary, ROLE_VOLUNTEER, p->there, false},
        {&p->secretary, ROLE_VOLUNTEER, p->district, false},
        {&p->volunteer, ROLE_VOLUNTEER, p->here, false},
        {&(struct actor){0}, ROLE_VOLUNTEER, p->here, false},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        struct invite invite = {.role = rows[i].role, .area = rows[i].area};
        char code[INVITE_CODE_SIZE];

        g_assert_true(invite_add(p->f.inventory, rows[i].actor, &invite, people_bytes((uint8_t)i),
                                 FIXTURE_NOW, code, &error) == rows[i].may);
        if (!rows[i].may)
            g_assert_error(error, ERR, ERR_DENIED);
    }
}

/* A login that is taken leaves the invitation good, and no half person behind. */
static void
a_name_that_is_taken(struct people *p, gconstpointer data)
{
    struct invite wanted = {.role = ROLE_VOLUNTEER, .area = p->here};
    struct ticket first = invited(p, &p->secretary, &wanted, 1);
    struct ticket second = invited(p, &p->secretary, &wanted, 2);
    g_autoptr(GPtrArray) before = NULL, after = NULL;
    g_autoptr(GError) error = NULL;
    int64_t person;

    (void)data;
    used(p, first.text, "Wang", FIXTURE_NOW);
    g_assert_true(account_list(p->f.inventory, (struct area_id){0}, true, &before, NULL));
    g_assert_false(
        invite_use(p->f.inventory, second.text, "WANG", NULL, "$h", FIXTURE_NOW, &person, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "building"));
    g_assert_true(account_list(p->f.inventory, (struct area_id){0}, true, &after, NULL));
    g_assert_cmpuint(before->len, ==, after->len);
    g_assert_true(invite_use(p->f.inventory, second.text, "WANG", "wang 2", "$h", FIXTURE_NOW,
                             &person, NULL));
}

static void
a_new_secret(struct people *p, gconstpointer data)
{
    struct ticket old, code;
    g_autofree char *secret = NULL;
    g_autoptr(GError) error = NULL;
    int64_t person;

    (void)data;
    g_assert_true(
        account_choose(p->f.inventory, p->volunteer.person, "vol", "$old", FIXTURE_NOW, NULL));
    people_visit(p, p->volunteer.person, 1, FIXTURE_NOW);
    g_assert_true(invite_add_for(p->f.inventory, &p->secretary, p->volunteer.person,
                                 people_bytes(1), FIXTURE_NOW, old.text, NULL));
    g_assert_true(invite_add_for(p->f.inventory, &p->secretary, p->volunteer.person,
                                 people_bytes(2), FIXTURE_NOW, code.text, NULL));
    refused(p, old.text, FIXTURE_NOW); /* the newer one has its place */
    g_assert_cmpint(used(p, code.text, "another name", FIXTURE_NOW), ==, p->volunteer.person);
    g_assert_true(account_secret(p->f.inventory, "vol", &person, &secret, NULL));
    g_assert_cmpstr(secret, ==, "$hash");
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW), ==, 0);
    g_assert_false(invite_add_for(p->f.inventory, &p->secretary, p->office.person, people_bytes(3),
                                  FIXTURE_NOW, code.text, &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_true(account_edit(p->f.inventory, &p->secretary, p->volunteer.person,
                               &(struct account_change){.retire = true}, NULL));
    g_assert_false(invite_add_for(p->f.inventory, &p->secretary, p->volunteer.person,
                                  people_bytes(3), FIXTURE_NOW, code.text, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
}

static void
the_first_office(struct people *p, gconstpointer data)
{
    struct ticket lost, first, spare;
    struct invite other = {.role = ROLE_OFFICE, .area = p->district};
    g_autoptr(GError) error = NULL;
    g_autofree char *url = NULL;
    int64_t person;
    bool has;

    (void)data;
    g_assert_true(invite_add_first(p->f.inventory, people_bytes(1), FIXTURE_NOW, lost.text, NULL));
    g_assert_true(invite_add_first(p->f.inventory, people_bytes(2), FIXTURE_NOW, first.text, NULL));
    refused(p, lost.text, FIXTURE_NOW);
    url = invite_url("h", first.text, true);
    g_assert_true(g_str_has_prefix(url, "https://H/F/"));
    person = used(p, first.text, "Chief", FIXTURE_NOW);
    g_assert_cmpint(person, >, 0);
    g_assert_true(account_has_office(p->f.inventory, &has, NULL));
    g_assert_true(has);
    g_assert_false(
        invite_add_first(p->f.inventory, people_bytes(3), FIXTURE_NOW, spare.text, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    spare = invited(p, &p->keeper, &other, 4); /* a further one is for whoever runs the machine */
    used(p, spare.text, "Second", FIXTURE_NOW);
}

/* A first link that lay about while an office account came another way. */
static void
a_first_that_comes_late(struct people *p, gconstpointer data)
{
    struct ticket first;

    (void)data;
    g_assert_true(invite_add_first(p->f.inventory, people_bytes(1), FIXTURE_NOW, first.text, NULL));
    g_assert_true(account_choose(p->f.inventory, p->office.person, NULL, "$h", FIXTURE_NOW, NULL));
    refused(p, first.text, FIXTURE_NOW);
}

static void
listed_and_taken_back(struct people *p, gconstpointer data)
{
    struct invite here = {.role = ROLE_VOLUNTEER, .area = p->here};
    struct invite there = {.role = ROLE_VOLUNTEER, .area = p->there};
    struct ticket code = invited(p, &p->secretary, &here, 1);
    g_autoptr(GPtrArray) invites = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    invited(p, &p->office, &there, 2);
    g_assert_true(invite_list(p->f.inventory, p->here, FIXTURE_NOW, &invites, NULL));
    g_assert_cmpuint(invites->len, ==, 1);
    g_assert_false(invite_end(p->f.inventory, &p->secretary, there.id, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_DENIED);
    g_clear_error(&error);
    g_assert_true(invite_end(p->f.inventory, &p->secretary, here.id, FIXTURE_NOW, NULL));
    refused(p, code.text, FIXTURE_NOW);
    g_assert_false(invite_end(p->f.inventory, &p->secretary, here.id, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_pointer(&invites, g_ptr_array_unref);
    g_assert_true(invite_list(p->f.inventory, (struct area_id){0}, FIXTURE_NOW, &invites, NULL));
    g_assert_cmpuint(invites->len, ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PEOPLE_TEST("/invite/a volunteer joins", a_volunteer_joins);
    PEOPLE_TEST("/invite/codes are read kindly", codes_are_read_kindly);
    PEOPLE_TEST("/invite/what is no code", what_is_no_code);
    PEOPLE_TEST("/invite/runs out", runs_out);
    PEOPLE_TEST("/invite/bad ends", bad_ends);
    PEOPLE_TEST("/invite/who may invite", who_may_invite);
    PEOPLE_TEST("/invite/a name that is taken", a_name_that_is_taken);
    PEOPLE_TEST("/invite/a new secret", a_new_secret);
    PEOPLE_TEST("/invite/the first office", the_first_office);
    PEOPLE_TEST("/invite/a first that comes late", a_first_that_comes_late);
    PEOPLE_TEST("/invite/listed and taken back", listed_and_taken_back);
    return g_test_run();
}
