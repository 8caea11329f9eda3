// For libraries whose threads need each other, like the learner's with its pool: a thread may put off its end while it
// holds a lock of theirs, and a thread that serves all cells is part of no cell. The libraries find these functions by
// their names, as weak symbols (see target CInterruption), so that they work without a worker too.
#include "Internal.h"

// Only its own thread changes the depth, and the handler of its signals has to see it in step with the code around.
static void set_depth(gb_thread *self, int depth) {
  atomic_signal_fence(memory_order_seq_cst);
  atomic_store_explicit(&self->hold_depth, depth, memory_order_relaxed);
  atomic_signal_fence(memory_order_seq_cst);
}

GB_EXPORT void glassbox_hold_interruption(void) {
  gb_thread *self = gb_self;
  if (!self) return;
  set_depth(self, self->hold_depth + 1);
  // A library that was to end the thread on its return has called back: it must not do so before the release.
  if (__builtin_expect(self->hijacked_slot != NULL, 0)) gb_undo_hijack(self);
}

GB_EXPORT void glassbox_release_interruption(void) {
  gb_thread *self = gb_self;
  if (!self || self->hold_depth == 0) return;
  set_depth(self, self->hold_depth - 1);
  if (__builtin_expect(self->stop != 0, 0)) gb_stop_after_hold(self);
}

// A cell's own thread and those of the task pool are known to the manager: they stay what they are.
GB_EXPORT void glassbox_exempt_this_thread(void) {
  gb_thread *self = gb_self;
  if (!self || self->role != GB_ROLE_OTHER) return;
  self->role = GB_ROLE_SERVICE;
  self->run = 0;
}
