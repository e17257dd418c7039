#ifndef FUZZ_LOADER_H
#define FUZZ_LOADER_H

/*
 * A fuzz target of one picture format: any bytes with the format's signature put over them, so that
 * no time is spent on being refused by the table of formats. Either a picture within the limit, or
 * ERR_INPUT. A small limit keeps the time on what the bytes say and not on pixels.
 */

#include <stdint.h>
#include <string.h>

#include "scanner/finding.h"
#include "scanner/picture_part.h"

#define FUZZ_PIXELS (256 * 256)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
fuzz_loader(picture_reader *read, const char *signature, size_t length, size_t at,
            const uint8_t *data, size_t size)
{
    g_autofree uint8_t *file = g_malloc(MAX(size, at + length)); /* ends where the file does */
    g_autoptr(GPtrArray) findings = findings_new();
    g_autoptr(GError) error = NULL;
    struct picture *picture;
    unsigned sum = 0;

    memset(file, 0, at);
    if (size > 0)
        memcpy(file, data, size);
    memcpy(file + at, signature, length);
    picture = read(file, MAX(size, at + length), FUZZ_PIXELS, findings, &error);
    g_assert_true((picture == NULL) == (error != NULL));
    g_assert_true(error == NULL || g_error_matches(error, ERR, ERR_INPUT));
    for (guint i = 0; i < findings->len; i++)
        g_assert_true(findings_at(findings, i)->kind == FINDING_PICTURE);
    if (picture == NULL)
        return;
    g_assert_true(picture->width > 0 && picture->height > 0);
    g_assert_true((int64_t)picture->width * picture->height <= FUZZ_PIXELS);
    for (size_t i = 0; i < (size_t)picture->width * picture->height; i++)
        sum += picture->luma[i]; /* every one of them is there */
    g_assert_true(sum <= 255u * FUZZ_PIXELS);
    picture_free(picture);
}

#define FUZZ_LOADER(read, signature, at)                                                           \
    int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)                                   \
    {                                                                                              \
        fuzz_loader(read, signature, sizeof(signature) - 1, at, data, size);                       \
        return 0;                                                                                  \
    }

#endif
