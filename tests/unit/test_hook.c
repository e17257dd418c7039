#include "inventory/hook.h"

#include <glib.h>

#include "inventory/box.h"
#include "inventory/inventory.h"

struct place {
    struct inventory *inventory;
    struct area_id sunny, grid, other;
    struct box_id box;
};

static uint64_t
bits(void *data)
{
    return ++*(uint64_t *)data * 0x9e3779b97f4a7c15;
}

static void
place_open(struct place *place)
{
    const struct inventory_plan plan = {.city = "City", .district = "District"};
    struct box box = {.name = (char[]){"Gate"}, .place = (char[]){""}, .phone = (char[]){""}};
    GError *error = NULL;
    uint64_t draw = 7;

    g_assert_true(inventory_create(":memory:", &plan, &place->inventory, &error));
    g_assert_true(area_add(place->inventory, inventory_district(place->inventory), AREA_COMMUNITY,
                           "Sunny", &place->sunny, &error));
    g_assert_true(area_add(place->inventory, place->sunny, AREA_GRID, "G1", &place->grid, &error));
    g_assert_true(area_add(place->inventory, inventory_district(place->inventory), AREA_COMMUNITY,
                           "Other", &place->other, &error));
    box.lat = box.lon = BOX_NO_COORDINATE;
    box.count_days = BOX_COUNT_DAYS;
    box.area = place->grid;
    g_assert_true(box_add(place->inventory, &box, bits, &draw, 1, &error));
    g_assert_no_error(error);
    place->box = box.id;
    g_free(box.code);
}

static int64_t
add(struct place *place, struct area_id area, const char *url)
{
    struct hook hook = {.area = area,
                        .name = (char[]){" Group "},
                        .kind = HOOK_DINGTALK,
                        .url = g_strdup(url),
                        .key = (char[]){"SEC1"}};
    GError *error = NULL;

    g_assert_true(hook_add(place->inventory, &hook, 1000, &error));
    g_assert_no_error(error);
    g_free(hook.url);
    return hook.id;
}

static guint
count(struct place *place, struct area_id area)
{
    g_autoptr(GPtrArray) hooks = NULL;

    g_assert_true(hook_list(place->inventory, area, &hooks, NULL));
    return hooks->len;
}

static void
added_found_and_ended(void)
{
    struct place place;
    struct hook *hook = NULL;
    GError *error = NULL;
    int64_t one, two;

    place_open(&place);
    one = add(&place, place.grid, "https://a.example/1");
    two = add(&place, place.other, "https://a.example/2");
    g_assert_cmpint(one, !=, two);
    g_assert_cmpuint(count(&place, (struct area_id){0}), ==, 2);
    g_assert_cmpuint(count(&place, place.sunny), ==, 1);
    g_assert_cmpuint(count(&place, place.grid), ==, 1);
    g_assert_true(hook_by_id(place.inventory, one, &hook, &error));
    g_assert_cmpstr(hook->name, ==, "Group");
    g_assert_cmpint(hook->kind, ==, HOOK_DINGTALK);
    g_assert_cmpstr(hook->url, ==, "https://a.example/1");
    g_assert_cmpstr(hook->key, ==, "SEC1");
    g_assert_cmpint(hook->made_at, ==, 1000);
    g_assert_cmpint(hook->told_at, ==, 0);
    g_assert_cmpstr(hook->failure, ==, "");
    g_clear_pointer(&hook, hook_free);
    g_assert_true(hook_end(place.inventory, one, &error));
    g_assert_cmpuint(count(&place, (struct area_id){0}), ==, 1);
    g_assert_false(hook_end(place.inventory, one, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    g_assert_false(hook_by_id(place.inventory, one, &hook, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    hook_free(NULL);
    inventory_close(place.inventory);
}

static void
how_it_went(void)
{
    struct place place;
    struct hook *hook = NULL;
    int64_t id;

    place_open(&place);
    id = add(&place, place.sunny, "https://a.example/1");
    g_assert_true(hook_note(place.inventory, id, NULL, 5000, NULL));
    g_assert_true(hook_note(place.inventory, id, "no such robot", 6000, NULL));
    g_assert_true(hook_by_id(place.inventory, id, &hook, NULL));
    g_assert_cmpint(hook->told_at, ==, 5000);
    g_assert_cmpstr(hook->failure, ==, "no such robot");
    g_clear_pointer(&hook, hook_free);
    g_assert_true(hook_note(place.inventory, id, NULL, 7000, NULL));
    g_assert_true(hook_by_id(place.inventory, id, &hook, NULL));
    g_assert_cmpint(hook->told_at, ==, 7000);
    g_assert_cmpstr(hook->failure, ==, "");
    hook_free(hook);
    inventory_close(place.inventory);
}

static guint
count_told(struct place *place, int64_t id)
{
    GArray *cells = NULL;
    guint n;

    g_assert_true(hook_told(place->inventory, id, &cells, NULL));
    n = cells->len;
    g_array_unref(cells);
    return n;
}

static void
told_once(void)
{
    struct place place;
    struct hook_cell fever = {.type = DRUG_FEVER, .age = DRUG_CHILD}, cold = {.type = DRUG_COLD};
    GError *error = NULL;
    int64_t one, two;

    place_open(&place);
    fever.box = cold.box = place.box;
    one = add(&place, place.sunny, "https://a.example/1");
    two = add(&place, place.sunny, "https://a.example/2");
    g_assert_true(hook_tell(place.inventory, one, &fever, 1, &error));
    g_assert_true(hook_tell(place.inventory, one, &fever, 2, &error));
    g_assert_true(hook_tell(place.inventory, one, &cold, 2, &error));
    g_assert_cmpuint(count_told(&place, one), ==, 2);
    g_assert_cmpuint(count_told(&place, two), ==, 0);
    g_assert_true(hook_untell(place.inventory, one, &cold, &error));
    g_assert_true(hook_untell(place.inventory, one, &cold, &error));
    g_assert_cmpuint(count_told(&place, one), ==, 1);
    g_assert_true(hook_end(place.inventory, one, &error));
    g_assert_cmpuint(count_told(&place, one), ==, 0);
    fever.box.n = 999;
    g_assert_false(hook_tell(place.inventory, two, &fever, 1, &error));
    g_assert_error(error, ERR, ERR_BROKEN);
    g_clear_error(&error);
    inventory_close(place.inventory);
}

static void
refusals(void)
{
    struct place place;
    struct hook hook = {
        .name = (char[]){"  "}, .url = (char[]){"https://a.example/1"}, .key = (char[]){""}};
    GError *error = NULL;

    place_open(&place);
    hook.area = place.sunny;
    g_assert_false(hook_add(place.inventory, &hook, 1, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    hook.name = (char[]){"Group"};
    hook.area.n = 999;
    g_assert_false(hook_add(place.inventory, &hook, 1, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_clear_error(&error);
    add(&place, place.other, "https://a.example/1");
    hook.area = place.sunny;
    g_assert_false(hook_add(place.inventory, &hook, 1, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_cmpuint(count(&place, (struct area_id){0}), ==, 1);
    inventory_close(place.inventory);
}

static void
kinds(void)
{
    g_assert_cmpstr(hook_kind_key(HOOK_WECOM), ==, "wecom");
    g_assert_cmpstr(hook_kind_key(HOOK_DINGTALK), ==, "dingtalk");
    g_assert_cmpstr(hook_kind_key(HOOK_FEISHU), ==, "feishu");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hook/added, found and ended", added_found_and_ended);
    g_test_add_func("/hook/how it went", how_it_went);
    g_test_add_func("/hook/told once", told_once);
    g_test_add_func("/hook/refusals", refusals);
    g_test_add_func("/hook/kinds", kinds);
    return g_test_run();
}
