#include "cli/run.h"

#include <signal.h>
#include <stdio.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/help.h"
#include "cli/line.h"
#include "inventory/account.h"
#include "inventory/setting.h"
#include "schema/db.h"

static bool
open_inventory(struct face *face, GError **error)
{
    int32_t utc_offset;

    if (face->verb->without_inventory)
        return true;
    if (!g_file_test(face->db, G_FILE_TEST_EXISTS))
        return err_set(error, ERR_MISSING,
                       _("there is no inventory at %s yet; make one with “medbox init”, or say "
                         "where it is with --db FILE"),
                       face->db);
    if (!inventory_open(face->db, &face->inventory, error) ||
        !setting_number(face->inventory, "utc-offset", (struct area_id){0}, (struct box_id){0},
                        &utc_offset, error))
        return false;
    answer_set_utc_offset(face->answer, utc_offset);
    return true;
}

/* "role=volunteer, days=3": the options as they were given. */
static char *
options_text(const struct face *face)
{
    GString *text = g_string_new(NULL);
    const struct verb_option *option = face->verb->options;

    for (; option != NULL && option->name != NULL; option++)
        if (face_has(face, option->name)) {
            const char *value = face_text(face, option->name);

            g_string_append_printf(text, "%s%s%s%s", text->len > 0 ? ", " : "", option->name,
                                   value[0] != '\0' ? "=" : "", value);
        }
    return g_string_free(text, FALSE);
}

/* Who sits here: --by, else what the environment says. */
static bool
read_person(struct face *face, GError **error)
{
    const char *environment = g_getenv("MEDBOX_BY");
    bool said = face->by != NULL;
    const char *by = said ? face->by : environment;
    struct account *account = NULL;
    bool ok = true;

    if (face->inventory == NULL || by == NULL || by[0] == '\0')
        return true;
    if (!account_find(face->inventory, by, &account, error)) {
        g_prefix_error(error, "%s: ", said ? "--by" : "MEDBOX_BY");
        return false;
    }
    if (account->retired)
        ok = err_set(error, ERR_REFUSED, _("%s: %s has no rights here any more; say who does it"),
                     said ? "--by" : "MEDBOX_BY", account->name);
    face->person = account->person;
    account_free(account);
    return ok;
}

/* Whether the command has the option, and it was given. */
static bool
is_given(const struct face *face, const char *option)
{
    return g_hash_table_contains(face->options, option);
}

/* Where the command didn't say it: the area that it was given. */
static bool
find_where(struct face *face, GError **error)
{
    static const char *const options[] = {"area", "in"};

    for (size_t i = 0; i < G_N_ELEMENTS(options) && face->where.n == 0; i++)
        if (is_given(face, options[i]) &&
            !face_area(face, options[i], (struct area_id){0}, &face->where, error))
            return false;
    return true;
}

/* An act and the line about it are kept together, or neither is. */
static bool
run_act(struct face *face, GError **error)
{
    struct db *db = inventory_db(face->inventory);
    g_autofree char *what = g_strjoinv(" ", face->args);
    g_autofree char *detail = options_text(face);
    bool ok;

    if (!db_begin(db, error))
        return false;
    ok = face->verb->run(face, error) && find_where(face, error) &&
         (is_given(face, "dry-run") || audit_log_add(face->inventory, face->person, face->verb->act,
                                                     face->where, what, detail, face->now, error));
    return db_end(db, ok, error) && ok;
}

static bool
run_command(struct face *face, GError **error)
{
    if (!face_read_clock(face, error) || !open_inventory(face, error) || !read_person(face, error))
        return false;
    return face->verb->act != AUDIT_NONE ? run_act(face, error) : face->verb->run(face, error);
}

static void
print_usage(const struct verb *verb)
{
    g_autofree char *usage = help_usage(verb);

    fprintf(stderr, _("usage: %s\n"), usage);
}

static int
run_face(const struct line *line, const char *version, struct answer *answer)
{
    g_autofree char *standard =
        g_build_filename(g_get_user_data_dir(), "medbox", "medbox.db", NULL);
    g_autoptr(GError) error = NULL;
    struct face face = {.verb = line->verb,
                        .db = line->db != NULL ? line->db : standard,
                        .by = line->by,
                        .version = version,
                        .answer = answer,
                        .args = line->args,
                        .arg_count = line->arg_count,
                        .options = line->options};
    bool ok = run_command(&face, &error);
    int status;

    g_assert(ok == (error == NULL));
    inventory_close(face.inventory);
    status = answer_end(answer, error);
    if (face.show_usage)
        print_usage(face.verb);
    return status;
}

/* Help and version; with --json a text in a field. */
static int
run_page(const struct line *line, const char *version, struct answer *answer)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *page = line->version ? g_strconcat(version, "\n", NULL)
                                          : help_page(line->words[0], line->words[1], &error);

    if (page != NULL && answer_is_json(answer))
        answer_text(answer, line->version ? "version" : "help", line->version ? version : page);
    else if (page != NULL)
        fputs(page, stdout);
    return answer_end(answer, error);
}

static int
run_wrong(const struct line *line, struct answer *answer, const GError *error)
{
    int status = answer_end(answer, error);

    if (line->verb != NULL)
        print_usage(line->verb);
    return status;
}

int
run_line(int argc, char **argv, const char *version)
{
    g_autoptr(GError) error = NULL;
    struct line line;
    struct answer *answer;
    bool language = line_use_language(argc, argv, &error);
    bool ok = line_read(argc, argv, &line, language ? &error : NULL);
    bool page = line.help || line.version;
    int status;

    signal(SIGPIPE, SIG_IGN); /* answer_end() knows a reader that has left */
    signal(SIGXFSZ, SIG_IGN); /* and a file that may not grow is a failure in words */
    answer = answer_new(line.json);
    if (!language || !ok)
        status = run_wrong(&line, answer, error);
    else if (page)
        status = run_page(&line, version, answer);
    else
        status = run_face(&line, version, answer);
    answer_free(answer);
    line_clear(&line);
    return status;
}
