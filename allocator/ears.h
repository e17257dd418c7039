#ifndef ALLOCATOR_EARS_H
#define ALLOCATOR_EARS_H

/*
 * The Early Aberration Reporting System's three scores of a daily count, as Hutwagner et al. 2003 and
 * R's surveillance (earsC, method C1, C2, C3) define them: how many standard deviations the count lies
 * above the mean of the seven days that ended before it (C1), or two days earlier (C2). C3 adds up
 * max(0, C2 - 1) of three days. An early hint beside the surge, which says how much; alarms are C1, C2 > 3,
 * C3 > 2.
 */

#define EARS_BASELINE 7
#define EARS_LAG 2
#define EARS_DAYS (EARS_BASELINE + EARS_LAG + 3) /* counts that C3 looks at */

/* Scores of the last of `count` daily counts, oldest first; 0 where there are too few. A week without
 * any variation is infinitely exceeded by more than its mean. */
double ears_c1(const double *counts, int count);
double ears_c2(const double *counts, int count);
double ears_c3(const double *counts, int count);

#endif
