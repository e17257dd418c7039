#include "tests/unit/people.h"

#define HOUR (FIXTURE_DAY_MS / 24)

static void
begun_and_found(struct people *p, gconstpointer data)
{
    struct actor actor;
    int64_t id, begun = people_visit(p, p->secretary.person, 7, FIXTURE_NOW);
    bool stale;

    (void)data;
    g_assert_true(
        visit_find(p->f.inventory, people_bytes(7), FIXTURE_NOW + 1, &id, &actor, &stale, NULL));
    g_assert_cmpint(id, ==, begun);
    g_assert_cmpint(actor.person, ==, p->secretary.person);
    g_assert_cmpint(actor.role, ==, ROLE_SECRETARY);
    g_assert_cmpint(actor.area.n, ==, p->here.n);
    g_assert_false(stale);
    g_assert_true(
        visit_find(p->f.inventory, people_bytes(7), FIXTURE_NOW + HOUR, &id, &actor, &stale, NULL));
    g_assert_true(stale);
}

static void
nobody_is_found(struct people *p, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    int64_t id;

    (void)data;
    people_visit(p, p->volunteer.person, 7, FIXTURE_NOW);
    g_assert_cmpint(people_visitor(p, 8, FIXTURE_NOW), ==, 0);
    g_assert_false(visit_begin(p->f.inventory, 999, people_bytes(9), "", FIXTURE_NOW, &id, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_true(account_edit(p->f.inventory, &p->secretary, p->volunteer.person,
                               &(struct account_change){.retire = true}, NULL));
    g_assert_cmpint(people_visitor(p, 7, FIXTURE_NOW), ==, 0);
    g_assert_false(visit_begin(p->f.inventory, p->volunteer.person, people_bytes(9), "",
                               FIXTURE_NOW, &id, &error));
    g_assert_error(error, ERR, ERR_MISSING);
}

/* The token itself is nowhere in the tables. */
static void
only_the_hash_is_kept(struct people *p, gconstpointer data)
{
    struct db_stmt *q;
    int64_t count = 0;

    (void)data;
    people_visit(p, p->volunteer.person, 7, FIXTURE_NOW);
    q = db_query(p->f.inventory->db, "SELECT count(*) FROM visit WHERE token = :token");
    db_bind_blob(q, "token", people_bytes(7), VISIT_TOKEN);
    g_assert_true(db_one_int(q, -1, &count, NULL));
    g_assert_cmpint(count, ==, 0);
}

static void
runs_out_unused(struct people *p, gconstpointer data)
{
    int64_t id = people_visit(p, p->office.person, 1, FIXTURE_NOW);
    int64_t now = FIXTURE_NOW + 47 * HOUR;

    (void)data;
    g_assert_cmpint(people_visitor(p, 1, now), ==, p->office.person);
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + 48 * HOUR), ==, 0);
    g_assert_true(visit_touch(p->f.inventory, id, now, NULL));
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + 48 * HOUR), ==, p->office.person);
    for (int day = 3; day < 20; day++) /* used every day, and over all the same */
        g_assert_true(visit_touch(p->f.inventory, id, FIXTURE_NOW + day * FIXTURE_DAY_MS, NULL));
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + 14 * FIXTURE_DAY_MS - 1), ==,
                    p->office.person);
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + 14 * FIXTURE_DAY_MS), ==, 0);
}

static void
a_phone_stays_longer(struct people *p, gconstpointer data)
{
    (void)data;
    people_visit(p, p->volunteer.person, 1, FIXTURE_NOW);
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + 59 * FIXTURE_DAY_MS), ==,
                    p->volunteer.person);
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + 60 * FIXTURE_DAY_MS), ==, 0);
}

static void
listed_and_ended(struct people *p, gconstpointer data)
{
    int64_t first = people_visit(p, p->volunteer.person, 1, FIXTURE_NOW);
    int64_t second = people_visit(p, p->volunteer.person, 2, FIXTURE_NOW + HOUR);
    int64_t others = people_visit(p, p->secretary.person, 3, FIXTURE_NOW + HOUR);
    g_autoptr(GPtrArray) visits = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    g_assert_true(
        visit_list(p->f.inventory, p->volunteer.person, FIXTURE_NOW + HOUR, &visits, NULL));
    g_assert_cmpuint(visits->len, ==, 2);
    g_assert_cmpint(((struct visit *)visits->pdata[0])->id, ==, second);
    g_assert_cmpstr(((struct visit *)visits->pdata[1])->device, ==, "WeChat, Android");
    g_assert_false(visit_end(p->f.inventory, p->volunteer.person, others, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_true(visit_end(p->f.inventory, p->volunteer.person, first, NULL));
    g_assert_false(visit_end(p->f.inventory, p->volunteer.person, first, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + HOUR), ==, 0);
    people_visit(p, p->volunteer.person, 4, FIXTURE_NOW + HOUR);
    g_assert_true(visit_end_all(p->f.inventory, p->volunteer.person, second, NULL));
    g_assert_cmpint(people_visitor(p, 2, FIXTURE_NOW + HOUR), ==, p->volunteer.person);
    g_assert_cmpint(people_visitor(p, 4, FIXTURE_NOW + HOUR), ==, 0);
    g_assert_cmpint(people_visitor(p, 3, FIXTURE_NOW + HOUR), ==, p->secretary.person);
    g_assert_true(visit_touch(p->f.inventory, first, FIXTURE_NOW + HOUR, NULL));
    g_assert_cmpint(people_visitor(p, 1, FIXTURE_NOW + HOUR), ==, 0); /* stays ended */
}

static void
old_ones_are_forgotten(struct people *p, gconstpointer data)
{
    g_autoptr(GPtrArray) visits = NULL;
    int64_t count = 0;

    (void)data;
    people_visit(p, p->secretary.person, 200, FIXTURE_NOW - 8 * FIXTURE_DAY_MS);
    for (int n = 0; n < 120; n++)
        people_visit(p, p->volunteer.person, (uint8_t)n, FIXTURE_NOW + n);
    g_assert_true(
        visit_list(p->f.inventory, p->volunteer.person, FIXTURE_NOW + HOUR, &visits, NULL));
    g_assert_cmpuint(visits->len, ==, 100);
    g_assert_cmpint(people_visitor(p, 19, FIXTURE_NOW + HOUR), ==, 0);
    g_assert_cmpint(people_visitor(p, 20, FIXTURE_NOW + HOUR), ==, p->volunteer.person);
    g_assert_true(
        db_one_int(db_query(p->f.inventory->db, "SELECT count(*) FROM visit"), 0, &count, NULL));
    g_assert_cmpint(count, ==, 100);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PEOPLE_TEST("/visit/begun and found", begun_and_found);
    PEOPLE_TEST("/visit/nobody is found", nobody_is_found);
    PEOPLE_TEST("/visit/only the hash is kept", only_the_hash_is_kept);
    PEOPLE_TEST("/visit/runs out unused", runs_out_unused);
    PEOPLE_TEST("/visit/a phone stays longer", a_phone_stays_longer);
    PEOPLE_TEST("/visit/listed and ended", listed_and_ended);
    PEOPLE_TEST("/visit/old ones are forgotten", old_ones_are_forgotten);
    return g_test_run();
}
