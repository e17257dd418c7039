/* Opening stock: what the boxes held in another system, booked as found by a count. */

#include <string.h>

#include "base/digest.h"
#include "base/id.h"
#include "base/limits.h"
#include "base/words.h"
#include "inventory/drug.h"
#include "inventory/importing.h"
#include "inventory/inside.h"
#include "inventory/ledger.h"
#include "inventory/lot.h"
#include "scanner/boxcode.h"

const struct import_column importing_stock_columns[] = {
    [STOCK_CODE] = {"code", "编码", false, NULL},
    [STOCK_COMMUNITY] = {"community", "社区", false, NULL},
    [STOCK_GRID] = {"grid", "网格", false, NULL},
    [STOCK_BUILDING] = {"building", "楼栋", false, NULL},
    [STOCK_BOX] = {"box", "药箱", false, NULL},
    [STOCK_DRUG] = {"drug", "药品", true, NULL},
    [STOCK_BRAND] = {"brand", "商品名", false, NULL},
    [STOCK_STRENGTH] = {"strength", "规格", false, NULL},
    [STOCK_MAKER] = {"maker", "厂家", false, NULL},
    [STOCK_EXPIRY] = {"expiry", "有效期", false, NULL},
    [STOCK_LOT] = {"lot", "批号", false, NULL},
    [STOCK_UNITS] = {"units", "数量", false, NULL},
    [STOCK_PACKS] = {"packs", "盒数", false, NULL},
    {NULL, NULL, false, NULL},
};

/* ------------------------------------------------------------------------------------------- box */

/* An area that has to be there. */
static bool
find_area(struct importing *importing, int column, enum area_kind kind, struct area_id parent,
          const char *name, struct area_id *id, GError **error)
{
    if (!importing_find_area(importing, column, kind, parent, name, id, error))
        return false;
    if (id->n == 0 && !importing->row_bad)
        importing_complain(importing, column, _("there is no %s “%s” here; import the boxes first"),
                           area_kind_word(kind), name);
    return true;
}

static bool
find_by_place(struct importing *importing, const char *name, struct box_id *box, GError **error)
{
    struct area_id area;
    int count = 0;

    if (!importing_find_place(importing, STOCK_COMMUNITY, find_area, &area, error))
        return false;
    if (importing->row_bad)
        return true;
    if (!importing_find_box(importing, area, name, false, box, &count, error))
        return false;
    if (count == 0)
        importing_complain(importing, STOCK_BOX,
                           _("there is no box “%s” there; import the boxes first"), name);
    else if (count > 1)
        importing_complain(importing, STOCK_BOX,
                           _("%d boxes are called that here; say which by its code"), count);
    return true;
}

/* With what was perhaps meant only as long as somebody hears it. */
static bool
seek_box(const struct importing *importing, const char *word, struct box **box, GError **error)
{
    if (importing_is_heard(importing))
        return box_find(importing->inventory, word, box, error);
    return box_seek(importing->inventory, word, box, error) &&
           (*box != NULL || err_set(error, ERR_MISSING, _("there is no box “%s”"), word));
}

/* By whatever tells a box: its code or, where only one has it, its name. Stock names few boxes many
 * times. */
static bool
find_by_word(struct importing *importing, int column, const char *word, struct box_id *box,
             GError **error)
{
    const int64_t *known = g_hash_table_lookup(importing->boxes, word);
    struct box *found = NULL;
    GError *failure = NULL;

    if (known != NULL) {
        box->n = *known;
        return true;
    }
    if (importing_missed(importing, column, word))
        return true;
    if (!seek_box(importing, word, &found, &failure))
        return importing_miss(importing, column, word, failure, error);
    *box = found->id;
    if (found->retired)
        importing_complain(importing, column, _("the box “%s” is retired"), found->name);
    else
        g_hash_table_insert(importing->boxes, g_strdup(word), g_memdup2(&box->n, sizeof(box->n)));
    box_free(found);
    return true;
}

static bool
find_box(struct importing *importing, struct box_id *box, GError **error)
{
    const char *code = importing_text(importing, STOCK_CODE, LIMIT_NAME),
               *name = importing_text(importing, STOCK_BOX, LIMIT_NAME),
               *community = importing_text(importing, STOCK_COMMUNITY, LIMIT_NAME);

    if (code[0] != '\0')
        return find_by_word(importing, STOCK_CODE, code, box, error);
    if (name[0] == '\0') {
        importing_complain(importing, STOCK_BOX,
                           _("no box is named; give its code, or community and box"));
        return true;
    }
    if (community[0] != '\0')
        return find_by_place(importing, name, box, error);
    return find_by_word(importing, STOCK_BOX, name, box, error);
}

/* ------------------------------------------------------------------------------------------ drug */

/* Medicines of that name; brand, strength and maker count where they are given, and with exact where
 * they are empty too. */
static bool
count_drugs(struct importing *importing, char *const names[4], bool exact, struct drug_id *drug,
            int *count, GError **error)
{
    struct db_stmt *q =
        db_query(importing->inventory->db,
                 "SELECT id FROM drug WHERE name = :name"
                 " AND (brand = :brand OR (:brand = '' AND CAST(:exact AS BIGINT) = 0))"
                 " AND (strength = :strength OR (:strength = '' AND :exact = 0))"
                 " AND (maker = :maker OR (:maker = '' AND :exact = 0)) ORDER BY state, id");

    db_bind_text(q, "name", names[0]);
    db_bind_text(q, "brand", names[1]);
    db_bind_text(q, "strength", names[2]);
    db_bind_text(q, "maker", names[3]);
    db_bind_int(q, "exact", exact);
    for (*count = 0; db_row(q); ++*count)
        if (*count == 0)
            drug->n = db_int(q, 0);
    return db_done(q, error);
}

/* By its names, else by a code or whatever else tells a medicine. */
static bool
find_by_names(struct importing *importing, char *const names[4], struct drug_id *drug,
              GError **error)
{
    struct drug *found = NULL;
    GError *failure = NULL;
    int count = 0;

    if (!count_drugs(importing, names, true, drug, &count, error) ||
        (count == 0 && !count_drugs(importing, names, false, drug, &count, error)))
        return false;
    if (count > 1)
        importing_complain(importing, STOCK_DRUG,
                           _("%d medicines are called “%s”; say brand, strength and maker too"),
                           count, names[0]);
    if (count > 0)
        return true;
    if (!drug_find(importing->inventory, names[0], &found, &failure))
        return importing_miss(importing, STOCK_DRUG, names[0], failure, error);
    *drug = found->id;
    drug_free(found);
    return true;
}

/* Stock names few medicines many times. */
static bool
find_drug(struct importing *importing, struct drug **drug, GError **error)
{
    char *names[] = {
        importing_text(importing, STOCK_DRUG, LIMIT_NAME),
        importing_text(importing, STOCK_BRAND, LIMIT_NAME),
        importing_text(importing, STOCK_STRENGTH, LIMIT_NAME),
        importing_text(importing, STOCK_MAKER, LIMIT_NAME),
    };
    g_autofree char *key = g_strjoin("\n", names[0], names[1], names[2], names[3], NULL);
    struct drug_id id;

    *drug = g_hash_table_lookup(importing->drugs, key);
    if (*drug != NULL || importing->row_bad)
        return true;
    if (importing_missed(importing, STOCK_DRUG, names[0]))
        return true;
    if (!find_by_names(importing, names, &id, error))
        return false;
    if (importing->row_bad)
        return true;
    if (!drug_by_id(importing->inventory, id, drug, error))
        return false;
    g_hash_table_insert(importing->drugs, g_steal_pointer(&key), *drug);
    return true;
}

/* ----------------------------------------------------------------------------- expiry and amount */

/* A date as people write it: wide digits and 年月日 too. */
static struct day
read_expiry(struct importing *importing, const struct drug *drug)
{
    const char *text = importing_text(importing, STOCK_EXPIRY, LIMIT_NAME);
    g_autofree char *narrow = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autoptr(GString) plain = g_string_new(narrow);
    g_autoptr(GError) failure = NULL;
    struct day day = DAY_NEVER;

    g_string_replace(plain, "年", "-", 0);
    g_string_replace(plain, "月", g_str_has_suffix(plain->str, "月") ? "" : "-", 0);
    g_string_replace(plain, "日", "", 0);
    if (strcmp(plain->str, "never") == 0 || strcmp(plain->str, "不过期") == 0)
        return DAY_NEVER;
    if (plain->len == 0 && !drug->undated)
        importing_complain(importing, STOCK_EXPIRY, _("the expiry is missing"));
    else if (plain->len > 0 && !day_parse(plain->str, &day, &failure))
        importing_complain(importing, STOCK_EXPIRY, "%s", failure->message);
    else if (plain->len > 0 &&
             day.n > inventory_day(importing->inventory, importing->import->now).n + LIMIT_EXPIRY)
        importing_complain(importing, STOCK_EXPIRY, _("the expiry is more than %d years ahead"),
                           LIMIT_EXPIRY / 365);
    return day;
}

/* -1 after a complaint. */
static int32_t
read_units(struct importing *importing, const struct drug *drug)
{
    const struct importing_range units = {0, LIMIT_UNITS, -1, -1},
                                 packs = {0, LIMIT_UNITS / drug->pack_units, -1, -1};
    bool was_bad = importing->row_bad;
    int32_t of_units = importing_number(importing, STOCK_UNITS, &units),
            of_packs = importing_number(importing, STOCK_PACKS, &packs);

    if (importing->row_bad == was_bad && (of_units < 0) == (of_packs < 0))
        importing_complain(importing,
                           importing_has(importing, STOCK_PACKS) ? STOCK_PACKS : STOCK_UNITS,
                           of_units < 0 ? _("the amount is missing; give units or packs")
                                        : _("units are given too; give one of the two"));
    return of_units >= 0 || of_packs < 0 ? of_units : of_packs * drug->pack_units;
}

/* ------------------------------------------------------------------------------------ the booking */

/* A lot of a box that the file names. */
struct heap {
    struct box_id box;
    struct drug_id drug;
    struct day expiry;
    char *lot;
    int32_t units;
    size_t row;
};

void
importing_heap_free(struct heap *heap)
{
    g_free(heap->lot);
    g_free(heap);
}

/* The same lot in a second row is a row pasted twice far more often than a second heap of it. */
static void
add_heap(struct importing *importing, struct box_id box, struct drug_id drug, struct day expiry,
         int32_t units)
{
    g_autoptr(GError) failure = NULL;
    g_autofree char *lot = lot_normal(importing_text(importing, STOCK_LOT, LIMIT_LOT), &failure);
    g_autofree char *key = NULL;
    struct heap *heap;

    if (lot == NULL)
        importing_complain(importing, STOCK_LOT, "%s", failure->message);
    if (importing->row_bad)
        return;
    key = g_strdup_printf("%lld %lld %d %s", (long long)box.n, (long long)drug.n, expiry.n, lot);
    heap = g_hash_table_lookup(importing->heap_of, key);
    if (heap != NULL) {
        importing_complain(importing, STOCK_DRUG,
                           _("line %u gives the same lot of the same box; if both are there, write "
                             "their sum in one row, else keep one of the two"),
                           csv_line(importing->table, heap->row));
        return;
    }
    heap = g_new(struct heap, 1);
    *heap = (struct heap){box, drug, expiry, g_strdup(lot), units, importing->row};
    g_ptr_array_add(importing->heaps, heap);
    g_hash_table_insert(importing->heap_of, g_steal_pointer(&key), heap);
}

/* Follows from the table, the row and how long the ledger was (RFC 9562, 5.8: version 8). */
static struct uuid
row_uuid(const struct importing *importing, int64_t movements)
{
    g_autofree char *row = g_strdup_printf("%zu %lld", importing->row, (long long)movements);
    uint8_t hash[DIGEST_SIZE];
    struct digest digest;

    digest_begin(&digest);
    digest_add(&digest, importing->digest, sizeof(importing->digest));
    digest_add(&digest, row, strlen(row));
    digest_end(&digest, hash);
    return uuid_of_digest(hash);
}

static bool
read_stock(struct importing *importing, const struct heap *heap, int64_t *units, GError **error)
{
    struct db_stmt *q =
        db_query(importing->inventory->db, "SELECT units FROM stock WHERE tenant = :tenant"
                                           " AND box = :box AND drug = :drug AND expiry = :expiry"
                                           " AND lot = :lot");

    db_bind_int(q, "tenant", importing->inventory->tenant);
    db_bind_int(q, "box", heap->box.n);
    db_bind_int(q, "drug", heap->drug.n);
    db_bind_int(q, "expiry", heap->expiry.n);
    db_bind_text(q, "lot", heap->lot);
    return db_one_int(q, 0, units, error);
}

/* Books what differs; a failure that is about the row is complained about there. */
static bool
post(struct importing *importing, const struct heap *heap, int64_t there, int64_t movements,
     GError **error)
{
    int64_t difference = heap->units - there;
    struct movement movement = {
        .uid = row_uuid(importing, movements),
        .at = importing->import->now,
        .kind = difference > 0 ? MOVEMENT_FOUND : MOVEMENT_LOST,
        .box = heap->box,
        .drug = heap->drug,
        .expiry = heap->expiry,
        .lot = heap->lot,
        .units = (int32_t)ABS(difference),
        .person = importing->import->person,
        .reason = importing->import->name,
    };
    bool repeated = false;
    GError *failure = NULL;

    if (ABS(difference) > LIMIT_UNITS) {
        importing_complain(importing, STOCK_UNITS, _("at most %d can be booked at once"),
                           LIMIT_UNITS);
        return true;
    }
    return ledger_post(importing->inventory, &movement, &repeated, &failure) ||
           importing_settle(importing, STOCK_DRUG, failure, error);
}

static bool
settle_heap(struct importing *importing, const struct heap *heap, int64_t movements, GError **error)
{
    struct import_result *result = importing->result;
    int64_t there = 0;

    importing->row = heap->row;
    importing->row_bad = false;
    if (!read_stock(importing, heap, &there, error))
        return false;
    if (heap->units == there) {
        result->unchanged++;
        return true;
    }
    if (there == 0)
        result->added++;
    else {
        importing_note_number(importing, STOCK_UNITS, there, heap->units);
        importing_differs(importing,
                          csv_cell(importing->table, heap->row, (size_t)importing->at[STOCK_DRUG]));
        result->changed++;
    }
    return post(importing, heap, there, movements, error);
}

bool
importing_stock_end(struct importing *importing, GError **error)
{
    int64_t movements = 0;

    if (importing->wrong > 0)
        return true;
    if (!ledger_count(importing->inventory, &movements, error))
        return false;
    for (guint i = 0; i < importing->heaps->len; i++)
        if (!settle_heap(importing, importing->heaps->pdata[i], movements, error))
            return false;
    return true;
}

bool
importing_stock_row(struct importing *importing, GError **error)
{
    struct box_id box = {0};
    struct drug *drug = NULL;
    struct day expiry;
    int32_t units;

    if (!find_box(importing, &box, error) || !find_drug(importing, &drug, error))
        return false;
    if (drug == NULL)
        return true;
    expiry = read_expiry(importing, drug);
    units = read_units(importing, drug);
    add_heap(importing, box, drug->id, expiry, units);
    return true;
}
