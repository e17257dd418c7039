/* Cards and pages for walls: posters, what is there today, whom to call, the codes for hand scanners, and
 * the card by which a volunteer joins. */

#include "base/limits.h"
#include "base/words.h"
#include "inventory/setting.h"
#include "printing/card.h"
#include "printing/posters.h"
#include "printing/service_card.h"
#include "printing/today_page.h"
#include "web/chance.h"
#include "web/printout.h"
#include "web/record.h"
#include "web/request.h"
#include "web/route.h"

#define MOMENT_MOST INT64_C(7258118400000) /* the year 2200 */
#define JOIN_SHEET "90x54-A4"
#define SERVICE_SHEET "A6-A4"

static const char *const sizes[] = {"A4", "A5", NULL};

/* ------------------------------------------------------------------------------- one kind's pages */

/* What is printed, of whichever kind, and all that it borrows from. */
struct cards {
    struct sheet sheet;
    GPtrArray *boxes; /* where boxes are named or a poster is of all */
    GPtrArray *cards; /* struct card *, a page or a sheet full each; unless it is posters */
    GPtrArray *todays, *services; /* struct today_page *, struct service_card * */
    struct posters posters;
    struct layout_source source;
    const char *what; /* for the audit log and the file's name */
    const char *host; /* that its codes lead to; NULL: nowhere */
};

static void
free_today(gpointer page)
{
    today_page_clear(page);
    g_free(page);
}

static void
free_service(gpointer card)
{
    service_card_clear(card);
    g_free(card);
}

static void
cards_open(struct cards *cards)
{
    *cards = (struct cards){
        .cards = g_ptr_array_new_with_free_func(g_free),
        .todays = g_ptr_array_new_with_free_func(free_today),
        .services = g_ptr_array_new_with_free_func(free_service),
    };
}

static void
cards_close(struct cards *cards)
{
    posters_clear(&cards->posters);
    g_ptr_array_unref(cards->cards);
    g_ptr_array_unref(cards->todays);
    g_ptr_array_unref(cards->services);
    g_clear_pointer(&cards->boxes, g_ptr_array_unref);
}

static void
add_card(struct cards *cards, const struct card *card)
{
    g_ptr_array_add(cards->cards, g_memdup2(card, sizeof(*card)));
}

static bool
read_posters(struct request *request, struct cards *cards, GError **error)
{
    const struct label_batch_ask ask = {.random = chance_bits};
    struct label_batch batch = {.boxes = NULL};
    bool ok = printout_boxes(request, &cards->boxes, error);

    if (ok && !label_batch_read(request_inventory(request), g_steal_pointer(&cards->boxes), &ask,
                                &batch, error)) {
        label_batch_clear(&batch);
        ok = false;
    }
    if (!ok || !posters_read(request_inventory(request), &batch, request_flag(request, "inspect"),
                             &cards->posters, error))
        return false;
    cards->host = cards->posters.batch.labels[0].host;
    return true;
}

static bool
read_today(struct request *request, struct cards *cards, GError **error)
{
    struct inventory *inventory = request_inventory(request);
    struct area_id area = request_area(request);
    bool of_area = !request_has(request, "boxes");
    bool ok = of_area ? request_reaches_area(request, area, error)
                      : printout_boxes(request, &cards->boxes, error);
    guint n = of_area ? 1 : ok ? cards->boxes->len : 0;

    for (guint i = 0; ok && i < n; i++) {
        struct today_page *page = g_new0(struct today_page, 1);

        g_ptr_array_add(cards->todays, page);
        ok = of_area ? today_page_of_area(inventory, area, request_now(request), page, error)
                     : today_page_of_box(inventory, cards->boxes->pdata[i], request_now(request),
                                         page, error);
        if (ok)
            today_page_split(page, cards->sheet.height);
        for (guint p = 0; ok && p < page->pages->len; p++)
            add_card(cards,
                     &(struct card){.draw = card_draw_today, .what = today_page_at(page, p)});
        cards->host = page->host;
    }
    return ok;
}

/* The community that an area is or lies in; itself where it is above all of them. */
static bool
community_of(struct inventory *inventory, struct area_id *id, GError **error)
{
    struct area_id at = *id;

    while (at.n != 0) {
        struct area *area = NULL;

        if (!area_by_id(inventory, at, &area, error))
            return false;
        if (area->kind == AREA_COMMUNITY)
            *id = at;
        at = area->parent;
        area_free(area);
    }
    return true;
}

static bool
add_service(struct request *request, struct cards *cards, GHashTable *done, struct area_id area,
            GError **error)
{
    struct service_card *service;

    if (!community_of(request_inventory(request), &area, error))
        return false;
    if (!g_hash_table_add(done, GSIZE_TO_POINTER((gsize)area.n)))
        return true;
    service = g_new0(struct service_card, 1);
    g_ptr_array_add(cards->services, service);
    add_card(cards, &(struct card){.draw = card_draw_service, .what = &service->card});
    return service_card_read(request_inventory(request), area, service, error);
}

/* Of each community in which one of the boxes hangs; else of the area. */
static bool
read_service(struct request *request, struct cards *cards, GError **error)
{
    g_autoptr(GHashTable) done = g_hash_table_new(g_direct_hash, g_direct_equal);
    struct area_id area = request_area(request);
    bool ok = true;

    if (!request_has(request, "boxes"))
        return request_reaches_area(request, area, error) &&
               add_service(request, cards, done, area, error);
    ok = printout_boxes(request, &cards->boxes, error);
    for (guint i = 0; ok && i < cards->boxes->len; i++)
        ok = add_service(request, cards, done, ((struct box *)cards->boxes->pdata[i])->area, error);
    return ok;
}

static bool
read_commands(struct request *request, struct cards *cards, GError **error)
{
    (void)request;
    (void)error;
    add_card(cards, &(struct card){.draw = card_draw_codes});
    return true;
}

/* In the order of kind_words; a sheet of its own where a page is not one card. */
static const char *const kind_words[] = {"commands", "service", "today", "poster", NULL};
static const struct {
    bool (*read)(struct request *request, struct cards *cards, GError **error);
    const char *sheet;
} kinds[] = {
    {read_commands, NULL},
    {read_service, SERVICE_SHEET},
    {read_today, NULL},
    {read_posters, NULL},
};

/* ------------------------------------------------------------------------------------- printing */

static bool
make_card(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
          GError **error)
{
    const struct cards *cards = with;
    const struct layout_source source = card_source(cards->cards->pdata[i], &cards->sheet);

    return source.make(source.with, 0, measure, layout, error);
}

/* In the writer. */
static bool
note(struct request *request, void *data, GError **error)
{
    const struct cards *cards = data;

    return record_add(request, request_identity(request)->person, AUDIT_LABELS,
                      request_identity(request)->area, cards->what, NULL, error);
}

static bool
print(struct request *request, struct cards *cards, size_t first, size_t copies, GError **error)
{
    g_autofree char *file = g_strdup_printf("medbox-%s", cards->what);
    const struct layout_sheet dress = {
        .sheet = &cards->sheet,
        .inner = cards->source,
        .first = first,
        .copies = copies,
        .outline = sheet_stickers(&cards->sheet) > 1,
    };
    struct printout job = {.sheet = &cards->sheet,
                           .inner = cards->source,
                           .host = cards->host,
                           .file = file,
                           .note = note,
                           .data = cards};

    return layout_sheet_source(&dress, &job.source, error) &&
           printout_reply_or_show(request, &job, error);
}

/* Reads and prints in the language that is asked for. */
static bool
run_in_language(struct request *request, struct cards *cards,
                bool (*run)(struct request *request, struct cards *cards, GError **error),
                GError **error)
{
    enum words_language own = printout_speak(request);
    bool ok;

    cards_open(cards);
    ok = run(request, cards, error);
    cards_close(cards);
    words_use(own);
    return ok;
}

static bool
run_cards(struct request *request, struct cards *cards, GError **error)
{
    int64_t kind = request_number(request, "kind", 0);
    const char *sheet =
        kinds[kind].sheet != NULL ? kinds[kind].sheet : sizes[request_number(request, "size", 0)];

    cards->what = kind_words[kind];
    if (!printout_sheet(request, sheet, &cards->sheet, error) ||
        !kinds[kind].read(request, cards, error))
        return false;
    cards->source = cards->posters.posters != NULL
                        ? posters_source(&cards->posters, &cards->sheet)
                        : (struct layout_source){cards->cards->len, make_card, cards};
    return print(request, cards, 1, sheet_stickers(&cards->sheet), error);
}

static bool
post_cards(struct request *request, GError **error)
{
    struct cards cards;

    return run_in_language(request, &cards, run_cards, error);
}

/* ------------------------------------------------------------------------------------------ join */

/* The link has to be that of the code, so that nobody hands out another. */
static bool
check_link(struct request *request, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(request_text(request, "code"), "-", -1);
    g_autofree char *code = g_strjoinv(NULL, parts), *end = g_strconcat("/J/", code, NULL);

    if (g_str_has_suffix(request_text(request, "url"), end))
        return true;
    reply_blame(request, "url");
    return err_set(error, ERR_INPUT, _("the link is not that of the invitation's code"));
}

static bool
check_join(struct request *request, struct area_id area, GError **error)
{
    if (request_number(request, "role", 0) != 0)
        return err_set(error, ERR_REFUSED,
                       _("the card is for volunteers; give others the link itself"));
    return check_link(request, error) && request_reaches_area(request, area, error);
}

/* "2026-12-03 18:07", as the desk has it beside the link. */
static bool
moment_text(struct inventory *inventory, int64_t ms, char **text, GError **error)
{
    struct day day = inventory_day(inventory, ms);
    char buffer[DAY_TEXT_SIZE];
    int32_t offset;
    int64_t minute;

    if (!setting_number(inventory, "utc-offset", (struct area_id){0}, (struct box_id){0}, &offset,
                        error))
        return false;
    minute = (ms - day_start(day, offset)) / 60000;
    *text = g_strdup_printf("%s %02d:%02d", day_format(day, buffer), (int)(minute / 60),
                            (int)(minute % 60));
    return true;
}

static bool
run_join(struct request *request, struct cards *cards, GError **error)
{
    struct area_id id = request_area(request);
    const char *name = request_text(request, "name");
    int64_t ends_at = request_number(request, "expires_at", 0);
    g_autofree char *whose = NULL, *until = NULL;
    struct area *area = NULL;
    struct card_join join = {.address = request_text(request, "url")};

    cards->what = "join";
    if (!check_join(request, id, error) ||
        !printout_sheet(request, JOIN_SHEET, &cards->sheet, error) ||
        !moment_text(request_inventory(request), ends_at, &until, error) ||
        !area_by_id(request_inventory(request), id, &area, error))
        return false;
    join.until = until;
    whose = name != NULL && name[0] != '\0' ? g_strdup_printf("%s · %s", name, area->name)
                                            : g_strdup(area->name);
    area_free(area);
    join.community = whose;
    add_card(cards, &(struct card){.draw = card_draw_join, .what = &join});
    cards->source = (struct layout_source){1, make_card, cards};
    return print(request, cards, (size_t)request_number(request, "first", 1), 1, error);
}

/* The invitation is in the request alone: it is kept nowhere, and in no log. */
static bool
post_join(struct request *request, GError **error)
{
    struct cards cards;

    return run_in_language(request, &cards, run_join, error);
}

/* ------------------------------------------------------------------------------------- the table */

static const struct fields_row card_fields[] = {
    {.name = "kind", .kind = FIELDS_WORD, .needed = true, .words = kind_words},
    {.name = "size", .kind = FIELDS_WORD, .words = sizes},
    PRINTOUT_LANGUAGE,
    {.name = "inspect", .kind = FIELDS_FLAG}, /* posters: with squares for the months */
    PRINTOUT_WHICH,
    PRINTOUT_FIELDS,
    PRINTOUT_PREVIEW,
    {0},
};

static const char *const roles[] = {"volunteer", "secretary", "office", NULL};

static const struct fields_row join_fields[] = {
    {.name = "code", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NAME},
    {.name = "url", .kind = FIELDS_TEXT, .needed = true, .low = 1, .high = LIMIT_NOTE},
    {.name = "expires_at", .kind = FIELDS_NUMBER, .needed = true, .low = 1, .high = MOMENT_MOST},
    {.name = "id", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX}, /* of the invitation */
    {.name = "role", .kind = FIELDS_WORD, .words = roles},
    {.name = "area", .kind = FIELDS_NUMBER, .low = 1, .high = INT64_MAX},
    {.name = "name", .kind = FIELDS_TEXT, .high = LIMIT_NAME},
    PRINTOUT_LANGUAGE,
    {.name = "first", .kind = FIELDS_NUMBER, .low = 1, .high = 10000},
    PRINTOUT_FIELDS,
    PRINTOUT_PREVIEW,
    {0},
};

const struct route route_cards[] = {
    {"POST", "/api/1/cards", ROLE_SECRETARY, ROUTE_PAPER, card_fields, post_cards, NULL, 0},
    {"POST", "/api/1/cards/join", ROLE_SECRETARY, ROUTE_PAPER, join_fields, post_join, NULL, 0},
    {0},
};
