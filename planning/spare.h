#ifndef PLANNING_SPARE_H
#define PLANNING_SPARE_H

/*
 * What a box can give away as it stands now: what it has of a type and age group, over all
 * substitutes, above what the settings keep and keep-days leave there, as the plan counts it
 * (allocator/dispatch.h). A transfer that was agreed when there was more takes no more than that.
 */

#include "allocator/outlook.h"
#include "inventory/carry.h"
#include "inventory/transfer.h"

/* Where there is less to give than a transfer would still take out. */
struct spare_gap {
    int64_t transfer;
    int32_t wanted, can; /* base units still to come out, and those that may */
};

/* Lowers open transfers that were agreed (struct transfer *, by number, which changes no record) to
 * what their boxes can give at a moment (ms UTC), the first ones first, and tells of each that was
 * lowered: struct spare_gap[], to be freed with g_array_unref(). */
MUST_CHECK bool spare_lower(struct inventory *inventory, const struct outlook *outlook, int64_t now,
                            GPtrArray *transfers, GArray **gaps, GError **error);

/* Base units of a transfer's medicine that its box can give. */
MUST_CHECK bool spare_units(struct inventory *inventory, const struct transfer *transfer,
                            int64_t now, int32_t *units, GError **error);

/* Base units of a transfer that is not begun, which its box can promise: what it can give beside what the
 * other transfers that were agreed still take out of it, and with proposed_too those proposed. */
MUST_CHECK bool spare_promise(struct inventory *inventory, const struct transfer *transfer,
                              bool proposed_too, int64_t now, int32_t *units, GError **error);

/* transfer_carry() of no more than the box can give; ERR_REFUSED where that is nothing. */
MUST_CHECK bool spare_carry(struct inventory *inventory, int64_t id,
                            const struct transfer_step *step, struct transfer **transfer,
                            GError **error);

/* Base units of a medicine that filter->box can give to the open transfers of a filter. */
MUST_CHECK bool spare_at(struct inventory *inventory, const struct transfer_filter *filter,
                         struct drug_id drug, int64_t now, int32_t *units, GError **error);

/* carry_post() of no more than the box can give: carry->most is not read. */
MUST_CHECK bool spare_post(struct inventory *inventory, const struct carry *carry,
                           struct carry_result *result, GError **error);

#endif
