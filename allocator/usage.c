#include "allocator/usage.h"

#include "inventory/stock.h"

#define DAY_MS 86400000.0
#define PRIOR_DAYS 7.0 /* as much evidence the minimum is worth */
#define GRAIN 1.0      /* person-days of a usual taking */

struct forecast
usage_forecast(const struct snapshot_cell *cell, double days)
{
    double stocked = (double)cell->stocked / DAY_MS, taken = (double)cell->taken / STOCK_PERSON_DAY;
    double prior = (double)cell->minimum / STOCK_PERSON_DAY / USAGE_MINIMUM_DAYS;
    double rate = (taken + prior * PRIOR_DAYS) / (stocked + PRIOR_DAYS), mean = rate * days;
    double spread = 1 / (taken + PRIOR_DAYS); /* relative variance of the rate */

    return (struct forecast){days, rate, mean, mean * GRAIN + mean * mean * spread, GRAIN};
}
