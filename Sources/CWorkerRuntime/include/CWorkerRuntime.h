#pragma once
// The part of the worker that cannot be written in Swift: signals, stacks, and the functions of the C library that
// the worker replaces. Swift code of module CellRuntime drives it.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// How a thread ended. The numbers up to 9 are those of RunFailure.Kind.
enum {
  GB_END_TRAP = 1,
  GB_END_THROWN_ERROR,
  GB_END_STACK_OVERFLOW,
  GB_END_BAD_ACCESS,
  GB_END_ABORT,
  GB_END_EXIT,
  GB_END_MEMORY_LIMIT,
  GB_END_LOADING,
  GB_END_ARITHMETIC,
  // It was stopped because the learner asked for it, or because another thread of the run failed.
  GB_END_INTERRUPTED = 20,
};

enum { GB_FRAMES_KEPT = 256 };

// What a thread leaves behind when it ends before its time.
typedef struct gb_thread gb_thread;
typedef struct gb_death {
  gb_thread *_Nonnull thread;
  int32_t is_gone;  // 0: only what it was doing has ended; the thread goes on with other work
  int32_t kind;
  int32_t run;
  int32_t is_cell_thread;
  int32_t status;
  uint64_t address;
  int32_t frame_count;
  uint64_t frames[GB_FRAMES_KEPT];
  char *_Nullable message;     // owned, or null
  char *_Nullable error_type;  // owned, or null
} gb_death;
void gb_death_free(gb_death *_Nonnull death);

// -- notices: what the manager thread waits for --------------------------------------------------------------------
enum { GB_NOTICE_NONE, GB_NOTICE_DEATH, GB_NOTICE_DONE, GB_NOTICE_REQUEST, GB_NOTICE_MEMORY };
typedef struct gb_notice {
  int32_t kind;
  int32_t number;
  void *_Nullable pointer;  // GB_NOTICE_DEATH: gb_death; GB_NOTICE_DONE: gb_thread
} gb_notice;
void gb_notify(int32_t kind, int32_t number, void *_Nullable pointer);
// Waits at most `milliseconds` (-1: for ever).
gb_notice gb_next_notice(int milliseconds);

// -- start -----------------------------------------------------------------------------------------------------------
// Closes the descriptors that the parent let slip, except for the standard ones and this one.
void gb_close_inherited(int kept);
// Installs handlers, streams and hooks. Returns null or the reason why it could not.
const char *_Nullable gb_start(void);
// Ends the process at once, with its children.
_Noreturn void gb_end_process(int status);

// -- threads -------------------------------------------------------------------------------------------------------
// A thread for cells. It waits for work, reports GB_NOTICE_DONE after each piece, and waits again.
gb_thread *_Nullable gb_cell_thread_create(void);
void gb_cell_thread_run(gb_thread *_Nonnull thread, int run, void (*_Nonnull body)(void *_Nullable),
                        void *_Nullable context);
// Starts a thread of the worker's own. A fault in it is a fault of the worker.
void gb_service_thread_create(const char *_Nonnull name, void (*_Nonnull body)(void));
// The run that the calling thread works for, or 0.
int gb_current_run(void);
void gb_set_current_run(int run);
// The run whose cell is running, and the latest run of a module's library (to find the origin of a late thread).
void gb_set_active_run(int run);
void gb_set_run_of_library(const void *_Nonnull address, int run);

// -- stopping --------------------------------------------------------------------------------------------------------
// Asks a cell's thread to end as soon as nothing can be damaged by it, and tries again until it has. Returns whether
// the thread is gone; otherwise call it again.
int gb_try_to_stop(gb_thread *_Nonnull thread, int kind, int milliseconds);
// Stops every thread of the task pool that works for this run.
void gb_stop_pool_threads(int run);
// Ends the calling thread as a failure. `message` and `error_type` are copied.
_Noreturn void gb_fail(int kind, const char *_Nonnull message, const char *_Nonnull error_type);
// Where the last error of the calling thread was thrown; and the place that the next error of the calling thread comes
// from, for an error that one thread hands to another.
enum { GB_THROWN_KEPT = 12 };
int32_t gb_copy_thrown(uint64_t *_Nonnull addresses);
void gb_set_thrown_before(const uint64_t *_Nonnull addresses, int32_t count);
// What describes an uncaught error and ends the cell by `gb_fail`; set by Swift.
typedef void (*gb_describe_error)(const void *_Nonnull error, int32_t kind);
void gb_set_describe_error(gb_describe_error _Nullable function);
// Kills the processes that this process and its children have started since `since` (clock ticks after boot, 0: all).
void gb_kill_children(uint64_t since);
uint64_t gb_ticks_now(void);

// -- waiting that may be stopped ---------------------------------------------------------------------------------
typedef struct gb_signal gb_signal;
gb_signal *_Nonnull gb_signal_create(void);
void gb_signal_set(gb_signal *_Nonnull signal);
void gb_signal_wait(gb_signal *_Nonnull signal);
void gb_signal_destroy(gb_signal *_Nonnull signal);

// -- output --------------------------------------------------------------------------------------------------------
enum { GB_STANDARD_OUTPUT = 1, GB_STANDARD_ERROR = 2, GB_MESSAGE = 3 };
typedef struct gb_piece {
  int32_t kind;
  int32_t run;
  const uint8_t *_Nullable bytes;
  size_t count;
  void *_Nullable storage;
} gb_piece;
// Waits until there is something to send. Text of one stream comes joined; messages come one by one, in order.
gb_piece gb_output_next(void);
void gb_output_release(gb_piece piece);
// Appends a message that is already encoded; it is sent after all text that was written before it.
void gb_output_message(int run, const uint8_t *_Nonnull bytes, size_t count);
void gb_output_text(int run, int stream, const uint8_t *_Nonnull bytes, size_t count);
// Sets how many bytes of text a run may write, and forgets what was counted.
void gb_output_begin(int run, size_t limit);
// Takes everything out of the pipes and tells what was hidden.
void gb_output_end(int run, size_t *_Nonnull hidden_lines, size_t *_Nonnull hidden_bytes);

// -- input -----------------------------------------------------------------------------------------------------------
// Asks for a line; set by Swift. Returns a malloc'ed text, or null at the end of input.
typedef char *_Nullable (*gb_ask)(const char *_Nonnull prompt, int is_password, size_t *_Nonnull count);
void gb_set_ask(gb_ask _Nullable ask);
// Forgets an end of input that an earlier run has met.
void gb_input_begin(void);

// -- memory ----------------------------------------------------------------------------------------------------------
// The limit in bytes; 0: none.
void gb_set_memory_limit(size_t limit);
size_t gb_memory_in_use(void);
// At the beginning of a run: settles how much it may use.
void gb_memory_begin(void);

// -- libraries -------------------------------------------------------------------------------------------------------
void *_Nullable gb_load(const char *_Nonnull path, const char *_Nullable *_Nonnull failure);
// The library and the offset of an address. The text belongs to the loader.
const char *_Nonnull gb_library_of(uint64_t address, uint64_t *_Nonnull offset);

#ifdef __cplusplus
}
#endif
