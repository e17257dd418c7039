#include "printing/label_batch.h"

#include <string.h>

#include "base/words.h"
#include "inventory/names.h"
#include "inventory/setting.h"
#include "labels/layout_label.h"

void
label_batch_clear(struct label_batch *batch)
{
    guint n = batch->boxes != NULL ? batch->boxes->len : 0;

    for (guint i = 0; batch->chains != NULL && i < n; i++)
        area_chain_clear(&batch->chains[i]);
    g_free(batch->chains);
    g_free(batch->labels);
    g_clear_pointer(&batch->texts, g_ptr_array_unref);
    g_clear_pointer(&batch->changes, g_hash_table_unref);
    g_clear_pointer(&batch->printed, g_hash_table_unref);
    g_clear_pointer(&batch->boxes, g_ptr_array_unref);
}

/* ------------------------------------------------------------------------------------- gathering */

/* The value of a setting at a box, kept with the batch. */
static bool
text_at(struct inventory *inventory, struct label_batch *batch, const char *key, struct box_id box,
        const char **text, GError **error)
{
    char *value = NULL;

    if (!setting_text(inventory, key, (struct area_id){0}, box, &value, error))
        return false;
    g_ptr_array_add(batch->texts, value);
    *text = value;
    return true;
}

/* The rules as they read in the district's language, whoever prints: what hangs there is all alike. */
static bool
rules_at(struct inventory *inventory, struct label_batch *batch, struct box_id box,
         struct label *label, GError **error)
{
    const enum words_language reader = words_language();
    bool ok;

    words_use(batch->language);
    ok = text_at(inventory, batch, "label.rule", box, &label->rules[0], error) &&
         text_at(inventory, batch, "label.rule-2", box, &label->rules[1], error);
    words_use(reader);
    return ok;
}

/* The language of the default texts: Chinese where the district has a Chinese name. */
static bool
read_language(struct inventory *inventory, struct label_batch *batch, GError **error)
{
    struct area *district = NULL;

    if (!area_by_id(inventory, inventory_district(inventory), &district, error))
        return false;
    batch->language = WORDS_EN;
    for (const char *at = district->name; *at != '\0'; at += g_utf8_skip[(unsigned char)*at])
        if (g_unichar_get_script(g_utf8_get_char(at)) == G_UNICODE_SCRIPT_HAN)
            batch->language = WORDS_ZH;
    area_free(district);
    return true;
}

static bool
fill(struct inventory *inventory, struct label_batch *batch, guint i, GError **error)
{
    const struct box *box = batch->boxes->pdata[i];
    struct label *label = &batch->labels[i];

    if (!area_chain_of(inventory, box->area, &batch->chains[i], error))
        return false;
    g_strlcpy(label->code.text, box->code, sizeof(label->code.text));
    label->name = box->name;
    label->community = batch->chains[i].names[AREA_COMMUNITY];
    label->grid = batch->chains[i].names[AREA_GRID];
    label->building = batch->chains[i].names[AREA_BUILDING];
    label->place = box->place;
    label->phone = box->phone;
    return text_at(inventory, batch, "label.host", box->id, &label->host, error) &&
           rules_at(inventory, batch, box->id, label, error);
}

static const struct print *
last_print(const struct label_batch *batch, guint i)
{
    return print_of(batch->printed, ((const struct box *)batch->boxes->pdata[i])->id);
}

/* What changed since it was printed. */
static void
compare(struct label_batch *batch, guint i)
{
    const struct box *box = batch->boxes->pdata[i];
    const struct print *print = last_print(batch, i);
    const unsigned changes = print != NULL ? label_changes(&batch->labels[i], print->said) : 0;

    if (changes != 0)
        g_hash_table_insert(batch->changes, g_memdup2(&box->id.n, sizeof(box->id.n)),
                            GUINT_TO_POINTER(changes));
}

unsigned
label_batch_changes(const struct label_batch *batch, guint i)
{
    const struct box *box = batch->boxes->pdata[i];

    return GPOINTER_TO_UINT(g_hash_table_lookup(batch->changes, &box->id.n));
}

static bool
is_wanted(const struct label_batch_ask *ask, const struct label_batch *batch, guint i)
{
    if (ask->new)
        return last_print(batch, i) == NULL;
    return !ask->changed || label_batch_changes(batch, i) != 0;
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

        if (print != NULL && print->nonce[0] != '\0' && print->said[0] != '\0' && !ask->renew &&
            label_batch_changes(batch, i) == 0) {
            g_strlcpy(batch->labels[i].nonce.text, print->nonce,
                      sizeof(batch->labels[i].nonce.text));
            continue;
        }
        batch->labels[i].nonce = boxcode_nonce_make((uint32_t)ask->random(ask->random_data));
    }
}

static bool
check_in_service(const GPtrArray *boxes, GError **error)
{
    for (guint i = 0; i < boxes->len; i++)
        if (((const struct box *)boxes->pdata[i])->retired) {
            g_autofree char *title = names_title(boxes->pdata[i]);

            return err_set(error, ERR_REFUSED,
                           _("%s is out of service: nothing is printed for it; leave it out"),
                           title);
        }
    return true;
}

bool
label_batch_read(struct inventory *inventory, GPtrArray *boxes, const struct label_batch_ask *ask,
                 struct label_batch *batch, GError **error)
{
    *batch = (struct label_batch){.boxes = boxes};
    if (boxes->len == 0)
        return err_set(error, ERR_MISSING, _("there are no boxes there: nothing to print"));
    if (!check_in_service(boxes, error) || !print_latest(inventory, &batch->printed, error))
        return false;
    batch->changes = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    batch->chains = g_new0(struct area_chain, batch->boxes->len);
    batch->labels = g_new0(struct label, batch->boxes->len);
    batch->texts = g_ptr_array_new_with_free_func(g_free);
    if (!read_language(inventory, batch, error))
        return false;
    for (guint i = 0; i < batch->boxes->len; i++) {
        if (!fill(inventory, batch, i, error))
            return false;
        compare(batch, i);
    }
    if (!keep_wanted(ask, batch, error))
        return false;
    give_nonces(ask, batch);
    return true;
}

bool
label_batch_is_unset(const char *host)
{
    return host != NULL && g_ascii_strcasecmp(host, setting_find("label.host")->standard) == 0;
}

/* ---------------------------------------------------------------------------------------- noting */

bool
label_batch_note(struct inventory *inventory, const struct label_batch *batch,
                 const struct sheet *sheet, const struct print_job *job, GError **error)
{
    g_autofree struct print_entry *entries = g_new(struct print_entry, batch->n);
    g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < batch->n; i++) {
        const struct label *label = &batch->labels[i];

        g_ptr_array_add(said, label_said(label));
        entries[i] = (struct print_entry){
            .box = ((const struct box *)batch->boxes->pdata[i])->id,
            .nonce = label->nonce.text,
            .bare = !layout_label_is_marked(label, sheet->width, sheet->height),
            .said = said->pdata[i],
        };
    }
    return print_add(inventory, entries, batch->n, job, error);
}
