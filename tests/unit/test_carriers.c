#include "planning/carriers.h"

#include <string.h>

#include <glib/gstdio.h>

#include "inventory/ledger.h"
#include "planning/draft.h"
#include "planning/plan_file.h"
#include "tests/unit/fixture.h"

static const struct area_id anywhere = {0};
static const struct box_id no_box = {0};

static void
set(struct fixture *f, struct area_id area, struct box_id box, const char *value)
{
    GError *error = NULL;

    g_assert_true(setting_set(f->inventory, "carry", area, box, value, &error));
    g_assert_no_error(error);
}

static struct area_id
grid(struct fixture *f, const char *name)
{
    struct area *community = NULL;
    struct area_id id;

    g_assert_true(area_find(f->inventory, "community", &community, NULL));
    g_assert_true(area_add(f->inventory, community->id, AREA_GRID, name, &id, NULL));
    area_free(community);
    return id;
}

/* The load of a box's carrier; -1: not limited. */
static int64_t
load_of(const struct draft *draft, struct box_id box)
{
    for (guint i = 0; draft->carriers.of != NULL && i < draft->boxes->len; i++)
        if (((struct box *)draft->boxes->pdata[i])->id.n == box.n)
            return draft->carriers.of[i] < 0
                       ? -1
                       : g_array_index(draft->carriers.loads, int64_t, draft->carriers.of[i]);
    return -1;
}

static void
assert_loads(struct fixture *f, const struct box_id *boxes, const int64_t *loads, int count)
{
    struct draft draft;
    GError *error = NULL;

    g_assert_true(draft_read(f->inventory, anywhere, FIXTURE_NOW, &draft, &error));
    g_assert_no_error(error);
    for (int i = 0; i < count; i++)
        g_assert_cmpint(load_of(&draft, boxes[i]), ==, loads[i]);
    draft_clear(&draft);
}

static void
the_nearest_carries(struct fixture *f, gconstpointer data)
{
    struct area_id one = grid(f, "one"), other = grid(f, "other");
    struct box_id boxes[] = {fixture_add_box(f, one, "a"), fixture_add_box(f, one, "b"),
                             fixture_add_box(f, other, "c")};

    (void)data;
    assert_loads(f, boxes, (const int64_t[]){-1, -1, -1}, 3);
    set(f, anywhere, no_box, "30");
    assert_loads(f, boxes, (const int64_t[]){30, 30, 30}, 3);
    set(f, one, no_box, "20");
    set(f, anywhere, boxes[1], "7");
    assert_loads(f, boxes, (const int64_t[]){20, 7, 30}, 3);
    set(f, other, no_box, "0");
    assert_loads(f, boxes, (const int64_t[]){20, 7, -1}, 3);
}

static void
post(struct fixture *f, enum movement_kind kind, int64_t at, struct box_id box,
     enum fixture_drug drug, int32_t units)
{
    struct movement movement = {
        .uid = fixture_uuid(f),
        .at = at,
        .done_at = at,
        .kind = kind,
        .box = box,
        .drug = f->drugs[drug],
        .expiry = day_of_date(2030, 1, 1),
        .lot = "",
        .units = units,
    };
    GError *error = NULL;
    bool repeated, ok;

    g_assert_true(ledger_begin(f->inventory, &error));
    ok = ledger_post(f->inventory, &movement, &repeated, &error);
    g_assert_true(ledger_end(f->inventory, ok, &error));
    g_assert_no_error(error);
}

/* The lobby has plenty of three medicines, the gate is asked for them and has none left. */
static void
asked_for_at_the_gate(struct fixture *f)
{
    static const enum fixture_drug drugs[] = {TABLETS, SYRUP, COLD_TABLETS};

    for (size_t i = 0; i < G_N_ELEMENTS(drugs); i++) {
        int64_t day = FIXTURE_NOW - 20 * FIXTURE_DAY_MS;

        post(f, MOVEMENT_DONATE, day, f->lobby, drugs[i], 4000);
        post(f, MOVEMENT_DONATE, day, f->gate, drugs[i], 19 * 20);
        for (int d = 0; d < 19; d++)
            post(f, MOVEMENT_TAKE, day += FIXTURE_DAY_MS, f->gate, drugs[i], 20);
    }
}

static void
plan_of(struct fixture *f, struct draft *draft)
{
    GError *error = NULL;

    g_assert_true(draft_read(f->inventory, anywhere, FIXTURE_NOW, draft, &error));
    g_assert_true(draft_plan(draft, &error));
    g_assert_no_error(error);
}

static int64_t
sent(const struct draft *draft)
{
    double sum = 0;

    for (guint i = 0; i < draft->dispatch.lines->len; i++) {
        const struct dispatch_line *line = draft->dispatch.lines->pdata[i];

        for (guint d = 0; d < draft->drugs->len; d++) {
            const struct drug *drug = draft->drugs->pdata[d];

            sum += drug->id.n == line->drug.n ? (double)line->units / drug->day_units : 0;
        }
    }
    return (int64_t)(sum + 0.5);
}

static void
loads_are_kept_over_all_medicines(struct fixture *f, gconstpointer data)
{
    struct draft draft;
    int64_t before;

    (void)data;
    asked_for_at_the_gate(f);
    plan_of(f, &draft);
    before = sent(&draft);
    g_assert_cmpint(before, >, 20);
    g_assert_null(draft.dispatch.carriers);
    draft_clear(&draft);
    set(f, anywhere, f->lobby, "11");
    plan_of(f, &draft);
    g_assert_cmpint(sent(&draft), <=, 11);
    g_assert_cmpint(sent(&draft), >, 5);
    g_assert_cmpuint(draft.dispatch.carriers->len, ==, 1);
    g_assert_cmpint(g_array_index(draft.dispatch.carriers, struct dispatch_carrier, 0).used, <=,
                    11 * STOCK_PERSON_DAY);
    g_assert_cmpint(draft.dispatch.cost, >=, draft.dispatch.bound); /* a bottle is not split */
    g_assert_cmpint(draft.dispatch.cost, <, draft.dispatch.idle);
    draft_clear(&draft);
    set(f, anywhere, f->lobby, "100000");
    plan_of(f, &draft);
    g_assert_cmpint(sent(&draft), ==, before);
    draft_clear(&draft);
}

/* The text of a file, with a line that begins so put in the place of the first like it. */
static void
check_changed(const char *path, const char *text, const char *begins, const char *instead, int code)
{
    g_autofree char *pattern = g_strdup_printf("(?m)^%s.*$", begins);
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autoptr(GString) changed = g_string_new(text);
    g_autoptr(GError) error = NULL;
    struct plan_file_sum sum;
    int from, to;

    g_assert_true(g_regex_match(regex, text, 0, &match));
    g_assert_true(g_match_info_fetch_pos(match, 0, &from, &to));
    g_string_erase(changed, from, to - from);
    g_string_insert(changed, from, instead);
    g_assert_true(g_file_set_contents(path, changed->str, -1, NULL));
    g_assert_false(plan_file_check(path, &sum, &error));
    g_assert_error(error, ERR, code);
}

static void
a_file_proves_the_sharing(struct fixture *f, gconstpointer data)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "medbox-carriers-XXXXXX", NULL);
    static const char *const vital[] = {"p ", "a ", "f ", "v ", "s "}; /* none can go unnoticed */
    g_autofree char *text = NULL;
    struct plan_file_sum sum;
    struct draft draft;
    GError *error = NULL;

    (void)data;
    g_close(g_mkstemp(path), NULL);
    asked_for_at_the_gate(f);
    set(f, anywhere, f->lobby, "11");
    plan_of(f, &draft);
    g_assert_true(plan_file_write(path, &draft.input, &draft.dispatch, &error));
    g_assert_no_error(error);
    g_assert_true(plan_file_check(path, &sum, &error));
    g_assert_no_error(error);
    g_assert_cmpint(sum.plans, ==, 3);
    g_assert_cmpint(sum.carriers, ==, 1);
    g_assert_cmpint(sum.cost, ==, draft.dispatch.cost);
    g_assert_cmpint(sum.bound, ==, draft.dispatch.bound);
    draft_clear(&draft);
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    check_changed(path, text, "k 1 ", "k 1 10 0", ERR_REFUSED); /* it takes more */
    check_changed(path, text, "k 1 ", "k 1 11 0", ERR_REFUSED); /* the bound is too high */
    check_changed(path, text, "b ", "b 9000000000000", ERR_REFUSED);
    check_changed(path, text, "k 1 ", "k 1 11 -5", ERR_INPUT);
    check_changed(path, text, "k 1 ", "c no carrier", ERR_INPUT);
    check_changed(path, text, "q ", "q 2", ERR_INPUT);
    check_changed(path, text, "b ", "", ERR_INPUT);
    check_changed(path, text, "m ", "m 2", ERR_INPUT);
    check_changed(path, text, "m ", "m 4", ERR_INPUT);
    check_changed(path, text, "m ", "m 3\nm 3", ERR_INPUT);
    check_changed(path, text, "m ", "m many", ERR_INPUT);
    check_changed(path, text, "b ", "m 3", ERR_INPUT);
    check_changed(path, text, "b (.*)$", "b 0\nb 0", ERR_INPUT);
    for (size_t i = 0; i < G_N_ELEMENTS(vital); i++)
        check_changed(path, text, vital[i], "c lost", ERR_INPUT);
    g_assert_true(g_str_has_prefix(text, "m 3\n")); /* files of before went without */
    g_assert_true(g_file_set_contents(path, text + strlen("m 3\n"), -1, NULL));
    g_assert_true(plan_file_check(path, &sum, &error));
    g_unlink(path);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*test)(struct fixture *f, gconstpointer data);
    } tests[] = {
        {"/carriers/the nearest carries", the_nearest_carries},
        {"/carriers/loads are kept over all medicines", loads_are_kept_over_all_medicines},
        {"/carriers/a file proves the sharing", a_file_proves_the_sharing},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].test, fixture_close);
    return g_test_run();
}
