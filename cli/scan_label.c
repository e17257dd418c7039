/* The box that a label names. */

#include <string.h>

#include "base/words.h"
#include "cli/scan.h"

bool
scan_label(struct scan *scan, const struct code *code, struct box **box, GError **error)
{
    struct resolved resolved;
    GError *why = NULL;

    *box = NULL;
    if ((box_check_host(scan->face->inventory, code->host, code->box, &why) &&
         resolve_code(scan->face->inventory, code, &resolved, &why) &&
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
