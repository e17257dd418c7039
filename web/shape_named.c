#include "web/shape_named.h"

#include <string.h>

#include <jansson.h>

#include "planning/draft.h"

/* The name of the area of a kind that another lies in, or NULL. */
static const char *
area_name(const struct names *names, struct area_id id, enum area_kind kind)
{
    const struct area *area = names_area(names, id);

    while (area != NULL && area->kind > kind)
        area = names_area(names, area->parent);
    return area != NULL && area->kind == kind ? area->name : NULL;
}

json_t *
shape_box_named(const struct names *names, struct box_id id)
{
    const struct box *box = names_box(names, id);

    if (box == NULL)
        return json_object();
    return json_pack("{s:s, s:s, s:o, s:o, s:o}", "box", box->code, "name", box->name, "place",
                     shape_text(box->place), "community",
                     shape_text(area_name(names, box->area, AREA_COMMUNITY)), "grid",
                     shape_text(area_name(names, box->area, AREA_GRID)));
}

/* When it is due for a count: by its days, or since more was taken than the ledger had. */
static int64_t
count_due(const struct box *box, GHashTable *uncovered)
{
    const int64_t *since = g_hash_table_lookup(uncovered, &box->id.n);
    int64_t due = box_count_due(box);

    return since != NULL ? MIN(*since, due) : due;
}

json_t *
shape_box_full(const struct names *names, const struct box *box, GHashTable *uncovered)
{
    struct area_chain chain = {.names = {NULL}}; /* borrowed */
    json_t *row;

    for (const struct area *area = names_area(names, box->area); area != NULL;
         area = names_area(names, area->parent))
        chain.names[area->kind] = area->name;
    row = shape_box_public(box, &chain);
    json_object_set_new(row, "capacity", json_integer(box->capacity));
    json_object_set_new(row, "residents", json_integer(box->residents));
    json_object_set_new(row, "vulnerable", json_integer(box->vulnerable));
    json_object_set_new(row, "count_days", json_integer(box->count_days));
    json_object_set_new(row, "counted_at", shape_moment(box->counted_at));
    json_object_set_new(row, "count_due", json_integer(count_due(box, uncovered)));
    json_object_set_new(row, "area", json_integer(box->area.n));
    return row;
}

json_t *
shape_movement(struct names *names, const struct movement *m, int64_t undone_by)
{
    json_t *row = shape_box_named(names, m->box);
    char uid[UUID_TEXT_SIZE];

    json_object_set_new(row, "seq", json_integer(m->seq));
    json_object_set_new(row, "uid", json_string(uuid_format(&m->uid, uid)));
    json_object_set_new(row, "at", json_integer(m->at));
    json_object_set_new(row, "done_at", json_integer(m->done_at));
    json_object_set_new(row, "kind", json_string(movement_kind_key(m->kind)));
    json_object_set_new(row, "drug", json_integer(m->drug.n));
    json_object_set_new(row, "drug_name", json_string(names_drug_text(names, m->drug)));
    json_object_set_new(row, "units",
                        json_integer(movement_direction(m->kind) * (json_int_t)m->units));
    json_object_set_new(row, "expiry", shape_day(m->expiry));
    json_object_set_new(row, "lot", shape_text(m->lot));
    json_object_set_new(row, "reverses", shape_number(m->reverses));
    json_object_set_new(row, "undone_by", shape_number(undone_by));
    json_object_set_new(row, "person", shape_number(m->person));
    json_object_set_new(row, "reason", shape_text(m->reason));
    return row;
}

static json_t *
end_of(const struct names *names, struct box_id id)
{
    const struct box *box = names_box(names, id);

    return box != NULL ? shape_box_short(box) : json_null();
}

json_t *
shape_transfer(struct names *names, const struct transfer *t)
{
    g_autofree char *reason = draft_reason(t), *notice = draft_notice(t);
    g_auto(GStrv) sums = draft_arithmetic(t);
    json_t *lines = json_array();

    for (char **line = sums; *line != NULL; line++)
        json_array_append_new(lines, json_string(*line));
    return json_pack("{s:I, s:s, s:o, s:o, s:I, s:s, s:o, s:o, s:i, s:i, s:i, s:o, s:o, s:o, s:o,"
                     " s:o, s:o, s:o}",
                     "id", (json_int_t)t->id, "state", transfer_state_key(t->state), "from",
                     end_of(names, t->from), "to", end_of(names, t->to), "drug",
                     (json_int_t)t->drug.n, "drug_name", names_drug_text(names, t->drug), "expiry",
                     shape_day(t->expiry), "lot", shape_text(t->lot), "units", (int)t->units,
                     "sent", (int)t->sent, "received", (int)t->received, "proposed_at",
                     shape_moment(t->proposed_at), "changed_at", shape_moment(t->changed_at),
                     "person", shape_number(t->person), "walk", shape_number(t->walk), "reason",
                     shape_text(reason), "notice", shape_text(notice), "arithmetic", lines);
}
