#ifndef TESTS_UNIT_EXCHANGE_H
#define TESTS_UNIT_EXCHANGE_H

/* Files that must be taken, files that must be refused whole, and the way there and back. */

#include "inventory/export.h"
#include "inventory/import.h"
#include "tests/unit/bookings.h"

#define KINDS 4 /* those that are both imported and exported */
#define BOM "\xef\xbb\xbf"

static const enum export_kind export_kinds[KINDS] = {EXPORT_AREAS, EXPORT_BOXES, EXPORT_DRUGS,
                                                     EXPORT_STOCK};

static inline GBytes *
exported(struct inventory *inventory, enum export_kind kind)
{
    struct export export = {.kind = kind};
    GBytes *bytes = NULL;
    GError *error = NULL;
    int64_t rows = 0;

    g_assert_true(export_bytes(inventory, &export, &bytes, &rows, &error));
    g_assert_no_error(error);
    return bytes;
}

static inline char *
exported_text(struct inventory *inventory, enum export_kind kind)
{
    g_autoptr(GBytes) bytes = exported(inventory, kind);

    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* All four, one below the other. */
static inline char *
exported_all(struct inventory *inventory)
{
    GString *all = g_string_new(NULL);

    for (int i = 0; i < KINDS; i++) {
        g_autofree char *text = exported_text(inventory, export_kinds[i]);

        g_string_append(all, text);
    }
    return g_string_free(all, FALSE);
}

static inline bool
import_now(struct inventory *inventory, enum import_kind kind, GBytes *bytes, bool dry_run,
           struct import_result *result, GError **error)
{
    uint64_t bits = 1;
    struct import import = {
        .kind = kind,
        .name = "t.csv",
        .now = FIXTURE_NOW,
        .dry_run = dry_run,
        .random = fixture_bits,
        .random_data = &bits,
    };

    return import_bytes(inventory, &import, bytes, result, error);
}

/* A dry run first, which must say the same and change nothing. */
static inline struct import_result
taken(struct inventory *inventory, enum import_kind kind, GBytes *bytes)
{
    g_autofree char *before = exported_all(inventory), *after = NULL;
    struct import_result said, done;
    GError *error = NULL;

    g_assert_true(import_now(inventory, kind, bytes, true, &said, &error));
    g_assert_no_error(error);
    after = exported_all(inventory);
    g_assert_cmpstr(before, ==, after);
    g_assert_true(import_now(inventory, kind, bytes, false, &done, &error));
    g_assert_no_error(error);
    g_assert_cmpint(said.rows, ==, done.rows);
    g_assert_cmpint(said.added, ==, done.added);
    g_assert_cmpint(said.changed, ==, done.changed);
    g_assert_cmpint(said.unchanged, ==, done.unchanged);
    return done;
}

static inline struct import_result
taken_text(struct inventory *inventory, enum import_kind kind, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return taken(inventory, kind, bytes);
}

/* The message holds the words, and everything is as it was. */
static inline void
refuse(struct inventory *inventory, enum import_kind kind, const char *text, const char *words)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autofree char *before = exported_all(inventory), *after = NULL;

    for (int rehearsal = 1; rehearsal >= 0; rehearsal--) {
        struct import_result result;
        g_autoptr(GError) error = NULL;

        g_assert_false(import_now(inventory, kind, bytes, rehearsal == 1, &result, &error));
        g_assert_error(error, ERR, ERR_INPUT);
        if (strstr(error->message, words) == NULL)
            g_error("“%s” is not in: %s", words, error->message);
    }
    after = exported_all(inventory);
    g_assert_cmpstr(before, ==, after);
}

static inline struct inventory *
fresh(void)
{
    struct inventory_plan plan = {.city = "city", .district = "district", .empty = true};
    struct inventory *inventory;

    words_use(WORDS_EN);
    g_assert_true(inventory_create(":memory:", &plan, &inventory, NULL));
    return inventory;
}

static inline GBytes *
exported_in(struct inventory *inventory, enum export_kind kind, enum words_language language)
{
    GBytes *bytes;

    words_use(language);
    bytes = exported(inventory, kind);
    words_use(WORDS_EN);
    return bytes;
}

/* Takes over all that there is into a fresh inventory, from files of one reader's by another's, and
 * exports that: the same bytes. */
static inline void
expect_way_back(struct inventory *inventory, enum words_language from, enum words_language to)
{
    struct inventory *copy = fresh();

    for (int i = 0; i < KINDS; i++) {
        g_autoptr(GBytes) file = exported_in(inventory, export_kinds[i], from);
        struct import_result result;

        words_use(to);
        result = taken(copy, (enum import_kind)i, file);

        g_assert_cmpint(result.added, ==, result.rows - (i == 0 ? result.unchanged : 0));
        result = taken(copy, (enum import_kind)i, file);
        g_assert_cmpint(result.unchanged, ==, result.rows);
    }
    words_use(WORDS_EN);
    for (int i = 0; i < KINDS; i++) {
        g_autofree char *there = exported_text(inventory, export_kinds[i]);
        g_autofree char *here = exported_text(copy, export_kinds[i]);

        g_assert_cmpstr(here, ==, there);
    }
    inventory_close(copy);
}

static inline void
expect_round_trip(struct inventory *inventory)
{
    for (int from = 0; from < WORDS_LANGUAGES; from++)
        for (int to = 0; to < WORDS_LANGUAGES; to++)
            expect_way_back(inventory, (enum words_language)from, (enum words_language)to);
}

static inline void
edit_box(struct fixture *f, struct box_id id, const char *name, const char *phone, int32_t lat,
         int32_t lon)
{
    struct box *box = NULL;
    GError *error = NULL;

    g_assert_true(box_by_id(f->inventory, id, &box, NULL));
    g_free(box->name), g_free(box->phone), g_free(box->place);
    box->name = g_strdup(name);
    box->phone = g_strdup(phone);
    box->place = g_strdup("left of \"the\" gate, 2nd; floor");
    box->lat = lat;
    box->lon = lon;
    box->capacity = 60;
    box->count_days = 7;
    g_assert_true(box_edit(f->inventory, box, &error));
    g_assert_no_error(error);
    box_free(box);
}

#endif
