#include "scanner/handover.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

union control {
    struct cmsghdr head;
    char room[CMSG_SPACE(sizeof(int) * HANDOVER_MOST)];
};

bool
handover_send(int socket, const void *message, size_t size, const int *fds, size_t count)
{
    union control control = {.room = {0}};
    struct iovec part = {(void *)(size_t)message, size};
    struct msghdr head = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t sent;

    if (count > 0) {
        struct cmsghdr *passed;

        head.msg_control = control.room;
        head.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        passed = CMSG_FIRSTHDR(&head);
        *passed = (struct cmsghdr){.cmsg_len = CMSG_LEN(sizeof(int) * count),
                                   .cmsg_level = SOL_SOCKET,
                                   .cmsg_type = SCM_RIGHTS};
        memcpy(CMSG_DATA(passed), fds, sizeof(int) * count);
    }
    do
        sent = sendmsg(socket, &head, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)size;
}

/* The descriptors of a message into fds; how many there were. */
static size_t
take_fds(struct msghdr *head, int fds[HANDOVER_MOST])
{
    struct cmsghdr *passed = CMSG_FIRSTHDR(head);
    size_t count;

    if (passed == NULL || passed->cmsg_level != SOL_SOCKET || passed->cmsg_type != SCM_RIGHTS)
        return 0;
    count = (passed->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    memcpy(fds, CMSG_DATA(passed), sizeof(int) * count);
    return count;
}

bool
handover_receive(int socket, void *message, size_t size, int *fds, size_t wanted, bool *passed)
{
    union control control = {.room = {0}};
    struct iovec part = {message, size};
    struct msghdr head = {.msg_iov = &part,
                          .msg_iovlen = 1,
                          .msg_control = control.room,
                          .msg_controllen = sizeof control};
    int taken[HANDOVER_MOST];
    ssize_t got;
    size_t had;

    do
        got = recvmsg(socket, &head, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return false;
    had = take_fds(&head, taken);
    *passed = had == wanted;
    if (got == (ssize_t)size && (had == wanted || had == 0)) {
        memcpy(fds, taken, sizeof(int) * had);
        return true;
    }
    for (size_t i = 0; i < had; i++)
        close(taken[i]);
    errno = 0;
    return false;
}
