#include "web/asset.h"

#include <string.h>

#include <gio/gio.h>

#include "base/words.h"
#include "web/request_inside.h"

#define FOLDER "/app"
#define SHELL "/index.html"
#define FOR_EVER "public, max-age=31536000, immutable"

static const struct {
    const char *end, *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".woff2", "font/woff2"},
    {".mp3", "audio/mpeg"},
    {".wav", "audio/wav"},
};

/* The forms that a file may be kept in, smallest first, and what a browser calls them. */
static const struct {
    const char *end, *coding;
} codings[] = {{".br", "br"}, {".gz", "gzip"}, {"", NULL}};

/* Paths that are pages of the app; those that end in a slash, and all below. */
static const char *const pages[] = {"/",   "/B/", "/b/", "/J",    "/J/",   "/j",
                                    "/j/", "/F/", "/f/", "/desk", "/desk/"};

static bool
is_page(const char *path)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        bool below = i > 0 && g_str_has_suffix(pages[i], "/");

        if (below ? g_str_has_prefix(path, pages[i]) : strcmp(path, pages[i]) == 0)
            return true;
    }
    return false;
}

static const char *
type_of(const char *path)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (g_str_has_suffix(path, types[i].end))
            return types[i].type;
    return "application/octet-stream";
}

/* Whether an Accept-Encoding header (RFC 9110, 12.5.3) names a coding and does not rule it out. */
static bool
accepts(const char *header, const char *coding)
{
    g_auto(GStrv) ranges = g_strsplit(header != NULL ? header : "", ",", 16);

    for (char **range = ranges; *range != NULL; range++) {
        const char *text = g_strstrip(*range);
        size_t n = strcspn(text, "; ");

        if (n == strlen(coding) && g_ascii_strncasecmp(text, coding, n) == 0)
            return strstr(text, "q=0") == NULL || strstr(text, "q=0.") != NULL;
    }
    return false;
}

static GBytes *
find(const char *path, const char *end)
{
    g_autofree char *name = g_strconcat(FOLDER, path, end, NULL);

    return g_resources_lookup_data(name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static bool
answer_file(struct request *request, const char *path)
{
    const char *header = request_header(request, "Accept-Encoding");

    for (size_t i = 0; i < G_N_ELEMENTS(codings); i++) {
        g_autoptr(GBytes) bytes = NULL;

        if (codings[i].coding != NULL && !accepts(header, codings[i].coding))
            continue;
        bytes = find(path, codings[i].end);
        if (bytes == NULL)
            continue;
        if (codings[i].coding != NULL)
            reply_header(request, "Content-Encoding", codings[i].coding);
        reply_header(request, "Vary", "Accept-Encoding");
        reply_header(request, "Cache-Control",
                     g_str_has_prefix(path, "/a/") ? FOR_EVER : "no-cache");
        return reply_bytes(request, type_of(path), bytes);
    }
    return false;
}

/* Resources take "/a//b/" for "/a/b"; an address is not that forgiving. */
static bool
names_file(const char *path)
{
    return strstr(path, "//") == NULL && !g_str_has_suffix(path, "/");
}

/* Who typed a wrong address reads a page; a program reads JSON as everywhere. */
static bool
answer_nothing(struct request *request, GError **error)
{
    const char *accepted = request_header(request, "Accept");
    g_autofree char *what = NULL, *page = NULL;
    g_autoptr(GBytes) bytes = NULL;

    if (accepted == NULL || strstr(accepted, "text/html") == NULL)
        return err_set(error, ERR_MISSING, _("there is nothing at %s"), request->path);
    what = g_markup_printf_escaped(_("There is nothing at %s."), request->path);
    page = g_strdup_printf("<!doctype html><html lang=\"%s\"><meta charset=utf-8>"
                           "<meta name=viewport content=\"width=device-width\">"
                           "<title>medbox</title><p>%s</p><p><a href=\"/\">%s</a></p>\n",
                           words_language() == WORDS_ZH ? "zh-CN" : "en", what,
                           _("To the share boxes"));
    bytes = g_bytes_new(page, strlen(page));
    reply_bytes(request, type_of(SHELL), bytes);
    request->reply.status = 404;
    return true;
}

bool
asset_answer(struct request *request, GError **error)
{
    const char *path = is_page(request->path) ? SHELL : request->path;

    if (names_file(path) && answer_file(request, path))
        return true;
    if (is_page(request->path))
        return err_set(error, ERR_MISSING,
                       _("this medbox was built without its pages; build it where npm is "
                         "installed"));
    return answer_nothing(request, error);
}
