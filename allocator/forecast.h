#ifndef ALLOCATOR_FORECAST_H
#define ALLOCATOR_FORECAST_H

/*
 * What is expected of one cell (box, type, age group) over a number of days, as it is handed from
 * need to plan. Amounts are person-days (inventory/stock.h); people take them in grains, the usual
 * smallest taking, and the number of grains asked for is negative binomial.
 */

struct forecast {
    double days;     /* the horizon */
    double rate;     /* asked for per day now, the surge of the area included */
    double mean;     /* asked for over the horizon */
    double variance; /* of it; at least mean * grain */
    double grain;    /* > 0 */
};

/* P(at least amount is asked for within the horizon); 1 for an amount of 0 or less. Between two
 * grains it is interpolated. */
double forecast_tail(const struct forecast *forecast, double amount);

/* What is expected to be asked for of an amount within the horizon. */
double forecast_met(const struct forecast *forecast, double amount);

/* The chance that a portion of step is asked for within the horizon, as the mean of all its parts; of the
 * count portions that come on top of first, one after the other: times step and added up, it is the
 * expected demand that they meet. Never rises; to 10 digits behind the point, and below 1e-6 may be 0.
 * first >= 0, step > 0. */
void forecast_means(const struct forecast *forecast, double first, double step, int count,
                    double *means);

#endif
