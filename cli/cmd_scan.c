/* medbox scan: photos, or a hand scanner on stdin. */

#include <string.h>

#include "base/words.h"
#include "cli/scan_photo.h"
#include "cli/scan_session.h"
#include "cli/verb.h"

static enum session_mode
read_mode(const struct face *face)
{
    return face_has(face, "in")     ? SESSION_IN
           : face_has(face, "out")  ? SESSION_OUT
           : face_has(face, "look") ? SESSION_LOOK
                                    : SESSION_NO_MODE;
}

static bool
check_usage(struct face *face, bool session, GError **error)
{
    static const char *const modes[] = {"in", "out", "look", NULL};
    static const char *const photos_only[] = {"packs", "uid", NULL};

    if (face_given(face, modes) > 1)
        return face_usage(face, error, _("say one of --in, --out and --look"));
    if (!session && face_given(face, modes) == 0)
        return face_usage(face, error,
                          _("say what to do with what is in the photos: --in, --out or "
                            "--look"));
    if (session && face->arg_count > 1)
        return face_usage(face, error, _("“-” (a hand scanner) and photos don't go together"));
    if (session && face_given(face, photos_only) > 0)
        return face_usage(
            face, error,
            _("--packs and --uid are for photos; a hand scanner is told the number by "
              "the code MEDBOX:TIMES:12"));
    return true;
}

static bool
run_scan(struct face *face, GError **error)
{
    bool session = false, ok;
    struct scan scan;

    for (size_t i = 0; i < face->arg_count; i++)
        session = session || strcmp(face->args[i], "-") == 0;
    if (!check_usage(face, session, error))
        return false;
    ok = scan_start(face, &scan, error) && (session ? scan_stdin(&scan, read_mode(face), error)
                                                    : scan_photos(&scan, read_mode(face), error));
    scan_clear(&scan);
    return ok;
}

static const struct verb_option options[] = {
    {.name = "in", .kind = VERB_FLAG, .meaning = N_("what is seen is put into the box")},
    {.name = "out", .kind = VERB_FLAG, .meaning = N_("what is seen is taken out of the box")},
    {.name = "look", .kind = VERB_FLAG, .meaning = N_("only say what it is")},
    {.name = "box", .value = N_("BOX"), .meaning = N_("the box, where no picture shows its label")},
    {.name = "packs",
     .kind = VERB_NUMBER,
     .value = N_("N"),
     .meaning = N_("each pack in the photos stands for so many"),
     .low = 1,
     .high = 9999},
    {.name = "expiry",
     .kind = VERB_DAY,
     .value = N_("DATE"),
     .meaning = N_("use by, of packs whose code doesn't say it")},
    {.name = "lot",
     .value = N_("TEXT"),
     .meaning = N_("batch number, of packs whose code doesn't say it")},
    {.name = "household",
     .value = N_("DOOR"),
     .meaning = N_("for the limit of a household; only a hash is kept")},
    {.name = "uid",
     .value = N_("UUID"),
     .meaning = N_("an id of your own: the same id is booked once only")},
    {.name = "dry-run", .kind = VERB_FLAG, .meaning = N_("only say what would be booked")},
    {0},
};

const struct verb verb_scan[] = {
    {.name = "scan",
     .usage = N_("FILE…|- [--in|--out|--look]"),
     .help = N_("Books what photos show, or what a hand scanner reads on stdin."),
     .options = options,
     .least = 1,
     .most = VERB_ANY,
     .run = run_scan},
    {0},
};
