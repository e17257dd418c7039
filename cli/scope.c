#include "cli/scope.h"
#include "cli/scan_print.h"

#include "base/words.h"
#include "inventory/drug.h"

static bool
read_type(struct face *face, struct scope *scope, GError **error)
{
    const char *text = face_text(face, "type");

    scope->type = text != NULL ? drug_type_parse(text) : 0;
    return scope->type >= 0 ||
           err_set(error, ERR_INPUT,
                   _("--type is fever, cold, cough, pain, throat, stomach, allergy, topical, "
                     "supplies or other, not “%s”"),
                   text);
}

static bool
read_boxes(struct face *face, struct scope *scope, GError **error)
{
    if (!face_area(face, "area", (struct area_id){0}, &scope->area, error) ||
        !box_list(face->inventory, scope->area, false, &scope->boxes, error))
        return false;
    scope->ids = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < scope->boxes->len; i++) {
        struct box *box = scope->boxes->pdata[i];

        g_hash_table_add(scope->ids, &box->id.n);
    }
    return true;
}

bool
scope_read(struct face *face, const char *box, struct scope *scope, GError **error)
{
    *scope = (struct scope){.box = NULL};
    if (box != NULL && face_has(face, "area"))
        return face_usage(face, error, _("say either a box or --area"));
    if (!read_type(face, scope, error))
        return false;
    return box != NULL ? scan_print_box(face, box, &scope->box, error)
                       : read_boxes(face, scope, error);
}

void
scope_clear(struct scope *scope)
{
    box_free(scope->box);
    g_clear_pointer(&scope->ids, g_hash_table_unref);
    g_clear_pointer(&scope->boxes, g_ptr_array_unref);
}

struct box_id
scope_box(const struct scope *scope)
{
    return scope->box != NULL ? scope->box->id : (struct box_id){0};
}

bool
scope_has(const struct scope *scope, struct box_id box, int type)
{
    return (scope->type == 0 || scope->type == type) &&
           (scope->box != NULL ? scope->box->id.n == box.n
                               : g_hash_table_contains(scope->ids, &box.n));
}
