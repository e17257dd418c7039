/* Any bytes as the answer of a process that read a picture: a decode, an error, or nonsense. */

#include <stdint.h>
#include <string.h>

#include "base/limits.h"
#include "scanner/parcel.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const struct decode *decode)
{
    g_assert_true(decode->width > 0 && decode->height > 0);
    for (size_t i = 0; i < decode->symbols->len; i++) {
        const struct decode_symbol *symbol = decode_symbol_at(decode, i);

        g_assert_true(g_utf8_validate(symbol->text, (gssize)symbol->length, NULL));
        g_assert_true(symbol->length > 0 && symbol->length <= LIMIT_CODE);
        g_assert_true(symbology_word(symbol->symbology)[0] != '\0');
    }
    for (size_t i = 0; i < decode->findings->len; i++)
        g_assert_true(g_utf8_validate(findings_at(decode->findings, i)->text, -1, NULL));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    struct decode *decode = NULL;
    bool sound = parcel_open(bytes, &decode, &error);

    g_assert_true(sound ? (decode == NULL) == (error != NULL) : decode == NULL && error == NULL);
    if (decode != NULL)
        check(decode);
    decode_free(decode);
    return 0;
}
