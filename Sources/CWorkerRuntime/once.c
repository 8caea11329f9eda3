// `swift_once` for code outside the Swift runtime: the first use of a lazy global or static variable. If the
// initialiser traps or is stopped, the token must not stay "in progress", or every later use would wait for ever. The
// format of the token is the Swift runtime's: 0 not begun, positive in progress, negative done.
#include "Internal.h"

GB_EXPORT void swift_once(void *predicate, void (*body)(void *), void *context) {
  atomic_int *token = predicate;
  if (atomic_load_explicit(token, memory_order_acquire) < 0) return;
  for (;;) {
    int expected = 0;
    if (atomic_compare_exchange_strong(token, &expected, 1)) {
      gb_once entry = {token, gb_self ? gb_self->once : NULL};
      if (gb_self) gb_self->once = &entry;
      body(context);
      if (gb_self) gb_self->once = entry.outer;
      atomic_store_explicit(token, -1, memory_order_release);
      gb_futex_wake(token, INT32_MAX);
      return;
    }
    if (expected < 0) return;
    // The Swift runtime's own waiters are woken by its own lock; a look every few milliseconds covers both.
    gb_futex_wait(token, expected, 5000000);
  }
}

void gb_once_give_up(gb_thread *thread) {
  for (gb_once *entry = thread->once; entry; entry = entry->outer) {
    atomic_store(entry->token, 0);
    gb_futex_wake(entry->token, INT32_MAX);
  }
  thread->once = NULL;
}
