#include "base/err.h"

G_DEFINE_QUARK(medbox - err, err)

static const struct {
    int exit_status, http_status;
} statuses[] = {
    [ERR_BROKEN] = {1, 500},  [ERR_INPUT] = {2, 400},  [ERR_MISSING] = {3, 404},
    [ERR_REFUSED] = {4, 409}, [ERR_DENIED] = {5, 403}, [ERR_BUSY] = {6, 503},
};

gboolean
err_set(GError **error, enum err kind, const char *format, ...)
{
    if (error != NULL) {
        va_list args;

        va_start(args, format);
        *error = g_error_new_valist(ERR, (gint)kind, format, args);
        va_end(args);
    }
    return FALSE;
}

static enum err
kind_of(const GError *error)
{
    return error->domain == ERR ? (enum err)error->code : ERR_BROKEN;
}

int
err_exit_status(const GError *error)
{
    return statuses[kind_of(error)].exit_status;
}

int
err_http_status(const GError *error)
{
    return statuses[kind_of(error)].http_status;
}
