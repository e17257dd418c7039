#include "base/words.h"

#include <string.h>

#include <gio/gio.h>

#include "words-resource.h"

#define MO_MAGIC 0x950412deU

/* The MO file: a table of originals in byte order and one of translations, each of length/offset
 * pairs (GNU gettext manual, "The Format of GNU MO Files"). Ours is made on the machine it is
 * compiled on, so its words are in the machine's byte order. */
struct catalogue {
    const char *data;
    size_t size;
    guint32 count, originals, translations;
};

static _Thread_local enum words_language current = WORDS_ZH;

static guint32
word_at(const char *data, size_t offset)
{
    guint32 word;

    memcpy(&word, data + offset, sizeof(word));
    return word;
}

static const struct catalogue *
chinese(void)
{
    static struct catalogue catalogue;
    static gsize ready;

    if (g_once_init_enter(&ready)) {
        g_autoptr(GBytes) bytes = g_resource_lookup_data(words_get_resource(), "/words/zh_CN.mo",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
        size_t size = 0;
        const char *data =
            g_bytes_get_data(bytes, &size); /* static: the resource is in the program */

        g_assert(size >= 20 && word_at(data, 0) == MO_MAGIC);
        catalogue = (struct catalogue){.data = data,
                                       .size = size,
                                       .count = word_at(data, 8),
                                       .originals = word_at(data, 12),
                                       .translations = word_at(data, 16)};
        g_once_init_leave(&ready, 1);
    }
    return &catalogue;
}

static const char *
translation(const char *text)
{
    const struct catalogue *mo = chinese();
    guint32 low = 0, high = mo->count;

    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        int order = strcmp(text, mo->data + word_at(mo->data, mo->originals + 8 * middle + 4));

        if (order == 0)
            return mo->data + word_at(mo->data, mo->translations + 8 * middle + 4);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

void
words_use(enum words_language language)
{
    current = language;
}

enum words_language
words_language(void)
{
    return current;
}

enum words_language
words_of_locale(const char *locale)
{
    return locale != NULL && strncmp(locale, "en", 2) == 0 ? WORDS_EN : WORDS_ZH;
}

const char *
words(const char *text)
{
    const char *found = current == WORDS_ZH && text[0] != '\0' ? translation(text) : NULL;

    return found != NULL && found[0] != '\0' ? found : text;
}

const char *
words_plural(const char *one, const char *many, long long n)
{
    const char *found = current == WORDS_ZH ? translation(one) : NULL;

    if (found != NULL && found[0] != '\0')
        return found;
    return n == 1 ? one : many;
}

const char *
words_gap(void)
{
    return current == WORDS_ZH ? "" : " ";
}
