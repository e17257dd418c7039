#include "tests/bench/town.h"

#include <stdio.h>

#include <glib/gstdio.h>

#include "inventory/area.h"
#include "inventory/booking.h"
#include "inventory/box.h"
#include "inventory/drug.h"
#include "inventory/ledger.h"
#include "inventory/recall.h"
#include "inventory/unmet.h"

#define TOWN_LOTS 3
#define DAY_MS INT64_C(86400000)
#define FIRST_MOMENT INT64_C(1748736000000) /* 2025-06-01 */
#define FIRST_EXPIRY 20604                  /* 2026-05-31 */
#define SPREAD 50                           /* a batch of a drug is in every so-manieth box */
#define UNMET 2000                          /* requests in vain within a month */

static void
need(bool ok, GError *error)
{
    if (!ok)
        g_error("%s", error != NULL ? error->message : "failed");
}

int64_t
town_type(int64_t drug)
{
    return drug % DRUG_TYPES + 1;
}

int64_t
town_age(int64_t drug)
{
    int64_t type = town_type(drug);

    return type >= DRUG_SUPPLIES ? DRUG_ALL_AGES : drug / DRUG_TYPES % 2 + 1;
}

int32_t
town_day_units(int64_t drug)
{
    return 3 + (int32_t)(drug % 4);
}

static void
add_drug(struct town *town, int64_t n)
{
    static char *none[] = {NULL};
    GError *error = NULL;
    struct drug drug = {
        .name = g_strdup_printf("drug %d", (int)n),
        .brand = g_strdup(""),
        .type = (enum drug_type)town_type(n),
        .age = (enum drug_age)town_age(n),
        .form = g_strdup("tablet"),
        .strength = g_strdup(""),
        .unit = g_strdup("tablet"),
        .day_units = town_day_units(n),
        .pack_units = 12,
        .approval = g_strdup(""),
        .maker = g_strdup(""),
        .ingredients = none,
    };

    need(drug_add(town->inventory, &drug, &error), error);
    g_assert(drug.id.n == n);
    g_free(drug.name);
    g_free(drug.brand);
    g_free(drug.form);
    g_free(drug.strength);
    g_free(drug.unit);
    g_free(drug.approval);
    g_free(drug.maker);
}

static uint64_t
random_bits(void *data)
{
    GRand *random = data;

    return (uint64_t)g_rand_int(random) << 32 | g_rand_int(random);
}

static void
add_box(struct town *town, int n)
{
    g_autofree char *community = g_strdup_printf("community %d", n / 10);
    g_autofree char *name = g_strdup_printf("box %d", n);
    struct area_id area;
    GError *error = NULL;
    struct box box = {.name = name,
                      .place = (char[]){""},
                      .phone = (char[]){""},
                      .lat = BOX_NO_COORDINATE,
                      .lon = BOX_NO_COORDINATE,
                      .residents = 100,
                      .vulnerable = 20,
                      .count_days = 30};

    need(area_ensure(town->inventory, inventory_district(town->inventory), AREA_COMMUNITY,
                     community, &area, &error),
         error);
    box.area = area;
    need(box_add(town->inventory, &box, random_bits, town->random, FIRST_MOMENT, &error), error);
    g_assert(box.id.n == n + 1);
    g_free(box.code);
}

void
town_build(struct town *town, const char *path, int boxes)
{
    struct inventory_plan plan = {.city = "town", .district = "district", .empty = true};
    GError *error = NULL;

    *town = (struct town){
        .boxes = boxes,
        .at = FIRST_MOMENT,
        .step = 1000,
        .stock = g_new0(int32_t, (size_t)boxes * TOWN_DRUGS * TOWN_LOTS),
        .random = g_rand_new_with_seed(2183),
    };
    need(inventory_create(path, &plan, &town->inventory, &error), error);
    town->tenant = inventory_tenant(town->inventory);
    need(ledger_begin(town->inventory, &error), error);
    for (int64_t n = 1; n <= TOWN_DRUGS; n++)
        add_drug(town, n);
    for (int n = 0; n < boxes; n++)
        add_box(town, n);
    need(ledger_end(town->inventory, true, &error), error);
}

void
town_free(struct town *town)
{
    g_free(town->stock);
    g_rand_free(town->random);
}

static struct uuid
next_uid(struct town *town, int64_t at)
{
    uint8_t noise[10];

    for (size_t i = 0; i < sizeof(noise); i++)
        noise[i] = (uint8_t)g_rand_int_range(town->random, 0, 256);
    return uuid_of_moment(at, noise);
}

/* The place of a batch in a box, among all of them; one that is not among those that are left out. */
static int
next_place(struct town *town, GHashTable *left_out)
{
    int place;

    do {
        int box = g_rand_int_range(town->random, 0, town->boxes);
        int drug = g_rand_int_range(town->random, 0, TOWN_DRUGS);

        place =
            (box * TOWN_DRUGS + drug) * TOWN_LOTS + g_rand_int_range(town->random, 0, TOWN_LOTS);
    } while (left_out != NULL && !g_hash_table_add(left_out, GINT_TO_POINTER(place)));
    return place;
}

static void
next_op(struct town *town, GHashTable *left_out, struct town_op *op)
{
    int place = next_place(town, left_out);
    int lot = place % TOWN_LOTS, drug = place / TOWN_LOTS % TOWN_DRUGS;
    int box = place / TOWN_LOTS / TOWN_DRUGS;
    int32_t *stock = &town->stock[place];

    town->at += town->step;
    *op = (struct town_op){
        .uid = next_uid(town, town->at),
        .at = town->at,
        .box = box + 1,
        .drug = drug + 1,
        .expiry = FIRST_EXPIRY + lot * 200 + drug,
        .in = *stock == 0 || g_rand_boolean(town->random),
    };
    op->units = g_rand_int_range(town->random, 1, op->in ? 13 : MIN(*stock, 12) + 1);
    g_snprintf(op->lot, sizeof(op->lot), "L%d-%d", lot, box % SPREAD);
    *stock += op->in ? op->units : -op->units;
}

static struct town_op *
next_ops(struct town *town, GHashTable *left_out, int count)
{
    struct town_op *ops = g_new(struct town_op, (size_t)count);

    for (int i = 0; i < count; i++)
        next_op(town, left_out, &ops[i]);
    return ops;
}

struct town_op *
town_ops(struct town *town, int count)
{
    return next_ops(town, NULL, count);
}

struct town_op *
town_ops_apart(struct town *town, int count)
{
    g_autoptr(GHashTable) drawn = g_hash_table_new(NULL, NULL);

    return next_ops(town, drawn, count);
}

void
town_post(struct town *town, const struct town_op *ops, int count)
{
    GError *error = NULL;

    need(ledger_begin(town->inventory, &error), error);
    for (int i = 0; i < count; i++) {
        const struct town_op *op = &ops[i];
        struct movement m = {
            .uid = op->uid,
            .at = op->at,
            .kind = op->in ? MOVEMENT_DONATE : MOVEMENT_TAKE,
            .box = {op->box},
            .drug = {op->drug},
            .expiry = {op->expiry},
            .lot = op->lot,
            .units = op->units,
        };
        bool repeated;

        need(ledger_post(town->inventory, &m, &repeated, &error), error);
    }
    need(ledger_end(town->inventory, true, &error), error);
}

void
town_book(struct town *town, const struct town_op *ops, int count)
{
    GError *error = NULL;

    need(ledger_begin(town->inventory, &error), error);
    for (int i = 0; i < count; i++) {
        const struct town_op *op = &ops[i];
        struct booking booking = {
            .uid = op->uid,
            .now = op->at,
            .box = {op->box},
            .drug = {op->drug},
            .expiry = {op->expiry},
            .lot = op->lot,
            .units = op->units,
            .exact = true,
        };
        struct booking_result result;

        need((op->in ? booking_donate : booking_take)(town->inventory, &booking, &result, &error),
             error);
        booking_result_clear(&result);
    }
    need(ledger_end(town->inventory, true, &error), error);
}

static void
ask_in_vain(struct town *town)
{
    GError *error = NULL;

    for (int i = 0; i < UNMET; i++) {
        int64_t drug = g_rand_int_range(town->random, 1, TOWN_DRUGS + 1);
        int64_t at = town->at - g_rand_int_range(town->random, 0, 30) * DAY_MS;
        struct box_id box = {g_rand_int_range(town->random, 1, town->boxes + 1)};
        struct uuid uid = next_uid(town, at);
        bool repeated;

        need(unmet_post(town->inventory, &uid, at, box, (enum drug_type)town_type(drug),
                        (enum drug_age)town_age(drug), &repeated, &error),
             error);
    }
}

static void
recall(struct town *town, int64_t drug, const char *lot, bool lifted)
{
    GError *error = NULL;
    int64_t id;
    bool repeated;

    need(recall_add(town->inventory, (struct drug_id){drug}, lot, "bench", town->at, &id, &repeated,
                    &error),
         error);
    if (lifted)
        need(recall_lift(town->inventory, id, town->at, &error), error);
}

void
town_wear(struct town *town)
{
    GError *error = NULL;

    need(ledger_begin(town->inventory, &error), error);
    for (int64_t drug = 10; drug <= TOWN_DRUGS; drug += 10)
        recall(town, drug, "L1-7", false);
    recall(town, 31, "", true);
    ask_in_vain(town);
    need(ledger_end(town->inventory, true, &error), error);
}

void
town_remove(const char *path)
{
    g_autofree char *wal = g_strconcat(path, "-wal", NULL);
    g_autofree char *shm = g_strconcat(path, "-shm", NULL);

    g_remove(path);
    g_remove(wal);
    g_remove(shm);
}
