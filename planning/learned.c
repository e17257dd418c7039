#include "planning/learned.h"

#include "inventory/setting.h"

#define DAY_MS INT64_C(86400000)

struct work {
    struct inventory *inventory;
    int64_t now;
    int32_t utc_offset;
    struct outlook *outlook;
    uint8_t basis[HISTORY_BASIS];
    struct day today;
    struct history_reading reading;
    int32_t kept_day; /* of the state that it goes on from; INT32_MIN: from the beginning */
};

/* Goes on from the newest state that still holds; *done false where there is none. */
static bool
go_on(struct work *work, bool *done, GError **error)
{
    struct history_state state;
    struct day before = work->today;
    bool ok = true, found = true;

    for (*done = false; ok && found && !*done; before = state.day) {
        ok = history_kept(work->inventory, before, work->basis, &state, &found, error);
        if (ok && found && outlook_load(work->outlook, state.bytes, state.size)) {
            history_reading_clear(&work->reading);
            ok = history_read(work->inventory, &state, work->today, &work->reading, error);
            *done = ok && !work->reading.stale;
            work->kept_day = state.day.n;
        }
        history_state_clear(&state);
    }
    return ok;
}

static bool
begin(struct work *work, const GArray *boxes, GError **error)
{
    outlook_free(work->outlook);
    work->outlook = outlook_new(boxes);
    work->kept_day = INT32_MIN;
    history_reading_clear(&work->reading);
    return history_read(work->inventory, NULL, work->today, &work->reading, error);
}

/* What can't be kept now, as another program writes, is learned again next time. */
static void
keep(struct work *work)
{
    struct day day = {demand_day(outlook_demand(work->outlook))};
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(GError) error = NULL;

    if (day.n != work->today.n - 1 || day.n == work->kept_day)
        return;
    bytes = outlook_save(work->outlook);
    if (!history_keep(work->inventory, day, work->basis, work->reading.head, bytes, &error))
        g_clear_error(&error);
}

/* Yesterday is closed and kept; of today there is a part. */
static void
learn(struct work *work)
{
    int64_t midnight = day_start(work->today, work->utc_offset);
    guint at = 0;

    outlook_see(work->outlook, work->reading.events, &at, (struct day){work->today.n - 1});
    keep(work);
    outlook_see_part(work->outlook, work->reading.events, at,
                     CLAMP((double)(work->now - midnight) / (double)DAY_MS, 0, 1));
}

static bool
start(struct work *work, GArray **boxes, GError **error)
{
    if (!setting_number(work->inventory, "utc-offset", (struct area_id){0}, (struct box_id){0},
                        &work->utc_offset, error) ||
        !history_boxes(work->inventory, boxes, error) ||
        !history_basis(work->inventory, *boxes, work->basis, error))
        return false;
    work->today = inventory_day(work->inventory, work->now);
    work->outlook = outlook_new(*boxes);
    work->kept_day = INT32_MIN;
    return true;
}

bool
learned_read(struct inventory *inventory, int64_t now, struct outlook **outlook, GError **error)
{
    struct work work = {.inventory = inventory, .now = now};
    g_autoptr(GArray) boxes = NULL;
    bool done = false;
    bool ok = start(&work, &boxes, error) && go_on(&work, &done, error) &&
              (done || begin(&work, boxes, error));

    if (ok)
        learn(&work);
    history_reading_clear(&work.reading);
    if (!ok)
        g_clear_pointer(&work.outlook, outlook_free);
    *outlook = work.outlook;
    return ok;
}

/* From the whole ledger to the end of that day. */
static bool
learn_anew(struct work *work, const GArray *boxes, struct day day, GError **error)
{
    guint at = 0;

    if (!begin(work, boxes, error))
        return false;
    outlook_see(work->outlook, work->reading.events, &at, day);
    return true;
}

bool
learned_check(struct inventory *inventory, int64_t now, bool *right, GError **error)
{
    struct work work = {.inventory = inventory, .now = now};
    g_autoptr(GArray) boxes = NULL;
    g_autoptr(GBytes) kept = NULL, anew = NULL;
    bool done = false, ok = start(&work, &boxes, error) && go_on(&work, &done, error);

    *right = true;
    if (ok && done) {
        struct day day = {work.kept_day};

        kept = outlook_save(work.outlook);
        ok = learn_anew(&work, boxes, day, error);
        if (ok) {
            anew = outlook_save(work.outlook);
            *right = g_bytes_equal(kept, anew);
            ok = *right || history_forget(inventory, DAY_NONE, error);
        }
    }
    history_reading_clear(&work.reading);
    outlook_free(work.outlook);
    return ok;
}
