/* A district at a glance. */

#include <string.h>

#include "base/words.h"
#include "cli/stock_rows.h"
#include "inventory/stock.h"

#define LINES_MAX 60 /* more boxes than this are summed up by area */

/* A line of the table: a box, or all boxes of an area. */
struct line {
    const struct box *box; /* NULL: an area */
    struct area_id area;
    int64_t boxes;
    int64_t usable[DRUG_TYPES]; /* by type - 1, or by age */
    bool held[DRUG_TYPES];      /* there ever was any */
};

struct overview {
    struct names *names;
    const struct scope *scope;
    struct area_id root; /* the areas next below it are the lines */
    bool by_area;
    GArray *lines;            /* struct line */
    GHashTable *at;           /* id of the box or area -> number of its line, from 1 */
    bool shown[DRUG_TYPES];   /* columns that hold anything */
    int64_t usable, unusable; /* of all */
};

/* The area below the root that an area lies in: itself, where it lies next below or is the root. */
static struct area_id
below_root(const struct overview *overview, struct area_id id)
{
    const struct area *area = names_area(overview->names, id);

    while (area != NULL && id.n != overview->root.n && area->parent.n != overview->root.n &&
           area->parent.n != 0) {
        id = area->parent;
        area = names_area(overview->names, id);
    }
    return id;
}

static struct line *
line_of(struct overview *overview, const struct box *box)
{
    struct area_id area = below_root(overview, box->area);
    gpointer key = GSIZE_TO_POINTER((gsize)(overview->by_area ? area.n : box->id.n));
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(overview->at, key));

    if (at == 0) {
        struct line line = {.box = overview->by_area ? NULL : box, .area = area};

        g_array_append_val(overview->lines, line);
        at = overview->lines->len;
        g_hash_table_insert(overview->at, key, GUINT_TO_POINTER(at));
    }
    return &g_array_index(overview->lines, struct line, at - 1);
}

static void
add_cell(struct overview *overview, const struct snapshot_cell *cell)
{
    int column = overview->scope->type != 0 ? (int)cell->age : (int)cell->type - 1;
    struct line *line = line_of(overview, names_box(overview->names, cell->box));

    line->usable[column] += cell->usable;
    line->held[column] = true;
    overview->shown[column] = true;
    overview->usable += cell->usable;
    overview->unusable += cell->unusable;
}

static void
add_boxes(struct overview *overview)
{
    for (guint i = 0; i < overview->scope->boxes->len; i++)
        line_of(overview, overview->scope->boxes->pdata[i])->boxes++;
}

/* --------------------------------------------------------------------------------- for people */

/* Place, how many boxes, and a column for each type or age group that is there; returns their end. */
static void
fill_columns(const struct overview *overview, struct rows_column *columns)
{
    *columns++ = (struct rows_column){NULL, N_("Area"), ROWS_LEFT};
    *columns++ = overview->by_area ? (struct rows_column){NULL, N_("Boxes"), ROWS_RIGHT}
                                   : (struct rows_column){NULL, N_("Box"), ROWS_LEFT};
    for (int i = 0; i < DRUG_TYPES; i++)
        if (overview->shown[i])
            *columns++ = (struct rows_column){NULL,
                                              overview->scope->type != 0
                                                  ? drug_age_word((enum drug_age)i)
                                                  : drug_type_word((enum drug_type)(i + 1)),
                                              ROWS_RIGHT};
    *columns = (struct rows_column){NULL, NULL, ROWS_LEFT};
}

static void
add_line(struct rows *rows, const struct overview *overview, const struct line *line)
{
    if (line->box == NULL) {
        rows_text(rows, names_area_path(overview->names, line->area));
        rows_number(rows, line->boxes);
    } else {
        rows_text(rows, names_area_path(overview->names, line->box->area));
        rows_text(rows, names_box_text(overview->names, line->box->id));
    }
    for (int i = 0; i < DRUG_TYPES; i++) {
        if (!overview->shown[i])
            continue;
        if (line->held[i])
            rows_decimal(rows, line->usable[i], 0);
        else
            rows_none(rows);
    }
}

static void
show_table(struct face *face, const struct overview *overview)
{
    struct rows_column columns[DRUG_TYPES + 3];
    struct rows *rows;

    fill_columns(overview, columns);
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < overview->lines->len; i++)
        add_line(rows, overview, &g_array_index(overview->lines, struct line, i));
    answer_rows(face->answer, "rows", rows,
                _("There are no boxes here. Add one with “medbox box add”."));
    if (overview->lines->len > 0)
        answer_heading(face->answer,
                       _("In person-days that can be taken: %.1f in all; %.1f more are expired or "
                         "recalled."),
                       (double)overview->usable / (double)STOCK_PERSON_DAY,
                       (double)overview->unusable / (double)STOCK_PERSON_DAY);
    if (overview->by_area)
        answer_heading(face->answer, _("Box by box: --each, or --area AREA."));
}

/* ------------------------------------------------------------------------------- for programs */

static const struct rows_column cell_columns[] = {
    {"box", NULL, ROWS_RIGHT},
    {"box_code", NULL, ROWS_LEFT},
    {"box_name", NULL, ROWS_LEFT},
    {"type", NULL, ROWS_LEFT},
    {"age", NULL, ROWS_LEFT},
    {"amount", NULL, ROWS_RIGHT}, /* all that is there, in person-days */
    {"usable", NULL, ROWS_RIGHT},
    {"unusable", NULL, ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_cell_row(struct rows *rows, const struct overview *overview, const struct snapshot_cell *cell)
{
    const struct box *box = names_box(overview->names, cell->box);

    rows_number(rows, box->id.n);
    rows_text(rows, box->code);
    rows_text(rows, box->name);
    rows_text(rows, drug_type_key(cell->type));
    rows_text(rows, drug_age_key(cell->age));
    rows_decimal(rows, cell->usable + cell->unusable, 6);
    rows_decimal(rows, cell->usable, 6);
    rows_decimal(rows, cell->unusable, 6);
}

/* ------------------------------------------------------------------------------------- the whole */

static void
read_cells(struct overview *overview, const struct snapshot *snapshot, struct rows *rows)
{
    for (guint i = 0; i < snapshot->cells->len; i++) {
        const struct snapshot_cell *cell = &g_array_index(snapshot->cells, struct snapshot_cell, i);

        if (!scope_has(overview->scope, cell->box, (int)cell->type))
            continue;
        add_cell(overview, cell);
        add_cell_row(rows, overview, cell);
    }
}

void
stock_rows_overview(struct face *face, struct names *names, const struct scope *scope,
                    const struct snapshot *snapshot, bool each)
{
    struct rows *rows = rows_new(cell_columns, answer_utc_offset(face->answer));
    struct overview overview = {
        .names = names,
        .scope = scope,
        .root = scope->area.n != 0 ? scope->area : inventory_district(face->inventory),
        .by_area = !each && scope->boxes->len > LINES_MAX,
        .lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
        .at = g_hash_table_new(NULL, NULL),
    };

    add_boxes(&overview);
    read_cells(&overview, snapshot, rows);
    if (answer_is_json(face->answer)) {
        answer_rows(face->answer, "rows", rows, "");
    } else {
        rows_free(rows);
        show_table(face, &overview);
    }
    g_array_unref(overview.lines);
    g_hash_table_unref(overview.at);
}
