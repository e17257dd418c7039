#include "cli/scan.h"

#include "base/limits.h"
#include "base/words.h"
#include "cli/booked.h"
#include "cli/names.h"
#include "cli/order.h"
#include "inventory/stock.h"

static const struct rows_column columns[] = {
    {"seq", NULL, ROWS_RIGHT},   {"kind", NULL, ROWS_LEFT},   {"box", NULL, ROWS_LEFT},
    {"code", NULL, ROWS_LEFT},   {"drug", NULL, ROWS_RIGHT},  {"name", NULL, ROWS_LEFT},
    {"units", NULL, ROWS_RIGHT}, {"expiry", NULL, ROWS_LEFT}, {"lot", NULL, ROWS_LEFT},
    {"total", NULL, ROWS_RIGHT}, {NULL, NULL, ROWS_LEFT},
};

static void
numbers_free(gpointer numbers)
{
    g_array_unref(numbers);
}

bool
scan_start(struct face *face, struct scan *scan, GError **error)
{
    const char *box = face_text(face, "box"), *household = face_text(face, "household");

    *scan = (struct scan){
        .face = face,
        .rows = rows_new(columns, answer_utc_offset(face->answer)),
        .booked = g_ptr_array_new_with_free_func(numbers_free),
        .packs = g_array_new(FALSE, TRUE, sizeof(int32_t)),
        .taken = g_array_new(FALSE, FALSE, sizeof(struct drug_id)),
    };
    if (household != NULL) {
        scan->household = scan->household_hash;
        if (!booking_household(face->inventory, household, scan->household_hash, error))
            return false;
    }
    return box == NULL || box_find(face->inventory, box, &scan->box, error);
}

void
scan_clear(struct scan *scan)
{
    rows_free(scan->rows);
    box_free(scan->box);
    g_clear_error(&scan->worst);
    g_clear_pointer(&scan->booked, g_ptr_array_unref);
    g_clear_pointer(&scan->packs, g_array_unref);
    g_clear_pointer(&scan->taken, g_array_unref);
}

void
scan_go(struct scan *scan, struct box *box)
{
    box_free(scan->box);
    scan->box = box;
    scan->sitting = scan->booked->len;
    g_array_set_size(scan->taken, 0);
}

/* ------------------------------------------------------------------------------------- problems */

/* The lower, the graver. */
static int
gravity(const GError *error)
{
    static const int order[] = {
        [ERR_BROKEN] = 0,  [ERR_BUSY] = 1,    [ERR_DENIED] = 2,
        [ERR_REFUSED] = 3, [ERR_MISSING] = 4, [ERR_INPUT] = 5,
    };

    return error->domain == ERR ? order[error->code] : 0;
}

bool
scan_excuse(struct scan *scan, GError **error)
{
    if (gravity(*error) < 3)
        return false;
    answer_notice(scan->face->answer, "%s", (*error)->message);
    scan->problems++;
    if (scan->worst == NULL || gravity(*error) < gravity(scan->worst)) {
        g_clear_error(&scan->worst);
        scan->worst = g_steal_pointer(error);
    }
    g_clear_error(error);
    return true;
}

void
scan_problem(struct scan *scan, enum err kind, const char *format, ...)
{
    GError *error;
    va_list args;

    va_start(args, format);
    error = g_error_new_valist(ERR, (int)kind, format, args);
    va_end(args);
    scan_excuse(scan, &error);
}

bool
scan_end(struct scan *scan, GError **error)
{
    struct answer *answer = scan->face->answer;

    if (answer_is_json(answer))
        answer_rows(answer, "rows", g_steal_pointer(&scan->rows), "");
    return scan->problems == 0 ||
           err_set(error, (enum err)scan->worst->code, _("done: %d, not done: %d (see above)"),
                   scan->codes, scan->problems);
}

/* -------------------------------------------------------------------------------------- telling */

/* item NULL: no code in particular. */
static void
add_row(struct scan *scan, const struct scan_item *item, const struct drug *drug, const char *kind,
        const struct booking_line *line, const int64_t *total)
{
    g_autofree char *code = item != NULL ? code_format(item->code) : NULL;
    g_autofree char *title = drug_title(drug);
    struct rows *rows = scan->rows;

    if (line->seq > 0)
        rows_number(rows, line->seq);
    else
        rows_none(rows);
    rows_text(rows, kind);
    rows_text(rows, scan->box != NULL ? scan->box->code : NULL);
    rows_text(rows, code);
    rows_number(rows, drug->id.n);
    rows_text(rows, title);
    rows_number(rows, line->units);
    rows_day(rows, line->expiry);
    rows_text(rows, line->lot);
    if (total != NULL)
        rows_number(rows, *total);
    else
        rows_none(rows);
}

static void
append_lot(GString *text, struct day expiry, const char *lot)
{
    char date[DAY_TEXT_SIZE];

    if (expiry.n != DAY_NONE.n && expiry.n != DAY_NEVER.n)
        g_string_append_printf(text, _(", use by %s"), day_format(expiry, date));
    if (lot != NULL && lot[0] != '\0')
        g_string_append_printf(text, _(", batch %s"), lot);
}

static void
append_total(GString *text, const struct drug *drug, int64_t total)
{
    g_autofree char *amount = drug_amount(drug, total);

    if (total > 0)
        g_string_append_printf(text, _(". Now in the box: %s."), amount);
    else
        g_string_append(text, _(". Nothing of it is left in the box."));
}

char *
scan_basket(int packs)
{
    return g_strdup_printf(words_plural("So far: %d pack.", "So far: %d packs.", packs), packs);
}

static void
append_basket(GString *text, const struct scan *scan, int32_t packs)
{
    g_autofree char *basket = NULL;
    int all = packs;

    for (guint i = scan->sitting; i < scan->packs->len; i++)
        all += g_array_index(scan->packs, int32_t, i);
    basket = scan_basket(all);
    if (scan->live)
        g_string_append_printf(text, "%s%s", words_gap(), basket);
}

/* A line of people's for each movement, the total behind the last. */
static void
say_booked(struct scan *scan, const struct drug *drug, enum movement_kind kind, int32_t packs,
           const struct booking_result *result)
{
    g_autofree char *title = drug_title(drug);

    for (guint i = 0; i < result->lines->len; i++) {
        const struct booking_line *line = result->lines->pdata[i];
        g_autofree char *amount = drug_amount(drug, line->units);
        g_autoptr(GString) text = g_string_new(NULL);

        if (line->seq > 0)
            g_string_append_printf(text, _("No. %lld "), (long long)line->seq);
        g_string_append_printf(text, _("%s: %s, %s"), movement_kind_word(kind), title, amount);
        append_lot(text, line->expiry, line->lot);
        if (i + 1 == result->lines->len) {
            append_total(text, drug, result->total);
            append_basket(text, scan, packs);
        }
        answer_say(scan->face->answer, "%s", text->str);
    }
}

static void
tell_booked(struct scan *scan, const struct scan_item *item, const struct drug *drug,
            enum movement_kind kind, const struct booking_result *result)
{
    const char *remark = booked_remark(face_has(scan->face, "dry-run"), result->repeated);

    for (guint i = 0; i < result->lines->len; i++)
        add_row(scan, item, drug, movement_kind_key(kind), result->lines->pdata[i], &result->total);
    say_booked(scan, drug, kind, result->repeated ? 0 : item->packs, result);
    if (remark != NULL)
        answer_say(scan->face->answer, "%s", remark);
    for (guint i = 0; i < result->notices->len; i++)
        answer_notice(scan->face->answer, "%s", (const char *)result->notices->pdata[i]);
}

/* -------------------------------------------------------------------------------------- booking */

static void
note_booked(struct scan *scan, enum movement_kind kind, const struct scan_item *item,
            const struct booking_result *result)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));

    for (guint i = 0; i < result->lines->len; i++) {
        const struct booking_line *line = result->lines->pdata[i];

        g_array_append_val(numbers, line->seq);
    }
    g_ptr_array_add(scan->booked, numbers);
    g_array_append_val(scan->packs, item->packs);
    if (kind == MOVEMENT_TAKE)
        g_array_append_val(scan->taken, item->resolved.drug);
}

static struct booking
booking_of(const struct scan *scan, const struct scan_item *item)
{
    const struct resolved *is = &item->resolved;

    return (struct booking){
        .uid = item->uid,
        .now = scan->face->now,
        .box = scan->box->id,
        .drug = is->drug,
        .units = is->units * item->packs,
        .expiry = is->expiry.n != DAY_NONE.n ? is->expiry : item->expiry,
        .lot = is->lot[0] != '\0' ? is->lot : item->lot,
        .pack = item->code->pack[0] != '\0' ? item->code->pack : NULL,
        .household = scan->household,
        .with = (const struct drug_id *)(const void *)scan->taken->data,
        .with_count = scan->taken->len,
        .dry_run = face_has(scan->face, "dry-run"),
    };
}

/* What to do about a missing date differs between a photo and a hand scanner. */
static void
add_hint(GError **error, const char *hint)
{
    GError *longer =
        g_error_new((*error)->domain, (*error)->code, _("%s; %s"), (*error)->message, words(hint));

    g_clear_error(error);
    *error = longer;
}

static bool
book(struct scan *scan, enum movement_kind kind, const struct scan_item *item,
     const struct drug *drug, GError **error)
{
    struct booking booking = booking_of(scan, item);
    struct booking_result result = {0};
    bool ok = kind == MOVEMENT_DONATE
                  ? booking_donate(scan->face->inventory, &booking, &result, error)
                  : booking_take(scan->face->inventory, &booking, &result, error);

    if (ok) {
        tell_booked(scan, item, drug, kind, &result);
        if (!booking.dry_run && !result.repeated)
            note_booked(scan, kind, item, &result);
        scan->codes++;
    } else {
        g_autofree char *title = drug_title(drug);

        g_prefix_error(error, _("%s: "), title);
        if (result.refused == RULE_NO_EXPIRY)
            add_hint(error, scan->hint);
    }
    booking_result_clear(&result);
    return ok;
}

/* A code that names one very pack, several times: that one, and others like it. */
static bool
book_packs(struct scan *scan, enum movement_kind kind, const struct scan_item *item,
           const struct drug *drug, GError **error)
{
    struct scan_item one = *item, others = *item;
    struct code code = *item->code;

    if (item->packs > LIMIT_UNITS / MAX(item->resolved.units, 1))
        return err_set(error, ERR_INPUT, _("%d packs are too many for one booking"), item->packs);
    if (code.pack[0] == '\0' || item->packs == 1)
        return book(scan, kind, item, drug, error);
    code.pack[0] = '\0';
    one.packs = 1;
    others.packs = item->packs - 1;
    others.code = &code;
    others.uid = uuid_nth(item->uid, SCAN_UIDS / 2);
    return book(scan, kind, &one, drug, error) && book(scan, kind, &others, drug, error);
}

/* ------------------------------------------------------------------------------------- counting */

static void
add_difference(struct scan *scan, const struct drug *drug,
               const struct count_difference *difference)
{
    bool more = difference->found > difference->expected;
    enum movement_kind kind = more ? MOVEMENT_FOUND : MOVEMENT_LOST;
    struct booking_line line = {
        .seq = difference->seq,
        .expiry = difference->expiry,
        .lot = difference->lot,
        .units = (int32_t)(more ? difference->found - difference->expected
                                : difference->expected - difference->found),
    };
    g_autofree char *title = drug_title(drug), *amount = drug_amount(drug, line.units);
    g_autoptr(GString) text = g_string_new(NULL);

    if (line.seq > 0)
        g_string_append_printf(text, _("No. %lld "), (long long)line.seq);
    g_string_append_printf(text, _("%s: %s, %s"), movement_kind_word(kind), title, amount);
    append_lot(text, line.expiry, line.lot);
    answer_say(scan->face->answer, "%s", text->str);
    add_row(scan, NULL, drug, movement_kind_key(kind), &line, &difference->found);
}

bool
scan_counted(struct scan *scan, const struct count_result *result, GError **error)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
    bool all;

    for (guint i = 0; i < result->differences->len; i++) {
        const struct count_difference *difference = result->differences->pdata[i];
        struct drug *drug = NULL;

        if (!drug_by_id(scan->face->inventory, difference->drug, &drug, error))
            break;
        add_difference(scan, drug, difference);
        g_array_append_val(numbers, difference->seq);
        drug_free(drug);
    }
    if (result->differences->len == 0)
        answer_say(scan->face->answer, "%s", _("The count agrees with the ledger."));
    all = numbers->len == result->differences->len;
    if (numbers->len > 0 && !face_has(scan->face, "dry-run")) {
        g_ptr_array_add(scan->booked, g_steal_pointer(&numbers));
        g_array_set_size(scan->packs, scan->booked->len); /* it changes no basket: 0 */
    }
    return all;
}

/* ----------------------------------------------------------------------------------- looking up */

static bool
look(struct scan *scan, const struct scan_item *item, const struct drug *drug, GError **error)
{
    g_autofree char *lot = g_strdup(item->resolved.lot);
    struct booking_line line = {
        .expiry = item->resolved.expiry, .lot = lot, .units = item->resolved.units};
    g_autofree char *code = code_format(item->code), *title = drug_title(drug),
                    *amount = drug_amount(drug, item->resolved.units);
    g_autoptr(GString) text = g_string_new(NULL);
    int64_t total = 0, usable = 0;

    if (scan->box != NULL && !stock_of_drug(scan->face->inventory, scan->box->id, drug->id,
                                            inventory_day(scan->face->inventory, scan->face->now),
                                            &total, &usable, error))
        return false;
    g_string_append_printf(text, _("%s (%s): %s, %s"), code, _(code_kind_name(item->code->kind)),
                           title, amount);
    append_lot(text, line.expiry, line.lot);
    if (scan->box != NULL)
        append_total(text, drug, total);
    add_row(scan, item, drug, "look", &line, scan->box != NULL ? &total : NULL);
    answer_say(scan->face->answer, "%s", text->str);
    scan->codes++;
    return true;
}

/* ----------------------------------------------------------------------------------------- both */

static bool
act(struct scan *scan, enum session_mode mode, const struct scan_item *item, GError **error)
{
    struct drug *drug = NULL;
    bool ok;

    if (item->resolved.kind != RESOLVE_DRUG)
        return order_unknown_code(scan->face, item->code,
                                  scan->box != NULL ? scan->box->id : (struct box_id){0}, error);
    ok = drug_by_id(scan->face->inventory, item->resolved.drug, &drug, error);
    if (ok && mode == SESSION_LOOK)
        ok = look(scan, item, drug, error);
    else if (ok)
        ok = book_packs(scan, mode == SESSION_IN ? MOVEMENT_DONATE : MOVEMENT_TAKE, item, drug,
                        error);
    drug_free(drug);
    return ok;
}

bool
scan_item(struct scan *scan, enum session_mode mode, const struct scan_item *item, GError **error)
{
    GError *why = NULL;

    if (act(scan, mode, item, &why) || scan_excuse(scan, &why))
        return true;
    g_propagate_error(error, why);
    return false;
}

/* -------------------------------------------------------------------------------------- undoing */

static bool
undo_all(struct scan *scan, const GArray *numbers, GError **error)
{
    struct uuid uid = face_uuid(scan->face);
    struct inventory *inventory = scan->face->inventory;
    bool ok = ledger_begin(inventory, error);

    if (!ok)
        return false;
    for (guint i = 0; ok && i < numbers->len; i++) {
        struct booking booking = {.uid = uuid_nth(uid, i), .now = scan->face->now};
        struct booking_result result = {0};

        ok = booking_undo(inventory, g_array_index(numbers, int64_t, i), &booking, &result, error);
        booking_result_clear(&result);
    }
    return ledger_end(inventory, ok, error) && ok;
}

/* The last booking is none any more. */
static void
tell_undone(struct scan *scan, int64_t seq)
{
    g_autoptr(GString) text = g_string_new(NULL);

    g_ptr_array_set_size(scan->booked, (gint)scan->booked->len - 1);
    g_array_set_size(scan->packs, scan->booked->len);
    scan->sitting = MIN(scan->sitting, scan->booked->len);
    g_string_printf(text, _("Taken back: No. %lld."), (long long)seq);
    append_basket(text, scan, 0);
    answer_say(scan->face->answer, "%s", text->str);
}

bool
scan_undo(struct scan *scan, GError **error)
{
    GArray *numbers;
    GError *why = NULL;

    if (scan->booked->len == 0) {
        scan_problem(scan, ERR_INPUT, _("there is nothing left to take back in this session"));
        return true;
    }
    numbers = scan->booked->pdata[scan->booked->len - 1];
    if (undo_all(scan, numbers, &why)) {
        tell_undone(scan, g_array_index(numbers, int64_t, 0));
        scan->codes++;
        return true;
    }
    if (scan_excuse(scan, &why))
        return true;
    g_propagate_error(error, why);
    return false;
}
