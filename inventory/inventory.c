#include "inventory/inventory.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/words.h"
#include "inventory/inside.h"
#include "inventory/setting.h"
#include "inventory/shelf.h"
#include "inventory/starter.h"
#include "schema/db.h"

/* --------------------------------------------------------------------------------------- making */

static bool
insert_tenant(struct inventory *inventory, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "INSERT INTO tenant (tenant) VALUES (:tenant)");

    db_bind_int(q, "tenant", inventory->tenant);
    return db_run(q, error);
}

static bool
insert_salt(struct inventory *inventory, const uint8_t salt[32], GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "INSERT INTO setting (area, key, value)"
                                                " VALUES (:area, 'household.salt', :value)");
    char hex[65];

    for (int i = 0; i < 32; i++)
        g_snprintf(hex + 2 * i, 3, "%02x", salt[i]);
    db_bind_int(q, "area", inventory->district.n);
    db_bind_text(q, "value", hex);
    return db_run(q, error);
}

static bool
fill(struct inventory *inventory, const struct inventory_plan *plan, GError **error)
{
    const char *city = plan->city != NULL ? plan->city : _("Our city");
    const char *district = plan->district != NULL ? plan->district : _("Our district");
    struct area_id city_id;

    if (!area_add(inventory, (struct area_id){0}, AREA_CITY, city, &city_id, error) ||
        !area_add(inventory, city_id, AREA_DISTRICT, district, &inventory->district, error))
        return false;
    inventory->tenant = inventory->district.n;
    return insert_tenant(inventory, error) && insert_salt(inventory, plan->salt, error) &&
           (plan->empty || starter_load(inventory, error));
}

static struct inventory *
handle_new(void)
{
    struct inventory *inventory = g_new0(struct inventory, 1);

    inventory->version = -1;
    inventory->heads = g_array_new(FALSE, FALSE, sizeof(struct inventory_head));
    return inventory;
}

static bool
make(const char *path, const struct inventory_plan *plan, struct inventory **out, GError **error)
{
    struct inventory *inventory = handle_new();
    bool ok;

    *out = inventory;
    inventory->utc_offset = setting_utc_offset_standard();
    if (!db_open(path, DB_CREATE, &inventory->db, error) || !db_begin(inventory->db, error))
        return false;
    ok = fill(inventory, plan, error);
    return db_end(inventory->db, ok, error) && ok;
}

/* Made under another name, so that half an inventory is never found at its place. */
static bool
make_draft(struct db_draft *draft, const char *path, const struct inventory_plan *plan,
           GError **error)
{
    struct inventory *inventory = NULL;
    GError *why = NULL;
    int mebibytes;
    bool ok = make(db_draft_name(draft), plan, &inventory, &why) &&
              db_checkpoint(inventory->db, true, &mebibytes, &why);

    inventory_close(inventory);
    if (ok)
        return db_draft_settle(draft, error);
    db_draft_rename(draft, path, why);
    g_propagate_error(error, why);
    return false;
}

static bool
make_file(const char *path, const struct inventory_plan *plan, GError **error)
{
    struct db_draft *draft = NULL;
    bool ok = db_is_free(path, error) && db_draft_begin(path, &draft, error) &&
              make_draft(draft, path, plan, error);

    db_draft_end(draft);
    return ok;
}

bool
inventory_create(const char *path, const struct inventory_plan *plan, struct inventory **out,
                 GError **error)
{
    *out = NULL;
    if (strcmp(path, ":memory:") != 0)
        return make_file(path, plan, error) && inventory_open(path, out, error);
    if (make(path, plan, out, error))
        return true;
    inventory_close(*out);
    *out = NULL;
    return false;
}

/* -------------------------------------------------------------------------------------- opening */

static bool
read_district(struct inventory *inventory, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT min(tenant) FROM tenant");

    if (!db_one_int(q, 0, &inventory->tenant, error))
        return false;
    inventory->district.n = inventory->tenant;
    return inventory->tenant != 0 ||
           err_set(error, ERR_BROKEN, _("the inventory has no district; restore a backup"));
}

static bool
read_clock(struct inventory *inventory, GError **error)
{
    return setting_number(inventory, "utc-offset", inventory->district, (struct box_id){0},
                          &inventory->utc_offset, error);
}

bool
inventory_refresh(struct inventory *inventory, GError **error)
{
    int64_t version;

    if (!db_version(inventory->db, &version, error))
        return false;
    if (version == inventory->version)
        return true;
    inventory->version = version;
    return read_clock(inventory, error);
}

bool
inventory_open(const char *path, struct inventory **out, GError **error)
{
    struct inventory *inventory = handle_new();

    *out = NULL;
    if (db_open(path, DB_OPEN, &inventory->db, error) && read_district(inventory, error) &&
        inventory_refresh(inventory, error) && shelf_fill(inventory, error)) {
        *out = inventory;
        return true;
    }
    inventory_close(inventory);
    return false;
}

void
inventory_close(struct inventory *inventory)
{
    if (inventory == NULL)
        return;
    db_close(inventory->db);
    g_array_unref(inventory->heads);
    g_free(inventory);
}

struct db *
inventory_db(struct inventory *inventory)
{
    return inventory->db;
}

int64_t
inventory_tenant(const struct inventory *inventory)
{
    return inventory->tenant;
}

struct area_id
inventory_district(const struct inventory *inventory)
{
    return inventory->district;
}

struct day
inventory_day(const struct inventory *inventory, int64_t now)
{
    return day_of_moment(now, inventory->utc_offset);
}
