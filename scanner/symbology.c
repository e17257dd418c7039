#include "scanner/symbology.h"

#include <string.h>

#include <glib.h>

static const struct {
    const char *name, *word;
} names[] = {
    [SYMBOLOGY_TYPED] = {"", "TYPED"},
    [SYMBOLOGY_EAN13] = {"EAN-13", "EAN-13"},
    [SYMBOLOGY_EAN8] = {"EAN-8", "EAN-8"},
    [SYMBOLOGY_UPCA] = {"UPC-A", "UPC-A"},
    [SYMBOLOGY_UPCE] = {"UPC-E", "UPC-E"},
    [SYMBOLOGY_CODE128] = {"Code 128", "CODE-128"},
    [SYMBOLOGY_GS1_128] = {"GS1-128", "GS1-128"},
    [SYMBOLOGY_DATABAR] = {"GS1 DataBar", "DataBar"},
    [SYMBOLOGY_DATABAR_EXP] = {"GS1 DataBar Expanded", "DataBar-Exp"},
    [SYMBOLOGY_QR] = {"QR", "QR-Code"},
    [SYMBOLOGY_GS1_QR] = {"GS1 QR", "GS1-QR-Code"},
    [SYMBOLOGY_DATAMATRIX] = {"DataMatrix", "DataMatrix"},
    [SYMBOLOGY_GS1_DATAMATRIX] = {"GS1 DataMatrix", "GS1-DataMatrix"},
};

const char *
symbology_name(enum symbology symbology)
{
    return names[symbology].name;
}

const char *
symbology_word(enum symbology symbology)
{
    return names[symbology].word;
}

bool
symbology_is_gs1(enum symbology symbology)
{
    return symbology == SYMBOLOGY_GS1_128 || symbology == SYMBOLOGY_DATABAR ||
           symbology == SYMBOLOGY_DATABAR_EXP || symbology == SYMBOLOGY_GS1_QR ||
           symbology == SYMBOLOGY_GS1_DATAMATRIX;
}

bool
symbology_is_retail(enum symbology symbology)
{
    return symbology == SYMBOLOGY_EAN13 || symbology == SYMBOLOGY_EAN8 ||
           symbology == SYMBOLOGY_UPCA || symbology == SYMBOLOGY_UPCE;
}

bool
symbology_is_square(enum symbology symbology)
{
    return symbology == SYMBOLOGY_QR || symbology == SYMBOLOGY_GS1_QR ||
           symbology == SYMBOLOGY_DATAMATRIX || symbology == SYMBOLOGY_GS1_DATAMATRIX;
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
