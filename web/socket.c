#include "web/socket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/words.h"

#define BACKLOG 512
#define WAITING                                                                                    \
    262144 /* bytes of answers that the system keeps for a client that does not read them */

/* ------------------------------------------------------------------------------------ listening */

static bool
fail(const char *where, int number, GError **error)
{
    switch (number) {
    case EACCES:
        return err_set(error, ERR_DENIED, _("you may not listen at %s; choose a port from 1024 on"),
                       where);
    case EADDRINUSE:
        return err_set(error, ERR_BUSY, _("another program listens at %s; choose another port"),
                       where);
    case EADDRNOTAVAIL:
        return err_set(error, ERR_INPUT, _("%s is not an address of this machine"), where);
    default:
        return err_set(error, ERR_BROKEN, _("listening at %s failed: %s"), where,
                       err_system(number));
    }
}

/* With no address both families are served by one socket. */
static int
open_socket(const struct addrinfo *at, bool every)
{
    int fd = socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    int yes = 1, only = every ? 0 : 1, waiting = WAITING;

    if (fd < 0)
        return -1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &waiting, sizeof(waiting));
    if (at->ai_family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof(only));
    if (bind(fd, at->ai_addr, at->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    only = errno;
    close(fd);
    errno = only;
    return -1;
}

static char *
host_of(const char *where, size_t n)
{
    bool bracketed = n >= 2 && where[0] == '[' && where[n - 1] == ']';

    return bracketed ? g_strndup(where + 1, n - 2) : g_strndup(where, n);
}

static int
no_place(const char *where, GError **error)
{
    err_set(error, ERR_INPUT,
            _("“%s” is no place to listen at; write an address and a port, such as 0.0.0.0:8080"),
            where);
    return -1;
}

static int
listen_at(const char *where, const char *host, const char *port, int family, GError **error)
{
    struct addrinfo hints = {
        .ai_family = family, .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
    struct addrinfo *found = NULL;
    int fd;

    if (getaddrinfo(host, port, &hints, &found) != 0 || found == NULL)
        return no_place(where, error);
    fd = open_socket(found, host == NULL);
    if (fd < 0)
        fail(where, errno, error);
    freeaddrinfo(found);
    return fd;
}

int
socket_listen(const char *where, GError **error)
{
    const char *colon = strrchr(where, ':');
    g_autofree char *host = colon != NULL ? host_of(where, (size_t)(colon - where)) : NULL;
    int fd;

    if (colon == NULL || !g_ascii_string_to_unsigned(colon + 1, 10, 0, 65535, NULL, NULL))
        return no_place(where, error);
    if (host[0] != '\0')
        return listen_at(where, host, colon + 1, AF_UNSPEC, error);
    fd = listen_at(where, NULL, colon + 1, AF_INET6, NULL);
    return fd >= 0 ? fd : listen_at(where, NULL, colon + 1, AF_INET, error);
}

/* ------------------------------------------------------------------------------------- as text */

void
socket_address(const struct sockaddr *address, char text[SOCKET_ADDRESS_SIZE])
{
    struct sockaddr_in6 six;
    struct sockaddr_in four;

    g_strlcpy(text, "?", SOCKET_ADDRESS_SIZE);
    if (address->sa_family == AF_INET) {
        memcpy(&four, address, sizeof(four));
        inet_ntop(AF_INET, &four.sin_addr, text, SOCKET_ADDRESS_SIZE);
    } else if (address->sa_family == AF_INET6) {
        memcpy(&six, address, sizeof(six));
        if (IN6_IS_ADDR_V4MAPPED(&six.sin6_addr))
            inet_ntop(AF_INET, &six.sin6_addr.s6_addr[12], text, SOCKET_ADDRESS_SIZE);
        else
            inet_ntop(AF_INET6, &six.sin6_addr, text, SOCKET_ADDRESS_SIZE);
    }
}

bool
socket_is_loopback(const char *text)
{
    return g_str_has_prefix(text, "127.") || strcmp(text, "::1") == 0;
}

/* Networks that are not public: the first bits of their addresses. */
static const struct {
    uint32_t net;
    int bits;
} reserved[] = {
    {0x00000000, 8},  {0x0a000000, 8},  {0x64400000, 10}, {0x7f000000, 8},  {0xa9fe0000, 16},
    {0xac100000, 12}, {0xc0000000, 24}, {0xc0000200, 24}, {0xc0586300, 24}, {0xc0a80000, 16},
    {0xc6120000, 15}, {0xc6336400, 24}, {0xcb007100, 24}, {0xe0000000, 3},
};

static bool
is_public_four(uint32_t address)
{
    for (size_t i = 0; i < G_N_ELEMENTS(reserved); i++)
        if ((address ^ reserved[i].net) >> (32 - reserved[i].bits) == 0)
            return false;
    return true;
}

static uint32_t
four_at(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Of IPv6 only 2000::/3 is public so far, but for examples (2001:db8::/32), Teredo and others that
 * speak for something else (2001::/23). */
static bool
is_public_six(const uint8_t address[16])
{
    static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff}, compatible[12] = {0};
    static const uint8_t translated[12] = {0x00, 0x64, 0xff, 0x9b};

    if (memcmp(address, mapped, 12) == 0 || memcmp(address, compatible, 12) == 0 ||
        memcmp(address, translated, 12) == 0)
        return is_public_four(four_at(address + 12));
    if (address[0] == 0x20 && address[1] == 0x02)
        return is_public_four(four_at(address + 2));
    if (address[0] == 0x20 && address[1] == 0x01)
        return address[2] > 0x01 && !(address[2] == 0x0d && address[3] == 0xb8);
    return address[0] >> 5 == 1;
}

bool
socket_is_public(const struct sockaddr *address)
{
    struct sockaddr_in6 six;
    struct sockaddr_in four;

    switch (address->sa_family) {
    case AF_INET:
        memcpy(&four, address, sizeof(four));
        return is_public_four(ntohl(four.sin_addr.s_addr));
    case AF_INET6: memcpy(&six, address, sizeof(six)); return is_public_six(six.sin6_addr.s6_addr);
    default: return false;
    }
}

static char *
url_of(const char *scheme, const char *host, unsigned port)
{
    bool six = strchr(host, ':') != NULL;

    return g_strdup_printf("%s://%s%s%s:%u", scheme, six ? "[" : "", host, six ? "]" : "", port);
}

/* The IPv4 addresses of this machine that others may use: people can type them. */
static void
add_interfaces(GPtrArray *hosts)
{
    struct ifaddrs *all = NULL;
    char text[SOCKET_ADDRESS_SIZE];

    if (getifaddrs(&all) != 0)
        return;
    for (const struct ifaddrs *one = all; one != NULL; one = one->ifa_next) {
        if (one->ifa_addr == NULL || one->ifa_addr->sa_family != AF_INET ||
            (one->ifa_flags & IFF_UP) == 0 || (one->ifa_flags & IFF_LOOPBACK) != 0)
            continue;
        socket_address(one->ifa_addr, text);
        g_ptr_array_add(hosts, g_strdup(text));
    }
    freeifaddrs(all);
}

char **
socket_hosts(void)
{
    GPtrArray *hosts = g_ptr_array_new();

    g_ptr_array_add(hosts, g_strdup(g_get_host_name()));
    g_ptr_array_add(hosts, g_strdup("localhost"));
    add_interfaces(hosts);
    g_ptr_array_add(hosts, g_strdup("127.0.0.1"));
    g_ptr_array_add(hosts, NULL);
    return (char **)g_ptr_array_free(hosts, FALSE);
}

static bool
is_every(const struct sockaddr_storage *at)
{
    struct sockaddr_in6 six;
    struct sockaddr_in four;

    memcpy(&six, at, sizeof(six));
    memcpy(&four, at, sizeof(four));
    return at->ss_family == AF_INET6 ? IN6_IS_ADDR_UNSPECIFIED(&six.sin6_addr)
                                     : four.sin_addr.s_addr == htonl(INADDR_ANY);
}

char **
socket_urls(int listening, const char *scheme)
{
    GPtrArray *urls = g_ptr_array_new(), *hosts = g_ptr_array_new_with_free_func(g_free);
    struct sockaddr_storage at = {.ss_family = AF_UNSPEC};
    socklen_t size = sizeof(at);
    char text[SOCKET_ADDRESS_SIZE];
    struct sockaddr_in four;

    getsockname(listening, (struct sockaddr *)&at, &size);
    memcpy(&four, &at, sizeof(four)); /* the port stands at the same place in both families */
    socket_address((const struct sockaddr *)&at, text);
    g_ptr_array_add(hosts, g_strdup(is_every(&at) ? "localhost" : text));
    if (is_every(&at))
        add_interfaces(hosts);
    for (guint i = 0; i < hosts->len; i++)
        g_ptr_array_add(urls, url_of(scheme, hosts->pdata[i], ntohs(four.sin_port)));
    g_ptr_array_unref(hosts);
    g_ptr_array_add(urls, NULL);
    return (char **)g_ptr_array_free(urls, FALSE);
}
