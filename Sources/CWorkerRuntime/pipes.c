// Descriptors 1 and 2 are pipes that end in this process: what child processes and direct system calls write comes out
// here and joins the other output. A writer inside the process empties the pipes first, so the order stays true.
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

static int reading_ends[2] = {-1, -1};
static atomic_bool are_in_place;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

bool gb_pipes_are_in_place(void) { return are_in_place; }

static bool drain(int index) {
  uint8_t bytes[16384];
  bool has_any = false;
  for (;;) {
    ssize_t count = read(reading_ends[index], bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return has_any;
    has_any = true;
    gb_output_text(gb_latest_run(), index + 1, bytes, (size_t)count);
  }
}

void gb_pipes_drain(void) {
  pthread_mutex_lock(&lock);
  drain(0);
  drain(1);
  pthread_mutex_unlock(&lock);
}

void gb_pipes_drain_before_text(void) {
  // In a tight loop of `print` nobody else can have written in between.
  static _Thread_local uint64_t latest;
  uint64_t now = gb_now();
  if (now - latest < 5000) {
    latest = now;
    return;
  }
  struct pollfd descriptors[2] = {{reading_ends[0], POLLIN, 0}, {reading_ends[1], POLLIN, 0}};
  if (poll(descriptors, 2, 0) > 0) gb_pipes_drain();
  latest = gb_now();
}

static void read_for_ever(void) {
  struct pollfd descriptors[2] = {{reading_ends[0], POLLIN, 0}, {reading_ends[1], POLLIN, 0}};
  for (;;)
    if (poll(descriptors, 2, -1) > 0) gb_pipes_drain();
}

const char *gb_pipes_start(void) {
  for (int i = 0; i < 2; i++) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return "no pipe for the output of child processes";
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
    reading_ends[i] = ends[0];
    if (dup2(ends[1], i + 1) < 0) return "descriptors 1 and 2 cannot be replaced";
    close(ends[1]);
  }
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing >= 0) {
    dup2(nothing, 0);
    close(nothing);
  }
  are_in_place = true;
  gb_service_thread_create("pipes", read_for_ever);
  return NULL;
}
