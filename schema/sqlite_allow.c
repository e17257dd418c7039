/* What a statement writes, and whether it may. */

#include "schema/sqlite.h"

#include <sqlite3.h>

#include "base/words.h"

/* A table is a bit, in the order in which statements were first seen to write them. */
#define SHAPE 63 /* the bit for everything that is neither reading nor writing rows */

static uint64_t
bit_of(struct db *db, const char *table)
{
    const char *name = g_intern_string(table);
    guint bit;

    if (!g_ptr_array_find(db->tables, name, &bit)) {
        bit = db->tables->len;
        g_assert(bit < SHAPE);
        g_ptr_array_add(db->tables, (gpointer)(uintptr_t)name);
    }
    return UINT64_C(1) << bit;
}

/* Called while a statement is prepared, once for all that it and its triggers do. */
static int
note_action(void *data, int action, const char *first, const char *second, const char *schema,
            const char *trigger)
{
    struct db *db = data;

    (void)second, (void)schema, (void)trigger;
    if (db->writing == NULL)
        return SQLITE_OK;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT: break;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE: *db->writing |= bit_of(db, first); break;
    default: /* some pragmas are done while they are prepared */
        *db->writing |= UINT64_C(1) << SHAPE;
        return (db->allowed >> SHAPE & 1) != 0 ? SQLITE_OK : SQLITE_DENY;
    }
    return SQLITE_OK;
}

void
sqlite_allow_begin(struct db *db)
{
    db->allowed = UINT64_MAX;
    db->tables = g_ptr_array_new();
    db->scopes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    sqlite3_set_authorizer(db->connection, note_action, db);
}

void
sqlite_allow_end(struct db *db)
{
    g_clear_pointer(&db->tables, g_ptr_array_unref);
    g_clear_pointer(&db->scopes, g_hash_table_destroy);
}

bool
sqlite_allow_fail(const struct db *db, uint64_t writes, GError **error)
{
    uint64_t denied = writes & ~db->allowed;
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint bit = 0; bit < db->tables->len; bit++)
        if ((denied >> bit & 1) != 0)
            g_string_append_printf(names, "%s%s", names->len > 0 ? _(", ") : "",
                                   (const char *)db->tables->pdata[bit]);
    return err_set(error, ERR_DENIED, _("your role may not change this (%s)"),
                   names->len > 0 ? names->str : "schema");
}

void
db_allow(struct db *db, const char *const *tables)
{
    uint64_t *scope = g_hash_table_lookup(db->scopes, tables);

    if (scope == NULL) {
        scope = g_new(uint64_t, 1);
        *scope = tables == NULL ? UINT64_MAX : 0;
        for (size_t i = 0; tables != NULL && tables[i] != NULL; i++)
            *scope |= bit_of(db, tables[i]);
        g_hash_table_insert(db->scopes, (gpointer)(uintptr_t)tables, scope);
    }
    db->allowed = *scope;
}
