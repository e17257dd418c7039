#include "inventory/count.h"

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "inventory/counted.h"
#include "inventory/inside.h"
#include "inventory/intake.h"
#include "inventory/lot.h"
#include "inventory/posting.h"
#include "inventory/stock.h"

/* A count under way. */
struct work {
    struct inventory *inventory;
    const struct count *count;
    struct count_result *result;
    GPtrArray *expected; /* struct stock_lot *: what the ledger held then, as it was known then */
    bool *counted;       /* of each of them: a line spoke of it */
    struct counted as;   /* how it is kept */
};

static void
difference_free(gpointer data)
{
    struct count_difference *difference = data;

    g_free(difference->lot);
    g_free(difference);
}

void
count_result_clear(struct count_result *result)
{
    g_clear_pointer(&result->differences, g_ptr_array_unref);
    g_clear_pointer(&result->notices, g_ptr_array_unref);
}

static bool
read_expected(struct work *work, GError **error)
{
    if (!stock_lots_at(work->inventory, work->count->box, (struct drug_id){0}, work->as.at,
                       work->as.seq, &work->expected, error))
        return false;
    work->counted = g_new0(bool, work->expected->len + 1);
    return true;
}

/* ---------------------------------------------------------------------------- booking a difference */

/* That what it booked was settled against a later count, which is told once. */
static void
note_settled(struct work *work, const struct movement *m)
{
    const char *words = posting_counted_words();
    GPtrArray *notices = work->result->notices;

    if (m->counted_at != 0 && !g_ptr_array_find_with_equal_func(notices, words, g_str_equal, NULL))
        g_ptr_array_add(notices, g_strdup(words));
}

/* What a repeated count finds was booked the first time, or it is another count. */
static bool
post_movement(struct work *work, struct movement *m, GError **error)
{
    bool repeated = false;

    if (!work->result->repeated)
        return ledger_post(work->inventory, m, &repeated, error);
    return posting_find_repeated(work->inventory, m, &repeated, error) &&
           (repeated || posting_refuse_other(error));
}

static bool
post_difference(struct work *work, const struct stock_lot *lot, int64_t expected, int64_t found,
                GError **error)
{
    struct movement m = {
        .uid = uuid_nth(work->count->uid, work->result->differences->len),
        .at = work->count->now,
        .done_at = work->as.at,
        .kind = found > expected ? MOVEMENT_FOUND : MOVEMENT_LOST,
        .box = work->count->box,
        .drug = lot->drug,
        .expiry = lot->expiry,
        .lot = lot->lot,
        .units = (int32_t)ABS(found - expected),
        .person = work->count->person,
    };
    struct count_difference *difference;

    if (found == expected)
        return true;
    if (ABS(found - expected) > LIMIT_UNITS)
        return err_set(error, ERR_INPUT,
                       _("the difference is %lld; at most %d can be booked at once, so count in "
                         "several steps"),
                       (long long)ABS(found - expected), LIMIT_UNITS);
    if (!post_movement(work, &m, error))
        return false;
    note_settled(work, &m);
    difference = g_new(struct count_difference, 1);
    *difference = (struct count_difference){
        .drug = lot->drug,
        .expiry = lot->expiry,
        .lot = g_strdup(lot->lot),
        .expected = expected,
        .found = found,
        .seq = work->count->dry_run && !work->result->repeated ? 0 : m.seq,
    };
    g_ptr_array_add(work->result->differences, difference);
    return true;
}

/* ------------------------------------------------------------------------------- line by line */

/* Whether a lot is among those that the line tells the sum of. */
static bool
covers(const struct count_line *line, struct drug_id drug, struct day expiry, const char *lot)
{
    return line->drug.n == drug.n && (line->expiry.n == DAY_NONE.n || line->expiry.n == expiry.n) &&
           (line->lot == NULL || strcmp(line->lot, lot) == 0);
}

/* What is in the box of each lot by the line, as far as the ledger tells them apart. Of one of which more
 * left than had come, by what was told, there is none. */
struct share {
    const struct stock_lot *lot;
    int64_t found;
};

static GArray *
share_out(struct work *work, const struct count_line *line, int64_t *sum)
{
    GArray *shares = g_array_new(FALSE, FALSE, sizeof(struct share));

    *sum = 0;
    for (guint i = 0; i < work->expected->len; i++) {
        const struct stock_lot *lot = work->expected->pdata[i];
        struct share share = {lot, MAX(lot->units, 0)};

        if (!covers(line, lot->drug, lot->expiry, lot->lot))
            continue;
        work->counted[i] = true;
        *sum += share.found;
        g_array_append_val(shares, share);
    }
    return shares;
}

/* What is missing goes from the lot that expires first, as if it had been taken. */
static void
share_missing(GArray *shares, int64_t missing)
{
    for (guint i = 0; i < shares->len; i++) {
        struct share *share = &g_array_index(shares, struct share, i);
        int64_t gone = MIN(missing, share->found);

        share->found -= gone;
        missing -= gone;
    }
}

/* "A1 (2028-03-31), B2 (2028-05-31)": what the ledger does know of the medicine; "" for nothing. */
static char *
known_lots(const struct work *work, struct drug_id drug)
{
    GString *text = g_string_new(NULL);
    char date[DAY_TEXT_SIZE];

    for (guint i = 0; i < work->expected->len; i++) {
        const struct stock_lot *lot = work->expected->pdata[i];

        if (lot->drug.n != drug.n || lot->units <= 0)
            continue;
        g_string_append_printf(text, "%s%s", text->len > 0 ? _(", ") : "",
                               lot->lot[0] != '\0' ? lot->lot : _("no batch"));
        if (lot->expiry.n != DAY_NEVER.n)
            g_string_append_printf(text, " (%s)", day_format(lot->expiry, date));
    }
    return g_string_free(text, FALSE);
}

/* That somebody can have found a lot of that day. */
static bool
check_expiry(const struct work *work, const struct count_line *line, GError **error)
{
    struct inventory *inventory = work->inventory;
    struct box *box = NULL;
    struct drug *drug = NULL;
    bool ok = box_by_id(inventory, work->count->box, &box, error) &&
              drug_by_id(inventory, line->drug, &drug, error) &&
              intake_check_expiry(inventory, box, drug, line->expiry,
                                  inventory_day(inventory, work->count->now), error);

    box_free(box);
    drug_free(drug);
    return ok;
}

/* A lot that the ledger doesn't know: new, or mistyped. */
static bool
check_fresh(struct work *work, const struct count_line *line, GError **error)
{
    g_autofree char *known = known_lots(work, line->drug);

    if (line->units > 0 && !check_expiry(work, line, error))
        return false;
    if (line->units > 0 && line->expiry.n == DAY_NONE.n)
        return known[0] != '\0'
                   ? err_set(error, ERR_INPUT,
                             _("the ledger knows no batch “%s” of it in this box, but: %s; if it "
                               "is another one, give its expiry too, such as 2027-03"),
                             line->lot, known)
                   : err_set(error, ERR_INPUT,
                             _("the ledger knows none of it in this box: give its expiry too, "
                               "such as 2027-03"));
    if (line->units == 0 && known[0] != '\0')
        g_ptr_array_add(work->result->notices,
                        g_strdup_printf(_("the ledger knows nothing of that batch or date in this "
                                          "box, so none was expected; it knows: %s"),
                                        known));
    return true;
}

/* What there is more goes to the lot that expires last; one that nobody knew needs its expiry. */
static bool
post_fresh(struct work *work, const struct count_line *line, GError **error)
{
    g_autofree char *text = g_strdup(line->lot != NULL ? line->lot : "");
    struct stock_lot fresh = {.drug = line->drug, .expiry = line->expiry, .lot = text};

    return check_fresh(work, line, error) && post_difference(work, &fresh, 0, line->units, error);
}

static bool
post_shares(struct work *work, const GArray *shares, GError **error)
{
    for (guint i = 0; i < shares->len; i++) {
        const struct share *share = &g_array_index(shares, struct share, i);

        if (!post_difference(work, share->lot, share->lot->units, share->found, error))
            return false;
    }
    return true;
}

/* Of a repeated one: that the first had this line too. */
static bool
note_line(struct work *work, const struct counted_scope *scope, GError **error)
{
    bool told = work->as.uid == NULL;

    if (!work->result->repeated)
        return counted_note(work->inventory, &work->as, scope, error);
    return (told || counted_told(work->inventory, &work->as, scope, &told, error)) &&
           (told || posting_refuse_other(error));
}

static bool
count_line(struct work *work, const struct count_line *line, GError **error)
{
    struct counted_scope scope = {line->drug, line->expiry, line->lot};
    int64_t sum = 0;
    g_autoptr(GArray) shares = share_out(work, line, &sum);

    work->result->compared += MAX(shares->len, 1);
    if (!note_line(work, &scope, error))
        return false;
    if (shares->len == 0)
        return post_fresh(work, line, error);
    if (line->units < sum)
        share_missing(shares, sum - line->units);
    else
        g_array_index(shares, struct share, shares->len - 1).found += line->units - sum;
    return post_shares(work, shares, error);
}

/* Two lines that speak of the same units would book the difference twice. */
static bool
speaks_twice(const struct count *count, size_t i)
{
    const struct count_line *line = &count->lines[i];

    for (size_t j = 0; j < i; j++) {
        const struct count_line *other = &count->lines[j];

        if (other->drug.n == line->drug.n &&
            (other->expiry.n == DAY_NONE.n || line->expiry.n == DAY_NONE.n ||
             other->expiry.n == line->expiry.n) &&
            (other->lot == NULL || line->lot == NULL || strcmp(other->lot, line->lot) == 0))
            return true;
    }
    return false;
}

/* Compares a line, with its batch in normal form. */
static bool
count_told(struct work *work, const struct count_line *told, GError **error)
{
    g_autofree char *lot = told->lot != NULL ? lot_normal(told->lot, error) : NULL;
    struct count_line line = *told;

    line.lot = lot;
    return (lot != NULL || told->lot == NULL) && count_line(work, &line, error);
}

static bool
count_lines(struct work *work, GError **error)
{
    for (size_t i = 0; i < work->count->line_count; i++) {
        const struct count_line *line = &work->count->lines[i];

        if (speaks_twice(work->count, i))
            return err_set(
                error, ERR_INPUT,
                _("the same medicine is counted twice; give one sum, or one line for each "
                  "expiry and batch"));
        if (line->units < 0 || line->units > LIMIT_UNITS)
            return err_set(error, ERR_INPUT, _("a count is a number from 0 to %d"), LIMIT_UNITS);
        if (!count_told(work, line, error))
            return false;
    }
    return true;
}

static bool
count_rest(struct work *work, GError **error)
{
    if (!work->count->complete)
        return true;
    for (guint i = 0; i < work->expected->len; i++) {
        const struct stock_lot *lot = work->expected->pdata[i];

        if (work->counted[i])
            continue;
        work->result->compared++;
        if (!post_difference(work, lot, lot->units, 0, error))
            return false;
    }
    return true;
}

/* All of the box was counted if nothing was left out that should be there. */
static bool
note_box(struct work *work, GError **error)
{
    if (work->count->line_count == 0 && !work->count->complete)
        return true;
    for (guint i = 0; i < work->expected->len && !work->count->complete; i++)
        if (!work->counted[i] && ((const struct stock_lot *)work->expected->pdata[i])->units > 0)
            return true;
    return counted_note_box(work->inventory, &work->as, work->count->complete, error);
}

/* -------------------------------------------------------------------------------------- the same again */

/* A count under a known id is compared once more with the ledger as it was known then, which says what was
 * said then; one that says anything else is a client's mistake, and to call it booked would lose it. */
static bool
find_repeated(struct work *work, GError **error)
{
    const struct count *count = work->count;
    struct counted_before before;

    if (!counted_find(work->inventory, &count->uid, &before, &work->result->repeated, error))
        return false;
    if (!work->result->repeated)
        return true;
    work->as = before.count;
    return (before.count.box.n == count->box.n &&
            (before.count.uid == NULL ||
             (before.lines == (int64_t)count->line_count && before.rest == count->complete))) ||
           posting_refuse_other(error);
}

/* Nor had the first one found more. */
static bool
check_end(struct work *work, GError **error)
{
    struct uuid next = uuid_nth(work->count->uid, work->result->differences->len);
    int64_t seq = 0;

    return ledger_find(work->inventory, &next, &seq, error) &&
           (seq == 0 || posting_refuse_other(error));
}

/* ---------------------------------------------------------------------------------------- the whole */

static bool
check_box(struct work *work, GError **error)
{
    struct box *box = NULL;
    bool ok = box_by_id(work->inventory, work->count->box, &box, error);

    if (ok && box->retired)
        ok = err_set(error, ERR_REFUSED, _("the box %s is out of service"), box->name);
    box_free(box);
    return ok;
}

/* Notes when it was, if it is the first of its id. */
static bool
begin(struct work *work, GError **error)
{
    return find_repeated(work, error) &&
           (work->result->repeated ||
            (check_box(work, error) &&
             counted_moment(work->inventory, work->count->box, &work->as.at, error)));
}

static bool
read_totals(struct work *work, GError **error)
{
    for (guint i = 0; i < work->result->differences->len; i++) {
        struct count_difference *difference = work->result->differences->pdata[i];

        if (!stock_units(work->inventory, work->count->box, difference->drug, &difference->total,
                         error))
            return false;
    }
    return true;
}

static bool
post(struct work *work, GError **error)
{
    return begin(work, error) && read_expected(work, error) && count_lines(work, error) &&
           count_rest(work, error) &&
           (work->result->repeated ? check_end(work, error) : note_box(work, error)) &&
           read_totals(work, error);
}

bool
count_post(struct inventory *inventory, const struct count *count, struct count_result *result,
           GError **error)
{
    struct work work = {
        .inventory = inventory,
        .count = count,
        .result = result,
        .as = {.box = count->box,
               .at = count->counted_at != 0 ? count->counted_at : count->now,
               .uid = &count->uid},
    };
    bool ok;

    *result = (struct count_result){.differences = g_ptr_array_new_with_free_func(difference_free),
                                    .notices = g_ptr_array_new_with_free_func(g_free)};
    ok = work.as.at <= count->now
             ? ledger_begin(inventory, error)
             : err_set(error, ERR_INPUT, _("the moment of the count lies in the future"));
    if (ok) {
        work.as.seq = inventory->head.seq;
        ok = post(&work, error);
        if (count->dry_run)
            ledger_end(inventory, false, NULL);
        else
            ok = ledger_end(inventory, ok, error) && ok;
    }
    g_clear_pointer(&work.expected, g_ptr_array_unref);
    g_free(work.counted);
    return ok;
}
