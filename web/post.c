#include "web/post.h"

#include <sys/socket.h>

#include <curl/curl.h>

#include "base/words.h"
#include "web/socket.h"

#define CONNECT_MS 5000
#define ALL_MS 10000
#define ANSWER 8192 /* bytes */

void
post_begin(void)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

static size_t
take(char *bytes, size_t size, size_t n, void *data)
{
    GByteArray *answer = data;

    if (answer->len + size * n > ANSWER)
        return 0;
    g_byte_array_append(answer, (const guint8 *)bytes, (guint)(size * n));
    return size * n;
}

/* What is reached by a socket is decided here, whatever a name was looked up as. */
static curl_socket_t
open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address)
{
    const struct post *post = data;

    (void)purpose;
    if (!post->private_too && !socket_is_public(&address->addr))
        return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static int
go_on(void *data, curl_off_t all, curl_off_t now, curl_off_t up, curl_off_t sent)
{
    struct post *post = data;

    (void)all;
    (void)now;
    (void)up;
    (void)sent;
    return post->ending != NULL && g_atomic_int_get(post->ending) != 0;
}

static void
set_up(CURL *curl, struct post *post, struct curl_slist *head, GByteArray *answer)
{
    curl_easy_setopt(curl, CURLOPT_URL, post->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)ALL_MS);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, head);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post->body);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, post);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, go_on);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, post);
    if (post->ca != NULL)
        curl_easy_setopt(curl, CURLOPT_CAINFO, post->ca);
}

/* What people can do something about, in their words. */
static const char *
words_of(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return _("its name can't be looked up");
    case CURLE_COULDNT_CONNECT: return _("it can't be reached");
    case CURLE_OPERATION_TIMEDOUT: return _("it does not answer");
    case CURLE_PEER_FAILED_VERIFICATION: return _("its certificate is not good");
    case CURLE_WRITE_ERROR: return _("its answer is too long");
    case CURLE_ABORTED_BY_CALLBACK: return _("the service is stopping");
    default: return curl_easy_strerror(code);
    }
}

bool
post_send(struct post *post, long *status, GBytes **answer, GError **error)
{
    struct curl_slist *head = curl_slist_append(NULL, "Content-Type: application/json");
    GByteArray *bytes = g_byte_array_new();
    CURL *curl = curl_easy_init();
    CURLcode code = CURLE_OUT_OF_MEMORY;

    *answer = NULL;
    if (curl != NULL) {
        set_up(curl, post, head, bytes);
        code = curl_easy_perform(curl);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
        curl_easy_cleanup(curl);
    }
    curl_slist_free_all(head);
    if (code == CURLE_OK) {
        *answer = g_byte_array_free_to_bytes(bytes);
        return true;
    }
    g_byte_array_unref(bytes);
    return err_set(error, ERR_BUSY, _("the robot was not told: %s"), words_of(code));
}
