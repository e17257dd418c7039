#include "planning/walk_sheet.h"

#include <math.h>
#include <string.h>

#include "base/words.h"
#include "inventory/inventory.h"
#include "inventory/setting.h"
#include "scanner/boxcode.h"
#include "scanner/command.h"

#define MINUTES_STEP 5.0

char *
walk_sheet_title(const struct walks_walk *walk)
{
    const char *carrier = walk->walk->carrier;
    g_autofree char *number = walk->walk->id != 0
                                  ? g_strdup_printf(_("Walk %lld"), (long long)walk->walk->id)
                                  : g_strdup(_("Walk"));

    return carrier[0] != '\0' ? g_strdup_printf("%s · %s", number, carrier)
                              : g_steal_pointer(&number);
}

double
walk_sheet_minutes(const struct walks_walk *walk)
{
    return ceil(walk->minutes / MINUTES_STEP) * MINUTES_STEP;
}

char *
walk_sheet_summary(const struct walks_walk *walk)
{
    GString *text = g_string_new(NULL);
    guint cancelled = walks_cancelled(walk), done = walks_done(walk);

    g_string_append_printf(text, words_plural("%u stop", "%u stops", walk->stops->len),
                           walk->stops->len);
    if (walk->stops->len > 0)
        g_string_append_printf(text, _(", about %.0f minutes"), walk_sheet_minutes(walk));
    if (walk->metres >= 50)
        g_string_append_printf(text, _(", %.1f km"), walk->metres / 1000);
    if (done > 0)
        g_string_append_printf(text, _(", %u of %u done"), done, walk->transfers->len);
    if (cancelled > 0)
        g_string_append_printf(text, _(", %u cancelled"), cancelled);
    return g_string_free(text, FALSE);
}

char *
walk_sheet_lot(const struct transfer *t)
{
    GString *text = g_string_new(NULL);
    char date[DAY_TEXT_SIZE];

    if (t->expiry.n != DAY_NONE.n && t->expiry.n != DAY_NEVER.n)
        g_string_append_printf(text, _("use by %s"), day_format(t->expiry, date));
    if (t->lot[0] != '\0')
        g_string_append_printf(text, text->len > 0 ? _(", batch %s") : _("batch %s"), t->lot);
    return g_string_free(text, FALSE);
}

/* Kept until the sheet is cleared. */
static void *
own(struct walk_sheet *sheet, void *memory)
{
    g_ptr_array_add(sheet->owned, memory);
    return memory;
}

/* What is handled together: the same batch of a medicine, the same way. */
static bool
is_alike(const struct walks_task *a, const struct walks_task *b)
{
    return a->puts == b->puts && a->transfer->drug.n == b->transfer->drug.n &&
           a->transfer->expiry.n == b->transfer->expiry.n &&
           strcmp(a->transfer->lot, b->transfer->lot) == 0;
}

int32_t
walk_sheet_units(const GArray *tasks, guint i, GString *numbers)
{
    const struct walks_task *task = &g_array_index(tasks, struct walks_task, i);
    int32_t units = 0;

    for (guint j = 0; j < tasks->len; j++) {
        const struct walks_task *other = &g_array_index(tasks, struct walks_task, j);

        if (!is_alike(task, other))
            continue;
        if (j < i)
            return 0;
        units += other->units;
        if (numbers != NULL && other->transfer->id > 0)
            g_string_append_printf(numbers, numbers->len > 0 ? _(", %lld") : "%lld",
                                   (long long)other->transfer->id);
    }
    return units;
}

static size_t
fill_tasks(struct walk_sheet *sheet, struct names *names, const GArray *from,
           struct walk_task *tasks)
{
    size_t n = 0;

    for (guint i = 0; i < from->len; i++) {
        const struct walks_task *task = &g_array_index(from, struct walks_task, i);
        const struct drug *drug = names_drug(names, task->transfer->drug);
        int32_t units = walk_sheet_units(from, i, NULL);

        if (units > 0)
            tasks[n++] = (struct walk_task){
                .puts = task->puts,
                .medicine = own(sheet, g_strdup(names_drug_text(names, task->transfer->drug))),
                .lot = own(sheet, walk_sheet_lot(task->transfer)),
                .amount = drug != NULL ? own(sheet, drug_amount(drug, units)) : "",
            };
    }
    return n;
}

/* "community/grid/building, beside the lift" */
static char *
place_of(struct names *names, const struct box *box)
{
    const char *area = names_area_path(names, box->area);

    return box->place[0] != '\0' ? g_strdup_printf(_("%s, %s"), area, box->place) : g_strdup(area);
}

static bool
fill_stop(struct inventory *inventory, struct names *names, const struct walks_stop *from,
          struct walk_sheet *sheet, struct walk_stop *stop, GError **error)
{
    const struct box *box = names_box(names, from->box);
    struct walk_task *tasks = own(sheet, g_new0(struct walk_task, from->tasks->len + 1));
    struct boxcode code = {""};
    char printed[BOXCODE_PRINT_SIZE];
    g_autofree char *host = NULL;

    if (box == NULL)
        return err_set(error, ERR_MISSING, _("a box of the walk is not there any more"));
    if (!setting_text(inventory, "label.host", (struct area_id){0}, box->id, &host, error))
        return false;
    g_strlcpy(code.text, box->code, sizeof(code.text));
    *stop = (struct walk_stop){
        .name = own(sheet, g_strdup(box->name)),
        .place = own(sheet, place_of(names, box)),
        .phone = own(sheet, g_strdup(box->phone)),
        .code = own(sheet, g_strdup(boxcode_format(code, printed))),
        .address = own(sheet, boxcode_url(host, code, (struct boxcode_nonce){{0}})),
        .tasks = tasks,
        .n = fill_tasks(sheet, names, from->tasks, tasks),
    };
    return true;
}

static char *
loss_text(struct names *names, const struct walks_loss *loss)
{
    const struct box *box = names_box(names, loss->from);
    g_autofree char *amount = drug_amount(names_drug(names, loss->drug), loss->units);

    return g_strdup_printf(loss->gone ? _("%s %s (%s): it is not there any more")
                                      : _("%s %s (%s): it expired or was recalled, and must not go "
                                          "into a box"),
                           names_drug_text(names, loss->drug), amount,
                           box != NULL ? box->name : "");
}

static const char **
fill_left_out(struct walk_sheet *sheet, struct names *names, const GArray *lost)
{
    const char **texts = own(sheet, g_new0(const char *, lost->len + 1));

    for (guint i = 0; i < lost->len; i++)
        texts[i] = own(sheet, loss_text(names, &g_array_index(lost, struct walks_loss, i)));
    return texts;
}

static bool
fill_list(struct inventory *inventory, struct names *names, const struct walks_walk *walk,
          const char *day, struct walk_sheet *sheet, struct walk_list *list, GError **error)
{
    struct walk_stop *stops = own(sheet, g_new0(struct walk_stop, walk->stops->len + 1));
    struct command command = {COMMAND_WALK, (int32_t)walk->walk->id};
    char text[COMMAND_SIZE];

    for (guint i = 0; i < walk->stops->len; i++)
        if (!fill_stop(inventory, names, &g_array_index(walk->stops, struct walks_stop, i), sheet,
                       &stops[i], error))
            return false;
    *list = (struct walk_list){
        .title = own(sheet, walk_sheet_title(walk)),
        .day = day,
        .summary = own(sheet, walk_sheet_summary(walk)),
        .command = own(sheet, g_strdup(command_format(command, text))),
        .stops = stops,
        .n = walk->stops->len,
        .left_out = fill_left_out(sheet, names, walk->lost),
        .left_out_n = walk->lost->len,
    };
    return true;
}

bool
walk_sheet_fill(struct inventory *inventory, struct names *names, const GPtrArray *walks,
                int64_t now, struct walk_sheet *sheet, GError **error)
{
    char day[DAY_TEXT_SIZE];
    const char *today;

    *sheet = (struct walk_sheet){.lists = g_new0(struct walk_list, walks->len + 1),
                                 .n = walks->len,
                                 .owned = g_ptr_array_new_with_free_func(g_free)};
    today = own(sheet, g_strdup(day_format(inventory_day(inventory, now), day)));
    for (guint i = 0; i < walks->len; i++)
        if (!fill_list(inventory, names, walks->pdata[i], today, sheet, &sheet->lists[i], error))
            return false;
    return true;
}

void
walk_sheet_clear(struct walk_sheet *sheet)
{
    g_clear_pointer(&sheet->lists, g_free);
    g_clear_pointer(&sheet->owned, g_ptr_array_unref);
}
