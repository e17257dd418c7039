/*
 * Replays a history through the code that the product runs, and writes what it would have said at the
 * end of every day: the chance that each box runs out of each type within 3 and within 7 days.
 *
 *   bench-flags DIR [FLAGS.csv [AREAS.csv]]    README.md beside this says what the files hold
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/day.h"
#include "tests/bench/allocator/history.h"
#include "tests/bench/timing.h"

struct replay {
    struct history history;
    struct demand *demand;
    FILE *flags, *areas;
    double events_cpu, fit_cpu, ask_cpu; /* seconds */
    int days;
};

static FILE *
create(const char *path)
{
    FILE *file = fopen(path, "w");

    if (file == NULL) {
        fprintf(stderr, "%s can't be written\n", path);
        exit(1);
    }
    setvbuf(file, NULL, _IOFBF, 1 << 20);
    return file;
}

static const char *
day_name(const struct replay *r, int32_t day, char text[DAY_TEXT_SIZE + 5])
{
    if (r->history.dated)
        return day_format((struct day){day}, text);
    g_snprintf(text, DAY_TEXT_SIZE + 5, "%d", (int)day);
    return text;
}

static const char *
name(const GPtrArray *names, guint index)
{
    return g_ptr_array_index(names, index);
}

static void
write_place(struct replay *r, const char *when, int32_t place)
{
    const struct history *h = &r->history;
    g_autofree double *out = g_new(double, 2 * (size_t)h->boxes->len + 1);
    double start = timing_cpu();

    for (guint box = 0; box < h->boxes->len; box++) {
        double stock = demand_stock(r->demand, (int)box, place);

        out[2 * box] = demand_out(r->demand, (int)box, place, stock, 3);
        out[2 * box + 1] = demand_out(r->demand, (int)box, place, stock, 7);
    }
    r->ask_cpu += timing_cpu() - start;
    for (guint box = 0; box < h->boxes->len; box++)
        fprintf(r->flags, "%s,%s,%s,%g,%.4g,%.6f,%.6f\n", when, name(h->boxes, box),
                name(h->types, (guint)place), demand_stock(r->demand, (int)box, place),
                demand_explain(r->demand, (int)box, place).rate, out[2 * box], out[2 * box + 1]);
    for (guint county = 0; r->areas != NULL && county < h->counties->len; county++)
        fprintf(r->areas, "%s,%s,%s,%.4f\n", when, name(h->counties, county),
                name(h->types, (guint)place), demand_surge(r->demand, (int)county, place));
}

/* As of the end of the day. */
static void
write_day(struct replay *r, int32_t day)
{
    char text[DAY_TEXT_SIZE + 5];
    const char *when = day_name(r, day, text);

    for (guint place = 0; place < r->history.types->len; place++)
        write_place(r, when, (int)place);
}

static void
close_day(struct replay *r, int32_t day)
{
    double start = timing_cpu();

    demand_close(r->demand, day);
    r->fit_cpu += timing_cpu() - start;
    r->days++;
    write_day(r, day);
}

static void
replay(struct replay *r)
{
    const GArray *events = r->history.events;
    guint i = 0;

    while (i < events->len) {
        int32_t day = g_array_index(events, struct demand_event, i).day;
        double start = timing_cpu();

        for (; i < events->len && g_array_index(events, struct demand_event, i).day == day; i++)
            demand_see(r->demand, &g_array_index(events, struct demand_event, i));
        r->events_cpu += timing_cpu() - start;
        close_day(r, day);
        for (day++; i < events->len && day < g_array_index(events, struct demand_event, i).day;
             day++)
            close_day(r, day);
    }
}

int
main(int argc, char **argv)
{
    struct replay r = {.days = 0};
    guint events, series;
    g_autoptr(GError) error = NULL;

    if (argc < 2 || argc > 4) {
        fprintf(stderr, "usage: bench-flags DIR [FLAGS.csv [AREAS.csv]]\n");
        return 2;
    }
    if (!history_read(&r.history, argv[1], &error)) {
        fprintf(stderr, "%s\n", error->message);
        history_clear(&r.history);
        return 1;
    }
    r.demand = demand_new((const struct demand_box *)(const void *)r.history.box->data,
                          (int32_t)r.history.box->len, (int32_t)r.history.types->len);
    r.flags = create(argc > 2 ? argv[2] : "flags.csv");
    fprintf(r.flags, "day,box,type,stock,rate,p3,p7\n");
    if (argc > 3) {
        r.areas = create(argv[3]);
        fprintf(r.areas, "day,county,type,surge\n");
    }
    replay(&r);
    events = r.history.events->len;
    series = r.history.boxes->len * r.history.types->len;
    printf("%u events: %.3f us each; %d days of %u series: %.2f ms a refit, %.2f us a flag\n",
           events, r.events_cpu * 1e6 / MAX(events, 1), r.days, series,
           r.fit_cpu * 1e3 / MAX(r.days, 1), r.ask_cpu * 1e6 / MAX(r.days * (double)series * 2, 1));
    if (fclose(r.flags) != 0 || (r.areas != NULL && fclose(r.areas) != 0)) {
        fprintf(stderr, "the flags could not be written\n");
        return 1;
    }
    demand_free(r.demand);
    history_clear(&r.history);
    return 0;
}
