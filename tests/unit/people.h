#ifndef TESTS_UNIT_PEOPLE_H
#define TESTS_UNIT_PEOPLE_H

/* The fixture's district with a second community, and people in both. */

#include "inventory/account.h"
#include "inventory/invite.h"
#include "inventory/visit.h"

#include "tests/unit/fixture.h"

struct people {
    struct fixture f;
    struct area_id district, here, there, grid;        /* grid lies in here */
    struct actor keeper, office, secretary, volunteer; /* the last two of here */
};

static inline struct actor
people_add(struct people *p, const char *name, enum role role, struct area_id area)
{
    struct account *account = NULL;
    struct actor actor;
    GError *error = NULL;
    int64_t person;

    g_assert_true(
        account_add(p->f.inventory, &p->keeper, name, role, area, FIXTURE_NOW, &person, &error));
    g_assert_no_error(error);
    g_assert_true(account_by_id(p->f.inventory, person, &account, &error));
    g_assert_no_error(error);
    actor = account_actor(account);
    account_free(account);
    return actor;
}

static inline void
people_open(struct people *p, gconstpointer data)
{
    fixture_open(&p->f, data);
    p->keeper = (struct actor){.role = ROLE_KEEPER};
    p->district = inventory_district(p->f.inventory);
    g_assert_true(
        area_ensure(p->f.inventory, p->district, AREA_COMMUNITY, "community", &p->here, NULL));
    g_assert_true(
        area_add(p->f.inventory, p->district, AREA_COMMUNITY, "elsewhere", &p->there, NULL));
    g_assert_true(area_add(p->f.inventory, p->here, AREA_GRID, "grid", &p->grid, NULL));
    p->office = people_add(p, "Office", ROLE_OFFICE, p->district);
    p->secretary = people_add(p, "Secretary", ROLE_SECRETARY, p->here);
    p->volunteer = people_add(p, "Volunteer", ROLE_VOLUNTEER, p->here);
}

static inline void
people_close(struct people *p, gconstpointer data)
{
    fixture_close(&p->f, data);
}

/* A token or a code's bytes, all of them n. */
static inline const uint8_t *
people_bytes(uint8_t n)
{
    static uint8_t bytes[VISIT_TOKEN];

    memset(bytes, n, sizeof(bytes));
    return bytes;
}

static inline int64_t
people_visit(struct people *p, int64_t person, uint8_t token, int64_t now)
{
    GError *error = NULL;
    int64_t id;

    g_assert_true(visit_begin(p->f.inventory, person, people_bytes(token), "WeChat, Android", now,
                              &id, &error));
    g_assert_no_error(error);
    return id;
}

/* Who shows this token: 0 for nobody. */
static inline int64_t
people_visitor(struct people *p, uint8_t token, int64_t now)
{
    struct actor actor;
    int64_t id;
    bool stale;

    g_assert_true(visit_find(p->f.inventory, people_bytes(token), now, &id, &actor, &stale, NULL));
    g_assert_true((id == 0) == (actor.person == 0));
    return actor.person;
}

#define PEOPLE_TEST(name, run) g_test_add(name, struct people, NULL, people_open, run, people_close)

#endif
