/* medbox scan: photos, a hand scanner, a camera. */

#include <string.h>

#include "base/words.h"
#include "cli/scan_carry.h"
#include "cli/scan_photo.h"
#include "cli/scan_session.h"
#include "cli/verb.h"

enum from {
    FROM_PHOTOS,
    FROM_STDIN,
    FROM_DEVICE,
    FROM_CAMERA,
};

static enum session_mode
read_mode(const struct face *face)
{
    return face_has(face, "in")      ? SESSION_IN
           : face_has(face, "out")   ? SESSION_OUT
           : face_has(face, "look")  ? SESSION_LOOK
           : face_has(face, "carry") ? SESSION_CARRY
                                     : SESSION_NO_MODE;
}

/* What a person is told who sits at the terminal. */
static const char *const greetings[] = {
    [FROM_STDIN] = N_("Scan the label on the box, IN or OUT, then the packs; DONE when finished. "
                      "Before a pack you can type “exp 2027-03” and “lot A1”. Ctrl-D ends."),
    [FROM_DEVICE] = N_("Scan the label on the box, IN or OUT, then the packs; DONE when finished. "
                       "Before a pack you can type “exp 2027-03” and “lot A1” here. Ctrl-C ends."),
    [FROM_CAMERA] =
        N_("Show the camera the label on the box, IN or OUT, then each pack until it is told; DONE "
           "when finished. Before a pack you can type “exp 2027-03” and “lot A1” here. Ctrl-C "
           "ends."),
};

static enum from
read_from(const struct face *face)
{
    if (face_has(face, "camera"))
        return FROM_CAMERA;
    if (face_has(face, "device"))
        return FROM_DEVICE;
    for (size_t i = 0; i < face->arg_count; i++)
        if (strcmp(face->args[i], "-") == 0)
            return FROM_STDIN;
    return FROM_PHOTOS;
}

static bool
check_photos(struct face *face, GError **error)
{
    static const char *const modes[] = {"in", "out", "look", "carry", NULL};

    if (face->arg_count == 0)
        return face_usage(
            face, error,
            _("say what to scan: photos, - for a hand scanner that types, --device or "
              "--camera"));
    if (face_given(face, modes) == 0)
        return face_usage(face, error,
                          _("say what to do with what is in the photos: --in, --out, --look or "
                            "--carry WALK"));
    if (face_has(face, "all") && !face_has(face, "carry"))
        return face_usage(face, error, _("--all goes with --carry"));
    return !face_has(face, "beep") ||
           face_usage(face, error, _("--beep is for hand scanners and cameras"));
}

static bool
check_live(struct face *face, enum from from, GError **error)
{
    static const char *const photos_only[] = {"packs", "uid", "again", NULL};
    static const char *const devices[] = {"camera", "device", NULL};

    if (face_given(face, devices) > 1)
        return face_usage(face, error, _("say either --device or --camera"));
    if (face->arg_count > (from == FROM_STDIN ? 1 : 0))
        return face_usage(face, error, _("a hand scanner or camera and photos don't go together"));
    return face_given(face, photos_only) == 0 ||
           face_usage(
               face, error,
               _("--packs, --uid and --again are for photos; a hand scanner is told the number by "
                 "the code MEDBOX:TIMES:12"));
}

static struct source *
open_source(const struct face *face, enum from from, GError **error)
{
    switch (from) {
    case FROM_STDIN: return source_stdin();
    case FROM_DEVICE: return source_device(face_text(face, "device"), error);
    case FROM_CAMERA: return source_camera(face_text(face, "camera"), error);
    case FROM_PHOTOS: break;
    }
    g_assert_not_reached();
}

static bool
run_live(struct scan *scan, enum from from, GError **error)
{
    struct source *source = open_source(scan->face, from, error);
    bool ok =
        source != NULL && scan_source(scan, read_mode(scan->face), source, greetings[from], error);

    source_free(source);
    return ok;
}

static bool
run_scan(struct face *face, GError **error)
{
    static const char *const modes[] = {"in", "out", "look", "carry", NULL};
    enum from from = read_from(face);
    struct scan scan;
    bool ok;

    if (face_given(face, modes) > 1)
        return face_usage(face, error, _("say one of --in, --out, --look and --carry"));
    if (from == FROM_PHOTOS ? !check_photos(face, error) : !check_live(face, from, error))
        return false;
    ok = scan_start(face, &scan, error) && scan_carry_read(&scan, error) &&
         (from == FROM_PHOTOS ? scan_photos(&scan, read_mode(face), error)
                              : run_live(&scan, from, error));
    scan_clear(&scan);
    return ok;
}

static const struct verb_option options[] = {
    {.name = "in", .kind = VERB_FLAG, .meaning = N_("what is seen is put into the box")},
    {.name = "out", .kind = VERB_FLAG, .meaning = N_("what is seen is taken out of the box")},
    {.name = "look", .kind = VERB_FLAG, .meaning = N_("only say what it is")},
    {.name = "carry",
     .value = N_("WALK"),
     .meaning = N_("packs go from box to box, as this walk says (“all”: as any transfer says)")},
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("carry even what a box is to keep")},
    {.name = "device",
     .value = N_("PATH"),
     .meaning = N_("a hand scanner: a serial port or a keyboard, /dev/ttyACM0, /dev/input/event5")},
    {.name = "camera",
     .value = N_("PATH"),
     .meaning = N_("a camera, /dev/video0, or a recording: a folder, a Y4M or MJPEG file")},
    {.name = "beep",
     .kind = VERB_FLAG,
     .meaning = N_("a sound for each code: one understood, three not done")},
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
    {.name = "again",
     .kind = VERB_FLAG,
     .meaning = N_("book from a picture that was booked from before, too")},
    {.name = "dry-run", .kind = VERB_FLAG, .meaning = N_("only say what would be booked")},
    {0},
};

const struct verb verb_scan[] = {
    {.name = "scan",
     .usage = N_("FILE…|-|--device PATH|--camera PATH [--in|--out|--look|--carry WALK]"),
     .help = N_("Books what photos show, or what a hand scanner or a camera reads."),
     .options = options,
     .most = VERB_ANY,
     .run = run_scan},
    {0},
};
