#pragma once
// What the files of this module share.

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/types.h>
#include <ucontext.h>

#include "CWorkerRuntime.h"

#define GB_EXPORT __attribute__((visibility("default")))

/// The sanitizers replace the allocator and the making of threads themselves. The worker's own versions stay away then:
/// its tests do not run, but other tests in the same program do.
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define GB_IS_SANITIZED 1
#else
#define GB_IS_SANITIZED 0
#endif

typedef enum { GB_ROLE_OTHER, GB_ROLE_CELL, GB_ROLE_POOL, GB_ROLE_SERVICE } gb_role;

// A `swift_once` that this thread is in the middle of.
typedef struct gb_once {
  atomic_int *token;
  struct gb_once *outer;
} gb_once;

// The registers that a function keeps for its caller, as they are in a frame.
typedef struct {
#if defined(__x86_64__)
  uint64_t rbx, rbp, r12, r13, r14, r15;
#else
  uint64_t x[11];  // x19 to x29
#endif
} gb_registers;

typedef struct gb_frames {
  int count;
  int callout;               // the innermost frame of Dispatch that has called somebody else's code, or -1
  gb_registers registers;    // of that frame
  uint64_t pc[GB_FRAMES_KEPT];
  uint64_t cfa[GB_FRAMES_KEPT];
} gb_frames;

struct gb_thread {
  gb_role role;
  atomic_int run;
  pid_t tid;
  uint8_t *stack_low, *stack_high;  // the part that may be used
  size_t guard;                     // bytes below stack_low that fault
  void *alternate_stack;
  size_t alternate_size;
  // The stop protocol, see stop.c.
  atomic_int stop;          // the kind of end that is wanted, or 0
  atomic_int stop_run;      // a pool thread is stopped only while it works for this run
  atomic_int stop_attempts;
  uint64_t stop_since;      // when the first attempt was made
  atomic_int hold_depth;    // how many holds of interruption are open, see interruption.c
  atomic_int stoppable;     // waits inside this module at a place where it may be ended
  atomic_int is_dead;       // a futex, too
  bool in_handler;
  sigjmp_buf nested;
  bool is_forced;           // the thread itself asked for its end
  // A return address that was replaced by the address of `gb_landing`, see landing.c.
  uint64_t *hijacked_slot;
  uint64_t hijacked_address;
  bool has_landed;
  gb_frames landing;        // the frames from the one that the thread would have returned to
  // What it leaves behind.
  gb_once *once;
  bool holds_report;        // it has printed a report of the Swift runtime, see streams.c
  bool allocation_refused;
  char *message, *error_type;  // said by the thread itself before its end
  int status;
  // Where the last error was thrown, see errors.c.
  uint64_t thrown[GB_THROWN_KEPT];
  uint64_t thrown_before[GB_THROWN_KEPT];  // on another thread, which has handed the error over
  int thrown_count, thrown_before_count, throws_noted, throwing_run;
  bool tells_thrown;
  // Work for a cell's thread.
  atomic_int has_work;
  void (*body)(void *);
  void *context;
  void *job;                // the Swift job that a pool thread runs
  struct gb_thread *next;
};

extern _Thread_local gb_thread *gb_self __attribute__((tls_model("initial-exec")));

// threads.c
void gb_threads_start(void);
gb_thread *gb_thread_adopt(gb_role role, int run);
gb_thread *gb_thread_create(gb_role role, size_t stack_size, void (*body)(gb_thread *));
void gb_thread_give_back_stack(gb_thread *thread);
int gb_real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument);

int gb_latest_run(void);

// signals.c
void gb_signals_start(void);
// Ends the calling thread for good. Only in a signal handler, on the alternate stack.
_Noreturn void gb_die(gb_thread *self, int kind, const gb_frames *frames);
void gb_report_death(gb_thread *self, int kind, const gb_frames *frames, bool is_gone);
// What is left to do once a thread is dead; on the manager's thread.
void gb_after_death(gb_thread *thread);
// Threads of Dispatch block most signals.
void gb_unblock_signal(int number);
#define GB_STOP_SIGNAL (SIGRTMIN + 5)

// stop.c
void gb_on_stop_signal(int number, siginfo_t *information, void *context);
bool gb_is_safe_to_stop(const gb_frames *frames);
// Ends the calling thread if that is still wanted. Called where it is safe.
void gb_stop_here(gb_thread *self);
// The same where a hold has ended, which may be in the middle of a change of a variable.
void gb_stop_after_hold(gb_thread *self);

// landing.c
bool gb_hijack(gb_thread *self, const gb_frames *frames);
// Puts the return address back, so that the stack reads as it was.
void gb_undo_hijack(gb_thread *self);

// accesses.c
// Whether the calling thread is in the middle of changing a variable.
bool gb_is_modifying(void);
// Forgets the accesses of frames that are left behind: those below this address.
void gb_end_accesses(const gb_thread *self, uint64_t below);

// recover.c
bool gb_return_to_dispatch(gb_thread *self, ucontext_t *context, const gb_frames *frames);

// errors.c
void gb_note_throws(void);

// unwind.c
void gb_unwind(gb_frames *frames, const ucontext_t *context, const gb_thread *thread);
uint64_t gb_context_pc(const ucontext_t *context);
uint64_t gb_context_sp(const ucontext_t *context);
uint64_t gb_function_start(uint64_t pc);

// code.c
typedef enum {
  GB_CODE_UNKNOWN,
  GB_CODE_USER,        // cells, packages, the learner's library
  GB_CODE_LIBC,
  GB_CODE_LOADER,
  GB_CODE_RUNTIME,     // this program
  GB_CODE_WAITER,      // libraries that may wait for something on behalf of user code: Foundation, Dispatch
  GB_CODE_DISPATCH,
  GB_CODE_SYSTEM,      // everything else that is not the user's
} gb_code;
void gb_code_start(void);
gb_code gb_code_at(uint64_t pc);
bool gb_is_delicate_call(uint64_t function);
bool gb_is_lock_call(uint64_t function);
bool gb_is_allocator_call(uint64_t function);
_Noreturn void gb_fail_with_status(int kind, int status);
int gb_run_of_code(uint64_t pc);

// output.c
const char *gb_output_start(void);
void gb_stdio_unlock_mine(void);
// Takes the report that this thread has printed last and that belongs to its end. Safe in a handler.
char *gb_take_report(const gb_thread *thread);
void gb_output_append_locked(int run, int stream, const uint8_t *bytes, size_t count);

// streams.c
const char *gb_streams_start(void);
int gb_run_of_writer(void);
void gb_output_write(int stream, const void *bytes, size_t count);
bool gb_stdout_try_lock(void);
void gb_stdout_unlock(void);
// A report that no trap has followed is ordinary output after all.
void gb_reports_release(int run);
void gb_reports_release_late(void);

// pipes.c
const char *gb_pipes_start(void);
bool gb_pipes_are_in_place(void);
void gb_pipes_drain(void);
void gb_pipes_drain_before_text(void);

// notices.c
const char *gb_notices_start(void);

// executor.c
void gb_executor_start(void);
void gb_executor_replace(gb_thread *dead);

// once.c
void gb_once_give_up(gb_thread *thread);

// end.c
void gb_end_start(void);

// sync.c
void gb_futex_wait(atomic_int *word, int value, int64_t nanoseconds);
void gb_futex_wake(atomic_int *word, int count);
uint64_t gb_now(void);
