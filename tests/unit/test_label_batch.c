#include "printing/label_batch.h"

#include "tests/unit/fixture.h"

static void
read_batch(struct fixture *f, struct label_batch_ask ask, struct label_batch *batch)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *boxes = NULL;
    static uint64_t bits = 1;

    ask.random = fixture_bits;
    ask.random_data = &bits;
    g_assert_true(box_list(f->inventory, (struct area_id){0}, false, &boxes, &error));
    g_assert_true(label_batch_read(f->inventory, boxes, &ask, batch, &error));
    g_assert_no_error(error);
}

static void
note(struct fixture *f, const struct label_batch *batch, const char *sheet)
{
    const struct print_job job = {.sheet = sheet, .format = "pdf", .at = FIXTURE_NOW};
    const struct sheet *known = sheet_find(sheet, NULL);
    struct sheet own;

    g_assert_true(known != NULL || sheet_parse(sheet, &own, NULL));
    g_assert_true(label_batch_note(f->inventory, batch, known != NULL ? known : &own, &job, NULL));
}

/* Prints all labels in a language, and gives the mark of the first. */
static struct boxcode_nonce
print_all(struct fixture *f, enum words_language language)
{
    struct label_batch batch;
    struct boxcode_nonce nonce;

    words_use(language);
    read_batch(f, (struct label_batch_ask){0}, &batch);
    note(f, &batch, "L7160");
    nonce = batch.labels[0].nonce;
    label_batch_clear(&batch);
    words_use(WORDS_EN);
    return nonce;
}

/* The key of the line that changed of each box, in both languages the same; NULL: nothing. */
static void
changed(struct fixture *f, const char *lobby, const char *gate)
{
    for (int language = 0; language < WORDS_LANGUAGES; language++) {
        struct label_batch batch;

        words_use((enum words_language)language);
        read_batch(f, (struct label_batch_ask){0}, &batch);
        for (guint i = 0; i < batch.n; i++) {
            const struct box *box = batch.boxes->pdata[i];
            const char *expected = box->id.n == f->lobby.n ? lobby : gate;

            for (int line = 0; line < LABEL_LINES; line++)
                g_assert_cmpint(label_batch_changes(&batch, i) >> line & 1, ==,
                                g_strcmp0(expected, label_line_key((enum label_line)line)) == 0);
        }
        label_batch_clear(&batch);
    }
    words_use(WORDS_EN);
}

static void
set(struct fixture *f, const char *key, struct box_id box, const char *value)
{
    g_autoptr(GError) error = NULL;

    g_assert_true(setting_set(f->inventory, key, (struct area_id){0}, box, value, &error));
    g_assert_no_error(error);
}

static void
a_language_is_no_change(struct fixture *f, gconstpointer data)
{
    (void)data;
    changed(f, NULL, NULL); /* never printed */
    for (int language = 0; language < WORDS_LANGUAGES; language++) {
        print_all(f, (enum words_language)language);
        changed(f, NULL, NULL);
    }
}

static void
rename_district(struct fixture *f, const char *name)
{
    const struct area_id same = {0};

    g_assert_true(area_edit(f->inventory, inventory_district(f->inventory), name, same, NULL));
}

/* The walls of a district are in one language, whoever prints: that of its name. */
static void
the_district_has_the_language(struct fixture *f, gconstpointer data)
{
    static const struct {
        const char *district, *rule;
    } rows[] = {{"孝南区", "未开封非处方药，剩90天以上"}, {"Xiaonan", "Sealed OTC, 90+ days left"}};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        rename_district(f, rows[i].district);
        if (i > 0)
            changed(f, "rule_1", "rule_1");
        for (int language = 0; language < WORDS_LANGUAGES; language++) {
            struct label_batch batch;

            words_use((enum words_language)language);
            read_batch(f, (struct label_batch_ask){0}, &batch);
            g_assert_cmpstr(batch.labels[0].rules[0], ==, rows[i].rule);
            g_assert_cmpint(words_language(), ==, language);
            label_batch_clear(&batch);
            print_all(f, (enum words_language)language);
            changed(f, NULL, NULL);
        }
    }
}

/* The default says the days that hold: more of them are a change, in whatever language. */
static void
what_the_default_says_can_change(struct fixture *f, gconstpointer data)
{
    (void)data;
    print_all(f, WORDS_ZH);
    set(f, "intake.days-left", f->lobby, "77");
    changed(f, "rule_1", NULL);
    print_all(f, WORDS_EN);
    changed(f, NULL, NULL);
    set(f, "intake.days-left", f->lobby, NULL);
    changed(f, "rule_1", NULL);
}

static void
own_texts_change(struct fixture *f, gconstpointer data)
{
    (void)data;
    print_all(f, WORDS_ZH);
    set(f, "label.rule", f->gate, "未拆封非处方药");
    changed(f, NULL, "rule_1");
    print_all(f, WORDS_EN);
    changed(f, NULL, NULL);
    set(f, "label.host", (struct box_id){0}, "yx.example.cn");
    changed(f, "host", "host"); /* and not the rule too */
    set(f, "label.rule", f->gate, NULL);
    print_all(f, WORDS_ZH);
    changed(f, NULL, NULL);
}

static void
a_reprint_in_another_language_is_as_good(struct fixture *f, gconstpointer data)
{
    struct boxcode_nonce first = print_all(f, WORDS_ZH), again = print_all(f, WORDS_EN), new;

    (void)data;
    g_assert_cmpstr(again.text, ==, first.text);
    set(f, "label.host", (struct box_id){0}, "yx.example.cn");
    new = print_all(f, WORDS_EN);
    g_assert_cmpstr(new.text, !=, first.text);
}

#define LONG_HOST "medicine-boxes.of-the-neighbourhood.of.the.great.city.cn"

/* On small stickers the QR code of a very long host has no room for the mark: then the log has none. */
static void
the_log_has_the_marks_that_are_on_paper(struct fixture *f, gconstpointer data)
{
    static const struct {
        const char *host, *sheet;
        bool marked;
    } rows[] = {
        {"yx.cn", "L7651", true},   {"yx.hz.gov.cn", "L7651", true},   {LONG_HOST, "36x19", false},
        {LONG_HOST, "L7160", true}, {"box.example.cn", "L7160", true},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GPtrArray) prints = NULL;
        const struct print *print;
        struct label_batch batch;

        set(f, "label.host", (struct box_id){0}, rows[i].host);
        read_batch(f, (struct label_batch_ask){0}, &batch);
        note(f, &batch, rows[i].sheet);
        g_assert_true(print_list(f->inventory, f->lobby, 0, &prints, NULL));
        print = prints->pdata[0];
        g_assert_cmpint(print->bare, ==, !rows[i].marked);
        g_assert_cmpstr(print->nonce, ==, batch.labels[0].nonce.text);
        if (i > 0 && strcmp(rows[i].host, rows[i - 1].host) == 0) /* and one on other paper, too */
            g_assert_cmpstr(((struct print *)prints->pdata[1])->nonce, ==, print->nonce);
        label_batch_clear(&batch);
    }
}

static void
out_of_service(struct fixture *f, gconstpointer data)
{
    const struct label_batch_ask ask = {.random = fixture_bits};
    g_autoptr(GError) error = NULL;
    struct label_batch batch;
    GPtrArray *boxes = NULL;

    (void)data;
    g_assert_true(box_retire(f->inventory, f->gate, NULL));
    g_assert_true(box_list(f->inventory, (struct area_id){0}, true, &boxes, NULL));
    g_assert_false(label_batch_read(f->inventory, boxes, &ask, &batch, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_assert_nonnull(strstr(error->message, "gate ("));
    label_batch_clear(&batch);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/label batch/a language is no change", a_language_is_no_change},
        {"/label batch/the district has the language", the_district_has_the_language},
        {"/label batch/what the default says can change", what_the_default_says_can_change},
        {"/label batch/own texts change", own_texts_change},
        {"/label batch/a reprint in another language is as good",
         a_reprint_in_another_language_is_as_good},
        {"/label batch/the log has the marks that are on paper",
         the_log_has_the_marks_that_are_on_paper},
        {"/label batch/a box out of service has no label", out_of_service},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
