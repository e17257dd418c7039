#include "tests/bench/allocator/history.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"

#define CELLS 64
#define LEVELS 3
#define AMOUNT_MOST 1e9

/* A file that is read line by line. It carries the first failure, and has no more rows then. */
struct table {
    const char *path;
    FILE *file;
    GError *failure;
    char *line, *names;
    size_t room;
    int number; /* of the line */
    char separator;
    char *head[CELLS], *cell[CELLS];
    int columns, cells;
};

static void G_GNUC_PRINTF(2, 3) complain(struct table *table, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list words;

    va_start(words, format);
    text = g_strdup_vprintf(format, words);
    va_end(words);
    if (table->failure == NULL)
        err_set(&table->failure, ERR_INPUT, "%s line %d: %s", table->path, table->number, text);
}

static int
split(char *line, char separator, char **cells)
{
    int count = 0;

    for (char *at = line; at != NULL && count < CELLS; count++) {
        char *end = strchr(at, separator);

        if (end != NULL)
            *end++ = '\0';
        cells[count] = g_strstrip(at);
        if (*cells[count] == '"' && strlen(cells[count]) >= 2) {
            cells[count]++;
            cells[count][strlen(cells[count]) - 1] = '\0';
        }
        at = end;
    }
    return count;
}

static bool
next_line(struct table *table)
{
    while (table->failure == NULL && getline(&table->line, &table->room, table->file) >= 0) {
        table->number++;
        g_strchomp(table->line);
        if (*table->line != '\0')
            return true;
    }
    return false;
}

static void
open_table(struct table *table, FILE *file, const char *name)
{
    const char *mark = "\xef\xbb\xbf", *start;

    *table = (struct table){.path = name, .file = file, .separator = ','};
    if (file == NULL || !next_line(table)) {
        complain(table, "can't be read, or is empty");
        return;
    }
    start = table->line + (strncmp(table->line, mark, 3) == 0 ? 3 : 0);
    table->separator = strchr(start, '\t') != NULL ? '\t' : strchr(start, ',') != NULL ? ',' : ';';
    table->names = g_ascii_strdown(start, -1);
    table->columns = split(table->names, table->separator, table->head);
}

static bool
next_row(struct table *table)
{
    if (!next_line(table))
        return false;
    table->cells = split(table->line, table->separator, table->cell);
    return true;
}

/* Frees it and gives what it carries, if anything; then false. */
static bool
close_table(struct table *table, GError **error)
{
    bool ok = table->failure == NULL;

    free(table->line);
    g_free(table->names);
    if (!ok)
        g_propagate_error(error, g_steal_pointer(&table->failure));
    return ok;
}

/* The column with one of the names (a|b|c), or -1. */
static int
column(const struct table *table, const char *names)
{
    g_auto(GStrv) each = g_strsplit(names, "|", -1);

    for (int i = 0; i < table->columns; i++)
        if (g_strv_contains((const char *const *)each, table->head[i]))
            return i;
    return -1;
}

static int
must_column(struct table *table, const char *names)
{
    int found = column(table, names);

    if (found < 0)
        complain(table, "there is no column %s", names);
    return found;
}

static const char *
cell(const struct table *table, int column)
{
    return column >= 0 && column < table->cells ? table->cell[column] : "";
}

static double
number(struct table *table, int column)
{
    const char *text = cell(table, column);
    char *end;
    double value = g_ascii_strtod(text, &end);

    if (*text == '\0')
        return 0;
    if (*end == '\0' && isfinite(value))
        return value;
    complain(table, "“%s” is no number", text);
    return 0;
}

/* Of people, or of units. */
static double
amount(struct table *table, int column, const char *refusal)
{
    double value = number(table, column);

    if (value < 0 || value > AMOUNT_MOST)
        complain(table, "“%s”: %s", cell(table, column), refusal);
    return value;
}

/* The number of a name, given as they come. */
static int32_t
number_of(GHashTable *numbers, GPtrArray *names, const char *name)
{
    gpointer known;
    char *own;

    if (g_hash_table_lookup_extended(numbers, name, NULL, &known))
        return GPOINTER_TO_INT(known);
    own = g_strdup(name);
    g_ptr_array_add(names, own);
    g_hash_table_insert(numbers, own, GINT_TO_POINTER((int)names->len - 1));
    return (int32_t)names->len - 1;
}

/* ----------------------------------------------------------------------------------------- boxes */

struct columns {
    int box, county, community, grid, residents, vulnerable;
};

static bool
read_boxes(struct history *h, FILE *file, GHashTable *boxes, GError **error)
{
    struct table t;
    struct columns c;
    static const char people[] = "people are 0 or more, at most 1e9";
    GHashTable *areas[LEVELS];
    g_autoptr(GPtrArray) communities = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < LEVELS; i++)
        areas[i] = g_hash_table_new(g_str_hash, g_str_equal);
    open_table(&t, file, "boxes.csv");
    c = (struct columns){.box = must_column(&t, "box|id|code"),
                         .county = column(&t, "county|cty|district|region|town"),
                         .community = column(&t, "community|com|village"),
                         .grid = column(&t, "grid|building|estate"),
                         .residents = column(&t, "residents|population|pop"),
                         .vulnerable = column(&t, "vulnerable|vul")};
    while (next_row(&t)) {
        const char *county = cell(&t, c.county);
        g_autofree char *community = g_strjoin("/", county, cell(&t, c.community), NULL);
        g_autofree char *grid = g_strjoin("/", community, cell(&t, c.grid), NULL);
        guint count = h->boxes->len;
        struct demand_box box = {.county = number_of(areas[0], h->counties, county),
                                 .community = number_of(areas[1], communities, community),
                                 .grid = number_of(areas[2], grids, grid),
                                 .residents = amount(&t, c.residents, people)};
        double weight = MAX(box.residents, 1) + 2 * amount(&t, c.vulnerable, people);

        if (number_of(boxes, h->boxes, cell(&t, c.box)) != (int32_t)count) {
            complain(&t, "box “%s” stands there twice", cell(&t, c.box));
            break;
        }
        g_array_append_val(h->box, box);
        g_array_append_val(h->weight, weight);
        g_array_append_val(h->community, box.community);
    }
    for (int i = 0; i < LEVELS; i++)
        g_hash_table_destroy(areas[i]);
    return close_table(&t, error);
}

/* ---------------------------------------------------------------------------------------- events */

static const struct {
    const char *word;
    enum demand_kind kind;
} kinds[] = {
    {"take", DEMAND_TAKE},     {"taken", DEMAND_TAKE},    {"unmet", DEMAND_UNMET},
    {"donate", DEMAND_GIFT},   {"donation", DEMAND_GIFT}, {"gift", DEMAND_GIFT},
    {"restock", DEMAND_VISIT}, {"receive", DEMAND_VISIT}, {"send", DEMAND_OUT},
    {"discard", DEMAND_OUT},   {"lost", DEMAND_OUT},      {"expire", DEMAND_OUT},
    {"found", DEMAND_IN},      {"count", DEMAND_COUNT},   {"stock", DEMAND_COUNT},
    {"initial", DEMAND_COUNT}, {"due", DEMAND_DUE},       {"undo_out", DEMAND_IN},
    {"undo_in", DEMAND_OUT},
};

static enum demand_kind
kind_of(struct table *table, const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_ascii_strcasecmp(kinds[i].word, word) == 0)
            return kinds[i].kind;
    complain(table, "“%s” is no kind of event", word);
    return DEMAND_TAKE;
}

/* A time as days: a number, or a date with or without a time of day. */
static double
days_of(struct history *h, struct table *table, const char *text)
{
    int year, month, day, hour = 0, minute = 0, read = 0;
    double second = 0;
    char *end;
    double value = g_ascii_strtod(text, &end);
    bool counted = *text != '\0' && *end == '\0' && isfinite(value) && fabs(value) < 1e7;

    if (counted && !h->dated) {
        h->counted = true;
        return value;
    }
    read =
        sscanf(text, "%4d-%2d-%2d%*1[T ]%2d:%2d:%lf", &year, &month, &day, &hour, &minute, &second);
    if (read < 3 || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year)) {
        complain(table, "“%s” is no time: a day's number, or YYYY-MM-DD with or without HH:MM:SS%s",
                 text, counted ? ", but not both in one file" : "");
        return 0;
    }
    if (h->counted)
        complain(table, "“%s” is a date, but lines before it have numbers of days", text);
    h->dated = true;
    return day_of_date(year, month, day).n + hour / 24.0 + minute / 1440.0 + second / 86400;
}

static int
by_time(gconstpointer a, gconstpointer b)
{
    const struct demand_event *one = a, *other = b;

    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    return (one->at > other->at) - (one->at < other->at);
}

/* Where nothing has a time of day, nothing is known of it. */
static void
forget_midnights(GArray *events)
{
    for (guint i = 0; i < events->len; i++)
        if (g_array_index(events, struct demand_event, i).at > 0)
            return;
    for (guint i = 0; i < events->len; i++)
        g_array_index(events, struct demand_event, i).at = -1;
}

static bool
read_events(struct history *h, FILE *file, GHashTable *boxes, GError **error)
{
    struct table t;
    g_autoptr(GHashTable) types = g_hash_table_new(g_str_hash, g_str_equal);
    int time, box, type, kind, units;

    open_table(&t, file, "events.csv");
    time = must_column(&t, "time|day|date|at");
    box = must_column(&t, "box|box_id");
    type = column(&t, "type|drug");
    kind = must_column(&t, "kind|event");
    units = must_column(&t, "units|amount|quantity");
    while (next_row(&t)) {
        double when = days_of(h, &t, cell(&t, time));
        gpointer number_of_box;
        struct demand_event e = {.day = (int32_t)floor(when), .at = (float)(when - floor(when))};

        if (!g_hash_table_lookup_extended(boxes, cell(&t, box), NULL, &number_of_box)) {
            complain(&t, "there is no box “%s” in boxes.csv", cell(&t, box));
            break;
        }
        e.box = GPOINTER_TO_INT(number_of_box);
        e.place = number_of(types, h->types, cell(&t, type));
        e.kind = (uint8_t)kind_of(&t, cell(&t, kind));
        e.amount =
            e.kind == DEMAND_DUE
                ? floor(days_of(h, &t, cell(&t, units)))
                : amount(&t, units,
                         "units are 0 or more, at most 1e9; the kind says which way they go");
        g_array_append_val(h->events, e);
    }
    if (h->events->len == 0)
        complain(&t, "there are no events");
    g_array_sort(h->events, by_time);
    forget_midnights(h->events);
    return close_table(&t, error);
}

static void
open_history(struct history *h)
{
    *h = (struct history){
        .boxes = g_ptr_array_new_with_free_func(g_free),
        .types = g_ptr_array_new_with_free_func(g_free),
        .counties = g_ptr_array_new_with_free_func(g_free),
        .box = g_array_new(FALSE, FALSE, sizeof(struct demand_box)),
        .weight = g_array_new(FALSE, FALSE, sizeof(double)),
        .community = g_array_new(FALSE, FALSE, sizeof(int32_t)),
        .events = g_array_new(FALSE, FALSE, sizeof(struct demand_event)),
    };
}

bool
history_read_files(struct history *h, FILE *boxes, FILE *events, GError **error)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);

    open_history(h);
    return read_boxes(h, boxes, numbers, error) && read_events(h, events, numbers, error);
}

bool
history_read(struct history *h, const char *folder, GError **error)
{
    g_autofree char *boxes = g_build_filename(folder, "boxes.csv", NULL);
    g_autofree char *events = g_build_filename(folder, "events.csv", NULL);
    FILE *files[] = {fopen(boxes, "r"), fopen(events, "r")};
    bool ok = history_read_files(h, files[0], files[1], error);

    for (int i = 0; i < 2; i++)
        if (files[i] != NULL)
            fclose(files[i]);
    return ok;
}

void
history_clear(struct history *h)
{
    g_ptr_array_unref(h->boxes);
    g_ptr_array_unref(h->types);
    g_ptr_array_unref(h->counties);
    g_array_unref(h->box);
    g_array_unref(h->weight);
    g_array_unref(h->community);
    g_array_unref(h->events);
}
