// Stopping a thread that runs somebody else's code, without harm.
//
// A thread may be ended where it stands if it is in the user's own code, or asleep in a system call on behalf of that
// code. Anywhere else (the allocator, the loader, a stream, the Swift runtime, Dispatch, BLAS) it may hold a lock that
// the rest of the process needs, so it goes on until it is back. It is not left to chance when that happens, see
// landing.c. A thread that holds interruption, see interruption.c, goes on until it releases it.
#include "Internal.h"

#include <errno.h>
#include <linux/futex.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// -- where a thread may be stopped ---------------------------------------------------------------------------------
// Whether the thread is inside a system call: the instruction before the program counter, or (where the call will be
// restarted) at it.
static bool is_in_system_call(uint64_t pc) {
#if defined(__x86_64__)
  const uint8_t *bytes = (const uint8_t *)pc;
  return (bytes[-2] == 0x0F && bytes[-1] == 0x05) || (bytes[0] == 0x0F && bytes[1] == 0x05);
#else
  const uint32_t *instructions = (const uint32_t *)pc;
  return instructions[-1] == 0xD4000001 || instructions[0] == 0xD4000001;
#endif
}

static bool is_waiting_for_user_code(const gb_frames *frames) {
  if (!is_in_system_call(frames->pc[0])) return false;
  int outermost = 0;
  while (outermost + 1 < frames->count && gb_code_at(frames->pc[outermost + 1]) == GB_CODE_LIBC) outermost++;
  uint64_t call = gb_function_start(frames->pc[outermost]);
  bool is_lock = gb_is_lock_call(call);
  if (gb_is_delicate_call(call) || gb_is_allocator_call(call)) return false;
  for (int i = outermost + 1; i < frames->count; i++) {
    switch (gb_code_at(frames->pc[i])) {
      case GB_CODE_USER: return true;
      case GB_CODE_WAITER: break;
      case GB_CODE_DISPATCH:
        if (is_lock) return false;
        break;
      default: return false;
    }
  }
  return false;
}

bool gb_is_safe_to_stop(const gb_frames *frames) {
  if (frames->count == 0) return false;
  // The loader holds its lock while it runs a library's constructors.
  for (int i = 0; i < frames->count; i++)
    if (gb_code_at(frames->pc[i]) == GB_CODE_LOADER) return false;
  switch (gb_code_at(frames->pc[0])) {
    case GB_CODE_USER: return true;
    case GB_CODE_LIBC: return is_waiting_for_user_code(frames);
    default: return false;
  }
}

// -- the request --------------------------------------------------------------------------------------------------
static bool is_due(const gb_thread *self) {
  if (self->stop == 0 || self->hold_depth > 0) return false;
  if (self->role == GB_ROLE_CELL) return atomic_load(&self->has_work);
  return self->role == GB_ROLE_POOL && self->job && self->run == self->stop_run;
}

static _Noreturn void end_myself(gb_thread *self, int kind) {
  self->is_forced = true;
  gb_unblock_signal(GB_STOP_SIGNAL);
  atomic_store(&self->stop, kind);
  for (;;) syscall(SYS_tgkill, getpid(), self->tid, GB_STOP_SIGNAL);
}

void gb_stop_here(gb_thread *self) {
  if (is_due(self)) end_myself(self, self->stop);
}

// Makes an attempt, and tells whether it has to be put off: a change of a variable gets some time to end, see
// accesses.c; but a method may change its variable for hours.
static bool is_put_off(gb_thread *self) {
  if (self->stop_attempts++ == 0) self->stop_since = gb_now();
  return gb_now() - self->stop_since < 80000000 && gb_is_modifying();
}

void gb_stop_after_hold(gb_thread *self) {
  if (is_due(self) && !is_put_off(self)) end_myself(self, self->stop);
}

// -- the signal -------------------------------------------------------------------------------------------------------
void gb_on_stop_signal(int number, siginfo_t *information, void *context) {
  (void)number;
  (void)information;
  gb_thread *self = gb_self;
  if (!self || self->in_handler || self->is_dead) return;
  if (self->role == GB_ROLE_SERVICE && !self->is_forced) return;
  int kind = self->stop;
  if (kind == 0) return;
  int saved = errno;
  if (self->has_landed) gb_die(self, kind, &self->landing);
  if (!self->is_forced && !is_due(self)) return;
  static _Thread_local gb_frames frames __attribute__((tls_model("initial-exec")));
  frames.count = 0;
  gb_undo_hijack(self);
  self->in_handler = true;
  if (sigsetjmp(self->nested, 0) == 0) gb_unwind(&frames, context, self);
  if (self->is_forced && gb_return_to_dispatch(self, context, &frames)) {
    gb_report_death(self, kind, &frames, false);
    self->is_forced = self->in_handler = false;
    self->stop = 0;
    errno = saved;
    return;
  }
  if (self->is_forced || atomic_load(&self->stoppable)) gb_die(self, kind, &frames);
  bool is_too_early = is_put_off(self);
  // A thread that sleeps on and on in a place that is not known to be safe waits for something that never comes.
  if (gb_now() - self->stop_since > 2000000000 && frames.count > 0 && is_in_system_call(frames.pc[0]))
    gb_die(self, kind, &frames);
  if (!is_too_early) {
    if (gb_is_safe_to_stop(&frames)) gb_die(self, kind, &frames);
    // First some chance to be met in the middle of the user's code, then for certain.
    enum { PATIENCE = 6 };
    if (self->stop_attempts > PATIENCE) gb_hijack(self, &frames);
  }
  self->in_handler = false;
  errno = saved;
}

int gb_try_to_stop(gb_thread *thread, int kind, int milliseconds) {
  uint64_t end = gb_now() + (uint64_t)milliseconds * 1000000;
  atomic_store(&thread->stop, kind);
  unsigned seed = (unsigned)end;
  do {
    if (atomic_load(&thread->is_dead)) return 1;
    if (thread->role == GB_ROLE_CELL && !atomic_load(&thread->has_work)) return 1;
    // A thread that holds interruption is left in peace, since a signal would cut its sleep short.
    if (atomic_load(&thread->hold_depth) == 0) syscall(SYS_tgkill, getpid(), thread->tid, GB_STOP_SIGNAL);
    gb_futex_wait(&thread->is_dead, 0, 200000 + rand_r(&seed) % 800000);
  } while (gb_now() < end);
  return atomic_load(&thread->is_dead);
}

_Noreturn void gb_fail(int kind, const char *message, const char *error_type) {
  gb_thread *self = gb_self;
  if (!self || self->role == GB_ROLE_SERVICE) gb_end_process(70);
  self->message = strdup(message);
  self->error_type = strdup(error_type);
  end_myself(self, kind);
}

_Noreturn void gb_fail_with_status(int kind, int status) {
  gb_thread *self = gb_self;
  if (!self || self->role == GB_ROLE_SERVICE) gb_end_process(70);
  self->status = status;
  end_myself(self, kind);
}
