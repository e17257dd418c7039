#include "web/entry.h"

#include <jansson.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/booking.h"
#include "inventory/count.h"
#include "inventory/unmet.h"
#include "web/next.h"
#include "web/shape.h"

#define LINES 500 /* lots in one count */
#define WITH 16

struct entry {
    struct request *request;
    struct fields *fields;
    struct box *box; /* NULL for an undo */
    bool rehearse;
    bool repeated;
    enum rule rule;
    json_t *verdict;
};

static const char *const kind_words[] = {"donate", "take",  "discard", "undo",
                                         "unmet",  "count", NULL};

static const struct fields_row line_fields[] = {
    {.name = "drug", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = INT32_MAX},
    {.name = "expiry", .kind = FIELDS_DAY},
    {.name = "lot", .kind = FIELDS_TEXT, .high = LIMIT_LOT},
    {.name = "units", .kind = FIELDS_NUMBER, .needed = true, .high = LIMIT_UNITS},
    {0},
};

const struct fields_row entry_fields[] = {
    {.name = "uid", .kind = FIELDS_UUID, .needed = true},
    {.name = "kind", .kind = FIELDS_WORD, .needed = true, .words = kind_words},
    {.name = "box", .kind = FIELDS_BOX},
    {.name = "drug", .kind = FIELDS_NUMBER, .low = 1, .high = INT32_MAX},
    {.name = "units", .kind = FIELDS_NUMBER, .low = 1, .high = LIMIT_UNITS},
    {.name = "expiry", .kind = FIELDS_DAY},
    {.name = "lot", .kind = FIELDS_TEXT, .high = LIMIT_LOT},
    {.name = "pack", .kind = FIELDS_TEXT, .high = CODE_PACK_SIZE - 1},
    {.name = "opened", .kind = FIELDS_FLAG},
    {.name = "exact", .kind = FIELDS_FLAG},
    {.name = "household", .kind = FIELDS_TEXT, .high = LIMIT_NAME},
    {.name = "with", .kind = FIELDS_LIST, .high = WITH},
    {.name = "reason", .kind = FIELDS_TEXT, .high = LIMIT_NOTE},
    {.name = "done_at", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "offline", .kind = FIELDS_FLAG},
    {.name = "of", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "type", .kind = FIELDS_TYPE},
    {.name = "age", .kind = FIELDS_AGE},
    {.name = "lines", .kind = FIELDS_LIST, .high = LINES, .of = line_fields},
    {.name = "complete", .kind = FIELDS_FLAG},
    {0},
};

/* ----------------------------------------------------------------------------------- its fields */

/* A field that this kind of entry can't do without. */
static bool
need(struct entry *entry, const char *name, GError **error)
{
    if (fields_has(entry->fields, name))
        return true;
    reply_blame(entry->request, name);
    return err_set(error, ERR_INPUT, _("“%s” is needed"), name);
}

/* A phone whose clock is ahead did it now. */
static int64_t
done_at(const struct entry *entry)
{
    int64_t now = request_now(entry->request);

    return MIN(fields_number(entry->fields, "done_at", now), now);
}

static bool
find_box(struct entry *entry, GError **error)
{
    struct inventory *inventory = request_inventory(entry->request);
    const char *code = fields_text(entry->fields, "box");

    return need(entry, "box", error) && box_by_code(inventory, code, &entry->box, error) &&
           (entry->box != NULL || box_find(inventory, code, &entry->box, error)) &&
           request_reaches_box(entry->request, entry->box, error);
}

static struct booking
booking_of(const struct entry *entry)
{
    const struct fields *fields = entry->fields;

    return (struct booking){
        .uid = fields_uuid(fields, "uid"),
        .now = request_now(entry->request),
        .done_at = done_at(entry),
        .box = entry->box != NULL ? entry->box->id : (struct box_id){0},
        .drug = {fields_number(fields, "drug", 0)},
        .units = (int32_t)fields_number(fields, "units", 0),
        .expiry = fields_day(fields, "expiry"),
        .lot = fields_text(fields, "lot"),
        .pack = fields_text(fields, "pack"),
        .reason = fields_text(fields, "reason"),
        .person = request_identity(entry->request)->person,
        .opened = fields_flag(fields, "opened"),
        .exact = fields_flag(fields, "exact"),
        .happened = fields_flag(fields, "offline"),
    };
}

/* --------------------------------------------------------------------------------- what was booked */

static json_t *
shape_notices(const GPtrArray *notices)
{
    json_t *list = json_array();

    for (guint i = 0; i < notices->len; i++) {
        g_autofree char *sentence = next_sentence(notices->pdata[i]);

        json_array_append_new(list, json_string(sentence));
    }
    return list;
}

static json_t *
seq_of(const struct entry *entry, int64_t seq)
{
    return entry->rehearse || seq == 0 ? json_null() : json_integer(seq);
}

static void
tell_result(struct entry *entry, const struct booking_result *result)
{
    json_t *lines = json_array();

    for (guint i = 0; i < result->lines->len; i++) {
        const struct booking_line *line = result->lines->pdata[i];
        json_t *row = json_object();

        json_object_set_new(row, "seq", seq_of(entry, line->seq));
        json_object_set_new(row, "expiry", shape_day(line->expiry));
        json_object_set_new(row, "lot", shape_text(line->lot));
        json_object_set_new(row, "units", json_integer(line->units));
        json_array_append_new(lines, row);
    }
    json_object_set_new(entry->verdict, "lines", lines);
    json_object_set_new(entry->verdict, "notices", shape_notices(result->notices));
    json_object_set_new(entry->verdict, "total", json_integer(result->total));
    entry->repeated = result->repeated;
}

typedef bool poster(struct inventory *inventory, const struct booking *booking,
                    struct booking_result *result, GError **error);

static bool
book_by(struct entry *entry, poster *post, const struct booking *booking, GError **error)
{
    struct booking_result result = {0};
    bool ok = post(request_inventory(entry->request), booking, &result, error);

    if (ok)
        tell_result(entry, &result);
    entry->rule = result.refused;
    booking_result_clear(&result);
    return ok;
}

static bool
donate(struct entry *entry, GError **error)
{
    struct booking booking = booking_of(entry);

    return need(entry, "drug", error) && need(entry, "units", error) &&
           book_by(entry, booking_donate, &booking, error);
}

static bool
discard(struct entry *entry, GError **error)
{
    struct booking booking = booking_of(entry);

    return need(entry, "drug", error) && need(entry, "units", error) &&
           book_by(entry, booking_discard, &booking, error);
}

/* Other medicines of the same basket. */
static bool
read_with(struct entry *entry, struct drug_id with[WITH], struct booking *booking, GError **error)
{
    const json_t *list = fields_json(entry->fields, "with"), *item;
    size_t i;

    json_array_foreach(list, i, item)
    {
        if (!json_is_integer(item)) {
            reply_blame(entry->request, "with");
            return err_set(error, ERR_INPUT, _("“%s” must be a whole number"), "with");
        }
        with[booking->with_count++].n = json_integer_value(item);
    }
    booking->with = with;
    return true;
}

static bool
take(struct entry *entry, GError **error)
{
    struct booking booking = booking_of(entry);
    uint8_t household[MOVEMENT_HOUSEHOLD_SIZE];
    struct drug_id with[WITH];
    const char *door = fields_text(entry->fields, "household");

    if (!need(entry, "drug", error) || !need(entry, "units", error) ||
        !read_with(entry, with, &booking, error))
        return false;
    if (door != NULL && door[0] != '\0') {
        booking.household = household;
        if (!booking_household(request_inventory(entry->request), door, household, error))
            return false;
    }
    return book_by(entry, booking_take, &booking, error);
}

/* ---------------------------------------------------------------------------------------- undoing */

struct found {
    struct box_id box; /* {0}: there is no such movement */
    int64_t undone_by;
};

static bool
note_found(const struct movement *movement, int64_t undone_by, void *data)
{
    *(struct found *)data = (struct found){movement->box, undone_by};
    return false;
}

/* What lies outside of one's area is not there. */
static bool
reach_movement(struct entry *entry, int64_t seq, bool *undone, GError **error)
{
    struct inventory *inventory = request_inventory(entry->request);
    struct ledger_filter filter = {.after_seq = seq - 1, .before_seq = seq + 1};
    struct found found = {0};

    if (!ledger_list(inventory, &filter, note_found, &found, error))
        return false;
    if (found.box.n == 0)
        return err_set(error, ERR_MISSING, _("there is no movement %lld"), (long long)seq);
    *undone = found.undone_by != 0;
    return box_by_id(inventory, found.box, &entry->box, error) &&
           request_reaches_box(entry->request, entry->box, error);
}

/* Whoever taps twice, or after somebody else, has what they want: it is undone. */
static bool
undo(struct entry *entry, GError **error)
{
    int64_t seq = fields_number(entry->fields, "of", 0);
    struct booking booking = booking_of(entry);
    struct booking_result result = {0};
    g_autoptr(GError) why = NULL;
    bool undone = false, ok = false;

    if (!need(entry, "of", error) || !reach_movement(entry, seq, &undone, error))
        return false;
    if (booking_undo(request_inventory(entry->request), seq, &booking, &result, &why)) {
        tell_result(entry, &result);
        ok = true;
    } else if (undone && g_error_matches(why, ERR, ERR_REFUSED)) {
        entry->repeated = true;
        ok = true;
    } else {
        g_propagate_error(error, g_steal_pointer(&why));
    }
    booking_result_clear(&result);
    return ok;
}

/* --------------------------------------------------------------------------- requests and counts */

static bool
unmet(struct entry *entry, GError **error)
{
    const struct uuid uid = fields_uuid(entry->fields, "uid");

    return need(entry, "type", error) && need(entry, "age", error) &&
           unmet_post(request_inventory(entry->request), &uid, done_at(entry), entry->box->id,
                      (enum drug_type)fields_number(entry->fields, "type", 0),
                      (enum drug_age)fields_number(entry->fields, "age", 0), &entry->repeated,
                      error);
}

static void
tell_differences(struct entry *entry, const struct count_result *result)
{
    json_t *lines = json_array();

    for (guint i = 0; i < result->differences->len; i++) {
        const struct count_difference *d = result->differences->pdata[i];

        json_array_append_new(
            lines, json_pack("{s:o, s:I, s:o, s:o, s:I, s:I, s:I}", "seq", seq_of(entry, d->seq),
                             "drug", (json_int_t)d->drug.n, "expiry", shape_day(d->expiry), "lot",
                             shape_text(d->lot), "units", (json_int_t)(d->found - d->expected),
                             "expected", (json_int_t)d->expected, "found", (json_int_t)d->found));
    }
    json_object_set_new(entry->verdict, "lines", lines);
    json_object_set_new(entry->verdict, "notices", shape_notices(result->notices));
    json_object_set_new(entry->verdict, "total", json_integer(result->compared));
    entry->repeated = result->repeated;
}

/* The lines, whose texts live as long as their fields; NULL with an error. */
static struct count_line *
read_lines(struct entry *entry, GPtrArray *fields, GError **error)
{
    json_t *list = fields_json(entry->fields, "lines"), *item;
    g_autofree struct count_line *lines = g_new0(struct count_line, json_array_size(list) + 1);
    size_t i;

    json_array_foreach(list, i, item)
    {
        struct fields *line = fields_read(line_fields, item, error);

        if (line == NULL) {
            reply_blame(entry->request, "lines");
            return NULL;
        }
        g_ptr_array_add(fields, line);
        lines[i] = (struct count_line){.drug = {fields_number(line, "drug", 0)},
                                       .expiry = fields_day(line, "expiry"),
                                       .lot = fields_text(line, "lot"),
                                       .units = (int32_t)fields_number(line, "units", 0)};
    }
    return g_steal_pointer(&lines);
}

/* All of the box, unless it says that it is not. */
static bool
count(struct entry *entry, GError **error)
{
    g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func((GDestroyNotify)fields_free);
    g_autofree struct count_line *lines =
        need(entry, "lines", error) ? read_lines(entry, fields, error) : NULL;
    struct count count = {
        .uid = fields_uuid(entry->fields, "uid"),
        .now = request_now(entry->request),
        .counted_at = done_at(entry),
        .box = entry->box->id,
        .lines = lines,
        .line_count = fields->len,
        .complete =
            !fields_has(entry->fields, "complete") || fields_flag(entry->fields, "complete"),
        .person = request_identity(entry->request)->person,
    };
    struct count_result result = {0};
    bool ok =
        lines != NULL && count_post(request_inventory(entry->request), &count, &result, error);

    if (ok)
        tell_differences(entry, &result);
    count_result_clear(&result);
    return ok;
}

/* -------------------------------------------------------------------------------------- the verdict */

/* In the order of kind_words; undo finds its box by itself. */
static const struct {
    bool (*book)(struct entry *, GError **);
    bool without_box;
} kinds[] = {{donate, false}, {take, false},  {discard, false},
             {undo, true},    {unmet, false}, {count, false}};

static bool
book(struct entry *entry, GError **error)
{
    int64_t kind = fields_number(entry->fields, "kind", 0);

    return (kinds[kind].without_box || find_box(entry, error)) && kinds[kind].book(entry, error);
}

/* The movements of one entry stay or go together. */
static bool
book_in_pair(struct entry *entry, GError **error)
{
    struct inventory *inventory = request_inventory(entry->request);
    bool ok;

    if (!ledger_begin(inventory, error))
        return false;
    ok = book(entry, error);
    /* a refusal that was kept stays, though nothing was booked */
    return ledger_end(inventory, ok || entry->rule != RULE_NONE, ok ? error : NULL) && ok;
}

static const char *
word_of(const struct entry *entry, const GError *error)
{
    if (error == NULL)
        return entry->repeated ? "repeated" : "booked";
    return g_error_matches(error, ERR, ERR_REFUSED) || g_error_matches(error, ERR, ERR_DENIED)
               ? "refused"
               : "invalid";
}

static void
tell_verdict(struct entry *entry, const json_t *told, const GError *error, const char *field)
{
    static const char *const lists[] = {"lines", "notices"};
    json_t *uid = json_object_get(told, "uid"), *verdict = entry->verdict;
    g_autofree char *message = error != NULL ? next_shown(error) : NULL;

    json_object_set(verdict, "uid", json_is_string(uid) ? uid : json_null());
    json_object_set_new(verdict, "verdict", json_string(word_of(entry, error)));
    json_object_set_new(verdict, "rule",
                        entry->rule != RULE_NONE ? json_string(rule_key(entry->rule))
                                                 : json_null());
    json_object_set_new(verdict, "message", shape_text(message));
    json_object_set_new(verdict, "field", shape_text(field));
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        if (json_object_get(verdict, lists[i]) == NULL)
            json_object_set_new(verdict, lists[i], json_array());
    if (json_object_get(verdict, "total") == NULL)
        json_object_set_new(verdict, "total", json_null());
}

static bool
is_final(const GError *error)
{
    return !g_error_matches(error, ERR, ERR_BUSY) && !g_error_matches(error, ERR, ERR_BROKEN);
}

json_t *
entry_book(struct request *request, json_t *told, bool rehearse, GError **error)
{
    struct entry entry = {.request = request, .rehearse = rehearse, .verdict = json_object()};
    const char *field = NULL;
    g_autoptr(GError) why = NULL;

    reply_blame(request, NULL);
    entry.fields = fields_read_blaming(entry_fields, told, &field, &why);
    if (entry.fields != NULL && !book_in_pair(&entry, &why))
        field = request_blamed(request);
    reply_blame(request, NULL);
    if (why == NULL || is_final(why)) {
        tell_verdict(&entry, told, why, field);
    } else {
        g_propagate_error(error, g_steal_pointer(&why));
        g_clear_pointer(&entry.verdict, json_decref);
    }
    fields_free(entry.fields);
    box_free(entry.box);
    return entry.verdict;
}
