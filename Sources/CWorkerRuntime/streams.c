// `stdout` and `stderr` of this process are streams of our own: no system call per line, the exact order of both, and
// the thread that writes is known. `write` to descriptors 1 and 2 is taken over for the same reason. What child
// processes write arrives through pipes, see pipes.c.
#include "Internal.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
#include <unwind.h>

// -- who is writing? -------------------------------------------------------------------------------------------------
static _Unwind_Reason_Code find_run(struct _Unwind_Context *context, void *argument) {
  int run = gb_run_of_code(_Unwind_GetIP(context));
  if (run) *(int *)argument = run;  // the outermost one wins
  return _URC_NO_REASON;
}

int gb_run_of_writer(void) {
  gb_thread *self = gb_self;
  if (self && self->run && self->role != GB_ROLE_OTHER) return self->run;
  int run = 0;
  _Unwind_Backtrace(find_run, &run);
  return run ? run : gb_current_run();
}

// -- reports of the Swift runtime ------------------------------------------------------------------------------------
// `fatalError("x")` prints its text to stderr and traps. The text belongs to the error, not to the output. It is held
// back until the trap comes; if none comes in a while, it was ordinary text after all.
enum { REPORTS = 32 };
typedef struct {
  const gb_thread *thread;
  uint64_t since;
  int run;
  size_t count;
  char text[];
} report;
static report *_Atomic reports[REPORTS];

static bool is_report(const char *bytes, size_t count) {
  static const char *const signs[] = {"Fatal error", "Fatal access conflict", "Could not cast value of type",
                                      "Simultaneous accesses to", "Object was retained too many times",
                                      "Attempted to read an unowned reference", "Precondition failed",
                                      "Assertion failed", "Could not allocate memory", "Allocation of "};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (memmem(bytes, count, signs[i], strlen(signs[i]))) return true;
  return false;
}

static report *take_report_of(const gb_thread *thread) {
  for (int i = 0; i < REPORTS; i++) {
    report *found = reports[i];
    // The slot may be emptied by the sender at any moment, but only this thread ends up owning its own report.
    if (found && atomic_load(&reports[i]) == found && found->thread == thread &&
        atomic_compare_exchange_strong(&reports[i], &found, NULL))
      return found;
  }
  return NULL;
}

static bool hold_back(gb_thread *self, const char *bytes, size_t count) {
  report *earlier = self->holds_report ? take_report_of(self) : NULL;
  if (!earlier && !is_report(bytes, count)) return false;
  size_t before = earlier ? earlier->count : 0;
  report *held = malloc(sizeof *held + before + count + 1);
  if (!held) return false;
  *held = (report){self, gb_now(), gb_run_of_writer(), before + count};
  if (earlier) memcpy(held->text, earlier->text, before);
  memcpy(held->text + before, bytes, count);
  held->text[held->count] = 0;
  free(earlier);
  for (int i = 0; i < REPORTS; i++) {
    report *none = NULL;
    if (atomic_compare_exchange_strong(&reports[i], &none, held)) {
      self->holds_report = true;
      return true;
    }
  }
  gb_output_text(held->run, GB_STANDARD_ERROR, (const uint8_t *)held->text, held->count);
  free(held);
  return true;
}

char *gb_take_report(const gb_thread *thread) {
  if (!thread->holds_report) return NULL;
  report *found = take_report_of(thread);
  return found ? found->text : NULL;  // the few bytes before the text are lost with the thread
}

void gb_reports_release_late(void) {
  uint64_t now = gb_now();
  for (int i = 0; i < REPORTS; i++) {
    report *found = reports[i];
    if (!found || now < found->since + 200000000) continue;
    if (atomic_compare_exchange_strong(&reports[i], &found, NULL)) {
      gb_output_append_locked(found->run, GB_STANDARD_ERROR, (const uint8_t *)found->text, found->count);
      free(found);
    }
  }
}

void gb_reports_release(int run) {
  for (int i = 0; i < REPORTS; i++) {
    report *found = reports[i];
    if (found && found->run == run && atomic_compare_exchange_strong(&reports[i], &found, NULL)) {
      gb_output_text(run, GB_STANDARD_ERROR, (const uint8_t *)found->text, found->count);
      free(found);
    }
  }
}

// -- the streams -------------------------------------------------------------------------------------------------------
void gb_output_write(int stream, const void *bytes, size_t count) {
  if (count == 0) return;
  gb_pipes_drain_before_text();
  if (stream == GB_STANDARD_ERROR && gb_self && hold_back(gb_self, bytes, count)) return;
  gb_output_text(gb_run_of_writer(), stream, bytes, count);
}

static ssize_t write_cookie(void *cookie, const char *bytes, size_t count) {
  gb_output_write((int)(intptr_t)cookie, bytes, count);
  return (ssize_t)count;
}

static gb_ask ask;
void gb_set_ask(gb_ask function) { ask = function; }

// The rest of a line that was longer than the reader's buffer.
static char *line;
static size_t line_start, line_end;

static ssize_t read_cookie(void *cookie, char *bytes, size_t count) {
  (void)cookie;
  if (line_start == line_end) {
    free(line);
    line_start = line_end = 0;
    line = ask ? ask("", 0, &line_end) : NULL;
    if (!line) return 0;
  }
  size_t taken = line_end - line_start < count ? line_end - line_start : count;
  memcpy(bytes, line + line_start, taken);
  line_start += taken;
  return (ssize_t)taken;
}

GB_EXPORT char *getpass(const char *prompt) {
  static char password[1024];
  size_t count = 0;
  char *answer = ask ? ask(prompt, 1, &count) : NULL;
  if (!answer) return NULL;
  if (count > 0 && answer[count - 1] == '\n') count--;
  if (count >= sizeof password) count = sizeof password - 1;
  memcpy(password, answer, count);
  password[count] = 0;
  free(answer);
  return password;
}

// The lock of a stream as glibc lays it out. A thread that ends inside `print` (a `description` that traps) holds it.
typedef struct {
  int lock, count;
  void *owner;
} stream_lock;

void gb_stdio_unlock_mine(void) {
  FILE *const streams[] = {stdin, stdout, stderr};
  for (int i = 0; i < 3; i++) {
    stream_lock *held = (stream_lock *)(void *)streams[i]->_lock;
    for (int turn = 0; turn < 64 && held && held->owner == (void *)pthread_self(); turn++) funlockfile(streams[i]);
  }
}

bool gb_stdout_try_lock(void) { return ftrylockfile(stdout) == 0; }
void gb_stdout_unlock(void) { funlockfile(stdout); }

void gb_input_begin(void) { clearerr_unlocked(stdin); }

const char *gb_streams_start(void) {
  // What holds on to the old streams (the C++ library does) writes to the pipes at once.
  setvbuf(stdout, NULL, _IONBF, 0);
  setvbuf(stderr, NULL, _IONBF, 0);
  cookie_io_functions_t writing = {.write = write_cookie}, reading = {.read = read_cookie};
  FILE *output = fopencookie((void *)(intptr_t)GB_STANDARD_OUTPUT, "w", writing);
  FILE *error = fopencookie((void *)(intptr_t)GB_STANDARD_ERROR, "w", writing);
  FILE *input = fopencookie(NULL, "r", reading);
  if (!output || !error || !input) return "no memory for the streams";
  setvbuf(output, NULL, _IONBF, 0);
  setvbuf(error, NULL, _IONBF, 0);
  setvbuf(input, NULL, _IOLBF, 0);
  stdout = output;
  stderr = error;
  stdin = input;
  return NULL;
}

// -- system calls ------------------------------------------------------------------------------------------------------
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);

__attribute__((constructor)) static void find_real_calls(void) {
  real_write = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  real_writev = (ssize_t (*)(int, const struct iovec *, int))dlsym(RTLD_NEXT, "writev");
}

static bool is_ours(int descriptor) { return (descriptor == 1 || descriptor == 2) && gb_pipes_are_in_place(); }

GB_EXPORT ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (is_ours(descriptor)) {
    gb_output_write(descriptor, bytes, count);
    return (ssize_t)count;
  }
  if (!real_write) return syscall(SYS_write, descriptor, bytes, count);
  __attribute__((musttail)) return real_write(descriptor, bytes, count);
}

GB_EXPORT ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
  if (is_ours(descriptor)) {
    ssize_t total = 0;
    for (int i = 0; i < count; i++) {
      gb_output_write(descriptor, pieces[i].iov_base, pieces[i].iov_len);
      total += (ssize_t)pieces[i].iov_len;
    }
    return total;
  }
  if (!real_writev) return syscall(SYS_writev, descriptor, pieces, count);
  __attribute__((musttail)) return real_writev(descriptor, pieces, count);
}
