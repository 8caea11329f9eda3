// The smallest tools for waiting. `gb_signal_wait` is the one place where a cell's thread waits inside this module for
// as long as it takes (an answer, a task), so it says that the thread may be ended there.
#include "Internal.h"

#include <linux/futex.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

void gb_futex_wait(atomic_int *word, int value, int64_t nanoseconds) {
  struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, nanoseconds < 0 ? NULL : &time, NULL, 0);
}

void gb_futex_wake(atomic_int *word, int count) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

uint64_t gb_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

struct gb_signal {
  atomic_int is_set;
};

gb_signal *gb_signal_create(void) {
  gb_signal *signal = calloc(1, sizeof *signal);
  if (!signal) abort();
  return signal;
}

void gb_signal_set(gb_signal *signal) {
  atomic_store(&signal->is_set, 1);
  gb_futex_wake(&signal->is_set, INT32_MAX);
}

void gb_signal_wait(gb_signal *signal) {
  gb_thread *self = gb_self;
  if (self) atomic_store(&self->stoppable, 1);
  while (!atomic_load(&signal->is_set)) gb_futex_wait(&signal->is_set, 0, -1);
  if (self) atomic_store(&self->stoppable, 0);
}

void gb_signal_destroy(gb_signal *signal) { free(signal); }
