#include "inventory/print.h"

#include "tests/unit/fixture.h"

static void
keep(struct fixture *f, struct box_id box, const char *nonce, const char *said, int64_t at)
{
    const struct print_entry entry = {.box = box, .nonce = nonce, .said = said};
    const struct print_job job = {"L7160", "pdf", "why not", 0, at};
    g_autoptr(GError) error = NULL;

    g_assert_true(print_add(f->inventory, &entry, 1, &job, &error));
    g_assert_no_error(error);
}

static void
listed_newest_first(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) prints = NULL;
    const struct print *print;

    (void)data;
    keep(f, f->lobby, "0001", "lobby\nphone", 10);
    keep(f, f->gate, "", "gate", 20);
    keep(f, f->lobby, "0002", "lobby", 30);
    g_assert_true(print_list(f->inventory, (struct box_id){0}, 0, &prints, NULL));
    g_assert_cmpuint(prints->len, ==, 3);
    g_clear_pointer(&prints, g_ptr_array_unref);
    g_assert_true(print_list(f->inventory, (struct box_id){0}, 1, &prints, NULL));
    g_assert_cmpuint(prints->len, ==, 1);
    g_assert_cmpint(((struct print *)prints->pdata[0])->at, ==, 30); /* the newest */
    g_clear_pointer(&prints, g_ptr_array_unref);
    g_assert_true(print_list(f->inventory, f->lobby, 0, &prints, NULL));
    g_assert_cmpuint(prints->len, ==, 2);
    print = prints->pdata[1];
    g_assert_cmpint(print->box.n, ==, f->lobby.n);
    g_assert_cmpint(print->at, ==, 10);
    g_assert_cmpstr(print->nonce, ==, "0001");
    g_assert_cmpstr(print->said, ==, "lobby\nphone");
    g_assert_cmpstr(print->reason, ==, "why not");
    g_assert_cmpstr(print->sheet, ==, "L7160");
    g_assert_cmpstr(print->format, ==, "pdf");
}

static void
who_printed_it(struct fixture *f, gconstpointer data)
{
    const struct print_entry entry = {.box = f->lobby, .nonce = "0001", .said = ""};
    const struct print_job job = {.person = 7, .at = 10};
    g_autoptr(GPtrArray) prints = NULL;
    struct db_stmt *q =
        db_query(f->inventory->db,
                 "INSERT INTO person (tenant, id, name, role, area, created_at)"
                 " SELECT tenant, 7, '王书记', 'secretary', area, 0 FROM box WHERE id = :box");

    (void)data;
    db_bind_int(q, "box", f->lobby.n);
    g_assert_true(db_run(q, NULL));
    g_assert_true(print_add(f->inventory, &entry, 1, &job, NULL));
    keep(f, f->gate, "0002", "", 20);
    g_assert_true(print_list(f->inventory, (struct box_id){0}, 0, &prints, NULL));
    g_assert_cmpstr(((struct print *)prints->pdata[0])->who, ==, "");
    g_assert_cmpstr(((struct print *)prints->pdata[1])->who, ==, "王书记");
    g_assert_cmpstr(((struct print *)prints->pdata[1])->sheet, ==, "");
}

static void
the_latest_of_each_box(struct fixture *f, gconstpointer data)
{
    g_autoptr(GHashTable) latest = NULL;

    (void)data;
    g_assert_true(print_latest(f->inventory, &latest, NULL));
    g_assert_null(print_of(latest, f->lobby));
    g_clear_pointer(&latest, g_hash_table_unref);
    keep(f, f->lobby, "0001", "first", 10);
    keep(f, f->lobby, "0002", "second", 30);
    g_assert_true(print_latest(f->inventory, &latest, NULL));
    g_assert_cmpstr(print_of(latest, f->lobby)->said, ==, "second");
    g_assert_null(print_of(latest, f->gate));
}

static void
told(struct fixture *f, struct box_id box, const char *nonce, enum print_state state, int64_t at,
     int64_t replaced)
{
    enum print_state said = (enum print_state) - 1;
    int64_t said_at = -1, said_replaced = -1;

    g_assert_true(print_tell(f->inventory, box, nonce, &said, &said_at, &said_replaced, NULL));
    g_assert_cmpint(said, ==, state);
    g_assert_cmpint(said_at, ==, at);
    g_assert_cmpint(said_replaced, ==, replaced);
}

static void
an_old_label_is_told_from_its_reprint(struct fixture *f, gconstpointer data)
{
    (void)data;
    told(f, f->lobby, "0001", PRINT_UNKNOWN, 0, 0);
    told(f, f->lobby, "", PRINT_UNKNOWN, 0, 0);
    keep(f, f->lobby, "0001", "", 10);
    told(f, f->lobby, "0001", PRINT_CURRENT, 10, 0);
    told(f, f->lobby, "0002", PRINT_UNKNOWN, 0, 0);
    told(f, f->gate, "0001", PRINT_UNKNOWN, 0, 0);
    keep(f, f->lobby, "0001", "", 15); /* once more as it was */
    told(f, f->lobby, "0001", PRINT_CURRENT, 15, 0);
    keep(f, f->lobby, "0002", "", 20);
    keep(f, f->lobby, "0003", "", 30);
    told(f, f->lobby, "0001", PRINT_OLD, 15, 20);
    told(f, f->lobby, "0002", PRINT_OLD, 20, 30);
    told(f, f->lobby, "0003", PRINT_CURRENT, 30, 0);
    told(f, f->lobby, "", PRINT_UNKNOWN, 0, 0); /* a typed code */
}

/* One on a sticker too small for the mark is no other print: what bears it stays good until the next. */
static void
a_bare_label_goes_with_its_print(struct fixture *f, gconstpointer data)
{
    const struct print_job job = {.at = 20}, next = {.at = 30};
    g_autoptr(GPtrArray) prints = NULL;

    (void)data;
    keep(f, f->lobby, "0001", "", 10);
    g_assert_true(
        print_add(f->inventory, &(struct print_entry){f->lobby, "0001", "", true}, 1, &job, NULL));
    told(f, f->lobby, "0001", PRINT_CURRENT, 20, 0);
    g_assert_true(
        print_add(f->inventory, &(struct print_entry){f->lobby, "0002", "", true}, 1, &next, NULL));
    told(f, f->lobby, "0001", PRINT_OLD, 20, 30);
    g_assert_true(print_list(f->inventory, f->lobby, 0, &prints, NULL));
    g_assert_cmpstr(((struct print *)prints->pdata[0])->nonce, ==, "0002");
    g_assert_true(((struct print *)prints->pdata[0])->bare);
    g_assert_false(((struct print *)prints->pdata[2])->bare);
}

static void
all_or_none(struct fixture *f, gconstpointer data)
{
    const struct print_entry entries[] = {{.box = f->lobby, .nonce = "0001", .said = ""},
                                          {.box = {4711}, .nonce = "0002", .said = ""}};
    g_autofree char *long_reason = g_strnfill(501, 'x');
    const struct print_job job = {.at = 10}, wordy = {.at = 10, .reason = long_reason};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) prints = NULL;

    (void)data;
    g_assert_false(print_add(f->inventory, entries, 2, &job, &error));
    g_assert_nonnull(error);
    g_clear_error(&error);
    g_assert_false(print_add(f->inventory, entries, 1, &wordy, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_assert_true(print_list(f->inventory, (struct box_id){0}, 0, &prints, NULL));
    g_assert_cmpuint(prints->len, ==, 0);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/print/listed newest first", listed_newest_first},
        {"/print/who printed it", who_printed_it},
        {"/print/the latest of each box", the_latest_of_each_box},
        {"/print/a bare label goes with its print", a_bare_label_goes_with_its_print},
        {"/print/an old label is told from its reprint", an_old_label_is_told_from_its_reprint},
        {"/print/all or none", all_or_none},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
