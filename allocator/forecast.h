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

/* The same for amounts 0, step, 2 step, … count step at once, to 10 digits behind the point; those
 * below 1e-6 may be 0. tails has count + 1 places. step > 0. */
void forecast_tails(const struct forecast *forecast, double step, int count, double *tails);

#endif
