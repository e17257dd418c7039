#include "base/library.h"

#include <dlfcn.h>

#include "base/words.h"

static bool
load(struct library *library)
{
    void *file = dlopen(library->soname, RTLD_LAZY | RTLD_LOCAL);
    size_t found = 0;

    while (file != NULL && found < library->count) {
        library->calls[found] = dlsym(file, library->names[found]);
        if (library->calls[found] == NULL)
            return false;
        found++;
    }
    return file != NULL;
}

bool
library_load(struct library *library, GError **error)
{
    static GMutex lock;

    if (g_atomic_int_get(&library->loaded) != 0)
        return true;
    g_mutex_lock(&lock);
    if (library->loaded == 0)
        g_atomic_int_set(&library->loaded, load(library));
    g_mutex_unlock(&lock);
    return g_atomic_int_get(&library->loaded) != 0 ||
           err_set(error, ERR_BROKEN,
                   _("The library %s is missing on this system, or too old: install it."),
                   library->soname);
}
