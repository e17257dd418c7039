#ifndef ALLOCATOR_NEGBIN_H
#define ALLOCATOR_NEGBIN_H

/*
 * Upper tails of the negative binomial distribution, by its mean and variance. A variance at or
 * below the mean is Poisson's (within 1e-12 of it). Right to 10 digits of the tail itself, however
 * small, for means and variances from 1e-12 to 1e12; a mean of 0 or less is no demand at all.
 *
 * Terms by the saddle-point expansion (Loader 2000, "Fast and accurate computation of binomial
 * probabilities"), the sum behind a term by the continued fraction of the incomplete beta function
 * (DLMF 8.17.22).
 */

/* P(D >= u). Between whole numbers it is interpolated; 1 for u <= 0. */
double negbin_tail(double mean, double variance, double u);

/* The tails at count whole numbers from the one below u (or u itself) on, to 10 digits behind the
 * point: quicker, where many are wanted and small ones don't matter. Tails below 1e-6 may be 0. */
void negbin_near(double mean, double variance, double u, int count, double *tails);

#endif
