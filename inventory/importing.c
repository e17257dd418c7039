/* Cells as values, and complaints about them. */

#include "inventory/importing.h"

#include <stdarg.h>
#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/field.h"
#include "inventory/inside.h"

#define MILLION 1000000

/* ------------------------------------------------------------------------------------ complaints */

static void
keep_complaint(struct importing *importing, int column, const char *what)
{
    importing->row_bad = true;
    if (++importing->wrong > IMPORT_COMPLAINTS_MAX)
        return;
    g_ptr_array_add(
        importing->complaints,
        column >= 0 && importing_has(importing, column)
            ? csv_complaint(importing->table, importing->row, (size_t)importing->at[column], what)
            : csv_row_complaint(importing->table, importing->row, what));
}

void
importing_complain(struct importing *importing, int column, const char *what, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    va_start(args, what);
    text = g_strdup_vprintf(what, args);
    va_end(args);
    keep_complaint(importing, column, text);
}

bool
importing_settle(struct importing *importing, int column, GError *failure, GError **error)
{
    bool of_row = g_error_matches(failure, ERR, ERR_INPUT) ||
                  g_error_matches(failure, ERR, ERR_MISSING) ||
                  g_error_matches(failure, ERR, ERR_REFUSED);

    if (!of_row) {
        g_propagate_error(error, failure);
        return false;
    }
    keep_complaint(importing, column, failure->message);
    g_error_free(failure);
    return true;
}

/* Words of two columns may be the same. */
static char *
miss_key(int column, const char *word)
{
    return g_strdup_printf("%d %s", column, word);
}

bool
importing_miss(struct importing *importing, int column, const char *word, GError *failure,
               GError **error)
{
    g_autofree char *message = g_strdup(failure->message);

    if (!importing_settle(importing, column, failure, error))
        return false;
    g_hash_table_insert(importing->misses, miss_key(column, word), g_steal_pointer(&message));
    return true;
}

bool
importing_missed(struct importing *importing, int column, const char *word)
{
    g_autofree char *key = miss_key(column, word);
    const char *message = g_hash_table_lookup(importing->misses, key);

    if (message != NULL)
        keep_complaint(importing, column, message);
    return message != NULL;
}

bool
importing_is_heard(const struct importing *importing)
{
    return importing->wrong < IMPORT_COMPLAINTS_MAX;
}

/* ----------------------------------------------------------------------------------------- texts */

bool
importing_has(const struct importing *importing, int column)
{
    return importing->at[column] >= 0;
}

char *
importing_text(struct importing *importing, int column, size_t limit)
{
    char *text = g_strdup("");

    if (importing_has(importing, column)) {
        g_free(text);
        text =
            field_trim(csv_cell(importing->table, importing->row, (size_t)importing->at[column]));
        if (field_has_control(text))
            importing_complain(importing, column, _("a line break or control character is in it"));
        else if ((size_t)g_utf8_strlen(text, -1) > limit)
            importing_complain(importing, column, _("it is longer than %d characters"), (int)limit);
        else if (text[0] == '\0' && importing->columns[column].needed)
            importing_complain(importing, column, _("it is empty"));
    }
    g_ptr_array_add(importing->texts, text);
    return text;
}

/* --------------------------------------------------------------------------------------- numbers */

/* A number as it is typed, wide digits and signs made narrow. */
static char *
number_text(struct importing *importing, int column)
{
    char *text = importing_text(importing, column, LIMIT_NAME);
    char *narrow = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);

    g_ptr_array_add(importing->texts, narrow);
    return narrow;
}

/* Digits with at most so many places behind the point that count, rounding where there are more;
 * false where the text is anything else or has over nine digits before the point. */
static bool
parse_fixed(const char *text, int places, int64_t *value)
{
    bool negative = text[0] == '-';
    int64_t number = 0;
    const char *p = text + negative;
    int digits = 0;

    for (; g_ascii_isdigit(*p) && digits < 10; p++, digits++)
        number = number * 10 + (*p - '0');
    if (digits == 0 || digits > 9)
        return false;
    if (*p == '.' && (places == 0 || !g_ascii_isdigit(*++p)))
        return false;
    for (int i = 0; i < places; i++)
        number = number * 10 + (g_ascii_isdigit(*p) ? *p++ - '0' : 0);
    number += places > 0 && *p >= '5' && *p <= '9';
    while (places > 0 && g_ascii_isdigit(*p))
        p++;
    *value = negative ? -number : number;
    return *p == '\0';
}

static bool
is_whole(const char *text)
{
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

/* More digits than parse_fixed() takes. */
static bool
is_huge(const char *text)
{
    return is_whole(text) && strlen(text) > 9;
}

int32_t
importing_number(struct importing *importing, int column, const struct importing_range *range)
{
    const char *text;
    int64_t value = 0;

    if (!importing_has(importing, column))
        return range->absent;
    text = number_text(importing, column);
    if (text[0] == '\0')
        return range->empty;
    if (!parse_fixed(text, 0, &value) && !is_whole(text))
        importing_complain(importing, column,
                           _("“%s” is not a whole number; write it in digits alone, such as 1200"),
                           text);
    else if (is_huge(text) || value < range->low || value > range->high)
        importing_complain(importing, column, _("%s is not within %d to %d"), text, range->low,
                           range->high);
    else
        return (int32_t)value;
    return range->absent;
}

int32_t
importing_degrees(struct importing *importing, int column, int32_t limit, int32_t absent)
{
    const char *text;
    int64_t value = 0;

    if (!importing_has(importing, column))
        return absent;
    text = number_text(importing, column);
    if (text[0] == '\0')
        return BOX_NO_COORDINATE;
    if (!parse_fixed(text, 6, &value))
        importing_complain(importing, column,
                           _("“%s” is not a number of degrees; write it such as 30.274085"), text);
    else if (value < -(int64_t)limit * MILLION || value > (int64_t)limit * MILLION)
        importing_complain(
            importing, column,
            _("%s is not within -%d to %d degrees; perhaps latitude and longitude are "
              "swapped"),
            text, limit, limit);
    else
        return (int32_t)value;
    return BOX_NO_COORDINATE;
}

/* ----------------------------------------------------------------------------------------- words */

static bool
is_among(const char *list, const char *text)
{
    g_autofree char *low = g_utf8_strdown(text, -1);
    g_autofree char *between = g_strdup_printf("|%s|", low);

    return strchr(text, '|') == NULL && strstr(list, between) != NULL;
}

bool
importing_yes_no(struct importing *importing, int column, bool absent, bool empty)
{
    const char *text = importing_text(importing, column, LIMIT_NAME);

    if (!importing_has(importing, column))
        return absent;
    if (text[0] == '\0')
        return empty;
    if (is_among("|yes|y|1|true|是|有|", text))
        return true;
    if (!is_among("|no|n|0|false|否|无|", text))
        importing_complain(importing, column, _("“%s” is neither yes nor no"), text);
    return false;
}

bool
importing_retired(struct importing *importing, int column, bool absent)
{
    const char *text = importing_text(importing, column, LIMIT_NAME);

    if (!importing_has(importing, column))
        return absent;
    if (is_among("|retired|停用|退役|", text))
        return true;
    if (text[0] != '\0' && !is_among("|active|在用|启用|", text))
        importing_complain(importing, column, _("“%s” is neither active nor retired"), text);
    return false;
}

/* ---------------------------------------------------------------------------------------- finding */

void
importing_see(struct importing *importing, int column, int64_t number)
{
    guint line = GPOINTER_TO_UINT(g_hash_table_lookup(importing->seen, &number));

    if (line != 0)
        importing_complain(importing, column,
                           _("line %u speaks of the same one; keep one of the two"), line);
    else
        g_hash_table_insert(importing->seen, g_memdup2(&number, sizeof(number)),
                            GUINT_TO_POINTER(csv_line(importing->table, importing->row)));
}

bool
importing_find_area(struct importing *importing, int column, enum area_kind kind,
                    struct area_id parent, const char *name, struct area_id *id, GError **error)
{
    struct db_stmt *q =
        db_query(importing->inventory->db,
                 "SELECT id, kind FROM area WHERE parent = :parent AND name = :name");
    int there = (int)kind;

    *id = (struct area_id){0};
    db_bind_int(q, "parent", parent.n);
    db_bind_text(q, "name", name);
    if (db_row(q)) {
        id->n = db_int(q, 0);
        there = area_kind_parse(db_text(q, 1));
    }
    if (!db_done(q, error))
        return false;
    if (there != (int)kind) {
        *id = (struct area_id){0};
        importing_complain(importing, column, _("“%s” is there as a %s, not as a %s"), name,
                           area_kind_word((enum area_kind)there), area_kind_word(kind));
    }
    return true;
}

bool
importing_make_area(struct importing *importing, int column, enum area_kind kind,
                    struct area_id parent, const char *name, struct area_id *id, GError **error)
{
    GError *failure = NULL;

    if (!importing_find_area(importing, column, kind, parent, name, id, error))
        return false;
    if (id->n != 0 || importing->row_bad)
        return true;
    if (!area_add(importing->inventory, parent, kind, name, id, &failure))
        return importing_settle(importing, column, failure, error);
    importing->result->areas++;
    if (kind == AREA_COMMUNITY && importing->import->communities != NULL)
        g_ptr_array_add(importing->import->communities, g_strdup(name));
    return true;
}

bool
importing_find_place(struct importing *importing, int community, importing_step *step,
                     struct area_id *area, GError **error)
{
    static const enum area_kind kinds[] = {AREA_COMMUNITY, AREA_GRID, AREA_BUILDING};

    *area = importing->inventory->district;
    for (int i = 0; i < (int)G_N_ELEMENTS(kinds); i++) {
        const char *name = importing_text(importing, community + i, LIMIT_NAME);

        if (name[0] == '\0' || strcmp(name, IMPORT_DISTRICT) == 0 || importing->row_bad)
            continue;
        if (!step(importing, community + i, kinds[i], *area, name, area, error))
            return false;
    }
    return true;
}

bool
importing_find_box(struct importing *importing, struct area_id area, const char *name,
                   bool retired_too, struct box_id *id, int *count, GError **error)
{
    /* The area's boxes are asked for apart: else SQLite takes them for as many as the tenant's. */
    struct db_stmt *q =
        db_query(importing->inventory->db,
                 "SELECT id FROM box WHERE tenant = :tenant AND id IN"
                 " (SELECT id FROM box WHERE tenant = :tenant AND area = :area)"
                 " AND name = :name AND (state = 'active' OR CAST(:retired_too AS BIGINT) = 1)"
                 " ORDER BY state, id");

    *id = (struct box_id){0};
    db_bind_int(q, "tenant", importing->inventory->tenant);
    db_bind_int(q, "area", area.n);
    db_bind_text(q, "name", name);
    db_bind_int(q, "retired_too", retired_too);
    for (*count = 0; db_row(q); ++*count)
        if (*count == 0)
            id->n = db_int(q, 0);
    return db_done(q, error);
}

bool
importing_find_code(struct importing *importing, const char *code, struct box_id *id,
                    GError **error)
{
    struct db_stmt *q = db_query(importing->inventory->db,
                                 "SELECT id FROM box WHERE code = :code AND tenant = :tenant");

    db_bind_text(q, "code", code);
    db_bind_int(q, "tenant", importing->inventory->tenant);
    return db_one_int(q, 0, &id->n, error);
}
