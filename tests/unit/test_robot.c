#include "web/robot.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <glib.h>

#include "base/words.h"
#include "web/post.h"
#include "web/rate.h"
#include "web/socket.h"

#define NOW INT64_C(1795492800123)

static const char *const hosts[] = {"bot.example.cn", "10.0.0.8:8443", NULL};

static bool
is_good(const char *const *allowed, enum hook_kind kind, const char *url)
{
    const struct robots robots = {.hosts = allowed};
    g_autoptr(GError) error = NULL;
    bool ok = robot_check(&robots, kind, url, &error);

    if (!ok)
        g_assert_error(error, ERR, ERR_INPUT);
    return ok;
}

static void
addresses(void)
{
    static const struct {
        enum hook_kind kind;
        const char *url;
        bool home, named; /* good without and with the operator's hosts */
    } rows[] = {
        {HOOK_WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", true, true},
        {HOOK_WECOM, "https://QYAPI.weixin.qq.com:443/cgi-bin/webhook/send?key=1", true, true},
        {HOOK_WECOM, "HTTPS://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", true, true},
        {HOOK_DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=1", true, true},
        {HOOK_FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/1", true, true},
        {HOOK_FEISHU, "https://open.larksuite.com/open-apis/bot/v2/hook/1", true, true},
        {HOOK_FEISHU, "https://oapi.dingtalk.com/robot/send?access_token=1", false, false},
        {HOOK_WECOM, "https://qyapi.weixin.qq.com./cgi-bin/webhook/send?key=1", false, false},
        {HOOK_WECOM, "https://bot.example.cn/anything", false, true},
        {HOOK_WECOM, "https://bot.example.cn:444/anything", false, false},
        {HOOK_WECOM, "https://a.bot.example.cn/anything", false, false},
        {HOOK_WECOM, "https://10.0.0.8:8443/", false, true},
        {HOOK_WECOM, "https://10.0.0.8/", false, false},
        {HOOK_WECOM, "https://u:p@bot.example.cn/", false, false},
        {HOOK_WECOM, "http://bot.example.cn/", false, false},
        {HOOK_WECOM, "https:///x", false, false},
        {HOOK_WECOM, "https://", false, false},
        {HOOK_WECOM, "", false, false},
        {HOOK_WECOM, "https://bot.example.cn/a b", false, false},
        {HOOK_WECOM, "https://bot.example.cn/a\nb", false, false},
        {HOOK_WECOM, "https://bot.example.cn/药", false, false},
        {HOOK_WECOM, "https://bot.example.cn\\@evil.example/", false, false},
        {HOOK_WECOM, "https://bot.example.cn/#x", false, false},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].url);
        g_assert_cmpint(is_good(NULL, rows[i].kind, rows[i].url), ==, rows[i].home);
        g_assert_cmpint(is_good(hosts, rows[i].kind, rows[i].url), ==, rows[i].named);
    }
}

static void
what_is_shown(void)
{
    g_autofree char *shown =
        robot_shown("https://oapi.dingtalk.com/robot/send?access_token=abcdef");
    g_autofree char *none = robot_shown("abc");

    g_assert_cmpstr(shown, ==, "oapi.dingtalk.com …cdef");
    g_assert_cmpstr(none, ==, " …");
}

/* Signatures as Python's hmac makes them. */
static void
messages(void)
{
    struct hook hook = {.kind = HOOK_WECOM, .url = (char[]){"https://h/x"}, .key = (char[]){""}};
    char key[] = "SEC1", with[] = "https://h/x?access_token=1", *url, *body;

    robot_write(&hook, "缺\"药\"\n", NOW, &url, &body);
    g_assert_cmpstr(url, ==, "https://h/x");
    g_assert_cmpstr(body, ==, "{\"msgtype\":\"text\",\"text\":{\"content\":\"缺\\\"药\\\"\\n\"}}");
    g_free(url);
    g_free(body);
    hook.kind = HOOK_DINGTALK;
    hook.key = key;
    robot_write(&hook, "x", NOW, &url, &body);
    g_assert_cmpstr(url, ==,
                    "https://h/x?timestamp=1795492800123&sign="
                    "qE9nOKY2vAhPTQyMJRlgjEWHiFtBXsJGX24vXBXZILA%3D");
    g_free(url);
    g_free(body);
    hook.url = with;
    robot_write(&hook, "x", NOW, &url, &body);
    g_assert_true(
        g_str_has_prefix(url, "https://h/x?access_token=1&timestamp=1795492800123&sign="));
    g_free(url);
    g_free(body);
    hook.kind = HOOK_FEISHU;
    robot_write(&hook, "x", NOW, &url, &body);
    g_assert_cmpstr(url, ==, with);
    g_assert_cmpstr(
        body, ==,
        "{\"msg_type\":\"text\",\"content\":{\"text\":\"x\"},\"timestamp\":\"1795492800\","
        "\"sign\":\"/Y88Osgb3ruesWG2zp4DgdpRDzEBJkqJiSqLVqUSyeA=\"}");
    g_free(url);
    g_free(body);
}

static void
answers(void)
{
    static const struct {
        long status;
        const char *answer, *words; /* NULL: it took the message */
    } rows[] = {
        {200, "{\"errcode\":0,\"errmsg\":\"ok\"}", NULL},
        {200, "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"msg\":\"success\"}",
         NULL},
        {200, "{\"StatusCode\":0}", NULL},
        {200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}",
         "invalid webhook url (93000)"},
        {400, "{\"code\":19001,\"msg\":\"param invalid\"}", "param invalid (19001)"},
        {200, "{\"errcode\":7}", " (7)"},
        {307, "{\"errcode\":0}", "HTTP 307"},
        {404, "", "HTTP 404"},
        {200, "ok", "HTTP 200"},
        {200, "[]", "HTTP 200"},
        {200, "{\"errcode\":\"0\"}", "HTTP 200"},
        {200, "{\"errcode\":null}", "HTTP 200"},
    };

    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) answer = g_bytes_new_static(rows[i].answer, strlen(rows[i].answer));
        g_autoptr(GError) error = NULL;
        int rest_ms = -1;

        g_test_message("%s", rows[i].answer);
        g_assert_cmpint(robot_read(HOOK_WECOM, rows[i].status, answer, &rest_ms, &error), ==,
                        rows[i].words == NULL);
        g_assert_cmpint(rest_ms, ==, 0);
        if (rows[i].words == NULL)
            continue;
        g_assert_error(error, ERR, ERR_REFUSED);
        g_assert_nonnull(strstr(error->message, rows[i].words));
    }
}

static void
told_too_often(void)
{
    static const struct {
        enum hook_kind kind;
        long status;
        const char *answer, *words;
        int rest_ms;
    } rows[] = {
        {HOOK_WECOM, 200, "{\"errcode\":45009,\"errmsg\":\"api freq\"}", "(45009)", 60000},
        {HOOK_DINGTALK, 200, "{\"errcode\":130101,\"errmsg\":\"too fast\"}", "(130101)", 600000},
        {HOOK_DINGTALK, 200, "{\"errcode\":45009,\"errmsg\":\"x\"}", "(45009)", 0},
        {HOOK_DINGTALK, 302, "<html>", "too often", 600000},
        {HOOK_WECOM, 302, "<html>", "no robot", 0},
        {HOOK_FEISHU, 429, "", "too often", 60000},
        {HOOK_FEISHU, 400, "{\"code\":9499,\"msg\":\"too many\"}", "(9499)", 60000},
        {HOOK_FEISHU, 200, "{\"code\":19021,\"msg\":\"sign match fail\"}", "(19021)", 0},
    };

    words_use(WORDS_EN);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) answer = g_bytes_new_static(rows[i].answer, strlen(rows[i].answer));
        g_autoptr(GError) error = NULL;
        int rest_ms = -1;

        g_test_message("%s", rows[i].answer);
        g_assert_false(robot_read(rows[i].kind, rows[i].status, answer, &rest_ms, &error));
        g_assert_error(error, ERR, ERR_REFUSED);
        g_assert_nonnull(strstr(error->message, rows[i].words));
        g_assert_cmpint(rest_ms, ==, rows[i].rest_ms);
    }
}

static void
public_addresses(void)
{
    static const struct {
        const char *address;
        bool is_public;
    } rows[] = {
        {"8.8.8.8", true},
        {"203.107.1.1", true},
        {"100.63.255.255", true},
        {"100.64.0.1", false},
        {"127.0.0.1", false},
        {"127.255.0.1", false},
        {"0.0.0.0", false},
        {"10.1.2.3", false},
        {"172.15.0.1", true},
        {"172.16.0.1", false},
        {"172.31.255.1", false},
        {"172.32.0.1", true},
        {"192.168.1.1", false},
        {"192.169.1.1", true},
        {"169.254.169.254", false},
        {"192.0.0.1", false},
        {"192.0.2.1", false},
        {"198.18.0.1", false},
        {"198.51.100.1", false},
        {"203.0.113.1", false},
        {"224.0.0.1", false},
        {"240.0.0.1", false},
        {"255.255.255.255", false},
        {"2400:3200::1", true},
        {"::1", false},
        {"::", false},
        {"fe80::1", false},
        {"fc00::1", false},
        {"fd12::1", false},
        {"ff02::1", false},
        {"::ffff:127.0.0.1", false},
        {"::ffff:8.8.8.8", true},
        {"::10.0.0.1", false},
        {"64:ff9b::10.0.0.1", false},
        {"64:ff9b::8.8.8.8", true},
        {"2002:7f00:1::", false},
        {"2002:808:808::", true},
        {"2001:db8::1", false},
        {"2001::1", false},
        {"2001:4860::8888", true},
        {"3fff::1", true},
        {"4000::1", false},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct sockaddr_in6 six = {.sin6_family = AF_INET6};
        struct sockaddr_in four = {.sin_family = AF_INET};
        bool is_six = strchr(rows[i].address, ':') != NULL;

        g_test_message("%s", rows[i].address);
        g_assert_cmpint(inet_pton(is_six ? AF_INET6 : AF_INET, rows[i].address,
                                  is_six ? (void *)&six.sin6_addr : (void *)&four.sin_addr),
                        ==, 1);
        g_assert_cmpint(
            socket_is_public(is_six ? (struct sockaddr *)&six : (struct sockaddr *)&four), ==,
            rows[i].is_public);
    }
    g_assert_false(socket_is_public(&(struct sockaddr){.sa_family = AF_UNIX}));
}

/* Even where an address was let through, nobody of a private network is connected to. */
static void
nobody_private_is_reached(void)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    socklen_t size = sizeof(at);
    g_autofree char *url = NULL;
    struct post post = {.body = "{}"};
    GBytes *answer = NULL;
    GError *error = NULL;
    long status;

    g_assert_cmpint(bind(fd, (struct sockaddr *)&at, size), ==, 0);
    g_assert_cmpint(listen(fd, 4), ==, 0);
    g_assert_cmpint(getsockname(fd, (struct sockaddr *)&at, &size), ==, 0);
    url = g_strdup_printf("https://localhost:%d/", ntohs(at.sin_port));
    post.url = url;
    post_begin();
    g_assert_false(post_send(&post, &status, &answer, &error));
    g_assert_error(error, ERR, ERR_BUSY);
    g_clear_error(&error);
    g_assert_cmpint(accept(fd, NULL, NULL), ==, -1); /* nobody came */
    post.url = "http://127.0.0.1/";
    post.private_too = true;
    g_assert_false(post_send(&post, &status, &answer, &error));
    g_assert_error(error, ERR, ERR_BUSY);
    g_clear_error(&error);
    close(fd);
}

static void
not_too_often(void)
{
    struct robots robots = {.rate = rate_new(2, 1000), .ending = 1};
    const struct hook hook = {.kind = HOOK_WECOM,
                              .url = (char[]){"https://qyapi.weixin.qq.com/cgi-bin/webhook/"
                                              "send?key=1"},
                              .key = (char[]){""}};
    GError *error = NULL;
    int wait_ms;

    post_begin();
    for (int n = 0; n < 3; n++) {
        g_assert_false(robot_tell(&robots, &hook, "x", NOW, &wait_ms, &error));
        g_assert_error(error, ERR, ERR_BUSY); /* given up at once, or too often */
        g_assert_null(strstr(error->message, "key"));
        g_clear_error(&error);
        g_assert_cmpint(wait_ms, ==, n < 2 ? 0 : 1000);
    }
    rate_free(robots.rate);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/robot/addresses", addresses);
    g_test_add_func("/robot/what is shown", what_is_shown);
    g_test_add_func("/robot/messages", messages);
    g_test_add_func("/robot/answers", answers);
    g_test_add_func("/robot/told too often", told_too_often);
    g_test_add_func("/robot/public addresses", public_addresses);
    g_test_add_func("/robot/nobody private is reached", nobody_private_is_reached);
    g_test_add_func("/robot/not too often", not_too_often);
    return g_test_run();
}
