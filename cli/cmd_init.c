/* medbox init */

#include <errno.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/verb.h"
#include "inventory/drug.h"
#include "web/chance.h"

static bool
make_folder(const char *file, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(file);

    if (g_mkdir_with_parents(folder, 0700) == 0)
        return true;
    return err_set(error, err_kind_of_system(errno),
                   _("the folder %s can't be made: %s; choose another with --db FILE"), folder,
                   err_system(errno));
}

static bool
say_made(struct face *face, GError **error)
{
    g_autoptr(GPtrArray) drugs = NULL;

    if (!drug_list(face->inventory, false, &drugs, error))
        return false;
    answer_text(face->answer, "db", face->db);
    answer_number(face->answer, "drugs", drugs->len);
    answer_say(face->answer, _("The inventory is made: %s"), face->db);
    if (drugs->len > 0)
        answer_say(face->answer,
                   words_plural("%u medicine is in its catalogue.",
                                "%u medicines are in its catalogue.", drugs->len),
                   drugs->len);
    answer_say(face->answer, _("Next: medbox area add NAME --kind community, then medbox box add "
                               "NAME --in AREA; or medbox import boxes FILE."));
    return true;
}

static bool
run_init(struct face *face, GError **error)
{
    struct inventory_plan plan = {.city = face_text(face, "city"),
                                  .district = face_text(face, "district"),
                                  .empty = face_has(face, "empty")};

    chance_bytes(plan.salt, sizeof(plan.salt));
    return make_folder(face->db, error) &&
           inventory_create(face->db, &plan, &face->inventory, error) && say_made(face, error);
}

static const struct verb_option init_options[] = {
    {.name = "city", .value = N_("NAME"), .meaning = N_("the city's name")},
    {.name = "district", .value = N_("NAME"), .meaning = N_("the district's name")},
    {.name = "empty", .kind = VERB_FLAG, .meaning = N_("without the starter catalogue")},
    {0},
};

const struct verb verb_init[] = {
    {.name = "init",
     .usage = N_("[--city NAME] [--district NAME] [--empty]"),
     .help = N_("Makes a new inventory with a catalogue of common medicines."),
     .options = init_options,
     .without_inventory = true,
     .run = run_init},
    {0},
};
