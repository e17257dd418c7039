#include "inventory/setting_order.h"

#include <string.h>

#include "base/words.h"

/* Wherever both hold, the low one is no more than the high one. */
static const struct {
    const char *low, *high;
} orders[] = {
    {"minimum", "fill"},
    {"shortage.near", "shortage.far"},
    {"shortage.orange", "shortage.red"},
    {"shortage.yellow", "shortage.orange-far"},
};

struct place {
    struct inventory *inventory;
    struct area_id area;
    struct box_id box;
};

/* Both narrowed in the same way: ".fever.child", or "". */
static bool
check_pair(const struct place *place, size_t order, const char *narrowed, GError **error)
{
    g_autofree char *low = g_strconcat(orders[order].low, narrowed, NULL);
    g_autofree char *high = g_strconcat(orders[order].high, narrowed, NULL);
    int32_t least = 0, most = 0;

    if (!setting_number(place->inventory, low, place->area, place->box, &least, error) ||
        !setting_number(place->inventory, high, place->area, place->box, &most, error))
        return false;
    return least <= most ||
           err_set(error, ERR_REFUSED,
                   _("%s must not be above %s: there they would be %d and %d; change the other one "
                     "first"),
                   low, high, (int)least, (int)most);
}

/* All that a key's value reaches: it may be the wider key of many. */
static bool
check_narrowed(const struct place *place, size_t order, const char *narrowed, GError **error)
{
    if (!check_pair(place, order, narrowed, error))
        return false;
    if (setting_find(orders[order].low)->reach != SETTING_PER_TYPE)
        return true;
    for (int type = DRUG_FEVER; type <= DRUG_OTHER; type++)
        for (int age = DRUG_ALL_AGES; age < DRUG_AGES; age++) {
            g_autofree char *full = g_strdup_printf(".%s.%s", drug_type_key((enum drug_type)type),
                                                    drug_age_key((enum drug_age)age));

            if (g_str_has_prefix(full, narrowed) && !check_pair(place, order, full, error))
                return false;
        }
    return true;
}

bool
setting_order_check(struct inventory *inventory, const char *key, struct area_id area,
                    struct box_id box, GError **error)
{
    const struct place place = {inventory, area, box};

    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++) {
        const char *both[] = {orders[i].low, orders[i].high};

        for (size_t k = 0; k < G_N_ELEMENTS(both); k++) {
            const char *narrowed = key + strlen(both[k]);

            if (g_str_has_prefix(key, both[k]) && (narrowed[0] == '\0' || narrowed[0] == '.') &&
                !check_narrowed(&place, i, narrowed, error))
                return false;
        }
    }
    return true;
}
