/*
 * Any bytes, the first of which chooses the symbology: either a code, whose normal form reads back
 * as the same code, or CODE_UNKNOWN with a finding.
 */

#include <stdint.h>
#include <string.h>

#include "scanner/code.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
reads_back(const struct code *code)
{
    struct code again;
    g_autofree char *text = code_format(code);

    g_assert_true(code_parse(text, strlen(text), SYMBOLOGY_TYPED, &again, NULL));
    g_assert_true(again.kind == code->kind || code->kind == CODE_LINK);
    g_assert_cmpstr(again.product, ==, code->product);
    g_assert_cmpstr(again.pack, ==, code->pack);
    g_assert_cmpstr(again.lot, ==, code->lot);
    g_assert_cmpstr(again.serial, ==, code->serial);
    g_assert_cmpstr(again.box.text, ==, code->box.text);
    g_assert_cmpint(again.expiry.n, ==, code->expiry.n);
    g_assert_cmpint(again.production.n, ==, code->production.n);
    g_assert_cmpint(again.count, ==, code->count);
    g_assert_cmpint(again.command.quantity, ==, code->command.quantity);
    g_assert_cmpint((int)again.command.word, ==, (int)code->command.word);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum symbology symbology = size > 0 ? data[0] % (SYMBOLOGY_GS1_DATAMATRIX + 1) : 0;
    size_t length = size > 0 ? size - 1 : 0;
    g_autofree char *text = g_malloc(MAX(length, 1));
    g_autoptr(GPtrArray) findings = findings_new();
    struct code code;

    if (length > 0)
        memcpy(text, data + 1, length);
    if (code_parse(text, length, symbology, &code, findings))
        reads_back(&code);
    else
        g_assert_true(code.kind == CODE_UNKNOWN && findings->len > 0);
    g_assert_true(g_utf8_validate(code.product, -1, NULL));
    for (guint i = 0; i < findings->len; i++) {
        g_assert_cmpuint(findings_at(findings, i)->offset, <=, size);
        g_assert_true(g_utf8_validate(findings_at(findings, i)->text, -1, NULL));
    }
    return 0;
}
