#include "inventory/role.h"

#include <string.h>

#include "base/words.h"
#include "inventory/inside.h"

static const struct {
    const char *key, *word;
} roles[] = {
    [ROLE_NOBODY] = {"nobody", N_("resident")},
    [ROLE_VOLUNTEER] = {"volunteer", N_("volunteer")},
    [ROLE_SECRETARY] = {"secretary", N_("secretary")},
    [ROLE_OFFICE] = {"office", N_("office")},
    [ROLE_KEEPER] = {"keeper", N_("whoever runs the machine")},
};

const char *
role_key(enum role role)
{
    return roles[role].key;
}

int
role_parse(const char *key)
{
    for (int role = ROLE_VOLUNTEER; role <= ROLE_OFFICE; role++)
        if (strcmp(roles[role].key, key) == 0)
            return role;
    return -1;
}

const char *
role_word(enum role role)
{
    return words(roles[role].word);
}

/* --------------------------------------------------------------------------- what it may write */

/* Signing in, joining and leaving: what somebody does who is not yet, or no longer, anybody. */
#define AT_THE_DOOR "account", "attempt", "audit_log", "invite", "person", "visit"

/* A request in vain; and what was learned of demand, which is let go where the request is told late. */
#define IN_VAIN "unmet", "outlook"

/* What booking leaves behind. */
#define BOOKING                                                                                    \
    "movement", "tenant", "stock", "shelf", "use_day", "counted_line", "lot", "refusal", "box",    \
        IN_VAIN

/* What a code means and what a medicine is called, learned on the spot; who carries what. */
#define ON_THE_SPOT "code", "code_unknown", "drug", "drug_ingredient", "transfer"

#define AT_THE_DESK                                                                                \
    "area", "setting", "recall", "label_print", "sheet", "printer", "hook", "hook_told", "walk"

static const char *const nobody[] = {AT_THE_DOOR, IN_VAIN, NULL};
static const char *const volunteer[] = {AT_THE_DOOR, BOOKING, ON_THE_SPOT, NULL};
static const char *const secretary[] = {AT_THE_DOOR, BOOKING, ON_THE_SPOT, AT_THE_DESK, NULL};

const char *const *
role_tables(enum role role)
{
    static const char *const *const tables[] = {
        [ROLE_NOBODY] = nobody,       [ROLE_VOLUNTEER] = volunteer,
        [ROLE_SECRETARY] = secretary, [ROLE_OFFICE] = secretary, /* the same, over more areas */
        [ROLE_KEEPER] = NULL,
    };

    return tables[role];
}

void
role_assume(struct inventory *inventory, enum role role)
{
    db_allow(inventory->db, role_tables(role));
}

/* ---------------------------------------------------------------------------- how far it reaches */

bool
role_reaches(struct inventory *inventory, const struct actor *actor, struct area_id area,
             GError **error)
{
    struct area *there = NULL;
    bool lies = actor->role == ROLE_KEEPER;
    bool ok = lies || actor->role == ROLE_NOBODY ||
              area_lies_in(inventory, area, actor->area, &lies, error);

    if (ok && !lies && (ok = area_by_id(inventory, area, &there, error)))
        ok = err_set(error, ERR_DENIED, _("%s is not in your area; ask those who look after it"),
                     there->name);
    area_free(there);
    return ok;
}

bool
role_governs(struct inventory *inventory, const struct actor *actor, enum role role,
             struct area_id area, GError **error)
{
    if (actor->role <= role || actor->role < ROLE_SECRETARY)
        return err_set(error, ERR_DENIED,
                       _("only somebody with a higher role can do this for a person of the role "
                         "“%s”"),
                       role_word(role));
    return role_reaches(inventory, actor, area, error);
}
