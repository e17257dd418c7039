#include "cli/label_choice.h"
#include "cli/scan_print.h"

#include "base/words.h"
#include "cli/press.h"
#include "web/chance.h"

static bool
is_in(const GPtrArray *boxes, const struct box *box)
{
    for (guint i = 0; i < boxes->len; i++)
        if (((const struct box *)boxes->pdata[i])->id.n == box->id.n)
            return true;
    return false;
}

static bool
choose_named(struct face *face, GPtrArray **boxes, GError **error)
{
    *boxes = g_ptr_array_new_with_free_func((GDestroyNotify)box_free);
    for (size_t i = 0; i < face->arg_count; i++) {
        struct box *box = NULL;

        if (!scan_print_box(face, face->args[i], &box, error))
            return false;
        if (!is_in(*boxes, box)) {
            g_ptr_array_add(*boxes, box);
            continue;
        }
        answer_notice(face->answer,
                      _("%s is named more than once; it is printed once (--copies "
                        "prints more)"),
                      face->args[i]);
        box_free(box);
    }
    return true;
}

/* Boxes named as arguments, or --area, or --all, which the command must have in its table. */
static bool
choose(struct face *face, bool all, GPtrArray **boxes, GError **error)
{
    struct area_id area;
    int ways = (face->arg_count > 0) + face_has(face, "area") + face_has(face, "all");

    if (ways > 1)
        return face_usage(face, error,
                          _("boxes by code or name, --area and --all are three ways to say which "
                            "boxes: take one"));
    if (ways == 0 && !all)
        return face_usage(face, error, _("say which boxes: by code or name, --area or --all"));
    if (face->arg_count > 0)
        return choose_named(face, boxes, error);
    return face_area(face, "area", (struct area_id){0}, &area, error) &&
           box_list(face->inventory, area, false, boxes, error);
}

bool
label_choice_read(struct face *face, const struct label_choice *choice, struct label_batch *batch,
                  GError **error)
{
    const struct label_batch_ask ask = {
        .new = choice->new,
        .changed = choice->changed,
        .renew = choice->renew,
        .random = chance_bits,
    };
    GPtrArray *boxes = NULL;

    *batch = (struct label_batch){0};
    if (choose(face, choice->all, &boxes, error))
        return label_batch_read(face->inventory, boxes, &ask, batch, error);
    if (boxes != NULL)
        g_ptr_array_unref(boxes);
    return false;
}

bool
label_choice_host(struct face *face, const char *host, GError **error)
{
    if (!label_batch_is_unset(host))
        return true;
    if (press_is_paper(face))
        return err_set(
            error, ERR_REFUSED,
            _("the QR codes would lead to %s, which no phone can open: set your own host "
              "first (medbox setting set label.host box.example.cn); -o FILE and "
              "--preview do without"),
            host);
    answer_notice(face->answer,
                  _("the QR codes lead to %s, which no phone can open: before labels hang, set "
                    "your own host (medbox setting set label.host box.example.cn) and print "
                    "them with it"),
                  host);
    return true;
}
