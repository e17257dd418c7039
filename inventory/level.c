#include "inventory/level.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "inventory/inside.h"

#define PLACES (DRUG_TYPES * DRUG_AGES)
#define WINDOW "shortage.window"

/* The settings that are read. */
static const struct {
    const char *key;
    size_t offset; /* in struct level */
} keys[] = {
    {"minimum", offsetof(struct level, minimum)},
    {"fill", offsetof(struct level, fill)},
    {"keep", offsetof(struct level, keep)},
    {"keep-days", offsetof(struct level, keep_days)},
    {"restock", offsetof(struct level, restock)},
    {"restock-every", offsetof(struct level, restock_every)},
    {"critical", offsetof(struct level, critical)},
    {"shortage.near", offsetof(struct level, near)},
    {"shortage.far", offsetof(struct level, far)},
    {"shortage.red", offsetof(struct level, red)},
    {"shortage.orange", offsetof(struct level, orange)},
    {"shortage.orange-far", offsetof(struct level, orange_far)},
    {"shortage.yellow", offsetof(struct level, yellow)},
};
#define KEYS (sizeof(keys) / sizeof(*keys))

/* The levels of an area, and how narrow the key was that each comes from: 0 the general one, 1 of a
 * type, 2 of a type and age group. */
struct levels {
    struct level level[PLACES];
    uint8_t narrow[PLACES][KEYS];
};

struct row {
    int64_t box;
    char *key;
    int32_t value;
};

struct level_book {
    struct inventory *inventory;
    GHashTable *rows;    /* area -> GArray of struct row, by key */
    GHashTable *parents; /* area -> its parent */
    GHashTable *levels;  /* area -> struct levels, shared where it sets nothing; 0: the defaults */
    GPtrArray *owned;    /* struct levels, but for the defaults */
    bool window_set;     /* somewhere */
};

/* ------------------------------------------------------------------------------ one key's levels */

/* Which of the keys it is, or -1; what narrows it follows. */
static int
find_key(const char *key, const char **narrowing)
{
    for (size_t i = 0; i < KEYS; i++) {
        size_t length = strlen(keys[i].key);

        *narrowing = key + length;
        if (strncmp(key, keys[i].key, length) == 0 && (key[length] == '\0' || key[length] == '.'))
            return (int)i;
    }
    return -1;
}

/* "minimum.fever.child" sets one place, "minimum.fever" three, "minimum" all. */
static void
apply(struct levels *levels, const char *key, int32_t value)
{
    const char *narrowing;
    int which = find_key(key, &narrowing);
    g_auto(GStrv) parts = g_strsplit(narrowing, ".", 3); /* the first is empty */
    uint8_t narrow = (uint8_t)(MAX(g_strv_length(parts), 1) - 1);
    int type = narrow >= 1 ? drug_type_parse(parts[1]) : -1;
    int age = narrow >= 2 ? drug_age_parse(parts[2]) : -1;

    for (int place = 0; which >= 0 && place < PLACES; place++) {
        if ((type >= 0 && place / DRUG_AGES != type - 1) ||
            (age >= 0 && place % DRUG_AGES != age) || levels->narrow[place][which] > narrow)
            continue;
        levels->narrow[place][which] = narrow;
        *(int32_t *)(void *)((char *)&levels->level[place] + keys[which].offset) = value;
    }
}

static bool
is_level(const char *key)
{
    const char *narrowing;

    return find_key(key, &narrowing) >= 0;
}

/* A value as a number; of a day its number. */
static int32_t
number_of(const char *key, const char *value)
{
    struct day day = DAY_NONE;

    if (setting_find(key)->kind != SETTING_DAY)
        return atoi(value);
    return day_parse(value, &day, NULL) ? day.n : DAY_NONE.n;
}

/* The same for every inventory. */
static const struct levels *
standard_levels(void)
{
    static struct levels levels;
    static gsize made;

    if (g_once_init_enter(&made)) {
        for (const struct setting *s = settings; s->key != NULL; s++)
            if (is_level(s->key))
                apply(&levels, s->key, number_of(s->key, s->standard));
        memset(levels.narrow, 0, sizeof(levels.narrow)); /* anything that was set goes before */
        g_once_init_leave(&made, 1);
    }
    return &levels;
}

/* ------------------------------------------------------------------------------------- the book */

static void
row_clear(gpointer data)
{
    g_free(((struct row *)data)->key);
}

static gpointer
key_of(int64_t id)
{
    return GSIZE_TO_POINTER((gsize)id);
}

static bool
read_rows(struct level_book *book, GError **error)
{
    struct db_stmt *q =
        db_query(book->inventory->db, "SELECT area, box, key, value FROM setting ORDER BY key");

    while (db_row(q)) {
        GArray *rows = g_hash_table_lookup(book->rows, key_of(db_int(q, 0)));
        struct row row = {.box = db_int(q, 1), .key = g_strdup(db_text(q, 2))};

        if (!is_level(row.key)) {
            book->window_set = book->window_set || strcmp(row.key, WINDOW) == 0;
            g_free(row.key);
            continue;
        }
        row.value = number_of(row.key, db_text(q, 3));
        if (rows == NULL) {
            rows = g_array_new(FALSE, FALSE, sizeof(struct row));
            g_array_set_clear_func(rows, row_clear);
            g_hash_table_insert(book->rows, key_of(db_int(q, 0)), rows);
        }
        g_array_append_val(rows, row);
    }
    return db_done(q, error);
}

/* Only where something is set does it matter where an area lies. */
static bool
read_parents(struct level_book *book, GError **error)
{
    struct db_stmt *q;

    if (g_hash_table_size(book->rows) == 0)
        return true;
    q = db_query(book->inventory->db, "SELECT id, parent FROM area");
    while (db_row(q))
        g_hash_table_insert(book->parents, key_of(db_int(q, 0)), key_of(db_int(q, 1)));
    return db_done(q, error);
}

bool
level_book_new(struct inventory *inventory, struct level_book **out, GError **error)
{
    struct level_book *book = g_new(struct level_book, 1);

    *book = (struct level_book){
        .inventory = inventory,
        .rows = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref),
        .parents = g_hash_table_new(NULL, NULL),
        .levels = g_hash_table_new(NULL, NULL),
        .owned = g_ptr_array_new_with_free_func(g_free),
    };
    *out = book;
    return read_rows(book, error) && read_parents(book, error);
}

void
level_book_free(struct level_book *book)
{
    if (book == NULL)
        return;
    g_hash_table_destroy(book->rows);
    g_hash_table_destroy(book->parents);
    g_hash_table_destroy(book->levels);
    g_ptr_array_unref(book->owned);
    g_free(book);
}

/* Those above with the rows of a box (0: of the area itself) on top; the same where it has none. */
static const struct levels *
on_top(struct level_book *book, const struct levels *above, int64_t area, int64_t box)
{
    GArray *rows = g_hash_table_lookup(book->rows, key_of(area));
    struct levels *own = NULL;

    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const struct row *row = &g_array_index(rows, struct row, i);

        if (row->box != box)
            continue;
        if (own == NULL) {
            own = g_new(struct levels, 1);
            *own = *above;
            g_ptr_array_add(book->owned, own);
        }
        apply(own, row->key, row->value);
    }
    return own != NULL ? own : above;
}

static const struct levels *
levels_of_area(struct level_book *book, int64_t area)
{
    const struct levels *levels = g_hash_table_lookup(book->levels, key_of(area));

    if (levels != NULL)
        return levels;
    if (area == 0)
        return standard_levels();
    levels = levels_of_area(
        book, (int64_t)GPOINTER_TO_SIZE(g_hash_table_lookup(book->parents, key_of(area))));
    levels = on_top(book, levels, area, 0);
    g_hash_table_insert(book->levels, key_of(area), (gpointer)(uintptr_t)levels);
    return levels;
}

bool
level_window(struct level_book *book, int32_t *days, GError **error)
{
    if (book->window_set)
        return setting_number(book->inventory, WINDOW, book->inventory->district,
                              (struct box_id){0}, days, error);
    *days = atoi(setting_find(WINDOW)->standard);
    return true;
}

const struct level *
level_of_box(struct level_book *book, struct area_id area, struct box_id box)
{
    if (g_hash_table_size(book->rows) == 0)
        return standard_levels()->level;
    return on_top(book, levels_of_area(book, area.n), area.n, box.n)->level;
}

struct day
level_restock(const struct level *level, struct day today)
{
    int32_t past = today.n - level->restock, every = level->restock_every;

    if (level->restock == DAY_NONE.n || past < 0)
        return (struct day){level->restock};
    return every > 0 ? (struct day){today.n + every - past % every} : DAY_NONE;
}
