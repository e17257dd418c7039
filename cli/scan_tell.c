#include "cli/scan_tell.h"

#include "base/words.h"
#include "cli/booked.h"

const struct rows_column scan_tell_columns[] = {
    {"seq", NULL, ROWS_RIGHT},   {"kind", NULL, ROWS_LEFT},      {"box", NULL, ROWS_RIGHT},
    {"code", NULL, ROWS_LEFT},   {"drug", NULL, ROWS_RIGHT},     {"drug_name", NULL, ROWS_LEFT},
    {"units", NULL, ROWS_RIGHT}, {"expiry", NULL, ROWS_LEFT},    {"lot", NULL, ROWS_LEFT},
    {"total", NULL, ROWS_RIGHT}, {"transfer", NULL, ROWS_RIGHT}, {NULL, NULL, ROWS_LEFT},
};

static void
add_number(struct rows *rows, int64_t number)
{
    if (number > 0)
        rows_number(rows, number);
    else
        rows_none(rows);
}

/* item NULL: no code in particular; total NULL: not told; transfer 0: none. */
static void
add_row(struct scan *scan, const struct scan_item *item, const struct drug *drug, const char *kind,
        const struct booking_line *line, const int64_t *total, int64_t transfer)
{
    g_autofree char *code = item != NULL ? code_format(item->code) : NULL;
    g_autofree char *title = drug_title(drug);
    struct rows *rows = scan->rows;

    add_number(rows, line->seq);
    rows_text(rows, kind);
    add_number(rows, scan->box != NULL ? scan->box->id.n : 0);
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
    add_number(rows, transfer);
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

static char *
way_text(enum scan_way way, int packs)
{
    switch (way) {
    case SCAN_IN: return g_strdup_printf(words_plural("%d pack in", "%d packs in", packs), packs);
    case SCAN_OUT:
        return g_strdup_printf(words_plural("%d pack out", "%d packs out", packs), packs);
    case SCAN_COUNTED:
        return g_strdup_printf(words_plural("%d pack counted", "%d packs counted", packs), packs);
    case SCAN_WAYS: break;
    }
    g_assert_not_reached();
}

/* "So far: 3 packs in, 1 pack out.", or NULL where that is not told. */
static char *
basket_text(const struct scan *scan)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;
    int packs[SCAN_WAYS] = {[SCAN_COUNTED] = scan->counted};

    if (!scan->live || scan->box == NULL)
        return NULL;
    for (guint i = scan->sitting; i < scan->booked->len; i++) {
        const struct scan_booked *booked = scan->booked->pdata[i];

        packs[booked->way] += booked->packs;
    }
    for (enum scan_way way = SCAN_IN; way < SCAN_WAYS; way++)
        if (packs[way] > 0)
            g_ptr_array_add(parts, way_text(way, packs[way]));
    if (parts->len == 0)
        return g_strdup(_("Nothing so far."));
    g_ptr_array_add(parts, NULL);
    list = g_strjoinv(_(", "), (char **)parts->pdata);
    return g_strdup_printf(_("So far: %s."), list);
}

static void
append_basket(GString *text, const struct scan *scan)
{
    g_autofree char *basket = basket_text(scan);

    if (basket != NULL)
        g_string_append_printf(text, "%s%s", words_gap(), basket);
}

void
scan_tell_step(struct scan *scan, const char *sentence)
{
    g_autoptr(GString) text = g_string_new(sentence);

    append_basket(text, scan);
    answer_say(scan->face->answer, "%s", text->str);
}

/* A line of people's for each movement, the total behind the last. */
static void
say_booked(struct scan *scan, const struct drug *drug, enum movement_kind kind,
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
        if (i + 1 == result->lines->len && !face_has(scan->face, "dry-run")) {
            append_total(text, drug, result->total);
            append_basket(text, scan);
        }
        answer_say(scan->face->answer, "%s", text->str);
    }
}

void
scan_tell_booked(struct scan *scan, const struct scan_item *item, const struct drug *drug,
                 enum movement_kind kind, const struct booking_result *result)
{
    const char *remark = booked_remark(face_has(scan->face, "dry-run"), result->repeated);

    for (guint i = 0; i < result->lines->len; i++)
        add_row(scan, item, drug, movement_kind_key(kind), result->lines->pdata[i], &result->total,
                0);
    say_booked(scan, drug, kind, result);
    if (result->repeated)
        answer_say(scan->face->answer, "%s", remark);
    for (guint i = 0; i < result->notices->len; i++)
        answer_notice(scan->face->answer, "%s", (const char *)result->notices->pdata[i]);
}

/* "No. 7 sent: paracetamol, 2 packs, use by …, to Gate (7K3-M9QX)" */
static void
say_carried(struct scan *scan, const struct drug *drug, const struct carry_result *result,
            const struct carry_line *line)
{
    g_autofree char *title = drug_title(drug), *amount = drug_amount(drug, line->units);
    g_autoptr(GString) text = g_string_new(NULL);
    struct box *other = NULL;

    if (line->seq > 0)
        g_string_append_printf(text, _("No. %lld "), (long long)line->seq);
    g_string_append_printf(text, _("%s: %s, %s"),
                           movement_kind_word(result->puts ? MOVEMENT_RECEIVE : MOVEMENT_SEND),
                           title, amount);
    append_lot(text, line->expiry, line->lot);
    if (box_by_id(scan->face->inventory, line->other, &other, NULL))
        g_string_append_printf(text, result->puts ? _(", from %s") : _(", to %s"), other->name);
    box_free(other);
    answer_say(scan->face->answer, "%s%s", text->str, _("."));
}

void
scan_tell_stays(struct scan *scan, const char *amount)
{
    answer_notice(scan->face->answer,
                  _("What the box is to keep stays there: %s (--all takes that too)."), amount);
}

void
scan_tell_carried(struct scan *scan, const struct scan_item *item, const struct drug *drug,
                  const struct carry_result *result)
{
    g_autofree char *left = drug_amount(drug, result->left);

    for (guint i = 0; i < result->lines->len; i++) {
        const struct carry_line *line = result->lines->pdata[i];
        struct booking_line row = {
            .seq = line->seq, .expiry = line->expiry, .lot = line->lot, .units = line->units};

        say_carried(scan, drug, result, line);
        add_row(scan, item, drug,
                movement_kind_key(result->puts ? MOVEMENT_RECEIVE : MOVEMENT_SEND), &row,
                &result->total, line->transfer);
    }
    if (result->repeated)
        answer_say(scan->face->answer, "%s", booked_remark(false, true));
    else if (result->left == 0)
        answer_say(scan->face->answer,
                   result->puts ? _("All of it that was on the way here is in.")
                                : _("All of it that is to come out of this box is out."));
    else
        answer_say(scan->face->answer,
                   result->puts ? _("Still on the way here: %s.")
                                : _("Still to come out of this box: %s."),
                   left);
    if (result->stays > 0) {
        g_autofree char *stays = drug_amount(drug, result->stays);

        scan_tell_stays(scan, stays);
    }
}

void
scan_tell_difference(struct scan *scan, const struct drug *drug,
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
    if (!face_has(scan->face, "dry-run"))
        append_total(text, drug, difference->total);
    answer_say(scan->face->answer, "%s", text->str);
    add_row(scan, NULL, drug, movement_kind_key(kind), &line, &difference->total, 0);
}

void
scan_tell_undone(struct scan *scan, int64_t seq, const struct drug *drug, int64_t total)
{
    g_autofree char *title = drug_title(drug);
    g_autoptr(GString) text = g_string_new(NULL);

    g_string_printf(text, _("Taken back: No. %lld, %s"), (long long)seq, title);
    append_total(text, drug, total);
    append_basket(text, scan);
    answer_say(scan->face->answer, "%s", text->str);
}

void
scan_tell_look(struct scan *scan, const struct scan_item *item, const struct drug *drug,
               const int64_t *total)
{
    g_autofree char *lot = g_strdup(item->resolved.lot);
    struct booking_line line = {
        .expiry = item->resolved.expiry, .lot = lot, .units = item->resolved.units};
    g_autofree char *code = code_format(item->code), *title = drug_title(drug),
                    *amount = drug_amount(drug, item->resolved.units);
    g_autoptr(GString) text = g_string_new(NULL);

    g_string_append_printf(text, _("%s (%s): %s, %s"), code, _(code_kind_name(item->code->kind)),
                           title, amount);
    append_lot(text, line.expiry, line.lot);
    if (total != NULL)
        append_total(text, drug, *total);
    add_row(scan, item, drug, "look", &line, total, 0);
    answer_say(scan->face->answer, "%s", text->str);
}

void
scan_tell_remarks(struct face *face, const GPtrArray *findings, const struct resolved *resolved)
{
    for (size_t i = 0; i < findings_count(findings); i++)
        if (resolved->kind != RESOLVE_DRUG || findings_at(findings, i)->kind == FINDING_AMBIGUOUS)
            answer_notice(face->answer, "%s", findings_at(findings, i)->text);
}
