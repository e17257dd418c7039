/* Sources that see: cameras and recordings of them. */

#include <string.h>
#include <sys/stat.h>

#include "base/words.h"
#include "cli/camera.h"
#include "cli/recording.h"
#include "cli/source.h"
#include "scanner/watch.h"
#include "scanner/worker.h"

#define FRAME_TIMEOUT_MS 4000

/* Either a camera or a recording. */
struct seen {
    struct source source;
    struct camera *camera;
    struct recording *recording;
    struct worker *worker;
    struct watch *watch;
};

/* A frame that was lost is one of many: the next is on its way. */
static void
look(struct seen *seen, GBytes *picture, int64_t at_ms, struct session *session, GPtrArray *steps)
{
    g_autoptr(GError) why = NULL;
    g_autoptr(GPtrArray) codes = NULL, findings = NULL;
    struct decode *decode = worker_read(seen->worker, picture, FRAME_TIMEOUT_MS, NULL, &why);

    if (decode == NULL) {
        g_ptr_array_add(seen->source.remarks, g_strdup(why->message));
        return;
    }
    codes = watch_see(seen->watch, decode, at_ms);
    findings = watch_notice(seen->watch, decode, at_ms);
    for (guint i = 0; i < codes->len; i++) {
        const struct decode_symbol *symbol = codes->pdata[i];

        session_code(session, symbol->text, symbol->length, symbol->symbology, steps);
    }
    for (guint i = 0; i < findings->len; i++)
        g_ptr_array_add(seen->source.remarks,
                        g_strdup(((const struct finding *)findings->pdata[i])->text));
    decode_free(decode);
}

static bool
take(struct source *source, struct session *session, GPtrArray *steps, bool *more, GError **error)
{
    struct seen *seen = (struct seen *)source;
    g_autoptr(GBytes) picture = NULL;
    int64_t at_ms = 0;
    bool ok = seen->camera != NULL ? camera_next(seen->camera, &picture, &at_ms, error)
                                   : recording_next(seen->recording, &picture, &at_ms, error);

    if (!ok)
        return false;
    *more = picture != NULL || seen->camera != NULL;
    if (picture != NULL)
        look(seen, picture, at_ms, session, steps);
    return true;
}

static void
free_seen(struct source *source)
{
    struct seen *seen = (struct seen *)source;

    camera_free(seen->camera);
    recording_free(seen->recording);
    worker_close(seen->worker);
    watch_free(seen->watch);
    g_free(seen);
}

static bool
is_device(const char *path)
{
    struct stat what;

    return stat(path, &what) == 0 && S_ISCHR(what.st_mode);
}

static bool
open_path(struct seen *seen, const char *path, GError **error)
{
    if (is_device(path))
        seen->camera = camera_open(path, error);
    else
        seen->recording = recording_open(path, error);
    if (seen->camera != NULL)
        seen->source.fd = camera_fd(seen->camera);
    return seen->camera != NULL || seen->recording != NULL;
}

struct source *
source_camera(const char *path, GError **error)
{
    struct seen *seen = g_new0(struct seen, 1);

    seen->source = (struct source){.fd = -1,
                                   .pause_ms = -1,
                                   .remarks = g_ptr_array_new_with_free_func(g_free),
                                   .take = take,
                                   .free = free_seen};
    seen->watch = watch_new();
    seen->worker = worker_open(decode_file, 1, error);
    if (seen->worker != NULL && open_path(seen, path, error))
        return &seen->source;
    source_free(&seen->source);
    return NULL;
}
