#include "labels/layout_label.h"

#include <math.h>
#include <string.h>

#include "base/words.h"
#include "labels/arrangement.h"
#include "labels/label_texts.h"
#include "labels/layout_strips.h"
#include "labels/symbol.h"

#define QUIET 2            /* modules of white around a symbol, at the least */
#define USUAL_MODULE 0.75  /* mm: read from 36 cm */
#define NEAR_CM 30         /* which a higher level is worth where there is no room for that, */
#define CM_PER_MM 48.0     /* of reach by module (symbol.h) */
#define NEAREST_CM 28      /* and where there is none for that either */
#define SHORT_HOST "yx.cn" /* as one may be, */
#define SHORT_PHONE "0571-88396209" /* and a phone */
#define LEAST_MODULE 0.5            /* mm: read from 24 cm, which a print's mark is worth */

/* Of which a brief label has only these. */
#define BRIEF (1u << LABEL_NAME | 1u << LABEL_CODE | 1u << LABEL_HOST)

static char *
name(const struct label *label)
{
    char code[BOXCODE_PRINT_SIZE];

    return g_strdup_printf(_("Box %s"), boxcode_format(label->code, code));
}

/* The least square that any arrangement of a sticker has for the QR code: which of them is taken is
 * for the texts to say, and whether it bears the mark is not. */
static double
least_side(double width, double body)
{
    struct arrangement list[ARRANGEMENT_MOST];
    const int n = arrangement_list(width, body, list);
    double least = n > 0 ? list[0].side : 0;

    for (int i = 1; i < n; i++)
        least = fmin(least, list[i].side);
    return least;
}

bool
layout_label_is_marked(const struct label *label, double width, double height)
{
    g_autofree char *url = boxcode_url(label->host, label->code, label->nonce);
    const int modules = symbol_width(url, SYMBOL_L);
    const double side = least_side(width, height - layout_strips_height(label));

    return label->nonce.text[0] != '\0' && modules > 0 &&
           side >= LEAST_MODULE * (modules + 2 * QUIET);
}

/* The distance that is wanted where level M has squares of this size; 0 for the usual one. */
static double
far_of(double module)
{
    if (module >= USUAL_MODULE)
        return 0;
    return module >= NEAR_CM / CM_PER_MM ? NEAR_CM : NEAREST_CM;
}

/* The square for the QR code. */
static void
add_symbol(struct layout *layout, const struct label *label, const struct arrangement *at)
{
    const struct boxcode_nonce none = {""};
    const bool marked = layout_label_is_marked(label, layout->width, layout->height);
    char *url = boxcode_url(label->host, label->code, marked ? label->nonce : none);
    const double module = at->side / (symbol_width(url, SYMBOL_M) + 2 * QUIET);

    if (!marked && label->nonce.text[0] != '\0')
        layout_add_note(layout, _("the QR code goes without the mark of the print, with which it "
                                  "would be too fine: a scan can't tell this label from one that "
                                  "replaces it; a shorter host name or a larger label would bear "
                                  "it"));
    layout_add_symbol(layout, &(struct layout_symbol){
                                  .x = at->qr_x,
                                  .y = at->qr_y,
                                  .side = at->side,
                                  .far_cm = far_of(module),
                                  .text = url,
                              });
}

/* What is found by trying all arrangements of a sticker. */
struct choice {
    struct arrangement at;
    struct layout texts; /* set so */
    enum label_texts_quality quality;
    bool brief;    /* one of them has never room for more than that */
    GError *error; /* why the first could not be set; NULL if it could */
};

static void
choice_clear(struct choice *choice)
{
    layout_clear(&choice->texts);
    g_clear_error(&choice->error);
}

static void
take(struct choice *choice, const struct arrangement *at, enum label_texts_quality quality,
     struct layout *texts)
{
    layout_drop_runs(&choice->texts);
    layout_take_runs(&choice->texts, texts);
    choice->at = *at;
    choice->quality = quality;
}

/* The first of those that read best. */
static void
choose(const struct label *label, double width, double body, const struct fit_measure *measure,
       struct choice *choice)
{
    struct arrangement list[ARRANGEMENT_MOST];
    const int n = arrangement_list(width, body, list);

    *choice = (struct choice){.quality = LABEL_TEXTS_NONE};
    for (int i = 0; i < n && choice->quality < LABEL_TEXTS_GOOD; i++) {
        struct layout layout = {.width = width};
        enum label_texts_quality quality = LABEL_TEXTS_NONE;

        if (list[i].brief)
            choice->brief = true;
        else if (list[i].spare && choice->quality >= LABEL_TEXTS_SMALL)
            continue;
        else if (!label_texts_set(&layout, label, &list[i], measure, &quality,
                                  choice->error == NULL ? &choice->error : NULL))
            quality = LABEL_TEXTS_NONE;
        if (quality > choice->quality)
            take(choice, &list[i], quality, &layout);
        layout_clear(&layout);
    }
}

static void
make_brief(struct arrangement *at)
{
    at->brief = true;
    for (int i = 0; i < at->n; i++) {
        at->columns[i].lines &= BRIEF;
        at->columns[i].narrow = true;
    }
}

/* Of brief labels the one with the largest QR code. */
static void
choose_brief(const struct label *label, double width, double body,
             const struct fit_measure *measure, struct choice *choice)
{
    struct arrangement list[ARRANGEMENT_MOST];
    const int n = arrangement_list(width, body, list);

    g_clear_error(&choice->error);
    for (int i = 0; i < n; i++) {
        struct layout layout = {.width = width};
        enum label_texts_quality quality;

        make_brief(&list[i]);
        if (label_texts_set(&layout, label, &list[i], measure, &quality,
                            choice->error == NULL ? &choice->error : NULL) &&
            quality != LABEL_TEXTS_NONE &&
            (choice->quality == LABEL_TEXTS_NONE || list[i].side > choice->at.side))
            take(choice, &list[i], quality, &layout);
        layout_clear(&layout);
    }
}

/* Whether the same label with something else would have room. */
static bool
would_fit(const struct label *label, double width, double height, const struct fit_measure *measure)
{
    struct choice choice;

    choose(label, width, height - layout_strips_height(label), measure, &choice);
    choice_clear(&choice);
    return choice.quality != LABEL_TEXTS_NONE;
}

static bool
refuse_strips(const struct label *label, double width, double height,
              const struct fit_measure *measure, GError **error)
{
    struct label shorter = *label;

    shorter.host = SHORT_HOST;
    if (would_fit(&shorter, width, height, measure))
        return err_set(error, ERR_REFUSED,
                       _("a label of %.1f × %.1f mm has no room for the stub and the strip for "
                         "inspections, which take %.0f mm of its height, with a host name as long "
                         "as %s; use a shorter one, leave one of the strips out, or take a larger "
                         "label"),
                       width, height, layout_strips_height(label), label->host);
    return err_set(error, ERR_REFUSED,
                   _("a label of %.1f × %.1f mm has no room for the stub and the strip for "
                     "inspections, which take %.0f mm of its height; leave them out, or take a "
                     "larger label"),
                   width, height, layout_strips_height(label));
}

/* False where it is something beyond the usual that has no room: that has to be given up first. */
static bool
check_extras(const struct label *label, double width, double height,
             const struct fit_measure *measure, GError **error)
{
    struct label less = *label;

    less.stub = less.inspect = false;
    if (layout_strips_height(label) > 0 && would_fit(&less, width, height, measure))
        return refuse_strips(label, width, height, measure, error);
    less.rules[1] = NULL;
    if (label->rules[1] != NULL && label->rules[1][0] != '\0' &&
        would_fit(&less, width, height, measure))
        return err_set(error, ERR_REFUSED,
                       _("a label of %.1f × %.1f mm has no room for a second rule; take it out of "
                         "the setting label.rule-2, or take a larger label"),
                       width, height);
    less.phone = SHORT_PHONE;
    return label->phone == NULL || label->phone[0] == '\0' ||
           !would_fit(&less, width, height, measure) ||
           err_set(error, ERR_REFUSED,
                   _("a label of %.1f × %.1f mm has no room for the phone, and a part of it is "
                     "useless: use a shorter one or a larger label"),
                   width, height);
}

static bool
refuse_small(const struct label *label, double width, double height, GError **error)
{
    return err_set(error, ERR_REFUSED,
                   _("A label of %.1f × %.1f mm is too small for a box label: the smallest has "
                     "%.0f × %.0f mm"),
                   width, height, ARRANGEMENT_LEAST_WIDTH,
                   ARRANGEMENT_LEAST_HEIGHT + layout_strips_height(label));
}

/* The arrangement that serves best. A label that would have room but for something with a refusal of its own
 * is not made brief. */
static bool
find_best(const struct label *label, double width, double height, const struct fit_measure *measure,
          struct choice *choice, GError **error)
{
    const double body = height - layout_strips_height(label);

    choose(label, width, body, measure, choice);
    if (choice->quality != LABEL_TEXTS_NONE)
        return true;
    if (!choice->brief && choice->error == NULL &&
        !check_extras(label, width, height, measure, error))
        return false;
    if (choice->brief || choice->error == NULL)
        choose_brief(label, width, body, measure, choice);
    if (choice->quality != LABEL_TEXTS_NONE)
        return true;
    if (choice->error == NULL)
        return refuse_small(label, width, height, error);
    g_propagate_error(error, g_steal_pointer(&choice->error));
    return false;
}

static void
fill(struct layout *layout, const struct label *label, struct choice *choice,
     const struct fit_measure *measure)
{
    layout_take_runs(layout, &choice->texts);
    add_symbol(layout, label, &choice->at);
    if (choice->at.brief)
        layout_add_note(layout, _("the label has room for name, code and host only; area, place, "
                                  "rules and phone are left out"));
    layout_strips(layout, label, layout->height - layout_strips_height(label), measure);
}

bool
layout_label(const struct label *label, double width, double height,
             const struct fit_measure *measure, struct layout *layout, GError **error)
{
    struct arrangement list[ARRANGEMENT_MOST];
    struct choice choice;
    bool ok;

    layout->width = width;
    layout->height = height;
    if (!label_check(label, error))
        return false;
    if (arrangement_list(width, height, list) == 0)
        return refuse_small(label, width, height, error);
    layout->name = name(label);
    ok = find_best(label, width, height, measure, &choice, error);
    if (ok)
        fill(layout, label, &choice, measure);
    choice_clear(&choice);
    return ok;
}

static bool
make(const void *with, size_t i, const struct fit_measure *measure, struct layout *layout,
     GError **error)
{
    const struct layout_labels *labels = with;

    return layout_label(&labels->labels[i], labels->width, labels->height, measure, layout, error);
}

struct layout_source
layout_label_source(const struct layout_labels *labels, size_t n)
{
    return (struct layout_source){.n = n, .make = make, .with = labels};
}
