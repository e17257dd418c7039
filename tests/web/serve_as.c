/*
 * serve_as DB ROLE AREA PERSON [NOW]: the service of an inventory in which everybody is the same person, of a
 * role (0 to 3) and an area (0: everywhere), for tests of what stands behind the sign-in; or with the role -
 * whoever is signed in. It is NOW (ms UTC) when it begins. Says where it is and serves until it is told to
 * end by SIGTERM.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/stop.h"
#include "web/door.h"
#include "web/server.h"

static struct identity everybody;

static bool
identify(struct request *request, struct identity *identity, GError **error)
{
    (void)request;
    (void)error;
    *identity = everybody;
    return true;
}

int
main(int argc, char **argv)
{
    struct service_options options = {.db = argv[1], .version = "test", .identify = identify};
    struct server_options at = {.listen = "127.0.0.1:0"};
    g_autoptr(GError) error = NULL;
    int stop = stop_signals();
    struct service *service;
    struct server *server;
    g_auto(GStrv) urls = NULL;

    g_assert(argc == 5 || argc == 6);
    if (strcmp(argv[2], "-") == 0)
        options.identify = door_identify;
    if (argc == 6)
        options.clock_shift = atoll(argv[5]) - g_get_real_time() / 1000;
    everybody = (struct identity){.role = (enum role)atoi(argv[2]),
                                  .area = {atoll(argv[3])},
                                  .person = atoll(argv[4]),
                                  .session = 1};
    options.worker = worker_open(decode_file, 2, &error);
    g_assert_no_error(error);
    service = service_open(&options, &error);
    g_assert_no_error(error);
    server = server_open(service, &at, &error);
    g_assert_no_error(error);
    urls = server_urls(server);
    printf("%s\n", urls[0]);
    fflush(stdout);
    (void)!server_run(server, stop, &error);
    server_close(server, 5000);
    service_close(service);
    worker_close(options.worker);
    close(stop);
    return error != NULL ? 1 : 0;
}
