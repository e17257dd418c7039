#include "web/happening.h"

#include <jansson.h>

#include "inventory/ledger.h"
#include "web/jsontext.h"
#include "web/shape.h"

/* Where a movement happened. */
static bool
read_areas(struct inventory *inventory, struct area_id id, int64_t areas[HAPPENING_AREAS],
           GError **error)
{
    struct area *area;

    for (int i = 0; i < HAPPENING_AREAS && id.n != 0; i++) {
        areas[i] = id.n;
        if (!area_by_id(inventory, id, &area, error))
            return false;
        id = area->parent;
        area_free(area);
    }
    return true;
}

struct reading {
    GPtrArray *texts;
    GArray *seqs;
    GArray *boxes; /* int64_t */
    struct inventory *inventory;
    bool carried; /* some of it goes from box to box */
};

static bool
add_text(const struct movement *m, int64_t undone_by, void *data)
{
    struct reading *reading = data;
    json_t *row = json_pack("{s:I, s:s, s:I, s:I, s:I, s:o, s:o}", "seq", (json_int_t)m->seq,
                            "kind", movement_kind_key(m->kind), "at", (json_int_t)m->at, "drug",
                            (json_int_t)m->drug.n, "units",
                            movement_direction(m->kind) * (json_int_t)m->units, "expiry",
                            shape_day(m->expiry), "lot", shape_text(m->lot));

    (void)undone_by;
    reading->carried = reading->carried || m->transfer != 0;
    g_ptr_array_add(reading->texts, row);
    g_array_append_val(reading->seqs, m->seq);
    g_array_append_val(reading->boxes, m->box.n);
    return true;
}

static void
decref(gpointer json)
{
    json_decref(json);
}

static bool
hand_one(struct reading *reading, guint i, happening_hand *hand, void *data, GError **error)
{
    json_t *row = reading->texts->pdata[i];
    int64_t seq = g_array_index(reading->seqs, int64_t, i), areas[HAPPENING_AREAS] = {0};
    struct box_id id = {g_array_index(reading->boxes, int64_t, i)};
    struct box *box = NULL;
    g_autofree char *json = NULL;

    if (!box_by_id(reading->inventory, id, &box, error))
        return false;
    json_object_set_new(row, "box", json_string(box->code));
    json = jsontext_of(row);
    if (read_areas(reading->inventory, box->area, areas, error))
        hand(g_strdup_printf("id: %lld\nevent: booking\ndata: %s\n\n", (long long)seq, json), seq,
             areas, data);
    box_free(box);
    return areas[0] != 0;
}

bool
happening_read(struct inventory *inventory, int64_t after, happening_hand *hand, void *data,
               bool *carried, GError **error)
{
    struct ledger_filter filter = {.after_seq = after, .before_seq = after + HAPPENING_MOST + 1};
    struct reading reading = {.texts = g_ptr_array_new_with_free_func(decref),
                              .seqs = g_array_new(FALSE, FALSE, sizeof(int64_t)),
                              .boxes = g_array_new(FALSE, FALSE, sizeof(int64_t)),
                              .inventory = inventory};
    bool ok = ledger_list(inventory, &filter, add_text, &reading, error);

    for (guint i = 0; ok && i < reading.texts->len; i++)
        ok = hand_one(&reading, i, hand, data, error);
    *carried = reading.carried;
    g_ptr_array_unref(reading.texts);
    g_array_unref(reading.seqs);
    g_array_unref(reading.boxes);
    return ok;
}
