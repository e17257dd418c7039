#include "web/next.h"

#include "base/words.h"

static const char *const pages[ERR_NEXTS] = {
    [ERR_NEXT_COUNT] = N_("“Count” on the box's page does that"),
    [ERR_NEXT_PLAN] = N_("“Transfers” at the desk proposes what should be carried"),
    [ERR_NEXT_RESET] = N_("whoever runs the service can give a new password"),
    [ERR_NEXT_SET] = N_("“Settings” at the desk does that"),
};

const char *
next_page(enum err_next next)
{
    return pages[next] != NULL ? words(pages[next]) : NULL;
}

char *
next_shown(const GError *error)
{
    const char *page = next_page(err_next_of(error));

    return page != NULL ? g_strconcat(error->message, _("; "), page, NULL)
                        : g_strdup(error->message);
}
