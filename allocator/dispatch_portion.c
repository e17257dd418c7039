/* What lots move in, and what a cell is planned in. */

#include "allocator/dispatch_inside.h"

#define NEARLY 1000 /* millionths of a person-day: the same */

int32_t
dispatch_step(const struct dispatch_work *w, const struct drug *drug)
{
    const struct drug_form *form = drug_form_find(drug->form);
    bool loose = !w->input->packs && form != NULL && form->sealed_units;

    return loose ? 1 : MAX(drug->pack_units, 1);
}

/* Units of a lot that are planned with as one: the fewest that are a person-day, and of which a pack is a
 * whole number, or which are whole packs. So what can be done with packs can be done with them. */
static int64_t
portion_of(const struct dispatch_view *view)
{
    int64_t step = view->weight * view->step;
    int64_t units = (STOCK_PERSON_DAY - NEARLY + step - 1) / step * view->step;
    int64_t pack = MAX(view->drug->pack_units, 1);

    while (pack % units != 0 && units % pack != 0)
        units += view->step;
    return units;
}

/* What lots of one portion have in a cell. */
struct portion_sum {
    int32_t cell;
    int64_t portion, amount; /* millionths of a person-day */
};

static void
add_portion(GArray *sums, const struct portion_sum *more)
{
    for (guint i = 0; i < sums->len; i++) {
        struct portion_sum *sum = &g_array_index(sums, struct portion_sum, i);

        if (sum->cell == more->cell && sum->portion == more->portion) {
            sum->amount += more->amount;
            return;
        }
    }
    g_array_append_val(sums, *more);
}

void
dispatch_choose_portions(struct dispatch_work *w)
{
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(struct portion_sum));
    int64_t most[DISPATCH_CELLS] = {0};

    for (guint i = 0; i < w->input->lots->len; i++) {
        const struct dispatch_view *view = &w->views[i];
        struct portion_sum sum;

        if (view->drug == NULL || view->box < 0)
            continue;
        sum.cell = dispatch_cell_number(view->drug->type, view->drug->age);
        sum.portion = view->weight * portion_of(view);
        sum.amount = view->weight * (view->left - view->left % view->step);
        add_portion(sums, &sum);
    }
    for (int c = 0; c < DISPATCH_CELLS; c++)
        w->portions[c] = STOCK_PERSON_DAY;
    for (guint i = 0; i < sums->len; i++) {
        const struct portion_sum *sum = &g_array_index(sums, struct portion_sum, i);

        if (sum->amount > most[sum->cell] || (sum->amount > 0 && sum->amount == most[sum->cell] &&
                                              sum->portion < w->portions[sum->cell]))
            w->portions[sum->cell] = sum->portion;
        most[sum->cell] = MAX(most[sum->cell], sum->amount);
    }
}
