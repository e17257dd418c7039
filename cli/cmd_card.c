/* medbox card … */

#include "base/words.h"
#include "cli/card_join.h"
#include "cli/label_choice.h"
#include "cli/press.h"
#include "cli/preview.h"
#include "cli/today.h"
#include "cli/verb.h"
#include "inventory/invite.h"
#include "inventory/setting.h"
#include "labels/layout_card.h"
#include "labels/layout_codes.h"
#include "labels/layout_today.h"

#define PAGE "A4"
#define QUARTERS "A6-A4"

/* One layout, as often as --copies says. */
struct sheetful {
    double width, height;
    bool (*draw)(const void *what, double width, double height, const struct fit_measure *measure,
                 struct layout *layout, GError **error);
    const void *what;
};

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct sheetful *sheetful = with;

    (void)i;
    return sheetful->draw(sheetful->what, sheetful->width, sheetful->height, measure, layout,
                          error);
}

/* Prints it on a sheet, which is full of copies where it is a sheet of cards. */
static bool
print(struct face *face, const char *sheet, struct sheetful *sheetful, const char *title,
      GError **error)
{
    struct press press = {0};
    const struct layout_source source = {.n = 1, .make = make, .with = sheetful};
    bool ok = press_open(face, sheet, &press, error);

    if (ok && !face_has(face, "copies"))
        press.dress.copies = sheet_stickers(&press.sheet) - press.dress.first + 1;
    if (ok) {
        sheetful->width = press.sheet.width;
        sheetful->height = press.sheet.height;
        ok = press_run(&press, &source, title, error) && press_keep(&press, error);
    }
    if (ok && press_has_names(&press)) {
        g_autofree char *file = press_names(&press);

        answer_say(face->answer, _("%s: %s. Print it at true size (100 %%)."), title, file);
        preview_say_symbol(face, &press.report);
    }
    press_close(&press);
    return ok;
}

/* ----------------------------------------------------------------------------------------- codes */

static bool
draw_codes(const void *what, double width, double height, const struct fit_measure *measure,
           struct layout *layout, GError **error)
{
    (void)what;
    return layout_codes(width, height, measure, layout, error);
}

static bool
run_codes(struct face *face, GError **error)
{
    struct sheetful sheetful = {.draw = draw_codes};

    return print(face, PAGE, &sheetful, _("Command codes"), error);
}

/* The name of --area, or of the district; g_free(). */
static char *
area_name(struct face *face, struct area_id *id, GError **error)
{
    struct area *area = NULL;
    char *name = NULL;

    if (face_area(face, "area", inventory_district(face->inventory), id, error) &&
        area_by_id(face->inventory, *id, &area, error))
        name = g_strdup(area->name);
    area_free(area);
    return name;
}

/* --------------------------------------------------------------------------------------- service */

static const struct {
    const char *what, *name, *phone;
} contacts[CARD_CONTACTS] = {
    {N_("Community"), "contact.community", "contact.community-phone"},
    {N_("Pharmacy"), "contact.pharmacy", "contact.pharmacy-phone"},
    {N_("Groceries"), "contact.grocer", "contact.grocer-phone"},
    {N_("Clinic"), "contact.clinic", "contact.clinic-phone"},
};

static bool
draw_service(const void *what, double width, double height, const struct fit_measure *measure,
             struct layout *layout, GError **error)
{
    return layout_service(what, width, height, measure, layout, error);
}

/* A setting of the area, kept in texts. */
static bool
text_at(struct face *face, struct area_id area, const char *key, GPtrArray *texts,
        const char **text, GError **error)
{
    char *value = NULL;

    if (!setting_text(face->inventory, key, area, (struct box_id){0}, &value, error))
        return false;
    g_ptr_array_add(texts, value);
    *text = value;
    return true;
}

static bool
run_service(struct face *face, GError **error)
{
    struct area_id area;
    g_autofree char *community = area_name(face, &area, error);
    g_autofree char *title = NULL;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    struct card_service service = {0};
    struct sheetful sheetful = {.draw = draw_service, .what = &service};

    if (community == NULL)
        return false;
    for (int i = 0; i < CARD_CONTACTS; i++) {
        service.contacts[i].what = words(contacts[i].what);
        if (!text_at(face, area, contacts[i].name, texts, &service.contacts[i].name, error) ||
            !text_at(face, area, contacts[i].phone, texts, &service.contacts[i].phone, error))
            return false;
    }
    if (service.contacts[0].name[0] == '\0')
        service.contacts[0].name = community;
    title = g_strdup_printf(_("%s neighbourhood card"), community);
    service.community = title;
    return print(face, QUARTERS, &sheetful, _("Service cards"), error);
}

/* ----------------------------------------------------------------------------------------- today */

static bool
draw_today(const void *what, double width, double height, const struct fit_measure *measure,
           struct layout *layout, GError **error)
{
    return layout_today(what, width, height, measure, layout, error);
}

static bool
run_today(struct face *face, GError **error)
{
    struct today_page page;
    struct sheetful sheetful = {.draw = draw_today, .what = &page.today};
    bool ok = today_read(face, &page, error) && label_choice_host(face, page.today.host, error) &&
              print(face, PAGE, &sheetful, _("Medicines of the day"), error);

    today_clear(&page);
    return ok;
}

static const struct verb_option plain_options[] = {PRESS_OPTIONS, {0}};

static const struct verb_option area_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("whose card it is (the district)")},
    PRESS_OPTIONS,
    {0},
};

static const struct verb_option join_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("whose card it is (the district)")},
    {.name = "until", .value = N_("TEXT"), .meaning = N_("how long it is good, in words")},
    {.name = "days",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("how long the invitations are good (30)"),
     .low = 1,
     .high = INVITE_DAYS_MOST - 1}, /* and what is left of today */
    PRESS_OPTIONS,
    {0},
};

static const struct verb_option today_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("of all boxes in an area and below")},
    PRESS_OPTIONS,
    {0},
};

const struct verb verb_card[] = {
    {.name = "card",
     .sub = "codes",
     .usage = N_("-o FILE.pdf | --printer NAME"),
     .help = N_("Prints the command codes for hand scanners."),
     .options = plain_options,
     .run = run_codes},
    {.name = "card",
     .sub = "join",
     .usage = N_("[LINK] [--area AREA] [--days N] [--until TEXT] -o FILE.pdf | --printer NAME"),
     .help = N_(
         "Prints cards by which volunteers join: each with an invitation of its own, or all with "
         "one link."),
     .options = join_options,
     .most = 1,
     .run = card_join_print},
    {.name = "card",
     .sub = "service",
     .usage = N_("[--area AREA] -o FILE.pdf | --printer NAME"),
     .help = N_("Prints service cards: whom to call in the neighbourhood."),
     .options = area_options,
     .run = run_service},
    {.name = "card",
     .sub = "today",
     .usage = N_("BOX | --area AREA -o FILE.pdf | --printer NAME"),
     .help = N_("Prints what medicines there are today, for the wall."),
     .options = today_options,
     .most = 1,
     .run = run_today},
    {0},
};
