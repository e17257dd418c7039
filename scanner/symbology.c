#include "scanner/symbology.h"

#include <string.h>

#include <glib.h>

const char *
symbology_name(enum symbology symbology)
{
    switch (symbology) {
    case SYMBOLOGY_TYPED: return "";
    case SYMBOLOGY_EAN13: return "EAN-13";
    case SYMBOLOGY_EAN8: return "EAN-8";
    case SYMBOLOGY_UPCA: return "UPC-A";
    case SYMBOLOGY_UPCE: return "UPC-E";
    case SYMBOLOGY_CODE128: return "Code 128";
    case SYMBOLOGY_GS1_128: return "GS1-128";
    case SYMBOLOGY_DATABAR: return "GS1 DataBar";
    case SYMBOLOGY_DATABAR_EXP: return "GS1 DataBar Expanded";
    case SYMBOLOGY_QR: return "QR";
    case SYMBOLOGY_GS1_QR: return "GS1 QR";
    case SYMBOLOGY_DATAMATRIX: return "DataMatrix";
    case SYMBOLOGY_GS1_DATAMATRIX: return "GS1 DataMatrix";
    }
    return "";
}

bool
symbology_is_gs1(enum symbology symbology)
{
    return symbology == SYMBOLOGY_GS1_128 || symbology == SYMBOLOGY_DATABAR ||
           symbology == SYMBOLOGY_DATABAR_EXP || symbology == SYMBOLOGY_GS1_QR ||
           symbology == SYMBOLOGY_GS1_DATAMATRIX;
}

/* The last three rows are what a scanner with CapsLock or dropped case makes of their like. */
static const struct {
    char prefix[4];
    enum symbology symbology;
} prefixes[] = {
    {"]E0", SYMBOLOGY_EAN13},
    {"]E4", SYMBOLOGY_EAN8},
    {"]C0", SYMBOLOGY_CODE128},
    {"]C1", SYMBOLOGY_GS1_128},
    {"]e0", SYMBOLOGY_DATABAR_EXP},
    {"]d1", SYMBOLOGY_DATAMATRIX},
    {"]d2", SYMBOLOGY_GS1_DATAMATRIX},
    {"]Q0", SYMBOLOGY_QR},
    {"]Q1", SYMBOLOGY_QR},
    {"]Q3", SYMBOLOGY_GS1_QR},
    {"]c1", SYMBOLOGY_GS1_128},
    {"]D2", SYMBOLOGY_GS1_DATAMATRIX},
    {"]q3", SYMBOLOGY_GS1_QR},
};

enum symbology
symbology_of_prefix(const char *text, size_t length, size_t *used)
{
    *used = 0;
    if (length < 3 || text[0] != ']' || !g_ascii_isalpha(text[1]) || !g_ascii_isalnum(text[2]))
        return SYMBOLOGY_TYPED;
    *used = 3;
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (memcmp(text, prefixes[i].prefix, 3) == 0)
            return prefixes[i].symbology;
    return SYMBOLOGY_TYPED;
}
