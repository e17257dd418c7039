/* Areas: one a row, with the path of the area that it lies in. */

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/importing.h"
#include "inventory/inside.h"

const struct import_column importing_areas_columns[] = {
    [AREAS_KIND] = {"kind", "类型", true, NULL},
    [AREAS_NAME] = {"name", "名称", true, NULL},
    [AREAS_PARENT] = {"parent", "上级", false, NULL},
    {NULL, NULL, false, NULL},
};

/* City and district are the inventory's own; 0 after a complaint. */
static enum area_kind
read_kind(struct importing *importing)
{
    const char *text = importing_text(importing, AREAS_KIND, LIMIT_NAME);
    int kind = area_kind_of_word(text);

    if (kind >= AREA_COMMUNITY)
        return (enum area_kind)kind;
    if (text[0] != '\0')
        importing_complain(importing, AREAS_KIND,
                           _("“%s” is none of community (社区), grid (网格), building (楼栋)"),
                           text);
    return AREA_CITY;
}

/* "community", "community/grid", "/grid" for a grid of the district itself; "" is the district. */
static bool
find_parent(struct importing *importing, struct area_id *id, GError **error)
{
    const char *text = importing_text(importing, AREAS_PARENT, 2 * LIMIT_NAME + 1);
    g_auto(GStrv) names = g_strsplit(text, "/", -1);

    *id = importing->inventory->district;
    if (g_strv_length(names) > 2)
        importing_complain(importing, AREAS_PARENT,
                           _("“%s” is no path; write it as community or community/grid"), text);
    for (int i = 0; names[i] != NULL && !importing->row_bad; i++) {
        if (names[i][0] == '\0')
            continue;
        if (!importing_find_area(importing, AREAS_PARENT, i == 0 ? AREA_COMMUNITY : AREA_GRID, *id,
                                 g_strstrip(names[i]), id, error))
            return false;
        if (id->n == 0 && !importing->row_bad)
            importing_complain(importing, AREAS_PARENT,
                               _("there is no area “%s”; give it a row of its own above this one"),
                               names[i]);
    }
    return true;
}

bool
importing_areas_row(struct importing *importing, GError **error)
{
    enum area_kind kind = read_kind(importing);
    const char *name = importing_text(importing, AREAS_NAME, LIMIT_NAME);
    struct area_id parent, id;

    if (importing->row_bad)
        return true;
    if (!find_parent(importing, &parent, error))
        return false;
    if (importing->row_bad)
        return true;
    if (!importing_find_area(importing, AREAS_NAME, kind, parent, name, &id, error))
        return false;
    if (id.n != 0)
        importing->result->unchanged++;
    else
        importing->result->added++;
    return importing_make_area(importing, AREAS_NAME, kind, parent, name, &id, error);
}
