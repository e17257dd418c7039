#include "scanner/decode.h"

#include "base/limits.h"
#include "base/words.h"
#include "scanner/bars.h"
#include "scanner/cascade.h"
#include "scanner/effort.h"
#include "scanner/linear.h"
#include "scanner/picture_part.h"
#include "scanner/place.h"
#include "scanner/sighting.h"
#include "scanner/square.h"

/* After which a picture is given up: so much, and more the larger it is. */
#define EFFORT (85 * EFFORT_MS)
#define EFFORT_PIXEL 14 /* of one */

static int64_t
effort_for(const struct picture *picture)
{
    return EFFORT + (int64_t)picture->width * picture->height * EFFORT_PIXEL;
}

static bool
readers_ready(GError **error)
{
    return linear_ready(error) && square_ready(error);
}

static bool
is_around(const GPtrArray *symbols, struct decode_point point)
{
    for (guint i = 0; i < symbols->len; i++)
        if (place_holds(place_around(symbols->pdata[i]), point))
            return true;
    return false;
}

/* Whether there are a code's bars that nothing is told of. */
static bool
has_unread(const struct decode *decode, const GArray *unread)
{
    for (guint i = 0; i < unread->len; i++) {
        const struct bars_unread *place = &g_array_index(unread, struct bars_unread, i);

        if (place->sure && !is_around(decode->symbols, place->middle) &&
            !is_around(decode->doubtful, place->middle))
            return true;
    }
    return false;
}

static struct decode *
decode_into(const struct picture *picture, const struct decode_options *options,
            GPtrArray *findings)
{
    struct decode *decode;
    struct effort effort = {options->effort > 0 ? options->effort : effort_for(picture)};
    g_autoptr(GPtrArray) seen = sighting_list();
    g_autoptr(GArray) unread = g_array_new(FALSE, FALSE, sizeof(struct bars_unread));

    if (!readers_ready(NULL))
        g_assert_not_reached();
    decode = g_new0(struct decode, 1);
    *decode = (struct decode){picture->width, picture->height, sighting_list(), sighting_list(),
                              findings};
    cascade_read(picture, !options->first, &effort, seen, unread);
    sighting_settle(seen, decode->symbols, decode->doubtful);
    for (guint i = 0; i < decode->doubtful->len; i++)
        finding_add(findings, FINDING_PICTURE, 0,
                    _("Perhaps %s, but not clear enough to be sure: photograph it closer."),
                    ((const struct decode_symbol *)decode->doubtful->pdata[i])->text);
    if (decode->symbols->len > 0 && !options->first && has_unread(decode, unread))
        finding_add(findings, FINDING_PICTURE, 0,
                    _("There seem to be more codes: photograph the rest closer."));
    return decode;
}

bool
decode_ready(GError **error)
{
    picture_heif_ready(); /* who sends one where it is missing is told then */
    return readers_ready(error);
}

struct decode *
decode_with(const struct picture *picture, const struct decode_options *options)
{
    return decode_into(picture, options, findings_new());
}

struct decode *
decode_picture(const struct picture *picture)
{
    return decode_with(picture, &(struct decode_options){0});
}

struct decode *
decode_file(GBytes *file, GError **error)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct picture *picture = NULL;
    struct decode *decode;

    if (readers_ready(error))
        picture = picture_load(file, LIMIT_PIXELS, findings, error);
    if (picture == NULL)
        return NULL;
    decode = decode_into(picture, &(struct decode_options){0}, g_steal_pointer(&findings));
    picture_free(picture);
    return decode;
}

void
decode_free(struct decode *decode)
{
    if (decode == NULL)
        return;
    g_ptr_array_unref(decode->symbols);
    g_ptr_array_unref(decode->doubtful);
    g_ptr_array_unref(decode->findings);
    g_free(decode);
}

const struct decode_symbol *
decode_symbol_at(const struct decode *decode, size_t i)
{
    return g_ptr_array_index(decode->symbols, i);
}
