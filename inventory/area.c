#include "inventory/area.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"
#include "scanner/clean.h"

static const struct {
    const char *key, *word;
} kinds[] = {
    [AREA_CITY] = {"city", N_("city")},
    [AREA_DISTRICT] = {"district", N_("district")},
    [AREA_COMMUNITY] = {"community", N_("community")},
    [AREA_GRID] = {"grid", N_("grid")},
    [AREA_BUILDING] = {"building", N_("building")},
};

void
area_free(struct area *area)
{
    if (area == NULL)
        return;
    g_free(area->name);
    g_free(area);
}

const char *
area_kind_key(enum area_kind kind)
{
    return kinds[kind].key;
}

int
area_kind_parse(const char *key)
{
    for (int kind = AREA_CITY; kind <= AREA_BUILDING; kind++)
        if (strcmp(kinds[kind].key, key) == 0)
            return kind;
    return -1;
}

/* What people call those below the district, in either language. */
static const struct {
    enum area_kind kind;
    const char *words; /* each between bars */
} called[] = {
    {AREA_COMMUNITY, "|community|village|社区|村|行政村|居委会|村委会|"},
    {AREA_GRID, "|grid|estate|group|网格|小区|院落|小组|村民小组|村组|组|"},
    {AREA_BUILDING, "|building|house|household|楼栋|楼|栋|楼宇|单元楼|党员中心户|中心户|"},
};

int
area_kind_of_word(const char *word)
{
    g_autofree char *clean = clean_typed(word), *lower = g_utf8_strdown(clean, -1),
                    *barred = g_strconcat("|", lower, "|", NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(called); i++)
        if (lower[0] != '\0' && strchr(lower, '|') == NULL &&
            strstr(called[i].words, barred) != NULL)
            return (int)called[i].kind;
    return -1;
}

const char *
area_kind_word(enum area_kind kind)
{
    return _(kinds[kind].word);
}

/* --------------------------------------------------------------------------------------- reading */

static struct area *
area_of_row(struct db_stmt *q)
{
    struct area *area = g_new(struct area, 1);

    *area = (struct area){
        .id = {db_int(q, 0)},
        .parent = {db_int(q, 1)},
        .kind = (enum area_kind)area_kind_parse(db_text(q, 2)),
        .name = g_strdup(db_text(q, 3)),
    };
    return area;
}

bool
area_by_id(struct inventory *inventory, struct area_id id, struct area **area, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id, parent, kind, name FROM area WHERE id = :id");

    db_bind_int(q, "id", id.n);
    *area = db_row(q) ? area_of_row(q) : NULL;
    if (!db_done(q, error))
        return false;
    return *area != NULL ||
           err_set(error, ERR_MISSING, _("there is no area with the number %lld"), (long long)id.n);
}

bool
area_child(struct inventory *inventory, struct area_id parent, const char *name, struct area_id *id,
           GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT id FROM area WHERE parent = :parent AND name = :name");

    db_bind_int(q, "parent", parent.n);
    db_bind_text(q, "name", name);
    return db_one_int(q, 0, &id->n, error);
}

/* ---------------------------------------------------------------------------------------- adding */

static bool
insert_area(struct inventory *inventory, const struct area *area, int64_t tenant, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "INSERT INTO area (id, parent, tenant, kind, name)"
                                                " VALUES (:id, :parent, :tenant, :kind, :name)");

    db_bind_int(q, "id", area->id.n);
    if (area->parent.n != 0)
        db_bind_int(q, "parent", area->parent.n);
    else
        db_bind_null(q, "parent");
    db_bind_int(q, "tenant", tenant);
    db_bind_text(q, "kind", kinds[area->kind].key);
    db_bind_text(q, "name", area->name);
    return db_run(q, error);
}

bool
area_check_inside(const struct area *area, GError **error)
{
    return area->kind >= AREA_DISTRICT ||
           err_set(error, ERR_INPUT,
                   _("%s is above the districts; say the district or an area in it"), area->name);
}

static bool
check_parent(struct inventory *inventory, const struct area *area, GError **error)
{
    struct area *parent = NULL;
    struct area_id same = {0};
    bool ok = true;

    if (area->parent.n == 0)
        return area->kind == AREA_CITY ||
               err_set(error, ERR_INPUT, _("say in which area %s lies"), area->name);
    if (!area_by_id(inventory, area->parent, &parent, error))
        return false;
    if (parent->kind >= area->kind)
        ok = err_set(error, ERR_INPUT, _("a %s can't lie in a %s (%s)"), area_kind_word(area->kind),
                     area_kind_word(parent->kind), parent->name);
    else if (area->kind > AREA_DISTRICT)
        ok = area_check_inside(parent, error);
    ok = ok && area_child(inventory, area->parent, area->name, &same, error);
    if (ok && same.n != 0)
        ok =
            err_set(error, ERR_REFUSED, _("%s has an area “%s” already"), parent->name, area->name);
    area_free(parent);
    return ok;
}

static bool
add(struct inventory *inventory, struct area *area, GError **error)
{
    if (!check_parent(inventory, area, error) ||
        !db_one_int(db_query(inventory->db, "SELECT max(id) + 1 FROM area"), 1, &area->id.n, error))
        return false;
    return insert_area(inventory, area,
                       area->kind == AREA_CITY       ? 0
                       : area->kind == AREA_DISTRICT ? area->id.n
                                                     : inventory->tenant,
                       error);
}

bool
area_add(struct inventory *inventory, struct area_id parent, enum area_kind kind, const char *name,
         struct area_id *id, GError **error)
{
    struct area area = {.parent = parent, .kind = kind};
    bool ok;

    area.name = field_text(area_kind_word(kind), name, LIMIT_NAME, true, error);
    if (area.name == NULL)
        return false;
    if (strchr(area.name, '/') != NULL)
        ok = err_set(error, ERR_INPUT, _("the name “%s” can't have a / in it"), area.name);
    else
        ok = db_begin(inventory->db, error);
    if (ok) {
        ok = add(inventory, &area, error);
        ok = db_end(inventory->db, ok, error);
    }
    *id = area.id;
    g_free(area.name);
    return ok;
}

bool
area_ensure(struct inventory *inventory, struct area_id parent, enum area_kind kind,
            const char *name, struct area_id *id, GError **error)
{
    g_autofree char *clean = field_text(area_kind_word(kind), name, LIMIT_NAME, true, error);

    if (clean == NULL || !area_child(inventory, parent, clean, id, error))
        return false;
    return id->n != 0 || area_add(inventory, parent, kind, clean, id, error);
}

/* -------------------------------------------------------------------------------------- changing */

static bool
update_area(struct inventory *inventory, const struct area *area, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "UPDATE area SET name = :name, parent = :parent WHERE id = :id");

    db_bind_text(q, "name", area->name);
    if (area->parent.n != 0)
        db_bind_int(q, "parent", area->parent.n);
    else
        db_bind_null(q, "parent");
    db_bind_int(q, "id", area->id.n);
    return db_run(q, error);
}

/* Puts what is to change into the area; *changed says whether anything does. */
static bool
take_changes(struct area *area, const char *name, struct area_id parent, bool *changed,
             GError **error)
{
    bool moves = parent.n != 0 && parent.n != area->parent.n;

    *changed = moves || (name != NULL && strcmp(name, area->name) != 0);
    if (moves && area->kind <= AREA_DISTRICT)
        return err_set(error, ERR_REFUSED, _("a %s can't be moved"), area_kind_word(area->kind));
    if (moves)
        area->parent = parent;
    if (name != NULL) {
        g_free(area->name);
        area->name = g_strdup(name);
    }
    return true;
}

static bool
edit(struct inventory *inventory, struct area_id id, const char *name, struct area_id parent,
     GError **error)
{
    struct area *area = NULL;
    bool changed = false;
    bool ok =
        area_by_id(inventory, id, &area, error) &&
        take_changes(area, name, parent, &changed, error) &&
        (!changed || (check_parent(inventory, area, error) && update_area(inventory, area, error)));

    area_free(area);
    return ok;
}

bool
area_edit(struct inventory *inventory, struct area_id id, const char *name, struct area_id parent,
          GError **error)
{
    g_autofree char *clean = NULL;
    bool ok;

    if (name != NULL) {
        clean = field_text(_("name"), name, LIMIT_NAME, true, error);
        if (clean == NULL)
            return false;
        if (strchr(clean, '/') != NULL)
            return err_set(error, ERR_INPUT, _("the name “%s” can't have a / in it"), clean);
    }
    if (!db_begin(inventory->db, error))
        return false;
    ok = edit(inventory, id, clean, parent, error);
    return db_end(inventory->db, ok, error) && ok;
}

/* --------------------------------------------------------------------------------------- listing */

bool
area_list(struct inventory *inventory, struct area_id root, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) areas = g_ptr_array_new_with_free_func((GDestroyNotify)area_free);
    struct db_stmt *q = db_query(
        inventory->db, "WITH RECURSIVE below (id, parent, kind, name, path) AS ("
                       " SELECT id, parent, kind, name, CAST(1000000000 + id AS TEXT) FROM area"
                       "  WHERE id = :root OR (:root = 0 AND parent IS NULL)"
                       " UNION ALL SELECT area.id, area.parent, area.kind, area.name,"
                       "  below.path || CAST(1000000000 + area.id AS TEXT)"
                       "  FROM area JOIN below ON area.parent = below.id)"
                       " SELECT id, parent, kind, name FROM below ORDER BY path");

    *out = NULL;
    db_bind_int(q, "root", root.n);
    while (db_row(q))
        g_ptr_array_add(areas, area_of_row(q));
    if (!db_done(q, error))
        return false;
    *out = g_steal_pointer(&areas);
    return true;
}

/* What an area lies in; 0: nothing. */
static bool
climb(struct inventory *inventory, struct area_id *id, GError **error)
{
    struct db_stmt *q = db_query(inventory->db, "SELECT parent FROM area WHERE id = :id");

    db_bind_int(q, "id", id->n);
    return db_one_int(q, 0, &id->n, error);
}

/* Step by step: every booking asks it, and one recursive statement takes longer than the few steps. */
bool
area_lies_in(struct inventory *inventory, struct area_id id, struct area_id root, bool *lies,
             GError **error)
{
    while (root.n != 0 && id.n != root.n && id.n != 0)
        if (!climb(inventory, &id, error))
            return false;
    *lies = id.n == root.n || root.n == 0;
    return true;
}

bool
area_chain_of(struct inventory *inventory, struct area_id id, struct area_chain *chain,
              GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "WITH RECURSIVE up (parent, kind, name) AS ("
                       " SELECT parent, kind, name FROM area WHERE id = :id"
                       " UNION ALL SELECT area.parent, area.kind, area.name FROM area JOIN up"
                       "  ON area.id = up.parent) SELECT kind, name FROM up");

    *chain = (struct area_chain){.names = {NULL}};
    db_bind_int(q, "id", id.n);
    while (db_row(q)) {
        int kind = area_kind_parse(db_text(q, 0));

        if (kind >= 0 && chain->names[kind] == NULL)
            chain->names[kind] = g_strdup(db_text(q, 1));
    }
    return db_done(q, error);
}

void
area_chain_clear(struct area_chain *chain)
{
    for (size_t i = 0; i < G_N_ELEMENTS(chain->names); i++)
        g_clear_pointer(&chain->names[i], g_free);
}
