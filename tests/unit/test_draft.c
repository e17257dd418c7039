#include "planning/draft.h"

#include <math.h>

#include "inventory/unmet.h"
#include "tests/unit/fixture.h"

/* The lobby has plenty, both boxes were asked for fever medicine in vain. */
static void
wanted(struct fixture *f)
{
    const struct box_id boxes[] = {f->lobby, f->gate};

    fixture_donate(f, TABLETS, 4 * 40, "2027-09-30", "A");
    for (int i = 0; i < 2; i++) {
        struct uuid uid = fixture_uuid(f);
        bool repeated;

        g_assert_true(unmet_post(f->inventory, &uid, FIXTURE_NOW - FIXTURE_DAY_MS, boxes[i],
                                 DRUG_FEVER, DRUG_ADULT, &repeated, NULL));
    }
}

static void
plan(struct fixture *f, struct draft *draft)
{
    GError *error = NULL;

    g_assert_true(draft_read(f->inventory, (struct area_id){0}, FIXTURE_NOW, draft, &error));
    draft->input.type = DRUG_FEVER;
    g_assert_true(draft_plan(draft, &error));
    g_assert_no_error(error);
}

/* What a plan says of its line is what its proposal says, in either language. */
static void
why_is_kept_in_numbers(struct fixture *f, gconstpointer data)
{
    struct draft draft;
    g_autoptr(GPtrArray) kept = NULL;
    struct transfer *t = NULL;
    g_autofree char *said = NULL, *again = NULL, *chinese = NULL, *all = NULL, *sums = NULL;
    g_auto(GStrv) lines = NULL;

    (void)data;
    wanted(f);
    plan(f, &draft);
    g_assert_cmpuint(draft.dispatch.lines->len, ==, 1);
    said = dispatch_reason(draft.dispatch.lines->pdata[0]);
    sums = dispatch_arithmetic(draft.dispatch.lines->pdata[0]);
    g_assert_true(draft_propose(f->inventory, &draft, false, FIXTURE_NOW, &kept, NULL));
    draft_clear(&draft);
    g_assert_true(transfer_by_id(f->inventory, ((struct transfer *)kept->pdata[0])->id, &t, NULL));
    g_assert_cmpstr(t->reason, ==, "");
    again = draft_reason(t);
    lines = draft_arithmetic(t);
    all = g_strjoinv("\n", lines);
    g_assert_cmpstr(again, ==, said);
    g_assert_cmpstr(all, ==, sums);
    words_use(WORDS_ZH);
    chinese = draft_reason(t);
    words_use(WORDS_EN);
    g_assert_nonnull(strstr(chinese, "天"));
    transfer_free(t);
}

/* Those from before there were numbers say what was said then. */
static void
old_words_are_said_again(struct fixture *f, gconstpointer data)
{
    struct transfer t = {.figures = g_strdup(""), .reason = g_strdup("because\none\ntwo")};
    g_autofree char *reason = draft_reason(&t), *none = NULL;
    g_auto(GStrv) lines = draft_arithmetic(&t), nothing = NULL;

    (void)f, (void)data;
    g_assert_cmpstr(reason, ==, "because");
    g_assert_cmpuint(g_strv_length(lines), ==, 2);
    g_assert_cmpstr(lines[1], ==, "two");
    g_free(t.reason);
    t.reason = g_strdup("");
    none = draft_reason(&t);
    nothing = draft_arithmetic(&t);
    g_assert_cmpstr(none, ==, "");
    g_assert_cmpuint(g_strv_length(nothing), ==, 0);
    g_free(t.reason), g_free(t.figures);
}

/* Little, and far: either alone wants no word, nor what is nowhere written down. */
static void
little_that_goes_far_is_told(struct fixture *f, gconstpointer data)
{
    static const struct {
        double metres, gives;
        bool told;
    } ways[] = {{2300, 2, true}, {2300, 30, false}, {1000, 2, false}, {NAN, 2, false}};

    (void)f, (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        const struct dispatch_line line = {.metres = ways[i].metres, .gives = ways[i].gives};
        g_autofree char *figures = dispatch_figures(&line), *notice = NULL;

        notice = draft_notice(&(struct transfer){.figures = figures});
        g_assert_true((strstr(notice, "2.0 person-days go this way of 2.3 km") != NULL) ==
                      ways[i].told);
        g_assert_true((notice[0] != '\0') == ways[i].told);
    }
}

/* What is for all ages is brought to a box that never had any, where its type is wanted. */
static void
all_ages_reach_every_box(struct fixture *f, gconstpointer data)
{
    struct drug *drug = NULL;
    struct draft draft;
    const struct dispatch_line *line;

    (void)data;
    g_assert_true(drug_by_id(f->inventory, f->drugs[TABLETS], &drug, NULL));
    drug->age = DRUG_ALL_AGES;
    g_assert_true(drug_edit(f->inventory, drug, NULL));
    drug_free(drug);
    fixture_donate(f, TABLETS, 4 * 40, "2027-09-30", "A");
    plan(f, &draft);
    g_assert_cmpuint(draft.dispatch.lines->len, ==, 1);
    line = draft.dispatch.lines->pdata[0];
    g_assert_cmpint(line->to.n, ==, f->gate.n);
    g_assert_cmpint(line->age, ==, DRUG_ALL_AGES);
    draft_clear(&draft);
}

static int64_t
planned_units(struct fixture *f)
{
    struct draft draft;
    int64_t units = 0;

    plan(f, &draft);
    for (guint i = 0; i < draft.dispatch.lines->len; i++)
        units += ((struct dispatch_line *)draft.dispatch.lines->pdata[i])->units;
    draft_clear(&draft);
    return units;
}

/* What stays is a setting of the box that gives; a filling that is near leaves less to bring. */
static void
settings_reach_the_plan(struct fixture *f, gconstpointer data)
{
    int64_t before;

    (void)data;
    wanted(f);
    before = planned_units(f);
    g_assert_cmpint(before, >, 0);
    g_assert_true(
        setting_set(f->inventory, "keep.fever.adult", (struct area_id){0}, f->lobby, "39", NULL));
    g_assert_cmpint(planned_units(f), ==, 4);
    g_assert_true(
        setting_set(f->inventory, "keep.fever.adult", (struct area_id){0}, f->lobby, "40", NULL));
    g_assert_cmpint(planned_units(f), ==, 0);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/draft/why is kept in numbers", why_is_kept_in_numbers},
        {"/draft/old words are said again", old_words_are_said_again},
        {"/draft/little that goes far is told", little_that_goes_far_is_told},
        {"/draft/what is for all ages reaches every box", all_ages_reach_every_box},
        {"/draft/settings reach the plan", settings_reach_the_plan},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
