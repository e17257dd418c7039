#include "inventory/ledger.h"

#include "base/words.h"
#include "inventory/counted.h"
#include "inventory/inside.h"
#include "inventory/posting.h"

/* What of a movement an undo takes over; its texts are copies. */
struct undone {
    struct movement movement;
    char *lot, *pack;
    int64_t undone_by;
    bool retired; /* the box is */
};

static void
undone_clear(struct undone *undone)
{
    g_free(undone->lot);
    g_free(undone->pack);
}

static bool
read_undone(struct inventory *inventory, int64_t seq, struct undone *undone, GError **error)
{
    struct db_stmt *q =
        db_query(inventory->db, "SELECT kind, box, drug, expiry, units, done_at, lot, pack, at,"
                                " (SELECT u.seq FROM movement u"
                                "  WHERE u.tenant = movement.tenant AND u.reverses = movement.seq),"
                                " (SELECT count(*) FROM box WHERE box.tenant = movement.tenant"
                                "  AND box.id = movement.box AND box.state = 'retired')"
                                " FROM movement WHERE tenant = :tenant AND seq = :seq");

    *undone = (struct undone){.lot = NULL};
    db_bind_int(q, "tenant", inventory->tenant);
    db_bind_int(q, "seq", seq);
    if (db_row(q)) {
        undone->lot = g_strdup(db_text(q, 6));
        undone->pack = db_is_null(q, 7) ? NULL : g_strdup(db_text(q, 7));
        undone->undone_by = db_int(q, 9);
        undone->retired = db_int(q, 10) != 0;
        undone->movement = (struct movement){
            .seq = seq,
            .kind = (enum movement_kind)db_int(q, 0),
            .box = {db_int(q, 1)},
            .drug = {db_int(q, 2)},
            .expiry = {(int32_t)db_int(q, 3)},
            .units = (int32_t)db_int(q, 4),
            .at = db_int(q, 8),
            .done_at = db_int(q, 5),
            .lot = undone->lot,
            .pack = undone->pack,
        };
    }
    if (!db_done(q, error))
        return false;
    return undone->lot != NULL ||
           err_set(error, ERR_MISSING, _("there is no booking %lld"), (long long)seq) ||
           err_next(error, ERR_NEXT_LEDGER);
}

static bool
may_be_undone(const struct undone *undone, GError **error)
{
    long long seq = (long long)undone->movement.seq;
    enum movement_kind kind = undone->movement.kind;

    if (undone->undone_by != 0)
        return err_set(error, ERR_REFUSED, _("booking %lld is undone already, by booking %lld"),
                       seq, (long long)undone->undone_by);
    if (kind == MOVEMENT_UNDO_IN || kind == MOVEMENT_UNDO_OUT)
        return err_set(error, ERR_REFUSED,
                       _("booking %lld is itself an undo; book what happened anew instead"), seq);
    if (undone->retired && movement_direction(kind) < 0)
        return err_set(error, ERR_REFUSED,
                       _("booking %lld can't be undone: its box is out of service"), seq);
    return true;
}

static void
fill_undo(struct movement *undo, const struct movement *of)
{
    undo->kind = movement_direction(of->kind) > 0 ? MOVEMENT_UNDO_IN : MOVEMENT_UNDO_OUT;
    undo->box = of->box;
    undo->drug = of->drug;
    undo->expiry = of->expiry;
    undo->lot = of->lot;
    undo->units = of->units;
    undo->pack = of->pack;
    undo->reverses = of->seq;
    undo->household = NULL;
}

static bool
post_undo(struct inventory *inventory, const struct undone *undone, struct movement *undo,
          GError **error)
{
    fill_undo(undo, &undone->movement);
    return may_be_undone(undone, error) && posting_add(inventory, undo, &undone->movement, error);
}

/* Undoes another part of what a count found, under the n-th of the ids that follow. */
static bool
undo_part(struct inventory *inventory, int64_t seq, const struct movement *like, uint32_t n,
          GError **error)
{
    struct movement undo = {
        .uid = uuid_nth(like->uid, n),
        .at = like->at,
        .person = like->person,
        .reason = like->reason,
    };
    struct undone undone;
    bool ok =
        read_undone(inventory, seq, &undone, error) && post_undo(inventory, &undone, &undo, error);

    undone_clear(&undone);
    return ok;
}

static bool
undo_parts(struct inventory *inventory, const GArray *parts, const struct undone *undone,
           struct movement *undo, GError **error)
{
    struct movement like = *undo;
    uint32_t n = 0;

    for (guint i = 0; i < parts->len; i++) {
        int64_t seq = g_array_index(parts, int64_t, i);

        if (!(seq == undone->movement.seq ? post_undo(inventory, undone, undo, error)
                                          : undo_part(inventory, seq, &like, ++n, error)))
            return false;
    }
    return true;
}

static bool
undo_new(struct inventory *inventory, const struct undone *undone, struct movement *undo,
         GError **error)
{
    g_autoptr(GArray) parts = NULL;

    if (!may_be_undone(undone, error) ||
        !counted_take_back(inventory, &undone->movement, &parts, error))
        return false;
    return parts != NULL ? undo_parts(inventory, parts, undone, undo, error)
                         : post_undo(inventory, undone, undo, error);
}

bool
ledger_undo(struct inventory *inventory, int64_t seq, struct movement *undo, bool *repeated,
            GError **error)
{
    struct undone undone;
    bool ok;

    g_assert(db_in_transaction(inventory->db));
    ok = read_undone(inventory, seq, &undone, error);
    if (ok) {
        fill_undo(undo, &undone.movement);
        ok = posting_find_repeated(inventory, undo, repeated, error) &&
             (*repeated || undo_new(inventory, &undone, undo, error));
    }
    undo->lot = "";
    undo->pack = NULL;
    undone_clear(&undone);
    return ok;
}
