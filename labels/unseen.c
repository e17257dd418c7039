#include "labels/unseen.h"

#include "base/words.h"

/* Ranges, from lower to higher; what belongs to a letter before it is no fault there. */
static const struct {
    gunichar first, last;
    bool belongs;
    const char *word;
} ranges[] = {
    {0x00AD, 0x00AD, false, N_("a hyphen that shows only at the end of a line")},
    {0x034F, 0x034F, true, N_("a joiner without width")},
    {0x061C, 0x061C, false, N_("a mark that turns the direction of writing")},
    {0x115F, 0x1160, false, N_("a Korean filler, which is blank")},
    {0x17B4, 0x17B5, true, N_("a Khmer vowel that is not written")},
    {0x180B, 0x180F, true, N_("a mark that chooses a form of the letter before it")},
    {0x200B, 0x200B, false, N_("a space without width")},
    {0x200C, 0x200D, true, N_("a joiner without width")},
    {0x200E, 0x200F, false, N_("a mark that turns the direction of writing")},
    {0x202A, 0x202E, false, N_("a mark that turns the direction of writing")},
    {0x2060, 0x2060, false, N_("a joiner without width")},
    {0x2061, 0x2064, false, N_("an operator that is not written")},
    {0x2066, 0x206F, false, N_("a mark that turns the direction of writing")},
    {0x2800, 0x2800, false, N_("a Braille sign without dots, which is blank")},
    {0x3164, 0x3164, false, N_("a Korean filler, which is blank")},
    {0xFE00, 0xFE0F, true, N_("a mark that chooses a form of the letter before it")},
    {0xFEFF, 0xFEFF, false, N_("a mark from the beginning of a file")},
    {0xFFA0, 0xFFA0, false, N_("a Korean filler, which is blank")},
    {0xE0000, 0xE007F, false, N_("a tag that is not written")},
    {0xE0100, 0xE01EF, true, N_("a mark that chooses a form of the letter before it")},
};

/* Its range, or -1. */
static int
range_of(gunichar character)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
        if (character >= ranges[i].first && character <= ranges[i].last)
            return (int)i;
    return -1;
}

bool
unseen_is(gunichar character)
{
    switch (g_unichar_type(character)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR: return true;
    default: return range_of(character) >= 0;
    }
}

bool
unseen_belongs(gunichar character)
{
    int range = range_of(character);

    return range >= 0 && ranges[range].belongs;
}

const char *
unseen_word(gunichar character)
{
    int range = range_of(character);

    if (range >= 0)
        return words(ranges[range].word);
    return unseen_is(character) ? _("a line break or another control character")
                                : _("a character that is blank");
}
