/* Bookings: what volunteers put in, take out, count, undo. */

#include <jansson.h>

#include "inventory/ledger.h"
#include "web/entry.h"
#include "web/route.h"

#define ENTRIES 200
#define BATCH (512 * 1024) /* bytes */

static bool
book_all(struct request *request, bool rehearse, json_t *verdicts, GError **error)
{
    json_t *entry;
    size_t i;

    json_array_foreach(request_json(request, "entries"), i, entry)
    {
        json_t *verdict = entry_book(request, entry, rehearse, error);

        if (verdict == NULL)
            return false;
        json_array_append_new(verdicts, verdict);
    }
    return true;
}

/* A rehearsal is the real thing, dropped: each entry sees what those before it would have done. */
static bool
rehearse_all(struct request *request, json_t *verdicts, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    bool ok;

    if (!ledger_begin(inventory, error))
        return false;
    ok = book_all(request, true, verdicts, error);
    ledger_end(inventory, false, NULL);
    return ok;
}

static bool
post_bookings(struct request *request, GError **error)
{
    json_t *verdicts = json_array();
    bool ok = request_flag(request, "dry_run") ? rehearse_all(request, verdicts, error)
                                               : book_all(request, false, verdicts, error);

    if (!ok)
        return reply_json_if(request, verdicts, false);
    return reply_json(request, json_pack("{s:o}", "verdicts", verdicts));
}

static const struct fields_row booking_fields[] = {
    {.name = "entries",
     .kind = FIELDS_LIST,
     .needed = true,
     .low = 1,
     .high = ENTRIES,
     .of = entry_fields},
    {.name = "dry_run", .kind = FIELDS_FLAG},
    {0},
};

const struct route route_book[] = {
    {"POST", "/api/1/bookings", ROLE_VOLUNTEER, ROUTE_BRIEF, booking_fields, post_bookings, NULL,
     BATCH},
    {0},
};
