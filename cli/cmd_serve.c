/* medbox serve */

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/verb.h"
#include "web/server.h"

#define STANDARD_PLACE ":8080"
#define DRAIN_MS 10000 /* for what is under way when the service ends */
#define LOOK_MS 500    /* between two looks at whether it has to end by itself */

/* The signals that end it in good order; before there are threads, which then leave them alone too. */
static int
stop_signals(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

static void
say_where(struct face *face, const struct server *server)
{
    g_auto(GStrv) urls = server_addresses(server);

    for (char **url = urls; *url != NULL; url++)
        answer_say(face->answer, _("medbox is at %s"), *url);
    if (!face_has(face, "tls-cert"))
        answer_say(face->answer, _("Phones can open it, but use their cameras only where it is "
                                   "https: see --tls-self."));
    answer_say(face->answer, _("Ctrl+C ends it."));
}

static bool
wait_for_end(struct service *service, int stop, GError **error)
{
    struct pollfd wait = {.fd = stop, .events = POLLIN};

    while (!service_is_lost(service))
        if (poll(&wait, 1, LOOK_MS) > 0)
            return true;
    return err_set(error, ERR_BROKEN,
                   _("the inventory file failed and it is not known what was kept: the service "
                     "ended; start it again"));
}

static bool
serve(struct face *face, struct service *service, int stop, GError **error)
{
    struct server_options options = {
        .listen = face_has(face, "listen") ? face_text(face, "listen") : STANDARD_PLACE,
        .certificate = face_text(face, "tls-cert"),
        .key = face_text(face, "tls-key"),
    };
    struct server *server = server_open(service, &options, error);
    bool ok;

    if (server == NULL)
        return false;
    say_where(face, server);
    ok = wait_for_end(service, stop, error);
    server_close(server, DRAIN_MS);
    return ok;
}

static bool
run_serve(struct face *face, GError **error)
{
    struct service_options options = {
        .db = face->db,
        .clock_shift = face->now - g_get_real_time() / 1000,
    };
    int stop = stop_signals();
    struct service *service;
    bool ok;

    if (face_has(face, "tls-cert") != face_has(face, "tls-key"))
        return face_usage(face, error, _("--tls-cert and --tls-key go together"));
    service = service_open(&options, error);
    ok = service != NULL && serve(face, service, stop, error);
    service_close(service);
    close(stop);
    return ok;
}

static const struct verb_option serve_options[] = {
    {.name = "listen",
     .value = N_("ADDRESS"),
     .meaning = N_("where it listens, with the port (:8080, at every address)")},
    {.name = "tls-cert", .value = N_("FILE"), .meaning = N_("its certificate, in PEM, for https")},
    {.name = "tls-key", .value = N_("FILE"), .meaning = N_("the certificate's key")},
    {0},
};

const struct verb verb_serve[] = {
    {.name = "serve",
     .usage = N_("[--listen ADDRESS] [--tls-cert FILE --tls-key FILE]"),
     .help = N_("Serves the inventory to browsers and phones."),
     .options = serve_options,
     .without_inventory = true,
     .run = run_serve},
    {0},
};
