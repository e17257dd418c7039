#include "planning/plan_file.h"

#include <string.h>

#include "allocator/proof.h"
#include "allocator/quota.h"
#include "base/words.h"

#define LINE_LEAST                                                                                 \
    7 /* bytes of a node's or an arc's line: no more are announced than there is room for */

/* As it says, and what all plans put on it. */
struct carrier {
    int64_t most, price, used;
};

/* A plan as it is read, and what goes with all of them. */
struct reader {
    struct flow_problem p;
    int32_t *tail, *head, *room, *flow, arcs, flows, prices;
    int32_t *carrier; /* of each arc, counted from 1; 0: none */
    int64_t load;     /* of a unit, in millionths */
    int64_t *cost, *supply, *price, *shared;
    GArray *carriers;
    bool ended;        /* by a bound */
    int64_t announced; /* plans; negative: files of before say nothing */
    struct plan_file_sum *sum;
    size_t length; /* of the whole text */
};

static void
forget(struct reader *r)
{
    void *parts[] = {r->tail, r->head,   r->room,  r->flow,  r->carrier,
                     r->cost, r->supply, r->price, r->shared};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    *r = (struct reader){.sum = r->sum,
                         .length = r->length,
                         .carriers = r->carriers,
                         .ended = r->ended,
                         .announced = r->announced};
}

/* Where a plan ends it is to have all that it announced. */
static bool
is_whole(const struct reader *r, GError **error)
{
    const struct {
        int32_t there, all;
        const char *what;
    } parts[] = {{r->arcs, r->p.arcs, N_("arcs (“a”)")},
                 {r->flows, r->p.arcs, N_("flows (“f”)")},
                 {r->prices, r->p.nodes, N_("prices (“v”)")}};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].there < parts[i].all)
            return err_set(error, ERR_INPUT,
                           _("a plan ends here and is not whole: of its %d %s, %d are missing"),
                           parts[i].all, words(parts[i].what), parts[i].all - parts[i].there);
    return true;
}

/* Nothing follows a plan, or the file ends, before it said what it costs. */
static bool
is_over(const struct reader *r, GError **error)
{
    return r->supply == NULL ||
           (is_whole(r, error) &&
            err_set(error, ERR_INPUT,
                    _("a plan ends here without saying what it costs: “s COST” is missing")));
}

/* Whole numbers after a line's first word; whether there are just so many. */
static bool
numbers(const char *text, int64_t *n, int count)
{
    char *end;

    for (int i = 0; i < count; i++, text = end) {
        n[i] = g_ascii_strtoll(text, &end, 10);
        if (end == text)
            return false;
    }
    return *text == '\0' || *text == '\r';
}

/* What a line should have been, by its first letter. */
static bool
no_line(const char *line, GError **error)
{
    static const char *const forms[] = {"m PLANS",
                                        "p min NODES ARCS",
                                        "n NODE SUPPLY",
                                        "f FLOW",
                                        "a TAIL HEAD 0 ROOM COST",
                                        "q CARRIER",
                                        "v NODE PRICE",
                                        "k CARRIER UNITS PRICE",
                                        "u LOAD",
                                        "w NODE PRICE",
                                        "s COST",
                                        "b BOUND"};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (line[0] == forms[i][0])
            return err_set(error, ERR_INPUT,
                           _("it should read “%s”, with numbers and in a place that fit what is "
                             "before it"),
                           forms[i]);
    return err_set(error, ERR_INPUT, _("that is no line of a plan"));
}

static bool
begin(struct reader *r, const char *text, GError **error)
{
    int64_t n[2];

    if (!is_over(r, error))
        return false;
    if (!g_str_has_prefix(text, " min ") || !numbers(text + 5, n, 2) || n[0] < 1 || n[1] < 0 ||
        n[0] > INT32_MAX || n[1] > INT32_MAX)
        return no_line("p", error);
    if ((size_t)MAX(n[0], n[1]) > r->length / LINE_LEAST)
        return err_set(error, ERR_INPUT,
                       _("it announces %lld nodes and %lld arcs, and the file is too short for "
                         "them: it was cut off; save it once more"),
                       (long long)n[0], (long long)n[1]);
    forget(r);
    r->p.nodes = (int32_t)n[0];
    r->p.arcs = (int32_t)n[1];
    r->p.tail = r->tail = g_new0(int32_t, n[1]);
    r->p.head = r->head = g_new0(int32_t, n[1]);
    r->p.room = r->room = g_new0(int32_t, n[1]);
    r->p.cost = r->cost = g_new0(int64_t, n[1]);
    r->p.supply = r->supply = g_new0(int64_t, n[0]);
    r->price = g_new0(int64_t, n[0]);
    r->shared = g_new0(int64_t, n[0]);
    r->flow = g_new0(int32_t, n[1]);
    r->carrier = g_new0(int32_t, n[1]);
    r->load = 1;
    return true;
}

static bool
read_arc(struct reader *r, const char *text)
{
    int64_t n[5];

    if (r->arcs == r->p.arcs || !numbers(text, n, 5) || n[0] < 1 || n[0] > r->p.nodes || n[1] < 1 ||
        n[1] > r->p.nodes || n[2] != 0 || n[3] < 0 || n[3] > FLOW_ENDLESS)
        return false;
    r->tail[r->arcs] = (int32_t)n[0] - 1;
    r->head[r->arcs] = (int32_t)n[1] - 1;
    r->room[r->arcs] = (int32_t)n[3];
    r->cost[r->arcs++] = n[4];
    return true;
}

static bool
read_flow(struct reader *r, const char *text)
{
    int64_t n;

    if (r->flows >= r->arcs || !numbers(text, &n, 1) || n < INT32_MIN || n > INT32_MAX)
        return false;
    r->flow[r->flows++] = (int32_t)n;
    return true;
}

static bool
read_of_node(const struct reader *r, const char *text, int64_t *of)
{
    int64_t n[2];

    if (!numbers(text, n, 2) || n[0] < 1 || n[0] > r->p.nodes)
        return false;
    of[n[0] - 1] = n[1];
    return true;
}

/* Of each node one. */
static bool
read_price(struct reader *r, const char *text)
{
    return r->prices < r->p.nodes && read_of_node(r, text, r->price) && ++r->prices > 0;
}

/* Before all else. */
static bool
read_count(struct reader *r, const char *text)
{
    int64_t n;

    if (r->announced >= 0 || r->carriers->len > 0 || r->sum->plans > 0 || r->supply != NULL ||
        !numbers(text, &n, 1) || n < 0)
        return false;
    r->announced = n;
    return true;
}

/* Carriers come before all plans, numbered as they come. */
static bool
read_carrier(struct reader *r, const char *text)
{
    struct carrier carrier = {0};
    int64_t n[3];

    if (r->sum->plans > 0 || r->supply != NULL || !numbers(text, n, 3) ||
        n[0] != (int64_t)r->carriers->len + 1 || n[1] < 0 || n[1] > FLOW_COST_MOST || n[2] < 0 ||
        n[2] > FLOW_COST_MOST)
        return false;
    carrier.most = n[1];
    carrier.price = n[2];
    g_array_append_val(r->carriers, carrier);
    return true;
}

/* The last arc's. */
static bool
read_carrier_of_arc(struct reader *r, const char *text)
{
    int64_t n;

    if (r->flows == 0 || r->flows != r->arcs || !numbers(text, &n, 1) || n < 1 ||
        n > r->carriers->len)
        return false;
    r->carrier[r->flows - 1] = (int32_t)n;
    return true;
}

static bool
read_load(struct reader *r, const char *text)
{
    int64_t n;

    if (r->supply == NULL || r->arcs > 0 || !numbers(text, &n, 1) || n < 1 || n > FLOW_COST_MOST)
        return false;
    r->load = n;
    return true;
}

static bool
add(int64_t *sum, int64_t more, GError **error)
{
    return !__builtin_add_overflow(*sum, more, sum) ||
           err_set(error, ERR_INPUT, _("The costs are too high to be added up."));
}

/* A part's share of the bound: carriers' arcs have as much room as the carrier can take, and a unit on
 * them costs its price too. */
static bool
add_bound(struct reader *r, GError **error)
{
    g_autofree int64_t *extra = g_new0(int64_t, (size_t)r->p.arcs + 1);
    int64_t bound = 0;

    for (int32_t a = 0; a < r->p.arcs; a++) {
        struct carrier *carrier;
        int64_t used;

        if (r->carrier[a] == 0)
            continue;
        carrier = &g_array_index(r->carriers, struct carrier, r->carrier[a] - 1);
        if (__builtin_mul_overflow(r->load, (int64_t)r->flow[a], &used))
            used = INT64_MAX;
        if (!add(&carrier->used, used, error))
            return false;
        extra[a] = quota_extra(carrier->price, r->load);
        r->room[a] = (int32_t)MIN(carrier->most / r->load, FLOW_ENDLESS);
    }
    return proof_bound(&r->p, r->shared, extra, &bound, error) && add(&r->sum->bound, bound, error);
}

/* All of a plan is read: the proof, and what it costs. */
static bool
prove(struct reader *r, const char *text, GError **error)
{
    int64_t said, cost = 0;

    if (!is_whole(r, error))
        return false;
    if (!numbers(text, &said, 1))
        return no_line("s", error);
    if (!proof_check(&r->p, r->flow, r->price, error) || !flow_cost(&r->p, r->flow, &cost, error))
        return false;
    if (cost != said)
        return err_set(error, ERR_REFUSED, _("it costs %lld, and says %lld"), (long long)cost,
                       (long long)said);
    r->sum->plans++;
    r->sum->arcs += r->p.arcs;
    if (!add(&r->sum->cost, cost, error) || (r->carriers->len > 0 && !add_bound(r, error)))
        return false;
    forget(r);
    return true;
}

/* After all plans: carriers keep what they can take, and the bound is as high as it says. */
static bool
prove_shares(struct reader *r, const char *text, GError **error)
{
    int64_t said;

    if (r->carriers->len == 0)
        return err_set(error, ERR_INPUT,
                       _("the carriers that a bound is for, “k CARRIER UNITS PRICE”, are missing"));
    if (!is_over(r, error))
        return false;
    if (!numbers(text, &said, 1))
        return no_line("b", error);
    for (guint k = 0; k < r->carriers->len; k++) {
        const struct carrier *c = &g_array_index(r->carriers, struct carrier, k);
        int64_t all;

        if (c->used > c->most)
            return err_set(error, ERR_REFUSED,
                           _("carrier %u takes %.1f person-days, and can take %.1f"), k + 1,
                           (double)c->used / QUOTA_LOAD, (double)c->most / QUOTA_LOAD);
        if (!quota_worth(c->price, c->most, &all, error) || !add(&r->sum->bound, -all, error))
            return false;
    }
    if (r->sum->bound < said)
        return err_set(error, ERR_REFUSED, _("the bound is %lld, and says %lld"),
                       (long long)r->sum->bound, (long long)said);
    r->ended = true;
    return true;
}

static bool
read_line(struct reader *r, const char *line, GError **error)
{
    bool ok = false;

    if (r->ended && line[0] != '\0' && line[0] != 'c')
        return err_set(error, ERR_INPUT,
                       _("the file should end with the bound (“b”), and this comes after it"));
    if (line[0] != '\0' && strchr("nafvwqus", line[0]) != NULL && r->supply == NULL)
        return err_set(error, ERR_INPUT,
                       _("the line that begins a plan, “p min NODES ARCS”, is missing before it"));
    if (line[0] != '\0' && strchr("aq", line[0]) != NULL && r->flows != r->arcs)
        return err_set(error, ERR_INPUT, _("the flow of the arc before it, “f FLOW”, is missing"));
    switch (line[0]) {
    case '\0':
    case 'c': return true;
    case 'p': return begin(r, line + 1, error);
    case 's': return prove(r, line + 1, error);
    case 'b': return prove_shares(r, line + 1, error);
    case 'm': ok = read_count(r, line + 1); break;
    case 'u': ok = read_load(r, line + 1); break;
    case 'k': ok = read_carrier(r, line + 1); break;
    case 'q': ok = read_carrier_of_arc(r, line + 1); break;
    case 'w': ok = read_of_node(r, line + 1, r->shared); break;
    case 'n': ok = read_of_node(r, line + 1, r->supply); break;
    case 'v': ok = read_price(r, line + 1); break;
    case 'a': ok = read_arc(r, line + 1); break;
    case 'f': ok = read_flow(r, line + 1); break;
    default: break;
    }
    return ok || no_line(line, error);
}

/* Whether it ended where it should. Without carriers the best is the bound. */
static bool
end_well(struct reader *r, GError **error)
{
    bool shared = r->carriers->len > 0;

    if (!is_over(r, error))
        return false;
    if (r->announced >= 0 && r->sum->plans != r->announced)
        return err_set(error, ERR_INPUT,
                       _("it announces %lld plans, and here it ends with %lld: it was cut off or "
                         "changed; save it once more"),
                       (long long)r->announced, (long long)r->sum->plans);
    if (r->sum->plans == 0)
        return err_set(error, ERR_INPUT, _("there is no plan in it"));
    if (shared != r->ended)
        return err_set(error, ERR_INPUT,
                       _("the file ends without the bound that goes with its carriers, “b BOUND”: "
                         "it was cut off; save it once more"));
    r->sum->carriers = r->carriers->len;
    if (!shared)
        r->sum->bound = r->sum->cost;
    return true;
}

/* A text with a NUL in it ends there, and says so. */
static bool
read_lines(struct reader *r, char *text, int *number, GError **error)
{
    for (char *line = text, *end; line != NULL; line = end) {
        end = strchr(line, '\n');
        if (end != NULL)
            *end++ = '\0';
        ++*number;
        if (!read_line(r, line, error))
            return false;
    }
    return end_well(r, error);
}

bool
plan_file_prove(const char *name, char *text, size_t length, struct plan_file_sum *sum,
                GError **error)
{
    struct reader r = {.sum = sum, .length = length, .announced = -1};
    int number = 0;
    bool ok;

    *sum = (struct plan_file_sum){0};
    r.carriers = g_array_new(FALSE, FALSE, sizeof(struct carrier));
    ok = read_lines(&r, text, &number, error);
    forget(&r);
    g_array_unref(r.carriers);
    if (!ok)
        g_prefix_error(error, _("%s, line %d: "), name, number);
    return ok;
}

bool
plan_file_check(const char *path, struct plan_file_sum *sum, GError **error)
{
    g_autofree char *text = NULL;
    g_autoptr(GError) why = NULL;
    gsize length = 0;

    return g_file_get_contents(path, &text, &length, &why)
               ? plan_file_prove(path, text, length, sum, error)
               : err_set(error, err_kind_of_file(why), _("%s can't be read: %s"), path,
                         err_file(why));
}
