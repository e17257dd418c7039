#include "web/meanwhile.h"

#include <math.h>
#include <string.h>

#include <jansson.h>

#include "base/words.h"

#define LOOKED_AT 200 /* lines of the audit log */
#define SAME 1e-9

/* Who did such a thing to it last; "" where that is not known. */
static bool
find_who(struct request *request, enum audit_act act, const char *what, char **who, GError **error)
{
    const struct audit_query newest = {.limit = LOOKED_AT};
    g_autoptr(GPtrArray) entries = NULL;

    *who = NULL;
    if (!audit_log_list(request_inventory(request), &newest, &entries, error))
        return false;
    for (guint i = 0; i < entries->len && *who == NULL; i++) {
        const struct audit_entry *entry = entries->pdata[i];

        if (entry->act == act && strcmp(entry->what, what) == 0)
            *who = g_strdup(entry->name);
    }
    if (*who == NULL)
        *who = g_strdup("");
    return true;
}

static bool
refuse(struct request *request, enum audit_act act, const char *what, GError **error)
{
    g_autofree char *who = NULL;

    if (!find_who(request, act, what, &who, error))
        return false;
    return who[0] != '\0' ? err_set(error, ERR_REFUSED,
                                    _("%s changed this meanwhile: close it, look at what is there "
                                      "now, and change it then"),
                                    who)
                          : err_set(error, ERR_REFUSED,
                                    _("this was changed meanwhile: close it, look at what is there "
                                      "now, and change it then"));
}

/* A browser writes 31.0 as 31. */
static bool
is_same(const json_t *a, const json_t *b)
{
    if (json_is_number(a) && json_is_number(b))
        return fabs(json_number_value(a) - json_number_value(b)) < SAME;
    return json_equal(a, b) != 0;
}

bool
meanwhile_check(struct request *request, json_t *now, enum audit_act act, const char *what,
                GError **error)
{
    json_t *seen = request_json(request, "seen"), *value;
    const char *name;
    bool same = true;

    json_object_foreach(seen, name, value)
    {
        const json_t *kept = json_object_get(now, name);

        same = same && (kept == NULL || is_same(kept, value));
    }
    json_decref(now);
    return same || refuse(request, act, what, error);
}

bool
meanwhile_check_text(struct request *request, const char *now, enum audit_act act, const char *what,
                     GError **error)
{
    return !request_has(request, "seen") || strcmp(request_text(request, "seen"), now) == 0 ||
           refuse(request, act, what, error);
}
