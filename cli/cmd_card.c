/* medbox card … */

#include "base/words.h"
#include "cli/card_join.h"
#include "cli/label_choice.h"
#include "cli/press.h"
#include "cli/preview.h"
#include "cli/scan_print.h"
#include "cli/verb.h"
#include "inventory/invite.h"
#include "printing/card.h"
#include "printing/service_card.h"
#include "printing/today_page.h"

#define PAGE "A4"
#define QUARTERS "A6-A4"

static bool
print_source(struct face *face, struct press *press, const struct layout_source *source,
             const char *title, GError **error)
{
    if (!press_run(press, source, title, error) || !press_keep(press, error))
        return false;
    if (press_has_names(press)) {
        g_autofree char *file = press_names(press);

        answer_say(face->answer, _("%s: %s. Print it at true size (100 %%)."), title, file);
        preview_say_symbol(face, &press->report);
    }
    return true;
}

/* Prints it on a sheet, which is full of copies where it is a sheet of cards. */
static bool
print(struct face *face, const char *sheet, struct card *card, const char *title, GError **error)
{
    struct press press = {0};
    struct layout_source source;
    bool ok = press_open(face, sheet, NULL, &press, error);

    if (ok && !face_has(face, "copies"))
        press.dress.copies = sheet_stickers(&press.sheet) - press.dress.first + 1;
    if (ok) {
        source = card_source(card, &press.sheet);
        ok = print_source(face, &press, &source, title, error);
    }
    press_close(&press);
    return ok;
}

/* ----------------------------------------------------------------------------------------- codes */

static bool
run_codes(struct face *face, GError **error)
{
    struct card card = {.draw = card_draw_codes};

    return print(face, PAGE, &card, _("Command codes"), error);
}

/* --------------------------------------------------------------------------------------- service */

static bool
run_service(struct face *face, GError **error)
{
    struct service_card service = {.texts = NULL};
    struct card card = {.draw = card_draw_service, .what = &service.card};
    struct area_id area;
    bool ok = face_area(face, "area", inventory_district(face->inventory), &area, error) &&
              service_card_read(face->inventory, area, &service, error) &&
              print(face, QUARTERS, &card, _("Service cards"), error);

    service_card_clear(&service);
    return ok;
}

/* ----------------------------------------------------------------------------------------- today */

static bool
read_box(struct face *face, struct today_page *page, GError **error)
{
    struct box *box = NULL;
    bool ok = scan_print_box(face, face->args[0], &box, error) &&
              today_page_of_box(face->inventory, box, face->now, page, error);

    box_free(box);
    return ok;
}

static bool
read_area(struct face *face, struct today_page *page, GError **error)
{
    struct area_id area;

    return face_area(face, "area", inventory_district(face->inventory), &area, error) &&
           today_page_of_area(face->inventory, area, face->now, page, error);
}

static bool
run_today(struct face *face, GError **error)
{
    struct today_page page = {.texts = NULL};
    struct press press = {0};
    struct layout_source source;
    bool ok;

    if ((face->arg_count > 0) + face_has(face, "area") + face_has(face, "all") != 1)
        return face_usage(face, error, _("say one box, --area AREA, or --all"));
    ok = (face->arg_count > 0 ? read_box(face, &page, error) : read_area(face, &page, error)) &&
         label_choice_host(face, page.host, error) && press_open(face, PAGE, NULL, &press, error);
    if (ok) {
        source = today_page_source(&page, &press.sheet);
        ok = print_source(face, &press, &source, _("Medicines of the day"), error);
    }
    press_close(&press);
    today_page_clear(&page);
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
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("of all boxes")},
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
     .usage = N_("BOX | --area AREA | --all -o FILE.pdf | --printer NAME"),
     .help = N_("Prints what medicines there are today, for the wall."),
     .options = today_options,
     .most = 1,
     .run = run_today},
    {0},
};
