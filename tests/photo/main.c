/*
 * photo: makes a picture of a shelf and its medicine. See photo.h; every option has a default.
 *
 *   photo -o shelf.jpg --seed 7 --size 2400x1800 --label label.png \
 *         --pack 'ean13:2000000000015:布洛芬片' --pack 'code128:80123450000000000017:感冒灵'
 */

#include <stdio.h>
#include <string.h>

#include "photo.h"

static const char *const forms[] = {
    [PHOTO_JPEG] = "jpeg",
    [PHOTO_JPEG_PROGRESSIVE] = "progressive",
    [PHOTO_JPEG_CMYK] = "cmyk",
    [PHOTO_PNG] = "png",
    [PHOTO_PNG_16] = "png16",
    [PHOTO_PNG_PALETTE] = "palette",
    [PHOTO_PNG_INTERLACED] = "interlaced",
};

struct order {
    GArray *items; /* of struct photo_item, their texts in the chunk */
    GStringChunk *texts;
    struct photo_shot shot;
    struct photo_file file;
    gint64 seed;
    gboolean sensor, mirror;
    char *output, *size, *form;
};

static gboolean
add_label(const char *option, const char *value, gpointer data, GError **error)
{
    struct order *order = data;
    struct photo_item item = {"label", g_string_chunk_insert(order->texts, value), ""};

    (void)option;
    (void)error;
    g_array_append_val(order->items, item);
    return TRUE;
}

/* KIND:DATA:NAME, of which only DATA may hold a colon. */
static gboolean
add_pack(const char *option, const char *value, gpointer data, GError **error)
{
    struct order *order = data;
    char *kind = g_string_chunk_insert(order->texts, value);
    char *middle = strchr(kind, ':'), *name = strrchr(kind, ':');
    struct photo_item item;

    (void)option;
    if (middle == NULL || name == middle) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "not KIND:DATA:NAME: %s",
                    value);
        return FALSE;
    }
    *middle = '\0';
    *name = '\0';
    item = (struct photo_item){kind, middle + 1, name + 1};
    g_array_append_val(order->items, item);
    return TRUE;
}

static bool
read_options(struct order *order, int *argc, char ***argv, GError **error)
{
    g_autoptr(GOptionContext) context = g_option_context_new("- a picture of a shelf");
    struct photo_shot *shot = &order->shot;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &order->output, "file to write", "FILE"},
        {"as", 0, 0, G_OPTION_ARG_STRING, &order->form,
         "jpeg, progressive, cmyk, png, png16, palette, interlaced", "FORM"},
        {"seed", 0, 0, G_OPTION_ARG_INT64, &order->seed, "of all that is left to chance", "N"},
        {"size", 0, 0, G_OPTION_ARG_STRING, &order->size, "in pixels", "WxH"},
        {"label", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, (gpointer)(guintptr)add_label,
         "a box label's picture", "PNG"},
        {"pack", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, (gpointer)(guintptr)add_pack,
         "a carton", "KIND:DATA:NAME"},
        {"module", 0, 0, G_OPTION_ARG_DOUBLE, &shot->module, "pixels of a narrow bar", "N"},
        {"tilt", 0, 0, G_OPTION_ARG_DOUBLE, &shot->tilt, "degrees at most", "N"},
        {"slant", 0, 0, G_OPTION_ARG_DOUBLE, &shot->slant, "part at most", "N"},
        {"blur", 0, 0, G_OPTION_ARG_DOUBLE, &shot->blur, "sigma in pixels", "N"},
        {"noise", 0, 0, G_OPTION_ARG_DOUBLE, &shot->noise, "sigma of 256 levels", "N"},
        {"light", 0, 0, G_OPTION_ARG_DOUBLE, &shot->light, "part missing at one end", "N"},
        {"dim", 0, 0, G_OPTION_ARG_DOUBLE, &shot->dim, "part missing everywhere", "N"},
        {"defocus", 0, 0, G_OPTION_ARG_DOUBLE, &shot->defocus, "radius in pixels", "N"},
        {"motion", 0, 0, G_OPTION_ARG_DOUBLE, &shot->motion, "in pixels", "N"},
        {"curve", 0, 0, G_OPTION_ARG_DOUBLE, &shot->curve, "radians at most", "N"},
        {"barrel", 0, 0, G_OPTION_ARG_DOUBLE, &shot->barrel, "part at the corners", "N"},
        {"glare", 0, 0, G_OPTION_ARG_DOUBLE, &shot->glare, "strength, 0 to 1", "N"},
        {"dirt", 0, 0, G_OPTION_ARG_INT, &shot->dirt, "specks on each thing", "N"},
        {"screen", 0, 0, G_OPTION_ARG_DOUBLE, &shot->screen, "modules between its dots", "N"},
        {"shadow", 0, 0, G_OPTION_ARG_DOUBLE, &shot->shadow, "part missing in it", "N"},
        {"warm", 0, 0, G_OPTION_ARG_DOUBLE, &shot->warm, "part of the blue missing", "N"},
        {"sharpen", 0, 0, G_OPTION_ARG_DOUBLE, &shot->sharpen, "times", "N"},
        {"denoise", 0, 0, G_OPTION_ARG_INT, &shot->denoise, "levels smoothed away", "N"},
        {"spots", 0, 0, G_OPTION_ARG_INT, &shot->spots, "all white", "N"},
        {"mirror", 0, 0, G_OPTION_ARG_NONE, &order->mirror, "as in a mirror", NULL},
        {"sensor", 0, 0, G_OPTION_ARG_NONE, &order->sensor, "noise as a phone's sensor has it",
         NULL},
        {"quality", 0, 0, G_OPTION_ARG_INT, &order->file.quality, "of JPEG, 1 to 100", "N"},
        {"orientation", 0, 0, G_OPTION_ARG_INT, &order->file.orientation, "EXIF, 1 to 8", "N"},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };
    GOptionGroup *group = g_option_group_new("photo", "", "", order, NULL);

    g_option_group_add_entries(group, entries);
    g_option_context_set_main_group(context, group);
    return g_option_context_parse(context, argc, argv, error);
}

static bool
check_options(struct order *order, GError **error)
{
    enum photo_form form = PHOTO_JPEG;

    while (form < G_N_ELEMENTS(forms) && order->form != NULL &&
           strcmp(order->form, forms[form]) != 0)
        form++;
    order->file.form = form;
    order->shot.seed = (uint64_t)order->seed;
    order->shot.sensor = order->sensor;
    order->shot.mirror = order->mirror;
    if (form < G_N_ELEMENTS(forms) && order->output != NULL &&
        sscanf(order->size == NULL ? "1600x1200" : order->size, "%dx%d", &order->shot.width,
               &order->shot.height) == 2 &&
        order->shot.width > 0 && order->shot.height > 0 && order->items->len > 0)
        return true;
    g_set_error_literal(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                        "needs -o, a pack or label, a known form and a size such as 1600x1200");
    return false;
}

static bool
make_photo(const struct order *order, GError **error)
{
    const struct photo_item *items = (const struct photo_item *)(const void *)order->items->data;
    cairo_surface_t *photo = photo_take(items, order->items->len, &order->shot, error);
    g_autoptr(GBytes) bytes = NULL;

    if (photo == NULL)
        return false;
    bytes = photo_encode(photo, &order->file, error);
    cairo_surface_destroy(photo);
    return bytes != NULL && g_file_set_contents(order->output, g_bytes_get_data(bytes, NULL),
                                                (gssize)g_bytes_get_size(bytes), error);
}

int
main(int argc, char **argv)
{
    struct order order = {.items = g_array_new(FALSE, FALSE, sizeof(struct photo_item)),
                          .texts = g_string_chunk_new(256),
                          .file = {PHOTO_JPEG, 85, 1},
                          .seed = 1};
    g_autoptr(GError) error = NULL;
    bool made = read_options(&order, &argc, &argv, &error) && check_options(&order, &error) &&
                make_photo(&order, &error);

    if (!made)
        fprintf(stderr, "photo: %s\n", error->message);
    g_array_unref(order.items);
    g_string_chunk_free(order.texts);
    g_free(order.output);
    g_free(order.size);
    g_free(order.form);
    return made ? 0 : 1;
}
