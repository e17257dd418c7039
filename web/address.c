#include "web/address.h"

#include <arpa/inet.h>
#include <string.h>

#include <glib.h>

char *
address_group(const char *address)
{
    struct in6_addr six;
    char text[INET6_ADDRSTRLEN];

    if (inet_pton(AF_INET6, address, &six) != 1)
        return g_strdup(address);
    if (IN6_IS_ADDR_V4MAPPED(&six))
        return g_strdup(inet_ntop(AF_INET, six.s6_addr + 12, text, sizeof(text)));
    memset(six.s6_addr + 8, 0, 8);
    return g_strdup_printf("%s/64", inet_ntop(AF_INET6, &six, text, sizeof(text)));
}
