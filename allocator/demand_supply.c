#include <glib.h>
#include <math.h>

#include "allocator/demand_inside.h"

#define PRIOR_DAYS 30 /* box days of belief that an age is like all others */
#define PRIOR_VISITS 0.05

static int
age_of(const struct demand *d, int32_t box, int32_t day)
{
    return MIN(day - d->visit_day[box], DEMAND_AGES) - 1;
}

static void
fit_hazard(struct demand *d)
{
    double visits = PRIOR_VISITS, days = PRIOR_DAYS, mean;

    for (int a = 0; a < DEMAND_AGES; a++) {
        visits += d->age_visits[a];
        days += d->age_days[a];
    }
    mean = visits / days;
    for (int a = 0; a < DEMAND_AGES; a++)
        d->hazard[a] = (PRIOR_DAYS * mean + d->age_visits[a]) / (PRIOR_DAYS + d->age_days[a]);
}

static void
note_brought(struct demand *d, int32_t box)
{
    for (int32_t p = 0; p < d->places; p++) {
        struct place *place = &d->place[p];

        if (!place->used)
            continue;
        place->visits += (double)place->series[box].used;
        place->brought += place->today[box].visited;
    }
}

void
demand_supply_close(struct demand *d, double part)
{
    for (int a = 0; a < DEMAND_AGES; a++) {
        d->age_visits[a] *= pow(DEMAND_KEPT, part);
        d->age_days[a] *= pow(DEMAND_KEPT, part);
    }
    for (int32_t b = 0; b < d->boxes; b++) {
        if (d->visit_day[b] != INT32_MIN) {
            int age = age_of(d, b, d->day);

            d->age_days[age] += part;
            d->age_visits[age] += d->visit_now[b];
        }
        if (d->visit_now[b]) {
            note_brought(d, b);
            d->visit_day[b] = d->day;
        }
        d->visit_now[b] = false;
    }
    fit_hazard(d);
}

void
demand_tell_due(struct demand *d, int32_t box, int32_t place, int32_t day, double level)
{
    size_t series = (size_t)d->boxes * (size_t)d->places;

    if (d->told == NULL) {
        d->told = g_new(struct told, series + 1);
        for (size_t i = 0; i < series; i++)
            d->told[i].day = INT32_MIN;
    }
    d->told[place * d->boxes + box] = (struct told){day, level};
}

int32_t
demand_supply_due(const struct demand *d, int32_t box, int32_t place, bool *sure)
{
    int32_t told = d->told != NULL ? d->told[place * d->boxes + box].day : INT32_MIN;

    *sure = told > d->day;
    if (*sure)
        return told;
    return d->due[box] > d->day ? d->due[box] : INT32_MIN;
}

double
demand_supply_level(const struct demand *d, int32_t box, int32_t place)
{
    bool sure;

    demand_supply_due(d, box, place, &sure);
    return sure ? d->told[place * d->boxes + box].level : 0;
}

double
demand_supply_next(const struct demand *d, int32_t box, int32_t place, int days, double *chance)
{
    bool sure;
    int32_t due = demand_supply_due(d, box, place, &sure);
    double none = 1;

    if (due == INT32_MIN && d->visit_day[box] == INT32_MIN) { /* most: nobody ever came */
        for (int j = 1; j <= days; j++)
            chance[j] = 0;
        return 1;
    }
    for (int j = 1; j <= days; j++) {
        double hazard;

        if (due != INT32_MIN)
            hazard = due == d->day + j;
        else
            hazard = d->hazard[age_of(d, box, d->day + j)];
        chance[j] = none * hazard;
        none -= chance[j];
    }
    return none;
}
