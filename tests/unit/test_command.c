#include "scanner/command.h"

#include <string.h>

#include "base/words.h"
#include "scanner/finding.h"

static struct command
taken(const char *text)
{
    struct command command;

    g_assert_true(command_read(text, strlen(text), &command, NULL));
    return command;
}

static void
test_round_trip(void)
{
    for (int word = COMMAND_IN; word <= COMMAND_DONE; word++) {
        struct command command = {(enum command_word)word, word == COMMAND_TIMES ? 12 : 0};
        char text[COMMAND_SIZE];

        g_assert_cmpint((int)taken(command_format(command, text)).word, ==, word);
        g_assert_cmpint(taken(text).quantity, ==, command.quantity);
        g_assert_cmpuint(strlen(command_name(command.word)), >, 0);
    }
}

/* QR's alphanumeric mode, and no letter that QWERTZ keyboards swap. */
static void
test_characters(void)
{
    for (int word = COMMAND_IN; word <= COMMAND_DONE; word++) {
        char text[COMMAND_SIZE];

        command_format((struct command){(enum command_word)word, 7}, text);
        g_assert_cmpuint(strspn(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWX:"), ==, strlen(text));
    }
}

static void
test_tolerance(void)
{
    const char *const forms[] = {"medbox:in", "MEDBOXIN",  "MEDBOX;IN",
                                 "MEDBOX IN", "MEDBOXöIN", "MedBox-In"};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        g_assert_cmpint((int)taken(forms[i]).word, ==, COMMAND_IN);
    g_assert_cmpint(taken("medboxtimes12").quantity, ==, 12);
    g_assert_cmpint(taken("MEDBOX.TIMES>3").quantity, ==, 3);
    g_assert_cmpint(taken("MEDBOX:TIMES:9999").quantity, ==, COMMAND_TIMES_MOST);
    g_assert_cmpint(taken("MEDBOX:WALK").quantity, ==, 0);
    g_assert_cmpint(taken("medboxwalk12").quantity, ==, 12);
    g_assert_cmpint(taken("MEDBOX:WALK:999999").quantity, ==, COMMAND_WALK_MOST);
}

/* Words, and nothing that only begins as one or could be a code. */
static void
test_typed(void)
{
    static const struct {
        const char *text;
        enum command_word word;
    } rows[] = {{"in", COMMAND_IN},       {" IN ", COMMAND_IN},     {"捐入", COMMAND_IN},
                {"放入", COMMAND_IN},     {"out", COMMAND_OUT},     {"取出", COMMAND_OUT},
                {"Count", COMMAND_COUNT}, {"盘点", COMMAND_COUNT},  {"look", COMMAND_LOOK},
                {"undo", COMMAND_UNDO},   {"撤销", COMMAND_UNDO},   {"done", COMMAND_DONE},
                {"完成", COMMAND_DONE},   {"inn", COMMAND_NONE},    {"", COMMAND_NONE},
                {"in 5", COMMAND_NONE},   {"取出药", COMMAND_NONE}, {"walk", COMMAND_NONE}};

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct command command;

        g_assert_true(command_typed(rows[i].text, strlen(rows[i].text), &command) ==
                      (rows[i].word != COMMAND_NONE));
        g_assert_cmpint((int)command.word, ==, (int)rows[i].word);
    }
}

static void
refused(const char *text, guint findings_wanted, size_t offset)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct command command;

    g_assert_false(command_read(text, strlen(text), &command, findings));
    g_assert_cmpint((int)command.word, ==, COMMAND_NONE);
    g_assert_cmpuint(findings->len, ==, findings_wanted);
    if (findings_wanted > 0)
        g_assert_cmpuint(findings_at(findings, 0)->offset, ==, offset);
}

static void
test_refusals(void)
{
    refused("", 0, 0);
    refused("IN", 0, 0);
    refused("MEDBO:IN", 0, 0);
    refused("MEDBOX", 1, 6);
    refused("MEDBOX:", 1, 7);
    refused("MEDBOX:INN", 1, 7);
    refused("MEDBOX:JUMP", 1, 7);
    refused("MEDBOX:::::IN", 1, 10);
}

static void
test_quantities(void)
{
    refused("MEDBOX:TIMES", 1, 12);
    refused("MEDBOX:TIMES:", 1, 13);
    refused("MEDBOX:TIMES:0", 1, 13);
    refused("MEDBOX:TIMES:10000", 1, 13);
    refused("MEDBOX:TIMES:99999999999999", 1, 13);
    refused("MEDBOX:TIMES:1x", 1, 13);
    refused("MEDBOX:TIMES:-5", 1, 14);
    refused("MEDBOX:TIMES:+5", 1, 14);
    refused("MEDBOX:WALK:0", 1, 12);
    refused("MEDBOX:WALK:1000000", 1, 12);
    refused("MEDBOX:WALKING", 1, 11);
}

static void
test_words_are_told(void)
{
    g_autoptr(GPtrArray) findings = findings_new();
    struct command command;

    g_assert_false(command_read("MEDBOX:JUMP", 11, &command, findings));
    g_assert_nonnull(strstr(findings_at(findings, 0)->text, "IN OUT COUNT"));
}

static void
test_none(void)
{
    char text[COMMAND_SIZE] = "x";

    g_assert_cmpstr(command_format((struct command){COMMAND_NONE, 0}, text), ==, "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words_use(WORDS_EN);
    g_test_add_func("/command/every command reads back", test_round_trip);
    g_test_add_func("/command/the characters survive QR and keyboards", test_characters);
    g_test_add_func("/command/case and separator do not matter", test_tolerance);
    g_test_add_func("/command/typed words", test_typed);
    g_test_add_func("/command/what is no command is refused", test_refusals);
    g_test_add_func("/command/a quantity is from 1 to 9999", test_quantities);
    g_test_add_func("/command/an unknown word lists the known ones", test_words_are_told);
    g_test_add_func("/command/no command has no text", test_none);
    return g_test_run();
}
