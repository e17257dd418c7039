#include "planning/flags.h"

#include "inventory/area.h"
#include "tests/unit/fixture.h"

#define DAYS 40
#define NOW (FIXTURE_NOW + DAYS * FIXTURE_DAY_MS)

static void
book(struct fixture *f, enum movement_kind kind, struct box_id box, int64_t at, int32_t units)
{
    struct movement movement = {
        .uid = fixture_uuid(f),
        .at = at,
        .kind = kind,
        .box = box,
        .drug = f->drugs[TABLETS],
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

/* One person-day a day is taken in both boxes; five are left in the lobby, many at the gate. */
static void
used(struct fixture *f)
{
    book(f, MOVEMENT_DONATE, f->lobby, FIXTURE_NOW, 4 * (DAYS + 5));
    book(f, MOVEMENT_DONATE, f->gate, FIXTURE_NOW, 4 * (DAYS + 500));
    for (int day = 0; day < DAYS; day++)
        for (int box = 0; box < 2; box++)
            book(f, MOVEMENT_TAKE, box == 0 ? f->lobby : f->gate,
                 FIXTURE_NOW + day * FIXTURE_DAY_MS + 1000 + box, 4);
}

static void
read_flags(struct fixture *f, struct flags_question question, struct flags *flags)
{
    GError *error = NULL;

    g_assert_true(flags_read(f->inventory, &question, NOW, flags, &error));
    g_assert_no_error(error);
}

static const struct need *
fever_of(const struct flags *flags, struct box_id box)
{
    return flags_find(flags, box, DRUG_FEVER, DRUG_ADULT);
}

static guint
count(struct fixture *f, struct flags_question question)
{
    struct flags flags;
    guint found;

    read_flags(f, question, &flags);
    found = flags.needs->len;
    flags_clear(&flags);
    return found;
}

static void
what_is_short_and_why(struct fixture *f, gconstpointer data)
{
    struct flags flags;
    g_autofree char *sentence = NULL;

    (void)data;
    used(f);
    read_flags(f, (struct flags_question){.type = DRUG_FEVER, .least = NEED_OK}, &flags);
    g_assert_cmpint(fever_of(&flags, f->lobby)->level, >, NEED_OK);
    g_assert_cmpint(fever_of(&flags, f->gate)->level, ==, NEED_OK);
    g_assert_cmpint(g_array_index(flags.needs, struct need, 0).level, >=, NEED_ORANGE);
    sentence = need_sentence(fever_of(&flags, f->lobby), flags.outlook);
    g_assert_nonnull(strstr(sentence, "5.0 left"));
    g_assert_null(strstr(sentence, "filled"));
    g_assert_null(flags_find(&flags, f->lobby, DRUG_COUGH, DRUG_ADULT));
    flags_clear(&flags);
}

static void
only_what_is_asked_about(struct fixture *f, gconstpointer data)
{
    struct area_id other;

    (void)data;
    used(f);
    g_assert_true(area_add(f->inventory, inventory_district(f->inventory), AREA_COMMUNITY, "other",
                           &other, NULL));
    g_assert_cmpuint(count(f, (struct flags_question){.type = DRUG_FEVER, .least = NEED_OK}), ==,
                     4); /* adults and children, two boxes */
    g_assert_cmpuint(
        count(f, (struct flags_question){.box = f->lobby, .type = DRUG_FEVER, .least = NEED_OK}),
        ==, 2);
    g_assert_cmpuint(count(f, (struct flags_question){.area = other, .least = NEED_OK}), ==, 0);
    g_assert_cmpuint(count(f, (struct flags_question){.area = {999}, .least = NEED_OK}), ==, 0);
    g_assert_cmpuint(count(f, (struct flags_question){.box = {999}, .least = NEED_OK}), ==, 0);
    g_assert_cmpuint(count(f, (struct flags_question){.area = inventory_district(f->inventory),
                                                      .type = DRUG_FEVER,
                                                      .least = NEED_OK}),
                     ==, 4);
}

/* Tomorrow's filling makes running out less likely, and is told. */
static void
a_known_filling_is_reckoned_with(struct fixture *f, gconstpointer data)
{
    struct flags_question question = {.box = f->lobby, .type = DRUG_FEVER, .least = NEED_OK};
    struct flags before, after;
    g_autofree char *sentence = NULL;
    g_auto(GStrv) lines = NULL;
    char day[DAY_TEXT_SIZE];
    g_autofree char *arithmetic = NULL;

    (void)data;
    used(f);
    day_format((struct day){inventory_day(f->inventory, NOW).n + 2}, day);
    read_flags(f, question, &before);
    g_assert_true(setting_set(f->inventory, "restock.fever.adult", (struct area_id){0},
                              (struct box_id){0}, day, NULL));
    read_flags(f, question, &after);
    g_assert_cmpfloat(fever_of(&after, f->lobby)->out[NEED_FAR], <,
                      fever_of(&before, f->lobby)->out[NEED_FAR] / 2);
    sentence = need_sentence(fever_of(&after, f->lobby), after.outlook);
    g_assert_nonnull(strstr(sentence, "to be filled again in 2 days"));
    lines = need_arithmetic(fever_of(&after, f->lobby), after.outlook);
    arithmetic = g_strjoinv("\n", lines);
    g_assert_nonnull(strstr(arithmetic, "due in 2 days"));
    flags_clear(&before);
    flags_clear(&after);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/flags/what is short, and why", what_is_short_and_why},
        {"/flags/only what is asked about", only_what_is_asked_about},
        {"/flags/a known filling is reckoned with", a_known_filling_is_reckoned_with},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
