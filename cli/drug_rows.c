#include "cli/drug_rows.h"

#include <string.h>

#include "base/words.h"
#include "inventory/names.h"
#include "inventory/resolve.h"
#include "inventory/stock.h"
#include "inventory/taught.h"

/* Both listings have the cells of add_drug(); a list shows fewer of them to people. */
static const struct rows_column list_columns[] = {
    {"id", N_("No."), ROWS_RIGHT},     {"name", N_("Name"), ROWS_LEFT},
    {"brand", N_("Brand"), ROWS_LEFT}, {"strength", N_("Strength"), ROWS_LEFT},
    {"type", N_("Type"), ROWS_LEFT},   {"age", N_("For"), ROWS_LEFT},
    {"form", N_("Form"), ROWS_LEFT},   {"unit", N_("Unit"), ROWS_LEFT},
    {"day_units", NULL, ROWS_RIGHT},   {"pack_units", N_("In a pack"), ROWS_RIGHT},
    {"class", N_("Class"), ROWS_LEFT}, {"ingredients", NULL, ROWS_LEFT},
    {"cold_chain", NULL, ROWS_LEFT},   {"dated", NULL, ROWS_LEFT},
    {"approval", NULL, ROWS_LEFT},     {"maker", N_("Maker"), ROWS_LEFT},
    {"state", NULL, ROWS_LEFT},        {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column one_columns[] = {
    {"id", N_("No."), ROWS_LEFT},
    {"name", N_("Name"), ROWS_LEFT},
    {"brand", N_("Brand"), ROWS_LEFT},
    {"strength", N_("Strength"), ROWS_LEFT},
    {"type", N_("Type"), ROWS_LEFT},
    {"age", N_("For"), ROWS_LEFT},
    {"form", N_("Form"), ROWS_LEFT},
    {"unit", N_("Unit"), ROWS_LEFT},
    {"day_units", N_("Units a day"), ROWS_LEFT},
    {"pack_units", N_("In a pack"), ROWS_LEFT},
    {"class", N_("Class"), ROWS_LEFT},
    {"ingredients", N_("Active ingredients"), ROWS_LEFT},
    {"cold_chain", N_("Needs a fridge"), ROWS_LEFT},
    {"dated", N_("Expires"), ROWS_LEFT},
    {"approval", N_("Approval number"), ROWS_LEFT},
    {"maker", N_("Maker"), ROWS_LEFT},
    {"state", N_("State"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_drug(struct rows *rows, const struct drug *drug)
{
    const struct drug_form *form = drug_form_find(drug->form);

    rows_number(rows, drug->id.n);
    rows_text(rows, drug->name);
    rows_text(rows, drug->brand);
    rows_text(rows, drug->strength);
    rows_word(rows, drug_type_key(drug->type), drug_type_word(drug->type));
    rows_word(rows, drug_age_key(drug->age), drug_age_word(drug->age));
    rows_word(rows, drug->form, form != NULL ? words(form->word) : drug->form);
    rows_word(rows, drug->unit, drug_unit_word(drug, 1));
    rows_number(rows, drug->day_units);
    rows_number(rows, drug->pack_units);
    rows_word(rows, drug_class_key(drug->class), drug_class_word(drug->class));
    rows_list(rows, (const char *const *)drug->ingredients);
    rows_flag(rows, drug->cold_chain);
    rows_flag(rows, !drug->undated);
    rows_text(rows, drug->approval);
    rows_text(rows, drug->maker);
    rows_word(rows, drug->retired ? "retired" : "active",
              drug->retired ? _("no longer taken in") : _("in use"));
}

struct rows *
drug_rows_list(struct face *face, const GPtrArray *drugs, enum drug_type type)
{
    struct rows *rows = rows_new(list_columns, answer_utc_offset(face->answer));

    for (guint i = 0; i < drugs->len; i++) {
        const struct drug *drug = drugs->pdata[i];

        if (type == 0 || drug->type == type)
            add_drug(rows, drug);
    }
    return rows;
}

struct rows *
drug_rows_one(struct face *face, const struct drug *drug)
{
    struct rows *rows = rows_new(one_columns, answer_utc_offset(face->answer));

    add_drug(rows, drug);
    return rows;
}

static const struct rows_column stock_columns[] = {
    {"box", NULL, ROWS_RIGHT},
    {"box_name", N_("Box"), ROWS_LEFT},
    {"units", N_("Amount"), ROWS_RIGHT},
    {"usable", N_("Can be taken"), ROWS_RIGHT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_total(struct rows *rows, struct names *names, const struct drug *drug,
          const struct stock_total *total)
{
    g_autofree char *units = drug_amount(drug, total->units);
    g_autofree char *usable = drug_amount(drug, total->usable);

    rows_number(rows, total->box.n);
    rows_text(rows, names_box_text(names, total->box));
    rows_number_as(rows, total->units, units);
    rows_number_as(rows, total->usable, usable);
}

static void
show_totals(struct face *face, struct names *names, const struct drug *drug, const GArray *totals)
{
    struct rows *rows = rows_new(stock_columns, answer_utc_offset(face->answer));
    int64_t sum = 0;

    for (guint i = 0; i < totals->len; i++) {
        const struct stock_total *total = &g_array_index(totals, struct stock_total, i);

        add_total(rows, names, drug, total);
        sum += total->units;
    }
    answer_heading(face->answer, "\n%s", _("Where it is"));
    answer_rows(face->answer, "stock", rows, _("In no box."));
    answer_number(face->answer, "units", sum);
}

bool
drug_rows_stock(struct face *face, const struct drug *drug, GError **error)
{
    struct names *names = names_read(face->inventory, error);
    GArray *totals = NULL;
    bool ok =
        names != NULL && stock_totals(face->inventory, (struct box_id){0}, drug->id,
                                      inventory_day(face->inventory, face->now), &totals, error);

    if (ok) {
        show_totals(face, names, drug, totals);
        g_array_unref(totals);
    }
    names_free(names);
    return ok;
}

/* What people call a kind of code: of those that were taught and of those that wait. */
static const struct {
    const char *key, *word;
} code_kinds[] = {
    {"gtin", N_("retail code")},
    {"own", N_("own-label code")},
    {"retail", N_("retail code")},
    {"own-label", N_("own-label code")},
    {"gtin14", N_("outer-pack code (GTIN-14)")},
    {"trace", N_("drug traceability code")},
    {"national", N_("national drug code")},
    {"approval", N_("approval number")},
    {"gs1", N_("GS1 code")},
    {"link", N_("GS1 web address")},
    {"unknown", N_("unknown code")},
};

static void
add_kind(struct rows *rows, const char *key)
{
    const char *word = key;

    for (size_t i = 0; i < G_N_ELEMENTS(code_kinds); i++)
        if (strcmp(code_kinds[i].key, key) == 0)
            word = words(code_kinds[i].word);
    rows_word(rows, key, word);
}

static const struct rows_column code_columns[] = {
    {"kind", N_("Kind"), ROWS_LEFT},
    {"code", N_("Code"), ROWS_LEFT},
    {"units", N_("Units"), ROWS_RIGHT},
    {"learned_at", N_("Learned"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

bool
drug_rows_codes(struct face *face, const struct drug *drug, GError **error)
{
    g_autoptr(GPtrArray) codes = NULL;
    struct rows *rows;

    if (!taught_list(face->inventory, drug->id, &codes, error))
        return false;
    rows = rows_new(code_columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < codes->len; i++) {
        const struct taught *code = codes->pdata[i];

        add_kind(rows, code->kind);
        rows_text(rows, code->code);
        rows_number(rows, code->units);
        rows_moment(rows, code->learned_at);
    }
    answer_heading(face->answer, "\n%s", _("Its codes"));
    answer_rows(face->answer, "codes", rows,
                _("None yet: teach one with “medbox drug bind CODE DRUG”."));
    return true;
}

static const struct rows_column waiting_columns[] = {
    {"kind", N_("Kind"), ROWS_LEFT},
    {"code", N_("Code"), ROWS_LEFT},
    {"times", N_("Times"), ROWS_RIGHT},
    {"box", NULL, ROWS_RIGHT},
    {"box_name", N_("Last seen at"), ROWS_LEFT},
    {"first_at", NULL, ROWS_LEFT},
    {"last_at", N_("Last"), ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

static void
add_waiting(struct rows *rows, struct names *names, const struct resolve_waiting *waiting)
{
    add_kind(rows, waiting->kind);
    rows_text(rows, waiting->code);
    rows_number(rows, waiting->times);
    if (waiting->box.n != 0)
        rows_number(rows, waiting->box.n);
    else
        rows_none(rows);
    rows_text(rows, names_box_text(names, waiting->box));
    rows_moment(rows, waiting->first_at);
    rows_moment(rows, waiting->last_at);
}

bool
drug_rows_waiting(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) waiting = NULL;
    struct names *names;
    struct rows *rows;

    if (!resolve_waiting_list(face->inventory, &waiting, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    rows = rows_new(waiting_columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < waiting->len; i++)
        add_waiting(rows, names, waiting->pdata[i]);
    answer_rows(face->answer, "rows", rows,
                _("No code is waiting: all that were scanned are known."));
    names_free(names);
    return true;
}
