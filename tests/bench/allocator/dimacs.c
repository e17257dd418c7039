#include "tests/bench/allocator/dimacs.h"

#include <stdio.h>
#include <string.h>

#define BUFFER (1 << 18)

struct reader {
    FILE *file;
    char *buffer;
    size_t at, end;
    long line;
    struct dimacs *into;
    const char *fault; /* of the line */
    int32_t arcs;      /* read so far */
    int64_t most;      /* nodes and arcs that the file has bytes for */
};

static int
peek(struct reader *r)
{
    if (r->at == r->end) {
        r->end = fread(r->buffer, 1, BUFFER, r->file);
        r->at = 0;
    }
    return r->at < r->end ? (unsigned char)r->buffer[r->at] : EOF;
}

static void
skip_blank(struct reader *r)
{
    for (int c; (c = peek(r)) == ' ' || c == '\t' || c == '\r';)
        r->at++;
}

static void
skip_line(struct reader *r)
{
    for (int c; (c = peek(r)) != EOF && c != '\n';)
        r->at++;
}

static bool
read_number(struct reader *r, int64_t *number)
{
    bool below;
    int64_t n = 0;
    int digits = 0;

    skip_blank(r);
    below = peek(r) == '-';
    if (below)
        r->at++;
    for (int c; (c = peek(r)) >= '0' && c <= '9'; digits++) {
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, c - '0', &n))
            return false;
        r->at++;
    }
    *number = below ? -n : n;
    return digits > 0;
}

static bool
read_numbers(struct reader *r, int64_t *numbers, int count)
{
    for (int i = 0; i < count; i++)
        if (!read_number(r, &numbers[i]))
            return false;
    return true;
}

static bool
read_size(struct reader *r)
{
    struct dimacs *d = r->into;
    int64_t size[2];

    skip_blank(r);
    for (const char *word = "min"; *word != '\0'; word++, r->at++)
        if (peek(r) != *word)
            return false;
    if (d->supply != NULL || !read_numbers(r, size, 2) || size[0] < 1 || size[1] < 0 ||
        MAX(size[0], size[1]) > MIN(INT32_MAX - 2, r->most))
        return false;
    d->problem = (struct flow_problem){.nodes = (int32_t)size[0], .arcs = (int32_t)size[1]};
    d->tail = g_new(int32_t, size[1]);
    d->head = g_new(int32_t, size[1]);
    d->room = g_new(int32_t, size[1]);
    d->cost = g_new(int64_t, size[1]);
    d->supply = g_new0(int64_t, size[0]);
    return true;
}

static bool
read_supply(struct reader *r)
{
    struct dimacs *d = r->into;
    int64_t n[2];

    if (!read_numbers(r, n, 2) || n[0] < 1 || n[0] > d->problem.nodes)
        return false;
    if (d->supply[n[0] - 1] != 0) {
        r->fault = "the node has a supply already";
        return false;
    }
    d->supply[n[0] - 1] = n[1];
    return true;
}

static bool
read_arc(struct reader *r)
{
    struct dimacs *d = r->into;
    int64_t n[5];
    int32_t a = r->arcs;

    if (a == d->problem.arcs) {
        r->fault = "more arcs than are announced";
        return false;
    }
    if (!read_numbers(r, n, 5) || n[0] < 1 || n[0] > d->problem.nodes || n[1] < 1 ||
        n[1] > d->problem.nodes || n[2] != 0 || n[3] < 0)
        return false;
    d->tail[a] = (int32_t)n[0] - 1;
    d->head[a] = (int32_t)n[1] - 1;
    d->room[a] = (int32_t)MIN(n[3], FLOW_ENDLESS);
    d->cost[a] = n[4];
    r->arcs++;
    return true;
}

/* A comment, or `c p CHILD PARENT`. */
static bool
read_remark(struct reader *r)
{
    struct dimacs *d = r->into;
    int64_t n[2];

    skip_blank(r);
    if (peek(r) != 'p' || d->supply == NULL)
        return true;
    r->at++;
    if (peek(r) != ' ')
        return true;
    if (!read_numbers(r, n, 2) || MIN(n[0], n[1]) < 1 || MAX(n[0], n[1]) > d->problem.nodes)
        return false;
    if (d->parent == NULL) {
        d->parent = g_new(int32_t, d->problem.nodes);
        memset(d->parent, -1, sizeof(int32_t) * (size_t)d->problem.nodes);
    }
    d->parent[n[0] - 1] = (int32_t)n[1] - 1;
    return true;
}

static bool
read_line(struct reader *r)
{
    int kind = peek(r);

    if (kind == '\n')
        return true;
    r->at++;
    if (kind == 'c') {
        bool good = read_remark(r);

        skip_line(r);
        return good;
    }
    if (kind == 'p')
        return read_size(r);
    if (r->into->supply == NULL)
        return false;
    return kind == 'n' ? read_supply(r) : kind == 'a' && read_arc(r);
}

/* Numbers are whole: a line with more to it, such as a fraction, would be another problem. */
static bool
ends(struct reader *r)
{
    skip_blank(r);
    return peek(r) == '\n' || peek(r) == EOF;
}

static bool
read_all(struct reader *r, const char *path, GError **error)
{
    struct dimacs *d = r->into;

    for (r->line = 1; peek(r) != EOF; r->line++) {
        r->fault = "not a line of a \"p min\" problem of whole numbers with lows of 0";
        if (!read_line(r) || !ends(r))
            return err_set(error, ERR_INPUT, "%s:%ld: %s", path, r->line, r->fault);
        if (peek(r) == '\n')
            r->at++;
    }
    if (d->supply == NULL)
        return err_set(error, ERR_INPUT, "%s: no line \"p min NODES ARCS\"", path);
    if (r->arcs != d->problem.arcs)
        return err_set(error, ERR_INPUT, "%s: %d arcs where %d are announced", path, r->arcs,
                       d->problem.arcs);
    return true;
}

/* How many bytes it has; of a pipe more than any. */
static int64_t
size_of(FILE *file)
{
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;

    rewind(file);
    return size >= 0 ? size : INT64_MAX;
}

bool
dimacs_read_file(FILE *file, const char *name, struct dimacs *d, GError **error)
{
    struct reader r = {.file = file, .into = d, .most = size_of(file)};
    bool ok;

    *d = (struct dimacs){0};
    r.buffer = g_malloc(BUFFER);
    ok = read_all(&r, name, error);
    g_free(r.buffer);
    if (!ok) {
        dimacs_clear(d);
        return false;
    }
    d->problem.tail = d->tail;
    d->problem.head = d->head;
    d->problem.room = d->room;
    d->problem.cost = d->cost;
    d->problem.supply = d->supply;
    return true;
}

bool
dimacs_read(const char *path, struct dimacs *d, GError **error)
{
    FILE *file = fopen(path, "rb");
    bool ok = file != NULL ? dimacs_read_file(file, path, d, error)
                           : err_set(error, ERR_MISSING, "%s can't be read", path);

    if (file != NULL)
        fclose(file);
    return ok;
}

void
dimacs_clear(struct dimacs *d)
{
    void *parts[] = {d->tail, d->head, d->room, d->parent, d->cost, d->supply};

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    *d = (struct dimacs){0};
}

void
dimacs_write_file(FILE *file, const struct flow_problem *p)
{
    fprintf(file, "p min %d %d\n", p->nodes, p->arcs);
    for (int32_t v = 0; v < p->nodes; v++)
        if (p->supply[v] != 0)
            fprintf(file, "n %d %lld\n", v + 1, (long long)p->supply[v]);
    for (int32_t a = 0; a < p->arcs; a++)
        fprintf(file, "a %d %d 0 %d %lld\n", p->tail[a] + 1, p->head[a] + 1, p->room[a],
                (long long)p->cost[a]);
}

bool
dimacs_write(const char *path, const struct flow_problem *p, GError **error)
{
    FILE *file = fopen(path, "wb");

    if (file == NULL)
        return err_set(error, ERR_BROKEN, "%s can't be written", path);
    dimacs_write_file(file, p);
    return fclose(file) == 0 || err_set(error, ERR_BROKEN, "%s can't be written", path);
}
