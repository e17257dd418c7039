#include "cli/scan_before.h"

#include <string.h>

#include <glib.h>

#include "base/digest.h"
#include "inventory/ledger.h"

#define HALF 8 /* bytes of an id */

static struct uuid
hash_of(const char *text)
{
    uint8_t hash[DIGEST_SIZE];

    digest_of(text, strlen(text), hash);
    return uuid_of_digest(hash);
}

/* The n-th of the ids that follow from it: one that was undone is not free again. */
static struct uuid
nth_id(const char *what, int n)
{
    g_autofree char *text = g_strdup_printf("%s\n%d", what, n);

    return hash_of(text);
}

/* The first half of one id and the second of what follows from another. */
static struct uuid
joined_id(struct uuid first, const struct uuid *second)
{
    char text[UUID_TEXT_SIZE];
    struct uuid rest = hash_of(uuid_format(second, text));

    memcpy(first.bytes + HALF, rest.bytes + HALF, HALF);
    return first;
}

static bool
note_movement(const struct movement *movement, int64_t undone_by, void *data)
{
    struct scan_before *before = data;

    if (undone_by == 0 && (before->seq == 0 || movement->seq < before->seq)) {
        before->seq = movement->seq;
        before->at = movement->at;
    }
    return false;
}

static bool
note(struct inventory *inventory, int64_t seq, struct scan_before *before, GError **error)
{
    struct ledger_filter filter = {.after_seq = seq - 1};

    return ledger_list(inventory, &filter, note_movement, before, error);
}

/* Those without a caller's id; gives the first id that is free. */
static bool
find_numbered(struct inventory *inventory, const char *what, struct scan_before *before,
              GError **error)
{
    for (int n = 0;; n++) {
        int64_t seq = 0;

        before->uid = nth_id(what, n);
        if (!ledger_find(inventory, &before->uid, &seq, error))
            return false;
        if (seq == 0)
            return true;
        if (!note(inventory, seq, before, error))
            return false;
    }
}

/* Those with one, whichever it was. */
static bool
find_joined(struct inventory *inventory, const char *what, struct scan_before *before,
            GError **error)
{
    struct uuid low = nth_id(what, 0), high = low;
    int64_t seq = 0;

    memset(low.bytes + HALF, 0, HALF);
    memset(high.bytes + HALF, 0xff, HALF);
    do
        if (!ledger_find_between(inventory, &low, &high, seq, &seq, error) ||
            (seq != 0 && !note(inventory, seq, before, error)))
            return false;
    while (seq != 0);
    return true;
}

static bool
find_own(struct inventory *inventory, const char *what, const struct uuid *own,
         struct scan_before *before, GError **error)
{
    int64_t seq = 0;

    if (own == NULL)
        return true;
    before->uid = joined_id(nth_id(what, 0), own);
    if (!ledger_find(inventory, &before->uid, &seq, error))
        return false;
    before->repeated = seq != 0;
    return true;
}

bool
scan_before_find(struct inventory *inventory, const struct scan_before_of *of,
                 struct scan_before *before, GError **error)
{
    g_autofree char *text = code_format(of->code);
    g_autofree char *what =
        g_strdup_printf("%s\n%s\n%lld\n%d", of->picture, text, (long long)of->box.n, (int)of->mode);

    *before = (struct scan_before){.seq = 0};
    return find_numbered(inventory, what, before, error) &&
           find_joined(inventory, what, before, error) &&
           find_own(inventory, what, of->own, before, error);
}
