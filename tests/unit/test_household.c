/* What one household may take, and what it should not take together. */

#include <glib/gstdio.h>

#include "tests/unit/bookings.h"

static void
hash_of(struct fixture *f, const char *door, uint8_t hash[MOVEMENT_HOUSEHOLD_SIZE])
{
    GError *error = NULL;

    g_assert_true(booking_household(f->inventory, door, hash, &error));
    g_assert_no_error(error);
}

static bool
same_household(struct fixture *f, const char *a, const char *b)
{
    uint8_t hash_a[MOVEMENT_HOUSEHOLD_SIZE], hash_b[MOVEMENT_HOUSEHOLD_SIZE];

    hash_of(f, a, hash_a);
    hash_of(f, b, hash_b);
    return memcmp(hash_a, hash_b, sizeof(hash_a)) == 0;
}

static void
doors(struct fixture *f, gconstpointer data)
{
    static const char *const same[] = {"3-2-501",        " 3-2-501 ", "3 2 501",
                                       "３－２－５０１", "3—2—501",   "3/2/501",
                                       "3 - 2 - 501",    "3，2，501", "3　2　501"};
    static const char *const other[] = {"32-501",  "3-2501",    "3-2-502",
                                        "3-2-5O1", "3-2-501-1", "501-2-3"};
    uint8_t hash[MOVEMENT_HOUSEHOLD_SIZE];

    (void)data;
    for (size_t i = 1; i < G_N_ELEMENTS(same); i++)
        g_assert_true(same_household(f, same[0], same[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(other); i++)
        g_assert_false(same_household(f, same[0], other[i]));
    g_assert_true(same_household(f, "a座1201", "Ａ座１２０１"));
    for (int i = 0; i < 3; i++) {
        static const char *const none[] = {"", "  ", " - — "};
        g_autoptr(GError) error = NULL;

        g_assert_false(booking_household(f->inventory, none[i], hash, &error));
        g_assert_error(error, ERR, ERR_INPUT);
    }
}

/* Whoever knows all doors of a town still can't tell them without the salt. */
static void
salted(void)
{
    uint8_t hashes[2][MOVEMENT_HOUSEHOLD_SIZE], plain[MOVEMENT_HOUSEHOLD_SIZE];
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    gsize size = sizeof(plain);

    for (int i = 0; i < 2; i++) {
        struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
        struct inventory *inventory;

        plan.salt[7] = (uint8_t)(i + 1);
        g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
        g_assert_true(booking_household(inventory, "3-2-501", hashes[i], NULL));
        inventory_close(inventory);
    }
    g_checksum_update(sum, (const guchar *)"3-2-501", -1);
    g_checksum_get_digest(sum, plain, &size);
    g_checksum_free(sum);
    g_assert_cmpint(memcmp(hashes[0], hashes[1], size), !=, 0);
    g_assert_cmpint(memcmp(hashes[0], plain, size), !=, 0);
}

/* A hash without salt would be worse than none. */
static void
without_salt(struct fixture *f, gconstpointer data)
{
    uint8_t hash[MOVEMENT_HOUSEHOLD_SIZE];

    (void)data;
    for (int i = 0; i < 2; i++) {
        g_autoptr(GError) error = NULL;
        struct db_stmt *q =
            i == 0 ? db_query(f->inventory->db,
                              "UPDATE setting SET value = '' WHERE key = 'household.salt'")
                   : db_query(f->inventory->db, "DELETE FROM setting WHERE key = 'household.salt'");

        g_assert_true(db_run(q, NULL));
        g_assert_cmpint(db_changed(f->inventory->db), ==, 1);
        g_assert_false(booking_household(f->inventory, "3-2-501", hash, &error));
        g_assert_error(error, ERR, ERR_BROKEN);
    }
}

static struct booking
taking_home(struct fixture *f, enum fixture_drug drug, int32_t units, const uint8_t *household)
{
    struct booking booking = fixture_booking(f, drug, units);

    booking.household = household;
    return booking;
}

static void
one_pack_in_seven_days(struct fixture *f, gconstpointer data)
{
    uint8_t home[MOVEMENT_HOUSEHOLD_SIZE], same[MOVEMENT_HOUSEHOLD_SIZE],
        next[MOVEMENT_HOUSEHOLD_SIZE];
    struct booking booking;

    (void)data;
    hash_of(f, "3-2-501", home);
    hash_of(f, "３ ２ ５０１", same);
    hash_of(f, "3-2-502", next);
    stock_up(f, TABLETS, 100, 300, "A");
    stock_up(f, COLD_TABLETS, 100, 300, "A");
    booking = taking_home(f, TABLETS, 13, home);
    must_refuse(f, booking_take, &booking, RULE_HOUSEHOLD, "may take 1 pack in 7 days");
    booking = taking_home(f, TABLETS, 8, home);
    book(f, booking_take, &booking);
    booking = taking_home(f, TABLETS, 5, same);
    must_refuse(f, booking_take, &booking, RULE_HOUSEHOLD,
                "has taken 8 tablets; it may still take 4 tablet");
    booking = taking_home(f, TABLETS, 4, same);
    book(f, booking_take, &booking);
    booking = taking_home(f, TABLETS, 12, next);
    book(f, booking_take, &booking);
    booking = taking_home(f, COLD_TABLETS, 10, home); /* another medicine */
    book(f, booking_take, &booking);
    booking = taking(f, TABLETS, 20); /* nobody said who */
    book(f, booking_take, &booking);
    fixture_audit(f);
}

static void
the_window_moves_on(struct fixture *f, gconstpointer data)
{
    uint8_t home[MOVEMENT_HOUSEHOLD_SIZE];
    struct booking booking;

    (void)data;
    hash_of(f, "3-2-501", home);
    stock_up(f, TABLETS, 100, 300, "A");
    booking = taking_home(f, TABLETS, 12, home);
    booking.done_at = FIXTURE_NOW - 2 * FIXTURE_DAY_MS; /* a phone without signal tells it late */
    book(f, booking_take, &booking);
    booking = taking_home(f, TABLETS, 1, home);
    booking.now = FIXTURE_NOW + 5 * FIXTURE_DAY_MS - 1;
    must_refuse(f, booking_take, &booking, RULE_HOUSEHOLD, "has taken 1 pack;");
    booking = taking_home(f, TABLETS, 12, home);
    booking.now = FIXTURE_NOW + 5 * FIXTURE_DAY_MS;
    book(f, booking_take, &booking);
}

static void
the_limit_is_a_setting(struct fixture *f, gconstpointer data)
{
    uint8_t home[MOVEMENT_HOUSEHOLD_SIZE];
    struct booking booking;

    (void)data;
    hash_of(f, "3-2-501", home);
    stock_up(f, TABLETS, 200, 300, "A");
    set(f, "take.household-packs", "community", NOWHERE, "2");
    booking = taking_home(f, TABLETS, 25, home);
    must_refuse(f, booking_take, &booking, RULE_HOUSEHOLD, "may take 2 packs in 7 days");
    set(f, "take.household-days", NULL, f->lobby, "10"); /* 40 tablets, where that is more */
    booking = taking_home(f, TABLETS, 40, home);
    book(f, booking_take, &booking);
    booking = taking_home(f, TABLETS, 1, home);
    must_refuse(f, booking_take, &booking, RULE_HOUSEHOLD, "it may still take 0 tablet");
    set(f, "take.household-window", NULL, f->lobby, "0");
    booking = taking_home(f, TABLETS, 60, home);
    book(f, booking_take, &booking);
    booking.box = f->gate; /* where 24 still is the limit, and takings from all boxes count */
    booking.uid = fixture_uuid(f);
    must_refuse(f, booking_take, &booking, RULE_HOUSEHOLD, "has taken 8 packs + 4 tablets;");
}

static void
undone_taking_does_not_count(struct fixture *f, gconstpointer data)
{
    uint8_t home[MOVEMENT_HOUSEHOLD_SIZE];
    struct booking booking, undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    int64_t seq;

    (void)data;
    hash_of(f, "3-2-501", home);
    stock_up(f, TABLETS, 100, 300, "A");
    booking = taking_home(f, TABLETS, 12, home);
    seq = book(f, booking_take, &booking);
    booking = taking_home(f, TABLETS, 12, home);
    must_refuse(f, booking_take, &booking, RULE_HOUSEHOLD, "has taken 1 pack;");
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    booking = taking_home(f, TABLETS, 12, home);
    book(f, booking_take, &booking);
}

/* Every byte of the file and its log. */
static bool
is_kept(const char *path, const char *word)
{
    g_autofree char *log = g_strconcat(path, "-wal", NULL);
    const char *const files[] = {path, log};
    bool found = false;

    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *content = NULL;
        gsize size = 0;

        if (g_file_get_contents(files[i], &content, &size, NULL))
            found = found || memmem(content, size, word, strlen(word)) != NULL;
        else
            g_assert_cmpuint(i, ==, 1);
    }
    return found;
}

static void
no_door_is_kept(void)
{
    g_autofree char *folder = g_dir_make_tmp("booking-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "t.db", NULL);
    uint8_t home[MOVEMENT_HOUSEHOLD_SIZE], hash[5] = {0};
    struct booking booking;
    struct fixture f;

    fixture_open_at(&f, path);
    hash_of(&f, "Qq7-zX-501", home);
    memcpy(hash, home, 4); /* a word of it, as a text */
    g_assert_null(memchr(hash, 0, 4));
    stock_up(&f, TABLETS, 100, 300, "A");
    booking = taking_home(&f, TABLETS, 12, home);
    book(&f, booking_take, &booking);
    booking = taking_home(&f, TABLETS, 12, home);
    must_refuse(&f, booking_take, &booking, RULE_HOUSEHOLD, "has taken 1 pack;");
    for (int closed = 0; closed < 2; closed++) {
        g_assert_true(is_kept(path, "paracetamol"));
        g_assert_true(is_kept(path, (const char *)hash));
        g_assert_false(is_kept(path, "Qq7-zX-501"));
        g_assert_false(is_kept(path, "qq7-zx-501")); /* as it was normalised */
        if (closed == 0)
            fixture_close(&f, NULL);
    }
    g_unlink(path);
    g_rmdir(folder);
}

/* -------------------------------------------------------------------------- the same ingredient twice */

static guint
notices_with(struct fixture *f, enum fixture_drug drug, const struct drug_id *with, size_t count)
{
    struct booking booking = fixture_booking(f, drug, 1);
    struct booking_result result;
    guint notices;

    booking.with = with;
    booking.with_count = count;
    result = must_book(f, booking_take, &booking);
    notices = result.notices->len;
    booking_result_clear(&result);
    return notices;
}

static void
same_ingredient_along(struct fixture *f, gconstpointer data)
{
    struct drug_id cold[] = {f->drugs[COLD_TABLETS], f->drugs[COLD_TABLETS]};
    struct drug_id others[] = {f->drugs[SYRUP], f->drugs[THERMOMETER], f->drugs[TABLETS]};
    struct booking booking = taking(f, TABLETS, 1);
    struct booking_result result;

    (void)data;
    stock_up(f, TABLETS, 100, 300, "A");
    booking.with = cold;
    booking.with_count = 1;
    result = must_book(f, booking_take, &booking);
    g_assert_true(has_notice(
        &result, "paracetamol and cold compound both contain paracetamol: they must not"));
    booking_result_clear(&result);
    g_assert_cmpuint(notices_with(f, TABLETS, cold, 2), ==, 1); /* said once */
    g_assert_cmpuint(notices_with(f, TABLETS, others, 3), ==, 0);
    g_assert_cmpuint(notices_with(f, TABLETS, NULL, 0), ==, 0);
}

/* What the household took in the window warns too, until it was undone or is long ago. */
static void
same_ingredient_at_home(struct fixture *f, gconstpointer data)
{
    uint8_t home[MOVEMENT_HOUSEHOLD_SIZE];
    struct booking booking, undo = fixture_booking(f, TABLETS, 1);
    struct booking_result result;
    int64_t seq;

    (void)data;
    hash_of(f, "3-2-501", home);
    stock_up(f, TABLETS, 100, 300, "A");
    stock_up(f, COLD_TABLETS, 100, 300, "A");
    booking = taking_home(f, COLD_TABLETS, 2, home);
    seq = book(f, booking_take, &booking);
    booking = taking_home(f, TABLETS, 1, home);
    result = must_book(f, booking_take, &booking);
    g_assert_true(has_notice(&result, "both contain paracetamol"));
    booking_result_clear(&result);
    booking = taking_home(f, TABLETS, 1, home);
    booking.now += 8 * FIXTURE_DAY_MS;
    result = must_book(f, booking_take, &booking);
    g_assert_cmpuint(result.notices->len, ==, 0);
    booking_result_clear(&result);
    g_assert_true(booking_undo(f->inventory, seq, &undo, &result, NULL));
    booking_result_clear(&result);
    booking = taking_home(f, TABLETS, 1, home);
    result = must_book(f, booking_take, &booking);
    g_assert_cmpuint(result.notices->len, ==, 0);
    booking_result_clear(&result);
}

#define ADD(path, function)                                                                        \
    g_test_add("/household/" path, struct fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("a door written otherwise is the same household", doors);
    g_test_add_func("/household/the household's hash is salted", salted);
    ADD("no hash without salt", without_salt);
    ADD("one pack in seven days", one_pack_in_seven_days);
    ADD("the window moves on", the_window_moves_on);
    ADD("the limit is a setting", the_limit_is_a_setting);
    ADD("an undone taking does not count", undone_taking_does_not_count);
    g_test_add_func("/household/no door number is kept", no_door_is_kept);
    ADD("the same ingredient taken along", same_ingredient_along);
    ADD("the same ingredient at home", same_ingredient_at_home);
    return g_test_run();
}
