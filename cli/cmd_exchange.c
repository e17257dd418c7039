/* medbox import and export: CSV files. */

#include <string.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "cli/verb.h"
#include "inventory/csv.h"
#include "inventory/export.h"
#include "inventory/import.h"
#include "web/chance.h"

static void
say_imported(struct face *face, const struct import *import, const struct import_result *result)
{
    g_autofree char *communities = NULL;

    answer_number(face->answer, "count", result->rows);
    answer_number(face->answer, "added", result->added);
    answer_number(face->answer, "changed", result->changed);
    answer_number(face->answer, "unchanged", result->unchanged);
    answer_say(face->answer,
               words_plural("%lld row: %lld added, %lld changed, %lld as they were.",
                            "%lld rows: %lld added, %lld changed, %lld as they were.",
                            result->rows),
               (long long)result->rows, (long long)result->added, (long long)result->changed,
               (long long)result->unchanged);
    answer_number(face->answer, "areas", result->areas);
    if (import->communities->len > 0) {
        g_ptr_array_add(import->communities, NULL);
        communities = g_strjoinv(_(", "), (char **)import->communities->pdata);
        answer_say(face->answer, _("New communities: %s"), communities);
    }
    for (guint i = 0; import->dry_run && i < import->changes->len; i++)
        answer_say(face->answer, "%s", (const char *)import->changes->pdata[i]);
    if (import->dry_run)
        answer_say(face->answer, _("This was a rehearsal: nothing was taken."));
    else if (import->kind == IMPORT_BOXES && result->added > 0)
        answer_say(face->answer, _("Next, their labels: medbox labels --all -o labels.pdf"));
}

static bool
run_import(struct face *face, GError **error)
{
    struct progress progress = {.what = _("Reading")};
    g_autoptr(GPtrArray) communities = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(g_free);
    int kind = import_kind_parse(face->args[0]);
    struct import import = {.now = face->now,
                            .person = face->person,
                            .random = chance_bits,
                            .dry_run = face_has(face, "dry-run"),
                            .communities = communities,
                            .changes = changes,
                            .progress = progress_movements,
                            .progress_data = &progress};
    struct import_result result = {0};
    bool ok;

    if (kind < 0)
        return face_usage(face, error, _("“%s” can't be imported: boxes, drugs, areas or stock"),
                          face->args[0]);
    import.kind = (enum import_kind)kind;
    ok = import_file(face->inventory, &import, face->args[1], &result, error);
    progress_end(&progress);
    if (ok)
        say_imported(face, &import, &result);
    return ok;
}

static bool
into_stdout(const char *text, size_t length, void *data, GError **error)
{
    struct face *face = data;

    return answer_write(face->answer, text, length) ||
           err_set(error, ERR_BROKEN, _("the output can't be written; write into a file: -o FILE"));
}

static bool
export_stdout(struct face *face, const struct export *export, GError **error)
{
    g_autoptr(GError) why = NULL;

    if (answer_is_json(face->answer))
        return face_usage(face, error, _("-o - writes CSV: leave --json out"));
    if (export_write(face->inventory, export, into_stdout, face, NULL, &why) ||
        answer_reader_left(face->answer))
        return true;
    g_propagate_error(error, g_steal_pointer(&why));
    return false;
}

static bool
into_file(const char *text, size_t length, void *data, GError **error)
{
    return stop_asked() ? err_set(error, ERR_REFUSED, _("stopped: nothing was written"))
                        : csv_into_file(text, length, data, error);
}

static bool
write_file(struct face *face, const struct export *export, const char *path, int64_t *rows,
           GError **error)
{
    struct csv_file *file = NULL;
    bool ok;

    if (!output_check(path, "csv", face->db, error) || !csv_file_open(path, &file, error))
        return false;
    ok = export_write(face->inventory, export, into_file, file, rows, error);
    return csv_file_close(file, ok, ok ? error : NULL) && ok;
}

static bool
export_to(struct face *face, const struct export *export, const char *path, GError **error)
{
    bool there = g_file_test(path, G_FILE_TEST_EXISTS), ok;
    int64_t rows = 0;

    stop_begin();
    ok = write_file(face, export, path, &rows, error);
    stop_end();
    progress_end(export->progress_data);
    if (!ok)
        return false;
    output_say_replaced(face, path, there);
    answer_text(face->answer, "file", path);
    answer_number(face->answer, "count", rows);
    answer_say(face->answer,
               words_plural("%lld row is in %s.", "%lld rows are in %s.", (long long)rows),
               (long long)rows, path);
    return true;
}

static bool
run_export(struct face *face, GError **error)
{
    struct progress progress = {.what = _("Writing")};
    int kind = export_kind_parse(face->args[0]);
    const char *path = face_text(face, "output");
    struct export export = {.progress = progress_movements, .progress_data = &progress};
    bool ok;

    if (kind < 0)
        return face_usage(face, error,
                          _("“%s” can't be exported: boxes, drugs, areas, stock or ledger"),
                          face->args[0]);
    export.kind = (enum export_kind)kind;
    ok = strcmp(path, "-") == 0 ? export_stdout(face, &export, error)
                                : export_to(face, &export, path, error);
    progress_end(&progress);
    return ok;
}

static const struct verb_option import_options[] = {
    {.name = "dry-run", .kind = VERB_FLAG, .meaning = N_("only say what would be taken")},
    {0},
};

static const struct verb_option export_options[] = {
    {.name = "output",
     .letter = 'o',
     .value = N_("FILE"),
     .meaning = N_("where to write it; - for the terminal or a pipe"),
     .needed = true},
    {0},
};

const struct verb verb_exchange[] = {
    {.name = "import",
     .usage = N_("boxes|drugs|areas|stock FILE [--dry-run]"),
     .help = N_("Takes a CSV file in, whole or not at all; stock as a count of the lots it names."),
     .options = import_options,
     .least = 2,
     .most = 2,
     .act = AUDIT_IMPORT,
     .run = run_import},
    {.name = "export",
     .usage = N_("boxes|drugs|areas|stock|ledger -o FILE.csv"),
     .help = N_("Writes a CSV file for a spreadsheet."),
     .options = export_options,
     .least = 1,
     .most = 1,
     .run = run_export},
    {0},
};
