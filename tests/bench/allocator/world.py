"""A made-up city with shortages whose truth is known: boxes, what people wanted and took, and what
would be the best forecast.

Counties, communities, grids and boxes differ by lognormal factors; residents are counted with an
error; demand has week days, a slow drift, takings of one to three units, outbreaks in single communities and a
surge of fever that reaches one county after the other. Boxes are filled up every 12 to 19 days, and
residents give a few units now and then. The same seed gives the same city.
"""

import numpy as np

BOXES = 2183
TYPES = ("fever", "cold")
COUNTIES = 5
ARRIVAL = (0, 3, 5, 8, 12)  # days until the surge reaches each county
WEEK = np.array([.95, .9, .95, 1, 1.05, 1.1, 1.05])
BASE = np.array([.35, .30])  # units a day in a usual box
MEAN_VISIT = 1.3  # units
DISPERSION = (.72 * 1 + .26 * 4 + .02 * 9) / MEAN_VISIT  # mean square over mean of a visit's units
GIFTS = .25  # given, as a part of what is wanted


class World:
    """Everything that happened, by day, type and box."""

    def __init__(self, seed, days=300, recorded=.4, scale=1., hard=False, early=False):
        self.random = np.random.default_rng(seed)
        self.days, self.recorded, self.hard = days, recorded, hard
        self.surge_day = 90 if early else 200
        self._places()
        self._rates(scale)
        self._factors()
        self._run()

    # ------------------------------------------------------------------------------------- places

    def _places(self):
        random, county, community, grid = self.random, [], [], []
        grids = communities = 0
        while len(community) < BOXES:
            of = int(random.integers(0, COUNTIES))
            for _ in range(random.integers(1, 4)):
                for _ in range(random.integers(1, 4)):
                    if len(community) < BOXES:
                        community.append(communities)
                        grid.append(grids)
                        county.append(of)
                grids += 1
            communities += 1
        self.community, self.grid = np.array(community), np.array(grid)
        self.county = np.array(county)
        self.communities, self.grids = self.community.max() + 1, self.grid.max() + 1
        self.county_of = np.zeros(self.communities, int)
        self.county_of[self.community] = self.county
        residents = np.exp(.5 * random.standard_normal(BOXES))
        self.residents = residents * np.exp(.25 * random.standard_normal(BOXES))  # as counted
        self.weight = 1 + 2 * random.random(BOXES) ** 2  # of a resident, by how vulnerable they are
        self.true_residents = residents

    def _rates(self, scale):
        draw = self.random.standard_normal
        self.rate = np.stack([
            base * scale * self.true_residents * np.exp(.30 * draw(self.communities))[self.community]
            * np.exp(.2 * draw(self.grids))[self.grid] * np.exp(.4 * draw(BOXES)) for base in BASE])

    def _factors(self):
        """What demand is multiplied by, by type, day and community."""
        random, length = self.random, self.days + 10
        factor, drift = np.ones((len(TYPES), length, self.communities)), 0.
        for day in range(length):
            drift = .97 * drift + .025 * random.standard_normal()
            factor[:, day, :] *= np.exp(drift) * WEEK[day % 7]
        for county, later in enumerate(ARRIVAL):
            start, there = self.surge_day + later, self.county_of == county
            for day in range(length):
                wave = 1 / (1 + np.exp(-(day - start - 6) / 1.8)) \
                    / (1 + np.exp((day - start - 30) / 4.))
                factor[0, day, there] *= 1 + 4 * wave
                factor[1, day, there] *= 1 + 1.2 * wave
        for _ in range(int(.0015 * self.communities * self.days)):
            where, first = random.integers(0, self.communities), random.integers(0, self.days)
            lasts, kind = random.integers(5, 12), random.integers(0, len(TYPES))
            factor[kind, first:first + lasts, where] *= random.uniform(2, 5)
        self.factor = factor

    # ---------------------------------------------------------------------------------- what happens

    def _visits(self, mean):
        visits = self.random.poisson(mean / MEAN_VISIT)
        return visits, visits + self.random.binomial(visits, .2) + self.random.binomial(visits, .1)

    def _walk_on(self, day, lack, neighbour, members):
        """Where those go who found nothing: to another box of the community, for a week the same."""
        if day % 7 == 0:
            neighbour = np.array([members[c][self.random.integers(len(members[c]))]
                                  for c in self.community])
        return neighbour, np.stack([np.bincount(neighbour, .3 * lack[k], BOXES)
                                    for k in range(len(TYPES))])

    def _run(self):
        random, shape = self.random, (self.days, len(TYPES), BOXES)
        self.wanted, self.visits = np.zeros(shape, np.int32), np.zeros(shape, np.int32)
        self.took, self.booked, self.unmet, self.given, self.brought, self.stock = (
            np.zeros(shape, np.int32) for _ in range(6))
        self.next_visit = np.zeros((self.days, BOXES), np.int16)
        members = [np.where(self.community == c)[0] for c in range(self.communities)]
        par = self.rate * 14 * np.exp(.35 * random.standard_normal(self.rate.shape))
        stock = random.poisson(par * random.random(self.rate.shape)).astype(np.int64)
        self.start = stock.copy()
        due, spill, neighbour = random.integers(0, 14, BOXES), 0., None
        for day in range(self.days):
            mean = self.rate * self.factor[:, day, :][:, self.community]
            if self.hard:
                mean = mean * random.gamma(2., .5, self.rate.shape) + spill
            self.visits[day], wanted = self._visits(mean)
            took = np.minimum(wanted, stock)
            lack = wanted - took
            self.wanted[day], self.took[day] = wanted, took
            self.booked[day] = random.binomial(took, .93) if self.hard else took
            if self.hard:
                neighbour, spill = self._walk_on(day, lack, neighbour, members)
            self.unmet[day] = random.binomial(lack, self.recorded)
            stock = stock - took
            self.given[day] = random.poisson(GIFTS * self.rate / 3.) \
                * random.integers(1, 6, self.rate.shape)
            stock = stock + self.given[day]
            self._fill(day, due, par, stock)
            self.next_visit[day] = due - day
            self.stock[day] = stock

    def _fill(self, day, due, par, stock):
        here = due <= day
        if here.any():
            up_to = np.ceil(par[:, here] * self.random.uniform(.7, 1.15, (len(TYPES), here.sum())))
            add = np.maximum(0, up_to.astype(int) - stock[:, here])
            stock[:, here] += add
            self.brought[day][:, here] = add
            due[here] = day + 14 + self.random.integers(-2, 6, here.sum())

    # ------------------------------------------------------------------------------------ the oracle

    def oracle(self, day, horizon):
        """P(out) for those who know the true rates and the coming surge."""
        from scipy.special import betainc  # pylint: disable=import-outside-toplevel

        mean = self.rate * sum(self.factor[:, day + j, :][:, self.community]
                               for j in range(1, horizon + 1))
        size = self.stock[day] + GIFTS * self.rate * horizon * .45
        excess = DISPERSION - 1
        r, q = mean / excess, excess / DISPERSION
        below = np.floor(size)

        def tail(count):
            return np.where(count <= 0, 1., betainc(np.maximum(count, 1e-9), r, q))

        return tail(below) + (size - below) * (tail(below + 1) - tail(below))
