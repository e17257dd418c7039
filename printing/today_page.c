#include "printing/today_page.h"

#include <string.h>

#include "base/words.h"
#include "inventory/names.h"
#include "inventory/setting.h"
#include "inventory/stock.h"
#include "scanner/boxcode.h"

void
today_page_clear(struct today_page *page)
{
    g_clear_pointer(&page->texts, g_ptr_array_unref);
    g_clear_pointer(&page->lists, g_ptr_array_unref);
    g_clear_pointer(&page->types, g_free);
}

static const char *
keep(struct today_page *page, char *text)
{
    g_ptr_array_add(page->texts, text);
    return text;
}

/* One list a type of medicine, in the order of the catalogue. */
static void
add_medicine(struct today_page *page, const struct drug *drug)
{
    GPtrArray *list = page->lists->pdata[drug->type - 1];
    g_autofree char *name = drug->age == DRUG_ALL_AGES
                                ? g_strdup(drug->name)
                                : g_strdup_printf("%s · %s", drug->name, drug_age_word(drug->age));

    for (guint i = 0; i < list->len; i++)
        if (strcmp(list->pdata[i], name) == 0)
            return;
    g_ptr_array_add(list, g_steal_pointer(&name));
}

/* Whether a lot can be taken, and lies in one of these boxes (NULL: in the one asked for). */
static bool
counts(const struct stock_lot *lot, GHashTable *boxes, struct day today)
{
    return !lot->recalled && lot->expiry.n >= today.n &&
           (boxes == NULL || g_hash_table_contains(boxes, &lot->box.n));
}

/* A box whose page a phone opens. */
static bool
add_box(struct inventory *inventory, struct today_page *page, const struct box *box, GError **error)
{
    struct boxcode code = {{0}};
    char *host = NULL;

    if (page->today.n_qr == TODAY_BOXES) {
        page->today.n_more++;
        return true;
    }
    if (!setting_text(inventory, "label.host", (struct area_id){0}, box->id, &host, error))
        return false;
    g_strlcpy(code.text, box->code, sizeof(code.text));
    page->today.host = keep(page, host);
    page->boxes[page->today.n_qr++] = (struct today_box){
        .name = keep(page, g_strdup(box->name)),
        .address = keep(page, boxcode_url(host, code, (struct boxcode_nonce){{0}}))};
    return true;
}

/* What can be taken of these boxes (NULL: of this one); stocked gets those that have something. */
static bool
add_stock(struct inventory *inventory, struct today_page *page, struct box_id box,
          GHashTable *boxes, struct day today, GHashTable *stocked, GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    struct names *names = names_read(inventory, error);
    bool ok = names != NULL && stock_lots(inventory, box, (struct drug_id){0}, &lots, error);

    for (guint i = 0; ok && i < lots->len; i++) {
        struct stock_lot *lot = lots->pdata[i];

        if (!counts(lot, boxes, today))
            continue;
        add_medicine(page, names_drug(names, lot->drug));
        if (stocked != NULL)
            g_hash_table_add(stocked, g_memdup2(&lot->box.n, sizeof(lot->box.n)));
    }
    names_free(names);
    return ok;
}

/* Lists that have something in them become the types of the page. */
static void
take_types(struct today_page *page)
{
    page->types = g_new0(struct today_type, page->lists->len);
    for (guint i = 0; i < page->lists->len; i++) {
        GPtrArray *list = page->lists->pdata[i];

        if (list->len == 0)
            continue;
        g_ptr_array_add(list, NULL);
        page->types[page->today.n++] =
            (struct today_type){.name = drug_type_word((enum drug_type)(i + 1)),
                                .medicines = (const char *const *)list->pdata};
    }
    page->today.types = page->types;
}

/* QR codes of the boxes that have something in them. */
static bool
add_boxes(struct inventory *inventory, struct today_page *page, const GPtrArray *boxes,
          GHashTable *stocked, GError **error)
{
    for (guint i = 0; i < boxes->len; i++) {
        struct box *box = boxes->pdata[i];

        if (g_hash_table_contains(stocked, &box->id.n) && !add_box(inventory, page, box, error))
            return false;
    }
    return true;
}

static void
begin(struct today_page *page, struct day today)
{
    char day[DAY_TEXT_SIZE];

    *page = (struct today_page){
        .texts = g_ptr_array_new_with_free_func(g_free),
        .lists = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
    };
    for (int i = 0; i < DRUG_TYPES; i++)
        g_ptr_array_add(page->lists, g_ptr_array_new_with_free_func(g_free));
    page->today.qr = page->boxes;
    page->today.day = keep(page, g_strdup(day_format(today, day)));
}

bool
today_page_of_box(struct inventory *inventory, const struct box *box, int64_t now,
                  struct today_page *page, GError **error)
{
    struct day today = inventory_day(inventory, now);

    begin(page, today);
    if (!add_stock(inventory, page, box->id, NULL, today, NULL, error) ||
        !add_box(inventory, page, box, error))
        return false;
    page->today.place = keep(page, g_strdup(box->name));
    take_types(page);
    return true;
}

bool
today_page_of_area(struct inventory *inventory, struct area_id id, int64_t now,
                   struct today_page *page, GError **error)
{
    struct day today = inventory_day(inventory, now);
    g_autoptr(GPtrArray) boxes = NULL;
    g_autoptr(GHashTable) ids = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GHashTable) stocked =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    struct area *area = NULL;

    begin(page, today);
    if (!area_by_id(inventory, id, &area, error))
        return false;
    page->today.place = keep(page, g_strdup(area->name));
    page->today.boxes = true;
    area_free(area);
    if (!box_list(inventory, id, false, &boxes, error))
        return false;
    for (guint i = 0; i < boxes->len; i++)
        g_hash_table_add(ids, &((struct box *)boxes->pdata[i])->id.n);
    if (!add_stock(inventory, page, (struct box_id){0}, ids, today, stocked, error) ||
        !add_boxes(inventory, page, boxes, stocked, error))
        return false;
    take_types(page);
    return true;
}
