// A fault in any thread ends that thread and nothing else. The handler notes what happened, gives up what the thread
// holds of the worker's own (stream locks, `swift_once` in progress), tells the manager, and leaves through the
// system call, so that neither C++ destructors nor the C library's clean-up touch the broken state.
#include "Internal.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static void end_as_the_system_would(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(number, &action, NULL);
  syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), number);
}

void gb_report_death(gb_thread *self, int kind, const gb_frames *frames, bool is_gone) {
  // Not malloc: this is a signal handler.
  gb_death *death = mmap(NULL, sizeof *death, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (death == MAP_FAILED) return;
  death->thread = self;
  death->is_gone = is_gone;
  death->kind = kind;
  death->run = self->run;
  if (self->role == GB_ROLE_OTHER || self->role == GB_ROLE_SERVICE)
    for (int i = 0; i < frames->count; i++) {
      int run = gb_run_of_code(frames->pc[i]);
      if (run) death->run = run;
    }
  death->is_cell_thread = self->role == GB_ROLE_CELL;
  // Frames of the worker itself at the top say nothing to anybody.
  int first = 0;
  while (first < frames->count && (gb_code_at(frames->pc[first]) == GB_CODE_RUNTIME ||
                                   (self->is_forced && gb_code_at(frames->pc[first]) == GB_CODE_LIBC)))
    first++;
  death->frame_count = frames->count - first;
  memcpy(death->frames, frames->pc + first, (size_t)death->frame_count * sizeof *death->frames);
  // What is then the first frame is a return address; the call lies before it.
  if (first > 0 && death->frame_count > 0) death->frames[0]--;
  if (self->tells_thrown) {
    death->frame_count = self->thrown_count;
    memcpy(death->frames, self->thrown, (size_t)self->thrown_count * sizeof *self->thrown);
    death->frames[0]--;
    self->tells_thrown = false;
  }
  death->message = self->message ? self->message : gb_take_report(self);
  death->error_type = self->error_type;
  death->status = self->status;
  self->message = self->error_type = NULL;
  gb_stdio_unlock_mine();
  gb_once_give_up(self);
  if (is_gone) atomic_store(&self->is_dead, 1);
  gb_notify(GB_NOTICE_DEATH, death->run, death);
}

void gb_death_free(gb_death *death) { munmap(death, sizeof *death); }

_Noreturn void gb_die(gb_thread *self, int kind, const gb_frames *frames) {
  gb_report_death(self, kind, frames, true);
  gb_futex_wake(&self->is_dead, INT32_MAX);
  for (;;) syscall(SYS_exit, 0);
}

void gb_after_death(gb_thread *thread) {
  gb_thread_give_back_stack(thread);
  if (thread->role == GB_ROLE_POOL) gb_executor_replace(thread);
}

static bool is_in_allocator(const gb_frames *frames) {
  int outermost = -1;
  for (int i = 0; i < frames->count && gb_code_at(frames->pc[i]) == GB_CODE_LIBC; i++) outermost = i;
  return outermost >= 0 && gb_is_allocator_call(gb_function_start(frames->pc[outermost]));
}

static int kind_of(int number) {
  switch (number) {
    case SIGSEGV:
    case SIGBUS: return GB_END_BAD_ACCESS;
    case SIGFPE: return GB_END_ARITHMETIC;
    case SIGABRT: return GB_END_ABORT;
    default: return GB_END_TRAP;
  }
}

static void on_fault(int number, siginfo_t *information, void *argument) {
  const ucontext_t *context = argument;
  int saved = errno;
  gb_thread *self = gb_self;
  bool is_from_here = information->si_code > 0 || (number == SIGABRT && information->si_pid == getpid());
  if (!self || self->role == GB_ROLE_SERVICE || !is_from_here) {
    end_as_the_system_would(number);
    errno = saved;
    return;
  }
  // A fault in the handler: the stack is broken. Go on with the frames that were found.
  if (self->in_handler) siglongjmp(self->nested, 1);
  static _Thread_local gb_frames frames __attribute__((tls_model("initial-exec")));
  frames.count = 0;
  uint64_t address = (uint64_t)information->si_addr;
  int kind = kind_of(number);
  if (sigsetjmp(self->nested, 0) == 0) {
    self->in_handler = true;
    gb_unwind(&frames, context, self);
  }
  self->in_handler = true;
  uint64_t low = (uint64_t)self->stack_low, sp = gb_context_sp(context);
  bool is_overflow = self->role != GB_ROLE_SERVICE && number == SIGSEGV && low && address < low && address + self->guard + 65536 >= low && sp < low + 65536;
  if (is_overflow) {
    // Whoever is inside the C library or the Swift runtime may hold a lock. Give it some of the guard to finish, and
    // catch it when it returns to the user's code.
    uint8_t *zone = self->stack_low - self->guard / 2;
    bool is_first = self->stop != GB_END_STACK_OVERFLOW;
    if (is_first && address >= (uint64_t)zone && !gb_is_safe_to_stop(&frames) && gb_hijack(self, &frames) &&
        mprotect(zone, self->guard / 2, PROT_READ | PROT_WRITE) == 0) {
      self->stop = GB_END_STACK_OVERFLOW;
      self->in_handler = false;
      errno = saved;
      return;
    }
    kind = GB_END_STACK_OVERFLOW;
  } else if (self->allocation_refused) {
    kind = GB_END_MEMORY_LIMIT;
  } else if (number != SIGILL && number != SIGTRAP && is_in_allocator(&frames)) {
    // The heap is broken: nothing that follows could be trusted.
    end_as_the_system_would(number);
    return;
  }
  if (gb_return_to_dispatch(self, argument, &frames)) {
    gb_report_death(self, kind, &frames, false);
    self->in_handler = self->allocation_refused = false;
    errno = saved;
    return;
  }
  gb_die(self, kind, &frames);
}

void gb_unblock_signal(int number) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

static void ignore(int number) { (void)number; }

void gb_signals_start(void) {
  // The thread that started this process may have blocked signals; its mask is inherited.
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, NULL);
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigaction(faults[i], &action, NULL);
  struct sigaction stop = {.sa_sigaction = gb_on_stop_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
  sigaction(GB_STOP_SIGNAL, &stop, NULL);
  // A terminal's Ctrl-C reaches the whole process group; the kernel sends requests instead. A handler, not SIG_IGN,
  // because children would inherit that.
  struct sigaction nothing = {.sa_handler = ignore, .sa_flags = SA_RESTART};
  sigaction(SIGINT, &nothing, NULL);
  signal(SIGPIPE, SIG_IGN);
}
