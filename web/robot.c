#include "web/robot.h"

#include <string.h>

#include <jansson.h>

#include "base/words.h"
#include "web/jsontext.h"
#include "web/post.h"
#include "web/rate.h"

#define SHOWN 4  /* letters at the end of an address */
#define SAID 200 /* characters of what a robot says */

/* ------------------------------------------------------------------------------------- addresses */

#define MINUTE_MS 60000

static const struct {
    size_t room;
    int rest_ms;          /* of one that was told too often */
    int64_t too_often[2]; /* its numbers for that */
    long turned_away;     /* its status for that, besides 429 */
    struct {
        const char *host, *path; /* path: how it begins */
    } homes[2];
} kinds[HOOK_KINDS] = {
    [HOOK_WECOM] =
        {2048, MINUTE_MS, {45009, 45033}, 0, {{"qyapi.weixin.qq.com", "/cgi-bin/webhook/send"}}},
    [HOOK_DINGTALK] =
        {8000, 10 * MINUTE_MS, {130101, 90030}, 302, {{"oapi.dingtalk.com", "/robot/send"}}},
    [HOOK_FEISHU] = {8000,
                     MINUTE_MS,
                     {11232, 9499},
                     0,
                     {{"open.feishu.cn", "/open-apis/bot/v2/hook/"},
                      {"open.larksuite.com", "/open-apis/bot/v2/hook/"}}},
};

size_t
robot_room(enum hook_kind kind)
{
    return kinds[kind].room;
}

/* Nothing in it that two readers of addresses could read in two ways. */
static bool
is_plain(const char *url)
{
    for (const char *c = url; *c != '\0'; c++)
        if (!g_ascii_isgraph(*c) || strchr("\\@#\"<>^`{|}", *c) != NULL)
            return false;
    return true;
}

static bool
is_home(enum hook_kind kind, GUri *uri)
{
    int port = g_uri_get_port(uri);

    for (size_t i = 0; i < G_N_ELEMENTS(kinds[kind].homes); i++)
        if (kinds[kind].homes[i].host != NULL && (port == -1 || port == 443) &&
            g_ascii_strcasecmp(kinds[kind].homes[i].host, g_uri_get_host(uri)) == 0 &&
            g_str_has_prefix(g_uri_get_path(uri), kinds[kind].homes[i].path))
            return true;
    return false;
}

static bool
is_named(const struct robots *robots, GUri *uri)
{
    int port = g_uri_get_port(uri);
    g_autofree char *with = g_strdup_printf("%s:%d", g_uri_get_host(uri), port == -1 ? 443 : port);

    for (const char *const *host = robots->hosts; host != NULL && *host != NULL; host++)
        if (g_ascii_strcasecmp(*host, with) == 0 ||
            (port == -1 && g_ascii_strcasecmp(*host, g_uri_get_host(uri)) == 0))
            return true;
    return false;
}

/* NULL with an error. */
static GUri *
parse(const char *url, GError **error)
{
    GUri *uri = is_plain(url) ? g_uri_parse(url, G_URI_FLAGS_NONE, NULL) : NULL;

    if (uri != NULL && g_strcmp0(g_uri_get_scheme(uri), "https") == 0 &&
        g_uri_get_host(uri) != NULL && g_uri_get_host(uri)[0] != '\0')
        return uri;
    if (uri != NULL)
        g_uri_unref(uri);
    err_set(error, ERR_INPUT,
            _("this is no address of a robot: copy all of it from the group's settings, "
              "from https:// on"));
    return NULL;
}

bool
robot_check(const struct robots *robots, enum hook_kind kind, const char *url, GError **error)
{
    g_autoptr(GUri) uri = parse(url, error);

    if (uri == NULL)
        return false;
    return is_home(kind, uri) || is_named(robots, uri) ||
           err_set(error, ERR_INPUT,
                   _("robots of this kind are at https://%s%s…; whoever runs the service can allow "
                     "another host"),
                   kinds[kind].homes[0].host, kinds[kind].homes[0].path);
}

char *
robot_shown(const char *url)
{
    g_autoptr(GUri) uri = parse(url, NULL);
    size_t n = strlen(url);

    return g_strdup_printf("%s …%s", uri != NULL ? g_uri_get_host(uri) : "",
                           n > SHOWN ? url + n - SHOWN : "");
}

/* -------------------------------------------------------------------------------------- messages */

/* HMAC-SHA-256 in base64. */
static char *
sign(const char *key, const char *text)
{
    GHmac *hmac = g_hmac_new(G_CHECKSUM_SHA256, (const guchar *)key, strlen(key));
    guint8 digest[32];
    gsize n = sizeof(digest);

    g_hmac_update(hmac, (const guchar *)text, (gssize)strlen(text));
    g_hmac_get_digest(hmac, digest, &n);
    g_hmac_unref(hmac);
    return g_base64_encode(digest, n);
}

static char *
text_of(json_t *json)
{
    char *text = jsontext_of(json);

    json_decref(json);
    return text;
}

static char *
plain_body(const char *text)
{
    return text_of(json_pack("{s:s, s:{s:s}}", "msgtype", "text", "text", "content", text));
}

/* The key signs the moment and itself; both stand in the address. */
static char *
dingtalk_url(const struct hook *hook, int64_t now)
{
    g_autofree char *what = g_strdup_printf("%lld\n%s", (long long)now, hook->key);
    g_autofree char *signature = sign(hook->key, what);
    g_autofree char *escaped = g_uri_escape_string(signature, NULL, FALSE);

    return g_strdup_printf("%s%ctimestamp=%lld&sign=%s", hook->url,
                           strchr(hook->url, '?') != NULL ? '&' : '?', (long long)now, escaped);
}

/* The moment and the key together sign nothing; both stand in the body. */
static char *
feishu_body(const struct hook *hook, const char *text, int64_t now)
{
    json_t *json = json_pack("{s:s, s:{s:s}}", "msg_type", "text", "content", "text", text);

    if (hook->key[0] != '\0') {
        g_autofree char *at = g_strdup_printf("%lld", (long long)(now / 1000));
        g_autofree char *key = g_strdup_printf("%s\n%s", at, hook->key);
        g_autofree char *signature = sign(key, "");

        json_object_set_new(json, "timestamp", json_string(at));
        json_object_set_new(json, "sign", json_string(signature));
    }
    return text_of(json);
}

void
robot_write(const struct hook *hook, const char *text, int64_t now, char **url, char **body)
{
    *url = hook->kind == HOOK_DINGTALK && hook->key[0] != '\0' ? dingtalk_url(hook, now)
                                                               : g_strdup(hook->url);
    *body = hook->kind == HOOK_FEISHU ? feishu_body(hook, text, now) : plain_body(text);
}

/* ---------------------------------------------------------------------------------------- answers */

/* The names that robots have for the number of what went wrong (0: nothing) and its words. */
static const struct {
    const char *number, *words;
} results[] = {{"errcode", "errmsg"}, {"code", "msg"}, {"StatusCode", "StatusMessage"}};

static bool
is_too_often(enum hook_kind kind, int64_t number, long status)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds[kind].too_often); i++)
        if (number == kinds[kind].too_often[i])
            return true;
    return status == 429 || (status != 0 && status == kinds[kind].turned_away);
}

static void
refuse(const char *said, int64_t number, GError **error)
{
    g_autofree char *start = g_utf8_substring(said, 0, MIN(g_utf8_strlen(said, -1), SAID));

    err_set(error, ERR_REFUSED, _("the robot did not take it: %s (%lld)"), start,
            (long long)number);
}

static bool
refuse_unread(long status, bool too_often, GError **error)
{
    if (too_often)
        return err_set(error, ERR_REFUSED,
                       _("the robot did not take it: it was told too often (HTTP %ld)"), status);
    return err_set(error, ERR_REFUSED, _("what answers there is no robot of this kind (HTTP %ld)"),
                   status);
}

bool
robot_read(enum hook_kind kind, long status, GBytes *answer, int *rest_ms, GError **error)
{
    gsize size;
    const char *bytes = g_bytes_get_data(answer, &size);
    json_t *json = json_loadb(bytes != NULL ? bytes : "", size, 0, NULL);
    bool taken = false, understood = false, too_often = is_too_often(kind, 0, status);

    for (size_t i = 0; i < G_N_ELEMENTS(results) && !understood; i++) {
        json_t *number = json_object_get(json, results[i].number);
        const char *said = json_string_value(json_object_get(json, results[i].words));

        taken = json_is_integer(number) && json_integer_value(number) == 0 && status == 200;
        understood = taken || (json_is_integer(number) && json_integer_value(number) != 0);
        if (understood && !taken) {
            refuse(said != NULL ? said : "", json_integer_value(number), error);
            too_often = is_too_often(kind, json_integer_value(number), status);
        }
    }
    json_decref(json);
    *rest_ms = !taken && too_often ? kinds[kind].rest_ms : 0;
    return taken || (!understood && refuse_unread(status, too_often, error));
}

/* ---------------------------------------------------------------------------------------- telling */

static bool
send_to(struct robots *robots, const struct hook *hook, const char *text, int64_t now, int *rest_ms,
        GError **error)
{
    g_autoptr(GUri) uri = parse(hook->url, error);
    g_autofree char *url = NULL, *body = NULL;
    g_autoptr(GBytes) answer = NULL;
    struct post post = {.ending = &robots->ending};
    long status = 0;

    if (uri == NULL)
        return false;
    robot_write(hook, text, now, &url, &body);
    post.url = url;
    post.body = body;
    post.private_too = is_named(robots, uri);
    post.ca = post.private_too ? robots->ca : NULL;
    return post_send(&post, &status, &answer, error) &&
           robot_read(hook->kind, status, answer, rest_ms, error);
}

bool
robot_tell(struct robots *robots, const struct hook *hook, const char *text, int64_t now,
           int *wait_ms, GError **error)
{
    *wait_ms = 0;
    if (!robot_check(robots, hook->kind, hook->url, error))
        return false;
    if (!rate_admits(robots->rate, hook->url, now, wait_ms))
        return err_set(error, ERR_BUSY, _("the robot was told too often; wait a moment"));
    return send_to(robots, hook, text, now, wait_ms, error);
}
