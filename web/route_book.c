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
post_bookings(struct request *request, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    bool rehearse = request_flag(request, "dry_run"), ok;
    json_t *verdicts = json_array();

    if (!ledger_begin(inventory, error))
        return reply_json_if(request, verdicts, false);
    ok = book_all(request, rehearse, verdicts, error);
    if (rehearse)
        ledger_end(inventory, false, NULL);
    else
        ok = ledger_end(inventory, ok, ok ? error : NULL) && ok;
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
