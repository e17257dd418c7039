#include "planning/walks.h"

#include "allocator/dispatch.h"
#include "inventory/setting.h"
#include "planning/ground.h"
#include "planning/reach.h"

/* Transfers on their way from one box to another, together; the parts that are in the bag already are
 * a leg of their own. */
struct leg {
    struct box_id from, to; /* the same: under way */
    GArray *tasks;          /* struct walks_task, as put in */
    int32_t packs;
};

/* A sharing out. */
struct work {
    struct inventory *inventory;
    const struct names *names;
    int64_t now;
    struct ground *ground;
    struct round_rules rules;
    GArray *legs;         /* struct leg */
    GArray *boxes;        /* struct box_id: points */
    GHashTable *point_of; /* box id -> point + 1 */
    GArray *lost;         /* struct walks_loss */
};

static void
leg_clear(gpointer data)
{
    g_array_unref(((struct leg *)data)->tasks);
}

static void
stop_clear(gpointer data)
{
    g_array_unref(((struct walks_stop *)data)->tasks);
}

void
walks_walk_free(struct walks_walk *walk)
{
    if (walk == NULL)
        return;
    walk_free(walk->walk);
    g_ptr_array_unref(walk->transfers);
    g_array_unref(walk->stops);
    g_array_unref(walk->lost);
    g_free(walk);
}

/* ---------------------------------------------------------------------------------------- legs */

static int32_t
packs_of(const struct work *w, const struct transfer *t, int32_t units)
{
    const struct drug *drug = names_drug(w->names, t->drug);
    int32_t pack = drug != NULL ? MAX(drug->pack_units, 1) : 1;

    return (units + pack - 1) / pack;
}

/* Joins what goes the same way, as long as the bag holds it. */
static void
add_task(struct work *w, const struct transfer *t, struct box_id from, int32_t units)
{
    struct walks_task task = {t, true, units};
    int32_t packs = packs_of(w, t, units);
    struct leg leg = {from, t->to, NULL, packs};

    if (units <= 0)
        return;
    for (guint i = w->legs->len; i > 0; i--) {
        struct leg *other = &g_array_index(w->legs, struct leg, i - 1);

        if (other->from.n != from.n || other->to.n != t->to.n ||
            other->packs + packs > w->rules.bag)
            continue;
        other->packs += packs;
        g_array_append_val(other->tasks, task);
        return;
    }
    leg.tasks = g_array_new(FALSE, FALSE, sizeof(task));
    g_array_append_val(leg.tasks, task);
    g_array_append_val(w->legs, leg);
}

static void
add_loss(struct work *w, const struct transfer *t, int32_t units, bool gone,
         const struct transfer_left *left)
{
    struct walks_loss loss = {t->id, t->from, t->drug, units, gone, left->take + left->put == 0};

    if (units > 0)
        g_array_append_val(w->lost, loss);
}

/* What transfers before take out of the same box. */
static int64_t
promised_of(const struct work *w, const struct transfer *t)
{
    int64_t sum = 0;

    for (guint i = 0; i < w->legs->len; i++) {
        const struct leg *leg = &g_array_index(w->legs, struct leg, i);

        for (guint j = 0; leg->from.n == t->from.n && j < leg->tasks->len; j++) {
            const struct walks_task *task = &g_array_index(leg->tasks, struct walks_task, j);

            if (leg->from.n == task->transfer->from.n && task->transfer->drug.n == t->drug.n)
                sum += task->units;
        }
    }
    return sum;
}

static bool
add_transfers(struct work *w, const GPtrArray *transfers, GError **error)
{
    for (guint i = 0; i < transfers->len; i++) {
        const struct transfer *t = transfers->pdata[i];
        struct transfer_left left;

        if (!transfer_is_open(t))
            continue;
        if (!transfer_left(w->inventory, t, w->now, promised_of(w, t), &left, error))
            return false;
        add_task(w, t, t->to, left.put);
        add_task(w, t, t->from, left.take);
        add_loss(w, t, left.spoiled, false, &left);
        add_loss(w, t, left.gone, true, &left);
    }
    return true;
}

/* -------------------------------------------------------------------------------------- points */

static int32_t
point(struct work *w, struct box_id box)
{
    gpointer key = GSIZE_TO_POINTER((gsize)box.n);
    int known = GPOINTER_TO_INT(g_hash_table_lookup(w->point_of, key));

    if (known > 0)
        return known - 1;
    g_array_append_val(w->boxes, box);
    g_hash_table_insert(w->point_of, key, GINT_TO_POINTER((int)w->boxes->len));
    return (int32_t)w->boxes->len - 1;
}

static double
latitude(const struct work *w)
{
    double sum = 0;
    int known = 0;

    for (guint i = 0; i < w->boxes->len; i++) {
        const struct box *box = names_box(w->names, g_array_index(w->boxes, struct box_id, i));

        if (box == NULL || box->lat == BOX_NO_COORDINATE)
            continue;
        sum += box->lat / 1e6;
        known++;
    }
    return known > 0 ? sum / known : 0;
}

static struct round_point *
place_points(const struct work *w)
{
    struct round_point *points = g_new0(struct round_point, w->boxes->len + 1);
    double middle = latitude(w);

    for (guint i = 0; i < w->boxes->len; i++) {
        const struct box *box = names_box(w->names, g_array_index(w->boxes, struct box_id, i));

        if (box == NULL)
            continue;
        dispatch_place(box, middle, &points[i].x, &points[i].y);
        ground_groups(w->ground, box, points[i].group);
    }
    return points;
}

/* --------------------------------------------------------------------------------------- stops */

/* What is in the bag already and what is fetched only now is put in together. */
static void
add_task_to(struct walks_stop *stop, const struct walks_task *task)
{
    for (guint i = 0; i < stop->tasks->len; i++) {
        struct walks_task *other = &g_array_index(stop->tasks, struct walks_task, i);

        if (other->transfer == task->transfer && other->puts == task->puts) {
            other->units += task->units;
            return;
        }
    }
    g_array_append_vals(stop->tasks, task, 1);
}

static void
add_tasks(struct walks_stop *stop, const struct leg *leg, bool puts)
{
    for (guint i = 0; i < leg->tasks->len; i++) {
        struct walks_task task = g_array_index(leg->tasks, struct walks_task, i);

        task.puts = puts;
        add_task_to(stop, &task);
    }
}

static int
puts_first(gconstpointer a, gconstpointer b)
{
    const struct walks_task *one = a, *other = b;

    if (one->puts != other->puts)
        return one->puts ? -1 : 1;
    return (one->transfer->id > other->transfer->id) - (one->transfer->id < other->transfer->id);
}

/* Visits at one box after another are one stop. */
static void
make_stops(const struct work *w, const struct round *round, GArray *stops)
{
    for (guint i = 0; i < round->visits->len; i++) {
        struct round_visit visit = g_array_index(round->visits, struct round_visit, i);
        const struct leg *leg = &g_array_index(w->legs, struct leg, visit.leg);
        struct box_id box = visit.puts ? leg->to : leg->from;

        if (stops->len == 0 ||
            g_array_index(stops, struct walks_stop, stops->len - 1).box.n != box.n) {
            struct walks_stop stop = {box, g_array_new(FALSE, FALSE, sizeof(struct walks_task))};

            g_array_append_val(stops, stop);
        }
        add_tasks(&g_array_index(stops, struct walks_stop, stops->len - 1), leg, visit.puts);
    }
    for (guint i = 0; i < stops->len; i++)
        g_array_sort(g_array_index(stops, struct walks_stop, i).tasks, puts_first);
}

static struct walks_walk *
walk_of(const struct work *w, const struct round *round, struct walk *walk, GPtrArray *transfers)
{
    struct walks_walk *made = g_new(struct walks_walk, 1);

    *made = (struct walks_walk){
        .walk = walk,
        .transfers = transfers,
        .stops = g_array_new(FALSE, FALSE, sizeof(struct walks_stop)),
        .minutes = round->minutes,
        .metres = round->metres,
        .bag = w->rules.bag,
        .lost = g_array_copy(w->lost),
    };
    g_array_set_clear_func(made->stops, stop_clear);
    make_stops(w, round, made->stops);
    return made;
}

/* ------------------------------------------------------------------------------------- sharing */

static bool
open_work(struct work *w, struct inventory *inventory, const struct names *names, int64_t now,
          GError **error)
{
    *w = (struct work){
        .inventory = inventory,
        .names = names,
        .now = now,
        .rules = round_rules_standard,
        .legs = g_array_new(FALSE, FALSE, sizeof(struct leg)),
        .boxes = g_array_new(FALSE, FALSE, sizeof(struct box_id)),
        .point_of = g_hash_table_new(NULL, NULL),
        .lost = g_array_new(FALSE, FALSE, sizeof(struct walks_loss)),
    };
    g_array_set_clear_func(w->legs, leg_clear);
    return setting_number(inventory, "walk.bag", (struct area_id){0}, (struct box_id){0},
                          &w->rules.bag, error) &&
           ground_read(inventory, &w->ground, error);
}

static void
forget_legs(struct work *w)
{
    g_array_set_size(w->legs, 0);
    g_array_set_size(w->boxes, 0);
    g_array_set_size(w->lost, 0);
    g_hash_table_remove_all(w->point_of);
}

static void
close_work(struct work *w)
{
    ground_free(w->ground);
    g_array_unref(w->legs);
    g_array_unref(w->boxes);
    g_hash_table_unref(w->point_of);
    g_array_unref(w->lost);
}

static int32_t
count_of(const struct walks_people *people)
{
    return people->names != NULL ? (int32_t)g_strv_length(people->names) : people->number;
}

/* Who may take which leg, leg by leg, after what nobody reaches is left out; NULL: all may. */
static bool *
find_reach(struct work *w, const struct walks_people *people)
{
    guint count = (guint)count_of(people);
    GArray *may;

    if (people->areas == NULL)
        return NULL;
    may = g_array_new(FALSE, FALSE, sizeof(bool));
    for (guint i = 0; i < w->legs->len;) {
        const struct leg *leg = &g_array_index(w->legs, struct leg, i);
        bool any = false;

        g_array_set_size(may, i * count);
        for (guint c = 0; c < count; c++) {
            bool can = reach_way(w->names, people->areas[c], leg->from, leg->to);

            g_array_append_val(may, can);
            any = any || can;
        }
        if (any)
            i++;
        else
            g_array_remove_index(w->legs, i);
    }
    return (bool *)(void *)g_array_free(may, FALSE);
}

/* NULL where reading failed. */
static GArray *
rounds_of(struct work *w, const GPtrArray *transfers, const struct walks_people *people,
          GError **error)
{
    g_autofree struct round_leg *legs = NULL;
    g_autofree struct round_point *points = NULL;
    g_autofree bool *may = NULL;
    struct round_rules rules = w->rules;

    forget_legs(w);
    if (!add_transfers(w, transfers, error))
        return NULL;
    rules.may = may = find_reach(w, people);
    legs = g_new(struct round_leg, w->legs->len + 1);
    for (guint i = 0; i < w->legs->len; i++) {
        const struct leg *leg = &g_array_index(w->legs, struct leg, i);

        legs[i] = (struct round_leg){point(w, leg->from), point(w, leg->to), leg->packs};
    }
    points = place_points(w);
    return round_share(points, (int32_t)w->boxes->len, legs, (int32_t)w->legs->len,
                       count_of(people), &rules);
}

static GPtrArray *
transfers_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)transfer_free);
}

static int
by_id(gconstpointer a, gconstpointer b)
{
    int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

    return (one > other) - (one < other);
}

/* A walk that is to be made, with copies of its transfers, which its tasks then point to. */
static struct walks_walk *
new_walk(const struct work *w, const struct round *round, const char *carrier)
{
    struct walks_walk *made =
        walk_of(w, round, walk_new(carrier != NULL ? carrier : ""), transfers_new());
    g_autoptr(GHashTable) copies = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < made->stops->len; i++) {
        GArray *tasks = g_array_index(made->stops, struct walks_stop, i).tasks;

        for (guint j = 0; j < tasks->len; j++) {
            struct walks_task *task = &g_array_index(tasks, struct walks_task, j);
            struct transfer *copy = g_hash_table_lookup(copies, task->transfer);

            if (copy == NULL) {
                copy = transfer_copy(task->transfer);
                g_hash_table_insert(copies, (gpointer)(uintptr_t)task->transfer, copy);
                g_ptr_array_add(made->transfers, copy);
                g_array_append_val(made->walk->transfers, copy->id);
            }
            task->transfer = copy;
        }
    }
    g_array_sort(made->walk->transfers, by_id);
    return made;
}

bool
walks_share(struct inventory *inventory, const struct names *names, const GPtrArray *transfers,
            const struct walks_people *people, int64_t now, GPtrArray **walks, GError **error)
{
    struct work w;
    g_autoptr(GArray) rounds = NULL;

    *walks = NULL;
    if (!walks_check_people(people, error))
        return false;
    *walks = g_ptr_array_new_with_free_func((GDestroyNotify)walks_walk_free);
    if (open_work(&w, inventory, names, now, error))
        rounds = rounds_of(&w, transfers, people, error);
    for (guint c = 0; rounds != NULL && c < rounds->len; c++) {
        const struct round *round = &g_array_index(rounds, struct round, c);

        if (round->visits->len > 0)
            g_ptr_array_add(*walks,
                            new_walk(&w, round, people->names != NULL ? people->names[c] : NULL));
    }
    close_work(&w);
    if (rounds == NULL)
        g_clear_pointer(walks, g_ptr_array_unref);
    return rounds != NULL;
}

/* ------------------------------------------------------------------------------------- reading */

/* What is left of a walk, which is taken over, and all of its transfers. */
static bool
read_walk(struct work *w, struct walk *walk, struct walks_walk **out, GError **error)
{
    static const struct walks_people one = {.number = 1};
    struct transfer_filter filter = {.walk = walk->id, .closed_too = true};
    GPtrArray *transfers = NULL;
    g_autoptr(GArray) rounds = NULL;

    if (transfer_find(w->inventory, &filter, &transfers, error))
        rounds = rounds_of(w, transfers, &one, error);
    if (rounds == NULL) {
        walk_free(walk);
        g_clear_pointer(&transfers, g_ptr_array_unref);
        return false;
    }
    *out = walk_of(w, &g_array_index(rounds, struct round, 0), walk, transfers);
    return true;
}

bool
walks_list(struct inventory *inventory, const struct names *names, bool closed_too, int64_t now,
           GPtrArray **walks, GError **error)
{
    g_autoptr(GPtrArray) list = NULL;
    struct work w;
    bool ok = walk_list(inventory, closed_too, &list, error);

    if (!ok)
        return false;
    ok = open_work(&w, inventory, names, now, error);
    *walks = g_ptr_array_new_with_free_func((GDestroyNotify)walks_walk_free);
    while (ok && list->len > 0) {
        struct walks_walk *walk = NULL;

        ok = read_walk(&w, g_ptr_array_steal_index(list, 0), &walk, error);
        if (ok)
            g_ptr_array_add(*walks, walk);
    }
    close_work(&w);
    if (!ok)
        g_clear_pointer(walks, g_ptr_array_unref);
    return ok;
}

bool
walks_read(struct inventory *inventory, const struct names *names, int64_t id, int64_t now,
           struct walks_walk **out, GError **error)
{
    struct walk *walk = NULL;
    struct work w;
    bool ok = walk_by_id(inventory, id, &walk, error);

    *out = NULL;
    if (!ok)
        return false;
    ok = open_work(&w, inventory, names, now, error);
    if (ok)
        ok = read_walk(&w, walk, out, error);
    else
        walk_free(walk);
    close_work(&w);
    return ok;
}
