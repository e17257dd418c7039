#include "scanner/parcel.h"

#include <string.h>

#include "base/limits.h"
#include "scanner/sighting.h"

#define SYMBOL "(us(iiiiiiii)i)" /* symbology, text, outline, quality */
#define FINDING "(uts)"          /* kind, offset, text */
/* 0 or kind of error + 1, its message; width, height; symbols, doubtful ones, findings. */
#define PARCEL "(usuua" SYMBOL "a" SYMBOL "a" FINDING ")"
#define OPENED "(u&suua" SYMBOL "a" SYMBOL "a" FINDING ")"

static GVariant *
pack_symbols(const GPtrArray *symbols)
{
    GVariantBuilder list;

    g_variant_builder_init(&list, G_VARIANT_TYPE("a" SYMBOL));
    for (guint i = 0; symbols != NULL && i < symbols->len; i++) {
        const struct decode_symbol *symbol = symbols->pdata[i];
        const struct decode_point *at = symbol->outline;

        g_variant_builder_add(&list, SYMBOL, (guint32)symbol->symbology, symbol->text, at[0].x,
                              at[0].y, at[1].x, at[1].y, at[2].x, at[2].y, at[3].x, at[3].y,
                              symbol->quality);
    }
    return g_variant_builder_end(&list);
}

static GVariant *
pack_findings(const GPtrArray *findings)
{
    GVariantBuilder list;

    g_variant_builder_init(&list, G_VARIANT_TYPE("a" FINDING));
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        g_variant_builder_add(&list, FINDING, (guint32)finding->kind, (guint64)finding->offset,
                              finding->text);
    }
    return g_variant_builder_end(&list);
}

GBytes *
parcel_pack(const struct decode *decode, const GError *error)
{
    static const struct decode nothing = {.symbols = NULL};
    const struct decode *from = decode != NULL ? decode : &nothing;
    g_autoptr(GVariant) parcel = g_variant_ref_sink(g_variant_new(
        "(usuu@a" SYMBOL "@a" SYMBOL "@a" FINDING ")", error != NULL ? (guint32)error->code + 1 : 0,
        error != NULL ? error->message : "", from->width, from->height, pack_symbols(from->symbols),
        pack_symbols(from->doubtful), pack_findings(from->findings)));

    return g_variant_get_data_as_bytes(parcel);
}

static bool
take_symbols(GVariantIter *list, GPtrArray *symbols)
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
        g_ptr_array_add(symbols, g_memdup2(&symbol, sizeof symbol));
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
    g_autoptr(GVariantIter) symbols = NULL, doubtful = NULL, findings = NULL;
    struct decode *taken = g_new0(struct decode, 1);

    taken->symbols = sighting_list();
    taken->doubtful = sighting_list();
    taken->findings = findings_new();
    g_variant_get(parcel, OPENED, NULL, NULL, &taken->width, &taken->height, &symbols, &doubtful,
                  &findings);
    if (taken->width > 0 && taken->height > 0 && take_symbols(symbols, taken->symbols) &&
        take_symbols(doubtful, taken->doubtful) && take_findings(findings, taken)) {
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
    g_variant_get(parcel, OPENED, &failed, &message, NULL, NULL, NULL, NULL, NULL);
    if (failed == 0)
        return take_decode(parcel, decode);
    if (failed > ERR_BUSY + 1 || message[0] == '\0')
        return false;
    err_set(error, (enum err)(failed - 1), "%s", message);
    return true;
}
