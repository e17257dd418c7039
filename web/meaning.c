#include "web/meaning.h"

#include <string.h>

#include <jansson.h>

#include "inventory/resolve.h"
#include "web/service.h"
#include "web/shape.h"

/* ------------------------------------------------------------------------------ unknown products */

struct unknown {
    struct code code;
    int64_t now;
};

static bool
keep(struct inventory *inventory, void *data, GError **error)
{
    const struct unknown *unknown = data;

    return resolve_keep_unknown(inventory, &unknown->code, (struct box_id){0}, unknown->now, error);
}

static void
kept(void *data, const GError *error)
{
    if (error != NULL)
        g_printerr("medbox: %s\n", error->message);
    g_free(data);
}

/* Where the writer is too busy it is kept the next time that somebody scans it. */
static void
keep_unknown(struct request *request, const struct code *code)
{
    struct unknown unknown = {*code, request_now(request)};
    struct writer_job job = {keep, kept, g_memdup2(&unknown, sizeof(unknown))};

    if (!writer_submit(request_service(request)->writer, &job, NULL))
        g_free(job.data);
}

/* -------------------------------------------------------------------------------------- the row */

static const char *const what_words[] = {
    [RESOLVE_UNKNOWN] = "unknown", [RESOLVE_BOX] = "box",     [RESOLVE_DRUG] = "drug",
    [RESOLVE_COMMAND] = "command", [RESOLVE_NOTHING] = "bad",
};

static json_t *
shape_row(const char *text, size_t length, const struct code *code, const struct resolved *resolved,
          const GPtrArray *findings)
{
    char command[COMMAND_SIZE];
    bool is_command = code->kind == CODE_COMMAND;

    return json_pack(
        "{s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:o}", "text",
        json_stringn(text, length), "what", what_words[resolved->kind], "box",
        shape_text(code->box.text), "drug", shape_number(resolved->drug.n), "units",
        shape_number(resolved->units), "expiry", shape_day(resolved->expiry), "lot",
        shape_text(resolved->lot), "pack", shape_text(code->pack), "kind",
        code_kind_word(code->kind), "code",
        shape_text(is_command ? command_format(code->command, command) : code->product), "nonce",
        shape_text(code->nonce.text), "findings", shape_findings(findings));
}

/* A box that is not there is told as a finding: the other codes go on. */
static bool
resolve(struct request *request, const struct code *code, struct resolved *resolved,
        GPtrArray *findings, GError **error)
{
    g_autoptr(GError) why = NULL;

    if (resolve_code(request_inventory(request), code, resolved, &why))
        return true;
    if (!g_error_matches(why, ERR, ERR_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&why));
        return false;
    }
    resolved->kind = RESOLVE_NOTHING;
    finding_add(findings, FINDING_UNKNOWN, 0, "%s", why->message);
    return true;
}

json_t *
meaning_of(struct request *request, const char *text, size_t length, enum symbology symbology,
           GError **error)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct resolved resolved = {.kind = RESOLVE_NOTHING};
    struct code code;

    if (!code_parse(text, length, symbology, &code, findings))
        resolve_offer(request_inventory(request), code.product, findings);
    else if (!resolve(request, &code, &resolved, findings, error))
        return NULL;
    if (resolved.kind == RESOLVE_UNKNOWN)
        keep_unknown(request, &code);
    return shape_row(text, length, &code, &resolved, findings);
}
