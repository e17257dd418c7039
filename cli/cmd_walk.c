/* medbox walk …: who carries what, in which order. */

#include "base/words.h"
#include "cli/numbers.h"
#include "cli/press.h"
#include "cli/verb.h"
#include "cli/walk_rows.h"
#include "planning/walk_sheet.h"

#define PAGE "A4"

/* ---------------------------------------------------------------------------------------- make */

static bool
make(struct face *face, struct names *names, const struct walks_people *people, GError **error)
{
    g_autoptr(GPtrArray) walks = NULL;
    struct area_id area;

    if (!face_area(face, "area", (struct area_id){0}, &area, error) ||
        !walks_make(face->inventory, names, area, people, face_has(face, "again"), face->now,
                    &walks, error))
        return false;
    walk_rows_list(face, walks, "rows", "");
    answer_say(face->answer, "%s",
               _("“medbox walk show NUMBER” shows a walk, “medbox walk print -o FILE.pdf” prints "
                 "the lists."));
    return true;
}

static bool
run_make(struct face *face, GError **error)
{
    struct walks_people people;
    g_auto(GStrv) texts = NULL;
    struct names *names = NULL;
    bool given, ok = walk_rows_people(face, &people, &texts, &given, error);

    if (ok && !given)
        return face_usage(face, error, _("say who carries: --volunteers N or --carriers NAMES"));
    if (ok) {
        names = names_read(face->inventory, error);
        ok = names != NULL && make(face, names, &people, error);
    }
    names_free(names);
    return ok;
}

/* ---------------------------------------------------------------------------------- which walks */

/* Those whose numbers are given; without any all that have something left. */
static bool
read_walks(struct face *face, const struct names *names, GPtrArray **walks, GError **error)
{
    g_autoptr(GArray) ids = NULL;
    const char *wrong = NULL;

    if (face->arg_count == 0)
        return walks_list(face->inventory, names, false, face->now, walks, error);
    ids = numbers_read(face->args, &wrong);
    if (ids == NULL)
        return err_set(error, ERR_INPUT,
                       _("a walk is named by its number, several as 3-7 or 3,5, not “%s”; “medbox "
                         "walk list” lists them"),
                       wrong);
    *walks = g_ptr_array_new_with_free_func((GDestroyNotify)walks_walk_free);
    for (guint i = 0; i < ids->len; i++) {
        struct walks_walk *walk = NULL;

        if (!walks_read(face->inventory, names, g_array_index(ids, int64_t, i), face->now, &walk,
                        error))
            return false;
        g_ptr_array_add(*walks, walk);
    }
    return true;
}

/* Reads them, and does something with them. */
static bool
with_walks(struct face *face,
           bool (*use)(struct face *face, struct names *names, const GPtrArray *walks,
                       GError **error),
           GError **error)
{
    struct names *names = names_read(face->inventory, error);
    g_autoptr(GPtrArray) walks = NULL;
    bool ok =
        names != NULL && read_walks(face, names, &walks, error) && use(face, names, walks, error);

    names_free(names);
    return ok;
}

static bool
say_rest(struct face *face, GError **error)
{
    int64_t rest = 0;

    if (!walks_rest(face->inventory, &rest, error))
        return false;
    answer_number(face->answer, "in_no_walk", rest);
    if (rest > 0)
        answer_notice(face->answer,
                      words_plural("%lld transfer is in no walk; “medbox walk make” shares out.",
                                   "%lld transfers are in no walk; “medbox walk make” shares "
                                   "them out.",
                                   rest),
                      (long long)rest);
    return true;
}

#define NO_WALKS _("No walk is to be gone; “medbox walk make” makes them.")

static bool
show(struct face *face, struct names *names, const GPtrArray *walks, GError **error)
{
    walk_rows_stops(face, names, walks);
    if (walks->len == 0)
        answer_say(face->answer, "%s", NO_WALKS);
    return face->arg_count > 0 || say_rest(face, error);
}

static bool
run_show(struct face *face, GError **error)
{
    return with_walks(face, show, error);
}

static bool
run_list(struct face *face, GError **error)
{
    struct names *names = names_read(face->inventory, error);
    g_autoptr(GPtrArray) walks = NULL;
    bool ok = names != NULL &&
              walks_list(face->inventory, names, face_has(face, "all"), face->now, &walks, error);

    if (ok) {
        walk_rows_list(face, walks, "rows", NO_WALKS);
        ok = say_rest(face, error);
    }
    names_free(names);
    return ok;
}

/* --------------------------------------------------------------------------------------- print */

/* The pages of all lists, one after another. */
struct book {
    struct walk_sheet sheet;
    double width, height;
};

static bool
make_page(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
          GError **error)
{
    const struct book *book = with;
    size_t list = 0, pages;

    while (i >= (pages = layout_walk_pages(&book->sheet.lists[list], book->width, book->height)) &&
           pages > 0) {
        i -= pages;
        list++;
    }
    return layout_walk(&book->sheet.lists[list], i, book->width, book->height, measure, layout,
                       error);
}

static size_t
count_pages(const struct book *book)
{
    size_t pages = 0;

    for (size_t i = 0; i < book->sheet.n; i++)
        pages += layout_walk_pages(&book->sheet.lists[i], book->width, book->height);
    return MAX(pages, 1); /* of a page that is too small the first one says so */
}

static bool
press_book(struct face *face, struct press *press, struct book *book, GError **error)
{
    struct layout_source source = {.make = make_page, .with = book};

    book->width = press->sheet.width;
    book->height = press->sheet.height;
    source.n = count_pages(book);
    if (!press_run(press, &source, _("Walking lists"), error) || !press_keep(press, error))
        return false;
    answer_number(face->answer, "walks", (int64_t)book->sheet.n);
    if (press_has_names(press)) {
        g_autofree char *file = press_names(press);

        answer_say(face->answer,
                   words_plural("%zu walking list is in %s.", "%zu walking lists are in %s.",
                                (long long)book->sheet.n),
                   book->sheet.n, file);
    }
    return true;
}

static bool
print(struct face *face, struct names *names, const GPtrArray *walks, GError **error)
{
    struct press press = {0};
    struct book book = {.width = 0};
    bool ok;

    if (walks->len == 0)
        return err_set(error, ERR_MISSING, "%s", NO_WALKS);
    ok = press_open(face, PAGE, NULL, &press, error) &&
         walk_sheet_fill(face->inventory, names, walks, face->now, &book.sheet, error) &&
         press_book(face, &press, &book, error);
    walk_sheet_clear(&book.sheet);
    press_close(&press);
    return ok;
}

static bool
run_print(struct face *face, GError **error)
{
    return with_walks(face, print, error);
}

static const struct verb_option make_options[] = {
    WALK_ROWS_PEOPLE,
    {.name = "area", .value = N_("AREA"), .meaning = N_("only what comes out of boxes in it")},
    {.name = "again",
     .kind = VERB_FLAG,
     .meaning = N_("also what is in other walks and nobody has begun: it is taken out of them")},
    {0},
};

static const struct verb_option list_options[] = {
    {.name = "all", .kind = VERB_FLAG, .meaning = N_("those that are finished, too")},
    {0},
};

static const struct verb_option print_options[] = {PRESS_OPTIONS, {0}};

const struct verb verb_walk[] = {
    {.name = "walk",
     .sub = "make",
     .usage = N_("--volunteers N | --carriers NAMES [--area AREA]"),
     .help = N_("Shares out what is to be carried: a short walk for everyone, alike in length."),
     .options = make_options,
     .act = AUDIT_WALK,
     .run = run_make},
    {.name = "walk",
     .sub = "list",
     .usage = N_("[--all]"),
     .help = N_("Lists the walks, and how far each is done."),
     .options = list_options,
     .run = run_list},
    {.name = "walk",
     .sub = "show",
     .usage = N_("[NUMBER…]"),
     .help = N_("Shows what is left of walks: stop by stop what to take out and put in."),
     .most = VERB_ANY,
     .run = run_show},
    {.name = "walk",
     .sub = "print",
     .usage = N_("[NUMBER…] -o FILE.pdf | --printer NAME"),
     .help = N_("Prints walking lists, with the codes of the boxes and squares to tick."),
     .options = print_options,
     .most = VERB_ANY,
     .run = run_print},
    {0},
};
