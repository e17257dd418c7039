#ifndef INVENTORY_STOCK_H
#define INVENTORY_STOCK_H

/*
 * What the boxes hold. Kept beside the ledger in three forms, each for a question that must be answered
 * quickly: stock per lot (what can be taken), the same of a whole box in one row (shelf.h: what a city
 * has, by medicine and by type), and what was taken per day. All of it follows from the ledger.
 *
 * Amounts by type are in millionths of a person-day: medicines of different units can only be added up
 * by how long they last one person (drug.day_units).
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "inventory/ledger.h"

#define STOCK_PERSON_DAY INT64_C(1000000)

/* What one base unit of a drug amounts to; rounded once, so that in and out always cancel. */
int64_t stock_weight(int32_t day_units);

/* Applies a movement that is about to be posted, and says its total; undone is the movement it
 * reverses, or NULL. For ledger_post() only. ERR_REFUSED, and nothing changed, where the lot does not
 * hold so much. */
MUST_CHECK bool stock_apply(struct inventory *inventory, struct movement *movement,
                            const struct movement *undone, GError **error);

/* Counts use per day anew after a drug's type, age group or day_units changed. Inside a
 * transaction. */
MUST_CHECK bool stock_recount(struct inventory *inventory, GError **error);

/* One lot in one box. */
struct stock_lot {
    struct box_id box;
    struct drug_id drug;
    struct day expiry; /* DAY_NEVER: does not expire */
    char *lot;         /* "" where not known */
    int32_t units;
    bool recalled;
};

/* struct stock_lot * of a box ({0}: of all), drug by drug ({0}: all), soonest expiry first. */
MUST_CHECK bool stock_lots(struct inventory *inventory, struct box_id box, struct drug_id drug,
                           GPtrArray **lots, GError **error);

/* All lots of the district, in the order of stock_lots(): hundreds of thousands, of which each is read
 * in a few steps. Clear with stock_city_clear(), also after a failure. */
struct stock_city {
    GArray *lots;     /* struct stock_lot, which borrow their batch numbers from what follows */
    GPtrArray *texts; /* of each box in one piece */
};
MUST_CHECK bool stock_city_read(struct inventory *inventory, struct stock_city *city,
                                GError **error);
void stock_city_clear(struct stock_city *city);

/* struct stock_lot * that expire on or before a day, expired ones too, in an area and below ({0}:
 * everywhere), soonest first. */
MUST_CHECK bool stock_expiring(struct inventory *inventory, struct area_id area, struct day until,
                               GPtrArray **lots, GError **error);

/* Base units of a drug in a box: in all, and what can be taken on a day (not expired, not
 * recalled). */
MUST_CHECK bool stock_of_drug(struct inventory *inventory, struct box_id box, struct drug_id drug,
                              struct day today, int64_t *units, int64_t *usable, GError **error);

/* The first of these two alone. */
MUST_CHECK bool stock_units(struct inventory *inventory, struct box_id box, struct drug_id drug,
                            int64_t *units, GError **error);

/* The lots of a box and drug ({0}: all) as they lay there at a moment, by when things were done, as the
 * ledger had it when movement seq was its last (INT64_MAX: now); what was undone by then, though after
 * the moment, never was. In the order of stock_lots(). Units are below zero where more had left than had
 * come by then: something was told with a wrong moment, or not at all. */
MUST_CHECK bool stock_lots_at(struct inventory *inventory, struct box_id box, struct drug_id drug,
                              int64_t moment, int64_t seq, GPtrArray **lots, GError **error);

/* One row of the totals: a drug in a box. */
struct stock_total {
    struct box_id box;
    struct drug_id drug;
    int64_t units, usable; /* usable: without what is expired or recalled */
};

/* struct stock_total[] of a box ({0}: of all boxes of the district) and drug ({0}: all), nothing for
 * zeros. Free the array with g_array_unref(). */
MUST_CHECK bool stock_totals(struct inventory *inventory, struct box_id box, struct drug_id drug,
                             struct day today, GArray **totals, GError **error);

#endif
