/* medbox serve */

#include <unistd.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/first_link.h"
#include "cli/stop.h"
#include "cli/verb.h"
#include "web/chance.h"
#include "web/door.h"
#include "web/server.h"
#include "web/socket.h"
#include "web/tls.h"

#define STANDARD_PLACE ":8080"
#define PICTURES 2     /* read at one time */
#define DRAIN_MS 10000 /* for what is under way when the service ends */

/* Says where it is, one address a line, and what phones need. */
static bool
say_where(struct face *face, const struct server *server, const char *certificate, GError **error)
{
    g_auto(GStrv) urls = server_urls(server);
    g_autofree char *print = NULL;

    for (char **url = urls; *url != NULL; url++)
        answer_say(face->answer, _("medbox is at %s"), *url);
    if (certificate == NULL)
        answer_say(face->answer, _("Phones can open it, but use their cameras only where it is "
                                   "https: see --tls-self."));
    else if ((print = tls_fingerprint(certificate, error)) == NULL)
        return false;
    else
        answer_say(face->answer, _("Fingerprint of its certificate: %s"), print);
    answer_say(face->answer, _("Ctrl+C ends it."));
    return first_link_say(face, urls[0], error);
}

static bool
serve(struct face *face, struct service *service, const char *certificate, const char *key,
      int stop, GError **error)
{
    struct server_options options = {
        .listen = face_has(face, "listen") ? face_text(face, "listen") : STANDARD_PLACE,
        .certificate = certificate,
        .key = key,
    };
    struct server *server = server_open(service, &options, error);
    bool ok = server != NULL && say_where(face, server, certificate, error) &&
              server_run(server, stop, error);

    server_close(server, DRAIN_MS);
    return ok;
}

/* The pair of files for https; both NULL where none is wanted. */
static bool
choose_keys(struct face *face, char **certificate, char **key, GError **error)
{
    g_auto(GStrv) hosts = socket_hosts();
    uint8_t serial[16];

    if (face_has(face, "tls-cert") != face_has(face, "tls-key") ||
        (face_has(face, "tls-cert") && face_has(face, "tls-self")))
        return face_usage(face, error,
                          _("--tls-cert and --tls-key go together, and without --tls-self"));
    *certificate = g_strdup(face_text(face, "tls-cert"));
    *key = g_strdup(face_text(face, "tls-key"));
    if (!face_has(face, "tls-self"))
        return true;
    chance_bytes(serial, sizeof(serial));
    return tls_pair(face_text(face, "tls-self"), (const char *const *)hosts, face->now, serial,
                    certificate, key, error);
}

/* Between commas; free with g_strfreev(). */
static char **
split_hosts(const struct face *face)
{
    const char *text = face_text(face, "robot-host");

    return text != NULL ? g_strsplit(text, ",", -1) : NULL;
}

static bool
run_serve(struct face *face, GError **error)
{
    g_auto(GStrv) hosts = split_hosts(face);
    struct service_options options = {
        .db = face->db,
        .version = face->version,
        .identify = door_identify,
        .clock_shift = face->now - g_get_real_time() / 1000,
        .robot_hosts = (const char *const *)hosts,
        .robot_ca = face_text(face, "robot-ca"),
        .robot_wait_ms = face_number(face, "robot-wait", 0) * 1000,
    };
    g_autofree char *certificate = NULL, *key = NULL;
    int stop = stop_signals();
    struct service *service = NULL;
    bool ok;

    options.worker = worker_open(decode_file, PICTURES, error);
    ok = options.worker != NULL && choose_keys(face, &certificate, &key, error) &&
         (service = service_open(&options, error)) != NULL &&
         serve(face, service, certificate, key, stop, error);
    service_close(service);
    worker_close(options.worker);
    close(stop);
    return ok;
}

static const struct verb_option serve_options[] = {
    {.name = "listen",
     .value = N_("ADDRESS"),
     .meaning = N_("where it listens, with the port (:8080, at every address)")},
    {.name = "tls-cert", .value = N_("FILE"), .meaning = N_("its certificate, in PEM, for https")},
    {.name = "tls-key", .value = N_("FILE"), .meaning = N_("the certificate's key")},
    {.name = "tls-self",
     .value = N_("FOLDER"),
     .meaning = N_("https by a certificate of its own, which is kept there")},
    {.name = "robot-host",
     .value = N_("HOSTS"),
     .meaning = N_("where robots may be besides their makers', with commas: bot.example.cn:8443")},
    {.name = "robot-ca",
     .value = N_("FILE"),
     .meaning = N_("who vouches for the certificates of these, in PEM")},
    {.name = "robot-wait",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("seconds that a shortage lasts before robots are told (300)"),
     .low = 1,
     .high = 86400},
    {0},
};

const struct verb verb_serve[] = {
    {.name = "serve",
     .usage = N_("[--listen ADDRESS] [--tls-self FOLDER | --tls-cert FILE --tls-key FILE]"),
     .help = N_("Serves the inventory to browsers and phones."),
     .options = serve_options,
     .without_inventory = true,
     .run = run_serve},
    {0},
};
