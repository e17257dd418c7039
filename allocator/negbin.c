#include "allocator/negbin.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>

#define NEAR_POISSON 1e-12 /* least (variance - mean) / mean, and / mean squared */
#define TINY 1e-300
#define DIRECT_TERMS 64 /* up to so many are added up from zero */
#define NEAR_TERMS 400  /* the same, where digits behind the point are enough */
#define NEAR_LEAST 1e-6
#define DIRECT_LEAST 0.01 /* a tail below this would lose digits as 1 - sum */

/* Of size r: D is the number of failures, each of chance q, before r successes, each of chance p. */
struct negbin {
    double r, p, q;
};

static struct negbin
negbin_of(double mean, double variance)
{
    double excess = MAX(variance - mean, mean * MIN(mean, 1) * NEAR_POISSON);

    return (struct negbin){
        .r = mean * (mean / excess),
        .p = mean / (mean + excess),
        .q = excess / (mean + excess),
    };
}

/* ln(n!) less Stirling's formula for it. */
static double
stirling_error(double n)
{
    double square = n * n;

    if (n < 16)
        return n > 0 ? lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * G_PI) : 0;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / (1680 * square)) / square) / square) / n;
}

/* x ln(x / mean) + mean - x, without the loss where both are nearly the same. */
static double
deviance(double x, double mean)
{
    double ratio = (x - mean) / (x + mean), sum, term;

    if (fabs(ratio) > 0.1)
        return x * log(x / mean) + mean - x;
    sum = (x - mean) * ratio;
    term = 2 * x * ratio;
    for (int j = 3;; j += 2) {
        double before = sum;

        term *= ratio * ratio;
        sum += term / j;
        if (sum == before)
            return sum;
    }
}

/* ln P(D = k). */
static double
log_term(const struct negbin *nb, double k)
{
    double n = k + nb->r;

    if (k == 0)
        return nb->p > 0.5 ? nb->r * log1p(-nb->q) : nb->r * log(nb->p);
    /* r / n times the binomial chance of r in n */
    return stirling_error(n) - stirling_error(nb->r) - stirling_error(k) -
           deviance(nb->r, n * nb->p) - deviance(k, n * nb->q) +
           0.5 * log(nb->r / (2 * G_PI * k * n));
}

static double
away_from_zero(double x)
{
    return fabs(x) < TINY ? TINY : x;
}

/* The continued fraction of I_x(a, b) a B(a, b) / (x^a (1 - x)^b), by Lentz's method. */
static double
beta_fraction(double a, double b, double x)
{
    double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), value = d;

    for (int m = 1; m < 100000; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double step;

        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        value *= c * d;
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        step = c * d;
        value *= step;
        if (fabs(step - 1) < 1e-15)
            break;
    }
    return value;
}

/* P(D >= u) for whole u > 0. */
static double
tail_behind(const struct negbin *nb, double u)
{
    double term = exp(log_term(nb, u));

    if (nb->q < (u + 1) / (u + nb->r + 2))
        return MIN(term * beta_fraction(u, nb->r, nb->q), 1);
    return CLAMP(1 - term * u / nb->r * beta_fraction(nb->r, u, nb->p), 0, 1);
}

/* The same from the terms below u, which is quicker where few of them make up the sum; negative
 * where it would not be right. */
static double
tail_directly(const struct negbin *nb, double u)
{
    double term, left = 1;

    if (u > DIRECT_TERMS)
        return -1;
    term = exp(log_term(nb, 0));
    if (term < TINY)
        return -1;
    for (double k = 0; k < u; k++) {
        left -= term;
        term *= nb->q * (k + nb->r) / (k + 1);
    }
    return left >= DIRECT_LEAST ? left : -1;
}

static double
tail_at(const struct negbin *nb, double u)
{
    double tail = u > 0 ? tail_directly(nb, u) : 1;

    return tail >= 0 ? tail : tail_behind(nb, u);
}

double
negbin_tail(double mean, double variance, double u)
{
    double below = floor(u), at, after;
    struct negbin nb;

    if (u <= 0)
        return 1;
    if (!(mean > 0))
        return 0;
    nb = negbin_of(mean, variance);
    at = tail_at(&nb, below);
    if (u == below)
        return at;
    after = tail_at(&nb, below + 1);
    return at + (u - below) * (after - at);
}

/* Chernoff's bound of P(D >= u), u above the mean: its logarithm. */
static double
log_bound(const struct negbin *nb, double mean, double u)
{
    double r = nb->r;

    return r * log((u + r) / (mean + r)) - u * log(u / mean * ((mean + r) / (u + r)));
}

/* From the terms below, which are added up from zero on; rises of the sum that are too small to be
 * seen end it. */
static void
add_up(const struct negbin *nb, double term, double below, int count, double *tails)
{
    double left = 1;

    for (double k = 0; k < below; k++) {
        left -= term;
        term *= nb->q * (k + nb->r) / (k + 1);
    }
    for (int i = 0; i < count; i++) {
        double k = below + i;

        tails[i] = MAX(left, 0);
        if (left < NEAR_LEAST)
            return;
        left -= term;
        term *= nb->q * (k + nb->r) / (k + 1);
    }
}

void
negbin_near(double mean, double variance, double u, int count, double *tails)
{
    struct negbin nb;
    double term, below = floor(MAX(u, 0));

    for (int i = 0; i < count; i++)
        tails[i] = 0;
    if (!(mean > 0)) {
        tails[0] = below <= 0;
        return;
    }
    nb = negbin_of(mean, variance);
    if (below > mean && log_bound(&nb, mean, below) < log(NEAR_LEAST))
        return;
    term = below <= NEAR_TERMS ? exp(log_term(&nb, 0)) : 0;
    if (term >= TINY)
        add_up(&nb, term, below, count, tails);
    else
        for (int i = 0; i < count && (i == 0 || tails[i - 1] >= NEAR_LEAST); i++)
            tails[i] = tail_at(&nb, below + i);
}
