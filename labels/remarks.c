#include "labels/remarks.h"

#include <string.h>

#include "base/words.h"

struct remark {
    char *text;
    GPtrArray *names; /* char * */
};

struct remarks {
    GHashTable *by_text;
    GPtrArray *all; /* struct remark * */
};

static void
remark_free(gpointer data)
{
    struct remark *remark = data;

    g_ptr_array_unref(remark->names);
    g_free(remark->text);
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
    remark = g_new(struct remark, 1);
    remark->text = g_strdup(text);
    remark->names = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_insert(remarks->by_text, remark->text, remark);
    g_ptr_array_add(remarks->all, remark);
    return remark;
}

void
remarks_add(struct remarks *remarks, const char *name, const char *text)
{
    GPtrArray *names = find_or_new(remarks, text)->names;

    if (names->len == 0 || strcmp(names->pdata[names->len - 1], name) != 0)
        g_ptr_array_add(names, g_strdup(name));
}

static char *
say(const struct remark *remark, guint most)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < MIN(remark->names->len, most); i++)
        g_string_append_printf(names, "%s%s", i > 0 ? _(", ") : "",
                               (const char *)remark->names->pdata[i]);
    if (remark->names->len <= most)
        return g_strdup_printf(_("%s: %s"), names->str, remark->text);
    return g_strdup_printf(_("%s … (%u in all): %s"), names->str, remark->names->len, remark->text);
}

GPtrArray *
remarks_say(const struct remarks *remarks, guint names)
{
    GPtrArray *said = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < remarks->all->len; i++)
        g_ptr_array_add(said, say(remarks->all->pdata[i], names));
    if (said->len == 0)
        g_clear_pointer(&said, g_ptr_array_unref);
    return said;
}
