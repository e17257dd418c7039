/* medbox invite … */

#include "base/words.h"
#include "cli/invited.h"
#include "cli/line.h"
#include "cli/person_role.h"
#include "cli/verb.h"
#include "inventory/names.h"
#include "web/chance.h"

#define DAY INT64_C(86400000)

static const struct actor keeper = {.role = ROLE_KEEPER};

static bool
run_invite(struct face *face, GError **error)
{
    g_autofree char *name = g_strdup(face_text(face, "name"));
    struct invite invite = {.name = name,
                            .ends_at = face->now + face_number(face, "days", INVITE_DAYS) * DAY};
    uint8_t random[INVITE_RANDOM];
    char code[INVITE_CODE_SIZE];

    chance_bytes(random, sizeof(random));
    if (!person_role(face, &invite.role, error) ||
        !face_area(face, "area", inventory_district(face->inventory), &invite.area, error) ||
        !invite_add(face->inventory, &keeper, &invite, random, face->now, code, error))
        return false;
    face->where = invite.area;
    answer_number(face->answer, "id", invite.id);
    answer_say(face->answer, _("Invitation %lld (%s)."), (long long)invite.id,
               role_word(invite.role));
    return invited_say(face, invite.area, code, invite.ends_at, error);
}

static const struct rows_column columns[] = {
    {"id", N_("No."), ROWS_RIGHT},       {"role", N_("Role"), ROWS_LEFT},
    {"area", NULL, ROWS_RIGHT},          {NULL, N_("Area"), ROWS_LEFT},
    {"name", N_("For whom"), ROWS_LEFT}, {"made_at", N_("Made"), ROWS_LEFT},
    {"ends_at", N_("Until"), ROWS_LEFT}, {NULL, NULL, ROWS_LEFT},
};

static bool
run_list(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) invites = NULL;
    struct area_id area;
    struct names *names;
    struct rows *rows;

    if (!face_area(face, "area", (struct area_id){0}, &area, error) ||
        !invite_list(face->inventory, area, face->now, &invites, error))
        return false;
    names = names_read(face->inventory, error);
    if (names == NULL)
        return false;
    rows = rows_new(columns, answer_utc_offset(face->answer));
    for (guint i = 0; i < invites->len; i++) {
        const struct invite *invite = invites->pdata[i];

        rows_number(rows, invite->id);
        rows_word(rows, role_key(invite->role), role_word(invite->role));
        rows_number(rows, invite->area.n);
        rows_text(rows, names_area_path(names, invite->area));
        rows_text(rows, invite->name);
        rows_moment(rows, invite->made_at);
        rows_moment(rows, invite->ends_at);
    }
    answer_rows(face->answer, "rows", rows, _("No invitation is out."));
    names_free(names);
    return true;
}

static bool
run_end(struct face *face, GError **error)
{
    int64_t id;

    if (!line_entry(face->args[0], &id))
        return err_set(error, ERR_INPUT,
                       _("an invitation is named by its number, not “%s”; “medbox invite list” "
                         "lists them"),
                       face->args[0]);
    if (!invite_end(face->inventory, &keeper, id, face->now, error))
        return false;
    answer_number(face->answer, "id", id);
    answer_say(face->answer, _("Invitation %lld is good no more."), (long long)id);
    return true;
}

static const struct verb_option invite_options[] = {
    {.name = "role",
     .value = N_("ROLE"),
     .meaning = N_("volunteer, secretary or office"),
     .needed = true},
    {.name = "area", .value = N_("AREA"), .meaning = N_("where it holds (the district)")},
    {.name = "name", .value = N_("NAME"), .meaning = N_("whom it is meant for")},
    {.name = "days",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("how long it is good (7)"),
     .low = 1,
     .high = INVITE_DAYS_MOST},
    {0},
};

static const struct verb_option list_options[] = {
    {.name = "area", .value = N_("AREA"), .meaning = N_("of an area and below")},
    {0},
};

const struct verb verb_invite[] = {
    {.name = "invite",
     .usage = N_("--role ROLE [--area AREA] [--name NAME] [--days N]"),
     .help = N_("Makes a link by which somebody joins, once."),
     .options = invite_options,
     .act = AUDIT_INVITE,
     .run = run_invite},
    {.name = "invite",
     .sub = "list",
     .usage = N_("[--area AREA]"),
     .help = N_("Lists invitations that are still good."),
     .options = list_options,
     .run = run_list},
    {.name = "invite",
     .sub = "end",
     .usage = N_("NUMBER"),
     .help = N_("Takes an invitation back."),
     .least = 1,
     .most = 1,
     .act = AUDIT_INVITE_END,
     .run = run_end},
    {0},
};
