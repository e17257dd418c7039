#include "inventory/starter.h"

#include <gio/gio.h>

#include "inventory/import.h"

#include "inventory-resource.h"

bool
starter_load(struct inventory *inventory, GError **error)
{
    struct import import = {.kind = IMPORT_DRUGS, .name = "starter.csv"};
    struct import_result result;
    g_autoptr(GBytes) bytes =
        g_resource_lookup_data(inventory_get_resource(), "/inventory/starter.csv", 0, error);

    return bytes != NULL && import_bytes(inventory, &import, bytes, &result, error);
}
