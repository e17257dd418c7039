/*
 * Any bytes as a hand scanner would type them. Cut into two at a place that the first byte says,
 * they give the same steps as whole; a code that was read reads back; what was not has a finding.
 */

#include <stdint.h>
#include <string.h>

#include "scanner/session.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static GPtrArray *
steps_of(const char *text, size_t length, size_t cut)
{
    struct session *session = session_new((struct boxcode){""}, SESSION_NO_MODE);
    GPtrArray *steps = session_steps_new();

    session_feed(session, text, cut, steps);
    session_feed(session, text + cut, length - cut, steps);
    session_end(session, steps);
    session_free(session);
    return steps;
}

static void
check_step(const struct session_step *a, const struct session_step *b)
{
    g_assert_cmpint((int)a->kind, ==, (int)b->kind);
    g_assert_cmpstr(a->text, ==, b->text);
    g_assert_cmpstr(a->code.product, ==, b->code.product);
    /* Any walk is number 0. */
    g_assert_cmpint(a->quantity, >=, a->kind == SESSION_MODE && a->mode == SESSION_CARRY ? 0 : 1);
    g_assert_true(g_utf8_validate(a->text, -1, NULL));
    g_assert_true((a->kind == SESSION_UNKNOWN) == (a->code.kind == CODE_UNKNOWN));
    g_assert_true(a->kind != SESSION_UNKNOWN || a->findings->len > 0);
    g_assert_true(a->kind != SESSION_CODE || a->mode != SESSION_NO_MODE);
    if (a->code.kind != CODE_UNKNOWN) {
        g_autofree char *text = code_format(&a->code);
        struct code again;

        g_assert_true(code_parse(text, strlen(text), SYMBOLOGY_TYPED, &again, NULL));
        g_assert_cmpstr(again.product, ==, a->code.product);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size > 0 ? (const char *)data : "";
    g_autoptr(GPtrArray) whole = steps_of(text, size, 0);
    g_autoptr(GPtrArray) cut = steps_of(text, size, size > 0 ? data[0] % size : 0);

    g_assert_cmpuint(whole->len, ==, cut->len);
    for (guint i = 0; i < whole->len; i++)
        check_step(g_ptr_array_index(whole, i), g_ptr_array_index(cut, i));
    return 0;
}
