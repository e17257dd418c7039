#include "inventory/resolve.h"

#include "base/limits.h"
#include "tests/unit/bookings.h"

#define OWN "2000000000015"
#define GTIN "09506000134352" /* of the GS1 documents */
#define TRACE "81234567890123456789"
#define TRACE_NEXT "81234569999999999999" /* the next pack of the same product */

static struct code
code_of(const char *text)
{
    struct code code;

    g_assert_true(code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, NULL));
    return code;
}

static void
teach(struct fixture *f, const char *text, enum fixture_drug drug, int32_t units)
{
    struct code code = code_of(text);
    GError *error = NULL;

    g_assert_true(drug_bind(f->inventory, &code, f->drugs[drug], units, FIXTURE_NOW, &error));
    g_assert_no_error(error);
}

static struct resolved
resolved_code(struct fixture *f, const struct code *code)
{
    struct resolved resolved;
    GError *error = NULL;

    g_assert_true(resolve_code(f->inventory, code, &resolved, &error));
    g_assert_no_error(error);
    return resolved;
}

static struct resolved
resolved_text(struct fixture *f, const char *text)
{
    struct code code = code_of(text);

    return resolved_code(f, &code);
}

static void
expect_drug(struct fixture *f, const char *text, enum fixture_drug drug, int32_t units)
{
    struct resolved resolved = resolved_text(f, text);

    g_assert_cmpint((int)resolved.kind, ==, RESOLVE_DRUG);
    g_assert_cmpint(resolved.drug.n, ==, f->drugs[drug].n);
    g_assert_cmpint(resolved.units, ==, units);
}

/* ---------------------------------------------------------------------------------- what codes mean */

static void
taught_codes(struct fixture *f, gconstpointer data)
{
    static const struct {
        const char *text;
        enum fixture_drug drug;
        int32_t units;
    } rows[] = {
        {OWN, TABLETS, 24},
        {GTIN, SYRUP, 100},
        {TRACE, TABLETS, 12},
        {"86904879000126", COLD_TABLETS, 10},
        {"国药准字H20123456", DROPS, 5},
    };

    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_assert_cmpint((int)resolved_text(f, rows[i].text).kind, ==, RESOLVE_UNKNOWN);
        teach(f, rows[i].text, rows[i].drug, rows[i].units);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        expect_drug(f, rows[i].text, rows[i].drug, rows[i].units);
    teach(f, OWN, TABLETS, 36); /* said anew: the pack got larger */
    expect_drug(f, OWN, TABLETS, 36);
}

/* A GTIN means the same whatever carries it, a traceability code whatever its pack. */
static void
one_product_many_carriers(struct fixture *f, gconstpointer data)
{
    (void)data;
    teach(f, GTIN, TABLETS, 12);
    expect_drug(f, "9506000134352", TABLETS, 12);
    expect_drug(f, "(01)" GTIN "(17)280131(10)A1", TABLETS, 12);
    expect_drug(f, "https://id.gs1.org/01/" GTIN "/10/A1?17=280131", TABLETS, 12);
    teach(f, TRACE, SYRUP, 100);
    expect_drug(f, TRACE_NEXT, SYRUP, 100);
    g_assert_cmpint((int)resolved_text(f, "81234577890123456789").kind, ==, RESOLVE_UNKNOWN);
}

static void
boxes_and_commands(struct fixture *f, gconstpointer data)
{
    struct box *box = NULL;
    struct resolved resolved;
    g_autofree char *address = NULL;

    (void)data;
    g_assert_true(box_by_id(f->inventory, f->gate, &box, NULL));
    resolved = resolved_text(f, box->code);
    g_assert_cmpint((int)resolved.kind, ==, RESOLVE_BOX);
    g_assert_cmpint(resolved.box.n, ==, f->gate.n);
    address = g_strdup_printf("HTTP://MEDBOX.LOCAL/B/%s", box->code);
    g_assert_cmpint(resolved_text(f, address).box.n, ==, f->gate.n);
    g_assert_true(box_retire(f->inventory, f->gate, NULL)); /* its label still hangs there */
    g_assert_cmpint(resolved_text(f, box->code).box.n, ==, f->gate.n);
    box_free(box);
    resolved = resolved_text(f, "MEDBOX:IN");
    g_assert_cmpint((int)resolved.kind, ==, RESOLVE_COMMAND);
    g_assert_cmpint(resolved.box.n, ==, 0);
}

static void
a_strange_box(struct fixture *f, gconstpointer data)
{
    struct code code = {.kind = CODE_BOX};
    struct resolved resolved;
    GError *error = NULL;

    (void)data;
    code.box = boxcode_make(4711, BOXCODE_SHORT);
    g_assert_false(resolve_code(f->inventory, &code, &resolved, &error));
    g_assert_error(error, ERR, ERR_MISSING);
    g_assert_nonnull(strstr(error->message, "there is no box"));
    g_error_free(error);
}

static void
nothing_of_any_use(struct fixture *f, gconstpointer data)
{
    struct code code;

    (void)data;
    g_assert_false(code_parse("hello world", 11, SYMBOLOGY_TYPED, &code, NULL));
    g_assert_cmpint((int)resolved_code(f, &code).kind, ==, RESOLVE_NOTHING);
    code = code_of("(10)A1(17)280131"); /* names no product */
    g_assert_cmpint((int)resolved_code(f, &code).kind, ==, RESOLVE_NOTHING);
}

/* ------------------------------------------------------------------------- expiry, batch, the pack */

static void
the_code_says_more(struct fixture *f, gconstpointer data)
{
    struct resolved resolved;
    char date[DAY_TEXT_SIZE];

    (void)data;
    teach(f, GTIN, TABLETS, 12);
    resolved = resolved_text(f, "(01)" GTIN "(17)280200(10)A1");
    g_assert_cmpstr(day_format(resolved.expiry, date), ==, "2028-02-29");
    g_assert_cmpstr(resolved.lot, ==, "A1");
    g_assert_false(resolved.pack_known);
    resolved = resolved_text(f, GTIN);
    g_assert_cmpint(resolved.expiry.n, ==, DAY_NONE.n);
    g_assert_cmpstr(resolved.lot, ==, "");
}

/* Only the batch is read: its expiry is known from the pack before, and never overrides a read one. */
static void
the_batch_says_more(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 300, "A1");
    char date[DAY_TEXT_SIZE];

    (void)data;
    teach(f, GTIN, TABLETS, 12);
    g_assert_cmpint(resolved_text(f, "(01)" GTIN "(10)A1").expiry.n, ==, DAY_NONE.n);
    book(f, booking_donate, &booking);
    g_assert_cmpint(resolved_text(f, "(01)" GTIN "(10)A1").expiry.n, ==, today(f) + 300);
    g_assert_cmpint(resolved_text(f, "(01)" GTIN "(10)A2").expiry.n, ==, DAY_NONE.n);
    g_assert_cmpstr(day_format(resolved_text(f, "(01)" GTIN "(17)280131(10)A1").expiry, date), ==,
                    "2028-01-31");
    booking = gift(f, TABLETS, 12, 310, "A1");
    book(f, booking_donate, &booking); /* two dates: neither is sure */
    g_assert_cmpint(resolved_text(f, "(01)" GTIN "(10)A1").expiry.n, ==, DAY_NONE.n);
}

static void
lots_alone(struct fixture *f, gconstpointer data)
{
    struct booking booking = gift(f, TABLETS, 12, 300, "A1");
    struct day expiry;

    (void)data;
    book(f, booking_donate, &booking);
    g_assert_true(resolve_lot(f->inventory, f->drugs[TABLETS], "A1", &expiry, NULL));
    g_assert_cmpint(expiry.n, ==, today(f) + 300);
    g_assert_true(resolve_lot(f->inventory, f->drugs[TABLETS], "A11", &expiry, NULL));
    g_assert_cmpint(expiry.n, ==, DAY_NONE.n);
    g_assert_true(resolve_lot(f->inventory, f->drugs[SYRUP], "A1", &expiry, NULL));
    g_assert_cmpint(expiry.n, ==, DAY_NONE.n);
    booking = fixture_booking(f, TABLETS, 12);
    book(f, booking_take, &booking); /* all gone, and still known */
    g_assert_true(resolve_lot(f->inventory, f->drugs[TABLETS], "A1", &expiry, NULL));
    g_assert_cmpint(expiry.n, ==, today(f) + 300);
    g_assert_true(resolve_lot(f->inventory, f->drugs[TABLETS], "", &expiry, NULL));
    g_assert_cmpint(expiry.n, ==, DAY_NONE.n);
}

static struct resolve_pack
pack_of(struct fixture *f, const char *pack)
{
    struct resolve_pack found;
    GError *error = NULL;

    g_assert_true(resolve_pack(f->inventory, pack, &found, &error));
    g_assert_no_error(error);
    return found;
}

static void
expect_pack(struct fixture *f, struct box_id box, bool known)
{
    struct resolved resolved = resolved_text(f, TRACE);
    struct resolve_pack found = pack_of(f, TRACE);

    g_assert_true(resolved.pack_known == known);
    g_assert_cmpint(resolved.pack_box.n, ==, box.n);
    g_assert_cmpstr(resolved.lot, ==, known ? "A1" : "");
    g_assert_cmpint(resolved.expiry.n, ==, known ? today(f) + 300 : DAY_NONE.n);
    g_assert_true((found.lot != NULL) == known);
    if (known) {
        g_assert_cmpint(found.box.n, ==, box.n);
        g_assert_cmpint(found.drug.n, ==, f->drugs[TABLETS].n);
        g_assert_cmpint(found.units, ==, box.n != 0 ? 12 : 0);
        g_assert_cmpstr(found.lot, ==, "A1");
    }
    g_free(found.lot);
}

/* Through all that can happen to a pack. */
static void
the_pack_says_more(struct fixture *f, gconstpointer data)
{
    const struct box_id nowhere = {0};
    struct booking give = gift(f, TABLETS, 12, 300, "A1"), out = fixture_booking(f, TABLETS, 12);
    struct booking undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    int64_t gave;

    (void)data;
    teach(f, TRACE, TABLETS, 12);
    expect_pack(f, nowhere, false);
    give.pack = out.pack = TRACE;
    gave = book(f, booking_donate, &give);
    expect_pack(f, f->lobby, true);
    g_assert_false(resolved_text(f, TRACE_NEXT).pack_known);
    g_assert_true(booking_undo(f->inventory, gave, &undo, &result, NULL));
    booking_result_clear(&result);
    expect_pack(f, nowhere, false);
    give.uid = fixture_uuid(f);
    give.box = f->gate;
    book(f, booking_donate, &give);
    expect_pack(f, f->gate, true);
    out.box = f->gate;
    book(f, booking_take, &out);
    expect_pack(f, nowhere, true);
}

/* A code that was bound to another medicine since says nothing of the pack as it was. */
static void
pack_of_another_medicine(struct fixture *f, gconstpointer data)
{
    struct booking give = gift(f, SYRUP, 100, 300, "A1");
    struct resolved resolved;

    (void)data;
    teach(f, TRACE, TABLETS, 12);
    give.pack = TRACE;
    book(f, booking_donate, &give);
    resolved = resolved_text(f, TRACE);
    g_assert_cmpint(resolved.drug.n, ==, f->drugs[TABLETS].n);
    g_assert_false(resolved.pack_known);
    g_assert_cmpstr(resolved.lot, ==, "");
    g_assert_cmpint(resolved.expiry.n, ==, DAY_NONE.n);
}

/* A batch that was typed may be longer than any that a code can hold. */
static void
a_long_batch_stays_whole(struct fixture *f, gconstpointer data)
{
    g_autoptr(GString) lot = g_string_new(NULL);
    struct booking give = gift(f, TABLETS, 12, 300, NULL);

    (void)data;
    for (int i = 0; i < LIMIT_LOT; i++)
        g_string_append(lot, "批");
    teach(f, TRACE, TABLETS, 12);
    give.lot = lot->str;
    give.pack = TRACE;
    book(f, booking_donate, &give);
    g_assert_cmpstr(resolved_text(f, TRACE).lot, ==, lot->str);
}

/* --------------------------------------------------------------------------------- codes waiting */

static void
keep(struct fixture *f, const char *text, struct box_id box, int64_t now)
{
    struct code code;
    GError *error = NULL;

    code_parse(text, strlen(text), SYMBOLOGY_TYPED, &code, NULL);
    g_assert_true(resolve_keep_unknown(f->inventory, &code, box, now, &error));
    g_assert_no_error(error);
}

static void
expect_waiting(struct fixture *f, guint n, const char *kind, const char *text, struct box_id box,
               int64_t times)
{
    g_autoptr(GPtrArray) list = NULL;
    const struct resolve_waiting *waiting;

    g_assert_true(resolve_waiting_list(f->inventory, &list, NULL));
    g_assert_cmpuint(n, <, list->len);
    waiting = list->pdata[n];
    g_assert_cmpstr(waiting->kind, ==, kind);
    g_assert_cmpstr(waiting->code, ==, text);
    g_assert_cmpint(waiting->box.n, ==, box.n);
    g_assert_cmpint(waiting->times, ==, times);
    g_assert_cmpint(waiting->last_at - waiting->first_at, ==, (times - 1) * 1000);
}

static guint
waiting_count(struct fixture *f)
{
    g_autoptr(GPtrArray) list = NULL;

    g_assert_true(resolve_waiting_list(f->inventory, &list, NULL));
    return list->len;
}

static void
waiting_codes(struct fixture *f, gconstpointer data)
{
    const struct box_id nowhere = {0};

    (void)data;
    g_assert_cmpuint(waiting_count(f), ==, 0);
    keep(f, OWN, f->lobby, FIXTURE_NOW);
    keep(f, TRACE, nowhere, FIXTURE_NOW);
    keep(f, TRACE_NEXT, f->gate, FIXTURE_NOW + 1000);
    keep(f, TRACE, nowhere, FIXTURE_NOW + 2000); /* from a desk: the gate stays noted */
    g_assert_cmpuint(waiting_count(f), ==, 2);
    expect_waiting(f, 0, "trace", "8123456", f->gate, 3);
    expect_waiting(f, 1, "own-label", "02000000000015", f->lobby, 1);
    teach(f, TRACE, TABLETS, 12);
    g_assert_cmpuint(waiting_count(f), ==, 1);
    expect_waiting(f, 0, "own-label", "02000000000015", f->lobby, 1);
}

/* The same product from two carriers waits for one binding. */
static void
bound_once_for_all_carriers(struct fixture *f, gconstpointer data)
{
    (void)data;
    keep(f, GTIN, f->lobby, FIXTURE_NOW);
    keep(f, "(01)" GTIN "(10)A1", f->lobby, FIXTURE_NOW);
    g_assert_cmpuint(waiting_count(f), >, 0);
    teach(f, "https://id.gs1.org/01/" GTIN, TABLETS, 12);
    g_assert_cmpuint(waiting_count(f), ==, 0);
}

/* ---------------------------------------------------------------------------------------- teaching */

static void
refuse_teaching(struct fixture *f, const struct code *code, struct drug_id drug, int32_t units,
                enum err kind)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(drug_bind(f->inventory, code, drug, units, FIXTURE_NOW, &error));
    g_assert_error(error, ERR, (int)kind);
}

static void
what_cannot_be_taught(struct fixture *f, gconstpointer data)
{
    struct code own = code_of(OWN), bad, command = code_of("MEDBOX:IN");

    (void)data;
    g_assert_false(code_parse("2000000000016", 13, SYMBOLOGY_TYPED, &bad, NULL));
    refuse_teaching(f, &bad, f->drugs[TABLETS], 12, ERR_INPUT);
    refuse_teaching(f, &command, f->drugs[TABLETS], 12, ERR_INPUT);
    refuse_teaching(f, &own, f->drugs[TABLETS], 0, ERR_INPUT);
    refuse_teaching(f, &own, f->drugs[TABLETS], LIMIT_UNITS + 1, ERR_INPUT);
    refuse_teaching(f, &own, (struct drug_id){4711}, 12, ERR_MISSING);
    g_assert_cmpint((int)resolved_text(f, OWN).kind, ==, RESOLVE_UNKNOWN);
    teach(f, OWN, TABLETS, 12);
    refuse_teaching(f, &own, f->drugs[SYRUP], 12, ERR_REFUSED);
    expect_drug(f, OWN, TABLETS, 12);
}

#define ADD(path, function)                                                                        \
    g_test_add("/resolve/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("every kind of product code, once taught", taught_codes);
    ADD("one product by many carriers", one_product_many_carriers);
    ADD("boxes and commands", boxes_and_commands);
    ADD("a strange box is missing", a_strange_box);
    ADD("what is of no use means nothing", nothing_of_any_use);
    ADD("the code says expiry and batch", the_code_says_more);
    ADD("the batch says the expiry", the_batch_says_more);
    ADD("a batch is known where exactly one expiry was seen", lots_alone);
    ADD("the pack says where it is", the_pack_says_more);
    ADD("a pack of another medicine says nothing", pack_of_another_medicine);
    ADD("a long batch stays whole", a_long_batch_stays_whole);
    ADD("codes wait, most seen first", waiting_codes);
    ADD("bound once for all carriers", bound_once_for_all_carriers);
    ADD("what can't be taught", what_cannot_be_taught);
    return g_test_run();
}
