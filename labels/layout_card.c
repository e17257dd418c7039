#include "labels/layout_card.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "base/words.h"
#include "labels/column.h"

#define LEAST_WIDTH 80.0
#define LEAST_HEIGHT 50.0
#define MARGIN 4.0
#define TAG_MOST 0.25 /* of a card's width, for what a contact is, */
#define TAG_GAP 3.0   /* mm right of it */
#define ABOVE                                                                                      \
    0.33 /* of the card's width: in rows higher than this all of it stands below each other */
#define GROUP 4        /* characters of a code that is typed, between hyphens */
#define JOIN_SIDE 0.38 /* of the card's width, for the QR code */

static bool
begin(struct layout *layout, double width, double height, const char *name, GError **error)
{
    layout->width = width;
    layout->height = height;
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT)
        return err_set(error, ERR_REFUSED,
                       _("A card of %.1f × %.1f mm is too small; it needs %.0f × %.0f mm"), width,
                       height, LEAST_WIDTH, LEAST_HEIGHT);
    layout->name = g_strdup(name);
    return true;
}

/* A text in white on a black band along the upper edge, and where the band ends. */
static double
set_band(struct layout *layout, const struct fit_measure *measure, double height, const char *text)
{
    const struct column_style style = {.size = 0.55 * height,
                                       .floor = 0.4 * height,
                                       .least = 0.3 * height,
                                       .lines = 1,
                                       .bold = true,
                                       .white = true,
                                       .side = COLUMN_CENTRE};
    struct column column = {.layout = layout,
                            .measure = measure,
                            .x = 1.5 * MARGIN,
                            .width = layout->width - 3 * MARGIN};
    const struct layout_run *run;

    layout_add_frame(layout, &(struct layout_frame){.x = MARGIN,
                                                    .y = MARGIN,
                                                    .width = layout->width - 2 * MARGIN,
                                                    .height = height,
                                                    .round = 1.5});
    column_text(&column, _("heading"), text, &style);
    run = &layout->runs[layout->n_runs - 1];
    layout->runs[layout->n_runs - 1].baseline = MARGIN + (height + run->rise - run->fall) / 2;
    return MARGIN + height;
}

/* ------------------------------------------------------------------------------------------ join */

static void
set_steps(struct column *column, const struct card_join *join, double t)
{
    const struct column_style bold = {
        .size = 1.25 * t, .floor = t, .least = 0.8 * t, .lines = 2, .bold = true};
    const struct column_style style = {.size = t, .floor = 0.85 * t, .least = 0.7 * t, .lines = 2};
    g_autofree char *until =
        join->until != NULL ? g_strdup_printf(_("Good until %s"), join->until) : NULL;

    column_text(column, _("community"), join->community, &bold);
    column_next(column, 0.8 * t, _("step"), _("1. Scan with a phone"), &style);
    column_next(column, 0.4 * t, _("step"), _("2. Name and PIN"), &style);
    column_next(column, 0.4 * t, _("step"), _("3. Scan, count, carry"), &style);
    column_next(column, 0.8 * t, _("last day"), until, &bold);
}

/* A link that a phone opens; whether there is anything behind it nobody knows here. */
static bool
check_link(const char *link, GError **error)
{
    return g_regex_match_simple("^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?"
                                "(/[!-~]*)?$",
                                link, G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY | G_REGEX_RAW, 0) ||
           err_set(error, ERR_INPUT,
                   _("“%s” is no link that a phone opens: it begins with https:// and the host, as "
                     "https://box.example.cn/j/AB7K9QXM2F"),
                   link);
}

/* The link as somebody types it: "yx.example.cn/j", and the code of an invitation in groups of four
 * (NULL: it is none, and the address is all of it). */
static char *
typed(const char *link, char **code)
{
    const char *host = strstr(link, "://") + strlen("://"), *path = strchr(host, '/');
    g_autofree char *name = g_ascii_strdown(host, path != NULL ? path - host : -1);
    GString *groups;

    *code = NULL;
    if (path == NULL || !g_regex_match_simple("^/j/[0-9a-z]{8,}$", path,
                                              G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY, 0))
        return g_strconcat(name, path, NULL);
    groups = g_string_new(path + strlen("/j/"));
    for (gssize at = (gssize)((groups->len - 1) / GROUP * GROUP); at > 0; at -= GROUP)
        g_string_insert_c(groups, at, '-');
    *code = g_ascii_strup(groups->str, -1);
    g_string_free(groups, TRUE);
    return g_strconcat(name, "/j", NULL);
}

/* For a phone without a camera, along the lower edge; returns the height of it. */
static double
set_typed(struct column *column, const char *link, double t)
{
    const struct column_style small = {
        .size = t, .floor = 0.8 * t, .least = 0.7 * t, .lines = 2, .side = COLUMN_CENTRE};
    const struct column_style large = {.size = 1.6 * t,
                                       .floor = t,
                                       .least = 0.8 * t,
                                       .lines = 1,
                                       .bold = true,
                                       .side = COLUMN_CENTRE};
    g_autofree char *code = NULL, *address = typed(link, &code);
    g_autofree char *say = g_strdup_printf(
        code != NULL ? _("No camera? Open %s and type:") : _("No camera? Open %s"), address);
    const double top = column->y;

    column_text(column, _("host"), say, &small);
    column_next(column, 0.35 * t, _("code"), code, &large);
    return column->y - top;
}

bool
layout_join(const struct card_join *join, double width, double height,
            const struct fit_measure *measure, struct layout *layout, GError **error)
{
    double t, top, side, room, foot;
    struct column column, below;

    if (!begin(layout, width, height, _("Volunteer card"), error) ||
        !check_link(join->address, error))
        return false;
    top = set_band(layout, measure, 0.16 * height, _("Volunteer for the medicine boxes"));
    below = (struct column){.measure = measure, .x = MARGIN, .width = width - 2 * MARGIN};
    foot = set_typed(&below, join->address, width / 32);
    below.layout = layout;
    below.y = height - MARGIN - foot;
    set_typed(&below, join->address, width / 32);
    side = fmin(height - top - foot - MARGIN, JOIN_SIDE * width);
    room = height - top - foot - MARGIN;
    layout_add_symbol(layout, &(struct layout_symbol){.x = MARGIN,
                                                      .y = top + (room - side) / 2,
                                                      .side = side,
                                                      .text = g_strdup(join->address)});
    column = (struct column){
        .measure = measure, .x = MARGIN + side + 2, .width = width - 2 * MARGIN - side - 2};
    for (t = width / 24; t > width / 48; t *= 0.95) {
        column.y = 0;
        set_steps(&column, join, t);
        if (column.y <= room - 0.5 * MARGIN)
            break;
    }
    column.layout = layout;
    column.y = top + (room - column.y) / 2;
    set_steps(&column, join, t);
    return true;
}

/* --------------------------------------------------------------------------------------- service */

/* What the contacts are, in one size: left in a column as wide as the widest of them, or where there are
 * few, each in its high row, above name and phone. */
struct tags {
    bool above;
    double size, width;
    double type; /* of the rows */
};

/* One contact in its row: what it is, name and phone, the phone largest. */
static bool
set_contact(struct layout *layout, const struct fit_measure *measure, const struct tags *tags,
            const struct card_service *service, int i, double y, double height)
{
    const double t = tags->type;
    const struct column_style what = {
        .size = tags->size, .floor = tags->size, .least = tags->size, .lines = 1, .bold = true};
    const struct column_style name = {
        .size = 0.85 * t, .floor = 0.7 * t, .least = 0.6 * t, .lines = 1};
    const struct column_style phone = {
        .size = 1.6 * t, .floor = t, .least = 0.7 * t, .lines = 1, .bold = true};
    const double x = MARGIN + (tags->above ? 0 : tags->width + TAG_GAP);
    struct column left = {.measure = measure, .x = MARGIN, .width = tags->width + TAG_GAP / 2};
    struct column right = {.measure = measure, .x = x, .width = layout->width - MARGIN - x};
    bool whole = true;

    for (int pass = 0; pass < 2; pass++) { /* first measured, then set in the middle of the row */
        left.layout = right.layout = pass > 0 ? layout : NULL;
        left.y = pass > 0 ? y + (height - left.y) / 2 : 0;
        right.y = pass > 0 ? y + (height - right.y) / 2 : 0;
        column_text(tags->above ? &right : &left, _("contact"), service->contacts[i].what, &what);
        column_next(&right, tags->above ? 0.4 * t : 0, service->contacts[i].what,
                    service->contacts[i].name, &name);
        whole = column_next(&right, 0.3 * t, service->contacts[i].what, service->contacts[i].phone,
                            &phone);
    }
    return whole;
}

static bool
has_phone(const struct card_service *service, int i)
{
    return service->contacts[i].phone != NULL && service->contacts[i].phone[0] != '\0';
}

static struct tags
tags_of(const struct layout *layout, const struct card_service *service, double height,
        const struct fit_measure *measure)
{
    const bool above = height > ABOVE * layout->width;
    double em = 1;
    struct tags tags = {.above = above,
                        .type = above ? fmin(height / 5, layout->width / 12.5)
                                      : fmin(height / 3.1, layout->width / 20)};

    for (int i = 0; i < CARD_CONTACTS; i++)
        if (has_phone(service, i))
            em = fmax(em, measure->width(measure->with, service->contacts[i].what, true));
    tags.size = fmin(1.05 * tags.type,
                     (above ? 1 - 2 * MARGIN / layout->width : TAG_MOST) * layout->width / em);
    tags.width = em * tags.size;
    return tags;
}

static int
contacts(const struct card_service *service)
{
    int n = 0;

    for (int i = 0; i < CARD_CONTACTS; i++)
        n += has_phone(service, i);
    return n;
}

bool
layout_service(const struct card_service *service, double width, double height,
               const struct fit_measure *measure, struct layout *layout, GError **error)
{
    int n = contacts(service);
    struct tags tags;
    double y, row;

    if (!begin(layout, width, height, _("Service card"), error))
        return false;
    if (n == 0)
        return err_set(error, ERR_MISSING,
                       _("no phone is set for the service card (contact.community-phone, "
                         "contact.pharmacy-phone and the others)")) ||
               err_next(error, ERR_NEXT_SET);
    y = set_band(layout, measure, 0.13 * height, service->community);
    row = (height - y - MARGIN) / n;
    tags = tags_of(layout, service, row, measure);
    for (int i = 0; i < CARD_CONTACTS; i++) {
        if (!has_phone(service, i))
            continue;
        if (!set_contact(layout, measure, &tags, service, i, y, row))
            return err_set(error, ERR_REFUSED, _("the phone of “%s” is too long for this card"),
                           service->contacts[i].what);
        y += row;
        if (y < height - MARGIN - 1)
            layout_add_frame(layout,
                             &(struct layout_frame){
                                 .x = MARGIN, .y = y, .width = width - 2 * MARGIN, .stroke = 0.25});
    }
    return true;
}
