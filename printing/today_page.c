#include "printing/today_page.h"

#include <math.h>
#include <string.h>

#include "base/words.h"
#include "inventory/names.h"
#include "inventory/setting.h"
#include "inventory/stock.h"
#include "scanner/boxcode.h"

/* What a page has room for, in mm, with letters of 6 mm. */
#define AROUND 125.0    /* heading, notes and QR codes, */
#define AROUND_OF 155.0 /* and where the QR codes are below the notes */
#define BESIDE 2        /* boxes at the most where they are not */
#define ROW 7.8
#define HEADING 12.6 /* of a type, with the gap above it, */
#define BOX 9.0      /* and of a box */
#define HALF 15.0    /* em: the longest name with which another shares a row */
#define LATIN 0.55   /* em: a letter's width */

struct today_sheet {
    struct today today;
    struct today_type types[TODAY_BOXES * DRUG_TYPES];
    struct today_box qr[TODAY_BOXES];
};

void
today_page_clear(struct today_page *page)
{
    g_clear_pointer(&page->texts, g_ptr_array_unref);
    g_clear_pointer(&page->sections, g_ptr_array_unref);
    g_clear_pointer(&page->pages, g_array_unref);
}

static const char *
keep(struct today_page *page, char *text)
{
    g_ptr_array_add(page->texts, text);
    return text;
}

/* The medicines of a type; of an area, in a box. */
struct section {
    const char *name;
    const char *box;     /* NULL for those of the one box */
    const char *address; /* that the box's QR code opens; NULL likewise */
    GPtrArray *medicines;
};

static void
free_section(gpointer data)
{
    struct section *section = data;

    g_ptr_array_unref(section->medicines);
    g_free(section);
}

static struct section *
add_section(struct today_page *page, const char *name, const char *box, const char *address)
{
    struct section *section = g_new(struct section, 1);

    *section = (struct section){name, box, address, g_ptr_array_new_with_free_func(g_free)};
    g_ptr_array_add(page->sections, section);
    return section;
}

static void
add_medicine(struct section *section, const struct drug *drug)
{
    g_autofree char *name = drug->age == DRUG_ALL_AGES
                                ? g_strdup(drug->name)
                                : g_strdup_printf("%s · %s", drug->name, drug_age_word(drug->age));

    for (guint i = 0; i < section->medicines->len; i++)
        if (strcmp(section->medicines->pdata[i], name) == 0)
            return;
    g_ptr_array_add(section->medicines, g_steal_pointer(&name));
}

/* The address of a box's page; the page keeps the host that it is at. */
static bool
address_of(struct inventory *inventory, struct today_page *page, const struct box *box,
           const char **address, GError **error)
{
    struct boxcode code = {{0}};
    char *host = NULL;

    if (!setting_text(inventory, "label.host", (struct area_id){0}, box->id, &host, error))
        return false;
    g_strlcpy(code.text, box->code, sizeof(code.text));
    page->host = keep(page, host);
    *address = keep(page, boxcode_url(host, code, (struct boxcode_nonce){{0}}));
    return true;
}

/* What can be taken of a box ({0}: of all), by the box's number: int64_t * to GArray * of const
 * struct drug *. */
static GHashTable *
read_stock(struct inventory *inventory, struct names *names, struct box_id box, struct day today,
           GError **error)
{
    g_autoptr(GPtrArray) lots = NULL;
    GHashTable *stock =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);

    if (!stock_lots(inventory, box, (struct drug_id){0}, &lots, error)) {
        g_hash_table_unref(stock);
        return NULL;
    }
    for (guint i = 0; i < lots->len; i++) {
        const struct stock_lot *lot = lots->pdata[i];
        const struct drug *drug = names_drug(names, lot->drug);
        GArray *drugs = g_hash_table_lookup(stock, &lot->box.n);

        if (lot->recalled || lot->expiry.n < today.n)
            continue;
        if (drugs == NULL) {
            drugs = g_array_new(FALSE, FALSE, sizeof(drug));
            g_hash_table_insert(stock, g_memdup2(&lot->box.n, sizeof(lot->box.n)), drugs);
        }
        g_array_append_val(drugs, drug);
    }
    return stock;
}

/* A box's medicines under a heading a type, in the order of the catalogue. */
static void
add_types(struct today_page *page, const GArray *drugs, const char *box, const char *address)
{
    for (int type = 1; drugs != NULL && type <= DRUG_TYPES; type++) {
        struct section *section = NULL;

        for (guint i = 0; i < drugs->len; i++) {
            const struct drug *drug = g_array_index(drugs, const struct drug *, i);

            if ((int)drug->type != type)
                continue;
            if (section == NULL)
                section = add_section(page, drug_type_word(drug->type), box, address);
            add_medicine(section, drug);
        }
    }
}

static void
begin(struct today_page *page, struct day today)
{
    char day[DAY_TEXT_SIZE];

    *page = (struct today_page){
        .texts = g_ptr_array_new_with_free_func(g_free),
        .sections = g_ptr_array_new_with_free_func(free_section),
    };
    page->day = keep(page, g_strdup(day_format(today, day)));
}

bool
today_page_of_box(struct inventory *inventory, const struct box *box, int64_t now,
                  struct today_page *page, GError **error)
{
    struct day today = inventory_day(inventory, now);
    struct names *names = names_read(inventory, error);
    GHashTable *stock = NULL;
    bool ok;

    begin(page, today);
    page->place = keep(page, g_strdup(box->name));
    ok = names != NULL && address_of(inventory, page, box, &page->address, error) &&
         (stock = read_stock(inventory, names, box->id, today, error)) != NULL;
    if (ok)
        add_types(page, g_hash_table_lookup(stock, &box->id.n), NULL, NULL);
    g_clear_pointer(&stock, g_hash_table_unref);
    names_free(names);
    return ok;
}

/* What is in each box that has something in it. */
static bool
add_boxes(struct inventory *inventory, struct today_page *page, const GPtrArray *boxes,
          GHashTable *stock, GError **error)
{
    for (guint i = 0; i < boxes->len; i++) {
        const struct box *box = boxes->pdata[i];
        const GArray *drugs = g_hash_table_lookup(stock, &box->id.n);
        const char *address;

        if (drugs == NULL)
            continue;
        if (!address_of(inventory, page, box, &address, error))
            return false;
        add_types(page, drugs, keep(page, g_strdup(box->name)), address);
        page->n_boxes++;
    }
    return true;
}

bool
today_page_of_area(struct inventory *inventory, struct area_id id, int64_t now,
                   struct today_page *page, GError **error)
{
    struct day today = inventory_day(inventory, now);
    g_autoptr(GPtrArray) boxes = NULL;
    struct names *names = NULL;
    GHashTable *stock = NULL;
    struct area *area = NULL;
    bool ok;

    begin(page, today);
    if (!area_by_id(inventory, id, &area, error))
        return false;
    page->place = keep(page, g_strdup(area->name));
    page->boxes = true;
    area_free(area);
    if (!box_list(inventory, id, false, &boxes, error))
        return false;
    names = names_read(inventory, error);
    ok = names != NULL &&
         (stock = read_stock(inventory, names, (struct box_id){0}, today, error)) != NULL &&
         add_boxes(inventory, page, boxes, stock, error);
    g_clear_pointer(&stock, g_hash_table_unref);
    names_free(names);
    return ok;
}

/* ----------------------------------------------------------------------------------------- pages */

/* The pages are filled one after the other: the last one, and how much room it has yet. */
struct filling {
    struct today_page *page;
    struct today_sheet *sheet;
    double height, room;
};

static void
add_page(struct filling *filling)
{
    struct today_page *page = filling->page;
    struct today_sheet *sheet;

    g_array_set_size(page->pages, page->pages->len + 1);
    sheet = &g_array_index(page->pages, struct today_sheet, page->pages->len - 1);
    sheet->today = (struct today){.place = page->place,
                                  .boxes = page->boxes,
                                  .day = page->day,
                                  .host = page->host,
                                  .page = page->pages->len};
    if (page->address != NULL) {
        sheet->qr[0] = (struct today_box){page->place, page->address};
        sheet->today.n_qr = 1;
    }
    filling->sheet = sheet;
    filling->room =
        fmax(BOX + HEADING + ROW, filling->height - (page->n_boxes > BESIDE ? AROUND_OF : AROUND));
}

static double
width_of(const char *name)
{
    double width = 0;

    for (const char *at = name; *at != '\0'; at += g_utf8_skip[(unsigned char)*at])
        width += g_unichar_iswide(g_utf8_get_char(at)) ? 1 : LATIN;
    return width;
}

/* How many medicines from one on stand in a row. */
static size_t
count_row(const struct section *section, size_t from)
{
    const gpointer *names = section->medicines->pdata;

    return from + 1 < section->medicines->len && width_of(names[from]) <= HALF &&
                   width_of(names[from + 1]) <= HALF
               ? 2
               : 1;
}

static bool
is_new_box(const struct today_sheet *sheet, const struct section *section)
{
    const size_t n = sheet->today.n_qr;

    return section->address != NULL && (n == 0 || sheet->qr[n - 1].address != section->address);
}

/* As much of a section from a medicine on as the page has room for, one row at least; returns how many. */
static size_t
take_part(struct filling *filling, const struct section *section, size_t from)
{
    struct today_sheet *sheet = filling->sheet;
    const size_t left = section->medicines->len - from;
    const bool new = is_new_box(sheet, section);
    const char **part = g_new0(const char *, left + 1);
    size_t n = 0;

    filling->room -= HEADING + (new ? BOX : 0);
    do {
        const size_t row = count_row(section, from + n);

        memcpy(part + n, section->medicines->pdata + from + n, row * sizeof(*part));
        n += row;
        filling->room -= ROW;
    } while (n < left && filling->room >= ROW);
    keep(filling->page, (char *)part);
    sheet->types[sheet->today.n++] =
        (struct today_type){new ? section->box : NULL, section->name, part};
    if (new)
        sheet->qr[sheet->today.n_qr++] = (struct today_box){section->box, section->address};
    return n;
}

/* Whether the page has room for a part of a section. */
static bool
has_room(const struct filling *filling, const struct section *section)
{
    const bool new = is_new_box(filling->sheet, section);

    return filling->room >= HEADING + ROW + (new ? BOX : 0) &&
           !(new && filling->sheet->today.n_qr == TODAY_BOXES);
}

void
today_page_split(struct today_page *page, double height)
{
    struct filling filling = {.page = page, .height = height};

    g_clear_pointer(&page->pages, g_array_unref);
    page->pages = g_array_new(FALSE, TRUE, sizeof(struct today_sheet));
    add_page(&filling);
    for (guint i = 0; i < page->sections->len; i++) {
        const struct section *section = page->sections->pdata[i];

        for (size_t from = 0; from < section->medicines->len;) {
            if (!has_room(&filling, section))
                add_page(&filling);
            from += take_part(&filling, section, from);
        }
    }
    for (guint i = 0; i < page->pages->len; i++) {
        struct today_sheet *sheet = &g_array_index(page->pages, struct today_sheet, i);

        sheet->today.types = sheet->types;
        sheet->today.qr = sheet->qr;
        sheet->today.pages = page->pages->len;
    }
}

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct today_page *page = with;

    return layout_today(today_page_at(page, i), page->width, page->height, measure, layout, error);
}

const struct today *
today_page_at(const struct today_page *page, size_t i)
{
    return &g_array_index(page->pages, struct today_sheet, i).today;
}

struct layout_source
today_page_source(struct today_page *page, const struct sheet *sheet)
{
    page->width = sheet->width;
    page->height = sheet->height;
    today_page_split(page, sheet->height);
    return (struct layout_source){.n = page->pages->len, .make = make, .with = page};
}
