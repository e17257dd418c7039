/* Whether the tables are those that the migrations make, with their indexes and triggers. */

#include "schema/sqlite.h"

#include <string.h>

#include <sqlite3.h>

#include "base/words.h"

struct object {
    char *type; /* "table", "index", "trigger", "view" */
    char *sql;
};

static void
object_free(gpointer data)
{
    struct object *object = data;

    g_free(object->type);
    g_free(object->sql);
    g_free(object);
}

/* How long a blank stretch is says nothing: a text that went through an editor is the same text. */
static char *
without_blanks(const char *sql)
{
    GString *text = g_string_new(NULL);

    for (; *sql != '\0'; sql++)
        if (!g_ascii_isspace(*sql))
            g_string_append_c(text, *sql);
        else if (text->len > 0 && text->str[text->len - 1] != ' ')
            g_string_append_c(text, ' ');
    return g_string_free(text, FALSE);
}

/* What was declared, by name; what the engine made by itself is left out. */
static GHashTable *
read_objects(struct db *db, GError **error)
{
    static const char sql[] = "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                              " AND name NOT LIKE 'sqlite~_%' ESCAPE '~'";
    g_autoptr(GHashTable) objects =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, object_free);
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db->connection, sql, -1, &statement, NULL);

    while (code == SQLITE_OK || code == SQLITE_ROW) {
        struct object object;

        code = sqlite3_step(statement);
        if (code != SQLITE_ROW)
            break;
        object.type = g_strdup((const char *)sqlite3_column_text(statement, 1));
        object.sql = without_blanks((const char *)sqlite3_column_text(statement, 2));
        g_hash_table_insert(objects, g_strdup((const char *)sqlite3_column_text(statement, 0)),
                            g_memdup2(&object, sizeof(object)));
    }
    sqlite3_finalize(statement);
    if (code == SQLITE_DONE)
        return g_steal_pointer(&objects);
    sqlite_fail(db, code, sql, error);
    return NULL;
}

static gint
by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(a, b);
}

static const char *
type_word(const char *type)
{
    static const struct {
        const char *type, *word;
    } words_of[] = {
        {"table", N_("table")},
        {"index", N_("index")},
        {"trigger", N_("trigger")},
        {"view", N_("view")},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(words_of); i++)
        if (strcmp(words_of[i].type, type) == 0)
            return _(words_of[i].word);
    return type;
}

/* there and wanted: what the file has of that name and what it should have; NULL: nothing. */
static void
compare(const char *name, const struct object *there, const struct object *wanted,
        GPtrArray *faults)
{
    char *text = NULL;

    if (there == NULL)
        text = g_strdup_printf(_("the %s “%s” was taken out of the file"), type_word(wanted->type),
                               name);
    else if (wanted == NULL)
        text = g_strdup_printf(_("the %s “%s” in the file is not medbox's own"),
                               type_word(there->type), name);
    else if (strcmp(there->sql, wanted->sql) != 0)
        text = g_strdup_printf(_("the %s “%s” of the file was changed"), type_word(wanted->type),
                               name);
    if (text != NULL)
        g_ptr_array_add(faults, text);
}

static void
compare_all(GHashTable *there, GHashTable *wanted, GPtrArray *faults)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTable *both[] = {there, wanted};
    GHashTableIter each;
    gpointer name;
    GList *sorted;

    for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
        g_hash_table_iter_init(&each, both[i]);
        while (g_hash_table_iter_next(&each, &name, NULL))
            g_hash_table_add(names, name);
    }
    sorted = g_list_sort(g_hash_table_get_keys(names), by_name);
    for (GList *at = sorted; at != NULL; at = at->next)
        compare(at->data, g_hash_table_lookup(there, at->data),
                g_hash_table_lookup(wanted, at->data), faults);
    g_list_free(sorted);
}

bool
db_check_tables(struct db *db, GPtrArray *faults, GError **error)
{
    g_autoptr(GHashTable) there = read_objects(db, error), wanted = NULL;
    struct db *fresh = NULL;

    if (there == NULL || !db_open(":memory:", DB_CREATE, &fresh, error))
        return false;
    wanted = read_objects(fresh, error);
    db_close(fresh);
    if (wanted == NULL)
        return false;
    compare_all(there, wanted, faults);
    return true;
}
