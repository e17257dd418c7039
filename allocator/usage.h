#ifndef ALLOCATOR_USAGE_H
#define ALLOCATOR_USAGE_H

/* The plainest forecast of a cell: what was taken on days with stock goes on, with the spread of
 * takings of one grain and of rates that are not known well. Where nothing was ever taken, as much
 * as would use up the minimum that is set for it in USAGE_MINIMUM_DAYS. */

#include "allocator/forecast.h"
#include "inventory/snapshot.h"

#define USAGE_MINIMUM_DAYS 14

struct forecast usage_forecast(const struct snapshot_cell *cell, double days);

#endif
