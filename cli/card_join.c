#include "cli/card_join.h"

#include "base/words.h"
#include "cli/invited.h"
#include "cli/press.h"
#include "cli/preview.h"
#include "inventory/audit_log.h"
#include "inventory/invite.h"
#include "labels/layout_card.h"
#include "schema/db.h"
#include "web/chance.h"

#define CARDS "90x54-A4"
#define DAYS 30 /* that a card is good: some are handed out late */

struct cards {
    struct press press;
    struct area_id area;
    char *community;
    char *until;
    GPtrArray *links; /* char *: one a card, or one for all */
};

static void
cards_clear(struct cards *cards)
{
    press_close(&cards->press);
    g_free(cards->community);
    g_free(cards->until);
    if (cards->links != NULL)
        g_ptr_array_unref(cards->links);
}

static bool
make_card(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
          GError **error)
{
    const struct cards *cards = with;
    const struct card_join join = {
        .community = cards->community, .address = cards->links->pdata[i], .until = cards->until};

    return layout_join(&join, cards->press.sheet.width, cards->press.sheet.height, measure, layout,
                       error);
}

static bool
read_area(struct face *face, struct cards *cards, GError **error)
{
    struct area *area = NULL;

    if (!face_area(face, "area", inventory_district(face->inventory), &cards->area, error) ||
        !area_by_id(face->inventory, cards->area, &area, error))
        return false;
    cards->community = g_strdup(area->name);
    area_free(area);
    return true;
}

/* ------------------------------------------------------------------------------------ invitations */

static bool
add_invite(struct face *face, struct cards *cards, int64_t ends_at, GError **error)
{
    const struct actor keeper = {.role = ROLE_KEEPER};
    struct invite invite = {.role = ROLE_VOLUNTEER, .area = cards->area, .ends_at = ends_at};
    uint8_t random[INVITE_RANDOM];
    char code[INVITE_CODE_SIZE], *url;

    chance_bytes(random, sizeof(random));
    if (!invite_add(face->inventory, &keeper, &invite, random, face->now, code, error))
        return false;
    url = invited_url(face, cards->area, code, false, error);
    if (url != NULL)
        g_ptr_array_add(cards->links, url);
    return url != NULL;
}

static bool
add_invites(struct face *face, struct cards *cards, size_t n, GError **error)
{
    int32_t utc_offset = answer_utc_offset(face->answer);
    struct day last = day_of_moment(face->now, utc_offset);
    g_autofree char *detail = g_strdup_printf("%zu", n);
    char text[DAY_TEXT_SIZE];
    int64_t ends_at;

    last.n += (int32_t)face_number(face, "days", DAYS);
    ends_at = day_start((struct day){last.n + 1}, utc_offset);
    if (cards->until == NULL)
        cards->until = g_strdup(day_format(last, text));
    for (size_t i = 0; i < n; i++)
        if (!add_invite(face, cards, ends_at, error))
            return false;
    return audit_log_add(face->inventory, face->person, AUDIT_INVITE, cards->area, NULL, detail,
                         face->now, error);
}

/* --------------------------------------------------------------------------------------- printing */

static bool
print(struct cards *cards, GError **error)
{
    const struct layout_source source = {.n = cards->links->len, .make = make_card, .with = cards};

    return press_run(&cards->press, &source, _("Volunteer cards"), error);
}

/* What was looked at only was not handed out: its invitations are forgotten. */
static bool
print_invites(struct face *face, struct cards *cards, size_t n, GError **error)
{
    struct db *db = inventory_db(face->inventory);
    bool ok;

    cards->press.copies = cards->press.dress.copies = 1;
    if (!db_begin(db, error))
        return false;
    ok = add_invites(face, cards, n, error) && print(cards, error);
    if (press_is_preview(&cards->press)) {
        db_end(db, false, NULL);
        return ok;
    }
    return db_end(db, ok, error) && ok;
}

static bool
print_link(struct face *face, struct cards *cards, size_t n, GError **error)
{
    g_ptr_array_add(cards->links, g_strdup(face->args[0]));
    cards->press.dress.copies = n;
    return print(cards, error);
}

static void
say_printed(struct face *face, const struct cards *cards)
{
    if (press_has_names(&cards->press)) {
        g_autofree char *file = press_names(&cards->press);

        answer_say(face->answer, _("%s: %s. Print it at true size (100 %%)."), _("Volunteer cards"),
                   file);
        preview_say_symbol(face, &cards->press.report);
    }
    if (face->arg_count == 0 && !press_is_preview(&cards->press))
        answer_say(face->answer,
                   words_plural("%u card; it is good once, to the end of %s.",
                                "%u cards; each is good once, to the end of %s.",
                                cards->links->len),
                   cards->links->len, cards->until);
}

bool
card_join_print(struct face *face, GError **error)
{
    struct cards cards = {.links = g_ptr_array_new_with_free_func(g_free),
                          .until = g_strdup(face_text(face, "until"))};
    bool ok = read_area(face, &cards, error) && press_open(face, CARDS, NULL, &cards.press, error);

    if (ok) {
        size_t fit = sheet_stickers(&cards.press.sheet) - cards.press.dress.first + 1;
        size_t n = (size_t)face_number(face, "copies", (int64_t)fit);

        ok = (face->arg_count == 0 ? print_invites(face, &cards, n, error)
                                   : print_link(face, &cards, n, error)) &&
             press_keep(&cards.press, error);
    }
    if (ok)
        say_printed(face, &cards);
    cards_clear(&cards);
    return ok;
}
