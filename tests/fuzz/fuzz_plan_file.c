/*
 * Any bytes as a plan for check-plan: proved, or refused in words; the sums of what is proved are those
 * that its lines say.
 */

#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "base/words.h"
#include "planning/plan_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    g_autoptr(GError) error = NULL;
    struct plan_file_sum sum;

    words_use(WORDS_EN);
    if (plan_file_prove("plan", text, size, &sum, &error)) {
        g_assert_no_error(error);
        g_assert_cmpint(sum.plans, >, 0);
        g_assert_cmpint(sum.arcs, >=, 0);
    } else {
        g_assert_nonnull(error);
        g_assert_true(error->domain == ERR);
        g_assert_true(g_str_has_prefix(error->message, "plan, line "));
    }
    return 0;
}
