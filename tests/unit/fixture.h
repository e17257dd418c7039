#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

/*
 * A small inventory in memory: a community with two boxes and a few medicines, at noon of
 * 2026-11-24. Each test makes its own.
 */

#include <string.h>

#include "base/words.h"
#include "inventory/booking.h"
#include "inventory/inside.h"
#include "inventory/inventory.h"
#include "inventory/setting.h"
#include "inventory/stock.h"

#define FIXTURE_NOW INT64_C(1795492800000)
#define FIXTURE_DAY_MS INT64_C(86400000)

enum fixture_drug {
    TABLETS,      /* adult fever, 12 a pack, 4 a day, paracetamol */
    SYRUP,        /* child fever, 100 ml a pack, 20 ml a day, ibuprofen */
    COLD_TABLETS, /* adult cold, paracetamol and others */
    ANTIBIOTIC,   /* prescription */
    DROPS,        /* needs a fridge */
    THERMOMETER,  /* does not expire */
    FIXTURE_DRUGS
};

struct fixture {
    struct inventory *inventory;
    struct box_id lobby, gate;
    struct drug_id drugs[FIXTURE_DRUGS];
    uint32_t ids; /* handed out */
};

static const struct {
    const char *name, *form, *unit, *ingredients[3];
    enum drug_type type;
    enum drug_age age;
    enum drug_class class;
    int32_t day_units, pack_units;
    bool cold_chain, undated;
} fixture_rows[FIXTURE_DRUGS] = {
    [TABLETS] = {"paracetamol",
                 "tablet",
                 "tablet",
                 {"paracetamol"},
                 DRUG_FEVER,
                 DRUG_ADULT,
                 DRUG_OTC_B,
                 4,
                 12,
                 false,
                 false},
    [SYRUP] = {"ibuprofen",
               "suspension",
               "ml",
               {"ibuprofen"},
               DRUG_FEVER,
               DRUG_CHILD,
               DRUG_OTC_A,
               20,
               100,
               false,
               false},
    [COLD_TABLETS] = {"cold compound",
                      "tablet",
                      "tablet",
                      {"chlorphenamine", "paracetamol"},
                      DRUG_COLD,
                      DRUG_ADULT,
                      DRUG_OTC_A,
                      3,
                      10,
                      false,
                      false},
    [ANTIBIOTIC] = {"cefaclor",
                    "capsule",
                    "capsule",
                    {"cefaclor"},
                    DRUG_OTHER,
                    DRUG_ADULT,
                    DRUG_PRESCRIPTION,
                    3,
                    6,
                    false,
                    false},
    [DROPS] = {"eye drops",
               "eye_drops",
               "ml",
               {"x"},
               DRUG_TOPICAL,
               DRUG_ALL_AGES,
               DRUG_OTC_A,
               1,
               5,
               true,
               false},
    [THERMOMETER] = {"thermometer",
                     "device",
                     "piece",
                     {NULL},
                     DRUG_SUPPLIES,
                     DRUG_ALL_AGES,
                     DRUG_NO_CLASS,
                     1,
                     1,
                     false,
                     true},
};

static inline void
fixture_add_drug(struct fixture *f, int n)
{
    char *ingredients[4] = {NULL};
    GError *error = NULL;
    struct drug drug = {
        .name = g_strdup(fixture_rows[n].name),
        .brand = g_strdup(""),
        .type = fixture_rows[n].type,
        .age = fixture_rows[n].age,
        .form = g_strdup(fixture_rows[n].form),
        .strength = g_strdup(""),
        .unit = g_strdup(fixture_rows[n].unit),
        .day_units = fixture_rows[n].day_units,
        .pack_units = fixture_rows[n].pack_units,
        .class = fixture_rows[n].class,
        .cold_chain = fixture_rows[n].cold_chain,
        .undated = fixture_rows[n].undated,
        .approval = g_strdup(""),
        .maker = g_strdup(""),
        .ingredients = ingredients,
    };

    for (int i = 0; i < 3; i++)
        ingredients[i] = g_strdup(fixture_rows[n].ingredients[i]);
    g_assert_true(drug_add(f->inventory, &drug, &error));
    g_assert_no_error(error);
    f->drugs[n] = drug.id;
    for (int i = 0; i < 3; i++)
        g_free(ingredients[i]);
    g_free(drug.name), g_free(drug.brand), g_free(drug.form), g_free(drug.strength);
    g_free(drug.unit), g_free(drug.approval), g_free(drug.maker);
}

static inline uint64_t
fixture_bits(void *data)
{
    uint64_t *bits = data;

    return *bits += UINT64_C(0x9e3779b97f4a7c15);
}

static inline struct box_id
fixture_add_box(struct fixture *f, struct area_id area, const char *name)
{
    uint64_t bits = g_str_hash(name);
    GError *error = NULL;
    struct box box = {.area = area,
                      .name = g_strdup(name),
                      .place = g_strdup(""),
                      .phone = g_strdup(""),
                      .lat = BOX_NO_COORDINATE,
                      .lon = BOX_NO_COORDINATE,
                      .residents = 200,
                      .vulnerable = 30,
                      .count_days = 30};

    g_assert_true(box_add(f->inventory, &box, fixture_bits, &bits,
                          FIXTURE_NOW - 100 * FIXTURE_DAY_MS, &error));
    g_assert_no_error(error);
    g_free(box.code), g_free(box.name), g_free(box.place), g_free(box.phone);
    return box.id;
}

static inline void
fixture_open_at(struct fixture *f, const char *path)
{
    struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
    struct area_id community;
    GError *error = NULL;

    words_use(WORDS_EN);
    *f = (struct fixture){.ids = 0};
    g_assert_true(inventory_create(path, &plan, &f->inventory, &error));
    g_assert_no_error(error);
    g_assert_true(area_add(f->inventory, inventory_district(f->inventory), AREA_COMMUNITY,
                           "community", &community, &error));
    g_assert_no_error(error);
    f->lobby = fixture_add_box(f, community, "lobby");
    f->gate = fixture_add_box(f, community, "gate");
    for (int n = 0; n < FIXTURE_DRUGS; n++)
        fixture_add_drug(f, n);
}

static inline void
fixture_open(struct fixture *f, gconstpointer data)
{
    (void)data;
    fixture_open_at(f, ":memory:");
}

static inline void
fixture_close(struct fixture *f, gconstpointer data)
{
    (void)data;
    inventory_close(f->inventory);
}

static inline struct uuid
fixture_uuid(struct fixture *f)
{
    uint8_t count[10] = {0}; /* neighbours, as a client that counts up makes them */

    f->ids++;
    count[8] = (uint8_t)(f->ids >> 8);
    count[9] = (uint8_t)f->ids;
    return uuid_of_moment(FIXTURE_NOW, count);
}

/* A booking of so many units of a drug in the lobby, expiring well in the future. */
static inline struct booking
fixture_booking(struct fixture *f, enum fixture_drug drug, int32_t units)
{
    return (struct booking){
        .uid = fixture_uuid(f),
        .now = FIXTURE_NOW,
        .box = f->lobby,
        .drug = f->drugs[drug],
        .units = units,
    };
}

/* Donates and returns the seq. */
static inline int64_t
fixture_donate(struct fixture *f, enum fixture_drug drug, int32_t units, const char *expiry,
               const char *lot)
{
    struct booking booking = fixture_booking(f, drug, units);
    struct booking_result result;
    GError *error = NULL;
    int64_t seq;

    booking.lot = lot;
    if (expiry != NULL)
        g_assert_true(day_parse(expiry, &booking.expiry, NULL));
    g_assert_true(booking_donate(f->inventory, &booking, &result, &error));
    g_assert_no_error(error);
    seq = ((struct booking_line *)result.lines->pdata[0])->seq;
    booking_result_clear(&result);
    return seq;
}

static inline int64_t
fixture_stock(struct fixture *f, enum fixture_drug drug)
{
    int64_t units = 0, usable = 0;

    g_assert_true(stock_of_drug(f->inventory, f->lobby, f->drugs[drug],
                                inventory_day(f->inventory, FIXTURE_NOW), &units, &usable, NULL));
    return units;
}

/* Asserts that the books are whole. */
#include "inventory/audit.h"
static inline void
fixture_audit(struct fixture *f)
{
    struct audit audit;
    GError *error = NULL;

    g_assert_true(audit_run(f->inventory, NULL, NULL, &audit, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < audit.findings->len; i++)
        g_test_message("%s", (const char *)audit.findings->pdata[i]);
    g_assert_cmpuint(audit.findings->len, ==, 0);
    audit_clear(&audit);
}

#endif
