/* What the labels of a city say, as CSV with a head: for programs that print them as peers of medbox.
 * No text has a comma in ASCII. Usage: table_city LABELS */

#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/labels/city.h"

int
main(int argc, char **argv)
{
    const size_t n = argc > 1 ? (size_t)atol(argv[1]) : CITY_LABELS;
    g_autoptr(GStringChunk) texts = g_string_chunk_new(4096);
    g_autofree struct label *labels = city_labels(n, texts);

    puts("url,name,area,place,code,rule1,rule2,phone,host");
    for (size_t i = 0; i < n; i++) {
        g_autofree char *url =
            boxcode_url(labels[i].host, labels[i].code, (struct boxcode_nonce){""});

        fputs(url, stdout);
        for (int line = 0; line < LABEL_LINES; line++) {
            g_autofree char *text = label_line_text(&labels[i], (enum label_line)line);

            printf(",%s", text != NULL ? text : "");
        }
        putchar('\n');
    }
    return 0;
}
