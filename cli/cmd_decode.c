/* medbox decode: the codes in pictures, as they are; no inventory is asked what they mean. */

#include <string.h>

#include "base/words.h"
#include "cli/face.h"
#include "cli/pictures.h"
#include "cli/verb.h"

static const struct rows_column picture_columns[] = {
    {"path", NULL, ROWS_LEFT},  {"width", NULL, ROWS_RIGHT},  {"height", NULL, ROWS_RIGHT},
    {"error", NULL, ROWS_LEFT}, {"cpu_us", NULL, ROWS_RIGHT}, {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column code_columns[] = {
    {"path", NULL, ROWS_LEFT},    {"symbology", NULL, ROWS_LEFT}, {"text", NULL, ROWS_LEFT},
    {"outline", NULL, ROWS_LEFT}, {"quality", NULL, ROWS_RIGHT},  {NULL, NULL, ROWS_LEFT},
};

static const struct rows_column finding_columns[] = {
    {"path", NULL, ROWS_LEFT},
    {"kind", NULL, ROWS_LEFT},
    {"text", NULL, ROWS_LEFT},
    {NULL, NULL, ROWS_LEFT},
};

struct decoding {
    struct answer *answer;
    struct rows *pictures, *codes, *findings; /* for --json */
    size_t failed;
    enum err worst;
};

/* ------------------------------------------------------------------------------------- as text */

/* One line, whatever is in it: line ends, the backslash and what can't be seen are escaped. */
static void
append_escaped(GString *block, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\n')
            g_string_append(block, "\\n");
        else if (*c == '\r')
            g_string_append(block, "\\r");
        else if (*c == '\\')
            g_string_append(block, "\\\\");
        else if (g_ascii_iscntrl(*c))
            g_string_append_printf(block, "\\x%02X", (unsigned)(guchar)*c);
        else
            g_string_append_c(block, *c);
    }
    g_string_append_c(block, '\n');
}

static void
append_doubt(GString *block, const char *text)
{
    g_string_append(block, "? ");
    append_escaped(block, text);
}

static bool
write_picture(const struct decoding *decoding, const struct pictures_read *read)
{
    g_autoptr(GString) block = g_string_new("@");

    append_escaped(block, read->path);
    for (size_t i = 0; read->decode != NULL && i < read->decode->symbols->len; i++) {
        const struct decode_symbol *symbol = decode_symbol_at(read->decode, i);

        g_string_append_printf(block, "%s:", symbology_word(symbol->symbology));
        append_escaped(block, symbol->text);
    }
    for (size_t i = 0; read->decode != NULL && i < read->decode->findings->len; i++)
        append_doubt(block, findings_at(read->decode->findings, i)->text);
    if (read->error != NULL)
        append_doubt(block, read->error->message);
    g_string_append_printf(block, "#cpu_us=%lld\n", (long long)read->cpu_us);
    return answer_write(decoding->answer, block->str, block->len);
}

/* ------------------------------------------------------------------------------------- as rows */

/* "x,y x,y x,y x,y": as SVG writes the points of a polygon. */
static void
add_outline(struct rows *rows, const struct decode_symbol *symbol)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(symbol->outline); i++)
        g_string_append_printf(text, "%s%d,%d", i > 0 ? " " : "", symbol->outline[i].x,
                               symbol->outline[i].y);
    rows_text(rows, text->str);
}

static void
add_lists(const struct decoding *decoding, const char *path, const struct decode *decode)
{
    for (size_t i = 0; i < decode->symbols->len; i++) {
        const struct decode_symbol *symbol = decode_symbol_at(decode, i);

        rows_text(decoding->codes, path);
        rows_text(decoding->codes, symbology_word(symbol->symbology));
        rows_text(decoding->codes, symbol->text);
        add_outline(decoding->codes, symbol);
        rows_number(decoding->codes, symbol->quality);
    }
    for (size_t i = 0; i < decode->findings->len; i++) {
        const struct finding *finding = findings_at(decode->findings, i);

        rows_text(decoding->findings, path);
        rows_text(decoding->findings, finding_word(finding->kind));
        rows_text(decoding->findings, finding->text);
    }
}

static void
add_picture(const struct decoding *decoding, const struct pictures_read *read)
{
    g_autofree char *path = g_utf8_make_valid(read->path, -1);

    rows_text(decoding->pictures, path);
    if (read->decode != NULL) {
        rows_number(decoding->pictures, read->decode->width);
        rows_number(decoding->pictures, read->decode->height);
        add_lists(decoding, path, read->decode);
    } else {
        rows_none(decoding->pictures);
        rows_none(decoding->pictures);
    }
    rows_text(decoding->pictures, read->error != NULL ? read->error->message : NULL);
    rows_number(decoding->pictures, read->cpu_us);
}

/* --------------------------------------------------------------------------------------- the verb */

static bool
take(const struct pictures_read *read, void *data, GError **error)
{
    struct decoding *decoding = data;
    const struct decode *decode = read->decode;

    if (decode != NULL && decode->symbols->len + decode->doubtful->len == 0)
        answer_notice(decoding->answer,
                      _("%s: no code was found in it; go nearer, hold still, and let light fall "
                        "on the code"),
                      read->path);
    if (read->error != NULL && decoding->failed++ == 0)
        decoding->worst = (enum err)read->error->code;
    if (answer_is_json(decoding->answer))
        add_picture(decoding, read);
    else if (!write_picture(decoding, read)) /* nobody reads on: answer_end() tells it */
        return answer_reader_left(decoding->answer) ||
               err_set(error, ERR_BROKEN, _("the answer can't be written"));
    return true;
}

static bool
decode_all(struct face *face, const GPtrArray *paths, GError **error)
{
    struct decoding decoding = {
        .answer = face->answer,
        .pictures = rows_new(picture_columns, 0),
        .codes = rows_new(code_columns, 0),
        .findings = rows_new(finding_columns, 0),
    };
    bool ok = pictures_read(paths, take, &decoding, error);

    if (ok && answer_is_json(face->answer)) {
        answer_rows(face->answer, "pictures", g_steal_pointer(&decoding.pictures), "");
        answer_rows(face->answer, "codes", g_steal_pointer(&decoding.codes), "");
        answer_rows(face->answer, "findings", g_steal_pointer(&decoding.findings), "");
    }
    rows_free(decoding.pictures);
    rows_free(decoding.codes);
    rows_free(decoding.findings);
    if (!ok || decoding.failed == 0)
        return ok;
    return err_set(error, decoding.worst,
                   words_plural("%zu picture could not be read (see above)",
                                "%zu pictures could not be read (see above)",
                                (long long)decoding.failed),
                   decoding.failed);
}

static bool
run_decode(struct face *face, GError **error)
{
    const char *list = face_text(face, "list");
    g_autoptr(GPtrArray) paths = NULL;

    if (face->arg_count == 0 && list == NULL)
        return face_usage(face, error, _("say which pictures: files, folders, or --list FILE"));
    if (!pictures_find(face->args, list, &paths, error))
        return false;
    if (paths->len == 0 && list == NULL)
        return err_set(error, ERR_MISSING, _("there is no picture in %s"), face->args[0]);
    return decode_all(face, paths, error);
}

static const struct verb_option options[] = {
    {.name = "list",
     .value = N_("FILE"),
     .meaning = N_("a file that names a picture on each line; - for the standard input")},
    {0},
};

const struct verb verb_decode[] = {
    {.name = "decode",
     .usage = N_("[PICTURE…] [--list FILE]"),
     .help = N_("Says which codes are in pictures, and books nothing."),
     .options = options,
     .most = VERB_ANY,
     .without_inventory = true,
     .run = run_decode},
    {0},
};
