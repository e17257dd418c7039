#include "cli/camera.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <linux/videodev2.h>

#include "base/words.h"
#include "cli/source.h"
#include "scanner/frame.h"

#define WIDTH 1280
#define HEIGHT 720
#define BUFFERS 4

struct camera {
    int fd;
    struct frame_format format;
    struct {
        void *data;
        size_t size;
    } buffers[BUFFERS];
    unsigned count;
};

/* ioctl(2) that a signal does not end. */
static bool
ask(const struct camera *camera, unsigned long what, void *with)
{
    int done;

    do
        done = ioctl(camera->fd, what, with);
    while (done < 0 && errno == EINTR);
    return done == 0;
}

static bool
is_camera(const struct camera *camera)
{
    struct v4l2_capability can = {.capabilities = 0};
    uint32_t here;

    if (!ask(camera, VIDIOC_QUERYCAP, &can))
        return false;
    here = (can.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? can.device_caps : can.capabilities;
    return (here & V4L2_CAP_VIDEO_CAPTURE) != 0 && (here & V4L2_CAP_STREAMING) != 0;
}

static uint32_t
number_of(const char *fourcc)
{
    return v4l2_fourcc(fourcc[0], fourcc[1], fourcc[2], fourcc[3]);
}

/* A driver may give another format than it was asked for; then the next is asked for. */
static bool
set_format(struct camera *camera)
{
    for (size_t i = 0; frame_formats[i] != NULL; i++) {
        uint32_t wanted = number_of(frame_formats[i]);
        struct v4l2_format format = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE};

        format.fmt.pix.width = WIDTH;
        format.fmt.pix.height = HEIGHT;
        format.fmt.pix.pixelformat = wanted;
        format.fmt.pix.field = V4L2_FIELD_NONE;
        if (!ask(camera, VIDIOC_S_FMT, &format) || format.fmt.pix.pixelformat != wanted)
            continue;
        camera->format = (struct frame_format){.width = format.fmt.pix.width,
                                               .height = format.fmt.pix.height,
                                               .stride = format.fmt.pix.bytesperline};
        g_strlcpy(camera->format.fourcc, frame_formats[i], sizeof camera->format.fourcc);
        return true;
    }
    return false;
}

static struct v4l2_buffer
buffer_at(unsigned index)
{
    return (struct v4l2_buffer){
        .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP, .index = index};
}

static bool
map_buffer(struct camera *camera, unsigned index)
{
    struct v4l2_buffer buffer = buffer_at(index);
    void *data;

    if (!ask(camera, VIDIOC_QUERYBUF, &buffer))
        return false;
    data = mmap(NULL, buffer.length, PROT_READ, MAP_SHARED, camera->fd, buffer.m.offset);
    if (data == MAP_FAILED)
        return false;
    camera->buffers[index].data = data;
    camera->buffers[index].size = buffer.length;
    camera->count++;
    return ask(camera, VIDIOC_QBUF, &buffer);
}

static bool
start(struct camera *camera)
{
    struct v4l2_requestbuffers request = {
        .count = BUFFERS, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP};
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;

    if (!ask(camera, VIDIOC_REQBUFS, &request) || request.count == 0)
        return false;
    for (unsigned i = 0; i < MIN(request.count, BUFFERS); i++)
        if (!map_buffer(camera, i))
            return false;
    return ask(camera, VIDIOC_STREAMON, &type);
}

static bool
tell_failed(const char *path, GError **error)
{
    if (errno == EBUSY)
        return err_set(error, ERR_BUSY, _("%s is in use: close the other program, and try again"),
                       path);
    return err_set(error, err_kind_of_system(errno), _("the camera %s can't be started: %s"), path,
                   err_system(errno));
}

struct camera *
camera_open(const char *path, GError **error)
{
    struct camera *camera = g_new0(struct camera, 1);
    bool ok = false;

    camera->fd = source_open(path, O_RDWR | O_NONBLOCK, error);
    if (camera->fd >= 0 && !is_camera(camera))
        err_set(error, ERR_INPUT, _("%s is no camera"), path);
    else if (camera->fd >= 0 && !set_format(camera))
        err_set(error, ERR_INPUT, _("%s gives no pictures in a format that can be read here"),
                path);
    else if (camera->fd >= 0)
        ok = start(camera) || tell_failed(path, error);
    if (ok)
        return camera;
    camera_free(camera);
    return NULL;
}

void
camera_free(struct camera *camera)
{
    if (camera == NULL)
        return;
    for (unsigned i = 0; i < camera->count; i++)
        munmap(camera->buffers[i].data, camera->buffers[i].size);
    if (camera->fd >= 0)
        close(camera->fd); /* which stops it */
    g_free(camera);
}

int
camera_fd(const struct camera *camera)
{
    return camera->fd;
}

/* The newest of the frames that are ready; the others go back to the driver. */
static bool
take_newest(const struct camera *camera, struct v4l2_buffer *newest)
{
    struct v4l2_buffer buffer = buffer_at(0);
    bool any = false;

    while (ask(camera, VIDIOC_DQBUF, &buffer)) {
        if (any)
            ask(camera, VIDIOC_QBUF, newest);
        *newest = buffer;
        any = true;
        buffer = buffer_at(0);
    }
    return any;
}

bool
camera_next(struct camera *camera, GBytes **picture, int64_t *at_ms, GError **error)
{
    struct v4l2_buffer frame;
    bool ok = true;

    *picture = NULL;
    if (!take_newest(camera, &frame))
        return errno == EAGAIN || errno == EIO || /* a frame that was lost on the way */
               err_set(error, ERR_BROKEN, _("the camera is gone: plug it in, and start again"));
    *at_ms = (int64_t)frame.timestamp.tv_sec * 1000 + frame.timestamp.tv_usec / 1000;
    if (frame.index < camera->count && (frame.flags & V4L2_BUF_FLAG_ERROR) == 0) {
        *picture = frame_picture(&camera->format, camera->buffers[frame.index].data,
                                 MIN(frame.bytesused, camera->buffers[frame.index].size), error);
        ok = *picture != NULL;
    }
    ask(camera, VIDIOC_QBUF, &frame);
    return ok;
}
