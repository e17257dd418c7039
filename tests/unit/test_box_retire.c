#include "inventory/box.h"

#include "inventory/transfer.h"
#include "tests/unit/fixture.h"

static guint
boxes(struct fixture *f, bool retired_too)
{
    g_autoptr(GPtrArray) boxes = NULL;

    g_assert_true(box_list(f->inventory, (struct area_id){0}, retired_too, &boxes, NULL));
    return boxes->len;
}

static void
retired(struct fixture *f, gconstpointer data)
{
    struct box *box = NULL;

    (void)data;
    g_assert_true(box_retire(f->inventory, f->gate, NULL));
    g_assert_true(box_find(f->inventory, "gate", &box, NULL));
    g_assert_true(box->retired);
    box_free(box);
    g_assert_cmpuint(boxes(f, false), ==, 1);
    g_assert_cmpuint(boxes(f, true), ==, 2);
}

static void
a_full_box_is_not_retired(struct fixture *f, gconstpointer data)
{
    struct booking taking;
    struct booking_result result;
    GError *error = NULL;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2027-11", "A1");
    g_assert_false(box_retire(f->inventory, f->lobby, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    g_clear_error(&error);
    g_assert_cmpuint(boxes(f, false), ==, 2);
    g_assert_true(box_retire(f->inventory, f->gate, NULL)); /* the other one may go */
    taking = fixture_booking(f, TABLETS, 12);
    g_assert_true(booking_take(f->inventory, &taking, &result, &error));
    booking_result_clear(&result);
    g_assert_true(box_retire(f->inventory, f->lobby, &error));
    g_assert_no_error(error);
}

static int64_t
propose(struct fixture *f, struct box_id from, struct box_id to)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    struct transfer *t = g_new0(struct transfer, 1);

    *t = (struct transfer){.from = from, .to = to, .drug = f->drugs[TABLETS], .units = 12};
    g_ptr_array_add(list, t);
    g_assert_true(
        transfer_propose(f->inventory, (struct area_id){0}, false, list, FIXTURE_NOW, NULL));
    return t->id;
}

/* Nobody could carry it there any more, and it would be listed for good. */
static void
a_box_with_transfers_is_not_retired(struct fixture *f, gconstpointer data)
{
    struct box_id ways[][2] = {{f->lobby, f->gate}, {f->gate, f->lobby}};

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        int64_t id = propose(f, ways[i][0], ways[i][1]);
        g_autofree char *number = g_strdup_printf("transfer %d ", (int)id);
        struct transfer_step step = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
        struct transfer *t = NULL;
        g_autoptr(GError) error = NULL;

        g_assert_false(box_retire(f->inventory, f->gate, &error));
        g_assert_error(error, ERR, ERR_REFUSED);
        g_assert_nonnull(strstr(error->message, number));
        g_assert_true(transfer_cancel(f->inventory, id, &step, &t, NULL));
        transfer_free(t);
    }
    g_assert_true(box_retire(f->inventory, f->gate, NULL));
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/box-retire/retired", retired},
        {"/box-retire/a full box is not", a_full_box_is_not_retired},
        {"/box-retire/one with transfers is not", a_box_with_transfers_is_not_retired},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, struct fixture, NULL, fixture_open, tests[i].run, fixture_close);
    return g_test_run();
}
