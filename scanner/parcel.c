#include "scanner/parcel.h"

#include <string.h>

#include "base/limits.h"
#include "scanner/sighting.h"

#define SYMBOL "(us(iiiiiiii)i)" /* symbology, text, outline, quality */
#define FINDING "(uts)"          /* kind, offset, text */
#define PARCEL                                                                                     \
    "(usuua" SYMBOL "a" FINDING ")" /* 0 or kind of error + 1, its message, size, lists */

static void
add_symbol(GVariantBuilder *list, const struct decode_symbol *symbol)
{
    const struct decode_point *at = symbol->outline;

    g_variant_builder_add(list, SYMBOL, (guint32)symbol->symbology, symbol->text, at[0].x, at[0].y,
                          at[1].x, at[1].y, at[2].x, at[2].y, at[3].x, at[3].y, symbol->quality);
}

GBytes *
parcel_pack(const struct decode *decode, const GError *error)
{
    g_autoptr(GVariant) parcel = NULL;
    GVariantBuilder symbols, findings;

    g_variant_builder_init(&symbols, G_VARIANT_TYPE("a" SYMBOL));
    g_variant_builder_init(&findings, G_VARIANT_TYPE("a" FINDING));
    for (size_t i = 0; decode != NULL && i < decode->symbols->len; i++)
        add_symbol(&symbols, decode_symbol_at(decode, i));
    for (size_t i = 0; decode != NULL && i < decode->findings->len; i++) {
        const struct finding *finding = findings_at(decode->findings, i);

        g_variant_builder_add(&findings, FINDING, (guint32)finding->kind, (guint64)finding->offset,
                              finding->text);
    }
    parcel = g_variant_ref_sink(
        g_variant_new(PARCEL, error != NULL ? (guint32)error->code + 1 : 0,
                      error != NULL ? error->message : "", decode != NULL ? decode->width : 0,
                      decode != NULL ? decode->height : 0, &symbols, &findings));
    return g_variant_get_data_as_bytes(parcel);
}

static bool
take_symbols(GVariantIter *list, struct decode *decode)
{
    struct decode_symbol symbol;
    const char *text;
    guint32 symbology;
    struct decode_point *at = symbol.outline;

    while (g_variant_iter_next(list, "(u&s(iiiiiiii)i)", &symbology, &text, &at[0].x, &at[0].y,
                               &at[1].x, &at[1].y, &at[2].x, &at[2].y, &at[3].x, &at[3].y,
                               &symbol.quality)) {
        symbol.length = strlen(text);
        if (symbology == SYMBOLOGY_TYPED || symbology > SYMBOLOGY_GS1_DATAMATRIX ||
            symbol.length == 0 || symbol.length > LIMIT_CODE)
            return false;
        symbol.symbology = (enum symbology)symbology;
        symbol.text = g_strdup(text);
        g_ptr_array_add(decode->symbols, g_memdup2(&symbol, sizeof symbol));
    }
    return true;
}

static bool
take_findings(GVariantIter *list, struct decode *decode)
{
    const char *text;
    guint32 kind;
    guint64 offset;

    while (g_variant_iter_next(list, "(ut&s)", &kind, &offset, &text)) {
        if (kind > FINDING_PICTURE || text[0] == '\0')
            return false;
        finding_add(decode->findings, (enum finding_kind)kind, (size_t)offset, "%s", text);
    }
    return true;
}

static bool
take_decode(GVariant *parcel, struct decode **decode)
{
    g_autoptr(GVariantIter) symbols = NULL, findings = NULL;
    struct decode *taken = g_new0(struct decode, 1);

    taken->symbols = sighting_list();
    taken->findings = findings_new();
    g_variant_get(parcel, "(u&suua" SYMBOL "a" FINDING ")", NULL, NULL, &taken->width,
                  &taken->height, &symbols, &findings);
    if (taken->width > 0 && taken->height > 0 && take_symbols(symbols, taken) &&
        take_findings(findings, taken)) {
        *decode = taken;
        return true;
    }
    decode_free(taken);
    return false;
}

bool
parcel_open(GBytes *bytes, struct decode **decode, GError **error)
{
    g_autoptr(GVariant) parcel =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(PARCEL), bytes, FALSE));
    const char *message;
    guint32 failed;

    *decode = NULL;
    if (g_bytes_get_size(bytes) > PARCEL_MOST || !g_variant_is_normal_form(parcel))
        return false;
    g_variant_get(parcel, "(u&suua" SYMBOL "a" FINDING ")", &failed, &message, NULL, NULL, NULL,
                  NULL);
    if (failed == 0)
        return take_decode(parcel, decode);
    if (failed > ERR_BUSY + 1 || message[0] == '\0')
        return false;
    err_set(error, (enum err)(failed - 1), "%s", message);
    return true;
}
