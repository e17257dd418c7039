#include "labels/sheet.h"

#include <math.h>
#include <string.h>

#include <glib.h>

#include "base/words.h"

#define A4 210, 297
#define LETTER 215.9, 279.4
#define ROLL(width, height, round) width, height, 0, 0, width, height, 1, 1, width, height, round
#define SLACK 0.011 /* mm: what rounding a description may leave over the edge */
#define LEAST 5.0
#define MOST 2000.0
#define MOST_STICKERS 100

#define WHITE 2.0      /* mm: along the edges of a label */
#define WHITE_PAGE 5.0 /* and of a page for the wall, which is as wide as this: */
#define WHITE_WIDTH 140.0
#define UNSEEN 0.3      /* mm: less beyond an edge nobody sees */
#define USUAL_SHIFT 5.0 /* mm: printers are seldom off by more */

/* name, page, x0 y0, dx dy, columns rows, width height round */
static const struct sheet sheets[] = {
    {"L7160", A4, 7.25, 15.15, 66.04, 38.1, 3, 7, 63.5, 38.1, 1.5},
    {"L7163", A4, 4.65, 15.15, 101.64, 38.1, 2, 7, 99.1, 38.1, 1.5},
    {"L7159", A4, 7.25, 12.9, 66.04, 33.9, 3, 8, 63.5, 33.9, 1.5},
    {"L7161", A4, 7.25, 8.7, 66.04, 46.6, 3, 6, 63.5, 46.6, 1.5},
    {"L7162", A4, 4.65, 12.9, 101.64, 33.9, 2, 8, 99.1, 33.9, 1.5},
    {"L7164", A4, 7.25, 4.5, 66.04, 72, 3, 4, 63.5, 72, 1.5},
    {"L7165", A4, 4.65, 13.1, 101.64, 67.7, 2, 4, 99.1, 67.7, 1.5},
    {"L7166", A4, 4.65, 8.85, 101.64, 93.1, 2, 3, 99.1, 93.1, 1.5},
    {"L7173", A4, 4.65, 6, 101.64, 57, 2, 5, 99.1, 57, 1.5},
    {"L7651", A4, 4.67, 10.7, 40.64, 21.2, 5, 13, 38.1, 21.2, 1.5},
    {"70x37-A4", A4, 0, 0.5, 70, 37, 3, 8, 70, 37, 0},
    {"70x36-A4", A4, 0, 4.5, 70, 36, 3, 8, 70, 36, 0},
    {"105x48-A4", A4, 0, 4.5, 105, 48, 2, 6, 105, 48, 0},
    {"105x74-A4", A4, 0, 0.5, 105, 74, 2, 4, 105, 74, 0},
    {"5160", LETTER, 4.76, 12.7, 69.85, 25.4, 3, 10, 66.68, 25.4, 1.5},
    {"5162", LETTER, 3.97, 21.17, 106.36, 33.86, 2, 7, 101.6, 33.86, 1.5},
    {"5163", LETTER, 3.97, 12.7, 106.36, 50.8, 2, 5, 101.6, 50.8, 1.5},
    {"5164", LETTER, 3.97, 12.7, 106.36, 84.67, 2, 3, 101.6, 84.67, 1.5},
    {"40x30", ROLL(40, 30, 1)},
    {"50x30", ROLL(50, 30, 1)},
    {"60x40", ROLL(60, 40, 1)},
    {"70x50", ROLL(70, 50, 1)},
    {"100x100", ROLL(100, 100, 1)},
    {"A4", ROLL(210, 297, 0)},
    {"A5", ROLL(148, 210, 0)},
    {"Letter", ROLL(215.9, 279.4, 0)},
    {"A6-A4", A4, 0, 0.5, 105, 148, 2, 2, 105, 148, 0},
    {"90x54-A4", A4, 15, 13.5, 90, 54, 2, 5, 90, 54, 0},
};

const struct sheet *
sheet_list(size_t *n)
{
    *n = G_N_ELEMENTS(sheets);
    return sheets;
}

static char *
names(void)
{
    GString *text = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", sheets[i].name);
    return g_string_free(text, FALSE);
}

const struct sheet *
sheet_find(const char *name, GError **error)
{
    g_autofree char *known = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        if (g_ascii_strcasecmp(sheets[i].name, name) == 0)
            return &sheets[i];
    known = names();
    err_set(error, ERR_MISSING, _("There is no sheet “%s”; the sheets are: %s"), name, known);
    return NULL;
}

/* --------------------------------------------------------------------------------- descriptions */

static const struct {
    const char *name;
    double width, height;
} pages[] = {{"A4", A4}, {"A5", 148, 210}, {"Letter", LETTER}};

/* One number of a description, not below 0; moves on behind it. */
static bool
take_number(const char **at, double *number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    size_t n = strspn(*at, "0123456789.");

    if (!g_ascii_isdigit(**at) || n >= sizeof(digits))
        return false;
    g_strlcpy(digits, *at, n + 1);
    *number = g_ascii_strtod(digits, NULL);
    *at += n;
    return strchr(digits, '.') == strrchr(digits, '.');
}

/* "63.5x38.1" or "7.25,15.15": two numbers with the mark between them and nothing behind. */
static bool
is_pair(const char *word, char mark, double *first, double *second)
{
    return word != NULL && take_number(&word, first) && *word++ == mark &&
           take_number(&word, second) && *word == '\0';
}

static bool
is_page(const char *word, struct sheet *sheet)
{
    for (size_t i = 0; word != NULL && i < G_N_ELEMENTS(pages); i++)
        if (g_ascii_strcasecmp(word, pages[i].name) == 0) {
            sheet->page_width = pages[i].width;
            sheet->page_height = pages[i].height;
            return true;
        }
    return false;
}

static bool
take_count(double number, int *count)
{
    *count = (int)number;
    return number >= 1 && number <= MOST_STICKERS && *count == number;
}

/* The sizes that come first: of the page, how many stickers, of a sticker. Returns how many words
 * they are, 0 where they can't be read. */
static int
take_sizes(char **words, struct sheet *sheet)
{
    double pair[3][2], (*size)[2] = pair;
    int named = is_page(words[0], sheet), n = 0;

    while (n < 3 && is_pair(words[named + n], 'x', &pair[n][0], &pair[n][1]))
        n++;
    if (named == 0 && n == 3) {
        sheet->page_width = pair[0][0];
        sheet->page_height = pair[0][1];
        size++;
    } else if (n != 2 && !(named == 0 && n == 1)) {
        return 0;
    }
    if (named == 0 && n == 1) {
        sheet->columns = sheet->rows = 1;
        sheet->page_width = pair[0][0];
        sheet->page_height = pair[0][1];
    } else if (!take_count(size[0][0], &sheet->columns) || !take_count(size[0][1], &sheet->rows)) {
        return 0;
    } else {
        size++;
    }
    sheet->width = size[0][0];
    sheet->height = size[0][1];
    return named + n;
}

/* "at X,Y", "pitch DX,DY", "round R", in any order, each once. */
static bool
take_rest(char **words, struct sheet *sheet)
{
    bool at = false, pitch = false, round = false;

    for (; words[0] != NULL && words[1] != NULL; words += 2) {
        const char *value = words[1];
        bool ok = false;

        if (!at && strcmp(words[0], "at") == 0)
            ok = at = is_pair(value, ',', &sheet->x0, &sheet->y0);
        else if (!pitch && strcmp(words[0], "pitch") == 0)
            ok = pitch = is_pair(value, ',', &sheet->dx, &sheet->dy);
        else if (!round && strcmp(words[0], "round") == 0)
            ok = round = take_number(&value, &sheet->round) && *value == '\0';
        if (!ok)
            return false;
    }
    if (!at) {
        sheet->x0 = (sheet->page_width - (sheet->columns - 1) * sheet->dx - sheet->width) / 2;
        sheet->y0 = (sheet->page_height - (sheet->rows - 1) * sheet->dy - sheet->height) / 2;
    }
    return words[0] == NULL;
}

/* Stickers lie on their page and not on each other. */
static bool
check(const struct sheet *sheet, GError **error)
{
    double right = sheet->x0 + (sheet->columns - 1) * sheet->dx + sheet->width;
    double bottom = sheet->y0 + (sheet->rows - 1) * sheet->dy + sheet->height;

    if (sheet->page_width > MOST || sheet->page_height > MOST)
        return err_set(error, ERR_INPUT,
                       _("A page has %.0f × %.0f mm at the most, not %.0f × %.0f"), MOST, MOST,
                       sheet->page_width, sheet->page_height);
    if (sheet->width < LEAST || sheet->height < LEAST)
        return err_set(error, ERR_INPUT,
                       _("A sticker has at least %.0f × %.0f mm, not %.2f × %.2f"), LEAST, LEAST,
                       sheet->width, sheet->height);
    if (sheet->round > fmin(sheet->width, sheet->height) / 2)
        return err_set(error, ERR_INPUT,
                       _("A corner of %.2f mm is too round for a sticker of %.2f × "
                         "%.2f mm"),
                       sheet->round, sheet->width, sheet->height);
    if ((sheet->columns > 1 && sheet->dx < sheet->width - SLACK) ||
        (sheet->rows > 1 && sheet->dy < sheet->height - SLACK))
        return err_set(
            error, ERR_INPUT,
            _("The stickers would lie on each other: they are %.2f × %.2f mm, and %.2f × "
              "%.2f mm from one to the next"),
            sheet->width, sheet->height, sheet->dx, sheet->dy);
    if (sheet->x0 < -SLACK || sheet->y0 < -SLACK || right > sheet->page_width + SLACK ||
        bottom > sheet->page_height + SLACK)
        return err_set(
            error, ERR_INPUT,
            _("The stickers don't fit the page of %.1f × %.1f mm: they would end at %.2f × "
              "%.2f mm"),
            sheet->page_width, sheet->page_height, right, bottom);
    return true;
}

char *
sheet_plain(const char *text)
{
    static const struct {
        const char *pattern, *with;
    } rows[] = {
        {"(?<=[0-9])\\s*(mm|毫米)", ""},
        {"(?<=[0-9])\\s*[x×*]\\s*(?=[0-9])", "x"},
    };
    char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);

    if (plain == NULL) /* no UTF-8 */
        return g_strdup(text);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GRegex) regex = g_regex_new(rows[i].pattern, G_REGEX_CASELESS, 0, NULL);
        char *next = g_regex_replace_literal(regex, plain, -1, 0, rows[i].with, 0, NULL);

        g_free(plain);
        plain = next;
    }
    return plain;
}

static bool
not_read(const char *text, GError **error)
{
    if (g_regex_match_simple("[0-9]e[+-]?[0-9]", text, G_REGEX_CASELESS | G_REGEX_RAW, 0))
        return err_set(error, ERR_INPUT, _("“%s”: sizes are written out, in mm, as 1000x40"), text);
    return err_set(error, ERR_INPUT,
                   _("“%s” is no description of a sheet. Write it as “A4 3x7 63.5x38.1 at "
                     "7.25,15.15 pitch 66.04,38.1”, in mm, or for a roll as “60x40”"),
                   text);
}

bool
sheet_parse(const char *text, struct sheet *sheet, GError **error)
{
    g_autofree char *plain = sheet_plain(text);
    g_auto(GStrv) all = NULL;
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    int sizes;

    all = g_strsplit_set(plain, " \t", -1);
    for (char **word = all; *word != NULL; word++)
        if (**word != '\0')
            g_ptr_array_add(parts, *word);
    for (int i = 0; i < 4; i++) /* so that four words can be looked at, however few there are */
        g_ptr_array_add(parts, NULL);
    *sheet =
        (struct sheet){.name = "", .page_width = pages[0].width, .page_height = pages[0].height};
    sizes = take_sizes((char **)parts->pdata, sheet);
    sheet->dx = sheet->width;
    sheet->dy = sheet->height;
    if (sizes == 0 || !take_rest((char **)parts->pdata + sizes, sheet))
        return not_read(text, error);
    return check(sheet, error);
}

static void
append_mm(GString *text, const char *before, double mm)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append(text, before);
    g_string_append(text, g_ascii_formatd(digits, sizeof(digits), "%.2f", mm));
    while (text->str[text->len - 1] == '0')
        g_string_truncate(text, text->len - 1);
    if (text->str[text->len - 1] == '.')
        g_string_truncate(text, text->len - 1);
}

char *
sheet_format(const struct sheet *sheet)
{
    GString *text = g_string_new(NULL);

    append_mm(text, "", sheet->page_width);
    append_mm(text, "x", sheet->page_height);
    g_string_append_printf(text, " %dx%d", sheet->columns, sheet->rows);
    append_mm(text, " ", sheet->width);
    append_mm(text, "x", sheet->height);
    append_mm(text, " at ", sheet->x0);
    append_mm(text, ",", sheet->y0);
    append_mm(text, " pitch ", sheet->dx);
    append_mm(text, ",", sheet->dy);
    if (sheet->round > 0)
        append_mm(text, " round ", sheet->round);
    return g_string_free(text, FALSE);
}

/* ---------------------------------------------------------------------------------------- places */

struct sheet
sheet_tuned(const struct sheet *sheet, const struct sheet_tune *tune)
{
    struct sheet tuned = *sheet;

    tuned.x0 = sheet->x0 * tune->scale_x + tune->x;
    tuned.y0 = sheet->y0 * tune->scale_y + tune->y;
    tuned.dx *= tune->scale_x;
    tuned.dy *= tune->scale_y;
    return tuned;
}

static double
farther(double near, double far)
{
    return fabs(near) > fabs(far) ? near : far;
}

enum edge {
    EDGE_LEFT,
    EDGE_RIGHT,
    EDGE_TOP,
    EDGE_BOTTOM,
};

static const char *const edges[] = {
    [EDGE_LEFT] = N_("left edge"),
    [EDGE_RIGHT] = N_("right edge"),
    [EDGE_TOP] = N_("upper edge"),
    [EDGE_BOTTOM] = N_("lower edge"),
};

static const char *const sides[2][2] = {{N_("above"), N_("below")},
                                        {N_("to the left of"), N_("to the right of")}};

/* Where the stickers reach farthest beyond the page, and how far; negative where they don't. */
static double
beyond(const struct sheet *sheet, enum edge *edge)
{
    const double most[] = {
        [EDGE_LEFT] = -sheet->x0,
        [EDGE_RIGHT] =
            sheet->x0 + (sheet->columns - 1) * sheet->dx + sheet->width - sheet->page_width,
        [EDGE_TOP] = -sheet->y0,
        [EDGE_BOTTOM] =
            sheet->y0 + (sheet->rows - 1) * sheet->dy + sheet->height - sheet->page_height,
    };

    *edge = EDGE_LEFT;
    for (enum edge i = EDGE_RIGHT; i <= EDGE_BOTTOM; i++)
        if (most[i] > most[*edge])
            *edge = i;
    return most[*edge];
}

static bool
check_beyond(const struct sheet *tuned, bool outline, char **notice, GError **error)
{
    const bool wall = sheet_stickers(tuned) == 1 && tuned->width >= WHITE_WIDTH;
    const double white = wall ? WHITE_PAGE : WHITE;
    enum edge edge;
    double mm = beyond(tuned, &edge);

    if (mm > white + SLACK)
        return err_set(error, ERR_INPUT,
                       _("Moved so, the print would reach %.1f mm beyond the %s of the paper, and "
                         "what is "
                         "there is lost (up to %.0f mm is white). Take a smaller offset and a "
                         "scale nearer "
                         "to 100, print at true size (100 %%) and not fitted to the page, and "
                         "measure what "
                         "the printer needs"),
                       mm, words(edges[edge]), white) ||
               err_next(error, ERR_NEXT_MEASURE);
    if (mm > UNSEEN)
        *notice = g_strdup_printf(
            outline ? _("the print reaches %.1f mm beyond the %s of the paper: the outline is lost "
                        "there, the rest of that is white")
                    : _("the print reaches %.1f mm beyond the %s of the paper; that is white, "
                        "nothing of it is lost"),
            mm, words(edges[edge]));
    return true;
}

bool
sheet_check_tune(const struct sheet *sheet, const struct sheet_tune *tune, bool outline,
                 char **notice, GError **error)
{
    const struct sheet tuned = sheet_tuned(sheet, tune);
    const double x = tuned.x0 - sheet->x0, y = tuned.y0 - sheet->y0;
    const double right = farther(x, x + (sheet->columns - 1) * (tuned.dx - sheet->dx));
    const double down = farther(y, y + (sheet->rows - 1) * (tuned.dy - sheet->dy));
    const bool across = fabs(right) / sheet->width > fabs(down) / sheet->height;
    const double most = across ? right : down;

    *notice = NULL;
    if (fabs(most) > (across ? sheet->width : sheet->height) / 2)
        return err_set(
            error, ERR_INPUT,
            _("Moved so, a label would be printed %.1f mm %s its sticker, more than half "
              "beside it. Take a smaller offset and a scale nearer to 100"),
            fabs(most), words(sides[across][most > 0]));
    if (!check_beyond(&tuned, outline, notice, error))
        return false;
    if (*notice == NULL && fmax(fabs(right), fabs(down)) > USUAL_SHIFT)
        *notice = g_strdup_printf(
            _("labels are moved by up to %.1f mm, which few printers need: print one page on plain "
              "paper first and hold it against the stickers"),
            fmax(fabs(right), fabs(down)));
    return true;
}

size_t
sheet_stickers(const struct sheet *sheet)
{
    return (size_t)(sheet->columns * sheet->rows);
}

size_t
sheet_pages(const struct sheet *sheet, size_t labels)
{
    size_t page = sheet_stickers(sheet);

    return labels / page + (labels % page > 0);
}

struct sheet_place
sheet_place(const struct sheet *sheet, size_t i)
{
    size_t on_page = i % sheet_stickers(sheet), columns = (size_t)sheet->columns;

    return (struct sheet_place){
        .page = i / sheet_stickers(sheet),
        .x = sheet->x0 + (double)(on_page % columns) * sheet->dx,
        .y = sheet->y0 + (double)(on_page / columns) * sheet->dy,
    };
}
