#include "scanner/picture_png.h"

#include <png.h>

#include "base/words.h"

/*
 * libpng's simplified reading keeps its own jumps and messages to itself and converts whatever it
 * finds; sixteen-bit files without a gamma are taken as screens show them.
 */
struct picture *
picture_png_load(const uint8_t *data, size_t size, int64_t pixels, GError **error)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    const png_color white = {255, 255, 255};
    struct picture *picture;

    if (!png_image_begin_read_from_memory(&image, data, size)) {
        err_set(error, ERR_INPUT, _("The PNG picture is damaged: save or send it again."));
        return NULL;
    }
    if (!picture_fits(image.width, image.height, pixels, error)) {
        png_image_free(&image);
        return NULL;
    }
    image.format = PNG_FORMAT_GRAY;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    picture = picture_new(image.width, image.height);
    if (png_image_finish_read(&image, &white, picture->luma, 0, NULL))
        return picture;
    picture_free(picture);
    err_set(error, ERR_INPUT, _("The PNG picture is damaged or incomplete: send it again."));
    return NULL;
}
