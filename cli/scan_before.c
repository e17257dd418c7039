#include "cli/scan_before.h"

#include <glib.h>

#include "inventory/ledger.h"

/* The n-th of the ids that follow from it: one that was undone is not free again. */
static struct uuid
nth_id(const char *what, int n)
{
    g_autofree char *text = g_strdup_printf("%s\n%d", what, n);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    uint8_t digest[32];
    gsize size = sizeof(digest);

    g_checksum_update(sum, (const guchar *)text, -1);
    g_checksum_get_digest(sum, digest, &size);
    return uuid_of_digest(digest);
}

static bool
note_movement(const struct movement *movement, int64_t undone_by, void *data)
{
    struct scan_before *before = data;

    if (undone_by == 0 && before->seq == 0) {
        before->seq = movement->seq;
        before->at = movement->at;
    }
    return false;
}

bool
scan_before_find(struct inventory *inventory, const char *picture, const struct code *code,
                 struct box_id box, enum session_mode mode, struct scan_before *before,
                 GError **error)
{
    g_autofree char *text = code_format(code);
    g_autofree char *what =
        g_strdup_printf("%s\n%s\n%lld\n%d", picture, text, (long long)box.n, (int)mode);

    *before = (struct scan_before){.seq = 0};
    for (int n = 0;; n++) {
        struct ledger_filter filter = {.after_seq = 0};
        int64_t seq = 0;

        before->uid = nth_id(what, n);
        if (!ledger_find(inventory, &before->uid, &seq, error))
            return false;
        if (seq == 0)
            return true;
        filter.after_seq = seq - 1;
        if (!ledger_list(inventory, &filter, note_movement, before, error))
            return false;
    }
}
