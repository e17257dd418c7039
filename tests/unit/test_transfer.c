#include "inventory/transfer.h"

#include "inventory/recall.h"
#include "tests/unit/fixture.h"

typedef bool taker(struct inventory *inventory, int64_t id, const struct transfer_step *step,
                   struct transfer **transfer, GError **error);

static struct transfer *
transfer_of(struct fixture *f, int32_t units, const char *expiry, const char *lot)
{
    struct transfer *t = g_new0(struct transfer, 1);

    t->from = f->lobby;
    t->to = f->gate;
    t->drug = f->drugs[TABLETS];
    if (expiry != NULL)
        g_assert_true(day_parse(expiry, &t->expiry, NULL));
    t->lot = g_strdup(lot);
    t->units = units;
    t->reason = g_strdup("because");
    return t;
}

/* Proposes one and returns its number. */
static int64_t
propose(struct fixture *f, int32_t units, const char *expiry, const char *lot)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    GError *error = NULL;
    struct transfer *t = transfer_of(f, units, expiry, lot);

    g_ptr_array_add(list, t);
    g_assert_true(
        transfer_propose(f->inventory, (struct area_id){0}, false, list, FIXTURE_NOW, &error));
    g_assert_no_error(error);
    return t->id;
}

static void
step(struct fixture *f, taker *take, int64_t id, enum transfer_state state, int32_t units)
{
    struct transfer_step how = {.uid = fixture_uuid(f), .now = FIXTURE_NOW, .person = 7};
    struct transfer *t = NULL, *again = NULL;
    GError *error = NULL;

    g_assert_true(take(f->inventory, id, &how, &t, &error));
    g_assert_no_error(error);
    g_assert_true(transfer_by_id(f->inventory, id, &again, NULL));
    g_assert_cmpint(t->state, ==, state);
    g_assert_cmpint(again->state, ==, state);
    g_assert_cmpint(t->units, ==, units);
    g_assert_cmpint(again->units, ==, units);
    g_assert_cmpint(again->person, ==, 7);
    g_assert_cmpstr(again->reason, ==, "because");
    transfer_free(t);
    transfer_free(again);
    fixture_audit(f);
}

static void
refuse(struct fixture *f, taker *take, int64_t id, int code, const char *words)
{
    struct transfer_step how = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct transfer *t = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_false(take(f->inventory, id, &how, &t, &error));
    g_assert_error(error, ERR, code);
    g_assert_nonnull(strstr(error->message, words));
    g_assert_null(t);
    fixture_audit(f);
}

static int64_t
in_box(struct fixture *f, struct box_id box)
{
    int64_t units = 0, usable = 0;

    g_assert_true(stock_of_drug(f->inventory, box, f->drugs[TABLETS],
                                inventory_day(f->inventory, FIXTURE_NOW), &units, &usable, NULL));
    return units;
}

static void
undo(struct fixture *f, int64_t seq)
{
    struct booking booking = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct booking_result result;
    GError *error = NULL;

    g_assert_true(booking_undo(f->inventory, seq, &booking, &result, &error));
    g_assert_no_error(error);
    booking_result_clear(&result);
}

static void
from_box_to_box(struct fixture *f, gconstpointer data)
{
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 30, "2027-06-30", "A");
    id = propose(f, 12, NULL, NULL);
    step(f, transfer_accept, id, TRANSFER_ACCEPTED, 12);
    g_assert_cmpint(in_box(f, f->lobby), ==, 30);
    step(f, transfer_carry, id, TRANSFER_CARRIED, 12);
    g_assert_cmpint(in_box(f, f->lobby), ==, 18);
    g_assert_cmpint(in_box(f, f->gate), ==, 0);
    step(f, transfer_deliver, id, TRANSFER_DONE, 12);
    g_assert_cmpint(in_box(f, f->gate), ==, 12);
}

static void
batches_stay_what_they_are(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) lots = NULL;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 10, "2027-03-31", "SOON");
    fixture_donate(f, TABLETS, 10, "2028-03-31", "LATE");
    id = propose(f, 14, "2028-03-31", "LATE");
    step(f, transfer_carry, id, TRANSFER_CARRIED, 14);
    step(f, transfer_deliver, id, TRANSFER_DONE, 14);
    g_assert_true(stock_lots(f->inventory, f->gate, f->drugs[TABLETS], &lots, NULL));
    g_assert_cmpuint(lots->len, ==, 2);
    g_assert_cmpstr(((struct stock_lot *)lots->pdata[0])->lot, ==, "SOON");
    g_assert_cmpint(((struct stock_lot *)lots->pdata[0])->units, ==, 4);
    g_assert_cmpint(((struct stock_lot *)lots->pdata[1])->units, ==, 10);
}

static void
less_is_there_by_now(struct fixture *f, gconstpointer data)
{
    struct booking taking;
    struct booking_result result;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 20, "2027-06-30", "A");
    id = propose(f, 16, "2027-06-30", "A");
    taking = fixture_booking(f, TABLETS, 11);
    g_assert_true(booking_take(f->inventory, &taking, &result, NULL));
    booking_result_clear(&result);
    step(f, transfer_carry, id, TRANSFER_CARRIED, 9);
    step(f, transfer_deliver, id, TRANSFER_DONE, 9);
    g_assert_cmpint(in_box(f, f->gate), ==, 9);
    id = propose(f, 4, NULL, NULL);
    refuse(f, transfer_carry, id, ERR_REFUSED, "nothing of it is left");
}

static void
what_spoiled_stays(struct fixture *f, gconstpointer data)
{
    int64_t id, recall;
    bool repeated;

    (void)data;
    fixture_donate(f, TABLETS, 20, "2027-06-30", "BAD");
    g_assert_true(recall_add(f->inventory, f->drugs[TABLETS], "BAD", "recalled", FIXTURE_NOW,
                             &recall, &repeated, NULL));
    id = propose(f, 4, "2027-06-30", "BAD");
    refuse(f, transfer_carry, id, ERR_REFUSED, "nothing of it is left");
    fixture_donate(f, TABLETS, 3, "2027-07-31", "GOOD");
    step(f, transfer_carry, id, TRANSFER_CARRIED, 3);
}

/* Of what is on the way, what is still good arrives; the rest goes back and is done with. */
static void
what_spoiled_on_the_way_does_not_arrive(struct fixture *f, gconstpointer data)
{
    int64_t id, recall, now = FIXTURE_NOW;
    struct transfer_left left;
    struct transfer *t = NULL;
    bool repeated;

    (void)data;
    fixture_donate(f, TABLETS, 4, "2027-06-30", "BAD");
    fixture_donate(f, TABLETS, 3, "2027-07-31", "GOOD");
    id = propose(f, 7, NULL, NULL);
    step(f, transfer_carry, id, TRANSFER_CARRIED, 7);
    g_assert_true(recall_add(f->inventory, f->drugs[TABLETS], "BAD", "recalled", FIXTURE_NOW,
                             &recall, &repeated, NULL));
    step(f, transfer_deliver, id, TRANSFER_CARRIED, 7);
    g_assert_cmpint(in_box(f, f->gate), ==, 3);
    refuse(f, transfer_deliver, id, ERR_REFUSED, "must not go into a box");
    g_assert_true(transfer_by_id(f->inventory, id, &t, NULL));
    g_assert_true(transfer_left(f->inventory, t, now, 0, &left, NULL));
    transfer_free(t);
    g_assert_cmpint(left.take + left.put, ==, 0);
    g_assert_cmpint(left.spoiled, ==, 4);
    step(f, transfer_cancel, id, TRANSFER_DONE, 3);
    g_assert_cmpint(in_box(f, f->lobby), ==, 4);
}

static void
no_more_than_may_go(struct fixture *f, gconstpointer data)
{
    struct transfer_step how = {.uid = fixture_uuid(f), .now = FIXTURE_NOW, .most = 5};
    struct transfer *t = NULL;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 20, "2027-06-30", "A");
    id = propose(f, 12, NULL, NULL);
    g_assert_true(transfer_carry(f->inventory, id, &how, &t, NULL));
    g_assert_cmpint(t->units, ==, 5);
    g_assert_cmpint(in_box(f, f->lobby), ==, 15);
    transfer_free(t);
}

static void
cancelled_is_brought_back(struct fixture *f, gconstpointer data)
{
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 20, "2027-06-30", "A");
    id = propose(f, 6, NULL, NULL);
    step(f, transfer_carry, id, TRANSFER_CARRIED, 6);
    step(f, transfer_cancel, id, TRANSFER_CANCELLED, 6);
    g_assert_cmpint(in_box(f, f->lobby), ==, 20);
    g_assert_cmpint(in_box(f, f->gate), ==, 0);
    refuse(f, transfer_deliver, id, ERR_REFUSED, "cancelled");
    id = propose(f, 6, NULL, NULL);
    step(f, transfer_cancel, id, TRANSFER_CANCELLED, 6);
    g_assert_cmpint(in_box(f, f->lobby), ==, 20);
}

static void
undone_sending_is_not_received(struct fixture *f, gconstpointer data)
{
    int64_t id, seq;

    (void)data;
    seq = fixture_donate(f, TABLETS, 20, "2027-06-30", "A");
    id = propose(f, 6, NULL, NULL);
    step(f, transfer_carry, id, TRANSFER_CARRIED, 6);
    undo(f, seq + 1);
    g_assert_cmpint(in_box(f, f->lobby), ==, 20);
    refuse(f, transfer_deliver, id, ERR_REFUSED, "accepted: carry it");
    step(f, transfer_cancel, id, TRANSFER_CANCELLED, 6);
    g_assert_cmpint(in_box(f, f->lobby), ==, 20);
}

static void
an_undone_arrival_is_on_the_way(struct fixture *f, gconstpointer data)
{
    struct transfer *t = NULL;
    int64_t id, seq;

    (void)data;
    seq = fixture_donate(f, TABLETS, 20, "2027-06-30", "A");
    id = propose(f, 6, NULL, NULL);
    step(f, transfer_carry, id, TRANSFER_CARRIED, 6);
    step(f, transfer_deliver, id, TRANSFER_DONE, 6);
    undo(f, seq + 2);
    g_assert_true(transfer_by_id(f->inventory, id, &t, NULL));
    g_assert_cmpint(t->state, ==, TRANSFER_CARRIED);
    g_assert_cmpint(t->sent, ==, 6);
    g_assert_cmpint(t->received, ==, 0);
    transfer_free(t);
    step(f, transfer_deliver, id, TRANSFER_DONE, 6);
    g_assert_cmpint(in_box(f, f->gate), ==, 6);
}

static void
a_step_out_of_turn_is_refused(struct fixture *f, gconstpointer data)
{
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 20, "2027-06-30", "A");
    id = propose(f, 6, NULL, NULL);
    refuse(f, transfer_deliver, id, ERR_REFUSED, "proposed");
    step(f, transfer_accept, id, TRANSFER_ACCEPTED, 6);
    refuse(f, transfer_accept, id, ERR_REFUSED, "accepted");
    step(f, transfer_carry, id, TRANSFER_CARRIED, 6);
    refuse(f, transfer_carry, id, ERR_REFUSED, "on the way");
    step(f, transfer_deliver, id, TRANSFER_DONE, 6);
    refuse(f, transfer_cancel, id, ERR_REFUSED, "delivered");
    refuse(f, transfer_accept, id + 1, ERR_MISSING, "no transfer");
}

static void
a_new_plan_leaves_what_was_accepted(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) open = NULL, all = NULL;
    int64_t kept, gone, fresh;

    (void)data;
    fixture_donate(f, TABLETS, 20, "2027-06-30", "A");
    kept = propose(f, 6, NULL, NULL);
    step(f, transfer_accept, kept, TRANSFER_ACCEPTED, 6);
    gone = propose(f, 5, NULL, NULL);
    fresh = propose(f, 4, NULL, NULL);
    g_assert_cmpint(gone, ==, kept + 1);
    g_assert_cmpint(fresh, ==, gone + 1);
    g_assert_true(transfer_list(f->inventory, false, &open, NULL));
    g_assert_true(transfer_list(f->inventory, true, &all, NULL));
    g_assert_cmpuint(open->len, ==, 2);
    g_assert_cmpuint(all->len, ==, 3);
    g_assert_cmpint(((struct transfer *)open->pdata[0])->id, ==, kept);
    g_assert_cmpint(((struct transfer *)open->pdata[1])->id, ==, fresh);
}

static void
unknown_things_are_refused(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    g_autoptr(GPtrArray) all = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    g_ptr_array_add(list, transfer_of(f, 3, NULL, NULL));
    g_ptr_array_add(list, transfer_of(f, 3, NULL, NULL));
    ((struct transfer *)list->pdata[1])->to.n = 99;
    g_assert_false(
        transfer_propose(f->inventory, (struct area_id){0}, false, list, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_assert_true(transfer_list(f->inventory, true, &all, NULL));
    g_assert_cmpuint(all->len, ==, 0);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/transfer/box-to-box", from_box_to_box},
        {"/transfer/batches", batches_stay_what_they_are},
        {"/transfer/less", less_is_there_by_now},
        {"/transfer/spoiled", what_spoiled_stays},
        {"/transfer/spoiled-on-the-way", what_spoiled_on_the_way_does_not_arrive},
        {"/transfer/most", no_more_than_may_go},
        {"/transfer/cancelled", cancelled_is_brought_back},
        {"/transfer/undone", undone_sending_is_not_received},
        {"/transfer/undone-arrival", an_undone_arrival_is_on_the_way},
        {"/transfer/out-of-turn", a_step_out_of_turn_is_refused},
        {"/transfer/new-plan", a_new_plan_leaves_what_was_accepted},
        {"/transfer/unknown", unknown_things_are_refused},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct fixture, NULL, fixture_open, tests[i].test, fixture_close);
    return g_test_run();
}
