#include "planning/walk_sheet.h"

#include "inventory/carry.h"
#include "inventory/unmet.h"
#include "planning/draft.h"
#include "tests/unit/fixture.h"

#define BOXES 6

/* Two far streets of three boxes; those at their ends hold medicine for the others. */
struct town {
    struct fixture f;
    struct area_id streets[2];
    struct box_id boxes[BOXES];
    struct names *names;
};

static void
open_town(struct town *t, gconstpointer data)
{
    GError *error = NULL;

    fixture_open(&t->f, data);
    for (int s = 0; s < 2; s++)
        g_assert_true(area_add(t->f.inventory, inventory_district(t->f.inventory), AREA_COMMUNITY,
                               s == 0 ? "north" : "south", &t->streets[s], &error));
    for (int i = 0; i < BOXES; i++) {
        g_autofree char *name = g_strdup_printf("box %d", i);
        struct box *box = NULL;

        t->boxes[i] = fixture_add_box(&t->f, t->streets[i / 3], name);
        g_assert_true(box_by_id(t->f.inventory, t->boxes[i], &box, NULL));
        box->lat = 30900000 + 100000 * (i / 3);
        box->lon = 113900000 + 1000 * (i % 3);
        g_assert_true(box_edit(t->f.inventory, box, &error));
        g_assert_no_error(error);
        box_free(box);
    }
    t->names = names_read(t->f.inventory, NULL);
    g_assert_nonnull(t->names);
}

static void
close_town(struct town *t, gconstpointer data)
{
    names_free(t->names);
    fixture_close(&t->f, data);
}

/* Stock where it comes from, and a proposal. */
static int64_t
propose(struct town *t, const int (*ways)[2], int count, int32_t units)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    GError *error = NULL;

    for (int i = 0; i < count; i++) {
        struct transfer *transfer = g_new0(struct transfer, 1);
        struct booking gift = fixture_booking(&t->f, TABLETS, units);
        struct booking_result result;

        gift.box = t->boxes[ways[i][0]];
        g_assert_true(day_parse("2027-06-30", &gift.expiry, NULL));
        g_assert_true(booking_donate(t->f.inventory, &gift, &result, &error));
        booking_result_clear(&result);
        *transfer = (struct transfer){.from = t->boxes[ways[i][0]],
                                      .to = t->boxes[ways[i][1]],
                                      .drug = t->f.drugs[TABLETS],
                                      .units = units};
        g_ptr_array_add(list, transfer);
    }
    g_assert_true(
        transfer_propose(t->f.inventory, (struct area_id){0}, false, list, FIXTURE_NOW, &error));
    g_assert_no_error(error);
    return ((struct transfer *)list->pdata[0])->id;
}

static GPtrArray *
make(struct town *t, struct area_id area, struct walks_people people)
{
    GPtrArray *walks = NULL;
    GError *error = NULL;

    g_assert_true(
        walks_make(t->f.inventory, t->names, area, &people, false, FIXTURE_NOW, &walks, &error));
    g_assert_no_error(error);
    return walks;
}

/* The same with what is in other walks. */
static GPtrArray *
make_again(struct town *t, struct area_id area, struct walks_people people)
{
    GPtrArray *walks = NULL;

    g_assert_true(
        walks_make(t->f.inventory, t->names, area, &people, true, FIXTURE_NOW, &walks, NULL));
    return walks;
}

static void
refuse_make(struct town *t, const char *words)
{
    struct walks_people one = {.number = 1};
    g_autoptr(GError) error = NULL;
    GPtrArray *walks = NULL;

    g_assert_false(walks_make(t->f.inventory, t->names, (struct area_id){0}, &one, false,
                              FIXTURE_NOW, &walks, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, words));
}

static const struct walks_walk *
walk_at(const GPtrArray *walks, guint i)
{
    g_assert_cmpuint(i, <, walks->len);
    return walks->pdata[i];
}

/* "0>1>2": boxes in the order of the walk. */
static void
expect_way(const struct town *t, const struct walks_walk *walk, const char *way)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < walk->stops->len; i++)
        for (int b = 0; b < BOXES; b++)
            if (t->boxes[b].n == g_array_index(walk->stops, struct walks_stop, i).box.n)
                g_string_append_printf(text, "%s%d", i > 0 ? ">" : "", b);
    g_assert_cmpstr(text->str, ==, way);
}

static const int ways[][2] = {{0, 2}, {3, 4}, {0, 1}, {3, 5}};

static void
each_street_is_a_walk(struct town *t, gconstpointer data)
{
    char *names[] = {g_strdup("Li"), g_strdup("Wang"), NULL};
    g_autoptr(GPtrArray) walks = NULL, again = NULL;
    int64_t rest = -1;

    (void)data;
    propose(t, ways, 4, 24);
    walks = make(t, (struct area_id){0}, (struct walks_people){.names = names});
    g_assert_cmpuint(walks->len, ==, 2);
    expect_way(t, walk_at(walks, 0), "0>1>2");
    expect_way(t, walk_at(walks, 1), "3>4>5");
    g_assert_cmpstr(walk_at(walks, 1)->walk->carrier, ==, "Wang");
    g_assert_cmpint(walk_at(walks, 1)->walk->id, ==, walk_at(walks, 0)->walk->id + 1);
    g_assert_true(walks_list(t->f.inventory, t->names, false, FIXTURE_NOW, &again, NULL));
    g_assert_cmpuint(again->len, ==, 2);
    expect_way(t, walk_at(again, 1), "3>4>5");
    g_assert_cmpfloat_with_epsilon(walk_at(again, 0)->minutes, walk_at(walks, 0)->minutes, 0.1);
    g_assert_true(walks_rest(t->f.inventory, &rest, NULL));
    g_assert_cmpint(rest, ==, 0);
    g_free(names[0]), g_free(names[1]);
}

static void
only_an_area(struct town *t, gconstpointer data)
{
    g_autoptr(GPtrArray) walks = NULL;
    int64_t rest = -1;

    (void)data;
    propose(t, ways, 4, 24);
    walks = make(t, t->streets[1], (struct walks_people){.number = 1});
    g_assert_cmpuint(walks->len, ==, 1);
    expect_way(t, walk_at(walks, 0), "3>4>5");
    g_assert_true(walks_rest(t->f.inventory, &rest, NULL));
    g_assert_cmpint(rest, ==, 2);
}

/* Who reaches one street is given nothing of the other, nor what goes between them. */
static void
people_are_given_what_they_reach(struct town *t, gconstpointer data)
{
    static const int across[][2] = {{0, 2}, {3, 4}, {0, 5}};
    char *names[] = {g_strdup("Li"), g_strdup("Wang"), NULL};
    const struct area_id areas[] = {t->streets[0], t->streets[1]};
    const struct area_id wide[] = {t->streets[0], inventory_district(t->f.inventory)};
    g_autoptr(GPtrArray) walks = NULL, again = NULL;
    int64_t rest = -1;

    (void)data;
    propose(t, across, 3, 24);
    walks = make(t, (struct area_id){0}, (struct walks_people){.names = names, .areas = areas});
    g_assert_cmpuint(walks->len, ==, 2);
    expect_way(t, walk_at(walks, 0), "0>2");
    expect_way(t, walk_at(walks, 1), "3>4");
    g_assert_true(walks_rest(t->f.inventory, &rest, NULL));
    g_assert_cmpint(rest, ==, 1);
    again =
        make_again(t, (struct area_id){0}, (struct walks_people){.names = names, .areas = wide});
    g_assert_true(walks_rest(t->f.inventory, &rest, NULL));
    g_assert_cmpint(rest, ==, 0);
    for (guint i = 0; i < again->len; i++)
        if (strcmp(walk_at(again, i)->walk->carrier, "Li") == 0)
            expect_way(t, walk_at(again, i), "0>2");
    g_free(names[0]), g_free(names[1]);
}

static void
nobody_reaches_any(struct town *t, gconstpointer data)
{
    static const int between[][2] = {{0, 5}};
    char *names[] = {g_strdup("Li"), NULL};
    struct walks_people people = {.names = names, .areas = &t->streets[0]};
    g_autoptr(GError) error = NULL;
    GPtrArray *walks = NULL;

    (void)data;
    propose(t, between, 1, 24);
    g_assert_false(walks_make(t->f.inventory, t->names, (struct area_id){0}, &people, false,
                              FIXTURE_NOW, &walks, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "people of an area"));
    g_free(names[0]);
}

static void
carry(struct town *t, int box, int32_t units)
{
    struct carry carry = {.uid = fixture_uuid(&t->f),
                          .now = FIXTURE_NOW,
                          .box = t->boxes[box],
                          .drug = t->f.drugs[TABLETS],
                          .units = units,
                          .pack_units = 12};
    struct carry_result result;
    GError *error = NULL;

    g_assert_true(carry_post(t->f.inventory, &carry, &result, &error));
    g_assert_no_error(error);
    carry_result_clear(&result);
}

/* What is begun stays with whom it is; what is left is the rest of the way. */
static void
begun_walks_stay(struct town *t, gconstpointer data)
{
    g_autoptr(GPtrArray) first = NULL, second = NULL;
    struct walks_walk *left = NULL;

    (void)data;
    propose(t, ways, 4, 24);
    first = make(t, (struct area_id){0}, (struct walks_people){.number = 2});
    carry(t, 0, 36); /* all of the one, half of the other */
    g_assert_true(walks_read(t->f.inventory, t->names, walk_at(first, 0)->walk->id, FIXTURE_NOW,
                             &left, NULL));
    expect_way(t, left, "0>1>2");
    walks_walk_free(left);
    carry(t, 2, 24);
    g_assert_true(walks_read(t->f.inventory, t->names, walk_at(first, 0)->walk->id, FIXTURE_NOW,
                             &left, NULL));
    g_assert_cmpuint(walks_done(left), ==, 1);
    expect_way(t, left, "0>1");
    walks_walk_free(left);
    refuse_make(t, "in walks already");
    second = make_again(t, (struct area_id){0}, (struct walks_people){.number = 3});
    for (guint i = 0; i < second->len; i++)
        for (guint s = 0; s < walk_at(second, i)->stops->len; s++)
            g_assert_cmpint(g_array_index(walk_at(second, i)->stops, struct walks_stop, s).box.n,
                            >=, t->boxes[3].n);
}

static void
nothing_to_share_out(struct town *t, gconstpointer data)
{
    struct walks_people one = {.number = 1};
    GPtrArray *walks = NULL;
    struct walks_walk *walk = NULL;
    g_autoptr(GError) error = NULL, missing = NULL;

    (void)data;
    g_assert_false(walks_make(t->f.inventory, t->names, (struct area_id){0}, &one, false,
                              FIXTURE_NOW, &walks, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_false(walks_read(t->f.inventory, t->names, 7, FIXTURE_NOW, &walk, &missing));
    g_assert_error(missing, ERR, ERR_MISSING);
}

/* A walk that was made is what it is listed as; a new plan doesn't empty it unasked, and then says so. */
static void
a_new_plan_leaves_walks(struct town *t, gconstpointer data)
{
    g_autoptr(GPtrArray) first = NULL, none = g_ptr_array_new();
    g_autoptr(GError) error = NULL;
    struct walks_walk *walk = NULL;
    int64_t id, rest = 0;

    (void)data;
    propose(t, ways, 4, 24);
    first = make(t, (struct area_id){0}, (struct walks_people){.number = 1});
    id = walk_at(first, 0)->walk->id;
    g_assert_true(walks_read(t->f.inventory, t->names, id, FIXTURE_NOW, &walk, NULL));
    g_assert_cmpfloat(walk->minutes, ==, walk_at(first, 0)->minutes);
    g_assert_cmpuint(walk->stops->len, ==, walk_at(first, 0)->stops->len);
    walks_walk_free(walk);
    g_assert_false(
        transfer_propose(t->f.inventory, (struct area_id){0}, false, none, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "(1)"));
    g_assert_true(
        transfer_propose(t->f.inventory, (struct area_id){0}, true, none, FIXTURE_NOW, NULL));
    g_assert_true(walks_read(t->f.inventory, t->names, id, FIXTURE_NOW, &walk, NULL));
    g_assert_cmpuint(walks_cancelled(walk), ==, 4);
    g_assert_cmpuint(walks_done(walk), ==, 0);
    g_assert_cmpuint(walk->stops->len, ==, 0);
    walks_walk_free(walk);
    g_assert_true(walks_rest(t->f.inventory, &rest, NULL));
    g_assert_cmpint(rest, ==, 0);
}

/* More than a bag holds is fetched twice. */
static void
a_bag_has_an_end(struct town *t, gconstpointer data)
{
    static const int far[][2] = {{0, 2}, {0, 2}};
    g_autoptr(GPtrArray) walks = NULL;

    (void)data;
    g_assert_true(setting_set(t->f.inventory, "walk.bag", (struct area_id){0}, (struct box_id){0},
                              "10", NULL));
    propose(t, far, 2, 12 * 6);
    walks = make(t, (struct area_id){0}, (struct walks_people){.number = 1});
    expect_way(t, walk_at(walks, 0), "0>2>0>2");
}

static void
lists_say_what_to_do(struct town *t, gconstpointer data)
{
    static const int both[][2] = {{0, 2}, {0, 1}};
    g_autoptr(GPtrArray) walks = NULL;
    struct walk_sheet sheet;
    const struct walk_list *list;

    (void)data;
    propose(t, both, 2, 24);
    walks = make(t, (struct area_id){0}, (struct walks_people){.number = 1});
    g_assert_true(walk_sheet_fill(t->f.inventory, t->names, walks, FIXTURE_NOW, &sheet, NULL));
    g_assert_cmpuint(sheet.n, ==, 1);
    list = &sheet.lists[0];
    g_assert_cmpstr(list->title, ==, "Walk 1");
    g_assert_cmpstr(list->command, ==, "MEDBOX:WALK:1");
    g_assert_cmpstr(list->day, ==, "2026-11-24");
    g_assert_true(g_str_has_prefix(list->summary, "3 stops, about "));
    g_assert_cmpuint(list->n, ==, 3);
    g_assert_cmpuint(list->stops[0].n, ==, 1); /* both together */
    g_assert_cmpstr(list->stops[0].tasks[0].amount, ==, "4 packs");
    g_assert_false(list->stops[0].tasks[0].puts);
    g_assert_cmpstr(list->stops[0].place, ==, "north");
    g_assert_true(list->stops[1].tasks[0].puts);
    g_assert_cmpstr(list->stops[1].tasks[0].amount, ==, "2 packs");
    g_assert_true(g_str_has_prefix(list->stops[1].address, "https://MEDBOX.LOCAL/B/"));
    walk_sheet_clear(&sheet);
}

static void
discard(struct town *t, int box, int32_t units)
{
    struct booking booking = fixture_booking(&t->f, TABLETS, units);
    struct booking_result result;

    booking.box = t->boxes[box];
    g_assert_true(booking_discard(t->f.inventory, &booking, &result, NULL));
    booking_result_clear(&result);
}

static struct walks_loss
loss_at(const struct walks_walk *walk, guint i)
{
    g_assert_cmpuint(i, <, walk->lost->len);
    return g_array_index(walk->lost, struct walks_loss, i);
}

/* Of one transfer half is gone, of the other all; then what is left expires. On paper, too. */
static void
losses_are_told(struct town *t, gconstpointer data)
{
    g_autoptr(GPtrArray) walks = NULL;
    struct walks_walk *walk = NULL;
    struct walk_sheet sheet;
    int64_t first;

    (void)data;
    first = propose(t, (const int[][2]){{0, 1}, {3, 4}}, 2, 24);
    walks = make(t, (struct area_id){0}, (struct walks_people){.number = 1});
    g_assert_cmpuint(walk_at(walks, 0)->lost->len, ==, 0);
    discard(t, 0, 12);
    discard(t, 3, 24);
    g_assert_true(walks_read(t->f.inventory, t->names, 1, FIXTURE_NOW, &walk, NULL));
    expect_way(t, walk, "0>1");
    g_assert_cmpuint(walk->lost->len, ==, 2);
    g_assert_cmpint(loss_at(walk, 0).transfer, ==, first);
    g_assert_cmpint(loss_at(walk, 0).units, ==, 12);
    g_assert_true(loss_at(walk, 0).gone && !loss_at(walk, 0).all);
    g_assert_cmpint(loss_at(walk, 1).units, ==, 24);
    g_assert_true(loss_at(walk, 1).gone && loss_at(walk, 1).all);
    walks_walk_free(walk);
    g_assert_true(
        walks_read(t->f.inventory, t->names, 1, FIXTURE_NOW + 300 * FIXTURE_DAY_MS, &walk, NULL));
    g_ptr_array_set_size(walks, 0);
    g_ptr_array_add(walks, walk);
    g_assert_cmpuint(walk->stops->len, ==, 0);
    g_assert_cmpuint(walk->lost->len, ==, 3);
    g_assert_false(loss_at(walk, 0).gone);
    g_assert_cmpint(loss_at(walk, 0).units, ==, 12);
    g_assert_true(walk_sheet_fill(t->f.inventory, t->names, walks, FIXTURE_NOW, &sheet, NULL));
    g_assert_cmpuint(sheet.lists[0].left_out_n, ==, 3);
    g_assert_cmpstr(
        sheet.lists[0].left_out[0], ==,
        "paracetamol 1 pack (box 0): it expired or was recalled, and must not go into a "
        "box");
    g_assert_cmpstr(sheet.lists[0].left_out[2], ==,
                    "paracetamol 2 packs (box 3): it is not there any more");
    walk_sheet_clear(&sheet);
}

static void
forget_places(struct town *t)
{
    for (int i = 0; i < BOXES; i++) {
        struct box *box = NULL;

        g_assert_true(box_by_id(t->f.inventory, t->boxes[i], &box, NULL));
        box->lat = box->lon = BOX_NO_COORDINATE;
        g_assert_true(box_edit(t->f.inventory, box, NULL));
        box_free(box);
    }
    names_free(t->names);
    t->names = names_read(t->f.inventory, NULL);
}

/* Metres of the first line of a plan, which are those of a walk that is that way alone. */
static double
planned_metres(struct town *t)
{
    g_autoptr(GPtrArray) walks = NULL;
    struct draft draft;
    const struct dispatch_line *line;
    struct uuid uid = fixture_uuid(&t->f);
    bool repeated;
    double metres;
    int to;

    propose(t, (const int[][2]){{0, 2}}, 1, 240);
    g_assert_true(unmet_post(t->f.inventory, &uid, FIXTURE_NOW - FIXTURE_DAY_MS, t->boxes[2],
                             DRUG_FEVER, DRUG_ADULT, &repeated, NULL));
    g_assert_true(draft_read(t->f.inventory, t->streets[0], FIXTURE_NOW, &draft, NULL));
    g_assert_true(draft_plan(&draft, NULL));
    g_assert_cmpuint(draft.dispatch.lines->len, >, 0);
    line = draft.dispatch.lines->pdata[0];
    metres = line->metres;
    to = line->to.n == t->boxes[1].n ? 1 : 2;
    draft_clear(&draft);
    propose(t, (const int[][2]){{0, to}}, 1, 24);
    walks = make(t, (struct area_id){0}, (struct walks_people){.number = 1});
    g_assert_cmpuint(walk_at(walks, 0)->stops->len, ==, 2);
    g_assert_cmpfloat_with_epsilon(walk_at(walks, 0)->metres, metres, 0.05);
    return metres;
}

static void
one_way_is_as_far_as_in_a_plan(struct town *t, gconstpointer data)
{
    (void)data;
    g_assert_cmpfloat(planned_metres(t), <, 500);
}

static void
without_coordinates_too(struct town *t, gconstpointer data)
{
    (void)data;
    forget_places(t);
    g_assert_cmpfloat(planned_metres(t), ==, 1000); /* of one community */
}

static void
two_of_one_name_are_refused(struct town *t, gconstpointer data)
{
    char *names[] = {(char[]){"Li"}, (char[]){"Wang"}, (char[]){"Li"}, NULL};
    struct walks_people people = {.names = names};
    g_autoptr(GError) error = NULL;
    GPtrArray *walks = NULL;

    (void)data;
    propose(t, ways, 4, 24);
    g_assert_false(walks_make(t->f.inventory, t->names, (struct area_id){0}, &people, false,
                              FIXTURE_NOW, &walks, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_nonnull(strstr(error->message, "“Li” is there twice"));
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct town *, gconstpointer);
    } tests[] = {
        {"/walks/each street is a walk", each_street_is_a_walk},
        {"/walks/only an area", only_an_area},
        {"/walks/people are given what they reach", people_are_given_what_they_reach},
        {"/walks/nobody reaches any", nobody_reaches_any},
        {"/walks/begun ones stay", begun_walks_stay},
        {"/walks/a new plan leaves them", a_new_plan_leaves_walks},
        {"/walks/nothing to share out", nothing_to_share_out},
        {"/walks/a bag has an end", a_bag_has_an_end},
        {"/walks/losses are told", losses_are_told},
        {"/walks/one way is as far as in a plan", one_way_is_as_far_as_in_a_plan},
        {"/walks/and without coordinates", without_coordinates_too},
        {"/walks/two of one name", two_of_one_name_are_refused},
        {"/walks/lists say what to do", lists_say_what_to_do},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct town, NULL, open_town, tests[i].run, close_town);
    return g_test_run();
}
