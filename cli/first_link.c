#include "cli/first_link.h"

#include "base/words.h"
#include "inventory/account.h"
#include "inventory/invite.h"
#include "web/chance.h"

static bool
make(struct face *face, struct inventory *inventory, const char *url, GError **error)
{
    uint8_t random[INVITE_RANDOM];
    char code[INVITE_CODE_SIZE];

    chance_bytes(random, sizeof(random));
    if (!invite_add_first(inventory, random, face->now, code, error))
        return false;
    answer_say(face->answer,
               _("There is no office account yet. This link makes the first one, once, within two "
                 "days: %s/F/%s"),
               url, code);
    return true;
}

bool
first_link_say(struct face *face, const char *url, GError **error)
{
    struct inventory *inventory = NULL;
    bool has = true;
    bool ok = inventory_open(face->db, &inventory, error) &&
              account_has_office(inventory, &has, error) &&
              (has || make(face, inventory, url, error));

    inventory_close(inventory);
    return ok;
}
