#ifndef WEB_ROBOT_H
#define WEB_ROBOT_H

/*
 * Robots of chat groups: WeCom, DingTalk, Feishu. Each has an address with a key in it that anybody can
 * post to, and says in its answer whether it took the message.
 *
 *   WeCom     https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…        developer.work.weixin.qq.com
 *             text up to 2,048 bytes, 20 messages a minute                  /document/path/91770
 *   DingTalk  https://oapi.dingtalk.com/robot/send?access_token=…           open.dingtalk.com
 *             20 a minute; signed in the address, with ms                   /document/orgapp/custom-robot-access
 *   Feishu    https://open.feishu.cn/open-apis/bot/v2/hook/…                open.feishu.cn/document
 *             (Lark: open.larksuite.com), 100 a minute, 5 a second;         /client-docs/bot-v3/add-custom-bot
 *             signed in the body, with seconds
 */

#include "inventory/hook.h"

struct rate;

/* What all of them have in common. */
struct robots {
    const char *const
        *hosts;        /* that are good besides the known ones: "HOST" or "HOST:PORT"; NULL: none */
    const char *ca;    /* PEM file of those who vouch for these; NULL: the system's */
    struct rate *rate; /* messages of a robot */
    gint ending;       /* not 0: nobody is told any more */
};

/* Whether messages may be posted to an address: https, to a robot of this kind or to a host that the
 * operator named. ERR_INPUT says what is wrong with it. */
MUST_CHECK bool robot_check(const struct robots *robots, enum hook_kind kind, const char *url,
                            GError **error);

/* "qyapi.weixin.qq.com …c0de": by which people know it again, and nobody can post to it. g_free(). */
char *robot_shown(const char *url);

/* Bytes of a text that it takes. */
size_t robot_room(enum hook_kind kind);

/* What is posted to where, at a moment (ms UTC): both g_free(). */
void robot_write(const struct hook *hook, const char *text, int64_t now, char **url, char **body);

/* ERR_REFUSED with its own words where an answer says that it did not take the message; *rest_ms is how
 * long it is to be left alone where that was one too many, else 0. Past its 20 a minute DingTalk takes
 * none for ten, and answers with a redirection; the others count on. */
MUST_CHECK bool robot_read(enum hook_kind kind, long status, GBytes *answer, int *rest_ms,
                           GError **error);

/* All of it: ERR_BUSY where it can't be reached, or would be told too often. *wait_ms: how long to wait at
 * least before it is told again, or 0. */
MUST_CHECK bool robot_tell(struct robots *robots, const struct hook *hook, const char *text,
                           int64_t now, int *wait_ms, GError **error);

#endif
