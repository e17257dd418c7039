#ifndef WEB_DEVICE_H
#define WEB_DEVICE_H

/* "WeChat, Android": what a browser says of itself, in as many words as a person needs to know the own
 * phone in a list; "" for what says nothing known. NULL is as good as "". Free with g_free(). */
char *device_words(const char *user_agent);

#endif
