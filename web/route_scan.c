/* Pictures of packs and labels, read by processes that are shut in (scanner/worker.h). */

#include <jansson.h>

#include "scanner/code.h"
#include "scanner/worker.h"
#include "web/meaning.h"
#include "web/route.h"
#include "web/service.h"
#include "web/shape.h"

#define PICTURE (16 * 1024 * 1024) /* bytes: what phones make, and some more */
#define TIME_MS 2000

static json_t *
shape_outline(const struct decode_symbol *symbol)
{
    json_t *list = json_array();

    for (size_t i = 0; i < G_N_ELEMENTS(symbol->outline); i++)
        json_array_append_new(
            list, json_pack("[i, i]", (int)symbol->outline[i].x, (int)symbol->outline[i].y));
    return list;
}

static bool
add_symbols(struct request *request, const struct decode *decode, json_t *rows, GError **error)
{
    for (size_t i = 0; i < decode->symbols->len; i++) {
        const struct decode_symbol *symbol = decode_symbol_at(decode, i);
        json_t *row = meaning_of(request, symbol->text, symbol->length, symbol->symbology, error);

        if (row == NULL)
            return false;
        json_object_set_new(row, "symbology", json_string(symbology_word(symbol->symbology)));
        json_object_set_new(row, "outline", shape_outline(symbol));
        json_array_append_new(rows, row);
    }
    return true;
}

static json_t *
shape_doubtful(const struct decode *decode)
{
    json_t *list = json_array();

    for (guint i = 0; i < decode->doubtful->len; i++) {
        const struct decode_symbol *symbol = decode->doubtful->pdata[i];

        json_array_append_new(
            list, json_pack("{s:o}", "text", json_stringn(symbol->text, symbol->length)));
    }
    return list;
}

static bool
post_scan(struct request *request, GError **error)
{
    struct worker *worker = request_service(request)->options.worker;
    struct decode *decode = worker_read(worker, request_body(request), TIME_MS, NULL, error);
    json_t *rows = json_array(), *answer = json_pack("{s:o}", "rows", rows);
    bool ok = decode != NULL && add_symbols(request, decode, rows, error);

    if (ok) {
        json_object_set_new(answer, "width", json_integer(decode->width));
        json_object_set_new(answer, "height", json_integer(decode->height));
        json_object_set_new(answer, "perhaps", shape_doubtful(decode));
        json_object_set_new(answer, "findings", shape_findings(decode->findings));
    }
    decode_free(decode);
    return reply_json_if(request, answer, ok);
}

const struct route route_scan[] = {
    {"POST", "/api/1/scan", ROLE_VOLUNTEER, ROUTE_LONG, NULL, post_scan, "image/", PICTURE},
    {0},
};
