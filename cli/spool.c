#include "cli/spool.h"

#include <math.h>

#include <glib.h>

#include "base/words.h"

static const struct {
    const char *name; /* of CUPS: PWG 5101.1 self-describing names have these as short forms */
    double width, height;
} media[] = {{"A4", 210, 297}, {"A5", 148, 210}, {"Letter", 215.9, 279.4}};

/* "A4", or "Custom.60x40mm". */
static char *
media_name(double width, double height)
{
    char w[G_ASCII_DTOSTR_BUF_SIZE], h[G_ASCII_DTOSTR_BUF_SIZE];

    for (size_t i = 0; i < G_N_ELEMENTS(media); i++)
        if (fabs(media[i].width - width) < 0.1 && fabs(media[i].height - height) < 0.1)
            return g_strdup(media[i].name);
    return g_strdup_printf("Custom.%sx%smm", g_ascii_formatd(w, sizeof(w), "%g", width),
                           g_ascii_formatd(h, sizeof(h), "%g", height));
}

static GStrv
arguments(const struct spool_job *job)
{
    GStrvBuilder *builder = g_strv_builder_new();
    g_autofree char *name = media_name(job->width, job->height);
    g_autofree char *sized = g_strconcat("media=", name, NULL);
    GStrv argv;

    g_strv_builder_add(builder, "lp");
    if (job->queue != NULL)
        g_strv_builder_add_many(builder, "-d", job->queue, NULL);
    g_strv_builder_add_many(builder, "-t", job->title, NULL);
    if (job->raw)
        g_strv_builder_add_many(builder, "-o", "raw", NULL);
    else
        g_strv_builder_add_many(builder, "-o", sized, "-o", "print-scaling=none", NULL);
    g_strv_builder_add_many(builder, "--", job->file, NULL);
    argv = g_strv_builder_end(builder);
    g_strv_builder_unref(builder);
    return argv;
}

static bool
did_not_start(const GError *why, GError **error)
{
    if (g_error_matches(why, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
        return err_set(error, ERR_MISSING,
                       _("the command lp, which prints, is not installed (on Debian: apt install "
                         "cups-client); or write a file with -o FILE and print that"));
    return err_set(error, ERR_BROKEN, _("lp can't be started: %s"), why->message);
}

bool
spool_print(const struct spool_job *job, char **said, GError **error)
{
    g_auto(GStrv) argv = arguments(job);
    g_autofree char *complaint = NULL;
    g_autoptr(GError) why = NULL;
    int status = 0;

    *said = NULL;
    if (!g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, said, &complaint, &status,
                      &why))
        return did_not_start(why, error);
    g_strchomp(*said);
    if (g_spawn_check_wait_status(status, NULL))
        return true;
    g_clear_pointer(said, g_free);
    g_strchomp(complaint);
    return err_set(
        error, ERR_REFUSED,
        _("the print was not taken. lp says: %s (“lpstat -p” shows the printers there are)"),
        complaint[0] != '\0' ? complaint : _("lp failed and did not say why"));
}
