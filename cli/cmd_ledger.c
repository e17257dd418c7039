/* medbox ledger: every booking, in the order of their numbers. */

#include "base/words.h"
#include "cli/face.h"
#include "cli/scan_print.h"
#include "cli/verb.h"
#include "inventory/ledger.h"
#include "inventory/names.h"

#define LAST 20 /* shown where nothing says how many */

static const struct rows_column columns[] = {
    {"seq", N_("No."), ROWS_RIGHT},
    {"uid", NULL, ROWS_LEFT},
    {"at", NULL, ROWS_LEFT},
    {"done_at", N_("When"), ROWS_LEFT},
    {"kind", N_("What"), ROWS_LEFT},
    {"box", NULL, ROWS_RIGHT},
    {"box_name", N_("Box"), ROWS_LEFT},
    {"drug", NULL, ROWS_RIGHT},
    {"drug_name", N_("Medicine"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT}, /* with its sign */
    {"expiry", N_("Use by"), ROWS_LEFT},
    {"lot", N_("Batch"), ROWS_LEFT},
    {"pack", NULL, ROWS_LEFT},
    {"person_name", N_("Who"), ROWS_SPARSE},
    {"reverses", N_("Undoes"), ROWS_RIGHT},
    {"undone_by", N_("Undone by"), ROWS_RIGHT},
    {"reason", N_("Note"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

struct listing {
    struct rows *rows;
    struct names *names;
    int64_t first; /* seq of the first one; 0: none */
};

static void
add_number(struct rows *rows, int64_t number)
{
    if (number != 0)
        rows_number(rows, number);
    else
        rows_none(rows);
}

static void
add_units(struct listing *listing, const struct movement *movement)
{
    const struct drug *drug = names_drug(listing->names, movement->drug);
    int64_t units = movement_direction(movement->kind) * (int64_t)movement->units;
    g_autofree char *shown = g_strdup_printf(_("%+lld %s"), (long long)units,
                                             drug != NULL ? drug_unit_word(drug, ABS(units)) : "");

    rows_number_as(listing->rows, units, shown);
}

static bool
add_movement(const struct movement *movement, int64_t undone_by, void *data)
{
    struct listing *listing = data;
    struct rows *rows = listing->rows;
    char uid[UUID_TEXT_SIZE];

    if (listing->first == 0)
        listing->first = movement->seq;
    rows_number(rows, movement->seq);
    rows_text(rows, uuid_format(&movement->uid, uid));
    rows_moment(rows, movement->at);
    rows_moment(rows, movement->done_at);
    rows_word(rows, movement_kind_key(movement->kind), movement_kind_word(movement->kind));
    rows_number(rows, movement->box.n);
    rows_text(rows, names_box_text(listing->names, movement->box));
    rows_number(rows, movement->drug.n);
    rows_text(rows, names_drug_text(listing->names, movement->drug));
    add_units(listing, movement);
    rows_day(rows, movement->expiry);
    rows_text(rows, movement->lot);
    rows_text(rows, movement->pack);
    rows_text(rows, names_person(listing->names, movement->person));
    add_number(rows, movement->reverses);
    add_number(rows, undone_by);
    rows_text(rows, movement->reason);
    return true;
}

/* What the options narrow it to. */
static bool
read_filter(struct face *face, struct ledger_filter *filter, GError **error)
{
    struct box *box = NULL;
    struct drug *drug = NULL;
    bool ok = (face->arg_count == 0 || scan_print_box(face, face->args[0], &box, error)) &&
              (!face_has(face, "drug") ||
               drug_find(face->inventory, face_text(face, "drug"), &drug, error));

    *filter = (struct ledger_filter){
        .box = box != NULL ? box->id : (struct box_id){0},
        .drug = drug != NULL ? drug->id : (struct drug_id){0},
        .after_seq = face_number(face, "after", 0),
        .last = face_number(face, "last", face_has(face, "after") ? 0 : LAST),
    };
    box_free(box);
    drug_free(drug);
    return ok;
}

static bool
show(struct face *face, struct names *names, const struct ledger_filter *filter, GError **error)
{
    struct listing listing = {rows_new(columns, answer_utc_offset(face->answer)), names, 0};
    bool full;

    if (!ledger_list(face->inventory, filter, add_movement, &listing, error)) {
        rows_free(listing.rows);
        return false;
    }
    full = filter->last > 0 && rows_count(listing.rows) == (size_t)filter->last &&
           listing.first > filter->after_seq + 1;
    answer_rows(face->answer, "rows", listing.rows, _("No bookings."));
    if (full)
        answer_heading(face->answer, _("These are the last %lld; --last N shows more."),
                       (long long)filter->last);
    return true;
}

static bool
run_ledger(struct face *face, GError **error)
{
    struct ledger_filter filter;
    struct names *names;
    bool ok;

    if (!read_filter(face, &filter, error))
        return false;
    names = names_read(face->inventory, error);
    ok = names != NULL && show(face, names, &filter, error);
    names_free(names);
    return ok;
}

static const struct verb_option options[] = {
    {.name = "drug", .value = N_("DRUG"), .meaning = N_("only of a medicine")},
    {.name = "last",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("the last so many (20)"),
     .low = 1,
     .high = INT32_MAX},
    {.name = "after",
     .kind = VERB_NUMBER,
     .value = N_("SEQ"),
     .meaning = N_("those with a greater number"),
     .low = 0,
     .high = INT64_MAX},
    {0},
};

const struct verb verb_ledger[] = {
    {.name = "ledger",
     .usage = N_("[BOX] [--drug DRUG] [--last N] [--after SEQ]"),
     .help = N_("Lists bookings: when, what, where, how much, and which were undone."),
     .options = options,
     .most = 1,
     .run = run_ledger},
    {0},
};
