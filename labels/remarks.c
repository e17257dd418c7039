#include "labels/remarks.h"

#include <string.h>

#include "base/words.h"

#define NAMED 3 /* how many are named */

struct remark {
    char *text;
    GString *names; /* of the first */
    char *last;
    size_t n;
};

struct remarks {
    GHashTable *by_text;
    GPtrArray *all; /* struct remark * */
};

static void
remark_free(gpointer data)
{
    struct remark *remark = data;

    g_string_free(remark->names, TRUE);
    g_free(remark->text);
    g_free(remark->last);
    g_free(remark);
}

struct remarks *
remarks_new(void)
{
    struct remarks *remarks = g_new(struct remarks, 1);

    remarks->by_text = g_hash_table_new(g_str_hash, g_str_equal);
    remarks->all = g_ptr_array_new_with_free_func(remark_free);
    return remarks;
}

void
remarks_free(struct remarks *remarks)
{
    g_hash_table_unref(remarks->by_text);
    g_ptr_array_unref(remarks->all);
    g_free(remarks);
}

static struct remark *
find_or_new(struct remarks *remarks, const char *text)
{
    struct remark *remark = g_hash_table_lookup(remarks->by_text, text);

    if (remark != NULL)
        return remark;
    remark = g_new0(struct remark, 1);
    remark->text = g_strdup(text);
    remark->names = g_string_new(NULL);
    g_hash_table_insert(remarks->by_text, remark->text, remark);
    g_ptr_array_add(remarks->all, remark);
    return remark;
}

void
remarks_add(struct remarks *remarks, const char *name, const char *text)
{
    struct remark *remark = find_or_new(remarks, text);

    if (g_strcmp0(remark->last, name) == 0)
        return;
    g_free(remark->last);
    remark->last = g_strdup(name);
    if (remark->n++ < NAMED)
        g_string_append_printf(remark->names, "%s%s", remark->names->len > 0 ? _(", ") : "", name);
}

GPtrArray *
remarks_say(const struct remarks *remarks)
{
    GPtrArray *said = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < remarks->all->len; i++) {
        const struct remark *remark = remarks->all->pdata[i];

        g_ptr_array_add(said, remark->n <= NAMED
                                  ? g_strdup_printf(_("%s: %s"), remark->names->str, remark->text)
                                  : g_strdup_printf(_("%s … (%zu in all): %s"), remark->names->str,
                                                    remark->n, remark->text));
    }
    if (said->len == 0)
        g_clear_pointer(&said, g_ptr_array_unref);
    return said;
}
