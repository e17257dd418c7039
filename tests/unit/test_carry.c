#include "inventory/carry.h"

#include "inventory/recall.h"
#include "inventory/resolve.h"
#include "inventory/transfer.h"
#include "inventory/walk.h"
#include "tests/unit/fixture.h"

static int64_t
propose(struct fixture *f, enum fixture_drug drug, int32_t units, const char *expiry,
        const char *lot)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
    struct transfer_step step = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct transfer *t = g_new0(struct transfer, 1), *accepted = NULL;
    GError *error = NULL;

    *t = (struct transfer){.from = f->lobby,
                           .to = f->gate,
                           .drug = f->drugs[drug],
                           .lot = g_strdup(lot != NULL ? lot : ""),
                           .units = units};
    if (expiry != NULL)
        g_assert_true(day_parse(expiry, &t->expiry, NULL));
    g_ptr_array_add(list, t);
    g_assert_true(
        transfer_propose(f->inventory, (struct area_id){0}, false, list, FIXTURE_NOW, &error));
    g_assert_no_error(error);
    g_assert_true(transfer_accept(f->inventory, t->id, &step, &accepted, &error));
    transfer_free(accepted);
    return t->id;
}

static struct carry
carry_of(struct fixture *f, struct box_id box, int32_t units)
{
    return (struct carry){.uid = fixture_uuid(f),
                          .now = FIXTURE_NOW,
                          .person = 7,
                          .box = box,
                          .drug = f->drugs[TABLETS],
                          .units = units,
                          .pack_units = 12};
}

/* Books it; gives the units of all lines. */
static int32_t
carried(struct fixture *f, const struct carry *carry, bool puts, int64_t left)
{
    struct carry_result result;
    GError *error = NULL;
    int32_t units = 0;

    g_assert_true(carry_post(f->inventory, carry, &result, &error));
    g_assert_no_error(error);
    g_assert_cmpint(result.puts, ==, puts);
    g_assert_cmpint(result.left, ==, left);
    for (guint i = 0; i < result.lines->len; i++)
        units += ((struct carry_line *)result.lines->pdata[i])->units;
    carry_result_clear(&result);
    fixture_audit(f);
    return units;
}

static void
refuse(struct fixture *f, const struct carry *carry, const char *words)
{
    struct carry_result result;
    g_autoptr(GError) error = NULL;
    int64_t before = 0, after = 0;

    g_assert_true(ledger_count(f->inventory, &before, NULL));
    g_assert_false(carry_post(f->inventory, carry, &result, &error));
    g_assert_error(error, ERR, ERR_REFUSED);
    if (strstr(error->message, words) == NULL)
        g_error("“%s” is not in: %s", words, error->message);
    carry_result_clear(&result);
    g_assert_true(ledger_count(f->inventory, &after, NULL));
    g_assert_cmpint(before, ==, after);
}

static void
expect(struct fixture *f, int64_t id, enum transfer_state state, int32_t sent, int32_t received)
{
    struct transfer *t = NULL;

    g_assert_true(transfer_by_id(f->inventory, id, &t, NULL));
    g_assert_cmpint(t->state, ==, state);
    g_assert_cmpint(t->sent, ==, sent);
    g_assert_cmpint(t->received, ==, received);
    transfer_free(t);
}

static int64_t
in_box(struct fixture *f, struct box_id box)
{
    int64_t units = 0;

    g_assert_true(stock_units(f->inventory, box, f->drugs[TABLETS], &units, NULL));
    return units;
}

static void
pack_by_pack(struct fixture *f, gconstpointer data)
{
    struct carry out, in;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    id = propose(f, TABLETS, 30, "2027-06-30", "A");
    out = carry_of(f, f->lobby, 12);
    g_assert_cmpint(carried(f, &out, false, 18), ==, 12);
    expect(f, id, TRANSFER_CARRIED, 12, 0);
    in = carry_of(f, f->gate, 12);
    g_assert_cmpint(carried(f, &in, true, 0), ==, 12); /* half of it arrives before the rest goes */
    expect(f, id, TRANSFER_CARRIED, 12, 12);
    out = carry_of(f, f->lobby, 24);
    g_assert_cmpint(carried(f, &out, false, 0), ==, 18); /* a pack and half of one */
    expect(f, id, TRANSFER_CARRIED, 30, 12);
    in = carry_of(f, f->gate, 24);
    g_assert_cmpint(carried(f, &in, true, 0), ==, 18);
    expect(f, id, TRANSFER_DONE, 30, 30);
    g_assert_cmpint(in_box(f, f->lobby), ==, 30);
    g_assert_cmpint(in_box(f, f->gate), ==, 30);
}

static void
what_does_not_belong_is_refused(struct fixture *f, gconstpointer data)
{
    struct carry carry;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    carry = carry_of(f, f->lobby, 12);
    refuse(f, &carry, "nothing is left to be carried");
    propose(f, TABLETS, 24, "2027-06-30", "A");
    carry = carry_of(f, f->gate, 12);
    refuse(f, &carry, "take it out of lobby first");
    carry = carry_of(f, fixture_add_box(f, (struct area_id){3}, "stairs"), 12);
    refuse(f, &carry, "go to: lobby");
    carry = carry_of(f, f->lobby, 12);
    carry.drug = f->drugs[SYRUP];
    refuse(f, &carry, "here it is: paracetamol");
    carry = carry_of(f, f->lobby, 36);
    refuse(f, &carry, "only 2 packs of it must still come out");
    carry = carry_of(f, f->lobby, 24);
    g_assert_cmpint(carried(f, &carry, false, 0), ==, 24);
    carry = carry_of(f, f->lobby, 12);
    refuse(f, &carry, "out already: put this one back");
    carry = carry_of(f, f->gate, 36);
    refuse(f, &carry, "only 2 packs of it are on the way here");
}

static void
what_spoiled_on_the_way_is_refused(struct fixture *f, gconstpointer data)
{
    struct carry carry;
    int64_t recall;
    bool repeated;

    (void)data;
    fixture_donate(f, TABLETS, 24, "2027-06-30", "A");
    propose(f, TABLETS, 24, "2027-06-30", "A");
    carry = carry_of(f, f->lobby, 24);
    g_assert_cmpint(carried(f, &carry, false, 0), ==, 24);
    carry = carry_of(f, f->gate, 12);
    g_assert_cmpint(carried(f, &carry, true, 12), ==, 12);
    g_assert_true(recall_add(f->inventory, f->drugs[TABLETS], "A", "recalled", FIXTURE_NOW, &recall,
                             &repeated, NULL));
    carry = carry_of(f, f->gate, 12);
    refuse(f, &carry, "discard it there");
    carry.lot = "A";
    refuse(f, &carry, "discard it there");
}

static void
the_box_has_less(struct fixture *f, gconstpointer data)
{
    struct carry carry;
    int64_t recall, id;
    bool repeated;

    (void)data;
    fixture_donate(f, TABLETS, 10, "2027-06-30", "A");
    fixture_donate(f, TABLETS, 50, "2027-07-31", "BAD");
    g_assert_true(recall_add(f->inventory, f->drugs[TABLETS], "BAD", "recalled", FIXTURE_NOW,
                             &recall, &repeated, NULL));
    id = propose(f, TABLETS, 24, NULL, NULL);
    carry = carry_of(f, f->lobby, 12);
    refuse(f, &carry, "only 10 tablet");
    expect(f, id, TRANSFER_ACCEPTED, 0, 0);
    carry = carry_of(f, f->lobby, 10);
    g_assert_cmpint(carried(f, &carry, false, 14), ==, 10);
}

/* The batch in the hand goes, not the one that was planned; and it stays what it is. */
static void
batches_stay_what_they_are(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) lots = NULL;
    struct carry carry;

    (void)data;
    fixture_donate(f, TABLETS, 12, "2027-03-31", "SOON");
    fixture_donate(f, TABLETS, 24, "2028-03-31", "LATE");
    propose(f, TABLETS, 24, "2028-03-31", "LATE");
    carry = carry_of(f, f->lobby, 12);
    carry.lot = "soon";
    carried(f, &carry, false, 12);
    carry = carry_of(f, f->lobby, 12);
    carried(f, &carry, false, 0);
    carry = carry_of(f, f->gate, 12);
    carry.lot = "LATE";
    carried(f, &carry, true, 12);
    g_assert_true(stock_lots(f->inventory, f->gate, f->drugs[TABLETS], &lots, NULL));
    g_assert_cmpuint(lots->len, ==, 1);
    g_assert_cmpstr(((struct stock_lot *)lots->pdata[0])->lot, ==, "LATE");
    carry = carry_of(f, f->gate, 12);
    carried(f, &carry, true, 0);
}

/* A pack with an identity of its own is known to be on the way, and then in the other box. */
static void
a_very_pack_is_followed(struct fixture *f, gconstpointer data)
{
    struct booking gift = fixture_booking(f, TABLETS, 12);
    struct booking_result result;
    struct resolve_pack found;
    struct carry carry;

    (void)data;
    gift.pack = "81234560000000000001";
    g_assert_true(day_parse("2027-06-30", &gift.expiry, NULL));
    g_assert_true(booking_donate(f->inventory, &gift, &result, NULL));
    booking_result_clear(&result);
    propose(f, TABLETS, 24, NULL, NULL);
    carry = carry_of(f, f->lobby, 12);
    carry.pack = gift.pack;
    carried(f, &carry, false, 12);
    g_assert_true(resolve_pack(f->inventory, gift.pack, &found, NULL));
    g_assert_cmpint(found.box.n, ==, 0);
    g_free(found.lot);
    carry.uid = fixture_uuid(f);
    refuse(f, &carry, "booked out already");
    carry = carry_of(f, f->gate, 12);
    carry.pack = gift.pack;
    carried(f, &carry, true, 0);
    g_assert_true(resolve_pack(f->inventory, gift.pack, &found, NULL));
    g_assert_cmpint(found.box.n, ==, f->gate.n);
    g_free(found.lot);
}

static void
once_by_its_id(struct fixture *f, gconstpointer data)
{
    struct carry carry;
    struct carry_result result;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    propose(f, TABLETS, 24, NULL, NULL);
    carry = carry_of(f, f->lobby, 12);
    carried(f, &carry, false, 12);
    g_assert_true(carry_post(f->inventory, &carry, &result, NULL));
    g_assert_true(result.repeated);
    g_assert_cmpuint(result.lines->len, ==, 1);
    g_assert_cmpint(result.left, ==, 12);
    carry_result_clear(&result);
    carry.box = f->gate;
    refuse(f, &carry, "another booking");
    g_assert_cmpint(in_box(f, f->lobby), ==, 48);
    carry = carry_of(f, f->lobby, 12);
    carry.dry_run = true;
    carried(f, &carry, false, 0);
    g_assert_cmpint(in_box(f, f->lobby), ==, 48);
}

static void
what_is_undone_is_to_be_done(struct fixture *f, gconstpointer data)
{
    struct booking undoing = fixture_booking(f, TABLETS, 0);
    struct booking_result result;
    struct carry carry;
    int64_t id, first;

    (void)data;
    first = fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    id = propose(f, TABLETS, 24, NULL, NULL);
    carry = carry_of(f, f->lobby, 24);
    carried(f, &carry, false, 0);
    carry = carry_of(f, f->gate, 24);
    carried(f, &carry, true, 0);
    expect(f, id, TRANSFER_DONE, 24, 24);
    g_assert_true(booking_undo(f->inventory, first + 2, &undoing, &result, NULL));
    booking_result_clear(&result);
    expect(f, id, TRANSFER_CARRIED, 24, 0);
    undoing.uid = fixture_uuid(f);
    g_assert_true(booking_undo(f->inventory, first + 1, &undoing, &result, NULL));
    booking_result_clear(&result);
    expect(f, id, TRANSFER_ACCEPTED, 0, 0);
    g_assert_cmpint(in_box(f, f->lobby), ==, 60);
}

static struct transfer *
step(struct fixture *f,
     bool (*take)(struct inventory *, int64_t, const struct transfer_step *, struct transfer **,
                  GError **),
     int64_t id)
{
    struct transfer_step how = {.uid = fixture_uuid(f), .now = FIXTURE_NOW};
    struct transfer *t = NULL;
    GError *error = NULL;

    g_assert_true(take(f->inventory, id, &how, &t, &error));
    g_assert_no_error(error);
    fixture_audit(f);
    return t;
}

/* The commands for whole transfers go on where scanning left off. */
static void
the_rest_in_one_go(struct fixture *f, gconstpointer data)
{
    struct carry carry;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    id = propose(f, TABLETS, 30, NULL, NULL);
    carry = carry_of(f, f->lobby, 12);
    carried(f, &carry, false, 18);
    transfer_free(step(f, transfer_deliver, id));
    expect(f, id, TRANSFER_CARRIED, 12, 12);
    transfer_free(step(f, transfer_carry, id));
    expect(f, id, TRANSFER_CARRIED, 30, 12);
    transfer_free(step(f, transfer_deliver, id));
    expect(f, id, TRANSFER_DONE, 30, 30);
}

/* What has arrived stays, what is on the way comes back. */
static void
ended_half_way(struct fixture *f, gconstpointer data)
{
    struct carry carry;
    struct transfer *t;
    int64_t id;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    id = propose(f, TABLETS, 36, NULL, NULL);
    carry = carry_of(f, f->lobby, 24);
    carried(f, &carry, false, 12);
    carry = carry_of(f, f->gate, 12);
    carried(f, &carry, true, 12);
    t = step(f, transfer_cancel, id);
    g_assert_cmpint(t->state, ==, TRANSFER_DONE);
    g_assert_cmpint(t->units, ==, 12);
    transfer_free(t);
    g_assert_cmpint(in_box(f, f->lobby), ==, 48);
    g_assert_cmpint(in_box(f, f->gate), ==, 12);
}

/* ---------------------------------------------------------------------------------------- walks */

static struct walk *
walk_of(const char *carrier, int64_t transfer)
{
    struct walk *walk = g_new0(struct walk, 1);

    walk->carrier = g_strdup(carrier);
    walk->transfers = g_array_new(FALSE, FALSE, sizeof(int64_t));
    if (transfer != 0)
        g_array_append_val(walk->transfers, transfer);
    return walk;
}

static void
only_those_of_the_walk(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) walks = g_ptr_array_new_with_free_func((GDestroyNotify)walk_free);
    g_autoptr(GPtrArray) open = NULL, all = NULL;
    struct carry carry;
    int64_t one, other;

    (void)data;
    fixture_donate(f, TABLETS, 60, "2027-06-30", "A");
    one = propose(f, TABLETS, 12, NULL, NULL);
    other = propose(f, TABLETS, 24, NULL, NULL);
    g_ptr_array_add(walks, walk_of("Li", one));
    g_ptr_array_add(walks, walk_of("", other));
    g_assert_true(walk_make(f->inventory, walks, FIXTURE_NOW, NULL));
    carry = carry_of(f, f->lobby, 24);
    carry.walk = ((struct walk *)walks->pdata[0])->id;
    refuse(f, &carry, "only 1 pack");
    carry = carry_of(f, f->lobby, 12);
    carry.walk = ((struct walk *)walks->pdata[0])->id;
    carried(f, &carry, false, 0);
    expect(f, one, TRANSFER_CARRIED, 12, 0);
    expect(f, other, TRANSFER_ACCEPTED, 0, 0);
    carry = carry_of(f, f->gate, 12);
    carried(f, &carry, true, 0);
    g_assert_true(walk_list(f->inventory, false, &open, NULL));
    g_assert_true(walk_list(f->inventory, true, &all, NULL));
    g_assert_cmpuint(open->len, ==, 1);
    g_assert_cmpuint(all->len, ==, 2);
    g_assert_cmpstr(((struct walk *)all->pdata[0])->carrier, ==, "Li");
    g_assert_cmpint(g_array_index(((struct walk *)all->pdata[1])->transfers, int64_t, 0), ==,
                    other);
}

static void
walks_that_can_not_be(struct fixture *f, gconstpointer data)
{
    g_autoptr(GPtrArray) walks = g_ptr_array_new_with_free_func((GDestroyNotify)walk_free);
    g_autoptr(GPtrArray) all = NULL;
    g_autofree char *longer = g_strnfill(121, 'x');
    g_autoptr(GError) error = NULL, missing = NULL;
    struct walk *walk = NULL;

    (void)data;
    g_ptr_array_add(walks, walk_of(longer, 0));
    g_assert_false(walk_make(f->inventory, walks, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_INPUT);
    g_clear_error(&error);
    g_ptr_array_set_size(walks, 0);
    g_ptr_array_add(walks, walk_of("Li", 0));
    g_ptr_array_add(walks, walk_of("Wang", 99));
    g_assert_false(walk_make(f->inventory, walks, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_assert_true(walk_list(f->inventory, true, &all, NULL));
    g_assert_cmpuint(all->len, ==, 0);
    g_assert_false(walk_by_id(f->inventory, 1, &walk, &missing));
    g_assert_error(missing, ERR, ERR_MISSING);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*test)(struct fixture *, gconstpointer);
    } tests[] = {
        {"/carry/pack-by-pack", pack_by_pack},
        {"/carry/refused", what_does_not_belong_is_refused},
        {"/carry/spoiled", what_spoiled_on_the_way_is_refused},
        {"/carry/less", the_box_has_less},
        {"/carry/batches", batches_stay_what_they_are},
        {"/carry/very-pack", a_very_pack_is_followed},
        {"/carry/once", once_by_its_id},
        {"/carry/undone", what_is_undone_is_to_be_done},
        {"/carry/in-one-go", the_rest_in_one_go},
        {"/carry/ended", ended_half_way},
        {"/walk/only-its-own", only_those_of_the_walk},
        {"/walk/can-not-be", walks_that_can_not_be},
    };

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct fixture, NULL, fixture_open, tests[i].test, fixture_close);
    return g_test_run();
}
