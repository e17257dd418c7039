#include "cli/face.h"

#include <string.h>

#include "base/words.h"
#include "cli/line.h"
#include "cli/verb.h"
#include "web/chance.h"

static const struct line_value *
value_of(const struct face *face, const char *option)
{
    const struct verb_option *row = face->verb->options;

    while (row->name != NULL && strcmp(row->name, option) != 0)
        row++;
    g_assert(row->name != NULL);
    return g_hash_table_lookup(face->options, option);
}

bool
face_has(const struct face *face, const char *option)
{
    return value_of(face, option) != NULL;
}

const char *
face_text(const struct face *face, const char *option)
{
    const struct line_value *value = value_of(face, option);

    return value != NULL ? value->text : NULL;
}

int64_t
face_number(const struct face *face, const char *option, int64_t otherwise)
{
    const struct line_value *value = value_of(face, option);

    return value != NULL ? value->number : otherwise;
}

struct day
face_day(const struct face *face, const char *option)
{
    return (struct day){(int32_t)face_number(face, option, DAY_NONE.n)};
}

int64_t
face_moment(const struct face *face, const char *option)
{
    return face_number(face, option, 0);
}

void
face_take_text(const struct face *face, const char *option, char **field)
{
    if (!face_has(face, option))
        return;
    g_free(*field);
    *field = g_strdup(face_text(face, option));
}

void
face_take_number(const struct face *face, const char *option, int32_t *field)
{
    *field = (int32_t)face_number(face, option, *field);
}

bool
face_area(const struct face *face, const char *option, struct area_id otherwise, struct area_id *id,
          GError **error)
{
    struct area *area = NULL;

    *id = otherwise;
    if (!face_has(face, option))
        return true;
    if (!area_find(face->inventory, face_text(face, option), &area, error))
        return false;
    *id = area->id;
    area_free(area);
    return true;
}

size_t
face_given(const struct face *face, const char *const *options)
{
    size_t n = 0;

    for (; *options != NULL; options++)
        n += face_has(face, *options);
    return n;
}

bool
face_usage(struct face *face, GError **error, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    if (error != NULL)
        *error = g_error_new_valist(ERR, ERR_INPUT, format, args);
    va_end(args);
    face->show_usage = true;
    return false;
}

bool
face_read_clock(struct face *face, GError **error)
{
    const char *instead = g_getenv("MEDBOX_NOW");

    if (instead != NULL && instead[0] != '\0')
        return line_moment("MEDBOX_NOW", instead, &face->now, error);
    face->now = g_get_real_time() / 1000;
    return true;
}

struct uuid
face_uuid(const struct face *face)
{
    return chance_uuid(face->now);
}
