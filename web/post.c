#include "web/post.h"

#include <sys/socket.h>

#include <curl/curl.h>

#include "base/library.h"
#include "base/words.h"
#include "web/socket.h"

#define CALLS(X)                                                                                   \
    X(curl_, global_init)                                                                          \
    X(curl_, easy_init)                                                                            \
    X(curl_, easy_setopt)                                                                          \
    X(curl_, easy_perform)                                                                         \
    X(curl_, easy_getinfo)                                                                         \
    X(curl_, easy_cleanup)                                                                         \
    X(curl_, slist_append)                                                                         \
    X(curl_, slist_free_all)
LIBRARY(curl, "libcurl-gnutls.so.4", CALLS)

#define CONNECT_MS 5000
#define ALL_MS 10000
#define ANSWER 8192 /* bytes */

void
post_begin(void)
{
    if (library_load(&curl_library, NULL)) /* where it can't be, post_send() says so */
        curl.global_init(CURL_GLOBAL_DEFAULT);
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
set_up(CURL *call, struct post *post, struct curl_slist *head, GByteArray *answer)
{
    curl.easy_setopt(call, CURLOPT_URL, post->url);
    curl.easy_setopt(call, CURLOPT_PROTOCOLS_STR, "https");
    curl.easy_setopt(call, CURLOPT_PROXY, "");
    curl.easy_setopt(call, CURLOPT_FOLLOWLOCATION, 0L);
    curl.easy_setopt(call, CURLOPT_SSL_VERIFYPEER, 1L);
    curl.easy_setopt(call, CURLOPT_SSL_VERIFYHOST, 2L);
    curl.easy_setopt(call, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl.easy_setopt(call, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl.easy_setopt(call, CURLOPT_NOSIGNAL, 1L);
    curl.easy_setopt(call, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
    curl.easy_setopt(call, CURLOPT_TIMEOUT_MS, (long)ALL_MS);
    curl.easy_setopt(call, CURLOPT_HTTPHEADER, head);
    curl.easy_setopt(call, CURLOPT_POSTFIELDS, post->body);
    curl.easy_setopt(call, CURLOPT_WRITEFUNCTION, take);
    curl.easy_setopt(call, CURLOPT_WRITEDATA, answer);
    curl.easy_setopt(call, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl.easy_setopt(call, CURLOPT_OPENSOCKETDATA, post);
    curl.easy_setopt(call, CURLOPT_NOPROGRESS, 0L);
    curl.easy_setopt(call, CURLOPT_XFERINFOFUNCTION, go_on);
    curl.easy_setopt(call, CURLOPT_XFERINFODATA, post);
    if (post->ca != NULL)
        curl.easy_setopt(call, CURLOPT_CAINFO, post->ca);
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
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR: return _("it breaks off the connection");
    case CURLE_SSL_CONNECT_ERROR: return _("it can't be talked to safely (TLS 1.2 or later)");
    case CURLE_URL_MALFORMAT: return _("its address can't be used");
    case CURLE_OUT_OF_MEMORY: return _("the service has no memory left");
    default: return _("talking to it failed");
    }
}

static CURLcode
perform(struct post *post, long *status, GByteArray *answer)
{
    struct curl_slist *head = curl.slist_append(NULL, "Content-Type: application/json");
    CURL *call = curl.easy_init();
    CURLcode code = CURLE_OUT_OF_MEMORY;

    if (call != NULL) {
        set_up(call, post, head, answer);
        code = curl.easy_perform(call);
        curl.easy_getinfo(call, CURLINFO_RESPONSE_CODE, status);
        curl.easy_cleanup(call);
    }
    curl.slist_free_all(head);
    return code;
}

bool
post_send(struct post *post, long *status, GBytes **answer, GError **error)
{
    GByteArray *bytes;
    CURLcode code;

    *answer = NULL;
    if (!library_load(&curl_library, error))
        return false;
    bytes = g_byte_array_new();
    code = perform(post, status, bytes);
    if (code == CURLE_OK) {
        *answer = g_byte_array_free_to_bytes(bytes);
        return true;
    }
    g_byte_array_unref(bytes);
    return err_set(error, ERR_BUSY, _("the robot was not told: %s"), words_of(code));
}
