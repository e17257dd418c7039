#include "web/readers.h"

#include "schema/db.h"

#define CACHE_MIB 8 /* each; the system keeps the file's pages for all of them */

struct readers {
    GMutex mutex;
    GPtrArray *idle; /* struct inventory * */
    char *path;
};

static struct inventory *
open_one(const char *path, GError **error)
{
    struct inventory *inventory = NULL;

    if (!inventory_open(path, &inventory, error))
        return NULL;
    if (db_set_cache(inventory_db(inventory), CACHE_MIB, error))
        return inventory;
    inventory_close(inventory);
    return NULL;
}

static void
close_one(gpointer data)
{
    inventory_close(data);
}

struct readers *
readers_open(const char *path, GError **error)
{
    struct inventory *first = open_one(path, error);
    struct readers *readers;

    if (first == NULL)
        return NULL;
    readers = g_new0(struct readers, 1);
    g_mutex_init(&readers->mutex);
    readers->path = g_strdup(path);
    readers->idle = g_ptr_array_new_with_free_func(close_one);
    g_ptr_array_add(readers->idle, first);
    return readers;
}

void
readers_close(struct readers *readers)
{
    if (readers == NULL)
        return;
    g_ptr_array_unref(readers->idle);
    g_mutex_clear(&readers->mutex);
    g_free(readers->path);
    g_free(readers);
}

struct inventory *
readers_take(struct readers *readers, GError **error)
{
    struct inventory *inventory = NULL;

    g_mutex_lock(&readers->mutex);
    if (readers->idle->len > 0)
        inventory = g_ptr_array_steal_index(readers->idle, readers->idle->len - 1);
    g_mutex_unlock(&readers->mutex);
    if (inventory == NULL)
        inventory = open_one(readers->path, error);
    if (inventory == NULL ||
        (db_begin_read(inventory_db(inventory), error) && inventory_refresh(inventory, error)))
        return inventory;
    inventory_close(inventory);
    return NULL;
}

void
readers_give(struct readers *readers, struct inventory *inventory)
{
    if (inventory == NULL)
        return;
    db_end(inventory_db(inventory), true, NULL);
    g_mutex_lock(&readers->mutex);
    g_ptr_array_add(readers->idle, inventory);
    g_mutex_unlock(&readers->mutex);
}
