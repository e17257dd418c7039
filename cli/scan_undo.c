/* Taking back the last booking of a scan. */

#include "base/words.h"
#include "cli/scan_tell.h"

static bool
note_undone(const struct movement *movement, int64_t undone_by, void *data)
{
    (void)movement;
    *(bool *)data = undone_by != 0;
    return false;
}

/* Unless it went with one before it: what a count found of a medicine is undone together. */
static bool
undo_one(struct scan *scan, int64_t seq, bool first, GError **error)
{
    struct inventory *inventory = scan->face->inventory;
    struct booking booking = {.uid = face_uuid(scan->face), .now = scan->face->now};
    struct ledger_filter filter = {.after_seq = seq - 1, .before_seq = seq + 1};
    struct booking_result result = {0};
    bool undone = false, ok;

    if (!first && !ledger_list(inventory, &filter, note_undone, &undone, error))
        return false;
    if (undone)
        return true;
    ok = booking_undo(inventory, seq, &booking, &result, error);
    booking_result_clear(&result);
    return ok;
}

static bool
undo_all(struct scan *scan, const GArray *numbers, GError **error)
{
    for (guint i = 0; i < numbers->len; i++)
        if (!undo_one(scan, g_array_index(numbers, int64_t, i), i == 0, error))
            return false;
    return true;
}

/* The number may be another booking's since a backup was restored; the id is not. */
static bool
undo_booked(struct scan *scan, const struct scan_booked *booked, GError **error)
{
    struct inventory *inventory = scan->face->inventory;
    int64_t first = g_array_index(booked->numbers, int64_t, 0), seq = 0;
    bool ok = ledger_begin(inventory, error);

    if (!ok)
        return false;
    ok = ledger_find(inventory, &booked->uid, &seq, error) &&
         (seq == first || err_set(error, ERR_MISSING,
                                  _("booking No. %lld is no longer in the ledger: a backup was "
                                    "restored meanwhile; nothing was taken back"),
                                  (long long)first)) &&
         undo_all(scan, booked->numbers, error);
    return ledger_end(inventory, ok, error) && ok;
}

bool
scan_undo(struct scan *scan, GError **error)
{
    const struct scan_booked *last;
    GError *why = NULL;

    if (scan->booked->len == 0) {
        scan_problem(scan, ERR_INPUT, _("there is nothing left to take back in this session"));
        return true;
    }
    last = scan->booked->pdata[scan->booked->len - 1];
    if (undo_booked(scan, last, &why)) {
        int64_t seq = g_array_index(last->numbers, int64_t, 0);

        g_ptr_array_set_size(scan->booked, (gint)scan->booked->len - 1);
        scan->sitting = MIN(scan->sitting, scan->booked->len);
        scan_tell_undone(scan, seq);
        scan->codes++;
        return true;
    }
    if (scan_excuse(scan, &why))
        return true;
    g_propagate_error(error, why);
    return false;
}
