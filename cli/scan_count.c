#include "cli/scan_count.h"

#include <string.h>

#include "base/words.h"
#include "cli/scan_tell.h"
#include "inventory/count.h"
#include "inventory/stock.h"

/* One code that was counted. */
struct counted {
    struct count_line line; /* its lot is in texts */
    const char *pack;       /* likewise; NULL: the code names no very pack */
    int32_t packs;
};

struct scan_count {
    GArray *counted; /* struct counted, scan by scan */
    int64_t at;      /* ms UTC: the first of them */
    GStringChunk *texts;
};

struct scan_count *
scan_count_new(void)
{
    struct scan_count *count = g_new0(struct scan_count, 1);

    count->counted = g_array_new(FALSE, FALSE, sizeof(struct counted));
    count->texts = g_string_chunk_new(256);
    return count;
}

void
scan_count_free(struct scan_count *count)
{
    g_array_unref(count->counted);
    g_string_chunk_free(count->texts);
    g_free(count);
}

/* ---------------------------------------------------------------------------------------- adding */

static void
add_up(const struct scan_count *count, struct scan *scan)
{
    scan->counted = 0;
    for (guint i = 0; i < count->counted->len; i++)
        scan->counted += g_array_index(count->counted, struct counted, i).packs;
}

/* Whether the ledger can tell the lot of what was counted; where the medicine has no date, it can. */
static bool
settle_expiry(struct scan *scan, const struct drug *drug, struct count_line *line, bool *known,
              GError **error)
{
    int64_t total = 0, usable = 0;

    *known = true;
    if (line->expiry.n != DAY_NONE.n)
        return true;
    if (!stock_of_drug(scan->face->inventory, scan->box->id, drug->id,
                       inventory_day(scan->face->inventory, scan->face->now), &total, &usable,
                       error))
        return false;
    if (total == 0 && drug->undated)
        line->expiry = DAY_NEVER;
    else
        *known = total > 0;
    return true;
}

static bool
add_code(struct scan_count *count, struct scan *scan, const struct drug *drug, struct counted code,
         bool *counted, GError **error)
{
    g_autofree char *title = drug_title(drug), *amount = drug_amount(drug, code.line.units),
                    *sentence = g_strdup_printf(_("Counted: %s, %s."), title, amount);

    if (!settle_expiry(scan, drug, &code.line, counted, error))
        return false;
    if (!*counted) {
        scan_problem(scan, ERR_INPUT,
                     _("%s: the ledger has none of it in this box, so its expiry must be told; "
                       "type “exp 2027-03”, then scan the pack again"),
                     title);
        return true;
    }
    if (count->counted->len == 0)
        count->at = scan->face->now;
    g_array_append_val(count->counted, code);
    scan->codes++;
    add_up(count, scan);
    scan_tell_step(scan, sentence);
    return true;
}

/* One pack is counted once, however often it comes before the scanner. */
static bool
is_counted(const struct scan_count *count, const char *pack)
{
    for (guint i = 0; pack != NULL && i < count->counted->len; i++)
        if (g_strcmp0(g_array_index(count->counted, struct counted, i).pack, pack) == 0)
            return true;
    return false;
}

bool
scan_count_add(struct scan_count *count, struct scan *scan, const struct scan_item *item,
               bool *counted, GError **error)
{
    const struct resolved *is = &item->resolved;
    struct day expiry = is->expiry.n != DAY_NONE.n ? is->expiry : item->expiry;
    const char *lot = is->lot[0] != '\0' ? is->lot : item->lot;
    struct counted code = {
        .line = {.drug = is->drug,
                 .expiry = expiry,
                 .lot = expiry.n != DAY_NONE.n && lot != NULL
                            ? g_string_chunk_insert_const(count->texts, lot)
                            : NULL,
                 .units = is->units * item->packs},
        .pack = item->code->pack[0] != '\0'
                    ? g_string_chunk_insert_const(count->texts, item->code->pack)
                    : NULL,
        .packs = item->packs,
    };
    struct drug *drug = NULL;
    bool ok;

    *counted = false;
    if (is_counted(count, code.pack)) {
        scan_problem(scan, ERR_REFUSED,
                     _("%s: this very pack is counted already; it is not counted twice"),
                     code.pack);
        return true;
    }
    ok = drug_by_id(scan->face->inventory, is->drug, &drug, error) &&
         add_code(count, scan, drug, code, counted, error);

    drug_free(drug);
    return ok;
}

bool
scan_count_take_back(struct scan_count *count, struct scan *scan)
{
    if (count->counted->len == 0)
        return false;
    g_array_set_size(count->counted, count->counted->len - 1);
    add_up(count, scan);
    scan_tell_step(scan, _("The code counted last is taken out of the count."));
    return true;
}

void
scan_count_drop(struct scan_count *count, struct scan *scan)
{
    if (count->counted->len == 0)
        return;
    scan_problem(scan, ERR_INPUT,
                 _("the count was not finished by DONE: nothing of it was booked"));
    scan->counted = 0;
    g_array_set_size(count->counted, 0);
}

/* --------------------------------------------------------------------------------------- booking */

/* What a code says of its lot separates it; without a date all of the medicine is one. */
static bool
is_same_lot(const struct count_line *a, const struct count_line *b)
{
    return a->drug.n == b->drug.n &&
           (a->expiry.n == DAY_NONE.n || b->expiry.n == DAY_NONE.n ||
            (a->expiry.n == b->expiry.n &&
             (a->lot == NULL || b->lot == NULL || strcmp(a->lot, b->lot) == 0)));
}

static void
fold_into(GArray *lines, struct count_line line)
{
    for (guint i = 0; i < lines->len;) {
        const struct count_line *other = &g_array_index(lines, struct count_line, i);

        if (!is_same_lot(other, &line)) {
            i++;
            continue;
        }
        line.units += other->units;
        if (other->expiry.n == DAY_NONE.n || line.expiry.n == DAY_NONE.n)
            line.expiry = DAY_NONE;
        if (line.expiry.n == DAY_NONE.n || other->lot == NULL)
            line.lot = NULL;
        g_array_remove_index(lines, i);
    }
    g_array_append_val(lines, line);
}

static bool
post(const struct scan_count *counted, struct scan *scan, const GArray *lines, GError **error)
{
    struct face *face = scan->face;
    struct count count = {.uid = face_uuid(face),
                          .now = face->now,
                          .person = face->person,
                          .counted_at = counted->at,
                          .box = scan->box->id,
                          .lines = (const struct count_line *)(const void *)lines->data,
                          .line_count = lines->len,
                          .dry_run = face_has(face, "dry-run")};
    struct count_result result = {0};
    bool ok = count_post(face->inventory, &count, &result, error) &&
              scan_counted(scan, &count.uid, &result, error);

    count_result_clear(&result);
    return ok;
}

/* Those of one medicine. */
static GArray *
lines_of(const GArray *lines, struct drug_id drug)
{
    GArray *own = g_array_new(FALSE, FALSE, sizeof(struct count_line));

    for (guint i = 0; i < lines->len; i++)
        if (g_array_index(lines, struct count_line, i).drug.n == drug.n)
            g_array_append_val(own, g_array_index(lines, struct count_line, i));
    return own;
}

/* A complaint about one medicine, which it names. */
static bool
excuse(struct scan *scan, struct drug_id id, GError **why)
{
    struct drug *drug = NULL;
    g_autofree char *title = NULL;

    if (drug_by_id(scan->face->inventory, id, &drug, NULL))
        title = drug_title(drug);
    g_prefix_error(why, _("%s: "), title != NULL ? title : "?");
    drug_free(drug);
    return scan_excuse(scan, why);
}

/* What one medicine is refused for does not hold up the others. */
static bool
post_each(const struct scan_count *count, struct scan *scan, GArray *lines, GError **error)
{
    while (lines->len > 0) {
        struct drug_id drug = g_array_index(lines, struct count_line, 0).drug;
        g_autoptr(GArray) own = lines_of(lines, drug);
        GError *why = NULL;

        if (!post(count, scan, own, &why) && !excuse(scan, drug, &why)) {
            g_propagate_error(error, why);
            return false;
        }
        for (guint i = lines->len; i > 0; i--)
            if (g_array_index(lines, struct count_line, i - 1).drug.n == drug.n)
                g_array_remove_index(lines, i - 1);
    }
    return true;
}

bool
scan_count_finish(struct scan_count *count, struct scan *scan, GError **error)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct count_line));
    g_autoptr(GError) why = NULL;

    for (guint i = 0; i < count->counted->len; i++)
        fold_into(lines, g_array_index(count->counted, struct counted, i).line);
    g_array_set_size(count->counted, 0);
    return lines->len == 0 || post(count, scan, lines, &why) ||
           post_each(count, scan, lines, error);
}
