#include "cli/line.h"

#include <getopt.h>
#include <math.h>
#include <string.h>

#include "base/day.h"
#include "base/words.h"
#include "scanner/clean.h"

/* What getopt_long() gives back for a long option: its place in the list, or one of these. */
enum {
    LINE_DB = 1000,
    LINE_BY,
    LINE_LANG,
    LINE_JSON,
    LINE_HELP,
    LINE_VERSION,
    LINE_OPTION, /* and its place in the command's table */
};

static const struct option common[] = {
    {"db", required_argument, NULL, LINE_DB},     {"by", required_argument, NULL, LINE_BY},
    {"lang", required_argument, NULL, LINE_LANG}, {"json", no_argument, NULL, LINE_JSON},
    {"help", no_argument, NULL, LINE_HELP},       {"version", no_argument, NULL, LINE_VERSION},
};

/* The value of --lang in either form, before "--"; NULL for none. */
static const char *
language_asked(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (g_str_has_prefix(argv[i], "--lang="))
            return argv[i] + strlen("--lang=");
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            return argv[i + 1];
    }
    return NULL;
}

bool
line_use_language(int argc, char **argv, GError **error)
{
    const char *asked = language_asked(argc, argv);

    words_use(words_of_locale(g_get_language_names_with_category("LC_MESSAGES")[0]));
    if (asked == NULL)
        return true;
    if (strcmp(asked, "zh") != 0 && strcmp(asked, "en") != 0)
        return err_set(error, ERR_INPUT, _("--lang is zh or en, not “%s”"), asked);
    words_use(words_of_locale(asked));
    return true;
}

bool
line_moment(const char *name, const char *text, int64_t *ms, GError **error)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset(8 * 3600);
    size_t minute = MIN(strlen(text), strlen("2026-11-24T10:00"));
    g_autofree char *with_seconds = g_strdup_printf("%.*s:00%s", (int)minute, text, text + minute);
    g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601(text, zone);

    if (moment == NULL)
        moment = g_date_time_new_from_iso8601(with_seconds, zone);
    if (moment == NULL)
        return err_set(error, ERR_INPUT,
                       _("%s is a moment such as 2026-11-24T10:00:00+08:00, not “%s”"), name, text);
    *ms = g_date_time_to_unix(moment) * 1000 + g_date_time_get_microsecond(moment) / 1000;
    return true;
}

bool
line_entry(const char *text, int64_t *number)
{
    g_autofree char *plain = clean_typed(text);

    return g_ascii_string_to_signed(plain[0] == '#' ? plain + 1 : plain, 10, 1, INT64_MAX, number,
                                    NULL);
}

static bool
read_number(const struct verb_option *option, const char *text, int64_t *number, GError **error)
{
    if (g_ascii_string_to_signed(text, 10, option->low, option->high, number, NULL))
        return true;
    return err_set(error, ERR_INPUT, _("--%s is a whole number from %lld to %lld, not “%s”"),
                   option->name, (long long)option->low, (long long)option->high, text);
}

static bool
read_degree(const struct verb_option *option, const char *text, int64_t *number, GError **error)
{
    char *end = NULL;
    double degrees = g_ascii_strtod(text, &end);

    if (end == text || *end != '\0' || !(degrees >= (double)option->low) ||
        !(degrees <= (double)option->high))
        return err_set(error, ERR_INPUT,
                       _("--%s is in degrees from %lld to %lld, such as 31.23041, not “%s”"),
                       option->name, (long long)option->low, (long long)option->high, text);
    *number = llround(degrees * 1e6);
    return true;
}

static bool
read_day(const struct verb_option *option, const char *text, int64_t *number, GError **error)
{
    struct day day;

    if (!day_parse(text, &day, error)) {
        g_prefix_error(error, "--%s: ", option->name);
        return false;
    }
    *number = day.n;
    return true;
}

static bool
read_value(const struct verb_option *option, const char *text, int64_t *number, GError **error)
{
    g_autofree char *name = g_strconcat("--", option->name, NULL);
    g_autofree char *plain = option->kind == VERB_TEXT ? NULL : clean_typed(text);

    switch (option->kind) {
    case VERB_FLAG: return true;
    case VERB_TEXT:
        return g_utf8_validate(text, -1, NULL) ||
               err_set(error, ERR_INPUT, _("--%s is not readable text (UTF-8)"), option->name);
    case VERB_NUMBER: return read_number(option, plain, number, error);
    case VERB_DEGREE: return read_degree(option, plain, number, error);
    case VERB_DAY: return read_day(option, plain, number, error);
    case VERB_MOMENT: return line_moment(name, plain, number, error);
    }
    g_assert_not_reached();
}

/* Of two values one would be lost without a word. */
static bool
refuse_twice(const char *name, GError **error)
{
    return err_set(error, ERR_INPUT, _("--%s is given twice: once is enough"), name);
}

static bool
take_option(struct line *line, const struct verb_option *option, const char *text, GError **error)
{
    struct line_value value = {.text = text != NULL ? text : ""};

    if (g_hash_table_contains(line->options, option->name))
        return refuse_twice(option->name, error);
    if (!read_value(option, value.text, &value.number, error))
        return false;
    g_hash_table_insert(line->options, (char *)(uintptr_t)option->name,
                        g_memdup2(&value, sizeof(value)));
    return true;
}

/* Long and short options in the shapes of getopt_long(): those of the command, if any, then the
 * common ones. A short option counts as its long one. */
struct grammar {
    const struct verb *verb;
    GArray *longs;   /* struct option, zero-terminated */
    GString *shorts; /* "+:h…" */
};

static void
grammar_open(struct grammar *grammar, const struct verb *verb)
{
    const struct verb_option *option = verb != NULL ? verb->options : NULL;

    grammar->verb = verb;
    grammar->longs = g_array_new(TRUE, TRUE, sizeof(struct option));
    grammar->shorts = g_string_new(verb != NULL ? ":h" : "+:h");
    for (int i = 0; option != NULL && option[i].name != NULL; i++) {
        bool flag = option[i].kind == VERB_FLAG;
        struct option row = {option[i].name, flag ? no_argument : required_argument, NULL,
                             LINE_OPTION + i};

        g_array_append_val(grammar->longs, row);
        if (option[i].letter != 0)
            g_string_append_printf(grammar->shorts, "%c%s", option[i].letter, flag ? "" : ":");
    }
    g_array_append_vals(grammar->longs, common, G_N_ELEMENTS(common));
}

static void
grammar_close(struct grammar *grammar)
{
    g_array_unref(grammar->longs);
    g_string_free(grammar->shorts, TRUE);
}

static const struct verb_option *
option_of(const struct grammar *grammar, int found)
{
    const struct verb_option *option = grammar->verb != NULL ? grammar->verb->options : NULL;

    if (found >= LINE_OPTION)
        return &option[found - LINE_OPTION];
    for (; option != NULL && option->name != NULL; option++)
        if (option->letter == found)
            return option;
    g_assert_not_reached();
}

/* Whether the word is an option of this command itself, so that the value of the one before is missing. */
static bool
is_option(const struct grammar *grammar, const char *word)
{
    size_t name = strcspn(word, "=");

    if (word[0] != '-' || word[1] == '\0')
        return false;
    if (word[1] != '-')
        return word[2] == '\0' && g_ascii_isalpha(word[1]) &&
               strchr(grammar->shorts->str, word[1]) != NULL;
    for (guint i = 0; i < grammar->longs->len; i++) {
        const char *option = g_array_index(grammar->longs, struct option, i).name;

        if (strlen(option) == name - 2 && strncmp(option, word + 2, name - 2) == 0)
            return true;
    }
    return false;
}

/* "--reprint -o x.pdf" has no reason; "--reprint=-o" has one. */
static bool
take_own(struct line *line, const struct grammar *grammar, const struct verb_option *option,
         char **argv, GError **error)
{
    if (optarg != NULL && optarg == argv[optind - 1] && is_option(grammar, optarg))
        return err_set(error, ERR_INPUT, _("--%s needs a value after it (%s); “%s” is an option"),
                       option->name, words(option->value), optarg);
    return take_option(line, option, optarg, error);
}

static bool
take_common(const char **value, const char *name, GError **error)
{
    if (*value != NULL)
        return refuse_twice(name, error);
    *value = optarg;
    return true;
}

static bool
take(struct line *line, const struct grammar *grammar, int found, char **argv, GError **error)
{
    switch (found) {
    case LINE_DB: return take_common(&line->db, "db", error);
    case LINE_BY: return take_common(&line->by, "by", error);
    case LINE_LANG: return true; /* line_use_language() */
    case LINE_JSON: line->json = true; return true;
    case 'h':
    case LINE_HELP: line->help = true; return true;
    case LINE_VERSION: line->version = true; return true;
    case ':': return err_set(error, ERR_INPUT, _("%s needs a value after it"), argv[optind - 1]);
    case '?':
        /* A letter within "-abc" is in optopt, a long option is the word before optind. */
        if (g_ascii_isdigit(optopt))
            return err_set(error, ERR_INPUT, _("write -- before a value that begins with -: -- %s"),
                           argv[optind - 1]);
        if (optopt != 0 && optopt < LINE_DB)
            return err_set(error, ERR_INPUT, _("there is no option -%c here"), optopt);
        return err_set(error, ERR_INPUT, _("there is no option %s here"), argv[optind - 1]);
    default: return take_own(line, grammar, option_of(grammar, found), argv, error);
    }
}

/* Reads options to the end even after one that is wrong: --json may follow. The first error stays. */
static bool
read_options(struct line *line, const struct verb *verb, int argc, char **argv, GError **error)
{
    g_autoptr(GError) first = NULL;
    struct grammar grammar;
    int found;

    grammar_open(&grammar, verb);
    opterr = 0;
    optind = 0; /* glibc: begin anew */
    while ((found = getopt_long(argc, argv, grammar.shorts->str,
                                (const struct option *)grammar.longs->data, NULL)) != -1) {
        GError *wrong = NULL;

        if (take(line, &grammar, found, argv, &wrong))
            continue;
        if (first == NULL)
            first = wrong;
        else
            g_error_free(wrong);
    }
    grammar_close(&grammar);
    if (first == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&first));
    return false;
}

/* What the usage calls the first argument that is missing: arguments stand first in it. */
static char *
argument_name(const struct line *line)
{
    g_auto(GStrv) usage = g_strsplit(words(line->verb->usage), " ", -1);

    return g_strdup(usage[line->arg_count]);
}

static bool
check_args(const struct line *line, GError **error)
{
    const struct verb *verb = line->verb;

    for (size_t i = 0; i < line->arg_count; i++)
        if (!g_utf8_validate(line->args[i], -1, NULL))
            return err_set(error, ERR_INPUT, _("argument %zu is not readable text (UTF-8)"), i + 1);
    if (line->arg_count < (size_t)verb->least) {
        g_autofree char *name = argument_name(line);

        return err_set(error, ERR_INPUT, _("%s is missing"), name);
    }
    for (const struct verb_option *option = verb->options; option != NULL && option->name != NULL;
         option++)
        if (option->needed && g_hash_table_lookup(line->options, option->name) == NULL)
            return err_set(error, ERR_INPUT, _("--%s %s is missing"), option->name,
                           words(option->value));
    if (verb->most != VERB_ANY && line->arg_count > (size_t)verb->most)
        return err_set(error, ERR_INPUT, _("“%s” is too much here"), line->args[verb->most]);
    return true;
}

/* Whether a word is a common option whose value is the next word. */
static bool
wants_next(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(common); i++)
        if (common[i].has_arg == required_argument && g_str_has_prefix(word, "--") &&
            strcmp(word + strlen("--"), common[i].name) == 0)
            return true;
    return false;
}

/* The words that a help page is asked for: neither options nor their values. */
static void
take_help_words(struct line *line, int argc, char **argv)
{
    size_t n = 0;

    for (int i = 0; i < argc && n < G_N_ELEMENTS(line->words); i++)
        if (argv[i][0] != '-')
            line->words[n++] = argv[i];
        else if (wants_next(argv[i]))
            i++;
}

static bool
is_help(int argc, char **argv)
{
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
            return true;
    return argc > 0 && strcmp(argv[0], "help") == 0;
}

/* From the first word on: a request for help, or a command. */
static bool
read_command(struct line *line, int argc, char **argv, GError **error)
{
    int used = 0;

    if (line->help || argc == 0 || is_help(argc, argv)) {
        bool word = argc > 0 && strcmp(argv[0], "help") == 0;

        line->help = true;
        take_help_words(line, argc - word, argv + word);
        return true;
    }
    line->verb = verb_find(argv[0], argc > 1 ? argv[1] : NULL, &used, error);
    if (line->verb == NULL)
        return false;
    argc -= used - 1;
    argv += used - 1;
    if (!read_options(line, line->verb, argc, argv, error))
        return false;
    line->args = argv + optind;
    line->arg_count = (size_t)(argc - optind);
    return check_args(line, error);
}

bool
line_read(int argc, char **argv, struct line *line, GError **error)
{
    *line = (struct line){.options = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free)};
    if (!read_options(line, NULL, argc, argv, error))
        return false;
    if (line->version)
        return true;
    return read_command(line, argc - optind, argv + optind, error);
}

void
line_clear(struct line *line)
{
    g_clear_pointer(&line->options, g_hash_table_unref);
}
