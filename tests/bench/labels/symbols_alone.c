/* The QR symbols of a city's labels by libqrencode alone, which no label can do without, at one level
 * and with its own choice of the mask. Usage: symbols_alone LABELS; says how many modules they have. */

#include <stdio.h>
#include <stdlib.h>

#include <glib.h>
#include <qrencode.h>

#include "scanner/boxcode.h"
#include "tests/bench/labels/city.h"

int
main(int argc, char **argv)
{
    const size_t n = argc > 1 ? (size_t)atol(argv[1]) : CITY_LABELS;
    g_autoptr(GStringChunk) texts = g_string_chunk_new(4096);
    g_autofree struct label *labels = city_labels(n, texts);
    long modules = 0;

    for (size_t i = 0; i < n; i++) {
        g_autofree char *url =
            boxcode_url(labels[i].host, labels[i].code, (struct boxcode_nonce){""});
        QRcode *code = QRcode_encodeString(url, 0, QR_ECLEVEL_Q, QR_MODE_8, 1);

        modules += code->width * code->width;
        QRcode_free(code);
    }
    printf("%ld\n", modules);
    return 0;
}
