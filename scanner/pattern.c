#include "scanner/pattern.h"

#include <stdbool.h>
#include <stdlib.h>

#include <glib.h>

static void
set(struct pattern *p, int column, int row, bool light)
{
    if (column >= 0 && column < p->size && row >= 0 && row < p->size)
        p->shade[row * p->size + column] = light ? 1 : -1;
}

/* Squares in squares around a middle: light where the way to it is the second, or is outside. */
static void
set_squares(struct pattern *p, int column, int row, int reach)
{
    for (int y = -reach; y <= reach; y++)
        for (int x = -reach; x <= reach; x++) {
            int way = MAX(abs(x), abs(y));

            set(p, column + x, row + y, reach == 2 ? way == 1 : way == 2 || way == 4);
        }
}

/* ISO/IEC 18004, annex E: where alignment patterns stand, by the rule behind the table. */
static void
set_alignment(struct pattern *p)
{
    int version = (p->size - 17) / 4, count = version / 7 + 2;
    int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;

    if (version == 1)
        return;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            int column = i == 0 ? 6 : p->size - 7 - (count - 1 - i) * step;
            int row = j == 0 ? 6 : p->size - 7 - (count - 1 - j) * step;

            if (!((i == 0 && (j == 0 || j == count - 1)) || (i == count - 1 && j == 0)))
                set_squares(p, column, row, 2);
        }
}

/* Whether a module is of the alignment pattern that is nearest to the corner without a finder. */
static bool
is_last(int size, int column, int row)
{
    return size > PATTERN_LEAST && abs(column - (size - 7)) <= 2 && abs(row - (size - 7)) <= 2;
}

static void
list(struct pattern *p, int i)
{
    if (p->shade[i] == 0)
        return;
    p->u[p->count] = ((float)(i % p->size) + 0.5f) / (float)p->size;
    p->v[p->count] = ((float)(i / p->size) + 0.5f) / (float)p->size;
    p->is[p->count++] = p->shade[i];
}

struct pattern
pattern_of(int size)
{
    size_t all = (size_t)size * (size_t)size;
    struct pattern p = {.size = size, .shade = g_new0(int8_t, all)};

    for (int i = 8; i < size - 8; i++) {
        set(&p, i, 6, i % 2 == 1);
        set(&p, 6, i, i % 2 == 1);
    }
    set_alignment(&p);
    set_squares(&p, 3, 3, 4);
    set_squares(&p, size - 4, 3, 4);
    set_squares(&p, 3, size - 4, 4);
    p.u = g_new(float, all);
    p.v = g_new(float, all);
    p.is = g_new(float, all);
    for (int i = 0; i < size * size; i++)
        if (!is_last(size, i % size, i / size))
            list(&p, i);
    for (int i = 0; i < size * size; i++)
        if (is_last(size, i % size, i / size)) {
            list(&p, i);
            p.last++;
        }
    return p;
}

void
pattern_clear(struct pattern *p)
{
    g_free(p->shade);
    g_free(p->u);
    g_free(p->v);
    g_free(p->is);
}
