#include <glib.h>
#include <string.h>

#include "allocator/demand_inside.h"

#define FORMAT 0x6d620004u /* also tells machines apart whose bytes run the other way */

/* Bytes that are written (out) or read (in): one list of fields serves both. */
struct stream {
    GByteArray *out;
    const uint8_t *in;
    size_t left;
    bool ok;
};

static void
field(struct stream *stream, void *data, size_t size)
{
    if (stream->out != NULL) {
        g_byte_array_append(stream->out, data, (guint)size);
    } else if (size > stream->left) {
        stream->ok = false;
        stream->left = 0;
    } else {
        memcpy(data, stream->in, size);
        stream->in += size;
        stream->left -= size;
    }
}

#define FIELD(stream, x) field(stream, &(x), sizeof(x))

static void
place_fields(struct stream *stream, struct demand *d, int32_t p)
{
    struct place *place = &d->place[p];
    int32_t areas = d->level[1].count + d->level[0].count + 1;
    bool used = place->used;

    FIELD(stream, used);
    if (!used || !stream->ok)
        return;
    demand_use(d, place);
    FIELD(stream, place->size_count);
    FIELD(stream, place->size_sum);
    FIELD(stream, place->deviation);
    FIELD(stream, place->spread);
    FIELD(stream, place->lumps);
    FIELD(stream, place->lump_sum);
    FIELD(stream, place->given);
    FIELD(stream, place->visits);
    FIELD(stream, place->brought);
    FIELD(stream, place->dispersion);
    FIELD(stream, place->grain);
    FIELD(stream, place->usual);
    FIELD(stream, place->mean);
    for (int32_t a = 0; a < areas; a++)
        field(stream, &place->areas[a], offsetof(struct area_sums, ahead));
    field(stream, place->grid_rate, (size_t)d->level[2].count * sizeof(*place->grid_rate));
    field(stream, place->series, (size_t)d->boxes * sizeof(*place->series));
}

static void
all_fields(struct stream *stream, struct demand *d)
{
    uint32_t format = FORMAT;
    int32_t shape[] = {d->boxes, d->places, d->level[0].count, d->level[1].count,
                       d->level[2].count},
            said[G_N_ELEMENTS(shape)];

    memcpy(said, shape, sizeof(shape));
    FIELD(stream, format);
    FIELD(stream, said);
    stream->ok = stream->ok && format == FORMAT && memcmp(said, shape, sizeof(shape)) == 0;
    if (!stream->ok)
        return;
    FIELD(stream, d->day);
    FIELD(stream, d->first);
    FIELD(stream, d->week_seen);
    FIELD(stream, d->week_expected);
    FIELD(stream, d->week);
    FIELD(stream, d->unmet);
    FIELD(stream, d->unmet_expected);
    FIELD(stream, d->recorded);
    FIELD(stream, d->given_days);
    field(stream, d->visit_day, (size_t)d->boxes * sizeof(*d->visit_day));
    field(stream, d->due, (size_t)d->boxes * sizeof(*d->due));
    FIELD(stream, d->age_visits);
    FIELD(stream, d->age_days);
    FIELD(stream, d->hazard);
    FIELD(stream, d->visit_at);
    FIELD(stream, d->visit_count);
    for (int32_t p = 0; p < d->places && stream->ok; p++)
        place_fields(stream, d, p);
}

uint8_t *
demand_save(const struct demand *demand, size_t *size)
{
    /* the list of fields takes what it may fill, and here only reads it */
    struct demand *d = (struct demand *)(uintptr_t)demand;
    struct stream stream = {.out = g_byte_array_new(), .ok = true};

    all_fields(&stream, d);
    *size = stream.out->len;
    return g_byte_array_free(stream.out, FALSE);
}

bool
demand_load(struct demand *d, const uint8_t *bytes, size_t size)
{
    struct stream stream = {.in = bytes, .left = size, .ok = true};

    all_fields(&stream, d);
    if (!stream.ok || stream.left > 0)
        return false;
    for (int32_t p = 0; p < d->places; p++)
        if (d->place[p].used)
            demand_surge_ahead(d, p);
    return true;
}
