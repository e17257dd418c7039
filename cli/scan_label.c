/* The box that a label names. */

#include <string.h>

#include "base/words.h"
#include "cli/scan.h"
#include "inventory/setting.h"

/* Whether a label's host is one that labels of this inventory bear: set anywhere, or the default, which
 * those printed before may have. A code without an address names no host. */
static bool
is_own_host(struct scan *scan, const char *host, bool *own, GError **error)
{
    g_autoptr(GPtrArray) values = NULL;

    *own = host[0] == '\0';
    if (*own)
        return true;
    if (!setting_list(scan->face->inventory, &values, error))
        return false;
    for (guint i = 0; i < values->len; i++) {
        const struct setting_value *value = values->pdata[i];

        *own = *own || (strcmp(value->key, "label.host") == 0 &&
                        g_ascii_strcasecmp(value->value, host) == 0);
    }
    return true;
}

bool
scan_label(struct scan *scan, const struct code *code, struct box **box, GError **error)
{
    struct resolved resolved;
    char printed[BOXCODE_PRINT_SIZE];
    GError *why = NULL;
    bool own;

    *box = NULL;
    if (!is_own_host(scan, code->host, &own, error))
        return false;
    if (!own) {
        scan_problem(scan, ERR_INPUT,
                     _("this label is of %s, not of a service of these boxes (setting "
                       "label.host): nothing is done with it; where it is yours, type its code "
                       "%s"),
                     code->host, boxcode_format(code->box, printed));
        return true;
    }
    if ((resolve_code(scan->face->inventory, code, &resolved, &why) &&
         box_by_id(scan->face->inventory, resolved.box, box, &why)) ||
        scan_excuse(scan, &why))
        return true;
    g_propagate_error(error, why);
    return false;
}

bool
scan_is_here(struct scan *scan, const char *what, bool *here, GError **error)
{
    struct box *box = NULL;
    GError *why = NULL;

    *here = true;
    if (scan->box == NULL)
        return true;
    if (!box_by_id(scan->face->inventory, scan->box->id, &box, &why) &&
        !g_error_matches(why, ERR, ERR_MISSING)) {
        g_propagate_error(error, why);
        return false;
    }
    g_clear_error(&why);
    *here = box != NULL && strcmp(box->code, scan->box->code) == 0;
    box_free(box);
    if (!*here) {
        scan->text = what;
        scan_problem(scan, ERR_MISSING,
                     _("%s: not booked: the inventory was replaced meanwhile (a backup was "
                       "restored), and this box is not in it; scan the label on the box again"),
                     what);
        scan->text = NULL;
        scan_go(scan, NULL);
    }
    return true;
}
