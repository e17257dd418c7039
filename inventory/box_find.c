/* Which box a person means. */

#include <string.h>

#include "base/words.h"
#include "inventory/box.h"
#include "inventory/inside.h"
#include "inventory/setting.h"
#include "scanner/boxcode.h"

#define OFFERED 5 /* boxes that are perhaps meant */

bool
box_neighbours(struct inventory *inventory, const char *text, GPtrArray **boxes, GError **error)
{
    struct boxcode list[BOXCODE_NEIGHBOURS];
    size_t count = boxcode_neighbours(text, list);

    *boxes = g_ptr_array_new_with_free_func((GDestroyNotify)box_free);
    for (size_t i = 0; i < count; i++) {
        struct box *box;

        if (!box_by_code(inventory, list[i].text, &box, error))
            return false;
        if (box != NULL && !box->retired)
            g_ptr_array_add(*boxes, g_steal_pointer(&box));
        box_free(box);
    }
    return true;
}

char *
box_near(struct inventory *inventory, const char *text)
{
    g_autoptr(GPtrArray) boxes = NULL;
    GString *names = g_string_new(NULL);

    if (!box_neighbours(inventory, text, &boxes, NULL))
        g_ptr_array_set_size(boxes, 0);
    for (guint i = 0; i < boxes->len; i++) {
        const struct box *box = boxes->pdata[i];
        struct boxcode code = {""};
        char shown[BOXCODE_PRINT_SIZE];

        g_strlcpy(code.text, box->code, sizeof(code.text));
        g_string_append_printf(names, "%s%s %s", i > 0 ? _(", ") : "", boxcode_format(code, shown),
                               box->name);
    }
    return g_string_free(names, names->len == 0);
}

/* Numbers of the boxes of that name in an area and below ({0}: everywhere), in service or not. */
static bool
ids_of_name(struct inventory *inventory, struct area_id area, const char *name, bool retired,
            GArray *ids, GError **error)
{
    struct db_stmt *q = db_query(
        inventory->db, "WITH RECURSIVE below (id) AS ("
                       " SELECT id FROM area WHERE id = :area OR (:area = 0 AND parent IS NULL)"
                       " UNION ALL SELECT area.id FROM area JOIN below ON area.parent = below.id)"
                       " SELECT id FROM box WHERE tenant = :tenant AND name = :name"
                       " AND state = :state AND area IN (SELECT id FROM below) ORDER BY id");

    db_bind_int(q, "area", area.n);
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "name", name);
    db_bind_text(q, "state", retired ? "retired" : "active");
    while (db_row(q)) {
        struct box_id id = {db_int(q, 0)};

        g_array_append_val(ids, id);
    }
    return db_done(q, error);
}

/* "7K3-M9QX community/grid/building" */
static bool
append_place(struct inventory *inventory, struct box_id id, GString *list, GError **error)
{
    struct box *box = NULL;
    struct area_chain chain = {.names = {NULL}};
    struct boxcode code = {""};
    char printed[BOXCODE_PRINT_SIZE];
    bool ok =
        box_by_id(inventory, id, &box, error) && area_chain_of(inventory, box->area, &chain, error);

    if (ok) {
        g_strlcpy(code.text, box->code, sizeof(code.text));
        g_string_append_printf(list, "%s%s", list->len > 0 ? _(", ") : "",
                               boxcode_format(code, printed));
        for (int kind = AREA_COMMUNITY; kind <= AREA_BUILDING; kind++)
            if (chain.names[kind] != NULL)
                g_string_append_printf(list, "%s%s", kind == AREA_COMMUNITY ? " " : "/",
                                       chain.names[kind]);
    }
    area_chain_clear(&chain);
    box_free(box);
    return ok;
}

static bool
tell_several(struct inventory *inventory, const char *name, const GArray *ids, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (guint i = 0; i < ids->len; i++)
        if (!append_place(inventory, g_array_index(ids, struct box_id, i), list, error))
            return false;
    return err_set(error, ERR_INPUT, _("%d boxes are called “%s”; say which by its code: %s"),
                   (int)ids->len, name, list->str);
}

static bool
find_named(struct inventory *inventory, struct area_id area, const char *name, struct box **box,
           GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(struct box_id));

    if (!ids_of_name(inventory, area, name, false, ids, error) ||
        (ids->len == 0 && !ids_of_name(inventory, area, name, true, ids, error)))
        return false;
    if (ids->len > 1)
        return tell_several(inventory, name, ids, error);
    return ids->len == 0 || box_by_id(inventory, g_array_index(ids, struct box_id, 0), box, error);
}

/* AREA/NAME; an area that there is not is no failure yet. */
static bool
find_placed(struct inventory *inventory, const char *what, struct box **box, GError **error)
{
    const char *slash = strrchr(what, '/');
    g_autofree char *path = slash != NULL ? g_strndup(what, (gsize)(slash - what)) : NULL;
    struct area *area = NULL;
    bool ok;

    if (path == NULL || !area_find(inventory, path, &area, NULL))
        return true;
    ok = find_named(inventory, area->id, slash + 1 + strspn(slash + 1, " "), box, error);
    area_free(area);
    return ok;
}

bool
box_check_host(struct inventory *inventory, const char *host, struct boxcode code, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT value FROM setting WHERE key = 'label.host'");
    bool own =
        host[0] == '\0' || g_ascii_strcasecmp(host, setting_find("label.host")->standard) == 0;
    g_autofree char *shown = g_ascii_strup(host, -1);
    char printed[BOXCODE_PRINT_SIZE];

    while (db_row(q))
        own = own || g_ascii_strcasecmp(host, db_text(q, 0)) == 0;
    if (!db_done(q, error))
        return false;
    return own ||
           err_set(error, ERR_INPUT,
                   _("this label is of %s, not of a service of these boxes (setting label.host): "
                     "nothing is done with it; where it is yours, type its code %s"),
                   shown, boxcode_format(code, printed));
}

static bool
find_coded(struct inventory *inventory, const char *what, struct box **box, GError **error)
{
    struct boxcode code;
    struct boxcode_nonce nonce;

    if (boxcode_of_url(what, strlen(what), &code, &nonce, NULL)) {
        size_t bytes;
        const char *from = boxcode_host_of_url(what, strlen(what), &bytes);
        g_autofree char *host = g_strndup(from, bytes);

        if (!box_check_host(inventory, host, code, error))
            return false;
    } else if (!boxcode_parse(what, &code, NULL) &&
               !boxcode_read_marked(what, strlen(what), &code, &nonce)) {
        return true;
    }
    return box_by_code(inventory, code.text, box, error);
}

/* A pattern for LIKE of what has the text anywhere in it, with ! before what is to be itself. */
static char *
pattern_of(const char *text)
{
    GString *pattern = g_string_new("%");

    for (; *text != '\0'; text++) {
        if (strchr("%_!", *text) != NULL)
            g_string_append_c(pattern, '!');
        g_string_append_c(pattern, *text);
    }
    return g_string_free(g_string_append_c(pattern, '%'), FALSE);
}

/* Boxes in service whose names have a text in them, as box_near() has those of codes; NULL for none and
 * for too many to be of use. */
static char *
with_in_name(struct inventory *inventory, const char *text)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT code, name FROM box WHERE tenant = :tenant"
                                " AND state = 'active' AND name LIKE :pattern ESCAPE '!'"
                                " ORDER BY id LIMIT :most");
    g_autofree char *pattern = pattern_of(text);
    GString *names = g_string_new(NULL);
    int n = 0;

    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_text(q, "pattern", pattern);
    db_bind_int(q, "most", OFFERED + 1);
    for (; db_row(q); n++) {
        struct boxcode code = {""};
        char shown[BOXCODE_PRINT_SIZE];

        g_strlcpy(code.text, db_text(q, 0), sizeof(code.text));
        g_string_append_printf(names, "%s%s %s", n > 0 ? _(", ") : "", boxcode_format(code, shown),
                               db_text(q, 1));
    }
    return g_string_free(names, !db_done(q, NULL) || n == 0 || n > OFFERED);
}

/* Tells what was perhaps meant by what is no box. */
static bool
not_found(struct inventory *inventory, const char *what, GError **error)
{
    g_autofree char *near = box_near(inventory, what);
    struct boxcode code;
    enum err kind = near == NULL || boxcode_parse(what, &code, NULL) ? ERR_MISSING : ERR_INPUT;

    if (near == NULL && what[0] != '\0')
        near = with_in_name(inventory, what);
    if (near != NULL)
        return err_set(error, kind, _("there is no box “%s”; did you mean %s?"), what, near);
    return err_set(error, ERR_MISSING, _("there is no box “%s”"), what) ||
           err_next(error, ERR_NEXT_BOXES);
}

bool
box_seek(struct inventory *inventory, const char *what, struct box **box, GError **error)
{
    g_autofree char *clean = g_strstrip(g_strdup(what));

    *box = NULL;
    return find_coded(inventory, clean, box, error) &&
           (*box != NULL || find_named(inventory, (struct area_id){0}, clean, box, error)) &&
           (*box != NULL || find_placed(inventory, clean, box, error));
}

bool
box_find(struct inventory *inventory, const char *what, struct box **box, GError **error)
{
    g_autofree char *clean = g_strstrip(g_strdup(what));

    return box_seek(inventory, clean, box, error) &&
           (*box != NULL || not_found(inventory, clean, error));
}
