// The manager thread learns from one pipe what has happened. A pipe, because a write of a few bytes is whole, never
// blocks here and is allowed in a signal handler.
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

static int ends[2] = {-1, -1};

const char *gb_notices_start(void) {
  return pipe2(ends, O_CLOEXEC) == 0 ? NULL : "no pipe for the worker's notices";
}

void gb_notify(int32_t kind, int32_t number, void *pointer) {
  gb_notice notice = {kind, number, pointer};
  while (syscall(SYS_write, ends[1], &notice, sizeof notice) < 0 && errno == EINTR) {}
}

gb_notice gb_next_notice(int milliseconds) {
  struct pollfd descriptor = {.fd = ends[0], .events = POLLIN};
  gb_notice notice = {GB_NOTICE_NONE, 0, NULL};
  if (poll(&descriptor, 1, milliseconds) == 1) {
    if (read(ends[0], &notice, sizeof notice) != sizeof notice) notice.kind = GB_NOTICE_NONE;
  }
  if (notice.kind == GB_NOTICE_DEATH) {
    const gb_death *death = notice.pointer;
    if (death->is_gone) gb_after_death(death->thread);
  }
  return notice;
}
