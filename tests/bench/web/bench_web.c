/*
 * The service beside what it can at best come near to, in one run and in turn:
 *
 *   bookings a second through HTTP with 1, 16 and 64 clients, each with one request under way, of one
 *   booking or of a small basket of them, beside bare sqlite3 that writes the same rows in groups of as
 *   many (aim: 0.6 of it);
 *   how long a booking takes at the 99th percentile, while others read boxes;
 *   requests a second for a box's page, beside nginx that serves the same bytes from a file;
 *   memory at rest (aim: under 30 MB) and under load.
 *
 * A disk that others use is faster now and slower then, from one moment to the next: the two take turns
 * after a few bookings, by clients that stay connected, and a round is a number of these turns; the quarters
 * between which half of the rounds' ratios lie say how far to trust their median. Bare sqlite3 is the
 * ceiling: its log is brought into the file once a round (never in a COMMIT, as it would do by itself), and
 * then written over. The service does the same while it books. Clients sign in as volunteers do; what they
 * themselves cost is told, as they share the processors with the service.
 *
 *   bench_web SERVE_AS [FOLDER]
 */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "inventory/account.h"
#include "inventory/box.h"
#include "inventory/visit.h"
#include "tests/bench/bare_write.h"
#include "tests/bench/timing.h"
#include "tests/bench/town.h"
#include "tests/bench/web/crowd.h"
#include "tests/bench/web/http.h"
#include "tests/bench/web/process.h"

#define ROUNDS 15
#define TURNS 6       /* in a round, of each */
#define PER_CLIENT 12 /* requests in a turn: those of its beginning and end stand alone */
#define BASKET 4      /* bookings that a phone sends at a time, where it has several */
#define READERS 4
#define PAGES 2000 /* requests for a page in a round */
#define PAGE_CLIENTS 8
#define RATIO_AIM 0.6
#define REST_AIM 30.0 /* MB */

/* ------------------------------------------------------------------------------------- the service */

/* The service says where it is. */
static void
start_service(struct process *process, const char *serve_as, const char *db, int64_t now)
{
    g_autofree char *moment = g_strdup_printf("%lld", (long long)now);
    const char *command[] = {serve_as, db, "-", "0", "0", moment, NULL};
    char line[128];
    FILE *said;
    int out;

    process_start(process, command, &out);
    said = fdopen(out, "r");
    if (fgets(line, sizeof(line), said) == NULL || strrchr(line, ':') == NULL)
        g_error("the service does not start");
    process->port = atoi(strrchr(line, ':') + 1);
    fclose(said);
}

/* ------------------------------------------------------------------------------------- bookings */

struct load {
    const char *const *codes; /* by box */
    char *signed_in;          /* the headers of who books */
    int count;                /* bookings in a turn */
    int basket;               /* of them in a request */
    GArray *waits;            /* double: ms of every request */
};

static void
append_entry(GString *body, const struct load *load, const struct town_op *op)
{
    char uid[UUID_TEXT_SIZE], day[DAY_TEXT_SIZE];

    g_string_append_printf(
        body,
        "{\"uid\":\"%s\",\"kind\":\"%s\",\"box\":\"%s\",\"drug\":%lld,\"units\":%d,"
        "\"expiry\":\"%s\",\"lot\":\"%s\",\"exact\":true,\"done_at\":%lld}",
        uuid_format(&op->uid, uid), op->in ? "donate" : "take", load->codes[op->box],
        (long long)op->drug, (int)op->units, day_format((struct day){op->expiry}, day), op->lot,
        (long long)op->at);
}

static char *
request_of(const struct load *load, const struct town_op *ops)
{
    g_autoptr(GString) body = g_string_new("{\"entries\":[");

    for (int i = 0; i < load->basket; i++) {
        g_string_append(body, i > 0 ? "," : "");
        append_entry(body, load, &ops[i]);
    }
    g_string_append(body, "]}");
    return g_strdup_printf("POST /api/1/bookings HTTP/1.1\r\nHost: bench\r\n%s"
                           "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
                           load->signed_in, body->len, body->str);
}

static GPtrArray *
requests_of(const struct load *load, const struct town_op *ops)
{
    GPtrArray *requests = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < load->count; i += load->basket)
        g_ptr_array_add(requests, request_of(load, &ops[i]));
    return requests;
}

static void
hear_verdict(void *data, const char *answer, double seconds)
{
    static const char booked[] = "\"verdict\":\"booked\"";
    struct load *load = data;
    double ms = seconds * 1e3;
    const char *at = answer;

    for (int i = 0; i < load->basket; i++) {
        at = strstr(at, booked);
        if (at == NULL)
            g_error("not booked: %s", answer);
        at += strlen(booked);
    }
    g_array_append_val(load->waits, ms);
}

/* Of one who books, or of all. */
struct spent {
    double wall, cpu; /* seconds */
};

static void
run_bare(struct bare *bare, const struct town *town, const struct town_op *ops, int count,
         int group, struct spent *spent)
{
    double begun = timing_wall(), used = timing_cpu_fine();

    for (int i = 0; i < count; i += group)
        bare_group(bare, town, ops + i, MIN(group, count - i));
    spent->wall += timing_wall() - begun;
    spent->cpu += timing_cpu_fine() - used;
}

static void
save_bare(struct bare *bare, struct spent *spent)
{
    double begun = timing_wall(), used = timing_cpu_fine();

    sqlite3_wal_checkpoint_v2(bare->db, NULL, SQLITE_CHECKPOINT_RESTART, NULL, NULL);
    spent->wall += timing_wall() - begun;
    spent->cpu += timing_cpu_fine() - used;
}

static void
run_service(const struct process *service, struct crowd *crowd, struct load *load,
            const struct town_op *ops, struct spent *ours, struct spent *clients)
{
    g_autoptr(GPtrArray) requests = requests_of(load, ops);
    double used = process_cpu(service), own = timing_cpu_fine();

    ours->wall += crowd_run(crowd, requests, hear_verdict, load);
    ours->cpu += process_cpu(service) - used;
    clients->cpu += timing_cpu_fine() - own;
}

/* Of each round: bookings a second, and that as a part of what bare sqlite3 does; of all rounds: seconds of
 * processor. */
struct figures {
    double rate[ROUNDS], ratio[ROUNDS], ours, clients, bare;
};

static void
one_round(const struct process *service, struct town *town, struct bare *bare, struct load *load,
          struct crowd *crowd, int clients, int round, struct figures *f)
{
    struct spent ours = {0}, theirs = {0}, own = {0};

    for (int turn = 0; turn < TURNS; turn++) {
        g_autofree struct town_op *ops = town_ops_apart(town, load->count);

        if (turn % 2 != 0)
            run_bare(bare, town, ops, load->count, clients * load->basket, &theirs);
        run_service(service, crowd, load, ops, &ours, &own);
        if (turn % 2 == 0)
            run_bare(bare, town, ops, load->count, clients * load->basket, &theirs);
    }
    save_bare(bare, &theirs);
    f->ours += ours.cpu;
    f->clients += own.cpu;
    f->bare += theirs.cpu;
    f->rate[round] = TURNS * load->count / ours.wall;
    f->ratio[round] = theirs.wall / ours.wall;
}

static void
print_figures(struct figures *f, const struct load *load, int clients, const char *beside,
              bool aimed)
{
    double ratio = timing_median(f->ratio, ROUNDS); /* sorts them */
    double *waits = (double *)(void *)load->waits->data;
    double us = 1e6 / load->waits->len / load->basket;

    printf("%3d clients%-14s %6.0f/s  rate / bare %5.2f (%.2f to %.2f) %-7s", clients, beside,
           timing_median(f->rate, ROUNDS), ratio, f->ratio[ROUNDS / 4], f->ratio[ROUNDS * 3 / 4],
           aimed ? timing_met(ratio >= RATIO_AIM) : "");
    printf("  CPU %3.0f us, clients %3.0f, bare %3.0f", f->ours * us, f->clients * us,
           f->bare * us);
    printf("  p50 %5.1f", timing_median(waits, (int)load->waits->len));
    printf("  p99 %5.1f ms\n", waits[load->waits->len * 99 / 100]);
    fflush(stdout);
}

/* basket: bookings in a request; aimed: whether the ratio has an aim; beside others it says how much they
 * take away. */
static void
measure_bookings(const struct process *service, struct town *town, struct bare *bare,
                 struct load *load, int clients, int basket, const char *beside, bool aimed)
{
    struct crowd *crowd = crowd_open(service->port, clients);
    struct figures f = {.ours = 0};

    load->basket = basket;
    load->count = clients * basket * PER_CLIENT;
    load->waits = g_array_new(FALSE, FALSE, sizeof(double));
    for (int round = 0; round < ROUNDS; round++)
        one_round(service, town, bare, load, crowd, clients, round, &f);
    print_figures(&f, load, clients, beside, aimed);
    crowd_close(crowd);
    g_array_unref(load->waits);
}

/* ---------------------------------------------------------------------------------------- pages */

struct pages {
    int port;
    char *request;
    gint left; /* below 0: without end until stopping */
    gint stopping;
};

static gpointer
ask_pages(gpointer data)
{
    struct pages *pages = data;
    struct http http;
    size_t size = strlen(pages->request);

    http_open(&http, pages->port);
    while (g_atomic_int_get(&pages->stopping) == 0 && g_atomic_int_add(&pages->left, -1) != 0)
        if (http_ask(&http, pages->request, size) != 200)
            g_error("%s", http.answer);
    http_close(&http);
    return NULL;
}

static char *
get(const char *path)
{
    return g_strdup_printf("GET %s HTTP/1.1\r\nHost: bench\r\n\r\n", path);
}

/* So many requests by a few clients; returns the seconds that it took. */
static double
run_pages(int port, const char *path)
{
    GThread *threads[PAGE_CLIENTS];
    struct pages shares[PAGE_CLIENTS];
    double begun = timing_wall();

    for (int i = 0; i < PAGE_CLIENTS; i++) {
        shares[i] =
            (struct pages){.port = port, .request = get(path), .left = PAGES / PAGE_CLIENTS};
        threads[i] = g_thread_new("reader", ask_pages, &shares[i]);
    }
    for (int i = 0; i < PAGE_CLIENTS; i++) {
        g_thread_join(threads[i]);
        g_free(shares[i].request);
    }
    return timing_wall() - begun;
}

/* nginx with what Debian sets, one worker a processor, the same bytes in a file. */
static void
start_nginx(struct process *nginx, const char *folder, const char *bytes)
{
    g_autofree char *page = g_build_filename(folder, "page", NULL);
    g_autofree char *conf = g_build_filename(folder, "nginx.conf", NULL);
    g_autofree char *text = NULL;
    const char *command[] = {"/usr/sbin/nginx", "-p", folder, "-c", conf, NULL};

    nginx->port = 18080 + (int)(getpid() % 1000);
    text = g_strdup_printf(
        "daemon off; master_process off; pid %s/nginx.pid; error_log stderr crit;\n"
        "events { worker_connections 512; }\n"
        "http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;\n"
        " default_type application/json;\n"
        " server { listen 127.0.0.1:%d; root %s; } }\n",
        folder, nginx->port, folder);
    g_file_set_contents(page, bytes, -1, NULL);
    g_file_set_contents(conf, text, -1, NULL);
    g_chmod(page, 0644);
    process_start(nginx, command, NULL);
    g_usleep(500000);
}

static void
measure_pages(struct process *service, const char *folder, const char *code)
{
    g_autofree char *path = g_strconcat("/api/1/public/box/", code, NULL);
    g_autofree char *request = get(path);
    double rate[ROUNDS], ratio[ROUNDS], cpu[ROUNDS], peer[ROUNDS];
    struct process nginx;
    struct http http;

    http_open(&http, service->port);
    if (http_ask(&http, request, strlen(request)) != 200)
        g_error("%s", http.answer);
    start_nginx(&nginx, folder, http.answer);
    for (int round = 0; round < ROUNDS; round++) {
        double used = process_cpu(service), ours = run_pages(service->port, path), theirs;

        cpu[round] = (process_cpu(service) - used) / PAGES * 1e6;
        used = process_cpu(&nginx);
        theirs = run_pages(nginx.port, "/page");
        peer[round] = (process_cpu(&nginx) - used) / PAGES * 1e6;
        rate[round] = PAGES / ours;
        ratio[round] = theirs / ours;
    }
    printf(
        "a box's page, %zu bytes   %7.0f/s  CPU %5.0f us  rate / nginx %.2f  nginx CPU %.0f us\n",
        http.size, timing_median(rate, ROUNDS), timing_median(cpu, ROUNDS),
        timing_median(ratio, ROUNDS), timing_median(peer, ROUNDS));
    http_close(&http);
    process_stop(&nginx);
}

/* -------------------------------------------------------------------------------------- the run */

static const char **
read_codes(struct town *town)
{
    const char **codes = g_new0(const char *, town->boxes + 1);
    g_autoptr(GPtrArray) boxes = NULL;

    if (!box_list(town->inventory, (struct area_id){0}, true, &boxes, NULL))
        g_error("no boxes");
    for (guint i = 0; i < boxes->len; i++) {
        const struct box *box = boxes->pdata[i];

        if (box->id.n <= town->boxes)
            codes[box->id.n] = g_strdup(box->code);
    }
    return codes;
}

/* A volunteer who is signed in, and the headers that show it. */
static char *
sign_in(struct town *town)
{
    static const struct actor keeper = {.role = ROLE_KEEPER};
    static const uint8_t token[VISIT_TOKEN] = {1};
    GString *cookie = g_string_new("Cookie: medbox=");
    int64_t person, visit;

    if (!account_add(town->inventory, &keeper, "bench", ROLE_VOLUNTEER,
                     inventory_district(town->inventory), town->at, &person, NULL) ||
        !visit_begin(town->inventory, person, token, "", town->at, &visit, NULL))
        g_error("no volunteer");
    for (size_t i = 0; i < sizeof(token); i++)
        g_string_append_printf(cookie, "%02x", token[i]);
    return g_string_free(g_string_append(cookie, "\r\n"), FALSE);
}

/* With the form token that the service tells who is signed in. */
static void
learn_token(const struct process *service, char **signed_in)
{
    g_autofree char *cookie = *signed_in;
    g_autofree char *request =
        g_strdup_printf("GET /api/1/me HTTP/1.1\r\nHost: bench\r\n%s\r\n", cookie);
    struct http http;
    const char *token;

    http_open(&http, service->port);
    if (http_ask(&http, request, strlen(request)) != 200 ||
        (token = strstr(http.answer, "\"token\":\"")) == NULL)
        g_error("%s", http.answer);
    *signed_in = g_strdup_printf("%sX-Form-Token: %.64s\r\n", cookie, token + 9);
    http_close(&http);
}

static void
measure_beside_readers(struct process *service, struct town *town, struct bare *bare,
                       struct load *load)
{
    GThread *threads[READERS];
    g_autofree char *path = g_strconcat("/api/1/public/box/", load->codes[1], NULL);
    struct pages pages = {.port = service->port, .request = get(path), .left = -1};

    for (int i = 0; i < READERS; i++)
        threads[i] = g_thread_new("reader", ask_pages, &pages);
    measure_bookings(service, town, bare, load, 16, 1, ", 4 who read", false);
    g_atomic_int_set(&pages.stopping, 1);
    for (int i = 0; i < READERS; i++)
        g_thread_join(threads[i]);
    g_free(pages.request);
}

int
main(int argc, char **argv)
{
    static const int clients[] = {1, 16, 64};
    g_autofree char *folder = g_dir_make_tmp("bench-web-XXXXXX", NULL);
    g_autofree char *ours = g_build_filename(argc > 2 ? argv[2] : folder, "bench-ours.db", NULL);
    g_autofree char *bares = g_build_filename(argc > 2 ? argv[2] : folder, "bench-bare.db", NULL);
    struct process service;
    struct town town, other;
    struct bare bare = {.db = NULL};
    struct load load = {.count = 0};
    double rest;

    g_assert(argc > 1);
    town_remove(ours);
    town_remove(bares);
    town_build(&town, ours, 500);
    town_build(&other, bares, 500);
    inventory_close(other.inventory);
    load.codes = read_codes(&town);
    load.signed_in = sign_in(&town);
    inventory_close(town.inventory);
    bare_open(&bare, bares);
    sqlite3_wal_autocheckpoint(bare.db, 0);
    start_service(&service, argv[1], ours, town.at + 86400000);
    g_usleep(1000000);
    rest = process_memory(&service);
    learn_token(&service, &load.signed_in);
    printf("medians of %d rounds taken in turn\n", ROUNDS);
    for (size_t i = 0; i < G_N_ELEMENTS(clients); i++)
        measure_bookings(&service, &town, &bare, &load, clients[i], 1, "", true);
    for (size_t i = 0; i < G_N_ELEMENTS(clients); i++)
        measure_bookings(&service, &town, &bare, &load, clients[i], BASKET, ", baskets", true);
    measure_beside_readers(&service, &town, &bare, &load);
    measure_pages(&service, folder, load.codes[1]);
    printf("memory: %.0f MB at rest (aim %.0f) %s, %.0f MB under load\n", rest, REST_AIM,
           timing_met(rest < REST_AIM), process_memory(&service));
    process_stop(&service);
    sqlite3_close_v2(bare.db);
    town_free(&town);
    town_free(&other);
    town_remove(ours);
    town_remove(bares);
    return 0;
}
