#include "cli/booked.h"

#include "base/words.h"
#include "inventory/names.h"

static const struct rows_column columns[] = {
    {"seq", N_("No."), ROWS_RIGHT},      {"kind", N_("What"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},          {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT}, {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},     {NULL, NULL, ROWS_LEFT},
};

static void
add_line(struct rows *rows, const struct drug *drug, const struct booking_line *line)
{
    g_autofree char *title = drug_title(drug), *amount = drug_amount(drug, line->units);

    if (line->seq > 0)
        rows_number(rows, line->seq);
    else
        rows_none(rows);
    rows_word(rows, movement_kind_key(line->kind), movement_kind_word(line->kind));
    rows_number(rows, drug->id.n);
    rows_text(rows, title);
    rows_number_as(rows, line->units, amount);
    rows_day(rows, line->expiry);
    rows_text(rows, line->lot);
}

struct rows *
booked_rows(const struct face *face)
{
    return rows_new(columns, answer_utc_offset(face->answer));
}

void
booked_add(struct rows *rows, const struct drug *drug, const struct booking_result *result)
{
    for (guint i = 0; i < result->lines->len; i++)
        add_line(rows, drug, result->lines->pdata[i]);
}

const char *
booked_remark(bool dry_run, bool repeated)
{
    if (repeated)
        return _("This was already booked: nothing was booked now.");
    return dry_run ? _("This was a rehearsal: nothing was booked.") : NULL;
}

static void
tell_total(struct face *face, const struct box *box, const struct drug *drug,
           const struct booking *booking, const struct booking_result *result)
{
    g_autofree char *title = names_title(box), *total = drug_amount(drug, result->total);
    const char *remark = booked_remark(booking->dry_run, result->repeated);

    if (remark != NULL)
        answer_say(face->answer, "%s", remark);
    else if (result->total == 0)
        answer_say(face->answer, _("Nothing of it is left in %s."), title);
    else
        answer_say(face->answer, _("Now in %s: %s."), title, total);
}

void
booked_tell_capacity(struct face *face, const struct box *box, int64_t packs)
{
    g_autofree char *title = names_title(box);
    int64_t held = 0;

    if (box->capacity == 0 || !box_packs(face->inventory, box->id, &held, NULL) ||
        held <= box->capacity || held - packs > box->capacity)
        return;
    answer_notice(face->answer,
                  _("%s holds %lld packs now, and %d fit in: carry some to another box"), title,
                  (long long)held, (int)box->capacity);
}

void
booked_tell(struct face *face, const struct box *box, const struct drug *drug,
            enum movement_kind kind, const struct booking *booking,
            const struct booking_result *result)
{
    struct rows *rows = booked_rows(face);

    booked_add(rows, drug, result);
    answer_rows(face->answer, "rows", rows, _("Nothing."));
    answer_number(face->answer, "box", box->id.n);
    answer_text(face->answer, "box_code", box->code);
    answer_flag(face->answer, "repeated", result->repeated);
    answer_number(face->answer, "total", result->total);
    tell_total(face, box, drug, booking, result);
    for (guint i = 0; i < result->notices->len; i++)
        answer_notice(face->answer, "%s", (const char *)result->notices->pdata[i]);
    if (kind == MOVEMENT_DONATE && !booking->dry_run)
        booked_tell_capacity(face, box, INT64_MAX / 2);
}
