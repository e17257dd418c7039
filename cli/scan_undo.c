/* Taking back the last booking of a scan. */

#include "base/words.h"
#include "cli/scan_tell.h"

/* A medicine of which something was taken back. */
struct undone {
    int64_t seq; /* the first of its movements */
    struct drug_id drug;
    int64_t total; /* of it in the box now */
};

struct found {
    struct drug_id drug;
    bool undone;
};

static bool
note_found(const struct movement *movement, int64_t undone_by, void *data)
{
    *(struct found *)data = (struct found){movement->drug, undone_by != 0};
    return false;
}

static void
note_undone(GArray *undone, int64_t seq, struct drug_id drug, int64_t total)
{
    struct undone new = {seq, drug, total};

    for (guint i = 0; i < undone->len; i++) {
        struct undone *old = &g_array_index(undone, struct undone, i);

        if (old->drug.n == drug.n) {
            old->total = total;
            return;
        }
    }
    g_array_append_val(undone, new);
}

/* Unless it went with one before it: what a count found of a medicine is undone together. */
static bool
undo_one(struct scan *scan, int64_t seq, bool first, GArray *undone, GError **error)
{
    struct inventory *inventory = scan->face->inventory;
    struct booking booking = {.uid = face_uuid(scan->face), .now = scan->face->now};
    struct ledger_filter filter = {.after_seq = seq - 1, .before_seq = seq + 1};
    struct booking_result result = {0};
    struct found found = {0};
    bool ok;

    if (!ledger_list(inventory, &filter, note_found, &found, error))
        return false;
    if (found.undone && !first)
        return true;
    ok = booking_undo(inventory, seq, &booking, &result, error);
    if (ok)
        note_undone(undone, seq, found.drug, result.total);
    booking_result_clear(&result);
    return ok;
}

static bool
undo_all(struct scan *scan, const GArray *numbers, GArray *undone, GError **error)
{
    for (guint i = 0; i < numbers->len; i++)
        if (!undo_one(scan, g_array_index(numbers, int64_t, i), i == 0, undone, error))
            return false;
    return true;
}

/* The number may be another booking's since a backup was restored; the id is not. */
static bool
undo_booked(struct scan *scan, const struct scan_booked *booked, GArray *undone, GError **error)
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
         undo_all(scan, booked->numbers, undone, error);
    return ledger_end(inventory, ok, error) && ok;
}

static bool
tell_all(struct scan *scan, const GArray *undone, GError **error)
{
    for (guint i = 0; i < undone->len; i++) {
        const struct undone *one = &g_array_index(undone, struct undone, i);
        struct drug *drug = NULL;

        if (!drug_by_id(scan->face->inventory, one->drug, &drug, error))
            return false;
        scan_tell_undone(scan, one->seq, drug, one->total);
        drug_free(drug);
    }
    return true;
}

bool
scan_undo(struct scan *scan, GError **error)
{
    g_autoptr(GArray) undone = g_array_new(FALSE, FALSE, sizeof(struct undone));
    const struct scan_booked *last;
    GError *why = NULL;

    if (scan->booked->len == 0) {
        scan_problem(scan, ERR_INPUT, _("there is nothing left to take back in this session"));
        return true;
    }
    last = scan->booked->pdata[scan->booked->len - 1];
    if (undo_booked(scan, last, undone, &why)) {
        g_ptr_array_set_size(scan->booked, (gint)scan->booked->len - 1);
        scan->sitting = MIN(scan->sitting, scan->booked->len);
        scan->codes++;
        return tell_all(scan, undone, error);
    }
    if (scan_excuse(scan, &why))
        return true;
    g_propagate_error(error, why);
    return false;
}
