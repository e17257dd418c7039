#include "cli/label_batch.h"

#include "base/words.h"
#include "inventory/print.h"
#include "inventory/setting.h"
#include "web/chance.h"

void
label_batch_clear(struct label_batch *batch)
{
    guint n = batch->boxes != NULL ? batch->boxes->len : 0;

    for (guint i = 0; batch->chains != NULL && i < n; i++)
        area_chain_clear(&batch->chains[i]);
    g_free(batch->chains);
    g_free(batch->labels);
    g_clear_pointer(&batch->texts, g_ptr_array_unref);
    g_clear_pointer(&batch->printed, g_hash_table_unref);
    g_clear_pointer(&batch->boxes, g_ptr_array_unref);
}

/* ------------------------------------------------------------------------------------- gathering */

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

        if (!box_find(face->inventory, face->args[i], &box, error))
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

    if (ways != 1 && (ways > 1 || !all))
        return face_usage(face, error, _("say which boxes: by code or name, --area or --all"));
    if (face->arg_count > 0)
        return choose_named(face, boxes, error);
    if (!face_area(face, "area", (struct area_id){0}, &area, error) ||
        !box_list(face->inventory, area, false, boxes, error))
        return false;
    return (*boxes)->len > 0 ||
           err_set(error, ERR_MISSING, _("there are no boxes there: nothing to print"));
}

/* The value of a setting at a box, kept with the batch. */
static bool
text_at(struct face *face, struct label_batch *batch, const char *key, struct box_id box,
        const char **text, GError **error)
{
    char *value = NULL;

    if (!setting_text(face->inventory, key, (struct area_id){0}, box, &value, error))
        return false;
    g_ptr_array_add(batch->texts, value);
    *text = value;
    return true;
}

static bool
fill(struct face *face, struct label_batch *batch, guint i, GError **error)
{
    const struct box *box = batch->boxes->pdata[i];
    struct label *label = &batch->labels[i];

    if (!area_chain_of(face->inventory, box->area, &batch->chains[i], error))
        return false;
    g_strlcpy(label->code.text, box->code, sizeof(label->code.text));
    label->name = box->name;
    label->community = batch->chains[i].names[AREA_COMMUNITY];
    label->grid = batch->chains[i].names[AREA_GRID];
    label->building = batch->chains[i].names[AREA_BUILDING];
    label->place = box->place;
    label->phone = box->phone;
    return text_at(face, batch, "label.host", box->id, &label->host, error) &&
           text_at(face, batch, "label.rule", box->id, &label->rules[0], error) &&
           text_at(face, batch, "label.rule-2", box->id, &label->rules[1], error);
}

static const struct print *
last_print(const struct label_batch *batch, guint i)
{
    return print_of(batch->printed, ((const struct box *)batch->boxes->pdata[i])->id);
}

char *
label_batch_changes(const struct label_batch *batch, guint i)
{
    const struct print *print = last_print(batch, i);

    return print != NULL ? label_changes(&batch->labels[i], print->said) : NULL;
}

static bool
is_wanted(const struct label_batch_ask *ask, const struct label_batch *batch, guint i)
{
    g_autofree char *changes = NULL;

    if (ask->new)
        return last_print(batch, i) == NULL;
    if (!ask->changed)
        return true;
    changes = label_batch_changes(batch, i);
    return changes != NULL;
}

/* Puts those that are wanted to the front, in their order. Boxes and labels stay together; what the
 * labels borrow stays where it is. */
static bool
keep_wanted(const struct label_batch_ask *ask, struct label_batch *batch, GError **error)
{
    for (guint i = 0; i < batch->boxes->len; i++) {
        struct label label = batch->labels[i];
        gpointer box = batch->boxes->pdata[i];

        if (!is_wanted(ask, batch, i))
            continue;
        batch->labels[i] = batch->labels[batch->n];
        batch->labels[batch->n] = label;
        batch->boxes->pdata[i] = batch->boxes->pdata[batch->n];
        batch->boxes->pdata[batch->n++] = box;
    }
    if (batch->n > 0)
        return true;
    if (ask->new)
        return err_set(error, ERR_MISSING, _("all of these labels were printed already"));
    return err_set(error, ERR_MISSING, _("no label says anything else than when it was printed"));
}

/* A label that is printed once more as it was keeps its nonce, so that those that hang stay good. */
static void
give_nonces(const struct label_batch_ask *ask, struct label_batch *batch)
{
    for (guint i = 0; i < batch->n; i++) {
        const struct print *print = last_print(batch, i);
        g_autofree char *said = label_said(&batch->labels[i]);
        uint32_t bits;

        if (print != NULL && print->nonce[0] != '\0' && !ask->renew &&
            g_strcmp0(print->said, said) == 0) {
            g_strlcpy(batch->labels[i].nonce.text, print->nonce,
                      sizeof(batch->labels[i].nonce.text));
            continue;
        }
        chance_bytes(&bits, sizeof(bits));
        batch->labels[i].nonce = boxcode_nonce_make(bits);
    }
}

bool
label_batch_read(struct face *face, const struct label_batch_ask *ask, struct label_batch *batch,
                 GError **error)
{
    *batch = (struct label_batch){0};
    if (!choose(face, ask->all, &batch->boxes, error) ||
        !print_latest(face->inventory, &batch->printed, error))
        return false;
    batch->chains = g_new0(struct area_chain, batch->boxes->len);
    batch->labels = g_new0(struct label, batch->boxes->len);
    batch->texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < batch->boxes->len; i++)
        if (!fill(face, batch, i, error))
            return false;
    if (!keep_wanted(ask, batch, error))
        return false;
    give_nonces(ask, batch);
    return true;
}

void
label_batch_warn(struct face *face, const char *host)
{
    if (host != NULL && g_ascii_strcasecmp(host, setting_find("label.host")->standard) == 0)
        answer_notice(face->answer,
                      _("the QR codes lead to %s, which no phone can open: before labels hang, set "
                        "your own host (medbox setting set label.host box.example.cn) and print "
                        "them with it"),
                      host);
}

/* ---------------------------------------------------------------------------------------- noting */

bool
label_batch_note(struct face *face, const struct label_batch *batch, const char *reason,
                 GError **error)
{
    g_autofree struct print_entry *entries = g_new(struct print_entry, batch->n);
    g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < batch->n; i++) {
        g_ptr_array_add(said, label_said(&batch->labels[i]));
        entries[i] = (struct print_entry){
            .box = ((const struct box *)batch->boxes->pdata[i])->id,
            .nonce = batch->labels[i].nonce.text,
            .said = said->pdata[i],
        };
    }
    return print_add(face->inventory, entries, batch->n, 0, reason, face->now, error);
}
