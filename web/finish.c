#include "web/finish.h"

#include <string.h>

#include <jansson.h>

#include "labels/deflate.h"
#include "web/jsontext.h"
#include "web/request_inside.h"
#include "web/route.h"

#define SHRINK_FROM 2048 /* bytes of an answer */

char *
finish_tag(GBytes *bytes)
{
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_MD5, bytes);

    return g_strdup_printf("W/\"%s\"", sum);
}

void
finish_bytes(struct reply *reply)
{
    char *text;

    if (reply->json == NULL)
        return;
    text = jsontext_of(reply->json);
    reply->bytes = g_bytes_new_take(text, strlen(text));
    g_clear_pointer(&reply->json, json_decref);
}

/* What has not changed since the asker had it need not be sent again (RFC 9110, 13.1.2). */
static void
tag(struct request *request)
{
    struct reply *reply = &request->reply;
    const char *had = request_header(request, "If-None-Match");

    if (request->etag == NULL)
        request->etag = finish_tag(reply->bytes);
    reply_header(request, "ETag", request->etag);
    if (had == NULL || strstr(had, request->etag) == NULL)
        return;
    reply->status = 304;
    g_clear_pointer(&reply->bytes, g_bytes_unref);
}

/* "deflate" is what zlib makes (RFC 9110, 8.4.1.2). */
static void
shrink(struct request *request)
{
    struct reply *reply = &request->reply;
    const char *accepted = request_header(request, "Accept-Encoding");
    g_autoptr(GBytes) whole = g_bytes_ref(reply->bytes);
    gsize size;
    const void *bytes = g_bytes_get_data(whole, &size);

    reply_header(request, "Vary", "Accept-Encoding");
    if (size < SHRINK_FROM || accepted == NULL || strstr(accepted, "deflate") == NULL)
        return;
    g_bytes_unref(reply->bytes);
    reply->bytes = g_byte_array_free_to_bytes(deflate_bytes(bytes, size));
    reply_header(request, "Content-Encoding", "deflate");
}

void
finish_answer(struct request *request, bool ok, const GError *error)
{
    struct reply *reply = &request->reply;

    g_assert(ok == (error == NULL));
    if (!ok)
        request_fail(request, error);
    g_assert(reply->given);
    if (reply->source != NULL || !g_str_equal(reply->type, REPLY_JSON))
        return;
    finish_bytes(reply);
    reply_header(request, "Cache-Control",
                 "private, no-cache"); /* it is for who asked, as of now */
    if (reply->status == 200 && request->route != NULL &&
        g_str_equal(request->route->method, "GET"))
        tag(request);
    if (reply->status == 200)
        shrink(request);
}
