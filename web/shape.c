#include "web/shape.h"

#include <math.h>

#include <jansson.h>

#include "scanner/finding.h"

json_t *
shape_day(struct day day)
{
    char text[DAY_TEXT_SIZE];

    if (day.n == DAY_NONE.n)
        return json_null();
    return json_string(day.n == DAY_NEVER.n ? "9999-12-31" : day_format(day, text));
}

json_t *
shape_moment(int64_t ms)
{
    return ms != 0 ? json_integer(ms) : json_null();
}

json_t *
shape_number(int64_t number)
{
    return number != 0 ? json_integer(number) : json_null();
}

json_t *
shape_text(const char *text)
{
    return text != NULL && text[0] != '\0' ? json_string(text) : json_null();
}

json_t *
shape_degree(int32_t millionths)
{
    return millionths != BOX_NO_COORDINATE ? json_real(millionths / 1e6) : json_null();
}

json_t *
shape_decimal(double value, double grain)
{
    return isfinite(value) ? json_real(round(value / grain) * grain) : json_null();
}

json_t *
shape_findings(const GPtrArray *findings)
{
    json_t *list = json_array();

    for (size_t i = 0; i < findings_count(findings); i++)
        json_array_append_new(list, json_string(findings_at(findings, i)->text));
    return list;
}

json_t *
shape_area(const struct area *area)
{
    return json_pack("{s:I, s:s}", "id", (json_int_t)area->id.n, "name", area->name);
}

json_t *
shape_box_public(const struct box *box, const struct area_chain *chain)
{
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s}", "code", box->code,
                     "name", box->name, "place", shape_text(box->place), "phone",
                     shape_text(box->phone), "community", shape_text(chain->names[AREA_COMMUNITY]),
                     "grid", shape_text(chain->names[AREA_GRID]), "building",
                     shape_text(chain->names[AREA_BUILDING]), "lat", shape_degree(box->lat), "lon",
                     shape_degree(box->lon), "state", box->retired ? "retired" : "active");
}

json_t *
shape_box_short(const struct box *box)
{
    return json_pack("{s:s, s:s, s:o}", "code", box->code, "name", box->name, "place",
                     shape_text(box->place));
}
