#include "web/device.h"

#include <string.h>

#include <glib.h>

struct mark {
    const char *mark, *word;
};

/* Those that pretend to be others come first: nearly all say Safari, most say Chrome. */
static const struct mark programs[] = {
    {"MicroMessenger", "WeChat"},
    {"DingTalk", "DingTalk"},
    {"Lark", "Feishu"},
    {"AlipayClient", "Alipay"},
    {"QQBrowser", "QQ"},
    {"HuaweiBrowser", "Huawei"},
    {"MiuiBrowser", "Xiaomi"},
    {"UCBrowser", "UC"},
    {"Edg", "Edge"},
    {"OPR/", "Opera"},
    {"Firefox", "Firefox"},
    {"FxiOS", "Firefox"},
    {"CriOS", "Chrome"},
    {"Chrome", "Chrome"},
    {"Safari", "Safari"},
    {NULL, ""},
};

static const struct mark systems[] = {
    {"HarmonyOS", "HarmonyOS"},
    {"OpenHarmony", "HarmonyOS"},
    {"Android", "Android"},
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Windows", "Windows"},
    {"Macintosh", "Mac"},
    {"Linux", "Linux"},
    {NULL, ""},
};

static const char *
word_of(const struct mark *marks, const char *text)
{
    while (marks->mark != NULL && strstr(text, marks->mark) == NULL)
        marks++;
    return marks->word;
}

char *
device_words(const char *user_agent)
{
    const char *text = user_agent != NULL ? user_agent : "";
    const char *program = word_of(programs, text), *system = word_of(systems, text);

    return g_strconcat(program, program[0] != '\0' && system[0] != '\0' ? ", " : "", system, NULL);
}
