/* medbox count: what is really in a box. */

#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "cli/booked.h"
#include "cli/order.h"
#include "cli/output.h"
#include "cli/scan_print.h"
#include "cli/verb.h"
#include "inventory/count.h"
#include "inventory/count_sheet.h"
#include "inventory/csv.h"
#include "inventory/names.h"

static const struct rows_column columns[] = {
    {"seq", N_("No."), ROWS_RIGHT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"expected", N_("Expected"), ROWS_RIGHT},
    {"found", N_("Found"), ROWS_RIGHT},
    {NULL, N_("Difference"), ROWS_RIGHT},
    {"total", N_("Left in the box"), ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_difference(struct rows *rows, struct names *names, const struct count_difference *difference)
{
    const struct drug *drug = names_drug(names, difference->drug);
    int64_t more = difference->found - difference->expected;
    g_autofree char *expected = drug_amount(drug, difference->expected),
                    *found = drug_amount(drug, difference->found),
                    *amount = drug_amount(drug, ABS(more)),
                    *total = drug_amount(drug, difference->total),
                    *signed_text = g_strconcat(more < 0 ? "-" : "+", amount, NULL);

    if (difference->seq > 0)
        rows_number(rows, difference->seq);
    else
        rows_none(rows);
    rows_number(rows, difference->drug.n);
    rows_text(rows, names_drug_text(names, difference->drug));
    rows_day(rows, difference->expiry);
    rows_text(rows, difference->lot);
    rows_number_as(rows, difference->expected, expected);
    rows_number_as(rows, difference->found, found);
    rows_text(rows, signed_text);
    rows_number_as(rows, difference->total, total);
}

static bool
tell(struct face *face, const struct box *box, const struct count *count,
     const struct count_result *result, GError **error)
{
    struct rows *rows = rows_new(columns, answer_utc_offset(face->answer));
    struct names *names = names_read(face->inventory, error);
    const char *remark = booked_remark(count->dry_run, result->repeated);

    if (names == NULL) {
        rows_free(rows);
        return false;
    }
    for (guint i = 0; i < result->differences->len; i++)
        add_difference(rows, names, result->differences->pdata[i]);
    answer_rows(face->answer, "rows", rows,
                count->complete && count->line_count == 0
                    ? _("The box is empty, as the ledger says.")
                    : _("The count agrees with the ledger."));
    answer_number(face->answer, "box", box->id.n);
    answer_text(face->answer, "box_code", box->code);
    answer_flag(face->answer, "repeated", result->repeated);
    answer_number(face->answer, "compared", result->compared);
    if (remark != NULL)
        answer_say(face->answer, "%s", remark);
    for (guint i = 0; i < result->notices->len; i++)
        answer_notice(face->answer, "%s", (const char *)result->notices->pdata[i]);
    names_free(names);
    return true;
}

/* Compares, books and tells. */
static bool
post(struct face *face, const struct box *box, struct count *count, GError **error)
{
    struct count_result result = {0};
    bool ok;

    count->now = face->now;
    count->person = face->person;
    count->counted_at = face_moment(face, "at");
    count->box = box->id;
    count->dry_run = face_has(face, "dry-run");
    if (count->counted_at > face->now)
        return err_set(error, ERR_INPUT, _("--at lies in the future"));
    ok = order_uid(face, &count->uid, error) &&
         count_post(face->inventory, count, &result, error) &&
         tell(face, box, count, &result, error);
    count_result_clear(&result);
    return ok;
}

/* One medicine, told on the command line. */
static bool
run_drug(struct face *face, GError **error)
{
    struct order order;
    struct count_line line;
    struct count count = {.lines = &line, .line_count = 1};
    int32_t units = 0;
    bool ok = order_read(face, &order, error) && order_units(face, &order, -1, &units, error);

    if (ok && units < 0)
        ok = face_usage(face, error, _("say how many: --packs or --units, 0 for none"));
    if (ok) {
        line = (struct count_line){order.drug->id, order.expiry, order.lot, units};
        ok = post(face, order.box, &count, error);
    }
    order_clear(&order);
    return ok;
}

/* The heading of a count sheet alone: of a complete count, that the box is empty. */
static bool
has_no_rows(GBytes *bytes, const char *name)
{
    struct csv_table *table = NULL;
    bool none = csv_read(bytes, name, &table, NULL) && csv_rows(table) == 0, found = false;

    for (size_t i = 0; none && i < csv_columns(table); i++)
        found = found || strcmp(csv_column(table, i), "found") == 0 ||
                strcmp(csv_column(table, i), "实点数") == 0;
    csv_table_free(table);
    return none && found;
}

/* A sheet that was filled in. */
static bool
read_sheet(struct face *face, const char *path, struct count_sheet *sheet, GError **error)
{
    g_autoptr(GError) why = NULL;
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *name = g_path_get_basename(path);
    char *content = NULL;
    gsize size = 0;

    *sheet = (struct count_sheet){0};
    if (!g_file_get_contents(path, &content, &size, &why))
        return err_set(error, err_kind_of_file(why), _("%s can't be read: %s"), path,
                       err_file(why));
    bytes = g_bytes_new_take(content, size);
    if (size > LIMIT_FILE)
        return err_set(error, ERR_INPUT, _("%s is too large for a count sheet"), name);
    if (face_has(face, "complete") && has_no_rows(bytes, name)) {
        sheet->lines = g_array_new(FALSE, FALSE, sizeof(struct count_line));
        return true;
    }
    return count_sheet_read(face->inventory, bytes, name, sheet, error);
}

static bool
run_file(struct face *face, const struct box *box, GError **error)
{
    struct count_sheet sheet;
    struct count count = {.complete = face_has(face, "complete")};
    bool ok = read_sheet(face, face_text(face, "file"), &sheet, error);

    if (ok) {
        count.lines = (const struct count_line *)(const void *)sheet.lines->data;
        count.line_count = sheet.lines->len;
        ok = post(face, box, &count, error);
    }
    count_sheet_clear(&sheet);
    return ok;
}

static bool
write_sheet(struct face *face, const struct box *box, GError **error)
{
    const char *path = face_text(face, "sheet");
    struct csv_file *file = NULL;
    int64_t rows = 0;
    bool ok;

    if (!output_check_new(path, face->db, error) || !csv_file_open(path, &file, error))
        return false;
    ok = count_sheet_write(face->inventory, box->id, csv_into_file, file, &rows, error);
    if (!csv_file_close(file, ok, ok ? error : NULL) || !ok)
        return false;
    answer_text(face->answer, "file", path);
    answer_number(face->answer, "count", rows);
    if (rows == 0)
        answer_say(face->answer,
                   _("By the ledger the box is empty: of each medicine that is found write name, "
                     "expiry, batch and how many units into a row."));
    answer_say(
        face->answer,
        _("The count sheet is in %s. Fill in what is found, then: medbox count %s --file %s"), path,
        box->code, path);
    return true;
}

static bool
run_sheet(struct face *face, GError **error)
{
    struct box *box = NULL;
    bool ok =
        scan_print_box(face, face->args[0], &box, error) &&
        (face_has(face, "sheet") ? write_sheet(face, box, error) : run_file(face, box, error));

    box_free(box);
    return ok;
}

static bool
run_count(struct face *face, GError **error)
{
    static const char *const sheets[] = {"sheet", "file", NULL};

    if (face_given(face, sheets) + (face->arg_count == 2) != 1)
        return face_usage(face, error, _("say which medicine, or --sheet FILE, or --file FILE"));
    if (face_has(face, "complete") && !face_has(face, "file"))
        return face_usage(face, error, _("--complete belongs to --file"));
    return face->arg_count == 2 ? run_drug(face, error) : run_sheet(face, error);
}

static const struct verb_option options[] = {
    {.name = "packs",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("so many packs were found"),
     .high = 100000},
    {.name = "units",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("so many tablets, sachets, ml … were found"),
     .high = 1000000},
    {.name = "expiry",
     .kind = VERB_DAY,
     .value = N_("DATE"),
     .meaning = N_("only those with this date; otherwise all of the medicine")},
    {.name = "lot", .value = N_("TEXT"), .meaning = N_("batch number")},
    {.name = "at",
     .kind = VERB_MOMENT,
     .value = N_("MOMENT"),
     .meaning = N_("when it was counted, if not now; later bookings stay as they are")},
    {.name = "sheet", .value = N_("FILE"), .meaning = N_("write a sheet to fill in at the box")},
    {.name = "file", .value = N_("FILE"), .meaning = N_("book a sheet that was filled in")},
    {.name = "complete",
     .kind = VERB_FLAG,
     .meaning = N_("what the sheet does not name is not in the box")},
    {.name = "uid",
     .value = N_("UUID"),
     .meaning = N_("an id of your own: the same id is booked once only")},
    {.name = "dry-run", .kind = VERB_FLAG, .meaning = N_("only compare")},
    {0},
};

const struct verb verb_count[] = {
    {.name = "count",
     .usage = N_("BOX [DRUG --units N | --sheet FILE | --file FILE]"),
     .help = N_("Compares what is found with the ledger, and books the difference."),
     .options = options,
     .least = 1,
     .most = 2,
     .run = run_count},
    {0},
};
