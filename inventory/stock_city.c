#include <string.h>

#include "inventory/inside.h"
#include "inventory/recalled.h"
#include "inventory/shelf.h"
#include "inventory/stock.h"

/* In front of its batch number a lot takes three bytes of a shelf at least, so all of them fit into
 * as many bytes as that has, each with its end. */
static void
add_shelf(struct stock_city *city, struct box_id box, struct shelf *shelf, size_t size,
          const struct recalled *recalled)
{
    char *text = g_malloc(size + 1);

    g_ptr_array_add(city->texts, text);
    while (shelf_next_drug(shelf)) {
        bool some = recalled_drug(recalled, shelf->drug);

        while (shelf_next_lot(shelf)) {
            struct stock_lot lot = {
                .box = box,
                .drug = shelf->drug,
                .expiry = shelf->expiry,
                .lot = memcpy(text, shelf->lot, shelf->lot_size),
                .units = shelf->units,
                .recalled =
                    some && recalled_lot(recalled, shelf->drug, shelf->lot, shelf->lot_size),
            };

            text += shelf->lot_size;
            *text++ = '\0';
            g_array_append_val(city->lots, lot);
        }
    }
}

static bool
read_all(struct inventory *inventory, struct stock_city *city, GError **error)
{
    struct recalled *recalled;
    bool ok = recalled_read(inventory, &recalled, error), whole = true;

    if (ok) {
        struct db_stmt *q = shelf_query(inventory, (struct box_id){0});

        while (whole && db_row(q)) {
            size_t size;
            const void *bytes = db_blob(q, 1, &size);
            struct shelf shelf = shelf_of(bytes, size);

            add_shelf(city, (struct box_id){db_int(q, 0)}, &shelf, size, recalled);
            whole = shelf_whole(&shelf, error);
        }
        ok = db_done(q, whole ? error : NULL) && whole;
    }
    recalled_free(recalled);
    return ok;
}

bool
stock_city_read(struct inventory *inventory, struct stock_city *city, GError **error)
{
    bool ok = db_begin_read(inventory->db, error); /* both reads see the same moment */

    *city = (struct stock_city){.lots = g_array_new(FALSE, FALSE, sizeof(struct stock_lot)),
                                .texts = g_ptr_array_new_with_free_func(g_free)};
    if (!ok)
        return false;
    ok = read_all(inventory, city, error);
    return db_end(inventory->db, ok, error) && ok;
}

void
stock_city_clear(struct stock_city *city)
{
    g_clear_pointer(&city->lots, g_array_unref);
    g_clear_pointer(&city->texts, g_ptr_array_unref);
}
