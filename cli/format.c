#include "cli/format.h"

#include <string.h>

#include "base/words.h"
#include "labels/sheet.h"

#define DPI 300
#define LABEL_DPI 203 /* of most label printers: 8 dots a millimetre */

bool
format_is_raw(enum draw_format format)
{
    return format >= DRAW_ZPL;
}

bool
format_parse(const char *name, enum draw_format *format)
{
    for (int i = 0; i < DRAW_FORMATS; i++)
        if (g_ascii_strcasecmp(draw_name((enum draw_format)i), name) == 0) {
            *format = (enum draw_format)i;
            return true;
        }
    return false;
}

bool
format_for_pages(enum draw_format format, const char *sheet, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);
    const struct sheet *known = sheet_find(sheet, NULL);
    const struct sheet *least = sheet_stickers(known) > 1 ? known : sheet_find("A5", NULL);

    for (int i = 0; i < DRAW_FORMATS; i++)
        if (!format_is_raw((enum draw_format)i))
            g_string_append_printf(names, "%s%s", i > 0 ? " " : "", draw_name((enum draw_format)i));
    return err_set(error, ERR_INPUT,
                   _("this stands on %s paper, and %s is for label printers: for paper there are: "
                     "%s. A label printer that takes labels of %gx%g mm can print it too: --sheet "
                     "%gx%g"),
                   sheet, draw_name(format), names->str, least->width, least->height, least->width,
                   least->height);
}

bool
format_unknown(const char *name, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (int i = 0; i < DRAW_FORMATS; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", draw_name((enum draw_format)i));
    return err_set(
        error, ERR_INPUT,
        _("there is no format “%s”; there are: %s. A file's name ends in one of them, or "
          "--format says it"),
        name, names->str);
}

/* What a file's name ends in, with the dot; NULL for nothing. */
static const char *
ending(const char *file)
{
    const char *folder = file != NULL ? strrchr(file, '/') : NULL;

    return file != NULL ? strrchr(folder != NULL ? folder : file, '.') : NULL;
}

bool
format_check_ending(const char *file, enum draw_format format, GError **error)
{
    const char *end = ending(file);
    enum draw_format said;

    return end == NULL || (format_parse(end + 1, &said) && said == format) ||
           err_set(error, ERR_INPUT,
                   _("“%s” would be a file of the format %s: end its name in .%s"), file,
                   draw_name(format), draw_name(format));
}

bool
format_choose(const struct face *face, const struct printer *printer, enum draw_format *format,
              GError **error)
{
    const char *asked = face_text(face, "format");
    const char *file = face_text(face, "output"), *end = ending(file);
    enum draw_format said;

    if (asked == NULL && end != NULL && format_parse(end + 1, format))
        return true;
    if (asked == NULL && printer != NULL)
        asked = printer->language;
    if (asked == NULL && end != NULL)
        return format_unknown(end + 1, error);
    if (asked == NULL)
        asked = draw_name(DRAW_PDF);
    if (!format_parse(asked, format))
        return format_unknown(asked, error);
    return end == NULL || !format_parse(end + 1, &said) ||
           format_check_ending(file, *format, error);
}

int
format_usual_dpi(enum draw_format format)
{
    return format_is_raw(format) ? LABEL_DPI : DPI;
}
