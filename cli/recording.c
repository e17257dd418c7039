#include "cli/recording.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/words.h"
#include "cli/pictures.h"
#include "scanner/frame.h"

#define FRAME_MS 40
#define HEAD_MOST 256 /* bytes of a line of a Y4M file */
#define Y4M "YUV4MPEG2"

struct recording {
    char *path;
    GPtrArray *pictures;      /* of a folder: paths; else NULL */
    GMappedFile *file;        /* of JPEG files; else NULL */
    FILE *y4m;                /* else NULL */
    size_t at;                /* the next picture, or byte */
    int64_t frames;           /* given so far */
    int64_t rate, per;        /* frames in so many seconds */
    struct frame_format size; /* of a Y4M file */
    size_t colours;           /* bytes behind the brightness of each frame */
};

static bool
tell_damaged(const struct recording *recording, GError **error)
{
    return err_set(error, ERR_INPUT, _("%s is damaged, or no recording of a camera"),
                   recording->path);
}

/* ----------------------------------------------------------------------------------------- Y4M */

/* Colour samples per frame by the letters behind C (y4m(5)); false for deeper than 8 bits. */
static bool
read_colours(struct recording *recording, const char *kind)
{
    size_t width = recording->size.width, height = recording->size.height;
    size_t half = (width + 1) / 2;
    const char *depth = strchr(kind, 'p');

    if (depth != NULL && g_ascii_isdigit(depth[1])) /* as in "420p10" */
        return false;
    if (g_str_has_prefix(kind, "420"))
        recording->colours = 2 * half * ((height + 1) / 2);
    else if (g_str_has_prefix(kind, "422"))
        recording->colours = 2 * half * height;
    else if (strcmp(kind, "444") == 0)
        recording->colours = 2 * width * height;
    else
        return strcmp(kind, "mono") == 0;
    return true;
}

static bool
read_head(struct recording *recording)
{
    char line[HEAD_MOST] = "";
    const char *kind = "420";
    g_auto(GStrv) words = NULL;

    if (fgets(line, sizeof line, recording->y4m) == NULL)
        return false;
    words = g_strsplit(g_strchomp(line), " ", -1);
    for (size_t i = 1; words[i] != NULL; i++) {
        const char *value = words[i] + 1, *colon = strchr(value, ':');

        if (words[i][0] == 'W')
            recording->size.width = (uint32_t)g_ascii_strtoull(value, NULL, 10);
        if (words[i][0] == 'H')
            recording->size.height = (uint32_t)g_ascii_strtoull(value, NULL, 10);
        if (words[i][0] == 'C')
            kind = value;
        if (words[i][0] == 'F' && colon != NULL && g_ascii_strtoll(value, NULL, 10) > 0) {
            recording->rate = g_ascii_strtoll(value, NULL, 10);
            recording->per = MAX(g_ascii_strtoll(colon + 1, NULL, 10), 1);
        }
    }
    return recording->size.width > 0 && recording->size.height > 0 &&
           recording->size.width <= LIMIT_PIXELS / recording->size.height &&
           read_colours(recording, kind);
}

static bool
next_y4m(struct recording *recording, GBytes **picture, GError **error)
{
    size_t luma = (size_t)recording->size.width * recording->size.height;
    char line[HEAD_MOST];
    g_autofree uint8_t *data = NULL;

    if (fgets(line, sizeof line, recording->y4m) == NULL)
        return true;
    data = g_malloc(luma + recording->colours);
    if (!g_str_has_prefix(line, "FRAME") ||
        fread(data, 1, luma + recording->colours, recording->y4m) != luma + recording->colours)
        return tell_damaged(recording, error);
    *picture = frame_picture(&recording->size, data, luma, error);
    return *picture != NULL;
}

/* ----------------------------------------------------------------------- JPEG behind one another */

/* The end of the pixels that begin at a place: the next marker that is none within a scan. */
static size_t
behind_scan(const uint8_t *data, size_t size, size_t at)
{
    while (at + 1 < size &&
           !(data[at] == 0xff && data[at + 1] != 0 && (data[at + 1] & 0xf8) != 0xd0))
        at++;
    return at;
}

/* The length of the JPEG file at the beginning of data (ITU-T T.81, B.1), or all of it where it does
 * not end. */
static size_t
jpeg_length(const uint8_t *data, size_t size)
{
    size_t at = 2;

    while (at + 4 <= size && data[at] == 0xff) {
        uint8_t marker = data[at + 1];

        if (marker == 0xd9)
            return at + 2;
        at += 2 + (size_t)(data[at + 2] << 8 | data[at + 3]);
        if (marker == 0xda)
            at = behind_scan(data, size, MIN(at, size));
    }
    return at + 2 == size && data[at] == 0xff ? size : MIN(at, size);
}

static bool
next_jpeg(struct recording *recording, GBytes **picture, GError **error)
{
    const uint8_t *data = (const uint8_t *)g_mapped_file_get_contents(recording->file);
    size_t size = g_mapped_file_get_length(recording->file), length;

    while (recording->at < size && data[recording->at] == 0) /* padding between them */
        recording->at++;
    if (recording->at >= size)
        return true;
    data += recording->at;
    size -= recording->at;
    if (size < 3 || memcmp(data, "\xff\xd8\xff", 3) != 0)
        return tell_damaged(recording, error);
    length = jpeg_length(data, size);
    recording->at += length;
    *picture = g_bytes_new(data, length);
    return true;
}

/* --------------------------------------------------------------------------------------- folders */

static bool
next_picture(struct recording *recording, GBytes **picture, GError **error)
{
    g_autoptr(GError) why = NULL;
    const char *path;
    char *content;
    gsize size;

    if (recording->at == recording->pictures->len)
        return true;
    path = recording->pictures->pdata[recording->at++];
    if (!g_file_get_contents(path, &content, &size, &why))
        return err_set(error, err_kind_of_file(why), _("%s can't be read: %s"), path,
                       err_file(why));
    *picture = g_bytes_new_take(content, size);
    return true;
}

/* ------------------------------------------------------------------------------------------ all */

static bool
open_folder(struct recording *recording, GError **error)
{
    char *words[] = {recording->path, NULL};

    return pictures_find(words, NULL, &recording->pictures, error);
}

static bool
open_file(struct recording *recording, GError **error)
{
    g_autoptr(GError) why = NULL;
    const char *data;

    recording->file = g_mapped_file_new(recording->path, FALSE, &why);
    if (recording->file == NULL)
        return err_set(error, err_kind_of_file(why), _("%s can't be read: %s"), recording->path,
                       err_file(why));
    data = g_mapped_file_get_contents(recording->file);
    if (g_mapped_file_get_length(recording->file) < strlen(Y4M) ||
        memcmp(data, Y4M, strlen(Y4M)) != 0)
        return true; /* JPEG, or damaged: the first frame tells */
    recording->y4m = fopen(recording->path, "re");
    return (recording->y4m != NULL && read_head(recording)) || tell_damaged(recording, error);
}

struct recording *
recording_open(const char *path, GError **error)
{
    struct recording *recording = g_new0(struct recording, 1);
    bool folder = g_file_test(path, G_FILE_TEST_IS_DIR);

    recording->path = g_strdup(path);
    recording->rate = 1000 / FRAME_MS;
    recording->per = 1;
    memcpy(recording->size.fourcc, "GREY", 5);
    if (folder ? open_folder(recording, error) : open_file(recording, error))
        return recording;
    recording_free(recording);
    return NULL;
}

void
recording_free(struct recording *recording)
{
    if (recording == NULL)
        return;
    g_clear_pointer(&recording->pictures, g_ptr_array_unref);
    g_clear_pointer(&recording->file, g_mapped_file_unref);
    if (recording->y4m != NULL)
        fclose(recording->y4m);
    g_free(recording->path);
    g_free(recording);
}

bool
recording_next(struct recording *recording, GBytes **picture, int64_t *at_ms, GError **error)
{
    *picture = NULL;
    *at_ms = recording->frames++ * 1000 * recording->per / recording->rate;
    if (recording->pictures != NULL)
        return next_picture(recording, picture, error);
    return recording->y4m != NULL ? next_y4m(recording, picture, error)
                                  : next_jpeg(recording, picture, error);
}
